/* Tests of stats/bootstrap: quantiles of replicates, corrections, draws.
 * SPDX-License-Identifier: Apache-2.0 */
#include "support.h"

#include <rung/stats/distribution.h>

#include "stats/bootstrap.h"

static rung_column doubles(const double *data, int64_t length)
{
  return (rung_column){.data = data, .length = length, .type = RUNG_TYPE_DOUBLE};
}

/* (R + 1) p with R = 9: .1 is the first; .15 lies between the first and the second. */
static void quantiles_are_order_statistics_on_the_normal_scale(void **state)
{
  (void)state;
  const double sorted[] = {1, 2, 3, 4, 5, 6, 7, 8, 19};
  assert_close(rung__bootstrap_quantile(sorted, 9, .1), 1, 0);
  assert_close(rung__bootstrap_quantile(sorted, 9, .3), 3, 0);
  assert_close(rung__bootstrap_quantile(sorted, 9, .01), 1, 0);
  assert_close(rung__bootstrap_quantile(sorted, 9, .99), 19, 0);
  const double low = rung_stats_normal_quantile(.1), high = rung_stats_normal_quantile(.2);
  assert_close(rung__bootstrap_quantile(sorted, 9, .15),
               1 + (rung_stats_normal_quantile(.15) - low) / (high - low), 1e-14);
  assert_close(rung__bootstrap_quantile(sorted, 1, .5), 1, 0);
  assert_true(isnan(rung__bootstrap_quantile(sorted, 9, NAN)));
}

/* L = 3, -1, -1, -1: sum L^3 = 24, sum L^2 = 12: 24 / (6 * 12^1.5). */
static void the_acceleration_is_a_skewness(void **state)
{
  (void)state;
  const double left[] = {-3, 1, 1, 1}, same[] = {5, 5}, bad[] = {1, NAN};
  assert_close(rung__acceleration(0, left, 4), 24 / (6 * pow(12, 1.5)), 1e-16);
  assert_close(rung__acceleration(5, same, 2), 0, 0);
  assert_true(isnan(rung__acceleration(0, bad, 2)));
}

static void without_bias_and_acceleration_bca_is_percentile(void **state)
{
  (void)state;
  double replicate[999], out[16];
  for (int index = 0; index < 999; ++index)
    replicate[index] = (index * 7) % 999 - 499.5; /* half of 998 below t, 1 more above */
  replicate[0] = NAN;
  const double same[] = {0, 0};
  assert_status(rung_stats_bootstrap_interval(0, replicate, 999, same, 2, NULL, out, 16, NULL),
                RUNG_OK, NULL);
  assert_close(out[RUNG_BOOTSTRAP_REPLICATES], 998, 0);
  assert_close(out[RUNG_BOOTSTRAP_ACCELERATION], 0, 0);
  assert_true(fabs(out[RUNG_BOOTSTRAP_Z0]) < .01);
  assert_close(out[RUNG_BOOTSTRAP_BCA_LOW], out[RUNG_BOOTSTRAP_PERCENTILE_LOW], 3);
  assert_close(out[RUNG_BOOTSTRAP_BASIC_LOW], -out[RUNG_BOOTSTRAP_PERCENTILE_HIGH], 1e-12);
  assert_true(out[RUNG_BOOTSTRAP_N] == 2 && isnan(out[15]));
}

static void replicates_all_above_have_no_bca(void **state)
{
  (void)state;
  const double replicate[] = {1, 2, 3}, left[] = {0, 1};
  double out[14];
  assert_status(rung_stats_bootstrap_interval(0, replicate, 3, left, 2, NULL, out, 14, NULL),
                RUNG_OK, NULL);
  assert_true(isnan(out[RUNG_BOOTSTRAP_BCA_LOW]) && isnan(out[RUNG_BOOTSTRAP_Z0]));
  assert_close(out[RUNG_BOOTSTRAP_PERCENTILE_LOW], 1, 0);
  assert_status(rung_stats_bootstrap_interval(2, replicate, 3, NULL, 0, NULL, out, 14, NULL),
                RUNG_OK, NULL);
  assert_true(isnan(out[RUNG_BOOTSTRAP_BCA_LOW]) && !isnan(out[RUNG_BOOTSTRAP_Z0]));
  assert_status(rung_stats_bootstrap_interval(0, replicate, 1, left, 2, NULL, out, 14, NULL),
                RUNG_E_NOT_ESTIMABLE, NULL);
  assert_true(out[RUNG_BOOTSTRAP_REPLICATES] == 1);
  assert_status(rung_stats_bootstrap_interval(NAN, replicate, 3, left, 2, NULL, out, 14, NULL),
                RUNG_E_ARGUMENT, NULL);
}

static rung_settings *settings_with(double seed, double replicates)
{
  rung_settings *settings;
  assert_status(rung_settings_new(&settings, NULL), RUNG_OK, NULL);
  assert_status(rung_settings_set(settings, RUNG_SETTING_SEED, seed, NULL), RUNG_OK, NULL);
  assert_status(rung_settings_set(settings, RUNG_SETTING_REPLICATES, replicates, NULL), RUNG_OK,
                NULL);
  return settings;
}

