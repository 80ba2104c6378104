/* Rows looked at: runs, variation, consistency, pace.
 * SPDX-License-Identifier: Apache-2.0 */
#include <rung/stats/careless.h>

#include <math.h>
#include <stdlib.h>

#include "base/array.h"
#include "base/fail.h"
#include "stats/input.h"
#include "stats/moments.h"
#include "stats/output.h"

#define CARELESS_COUNT 5
#define PACE_COUNT 2
#define LEAST_SCALES 3 /* two pairs correlate by +-1 whatever they are */

static rung_status check_each(size_t each, const double *out, size_t out_count, rung_error *error)
{
  TRY(rung__out_check(out, out_count, error));
  if (each == 0 || each > SIZE_MAX / UINT32_MAX)
    return rung__fail(error, RUNG_E_ARGUMENT, "each is 0, or more than memory holds");
  return RUNG_OK;
}

/* Puts the results of a row at its place, as far as there is room. */
static void put_row(size_t row, size_t each, const double *result, size_t count, double *out,
                    size_t out_count)
{
  const size_t room = out_count - row * each;
  rung__out_put(out + row * each, each < room ? each : room, result, count);
}

/* Gathers the answers of a row, in order; how many. */
static size_t gather(const struct rung__matrix *matrix, size_t row, double *answer)
{
  size_t count = 0;
  for (size_t column = 0; column < matrix->columns; ++column) {
    const double value = rung__matrix_column(matrix, column)[row];
    if (!isnan(value)) answer[count++] = value;
  }
  return count;
}

static void look(const double *answer, size_t count, size_t items, double result[CARELESS_COUNT])
{
  size_t longest = 0, runs = 0, length = 0;
  for (size_t index = 0; index < count; ++index) {
    length = index > 0 && answer[index] == answer[index - 1] ? length + 1 : 1;
    runs += length == 1;
    if (length > longest) longest = length;
  }
  result[RUNG_CARELESS_LONGSTRING] = (double)longest;
  result[RUNG_CARELESS_RUN_MEAN] = runs > 0 ? (double)count / (double)runs : NAN;
  result[RUNG_CARELESS_IRV] = sqrt(rung__variance(answer, count));
  result[RUNG_CARELESS_ABSENT] = (double)(items - count) / (double)items;
  result[RUNG_CARELESS_ANSWERED] = (double)count;
}

rung_status rung_stats_careless(const rung_column *columns, size_t count, size_t each, double *out,
                                size_t out_count, rung_error *error)
{
  struct rung__matrix matrix;
  TRY(check_each(each, out, out_count, error));
  TRY(rung__matrix_read(&matrix, columns, count, error));
  double *answer = rung__array_new(count, sizeof *answer);
  if (answer == NULL) {
    rung__matrix_free(&matrix);
    return rung__fail_memory(error);
  }
  rung__out_clear(out, out_count);
  for (size_t row = 0; row < matrix.rows && row * each < out_count; ++row) {
    double result[CARELESS_COUNT];
    look(answer, gather(&matrix, row, answer), count, result);
    put_row(row, each, result, CARELESS_COUNT, out, out_count);
  }
  free(answer);
  rung__matrix_free(&matrix);
  return RUNG_OK;
}

/* The two halves of the items: where each stands, and room for a row's sums and means. */
struct halves {
  const uint32_t *scale; /* [item] */
  uint8_t *half;         /* [item] 0: at an odd place of its scale, 1: at an even place */
  double *mean[2];       /* [half][scale] */
  double *count[2];      /* [half][scale] */
};

static void halves_free(struct halves *halves)
{
  free(halves->half);
  free(halves->mean[0]);
}

/* Numbers the halves; how many scales have both. False: no memory. */
static bool split(struct halves *halves, size_t items, size_t *whole)
{
  halves->half = rung__array_new(items, sizeof *halves->half);
  double *room = rung__array_new(items, 4 * sizeof *room);
  halves->mean[0] = room;
  if (halves->half == NULL || room == NULL) {
    halves_free(halves);
    return false;
  }
  halves->mean[1] = room + items;
  halves->count[0] = room + 2 * items;
  halves->count[1] = room + 3 * items;
  *whole = 0;
  for (size_t item = 0; item < items; ++item) {
    double *so_far = &halves->count[0][halves->scale[item]];
    halves->half[item] = fmod(*so_far, 2) != 0;
    *whole += *so_far == 1; /* its second item */
    *so_far += 1;
  }
  return true;
}

static double step_up(double r)
{
  if (isnan(r)) return NAN;
  return r <= -1.0 / 3 ? -1 : 2 * r / (1 + r); /* 2 r / (1 + r) = -1 at r = -1/3 */
}

