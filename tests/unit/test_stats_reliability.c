/* Tests of rung/stats/reliability.h: alpha, its items, its interval, right and wrong answers.
 * SPDX-License-Identifier: Apache-2.0 */
#include "support.h"

#include <rung/stats/reliability.h>

#include "stats/covariance.h"

#define ALPHA_COUNT 17
#define ITEM_COUNT 17
#define ROWS 40

static rung_column doubles(const double *data, int64_t length)
{
  return (rung_column){.data = data, .length = length, .type = RUNG_TYPE_DOUBLE};
}

/* Four items by chance that have something in common; some are absent where asked. */
static void draw_items(double items[4][ROWS], rung_column columns[4], bool absent)
{
  uint64_t chance = 7;
  for (size_t row = 0; row < ROWS; ++row) {
    const double common = (double)(next_random(&chance) % 5);
    for (size_t item = 0; item < 4; ++item) {
      items[item][row] = common + (double)(next_random(&chance) % 4);
      if (absent && next_random(&chance) % 5 == 0) items[item][row] = NAN;
    }
  }
  for (size_t item = 0; item < 4; ++item)
    columns[item] = doubles(items[item], ROWS);
}

static void alpha_of_two_items_is_that_of_the_hand_calculation(void **state)
{
  (void)state;
  /* V = 3, tr = 2; C^2 = {1.25, 1; 1, 1.25}: Q = 8/27 (3 (2.5 + 4) - 4 x 4.5) = 4/9 */
  const double matrix[] = {1, 0.5, 0.5, 1};
  double out[ALPHA_COUNT];
  rung_error error;
  assert_status(rung_stats_alpha_from_matrix(matrix, 2, 10, NULL, out, ALPHA_COUNT, &error),
                RUNG_OK, &error);
  assert_close(out[RUNG_ALPHA_RAW], 2.0 / 3, 1e-15);
  assert_close(out[RUNG_ALPHA_STANDARDISED], 2.0 / 3, 1e-15);
  assert_close(out[RUNG_ALPHA_AVERAGE_R], 0.5, 1e-15);
  assert_close(out[RUNG_ALPHA_MEDIAN_R], 0.5, 1e-15);
  assert_close(out[RUNG_ALPHA_SIGNAL_NOISE], 2, 1e-14);
  assert_close(out[RUNG_ALPHA_LAMBDA6], 1 - 2 * 0.75 / 3, 1e-15);
  assert_close(out[RUNG_ALPHA_SE], sqrt(4.0 / 90), 1e-15);
  assert_close(out[RUNG_ALPHA_LOW], 2.0 / 3 - 1.959963984540054 * sqrt(4.0 / 90), 1e-13);
  assert_true(out[RUNG_ALPHA_N] == 10 && isnan(out[RUNG_ALPHA_ROWS]));
}

static void without_an_n_there_are_no_limits(void **state)
{
  (void)state;
  const double matrix[] = {1, 0.5, 0.5, 1};
  double out[ALPHA_COUNT];
  assert_status(rung_stats_alpha_from_matrix(matrix, 2, 0, NULL, out, ALPHA_COUNT, NULL), RUNG_OK,
                NULL);
  assert_close(out[RUNG_ALPHA_RAW], 2.0 / 3, 1e-15);
  assert_true(isnan(out[RUNG_ALPHA_LOW]) && isnan(out[RUNG_ALPHA_FELDT_HIGH]));
}

static void an_item_that_runs_against_the_others_makes_alpha_negative(void **state)
{
  (void)state;
  const double a[] = {1, 2, 3, 4, 2}, b[] = {2, 4, 3, 5, 1}, c[] = {5, 3, 3, 1, 4};
  const rung_column columns[] = {doubles(a, 5), doubles(b, 5), doubles(c, 5)};
  double out[1];
  assert_status(rung_stats_alpha(columns, 3, NULL, RUNG_MISSING_FAIL, NULL, out, 1, NULL), RUNG_OK,
                NULL);
  assert_true(out[0] < 0);
}

