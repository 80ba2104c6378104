/* Gwet's AC1 and AC2, for any number of raters and with gaps.
 * SPDX-License-Identifier: Apache-2.0 */
#include <math.h>
#include <stdlib.h>

#include <rung/stats/distribution.h>

#include "base/array.h"
#include "base/fail.h"
#include "stats/levels.h"
#include "stats/output.h"

enum { RESULTS = RUNG_GWET_LEVELS + 1 };

struct task {
  struct rung__ratings ratings;
  double *weight;
  double *share;     /* pi_k */
  double *count;     /* r_ik of one unit */
  double *agreement; /* p_a of each unit; NaN: one rating */
  double *chance;    /* p_e of each unit; NaN: none */
  double units, paired;
};

/* The counts of a unit per level; how many ratings it has. */
static double count_unit(const struct task *task, size_t row)
{
  double ratings = 0;
  for (size_t level = 0; level < task->ratings.levels; ++level)
    task->count[level] = 0;
  for (size_t rater = 0; rater < task->ratings.raters; ++rater) {
    const uint32_t place = rung__ratings_get(&task->ratings, rater, row);
    if (place == RUNG__NO_LEVEL) continue;
    ++task->count[place];
    ++ratings;
  }
  return ratings;
}

static double unit_agreement(const struct task *task, double ratings)
{
  const size_t k = task->ratings.levels;
  double sum = 0;
  for (size_t i = 0; i < k; ++i) {
    if (task->count[i] == 0) continue;
    double weighted = 0;
    for (size_t j = 0; j < k; ++j)
      weighted += task->weight[i * k + j] * task->count[j];
    sum += task->count[i] * (weighted - 1);
  }
  return sum / (ratings * (ratings - 1));
}

/* Agreement of each unit, and shares of levels. */
static void first_pass(struct task *task)
{
  for (size_t row = 0; row < task->ratings.rows; ++row) {
    const double ratings = count_unit(task, row);
    task->agreement[row] = ratings >= 2 ? unit_agreement(task, ratings) : NAN;
    if (ratings >= 2) ++task->paired;
    if (ratings == 0) continue;
    ++task->units;
    for (size_t level = 0; level < task->ratings.levels; ++level)
      task->share[level] += task->count[level] / ratings;
  }
  for (size_t level = 0; level < task->ratings.levels; ++level)
    task->share[level] /= task->units;
}

/* T / (K (K - 1)) */
static double chance_scale(const struct task *task)
{
  const size_t k = task->ratings.levels;
  double sum = 0;
  for (size_t index = 0; index < k * k; ++index)
    sum += task->weight[index];
  return sum / ((double)k * ((double)k - 1));
}

/* Chance of each unit, by its own levels. */
static void second_pass(struct task *task, double scale)
{
  for (size_t row = 0; row < task->ratings.rows; ++row) {
    const double ratings = count_unit(task, row);
    double sum = 0;
    for (size_t level = 0; level < task->ratings.levels; ++level)
      sum += (1 - task->share[level]) * task->count[level];
    task->chance[row] = ratings > 0 ? scale * sum / ratings : NAN;
  }
}

static void find_error(const struct task *task, double confidence, double result[RESULTS])
{
  const double ac = result[RUNG_GWET_AC], chance = result[RUNG_GWET_CHANCE];
  const double units = task->units, ratio = units / task->paired;
  double sum = 0;
  if (units < 2) return;
  for (size_t row = 0; row < task->ratings.rows; ++row) {
    if (isnan(task->chance[row])) continue;
    const double own = isnan(task->agreement[row])
                           ? 0
                           : ratio * (task->agreement[row] - chance) / (1 - chance);
    const double rest = own - 2 * (1 - ac) * (task->chance[row] - chance) / (1 - chance) - ac;
    sum += rest * rest;
  }
  result[RUNG_GWET_SE] = sqrt(sum / (units * (units - 1)));
  const double reach = rung_stats_t_quantile((1 + confidence) / 2, units - 1) *
                       result[RUNG_GWET_SE];
  result[RUNG_GWET_LOW] = ac - reach;
  result[RUNG_GWET_HIGH] = ac + reach;
}

static double mean_agreement(const struct task *task)
{
  double sum = 0;
  for (size_t row = 0; row < task->ratings.rows; ++row)
    if (!isnan(task->agreement[row])) sum += task->agreement[row];
  return sum / task->paired;
}

static double mean_chance(const struct task *task, double scale)
{
  double sum = 0;
  for (size_t level = 0; level < task->ratings.levels; ++level)
    sum += task->share[level] * (1 - task->share[level]);
  return scale * sum;
}

static rung_status tell(struct task *task, double confidence, double *out, size_t out_count,
                        rung_error *error)
{
  double result[RESULTS];
  rung__out_clear(result, RESULTS);
  first_pass(task);
  result[RUNG_GWET_N] = task->units;
  result[RUNG_GWET_PAIRED] = task->paired;
  result[RUNG_GWET_LEVELS] = (double)task->ratings.levels;
  if (task->paired > 0) result[RUNG_GWET_AGREEMENT] = mean_agreement(task);
  const bool fine = task->paired > 0 && task->ratings.levels > 1;
  if (fine) {
    const double scale = chance_scale(task), chance = mean_chance(task, scale);
    second_pass(task, scale);
    result[RUNG_GWET_CHANCE] = chance;
    result[RUNG_GWET_AC] = (result[RUNG_GWET_AGREEMENT] - chance) / (1 - chance);
    find_error(task, confidence, result);
  }
  rung__out_put(out, out_count, result, RESULTS);
  if (fine) return RUNG_OK;
  return rung__fail(error, RUNG_E_NOT_ESTIMABLE,
                    task->paired > 0 ? "there is one level only" : "no unit has two ratings");
}

static rung_status run(struct task *task, rung_rater_weights weights, double confidence,
                       double *out, size_t out_count, rung_error *error)
{
  TRY(rung__rater_weights(&task->weight, task->ratings.levels, weights, error));
  task->share = rung__array_new(task->ratings.levels, sizeof *task->share);
  task->count = rung__array_new(task->ratings.levels, sizeof *task->count);
  task->agreement = rung__array_new(task->ratings.rows, sizeof *task->agreement);
  task->chance = rung__array_new(task->ratings.rows, sizeof *task->chance);
  if (task->share == NULL || task->count == NULL || task->agreement == NULL || task->chance == NULL)
    return rung__fail_memory(error);
  return tell(task, confidence, out, out_count, error);
}

rung_status rung_stats_gwet(const rung_column *raters, size_t count, const rung_column *levels,
                            rung_rater_weights weights, const rung_settings *settings, double *out,
                            size_t out_count, rung_error *error)
{
  struct rung__matrix matrix;
  struct task task = {0};
  TRY(rung__out_check(out, out_count, error));
  TRY(rung__raters_check(count, error));
  TRY(rung__matrix_read(&matrix, raters, count, error));
  rung_status status = rung__ratings_make(&task.ratings, &matrix, levels, error);
  rung__matrix_free(&matrix);
  if (status == RUNG_OK)
    status = run(&task, weights, rung_settings_get(settings, RUNG_SETTING_CONFIDENCE), out,
                 out_count, error);
  rung__ratings_free(&task.ratings);
  free(task.weight);
  free(task.share);
  free(task.count);
  free(task.agreement);
  free(task.chance);
  return status;
}
