/* Tests of agreement between raters.
 * SPDX-License-Identifier: Apache-2.0 */
#include "support.h"

#include <rung/stats/raters.h>

enum {
  KAPPA = RUNG_KAPPA_LEVELS + 1,
  LIGHT = RUNG_KAPPA_LIGHT_N + 1,
  FLEISS = RUNG_KAPPA_FLEISS_RATERS + 1,
  ALPHA = RUNG_KRIPPENDORFF_VALUES + 1,
  GWET = RUNG_GWET_LEVELS + 1,
  KENDALL = RUNG_KENDALL_W_N + 1
};

static rung_column doubles(const double *data, int64_t length)
{
  return (rung_column){.data = data, .length = length, .type = RUNG_TYPE_DOUBLE};
}

/* Cohen (1968): kappa .492, weighted by his disagreements .348 */
static void kappa_of_cohen_is_his_with_his_weights(void **state)
{
  (void)state;
  const double a[] = {44, 5, 1}, b[] = {7, 20, 3}, c[] = {9, 5, 6};
  const double u[] = {0, 1, 3}, v[] = {1, 0, 6}, w[] = {3, 6, 0};
  const rung_column table[] = {doubles(a, 3), doubles(b, 3), doubles(c, 3)};
  const rung_column bad[] = {doubles(u, 3), doubles(v, 3), doubles(w, 3)};
  double out[KAPPA];
  assert_status(
      rung_stats_kappa_table(table, 3, RUNG_RATER_WEIGHTS_NONE, NULL, NULL, out, KAPPA, NULL),
      RUNG_OK, NULL);
  assert_close(out[RUNG_KAPPA_KAPPA], 0.4915254237288, 1e-12);
  assert_close(out[RUNG_KAPPA_VARIANCE], 0.005202370384112517, 1e-15);
  assert_status(
      rung_stats_kappa_table(table, 3, RUNG_RATER_WEIGHTS_NONE, bad, NULL, out, KAPPA, NULL),
      RUNG_OK, NULL);
  assert_close(out[RUNG_KAPPA_KAPPA], 0.3478260869565, 1e-12);
  assert_close(out[RUNG_KAPPA_SAME], 0.7, 1e-15);
  assert_true(out[RUNG_KAPPA_N] == 100 && out[RUNG_KAPPA_LEVELS] == 3);
}

static void levels_that_nobody_gives_change_weighted_kappa_only(void **state)
{
  (void)state;
  const double a[] = {1, 2, 4, 4, 2, 1}, b[] = {1, 4, 4, 2, 2, 2}, level[] = {4, 3, 2, 1};
  const rung_column raters[] = {doubles(a, 6), doubles(b, 6)}, levels = doubles(level, 4);
  double plain[2][KAPPA], weighted[2][KAPPA];
  for (size_t given = 0; given < 2; ++given) {
    const rung_column *which = given ? &levels : NULL;
    assert_status(
        rung_stats_kappa(raters, which, RUNG_RATER_WEIGHTS_NONE, NULL, plain[given], KAPPA, NULL),
        RUNG_OK, NULL);
    assert_status(rung_stats_kappa(raters, which, RUNG_RATER_WEIGHTS_LINEAR, NULL, weighted[given],
                                   KAPPA, NULL),
                  RUNG_OK, NULL);
  }
  assert_close(plain[0][0], plain[1][0], 1e-15);
  assert_true(fabs(weighted[0][0] - weighted[1][0]) > 0.01);
  assert_true(plain[1][RUNG_KAPPA_LEVELS] == 4 && plain[0][RUNG_KAPPA_LEVELS] == 3);
}

static void ratings_that_are_no_level_are_refused(void **state)
{
  (void)state;
  const double a[] = {1, 2}, b[] = {1, 5}, level[] = {1, 2}, twice[] = {1, 1};
  const rung_column raters[] = {doubles(a, 2), doubles(b, 2)};
  const rung_column levels = doubles(level, 2), doubled = doubles(twice, 2);
  double out[1] = {9};
  rung_error error;
  assert_status(rung_stats_kappa(raters, &levels, RUNG_RATER_WEIGHTS_NONE, NULL, out, 1, &error),
                RUNG_E_ANSWERS, &error);
  assert_true(error.row == 2 && error.column == 2 && out[0] == 9);
  assert_status(rung_stats_kappa(raters, &doubled, RUNG_RATER_WEIGHTS_NONE, NULL, out, 1, &error),
                RUNG_E_ARGUMENT, &error);
  assert_status(rung_stats_kappa(raters, NULL, (rung_rater_weights)7, NULL, out, 1, &error),
                RUNG_E_ARGUMENT, &error);
  assert_status(rung_stats_kappa(raters, NULL, RUNG_RATER_WEIGHTS_NONE, NULL, NULL, 1, &error),
                RUNG_E_ARGUMENT, &error);
}