static void weights_of_two_are_rows_twice(void **state)
{
  (void)state;
  const double a[] = {1, 2, 4, 5, 9}, b[] = {2, 1, 5, 4, 9}, weight[] = {2, 1, 1, 2, 0};
  const double twice_a[] = {1, 1, 2, 4, 5, 5}, twice_b[] = {2, 2, 1, 5, 4, 4};
  const rung_column columns[] = {doubles(a, 5), doubles(b, 5)};
  const rung_column twice[] = {doubles(twice_a, 6), doubles(twice_b, 6)};
  const rung_column weights = doubles(weight, 5);
  double weighted[ALPHA_COUNT], plain[ALPHA_COUNT];
  assert_status(rung_stats_alpha(columns, 2, &weights, RUNG_MISSING_LISTWISE, NULL, weighted,
                                 ALPHA_COUNT, NULL),
                RUNG_OK, NULL);
  assert_status(
      rung_stats_alpha(twice, 2, NULL, RUNG_MISSING_LISTWISE, NULL, plain, ALPHA_COUNT, NULL),
      RUNG_OK, NULL);
  assert_close(weighted[RUNG_ALPHA_RAW], plain[RUNG_ALPHA_RAW], 1e-14);
  assert_close(weighted[RUNG_ALPHA_SCORE_MEAN], plain[RUNG_ALPHA_SCORE_MEAN], 1e-14);
  assert_close(weighted[RUNG_ALPHA_N], 3.6, 1e-14); /* 6^2 / 10 */
  assert_true(weighted[RUNG_ALPHA_ROWS] == 4);
}

static void pairwise_n_is_the_harmonic_mean_of_the_pairs(void **state)
{
  (void)state;
  double items[4][ROWS], out[ALPHA_COUNT], inverse = 0;
  rung_column columns[4];
  draw_items(items, columns, false);
  for (size_t row = 10; row < ROWS; ++row)
    items[3][row] = NAN;
  assert_status(
      rung_stats_alpha(columns, 4, NULL, RUNG_MISSING_PAIRWISE, NULL, out, ALPHA_COUNT, NULL),
      RUNG_OK, NULL);
  inverse = (3 / 40.0 + 3 / 10.0) / 6;
  assert_close(out[RUNG_ALPHA_N], 1 / inverse, 1e-12);
  assert_true(out[RUNG_ALPHA_N_LEAST] == 10 && out[RUNG_ALPHA_ROWS] == ROWS);
  assert_status(
      rung_stats_alpha(columns, 4, NULL, RUNG_MISSING_LISTWISE, NULL, out, ALPHA_COUNT, NULL),
      RUNG_OK, NULL);
  assert_true(out[RUNG_ALPHA_N] == 10 && out[RUNG_ALPHA_ROWS] == 10);
}

static void a_scale_without_an_item_is_the_scale_of_the_others(void **state)
{
  (void)state;
  double items[4][ROWS], out[ITEM_COUNT * 4], rest[ALPHA_COUNT];
  rung_column columns[4];
  draw_items(items, columns, true);
  assert_status(
      rung_stats_alpha_items(columns, 4, NULL, RUNG_MISSING_PAIRWISE, out, LENGTH(out), NULL),
      RUNG_OK, NULL);
  for (size_t item = 0; item < 4; ++item) {
    rung_column others[3];
    for (size_t index = 0, count = 0; index < 4; ++index) {
      if (index != item) others[count++] = columns[index];
    }
    assert_status(
        rung_stats_alpha(others, 3, NULL, RUNG_MISSING_PAIRWISE, NULL, rest, ALPHA_COUNT, NULL),
        RUNG_OK, NULL);
    assert_close(out[RUNG_ALPHA_WITHOUT_RAW * 4 + item], rest[RUNG_ALPHA_RAW], 1e-13);
    assert_close(out[RUNG_ALPHA_WITHOUT_LAMBDA6 * 4 + item], rest[RUNG_ALPHA_LAMBDA6], 1e-13);
    assert_close(out[RUNG_ALPHA_WITHOUT_MEDIAN_R * 4 + item], rest[RUNG_ALPHA_MEDIAN_R], 1e-13);
    assert_close(out[RUNG_ALPHA_WITHOUT_SE * 4 + item], rest[RUNG_ALPHA_SE], 1e-13);
    assert_close(out[RUNG_ALPHA_WITHOUT_N * 4 + item], rest[RUNG_ALPHA_N], 1e-12);
  }
}

