/* Tests of stats/shrinkage: variance between groups, means drawn together, ranks drawn.
 * SPDX-License-Identifier: Apache-2.0 */
#include "support.h"

#include "stats/shrinkage.h"

static rung_column doubles(const double *data, int64_t length)
{
  return (rung_column){.data = data, .length = length, .type = RUNG_TYPE_DOUBLE};
}

/* Thirteen trials of BCG vaccine (Colditz et al. 1994): cases and others, vaccinated and not. Log risk ratios
 * by DerSimonian and Laird: -0.7141 (se 0.1787), tau^2 0.3088, Q 152.2330, I^2 92.12 %, as metafor's
 * manual has them. */
static void the_trials_of_bcg_vaccine_differ(void **state)
{
  (void)state;
  static const double TRIAL[13][4] = {
      {4, 119, 11, 128},       {6, 300, 29, 274},        {3, 228, 11, 209},
      {62, 13536, 248, 12619}, {33, 5036, 47, 5761},     {180, 1361, 372, 1079},
      {8, 2537, 10, 619},      {505, 87886, 499, 87892}, {29, 7470, 45, 7232},
      {17, 1699, 65, 1600},    {186, 50448, 141, 27197}, {5, 2493, 3, 2338},
      {27, 16886, 29, 17825}};
  double mean[13], variance[13], out[9];
  for (size_t row = 0; row < 13; ++row) {
    const double *cell = TRIAL[row], first = cell[0] + cell[1], second = cell[2] + cell[3];
    mean[row] = log(cell[0] / first) - log(cell[2] / second);
    variance[row] = 1 / cell[0] - 1 / first + 1 / cell[2] - 1 / second;
  }
  const rung_column means = doubles(mean, 13), variances = doubles(variance, 13);
  assert_status(rung_stats_heterogeneity(&means, &variances, out, 9, NULL), RUNG_OK, NULL);
  assert_close(out[RUNG_HETEROGENEITY_MEAN], -0.7141, 5e-5);
  assert_close(out[RUNG_HETEROGENEITY_SE], 0.1787, 5e-5);
  assert_close(out[RUNG_HETEROGENEITY_TAU2], 0.3088, 5e-5);
  assert_close(out[RUNG_HETEROGENEITY_Q], 152.2330, 5e-5);
  assert_close(out[RUNG_HETEROGENEITY_I2], 0.9212, 5e-5);
  assert_true(out[RUNG_HETEROGENEITY_DF] == 12 && out[RUNG_HETEROGENEITY_GROUPS] == 13 &&
              isnan(out[8]));
  assert_true(out[RUNG_HETEROGENEITY_P] > 0 && out[RUNG_HETEROGENEITY_P] < 1e-25);
}

/* The eight schools of Rubin (1981): effects 28 ... 12 with standard errors 15 ... 18. Q is below its degrees
 * of freedom, and the pooled effect is 7.7 with a standard error of 4.1; with tau^2 = 0, (8 - 3) / (8 - 1) of each distance goes. */
static void eight_schools_are_drawn_five_sevenths_of_the_way(void **state)
{
  (void)state;
  const double mean[] = {28, 8, -3, 7, -1, 1, 18, 12};
  const double variance[] = {225, 100, 256, 121, 81, 121, 100, 324};
  const rung_column means = doubles(mean, 8), variances = doubles(variance, 8);
  double out[8], each[40];
  assert_status(rung_stats_heterogeneity(&means, &variances, out, 8, NULL), RUNG_OK, NULL);
  assert_close(out[RUNG_HETEROGENEITY_MEAN], 7.7, .05);
  assert_close(out[RUNG_HETEROGENEITY_SE], 4.1, .05);
  assert_true(out[RUNG_HETEROGENEITY_TAU2] == 0 && out[RUNG_HETEROGENEITY_I2] == 0);
  assert_status(rung_stats_shrinkage(&means, &variances, NULL, 5, each, 40, NULL), RUNG_OK, NULL);
  for (size_t row = 0; row < 8; ++row) {
    assert_close(each[row * 5 + RUNG_SHRINKAGE_MEAN],
                 mean[row] + 5 / 7.0 * (out[RUNG_HETEROGENEITY_MEAN] - mean[row]), 1e-12);
    assert_close(each[row * 5 + RUNG_SHRINKAGE_SHARE], 2 / 7.0, 1e-15);
    assert_true(each[row * 5 + RUNG_SHRINKAGE_SD] < sqrt(variance[row]));
  }
}

