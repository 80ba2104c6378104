/* Tests of stats/change: reliable change, its size, transitions.
 * SPDX-License-Identifier: Apache-2.0 */
#include "support.h"

#include "stats/change.h"

static const double BEFORE[] = {1, 2, 3, 4, 5}, AFTER[] = {5, 2, 4, 3, 4};

static rung_column doubles(const double *data, size_t length)
{
  return (rung_column){.data = data, .length = (int64_t)length, .type = RUNG_TYPE_DOUBLE};
}

static rung_status change(const double *before, const double *after, size_t count,
                          const double *reliability, double *out)
{
  const rung_column columns[] = {doubles(before, count), doubles(after, count)};
  return rung_stats_change(columns, reliability, 1.96, RUNG_MISSING_LISTWISE, out, RUNG__CHANGES,
                           NULL);
}

static void reliable_change_is_change_over_the_error_of_two_measurements(void **state)
{
  (void)state;
  const double reliability[] = {0.8, 0.9};
  double out[RUNG__CHANGES];
  assert_status(change(BEFORE, AFTER, 5, reliability, out), RUNG_OK, NULL);
  /* d: 4 0 1 -1 -1; variance before 2.5, after 1.3, of d 4.3 */
  assert_close(out[RUNG_CHANGE_MEAN], 0.6, 1e-15);
  assert_close(out[RUNG_CHANGE_SEM], sqrt(2.5 * 0.2), 1e-15);
  assert_close(out[RUNG_CHANGE_SE], 1, 1e-15);
  assert_close(out[RUNG_CHANGE_SMALLEST], 1.96, 1e-15);
  assert_true(out[RUNG_CHANGE_ROSE] == 1 && out[RUNG_CHANGE_FELL] == 0 &&
              out[RUNG_CHANGE_STAYED] == 4 && out[RUNG_CHANGE_N] == 5);
  assert_close(out[RUNG_CHANGE_EFFECT], 0.6 / sqrt(2.5), 1e-15);
  assert_close(out[RUNG_CHANGE_SRM], 0.6 / sqrt(4.3), 1e-15);
  /* covariance -1/4: the true variance over that of d */
  assert_close(out[RUNG_CHANGE_R], -0.25 / sqrt(2.5 * 1.3), 1e-15);
  assert_close(out[RUNG_CHANGE_RELIABILITY], (0.8 * 2.5 + 0.9 * 1.3 + 0.5) / 4.3, 1e-14);
}

static void numbers_out_of_range_are_refused(void **state)
{
  (void)state;
  const rung_column columns[] = {doubles(BEFORE, 5), doubles(AFTER, 5)};
  const double bad[][3] = {{1, 0.5, 2},   {-0.1, 0.5, 2}, {NAN, 0.5, 2},
                           {0.5, 1.1, 2}, {0.5, 0.5, 0},  {0.5, 0.5, 101}};
  double out[2] = {9, 9};
  rung_error error;
  for (size_t index = 0; index < LENGTH(bad); ++index)
    assert_status(rung_stats_change(columns, bad[index], bad[index][2], RUNG_MISSING_LISTWISE, out,
                                    2, &error),
                  RUNG_E_ARGUMENT, &error);
  assert_status(rung_stats_change(columns, NULL, 2, RUNG_MISSING_LISTWISE, out, 2, &error),
                RUNG_E_ARGUMENT, &error);
  assert_status(rung_stats_change_rows(columns, 1, RUNG_CHANGE_ROW_INDEX, out, 2, &error),
                RUNG_E_ARGUMENT, &error);
  assert_status(rung_stats_change_rows(columns, 0.5, (rung_change_row)2, out, 2, &error),
                RUNG_E_ARGUMENT, &error);
  assert_status(rung_stats_transition(columns, 1, NULL, out, 2, &error), RUNG_E_ARGUMENT, &error);
  assert_status(rung_stats_transition(columns, 128, NULL, out, 2, &error), RUNG_E_ARGUMENT, &error);
  assert_true(out[0] == 9);
}

static void nobody_changes_reliably_where_all_start_alike(void **state)
{
  (void)state;
  const double flat[] = {3, 3, 3}, reliability[] = {0.8, 0.8};
  double out[RUNG__CHANGES];
  assert_status(change(flat, AFTER, 3, reliability, out), RUNG_E_NOT_ESTIMABLE, NULL);
  assert_true(out[RUNG_CHANGE_N] == 3 && isnan(out[RUNG_CHANGE_SRM]));
  assert_status(change(BEFORE, AFTER, 1, reliability, out), RUNG_E_NOT_ESTIMABLE, NULL);
  assert_status(change(BEFORE, AFTER, 0, reliability, out), RUNG_E_NOT_ESTIMABLE, NULL);
  assert_status(change(BEFORE, flat, 3, reliability, out), RUNG_OK, NULL);
  assert_true(isnan(out[RUNG_CHANGE_R]));
  const double huge[] = {1e308, 0, -1e300};
  assert_status(change(BEFORE, huge, 3, reliability, out), RUNG_E_NOT_ESTIMABLE, NULL);
  assert_status(change(BEFORE, BEFORE, 5, reliability, out), RUNG_OK, NULL);
  assert_true(isnan(out[RUNG_CHANGE_SRM]) && out[RUNG_CHANGE_STAYED] == 5);
}

