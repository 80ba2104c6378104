/* Tests of agreement within groups, of what chance shows, and of camps.
 * SPDX-License-Identifier: Apache-2.0 */
#include "support.h"

#include <rung/stats/agreement.h>
#include <rung/stats/groups.h>

#include "stats/agreement.h"

enum { RESULTS = RUNG_AGREEMENT_HIGH + 1 };

static rung_column doubles(const double *data, int64_t length)
{
  return (rung_column){.data = data, .length = length, .type = RUNG_TYPE_DOUBLE};
}

/* multilevel 2.7 on three small groups */
static void small_groups_agree_with_multilevel(void **state)
{
  (void)state;
  const double value[] = {4, 4, 5, 4, 5, 1, 5, 1, 5, 3, 2, 2, 3, 3, 2};
  const double group[] = {1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3};
  const rung_column values = doubles(value, 15), groups = doubles(group, 15);
  double out[RESULTS * 3];
  assert_status(rung_stats_agreement(&values, 1, &groups, 1, 5, RUNG_MISSING_LISTWISE, NULL,
                                     RESULTS, out, LENGTH(out), NULL),
                RUNG_OK, NULL);
  const struct {
    size_t which;
    double expected[3];
  } table[] = {
      {RUNG_AGREEMENT_RWG_UNIFORM, {0.85, 0, 0.85}},
      {RUNG_AGREEMENT_STAR_UNIFORM, {0.85, -1, 0.85}},
      {RUNG_AGREEMENT_RWG_DISSENSUS, {0.925, 0, 0.925}},
      {RUNG_AGREEMENT_AWG, {NAN, -0.6, 0.8681318681318682}},
      {RUNG_AGREEMENT_AD_MEAN, {0.48, 1.6, 0.48}},
      {RUNG_AGREEMENT_AD_MEDIAN, {0.4, 1.6, 0.4}},
      {RUNG_AGREEMENT_VARIANCE, {0.3, 4, 0.3}},
      {RUNG_AGREEMENT_MEAN, {4.4, 3, 2.4}},
      {RUNG_AGREEMENT_N, {5, 5, 5}},
  };
  for (size_t index = 0; index < LENGTH(table); ++index)
    for (size_t place = 0; place < 3; ++place)
      assert_close(out[place * RESULTS + table[index].which], table[index].expected[place], 1e-12);
  assert_true(out[RUNG_AGREEMENT_LOW] < 0.85 && out[RUNG_AGREEMENT_HIGH] > 0.85);
}

static void more_items_make_rwg_grow_and_not_its_star(void **state)
{
  (void)state;
  const double value[] = {1, 2, 3, 4}, group[] = {7, 7, 7, 7};
  const rung_column column = doubles(value, 4), groups = doubles(group, 4);
  const rung_column values[] = {column, column, column};
  double out[RUNG_AGREEMENT_LOW];
  assert_status(rung_stats_agreement(values, 3, &groups, 1, 5, RUNG_MISSING_LISTWISE, NULL,
                                     RUNG_AGREEMENT_LOW, out, LENGTH(out), NULL),
                RUNG_OK, NULL);
  /* s^2 = 5/3, q = 5/6: J (1 - q) / (J (1 - q) + q) = 0.5 / (0.5 + 5/6) */
  assert_close(out[RUNG_AGREEMENT_RWG_UNIFORM], 0.375, 1e-14);
  assert_close(out[RUNG_AGREEMENT_STAR_UNIFORM], 1.0 / 6, 1e-14);
  assert_close(out[RUNG_AGREEMENT_SD], sqrt(5.0 / 3), 1e-14);
}

