/* Tests of rung/stats/split_half.h: halves, every split, lower bounds.
 * SPDX-License-Identifier: Apache-2.0 */
#include "support.h"

#include <rung/stats/split_half.h>

#include "stats/covariance.h"

#define ITEMS_MOST 9

static rung_column doubles(const double *data, int64_t length)
{
  return (rung_column){.data = data, .length = length, .type = RUNG_TYPE_DOUBLE};
}

/* Correlations by chance. */
static void draw_matrix(double *matrix, size_t items, uint64_t *chance)
{
  for (size_t row = 0; row < items; ++row) {
    matrix[row * items + row] = 1;
    for (size_t column = 0; column < row; ++column)
      matrix[row * items + column] = matrix[column * items + row] = (double)(next_random(chance) %
                                                                             1000) /
                                                                    2000;
  }
}

static size_t bits_of(size_t mask)
{
  size_t count = 0;
  for (; mask != 0; mask &= mask - 1)
    ++count;
  return count;
}

/* 4 c/V of the split that a mask says, the obvious way. */
static double split_of(const double *matrix, size_t items, size_t mask)
{
  double between = 0, sum = 0;
  for (size_t row = 0; row < items; ++row) {
    for (size_t column = 0; column < items; ++column) {
      sum += matrix[row * items + column];
      if ((mask >> row & 1) == 1 && (mask >> column & 1) == 0)
        between += matrix[row * items + column];
    }
  }
  return 4 * between / sum;
}

static void every_split_is_visited_once_for_odd_and_even_numbers(void **state)
{
  (void)state;
  const double counts[] = {0, 0, 1, 3, 3, 10, 10, 35, 35, 126};
  double matrix[ITEMS_MOST * ITEMS_MOST], out[6];
  uint64_t chance = 11;
  for (size_t items = 2; items <= ITEMS_MOST; ++items) {
    double most = -9, least = 9, sum = 0, squares = 0, count = 0;
    draw_matrix(matrix, items, &chance);
    for (size_t mask = 1; mask < (size_t)1 << items; ++mask) {
      if (bits_of(mask) != items / 2 || (items % 2 == 0 && (mask & 1) == 0)) continue;
      const double value = split_of(matrix, items, mask);
      most = fmax(most, value);
      least = fmin(least, value);
      sum += value;
      squares += value * value;
      ++count;
    }
    assert_status(rung_stats_splits(matrix, items, NULL, out, 6, NULL), RUNG_OK, NULL);
    assert_true(out[RUNG_SPLITS_COUNT] == counts[items] && count == counts[items]);
    assert_close(out[RUNG_SPLITS_LAMBDA4], most, 1e-14);
    assert_close(out[RUNG_SPLITS_BETA], least, 1e-14);
    assert_close(out[RUNG_SPLITS_MEAN], sum / count, 1e-14);
    assert_close(out[RUNG_SPLITS_SD], sqrt(fmax(squares / count - sum / count * sum / count, 0)),
                 1e-7);
    assert_true(out[RUNG_SPLITS_MEDIAN] >= least - 1e-14);
    assert_true(out[RUNG_SPLITS_MEDIAN] <= most + 1e-14);
  }
}

static void the_mean_of_all_splits_of_an_even_number_is_alpha(void **state)
{
  (void)state;
  double matrix[64], out[6], bounds[9];
  uint64_t chance = 12;
  draw_matrix(matrix, 8, &chance);
  assert_status(rung_stats_splits(matrix, 8, NULL, out, 6, NULL), RUNG_OK, NULL);
  assert_status(rung_stats_guttman(matrix, 8, bounds, 9, NULL), RUNG_OK, NULL);
  assert_close(out[RUNG_SPLITS_MEAN], bounds[RUNG_GUTTMAN_LAMBDA3], 1e-14); /* Cronbach 1951 */
}

static void of_parallel_items_the_bounds_are_alpha(void **state)
{
  (void)state;
  /* k = 4, r = 0.5: V = 10, alpha = 4/3 x 0.6 = 0.8 */
  double matrix[16], out[9];
  for (size_t index = 0; index < 16; ++index)
    matrix[index] = index % 5 == 0 ? 1 : 0.5;
  assert_status(rung_stats_guttman(matrix, 4, out, 9, NULL), RUNG_OK, NULL);
  assert_close(out[RUNG_GUTTMAN_LAMBDA1], 0.6, 1e-15);
  assert_close(out[RUNG_GUTTMAN_LAMBDA2], 0.8, 1e-15);
  assert_close(out[RUNG_GUTTMAN_LAMBDA3], 0.8, 1e-15);
  assert_close(out[RUNG_GUTTMAN_LAMBDA5], 0.6 + 2 * sqrt(0.75) / 10, 1e-15);
  assert_close(out[RUNG_GUTTMAN_LAMBDA6], 1 - 4 * (1 - 0.375) / 10, 1e-14);
  for (size_t power = 0; power < 4; ++power)
    assert_close(out[RUNG_GUTTMAN_MU0 + power], 0.8, 1e-15);
}

static void the_bounds_rise_as_ten_berge_and_zegers_have_shown(void **state)
{
  (void)state;
  double matrix[49], out[9];
  uint64_t chance = 13;
  for (size_t count = 0; count < 20; ++count) {
    draw_matrix(matrix, 7, &chance);
    assert_status(rung_stats_guttman(matrix, 7, out, 9, NULL), RUNG_OK, NULL);
    for (size_t power = 1; power < 4; ++power)
      assert_true(out[RUNG_GUTTMAN_MU0 + power] >= out[RUNG_GUTTMAN_MU0 + power - 1] - 1e-15);
    assert_close(out[RUNG_GUTTMAN_MU1], out[RUNG_GUTTMAN_LAMBDA2], 1e-14);
  }
}

