/* Krippendorff's alpha, by counts of values: no matrix of coincidences is kept.
 * SPDX-License-Identifier: Apache-2.0 */
#include <math.h>
#include <stdlib.h>

#include "base/array.h"
#include "base/fail.h"
#include "base/sort.h"
#include "stats/levels.h"
#include "stats/output.h"

enum { RESULTS = RUNG_KRIPPENDORFF_VALUES + 1 };

struct task {
  struct rung__matrix matrix;
  struct rung__levels levels;
  rung_rater_metric metric;
  double *count;  /* how often each value is paired */
  double *middle; /* how many paired values lie below, with half of its own: ranks */
  double *unit;   /* the values of one unit */
  double units, paired;
};

/* The difference of two values by their places; 0 for the same. */
static double differ(const struct task *task, size_t a, size_t b)
{
  const double c = task->levels.value[a], k = task->levels.value[b];
  double apart = 0;
  switch (task->metric) {
  case RUNG_RATER_METRIC_NOMINAL: apart = a == b ? 0 : 1; break;
  /* sum of n_g from c to k without half of either end */
  case RUNG_RATER_METRIC_ORDINAL: apart = task->middle[b] - task->middle[a]; break;
  case RUNG_RATER_METRIC_INTERVAL: apart = k - c; break;
  case RUNG_RATER_METRIC_RATIO: apart = a == b ? 0 : (k - c) / (k + c); break;
  }
  return apart * apart;
}

/* The values of a unit, sorted; how many. */
static size_t gather(const struct task *task, size_t row)
{
  size_t count = 0;
  for (size_t rater = 0; rater < task->matrix.columns; ++rater) {
    const double value = rung__matrix_column(&task->matrix, rater)[row];
    if (!isnan(value)) task->unit[count++] = value;
  }
  rung__sort(task->unit, count);
  return count;
}

static void count_values(struct task *task)
{
  for (size_t row = 0; row < task->matrix.rows; ++row) {
    const size_t count = gather(task, row);
    if (count < 2) continue;
    ++task->units;
    task->paired += (double)count;
    for (size_t index = 0; index < count; ++index)
      ++task->count[rung__levels_place(&task->levels, task->unit[index])];
  }
  double below = 0;
  for (size_t level = 0; level < task->levels.count; ++level) {
    task->middle[level] = below + task->count[level] / 2;
    below += task->count[level];
  }
}

/* How often the value at a place of the sorted unit comes. */
static size_t run_length(const double *value, size_t count, size_t index)
{
  size_t end = index + 1;
  while (end < count && value[end] == value[index])
    ++end;
  return end - index;
}

/* The differences of all unordered pairs of a unit: over its distinct values, d^2 steps for d. */
static double unit_difference(const struct task *task, size_t count)
{
  double sum = 0;
  for (size_t a = 0; a < count;) {
    const size_t many = run_length(task->unit, count, a);
    const size_t place = rung__levels_place(&task->levels, task->unit[a]);
    for (size_t b = a + many; b < count;) {
      const size_t others = run_length(task->unit, count, b);
      sum += (double)many * (double)others *
             differ(task, place, rung__levels_place(&task->levels, task->unit[b]));
      b += others;
    }
    a += many;
  }
  return sum;
}

static double observe(const struct task *task)
{
  double sum = 0;
  for (size_t row = 0; row < task->matrix.rows; ++row) {
    const size_t count = gather(task, row);
    if (count >= 2) sum += 2 * unit_difference(task, count) / (double)(count - 1);
  }
  return sum / task->paired;
}

static double expect(const struct task *task)
{
  double sum = 0;
  for (size_t a = 0; a < task->levels.count; ++a) {
    double part = 0;
    for (size_t b = a + 1; b < task->levels.count; ++b)
      if (task->count[b] > 0) part += task->count[b] * differ(task, a, b);
    if (task->count[a] > 0) sum += task->count[a] * part;
  }
  return 2 * sum / (task->paired * (task->paired - 1));
}

