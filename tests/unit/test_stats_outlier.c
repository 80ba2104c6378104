/* Tests of rung/stats/outlier.h: Mahalanobis' distance of complete rows and of those that lack answers.
 * SPDX-License-Identifier: Apache-2.0 */
#include "support.h"

#include <rung/stats/distribution.h>
#include <rung/stats/outlier.h>

#include "stats/covariance.h"
#include "stats/symmetric.h"

#define COLUMNS 3
#define ROWS 40

static rung_column doubles(const double *data, int64_t length)
{
  return (rung_column){.data = data, .length = length, .type = RUNG_TYPE_DOUBLE};
}

static void draw(double values[COLUMNS][ROWS], rung_column columns[COLUMNS], bool absent)
{
  uint64_t chance = 61;
  for (size_t row = 0; row < ROWS; ++row) {
    const double common = (double)(next_random(&chance) % 7);
    for (size_t column = 0; column < COLUMNS; ++column) {
      values[column][row] = common + (double)(next_random(&chance) % 7);
      if (absent && next_random(&chance) % 6 == 0) values[column][row] = NAN;
    }
  }
  if (absent) values[0][5] = values[1][5] = values[2][5] = NAN;
  for (size_t column = 0; column < COLUMNS; ++column)
    columns[column] = doubles(values[column], ROWS);
}

static void one_column_gives_the_squared_z(void **state)
{
  (void)state;
  const double values[] = {1, 2, 3, 4, 10}; /* mean 4, variance 12.5 */
  const rung_column column = doubles(values, 5);
  double out[15];
  assert_status(rung_stats_mahalanobis(&column, 1, RUNG_MISSING_FAIL, out, 15, NULL), RUNG_OK,
                NULL);
  assert_close(out[0], 9 / 12.5, 1e-15);
  assert_close(out[4], 36 / 12.5, 1e-15);
  assert_true(out[5] == 1 && out[9] == 1);
  assert_close(out[14], rung_stats_chi_square_upper(36 / 12.5, 1), 1e-15);
}

static void distances_of_complete_rows_sum_to_their_degrees_of_freedom(void **state)
{
  (void)state;
  double values[COLUMNS][ROWS], out[3 * ROWS], sum = 0;
  rung_column columns[COLUMNS];
  draw(values, columns, false);
  assert_status(rung_stats_mahalanobis(columns, COLUMNS, RUNG_MISSING_FAIL, out, LENGTH(out), NULL),
                RUNG_OK, NULL);
  for (size_t row = 0; row < ROWS; ++row)
    sum += out[row];
  assert_close(sum, (ROWS - 1) * COLUMNS, 1e-11); /* the trace of (n - 1) S^-1 S */
}

static void a_row_is_judged_by_what_it_has(void **state)
{
  (void)state;
  double values[COLUMNS][ROWS], out[3 * ROWS];
  rung_column columns[COLUMNS];
  struct rung__covariance covariance;
  size_t lacking = 0;
  draw(values, columns, true);
  assert_status(
      rung_stats_mahalanobis(columns, COLUMNS, RUNG_MISSING_PAIRWISE, out, LENGTH(out), NULL),
      RUNG_OK, NULL);
  assert_status(
      rung__covariance_read(&covariance, columns, COLUMNS, NULL, RUNG_MISSING_PAIRWISE, NULL),
      RUNG_OK, NULL);
  for (size_t row = 0; row < ROWS; ++row) {
    double part[COLUMNS * COLUMNS], difference[COLUMNS], solved[COLUMNS], sum = 0;
    size_t which[COLUMNS], count = 0;
    for (size_t column = 0; column < COLUMNS; ++column) {
      if (!isnan(values[column][row])) which[count++] = column;
    }
    assert_true(out[RUNG_MAHALANOBIS_DF * ROWS + row] == (double)count);
    if (count == 0) {
      assert_true(isnan(out[row]) && isnan(out[RUNG_MAHALANOBIS_P * ROWS + row]));
      continue;
    }
    for (size_t a = 0; a < count; ++a) {
      difference[a] = solved[a] = values[which[a]][row] - covariance.mean[which[a]];
      for (size_t b = 0; b < count; ++b)
        part[a * count + b] = covariance.value[which[a] * COLUMNS + which[b]];
    }
    assert_true(rung__cholesky(part, count));
    rung__cholesky_solve(part, count, solved);
    for (size_t a = 0; a < count; ++a)
      sum += difference[a] * solved[a];
    assert_close(out[row], sum, 1e-12);
    assert_close(out[RUNG_MAHALANOBIS_P * ROWS + row],
                 rung_stats_chi_square_upper(sum, (double)count), 1e-12);
    lacking += count < COLUMNS;
  }
  assert_true(lacking > 5);
  rung__covariance_free(&covariance);
}

