/* Agreement of the groups of a column, over one or more columns of answers.
 * SPDX-License-Identifier: Apache-2.0 */
#include <math.h>
#include <stdlib.h>

#include "base/array.h"
#include "base/fail.h"
#include "stats/agreement.h"
#include "stats/bundles.h"
#include "stats/output.h"

enum { RESULTS = RUNG_AGREEMENT_HIGH + 1 };

/* What the groups of one call have in common. */
struct task {
  struct rung__matrix matrix;
  struct rung__bundles groups;
  double low, high, null_variance[RUNG__NULLS];
  size_t points, each;
  struct rung__agreement_draws draws; /* replicates 0: no limits */
  double *value, *count, *room, *result;
};

static rung_status check_scale(const struct rung__matrix *matrix, double low, double high,
                               rung_error *error)
{
  for (size_t column = 0; column < matrix->columns; ++column) {
    const double *value = rung__matrix_column(matrix, column);
    for (size_t row = 0; row < matrix->rows; ++row) {
      if (value[row] < low || value[row] > high)
        return rung__fail_at(error, RUNG_E_ANSWERS, NULL, (int64_t)row + 1, (int64_t)column + 1,
                             "row %zu of column %zu is off the scale", row + 1, column + 1);
    }
  }
  return RUNG_OK;
}

/* How many columns have a value in a row. */
static size_t answered(const struct rung__matrix *matrix, size_t row)
{
  size_t count = 0;
  for (size_t column = 0; column < matrix->columns; ++column)
    if (!isnan(rung__matrix_column(matrix, column)[row])) ++count;
  return count;
}

/* Takes rows that do not count out of their groups. */
static void drop_rows(const struct rung__matrix *matrix, struct rung__codes *codes,
                      rung_missing missing)
{
  const size_t wanted = missing == RUNG_MISSING_PAIRWISE ? 1 : matrix->columns;
  for (size_t row = 0; row < matrix->rows; ++row)
    if (answered(matrix, row) < wanted) codes->code[row] = RUNG__NO_CODE;
}

static rung_status read_groups(struct task *task, const rung_column *groups, rung_missing missing,
                               rung_error *error)
{
  struct rung__codes codes;
  TRY(rung__codes_read(&codes, groups, task->matrix.rows, error));
  drop_rows(&task->matrix, &codes, missing);
  const bool made = rung__bundles_make(&task->groups, &codes);
  rung__codes_free(&codes);
  return made ? RUNG_OK : rung__fail_memory(error);
}

/* The answers of a group to one item, brought together; how many there are. */
static size_t gather(struct task *task, size_t group, size_t column)
{
  const double *value = rung__matrix_column(&task->matrix, column);
  size_t count = 0;
  for (size_t index = task->groups.start[group]; index < task->groups.start[group + 1]; ++index) {
    const double one = value[task->groups.row[index]];
    if (!isnan(one)) task->value[count++] = one;
  }
  return count;
}

/* Counts per point; false where a value is between points. */
static bool count_points(struct task *task, size_t count)
{
  for (size_t point = 0; point < task->points; ++point)
    task->count[point] = 0;
  for (size_t index = 0; index < count; ++index) {
    const double step = task->value[index] - task->low;
    if (step != floor(step)) return false;
    ++task->count[(size_t)step];
  }
  return true;
}

/* Sums over items, of which only those with two answers count; a_wg only where it is defined. */
struct totals {
  double items, awg_items, answered_items;
  double awg, variance, deviation, around_mean, around_median, mean;
};

static void add_item(struct totals *totals, const struct rung__spread *spread, double low,
                     double high)
{
  if (spread->count > 0) {
    totals->mean += spread->mean;
    ++totals->answered_items;
  }
  if (isnan(spread->variance)) return;
  const double awg = rung__awg(spread, low, high);
  ++totals->items;
  totals->variance += spread->variance;
  totals->deviation += sqrt(spread->variance);
  totals->around_mean += spread->around_mean;
  totals->around_median += spread->around_median;
  if (isnan(awg)) return;
  ++totals->awg_items;
  totals->awg += awg;
}

/* The mean of what was summed; NaN for nothing. */
static double mean_of(double sum, double count)
{
  return count > 0 ? sum / count : NAN;
}

static void tell(const struct task *task, const struct totals *totals, double result[RESULTS])
{
  const double variance = mean_of(totals->variance, totals->items);
  for (size_t null = 0; null < RUNG__NULLS; ++null) {
    result[RUNG_AGREEMENT_RWG_UNIFORM + null] = rung__rwg(variance, task->null_variance[null],
                                                          totals->items);
    result[RUNG_AGREEMENT_STAR_UNIFORM + null] = rung__rwg_star(variance,
                                                                task->null_variance[null]);
  }
  result[RUNG_AGREEMENT_AWG] = mean_of(totals->awg, totals->awg_items);
  result[RUNG_AGREEMENT_AD_MEAN] = mean_of(totals->around_mean, totals->items);
  result[RUNG_AGREEMENT_AD_MEDIAN] = mean_of(totals->around_median, totals->items);
  result[RUNG_AGREEMENT_SD] = mean_of(totals->deviation, totals->items);
  result[RUNG_AGREEMENT_VARIANCE] = variance;
  result[RUNG_AGREEMENT_MEAN] = mean_of(totals->mean, totals->answered_items);
}

