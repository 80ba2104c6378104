/* Descriptives of a column, of its groups, and of a weighted column.
 * SPDX-License-Identifier: Apache-2.0 */
#include "stats/describe.h"

#include <math.h>
#include <stdlib.h>

#include "base/array.h"
#include "base/fail.h"
#include "base/sort.h"
#include "stats/input.h"
#include "stats/moments.h"
#include "stats/output.h"
#include "stats/quantile.h"

#define MAD_OF_NORMAL 1.4826 /* 1 / z(3/4), to the digits that everyone uses */
#define WEIGHTED_COUNT 10

static void put_shape(const struct rung__moments *moments, double *result)
{
  const double n = (double)moments->count, square = moments->power[2];
  if (!(square > 0)) return;
  const double m2 = square / n, variance = square / (n - 1);
  const double g1 = moments->power[3] / n / (m2 * sqrt(m2));
  const double g2 = moments->power[4] / n / (m2 * m2) - 3;
  result[RUNG_DESCRIBE_SKEW_1] = g1;
  result[RUNG_DESCRIBE_SKEW_3] = moments->power[3] / n / (variance * sqrt(variance));
  result[RUNG_DESCRIBE_KURTOSIS_1] = g2;
  result[RUNG_DESCRIBE_KURTOSIS_3] = moments->power[4] / n / (variance * variance) - 3;
  if (n > 2) result[RUNG_DESCRIBE_SKEW_2] = g1 * sqrt(n * (n - 1)) / (n - 2);
  if (n > 3) result[RUNG_DESCRIBE_KURTOSIS_2] = ((n + 1) * g2 + 6) * (n - 1) / ((n - 2) * (n - 3));
}

static void put_spread(const struct rung__moments *moments, double *result)
{
  const double n = (double)moments->count;
  result[RUNG_DESCRIBE_MEAN] = moments->mean;
  if (n < 2) return;
  result[RUNG_DESCRIBE_VARIANCE] = rung__total_over(&moments->square, n - 1);
  result[RUNG_DESCRIBE_SD] = sqrt(result[RUNG_DESCRIBE_VARIANCE]);
  result[RUNG_DESCRIBE_SE] = result[RUNG_DESCRIBE_SD] / sqrt(n);
  put_shape(moments, result);
}

/* What is read off sorted numbers, which become distances from their median. */
static void put_order(double *sorted, size_t count, double trim, double *result)
{
  const size_t cut = (size_t)floor((double)count * trim);
  const double median = rung__median(sorted, count);
  result[RUNG_DESCRIBE_MEDIAN] = median;
  result[RUNG_DESCRIBE_TRIMMED] = rung__mean(sorted + cut, NULL, count - 2 * cut);
  result[RUNG_DESCRIBE_LEAST] = sorted[0];
  result[RUNG_DESCRIBE_GREATEST] = sorted[count - 1];
  result[RUNG_DESCRIBE_RANGE] = sorted[count - 1] - sorted[0];
  for (size_t index = 0; index < count; ++index)
    sorted[index] = fabs(sorted[index] - median);
  rung__sort(sorted, count);
  result[RUNG_DESCRIBE_MAD] = MAD_OF_NORMAL * rung__median(sorted, count);
}

void rung__describe(double *value, size_t count, double trim, double result[RUNG__DESCRIBE_COUNT])
{
  struct rung__moments moments;
  rung__out_clear(result, RUNG__DESCRIBE_COUNT);
  result[RUNG_DESCRIBE_N] = (double)count;
  result[RUNG_DESCRIBE_ABSENT] = 0;
  if (count == 0) return;
  rung__moments(&moments, value, NULL, count);
  put_spread(&moments, result);
  rung__sort(value, count);
  put_order(value, count, trim, result);
  for (size_t index = 0; index < RUNG__DESCRIBE_COUNT; ++index)
    if (!isfinite(result[index])) result[index] = NAN; /* beyond what a double holds */
}