static void an_item_is_correlated_with_the_sum_of_the_others(void **state)
{
  (void)state;
  double items[4][ROWS], out[ITEM_COUNT * 4], sum[ROWS], whole[ROWS];
  rung_column columns[4];
  draw_items(items, columns, false);
  assert_status(rung_stats_alpha_items(columns, 4, NULL, RUNG_MISSING_FAIL, out, LENGTH(out), NULL),
                RUNG_OK, NULL);
  for (size_t item = 0; item < 4; ++item) {
    for (size_t row = 0; row < ROWS; ++row) {
      whole[row] = items[0][row] + items[1][row] + items[2][row] + items[3][row];
      sum[row] = whole[row] - items[item][row];
    }
    assert_close(out[RUNG_ALPHA_ITEM_REST_R * 4 + item],
                 rung__correlation_of(sum, items[item], NULL, ROWS), 1e-13);
    assert_close(out[RUNG_ALPHA_ITEM_TOTAL_R * 4 + item],
                 rung__correlation_of(whole, items[item], NULL, ROWS), 1e-13);
  }
}

static void of_two_items_none_can_be_left_out(void **state)
{
  (void)state;
  const double a[] = {1, 2, 3}, b[] = {1, 3, 2};
  const rung_column columns[] = {doubles(a, 3), doubles(b, 3)};
  double out[ITEM_COUNT * 2];
  assert_status(rung_stats_alpha_items(columns, 2, NULL, RUNG_MISSING_FAIL, out, LENGTH(out), NULL),
                RUNG_OK, NULL);
  assert_close(out[RUNG_ALPHA_ITEM_REST_R * 2], 0.5, 1e-15);
  assert_true(isnan(out[RUNG_ALPHA_WITHOUT_RAW * 2]) && isnan(out[RUNG_ALPHA_WITHOUT_N * 2 + 1]));
}

static void what_has_no_alpha_says_so_and_how_many_rows_there_were(void **state)
{
  (void)state;
  const double fine[] = {1, 2, 3}, flat[] = {2, 2, 2}, none[] = {NAN, NAN, NAN};
  const double against[] = {3, 2, 1}, huge[] = {-1e300, 0, 1e300};
  const struct {
    const char *label;
    const double *a, *b;
    int64_t rows;
    double found;
  } cases[] = {
      {"no rows", fine, fine, 0, 0},           {"one row", fine, against, 1, 1},
      {"constants", flat, flat, 3, 3},         {"nothing answered", none, none, 3, 0},
      {"no row with both", fine, none, 3, 3},  {"a sum without variance", fine, against, 3, 3},
      {"beyond the numbers", huge, huge, 3, 3}};
  double out[ALPHA_COUNT];
  for (size_t index = 0; index < LENGTH(cases); ++index) {
    const rung_column columns[] = {doubles(cases[index].a, cases[index].rows),
                                   doubles(cases[index].b, cases[index].rows)};
    assert_case(cases[index].label,
                rung_stats_alpha(columns, 2, NULL, RUNG_MISSING_PAIRWISE, NULL, out, ALPHA_COUNT,
                                 NULL) == RUNG_E_NOT_ESTIMABLE);
    assert_case(cases[index].label, isnan(out[RUNG_ALPHA_RAW]));
    assert_case(cases[index].label, out[RUNG_ALPHA_ROWS] == cases[index].found);
  }
  const rung_column one = doubles(fine, 3);
  assert_status(
      rung_stats_alpha(&one, 1, NULL, RUNG_MISSING_LISTWISE, NULL, out, ALPHA_COUNT, NULL),
      RUNG_E_NOT_ESTIMABLE, NULL);
  double item[ITEM_COUNT];
  assert_status(
      rung_stats_alpha_items(&one, 1, NULL, RUNG_MISSING_LISTWISE, item, ITEM_COUNT, NULL),
      RUNG_E_NOT_ESTIMABLE, NULL);
  assert_true(item[RUNG_ALPHA_ITEM_MEAN] == 2 && item[RUNG_ALPHA_ITEM_N] == 3);
}

