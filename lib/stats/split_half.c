/* Halves, all splits, and lower bounds.
 * SPDX-License-Identifier: Apache-2.0 */
#include <rung/stats/split_half.h>

#include <math.h>
#include <stdlib.h>

#include <rung/stats/reliability.h>

#include "base/array.h"
#include "base/fail.h"
#include "base/sort.h"
#include "stats/alpha.h"
#include "stats/covariance.h"
#include "stats/output.h"
#include "stats/splits.h"
#include "stats/symmetric.h"

#define HALVES_COUNT 4  /* values of rung_halves */
#define SPLITS_COUNT 6  /* values of rung_splits */
#define GUTTMAN_COUNT 9 /* values of rung_guttman */

static size_t half_of(const uint8_t *half, size_t item)
{
  return half == NULL ? item % 2 : half[item];
}

static rung_status check_halves(const uint8_t *half, size_t count, rung_error *error)
{
  size_t in[2] = {0, 0};
  for (size_t item = 0; item < count; ++item) {
    if (half_of(half, item) > 1)
      return rung__fail(error, RUNG_E_ARGUMENT, "half %zu is neither 0 nor 1", item + 1);
    ++in[half_of(half, item)];
  }
  if (in[0] > 0 && in[1] > 0) return RUNG_OK;
  return rung__fail(error, RUNG_E_ARGUMENT, "a half is empty: expected an item or more in both");
}

static rung_status fill_halves(const struct rung__covariance *covariance, const uint8_t *half,
                               double *result, rung_error *error)
{
  const size_t size = covariance->size;
  double sums[2][2] = {{0, 0}, {0, 0}};
  for (size_t row = 0; row < size; ++row) {
    for (size_t column = 0; column < size; ++column)
      sums[half_of(half, row)][half_of(half, column)] += covariance->value[row * size + column];
  }
  const double whole = sums[0][0] + sums[1][1] + 2 * sums[0][1];
  rung__out_clear(result, HALVES_COUNT);
  result[RUNG_HALVES_N] = rung__covariance_n(covariance, size);
  if (!(sums[0][0] > 0) || !(sums[1][1] > 0) || !isfinite(sums[0][0] * sums[1][1]) ||
      isnan(sums[0][1]))
    return rung__fail(error, RUNG_E_NOT_ESTIMABLE, "a half does not vary, or has under two rows");
  const double r = sums[0][1] / (sqrt(sums[0][0]) * sqrt(sums[1][1]));
  result[RUNG_HALVES_R] = r;
  result[RUNG_HALVES_SPEARMAN_BROWN] = rung_stats_spearman_brown(fmin(r, 1), 2);
  if (rung__alpha_is_defined(sums[0][0] + sums[1][1], whole, 2))
    result[RUNG_HALVES_FLANAGAN_RULON] = 4 * sums[0][1] / whole;
  return RUNG_OK;
}

rung_status rung_stats_halves(const rung_column *columns, size_t count, const uint8_t *half,
                              const rung_column *weight, rung_missing missing, double *out,
                              size_t out_count, rung_error *error)
{
  struct rung__covariance covariance;
  double result[HALVES_COUNT];
  TRY(rung__out_check(out, out_count, error));
  TRY(check_halves(half, count, error));
  TRY(rung__covariance_read(&covariance, columns, count, weight, missing, error));
  const rung_status status = fill_halves(&covariance, half, result, error);
  rung__covariance_free(&covariance);
  rung__out_put(out, out_count, result, HALVES_COUNT);
  return status;
}

/* RUNG_E_NOT_ESTIMABLE unless there are two items or more whose sum varies. */
static rung_status need_variance(const double *matrix, size_t items, rung_error *error)
{
  const double trace = rung__trace(matrix, items), sum = rung__symmetric_sum(matrix, items);
  if (items < 2)
    return rung__fail(error, RUNG_E_NOT_ESTIMABLE, "one item is no scale: give two or more");
  if (rung__alpha_is_defined(trace, sum, items)) return RUNG_OK;
  return rung__fail(error, RUNG_E_NOT_ESTIMABLE,
                    "the sum of the items does not vary, or the matrix has a NaN");
}

static void describe_splits(double *value, size_t count, double *result)
{
  double sum = 0, squares = 0;
  for (size_t index = 0; index < count; ++index)
    sum += value[index];
  const double mean = sum / (double)count;
  for (size_t index = 0; index < count; ++index)
    squares += (value[index] - mean) * (value[index] - mean);
  rung__sort(value, count);
  result[RUNG_SPLITS_LAMBDA4] = value[count - 1];
  result[RUNG_SPLITS_BETA] = value[0];
  result[RUNG_SPLITS_MEAN] = mean;
  result[RUNG_SPLITS_MEDIAN] = (value[(count - 1) / 2] + value[count / 2]) / 2;
  result[RUNG_SPLITS_SD] = sqrt(squares / (double)count);
  result[RUNG_SPLITS_COUNT] = (double)count;
}