static rung_status check(double trim, double *out, size_t out_count, rung_error *error)
{
  if (!(trim >= 0 && trim < 0.5))
    return rung__fail(error, RUNG_E_ARGUMENT, "trim is not from 0 up to, not including, 0.5");
  return rung__out_check(out, out_count, error);
}

rung_status rung_stats_describe(const rung_column *column, double trim, double *out,
                                size_t out_count, rung_error *error)
{
  struct rung__matrix matrix;
  double result[RUNG__DESCRIBE_COUNT];
  TRY(check(trim, out, out_count, error));
  TRY(rung__matrix_read(&matrix, column, 1, error));
  const size_t rows = matrix.rows;
  rung__matrix_settle(&matrix, NULL, RUNG_MISSING_LISTWISE, NULL); /* cannot fail */
  rung__describe(matrix.value, matrix.rows, trim, result);
  result[RUNG_DESCRIBE_ABSENT] = (double)(rows - matrix.rows);
  const bool any = matrix.rows > 0;
  rung__matrix_free(&matrix);
  rung__out_put(out, out_count, result, RUNG__DESCRIBE_COUNT);
  if (!any) return rung__fail(error, RUNG_E_NOT_ESTIMABLE, "there is no value");
  if (isnan(result[RUNG_DESCRIBE_MEAN]))
    return rung__fail(error, RUNG_E_NOT_ESTIMABLE, "the values are too large to sum");
  return RUNG_OK;
}

/* Where the values of each group begin, once they stand together; its rows without one. */
struct sorting {
  size_t *begin;  /* [group + 1] */
  size_t *absent; /* [group] */
  double *value;
};

static void gather(struct sorting *sorting, const double *value, const struct rung__codes *codes)
{
  for (size_t row = 0; row < codes->rows; ++row) {
    if (codes->code[row] == RUNG__NO_CODE) continue;
    if (isnan(value[row]))
      ++sorting->absent[codes->code[row]];
    else
      ++sorting->begin[codes->code[row] + 1];
  }
  for (size_t group = 0; group < codes->count; ++group)
    sorting->begin[group + 1] += sorting->begin[group];
  for (size_t row = codes->rows; row-- > 0;) { /* the end of each group moves to its begin */
    if (codes->code[row] == RUNG__NO_CODE || isnan(value[row])) continue;
    sorting->value[--sorting->begin[codes->code[row] + 1]] = value[row];
  }
}

static void describe_groups(const struct sorting *sorting, const struct rung__codes *codes,
                            size_t values, double trim, size_t each, double *out, size_t out_count)
{
  rung__out_clear(out, out_count);
  for (size_t group = 0; group < codes->count && group * each < out_count; ++group) {
    double result[RUNG__DESCRIBE_COUNT];
    const size_t begin = sorting->begin[group + 1];
    const size_t end = group + 1 < codes->count ? sorting->begin[group + 2] : values;
    const size_t room = out_count - group * each;
    rung__describe(sorting->value + begin, end - begin, trim, result);
    result[RUNG_DESCRIBE_ABSENT] = (double)sorting->absent[group];
    rung__out_put(out + group * each, each < room ? each : room, result, RUNG__DESCRIBE_COUNT);
  }
}

static rung_status describe_by(const struct rung__matrix *matrix, const struct rung__codes *codes,
                               double trim, size_t each, double *out, size_t out_count,
                               rung_error *error)
{
  struct sorting sorting = {
      .begin = rung__array_new(codes->count + 1, sizeof *sorting.begin),
      .absent = rung__array_new(codes->count, sizeof *sorting.absent),
      .value = rung__array_new(matrix->rows, sizeof *sorting.value),
  };
  rung_status status = RUNG_OK;
  if (sorting.begin == NULL || sorting.absent == NULL || sorting.value == NULL) {
    status = rung__fail_memory(error);
  } else {
    size_t values = 0;
    for (size_t row = 0; row < matrix->rows; ++row)
      values += codes->code[row] != RUNG__NO_CODE && !isnan(matrix->value[row]);
    gather(&sorting, matrix->value, codes);
    describe_groups(&sorting, codes, values, trim, each, out, out_count);
  }
  free(sorting.begin);
  free(sorting.absent);
  free(sorting.value);
  return status;
}

