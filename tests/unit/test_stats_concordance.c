/* Tests of stats/concordance: Lin, Bland and Altman, self and others, profiles.
 * SPDX-License-Identifier: Apache-2.0 */
#include "support.h"

#include <rung/stats/concordance.h>

#define CONCORDANCES (RUNG_CONCORDANCE_RMSE + 1)
#define LIMITS (RUNG_BLAND_ALTMAN_UPPER_HIGH + 1)
#define SELF_OTHERS (RUNG_SELF_OTHERS_BAND + 1)

static rung_column doubles(const double *data, size_t length)
{
  return (rung_column){.data = data, .length = (int64_t)length, .type = RUNG_TYPE_DOUBLE};
}

static rung_status concordance(const double *x, const double *y, size_t count, double *out)
{
  const rung_column columns[] = {doubles(x, count), doubles(y, count)};
  return rung_stats_concordance(columns, RUNG_MISSING_LISTWISE, NULL, out, CONCORDANCES, NULL);
}

static void concordance_falls_where_one_column_is_higher_or_wider(void **state)
{
  (void)state;
  const double x[] = {1, 2, 3, 4}, higher[] = {2, 3, 4, 5}, wider[] = {2, 4, 6, 8};
  double out[CONCORDANCES];
  /* population variances 1.25; a gap of 1: 2 x 1.25 / (2 x 1.25 + 1) */
  assert_status(concordance(x, higher, 4, out), RUNG_OK, NULL);
  assert_close(out[RUNG_CONCORDANCE_CCC], 2.5 / 3.5, 1e-15);
  assert_close(out[RUNG_CONCORDANCE_RMSE], 1, 1e-15);
  assert_true(out[RUNG_CONCORDANCE_R] == 1 && isnan(out[RUNG_CONCORDANCE_LOW]));
  /* variances 1.25 and 5, covariance 2.5, a gap of 2.5: 5 / (6.25 + 6.25) */
  assert_status(concordance(x, wider, 4, out), RUNG_OK, NULL);
  assert_close(out[RUNG_CONCORDANCE_CCC], 0.4, 1e-15);
  assert_close(out[RUNG_CONCORDANCE_BIAS], 0.4, 1e-15);
  assert_status(concordance(x, x, 4, out), RUNG_OK, NULL);
  assert_close(out[RUNG_CONCORDANCE_CCC], 1, 1e-15);
}

static void limits_of_concordance_are_those_of_lins_variance(void **state)
{
  (void)state;
  const double x[] = {1, 2, 3, 4, 5}, y[] = {2, 1, 4, 3, 5};
  double out[CONCORDANCES];
  assert_status(concordance(x, y, 5, out), RUNG_OK, NULL);
  /* equal means and variances: CCC = r = .8, u = 0, so that atanh has a variance of 1 / (n - 2) */
  const double half = 1.959963984540054 / sqrt(3);
  assert_close(out[RUNG_CONCORDANCE_CCC], 0.8, 1e-15);
  assert_close(out[RUNG_CONCORDANCE_LOW], tanh(atanh(0.8) - half), 1e-12);
  assert_close(out[RUNG_CONCORDANCE_HIGH], tanh(atanh(0.8) + half), 1e-12);
}

static void constants_agree_in_nothing_or_are_not_estimable(void **state)
{
  (void)state;
  const double five[] = {5, 5, 5}, six[] = {6, 6, 6}, x[] = {1, 2, 3};
  double out[CONCORDANCES];
  assert_status(concordance(five, five, 3, out), RUNG_E_NOT_ESTIMABLE, NULL);
  assert_true(out[RUNG_CONCORDANCE_RMSE] == 0 && out[RUNG_CONCORDANCE_N] == 3);
  assert_status(concordance(five, six, 3, out), RUNG_OK, NULL);
  assert_true(out[RUNG_CONCORDANCE_CCC] == 0 && out[RUNG_CONCORDANCE_RMSE] == 1);
  assert_status(concordance(five, x, 3, out), RUNG_OK, NULL);
  assert_true(out[RUNG_CONCORDANCE_CCC] == 0 && isnan(out[RUNG_CONCORDANCE_R]));
  assert_status(concordance(x, x, 1, out), RUNG_E_NOT_ESTIMABLE, NULL);
  assert_status(concordance(x, x, 0, out), RUNG_E_NOT_ESTIMABLE, NULL);
}

