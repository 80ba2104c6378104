/* Tests of stats/gap: paired, independent, a part and its rest, order alone.
 * SPDX-License-Identifier: Apache-2.0 */
#include "support.h"

#include "stats/gap.h"

/* Student (1908), The probable error of a mean, section 7: hours of sleep gained by ten patients with
 * two drugs. What R's t.test and wilcox.test give for them is printed in R's manual pages. */
static const double DRUG_1[] = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
static const double DRUG_2[] = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

static rung_column doubles(const double *data, size_t length)
{
  return (rung_column){.data = data, .length = (int64_t)length, .type = RUNG_TYPE_DOUBLE};
}

static rung_status paired(const double *x, const double *y, const double *weight, size_t count,
                          double *out, rung_error *error)
{
  const rung_column columns[] = {doubles(x, count), doubles(y, count)};
  const rung_column weights = doubles(weight, count);
  return rung_stats_paired(columns, weight == NULL ? NULL : &weights, RUNG_MISSING_LISTWISE, NULL,
                           out, RUNG__PAIRED, error);
}

static rung_status independent(const double *x, size_t count_x, const double *y, size_t count_y,
                               double *out, rung_error *error)
{
  const rung_column first = doubles(x, count_x), second = doubles(y, count_y);
  return rung_stats_independent(&first, &second, NULL, NULL, out, RUNG__INDEPENDENT, error);
}

static rung_status dominance(const double *x, size_t count_x, const double *y, size_t count_y,
                             double *out, rung_error *error)
{
  const rung_column first = doubles(x, count_x), second = doubles(y, count_y);
  return rung_stats_dominance(&first, &second, NULL, out, RUNG__DOMINANCE, error);
}

static void students_sleep_data_give_the_paired_t_that_is_printed(void **state)
{
  (void)state;
  double out[RUNG__PAIRED];
  assert_status(paired(DRUG_1, DRUG_2, NULL, 10, out, NULL), RUNG_OK, NULL);
  assert_close(out[RUNG_PAIRED_DIFFERENCE], -1.58, 1e-12);
  assert_close(out[RUNG_PAIRED_T], -4.0621, 5e-5);
  assert_close(out[RUNG_PAIRED_P], 0.002833, 5e-7);
  assert_close(out[RUNG_PAIRED_LOW], -2.4598858, 5e-8);
  assert_close(out[RUNG_PAIRED_HIGH], -0.7001142, 5e-8);
  assert_true(out[RUNG_PAIRED_N] == 10 && out[RUNG_PAIRED_DF] == 9);
  assert_true(out[RUNG_PAIRED_D_Z_LOW] < out[RUNG_PAIRED_D_Z] &&
              out[RUNG_PAIRED_D_Z] < out[RUNG_PAIRED_D_Z_HIGH] && out[RUNG_PAIRED_D_Z_HIGH] < 0);
}

static void effect_sizes_of_pairs_hang_together_as_they_are_defined(void **state)
{
  (void)state;
  double out[RUNG__PAIRED];
  assert_status(paired(DRUG_1, DRUG_2, NULL, 10, out, NULL), RUNG_OK, NULL);
  const double sd_x = out[RUNG_PAIRED_SD_X], sd_y = out[RUNG_PAIRED_SD_Y];
  assert_close(out[RUNG_PAIRED_D_Z] * sqrt(10), out[RUNG_PAIRED_T], 1e-12);
  assert_close(out[RUNG_PAIRED_D_AV], -1.58 / sqrt((sd_x * sd_x + sd_y * sd_y) / 2), 1e-12);
  assert_close(out[RUNG_PAIRED_D_RM], out[RUNG_PAIRED_D_Z] * sqrt(2 * (1 - out[RUNG_PAIRED_R])),
               1e-12);
  /* the variance of a difference */
  assert_close(sd_x * sd_x + sd_y * sd_y - 2 * out[RUNG_PAIRED_R] * sd_x * sd_y,
               out[RUNG_PAIRED_SD] * out[RUNG_PAIRED_SD], 1e-12);
}

