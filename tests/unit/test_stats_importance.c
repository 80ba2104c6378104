/* Tests of rung/stats/importance.h: shares of R^2 against their definitions, the slow way.
 * SPDX-License-Identifier: Apache-2.0 */
#include "support.h"

#include <rung/stats/importance.h>

#include "stats/covariance.h"
#include "stats/shapley.h"
#include "stats/symmetric.h"

#define DRIVERS 4
#define COLUMNS (DRIVERS + 1)
#define ROWS 50
#define FIELDS 7

static rung_column doubles(const double *data, int64_t length)
{
  return (rung_column){.data = data, .length = length, .type = RUNG_TYPE_DOUBLE};
}

static void draw(double values[COLUMNS][ROWS], rung_column columns[COLUMNS])
{
  uint64_t chance = 51;
  for (size_t row = 0; row < ROWS; ++row) {
    const double common = (double)(next_random(&chance) % 9);
    values[0][row] = (double)(next_random(&chance) % 9);
    for (size_t driver = 1; driver < COLUMNS; ++driver) {
      values[driver][row] = common + (double)(next_random(&chance) % 9);
      values[0][row] += (double)driver * values[driver][row];
    }
  }
  for (size_t column = 0; column < COLUMNS; ++column)
    columns[column] = doubles(values[column], ROWS);
}

/* R^2 of some drivers by solving the normal equations. */
static double explained_by(const double *correlation, const size_t *driver, size_t count)
{
  double factor[DRIVERS * DRIVERS], beta[DRIVERS], sum = 0;
  for (size_t row = 0; row < count; ++row) {
    beta[row] = correlation[driver[row] + 1];
    for (size_t column = 0; column < count; ++column)
      factor[row * count + column] = correlation[(driver[row] + 1) * COLUMNS + driver[column] + 1];
  }
  assert_true(count == 0 || rung__cholesky(factor, count));
  rung__cholesky_solve(factor, count, beta);
  for (size_t row = 0; row < count; ++row)
    sum += beta[row] * correlation[driver[row] + 1];
  return sum;
}

/* What drivers add in every order, one order after another. */
static void average_over_orders(const double *correlation, double *share)
{
  double orders = 0;
  memset(share, 0, DRIVERS * sizeof *share);
  for (size_t code = 0; code < DRIVERS * DRIVERS * DRIVERS * DRIVERS; ++code) {
    size_t order[DRIVERS], rest = code, seen = 0;
    for (size_t place = 0; place < DRIVERS; ++place, rest /= DRIVERS) {
      order[place] = rest % DRIVERS;
      seen |= (size_t)1 << order[place];
    }
    if (seen != ((size_t)1 << DRIVERS) - 1) continue;
    ++orders;
    for (size_t place = 0; place < DRIVERS; ++place)
      share[order[place]] += explained_by(correlation, order, place + 1) -
                             explained_by(correlation, order, place);
  }
  assert_true(orders == 24);
  for (size_t driver = 0; driver < DRIVERS; ++driver)
    share[driver] /= orders;
}