static void limits_of_agreement_lie_a_multiple_of_the_sd_from_the_mean(void **state)
{
  (void)state;
  const double x[] = {5, 4, 6, 7}, y[] = {3, 4, 5, 5}; /* d: 2 0 1 2, mean 1.25, variance 11/12 */
  const rung_column columns[] = {doubles(x, 4), doubles(y, 4)};
  double out[LIMITS];
  assert_status(rung_stats_bland_altman(columns, 2, RUNG_MISSING_LISTWISE, NULL, out, LIMITS, NULL),
                RUNG_OK, NULL);
  const double sd = sqrt(11.0 / 12), t = 3.182446305284263; /* t with 3 degrees, tables */
  assert_close(out[RUNG_BLAND_ALTMAN_BIAS], 1.25, 1e-15);
  assert_close(out[RUNG_BLAND_ALTMAN_UPPER], 1.25 + 2 * sd, 1e-14);
  assert_close(out[RUNG_BLAND_ALTMAN_LOWER], 1.25 - 2 * sd, 1e-14);
  assert_close(out[RUNG_BLAND_ALTMAN_BIAS_HIGH], 1.25 + t * sd / 2, 1e-12);
  assert_close(out[RUNG_BLAND_ALTMAN_UPPER_LOW], 1.25 + 2 * sd - t * sd * sqrt(1.0 / 4 + 4.0 / 6),
               1e-12);
  rung_error error;
  const double bad[] = {0, -1, 101, NAN};
  for (size_t index = 0; index < LENGTH(bad); ++index)
    assert_status(rung_stats_bland_altman(columns, bad[index], RUNG_MISSING_LISTWISE, NULL, out,
                                          LIMITS, &error),
                  RUNG_E_ARGUMENT, &error);
  const rung_column one[] = {doubles(x, 1), doubles(y, 1)};
  assert_status(rung_stats_bland_altman(one, 2, RUNG_MISSING_LISTWISE, NULL, out, LIMITS, &error),
                RUNG_E_NOT_ESTIMABLE, &error);
  assert_true(out[RUNG_BLAND_ALTMAN_N] == 1 && isnan(out[RUNG_BLAND_ALTMAN_BIAS]));
  const double huge[] = {1e300, -1e300, 1e308, 0};
  const rung_column large[] = {doubles(x, 4), doubles(huge, 4)};
  assert_status(rung_stats_bland_altman(large, 2, RUNG_MISSING_LISTWISE, NULL, out, LIMITS, &error),
                RUNG_E_NOT_ESTIMABLE, &error);
  assert_status(rung_stats_self_others(large, 2, RUNG_MISSING_LISTWISE, out, LIMITS, &error),
                RUNG_E_NOT_ESTIMABLE, &error);
}

static void a_gap_of_the_band_itself_is_in_agreement(void **state)
{
  (void)state;
  /* others: sd 2, half of it 1; gaps 1, -1, 1.5, -1.5, 0, absent */
  const double others[] = {1, 1, 5, 5, 3, NAN}, own[] = {2, 0, 6.5, 3.5, 3, 4};
  const rung_column columns[] = {doubles(own, 6), doubles(others, 6)};
  double out[SELF_OTHERS];
  assert_status(rung_stats_self_others(columns, 0.5, RUNG_MISSING_LISTWISE, out, SELF_OTHERS, NULL),
                RUNG_OK, NULL);
  assert_true(out[RUNG_SELF_OTHERS_BAND] == 1);
  assert_true(out[RUNG_SELF_OTHERS_OVER] == 1 && out[RUNG_SELF_OTHERS_UNDER] == 1 &&
              out[RUNG_SELF_OTHERS_AGREEING] == 3 && out[RUNG_SELF_OTHERS_N] == 5);
  rung_error error;
  assert_status(rung_stats_self_others(columns, -1, RUNG_MISSING_LISTWISE, out, 1, &error),
                RUNG_E_ARGUMENT, &error);
  assert_status(rung_stats_self_others(columns, 1, RUNG_MISSING_FAIL, out, 1, &error),
                RUNG_E_ANSWERS, &error);
  const rung_column none[] = {doubles(own, 0), doubles(others, 0)};
  assert_status(rung_stats_self_others(none, 1, RUNG_MISSING_FAIL, out, 1, &error),
                RUNG_E_NOT_ESTIMABLE, &error);
}

static void profiles_are_compared_on_the_dimensions_that_both_have(void **state)
{
  (void)state;
  const double own[3][3] = {{1, 3, 1}, {2, 3, 2}, {3, 3, NAN}}; /* [dimension][row] */
  const double others[3][3] = {{2, 1, NAN}, {3, 2, NAN}, {4, 3, 1}};
  rung_column columns[6];
  for (size_t index = 0; index < 3; ++index) {
    columns[index] = doubles(own[index], 3);
    columns[3 + index] = doubles(others[index], 3);
  }
  double r[4], distance[4];
  assert_status(rung_stats_profiles(columns, 3, RUNG_PROFILE_CORRELATION, r, 4, NULL), RUNG_OK,
                NULL);
  assert_status(rung_stats_profiles(columns, 3, RUNG_PROFILE_DISTANCE, distance, 4, NULL), RUNG_OK,
                NULL);
  assert_true(r[0] == 1 && distance[0] == 3);     /* the same shape, one point higher */
  assert_true(isnan(r[1]) && distance[1] == 5);   /* a flat profile */
  assert_true(isnan(r[2]) && isnan(distance[2])); /* nothing in common */
  assert_true(isnan(r[3]) && isnan(distance[3])); /* no such row */
  rung_error error;
  assert_status(rung_stats_profiles(columns, 3, (rung_profile)2, r, 4, &error), RUNG_E_ARGUMENT,
                &error);
  assert_status(rung_stats_profiles(columns, 0, RUNG_PROFILE_DISTANCE, r, 4, &error),
                RUNG_E_ARGUMENT, &error);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(concordance_falls_where_one_column_is_higher_or_wider),
      cmocka_unit_test(limits_of_concordance_are_those_of_lins_variance),
      cmocka_unit_test(constants_agree_in_nothing_or_are_not_estimable),
      cmocka_unit_test(limits_of_agreement_lie_a_multiple_of_the_sd_from_the_mean),
      cmocka_unit_test(a_gap_of_the_band_itself_is_in_agreement),
      cmocka_unit_test(profiles_are_compared_on_the_dimensions_that_both_have),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