static void hedges_factor_is_the_quotient_of_gammas(void **state)
{
  (void)state;
  const double pi = acos(-1);
  assert_close(rung__hedges_factor(2), 1 / sqrt(pi), 1e-15); /* 1 / Gamma(1/2) */
  assert_close(rung__hedges_factor(3), sqrt(pi / 6), 1e-15); /* Gamma(3/2) / sqrt(3/2) */
  assert_close(rung__hedges_factor(4), sqrt(2 / pi), 1e-15); /* 1 / (sqrt(2) Gamma(3/2)) */
  /* Hedges (1981), equation 6f, for large m */
  assert_close(rung__hedges_factor(1e6), 1 - 3 / (4e6 - 1), 1e-12);
  assert_true(rung__hedges_factor(1e9) < 1 && isnan(rung__hedges_factor(1)));
}

static void students_sleep_data_give_welchs_t_that_is_printed(void **state)
{
  (void)state;
  double out[RUNG__INDEPENDENT];
  assert_status(independent(DRUG_1, 10, DRUG_2, 10, out, NULL), RUNG_OK, NULL);
  assert_close(out[RUNG_INDEPENDENT_T], -1.8608, 5e-5);
  assert_close(out[RUNG_INDEPENDENT_DF], 17.776, 5e-4);
  assert_close(out[RUNG_INDEPENDENT_P], 0.07939, 5e-6);
  assert_close(out[RUNG_INDEPENDENT_LOW], -3.3654832, 5e-8);
  assert_close(out[RUNG_INDEPENDENT_HIGH], 0.2054832, 5e-8);
  assert_close(out[RUNG_INDEPENDENT_P_POOLED], 0.07919, 5e-6);
  assert_close(out[RUNG_INDEPENDENT_D] * sqrt(5), out[RUNG_INDEPENDENT_T_POOLED], 1e-12);
  assert_close(out[RUNG_INDEPENDENT_G], out[RUNG_INDEPENDENT_D] * out[RUNG_INDEPENDENT_J], 1e-15);
}

static void students_sleep_data_give_the_rank_sum_that_is_printed(void **state)
{
  (void)state;
  double out[RUNG__DOMINANCE];
  assert_status(dominance(DRUG_1, 10, DRUG_2, 10, out, NULL), RUNG_OK, NULL);
  assert_close(out[RUNG_DOMINANCE_U], 25.5, 0);
  assert_close(out[RUNG_DOMINANCE_P], 0.06933, 5e-6);
  assert_close(out[RUNG_DOMINANCE_DELTA], 2 * 25.5 / 100 - 1, 1e-15);
}

static double sign_of(double a, double b)
{
  return (double)(a > b) - (double)(a < b);
}

/* Cliff's (1993) variance written out over all pairs. */
static void dominance_agrees_with_the_sums_over_all_pairs(void **state)
{
  (void)state;
  uint64_t seed = 3;
  double x[13], y[9], out[RUNG__DOMINANCE], delta = 0, rows = 0, columns = 0, pairs = 0;
  for (size_t i = 0; i < LENGTH(x); ++i)
    x[i] = (double)(next_random(&seed) % 7);
  for (size_t j = 0; j < LENGTH(y); ++j)
    y[j] = (double)(next_random(&seed) % 6);
  for (size_t i = 0; i < LENGTH(x); ++i)
    for (size_t j = 0; j < LENGTH(y); ++j)
      delta += sign_of(x[i], y[j]) / (13 * 9);
  for (size_t i = 0; i < LENGTH(x); ++i) {
    double mean = 0;
    for (size_t j = 0; j < LENGTH(y); ++j) {
      mean += sign_of(x[i], y[j]) / 9;
      pairs += (sign_of(x[i], y[j]) - delta) * (sign_of(x[i], y[j]) - delta) / (12 * 8);
    }
    rows += (mean - delta) * (mean - delta) / 12;
  }
  for (size_t j = 0; j < LENGTH(y); ++j) {
    double mean = 0;
    for (size_t i = 0; i < LENGTH(x); ++i)
      mean += sign_of(x[i], y[j]) / 13;
    columns += (mean - delta) * (mean - delta) / 8;
  }
  assert_status(dominance(x, 13, y, 9, out, NULL), RUNG_OK, NULL);
  assert_close(out[RUNG_DOMINANCE_DELTA], delta, 1e-14);
  assert_close(out[RUNG_DOMINANCE_SE], sqrt((8 * rows + 12 * columns + pairs) / (13 * 9)), 1e-14);
}

