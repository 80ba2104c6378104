/* Tests of stats/association: Pearson, Spearman, Kendall, disattenuation.
 * SPDX-License-Identifier: Apache-2.0 */
#include "support.h"

#include "stats/association.h"
#include "stats/kendall.h"
#include "stats/pair.h"

/* Anscombe (1973), the first of four data sets. */
static const double X[] = {10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5};
static const double Y[] = {8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68};

static rung_column doubles(const double *data, size_t length)
{
  return (rung_column){.data = data, .length = (int64_t)length, .type = RUNG_TYPE_DOUBLE};
}

static rung_status pearson(const double *x, const double *y, const double *weight, size_t count,
                           double *out)
{
  const rung_column columns[] = {doubles(x, count), doubles(y, count)};
  const rung_column weights = doubles(weight, count);
  return rung_stats_pearson(columns, weight == NULL ? NULL : &weights, RUNG_MISSING_LISTWISE, NULL,
                            out, RUNG__ASSOCIATIONS, NULL);
}

static rung_status spearman(const double *x, const double *y, size_t count, double *out)
{
  const rung_column columns[] = {doubles(x, count), doubles(y, count)};
  return rung_stats_spearman(columns, RUNG_MISSING_LISTWISE, NULL, out, RUNG__ASSOCIATIONS, NULL);
}

static rung_status kendall(const double *x, const double *y, size_t count, double *out)
{
  const rung_column columns[] = {doubles(x, count), doubles(y, count)};
  return rung_stats_kendall(columns, RUNG_MISSING_LISTWISE, NULL, out, 12, NULL);
}

static void anscombes_data_give_the_correlation_that_is_printed(void **state)
{
  (void)state;
  double out[RUNG__ASSOCIATIONS];
  assert_status(pearson(X, Y, NULL, 11, out), RUNG_OK, NULL);
  assert_close(out[RUNG_ASSOCIATION_R], 0.8164205, 5e-8); /* as R's cor.test prints them */
  assert_close(out[RUNG_ASSOCIATION_T], 4.2415, 5e-5);
  assert_close(out[RUNG_ASSOCIATION_P], 0.00217, 5e-6);
  assert_close(out[RUNG_ASSOCIATION_LOW], 0.4243912, 5e-8);
  assert_close(out[RUNG_ASSOCIATION_HIGH], 0.9506933, 5e-8);
  assert_true(out[RUNG_ASSOCIATION_N] == 11 && out[RUNG_ASSOCIATION_DF] == 9);
}

static void weights_that_are_whole_count_a_row_as_often(void **state)
{
  (void)state;
  const double x[] = {1, 2, 4}, y[] = {1, 3, 2}, weight[] = {2, 1, 3};
  const double all_x[] = {1, 1, 2, 4, 4, 4}, all_y[] = {1, 1, 3, 2, 2, 2};
  double weighted[RUNG__ASSOCIATIONS], repeated[RUNG__ASSOCIATIONS];
  assert_status(pearson(x, y, weight, 3, weighted), RUNG_OK, NULL);
  assert_status(pearson(all_x, all_y, NULL, 6, repeated), RUNG_OK, NULL);
  assert_close(weighted[RUNG_ASSOCIATION_R], repeated[RUNG_ASSOCIATION_R], 1e-14);
  assert_close(weighted[RUNG_ASSOCIATION_N], 36.0 / 14, 1e-14); /* and not 6 */
}

static void ranks_are_shared_where_values_are_equal(void **state)
{
  (void)state;
  const double value[] = {3, 1, 3, 2, 3};
  double rank[5];
  assert_true(rung__midranks(value, 5, rank));
  const double expected[] = {4, 1, 4, 2, 4};
  assert_memory_equal(rank, expected, sizeof rank);
}

static void spearman_without_ties_is_his_sum_of_squares(void **state)
{
  (void)state;
  /* ranks of x 1 2 3 4 5, of y 2 1 4 3 5: 1 - 6 x 4 / (5 x 24) = .8 */
  const double x[] = {1, 4, 9, 16, 25}, y[] = {20, 10, 40, 30, 50};
  double out[RUNG__ASSOCIATIONS];
  assert_status(spearman(x, y, 5, out), RUNG_OK, NULL);
  assert_close(out[RUNG_ASSOCIATION_R], 0.8, 1e-15);
  /* Bonett & Wright (2000): atanh(.8) -+ 1.96 sqrt((1 + .32) / 2) */
  const double half = 1.959963984540054 * sqrt(1.32 / 2);
  assert_close(out[RUNG_ASSOCIATION_LOW], tanh(atanh(0.8) - half), 1e-12);
  assert_close(out[RUNG_ASSOCIATION_HIGH], tanh(atanh(0.8) + half), 1e-12);
}

