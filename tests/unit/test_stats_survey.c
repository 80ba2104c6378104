/* Tests of stats/survey: means, totals, shares and quantiles of populations.
 * SPDX-License-Identifier: Apache-2.0 */
#include "support.h"

#include <rung/stats/describe.h>
#include <rung/stats/design.h>

#include "stats/design.h"

#define PLACES 16

static rung_column doubles(const double *data, int64_t length)
{
  return (rung_column){.data = data, .length = length, .type = RUNG_TYPE_DOUBLE};
}

static const double four[] = {1, 3, 5, 7};

/* The mean of a column under a design. */
static rung_status mean_of(const rung_column *column, const rung_column *design, rung_lonely lonely,
                           double out[PLACES], rung_error *error)
{
  return rung_stats_survey_mean(column, design, PLACES, lonely, NULL, out, PLACES, error);
}

/* Weights 1, 1, 2, 4: sum 8, sum of squares 22. */
static void weights_and_their_effect_are_counted(void **state)
{
  (void)state;
  const double weight[] = {1, 1, 2, 4};
  const rung_column column = doubles(four, 4);
  rung_column design[PLACES] = {{.type = 0}};
  design[RUNG_DESIGN_WEIGHT] = doubles(weight, 4);
  double out[PLACES];
  assert_status(mean_of(&column, design, RUNG_LONELY_FAIL, out, NULL), RUNG_OK, NULL);
  assert_close(out[RUNG_SURVEY_ESTIMATE], 42.0 / 8, 1e-15);
  assert_close(out[RUNG_SURVEY_KISH], 88.0 / 64, 1e-15);
  assert_close(out[RUNG_SURVEY_KISH_N], 64.0 / 22, 1e-15);
  assert_close(out[RUNG_SURVEY_DESIGN_EFFECT], 2 * out[RUNG_SURVEY_DESIGN_EFFECT_REPLACED], 1e-14);
}

static void totals_ratios_and_differences_are_linearised(void **state)
{
  (void)state;
  const double part[] = {0, 0, 3, 3}, twice[] = {2, 6, 10, 14}, none[] = {0, 0, 0, 0};
  rung_column columns[] = {doubles(four, 4), doubles(part, 4)};
  double out[PLACES];
  assert_status(
      rung_stats_survey_total(columns, NULL, 0, RUNG_LONELY_FAIL, NULL, out, PLACES, NULL), RUNG_OK,
      NULL);
  assert_true(out[RUNG_SURVEY_ESTIMATE] == 16 && isnan(out[RUNG_SURVEY_EFFECTIVE_N]));
  assert_close(out[RUNG_SURVEY_SE] * out[RUNG_SURVEY_SE], 4.0 / 3 * 20, 1e-12);
  assert_status(
      rung_stats_survey_difference(columns, NULL, 0, RUNG_LONELY_FAIL, NULL, out, PLACES, NULL),
      RUNG_OK, NULL);
  assert_true(out[RUNG_SURVEY_ESTIMATE] == 4 && out[RUNG_SURVEY_DF] == 2);
  assert_close(out[RUNG_SURVEY_SE] * out[RUNG_SURVEY_SE], 4.0 / 3, 1e-14);
  assert_close(out[RUNG_SURVEY_P], 1 - sqrt(12.0 / 14), 1e-13); /* t^2 = 12, 2 degrees */
  columns[1] = doubles(twice, 4);
  assert_status(
      rung_stats_survey_ratio(columns, NULL, 0, RUNG_LONELY_FAIL, NULL, out, PLACES, NULL), RUNG_OK,
      NULL);
  assert_true(out[RUNG_SURVEY_ESTIMATE] == .5 && out[RUNG_SURVEY_SE] == 0);
  rung_error error;
  columns[1] = doubles(none, 4);
  assert_status(
      rung_stats_survey_ratio(columns, NULL, 0, RUNG_LONELY_FAIL, NULL, out, PLACES, &error),
      RUNG_E_NOT_ESTIMABLE, &error);
  assert_status(
      rung_stats_survey_difference(columns, NULL, 0, RUNG_LONELY_FAIL, NULL, out, PLACES, &error),
      RUNG_E_NOT_ESTIMABLE, &error);
}

/* Squared distances of 1 3 5 7 are 9 1 1 9; times 4/3 their mean is 20/3. */
static void a_variance_is_a_mean_of_squares(void **state)
{
  (void)state;
  const rung_column column = doubles(four, 4), one = doubles(four, 1);
  double out[PLACES];
  assert_status(
      rung_stats_survey_variance(&column, NULL, 0, RUNG_LONELY_FAIL, NULL, out, PLACES, NULL),
      RUNG_OK, NULL);
  assert_close(out[RUNG_SURVEY_ESTIMATE], 20.0 / 3, 1e-14);
  assert_close(out[RUNG_SURVEY_SE], sqrt(64.0 / 12) * 4 / 3, 1e-13);
  rung_error error;
  assert_status(
      rung_stats_survey_variance(&one, NULL, 0, RUNG_LONELY_CERTAINTY, NULL, out, PLACES, &error),
      RUNG_E_NOT_ESTIMABLE, &error);
}