static void listwise_judges_complete_rows_as_if_there_were_no_others(void **state)
{
  (void)state;
  double values[COLUMNS][ROWS], whole[COLUMNS][ROWS], out[3 * ROWS], alone[3 * ROWS];
  rung_column columns[COLUMNS], complete[COLUMNS];
  size_t count = 0;
  draw(values, columns, true);
  for (size_t row = 0; row < ROWS; ++row) {
    if (isnan(values[0][row] + values[1][row] + values[2][row])) continue;
    for (size_t column = 0; column < COLUMNS; ++column)
      whole[column][count] = values[column][row];
    ++count;
  }
  for (size_t column = 0; column < COLUMNS; ++column)
    complete[column] = doubles(whole[column], (int64_t)count);
  assert_status(
      rung_stats_mahalanobis(columns, COLUMNS, RUNG_MISSING_LISTWISE, out, LENGTH(out), NULL),
      RUNG_OK, NULL);
  assert_status(
      rung_stats_mahalanobis(complete, COLUMNS, RUNG_MISSING_FAIL, alone, LENGTH(alone), NULL),
      RUNG_OK, NULL);
  for (size_t row = 0, place = 0; row < ROWS; ++row) {
    if (isnan(values[0][row] + values[1][row] + values[2][row]))
      assert_true(isnan(out[row]));
    else
      assert_close(out[row], alone[place++], 1e-13);
  }
}

static void what_cannot_be_judged_says_so(void **state)
{
  (void)state;
  const double a[] = {1, 2, 3, 4}, twice[] = {2, 4, 6, 8}, flat[] = {1, 1, 1, 1},
               gap[] = {1, NAN, 3, 4};
  const rung_column same[] = {doubles(a, 4), doubles(twice, 4)}, constant = doubles(flat, 4);
  const rung_column none = doubles(a, 0), lacking = doubles(gap, 4);
  double out[12];
  rung_error error;
  assert_status(rung_stats_mahalanobis(same, 2, RUNG_MISSING_FAIL, out, 12, &error),
                RUNG_E_NOT_ESTIMABLE, &error);
  assert_true(isnan(out[0]) && out[4] == 2 && isnan(out[8]));
  assert_status(rung_stats_mahalanobis(&constant, 1, RUNG_MISSING_PAIRWISE, out, 12, &error),
                RUNG_E_NOT_ESTIMABLE, &error);
  assert_status(rung_stats_mahalanobis(&none, 1, RUNG_MISSING_LISTWISE, out, 12, &error),
                RUNG_E_NOT_ESTIMABLE, &error);
  assert_status(rung_stats_mahalanobis(&lacking, 1, RUNG_MISSING_FAIL, out, 12, &error),
                RUNG_E_ANSWERS, &error);
  assert_status(rung_stats_mahalanobis(&lacking, 1, (rung_missing)9, out, 12, &error),
                RUNG_E_ARGUMENT, &error);
  assert_status(rung_stats_mahalanobis(NULL, 0, RUNG_MISSING_FAIL, out, 12, &error),
                RUNG_E_ARGUMENT, &error);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(one_column_gives_the_squared_z),
      cmocka_unit_test(distances_of_complete_rows_sum_to_their_degrees_of_freedom),
      cmocka_unit_test(a_row_is_judged_by_what_it_has),
      cmocka_unit_test(listwise_judges_complete_rows_as_if_there_were_no_others),
      cmocka_unit_test(what_cannot_be_judged_says_so),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
