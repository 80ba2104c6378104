/* Tests of intraclass correlations, and of correlations between and within groups.
 * SPDX-License-Identifier: Apache-2.0 */
#include "support.h"

#include <rung/stats/icc.h>

enum {
  GROUPS = RUNG_ICC_GROUPS_DESIGN_EFFECT + 1,
  RATERS = RUNG_ICC_RATERS_K + 1,
  PARTS = RUNG_BETWEEN_WITHIN_GROUPS + 1
};

static rung_column doubles(const double *data, int64_t length)
{
  return (rung_column){.data = data, .length = length, .type = RUNG_TYPE_DOUBLE};
}

/* multilevel 2.7 and psych 2.2.9 on three small groups; the rest by hand */
static void groups_of_five_agree_with_multilevel(void **state)
{
  (void)state;
  const double value[] = {4, 4, 5, 4, 5, 1, 5, 1, 5, 3, 2, 2, 3, 3, 2};
  const double group[] = {1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3};
  const rung_column values = doubles(value, 15), groups = doubles(group, 15);
  double out[GROUPS];
  assert_status(rung_stats_icc_groups(&values, &groups, NULL, out, GROUPS, NULL), RUNG_OK, NULL);
  assert_close(out[RUNG_ICC_GROUPS_ICC1], 0.327485380117, 1e-12);
  assert_close(out[RUNG_ICC_GROUPS_ICC2], 0.7088607594937, 1e-12);
  assert_close(out[RUNG_ICC_GROUPS_UNBIASED], out[RUNG_ICC_GROUPS_ICC1], 1e-15);
  assert_close(out[RUNG_ICC_GROUPS_F], 5.266666666666667 / (18.4 / 12), 1e-12);
  assert_close(out[RUNG_ICC_GROUPS_ETA_SQUARED], 10.5333333333333333 / 28.9333333333333333, 1e-12);
  assert_close(out[RUNG_ICC_GROUPS_DESIGN_EFFECT], 1 + 4 * 0.327485380117, 1e-11);
  assert_true(out[RUNG_ICC_GROUPS_DF1] == 2 && out[RUNG_ICC_GROUPS_DF2] == 12);
}

static void uneven_groups_have_two_sizes(void **state)
{
  (void)state;
  const double value[] = {1, 2, 2, 5, 6, 9}, group[] = {1, 1, 1, 2, 2, 3};
  const rung_column values = doubles(value, 6), groups = doubles(group, 6);
  double out[GROUPS];
  assert_status(rung_stats_icc_groups(&values, &groups, NULL, out, GROUPS, NULL), RUNG_OK, NULL);
  assert_true(out[RUNG_ICC_GROUPS_MEAN_SIZE] == 2);
  assert_close(out[RUNG_ICC_GROUPS_UNBIASED_SIZE], (6 - 14.0 / 6) / 2, 1e-15);
  assert_true(out[RUNG_ICC_GROUPS_UNBIASED] > out[RUNG_ICC_GROUPS_ICC1]);
}

static void a_negative_icc_is_kept(void **state)
{
  (void)state;
  const double value[] = {1, 5, 1, 5}, group[] = {1, 1, 2, 2};
  const rung_column values = doubles(value, 4), groups = doubles(group, 4);
  double out[GROUPS];
  assert_status(rung_stats_icc_groups(&values, &groups, NULL, out, GROUPS, NULL), RUNG_OK, NULL);
  assert_true(out[RUNG_ICC_GROUPS_ICC1] == -1 && out[RUNG_ICC_GROUPS_P] == 1);
  assert_true(isnan(out[RUNG_ICC_GROUPS_ICC2])); /* no variance between: minus infinity */
}

static void nothing_within_groups_is_an_icc_of_one(void **state)
{
  (void)state;
  const double value[] = {0.1, 0.1, 0.1, 0.7, 0.7, 0.7}, group[] = {1, 1, 1, 2, 2, 2};
  const rung_column values = doubles(value, 6), groups = doubles(group, 6);
  double out[GROUPS];
  assert_status(rung_stats_icc_groups(&values, &groups, NULL, out, GROUPS, NULL), RUNG_OK, NULL);
  assert_true(out[RUNG_ICC_GROUPS_ICC1] == 1 && out[RUNG_ICC_GROUPS_ICC1_LOW] == 1);
  assert_true(isinf(out[RUNG_ICC_GROUPS_F]) && out[RUNG_ICC_GROUPS_P] == 0);
}

