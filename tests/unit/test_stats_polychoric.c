/* Tests of rung/stats/polychoric.h: tables whose correlation is known, and those that have none.
 * SPDX-License-Identifier: Apache-2.0 */
#include "support.h"

#include <rung/stats/polychoric.h>

#define POLYCHORIC_COUNT 7
#define ROWS 120

static rung_column doubles(const double *data, int64_t length)
{
  return (rung_column){.data = data, .length = length, .type = RUNG_TYPE_DOUBLE};
}

/* The four cells of a table of two by two as rows with weights. */
static const double FIRST[] = {0, 0, 1, 1}, SECOND[] = {0, 1, 0, 1};

static double tetrachoric(double agree, double differ, double *out)
{
  const double weight[] = {agree, differ, differ, agree};
  const rung_column columns[] = {doubles(FIRST, 4), doubles(SECOND, 4)};
  const rung_column weights = doubles(weight, 4);
  rung_error error;
  assert_status(rung_stats_polychoric_pair(columns, &weights, RUNG_MARGINS_ITEM, out,
                                           POLYCHORIC_COUNT, &error),
                RUNG_OK, &error);
  return out[RUNG_POLYCHORIC_R];
}

static void cuts_at_the_median_give_the_arc_sine(void **state)
{
  (void)state;
  /* P(both below) = 1/4 + asin(r)/(2 pi) (Sheppard 1899) */
  double out[POLYCHORIC_COUNT];
  const double tau = 6.28318530717958647693;
  for (double agree = 3; agree < 97; agree += 7)
    assert_close(tetrachoric(agree, 100 - agree, out), sin(tau * (agree / 200 - 0.25)), 1e-12);
  assert_close(tetrachoric(75, 25, out), sqrt(0.5), 1e-13);
  assert_true(out[RUNG_POLYCHORIC_N] == 4 && out[RUNG_POLYCHORIC_DF] == 0);
  assert_close(out[RUNG_POLYCHORIC_LOG_LIKELIHOOD], 150 * log(0.375) + 50 * log(0.125), 1e-10);
  assert_close(out[RUNG_POLYCHORIC_CHI_SQUARE], 0, 1e-10);
  assert_true(isnan(out[RUNG_POLYCHORIC_P]));
}

static void the_standard_error_at_zero_is_that_of_pearson(void **state)
{
  (void)state;
  /* at r = 0 with cuts at 0: p = 1/4, dp = 1/(2 pi): the information is N (4/(2 pi))^2 */
  double out[POLYCHORIC_COUNT];
  assert_close(tetrachoric(50, 50, out), 0, 0);
  assert_close(out[RUNG_POLYCHORIC_SE], 6.28318530717958647693 / 4 / sqrt(200), 1e-12);
}

/* Three items of five, four and two categories; some are absent. */
static void draw_items(double items[3][ROWS], rung_column columns[3])
{
  uint64_t chance = 41;
  for (size_t row = 0; row < ROWS; ++row) {
    const double common = (double)(next_random(&chance) % 5);
    items[0][row] = fmin(common + (double)(next_random(&chance) % 2), 4);
    items[1][row] = floor((common + (double)(next_random(&chance) % 4)) / 2);
    items[2][row] = common + (double)(next_random(&chance) % 3) > 3;
    if (row % 9 == 0) items[row / 9 % 3][row] = NAN;
  }
  for (size_t item = 0; item < 3; ++item)
    columns[item] = doubles(items[item], ROWS);
}

static void only_the_order_of_categories_counts(void **state)
{
  (void)state;
  double items[3][ROWS], found[9], again[9];
  rung_column columns[3];
  draw_items(items, columns);
  for (int margins = 0; margins < 2; ++margins) {
    draw_items(items, columns);
    assert_status(rung_stats_polychoric(columns, 3, NULL, RUNG_MISSING_PAIRWISE,
                                        (rung_margins)margins, found, 9, NULL),
                  RUNG_OK, NULL);
    assert_true(found[0] == 1 && found[1] == found[3] && found[1] > 0.5);
    for (size_t row = 0; row < ROWS; ++row) {
      items[0][row] = exp(3 * items[0][row]) - 7;
      items[1][row] = -items[1][row];
    }
    assert_status(rung_stats_polychoric(columns, 3, NULL, RUNG_MISSING_PAIRWISE,
                                        (rung_margins)margins, again, 9, NULL),
                  RUNG_OK, NULL);
    assert_close(again[1], -found[1], 1e-12);
    assert_close(again[2], found[2], 1e-12);
  }
}

