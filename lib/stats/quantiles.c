/* Quantiles of a column, by the convention that is asked for.
 * SPDX-License-Identifier: Apache-2.0 */
#include "stats/quantile.h"

#include <math.h>
#include <stdlib.h>

#include "base/array.h"
#include "base/fail.h"
#include "base/sort.h"
#include "stats/input.h"
#include "stats/output.h"

static rung_status check(rung_quantile how, const rung_column *weight, const double *probability,
                         size_t count, rung_error *error)
{
  if ((int)how < RUNG_QUANTILE_TYPE_1 || how > RUNG_QUANTILE_WEIGHTED_4)
    return rung__fail(error, RUNG_E_ARGUMENT, "%d is no rung_quantile", (int)how);
  if (weight != NULL && how < RUNG_QUANTILE_INVERSE)
    return rung__fail(error, RUNG_E_ARGUMENT, "quantile convention %d takes no weights", (int)how);
  if (probability == NULL) return rung__fail(error, RUNG_E_ARGUMENT, "there are no probabilities");
  for (size_t index = 0; index < count; ++index) {
    if (!(probability[index] >= 0 && probability[index] <= 1))
      return rung__fail(error, RUNG_E_ARGUMENT, "probability %zu is not from 0 to 1", index + 1);
  }
  return RUNG_OK;
}

/* Values that are there and weigh something, the least first, their weights behind them; NULL: no
 * memory. */
static double *sort_weighted(const double *value, const double *weight, size_t rows, size_t *count)
{
  double *sorted = rung__array_new(rows, 2 * sizeof *sorted);
  size_t *order = rung__sort_order(value, rows);
  *count = 0;
  for (size_t index = 0; index < rows && sorted != NULL && order != NULL; ++index) {
    const size_t row = order[index];
    const double w = weight == NULL ? 1 : weight[row];
    if (isnan(value[row]) || !(w > 0)) continue;
    sorted[*count] = value[row];
    sorted[rows + (*count)++] = w;
  }
  if (order == NULL) {
    free(sorted);
    sorted = NULL;
  }
  free(order);
  return sorted;
}

static double find(const double *sorted, const double *weight, size_t count, double probability,
                   rung_quantile how)
{
  if (how >= RUNG_QUANTILE_INVERSE)
    return rung__quantile_weighted(sorted, weight, count, probability, how);
  if (how == RUNG_QUANTILE_INTERPOLATED)
    return rung__quantile_interpolated(sorted, count, probability, 1);
  return rung__quantile(sorted, count, probability, (int)how);
}

rung_status rung_stats_quantiles(const rung_column *column, const rung_column *weight,
                                 rung_quantile how, const double *probability, double *out,
                                 size_t out_count, rung_error *error)
{
  struct rung__matrix matrix;
  TRY(rung__out_check(out, out_count, error));
  TRY(check(how, weight, probability, out_count, error));
  TRY(rung__matrix_read(&matrix, column, 1, error));
  double *weights = NULL, *sorted = NULL;
  size_t count = 0;
  rung_status status = rung__weights_read(&weights, weight, matrix.rows, error);
  if (status == RUNG_OK) {
    sorted = sort_weighted(matrix.value, weights, matrix.rows, &count);
    if (sorted == NULL) status = rung__fail_memory(error);
  }
  if (status == RUNG_OK) {
    for (size_t index = 0; index < out_count; ++index)
      out[index] = find(sorted, sorted + matrix.rows, count, probability[index], how);
    if (count == 0)
      status = rung__fail(error, RUNG_E_NOT_ESTIMABLE, "there is no value of positive weight");
  }
  free(sorted);
  free(weights);
  rung__matrix_free(&matrix);
  return status;
}
