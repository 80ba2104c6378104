/* Reliable change, its size, and transitions between levels.
 * SPDX-License-Identifier: Apache-2.0 */
#include "stats/change.h"

#include <math.h>
#include <stdlib.h>

#include <rung/stats/distribution.h>

#include "base/array.h"
#include "base/fail.h"
#include "stats/output.h"
#include "stats/pair.h"

#define LEVELS_MAX 127

double rung__change_error(double sd, double reliability)
{
  return sqrt(2 * (1 - reliability)) * sd;
}

static rung_status check_reliability(double before, double after, rung_error *error)
{
  if (!(before >= 0 && before < 1))
    return rung__fail(error, RUNG_E_ARGUMENT,
                      "the reliability before is out of range: expected 0 or more, below 1");
  if (!(after >= 0 && after <= 1))
    return rung__fail(error, RUNG_E_ARGUMENT,
                      "the reliability after is out of range: expected 0 to 1");
  return RUNG_OK;
}

static rung_status verdict(double spread, size_t rows, size_t least, rung_error *error)
{
  if (rows < least)
    return rung__fail(error, RUNG_E_NOT_ESTIMABLE,
                      "%zu rows have both values: expected %zu or more", rows, least);
  if (!(spread > 0) || isinf(spread))
    return rung__fail(error, RUNG_E_NOT_ESTIMABLE,
                      "nothing varies, or is too large to square: expected values that vary");
  return RUNG_OK;
}

/* Counts whose change is beyond the smallest one. */
static void count_changes(const struct rung__two_columns *pair, double critical, double *result)
{
  double rose = 0, fell = 0;
  for (size_t row = 0; row < pair->rows; ++row) {
    const double index = (pair->y[row] - pair->x[row]) / result[RUNG_CHANGE_SE];
    if (index > critical) ++rose;
    if (index < -critical) ++fell;
  }
  result[RUNG_CHANGE_ROSE] = rose;
  result[RUNG_CHANGE_FELL] = fell;
  result[RUNG_CHANGE_STAYED] = (double)pair->rows - rose - fell;
}

static void put_reliability(const struct rung__two *two, const double *reliability, double *result)
{
  const double x = two->x.variance, y = two->y.variance;
  const double shared = 2 * two->r * sqrt(x) * sqrt(y), whole = x + y - shared;
  if (whole > 0)
    result[RUNG_CHANGE_RELIABILITY] = (reliability[0] * x + reliability[1] * y - shared) / whole;
}

static void put_change(struct rung__two_columns *pair, const double *reliability, double critical,
                       double *result)
{
  const struct rung__two two = rung__two_of(pair->x, pair->y, NULL, pair->rows);
  const double sd = sqrt(two.x.variance);
  rung__out_clear(result, RUNG__CHANGES);
  result[RUNG_CHANGE_N] = (double)pair->rows;
  result[RUNG_CHANGE_SD_BEFORE] = sd;
  result[RUNG_CHANGE_SD_AFTER] = sqrt(two.y.variance);
  result[RUNG_CHANGE_R] = two.r;
  if (!(sd > 0) || isinf(sd) || !isfinite(two.y.variance)) return;
  result[RUNG_CHANGE_SEM] = sd * sqrt(1 - reliability[0]);
  result[RUNG_CHANGE_SE] = rung__change_error(sd, reliability[0]);
  result[RUNG_CHANGE_SMALLEST] = critical * result[RUNG_CHANGE_SE];
  count_changes(pair, critical, result);
  put_reliability(&two, reliability, result);
  for (size_t row = 0; row < pair->rows; ++row)
    pair->y[row] -= pair->x[row];
  const struct rung__sample_moments d = rung__sample_of(pair->y, NULL, pair->rows);
  result[RUNG_CHANGE_MEAN] = d.mean;
  result[RUNG_CHANGE_SD] = sqrt(d.variance);
  result[RUNG_CHANGE_EFFECT] = d.mean / sd;
  if (d.variance > 0) result[RUNG_CHANGE_SRM] = d.mean / sqrt(d.variance);
}

