/* A correlation between groups and within them.
 * SPDX-License-Identifier: Apache-2.0 */
#include <math.h>
#include <stdlib.h>

#include <rung/stats/distribution.h>
#include <rung/stats/icc.h>

#include "base/array.h"
#include "base/fail.h"
#include "stats/bundles.h"
#include "stats/input.h"
#include "stats/output.h"

enum { RESULTS = RUNG_BETWEEN_WITHIN_GROUPS + 1 };

/* Each variable with the mean of its group and the distance from it, a value per row. */
struct parts {
  size_t rows;
  double *value, *mean, *distance;
};

/* The correlation of two arrays over the places where both have a value. */
static double correlate(const double *x, const double *y, size_t rows)
{
  double count = 0, mean_x = 0, mean_y = 0, xx = 0, yy = 0, xy = 0;
  for (size_t row = 0; row < rows; ++row) {
    if (isnan(x[row]) || isnan(y[row])) continue;
    ++count;
    mean_x += x[row];
    mean_y += y[row];
  }
  if (count == 0) return NAN;
  mean_x /= count;
  mean_y /= count;
  for (size_t row = 0; row < rows; ++row) {
    if (isnan(x[row]) || isnan(y[row])) continue;
    const double a = x[row] - mean_x, b = y[row] - mean_y;
    xx += a * a;
    yy += b * b;
    xy += a * b;
  }
  return xx > 0 && yy > 0 ? fmax(-1, fmin(1, xy / sqrt(xx) / sqrt(yy))) : NAN;
}

/* Two-sided, by t. */
static double p_of(double r, double df)
{
  if (isnan(r) || !(df > 0)) return NAN;
  const double rest = (1 - r) * (1 + r);
  return rest > 0 ? 2 * rung_stats_t_upper(fabs(r) * sqrt(df / rest), df) : 0;
}

/* The mean of a group; NaN: it has no value. */
static double mean_of(const double *value, const struct rung__bundles *groups, size_t group)
{
  double sum = 0, count = 0, rest = 0;
  for (size_t index = groups->start[group]; index < groups->start[group + 1]; ++index) {
    const double one = value[groups->row[index]];
    if (isnan(one)) continue;
    sum += one;
    ++count;
  }
  if (count == 0) return NAN;
  for (size_t index = groups->start[group]; index < groups->start[group + 1]; ++index) {
    const double one = value[groups->row[index]];
    if (!isnan(one)) rest += one - sum / count;
  }
  return sum / count + rest / count;
}

/* Values without a group are dropped. */
static void take_apart(struct parts *parts, const struct rung__bundles *groups)
{
  rung__out_clear(parts->mean, parts->rows);
  rung__out_clear(parts->distance, parts->rows);
  for (size_t group = 0; group < groups->count; ++group) {
    const double mean = mean_of(parts->value, groups, group);
    for (size_t index = groups->start[group]; index < groups->start[group + 1]; ++index) {
      const size_t row = groups->row[index];
      parts->mean[row] = mean;
      parts->distance[row] = parts->value[row] - mean;
    }
  }
}

/* How many rows have both values and a group, and how many groups have a mean of both. */
static void count(const struct parts *x, const struct parts *y, const struct rung__bundles *groups,
                  double result[RESULTS])
{
  double rows = 0, there = 0;
  for (size_t row = 0; row < x->rows; ++row)
    if (!isnan(x->distance[row]) && !isnan(y->distance[row])) ++rows;
  for (size_t group = 0; group < groups->count; ++group) {
    if (rung__bundles_size(groups, group) == 0) continue;
    const size_t first = groups->row[groups->start[group]];
    if (!isnan(x->mean[first]) && !isnan(y->mean[first])) ++there;
  }
  result[RUNG_BETWEEN_WITHIN_N] = rows;
  result[RUNG_BETWEEN_WITHIN_GROUPS] = there;
}