static void shares_are_averages_over_every_order_and_sum_to_r_squared(void **state)
{
  (void)state;
  double values[COLUMNS][ROWS], out[FIELDS * COLUMNS], correlation[COLUMNS * COLUMNS],
      share[DRIVERS];
  rung_column columns[COLUMNS];
  struct rung__covariance covariance;
  const size_t all[] = {0, 1, 2, 3};
  draw(values, columns);
  assert_status(rung__covariance_read(&covariance, columns, COLUMNS, NULL, RUNG_MISSING_FAIL, NULL),
                RUNG_OK, NULL);
  rung__symmetric_scale(covariance.value, COLUMNS, correlation);
  rung__covariance_free(&covariance);
  average_over_orders(correlation, share);
  assert_status(rung_stats_importance(columns, COLUMNS, NULL, RUNG_MISSING_FAIL, NULL, out,
                                      LENGTH(out), NULL),
                RUNG_OK, NULL);
  const double explained = explained_by(correlation, all, DRIVERS);
  double sums[2] = {0, 0}, product = 0;
  for (size_t driver = 1; driver < COLUMNS; ++driver) {
    assert_close(out[RUNG_IMPORTANCE_AVERAGE * COLUMNS + driver], share[driver - 1], 1e-12);
    assert_true(out[RUNG_IMPORTANCE_RELATIVE * COLUMNS + driver] > 0);
    sums[0] += out[RUNG_IMPORTANCE_AVERAGE * COLUMNS + driver];
    sums[1] += out[RUNG_IMPORTANCE_RELATIVE * COLUMNS + driver];
    product += out[RUNG_IMPORTANCE_BETA * COLUMNS + driver] *
               out[RUNG_IMPORTANCE_R * COLUMNS + driver];
    assert_close(out[RUNG_IMPORTANCE_ALONE * COLUMNS + driver],
                 pow(out[RUNG_IMPORTANCE_R * COLUMNS + driver], 2), 1e-14);
    assert_true(out[RUNG_IMPORTANCE_N * COLUMNS + driver] == ROWS);
  }
  assert_close(sums[0], explained, 1e-13);
  assert_close(sums[1], explained, 1e-13);
  assert_close(product, explained, 1e-13);
  assert_close(out[RUNG_IMPORTANCE_AVERAGE * COLUMNS], explained, 1e-13);
  assert_close(out[RUNG_IMPORTANCE_R * COLUMNS], sqrt(explained), 1e-13);
  assert_close(out[RUNG_IMPORTANCE_BETA * COLUMNS], 1 - (1 - explained) * 49 / 45, 1e-13);
}

static void of_two_drivers_both_ways_are_that_of_the_hand_calculation(void **state)
{
  (void)state;
  /* r1 = 0.5, r2 = 0.4, r12 = 0.3: R^2 = 0.29/0.91; (r1^2 + R^2 - r2^2)/2, for both ways */
  const double correlation[] = {1, 0.5, 0.4, 0.5, 1, 0.3, 0.4, 0.3, 1};
  const double explained = 0.29 / 0.91;
  double room[16], subsets[4], share[2], weight[2];
  rung__subsets_fill(correlation, 2, room, subsets);
  assert_true(subsets[0] == 0);
  assert_close(subsets[1], 0.25, 1e-15);
  assert_close(subsets[2], 0.16, 1e-15);
  assert_close(subsets[3], explained, 1e-15);
  rung__shapley(subsets, 2, share);
  assert_true(rung__relative_weights(correlation, 2, room, weight));
  for (size_t driver = 0; driver < 2; ++driver) {
    const double own = driver == 0 ? 0.25 : 0.16, other = driver == 0 ? 0.16 : 0.25;
    assert_close(share[driver], (own + explained - other) / 2, 1e-15);
    assert_close(weight[driver], share[driver], 1e-14);
  }
}

static void drivers_apart_have_their_squared_correlations(void **state)
{
  (void)state;
  const double correlation[] = {1, 0.6, 0.5, 0.2, 0.6, 1, 0, 0, 0.5, 0, 1, 0, 0.2, 0, 0, 1};
  double room[40], subsets[8], share[3], weight[3];
  rung__subsets_fill(correlation, 3, room, subsets);
  rung__shapley(subsets, 3, share);
  assert_true(rung__relative_weights(correlation, 3, room, weight));
  for (size_t driver = 0; driver < 3; ++driver) {
    assert_close(share[driver], pow(correlation[driver + 1], 2), 1e-15);
    assert_close(weight[driver], pow(correlation[driver + 1], 2), 1e-14);
  }
}

static void a_driver_twice_shares_equally_and_has_no_relative_weight(void **state)
{
  (void)state;
  double values[COLUMNS][ROWS], out[FIELDS * 4], less[FIELDS * 3];
  rung_column columns[COLUMNS];
  draw(values, columns);
  const rung_column twice[] = {columns[0], columns[1], columns[1], columns[2]};
  assert_status(
      rung_stats_importance(twice, 4, NULL, RUNG_MISSING_FAIL, NULL, out, LENGTH(out), NULL),
      RUNG_OK, NULL);
  assert_status(rung_stats_importance(twice + 0, 2, NULL, RUNG_MISSING_FAIL, NULL, less, 14, NULL),
                RUNG_OK, NULL);
  assert_close(out[1], out[2], 1e-13);
  assert_true(out[RUNG_IMPORTANCE_LAST * 4 + 1] == 0 && isnan(out[RUNG_IMPORTANCE_RELATIVE * 4]));
  assert_true(isnan(out[RUNG_IMPORTANCE_BETA * 4 + 1]));
  assert_close(out[RUNG_IMPORTANCE_ALONE * 4 + 1], less[1], 1e-14);
}