static rung_status fill_splits(const double *matrix, size_t items, double work, double *result,
                               rung_error *error)
{
  const double count = rung__splits_count(items);
  if (!(count * (double)(items / 2) <= work) || count > (double)(SIZE_MAX / 16))
    return rung__fail(error, RUNG_E_LIMIT,
                      "%zu items have more splits than RUNG_SETTING_WORK allows", items);
  size_t *chosen = rung__array_new(items, sizeof *chosen);
  double *within = rung__array_new(items, sizeof *within);
  double *value = rung__array_new((size_t)count, sizeof *value);
  const bool fine = chosen != NULL && within != NULL && value != NULL;
  if (fine) {
    rung__splits_fill(matrix, items, chosen, within, value);
    describe_splits(value, (size_t)count, result);
  }
  free(chosen);
  free(within);
  free(value);
  if (!fine) return rung__fail_memory(error);
  if (isfinite(result[RUNG_SPLITS_LAMBDA4])) return RUNG_OK;
  rung__out_clear(result, RUNG_SPLITS_COUNT);
  return rung__fail(error, RUNG_E_NOT_ESTIMABLE, "sums of the matrix lie beyond the numbers");
}

rung_status rung_stats_splits(const double *matrix, size_t items, const rung_settings *settings,
                              double *out, size_t out_count, rung_error *error)
{
  double result[SPLITS_COUNT];
  TRY(rung__out_check(out, out_count, error));
  TRY(rung__symmetric_check(matrix, items, error));
  rung__out_clear(result, SPLITS_COUNT);
  rung_status status = need_variance(matrix, items, error);
  if (status == RUNG_OK)
    status = fill_splits(matrix, items, rung_settings_get(settings, RUNG_SETTING_WORK), result,
                         error);
  if (status == RUNG_OK || status == RUNG_E_NOT_ESTIMABLE)
    rung__out_put(out, out_count, result, SPLITS_COUNT);
  return status;
}

/* A power of two that brings the largest element near 1, so that no power of it is lost. */
static double unit_of(const double *matrix, size_t items)
{
  double most = 0;
  int exponent;
  for (size_t index = 0; index < items * items; ++index)
    most = fmax(most, fabs(matrix[index]));
  frexp(most, &exponent);
  return ldexp(1, exponent < -1000 ? 1000 : 1 - exponent);
}

/* ten Berge and Zegers (1978), for powers 0 to 3; `sums` are p(0) to p(3). */
static double series(const double *sums, size_t power, double share, double sum)
{
  double value = share * sums[power];
  for (size_t index = power; index-- > 0;)
    value = sums[index] + sqrt(fmax(value, 0));
  return value / sum;
}

static void fill_guttman(const double *matrix, size_t items, const double *smc, double *result)
{
  const double unit = unit_of(matrix, items);
  const double sum = rung__symmetric_sum(matrix, items) * unit;
  const double trace = rung__trace(matrix, items) * unit;
  const double share = (double)items / ((double)items - 1), first = 1 - trace / sum;
  double sums[4] = {0, 0, 0, 0}, most = 0, unique = 0;
  for (size_t row = 0; row < items; ++row) {
    double squares = 0;
    for (size_t column = 0; column < items; ++column) {
      const double value = matrix[row * items + column] * unit, square = value * value;
      if (column == row) continue;
      squares += square;
      sums[0] += value;
      sums[2] += square * square;
      sums[3] += square * square * square * square;
    }
    sums[1] += squares;
    most = fmax(most, squares);
    unique += matrix[row * items + row] * unit * (1 - smc[row]);
  }
  result[RUNG_GUTTMAN_LAMBDA1] = first;
  result[RUNG_GUTTMAN_LAMBDA2] = first + sqrt(share * sums[1]) / sum;
  result[RUNG_GUTTMAN_LAMBDA3] = share * first;
  result[RUNG_GUTTMAN_LAMBDA5] = first + 2 * sqrt(most) / sum;
  result[RUNG_GUTTMAN_LAMBDA6] = 1 - unique / sum;
  for (size_t power = 0; power < 4; ++power)
    result[RUNG_GUTTMAN_MU0 + power] = series(sums, power, share, sum);
}

rung_status rung_stats_guttman(const double *matrix, size_t items, double *out, size_t out_count,
                               rung_error *error)
{
  double result[GUTTMAN_COUNT];
  TRY(rung__out_check(out, out_count, error));
  TRY(rung__symmetric_check(matrix, items, error));
  rung__out_clear(result, GUTTMAN_COUNT);
  const rung_status status = need_variance(matrix, items, error);
  if (status == RUNG_OK) {
    double *room = rung__array_new(rung__alpha_room(items), sizeof *room);
    if (room == NULL) return rung__fail_memory(error);
    double *inverse = room + items * items, *smc = room + 2 * items * items;
    rung__symmetric_scale(matrix, items, room);
    rung__smc(room, items, inverse, smc);
    fill_guttman(matrix, items, smc, result);
    free(room);
  }
  rung__out_put(out, out_count, result, GUTTMAN_COUNT);
  return status;
}