static void tell(const struct parts *x, const struct parts *y, const struct rung__bundles *groups,
                 double result[RESULTS])
{
  const size_t rows = x->rows;
  count(x, y, groups, result);
  const double n = result[RUNG_BETWEEN_WITHIN_N], j = result[RUNG_BETWEEN_WITHIN_GROUPS];
  result[RUNG_BETWEEN_WITHIN_R] = correlate(x->value, y->value, rows);
  result[RUNG_BETWEEN_WITHIN_R_BETWEEN] = correlate(x->mean, y->mean, rows);
  result[RUNG_BETWEEN_WITHIN_R_WITHIN] = correlate(x->distance, y->distance, rows);
  result[RUNG_BETWEEN_WITHIN_P_BETWEEN] = p_of(result[RUNG_BETWEEN_WITHIN_R_BETWEEN], j - 2);
  result[RUNG_BETWEEN_WITHIN_P_WITHIN] = p_of(result[RUNG_BETWEEN_WITHIN_R_WITHIN], n - j - 2);
  result[RUNG_BETWEEN_WITHIN_ETA_BETWEEN_X] = correlate(x->mean, x->value, rows);
  result[RUNG_BETWEEN_WITHIN_ETA_BETWEEN_Y] = correlate(y->mean, y->value, rows);
  result[RUNG_BETWEEN_WITHIN_ETA_WITHIN_X] = correlate(x->distance, x->value, rows);
  result[RUNG_BETWEEN_WITHIN_ETA_WITHIN_Y] = correlate(y->distance, y->value, rows);
}

static rung_status run(const struct rung__matrix *matrix, const struct rung__bundles *groups,
                       double *out, size_t out_count, rung_error *error)
{
  const size_t rows = matrix->rows;
  double result[RESULTS];
  double *room = rung__array_new(rows * 4 + 1, sizeof *room);
  if (room == NULL) return rung__fail_memory(error);
  struct parts x = {rows, rung__matrix_column(matrix, 0), room, room + rows};
  struct parts y = {rows, rung__matrix_column(matrix, 1), room + 2 * rows, room + 3 * rows};
  rung__out_clear(result, RESULTS);
  take_apart(&x, groups);
  take_apart(&y, groups);
  tell(&x, &y, groups, result);
  free(room);
  rung__out_put(out, out_count, result, RESULTS);
  if (!isnan(result[RUNG_BETWEEN_WITHIN_R])) return RUNG_OK;
  return rung__fail(error, RUNG_E_NOT_ESTIMABLE, "x or y does not vary over rows that have both");
}

/* Values of rows without a label count nowhere; under LISTWISE, nor do rows without both. */
static void drop_rows(struct rung__matrix *matrix, struct rung__codes *codes, rung_missing missing)
{
  double *x = rung__matrix_column(matrix, 0), *y = rung__matrix_column(matrix, 1);
  for (size_t row = 0; row < matrix->rows; ++row) {
    if (missing == RUNG_MISSING_LISTWISE && (isnan(x[row]) || isnan(y[row])))
      codes->code[row] = RUNG__NO_CODE;
    if (codes->code[row] == RUNG__NO_CODE) x[row] = y[row] = NAN;
  }
}

static rung_status settle(struct rung__matrix *matrix, const rung_column *groups,
                          rung_missing missing, double *out, size_t out_count, rung_error *error)
{
  struct rung__codes codes;
  struct rung__bundles bundles;
  if (missing != RUNG_MISSING_LISTWISE) TRY(rung__matrix_settle(matrix, NULL, missing, error));
  TRY(rung__codes_read(&codes, groups, matrix->rows, error));
  drop_rows(matrix, &codes, missing);
  const bool made = rung__bundles_make(&bundles, &codes);
  rung__codes_free(&codes);
  if (!made) return rung__fail_memory(error);
  const rung_status status = run(matrix, &bundles, out, out_count, error);
  rung__bundles_free(&bundles);
  return status;
}

rung_status rung_stats_between_within(const rung_column *x, const rung_column *y,
                                      const rung_column *groups, rung_missing missing, double *out,
                                      size_t out_count, rung_error *error)
{
  struct rung__matrix matrix;
  TRY(rung__out_check(out, out_count, error));
  if (x == NULL || y == NULL)
    return rung__fail(error, RUNG_E_ARGUMENT, "a column is missing: expected x and y");
  const rung_column both[] = {*x, *y};
  TRY(rung__matrix_read(&matrix, both, 2, error));
  const rung_status status = settle(&matrix, groups, missing, out, out_count, error);
  rung__matrix_free(&matrix);
  return status;
}
