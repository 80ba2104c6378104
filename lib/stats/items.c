/* Shares of categories, items of a scale examined, and weighted correlations.
 * SPDX-License-Identifier: Apache-2.0 */
#include <rung/stats/describe.h>

#include <math.h>
#include <stdlib.h>

#include "base/array.h"
#include "base/fail.h"
#include "base/sort.h"
#include "stats/input.h"
#include "stats/moments.h"
#include "stats/output.h"

#define EXAM_COUNT 8

static rung_status check_categories(const double *category, size_t categories, rung_error *error)
{
  if (category == NULL || categories == 0)
    return rung__fail(error, RUNG_E_ARGUMENT, "there are no categories");
  for (size_t index = 0; index < categories; ++index) {
    bool fine = !isnan(category[index]);
    for (size_t other = 0; other < index; ++other)
      fine = fine && category[other] != category[index];
    if (!fine)
      return rung__fail(error, RUNG_E_ARGUMENT, "category %zu is no number, or stands there twice",
                        index + 1);
  }
  return RUNG_OK;
}

static size_t place_of(const double *category, size_t categories, double value)
{
  for (size_t index = 0; index < categories; ++index)
    if (category[index] == value) return RUNG_FREQUENCIES_FIRST + index;
  return RUNG_FREQUENCIES_OTHER;
}

/* Sums weights into total[place], those without a value into that of ABSENT; how many have one. */
static size_t tally(const struct rung__matrix *matrix, const double *weight, const double *category,
                    size_t categories, struct rung__total *total)
{
  size_t count = 0;
  for (size_t row = 0; row < matrix->rows; ++row) {
    const double w = weight == NULL ? 1 : weight[row], value = matrix->value[row];
    const size_t place = isnan(value) ? RUNG_FREQUENCIES_ABSENT
                                      : place_of(category, categories, value);
    count += !isnan(value) && w > 0;
    rung__total_add(&total[place], w);
  }
  return count;
}

static void put_shares(const struct rung__total *total, size_t places, size_t count, double *out,
                       size_t out_count)
{
  struct rung__total there = {0};
  for (size_t place = RUNG_FREQUENCIES_OTHER; place < places; ++place)
    rung__total_add(&there, rung__total_of(&total[place]));
  const double sum = rung__total_of(&there);
  const double absent = rung__total_of(&total[RUNG_FREQUENCIES_ABSENT]);
  for (size_t place = 0; place < out_count; ++place) {
    if (place == RUNG_FREQUENCIES_N)
      out[place] = (double)count;
    else if (place == RUNG_FREQUENCIES_ABSENT)
      out[place] = sum + absent > 0 ? absent / (sum + absent) : NAN;
    else
      out[place] = place < places && sum > 0 ? rung__total_of(&total[place]) / sum : NAN;
  }
}

rung_status rung_stats_frequencies(const rung_column *column, const rung_column *weight,
                                   const double *category, size_t categories, double *out,
                                   size_t out_count, rung_error *error)
{
  struct rung__matrix matrix;
  double *weights;
  TRY(rung__out_check(out, out_count, error));
  TRY(check_categories(category, categories, error));
  TRY(rung__matrix_read(&matrix, column, 1, error));
  const size_t places = RUNG_FREQUENCIES_FIRST + categories;
  struct rung__total *total = NULL;
  rung_status status = rung__weights_read(&weights, weight, matrix.rows, error);
  if (status == RUNG_OK) {
    total = rung__array_new(places, sizeof *total);
    if (total == NULL) status = rung__fail_memory(error);
  }
  if (status == RUNG_OK) {
    const size_t count = tally(&matrix, weights, category, categories, total);
    put_shares(total, places, count, out, out_count);
    if (count == 0)
      status = rung__fail(error, RUNG_E_NOT_ESTIMABLE, "there is no value of positive weight");
  }
  free(total);
  free(weights);
  rung__matrix_free(&matrix);
  return status;
}

static void add_rows(const struct rung__matrix *matrix, double *total)
{
  for (size_t column = 0; column < matrix->columns; ++column)
    for (size_t row = 0; row < matrix->rows; ++row)
      total[row] += rung__matrix_column(matrix, column)[row];
}

static double mean_of_rows(const double *value, const size_t *row, size_t count)
{
  struct rung__total total = {0};
  for (size_t index = 0; index < count; ++index)
    rung__total_add(&total, value[row[index]]);
  return count > 0 ? rung__total_of(&total) / (double)count : NAN;
}