static void both_margins_are_one_where_nothing_is_absent(void **state)
{
  (void)state;
  double items[3][ROWS], by_item[9], by_pair[9], alpha[4];
  rung_column columns[3];
  draw_items(items, columns);
  assert_status(rung_stats_polychoric(columns, 3, NULL, RUNG_MISSING_LISTWISE, RUNG_MARGINS_ITEM,
                                      by_item, 9, NULL),
                RUNG_OK, NULL);
  assert_status(rung_stats_polychoric(columns, 3, NULL, RUNG_MISSING_LISTWISE, RUNG_MARGINS_PAIR,
                                      by_pair, 9, NULL),
                RUNG_OK, NULL);
  for (size_t index = 0; index < 9; ++index)
    assert_close(by_item[index], by_pair[index], 1e-13);
  assert_status(rung_stats_ordinal_alpha(columns, 3, NULL, RUNG_MISSING_LISTWISE, RUNG_MARGINS_ITEM,
                                         alpha, 4, NULL),
                RUNG_OK, NULL);
  const double sum = by_item[1] + by_item[2] + by_item[5];
  assert_close(alpha[RUNG_ORDINAL_ALPHA_ALPHA], 1.5 * (1 - 3 / (3 + 2 * sum)), 1e-13);
  assert_close(alpha[RUNG_ORDINAL_ALPHA_AVERAGE_R], sum / 3, 1e-13);
  assert_true(alpha[RUNG_ORDINAL_ALPHA_LEAST_EIGENVALUE] > 0 &&
              alpha[RUNG_ORDINAL_ALPHA_LEAST_EIGENVALUE] < 1);
  assert_true(alpha[RUNG_ORDINAL_ALPHA_N_LEAST] == ROWS - 14);
}

static void weights_of_two_are_rows_twice(void **state)
{
  (void)state;
  const double a[] = {1, 1, 2, 2, 3, 3, 1}, b[] = {1, 2, 2, 1, 3, 2, 9},
               weight[] = {2, 1, 2, 1, 2, 1, 0};
  const double twice_a[] = {1, 1, 1, 2, 2, 2, 3, 3, 3}, twice_b[] = {1, 1, 2, 2, 2, 1, 3, 3, 2};
  const rung_column columns[] = {doubles(a, 7), doubles(b, 7)}, weights = doubles(weight, 7);
  const rung_column twice[] = {doubles(twice_a, 9), doubles(twice_b, 9)};
  double weighted[1], plain[1];
  assert_status(rung_stats_polychoric_pair(columns, &weights, RUNG_MARGINS_PAIR, weighted, 1, NULL),
                RUNG_OK, NULL);
  assert_status(rung_stats_polychoric_pair(twice, NULL, RUNG_MARGINS_ITEM, plain, 1, NULL), RUNG_OK,
                NULL);
  assert_close(weighted[0], plain[0], 1e-13);
}

static void thresholds_are_normal_quantiles_of_cumulated_shares(void **state)
{
  (void)state;
  const double answers[] = {1, 2, 2, NAN, 5}, flat[] = {1, 1, 1, NAN, 1};
  const rung_column column = doubles(answers, 5), constant = doubles(flat, 5);
  double out[3];
  assert_status(rung_stats_thresholds(&column, NULL, out, 3, NULL), RUNG_OK, NULL);
  assert_close(out[0], -0.67448975019608174, 1e-15);
  assert_close(out[1], 0.67448975019608174, 1e-15);
  assert_true(isnan(out[2]));
  assert_status(rung_stats_thresholds(&constant, NULL, out, 3, NULL), RUNG_E_NOT_ESTIMABLE, NULL);
  assert_true(isnan(out[0]));
}