rung_status rung_stats_change(const rung_column *columns, const double *reliability,
                              double critical, rung_missing missing, double *out, size_t out_count,
                              rung_error *error)
{
  struct rung__two_columns pair;
  double result[RUNG__CHANGES];
  TRY(rung__out_check(out, out_count, error));
  if (reliability == NULL) return rung__fail(error, RUNG_E_ARGUMENT, "reliability is NULL");
  TRY(check_reliability(reliability[0], reliability[1], error));
  if (!(critical > 0 && critical <= 100))
    return rung__fail(error, RUNG_E_ARGUMENT,
                      "critical is out of range: expected above 0 up to 100");
  TRY(rung__pair_read(&pair, columns, NULL, missing, error));
  put_change(&pair, reliability, critical, result);
  rung__out_put(out, out_count, result, RUNG__CHANGES);
  const size_t rows = pair.rows;
  rung__pair_free(&pair);
  return verdict(isnan(result[RUNG_CHANGE_MEAN]) ? NAN : result[RUNG_CHANGE_SD_BEFORE], rows, 2,
                 error);
}

/* What turns before and after into a row's figure: (after - level - slope before) / scale. */
struct line {
  double level, slope, scale;
};

static struct line index_line(const struct rung__two *two, double reliability)
{
  return (struct line){0, 1, rung__change_error(sqrt(two->x.variance), reliability)};
}

static struct line residual_line(const struct rung__two_columns *pair, const struct rung__two *two)
{
  const double spread = sqrt(two->y.variance), r = two->y.variance > 0 ? two->r : 0;
  struct line line = {0, r * spread / sqrt(two->x.variance), NAN};
  line.level = two->y.mean - line.slope * two->x.mean;
  double squares = 0;
  for (size_t row = 0; row < pair->rows; ++row) {
    const double left = pair->y[row] - two->y.mean - line.slope * (pair->x[row] - two->x.mean);
    squares += left * left;
  }
  line.scale = sqrt(squares / ((double)pair->rows - 2));
  if (!(line.scale > 1e-14 * spread)) line.scale = 0; /* nothing but rounding is left */
  return line;
}

static rung_status find_line(struct line *line, const struct rung__two_columns *pair,
                             double reliability, rung_change_row which, rung_error *error)
{
  const struct rung__two two = rung__two_of(pair->x, pair->y, NULL, pair->rows);
  const bool residual = which == RUNG_CHANGE_ROW_RESIDUAL;
  TRY(verdict(sqrt(two.x.variance), pair->rows, residual ? 3 : 2, error));
  *line = residual ? residual_line(pair, &two) : index_line(&two, reliability);
  return verdict(line->scale, pair->rows, 2, error);
}

/* Fills the caller's room with each row's figure; NaN where one value is absent. */
static void put_rows(const struct rung__matrix *matrix, const struct line *line, double *out,
                     size_t out_count)
{
  const double *before = rung__matrix_column(matrix, 0), *after = rung__matrix_column(matrix, 1);
  for (size_t row = 0; row < out_count; ++row)
    out[row] = row < matrix->rows
                   ? (after[row] - line->slope * before[row] - line->level) / line->scale
                   : NAN;
}

rung_status rung_stats_change_rows(const rung_column *columns, double reliability,
                                   rung_change_row which, double *out, size_t out_count,
                                   rung_error *error)
{
  struct rung__two_columns pair;
  struct rung__matrix matrix;
  struct line line = {NAN, NAN, NAN};
  TRY(rung__out_check(out, out_count, error));
  if ((int)which < RUNG_CHANGE_ROW_INDEX || (int)which > RUNG_CHANGE_ROW_RESIDUAL)
    return rung__fail(error, RUNG_E_ARGUMENT, "%d is no rung_change_row", (int)which);
  if (which == RUNG_CHANGE_ROW_INDEX) TRY(check_reliability(reliability, 1, error));
  TRY(rung__pair_read(&pair, columns, NULL, RUNG_MISSING_LISTWISE, error));
  rung_status status = rung__matrix_read(&matrix, columns, 2, error);
  if (status == RUNG_OK) {
    status = find_line(&line, &pair, reliability, which, error);
    if (status != RUNG_OK) line.scale = NAN;
    put_rows(&matrix, &line, out, out_count);
    rung__matrix_free(&matrix);
  }
  rung__pair_free(&pair);
  return status;
}