static void halves_are_the_sums_of_their_items(void **state)
{
  (void)state;
  const double a[] = {1, 2, 3, 4, 5}, b[] = {2, 1, 4, 3, 5}, c[] = {1, 3, 2, 5, 4};
  const rung_column columns[] = {doubles(a, 5), doubles(b, 5), doubles(c, 5)};
  double first[5], out[4];
  for (size_t row = 0; row < 5; ++row)
    first[row] = a[row] + c[row];
  assert_status(rung_stats_halves(columns, 3, NULL, NULL, RUNG_MISSING_FAIL, out, 4, NULL), RUNG_OK,
                NULL);
  const double r = rung__correlation_of(first, b, NULL, 5);
  assert_close(out[RUNG_HALVES_R], r, 1e-15);
  assert_close(out[RUNG_HALVES_SPEARMAN_BROWN], 2 * r / (1 + r), 1e-15);
  assert_true(out[RUNG_HALVES_N] == 5);
  const uint8_t half[] = {1, 1, 0};
  double sum[5];
  for (size_t row = 0; row < 5; ++row)
    sum[row] = a[row] + b[row];
  assert_status(rung_stats_halves(columns, 3, half, NULL, RUNG_MISSING_FAIL, out, 4, NULL), RUNG_OK,
                NULL);
  assert_close(out[RUNG_HALVES_R], rung__correlation_of(sum, c, NULL, 5), 1e-15);
}

static void what_cannot_be_split_is_refused(void **state)
{
  (void)state;
  const double a[] = {1, 2, 3}, flat[] = {1, 1, 1}, one[] = {1}, zero[] = {0, 0, 0, 0};
  const rung_column columns[] = {doubles(a, 3), doubles(flat, 3)};
  const uint8_t empty[] = {1, 1}, wrong[] = {0, 2};
  double matrix[900], out[6];
  rung_error error;
  assert_status(rung_stats_halves(columns, 2, empty, NULL, RUNG_MISSING_FAIL, out, 4, &error),
                RUNG_E_ARGUMENT, &error);
  assert_status(rung_stats_halves(columns, 2, wrong, NULL, RUNG_MISSING_FAIL, out, 4, &error),
                RUNG_E_ARGUMENT, &error);
  assert_status(rung_stats_halves(columns, 2, NULL, NULL, RUNG_MISSING_FAIL, out, 4, &error),
                RUNG_E_NOT_ESTIMABLE, &error);
  assert_true(isnan(out[0]) && out[RUNG_HALVES_N] == 3);
  const double huge[] = {-1e154, 1e154, 1e154}, gap[] = {1, NAN, NAN};
  const rung_column beyond[] = {doubles(huge, 3), doubles(huge, 3)};
  const rung_column apart[] = {doubles(a, 3), doubles(gap, 3)};
  assert_status(rung_stats_halves(beyond, 2, NULL, NULL, RUNG_MISSING_FAIL, out, 4, &error),
                RUNG_E_NOT_ESTIMABLE, &error);
  assert_status(rung_stats_halves(apart, 2, NULL, NULL, RUNG_MISSING_PAIRWISE, out, 4, &error),
                RUNG_E_NOT_ESTIMABLE, &error);
  const double empty_trace[] = {0, 1, 1, 0};
  assert_status(rung_stats_guttman(empty_trace, 2, out, 6, &error), RUNG_E_NOT_ESTIMABLE, &error);
  assert_status(rung_stats_splits(one, 1, NULL, out, 6, &error), RUNG_E_NOT_ESTIMABLE, &error);
  assert_status(rung_stats_guttman(zero, 2, out, 6, &error), RUNG_E_NOT_ESTIMABLE, &error);
  uint64_t chance = 14;
  draw_matrix(matrix, 30, &chance);
  out[0] = 7;
  assert_status(rung_stats_splits(matrix, 30, NULL, out, 6, &error), RUNG_E_LIMIT, &error);
  assert_true(out[0] == 7);
}

static void bounds_do_not_depend_on_the_unit_of_the_items(void **state)
{
  (void)state;
  const double matrix[] = {4, 1, 2, 1, 5, 1.5, 2, 1.5, 3};
  const double units[] = {1e-300, 1e-60, 1e60, 1e300};
  double expected[9], out[9], scaled[9];
  assert_status(rung_stats_guttman(matrix, 3, expected, 9, NULL), RUNG_OK, NULL);
  for (size_t unit = 0; unit < 4; ++unit) {
    for (size_t index = 0; index < 9; ++index)
      scaled[index] = matrix[index] * units[unit];
    assert_status(rung_stats_guttman(scaled, 3, out, 9, NULL), RUNG_OK, NULL);
    for (size_t index = 0; index < 9; ++index)
      assert_close(out[index], expected[index], 1e-13);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_split_is_visited_once_for_odd_and_even_numbers),
      cmocka_unit_test(the_mean_of_all_splits_of_an_even_number_is_alpha),
      cmocka_unit_test(of_parallel_items_the_bounds_are_alpha),
      cmocka_unit_test(the_bounds_rise_as_ten_berge_and_zegers_have_shown),
      cmocka_unit_test(halves_are_the_sums_of_their_items),
      cmocka_unit_test(what_cannot_be_split_is_refused),
      cmocka_unit_test(bounds_do_not_depend_on_the_unit_of_the_items),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
