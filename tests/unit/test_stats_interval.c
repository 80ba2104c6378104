/* Tests of stats/interval: shares, all shares at once, net scores, means of answers.
 * SPDX-License-Identifier: Apache-2.0 */
#include "support.h"

#include <rung/stats/distribution.h>

#include "stats/interval.h"

/* The case `wilson` of the worked examples: Newcombe (1998), as R's prop.test and binom.test. */
static void shares_have_the_limits_of_newcombe(void **state)
{
  (void)state;
  const struct {
    const char *label;
    rung_share how;
    double count, n, lower, upper;
  } cases[] = {
      {"wilson 81/263", RUNG_SHARE_WILSON, 81, 263, 0.2552885198783, 0.3662095769828},
      {"wilson 15/148", RUNG_SHARE_WILSON, 15, 148, 0.06238639953074, 0.1604872417233},
      {"wilson 0/20", RUNG_SHARE_WILSON, 0, 20, 0, 0.1611251580528},
      {"wilson 1/29", RUNG_SHARE_WILSON, 1, 29, 0.006113214292763, 0.1717552187932},
      {"clopper 81/263", RUNG_SHARE_CLOPPER_PEARSON, 81, 263, 0.2527367455853, 0.3676219226014},
      {"clopper 0/20", RUNG_SHARE_CLOPPER_PEARSON, 0, 20, 0, 0.1684334709831},
  };
  for (size_t index = 0; index < LENGTH(cases); ++index) {
    double out[5];
    assert_status(rung_stats_share_interval(cases[index].count, cases[index].n, cases[index].how,
                                            NULL, out, 5, NULL),
                  RUNG_OK, NULL);
    assert_case(cases[index].label,
                fabs(out[RUNG_SHARE_INTERVAL_LOW] - cases[index].lower) < 1e-12 &&
                    fabs(out[RUNG_SHARE_INTERVAL_HIGH] - cases[index].upper) < 1e-12);
  }
}

static void limits_mirror_those_of_the_rest(void **state)
{
  (void)state;
  for (rung_share how = RUNG_SHARE_WILSON; how <= RUNG_SHARE_JEFFREYS; ++how) {
    for (double count = 0; count <= 12; count += 0.75) {
      const struct rung__interval one = rung__share_interval(count, 12, how, .9);
      const struct rung__interval rest = rung__share_interval(12 - count, 12, how, .9);
      assert_close(one.lower, 1 - rest.upper, 1e-15);
      assert_true(one.lower >= 0 && one.lower < count / 12 + 1e-15 && one.upper <= 1);
      assert_true((count == 0) == (one.lower == 0));
    }
  }
}

/* Clopper-Pearson limits are where a tail of the binomial is half of what is left: by its sum. */
static void clopper_pearson_limits_leave_binomial_tails(void **state)
{
  (void)state;
  const struct rung__interval limits = rung__share_interval(3, 10, RUNG_SHARE_CLOPPER_PEARSON, .95);
  static const double CHOOSE[] = {1, 10, 45, 120};
  double above = 1, below = 0;
  for (int k = 0; k <= 3; ++k) {
    if (k < 3) above -= CHOOSE[k] * pow(limits.lower, k) * pow(1 - limits.lower, 10 - k);
    below += CHOOSE[k] * pow(limits.upper, k) * pow(1 - limits.upper, 10 - k);
  }
  assert_close(above, .025, 1e-14);
  assert_close(below, .025, 1e-14);
}

static void a_design_with_few_units_has_a_smaller_n(void **state)
{
  (void)state;
  assert_close(rung_stats_korn_graubard_n(80, 200, 199, NULL), 80, 1e-12);
  /* t(199) = 1.971957, t(12) = 2.178813 in every table */
  assert_close(rung_stats_korn_graubard_n(80, 200, 12, NULL), 80 * pow(1.971957 / 2.178813, 2),
               1e-4);
  assert_close(rung_stats_korn_graubard_n(300, 200, 199, NULL), 200, 0);
  assert_true(isnan(rung_stats_korn_graubard_n(0, 200, 10, NULL)));
  assert_true(isnan(rung_stats_korn_graubard_n(80, 1, 10, NULL)));
}

