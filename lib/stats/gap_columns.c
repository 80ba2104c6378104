/* Gaps between means of columns: paired, independent, of a part and the rest.
 * SPDX-License-Identifier: Apache-2.0 */
#include <math.h>
#include <stdlib.h>

#include "base/fail.h"
#include "stats/gap.h"
#include "stats/output.h"

static rung_status verdict(double limit, double n, rung_error *error)
{
  if (!isnan(limit)) return RUNG_OK;
  if (!(n > 1))
    return rung__fail(error, RUNG_E_NOT_ESTIMABLE,
                      "there are fewer than 2 values on a side: expected 2 or more");
  return rung__fail(error, RUNG_E_NOT_ESTIMABLE,
                    "nothing varies beyond rounding, or is too large to square: expected values "
                    "that vary");
}

static rung_status put_paired(struct rung__two_columns *pair, double confidence, double *result,
                              rung_error *error)
{
  const struct rung__two two = rung__two_of(pair->x, pair->y, pair->weight, pair->rows);
  for (size_t row = 0; row < pair->rows; ++row)
    pair->x[row] -= pair->y[row];
  const struct rung__sample_moments difference = rung__sample_of(pair->x, pair->weight, pair->rows);
  rung__paired(&two, &difference, confidence, result);
  if (pair->weight != NULL) return RUNG_OK;
  return rung__signed_rank(pair->x, pair->rows, &result[RUNG_PAIRED_SIGNED_RANK],
                           &result[RUNG_PAIRED_SIGNED_RANK_P])
             ? RUNG_OK
             : rung__fail_memory(error);
}

rung_status rung_stats_paired(const rung_column *columns, const rung_column *weight,
                              rung_missing missing, const rung_settings *settings, double *out,
                              size_t out_count, rung_error *error)
{
  struct rung__two_columns pair;
  double result[RUNG__PAIRED];
  TRY(rung__out_check(out, out_count, error));
  TRY(rung__pair_read(&pair, columns, weight, missing, error));
  const double confidence = rung_settings_get(settings, RUNG_SETTING_CONFIDENCE);
  const rung_status status = put_paired(&pair, confidence, result, error);
  rung__pair_free(&pair);
  if (status != RUNG_OK) return status;
  rung__out_put(out, out_count, result, RUNG__PAIRED);
  return verdict(result[RUNG_PAIRED_LOW], result[RUNG_PAIRED_N], error);
}

/* Fills the caller's room from two samples. */
static rung_status put_independent(const struct rung__sample_moments *x,
                                   const struct rung__sample_moments *y,
                                   const rung_settings *settings, double *out, size_t out_count,
                                   rung_error *error)
{
  double result[RUNG__INDEPENDENT];
  rung__independent(x, y, rung_settings_get(settings, RUNG_SETTING_CONFIDENCE), result);
  rung__out_put(out, out_count, result, RUNG__INDEPENDENT);
  return verdict(result[RUNG_INDEPENDENT_LOW], fmin(x->n, y->n), error);
}

/* The moments of the values of a column that are there; `weight` may be NULL. */
static rung_status read_sample(struct rung__sample_moments *sample, const rung_column *column,
                               const rung_column *weight, rung_error *error)
{
  struct rung__matrix matrix;
  double *weights = NULL;
  TRY(rung__matrix_read(&matrix, column, 1, error));
  const rung_status status = rung__weights_read(&weights, weight, matrix.rows, error);
  if (status == RUNG_OK) {
    (void)rung__matrix_settle(&matrix, weights, RUNG_MISSING_LISTWISE, NULL);
    *sample = rung__sample_of(matrix.value, weights, matrix.rows);
  }
  free(weights);
  rung__matrix_free(&matrix);
  return status;
}

rung_status rung_stats_independent(const rung_column *x, const rung_column *y,
                                   const rung_column *weight, const rung_settings *settings,
                                   double *out, size_t out_count, rung_error *error)
{
  struct rung__sample_moments first, second;
  TRY(rung__out_check(out, out_count, error));
  TRY(read_sample(&first, x, weight, error));
  TRY(read_sample(&second, y, weight == NULL ? NULL : weight + 1, error));
  return put_independent(&first, &second, settings, out, out_count, error);
}

/* Moves the values of the part before those of the rest, their weights with them; gives the size of
 * the part. */
static size_t divide(struct rung__two_columns *pair)
{
  size_t part = 0;
  for (size_t row = 0; row < pair->rows; ++row) {
    if (pair->y[row] == 0) continue;
    const double value = pair->x[row];
    pair->x[row] = pair->x[part];
    pair->x[part] = value;
    if (pair->weight != NULL) {
      const double weight = pair->weight[row];
      pair->weight[row] = pair->weight[part];
      pair->weight[part] = weight;
    }
    ++part;
  }
  return part;
}

rung_status rung_stats_part(const rung_column *columns, const rung_column *weight,
                            rung_missing missing, const rung_settings *settings, double *out,
                            size_t out_count, rung_error *error)
{
  struct rung__two_columns pair;
  TRY(rung__out_check(out, out_count, error));
  TRY(rung__pair_read(&pair, columns, weight, missing, error));
  const size_t part = divide(&pair);
  const struct rung__sample_moments x = rung__sample_of(pair.x, pair.weight, part);
  const struct rung__sample_moments y = rung__sample_of(
      pair.x + part, pair.weight == NULL ? NULL : pair.weight + part, pair.rows - part);
  rung__pair_free(&pair);
  return put_independent(&x, &y, settings, out, out_count, error);
}