static void one_level_only_is_not_estimable_anywhere(void **state)
{
  (void)state;
  const double same[] = {3, 3, 3};
  const rung_column raters[] = {doubles(same, 3), doubles(same, 3), doubles(same, 3)};
  double out[16];
  assert_status(rung_stats_kappa(raters, NULL, RUNG_RATER_WEIGHTS_QUADRATIC, NULL, out, 16, NULL),
                RUNG_E_NOT_ESTIMABLE, NULL);
  assert_true(isnan(out[0]) && out[RUNG_KAPPA_SAME] == 1 && out[RUNG_KAPPA_N] == 3);
  assert_status(rung_stats_kappa_light(raters, 3, NULL, RUNG_RATER_WEIGHTS_NONE,
                                       RUNG_MISSING_LISTWISE, out, 16, NULL),
                RUNG_E_NOT_ESTIMABLE, NULL);
  assert_true(isnan(out[0]) && out[RUNG_KAPPA_LIGHT_PAIRS] == 0);
  assert_status(rung_stats_kappa_fleiss(raters, 3, RUNG_MISSING_LISTWISE, out, 16, NULL),
                RUNG_E_NOT_ESTIMABLE, NULL);
  assert_true(isnan(out[0]) && out[RUNG_KAPPA_FLEISS_AGREEMENT] == 1);
  assert_status(rung_stats_gwet(raters, 3, NULL, RUNG_RATER_WEIGHTS_NONE, NULL, out, 16, NULL),
                RUNG_E_NOT_ESTIMABLE, NULL);
  assert_true(isnan(out[0]) && out[RUNG_GWET_AGREEMENT] == 1);
  assert_status(rung_stats_kendall_w(raters, 3, RUNG_MISSING_LISTWISE, out, 16, NULL),
                RUNG_E_NOT_ESTIMABLE, NULL);
  assert_true(isnan(out[0]) && out[RUNG_KENDALL_W_N] == 3);
  for (int metric = 0; metric < 4; ++metric) {
    assert_status(
        rung_stats_krippendorff(raters, 3, (rung_rater_metric)metric, NULL, out, 16, NULL),
        RUNG_E_NOT_ESTIMABLE, NULL);
    assert_true(isnan(out[0]) && out[RUNG_KRIPPENDORFF_PAIRED] == 9);
  }
}

static void no_ratings_are_not_estimable_anywhere(void **state)
{
  (void)state;
  const double absent[] = {NAN, NAN}, some[] = {1, 2};
  const rung_column sets[2][2] = {{doubles(absent, 2), doubles(some, 2)},
                                  {doubles(some, 0), doubles(some, 0)}};
  for (size_t set = 0; set < 2; ++set) {
    const rung_column *raters = sets[set];
    double out[16];
    assert_status(rung_stats_kappa(raters, NULL, RUNG_RATER_WEIGHTS_NONE, NULL, out, 16, NULL),
                  RUNG_E_NOT_ESTIMABLE, NULL);
    assert_status(rung_stats_kappa_light(raters, 2, NULL, RUNG_RATER_WEIGHTS_NONE,
                                         RUNG_MISSING_PAIRWISE, out, 16, NULL),
                  RUNG_E_NOT_ESTIMABLE, NULL);
    assert_status(rung_stats_kappa_fleiss(raters, 2, RUNG_MISSING_LISTWISE, out, 16, NULL),
                  RUNG_E_NOT_ESTIMABLE, NULL);
    assert_status(rung_stats_gwet(raters, 2, NULL, RUNG_RATER_WEIGHTS_NONE, NULL, out, 16, NULL),
                  RUNG_E_NOT_ESTIMABLE, NULL);
    assert_status(rung_stats_kendall_w(raters, 2, RUNG_MISSING_LISTWISE, out, 16, NULL),
                  RUNG_E_NOT_ESTIMABLE, NULL);
    assert_status(
        rung_stats_krippendorff(raters, 2, RUNG_RATER_METRIC_NOMINAL, NULL, out, 16, NULL),
        RUNG_E_NOT_ESTIMABLE, NULL);
    assert_true(out[RUNG_KRIPPENDORFF_UNITS] == 0);
  }
}

