/* Scales as sums of items, from the items' covariances.
 * SPDX-License-Identifier: Apache-2.0 */
#include <rung/stats/scales.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/fail.h"
#include "stats/alpha.h"
#include "stats/covariance.h"
#include "stats/output.h"
#include "stats/symmetric.h"

/* What is given. */
struct scales {
  const double *matrix;
  size_t items;
  const int8_t *keys;
  size_t scales;
};

static rung_status check(const struct scales *given, rung_error *error)
{
  TRY(rung__symmetric_check(given->matrix, given->items, error));
  if (given->keys == NULL || given->scales == 0 || given->scales > SIZE_MAX / given->items / 16)
    return rung__fail(error, RUNG_E_ARGUMENT, "there are no keys: expected one scale or more");
  for (size_t scale = 0; scale < given->scales; ++scale) {
    bool any = false;
    for (size_t item = 0; item < given->items; ++item) {
      const int8_t key = given->keys[scale * given->items + item];
      if (key < -1 || key > 1)
        return rung__fail(error, RUNG_E_ARGUMENT, "key %zu of scale %zu is not -1, 0 or 1",
                          item + 1, scale + 1);
      any = any || key != 0;
    }
    if (!any) return rung__fail(error, RUNG_E_ARGUMENT, "scale %zu has no item", scale + 1);
  }
  return RUNG_OK;
}

/* The covariance of a row of a matrix with a scale; 0 keys keep a NaN out. */
static double with_scale(const struct scales *given, const double *row, size_t scale)
{
  const int8_t *key = given->keys + scale * given->items;
  double sum = 0;
  for (size_t item = 0; item < given->items; ++item) {
    if (key[item] != 0) sum += key[item] * row[item];
  }
  return sum;
}

/* The covariance of two scales. */
static double between(const struct scales *given, const double *matrix, size_t a, size_t b)
{
  const int8_t *key = given->keys + a * given->items;
  double sum = 0;
  for (size_t item = 0; item < given->items; ++item) {
    if (key[item] != 0) sum += key[item] * with_scale(given, matrix + item * given->items, b);
  }
  return sum;
}

static double alpha_of(const struct scales *given, size_t scale)
{
  const int8_t *key = given->keys + scale * given->items;
  double trace = 0, count = 0;
  for (size_t item = 0; item < given->items; ++item) {
    if (key[item] == 0) continue;
    trace += given->matrix[item * (given->items + 1)];
    ++count;
  }
  const double sum = between(given, given->matrix, scale, scale);
  return count > 1 && sum > 0 ? count / (count - 1) * (1 - trace / sum) : (double)NAN;
}

static double root(double variance)
{
  return variance > 0 ? sqrt(variance) : (double)NAN;
}

static void fill_scales(const struct scales *given, double *result)
{
  const size_t scales = given->scales;
  double *corrected = result + RUNG_SCALES_CORRECTED * scales * scales;
  for (size_t a = 0; a < scales; ++a) {
    for (size_t b = 0; b < scales; ++b) {
      const double covariance = between(given, given->matrix, a, b);
      const double scale = root(between(given, given->matrix, a, a)) *
                           root(between(given, given->matrix, b, b));
      const double reliability = root(alpha_of(given, a)) * root(alpha_of(given, b));
      result[a * scales + b] = a == b && scale > 0 ? 1 : covariance / scale;
      corrected[a * scales + b] = a == b ? alpha_of(given, a)
                                         : result[a * scales + b] / reliability;
    }
  }
}

static rung_status give(const double *result, size_t count, double *out, size_t out_count,
                        rung_error *error)
{
  rung__out_put(out, out_count, result, count);
  if (!isnan(result[0])) return RUNG_OK;
  return rung__fail(error, RUNG_E_NOT_ESTIMABLE, "the first scale or item does not vary");
}

rung_status rung_stats_scales(const double *matrix, size_t items, const int8_t *keys, size_t scales,
                              double *out, size_t out_count, rung_error *error)
{
  const struct scales given = {matrix, items, keys, scales};
  TRY(rung__out_check(out, out_count, error));
  TRY(check(&given, error));
  double *result = scales > SIZE_MAX / scales / 16
                       ? NULL
                       : rung__array_new(2 * scales * scales, sizeof *result);
  if (result == NULL) return rung__fail_memory(error);
  fill_scales(&given, result);
  const rung_status status = give(result, 2 * scales * scales, out, out_count, error);
  free(result);
  return status;
}

/* Correlations of items with scales, by a matrix whose diagonal may be reduced. */
static void correlate(const struct scales *given, const double *matrix, double *out)
{
  for (size_t scale = 0; scale < given->scales; ++scale) {
    const double spread = root(between(given, matrix, scale, scale));
    for (size_t item = 0; item < given->items; ++item)
      out[item * given->scales + scale] = with_scale(given, matrix + item * given->items, scale) /
                                          (root(given->matrix[item * (given->items + 1)]) * spread);
  }
}

/* Reduces the diagonal to what the other items foretell; `room` is of 2 items^2 + items. */
static void reduce(const double *matrix, size_t items, double *reduced, double *room)
{
  double *inverse = room + items * items, *smc = room + 2 * items * items;
  memcpy(reduced, matrix, items * items * sizeof *reduced);
  rung__symmetric_scale(matrix, items, room);
  rung__smc(room, items, inverse, smc);
  for (size_t item = 0; item < items; ++item)
    reduced[item * (items + 1)] *= smc[item];
}

rung_status rung_stats_scale_items(const double *matrix, size_t items, const int8_t *keys,
                                   size_t scales, double *out, size_t out_count, rung_error *error)
{
  const struct scales given = {matrix, items, keys, scales};
  TRY(rung__out_check(out, out_count, error));
  TRY(check(&given, error));
  rung_status status = RUNG_OK;
  double *result = rung__array_new(2 * items * scales, sizeof *result);
  double *room = rung__array_new(3 * items * items + items, sizeof *room);
  if (result == NULL || room == NULL) {
    status = rung__fail_memory(error);
  } else {
    reduce(matrix, items, room, room + items * items);
    correlate(&given, matrix, result);
    correlate(&given, room, result + items * scales);
    status = give(result, 2 * items * scales, out, out_count, error);
  }
  free(result);
  free(room);
  return status;
}