static void a_constant_item_leaves_raw_alpha_and_takes_the_correlations(void **state)
{
  (void)state;
  const double a[] = {1, 2, 3, 4}, b[] = {1, 3, 2, 4}, flat[] = {2, 2, 2, 2};
  const rung_column columns[] = {doubles(a, 4), doubles(b, 4), doubles(flat, 4)};
  double out[ALPHA_COUNT];
  assert_status(
      rung_stats_alpha(columns, 3, NULL, RUNG_MISSING_LISTWISE, NULL, out, ALPHA_COUNT, NULL),
      RUNG_OK, NULL);
  assert_close(out[RUNG_ALPHA_RAW], 1.5 * (1 - 10.0 / 18), 1e-14);
  assert_true(isnan(out[RUNG_ALPHA_STANDARDISED]) && isnan(out[RUNG_ALPHA_LAMBDA6]));
}

static void arguments_that_cannot_be_are_refused_and_out_stays(void **state)
{
  (void)state;
  const double lopsided[] = {1, 0.5, 0.4, 1}, endless[] = {1, INFINITY, INFINITY, 1};
  const double fine[] = {1, 0.5, 0.5, 1}, values[] = {1, NAN};
  const rung_column column = doubles(values, 2);
  double out[2] = {7, 7};
  rung_error error;
  assert_status(rung_stats_alpha_from_matrix(lopsided, 2, 9, NULL, out, 2, &error), RUNG_E_ARGUMENT,
                &error);
  assert_status(rung_stats_alpha_from_matrix(endless, 2, 9, NULL, out, 2, &error), RUNG_E_ARGUMENT,
                &error);
  assert_status(rung_stats_alpha_from_matrix(NULL, 2, 9, NULL, out, 2, &error), RUNG_E_ARGUMENT,
                &error);
  assert_status(rung_stats_alpha_from_matrix(fine, 2, 1, NULL, out, 2, &error), RUNG_E_ARGUMENT,
                &error);
  assert_status(rung_stats_alpha_from_matrix(fine, 2, 9, NULL, NULL, 2, &error), RUNG_E_ARGUMENT,
                &error);
  assert_status(rung_stats_alpha(&column, 1, NULL, RUNG_MISSING_FAIL, NULL, out, 2, &error),
                RUNG_E_ANSWERS, &error);
  assert_status(rung_stats_alpha_interval(1.1, 3, 9, NULL, out, 2, &error), RUNG_E_ARGUMENT,
                &error);
  assert_status(rung_stats_alpha_interval(0.5, 1, 9, NULL, out, 2, &error), RUNG_E_ARGUMENT,
                &error);
  assert_status(rung_stats_alpha_interval(0.5, 3, NAN, NULL, out, 2, &error), RUNG_E_ARGUMENT,
                &error);
  assert_true(out[0] == 7 && out[1] == 7);
}

static void an_interval_is_wider_where_more_confidence_is_asked(void **state)
{
  (void)state;
  rung_settings *settings;
  double narrow[2], wide[3];
  assert_status(rung_settings_new(&settings, NULL), RUNG_OK, NULL);
  assert_status(rung_settings_set(settings, RUNG_SETTING_CONFIDENCE, 0.99, NULL), RUNG_OK, NULL);
  assert_status(rung_stats_alpha_interval(0.8, 5, 50, NULL, narrow, 2, NULL), RUNG_OK, NULL);
  assert_status(rung_stats_alpha_interval(0.8, 5, 50, settings, wide, 3, NULL), RUNG_OK, NULL);
  assert_true(wide[0] < narrow[0] && narrow[0] < 0.8 && narrow[1] > 0.8 && wide[1] > narrow[1]);
  assert_true(isnan(wide[2]));
  rung_settings_free(settings);
}