static void columns_that_do_not_overlap_have_an_inner_limit(void **state)
{
  (void)state;
  const double low[] = {1, 2, 3, 4}, high[] = {5, 6, 7, 8, 9};
  const double inner = (4 - 1.959963984540054 * 1.959963984540054) /
                       (4 + 1.959963984540054 * 1.959963984540054);
  double out[RUNG__DOMINANCE];
  assert_status(dominance(high, 5, low, 4, out, NULL), RUNG_OK, NULL);
  assert_true(out[RUNG_DOMINANCE_DELTA] == 1 && out[RUNG_DOMINANCE_HIGH] == 1);
  assert_close(out[RUNG_DOMINANCE_LOW], inner, 1e-12);
  assert_status(dominance(low, 4, high, 5, out, NULL), RUNG_OK, NULL);
  assert_true(out[RUNG_DOMINANCE_DELTA] == -1 && out[RUNG_DOMINANCE_LOW] == -1);
  assert_close(out[RUNG_DOMINANCE_HIGH], -inner, 1e-12);
  assert_status(dominance(low, 1, high, 5, out, NULL), RUNG_E_NOT_ESTIMABLE, NULL);
  const double same[] = {2, 2, 2};
  assert_status(dominance(same, 3, same, 3, out, NULL), RUNG_OK, NULL);
  assert_true(out[RUNG_DOMINANCE_DELTA] == 0 && isnan(out[RUNG_DOMINANCE_LOW]) &&
              isnan(out[RUNG_DOMINANCE_P]));
}

static void signed_ranks_leave_zeros_out_and_share_ranks(void **state)
{
  (void)state;
  /* |d| 1 1 2 3 have ranks 1.5 1.5 3 4; positive: one 1 and the 3 */
  double d[] = {1, 0, -1, -2, 3, 0}, v, p;
  assert_true(rung__signed_rank(d, LENGTH(d), &v, &p));
  assert_close(v, 5.5, 0);
  /* (|5.5 - 5| - 1/2) = 0 */
  assert_close(p, 1, 1e-15);
  double none[] = {0, 0};
  assert_true(rung__signed_rank(none, 2, &v, &p));
  assert_true(v == 0 && isnan(p));
}

static void equal_weights_weigh_nothing_and_effective_n_is_kishs(void **state)
{
  (void)state;
  double plain[RUNG__PAIRED], weighted[RUNG__PAIRED], three[10];
  for (size_t row = 0; row < 10; ++row)
    three[row] = 3;
  assert_status(paired(DRUG_1, DRUG_2, NULL, 10, plain, NULL), RUNG_OK, NULL);
  assert_status(paired(DRUG_1, DRUG_2, three, 10, weighted, NULL), RUNG_OK, NULL);
  for (size_t index = 0; index < RUNG_PAIRED_SIGNED_RANK; ++index)
    assert_close(weighted[index], plain[index], 1e-11);
  assert_true(isnan(weighted[RUNG_PAIRED_SIGNED_RANK]));
  three[0] = 6;
  three[1] = 0;
  assert_status(paired(DRUG_1, DRUG_2, three, 10, weighted, NULL), RUNG_OK, NULL);
  assert_close(weighted[RUNG_PAIRED_N], 30.0 * 30 / (36 + 8 * 9), 1e-12);
}

/* y: weights 1 1 2 of 1 2 4 have the mean 11/4, n = 16/6 and sum w d^2 / sum w = 27/16. */
static void groups_have_weights_of_their_own(void **state)
{
  (void)state;
  double plain[RUNG__INDEPENDENT], weighted[RUNG__INDEPENDENT], three[10];
  for (size_t row = 0; row < 10; ++row)
    three[row] = 3;
  const rung_column x = doubles(DRUG_1, 10), y = doubles(DRUG_2, 10);
  const rung_column equal[] = {doubles(three, 10), doubles(three, 10)};
  assert_status(rung_stats_independent(&x, &y, NULL, NULL, plain, RUNG__INDEPENDENT, NULL), RUNG_OK,
                NULL);
  assert_status(rung_stats_independent(&x, &y, equal, NULL, weighted, RUNG__INDEPENDENT, NULL),
                RUNG_OK, NULL);
  for (size_t index = 0; index < RUNG__INDEPENDENT; ++index)
    assert_close(weighted[index], plain[index], 1e-11);
  const double few[] = {1, NAN, 2, 4}, unequal[] = {1, 5, 1, 2};
  const rung_column short_y = doubles(few, 4);
  const rung_column weights[] = {doubles(three, 10), doubles(unequal, 4)};
  assert_status(
      rung_stats_independent(&x, &short_y, weights, NULL, weighted, RUNG__INDEPENDENT, NULL),
      RUNG_OK, NULL);
  assert_close(weighted[RUNG_INDEPENDENT_N_X], 10, 1e-13);
  assert_close(weighted[RUNG_INDEPENDENT_N_Y], 16.0 / 6, 1e-15);
  assert_close(weighted[RUNG_INDEPENDENT_MEAN_Y], 11.0 / 4, 1e-15);
  assert_close(weighted[RUNG_INDEPENDENT_SD_Y], sqrt(27.0 / 16 * 16 / 10), 1e-15);
  assert_status(
      rung_stats_independent(&x, &short_y, equal, NULL, weighted, RUNG__INDEPENDENT, NULL),
      RUNG_E_ARGUMENT, NULL);
}