/* LeBreton & Senter (2008), table 2, prints 1.34, 0.90, 0.44, 1.32, 1.04 for five points */
static void nulls_of_five_points_are_reckoned_from_their_shares(void **state)
{
  (void)state;
  const double five[] = {2, 1.34, 0.90, 0.44, 1.32, 1.04, 4, 5.0 / 6};
  const double seven[] = {4, 2.90, 2.14, 1.39, 2.10, 1.40, 9, 7.0 / 6};
  double out[8];
  assert_status(rung_stats_agreement_nulls(1, 5, out, 8, NULL), RUNG_OK, NULL);
  for (size_t index = 0; index < 8; ++index)
    assert_close(out[index], five[index], 1e-14);
  assert_status(rung_stats_agreement_nulls(0, 6, out, 8, NULL), RUNG_OK, NULL);
  for (size_t index = 0; index < 8; ++index)
    assert_close(out[index], seven[index], 1e-14);
  assert_status(rung_stats_agreement_nulls(0, 1, out, 8, NULL), RUNG_OK, NULL);
  assert_true(out[0] == 0.25 && isnan(out[RUNG_AGREEMENT_NULL_NORMAL]) && out[6] == 0.25);
}

static void scales_that_are_none_are_refused(void **state)
{
  (void)state;
  const double ends[][2] = {{1, 1}, {5, 1}, {1, 2.5}, {0, 1001}, {NAN, 5}, {1, INFINITY}};
  double out[8];
  for (size_t index = 0; index < LENGTH(ends); ++index)
    assert_status(rung_stats_agreement_nulls(ends[index][0], ends[index][1], out, 8, NULL),
                  RUNG_E_ARGUMENT, NULL);
}

static void absent_answers_drop_rows_or_only_themselves(void **state)
{
  (void)state;
  const double a[] = {1, 3, NAN, 5}, b[] = {2, NAN, NAN, 4}, group[] = {1, 1, 1, 1};
  const rung_column values[] = {doubles(a, 4), doubles(b, 4)}, groups = doubles(group, 4);
  double out[RUNG_AGREEMENT_LOW];
  rung_error error;
  assert_status(rung_stats_agreement(values, 2, &groups, 1, 5, RUNG_MISSING_LISTWISE, NULL,
                                     RUNG_AGREEMENT_LOW, out, LENGTH(out), NULL),
                RUNG_OK, NULL);
  assert_true(out[RUNG_AGREEMENT_N] == 2 && out[RUNG_AGREEMENT_VARIANCE] == 5);
  assert_status(rung_stats_agreement(values, 2, &groups, 1, 5, RUNG_MISSING_PAIRWISE, NULL,
                                     RUNG_AGREEMENT_LOW, out, LENGTH(out), NULL),
                RUNG_OK, NULL);
  assert_true(out[RUNG_AGREEMENT_N] == 3 && out[RUNG_AGREEMENT_VARIANCE] == 3);
  assert_status(rung_stats_agreement(values, 2, &groups, 1, 5, RUNG_MISSING_FAIL, NULL,
                                     RUNG_AGREEMENT_LOW, out, LENGTH(out), &error),
                RUNG_E_ANSWERS, &error);
  assert_true(error.row == 2 && error.column == 2);
}

static void groups_of_one_and_of_none_have_no_agreement(void **state)
{
  (void)state;
  const double value[] = {2, 4, NAN}, group[] = {1, 2, 3};
  const rung_column values = doubles(value, 3), groups = doubles(group, 3);
  double out[RESULTS * 3];
  assert_status(rung_stats_agreement(&values, 1, &groups, 1, 5, RUNG_MISSING_LISTWISE, NULL,
                                     RESULTS, out, LENGTH(out), NULL),
                RUNG_E_NOT_ESTIMABLE, NULL);
  assert_true(out[1 * RESULTS + RUNG_AGREEMENT_N] == 1 &&
              out[1 * RESULTS + RUNG_AGREEMENT_MEAN] == 4);
  assert_true(out[2 * RESULTS + RUNG_AGREEMENT_N] == 0 &&
              isnan(out[2 * RESULTS + RUNG_AGREEMENT_MEAN]));
  assert_true(isnan(out[0]) && isnan(out[RUNG_AGREEMENT_AWG]));
  const rung_column empty = doubles(value, 0);
  assert_status(rung_stats_agreement(&empty, 1, &empty, 1, 5, RUNG_MISSING_LISTWISE, NULL, RESULTS,
                                     out, LENGTH(out), NULL),
                RUNG_E_NOT_ESTIMABLE, NULL);
}