/* By hand: means 0, 2, 4, 6, 8, variances 1: m = 4, Q = 40, tau^2 = (40 - 4) / (5 - 1) = 9, 1 - b = 2/4 * 1/10,
 * se^2 = 2; sd^2 of the first .95 + .05^2 * 2 + 2/2 * .05^2 * 16. */
static void means_keep_a_share_of_their_distance(void **state)
{
  (void)state;
  const double mean[] = {0, NAN, 2, 4, 6, 8}, variance[] = {1, 1, 1, 1, 1, 1};
  const rung_column means = doubles(mean, 6), variances = doubles(variance, 6);
  double out[30];
  assert_status(rung_stats_shrinkage(&means, &variances, NULL, 5, out, 30, NULL), RUNG_OK, NULL);
  assert_close(out[RUNG_SHRINKAGE_MEAN], .2, 1e-14);
  assert_close(out[RUNG_SHRINKAGE_SHARE], .95, 1e-15);
  assert_close(out[RUNG_SHRINKAGE_SD], sqrt(.995), 1e-15);
  assert_close(out[RUNG_SHRINKAGE_HIGH] - out[RUNG_SHRINKAGE_LOW],
               2 * 1.959963984540054 * sqrt(.995), 1e-13);
  for (size_t place = 5; place < 10; ++place)
    assert_true(isnan(out[place]));
  assert_close(out[25 + RUNG_SHRINKAGE_MEAN], 7.8, 1e-14);
}

static void three_groups_are_not_drawn_together(void **state)
{
  (void)state;
  const double mean[] = {1, 2, 4}, variance[] = {1, 4, 1};
  const rung_column means = doubles(mean, 3), variances = doubles(variance, 3);
  double out[6];
  assert_status(rung_stats_shrinkage(&means, &variances, NULL, 2, out, 6, NULL), RUNG_OK, NULL);
  for (size_t row = 0; row < 3; ++row) {
    assert_close(out[2 * row + RUNG_SHRINKAGE_MEAN], mean[row], 0);
    assert_close(out[2 * row + RUNG_SHRINKAGE_SD], sqrt(variance[row]), 1e-15);
  }
}

static void groups_far_apart_have_their_rank_and_no_other(void **state)
{
  (void)state;
  const double mean[] = {10, 1000, NAN, 500, 0}, variance[] = {1, 1, 1, 1, 1};
  const double expected[] = {3, 1, NAN, 2, 4};
  const rung_column means = doubles(mean, 5), variances = doubles(variance, 5);
  double out[40];
  assert_status(rung_stats_shrinkage(&means, &variances, NULL, 8, out, 40, NULL), RUNG_OK, NULL);
  for (size_t row = 0; row < 5; ++row) {
    for (size_t which = RUNG_SHRINKAGE_RANK; which <= RUNG_SHRINKAGE_RANK_HIGH; ++which)
      assert_close(out[row * 8 + which], expected[row], 0);
  }
}

static void like_groups_may_have_any_rank(void **state)
{
  (void)state;
  double mean[20], variance[20], out[160], again[160];
  for (size_t row = 0; row < 20; ++row) {
    mean[row] = 5 + .001 * (double)(row % 3);
    variance[row] = 1;
  }
  const rung_column means = doubles(mean, 20), variances = doubles(variance, 20);
  assert_status(rung_stats_shrinkage(&means, &variances, NULL, 8, out, 160, NULL), RUNG_OK, NULL);
  for (size_t row = 0; row < 20; ++row) {
    const double *one = out + row * 8;
    assert_true(one[RUNG_SHRINKAGE_RANK_LOW] == 1 && one[RUNG_SHRINKAGE_RANK_HIGH] == 20);
    assert_true(one[RUNG_SHRINKAGE_RANK] >= 9 && one[RUNG_SHRINKAGE_RANK] <= 12);
  }
  assert_status(rung_stats_shrinkage(&means, &variances, NULL, 8, again, 160, NULL), RUNG_OK, NULL);
  assert_memory_equal(out, again, sizeof out);
}