/* Agresti (2002), Categorical Data Analysis, table 2.8: income by job satisfaction. Section 2.4.4
 * gives C = 1331, D = 849, gamma = .221; section 3.4.3 its error .117. */
static void agrestis_job_satisfaction_gives_his_gamma(void **state)
{
  (void)state;
  const int table[4][4] = {{1, 3, 10, 6}, {2, 3, 10, 7}, {1, 6, 14, 12}, {0, 1, 9, 11}};
  double x[96], y[96], out[12];
  size_t count = 0;
  for (int row = 0; row < 4; ++row)
    for (int column = 0; column < 4; ++column)
      for (int time = 0; time < table[row][column]; ++time, ++count) {
        x[count] = row;
        y[count] = column;
      }
  assert_int_equal(count, 96);
  assert_status(kendall(x, y, 96, out), RUNG_OK, NULL);
  assert_true(out[RUNG_KENDALL_CONCORDANT] == 1331 && out[RUNG_KENDALL_DISCORDANT] == 849);
  assert_close(out[RUNG_KENDALL_GAMMA], 0.221, 5e-4);
  struct rung__kendall found;
  assert_true(rung__kendall(x, y, 96, &found));
  assert_close(found.gamma_error, 0.117, 5e-4);
  const double half = 1.959963984540054 * found.gamma_error / (1 - found.gamma * found.gamma);
  assert_close(out[RUNG_KENDALL_GAMMA_LOW], tanh(atanh(found.gamma) - half), 1e-12);
  assert_close(out[RUNG_KENDALL_GAMMA_HIGH], tanh(atanh(found.gamma) + half), 1e-12);
}

static int sign_of(double a, double b)
{
  return (a > b) - (a < b);
}

/* Brown & Benedetti's (1977) error of tau-b written out over all pairs of rows. */
static void kendall_agrees_with_the_sums_over_all_pairs(void **state)
{
  (void)state;
  uint64_t seed = 5;
  double x[40], y[40], out[12], agree[40] = {0}, like_x[40] = {0}, like_y[40] = {0};
  double sum = 0, range_x = 40 * 40, range_y = 40 * 40, variance = 0;
  for (size_t row = 0; row < 40; ++row) {
    x[row] = (double)(next_random(&seed) % 5);
    y[row] = x[row] / 2 + (double)(next_random(&seed) % 4);
  }
  for (size_t row = 0; row < 40; ++row) {
    for (size_t other = 0; other < 40; ++other) {
      agree[row] += sign_of(x[row], x[other]) * sign_of(y[row], y[other]);
      like_x[row] += x[row] == x[other];
      like_y[row] += y[row] == y[other];
    }
    sum += agree[row];
    range_x -= like_x[row];
    range_y -= like_y[row];
  }
  const double width = sqrt(range_x * range_y), tau = sum / width;
  for (size_t row = 0; row < 40; ++row) {
    const double one = 2 * width * agree[row] +
                       tau * (like_x[row] * range_y + like_y[row] * range_x);
    variance += one * one / pow(width, 4);
  }
  variance -= pow(40, 3) * tau * tau * pow(range_x + range_y, 2) / pow(width, 4);
  assert_status(kendall(x, y, 40, out), RUNG_OK, NULL);
  assert_close(out[RUNG_KENDALL_TAU], tau, 1e-14);
  assert_close(out[RUNG_KENDALL_SE], sqrt(variance), 1e-12);
  const double moved = 1.959963984540054 * sqrt(variance) / (1 - tau * tau);
  assert_close(out[RUNG_KENDALL_LOW], tanh(atanh(tau) - moved), 1e-11);
  assert_close(out[RUNG_KENDALL_HIGH], tanh(atanh(tau) + moved), 1e-11);
}