static void measure(struct task *task, size_t group, double result[RESULTS])
{
  struct totals totals = {0};
  size_t count = 0;
  for (size_t column = 0; column < task->matrix.columns; ++column) {
    struct rung__spread spread;
    count = gather(task, group, column);
    rung__spread_of_values(&spread, task->value, count);
    add_item(&totals, &spread, task->low, task->high);
  }
  rung__out_clear(result, RESULTS);
  tell(task, &totals, result);
  result[RUNG_AGREEMENT_N] = (double)rung__bundles_size(&task->groups, group);
  task->draws.group = (uint32_t)group;
  if (task->draws.replicates > 0 && task->matrix.columns == 1 && count >= 2 &&
      count_points(task, count))
    rung__agreement_interval(task->count, task->points,
                             task->null_variance[RUNG_AGREEMENT_NULL_UNIFORM], &task->draws,
                             task->room, result + RUNG_AGREEMENT_LOW);
}

/* All groups into task->result[group * each + which]; false: no group has a variance. */
static bool measure_all(struct task *task)
{
  bool any = false;
  for (size_t group = 0; group < task->groups.count; ++group) {
    double result[RESULTS];
    measure(task, group, result);
    any |= !isnan(result[RUNG_AGREEMENT_VARIANCE]);
    rung__out_put(task->result + group * task->each, task->each, result, RESULTS);
  }
  return any;
}

/* Limits are drawn only where they are asked for. */
static rung_status ask_draws(struct task *task, const rung_settings *settings, rung_error *error)
{
  if (task->matrix.columns != 1 || task->each <= RUNG_AGREEMENT_LOW) return RUNG_OK;
  const double replicates = rung_settings_get(settings, RUNG_SETTING_REPLICATES);
  const double steps = replicates * (double)task->points * (double)task->groups.count;
  if (steps > rung_settings_get(settings, RUNG_SETTING_WORK))
    return rung__fail(
        error, RUNG_E_LIMIT,
        "the limits of %zu groups take more draws than RUNG_SETTING_WORK allows: raise "
        "it, draw fewer replicates, or ask for no limits",
        task->groups.count);
  task->draws = (struct rung__agreement_draws){
      (uint64_t)rung_settings_get(settings, RUNG_SETTING_SEED), (uint32_t)replicates, 0,
      rung_settings_get(settings, RUNG_SETTING_CONFIDENCE)};
  return RUNG_OK;
}

static rung_status make_room(struct task *task, rung_error *error)
{
  task->value = rung__array_new(task->matrix.rows, sizeof *task->value);
  task->count = rung__array_new(task->points, sizeof *task->count);
  task->room = rung__array_new(task->draws.replicates, sizeof *task->room);
  task->result = task->each > SIZE_MAX / (task->groups.count + 1)
                     ? NULL
                     : rung__array_new(task->groups.count * task->each, sizeof *task->result);
  const bool made = task->value != NULL && task->count != NULL && task->room != NULL &&
                    task->result != NULL;
  return made ? RUNG_OK : rung__fail_memory(error);
}

static void free_task(struct task *task)
{
  rung__matrix_free(&task->matrix);
  rung__bundles_free(&task->groups);
  free(task->value);
  free(task->count);
  free(task->room);
  free(task->result);
}

static rung_status settle(struct task *task, const rung_column *groups, rung_missing missing,
                          rung_error *error)
{
  if (missing != RUNG_MISSING_LISTWISE)
    TRY(rung__matrix_settle(&task->matrix, NULL, missing, error));
  TRY(check_scale(&task->matrix, task->low, task->high, error));
  return read_groups(task, groups, missing, error);
}

static rung_status run(struct task *task, const rung_settings *settings, double *out,
                       size_t out_count, rung_error *error)
{
  TRY(ask_draws(task, settings, error));
  TRY(make_room(task, error));
  const bool any = measure_all(task);
  rung__out_put(out, out_count, task->result, task->groups.count * task->each);
  if (any) return RUNG_OK;
  return rung__fail(error, RUNG_E_NOT_ESTIMABLE,
                    "no group has two rows with values: agreement needs two or more");
}

rung_status rung_stats_agreement(const rung_column *values, size_t value_count,
                                 const rung_column *groups, double low, double high,
                                 rung_missing missing, const rung_settings *settings, size_t each,
                                 double *out, size_t out_count, rung_error *error)
{
  struct task task = {.low = low, .high = high, .each = each};
  TRY(rung__out_check(out, out_count, error));
  if (each == 0) return rung__fail(error, RUNG_E_ARGUMENT, "each is 0: expected 1 or more");
  TRY(rung__agreement_scale(low, high, error));
  task.points = (size_t)(high - low) + 1;
  rung__agreement_nulls(low, high, task.null_variance);
  TRY(rung__matrix_read(&task.matrix, values, value_count, error));
  rung_status status = settle(&task, groups, missing, error);
  if (status == RUNG_OK) status = run(&task, settings, out, out_count, error);
  free_task(&task);
  return status;
}
