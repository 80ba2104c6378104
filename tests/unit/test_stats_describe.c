/* Tests of stats/moments, stats/quantile and stats/describe.
 * SPDX-License-Identifier: Apache-2.0 */
#include "support.h"

#include <rung/stats/describe.h>

#include "stats/moments.h"
#include "stats/quantile.h"

static rung_column doubles(const double *data, int64_t length)
{
  return (rung_column){.data = data, .length = length, .type = RUNG_TYPE_DOUBLE};
}

static void moments_survive_a_large_offset(void **state)
{
  (void)state;
  const double value[] = {1e9 + 4, 1e9 + 7, 1e9 + 13,
                          1e9 + 16}; /* variance 30: NIST's NumAcc idea */
  assert_close(rung__variance(value, 4), 30, 0);
  assert_close(rung__mean(value, NULL, 4), 1e9 + 10, 0);
  const double tenths[] = {.1, .2, .3, NAN, .4}, weight[] = {1, 1, 0, 5, 2};
  assert_close(rung__mean(tenths, weight, 5), (.1 + .2 + .8) / 4, 1e-16);
}

static void a_sum_keeps_what_an_addition_loses(void **state)
{
  (void)state;
  struct rung__total total = {0};
  const double parts[] = {1, 1e100, 1, -1e100};
  for (size_t index = 0; index < LENGTH(parts); ++index)
    rung__total_add(&total, parts[index]);
  assert_close(rung__total_of(&total), 2, 0);
}

static void covariance_and_correlation_use_rows_that_have_both(void **state)
{
  (void)state;
  const double a[] = {1, 2, 3, NAN, 9}, b[] = {2, 4, 6, 8, NAN}, same[] = {5, 5, 5, 5, 5};
  assert_close(rung__covariance(a, b, 5), 2, 1e-15);
  assert_close(rung__correlation(a, b, 5), 1, 1e-15);
  assert_true(isnan(rung__correlation(a, same, 5)) && isnan(rung__covariance(a, b, 1)));
}

/* Joanes & Gill (1998), formulas worked by hand for 1, 2, 3, 4, 10: m2 = 10, m3 = 36, m4 = 278.8. */
static void a_column_is_described(void **state)
{
  (void)state;
  const double value[] = {3, 1, NAN, 10, 2, 4};
  const rung_column column = doubles(value, 6);
  double out[19];
  assert_status(rung_stats_describe(&column, 0.2, out, 19, NULL), RUNG_OK, NULL);
  const double g1 = 36 / pow(10, 1.5), g2 = 278.8 / 100 - 3;
  const double expected[] = {4,
                             5,
                             1,
                             12.5,
                             sqrt(12.5),
                             sqrt(12.5 / 5),
                             3,
                             3,
                             1.4826,
                             1,
                             10,
                             9,
                             g1,
                             g1 * sqrt(20) / 3,
                             36 / pow(12.5, 1.5),
                             g2,
                             (6 * g2 + 6) * 4 / 6,
                             278.8 / 156.25 - 3,
                             NAN};
  for (size_t index = 0; index < 19; ++index)
    assert_close(out[index], expected[index], 1e-14);
}

static void what_few_or_equal_values_cannot_give_is_nan(void **state)
{
  (void)state;
  const double same[] = {2, 2, 2, 2}, one[] = {7}, none[] = {NAN, NAN}, huge[] = {1e308, 1e308};
  double out[18];
  rung_column column = doubles(same, 4);
  assert_status(rung_stats_describe(&column, 0.1, out, 18, NULL), RUNG_OK, NULL);
  assert_true(out[RUNG_DESCRIBE_SD] == 0 && isnan(out[RUNG_DESCRIBE_SKEW_1]) &&
              isnan(out[RUNG_DESCRIBE_KURTOSIS_3]) && out[RUNG_DESCRIBE_MAD] == 0);
  column = doubles(one, 1);
  assert_status(rung_stats_describe(&column, 0.1, out, 18, NULL), RUNG_OK, NULL);
  assert_true(out[RUNG_DESCRIBE_MEAN] == 7 && isnan(out[RUNG_DESCRIBE_SD]) &&
              out[RUNG_DESCRIBE_TRIMMED] == 7);
  rung_error error;
  column = doubles(none, 2);
  assert_status(rung_stats_describe(&column, 0.1, out, 18, &error), RUNG_E_NOT_ESTIMABLE, &error);
  assert_true(out[RUNG_DESCRIBE_N] == 0 && out[RUNG_DESCRIBE_ABSENT] == 2);
  column = doubles(none, 0);
  assert_status(rung_stats_describe(&column, 0.1, out, 18, &error), RUNG_E_NOT_ESTIMABLE, &error);
  column = doubles(huge, 2);
  assert_status(rung_stats_describe(&column, 0.1, out, 18, &error), RUNG_E_NOT_ESTIMABLE, &error);
  assert_true(out[RUNG_DESCRIBE_N] == 2 && out[RUNG_DESCRIBE_GREATEST] == 1e308);
}