/* Fleiss (1971), table 1 in short: two units, three raters, by hand: P = (1 + 1/3) / 2, P_e =
 * (4/6)^2 + (2/6)^2 */
static void kappa_of_fleiss_is_the_same_from_ratings_and_counts(void **state)
{
  (void)state;
  const double a[] = {1, 1}, b[] = {1, 2}, c[] = {1, 2}, one[] = {3, 1}, two[] = {0, 2};
  const rung_column raters[] = {doubles(a, 2), doubles(b, 2), doubles(c, 2)};
  const rung_column counts[] = {doubles(one, 2), doubles(two, 2)};
  double ratings[FLEISS], counted[FLEISS];
  assert_status(rung_stats_kappa_fleiss(raters, 3, RUNG_MISSING_FAIL, ratings, FLEISS, NULL),
                RUNG_OK, NULL);
  assert_status(rung_stats_kappa_fleiss_counts(counts, 2, counted, FLEISS, NULL), RUNG_OK, NULL);
  for (size_t which = 0; which < FLEISS; ++which)
    assert_close(ratings[which], counted[which], 1e-15);
  assert_close(ratings[RUNG_KAPPA_FLEISS_AGREEMENT], 2.0 / 3, 1e-15);
  assert_close(ratings[RUNG_KAPPA_FLEISS_KAPPA], (2.0 / 3 - 5.0 / 9) / (4.0 / 9), 1e-14);
  assert_close(ratings[RUNG_KAPPA_FLEISS_SE], sqrt(2.0 / 12),
               1e-14); /* two levels: 2 / (N m (m - 1)) */
}

static void counts_of_fleiss_are_whole_and_of_one_sum(void **state)
{
  (void)state;
  const double one[] = {2, 1}, two[] = {0, 2}, half[] = {0.5, 1};
  const rung_column uneven[] = {doubles(one, 2), doubles(two, 2)};
  const rung_column broken[] = {doubles(half, 2), doubles(one, 2)};
  double out[FLEISS];
  rung_error error;
  assert_status(rung_stats_kappa_fleiss_counts(uneven, 2, out, FLEISS, &error), RUNG_E_ANSWERS,
                &error);
  assert_true(error.row == 2);
  assert_status(rung_stats_kappa_fleiss_counts(broken, 2, out, FLEISS, &error), RUNG_E_ANSWERS,
                &error);
  assert_true(error.row == 1 && error.column == 1);
}

/* Krippendorff (2011), his example of four observers and twelve units */
static const double observer_a[] = {1, 2, 3, 3, 2, 1, 4, 1, 2, NAN, NAN, NAN};
static const double observer_b[] = {1, 2, 3, 3, 2, 2, 4, 1, 2, 5, NAN, 3};
static const double observer_c[] = {NAN, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, NAN};
static const double observer_d[] = {1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, NAN};

static void alpha_is_krippendorffs_for_each_metric(void **state)
{
  (void)state;
  const rung_column raters[] = {doubles(observer_a, 12), doubles(observer_b, 12),
                                doubles(observer_c, 12), doubles(observer_d, 12)};
  const double published[] = {0.743, 0.815, 0.849, 0.797};
  for (int metric = 0; metric < 4; ++metric) {
    double out[ALPHA];
    assert_status(
        rung_stats_krippendorff(raters, 4, (rung_rater_metric)metric, NULL, out, ALPHA, NULL),
        RUNG_OK, NULL);
    assert_close(out[RUNG_KRIPPENDORFF_ALPHA], published[metric], 5e-4);
    assert_true(out[RUNG_KRIPPENDORFF_PAIRED] == 40 && out[RUNG_KRIPPENDORFF_UNITS] == 11);
    assert_true(out[RUNG_KRIPPENDORFF_VALUES] == 5);
  }
}

