/* Light's kappa: the mean of Cohen's over all pairs of raters.
 * SPDX-License-Identifier: Apache-2.0 */
#include <math.h>
#include <stdlib.h>

#include "base/array.h"
#include "base/fail.h"
#include "stats/levels.h"
#include "stats/output.h"
#include "stats/raters.h"

enum { RESULTS = RUNG_KAPPA_LIGHT_N + 1 };

/* The room of one call, and what it tells of a pair. */
struct task {
  struct rung__ratings ratings;
  double *weight, *count, *room;
};

static bool find_kappa(const struct task *task, size_t a, size_t b, double *kappa)
{
  const struct rung__ratings *ratings = &task->ratings;
  const size_t k = ratings->levels;
  double result[RUNG_KAPPA_LEVELS + 1];
  for (size_t index = 0; index < k * k; ++index)
    task->count[index] = 0;
  for (size_t row = 0; row < ratings->rows; ++row) {
    const uint32_t first = rung__ratings_get(ratings, a, row);
    const uint32_t second = rung__ratings_get(ratings, b, row);
    if (first != RUNG__NO_LEVEL && second != RUNG__NO_LEVEL) ++task->count[first * k + second];
  }
  const struct rung__kappa table = {k, task->count, task->weight, 0.95};
  if (!rung__kappa(&table, task->room, result)) return false;
  *kappa = result[RUNG_KAPPA_KAPPA];
  return true;
}

/* Rows with two ratings or more. */
static double count_rows(const struct rung__ratings *ratings)
{
  double rows = 0;
  for (size_t row = 0; row < ratings->rows; ++row) {
    size_t there = 0;
    for (size_t rater = 0; rater < ratings->raters; ++rater)
      if (rung__ratings_get(ratings, rater, row) != RUNG__NO_LEVEL) ++there;
    if (there >= 2) ++rows;
  }
  return rows;
}

static void find_all(const struct task *task, double result[RESULTS])
{
  double sum = 0, pairs = 0, least = INFINITY, most = -INFINITY;
  rung__out_clear(result, RESULTS);
  for (size_t a = 0; a < task->ratings.raters; ++a) {
    for (size_t b = a + 1; b < task->ratings.raters; ++b) {
      double kappa;
      if (!find_kappa(task, a, b, &kappa)) continue;
      sum += kappa;
      ++pairs;
      least = fmin(least, kappa);
      most = fmax(most, kappa);
    }
  }
  result[RUNG_KAPPA_LIGHT_PAIRS] = pairs;
  result[RUNG_KAPPA_LIGHT_N] = count_rows(&task->ratings);
  if (pairs == 0) return;
  result[RUNG_KAPPA_LIGHT_KAPPA] = sum / pairs;
  result[RUNG_KAPPA_LIGHT_LEAST] = least;
  result[RUNG_KAPPA_LIGHT_MOST] = most;
}

static rung_status run(struct task *task, rung_rater_weights weights, double *out, size_t out_count,
                       rung_error *error)
{
  const size_t k = task->ratings.levels;
  double result[RESULTS];
  TRY(rung__rater_weights(&task->weight, k, weights, error));
  task->count = rung__array_new(k * k, sizeof *task->count);
  task->room = rung__array_new(k * 4, sizeof *task->room);
  if (task->count == NULL || task->room == NULL) return rung__fail_memory(error);
  find_all(task, result);
  rung__out_put(out, out_count, result, RESULTS);
  if (result[RUNG_KAPPA_LIGHT_PAIRS] > 0) return RUNG_OK;
  return rung__fail(error, RUNG_E_NOT_ESTIMABLE, "no pair of raters has a kappa");
}

rung_status rung_stats_kappa_light(const rung_column *raters, size_t count,
                                   const rung_column *levels, rung_rater_weights weights,
                                   rung_missing missing, double *out, size_t out_count,
                                   rung_error *error)
{
  struct rung__matrix matrix;
  struct task task = {0};
  TRY(rung__out_check(out, out_count, error));
  TRY(rung__raters_check(count, error));
  TRY(rung__matrix_read(&matrix, raters, count, error));
  rung_status status = rung__matrix_settle(&matrix, NULL, missing, error);
  if (status == RUNG_OK) status = rung__ratings_make(&task.ratings, &matrix, levels, error);
  rung__matrix_free(&matrix);
  if (status == RUNG_OK) status = run(&task, weights, out, out_count, error);
  rung__ratings_free(&task.ratings);
  free(task.weight);
  free(task.count);
  free(task.room);
  return status;
}