rung_status rung_stats_describe_groups(const rung_column *column, const rung_column *group,
                                       double trim, size_t each, size_t *groups, double *out,
                                       size_t out_count, rung_error *error)
{
  struct rung__matrix matrix;
  struct rung__codes codes;
  TRY(check(trim, out, out_count, error));
  if (each == 0 || each > SIZE_MAX / UINT32_MAX)
    return rung__fail(error, RUNG_E_ARGUMENT, "each is 0, or more than memory holds");
  TRY(rung__matrix_read(&matrix, column, 1, error));
  rung_status status = rung__codes_read(&codes, group, matrix.rows, error);
  if (status == RUNG_OK) status = describe_by(&matrix, &codes, trim, each, out, out_count, error);
  if (status == RUNG_OK && groups != NULL) *groups = codes.count;
  if (status == RUNG_OK && codes.count == 0)
    status = rung__fail(error, RUNG_E_NOT_ESTIMABLE, "no row has a group");
  rung__codes_free(&codes);
  rung__matrix_free(&matrix);
  return status;
}

/* The linearised standard error of the weighted mean, each row drawn on its own. */
static double linearised(const double *value, const double *weight, size_t rows,
                         const struct rung__moments *moments)
{
  struct rung__total total = {0};
  const double n = (double)moments->count;
  for (size_t row = 0; row < rows; ++row) {
    const double w = weight == NULL ? 1 : weight[row], part = w * (value[row] - moments->mean);
    if (!isnan(value[row]) && w > 0) rung__total_add(&total, part * part);
  }
  return sqrt(n / (n - 1) * rung__total_of(&total)) / moments->weight;
}

static void describe_weighted(const struct rung__moments *moments, double *result)
{
  const double n = (double)moments->count, w = moments->weight, square = moments->power[2];
  rung__out_clear(result, WEIGHTED_COUNT);
  result[RUNG_WEIGHTED_MEAN] = moments->mean;
  result[RUNG_WEIGHTED_N] = n;
  result[RUNG_WEIGHTED_WEIGHT] = w;
  if (moments->count == 0) return;
  const double effective = rung__effective_rows(w, moments->weight_squared);
  result[RUNG_WEIGHTED_VARIANCE_POPULATION] = square / w;
  result[RUNG_WEIGHTED_EFFECTIVE_N] = effective;
  result[RUNG_WEIGHTED_DESIGN_EFFECT] = n / effective;
  if (w > 1) result[RUNG_WEIGHTED_VARIANCE_FREQUENCY] = square / (w - 1);
  if (moments->count < 2) return;
  result[RUNG_WEIGHTED_VARIANCE_RELIABILITY] = square / (w - moments->weight_squared / w);
  result[RUNG_WEIGHTED_VARIANCE_DESIGN] = n / (n - 1) * (square / w);
}

rung_status rung_stats_describe_weighted(const rung_column *column, const rung_column *weight,
                                         double *out, size_t out_count, rung_error *error)
{
  struct rung__matrix matrix;
  double *weights;
  TRY(rung__out_check(out, out_count, error));
  TRY(rung__matrix_read(&matrix, column, 1, error));
  rung_status status = rung__weights_read(&weights, weight, matrix.rows, error);
  if (status == RUNG_OK) {
    double result[WEIGHTED_COUNT];
    struct rung__moments moments;
    rung__moments(&moments, matrix.value, weights, matrix.rows);
    describe_weighted(&moments, result);
    if (moments.count > 1)
      result[RUNG_WEIGHTED_SE] = linearised(matrix.value, weights, matrix.rows, &moments);
    rung__out_put(out, out_count, result, WEIGHTED_COUNT);
    if (moments.count == 0)
      status = rung__fail(error, RUNG_E_NOT_ESTIMABLE, "there is no value of positive weight");
    else if (!isfinite(moments.mean))
      status = rung__fail(error, RUNG_E_NOT_ESTIMABLE, "the values are too large to sum");
  }
  free(weights);
  rung__matrix_free(&matrix);
  return status;
}
