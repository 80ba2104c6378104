/* Tests of stats/weights: post-stratified, raked, trimmed.
 * SPDX-License-Identifier: Apache-2.0 */
#include "support.h"

#include <rung/stats/weights.h>

static rung_column doubles(const double *data, int64_t length)
{
  return (rung_column){.data = data, .length = length, .type = RUNG_TYPE_DOUBLE};
}

static void assert_all_close(const double *out, const double *expected, size_t count)
{
  for (size_t index = 0; index < count; ++index)
    assert_close(out[index], expected[index], 1e-12);
}

static const double ones[] = {1, 1, 1, 1};
static const double rows_of[] = {1, 1, 2, 2};
static const double columns_of[] = {1, 2, 1, 2};
static const double names[] = {1, 2};

/* Labels of text in another order than that of the rows. */
static void groups_reach_their_totals(void **state)
{
  (void)state;
  const double weight[] = {1, 1, 2}, total[] = {6, 10}, expected[] = {5, 5, 6, NAN};
  const int32_t offsets[] = {0, 1, 2, 3}, label_offsets[] = {0, 1, 2};
  const rung_column group = {"aab", NULL, offsets, 3, 0, 0, RUNG_TYPE_TEXT, 0};
  const rung_column label = {"ba", NULL, label_offsets, 2, 0, 0, RUNG_TYPE_TEXT, 0};
  const rung_column weights = doubles(weight, 3), totals = doubles(total, 2);
  double out[4];
  assert_status(rung_stats_poststratify(&weights, &group, &label, &totals, out, 4, NULL), RUNG_OK,
                NULL);
  assert_all_close(out, expected, 4);
}

/* From equal weights the cells are independent: 6 and 4 times 5 and 5 over 10. */
static void margins_are_reached_together(void **state)
{
  (void)state;
  const int8_t narrow[] = {1, 1, 2, 2};
  const rung_column weight = doubles(ones, 4);
  const rung_column groups[] = {{narrow, NULL, NULL, 4, 0, 0, RUNG_TYPE_INT8, 0},
                                doubles(columns_of, 4)};
  const rung_column labels[] = {doubles(names, 2), doubles(names, 2)};
  const double first[] = {6, 4}, second[] = {5, 5}, expected[] = {3, 3, 2, 2};
  const rung_column totals[] = {doubles(first, 2), doubles(second, 2)};
  double out[4];
  assert_status(rung_stats_rake(&weight, groups, labels, totals, 2, out, 4, NULL), RUNG_OK, NULL);
  assert_all_close(out, expected, 4);
}

static void a_margin_that_cannot_be_reached_is_said(void **state)
{
  (void)state;
  const double diagonal[] = {1, 0, 0, 1}, first[] = {6, 4}, second[] = {5, 5}, more[] = {5, 6};
  const double empty[] = {1, 1, 0, 0};
  rung_column weight = doubles(diagonal, 4);
  const rung_column groups[] = {doubles(rows_of, 4), doubles(columns_of, 4)};
  const rung_column labels[] = {doubles(names, 2), doubles(names, 2)};
  rung_column totals[] = {doubles(first, 2), doubles(second, 2)};
  double out[4] = {9, 9, 9, 9};
  rung_error error;
  assert_status(rung_stats_rake(&weight, groups, labels, totals, 2, out, 4, &error),
                RUNG_E_NOT_ESTIMABLE, &error);
  assert_true(isnan(out[0]));
  totals[1] = doubles(more, 2);
  assert_status(rung_stats_rake(&weight, groups, labels, totals, 2, out, 4, &error),
                RUNG_E_NOT_ESTIMABLE, &error);
  weight = doubles(empty, 4);
  assert_status(rung_stats_poststratify(&weight, groups, labels, totals, out, 4, &error),
                RUNG_E_NOT_ESTIMABLE, &error);
}

static void a_total_of_0_leaves_nobody(void **state)
{
  (void)state;
  const double total[] = {0, 8}, expected[] = {0, 0, 4, 4};
  const rung_column weight = doubles(ones, 4), group = doubles(rows_of, 4);
  const rung_column label = doubles(names, 2), totals = doubles(total, 2);
  double out[4];
  assert_status(rung_stats_poststratify(&weight, &group, &label, &totals, out, 4, NULL), RUNG_OK,
                NULL);
  assert_all_close(out, expected, 4);
}

