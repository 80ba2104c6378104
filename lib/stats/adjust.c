/* Adjusting p-values: each way on the sorted p-values, then put back in their places.
 * SPDX-License-Identifier: Apache-2.0 */
#include "stats/adjust.h"

#include <math.h>
#include <stdlib.h>

#include "base/array.h"
#include "base/fail.h"
#include "base/sort.h"
#include "stats/input.h"
#include "stats/output.h"

/* The ways work on `count` sorted p-values in place; `room` is as long. */

static void step_down(double *p, size_t count)
{
  double most = 0;
  for (size_t index = 0; index < count; ++index) {
    most = fmax(most, (double)(count - index) * p[index]);
    p[index] = fmin(1, most);
  }
}

static void step_up(double *p, size_t count)
{
  double least = 1;
  for (size_t index = count; index-- > 0;) {
    least = fmin(least, (double)(count - index) * p[index]);
    p[index] = least;
  }
}

static void rate(double *p, size_t count, double times)
{
  double least = 1;
  for (size_t index = count; index-- > 0;) {
    least = fmin(least, times * (double)count / (double)(index + 1) * p[index]);
    p[index] = least;
  }
}

static void multiply(double *p, size_t count)
{
  for (size_t index = 0; index < count; ++index)
    p[index] = fmin(1, (double)count * p[index]);
}

static double harmonic(size_t count)
{
  double sum = 0;
  for (size_t index = count; index > 0; --index)
    sum += 1 / (double)index;
  return sum;
}

/* Simes' p-value of the largest `size` - 1 of the p-values together with one that is below them all:
 * the least of size p / j over j = 2 to size. */
static double simes(const double *p, size_t count, size_t size)
{
  double least = INFINITY;
  for (size_t rank = 2; rank <= size; ++rank)
    least = fmin(least, (double)size * p[count - size + rank - 1] / (double)rank);
  return least;
}

/* Wright (1992), appendix: for each size of an intersection that holds a hypothesis, the largest of
 * Simes' p-values, which is that of the intersection with the largest other p-values. */
static void close_tests(double *p, size_t count, double *room)
{
  for (size_t index = 0; index < count; ++index)
    room[index] = p[index];
  for (size_t size = 1; size <= count; ++size) {
    const double others = simes(p, count, size), many = (double)size;
    const size_t within = count - size; /* from here on a p-value is one of the largest */
    const double largest = fmin(many * p[within], others);
    for (size_t index = 0; index < count; ++index)
      room[index] = fmax(room[index], index > within ? largest : fmin(many * p[index], others));
  }
  for (size_t index = 0; index < count; ++index)
    p[index] = fmin(1, room[index]);
}

static void adjust(double *p, size_t count, rung_adjust how, double *room)
{
  switch (how) {
  case RUNG_ADJUST_HOLM: step_down(p, count); return;
  case RUNG_ADJUST_HOCHBERG: step_up(p, count); return;
  case RUNG_ADJUST_HOMMEL: close_tests(p, count, room); return;
  case RUNG_ADJUST_BONFERRONI: multiply(p, count); return;
  case RUNG_ADJUST_BENJAMINI_HOCHBERG: rate(p, count, 1); return;
  case RUNG_ADJUST_BENJAMINI_YEKUTIELI: rate(p, count, harmonic(count)); return;
  }
}

/* How many there are: NaN stand last. */
static size_t present(const double *p, const size_t *order, size_t count)
{
  while (count > 0 && isnan(p[order[count - 1]]))
    --count;
  return count;
}

bool rung__adjust(const double *p, size_t count, rung_adjust how, double *out)
{
  size_t *order = rung__sort_order(p, count);
  double *sorted = count > SIZE_MAX / 2 ? NULL : rung__array_new(2 * count, sizeof *sorted);
  const bool room = order != NULL && sorted != NULL;
  if (room) {
    const size_t there = present(p, order, count);
    for (size_t index = 0; index < there; ++index)
      sorted[index] = p[order[index]];
    adjust(sorted, there, how, sorted + count);
    for (size_t index = 0; index < count; ++index)
      out[order[index]] = index < there ? sorted[index] : NAN;
  }
  free(sorted);
  free(order);
  return room;
}

/* How many p-values are there, each from 0 to 1. */
static rung_status check(const struct rung__matrix *matrix, size_t *there, rung_error *error)
{
  *there = 0;
  for (size_t row = 0; row < matrix->rows; ++row) {
    const double p = matrix->value[row];
    if (p < 0 || p > 1)
      return rung__fail_at(error, RUNG_E_ANSWERS, NULL, (int64_t)row + 1, 1,
                           "the p-value in row %zu is not from 0 to 1", row + 1);
    if (!isnan(p)) ++*there;
  }
  return RUNG_OK;
}

static rung_status settle(const struct rung__matrix *matrix, rung_adjust how,
                          const rung_settings *settings, rung_error *error)
{
  size_t there;
  TRY(check(matrix, &there, error));
  if (there == 0)
    return rung__fail(error, RUNG_E_NOT_ESTIMABLE, "there is no p-value: expected one or more");
  if (how == RUNG_ADJUST_HOMMEL &&
      (double)there * (double)there > rung_settings_get(settings, RUNG_SETTING_WORK))
    return rung__fail(
        error, RUNG_E_LIMIT,
        "Hommel's way takes more steps with %zu p-values than RUNG_SETTING_WORK allows: "
        "expected fewer, or Hochberg's",
        there);
  return rung__adjust(matrix->value, matrix->rows, how, matrix->value) ? RUNG_OK
                                                                       : rung__fail_memory(error);
}

rung_status rung_stats_adjust(const rung_column *p, rung_adjust how, const rung_settings *settings,
                              double *out, size_t out_count, rung_error *error)
{
  struct rung__matrix matrix;
  TRY(rung__out_check(out, out_count, error));
  if ((int)how < RUNG_ADJUST_HOLM || (int)how > RUNG_ADJUST_BENJAMINI_YEKUTIELI)
    return rung__fail(error, RUNG_E_ARGUMENT, "%d is no rung_adjust", (int)how);
  TRY(rung__matrix_read(&matrix, p, 1, error));
  const rung_status status = settle(&matrix, how, settings, error);
  if (status == RUNG_OK || status == RUNG_E_NOT_ESTIMABLE)
    rung__out_put(out, out_count, matrix.value, matrix.rows);
  rung__matrix_free(&matrix);
  return status;
}