static void what_has_no_correlation_says_so(void **state)
{
  (void)state;
  const double a[] = {1, 2, 1, 2}, same[] = {5, 6, 5, 6}, flat[] = {1, 1, 1, 1};
  const double early[] = {1, 2, NAN, NAN}, late[] = {NAN, NAN, 1, 2};
  const double *const pairs[][2] = {{a, same}, {a, flat}, {flat, flat}, {early, late}};
  double out[POLYCHORIC_COUNT], matrix[9], alpha[4];
  rung_error error;
  for (size_t index = 0; index < LENGTH(pairs); ++index) {
    const rung_column columns[] = {doubles(pairs[index][0], 4), doubles(pairs[index][1], 4)};
    for (int margins = 0; margins < 2; ++margins) {
      assert_status(rung_stats_polychoric_pair(columns, NULL, (rung_margins)margins, out,
                                               POLYCHORIC_COUNT, &error),
                    RUNG_E_NOT_ESTIMABLE, &error);
      assert_true(isnan(out[0]) && out[RUNG_POLYCHORIC_N] == (index == 3 ? 0 : 4));
    }
  }
  const double b[] = {1, 1, 2, 2};
  const rung_column three[] = {doubles(a, 4), doubles(b, 4), doubles(same, 4)};
  assert_status(rung_stats_polychoric(three, 3, NULL, RUNG_MISSING_FAIL, RUNG_MARGINS_ITEM, matrix,
                                      9, &error),
                RUNG_E_NOT_ESTIMABLE, &error);
  assert_true(matrix[1] == 0 && isnan(matrix[2]) && matrix[8] == 1);
  assert_status(rung_stats_ordinal_alpha(three, 3, NULL, RUNG_MISSING_FAIL, RUNG_MARGINS_ITEM,
                                         alpha, 4, &error),
                RUNG_E_NOT_ESTIMABLE, &error);
  assert_status(rung_stats_ordinal_alpha(three, 1, NULL, RUNG_MISSING_FAIL, RUNG_MARGINS_ITEM,
                                         alpha, 4, &error),
                RUNG_E_NOT_ESTIMABLE, &error);
  assert_status(rung_stats_polychoric(three, 1, NULL, RUNG_MISSING_FAIL, RUNG_MARGINS_ITEM, matrix,
                                      9, &error),
                RUNG_OK, &error);
  const rung_column constant = doubles(flat, 4);
  assert_status(rung_stats_polychoric(&constant, 1, NULL, RUNG_MISSING_FAIL, RUNG_MARGINS_ITEM,
                                      matrix, 9, &error),
                RUNG_E_NOT_ESTIMABLE, &error);
  const rung_column empty[] = {doubles(a, 0), doubles(b, 0)};
  assert_status(rung_stats_polychoric_pair(empty, NULL, RUNG_MARGINS_ITEM, out, 1, &error),
                RUNG_E_NOT_ESTIMABLE, &error);
}

static void measurements_are_no_categories(void **state)
{
  (void)state;
  double many[66], few[66];
  for (size_t row = 0; row < 66; ++row) {
    many[row] = (double)(row * 7 % 66);
    few[row] = (double)(row % 3);
  }
  const rung_column columns[] = {doubles(few, 66), doubles(many, 66)};
  double out[1] = {7};
  rung_error error;
  assert_status(rung_stats_polychoric_pair(columns, NULL, RUNG_MARGINS_ITEM, out, 1, &error),
                RUNG_E_LIMIT, &error);
  assert_true(error.column == 2 && out[0] == 7);
  const rung_column fewer[] = {doubles(few, 64), doubles(many, 64)};
  assert_status(rung_stats_polychoric_pair(fewer, NULL, RUNG_MARGINS_ITEM, out, 1, &error), RUNG_OK,
                &error);
  assert_status(rung_stats_polychoric_pair(fewer, NULL, (rung_margins)5, out, 1, &error),
                RUNG_E_ARGUMENT, &error);
}

static void a_category_whose_weight_is_lost_has_no_threshold(void **state)
{
  (void)state;
  const double answers[] = {1, 2, 3}, weights[] = {1, 1e100, 1e100};
  const rung_column column = doubles(answers, 3), weight = doubles(weights, 3);
  const rung_column last = doubles(answers, 3), light[] = {column, column};
  const double reversed[] = {1e100, 1e100, 1};
  const rung_column heavy = doubles(reversed, 3);
  double out[POLYCHORIC_COUNT];
  assert_status(rung_stats_thresholds(&column, &weight, out, 2, NULL), RUNG_OK, NULL);
  assert_true(out[0] < -20 && out[1] == 0);
  assert_status(rung_stats_thresholds(&last, &heavy, out, 2, NULL), RUNG_E_NOT_ESTIMABLE, NULL);
  assert_true(isnan(out[0]) && isnan(out[1]));
  assert_status(rung_stats_polychoric_pair(light, &heavy, RUNG_MARGINS_ITEM, out, 1, NULL),
                RUNG_E_NOT_ESTIMABLE, NULL);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(cuts_at_the_median_give_the_arc_sine),
      cmocka_unit_test(the_standard_error_at_zero_is_that_of_pearson),
      cmocka_unit_test(only_the_order_of_categories_counts),
      cmocka_unit_test(both_margins_are_one_where_nothing_is_absent),
      cmocka_unit_test(weights_of_two_are_rows_twice),
      cmocka_unit_test(thresholds_are_normal_quantiles_of_cumulated_shares),
      cmocka_unit_test(what_has_no_correlation_says_so),
      cmocka_unit_test(measurements_are_no_categories),
      cmocka_unit_test(a_category_whose_weight_is_lost_has_no_threshold),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