static void groups_that_tell_nothing_have_no_icc(void **state)
{
  (void)state;
  const struct {
    const char *label;
    double value[4], group[4];
    int64_t rows;
  } table[] = {
      {"no rows", {0}, {0}, 0},
      {"one row", {1}, {1}, 1},
      {"one group", {1, 2, 3, 4}, {1, 1, 1, 1}, 4},
      {"groups of one", {1, 2, 3, 4}, {1, 2, 3, 4}, 4},
      {"constants", {3, 3, 3, 3}, {1, 1, 2, 2}, 4},
      {"all absent", {NAN, NAN, NAN, NAN}, {1, 1, 2, 2}, 4},
      {"no labels", {1, 2, 3, 4}, {NAN, NAN, NAN, NAN}, 4},
      {"too large to square", {1e300, -1e300, 1e300, -1e300}, {1, 1, 2, 2}, 4},
  };
  for (size_t index = 0; index < LENGTH(table); ++index) {
    const rung_column values = doubles(table[index].value, table[index].rows);
    const rung_column groups = doubles(table[index].group, table[index].rows);
    double out[GROUPS];
    const rung_status status = rung_stats_icc_groups(&values, &groups, NULL, out, GROUPS, NULL);
    assert_case(table[index].label, status == RUNG_E_NOT_ESTIMABLE);
    assert_case(table[index].label, isnan(out[RUNG_ICC_GROUPS_ICC1]));
    assert_case(table[index].label, !isnan(out[RUNG_ICC_GROUPS_N]));
  }
}

static void means_of_larger_groups_are_more_reliable(void **state)
{
  (void)state;
  const double size[] = {1, 4, NAN}, small[] = {0.5};
  const rung_column sizes = doubles(size, 3), bad = doubles(small, 1);
  double out[3];
  assert_status(rung_stats_icc_mean_reliability(0.2, &sizes, out, 3, NULL), RUNG_OK, NULL);
  assert_close(out[0], 0.2, 1e-15);
  assert_close(out[1], 0.5, 1e-15);
  assert_true(isnan(out[2]));
  assert_status(rung_stats_icc_mean_reliability(0.2, &bad, out, 3, NULL), RUNG_E_ANSWERS, NULL);
  assert_status(rung_stats_icc_mean_reliability(1.2, &sizes, out, 3, NULL), RUNG_E_ARGUMENT, NULL);
  assert_status(rung_stats_icc_mean_reliability(NAN, &sizes, out, 3, NULL), RUNG_E_ARGUMENT, NULL);
}

/* Shrout & Fleiss (1979), tables 2 and 4: .17 .29 .71 .44 .62 .91; to more digits psych 2.2.9 */
static void six_forms_are_those_of_shrout_and_fleiss(void **state)
{
  (void)state;
  const double j1[] = {9, 6, 8, 7, 10, 6}, j2[] = {2, 1, 4, 1, 5, 2}, j3[] = {5, 3, 6, 2, 6, 4},
               j4[] = {8, 2, 8, 6, 9, 7};
  const rung_column raters[] = {doubles(j1, 6), doubles(j2, 6), doubles(j3, 6), doubles(j4, 6)};
  const double expected[][3] = {{0.1657417684055, -0.1329323248748, 0.7225600623281},
                                {0.2897637795276, 0.01878651337471, 0.761084369649},
                                {0.7148407148407, 0.3424647650339, 0.9458582599554},
                                {0.4427971336793, -0.8844421552381, 0.9124154203408},
                                {0.620050547599, 0.0711368153025, 0.9272320401677},
                                {0.9093155423771, 0.6756747138163, 0.9858916781691}};
  double out[RATERS];
  assert_status(rung_stats_icc_raters(raters, 4, RUNG_MISSING_FAIL, NULL, out, RATERS, NULL),
                RUNG_OK, NULL);
  for (size_t form = 0; form < LENGTH(expected); ++form)
    for (size_t which = 0; which < 3; ++which)
      assert_close(out[form * 3 + which], expected[form][which], 1e-12);
  assert_close(out[RUNG_ICC_RATERS_F_ONE], 1.794678492239, 1e-12);
  assert_close(out[RUNG_ICC_RATERS_F_TWO], 11.027247956403, 1e-11);
}