/* `order` has the rows by total, the lowest first; `rest` is room for a number of each. */
static void examine(const double *item, const double *total, const size_t *order, double *rest,
                    size_t rows, double result[EXAM_COUNT])
{
  const size_t third = rows / 3;
  const double n = (double)rows, variance = rung__variance(item, rows);
  const double spread = sqrt(variance * (n - 1) / n);
  for (size_t row = 0; row < rows; ++row)
    rest[row] = total[row] - item[row];
  result[RUNG_ITEM_EXAM_TOTAL] = rung__correlation(item, total, rows);
  result[RUNG_ITEM_EXAM_REST] = rung__correlation(item, rest, rows);
  result[RUNG_ITEM_EXAM_MEAN] = rung__mean(item, NULL, rows);
  result[RUNG_ITEM_EXAM_SD] = sqrt(variance);
  result[RUNG_ITEM_EXAM_DISCRIMINATION] = mean_of_rows(item, order + (rows - third), third) -
                                          mean_of_rows(item, order, third);
  result[RUNG_ITEM_EXAM_RELIABILITY] = result[RUNG_ITEM_EXAM_TOTAL] * spread;
  result[RUNG_ITEM_EXAM_RELIABILITY_REST] = result[RUNG_ITEM_EXAM_REST] * spread;
  result[RUNG_ITEM_EXAM_N] = n;
}

static rung_status examine_all(const struct rung__matrix *matrix, size_t each, double *out,
                               size_t out_count, rung_error *error)
{
  double *total = rung__array_new(matrix->rows, 2 * sizeof *total);
  size_t *order = NULL;
  if (total != NULL) {
    add_rows(matrix, total);
    order = rung__sort_order(total, matrix->rows);
  }
  if (order == NULL) {
    free(total);
    return rung__fail_memory(error);
  }
  rung__out_clear(out, out_count);
  for (size_t item = 0; item < matrix->columns && item * each < out_count; ++item) {
    double result[EXAM_COUNT];
    const size_t room = out_count - item * each;
    examine(rung__matrix_column(matrix, item), total, order, total + matrix->rows, matrix->rows,
            result);
    rung__out_put(out + item * each, each < room ? each : room, result, EXAM_COUNT);
  }
  free(order);
  free(total);
  return RUNG_OK;
}

rung_status rung_stats_item_exam(const rung_column *columns, size_t count, rung_missing missing,
                                 size_t each, double *out, size_t out_count, rung_error *error)
{
  struct rung__matrix matrix;
  TRY(rung__out_check(out, out_count, error));
  if (count < 2) return rung__fail(error, RUNG_E_ARGUMENT, "expected two items or more");
  if (missing == RUNG_MISSING_PAIRWISE)
    return rung__fail(error, RUNG_E_ARGUMENT,
                      "a total needs every item: expected LISTWISE or FAIL");
  if (each == 0 || each > SIZE_MAX / count)
    return rung__fail(error, RUNG_E_ARGUMENT, "each is 0, or more than memory holds");
  TRY(rung__matrix_read(&matrix, columns, count, error));
  rung_status status = rung__matrix_settle(&matrix, NULL, missing, error);
  if (status == RUNG_OK) status = examine_all(&matrix, each, out, out_count, error);
  if (status == RUNG_OK && matrix.rows < 2)
    status = rung__fail(error, RUNG_E_NOT_ESTIMABLE, "%zu rows are complete: expected two or more",
                        matrix.rows);
  rung__matrix_free(&matrix);
  return status;
}

/* Whether any correlation was there. */
static bool correlate(const struct rung__matrix *matrix, const double *weight, double *out,
                      size_t out_count)
{
  const size_t count = matrix->columns;
  bool any = false;
  rung__out_clear(out, out_count);
  for (size_t place = 0; place < out_count && place / count < count; ++place) {
    struct rung__joint joint;
    rung__joint(&joint, rung__matrix_column(matrix, place / count),
                rung__matrix_column(matrix, place % count), weight, matrix->rows);
    out[place] = rung__joint_correlation(&joint);
    any = any || !isnan(out[place]);
  }
  return any;
}

rung_status rung_stats_weighted_correlation(const rung_column *columns, size_t count,
                                            const rung_column *weight, rung_missing missing,
                                            double *out, size_t out_count, rung_error *error)
{
  struct rung__matrix matrix;
  double *weights;
  TRY(rung__out_check(out, out_count, error));
  TRY(rung__matrix_read(&matrix, columns, count, error));
  rung_status status = rung__weights_read(&weights, weight, matrix.rows, error);
  if (status == RUNG_OK) status = rung__matrix_settle(&matrix, weights, missing, error);
  if (status == RUNG_OK && !correlate(&matrix, weights, out, out_count))
    status = rung__fail(error, RUNG_E_NOT_ESTIMABLE, "no column varies");
  free(weights);
  rung__matrix_free(&matrix);
  return status;
}