static void weights_of_two_are_rows_twice(void **state)
{
  (void)state;
  double values[COLUMNS][ROWS], longer[COLUMNS][2 * ROWS], weight[ROWS];
  double weighted[FIELDS * COLUMNS], plain[FIELDS * COLUMNS];
  rung_column columns[COLUMNS], twice[COLUMNS];
  size_t count = 0;
  draw(values, columns);
  for (size_t row = 0; row < ROWS; ++row) {
    weight[row] = row % 3 == 0 ? 2 : 1;
    for (size_t copy = 0; copy < (row % 3 == 0 ? 2u : 1u); ++copy, ++count) {
      for (size_t column = 0; column < COLUMNS; ++column)
        longer[column][count] = values[column][row];
    }
  }
  for (size_t column = 0; column < COLUMNS; ++column)
    twice[column] = doubles(longer[column], (int64_t)count);
  const rung_column weights = doubles(weight, ROWS);
  assert_status(rung_stats_importance(columns, COLUMNS, &weights, RUNG_MISSING_LISTWISE, NULL,
                                      weighted, LENGTH(weighted), NULL),
                RUNG_OK, NULL);
  assert_status(rung_stats_importance(twice, COLUMNS, NULL, RUNG_MISSING_LISTWISE, NULL, plain,
                                      LENGTH(plain), NULL),
                RUNG_OK, NULL);
  for (size_t index = 0; index < 2 * COLUMNS; ++index)
    assert_close(weighted[index], plain[index], 1e-13);
}

static void what_cannot_be_shared_out_says_so(void **state)
{
  (void)state;
  const double a[] = {1, 2, 3, 5}, b[] = {2, 1, 4, 3}, flat[] = {1, 1, 1, 1},
               none[] = {1, NAN, NAN, NAN};
  const rung_column constant[] = {doubles(a, 4), doubles(flat, 4)};
  const rung_column short_of[] = {doubles(a, 4), doubles(none, 4)};
  const rung_column fine[] = {doubles(a, 4), doubles(b, 4)};
  rung_column many[26];
  double out[14];
  rung_error error;
  assert_status(
      rung_stats_importance(constant, 2, NULL, RUNG_MISSING_LISTWISE, NULL, out, 14, &error),
      RUNG_E_NOT_ESTIMABLE, &error);
  assert_true(isnan(out[0]) && out[RUNG_IMPORTANCE_N * 2] == 4);
  assert_status(
      rung_stats_importance(short_of, 2, NULL, RUNG_MISSING_LISTWISE, NULL, out, 14, &error),
      RUNG_E_NOT_ESTIMABLE, &error);
  assert_status(rung_stats_importance(fine, 1, NULL, RUNG_MISSING_LISTWISE, NULL, out, 14, &error),
                RUNG_E_ARGUMENT, &error);
  assert_status(rung_stats_importance(fine, 2, NULL, RUNG_MISSING_PAIRWISE, NULL, out, 14, &error),
                RUNG_E_ARGUMENT, &error);
  for (size_t column = 0; column < LENGTH(many); ++column)
    many[column] = fine[column % 2];
  assert_status(rung_stats_importance(many, 26, NULL, RUNG_MISSING_LISTWISE, NULL, out, 14, &error),
                RUNG_E_LIMIT, &error);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(shares_are_averages_over_every_order_and_sum_to_r_squared),
      cmocka_unit_test(of_two_drivers_both_ways_are_that_of_the_hand_calculation),
      cmocka_unit_test(drivers_apart_have_their_squared_correlations),
      cmocka_unit_test(a_driver_twice_shares_equally_and_has_no_relative_weight),
      cmocka_unit_test(weights_of_two_are_rows_twice),
      cmocka_unit_test(what_cannot_be_shared_out_says_so),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