static void ratios_are_of_values_from_0(void **state)
{
  (void)state;
  const double a[] = {0, 0, 2}, b[] = {0, 1, 2}, below[] = {0, -1, 2};
  const rung_column fine[] = {doubles(a, 3), doubles(b, 3)},
                    bad[] = {doubles(a, 3), doubles(below, 3)};
  double out[ALPHA];
  rung_error error;
  assert_status(rung_stats_krippendorff(fine, 2, RUNG_RATER_METRIC_RATIO, NULL, out, ALPHA, &error),
                RUNG_OK, &error);
  assert_close(out[RUNG_KRIPPENDORFF_OBSERVED], 1.0 / 3, 1e-15);
  assert_status(rung_stats_krippendorff(bad, 2, RUNG_RATER_METRIC_RATIO, NULL, out, ALPHA, &error),
                RUNG_E_ANSWERS, &error);
  assert_true(error.row == 2 && error.column == 2);
  assert_status(rung_stats_krippendorff(fine, 2, (rung_rater_metric)4, NULL, out, ALPHA, &error),
                RUNG_E_ARGUMENT, &error);
  assert_status(rung_stats_krippendorff(fine, 1, RUNG_RATER_METRIC_RATIO, NULL, out, ALPHA, &error),
                RUNG_E_ARGUMENT, &error);
}

/* irrCAC's documentation of Gwet (2014) has .77544 and .14295 for the same ratings */
static void ac1_of_gaps_agrees_with_gwet(void **state)
{
  (void)state;
  const rung_column raters[] = {doubles(observer_a, 12), doubles(observer_b, 12),
                                doubles(observer_c, 12), doubles(observer_d, 12)};
  double out[GWET];
  assert_status(rung_stats_gwet(raters, 4, NULL, RUNG_RATER_WEIGHTS_NONE, NULL, out, GWET, NULL),
                RUNG_OK, NULL);
  assert_close(out[RUNG_GWET_AC], 0.77544, 5e-6);
  assert_close(out[RUNG_GWET_SE], 0.14295, 5e-6);
  assert_true(out[RUNG_GWET_N] == 12 && out[RUNG_GWET_PAIRED] == 11);
  assert_close(out[RUNG_GWET_LOW], 0.77544 - 2.200985 * 0.14295, 2e-5);
}

static void w_is_one_for_one_order_and_less_with_ties(void **state)
{
  (void)state;
  const double a[] = {1, 2, 3, 4}, b[] = {10, 20, 30, 40}, c[] = {4, 3, 2, 1},
               tied[] = {1, 1, 2, 2};
  const rung_column same[] = {doubles(a, 4), doubles(b, 4)},
                    turned[] = {doubles(a, 4), doubles(c, 4)};
  const rung_column ties[] = {doubles(tied, 4), doubles(tied, 4)};
  double out[KENDALL];
  assert_status(rung_stats_kendall_w(same, 2, RUNG_MISSING_FAIL, out, KENDALL, NULL), RUNG_OK,
                NULL);
  assert_true(out[RUNG_KENDALL_W_W] == 1 && out[RUNG_KENDALL_W_CHI_SQUARE] == 6);
  assert_true(out[RUNG_KENDALL_W_R] == 1 && out[RUNG_KENDALL_W_DF] == 3);
  assert_status(rung_stats_kendall_w(turned, 2, RUNG_MISSING_FAIL, out, KENDALL, NULL), RUNG_OK,
                NULL);
  assert_true(out[RUNG_KENDALL_W_W] == 0 && out[RUNG_KENDALL_W_R] == -1 &&
              out[RUNG_KENDALL_W_P] == 1);
  assert_status(rung_stats_kendall_w(ties, 2, RUNG_MISSING_FAIL, out, KENDALL, NULL), RUNG_OK,
                NULL);
  assert_close(out[RUNG_KENDALL_W_W], 1, 1e-15);
  assert_status(rung_stats_kendall_w(ties, 2, RUNG_MISSING_PAIRWISE, out, KENDALL, NULL),
                RUNG_E_ARGUMENT, NULL);
}

static void light_is_the_mean_over_pairs(void **state)
{
  (void)state;
  const double a[] = {1, 2, 1, 2}, b[] = {1, 2, 2, 2}, c[] = {2, 1, NAN, 1};
  const rung_column raters[] = {doubles(a, 4), doubles(b, 4), doubles(c, 4)};
  double out[LIGHT], pair[KAPPA];
  assert_status(rung_stats_kappa_light(raters, 3, NULL, RUNG_RATER_WEIGHTS_NONE,
                                       RUNG_MISSING_PAIRWISE, out, LIGHT, NULL),
                RUNG_OK, NULL);
  assert_status(rung_stats_kappa(raters, NULL, RUNG_RATER_WEIGHTS_NONE, NULL, pair, KAPPA, NULL),
                RUNG_OK, NULL);
  assert_close(pair[0], 0.5, 1e-15);
  /* of c with either: three units, none the same: (0 - 4/9) / (5/9) */
  assert_close(out[RUNG_KAPPA_LIGHT_KAPPA], (0.5 - 0.8 - 0.8) / 3, 1e-15);
  assert_close(out[RUNG_KAPPA_LIGHT_LEAST], -0.8, 1e-15);
  assert_true(out[RUNG_KAPPA_LIGHT_PAIRS] == 3 && out[RUNG_KAPPA_LIGHT_N] == 4);
}