static void each_rows_change_stands_in_its_row(void **state)
{
  (void)state;
  const double before[] = {1, 2, NAN, 3, 4, 5}, after[] = {5, 2, 1, 4, 3, 4};
  const rung_column columns[] = {doubles(before, 6), doubles(after, 6)};
  double out[7];
  assert_status(rung_stats_change_rows(columns, 0.8, RUNG_CHANGE_ROW_INDEX, out, 7, NULL), RUNG_OK,
                NULL);
  const double expected[] = {4, 0, NAN, 1, -1, -1, NAN};
  for (size_t row = 0; row < 7; ++row)
    assert_close(out[row], expected[row], 1e-14);
}

static void residuals_are_free_of_what_before_foretells(void **state)
{
  (void)state;
  const rung_column columns[] = {doubles(BEFORE, 5), doubles(AFTER, 5)};
  double out[5], sum = 0, square = 0, product = 0;
  assert_status(rung_stats_change_rows(columns, 0, RUNG_CHANGE_ROW_RESIDUAL, out, 5, NULL), RUNG_OK,
                NULL);
  for (size_t row = 0; row < 5; ++row) {
    sum += out[row];
    square += out[row] * out[row];
    product += out[row] * BEFORE[row];
  }
  assert_close(sum, 0, 1e-14);
  assert_close(product, 0, 1e-13);
  assert_close(square, 3, 1e-13); /* n - 2 */
  const rung_column line[] = {doubles(BEFORE, 5), doubles(BEFORE, 5)};
  assert_status(rung_stats_change_rows(line, 0, RUNG_CHANGE_ROW_RESIDUAL, out, 5, NULL),
                RUNG_E_NOT_ESTIMABLE, NULL);
  assert_true(isnan(out[0]));
  const rung_column two[] = {doubles(BEFORE, 2), doubles(AFTER, 2)};
  assert_status(rung_stats_change_rows(two, 0, RUNG_CHANGE_ROW_RESIDUAL, out, 5, NULL),
                RUNG_E_NOT_ESTIMABLE, NULL);
}

static void transitions_are_counted_and_empty_pairs_skipped(void **state)
{
  (void)state;
  const double before[] = {1, 1, 1, 2, 2, 3, NAN, 1}, after[] = {1, 2, 2, 1, 2, 3, 3, 2};
  const rung_column columns[] = {doubles(before, 8), doubles(after, 8)};
  double table[9], out[RUNG__TRANSITIONS];
  assert_status(rung_stats_transition(columns, 3, table, out, RUNG__TRANSITIONS, NULL), RUNG_OK,
                NULL);
  const double expected[] = {1, 3, 0, 1, 1, 0, 0, 0, 1};
  assert_memory_equal(table, expected, sizeof table);
  assert_true(out[RUNG_TRANSITION_N] == 7);
  assert_close(out[RUNG_TRANSITION_STAYED], 3.0 / 7, 1e-15);
  assert_close(out[RUNG_TRANSITION_ROSE], 3.0 / 7, 1e-15);
  assert_close(out[RUNG_TRANSITION_FELL], 1.0 / 7, 1e-15);
  /* one pair moved, three up and one down: (3 - 1)^2 / 4 = 1 with 1 degree */
  assert_true(out[RUNG_TRANSITION_BOWKER] == 1 && out[RUNG_TRANSITION_DF] == 1);
  assert_close(out[RUNG_TRANSITION_P], 0.31731050786291415, 1e-12); /* P(|Z| > 1) */
}

static void where_nobody_moved_there_is_no_test(void **state)
{
  (void)state;
  const double level[] = {1, 2, 2}, absent[] = {NAN, NAN, NAN};
  const rung_column columns[] = {doubles(level, 3), doubles(level, 3)};
  double out[RUNG__TRANSITIONS];
  assert_status(rung_stats_transition(columns, 2, NULL, out, RUNG__TRANSITIONS, NULL), RUNG_OK,
                NULL);
  assert_true(out[RUNG_TRANSITION_STAYED] == 1 && isnan(out[RUNG_TRANSITION_BOWKER]) &&
              out[RUNG_TRANSITION_DF] == 0);
  const rung_column none[] = {doubles(level, 3), doubles(absent, 3)};
  assert_status(rung_stats_transition(none, 2, NULL, out, RUNG__TRANSITIONS, NULL),
                RUNG_E_NOT_ESTIMABLE, NULL);
  assert_true(out[RUNG_TRANSITION_N] == 0 && isnan(out[RUNG_TRANSITION_STAYED]));
}

static void what_is_no_level_is_refused_with_its_place(void **state)
{
  (void)state;
  const double fine[] = {1, 2}, bad[][2] = {{1, 0}, {1, 3}, {1, 1.5}};
  double out[1] = {9};
  rung_error error;
  for (size_t index = 0; index < LENGTH(bad); ++index) {
    const rung_column columns[] = {doubles(fine, 2), doubles(bad[index], 2)};
    assert_status(rung_stats_transition(columns, 2, NULL, out, 1, &error), RUNG_E_ANSWERS, &error);
    assert_true(error.row == 2 && error.column == 2 && out[0] == 9);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(reliable_change_is_change_over_the_error_of_two_measurements),
      cmocka_unit_test(numbers_out_of_range_are_refused),
      cmocka_unit_test(nobody_changes_reliably_where_all_start_alike),
      cmocka_unit_test(each_rows_change_stands_in_its_row),
      cmocka_unit_test(residuals_are_free_of_what_before_foretells),
      cmocka_unit_test(transitions_are_counted_and_empty_pairs_skipped),
      cmocka_unit_test(where_nobody_moved_there_is_no_test),
      cmocka_unit_test(what_is_no_level_is_refused_with_its_place),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
