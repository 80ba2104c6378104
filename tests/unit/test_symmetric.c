/* Tests of stats/symmetric: factors, inverses and eigenvalues that can be multiplied back.
 * SPDX-License-Identifier: Apache-2.0 */
#include "support.h"

#include "stats/symmetric.h"

#define SIZE_MOST 9

/* A B' B by chance, positive definite. */
static void fill_matrix(double *matrix, size_t size, uint64_t *state)
{
  double root[SIZE_MOST * SIZE_MOST];
  for (size_t index = 0; index < size * size; ++index)
    root[index] = (double)(next_random(state) % 2001) / 1000 - 1;
  for (size_t row = 0; row < size; ++row) {
    for (size_t column = 0; column < size; ++column) {
      double sum = row == column ? 0.5 : 0;
      for (size_t inner = 0; inner < size; ++inner)
        sum += root[row * size + inner] * root[column * size + inner];
      matrix[row * size + column] = sum;
    }
  }
}

static void multiply(const double *a, const double *b, size_t size, double *out)
{
  for (size_t row = 0; row < size; ++row) {
    for (size_t column = 0; column < size; ++column) {
      out[row * size + column] = 0;
      for (size_t inner = 0; inner < size; ++inner)
        out[row * size + column] += a[row * size + inner] * b[inner * size + column];
    }
  }
}

static void an_inverse_times_its_matrix_is_one(void **state)
{
  (void)state;
  uint64_t chance = 1;
  double matrix[SIZE_MOST * SIZE_MOST], inverse[SIZE_MOST * SIZE_MOST], one[SIZE_MOST * SIZE_MOST];
  for (size_t size = 1; size <= SIZE_MOST; ++size) {
    fill_matrix(matrix, size, &chance);
    assert_true(rung__symmetric_inverse(matrix, size, inverse));
    multiply(matrix, inverse, size, one);
    for (size_t index = 0; index < size * size; ++index)
      assert_close(one[index], index % (size + 1) == 0, 1e-12);
  }
}

static void a_solution_times_its_matrix_is_the_vector(void **state)
{
  (void)state;
  uint64_t chance = 2;
  double matrix[SIZE_MOST * SIZE_MOST], factor[SIZE_MOST * SIZE_MOST], vector[SIZE_MOST];
  for (size_t size = 1; size <= SIZE_MOST; ++size) {
    fill_matrix(matrix, size, &chance);
    memcpy(factor, matrix, sizeof factor);
    assert_true(rung__cholesky(factor, size));
    for (size_t index = 0; index < size; ++index)
      vector[index] = (double)index + 1;
    rung__cholesky_solve(factor, size, vector);
    for (size_t row = 0; row < size; ++row) {
      double sum = 0;
      for (size_t column = 0; column < size; ++column)
        sum += matrix[row * size + column] * vector[column];
      assert_close(sum, (double)row + 1, 1e-11);
    }
  }
}

static void eigenvalues_fall_and_vectors_give_the_matrix_back(void **state)
{
  (void)state;
  uint64_t chance = 3;
  double matrix[SIZE_MOST * SIZE_MOST], kept[SIZE_MOST * SIZE_MOST], vectors[SIZE_MOST * SIZE_MOST];
  double values[SIZE_MOST];
  for (size_t size = 1; size <= SIZE_MOST; ++size) {
    fill_matrix(matrix, size, &chance);
    memcpy(kept, matrix, sizeof kept);
    assert_true(rung__symmetric_eigen(matrix, size, values, vectors));
    for (size_t row = 0; row < size; ++row) {
      assert_true(row == 0 || values[row] <= values[row - 1]);
      for (size_t column = 0; column < size; ++column) {
        double sum = 0;
        for (size_t inner = 0; inner < size; ++inner)
          sum += vectors[row * size + inner] * values[inner] * vectors[column * size + inner];
        assert_close(sum, kept[row * size + column], 1e-13);
      }
    }
  }
}

static void a_matrix_of_two_has_the_eigenvalues_of_the_textbook(void **state)
{
  (void)state;
  double matrix[] = {2, 1, 1, 2}, values[2], vectors[4];
  assert_true(rung__symmetric_eigen(matrix, 2, values, vectors));
  assert_close(values[0], 3, 1e-15);
  assert_close(values[1], 1, 1e-15);
  assert_close(fabs(vectors[0]), sqrt(0.5), 1e-15);
  assert_close(vectors[0], vectors[2], 1e-15);
}

static void singular_indefinite_and_infinite_matrices_are_refused(void **state)
{
  (void)state;
  const double tables[][4] = {{1, 1, 1, 1},  {1, 2, 2, 1},     {0, 0, 0, 1},
                              {-1, 0, 0, 1}, {1, NAN, NAN, 1}, {INFINITY, 0, 0, 1}};
  double inverse[4];
  for (size_t index = 0; index < LENGTH(tables); ++index)
    assert_false(rung__symmetric_inverse(tables[index], 2, inverse));
  double bad[] = {1, NAN, NAN, 1}, values[2], vectors[4];
  assert_false(rung__symmetric_eigen(bad, 2, values, vectors));
}

static void covariances_become_correlations_where_there_is_variance(void **state)
{
  (void)state;
  const double covariance[] = {4, 3, 0, 3, 9, 0, 0, 0, 0};
  double found[9];
  assert_false(rung__symmetric_scale(covariance, 3, found));
  assert_close(found[1], 0.5, 1e-15);
  assert_true(found[0] == 1 && isnan(found[8]) && isnan(found[2]));
  double inside[] = {4, 3, 3, 9};
  assert_true(rung__symmetric_scale(inside, 2, inside));
  assert_close(inside[2], 0.5, 1e-15);
}

static void a_matrix_is_summed_traced_and_shortened(void **state)
{
  (void)state;
  const double matrix[] = {1e16, 2, 3, 2, 5, 6, 3, 6, -1e16};
  double rest[4];
  assert_close(rung__symmetric_sum(matrix, 3), 27, 0);
  assert_close(rung__trace(matrix, 3), 5, 5);
  rung__symmetric_without(matrix, 3, 1, rest);
  assert_true(rest[0] == 1e16 && rest[1] == 3 && rest[2] == 3 && rest[3] == -1e16);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(an_inverse_times_its_matrix_is_one),
      cmocka_unit_test(a_solution_times_its_matrix_is_the_vector),
      cmocka_unit_test(eigenvalues_fall_and_vectors_give_the_matrix_back),
      cmocka_unit_test(a_matrix_of_two_has_the_eigenvalues_of_the_textbook),
      cmocka_unit_test(singular_indefinite_and_infinite_matrices_are_refused),
      cmocka_unit_test(covariances_become_correlations_where_there_is_variance),
      cmocka_unit_test(a_matrix_is_summed_traced_and_shortened),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