static double even_odd(const struct rung__matrix *matrix, size_t row, struct halves *halves)
{
  const size_t items = matrix->columns;
  for (size_t place = 0; place < 4 * items; ++place)
    halves->mean[0][place] = 0;
  for (size_t item = 0; item < items; ++item) {
    const double value = rung__matrix_column(matrix, item)[row];
    if (isnan(value)) continue;
    halves->mean[halves->half[item]][halves->scale[item]] += value;
    halves->count[halves->half[item]][halves->scale[item]] += 1;
  }
  for (size_t place = 0; place < 2 * items; ++place) /* 0 / 0: no answer, absent */
    halves->mean[0][place] /= halves->count[0][place];
  struct rung__joint joint;
  rung__joint(&joint, halves->mean[0], halves->mean[1], NULL, items);
  return joint.count < LEAST_SCALES ? NAN : step_up(rung__joint_correlation(&joint));
}

static rung_status check_scales(const uint32_t *scale, size_t count, rung_error *error)
{
  if (scale == NULL || count < 2)
    return rung__fail(error, RUNG_E_ARGUMENT, "expected two items or more, and the scale of each");
  for (size_t item = 0; item < count; ++item) {
    if (scale[item] >= count)
      return rung__fail(error, RUNG_E_ARGUMENT, "item %zu is of scale %lu: expected 0 to %zu",
                        item + 1, (unsigned long)scale[item], count - 1);
  }
  return RUNG_OK;
}

rung_status rung_stats_even_odd(const rung_column *columns, size_t count, const uint32_t *scale,
                                double *out, size_t out_count, rung_error *error)
{
  struct rung__matrix matrix;
  struct halves halves = {.scale = scale};
  size_t whole = 0;
  TRY(rung__out_check(out, out_count, error));
  TRY(check_scales(scale, count, error));
  TRY(rung__matrix_read(&matrix, columns, count, error));
  rung_status status = RUNG_OK;
  if (!split(&halves, count, &whole)) {
    status = rung__fail_memory(error);
  } else {
    for (size_t row = 0; row < out_count; ++row)
      out[row] = row < matrix.rows ? even_odd(&matrix, row, &halves) : NAN;
    halves_free(&halves);
    if (whole < LEAST_SCALES)
      status = rung__fail(error, RUNG_E_NOT_ESTIMABLE,
                          "%zu scales have two items: expected three or more", whole);
  }
  rung__matrix_free(&matrix);
  return status;
}

static rung_status check_times(const struct rung__matrix *matrix, rung_error *error)
{
  for (size_t place = 0; place < matrix->rows * matrix->columns; ++place) {
    const size_t row = place % matrix->rows + 1, column = place / matrix->rows + 1;
    if (matrix->value[place] < 0)
      return rung__fail_at(error, RUNG_E_ANSWERS, NULL, (int64_t)row, (int64_t)column,
                           "the time in row %zu of column %zu is below 0", row, column);
  }
  return RUNG_OK;
}

static rung_status check_pages(const double *items, size_t count, double cutoff, rung_error *error)
{
  if (!(cutoff > 0) || isinf(cutoff))
    return rung__fail(error, RUNG_E_ARGUMENT, "the cut-off is no number of seconds above 0");
  for (size_t page = 0; page < count && items != NULL; ++page) {
    if (!(items[page] > 0) || isinf(items[page]))
      return rung__fail(error, RUNG_E_ARGUMENT, "the items of page %zu are not above 0", page + 1);
  }
  return RUNG_OK;
}

static void time_row(const struct rung__matrix *matrix, size_t row, const double *items,
                     double cutoff, double result[PACE_COUNT])
{
  struct rung__total sum = {0}, there = {0}, fast = {0};
  for (size_t page = 0; page < matrix->columns; ++page) {
    const double seconds = rung__matrix_column(matrix, page)[row], of = items ? items[page] : 1;
    if (isnan(seconds)) continue;
    rung__total_add(&sum, seconds);
    rung__total_add(&there, of);
    if (seconds < cutoff * of) rung__total_add(&fast, of);
  }
  const double whole = rung__total_of(&there);
  result[RUNG_PACE_SECONDS] = whole > 0 ? rung__total_of(&sum) / whole : NAN;
  result[RUNG_PACE_FAST] = whole > 0 ? rung__total_of(&fast) / whole : NAN;
}

rung_status rung_stats_pace(const rung_column *columns, size_t count, const double *items,
                            double cutoff, size_t each, double *out, size_t out_count,
                            rung_error *error)
{
  struct rung__matrix matrix;
  TRY(check_each(each, out, out_count, error));
  TRY(check_pages(items, count, cutoff, error));
  TRY(rung__matrix_read(&matrix, columns, count, error));
  const rung_status status = check_times(&matrix, error);
  if (status == RUNG_OK) {
    rung__out_clear(out, out_count);
    for (size_t row = 0; row < matrix.rows && row * each < out_count; ++row) {
      double result[PACE_COUNT];
      time_row(&matrix, row, items, cutoff, result);
      put_row(row, each, result, PACE_COUNT, out, out_count);
    }
  }
  rung__matrix_free(&matrix);
  return status;
}
