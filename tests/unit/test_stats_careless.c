/* Tests of stats/careless: runs, variation, consistency, pace.
 * SPDX-License-Identifier: Apache-2.0 */
#include "support.h"

#include <rung/stats/careless.h>

static rung_column doubles(const double *data, int64_t length)
{
  return (rung_column){.data = data, .length = length, .type = RUNG_TYPE_DOUBLE};
}

/* The fixture of the careless package's own test of longstring (inst/testdata, MIT): row i of 1 to 9
 * begins with 10 i ones and goes on 0, 1, 0, 1; row 10 is in blocks of ten. */
static void the_longest_run_is_that_of_the_fixture_of_careless(void **state)
{
  (void)state;
  double data[100][10];
  rung_column columns[100];
  for (size_t item = 0; item < 100; ++item) {
    for (size_t row = 0; row < 9; ++row) {
      const size_t ones = 10 * (row + 1);
      data[item][row] = item < ones ? 1 : (double)((item - ones) % 2);
    }
    data[item][9] = item / 10 % 2 == 0;
    columns[item] = doubles(data[item], 10);
  }
  const double expected[] = {10, 20, 30, 40, 50, 60, 70, 80, 90, 10};
  double out[10];
  assert_status(rung_stats_careless(columns, 100, 1, out, 10, NULL), RUNG_OK, NULL);
  for (size_t row = 0; row < 10; ++row)
    assert_true(out[row] == expected[row]);
}

static void an_item_without_an_answer_breaks_no_run(void **state)
{
  (void)state;
  const double a[] = {3, NAN}, b[] = {NAN, NAN}, c[] = {3, NAN}, d[] = {5, NAN};
  const rung_column columns[] = {doubles(a, 2), doubles(b, 2), doubles(c, 2), doubles(d, 2)};
  const double expected[] = {2, 1.5, sqrt(4.0 / 3), .25, 3, 0, NAN, NAN, 1, 0};
  double out[10];
  assert_status(rung_stats_careless(columns, 4, 5, out, 10, NULL), RUNG_OK, NULL);
  for (size_t place = 0; place < 10; ++place)
    assert_close(out[place], expected[place], 1e-15);
  assert_status(rung_stats_careless(columns, 4, 2, out, 3, NULL), RUNG_OK, NULL);
  assert_true(out[1] == 1.5 && out[2] == 0);
  rung_error error;
  assert_status(rung_stats_careless(columns, 4, 0, out, 3, &error), RUNG_E_ARGUMENT, &error);
}

/* Halves of four scales: 1 2 3 4 against 1 2 4 3, r = 0.8, 2 r / (1 + r) = 8/9. Row 2 contradicts
 * itself, row 3 has two scales, row 4 does not vary. */
static void halves_of_scales_agree_or_contradict(void **state)
{
  (void)state;
  const double data[8][4] = {{1, 1, 1, 2},   {1, 4, 1, 2},   {2, 2, 2, 2},   {2, 3, 3, 2},
                             {3, 3, NAN, 2}, {4, 2, NAN, 2}, {4, 4, NAN, 2}, {3, 1, NAN, 2}};
  const uint32_t scale[] = {0, 0, 1, 1, 2, 2, 7, 7};
  rung_column columns[8];
  for (size_t item = 0; item < 8; ++item)
    columns[item] = doubles(data[item], 4);
  const double expected[] = {8.0 / 9, -1, NAN, NAN, NAN};
  double out[5];
  assert_status(rung_stats_even_odd(columns, 8, scale, out, 5, NULL), RUNG_OK, NULL);
  for (size_t row = 0; row < 5; ++row)
    assert_close(out[row], expected[row], 1e-14);
  rung_error error;
  assert_status(rung_stats_even_odd(columns, 5, scale, out, 5, &error), RUNG_E_NOT_ESTIMABLE,
                &error);
  assert_true(isnan(out[0]));
  assert_status(rung_stats_even_odd(columns, 7, scale, out, 5, &error), RUNG_E_ARGUMENT, &error);
  assert_status(rung_stats_even_odd(columns, 8, NULL, out, 5, &error), RUNG_E_ARGUMENT, &error);
}

/* Pages of 5 and 10 items at 2 seconds an item: under 10 and under 20 seconds is fast. */
static void fast_pages_count_by_their_items(void **state)
{
  (void)state;
  const double first[] = {9, 10, NAN, NAN}, second[] = {30, 19.5, 12, NAN}, items[] = {5, 10};
  const rung_column columns[] = {doubles(first, 4), doubles(second, 4)};
  const double expected[] = {39.0 / 15, 5.0 / 15, 29.5 / 15, 10.0 / 15, 1.2, 1, NAN, NAN};
  double out[8];
  assert_status(rung_stats_pace(columns, 2, items, 2, 2, out, 8, NULL), RUNG_OK, NULL);
  for (size_t place = 0; place < 8; ++place)
    assert_close(out[place], expected[place], 1e-15);
  const double negative[] = {1, -1, 1, 1};
  const rung_column bad = doubles(negative, 4);
  rung_error error;
  assert_status(rung_stats_pace(&bad, 1, NULL, 2, 2, out, 8, &error), RUNG_E_ANSWERS, &error);
  assert_true(error.row == 2 && error.column == 1);
  assert_status(rung_stats_pace(columns, 2, items, 0, 2, out, 8, &error), RUNG_E_ARGUMENT, &error);
  const double none[] = {5, 0};
  assert_status(rung_stats_pace(columns, 2, none, 2, 2, out, 8, &error), RUNG_E_ARGUMENT, &error);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_longest_run_is_that_of_the_fixture_of_careless),
      cmocka_unit_test(an_item_without_an_answer_breaks_no_run),
      cmocka_unit_test(halves_of_scales_agree_or_contradict),
      cmocka_unit_test(fast_pages_count_by_their_items),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