static void covariances_of_means_fill_a_matrix(void **state)
{
  (void)state;
  const double down[] = {7, 5, 3, 1};
  const rung_column columns[] = {doubles(four, 4), doubles(down, 4)};
  const double expected[] = {5.0 / 3, -5.0 / 3, -5.0 / 3, 5.0 / 3, NAN};
  double out[5];
  assert_status(rung_stats_survey_covariance(columns, 2, NULL, 0, RUNG_LONELY_FAIL, out, 5, NULL),
                RUNG_OK, NULL);
  for (size_t place = 0; place < 5; ++place)
    assert_close(out[place], expected[place], 1e-14);
}

/* Equal pairs 3/4, by chance 1/2: kappa 1/2. */
static void kappa_is_above_chance(void **state)
{
  (void)state;
  const double first[] = {1, 1, 2, 2}, second[] = {1, 1, 2, 1}, same[] = {1, 1, 1, 1};
  rung_column columns[] = {doubles(first, 4), doubles(second, 4)};
  double out[PLACES];
  assert_status(
      rung_stats_survey_kappa(columns, NULL, 0, RUNG_LONELY_FAIL, NULL, out, PLACES, NULL), RUNG_OK,
      NULL);
  assert_close(out[RUNG_SURVEY_ESTIMATE], .5, 1e-15);
  rung_error error;
  columns[0] = columns[1] = doubles(same, 4);
  assert_status(
      rung_stats_survey_kappa(columns, NULL, 0, RUNG_LONELY_FAIL, NULL, out, PLACES, &error),
      RUNG_E_NOT_ESTIMABLE, &error);
}

static void a_share_has_intervals_within_0_and_1(void **state)
{
  (void)state;
  const double value[] = {1, 0, 1, 1, 0, 1, 1, 1, 1, 1}, all[] = {1, 1, 1};
  rung_column column = doubles(value, 10);
  double out[10];
  assert_status(rung_stats_survey_share(&column, NULL, 0, RUNG_LONELY_FAIL, NULL, out, 10, NULL),
                RUNG_OK, NULL);
  assert_close(out[RUNG_SURVEY_SHARE_ESTIMATE], .8, 1e-15);
  assert_close(out[RUNG_SURVEY_SHARE_EFFECTIVE_N], 9, 1e-13); /* n - 1 of a simple sample */
  assert_close(out[RUNG_SURVEY_SHARE_ADJUSTED_N], 9, 1e-13);
  assert_true(out[RUNG_SURVEY_SHARE_BETA_LOW] > 0 && out[RUNG_SURVEY_SHARE_BETA_HIGH] < 1);
  assert_true(out[RUNG_SURVEY_SHARE_LOGIT_LOW] > 0 && out[RUNG_SURVEY_SHARE_LOGIT_HIGH] < 1);
  rung_error error;
  column = doubles(all, 3);
  assert_status(rung_stats_survey_share(&column, NULL, 0, RUNG_LONELY_FAIL, NULL, out, 10, &error),
                RUNG_E_NOT_ESTIMABLE, &error);
  assert_true(out[RUNG_SURVEY_SHARE_ESTIMATE] == 1 && out[RUNG_SURVEY_SHARE_SE] == 0 &&
              isnan(out[RUNG_SURVEY_SHARE_BETA_LOW]));
}

/* Of 1 to 100 half are up to 50; its standard error is 0.5 / sqrt(99), t with 99 is 1.98422: the
 * ends are the values at 0.5 -+ 0.09971. */
static void a_quantile_has_the_interval_of_woodruff(void **state)
{
  (void)state;
  double value[100], out[6];
  for (size_t row = 0; row < 100; ++row)
    value[row] = (double)(row + 1);
  rung_column column = doubles(value, 100);
  assert_status(
      rung_stats_survey_quantile(&column, .5, NULL, 0, RUNG_LONELY_FAIL, NULL, out, 6, NULL),
      RUNG_OK, NULL);
  assert_true(out[RUNG_SURVEY_QUANTILE_ESTIMATE] == 50 && out[RUNG_SURVEY_QUANTILE_LOW] == 41 &&
              out[RUNG_SURVEY_QUANTILE_HIGH] == 60);
  column = doubles(value, 3); /* too few: the interval passes both ends */
  assert_status(
      rung_stats_survey_quantile(&column, .5, NULL, 0, RUNG_LONELY_FAIL, NULL, out, 6, NULL),
      RUNG_OK, NULL);
  assert_true(out[RUNG_SURVEY_QUANTILE_ESTIMATE] == 2 && isnan(out[RUNG_SURVEY_QUANTILE_LOW]) &&
              isnan(out[RUNG_SURVEY_QUANTILE_SE]));
  rung_error error;
  assert_status(
      rung_stats_survey_quantile(&column, 1, NULL, 0, RUNG_LONELY_FAIL, NULL, out, 6, &error),
      RUNG_E_ARGUMENT, &error);
}

/* Numbers by chance from 0 to 1. */
static double chance(uint64_t *random)
{
  return (double)(next_random(random) >> 11) / 9007199254740992.0;
}