static void tables_are_square_and_not_negative(void **state)
{
  (void)state;
  const double a[] = {1, 2, 3}, b[] = {1, -2}, c[] = {1, 2}, zero[] = {0, 0};
  const rung_column tall[] = {doubles(a, 3), doubles(a, 3)},
                    negative[] = {doubles(b, 2), doubles(c, 2)};
  const rung_column fine[] = {doubles(c, 2), doubles(c, 2)},
                    none[] = {doubles(zero, 2), doubles(zero, 2)};
  double out[KAPPA];
  assert_status(
      rung_stats_kappa_table(tall, 2, RUNG_RATER_WEIGHTS_NONE, NULL, NULL, out, KAPPA, NULL),
      RUNG_E_ARGUMENT, NULL);
  assert_status(
      rung_stats_kappa_table(negative, 2, RUNG_RATER_WEIGHTS_NONE, NULL, NULL, out, KAPPA, NULL),
      RUNG_E_ANSWERS, NULL);
  assert_status(
      rung_stats_kappa_table(fine, 2, RUNG_RATER_WEIGHTS_NONE, none, NULL, out, KAPPA, NULL),
      RUNG_E_ARGUMENT, NULL);
  assert_status(
      rung_stats_kappa_table(none, 2, RUNG_RATER_WEIGHTS_NONE, NULL, NULL, out, KAPPA, NULL),
      RUNG_E_NOT_ESTIMABLE, NULL);
  assert_status(
      rung_stats_kappa_table(fine, 0, RUNG_RATER_WEIGHTS_NONE, NULL, NULL, out, KAPPA, NULL),
      RUNG_E_ARGUMENT, NULL);
  assert_status(
      rung_stats_kappa_table(fine, 3000, RUNG_RATER_WEIGHTS_NONE, NULL, NULL, out, KAPPA, NULL),
      RUNG_E_LIMIT, NULL);
}

static void ratings_too_far_apart_to_square_have_no_alpha_and_lone_ones_do_not_count(void **state)
{
  (void)state;
  const double a[] = {1e300, 1, 2}, b[] = {-1e300, 2, 2}, lone[] = {NAN, 1, 2};
  const rung_column far[] = {doubles(a, 3), doubles(b, 3)};
  const rung_column near[] = {doubles(a, 3), doubles(lone, 3)};
  double out[ALPHA];
  assert_status(rung_stats_krippendorff(far, 2, RUNG_RATER_METRIC_INTERVAL, NULL, out, ALPHA, NULL),
                RUNG_E_NOT_ESTIMABLE, NULL);
  assert_true(isnan(out[0]) && out[RUNG_KRIPPENDORFF_UNITS] == 3);
  assert_status(
      rung_stats_krippendorff(near, 2, RUNG_RATER_METRIC_INTERVAL, NULL, out, ALPHA, NULL), RUNG_OK,
      NULL);
  assert_true(out[0] == 1 && out[RUNG_KRIPPENDORFF_UNITS] == 2);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(kappa_of_cohen_is_his_with_his_weights),
      cmocka_unit_test(levels_that_nobody_gives_change_weighted_kappa_only),
      cmocka_unit_test(ratings_that_are_no_level_are_refused),
      cmocka_unit_test(one_level_only_is_not_estimable_anywhere),
      cmocka_unit_test(no_ratings_are_not_estimable_anywhere),
      cmocka_unit_test(kappa_of_fleiss_is_the_same_from_ratings_and_counts),
      cmocka_unit_test(counts_of_fleiss_are_whole_and_of_one_sum),
      cmocka_unit_test(alpha_is_krippendorffs_for_each_metric),
      cmocka_unit_test(ratios_are_of_values_from_0),
      cmocka_unit_test(ac1_of_gaps_agrees_with_gwet),
      cmocka_unit_test(w_is_one_for_one_order_and_less_with_ties),
      cmocka_unit_test(light_is_the_mean_over_pairs),
      cmocka_unit_test(tables_are_square_and_not_negative),
      cmocka_unit_test(ratings_too_far_apart_to_square_have_no_alpha_and_lone_ones_do_not_count),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