static void kendall_without_ties_is_the_classic_z(void **state)
{
  (void)state;
  const double x[] = {1, 2, 3, 4, 5, 6}, y[] = {2, 1, 4, 3, 6, 5};
  double out[12];
  assert_status(kendall(x, y, 6, out), RUNG_OK, NULL);
  /* 12 concordant, 3 discordant; variance n (n - 1) (2 n + 5) / 18 = 28 1/3 */
  assert_close(out[RUNG_KENDALL_TAU], 9.0 / 15, 1e-15);
  assert_close(out[RUNG_KENDALL_Z], 9 / sqrt(6.0 * 5 * 17 / 18), 1e-14);
  assert_close(out[RUNG_KENDALL_GAMMA], out[RUNG_KENDALL_TAU], 1e-15);
}

static void perfect_association_has_no_limits(void **state)
{
  (void)state;
  const double x[] = {1, 2, 3, 4, 5};
  double out[12];
  assert_status(pearson(x, x, NULL, 5, out), RUNG_OK, NULL);
  assert_true(out[RUNG_ASSOCIATION_R] == 1 && isnan(out[RUNG_ASSOCIATION_LOW]) &&
              out[RUNG_ASSOCIATION_P] == 0);
  assert_status(kendall(x, x, 5, out), RUNG_OK, NULL);
  assert_close(out[RUNG_KENDALL_TAU], 1, 1e-15);
  assert_true(out[RUNG_KENDALL_SE] == 0 && isnan(out[RUNG_KENDALL_LOW]) &&
              isnan(out[RUNG_KENDALL_GAMMA_HIGH]));
}

static void what_does_not_vary_has_no_correlation(void **state)
{
  (void)state;
  const double x[] = {1, 2, 3}, flat[] = {0.1, 0.1, 0.1}, huge[] = {1e300, 0, -1e300};
  double out[12];
  assert_status(pearson(x, flat, NULL, 3, out), RUNG_E_NOT_ESTIMABLE, NULL);
  assert_true(isnan(out[RUNG_ASSOCIATION_R]) && out[RUNG_ASSOCIATION_N] == 3);
  assert_status(pearson(x, huge, NULL, 3, out), RUNG_E_NOT_ESTIMABLE, NULL);
  assert_status(spearman(x, flat, 3, out), RUNG_E_NOT_ESTIMABLE, NULL);
  assert_status(kendall(x, flat, 3, out), RUNG_E_NOT_ESTIMABLE, NULL);
  for (size_t rows = 0; rows < 2; ++rows) {
    assert_status(pearson(x, x, NULL, rows, out), RUNG_E_NOT_ESTIMABLE, NULL);
    assert_status(spearman(x, x, rows, out), RUNG_E_NOT_ESTIMABLE, NULL);
    assert_status(kendall(x, x, rows, out), RUNG_E_NOT_ESTIMABLE, NULL);
    assert_true(out[RUNG_KENDALL_N] == (double)rows);
  }
  const double two[] = {1, 2};
  assert_status(pearson(two, two, NULL, 2, out), RUNG_OK, NULL);
  assert_true(isnan(out[RUNG_ASSOCIATION_P]));
}

static void disattenuation_divides_by_what_error_took(void **state)
{
  (void)state;
  assert_close(rung_stats_disattenuated(0.3, 0.81, 0.64), 0.3 / 0.72, 1e-15);
  assert_close(rung_stats_disattenuated(0.6, 0.5, 0.5), 1.2, 1e-15); /* not cut */
  assert_true(isnan(rung_stats_disattenuated(0.3, 0, 0.5)) &&
              isnan(rung_stats_disattenuated(0.3, 0.5, 1.1)) &&
              isnan(rung_stats_disattenuated(1.1, 0.5, 0.5)) &&
              isnan(rung_stats_disattenuated(NAN, 0.5, 0.5)));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(anscombes_data_give_the_correlation_that_is_printed),
      cmocka_unit_test(weights_that_are_whole_count_a_row_as_often),
      cmocka_unit_test(ranks_are_shared_where_values_are_equal),
      cmocka_unit_test(spearman_without_ties_is_his_sum_of_squares),
      cmocka_unit_test(agrestis_job_satisfaction_gives_his_gamma),
      cmocka_unit_test(kendall_agrees_with_the_sums_over_all_pairs),
      cmocka_unit_test(kendall_without_ties_is_the_classic_z),
      cmocka_unit_test(perfect_association_has_no_limits),
      cmocka_unit_test(what_does_not_vary_has_no_correlation),
      cmocka_unit_test(disattenuation_divides_by_what_error_took),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