static void right_and_wrong_answers_have_the_alpha_of_kuder_and_richardson(void **state)
{
  (void)state;
  /* p = 3/4, 1/2, 1/4; sums 3 2 1 0: mean 1.5, variance 1.25; sum p(1 - p) = 10/16 */
  const double a[] = {1, 1, 1, 0}, b[] = {1, 1, 0, 0}, c[] = {1, 0, 0, 0}, bad[] = {1, 0, 2, NAN};
  const rung_column columns[] = {doubles(a, 4), doubles(b, 4), doubles(c, 4)};
  const rung_column wrong[] = {doubles(a, 4), doubles(bad, 4)};
  double out[3], alpha[1];
  rung_error error;
  assert_status(rung_stats_kuder_richardson(columns, 3, RUNG_MISSING_LISTWISE, out, 3, &error),
                RUNG_OK, &error);
  assert_close(out[RUNG_KUDER_RICHARDSON_20], 1.5 * (1 - 0.625 / 1.25), 1e-15);
  assert_close(out[RUNG_KUDER_RICHARDSON_21], 1.5 * (1 - 1.5 * 1.5 / (3 * 1.25)), 1e-15);
  assert_true(out[RUNG_KUDER_RICHARDSON_N] == 4);
  assert_status(rung_stats_alpha(columns, 3, NULL, RUNG_MISSING_LISTWISE, NULL, alpha, 1, &error),
                RUNG_OK, &error);
  assert_close(alpha[0], out[0], 1e-15);
  assert_status(rung_stats_kuder_richardson(wrong, 2, RUNG_MISSING_LISTWISE, out, 3, &error),
                RUNG_E_ANSWERS, &error);
  assert_true(error.row == 3 && error.column == 2);
  assert_status(rung_stats_kuder_richardson(columns, 3, RUNG_MISSING_PAIRWISE, out, 3, &error),
                RUNG_E_ARGUMENT, &error);
  assert_status(rung_stats_kuder_richardson(columns, 1, RUNG_MISSING_FAIL, out, 3, &error),
                RUNG_E_NOT_ESTIMABLE, &error);
}

static void a_longer_test_is_foretold_and_its_length_found(void **state)
{
  (void)state;
  assert_close(rung_stats_spearman_brown(0.5, 2), 2.0 / 3, 1e-15);
  assert_close(rung_stats_spearman_brown(0.8, 1.0 / 4), 0.5, 1e-15);
  assert_close(rung_stats_spearman_brown_length(0.5, 2.0 / 3), 2, 1e-14);
  assert_true(isnan(rung_stats_spearman_brown(1.1, 2)) && isnan(rung_stats_spearman_brown(0.5, 0)));
  assert_true(isnan(rung_stats_spearman_brown(-0.6, 3))); /* 1 + 2 x -0.6 is below 0 */
  assert_true(isnan(rung_stats_spearman_brown_length(0, 0.9)));
  assert_true(isnan(rung_stats_spearman_brown_length(0.5, 1)));
}

