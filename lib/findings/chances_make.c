/* Room for chances, made once for a call.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings/chances.h"

#include "score/rules.h"

static bool make_reading(struct rung__figures *figures, struct rung__chance_figures *out,
                         size_t levels)
{
  struct rung__arena *arena = &figures->arena;
  const size_t count = figures->count;
  out->probability = rung__arena_take(arena, levels, sizeof *out->probability);
  for (size_t level = 0; out->probability != NULL && level < levels; ++level) {
    out->probability[level] = rung__arena_take(arena, count, sizeof **out->probability);
    if (out->probability[level] == NULL) return false;
  }
  out->low = rung__arena_take(arena, count, sizeof *out->low);
  out->high = rung__arena_take(arena, count, sizeof *out->high);
  out->cut = rung__arena_take(arena, count, sizeof *out->cut);
  out->cut_level = rung__arena_take(arena, count, sizeof *out->cut_level);
  out->weight = rung__arena_take(arena, count, sizeof *out->weight);
  out->term = rung__arena_take(arena, count, sizeof *out->term);
  return out->probability != NULL && out->low != NULL && out->high != NULL && out->cut != NULL &&
         out->cut_level != NULL && out->weight != NULL && out->term != NULL;
}

static size_t larger(size_t a, size_t b)
{
  return a > b ? a : b;
}

static bool make_room(struct rung__chances *chances, const rung_model *model,
                      struct rung__arena *arena)
{
  size_t holds = 1;
  for (size_t reading = 0; reading < model->reading_count; ++reading) {
    const struct rung__reading *read = &model->readings[reading];
    holds = larger(holds, rung__hold_count(read, &read->rule[read->primary]));
  }
  chances->measure = rung__arena_take(arena, RUNG__TOGETHER_MAX, sizeof *chances->measure);
  chances->mean = rung__arena_take(arena, RUNG__TOGETHER_MAX, sizeof *chances->mean);
  chances->share = rung__arena_take(arena, RUNG__LEVELS_MAX, sizeof *chances->share);
  chances->tally = rung__arena_take(arena, RUNG__LEVELS_MAX, sizeof *chances->tally);
  chances->hold = rung__arena_take(arena, holds, sizeof *chances->hold);
  chances->part = rung__arena_take(arena, RUNG__TERMS_MAX, sizeof *chances->part);
  return chances->measure != NULL && chances->mean != NULL && chances->share != NULL &&
         chances->tally != NULL && chances->hold != NULL && chances->part != NULL;
}

/* Rows of draws: as many means as any rule could look at, and every level. */
static bool make_rows(struct rung__chances *chances, size_t means, struct rung__arena *arena)
{
  const size_t count = larger(chances->draws.count, RUNG__EVEN_DRAWS);
  for (size_t row = 0; row < means; ++row) {
    chances->mean[row] = rung__arena_take(arena, count, sizeof **chances->mean);
    if (chances->mean[row] == NULL) return false;
  }
  for (size_t level = 0; level < RUNG__LEVELS_MAX; ++level) {
    chances->share[level] = rung__arena_take(arena, chances->draws.count, sizeof **chances->share);
    if (chances->share[level] == NULL) return false;
  }
  return true;
}

static bool make_readings(struct rung__figures *figures, struct rung__chances *chances)
{
  const rung_model *model = figures->model;
  struct rung__arena *arena = &figures->arena;
  chances->trial = rung__arena_take(arena, model->reading_count, sizeof *chances->trial);
  chances->reading = rung__arena_take(arena, model->reading_count, sizeof *chances->reading);
  if (chances->trial == NULL || chances->reading == NULL) return false;
  for (size_t index = 0; index < model->reading_count; ++index) {
    const struct rung__reading *read = &model->readings[index];
    if (!rung__trial_make(&chances->trial[index], model, index, read->primary, arena) ||
        !make_reading(figures, &chances->reading[index], model->ladders[read->ladder].count))
      return false;
  }
  return true;
}

bool rung__chances_make(struct rung__figures *figures, const rung_settings *settings)
{
  const rung_model *model = figures->model;
  const size_t measures = model->measure_count;
  const size_t means = measures < RUNG__TOGETHER_MAX ? measures : RUNG__TOGETHER_MAX;
  const size_t count = (size_t)rung_settings_get(settings, RUNG_SETTING_REPLICATES);
  const uint64_t seed = (uint64_t)rung_settings_get(settings, RUNG_SETTING_SEED);
  struct rung__chances *chances = rung__arena_take(&figures->arena, 1, sizeof *chances);
  if (chances == NULL) return false;
  figures->chances = chances;
  chances->confidence = rung_settings_get(settings, RUNG_SETTING_CONFIDENCE);
  return rung__draws_make(&chances->draws, count, seed, means, &figures->arena) &&
         make_room(chances, model, &figures->arena) && make_rows(chances, means, &figures->arena) &&
         make_readings(figures, chances);
}
