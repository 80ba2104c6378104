/* Reliability without a model of its own: Kuder-Richardson, Spearman-Brown, matrices of columns.
 * SPDX-License-Identifier: Apache-2.0 */
#include <math.h>

#include <rung/stats/reliability.h>

#include <stdlib.h>

#include "base/array.h"
#include "base/fail.h"
#include "stats/covariance.h"
#include "stats/output.h"
#include "stats/symmetric.h"

#define KUDER_RICHARDSON_COUNT 3 /* values of rung_kuder_richardson */

/* RUNG_E_ANSWERS unless every answer is 0, 1 or absent. */
static rung_status check_marks(const struct rung__matrix *matrix, rung_error *error)
{
  for (size_t column = 0; column < matrix->columns; ++column) {
    const double *value = rung__matrix_column(matrix, column);
    for (size_t row = 0; row < matrix->rows; ++row) {
      if (value[row] == 0 || value[row] == 1 || isnan(value[row])) continue;
      return rung__fail_at(error, RUNG_E_ANSWERS, NULL, (int64_t)row + 1, (int64_t)column + 1,
                           "row %zu of column %zu is neither 0 nor 1", row + 1, column + 1);
    }
  }
  return RUNG_OK;
}

/* From marks without absent ones. */
static rung_status fill_marks(const struct rung__matrix *matrix, double *result, rung_error *error)
{
  const double items = (double)matrix->columns, rows = (double)matrix->rows;
  double spread = 0, sum = 0, squares = 0; /* of p(1 - p), and of the rows' sums */
  for (size_t column = 0; column < matrix->columns; ++column) {
    double right = 0;
    for (size_t row = 0; row < matrix->rows; ++row)
      right += rung__matrix_column(matrix, column)[row];
    spread += right / rows * (1 - right / rows);
    sum += right;
  }
  const double mean = sum / rows;
  for (size_t row = 0; row < matrix->rows; ++row) {
    double right = 0;
    for (size_t column = 0; column < matrix->columns; ++column)
      right += rung__matrix_column(matrix, column)[row];
    squares += (right - mean) * (right - mean);
  }
  const double variance = squares / rows, share = items / (items - 1);
  rung__out_clear(result, KUDER_RICHARDSON_COUNT);
  result[RUNG_KUDER_RICHARDSON_N] = rows;
  if (matrix->columns < 2 || !(variance > 0))
    return rung__fail(error, RUNG_E_NOT_ESTIMABLE, "there is one item, or the sums do not vary");
  result[RUNG_KUDER_RICHARDSON_20] = share * (1 - spread / variance);
  result[RUNG_KUDER_RICHARDSON_21] = share * (1 - mean * (items - mean) / (items * variance));
  return RUNG_OK;
}

rung_status rung_stats_kuder_richardson(const rung_column *columns, size_t count,
                                        rung_missing missing, double *out, size_t out_count,
                                        rung_error *error)
{
  struct rung__matrix matrix;
  double result[KUDER_RICHARDSON_COUNT];
  TRY(rung__out_check(out, out_count, error));
  if (missing == RUNG_MISSING_PAIRWISE)
    return rung__fail(error, RUNG_E_ARGUMENT, "RUNG_MISSING_PAIRWISE is not offered here");
  TRY(rung__matrix_read(&matrix, columns, count, error));
  rung_status status = check_marks(&matrix, error);
  if (status == RUNG_OK) status = rung__matrix_settle(&matrix, NULL, missing, error);
  if (status == RUNG_OK) {
    status = fill_marks(&matrix, result, error);
    rung__out_put(out, out_count, result, KUDER_RICHARDSON_COUNT);
  }
  rung__matrix_free(&matrix);
  return status;
}

rung_status rung_stats_covariance_matrix(const rung_column *columns, size_t count,
                                         const rung_column *weight, rung_missing missing,
                                         double *out, size_t out_count, rung_error *error)
{
  struct rung__covariance covariance;
  TRY(rung__out_check(out, out_count, error));
  TRY(rung__covariance_read(&covariance, columns, count, weight, missing, error));
  const bool has = !isnan(covariance.value[0]);
  rung__out_put(out, out_count, covariance.value, count * count);
  rung__covariance_free(&covariance);
  if (has) return RUNG_OK;
  return rung__fail(error, RUNG_E_NOT_ESTIMABLE, "the first column has under two rows");
}

rung_status rung_stats_correlation_from_covariance(const double *matrix, size_t items, double *out,
                                                   size_t out_count, rung_error *error)
{
  TRY(rung__out_check(out, out_count, error));
  TRY(rung__symmetric_check(matrix, items, error));
  double *result = items > SIZE_MAX / items ? NULL : rung__array_new(items * items, sizeof *result);
  if (result == NULL) return rung__fail_memory(error);
  rung__symmetric_scale(matrix, items, result);
  const bool has = !isnan(result[0]);
  rung__out_put(out, out_count, result, items * items);
  free(result);
  return has ? RUNG_OK
             : rung__fail(error, RUNG_E_NOT_ESTIMABLE, "the first variance is not above 0");
}

static double finite_or_nan(double value)
{
  return isfinite(value) ? value : (double)NAN;
}

double rung_stats_spearman_brown(double reliability, double length)
{
  const double divisor = 1 + (length - 1) * reliability;
  if (!(reliability <= 1) || !(length > 0) || !(divisor > 0)) return (double)NAN;
  return finite_or_nan(length * reliability / divisor);
}

double rung_stats_spearman_brown_length(double reliability, double wanted)
{
  if (!(reliability > 0 && reliability < 1) || !(wanted > 0 && wanted < 1)) return (double)NAN;
  return finite_or_nan(wanted * (1 - reliability) / (reliability * (1 - wanted)));
}