static void what_cannot_be_asked_is_refused(void **state)
{
  (void)state;
  const double value[] = {1, 2};
  const rung_column column = doubles(value, 2);
  double out[1], wrong[] = {1.5}, half[] = {.5};
  rung_error error;
  assert_status(rung_stats_describe(&column, 0.5, out, 1, &error), RUNG_E_ARGUMENT, &error);
  assert_status(rung_stats_describe(&column, NAN, out, 1, &error), RUNG_E_ARGUMENT, &error);
  assert_status(rung_stats_describe(&column, 0, NULL, 1, &error), RUNG_E_ARGUMENT, &error);
  assert_status(rung_stats_describe(NULL, 0, out, 1, &error), RUNG_E_ARGUMENT, &error);
  assert_status(rung_stats_quantiles(&column, NULL, (rung_quantile)0, half, out, 1, &error),
                RUNG_E_ARGUMENT, &error);
  assert_status(rung_stats_quantiles(&column, NULL, RUNG_QUANTILE_TYPE_7, wrong, out, 1, &error),
                RUNG_E_ARGUMENT, &error);
  assert_status(rung_stats_quantiles(&column, &column, RUNG_QUANTILE_TYPE_7, half, out, 1, &error),
                RUNG_E_ARGUMENT, &error);
  const double twice[] = {1, 1};
  assert_status(rung_stats_frequencies(&column, NULL, twice, 2, out, 1, &error), RUNG_E_ARGUMENT,
                &error);
  assert_status(rung_stats_item_exam(&column, 1, RUNG_MISSING_LISTWISE, 1, out, 1, &error),
                RUNG_E_ARGUMENT, &error);
}

/* The nine types at p = 0.25 of 1, 2, 3, 4, 10, from the definitions of Hyndman & Fan (1996). */
static void nine_types_of_quantile_differ(void **state)
{
  (void)state;
  const double sorted[] = {1, 2, 3, 4, 10};
  const double expected[] = {2, 2, 1, 1.25, 1.75, 1.5, 2, 5.0 / 3, 27.0 / 16};
  for (int type = 1; type <= 9; ++type)
    assert_close(rung__quantile(sorted, 5, 0.25, type), expected[type - 1], 1e-15);
  for (int type = 1; type <= 9; ++type) {
    assert_close(rung__quantile(sorted, 5, 0, type), 1, 0);
    assert_close(rung__quantile(sorted, 5, 1, type), 10, 0);
    assert_close(rung__quantile(sorted, 1, 0.3, type), 1, 0);
  }
  assert_close(rung__quantile(sorted, 4, 0.5, 1), 2, 0);
  assert_close(rung__quantile(sorted, 4, 0.5, 2), 2.5, 0);
  assert_true(isnan(rung__quantile(sorted, 0, 0.5, 7)));
}

