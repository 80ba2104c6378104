/* Tests of stats/coding: columns recoded, means of rows.
 * SPDX-License-Identifier: Apache-2.0 */
#include "support.h"

#include <rung/stats/coding.h>

static rung_column doubles(const double *data, int64_t length)
{
  return (rung_column){.data = data, .length = length, .type = RUNG_TYPE_DOUBLE};
}

static void assert_all_close(const double *out, const double *expected, size_t count)
{
  for (size_t index = 0; index < count; ++index)
    assert_close(out[index], expected[index], 1e-14);
}

static void an_item_is_reversed_within_its_scale(void **state)
{
  (void)state;
  const double value[] = {2, 5, NAN};
  const rung_column column = doubles(value, 3);
  const double expected[] = {5, 2, NAN, NAN};
  double out[4];
  assert_status(rung_stats_reverse(&column, 1, 6, out, 4, NULL), RUNG_OK, NULL);
  assert_all_close(out, expected, 4);
  const double twice[] = {20, 80, NAN};
  assert_status(rung_stats_pomp(&column, 1, 6, out, 3, NULL), RUNG_OK, NULL);
  assert_all_close(out, twice, 3);
}

static void an_answer_off_the_scale_is_refused_with_its_row(void **state)
{
  (void)state;
  const double value[] = {1, 7};
  const rung_column column = doubles(value, 2);
  rung_error error;
  double out[2] = {9, 9};
  assert_status(rung_stats_reverse(&column, 1, 6, out, 2, &error), RUNG_E_ANSWERS, &error);
  assert_true(error.row == 2 && out[0] == 9);
  assert_status(rung_stats_pomp(&column, 2, 7, out, 2, &error), RUNG_E_ANSWERS, &error);
  assert_true(error.row == 1);
  assert_status(rung_stats_pomp(&column, 7, 1, out, 2, &error), RUNG_E_ARGUMENT, &error);
  assert_status(rung_stats_reverse(&column, NAN, 6, out, 2, &error), RUNG_E_ARGUMENT, &error);
  assert_status(rung_stats_reverse(&column, 1, INFINITY, out, 2, &error), RUNG_E_ARGUMENT, &error);
}

static void a_column_is_standardised_over_what_is_there(void **state)
{
  (void)state;
  const double value[] = {1, NAN, 2, 3}, same[] = {4, 4};
  rung_column column = doubles(value, 4);
  const double expected[] = {40, NAN, 50, 60};
  double out[4];
  assert_status(rung_stats_standardise(&column, 50, 10, out, 4, NULL), RUNG_OK, NULL);
  assert_all_close(out, expected, 4);
  rung_error error;
  column = doubles(same, 2);
  assert_status(rung_stats_standardise(&column, 0, 1, out, 2, &error), RUNG_E_NOT_ESTIMABLE,
                &error);
  assert_true(isnan(out[0]) && isnan(out[1]));
  column = doubles(same, 0);
  assert_status(rung_stats_standardise(&column, 0, 1, out, 2, &error), RUNG_E_NOT_ESTIMABLE,
                &error);
  assert_status(rung_stats_standardise(&column, 0, 0, out, 2, &error), RUNG_E_ARGUMENT, &error);
}

/* Of 0, 1, ..., 10 the type-7 quantiles at 0.2 and 0.8 are 2 and 8. */
static void what_lies_far_out_is_drawn_in(void **state)
{
  (void)state;
  const double value[] = {10, 0, 1, 2, 3, 4, NAN, 5, 6, 7, 8, 9};
  const double expected[] = {8, 2, 2, 2, 3, 4, NAN, 5, 6, 7, 8, 8};
  const rung_column column = doubles(value, 12), none = doubles(value + 6, 1);
  double out[12];
  assert_status(rung_stats_winsorise(&column, 0.2, out, 12, NULL), RUNG_OK, NULL);
  assert_all_close(out, expected, 12);
  rung_error error;
  assert_status(rung_stats_winsorise(&column, 0.6, out, 12, &error), RUNG_E_ARGUMENT, &error);
  assert_status(rung_stats_winsorise(&none, 0.2, out, 12, &error), RUNG_E_NOT_ESTIMABLE, &error);
  assert_true(isnan(out[0]));
}

static void a_mean_of_a_row_asks_for_enough_answers(void **state)
{
  (void)state;
  const double a[] = {1, 2, NAN}, b[] = {3, NAN, NAN};
  const rung_column columns[] = {doubles(a, 3), doubles(b, 3)};
  const double one[] = {2, 2, NAN}, both[] = {2, NAN, NAN};
  double out[3];
  assert_status(rung_stats_row_means(columns, 2, 1, out, 3, NULL), RUNG_OK, NULL);
  assert_all_close(out, one, 3);
  assert_status(rung_stats_row_means(columns, 2, 2, out, 3, NULL), RUNG_OK, NULL);
  assert_all_close(out, both, 3);
  rung_error error;
  assert_status(rung_stats_row_means(columns, 2, 3, out, 3, &error), RUNG_E_ARGUMENT, &error);
  assert_status(rung_stats_row_means(columns, 2, 0, out, 3, &error), RUNG_E_ARGUMENT, &error);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(an_item_is_reversed_within_its_scale),
      cmocka_unit_test(an_answer_off_the_scale_is_refused_with_its_row),
      cmocka_unit_test(a_column_is_standardised_over_what_is_there),
      cmocka_unit_test(what_lies_far_out_is_drawn_in),
      cmocka_unit_test(a_mean_of_a_row_asks_for_enough_answers),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