static void groups_and_totals_that_do_not_fit_are_refused(void **state)
{
  (void)state;
  const double lacking[] = {1, NAN, 2, 2}, strange[] = {1, 1, 3, 2}, twice[] = {1, 1};
  const double total[] = {5, 5}, negative[] = {5, -5};
  const rung_column weight = doubles(ones, 4), label = doubles(names, 2),
                    totals = doubles(total, 2);
  rung_column group = doubles(lacking, 4);
  double out[4];
  rung_error error;
  assert_status(rung_stats_poststratify(&weight, &group, &label, &totals, out, 4, &error),
                RUNG_E_ANSWERS, &error);
  assert_int_equal(error.row, 2);
  group = doubles(strange, 4);
  assert_status(rung_stats_poststratify(&weight, &group, &label, &totals, out, 4, &error),
                RUNG_E_ANSWERS, &error);
  assert_int_equal(error.row, 3);
  group = doubles(rows_of, 4);
  const rung_column bad[] = {doubles(negative, 2), doubles(total, 1)};
  assert_status(rung_stats_poststratify(&weight, &group, &label, &bad[0], out, 4, &error),
                RUNG_E_ANSWERS, &error);
  assert_status(rung_stats_poststratify(&weight, &group, &label, &bad[1], out, 4, &error),
                RUNG_E_ARGUMENT, &error);
  const rung_column again = doubles(twice, 2);
  assert_status(rung_stats_poststratify(&weight, &group, &again, &totals, out, 4, &error),
                RUNG_E_ARGUMENT, &error);
  const rung_column text = {"ba", NULL, (const int32_t[]){0, 1, 2}, 2, 0, 0, RUNG_TYPE_TEXT, 0};
  assert_status(rung_stats_poststratify(&weight, &group, &text, &totals, out, 4, &error),
                RUNG_E_ARGUMENT, &error);
  group = doubles(rows_of, 3);
  assert_status(rung_stats_poststratify(&weight, &group, &label, &totals, out, 4, &error),
                RUNG_E_ARGUMENT, &error);
  assert_status(rung_stats_rake(&weight, &group, &label, &totals, 0, out, 4, &error),
                RUNG_E_ARGUMENT, &error);
}

/* 10 is cut to 4; its 6 make 3 4 5 of 1 2 3, and strictly 4 4 4 in the end. */
static void what_trimming_takes_is_shared_out(void **state)
{
  (void)state;
  const double weight[] = {1, 2, 3, 10}, once[] = {3, 4, 5, 4}, strict[] = {4, 4, 4, 4};
  const rung_column column = doubles(weight, 4);
  double out[4];
  assert_status(rung_stats_trim_weights(&column, 0, 4, 0, out, 4, NULL), RUNG_OK, NULL);
  assert_all_close(out, once, 4);
  assert_status(rung_stats_trim_weights(&column, 0, 4, 1, out, 4, NULL), RUNG_OK, NULL);
  assert_all_close(out, strict, 4);
  assert_status(rung_stats_trim_weights(&column, 0, 20, 1, out, 4, NULL), RUNG_OK, NULL);
  assert_all_close(out, weight, 4);
  rung_error error;
  assert_status(rung_stats_trim_weights(&column, 0, 3, 1, out, 4, &error), RUNG_E_NOT_ESTIMABLE,
                &error);
  assert_true(isnan(out[0]));
  assert_status(rung_stats_trim_weights(&column, 4, 3, 1, out, 4, &error), RUNG_E_ARGUMENT, &error);
  assert_status(rung_stats_trim_weights(&column, 1, 3, 2, out, 4, &error), RUNG_E_ARGUMENT, &error);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(groups_reach_their_totals),
      cmocka_unit_test(margins_are_reached_together),
      cmocka_unit_test(a_margin_that_cannot_be_reached_is_said),
      cmocka_unit_test(a_total_of_0_leaves_nobody),
      cmocka_unit_test(groups_and_totals_that_do_not_fit_are_refused),
      cmocka_unit_test(what_trimming_takes_is_shared_out),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