static void matrices_of_columns_are_given_whole_and_as_far_as_there_is_room(void **state)
{
  (void)state;
  const double a[] = {1, 2, 3}, b[] = {2, 4, 6}, flat[] = {1, 1, 1};
  const rung_column columns[] = {doubles(a, 3), doubles(b, 3)};
  const rung_column constant = doubles(flat, 3), empty = doubles(flat, 1);
  double covariance[4], correlation[5], one[1];
  assert_status(
      rung_stats_covariance_matrix(columns, 2, NULL, RUNG_MISSING_LISTWISE, covariance, 4, NULL),
      RUNG_OK, NULL);
  assert_true(covariance[0] == 1 && covariance[1] == 2 && covariance[2] == 2 && covariance[3] == 4);
  assert_status(rung_stats_correlation_from_covariance(covariance, 2, correlation, 5, NULL),
                RUNG_OK, NULL);
  assert_close(correlation[1], 1, 1e-15);
  assert_true(isnan(correlation[4]));
  assert_status(rung_stats_covariance_matrix(&constant, 1, NULL, RUNG_MISSING_FAIL, one, 1, NULL),
                RUNG_OK, NULL);
  assert_status(rung_stats_correlation_from_covariance(one, 1, one, 1, NULL), RUNG_E_NOT_ESTIMABLE,
                NULL);
  assert_status(rung_stats_covariance_matrix(&empty, 1, NULL, RUNG_MISSING_FAIL, one, 1, NULL),
                RUNG_E_NOT_ESTIMABLE, NULL);
}

static void limits_beyond_the_numbers_are_none(void **state)
{
  (void)state;
  const double beyond[] = {1, -0.9, -0.9, 1}; /* V = 0.2: alpha = 2 (1 - 10) = -18 */
  const double above[] = {0.5, 2, 2, 0.5};    /* V = 5: alpha = 1.6, of no sample */
  double limits[2], out[RUNG_ALPHA_SCORE_SD + 1];
  assert_status(rung_stats_alpha_interval(-1e308, 3, 1.01, NULL, limits, 2, NULL),
                RUNG_E_NOT_ESTIMABLE, NULL);
  assert_true(isnan(limits[0]) && isnan(limits[1]));
  assert_status(rung_stats_alpha_from_matrix(beyond, 2, 20, NULL, out, 17, NULL), RUNG_OK, NULL);
  assert_close(out[RUNG_ALPHA_RAW], -18, 1e-13);
  assert_true(out[RUNG_ALPHA_FELDT_LOW] < -18 && out[RUNG_ALPHA_FELDT_HIGH] > -18);
  assert_status(rung_stats_alpha_from_matrix(above, 2, 20, NULL, out, 17, NULL), RUNG_OK, NULL);
  assert_close(out[RUNG_ALPHA_RAW], 1.6, 1e-14);
  assert_true(isnan(out[RUNG_ALPHA_FELDT_LOW]) && isnan(out[RUNG_ALPHA_FELDT_HIGH]));
  assert_true(isnan(rung_stats_spearman_brown_length(1e-320, 0.999)));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(alpha_of_two_items_is_that_of_the_hand_calculation),
      cmocka_unit_test(without_an_n_there_are_no_limits),
      cmocka_unit_test(an_item_that_runs_against_the_others_makes_alpha_negative),
      cmocka_unit_test(weights_of_two_are_rows_twice),
      cmocka_unit_test(pairwise_n_is_the_harmonic_mean_of_the_pairs),
      cmocka_unit_test(a_scale_without_an_item_is_the_scale_of_the_others),
      cmocka_unit_test(an_item_is_correlated_with_the_sum_of_the_others),
      cmocka_unit_test(of_two_items_none_can_be_left_out),
      cmocka_unit_test(what_has_no_alpha_says_so_and_how_many_rows_there_were),
      cmocka_unit_test(a_constant_item_leaves_raw_alpha_and_takes_the_correlations),
      cmocka_unit_test(arguments_that_cannot_be_are_refused_and_out_stays),
      cmocka_unit_test(an_interval_is_wider_where_more_confidence_is_asked),
      cmocka_unit_test(right_and_wrong_answers_have_the_alpha_of_kuder_and_richardson),
      cmocka_unit_test(a_longer_test_is_foretold_and_its_length_found),
      cmocka_unit_test(matrices_of_columns_are_given_whole_and_as_far_as_there_is_room),
      cmocka_unit_test(limits_beyond_the_numbers_are_none),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