/* 0.3 times 10 is a little less than 3 in doubles; the third of ten is meant. */
static void a_place_that_rounding_moved_is_still_whole(void **state)
{
  (void)state;
  const double sorted[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
  assert_close(rung__quantile(sorted, 10, 0.1 * 3, 1), 3, 0);
  double weight[10];
  for (size_t index = 0; index < 10; ++index)
    weight[index] = 0.1;
  assert_close(rung__quantile_weighted(sorted, weight, 10, 0.3, RUNG_QUANTILE_INVERSE), 3, 0);
}

/* Worked by hand: weights 1, 2, 1 on 10, 20, 30. */
static void weighted_quantiles_follow_their_definitions(void **state)
{
  (void)state;
  const double value[] = {30, 10, NAN, 20, 99}, weight[] = {1, 1, 4, 2, 0};
  const rung_column column = doubles(value, 5), weights = doubles(weight, 5);
  const struct {
    rung_quantile how;
    double expected[3];
  } cases[] = {
      {RUNG_QUANTILE_INVERSE, {10, 20, 30}},        /* W_k / W = 1/4, 3/4, 1 */
      {RUNG_QUANTILE_WEIGHTED_7, {17.5, 22.5, 30}}, /* p_k = 0, 1/3, 1 */
      {RUNG_QUANTILE_FREQUENCY_7, {17.5, 20, 30}},  /* 10 20 20 30 */
      {RUNG_QUANTILE_WEIGHTED_4, {10, 15, 30}},
  };
  const double probability[] = {0.25, 0.5, 1};
  for (size_t index = 0; index < LENGTH(cases); ++index) {
    double out[3];
    assert_status(
        rung_stats_quantiles(&column, &weights, cases[index].how, probability, out, 3, NULL),
        RUNG_OK, NULL);
    for (size_t place = 0; place < 3; ++place)
      assert_close(out[place], cases[index].expected[place], 1e-14);
  }
}

static void a_median_of_categories_is_interpolated(void **state)
{
  (void)state;
  const double sorted[] = {1, 2, 3, 3, 3, 4}; /* 2 below, 3 in the category: 2.5 + (3 - 2) / 3 */
  assert_close(rung__quantile_interpolated(sorted, 6, 0.5, 1), 2.5 + 1.0 / 3, 1e-15);
  assert_close(rung__quantile_interpolated(sorted, 2, 0.5, 1), 1.5, 0);
}

static void groups_are_described_in_the_order_they_come(void **state)
{
  (void)state;
  const double value[] = {4, 1, 6, NAN, 9, 3}, group[] = {2, 1, 2, 3, NAN, 1};
  const rung_column column = doubles(value, 6), groups = doubles(group, 6);
  size_t count = 0;
  double out[10];
  assert_status(rung_stats_describe_groups(&column, &groups, 0, 3, &count, out, 10, NULL), RUNG_OK,
                NULL);
  const double expected[] = {5, 2, 0, 2, 2, 0, NAN, 0, 1, NAN};
  assert_int_equal(count, 3);
  for (size_t place = 0; place < 10; ++place)
    assert_close(out[place], expected[place], 0);
  assert_status(rung_stats_describe_groups(&column, &groups, 0, 3, NULL, out, 4, NULL), RUNG_OK,
                NULL);
  assert_true(out[3] == 2);
  const rung_column nobody = doubles((const double[]){NAN, NAN, NAN, NAN, NAN, NAN}, 6);
  rung_error error;
  assert_status(rung_stats_describe_groups(&column, &nobody, 0, 3, &count, out, 4, &error),
                RUNG_E_NOT_ESTIMABLE, &error);
}

/* Weights 1, 2, 1 on 1, 2, 3: mean 2, sum w d^2 = 2, sum w = 4, sum w^2 = 6. */
static void weighted_variances_stand_side_by_side(void **state)
{
  (void)state;
  const double value[] = {1, 2, 3, NAN}, weight[] = {1, 2, 1, 9};
  const rung_column column = doubles(value, 4), weights = doubles(weight, 4);
  const double expected[] = {2, 3, 4, 2.0 / 3, .5, .8, .75, sqrt(1.5 * 2) / 4, 18.0 / 16, 16.0 / 6};
  double out[10];
  assert_status(rung_stats_describe_weighted(&column, &weights, out, 10, NULL), RUNG_OK, NULL);
  for (size_t place = 0; place < 10; ++place)
    assert_close(out[place], expected[place], 1e-15);
  const double nothing[] = {0, 0, 0, 1};
  const rung_column none = doubles(nothing, 4);
  rung_error error;
  assert_status(rung_stats_describe_weighted(&column, &none, out, 10, &error), RUNG_E_NOT_ESTIMABLE,
                &error);
  assert_true(out[RUNG_WEIGHTED_N] == 0 && isnan(out[RUNG_WEIGHTED_MEAN]));
}

static void shares_leave_out_who_did_not_answer(void **state)
{
  (void)state;
  const double value[] = {1, 2, 2, 5, NAN}, category[] = {1, 2, 3};
  const rung_column column = doubles(value, 5);
  const double expected[] = {4, .2, .25, .25, .5, 0, NAN};
  double out[7];
  assert_status(rung_stats_frequencies(&column, NULL, category, 3, out, 7, NULL), RUNG_OK, NULL);
  for (size_t place = 0; place < 7; ++place)
    assert_close(out[place], expected[place], 0);
  const rung_column none = doubles(value + 4, 1);
  rung_error error;
  assert_status(rung_stats_frequencies(&none, NULL, category, 3, out, 7, &error),
                RUNG_E_NOT_ESTIMABLE, &error);
  assert_true(out[RUNG_FREQUENCIES_ABSENT] == 1 && isnan(out[RUNG_FREQUENCIES_FIRST]));
}

/* Totals 2, 4, 6 and an item that rises with them: the top row less the bottom row. */
static void items_are_examined_over_complete_rows(void **state)
{
  (void)state;
  const double a[] = {1, 2, 3, 4}, b[] = {1, 2, 3, NAN};
  const rung_column columns[] = {doubles(a, 4), doubles(b, 4)};
  double out[8];
  assert_status(rung_stats_item_exam(columns, 2, RUNG_MISSING_LISTWISE, 8, out, 8, NULL), RUNG_OK,
                NULL);
  const double expected[] = {1, 1, 2, 1, 2, sqrt(2.0 / 3), sqrt(2.0 / 3), 3};
  for (size_t place = 0; place < 8; ++place)
    assert_close(out[place], expected[place], 1e-15);
  rung_error error;
  assert_status(rung_stats_item_exam(columns, 2, RUNG_MISSING_FAIL, 8, out, 8, &error),
                RUNG_E_ANSWERS, &error);
  assert_status(rung_stats_item_exam(columns, 2, RUNG_MISSING_PAIRWISE, 8, out, 8, &error),
                RUNG_E_ARGUMENT, &error);
  const rung_column short_columns[] = {doubles(a, 1), doubles(b, 1)};
  assert_status(rung_stats_item_exam(short_columns, 2, RUNG_MISSING_LISTWISE, 8, out, 8, &error),
                RUNG_E_NOT_ESTIMABLE, &error);
  assert_true(out[RUNG_ITEM_EXAM_N] == 1);
}

static void a_weight_counts_as_rows_in_a_correlation(void **state)
{
  (void)state;
  const double a[] = {1, 2, 3, 3}, b[] = {2, 1, 3, 3}, c[] = {1, 2, 3}, d[] = {2, 1, 3};
  const double weight[] = {1, 1, 2};
  const rung_column rows[] = {doubles(a, 4), doubles(b, 4)};
  const rung_column weighted[] = {doubles(c, 3), doubles(d, 3)}, weights = doubles(weight, 3);
  double one[4], two[4];
  assert_status(rung_stats_weighted_correlation(rows, 2, NULL, RUNG_MISSING_FAIL, one, 4, NULL),
                RUNG_OK, NULL);
  assert_status(
      rung_stats_weighted_correlation(weighted, 2, &weights, RUNG_MISSING_PAIRWISE, two, 4, NULL),
      RUNG_OK, NULL);
  for (size_t place = 0; place < 4; ++place)
    assert_close(one[place], two[place], 1e-15);
  const rung_column same = doubles((const double[]){2, 2}, 2);
  rung_error error;
  assert_status(rung_stats_weighted_correlation(&same, 1, NULL, RUNG_MISSING_FAIL, one, 4, &error),
                RUNG_E_NOT_ESTIMABLE, &error);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(moments_survive_a_large_offset),
      cmocka_unit_test(a_sum_keeps_what_an_addition_loses),
      cmocka_unit_test(covariance_and_correlation_use_rows_that_have_both),
      cmocka_unit_test(a_column_is_described),
      cmocka_unit_test(what_few_or_equal_values_cannot_give_is_nan),
      cmocka_unit_test(what_cannot_be_asked_is_refused),
      cmocka_unit_test(nine_types_of_quantile_differ),
      cmocka_unit_test(a_place_that_rounding_moved_is_still_whole),
      cmocka_unit_test(weighted_quantiles_follow_their_definitions),
      cmocka_unit_test(a_median_of_categories_is_interpolated),
      cmocka_unit_test(groups_are_described_in_the_order_they_come),
      cmocka_unit_test(weighted_variances_stand_side_by_side),
      cmocka_unit_test(shares_leave_out_who_did_not_answer),
      cmocka_unit_test(items_are_examined_over_complete_rows),
      cmocka_unit_test(a_weight_counts_as_rows_in_a_correlation),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