/* Bowker's sum over pairs of levels between which anybody moved. */
static void put_bowker(const double *table, size_t levels, double *result)
{
  double sum = 0, pairs = 0;
  for (size_t row = 0; row < levels; ++row)
    for (size_t column = row + 1; column < levels; ++column) {
      const double up = table[row * levels + column], down = table[column * levels + row];
      if (!(up + down > 0)) continue;
      sum += (up - down) * (up - down) / (up + down);
      ++pairs;
    }
  result[RUNG_TRANSITION_DF] = pairs;
  if (!(pairs > 0)) return;
  result[RUNG_TRANSITION_BOWKER] = sum;
  result[RUNG_TRANSITION_P] = rung_stats_chi_square_upper(sum, pairs);
}

void rung__transition(const double *table, size_t levels, double *result)
{
  double stayed = 0, rose = 0, fell = 0;
  for (size_t row = 0; row < levels; ++row) {
    stayed += table[row * levels + row];
    for (size_t column = 0; column < row; ++column) {
      fell += table[row * levels + column];
      rose += table[column * levels + row];
    }
  }
  const double n = stayed + rose + fell;
  rung__out_clear(result, RUNG__TRANSITIONS);
  result[RUNG_TRANSITION_N] = n;
  if (!(n > 0)) return;
  result[RUNG_TRANSITION_STAYED] = stayed / n;
  result[RUNG_TRANSITION_ROSE] = rose / n;
  result[RUNG_TRANSITION_FELL] = fell / n;
  put_bowker(table, levels, result);
}

static bool level(double value, size_t levels)
{
  return value >= 1 && value <= (double)levels && value == floor(value);
}

/* Counts the rows that have both levels. */
static rung_status tabulate(double *table, const struct rung__matrix *matrix, size_t levels,
                            rung_error *error)
{
  for (size_t row = 0; row < matrix->rows; ++row) {
    double both[2];
    for (size_t column = 0; column < 2; ++column) {
      both[column] = rung__matrix_column(matrix, column)[row];
      if (!isnan(both[column]) && !level(both[column], levels))
        return rung__fail_at(error, RUNG_E_ANSWERS, NULL, (int64_t)row + 1, (int64_t)column + 1,
                             "row %zu of column %zu is no level: expected 1 to %zu", row + 1,
                             column + 1, levels);
    }
    if (!isnan(both[0]) && !isnan(both[1]))
      ++table[((size_t)both[0] - 1) * levels + (size_t)both[1] - 1];
  }
  return RUNG_OK;
}

rung_status rung_stats_transition(const rung_column *columns, size_t levels, double *table,
                                  double *out, size_t out_count, rung_error *error)
{
  struct rung__matrix matrix;
  double result[RUNG__TRANSITIONS];
  TRY(rung__out_check(out, out_count, error));
  if (levels < 2 || levels > LEVELS_MAX)
    return rung__fail(error, RUNG_E_ARGUMENT, "there are %zu levels: expected 2 to 127", levels);
  TRY(rung__matrix_read(&matrix, columns, columns == NULL ? 0 : 2, error));
  double *counts = rung__array_new(levels * levels, sizeof *counts);
  rung_status status = counts == NULL ? rung__fail_memory(error)
                                      : tabulate(counts, &matrix, levels, error);
  if (status == RUNG_OK) {
    rung__transition(counts, levels, result);
    rung__out_put(out, out_count, result, RUNG__TRANSITIONS);
    if (table != NULL) rung__out_put(table, levels * levels, counts, levels * levels);
    if (!(result[RUNG_TRANSITION_N] > 0))
      status = rung__fail(error, RUNG_E_NOT_ESTIMABLE, "no row has a level before and after");
  }
  free(counts);
  rung__matrix_free(&matrix);
  return status;
}