/* Two groups a standard error of the difference apart: the better is first in Phi(1) = 84 % of draws. */
static void ranks_follow_the_chance_of_being_ahead(void **state)
{
  (void)state;
  const double mean[] = {0, sqrt(2)}, sd[] = {1, 1};
  double rank[6];
  struct rung__rank_draws draws = {1, 100000, 2 * (.8413 - .5) + .004};
  assert_true(rung__ranks_drawn(&draws, mean, sd, 2, rank));
  assert_true(rank[0] == 2 && rank[1] == 1 && rank[2] == 2);
  assert_true(rank[3] == 1 && rank[4] == 1 && rank[5] == 2);
  draws.confidence = 2 * (.8413 - .5) - .008;
  assert_true(rung__ranks_drawn(&draws, mean, sd, 2, rank));
  assert_true(rank[1] == 2 && rank[5] == 1);
}

static void what_cannot_be_shrunk_is_refused(void **state)
{
  (void)state;
  const double mean[] = {1, 2}, variance[] = {1, 0}, one[] = {NAN, 2}, fine[] = {1, 1};
  const rung_column means = doubles(mean, 2), zero = doubles(variance, 2), ones = doubles(one, 2),
                    variances = doubles(fine, 2), none = doubles(fine, 0);
  double out[16];
  rung_error error;
  assert_status(rung_stats_heterogeneity(&means, &zero, out, 8, &error), RUNG_E_ANSWERS, &error);
  assert_true(error.row == 2 && error.column == 2);
  assert_status(rung_stats_heterogeneity(&ones, &variances, out, 8, NULL), RUNG_E_NOT_ESTIMABLE,
                NULL);
  assert_true(out[RUNG_HETEROGENEITY_GROUPS] == 1 && isnan(out[0]));
  assert_status(rung_stats_heterogeneity(&none, &none, out, 8, NULL), RUNG_E_NOT_ESTIMABLE, NULL);
  assert_status(rung_stats_shrinkage(&ones, &variances, NULL, 8, out, 16, NULL),
                RUNG_E_NOT_ESTIMABLE, NULL);
  assert_true(isnan(out[0]) && isnan(out[15]));
  assert_status(rung_stats_shrinkage(&means, &variances, NULL, 0, out, 16, NULL), RUNG_E_ARGUMENT,
                NULL);
  assert_status(rung_stats_shrinkage(&means, NULL, NULL, 8, out, 16, NULL), RUNG_E_ARGUMENT, NULL);
}

static void means_too_far_apart_for_their_variances_are_not_drawn(void **state)
{
  (void)state;
  const double mean[] = {1e100, -1e100, 1}, variance[] = {1e-200, 1e-200, 1e-200};
  const rung_column means = {.data = mean, .length = 3, .type = RUNG_TYPE_DOUBLE};
  const rung_column variances = {.data = variance, .length = 3, .type = RUNG_TYPE_DOUBLE};
  double out[3];
  assert_status(rung_stats_heterogeneity(&means, &variances, out, 3, NULL), RUNG_E_NOT_ESTIMABLE,
                NULL);
  assert_status(rung_stats_shrinkage(&means, &variances, NULL, 1, out, 3, NULL),
                RUNG_E_NOT_ESTIMABLE, NULL);
  assert_true(isnan(out[0]) && isnan(out[1]) && isnan(out[2]));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_trials_of_bcg_vaccine_differ),
      cmocka_unit_test(eight_schools_are_drawn_five_sevenths_of_the_way),
      cmocka_unit_test(means_keep_a_share_of_their_distance),
      cmocka_unit_test(three_groups_are_not_drawn_together),
      cmocka_unit_test(groups_far_apart_have_their_rank_and_no_other),
      cmocka_unit_test(like_groups_may_have_any_rank),
      cmocka_unit_test(ranks_follow_the_chance_of_being_ahead),
      cmocka_unit_test(what_cannot_be_shrunk_is_refused),
      cmocka_unit_test(means_too_far_apart_for_their_variances_are_not_drawn),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