static void all_shares_at_once_have_wider_limits(void **state)
{
  (void)state;
  const double count[] = {0, 5, 15};
  double out[8];
  assert_status(rung_stats_goodman(count, 3, NULL, out, 8, NULL), RUNG_OK, NULL);
  for (size_t index = 0; index < 3; ++index) {
    const struct rung__interval one = rung__share_interval(count[index], 20, RUNG_SHARE_WILSON,
                                                           .95);
    assert_true(out[2 * index] <= one.lower && out[2 * index + 1] > one.upper);
  }
  assert_true(out[0] == 0 && isnan(out[6]) && isnan(out[7]));
  const double none[] = {0, 0}, bad[] = {1, -1};
  assert_status(rung_stats_goodman(none, 2, NULL, out, 8, NULL), RUNG_E_NOT_ESTIMABLE, NULL);
  assert_status(rung_stats_goodman(bad, 2, NULL, out, 8, NULL), RUNG_E_ARGUMENT, NULL);
  assert_status(rung_stats_goodman(count, 1, NULL, out, 8, NULL), RUNG_E_ARGUMENT, NULL);
}

/* The case `nps-se` of the worked examples: 100 sqrt((p + d - (p - d)^2) / n), and eight answers. */
static void a_net_score_has_the_error_of_a_difference_of_shares(void **state)
{
  (void)state;
  double out[7];
  assert_status(rung_stats_net_score(200, 120, 400, NULL, out, 7, NULL), RUNG_OK, NULL);
  assert_close(100 * out[RUNG_NET_SCORE_ESTIMATE], 20, 1e-12);
  assert_close(100 * out[RUNG_NET_SCORE_SE], 4.358898943540673, 1e-9);
  assert_true(out[RUNG_NET_SCORE_LOW] < .2 && out[RUNG_NET_SCORE_HIGH] > .2);
  assert_status(rung_stats_net_score(3, 3, 8, NULL, out, 7, NULL), RUNG_OK, NULL);
  assert_close(out[RUNG_NET_SCORE_ESTIMATE], 0, 0);
  assert_close(out[RUNG_NET_SCORE_LOW], -out[RUNG_NET_SCORE_HIGH], 1e-15);
}

static void a_net_score_of_like_answers_has_width(void **state)
{
  (void)state;
  double out[7];
  assert_status(rung_stats_net_score(4, 0, 4, NULL, out, 7, NULL), RUNG_OK, NULL);
  assert_true(out[RUNG_NET_SCORE_SE] == 0 && out[RUNG_NET_SCORE_WALD_LOW] == 1);
  assert_true(out[RUNG_NET_SCORE_LOW] < .9 && out[RUNG_NET_SCORE_HIGH] <= 1);
  assert_status(rung_stats_net_score(0, 0, 0, NULL, out, 7, NULL), RUNG_E_NOT_ESTIMABLE, NULL);
  assert_true(out[RUNG_NET_SCORE_N] == 0 && isnan(out[RUNG_NET_SCORE_LOW]));
  assert_status(rung_stats_net_score(3, 2, 4, NULL, out, 7, NULL), RUNG_E_ARGUMENT, NULL);
}

static void two_points_give_the_interval_of_jeffreys(void **state)
{
  (void)state;
  const double point[] = {0, 1}, count[] = {9, 4};
  double out[6];
  assert_status(rung_stats_answer_mean(point, count, 2, 0, NULL, out, 6, NULL), RUNG_OK, NULL);
  assert_close(out[RUNG_ANSWER_MEAN_LOW], rung_stats_beta_quantile(.025, 4.5, 9.5), 1e-14);
  assert_close(out[RUNG_ANSWER_MEAN_HIGH], rung_stats_beta_quantile(.975, 4.5, 9.5), 1e-14);
}

/* By hand: answers 4, 4, 5 on 1 to 5, n + 1 = 4: m = (13 + 3) / 4 = 4, second moment (57 + 11) / 4 = 17,
 * variance (17 - 16) / 5. */