static void answers_off_the_scale_are_refused_with_their_place(void **state)
{
  (void)state;
  const double value[] = {2, 6}, group[] = {1, 1};
  const rung_column values = doubles(value, 2), groups = doubles(group, 2);
  double out[1] = {9};
  rung_error error;
  assert_status(rung_stats_agreement(&values, 1, &groups, 1, 5, RUNG_MISSING_LISTWISE, NULL,
                                     RESULTS, out, 1, &error),
                RUNG_E_ANSWERS, &error);
  assert_true(error.row == 2 && error.column == 1 && out[0] == 9);
  assert_status(rung_stats_agreement(&values, 1, NULL, 1, 6, RUNG_MISSING_LISTWISE, NULL, RESULTS,
                                     out, 1, &error),
                RUNG_E_ARGUMENT, &error);
  assert_status(rung_stats_agreement(&values, 1, &groups, 1, 6, (rung_missing)9, NULL, RESULTS, out,
                                     1, &error),
                RUNG_E_ARGUMENT, &error);
  assert_status(rung_stats_agreement(&values, 1, &groups, 1, 6, RUNG_MISSING_LISTWISE, NULL,
                                     RESULTS, out, 0, &error),
                RUNG_E_ARGUMENT, &error);
}

static void unanimity_of_few_leaves_room_for_doubt(void **state)
{
  (void)state;
  const double count[] = {0, 0, 0, 3, 0};
  double room[500], few[2], many[2], again[2];
  const struct rung__agreement_draws draws = {1, 500, 0, 0.95};
  rung__agreement_interval(count, 5, 2, &draws, room, few);
  rung__agreement_interval(count, 5, 2, &draws, room, again);
  const double more[] = {0, 0, 0, 300, 0};
  rung__agreement_interval(more, 5, 2, &draws, room, many);
  assert_true(few[0] < 0.9 && few[1] > 0.99 && many[0] > 0.95 && many[1] <= 1);
  assert_true(few[0] == again[0] && few[1] == again[1]);
}

static void limits_are_only_of_one_item_on_points(void **state)
{
  (void)state;
  const double whole[] = {2, 4, 3}, between[] = {2, 4, 3.5}, group[] = {1, 1, 1};
  const rung_column one = doubles(whole, 3), broken = doubles(between, 3),
                    groups = doubles(group, 3);
  const rung_column two[] = {one, one};
  double out[RESULTS];
  assert_status(rung_stats_agreement(&one, 1, &groups, 1, 5, RUNG_MISSING_LISTWISE, NULL, RESULTS,
                                     out, RESULTS, NULL),
                RUNG_OK, NULL);
  assert_true(!isnan(out[RUNG_AGREEMENT_LOW]));
  assert_status(rung_stats_agreement(&broken, 1, &groups, 1, 5, RUNG_MISSING_LISTWISE, NULL,
                                     RESULTS, out, RESULTS, NULL),
                RUNG_OK, NULL);
  assert_true(isnan(out[RUNG_AGREEMENT_LOW]) && out[RUNG_AGREEMENT_N] == 3);
  assert_status(rung_stats_agreement(two, 2, &groups, 1, 5, RUNG_MISSING_LISTWISE, NULL, RESULTS,
                                     out, RESULTS, NULL),
                RUNG_OK, NULL);
  assert_true(isnan(out[RUNG_AGREEMENT_HIGH]));
}