static rung_status tell(struct task *task, double *out, size_t out_count, rung_error *error)
{
  double result[RESULTS];
  rung__out_clear(result, RESULTS);
  count_values(task);
  result[RUNG_KRIPPENDORFF_PAIRED] = task->paired;
  result[RUNG_KRIPPENDORFF_UNITS] = task->units;
  result[RUNG_KRIPPENDORFF_VALUES] = 0;
  for (size_t level = 0; level < task->levels.count; ++level)
    if (task->count[level] > 0) ++result[RUNG_KRIPPENDORFF_VALUES];
  if (task->units > 0) {
    result[RUNG_KRIPPENDORFF_OBSERVED] = observe(task);
    result[RUNG_KRIPPENDORFF_EXPECTED] = expect(task);
  }
  const double expected = result[RUNG_KRIPPENDORFF_EXPECTED];
  const bool fine = expected > 0 && isfinite(expected);
  if (fine) result[RUNG_KRIPPENDORFF_ALPHA] = 1 - result[RUNG_KRIPPENDORFF_OBSERVED] / expected;
  rung__out_put(out, out_count, result, RESULTS);
  if (fine) return RUNG_OK;
  return rung__fail(error, RUNG_E_NOT_ESTIMABLE,
                    !(task->units > 0)    ? "no unit has two ratings"
                    : !isfinite(expected) ? "ratings are too large for their differences"
                                          : "all ratings are the same: no difference could be "
                                            "expected");
}

static rung_status check_ratio(const struct task *task, rung_error *error)
{
  for (size_t index = 0; index < task->matrix.rows * task->matrix.columns; ++index)
    if (task->matrix.value[index] < 0)
      return rung__fail_at(error, RUNG_E_ANSWERS, NULL, (int64_t)(index % task->matrix.rows) + 1,
                           (int64_t)(index / task->matrix.rows) + 1,
                           "a rating is below 0, which a ratio does not allow");
  return RUNG_OK;
}

static rung_status prepare(struct task *task, double work, rung_error *error)
{
  if (task->metric == RUNG_RATER_METRIC_RATIO) TRY(check_ratio(task, error));
  TRY(rung__levels_observe(&task->levels, &task->matrix, error));
  const double values = (double)task->levels.count;
  if (values * values / 2 > work)
    return rung__fail(error, RUNG_E_LIMIT,
                      "%zu values have more pairs than RUNG_SETTING_WORK allows",
                      task->levels.count);
  task->count = rung__array_new(task->levels.count, sizeof *task->count);
  task->middle = rung__array_new(task->levels.count, sizeof *task->middle);
  task->unit = rung__array_new(task->matrix.columns, sizeof *task->unit);
  if (task->count == NULL || task->middle == NULL || task->unit == NULL)
    return rung__fail_memory(error);
  return RUNG_OK;
}

rung_status rung_stats_krippendorff(const rung_column *raters, size_t count,
                                    rung_rater_metric metric, const rung_settings *settings,
                                    double *out, size_t out_count, rung_error *error)
{
  struct task task = {.metric = metric};
  TRY(rung__out_check(out, out_count, error));
  TRY(rung__raters_check(count, error));
  if ((int)metric < RUNG_RATER_METRIC_NOMINAL || (int)metric > RUNG_RATER_METRIC_RATIO)
    return rung__fail(error, RUNG_E_ARGUMENT, "%d is no rung_rater_metric", (int)metric);
  TRY(rung__matrix_read(&task.matrix, raters, count, error));
  rung_status status = prepare(&task, rung_settings_get(settings, RUNG_SETTING_WORK), error);
  if (status == RUNG_OK) status = tell(&task, out, out_count, error);
  rung__matrix_free(&task.matrix);
  rung__levels_free(&task.levels);
  free(task.count);
  free(task.middle);
  free(task.unit);
  return status;
}