static void a_mean_of_answers_has_the_moments_of_the_posterior(void **state)
{
  (void)state;
  const double point[] = {1, 2, 3, 4, 5}, count[] = {0, 0, 0, 2, 1}, doubled[] = {0, 0, 0, 4, 2};
  double out[7], again[6];
  assert_status(rung_stats_answer_mean(point, count, 5, 0, NULL, out, 7, NULL), RUNG_OK, NULL);
  assert_close(out[RUNG_ANSWER_MEAN_MEAN], 13.0 / 3, 1e-15);
  assert_close(out[RUNG_ANSWER_MEAN_POSTERIOR], 4, 1e-15);
  assert_close(out[RUNG_ANSWER_MEAN_SD], sqrt(.2), 1e-15);
  assert_true(out[RUNG_ANSWER_MEAN_N] == 3 && isnan(out[6]));
  assert_status(rung_stats_answer_mean(point, doubled, 5, 3, NULL, again, 6, NULL), RUNG_OK, NULL);
  for (size_t index = 0; index < 6; ++index)
    assert_close(again[index], out[index], 1e-14);
}

static void one_answer_at_the_end_of_the_scale_has_width_and_stays_on_it(void **state)
{
  (void)state;
  const double point[] = {1, 2, 3, 4, 5, 6, 7}, count[] = {0, 0, 0, 0, 0, 0, 1};
  double out[6];
  assert_status(rung_stats_answer_mean(point, count, 7, 0, NULL, out, 6, NULL), RUNG_OK, NULL);
  assert_true(out[RUNG_ANSWER_MEAN_LOW] >= 1 && out[RUNG_ANSWER_MEAN_HIGH] == 7);
  assert_true(out[RUNG_ANSWER_MEAN_HIGH] - out[RUNG_ANSWER_MEAN_LOW] > 2);
  const double many[] = {0, 0, 0, 0, 0, 0, 1e9};
  assert_status(rung_stats_answer_mean(point, many, 7, 0, NULL, out, 6, NULL), RUNG_OK, NULL);
  assert_true(out[RUNG_ANSWER_MEAN_LOW] < 7 && out[RUNG_ANSWER_MEAN_LOW] > 6.99999);
}

static void what_cannot_be_is_refused(void **state)
{
  (void)state;
  const double point[] = {1, 2}, same[] = {1, 1}, none[] = {0, 0}, count[] = {1, NAN};
  double out[6];
  assert_status(rung_stats_answer_mean(same, none, 2, 0, NULL, out, 6, NULL), RUNG_E_ARGUMENT,
                NULL);
  assert_status(rung_stats_answer_mean(point, count, 2, 0, NULL, out, 6, NULL), RUNG_E_ARGUMENT,
                NULL);
  assert_status(rung_stats_answer_mean(point, none, 2, -1, NULL, out, 6, NULL), RUNG_E_ARGUMENT,
                NULL);
  assert_status(rung_stats_answer_mean(point, none, 2, 0, NULL, out, 6, NULL), RUNG_E_NOT_ESTIMABLE,
                NULL);
  assert_status(rung_stats_answer_mean(point, none, 2, 0, NULL, NULL, 6, NULL), RUNG_E_ARGUMENT,
                NULL);
  assert_status(rung_stats_share_interval(2, 1, RUNG_SHARE_WILSON, NULL, out, 5, NULL),
                RUNG_E_ARGUMENT, NULL);
  assert_status(rung_stats_share_interval(1, 2, (rung_share)9, NULL, out, 5, NULL), RUNG_E_ARGUMENT,
                NULL);
  assert_status(rung_stats_share_interval(0, 0, RUNG_SHARE_WILSON, NULL, out, 5, NULL),
                RUNG_E_NOT_ESTIMABLE, NULL);
  assert_true(out[RUNG_SHARE_INTERVAL_N] == 0 && isnan(out[0]));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(shares_have_the_limits_of_newcombe),
      cmocka_unit_test(limits_mirror_those_of_the_rest),
      cmocka_unit_test(clopper_pearson_limits_leave_binomial_tails),
      cmocka_unit_test(a_design_with_few_units_has_a_smaller_n),
      cmocka_unit_test(all_shares_at_once_have_wider_limits),
      cmocka_unit_test(a_net_score_has_the_error_of_a_difference_of_shares),
      cmocka_unit_test(a_net_score_of_like_answers_has_width),
      cmocka_unit_test(two_points_give_the_interval_of_jeffreys),
      cmocka_unit_test(a_mean_of_answers_has_the_moments_of_the_posterior),
      cmocka_unit_test(one_answer_at_the_end_of_the_scale_has_width_and_stays_on_it),
      cmocka_unit_test(what_cannot_be_is_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