static void counts_give_what_values_give(void **state)
{
  (void)state;
  double value[] = {5, 1, 2, 2, 4, 4};
  const double count[] = {1, 2, 0, 2, 1}, point[] = {1, 2, 3, 4, 5};
  struct rung__spread a, b;
  rung__spread_of_values(&a, value, 6);
  rung__spread_of_counts(&b, count, point, 5);
  assert_true(a.count == b.count && a.mean == b.mean && a.around_median == b.around_median);
  assert_close(a.variance, b.variance, 1e-15);
  assert_close(a.around_mean, b.around_mean, 1e-15);
  assert_close(a.variance, 2.4, 1e-15);
  const double none[5] = {0};
  rung__spread_of_counts(&b, none, point, 5);
  assert_true(b.count == 0 && isnan(b.mean) && isnan(b.variance));
}

static void chance_shows_little_agreement_in_large_groups(void **state)
{
  (void)state;
  const double share[] = {1, 1, 1, 1, 1}, one[] = {0, 3, 0};
  const rung_column shares = doubles(share, 5), lone = doubles(one, 3);
  double small[8], large[8];
  assert_status(rung_stats_agreement_chance(&shares, 5, 1, NULL, small, 8, NULL), RUNG_OK, NULL);
  assert_status(rung_stats_agreement_chance(&shares, 100, 1, NULL, large, 8, NULL), RUNG_OK, NULL);
  assert_true(small[RUNG_AGREEMENT_CHANCE_Q95] > 2 * large[RUNG_AGREEMENT_CHANCE_Q95]);
  assert_close(large[RUNG_AGREEMENT_CHANCE_AD_MEAN], 1.2, 0.02); /* mean |x - 3| */
  assert_true(small[RUNG_AGREEMENT_CHANCE_AD_Q01] <= small[RUNG_AGREEMENT_CHANCE_AD_Q05]);
  assert_status(rung_stats_agreement_chance(&lone, 5, 1, NULL, small, 8, NULL),
                RUNG_E_NOT_ESTIMABLE, NULL);
  assert_status(rung_stats_agreement_chance(&shares, 1, 1, NULL, small, 8, NULL), RUNG_E_ARGUMENT,
                NULL);
  assert_status(rung_stats_agreement_chance(&shares, 1000000, 1000, NULL, small, 8, NULL),
                RUNG_E_LIMIT, NULL);
  assert_status(rung_stats_agreement_chance(NULL, 5, 1, NULL, small, 8, NULL), RUNG_E_ARGUMENT,
                NULL);
}

/* the second is the example of agrmt's manual; the others are the marks that van der Eijk sets */
static void agreement_of_van_der_eijk_has_its_marks(void **state)
{
  (void)state;
  const struct {
    size_t points;
    double count[7], expected;
  } table[] = {{5, {0, 0, 9, 0, 0}, 1},  {7, {30, 40, 210, 130, 530, 50, 10}, 0.6113333},
               {5, {4, 4, 4, 4, 4}, 0},  {5, {6, 0, 0, 0, 6}, -1},
               {2, {3, 3}, 0},           {2, {3, 0}, 1},
               {3, {1, 0, 1}, -1},       {4, {0, 2, 2, 0}, 2.0 / 3},
               {5, {0, 0, 0, 0, 0}, NAN}};
  double room[7];
  for (size_t index = 0; index < LENGTH(table); ++index)
    assert_close(rung__camps_agreement(table[index].count, table[index].points, room),
                 table[index].expected, 5e-8);
}

static void two_camps_are_found_with_a_valley_between_them(void **state)
{
  (void)state;
  const struct {
    const char *label;
    double count[5], found, lower, upper, valley;
  } table[] = {
      {"either end", {5, 0, 0, 0, 5}, 1, 1, 5, 0},
      {"neighbours are one camp", {0, 5, 5, 0, 0}, 0, NAN, NAN, NAN},
      {"no valley", {0, 3, 3, 3, 0}, 0, NAN, NAN, NAN},
      {"half is a valley", {4, 2, 4, 0, 0}, 1, 1, 3, 0.2},
      {"more than half is none", {4, 3, 4, 0, 0}, 0, NAN, NAN, NAN},
      {"a small camp is none", {8, 0, 0, 0, 2}, 0, NAN, NAN, NAN},
      {"the larger pair is told", {3, 0, 4, 0, 4}, 1, 3, 5, 0},
      {"of equals the widest", {3, 0, 3, 0, 3}, 1, 1, 5, 0},
  };
  for (size_t index = 0; index < LENGTH(table); ++index) {
    const rung_column counts = doubles(table[index].count, 5);
    double out[RUNG_CAMPS_N + 1];
    assert_status(rung_stats_camps(&counts, 0.25, out, LENGTH(out), NULL), RUNG_OK, NULL);
    assert_case(table[index].label, out[RUNG_CAMPS_FOUND] == table[index].found);
    assert_close(out[RUNG_CAMPS_LOWER_POINT], table[index].lower, 0);
    assert_close(out[RUNG_CAMPS_UPPER_POINT], table[index].upper, 0);
    assert_close(out[RUNG_CAMPS_VALLEY_SHARE], table[index].valley, 1e-15);
  }
}