#define MANY 200

struct sample {
  double value[MANY], weight[MANY], stratum[MANY], cluster[MANY];
};

static void draw(struct sample *sample, uint64_t *random)
{
  for (size_t row = 0; row < MANY; ++row) {
    sample->value[row] = 10 * chance(random);
    sample->weight[row] = 0.5 + chance(random);
    sample->stratum[row] = (double)(next_random(random) % 5);
    sample->cluster[row] = (double)(next_random(random) % 8);
  }
}

static void swap(double *value, size_t first, size_t second)
{
  const double kept = value[first];
  value[first] = value[second];
  value[second] = kept;
}

static void shuffle(struct sample *sample, uint64_t *random)
{
  for (size_t row = MANY - 1; row > 0; --row) {
    const size_t other = next_random(random) % (row + 1);
    swap(sample->value, row, other);
    swap(sample->weight, row, other);
    swap(sample->stratum, row, other);
    swap(sample->cluster, row, other);
  }
}

static void estimate(const struct sample *sample, double out[PLACES])
{
  const rung_column column = doubles(sample->value, MANY);
  rung_column design[PLACES] = {{.type = 0}};
  design[RUNG_DESIGN_WEIGHT] = doubles(sample->weight, MANY);
  design[RUNG_DESIGN_STRATUM] = doubles(sample->stratum, MANY);
  design[RUNG_DESIGN_CLUSTER] = doubles(sample->cluster, MANY);
  assert_status(mean_of(&column, design, RUNG_LONELY_FAIL, out, NULL), RUNG_OK, NULL);
}

static void scaled_weights_and_shuffled_rows_change_nothing(void **state)
{
  (void)state;
  uint64_t random = 20260;
  for (size_t trial = 0; trial < 50; ++trial) {
    struct sample sample;
    double before[PLACES], after[PLACES];
    draw(&sample, &random);
    estimate(&sample, before);
    shuffle(&sample, &random);
    for (size_t row = 0; row < MANY; ++row)
      sample.weight[row] *= 3;
    estimate(&sample, after);
    assert_close(after[RUNG_SURVEY_WEIGHT], 3 * before[RUNG_SURVEY_WEIGHT], 1e-9);
    const size_t same[] = {RUNG_SURVEY_ESTIMATE, RUNG_SURVEY_SE,   RUNG_SURVEY_LOW,
                           RUNG_SURVEY_DF,       RUNG_SURVEY_KISH, RUNG_SURVEY_ADJUSTED_N};
    for (size_t index = 0; index < LENGTH(same); ++index)
      assert_close(after[same[index]], before[same[index]],
                   1e-12 * (1 + fabs(before[same[index]])));
  }
}

/* A mean of a sample without strata and clusters, once from the design and once without it. */
static void a_design_of_weights_alone_is_a_weighted_column(void **state)
{
  (void)state;
  uint64_t random = 20261;
  struct sample sample;
  draw(&sample, &random);
  const rung_column column = doubles(sample.value, MANY), weight = doubles(sample.weight, MANY);
  double survey[PLACES], plain[10];
  assert_status(
      rung_stats_survey_mean(&column, &weight, 1, RUNG_LONELY_FAIL, NULL, survey, PLACES, NULL),
      RUNG_OK, NULL);
  assert_status(rung_stats_describe_weighted(&column, &weight, plain, 10, NULL), RUNG_OK, NULL);
  assert_close(survey[RUNG_SURVEY_ESTIMATE], plain[RUNG_WEIGHTED_MEAN], 1e-13);
  assert_close(survey[RUNG_SURVEY_SE], plain[RUNG_WEIGHTED_SE], 1e-13);
  assert_close(survey[RUNG_SURVEY_KISH_N], plain[RUNG_WEIGHTED_EFFECTIVE_N], 1e-10);
}

static void kernels_give_korn_and_graubards_n(void **state)
{
  (void)state;
  assert_close(rung__korn_graubard(.25, .0025), 100, 1e-12);
  assert_true(isnan(rung__korn_graubard(.25, 0)));
  assert_close(rung__korn_graubard_adjusted(100, 31, 30, .95), 100, 1e-12);
  assert_true(rung__korn_graubard_adjusted(100, 31, 5, .95) < 70);
  assert_true(isnan(rung__korn_graubard_adjusted(100, 31, 0, .95)));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(weights_and_their_effect_are_counted),
      cmocka_unit_test(totals_ratios_and_differences_are_linearised),
      cmocka_unit_test(a_variance_is_a_mean_of_squares),
      cmocka_unit_test(covariances_of_means_fill_a_matrix),
      cmocka_unit_test(kappa_is_above_chance),
      cmocka_unit_test(a_share_has_intervals_within_0_and_1),
      cmocka_unit_test(a_quantile_has_the_interval_of_woodruff),
      cmocka_unit_test(scaled_weights_and_shuffled_rows_change_nothing),
      cmocka_unit_test(a_design_of_weights_alone_is_a_weighted_column),
      cmocka_unit_test(kernels_give_korn_and_graubards_n),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
