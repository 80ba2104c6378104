/* Tests of stats/adjust: p-values adjusted for how many there are.
 * SPDX-License-Identifier: Apache-2.0 */
#include "support.h"

#include "stats/adjust.h"

#define WAYS 6

static rung_column doubles(const double *data, int64_t length)
{
  return (rung_column){.data = data, .length = length, .type = RUNG_TYPE_DOUBLE};
}

/* Three p-values; the closed tests of Hommel and Simes are written out in the margin. */
static void each_way_gives_what_its_definition_gives_by_hand(void **state)
{
  (void)state;
  const double p[] = {0.03, 0.01, 0.04};
  const double expected[WAYS][3] = {
      {0.06, 0.03, 0.06},           /* 3 x .01; 2 x .03; then 1 x .04 is below .06 */
      {0.04, 0.03, 0.04},           /* 2 x .03 is above 1 x .04 */
      {0.04, 0.03, 0.04},           /* pairs: .01+.03 .02, .01+.04 .02, .03+.04 .04; all .03 */
      {0.09, 0.03, 0.12},           /* 3 p */
      {0.04, 0.03, 0.04},           /* 3/2 x .03 = .045 is above .04 */
      {0.22 / 3, 0.055, 0.22 / 3}}; /* times 1 + 1/2 + 1/3 = 11/6 */
  for (int how = 0; how < WAYS; ++how) {
    double out[3];
    const rung_column column = doubles(p, 3);
    assert_status(rung_stats_adjust(&column, (rung_adjust)how, NULL, out, 3, NULL), RUNG_OK, NULL);
    for (size_t row = 0; row < 3; ++row)
      assert_close(out[row], expected[how][row], 1e-15);
  }
}

static void what_is_absent_stays_absent_and_does_not_count(void **state)
{
  (void)state;
  const double p[] = {NAN, 0.02, NAN, 0.04}, fewer[] = {0.02, 0.04};
  for (int how = 0; how < WAYS; ++how) {
    double out[4], alone[2];
    const rung_column column = doubles(p, 4), rest = doubles(fewer, 2);
    assert_status(rung_stats_adjust(&column, (rung_adjust)how, NULL, out, 4, NULL), RUNG_OK, NULL);
    assert_status(rung_stats_adjust(&rest, (rung_adjust)how, NULL, alone, 2, NULL), RUNG_OK, NULL);
    assert_true(isnan(out[0]) && isnan(out[2]) && out[1] == alone[0] && out[3] == alone[1]);
  }
}

static void one_alone_stays_as_it_is(void **state)
{
  (void)state;
  const double p = 0.2;
  const rung_column column = doubles(&p, 1);
  for (int how = 0; how < WAYS; ++how) {
    double out[2] = {9, 9};
    assert_status(rung_stats_adjust(&column, (rung_adjust)how, NULL, out, 2, NULL), RUNG_OK, NULL);
    assert_true(out[0] == 0.2 && isnan(out[1]));
  }
}

static void no_way_gives_less_than_the_p_value_or_more_than_bonferroni(void **state)
{
  (void)state;
  uint64_t seed = 7;
  double p[40], out[WAYS][40];
  for (size_t row = 0; row < LENGTH(p); ++row)
    p[row] = (double)(next_random(&seed) % 50) / 500;
  for (int how = 0; how < WAYS; ++how)
    assert_true(rung__adjust(p, LENGTH(p), (rung_adjust)how, out[how]));
  for (size_t row = 0; row < LENGTH(p); ++row) {
    assert_true(out[RUNG_ADJUST_HOMMEL][row] >= p[row]);
    assert_true(out[RUNG_ADJUST_HOMMEL][row] <= out[RUNG_ADJUST_HOCHBERG][row] + 1e-15);
    assert_true(out[RUNG_ADJUST_HOCHBERG][row] <= out[RUNG_ADJUST_HOLM][row] + 1e-15);
    assert_true(out[RUNG_ADJUST_HOLM][row] <= out[RUNG_ADJUST_BONFERRONI][row] + 1e-15);
    assert_true(out[RUNG_ADJUST_BENJAMINI_HOCHBERG][row] >= p[row]);
    assert_true(out[RUNG_ADJUST_BENJAMINI_YEKUTIELI][row] >=
                out[RUNG_ADJUST_BENJAMINI_HOCHBERG][row]);
  }
}

static void what_is_no_p_value_is_refused_with_its_row(void **state)
{
  (void)state;
  const double bad[] = {0.5, 1.5}, none[] = {NAN, NAN};
  double out[2] = {9, 9};
  rung_error error;
  rung_column column = doubles(bad, 2);
  assert_status(rung_stats_adjust(&column, RUNG_ADJUST_HOLM, NULL, out, 2, &error), RUNG_E_ANSWERS,
                &error);
  assert_true(error.row == 2 && out[0] == 9);
  assert_status(rung_stats_adjust(&column, (rung_adjust)WAYS, NULL, out, 2, &error),
                RUNG_E_ARGUMENT, &error);
  assert_status(rung_stats_adjust(&column, RUNG_ADJUST_HOLM, NULL, NULL, 2, &error),
                RUNG_E_ARGUMENT, &error);
  column = doubles(none, 2);
  assert_status(rung_stats_adjust(&column, RUNG_ADJUST_HOLM, NULL, out, 2, &error),
                RUNG_E_NOT_ESTIMABLE, &error);
  assert_true(isnan(out[0]) && isnan(out[1]));
  column = doubles(none, 0);
  assert_status(rung_stats_adjust(&column, RUNG_ADJUST_HOLM, NULL, out, 2, &error),
                RUNG_E_NOT_ESTIMABLE, &error);
}

static void hommels_steps_are_bounded_by_the_work_setting(void **state)
{
  (void)state;
  double p[32], out[32];
  rung_settings *settings;
  rung_error error;
  for (size_t row = 0; row < LENGTH(p); ++row)
    p[row] = 0.01;
  const rung_column column = doubles(p, LENGTH(p));
  assert_status(rung_settings_new(&settings, NULL), RUNG_OK, NULL);
  assert_status(rung_settings_set(settings, RUNG_SETTING_WORK, 1000, NULL), RUNG_OK, NULL);
  assert_status(rung_stats_adjust(&column, RUNG_ADJUST_HOMMEL, settings, out, 32, &error),
                RUNG_E_LIMIT, &error);
  assert_status(rung_stats_adjust(&column, RUNG_ADJUST_HOCHBERG, settings, out, 32, &error),
                RUNG_OK, &error);
  rung_settings_free(settings);
  assert_status(rung_stats_adjust(&column, RUNG_ADJUST_HOMMEL, NULL, out, 32, &error), RUNG_OK,
                &error);
  assert_close(out[0], 0.01, 1e-15);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(each_way_gives_what_its_definition_gives_by_hand),
      cmocka_unit_test(what_is_absent_stays_absent_and_does_not_count),
      cmocka_unit_test(one_alone_stays_as_it_is),
      cmocka_unit_test(no_way_gives_less_than_the_p_value_or_more_than_bonferroni),
      cmocka_unit_test(what_is_no_p_value_is_refused_with_its_row),
      cmocka_unit_test(hommels_steps_are_bounded_by_the_work_setting),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
