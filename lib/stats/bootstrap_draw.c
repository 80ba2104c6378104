/* Rows drawn with replacement, as counts of sorted values; the mean, median or spread of each draw.
 * SPDX-License-Identifier: Apache-2.0 */
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include "base/array.h"
#include "base/fail.h"
#include "base/random.h"
#include "base/sort.h"
#include "stats/bootstrap.h"
#include "stats/input.h"
#include "stats/moments.h"
#include "stats/output.h"

/* The value at a place, from 0, of sorted values that each count so often. */
static double value_at(const double *value, const double *often, size_t count, double place)
{
  size_t index = 0;
  for (double seen = often[0]; seen <= place && index + 1 < count; seen += often[index])
    ++index;
  return value[index];
}

/* The statistic of sorted values; often[i] rows have value i, `rows` in all. */
static double statistic(rung_replicated which, const double *value, const double *often,
                        size_t count, double rows)
{
  if (which == RUNG_REPLICATED_MEDIAN)
    return (value_at(value, often, count, floor((rows - 1) / 2)) +
            value_at(value, often, count, floor(rows / 2))) /
           2;
  struct rung__moments moments;
  rung__moments(&moments, value, often, count);
  return which == RUNG_REPLICATED_MEAN ? moments.mean : sqrt(moments.power[2] / (rows - 1));
}

/* The arrays of one run. */
struct run {
  double *value; /* sorted, without NaN */
  size_t rows;
  double *often, *jackknife, *replicate;
};

/* The statistic of sorted values without one of them: what leaving out a distance d takes away is d / (n - 1)
 * of the mean and d^2 n / (n - 1) of the sum of squares. */
static double without(const struct run *run, rung_replicated which, size_t left,
                      const struct rung__moments *moments)
{
  const double rows = (double)run->rows, off = run->value[left] - moments->mean;
  if (which == RUNG_REPLICATED_MEAN) return moments->mean - off / (rows - 1);
  if (which == RUNG_REPLICATED_SD)
    return sqrt(fmax(0, moments->power[2] - off * off * rows / (rows - 1)) / (rows - 2));
  const size_t low = (run->rows - 2) / 2, high = (run->rows - 1) / 2;
  return (run->value[low + (low >= left)] + run->value[high + (high >= left)]) / 2;
}

static void leave_out(struct run *run, rung_replicated which)
{
  struct rung__moments moments;
  rung__moments(&moments, run->value, NULL, run->rows);
  for (size_t row = 0; row < run->rows; ++row)
    run->jackknife[row] = without(run, which, row, &moments);
}

static void draw(struct run *run, rung_replicated which, uint64_t seed, size_t replicates)
{
  for (size_t replicate = 0; replicate < replicates; ++replicate) {
    struct rung__draw place = {.seed = seed, .replicate = (uint32_t)replicate};
    for (size_t row = 0; row < run->rows; ++row)
      run->often[row] = 0;
    for (size_t row = 0; row < run->rows; ++row) {
      place.index = (uint32_t)row;
      run->often[rung__random_below(&place, run->rows)] += 1;
    }
    run->replicate[replicate] = statistic(which, run->value, run->often, run->rows,
                                          (double)run->rows);
  }
}

static bool make_room(struct run *run, size_t replicates)
{
  run->often = rung__array_new(run->rows, sizeof *run->often);
  run->jackknife = rung__array_new(run->rows, sizeof *run->jackknife);
  run->replicate = rung__array_new(replicates, sizeof *run->replicate);
  return run->often != NULL && run->jackknife != NULL && run->replicate != NULL;
}

static rung_status replicate(struct run *run, rung_replicated which, const rung_settings *settings,
                             double result[RUNG__BOOTSTRAP_COUNT], rung_error *error)
{
  const size_t replicates = (size_t)rung_settings_get(settings, RUNG_SETTING_REPLICATES);
  if (!make_room(run, replicates)) return rung__fail_memory(error);
  leave_out(run, which);
  for (size_t row = 0; row < run->rows; ++row)
    run->often[row] = 1;
  const double estimate = statistic(which, run->value, run->often, run->rows, (double)run->rows);
  if (!isfinite(estimate))
    return rung__fail(error, RUNG_E_NOT_ESTIMABLE, "the values are too large to sum");
  draw(run, which, (uint64_t)rung_settings_get(settings, RUNG_SETTING_SEED), replicates);
  rung__sort(run->replicate, replicates);
  rung__bootstrap(estimate, run->replicate, replicates,
                  rung__acceleration(estimate, run->jackknife, run->rows),
                  rung_settings_get(settings, RUNG_SETTING_CONFIDENCE), result);
  return RUNG_OK;
}

rung_status rung_stats_bootstrap(const rung_column *column, rung_replicated which,
                                 const rung_settings *settings, double *out, size_t out_count,
                                 rung_error *error)
{
  struct rung__matrix matrix;
  double result[RUNG__BOOTSTRAP_COUNT];
  TRY(rung__out_check(out, out_count, error));
  if (which < RUNG_REPLICATED_MEAN || which > RUNG_REPLICATED_SD)
    return rung__fail(error, RUNG_E_ARGUMENT, "%d is no rung_replicated", (int)which);
  TRY(rung__matrix_read(&matrix, column, 1, error));
  rung__out_clear(result, RUNG__BOOTSTRAP_COUNT);
  rung__sort(matrix.value, matrix.rows);
  struct run run = {.value = matrix.value};
  while (run.rows < matrix.rows && !isnan(matrix.value[run.rows]))
    ++run.rows;
  result[RUNG_BOOTSTRAP_N] = (double)run.rows;
  rung_status status = RUNG_OK;
  if (run.rows < 2)
    status = rung__fail(error, RUNG_E_NOT_ESTIMABLE, "%zu values: two are needed", run.rows);
  else
    status = replicate(&run, which, settings, result, error);
  if (status == RUNG_OK || status == RUNG_E_NOT_ESTIMABLE)
    rung__out_put(out, out_count, result, RUNG__BOOTSTRAP_COUNT);
  free(run.often);
  free(run.jackknife);
  free(run.replicate);
  rung__matrix_free(&matrix);
  return status;
}