static void a_seed_gives_the_same_draws_whatever_the_order_of_rows(void **state)
{
  (void)state;
  const double value[] = {2, 9, 4, NAN, 7, 5, 1}, turned[] = {1, 5, 7, 4, 9, 2};
  const rung_column column = doubles(value, 7), other = doubles(turned, 6);
  double out[15], again[15];
  rung_settings *settings = settings_with(7, 500), *another = settings_with(8, 500);
  for (rung_replicated which = RUNG_REPLICATED_MEAN; which <= RUNG_REPLICATED_SD; ++which) {
    assert_status(rung_stats_bootstrap(&column, which, settings, out, 15, NULL), RUNG_OK, NULL);
    assert_status(rung_stats_bootstrap(&other, which, settings, again, 15, NULL), RUNG_OK, NULL);
    assert_memory_equal(out, again, sizeof out);
    assert_true(out[RUNG_BOOTSTRAP_N] == 6);
    assert_status(rung_stats_bootstrap(&other, which, another, again, 15, NULL), RUNG_OK, NULL);
    assert_true(out[RUNG_BOOTSTRAP_SE] != again[RUNG_BOOTSTRAP_SE]);
  }
  rung_settings_free(settings);
  rung_settings_free(another);
}

/* The standard error of a bootstrapped mean goes to sqrt(sum d^2) / n; its z0 to 0 but for skewness, and
 * its acceleration is sum d^3 / (6 (sum d^2)^1.5) (Efron 1987). */
static void a_bootstrapped_mean_has_its_known_moments(void **state)
{
  (void)state;
  const double value[] = {0, 0, 1, 1, 2, 3, 5, 12};
  const rung_column column = doubles(value, 8);
  rung_settings *settings = settings_with(1, 200000);
  double out[14], square = 0, cube = 0;
  for (size_t index = 0; index < 8; ++index) {
    square += pow(value[index] - 3, 2);
    cube += pow(value[index] - 3, 3);
  }
  assert_status(rung_stats_bootstrap(&column, RUNG_REPLICATED_MEAN, settings, out, 14, NULL),
                RUNG_OK, NULL);
  assert_close(out[RUNG_BOOTSTRAP_SE], sqrt(square) / 8, .01);
  assert_close(out[RUNG_BOOTSTRAP_BIAS], 0, .01);
  assert_close(out[RUNG_BOOTSTRAP_ACCELERATION], cube / (6 * pow(square, 1.5)), 1e-14);
  assert_true(out[RUNG_BOOTSTRAP_BCA_HIGH] > out[RUNG_BOOTSTRAP_PERCENTILE_HIGH]);
  rung_settings_free(settings);
}

/* The chance that the median of a draw from 1, 2, 9 is 1 is 7/27, as is that of 9. */
static void a_bootstrapped_median_has_its_known_distribution(void **state)
{
  (void)state;
  const double value[] = {9, 1, 2};
  const rung_column column = doubles(value, 3);
  rung_settings *settings = settings_with(3, 100000);
  double out[14];
  assert_status(rung_stats_bootstrap(&column, RUNG_REPLICATED_MEDIAN, settings, out, 14, NULL),
                RUNG_OK, NULL);
  assert_close(out[RUNG_BOOTSTRAP_ESTIMATE], 2, 0);
  assert_close(out[RUNG_BOOTSTRAP_BIAS], (7 * 1 + 13 * 2 + 7 * 9) / 27.0 - 2, .03);
  assert_close(rung_stats_normal_cdf(out[RUNG_BOOTSTRAP_Z0]), 7 / 27.0, .01);
  rung_settings_free(settings);
}

static void what_cannot_be_drawn_is_refused(void **state)
{
  (void)state;
  const double value[] = {4, 4, INFINITY};
  const rung_column none = doubles(value, 0), one = doubles(value, 1), same = doubles(value, 2),
                    infinite = doubles(value, 3);
  double out[14];
  assert_status(rung_stats_bootstrap(&none, RUNG_REPLICATED_MEAN, NULL, out, 14, NULL),
                RUNG_E_NOT_ESTIMABLE, NULL);
  assert_status(rung_stats_bootstrap(&one, RUNG_REPLICATED_SD, NULL, out, 14, NULL),
                RUNG_E_NOT_ESTIMABLE, NULL);
  assert_status(rung_stats_bootstrap(&infinite, RUNG_REPLICATED_SD, NULL, out, 14, NULL),
                RUNG_E_ANSWERS, NULL);
  assert_status(rung_stats_bootstrap(&same, (rung_replicated)3, NULL, out, 14, NULL),
                RUNG_E_ARGUMENT, NULL);
  assert_status(rung_stats_bootstrap(&same, RUNG_REPLICATED_MEAN, NULL, out, 14, NULL), RUNG_OK,
                NULL);
  assert_true(out[RUNG_BOOTSTRAP_SE] == 0 && isnan(out[RUNG_BOOTSTRAP_BCA_LOW]));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(quantiles_are_order_statistics_on_the_normal_scale),
      cmocka_unit_test(the_acceleration_is_a_skewness),
      cmocka_unit_test(without_bias_and_acceleration_bca_is_percentile),
      cmocka_unit_test(replicates_all_above_have_no_bca),
      cmocka_unit_test(a_seed_gives_the_same_draws_whatever_the_order_of_rows),
      cmocka_unit_test(a_bootstrapped_mean_has_its_known_moments),
      cmocka_unit_test(a_bootstrapped_median_has_its_known_distribution),
      cmocka_unit_test(what_cannot_be_drawn_is_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