static void camps_need_answers_and_a_share(void **state)
{
  (void)state;
  const double none[] = {0, 0, 0}, bad[] = {1, -1, 2};
  const rung_column nobody = doubles(none, 3), negative = doubles(bad, 3), one = doubles(none, 1);
  double out[RUNG_CAMPS_N + 1];
  assert_status(rung_stats_camps(&nobody, 0.25, out, 8, NULL), RUNG_E_NOT_ESTIMABLE, NULL);
  assert_true(out[RUNG_CAMPS_N] == 0 && isnan(out[RUNG_CAMPS_FOUND]));
  assert_status(rung_stats_camps(&negative, 0.25, out, 8, NULL), RUNG_E_ANSWERS, NULL);
  assert_status(rung_stats_camps(&one, 0.25, out, 8, NULL), RUNG_E_ARGUMENT, NULL);
  assert_status(rung_stats_camps(&nobody, 0, out, 8, NULL), RUNG_E_ARGUMENT, NULL);
  assert_status(rung_stats_camps(&nobody, 0.6, out, 8, NULL), RUNG_E_ARGUMENT, NULL);
  assert_status(rung_stats_camps(NULL, 0.25, out, 8, NULL), RUNG_E_ARGUMENT, NULL);
}

static void groups_are_numbered_as_they_come(void **state)
{
  (void)state;
  const double label[] = {NAN, 7, 3, 7, 5};
  const rung_column groups = doubles(label, 5);
  double out[4];
  size_t count = 0;
  assert_status(rung_stats_groups(&groups, &count, out, 4, NULL), RUNG_OK, NULL);
  assert_true(count == 3 && out[0] == 1 && out[1] == 2 && out[2] == 4 && isnan(out[3]));
  count = 0;
  assert_status(rung_stats_groups(&groups, &count, NULL, 0, NULL), RUNG_OK, NULL);
  assert_int_equal(count, 3);
  assert_status(rung_stats_groups(NULL, &count, NULL, 0, NULL), RUNG_E_ARGUMENT, NULL);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(small_groups_agree_with_multilevel),
      cmocka_unit_test(more_items_make_rwg_grow_and_not_its_star),
      cmocka_unit_test(nulls_of_five_points_are_reckoned_from_their_shares),
      cmocka_unit_test(scales_that_are_none_are_refused),
      cmocka_unit_test(absent_answers_drop_rows_or_only_themselves),
      cmocka_unit_test(groups_of_one_and_of_none_have_no_agreement),
      cmocka_unit_test(answers_off_the_scale_are_refused_with_their_place),
      cmocka_unit_test(unanimity_of_few_leaves_room_for_doubt),
      cmocka_unit_test(limits_are_only_of_one_item_on_points),
      cmocka_unit_test(counts_give_what_values_give),
      cmocka_unit_test(chance_shows_little_agreement_in_large_groups),
      cmocka_unit_test(agreement_of_van_der_eijk_has_its_marks),
      cmocka_unit_test(two_camps_are_found_with_a_valley_between_them),
      cmocka_unit_test(camps_need_answers_and_a_share),
      cmocka_unit_test(groups_are_numbered_as_they_come),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
