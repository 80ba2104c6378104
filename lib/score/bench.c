/* Making and freeing the bench.
 * SPDX-License-Identifier: Apache-2.0 */
#include "score/bench.h"

#include <stdlib.h>

#include "base/array.h"

static bool fill(struct rung__bench *bench, const rung_model *model)
{
  bool made = true;

  bench->shares = rung__array_new((size_t)RUNG__LEVELS_MAX * RUNG__BLOCK, sizeof *bench->shares);
  bench->share = rung__array_new(RUNG__LEVELS_MAX, sizeof *bench->share);
  bench->votes = rung__array_new(RUNG__BLOCK, sizeof *bench->votes);
  bench->nobody = rung__array_new(RUNG__BLOCK, sizeof *bench->nobody);
  bench->outlook = rung__array_new(RUNG__BLOCK, sizeof *bench->outlook);
  bench->actions = rung__array_new(RUNG__BLOCK, sizeof *bench->actions);
  bench->outlooks = rung__array_new(model->reading_count * RUNG__BLOCK, sizeof *bench->outlooks);
  bench->reading_outlook = rung__array_new(model->reading_count, sizeof *bench->reading_outlook);
  bench->state = rung__array_new(RUNG__BLOCK, sizeof *bench->state);
  bench->marks = rung__array_new(RUNG__BLOCK, sizeof *bench->marks);
  bench->reading_state = rung__array_new(model->reading_count, sizeof *bench->reading_state);
  for (size_t end = 0; end < RUNG__ENDS; end++) {
    bench->reached[end] = rung__array_new(model->reading_count, sizeof *bench->reached[end]);
    bench->acts[end] = rung__array_new(RUNG__BLOCK, sizeof *bench->acts[end]);
    made = made && bench->reached[end] != NULL && bench->acts[end] != NULL;
  }
  return made && bench->shares != NULL && bench->share != NULL && bench->votes != NULL &&
         bench->nobody != NULL && bench->outlook != NULL && bench->actions != NULL &&
         bench->outlooks != NULL && bench->reading_outlook != NULL && bench->state != NULL &&
         bench->marks != NULL && bench->reading_state != NULL;
}

struct rung__bench *rung__bench_new(const rung_model *model)
{
  struct rung__bench *bench = rung__array_new(1, sizeof *bench);

  if (bench == NULL) return NULL;
  if (!fill(bench, model)) {
    rung__bench_free(bench);
    return NULL;
  }
  for (size_t level = 0; level < RUNG__LEVELS_MAX; level++)
    bench->share[level] = bench->shares + level * RUNG__BLOCK;
  for (size_t i = 0; i < model->reading_count; i++)
    bench->reading_outlook[i] = bench->outlooks + i * RUNG__BLOCK;
  return bench;
}

void rung__bench_free(struct rung__bench *bench)
{
  if (bench == NULL) return;
  free(bench->shares);
  free(bench->share);
  free(bench->votes);
  free(bench->nobody);
  free(bench->outlook);
  free(bench->actions);
  free(bench->outlooks);
  free(bench->reading_outlook);
  free(bench->state);
  free(bench->marks);
  free(bench->reading_state);
  for (size_t end = 0; end < RUNG__ENDS; end++) {
    free(bench->acts[end]);
    free(bench->reached[end]);
  }
  free(bench);
}
