/* Tests of stats/covariance: pairs of columns, listwise, pairwise and weighted.
 * SPDX-License-Identifier: Apache-2.0 */
#include "support.h"

#include "stats/covariance.h"

static rung_column doubles(const double *data, int64_t length)
{
  return (rung_column){.data = data, .length = length, .type = RUNG_TYPE_DOUBLE};
}

static struct rung__covariance covariance_of(const double *a, const double *b, const double *weight,
                                             int64_t rows, rung_missing missing)
{
  const rung_column columns[] = {doubles(a, rows), doubles(b, rows)};
  const rung_column weights = doubles(weight, rows);
  struct rung__covariance covariance;
  rung_error error;
  assert_status(rung__covariance_read(&covariance, columns, 2, weight == NULL ? NULL : &weights,
                                      missing, &error),
                RUNG_OK, &error);
  return covariance;
}

static void listwise_takes_complete_rows_and_pairwise_what_a_pair_has(void **state)
{
  (void)state;
  const double a[] = {1, 2, 3, 6, NAN}, b[] = {2, 4, NAN, 6, 100};
  struct rung__covariance found = covariance_of(a, b, NULL, 5, RUNG_MISSING_LISTWISE);
  assert_close(found.value[1], 5, 1e-14); /* (-2 x -2 + -1 x 0 + 3 x 2) / 2 */
  assert_close(found.value[0], 7, 1e-14);
  assert_true(found.rows == 3 && found.effective[3] == 3);
  rung__covariance_free(&found);
  found = covariance_of(a, b, NULL, 5, RUNG_MISSING_PAIRWISE);
  assert_close(found.value[1], 5, 1e-14);
  assert_close(found.value[0], 14.0 / 3, 1e-14);
  assert_close(found.mean[1], 28, 1e-14);
  assert_true(found.rows == 5 && found.effective[0] == 4 && found.effective[1] == 3);
  assert_close(rung__covariance_n(&found, 2), 3, 0);
  assert_close(rung__covariance_n(&found, 0), 4, 0);
  assert_close(rung__covariance_n_least(&found), 3, 0);
  rung__covariance_free(&found);
}

static void a_weight_of_two_is_a_row_twice_but_for_n(void **state)
{
  (void)state;
  const double a[] = {1, 2, 4, 9}, b[] = {3, 1, 5, 9}, weight[] = {2, 1, 1, 0};
  const double twice_a[] = {1, 1, 2, 4}, twice_b[] = {3, 3, 1, 5};
  struct rung__covariance weighted = covariance_of(a, b, weight, 4, RUNG_MISSING_LISTWISE);
  struct rung__covariance twice = covariance_of(twice_a, twice_b, NULL, 4, RUNG_MISSING_LISTWISE);
  assert_close(weighted.mean[0], twice.mean[0], 1e-15);
  /* divisors: sum(w) (n - 1) / n = 4 x 2 / 3 here, 3 there */
  assert_close(weighted.value[1] * 4 * 2 / 3, twice.value[1] * 3, 1e-14);
  assert_true(weighted.rows == 3);
  assert_close(weighted.effective[0], 16.0 / 6, 1e-15);
  rung__covariance_free(&weighted);
  rung__covariance_free(&twice);
}

static void large_values_lose_no_variance(void **state)
{
  (void)state;
  const double a[] = {1e15 + 1, 1e15 + 2, 1e15 + 3}, b[] = {-1e15, -1e15 - 1, -1e15 - 2};
  struct rung__covariance found = covariance_of(a, b, NULL, 3, RUNG_MISSING_FAIL);
  assert_close(found.value[0], 1, 1e-14);
  assert_close(found.value[1], -1, 1e-14);
  rung__covariance_free(&found);
}

static void what_is_beyond_the_numbers_is_not_there(void **state)
{
  (void)state;
  const double a[] = {1e300, -1e300, 1e300}, b[] = {1, 2, 4}, c[] = {-1e308, 1e308, 1e308};
  struct rung__covariance found = covariance_of(a, b, NULL, 3, RUNG_MISSING_FAIL);
  assert_true(isnan(found.value[0]) && isfinite(found.value[1]) && isfinite(found.value[3]));
  rung__covariance_free(&found);
  assert_true(isnan(rung__correlation_of(a, b, NULL, 3)) &&
              isnan(rung__correlation_of(c, b, NULL, 3)));
  found = covariance_of(c, b, NULL, 3, RUNG_MISSING_FAIL);
  assert_true(isnan(found.mean[0]) && isnan(found.value[1]));
  rung__covariance_free(&found);
}

static void under_two_rows_there_is_no_covariance(void **state)
{
  (void)state;
  const double a[] = {1, NAN}, b[] = {NAN, 1};
  struct rung__covariance found = covariance_of(a, b, NULL, 2, RUNG_MISSING_PAIRWISE);
  assert_true(isnan(found.value[0]) && isnan(found.value[1]) && found.effective[1] == 0);
  rung__covariance_free(&found);
  found = covariance_of(a, b, NULL, 0, RUNG_MISSING_LISTWISE);
  assert_true(isnan(found.value[0]) && isnan(found.mean[0]) && found.rows == 0);
  rung__covariance_free(&found);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(listwise_takes_complete_rows_and_pairwise_what_a_pair_has),
      cmocka_unit_test(a_weight_of_two_is_a_row_twice_but_for_n),
      cmocka_unit_test(large_values_lose_no_variance),
      cmocka_unit_test(what_is_beyond_the_numbers_is_not_there),
      cmocka_unit_test(under_two_rows_there_is_no_covariance),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