static void raters_that_differ_in_level_only_are_consistent(void **state)
{
  (void)state;
  const double a[] = {1, 2, 3}, b[] = {3, 4, 5};
  const rung_column raters[] = {doubles(a, 3), doubles(b, 3)};
  double out[RATERS];
  assert_status(rung_stats_icc_raters(raters, 2, RUNG_MISSING_LISTWISE, NULL, out, RATERS, NULL),
                RUNG_OK, NULL);
  assert_true(out[RUNG_ICC_RATERS_3] == 1 && out[RUNG_ICC_RATERS_3K] == 1);
  assert_true(out[RUNG_ICC_RATERS_3_LOW] == 1 && isinf(out[RUNG_ICC_RATERS_F_TWO]));
  /* B = 2, J = 6, E = 0: 2 / (2 + 2 x 6 / 3) */
  assert_close(out[RUNG_ICC_RATERS_2], 1.0 / 3, 1e-15);
}

static void ratings_that_tell_nothing_have_no_icc(void **state)
{
  (void)state;
  const double same[] = {0.3, 0.3, 0.3}, absent[] = {NAN, NAN, 1}, fine[] = {1, 2, 3};
  const rung_column flat[] = {doubles(same, 3), doubles(same, 3)};
  const rung_column one[] = {doubles(absent, 3), doubles(fine, 3)};
  double out[RATERS];
  assert_status(rung_stats_icc_raters(flat, 2, RUNG_MISSING_LISTWISE, NULL, out, RATERS, NULL),
                RUNG_E_NOT_ESTIMABLE, NULL);
  assert_true(out[RUNG_ICC_RATERS_N] == 3 && isnan(out[0]));
  assert_status(rung_stats_icc_raters(one, 2, RUNG_MISSING_LISTWISE, NULL, out, RATERS, NULL),
                RUNG_E_NOT_ESTIMABLE, NULL);
  assert_true(out[RUNG_ICC_RATERS_N] == 1);
  assert_status(rung_stats_icc_raters(one, 2, RUNG_MISSING_FAIL, NULL, out, RATERS, NULL),
                RUNG_E_ANSWERS, NULL);
  assert_status(rung_stats_icc_raters(one, 2, RUNG_MISSING_PAIRWISE, NULL, out, RATERS, NULL),
                RUNG_E_ARGUMENT, NULL);
  assert_status(rung_stats_icc_raters(one, 1, RUNG_MISSING_LISTWISE, NULL, out, RATERS, NULL),
                RUNG_E_ARGUMENT, NULL);
  assert_status(rung_stats_icc_raters(one, 2, RUNG_MISSING_LISTWISE, NULL, out, 0, NULL),
                RUNG_E_ARGUMENT, NULL);
}

static void what_holds_between_groups_need_not_hold_within(void **state)
{
  (void)state;
  const double x[] = {1, 2, 3, 4}, y[] = {2, 1, 4, 3}, group[] = {1, 1, 2, 2};
  const rung_column a = doubles(x, 4), b = doubles(y, 4), groups = doubles(group, 4);
  double out[PARTS];
  assert_status(rung_stats_between_within(&a, &b, &groups, RUNG_MISSING_FAIL, out, PARTS, NULL),
                RUNG_OK, NULL);
  assert_close(out[RUNG_BETWEEN_WITHIN_R], 0.6, 1e-15);
  assert_close(out[RUNG_BETWEEN_WITHIN_R_BETWEEN], 1, 1e-15);
  assert_close(out[RUNG_BETWEEN_WITHIN_R_WITHIN], -1, 1e-15);
  assert_close(out[RUNG_BETWEEN_WITHIN_ETA_BETWEEN_X] * out[RUNG_BETWEEN_WITHIN_ETA_BETWEEN_Y] -
                   out[RUNG_BETWEEN_WITHIN_ETA_WITHIN_X] * out[RUNG_BETWEEN_WITHIN_ETA_WITHIN_Y],
               0.6, 1e-15);
  assert_true(isnan(out[RUNG_BETWEEN_WITHIN_P_BETWEEN])); /* two groups */
}

