/* Columns recoded, row by row.
 * SPDX-License-Identifier: Apache-2.0 */
#include <rung/stats/coding.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/fail.h"
#include "base/sort.h"
#include "stats/input.h"
#include "stats/moments.h"
#include "stats/output.h"
#include "stats/quantile.h"

static rung_status check_scale(const struct rung__matrix *matrix, double least, double greatest,
                               rung_error *error)
{
  for (size_t row = 0; row < matrix->rows; ++row) {
    if (matrix->value[row] < least || matrix->value[row] > greatest)
      return rung__fail_at(error, RUNG_E_ANSWERS, NULL, (int64_t)row + 1, 1,
                           "the answer in row %zu is off the scale that was given", row + 1);
  }
  return RUNG_OK;
}

/* Reads a column of answers on a scale, none off it. */
static rung_status read_scale(struct rung__matrix *matrix, const rung_column *column, double least,
                              double greatest, rung_error *error)
{
  if (!(least < greatest) || !isfinite(least) || !isfinite(greatest))
    return rung__fail(error, RUNG_E_ARGUMENT, "the scale's least answer is not below its greatest");
  TRY(rung__matrix_read(matrix, column, 1, error));
  const rung_status status = check_scale(matrix, least, greatest, error);
  if (status != RUNG_OK) rung__matrix_free(matrix);
  return status;
}

/* Gives the column out as it is now. */
static void give(struct rung__matrix *matrix, double *out, size_t out_count)
{
  rung__out_put(out, out_count, matrix->value, matrix->rows);
  rung__matrix_free(matrix);
}

rung_status rung_stats_reverse(const rung_column *column, double least, double greatest,
                               double *out, size_t out_count, rung_error *error)
{
  struct rung__matrix matrix;
  TRY(rung__out_check(out, out_count, error));
  TRY(read_scale(&matrix, column, least, greatest, error));
  for (size_t row = 0; row < matrix.rows; ++row)
    matrix.value[row] = least + greatest - matrix.value[row];
  give(&matrix, out, out_count);
  return RUNG_OK;
}

rung_status rung_stats_pomp(const rung_column *column, double least, double greatest, double *out,
                            size_t out_count, rung_error *error)
{
  struct rung__matrix matrix;
  TRY(rung__out_check(out, out_count, error));
  TRY(read_scale(&matrix, column, least, greatest, error));
  for (size_t row = 0; row < matrix.rows; ++row)
    matrix.value[row] = 100 * (matrix.value[row] - least) / (greatest - least);
  give(&matrix, out, out_count);
  return RUNG_OK;
}

rung_status rung_stats_standardise(const rung_column *column, double mean, double sd, double *out,
                                   size_t out_count, rung_error *error)
{
  struct rung__matrix matrix;
  struct rung__moments moments;
  TRY(rung__out_check(out, out_count, error));
  if (!isfinite(mean) || !(sd > 0) || isinf(sd))
    return rung__fail(error, RUNG_E_ARGUMENT, "expected a number for the mean, and an sd above 0");
  TRY(rung__matrix_read(&matrix, column, 1, error));
  rung__moments(&moments, matrix.value, NULL, matrix.rows);
  const double square = moments.power[2];
  const bool varies = moments.count > 1 && square > 0 && isfinite(square);
  const double spread = varies ? sqrt(square / (double)(moments.count - 1)) : NAN;
  for (size_t row = 0; row < matrix.rows; ++row)
    matrix.value[row] = mean + sd * ((matrix.value[row] - moments.mean) / spread);
  give(&matrix, out, out_count);
  if (!varies) return rung__fail(error, RUNG_E_NOT_ESTIMABLE, "the column does not vary");
  return RUNG_OK;
}

/* The quantiles at both ends of the values there are, which are sorted. */
static void find_ends(struct rung__matrix *sorted, double share, double end[2])
{
  rung__matrix_settle(sorted, NULL, RUNG_MISSING_LISTWISE, NULL); /* cannot fail */
  rung__sort(sorted->value, sorted->rows);
  end[0] = rung__quantile(sorted->value, sorted->rows, share, 7);
  end[1] = rung__quantile(sorted->value, sorted->rows, 1 - share, 7);
}

rung_status rung_stats_winsorise(const rung_column *column, double share, double *out,
                                 size_t out_count, rung_error *error)
{
  struct rung__matrix matrix, sorted;
  double end[2];
  TRY(rung__out_check(out, out_count, error));
  if (!(share >= 0 && share <= 0.5))
    return rung__fail(error, RUNG_E_ARGUMENT, "the share is not from 0 to 0.5");
  TRY(rung__matrix_read(&matrix, column, 1, error));
  const rung_status status = rung__matrix_read(&sorted, column, 1, error);
  if (status != RUNG_OK) {
    rung__matrix_free(&matrix);
    return status;
  }
  find_ends(&sorted, share, end);
  const bool any = sorted.rows > 0;
  for (size_t row = 0; row < matrix.rows; ++row) {
    if (matrix.value[row] < end[0]) matrix.value[row] = end[0];
    if (matrix.value[row] > end[1]) matrix.value[row] = end[1];
  }
  rung__matrix_free(&sorted);
  give(&matrix, out, out_count);
  return any ? RUNG_OK : rung__fail(error, RUNG_E_NOT_ESTIMABLE, "there is no value");
}

static double mean_of_row(const struct rung__matrix *matrix, size_t row, size_t least)
{
  struct rung__total total = {0};
  size_t count = 0;
  for (size_t column = 0; column < matrix->columns; ++column) {
    const double value = rung__matrix_column(matrix, column)[row];
    if (isnan(value)) continue;
    rung__total_add(&total, value);
    ++count;
  }
  return count < least ? NAN : rung__total_of(&total) / (double)count;
}

rung_status rung_stats_row_means(const rung_column *columns, size_t count, size_t least,
                                 double *out, size_t out_count, rung_error *error)
{
  struct rung__matrix matrix;
  TRY(rung__out_check(out, out_count, error));
  if (least == 0 || least > count)
    return rung__fail(error, RUNG_E_ARGUMENT, "%zu answers of %zu cannot be asked for", least,
                      count);
  TRY(rung__matrix_read(&matrix, columns, count, error));
  for (size_t row = 0; row < out_count; ++row)
    out[row] = row < matrix.rows ? mean_of_row(&matrix, row, least) : NAN;
  rung__matrix_free(&matrix);
  return RUNG_OK;
}
