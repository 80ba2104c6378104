/* Tests of rung/stats/scales.h: scales from the covariances of their items.
 * SPDX-License-Identifier: Apache-2.0 */
#include "support.h"

#include <rung/stats/reliability.h>
#include <rung/stats/scales.h>

#include "stats/covariance.h"

#define ROWS 30

static rung_column doubles(const double *data, int64_t length)
{
  return (rung_column){.data = data, .length = length, .type = RUNG_TYPE_DOUBLE};
}

static void scales_correlate_as_their_sums_do(void **state)
{
  (void)state;
  double items[4][ROWS], one[ROWS], two[ROWS], matrix[16], pairs[8], item[16], alpha[1];
  const int8_t keys[] = {1, -1, 0, 0, 0, 0, 1, 1};
  rung_column columns[4];
  uint64_t chance = 31;
  for (size_t row = 0; row < ROWS; ++row) {
    const double common = (double)(next_random(&chance) % 5);
    for (size_t index = 0; index < 4; ++index)
      items[index][row] = (index == 1 ? -common : common) + (double)(next_random(&chance) % 5);
    one[row] = items[0][row] - items[1][row];
    two[row] = items[2][row] + items[3][row];
  }
  for (size_t index = 0; index < 4; ++index)
    columns[index] = doubles(items[index], ROWS);
  assert_status(rung_stats_covariance_matrix(columns, 4, NULL, RUNG_MISSING_FAIL, matrix, 16, NULL),
                RUNG_OK, NULL);
  assert_status(rung_stats_scales(matrix, 4, keys, 2, pairs, 8, NULL), RUNG_OK, NULL);
  const double r = rung__correlation_of(one, two, NULL, ROWS);
  assert_close(pairs[1], r, 1e-14);
  assert_true(pairs[0] == 1 && pairs[3] == 1);
  assert_status(rung_stats_alpha(columns + 2, 2, NULL, RUNG_MISSING_FAIL, NULL, alpha, 1, NULL),
                RUNG_OK, NULL);
  assert_close(pairs[7], alpha[0], 1e-14);
  assert_close(pairs[5], r / sqrt(pairs[4] * pairs[7]), 1e-14);
  assert_status(rung_stats_scale_items(matrix, 4, keys, 2, item, 16, NULL), RUNG_OK, NULL);
  assert_close(item[2], rung__correlation_of(items[1], one, NULL, ROWS), 1e-14);
  assert_close(item[1], rung__correlation_of(items[0], two, NULL, ROWS), 1e-14);
}

static void keys_are_checked_and_flat_scales_have_no_correlation(void **state)
{
  (void)state;
  const double matrix[] = {1, 0, 0, 0, 0, 0, 0, 0, 1};
  const int8_t wrong[] = {1, 2, 0}, empty[] = {0, 0, 0}, keys[] = {1, 0, 1, 0, 1, 0};
  const int8_t flat[] = {0, 1, 0};
  double out[12];
  rung_error error;
  assert_status(rung_stats_scales(matrix, 3, wrong, 1, out, 2, &error), RUNG_E_ARGUMENT, &error);
  assert_status(rung_stats_scales(matrix, 3, empty, 1, out, 2, &error), RUNG_E_ARGUMENT, &error);
  assert_status(rung_stats_scales(matrix, 3, NULL, 1, out, 2, &error), RUNG_E_ARGUMENT, &error);
  assert_status(rung_stats_scales(matrix, 3, keys, 2, out, 8, &error), RUNG_OK, &error);
  assert_true(out[0] == 1 && isnan(out[1]) && isnan(out[3]) && isnan(out[5]));
  assert_status(rung_stats_scales(matrix, 3, flat, 1, out, 2, &error), RUNG_E_NOT_ESTIMABLE,
                &error);
  assert_status(rung_stats_scale_items(matrix, 3, keys, 2, out, 12, &error), RUNG_OK, &error);
  assert_close(out[0], sqrt(0.5), 1e-15);
  assert_true(isnan(out[2]) && isnan(out[6])); /* the item that does not vary; no inverse */
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(scales_correlate_as_their_sums_do),
      cmocka_unit_test(keys_are_checked_and_flat_scales_have_no_correlation),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