static void a_part_is_held_against_the_rest_of_its_whole(void **state)
{
  (void)state;
  double value[20], member[20], part[RUNG__INDEPENDENT], groups[RUNG__INDEPENDENT];
  double sums[RUNG__INDEPENDENT];
  struct rung__sums whole = {0, 0, 0, 0}, inside = {0, 0, 0, 0};
  for (size_t row = 0; row < 20; ++row) {
    value[row] = row % 2 == 0 ? DRUG_1[row / 2] : DRUG_2[row / 2];
    member[row] = row % 2 == 0;
    const struct rung__sums one = {1, 1, value[row], value[row] * value[row]};
    whole = (struct rung__sums){whole.weight + 1, whole.weight_squares + 1, whole.sum + one.sum,
                                whole.squares + one.squares};
    if (row % 2 == 0)
      inside = (struct rung__sums){inside.weight + 1, inside.weight_squares + 1,
                                   inside.sum + one.sum, inside.squares + one.squares};
  }
  const rung_column columns[] = {doubles(value, 20), doubles(member, 20)};
  assert_status(
      rung_stats_part(columns, NULL, RUNG_MISSING_LISTWISE, NULL, part, RUNG__INDEPENDENT, NULL),
      RUNG_OK, NULL);
  assert_status(independent(DRUG_1, 10, DRUG_2, 10, groups, NULL), RUNG_OK, NULL);
  const struct rung__sums outside = rung__sums_less(&whole, &inside);
  const struct rung__sample_moments x = rung__sample_of_sums(&inside),
                                    y = rung__sample_of_sums(&outside);
  rung__independent(&x, &y, 0.95, sums);
  for (size_t index = 0; index < RUNG__INDEPENDENT; ++index) {
    assert_close(part[index], groups[index], 1e-12);
    assert_close(sums[index], groups[index], 1e-12);
  }
}

static void a_part_that_is_the_whole_has_no_rest(void **state)
{
  (void)state;
  const double value[] = {1, 2, 3}, member[] = {1, 1, 1};
  const rung_column columns[] = {doubles(value, 3), doubles(member, 3)};
  double out[RUNG__INDEPENDENT];
  assert_status(
      rung_stats_part(columns, NULL, RUNG_MISSING_FAIL, NULL, out, RUNG__INDEPENDENT, NULL),
      RUNG_E_NOT_ESTIMABLE, NULL);
  assert_true(out[RUNG_INDEPENDENT_N_X] == 3 && out[RUNG_INDEPENDENT_N_Y] == 0 &&
              isnan(out[RUNG_INDEPENDENT_DIFFERENCE]));
}