static void pairs_use_what_each_variable_has(void **state)
{
  (void)state;
  const double x[] = {1, 2, NAN, 4, 9}, y[] = {2, NAN, 4, 5, 7}, group[] = {1, 1, 2, 2, NAN};
  const rung_column a = doubles(x, 5), b = doubles(y, 5), groups = doubles(group, 5);
  double out[PARTS];
  assert_status(rung_stats_between_within(&a, &b, &groups, RUNG_MISSING_PAIRWISE, out, PARTS, NULL),
                RUNG_OK, NULL);
  assert_true(out[RUNG_BETWEEN_WITHIN_N] == 2 && out[RUNG_BETWEEN_WITHIN_GROUPS] == 2);
  assert_true(!isnan(out[RUNG_BETWEEN_WITHIN_R_BETWEEN]));
  assert_status(rung_stats_between_within(&a, &b, &groups, RUNG_MISSING_LISTWISE, out, PARTS, NULL),
                RUNG_OK, NULL);
  assert_true(isnan(out[RUNG_BETWEEN_WITHIN_R_WITHIN])); /* one row of each group is left */
  assert_status(
      rung_stats_between_within(&a, NULL, &groups, RUNG_MISSING_LISTWISE, out, PARTS, NULL),
      RUNG_E_ARGUMENT, NULL);
  assert_status(rung_stats_between_within(&a, &b, &groups, (rung_missing)5, out, PARTS, NULL),
                RUNG_E_ARGUMENT, NULL);
  const rung_column none = doubles(x, 0);
  assert_status(
      rung_stats_between_within(&none, &none, &none, RUNG_MISSING_LISTWISE, out, PARTS, NULL),
      RUNG_E_NOT_ESTIMABLE, NULL);
}

/* A mean of k ratings has no variance where one has an ICC of -1 / (k - 1): no limit lies below. */
static void a_lower_limit_that_cannot_be_stepped_up_is_none(void **state)
{
  (void)state;
  const double a[] = {2, 1, 4}, b[] = {1, 4, 4}, c[] = {5, 1, 4};
  const rung_column raters[] = {doubles(a, 3), doubles(b, 3), doubles(c, 3)};
  double out[RATERS];
  assert_status(rung_stats_icc_raters(raters, 3, RUNG_MISSING_FAIL, NULL, out, RATERS, NULL),
                RUNG_OK, NULL);
  const double upper = out[RUNG_ICC_RATERS_2_HIGH];
  assert_true(out[RUNG_ICC_RATERS_2_LOW] < -0.5 && isnan(out[RUNG_ICC_RATERS_2K_LOW]));
  assert_close(out[RUNG_ICC_RATERS_2K_HIGH], 3 * upper / (1 + 2 * upper), 1e-14);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(groups_of_five_agree_with_multilevel),
      cmocka_unit_test(uneven_groups_have_two_sizes),
      cmocka_unit_test(a_negative_icc_is_kept),
      cmocka_unit_test(nothing_within_groups_is_an_icc_of_one),
      cmocka_unit_test(groups_that_tell_nothing_have_no_icc),
      cmocka_unit_test(means_of_larger_groups_are_more_reliable),
      cmocka_unit_test(six_forms_are_those_of_shrout_and_fleiss),
      cmocka_unit_test(raters_that_differ_in_level_only_are_consistent),
      cmocka_unit_test(ratings_that_tell_nothing_have_no_icc),
      cmocka_unit_test(what_holds_between_groups_need_not_hold_within),
      cmocka_unit_test(pairs_use_what_each_variable_has),
      cmocka_unit_test(a_lower_limit_that_cannot_be_stepped_up_is_none),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