static void what_does_not_vary_has_a_gap_and_no_limits(void **state)
{
  (void)state;
  const double x[] = {0.3, 0.4, 0.5}, y[] = {0.1, 0.2, 0.3}, huge[] = {1e300, -1e300, 1e300};
  double out[RUNG__PAIRED], other[RUNG__INDEPENDENT];
  rung_error error;
  /* the differences are .2 but for rounding */
  assert_status(paired(x, y, NULL, 3, out, &error), RUNG_E_NOT_ESTIMABLE, &error);
  assert_close(out[RUNG_PAIRED_DIFFERENCE], 0.2, 1e-15);
  assert_true(isnan(out[RUNG_PAIRED_T]) && isnan(out[RUNG_PAIRED_D_Z]));
  assert_status(paired(x, y, NULL, 1, out, &error), RUNG_E_NOT_ESTIMABLE, &error);
  assert_true(out[RUNG_PAIRED_N] == 1);
  assert_status(paired(x, y, NULL, 0, out, &error), RUNG_E_NOT_ESTIMABLE, &error);
  assert_true(out[RUNG_PAIRED_N] == 0 && isnan(out[RUNG_PAIRED_DIFFERENCE]));
  assert_status(paired(huge, y, NULL, 3, out, &error), RUNG_E_NOT_ESTIMABLE, &error);
  assert_status(independent(huge, 3, y, 3, other, &error), RUNG_E_NOT_ESTIMABLE, &error);
  const double five[] = {5, 5, 5};
  assert_status(independent(five, 3, five, 2, other, &error), RUNG_E_NOT_ESTIMABLE, &error);
  assert_true(other[RUNG_INDEPENDENT_DIFFERENCE] == 0 && isnan(other[RUNG_INDEPENDENT_P]));
  assert_status(independent(x, 3, five, 2, other, &error), RUNG_OK, &error);
  assert_true(isnan(other[RUNG_INDEPENDENT_GLASS]) && !isnan(other[RUNG_INDEPENDENT_D]));
  assert_status(independent(x, 3, five, 1, other, &error), RUNG_E_NOT_ESTIMABLE, &error);
}

static void two_pairs_have_a_d_and_no_hedges_g(void **state)
{
  (void)state;
  const double x[] = {1, 3}, y[] = {0, 1};
  double out[RUNG__PAIRED];
  assert_status(paired(x, y, NULL, 2, out, NULL), RUNG_OK, NULL);
  assert_close(out[RUNG_PAIRED_D_Z], 1.5 / sqrt(0.5), 1e-14);
  assert_true(isnan(out[RUNG_PAIRED_J]) && isnan(out[RUNG_PAIRED_G_Z]));
}

static void absent_values_follow_the_policy(void **state)
{
  (void)state;
  const double x[] = {1, NAN, 4, 2}, y[] = {0, 1, 1, 2};
  const rung_column columns[] = {doubles(x, 4), doubles(y, 4)};
  double out[4];
  rung_error error;
  for (int missing = RUNG_MISSING_LISTWISE; missing <= RUNG_MISSING_PAIRWISE; ++missing) {
    assert_status(rung_stats_paired(columns, NULL, (rung_missing)missing, NULL, out, 4, &error),
                  RUNG_OK, &error);
    assert_true(out[RUNG_PAIRED_N] == 3);
  }
  out[0] = 9;
  assert_status(rung_stats_paired(columns, NULL, RUNG_MISSING_FAIL, NULL, out, 4, &error),
                RUNG_E_ANSWERS, &error);
  assert_true(error.row == 2 && error.column == 1 && out[0] == 9);
  assert_status(rung_stats_paired(NULL, NULL, RUNG_MISSING_FAIL, NULL, out, 4, &error),
                RUNG_E_ARGUMENT, &error);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(students_sleep_data_give_the_paired_t_that_is_printed),
      cmocka_unit_test(effect_sizes_of_pairs_hang_together_as_they_are_defined),
      cmocka_unit_test(hedges_factor_is_the_quotient_of_gammas),
      cmocka_unit_test(students_sleep_data_give_welchs_t_that_is_printed),
      cmocka_unit_test(students_sleep_data_give_the_rank_sum_that_is_printed),
      cmocka_unit_test(dominance_agrees_with_the_sums_over_all_pairs),
      cmocka_unit_test(columns_that_do_not_overlap_have_an_inner_limit),
      cmocka_unit_test(signed_ranks_leave_zeros_out_and_share_ranks),
      cmocka_unit_test(equal_weights_weigh_nothing_and_effective_n_is_kishs),
      cmocka_unit_test(groups_have_weights_of_their_own),
      cmocka_unit_test(a_part_is_held_against_the_rest_of_its_whole),
      cmocka_unit_test(a_part_that_is_the_whole_has_no_rest),
      cmocka_unit_test(what_does_not_vary_has_a_gap_and_no_limits),
      cmocka_unit_test(two_pairs_have_a_d_and_no_hedges_g),
      cmocka_unit_test(absent_values_follow_the_policy),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
