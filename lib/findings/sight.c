/* Pointing at the figures of groups as evidence.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings/sight.h"

#include <math.h>

static bool make_cover(struct rung__figures *figures, int64_t ***out)
{
  const size_t measures = figures->model->measure_count;
  int64_t **cover = rung__arena_take(&figures->arena, measures, sizeof *cover);
  if (cover == NULL) return false;
  for (size_t measure = 0; measure < measures; ++measure) {
    cover[measure] = rung__arena_take(&figures->arena, figures->count, sizeof **cover);
    if (cover[measure] == NULL) return false;
  }
  *out = cover;
  return true;
}

bool rung__sight_make(struct rung__figures *figures)
{
  const rung_model *model = figures->model;
  struct rung__sight *sight = &figures->sight;
  sight->acts = rung__arena_take(&figures->arena, figures->count, sizeof *sight->acts);
  sight->reached = rung__arena_take(&figures->arena, model->reading_count, sizeof *sight->reached);
  sight->reading_state = rung__arena_take(&figures->arena, model->reading_count,
                                          sizeof *sight->reading_state);
  if (sight->acts == NULL || sight->reached == NULL || sight->reading_state == NULL) return false;
  for (size_t reading = 0; reading < model->reading_count; ++reading) {
    const struct rung__rule_figures
        *primary = &figures->rule[reading][model->readings[reading].primary];
    sight->reached[reading] = primary->level;
    sight->reading_state[reading] = primary->state;
  }
  if (!model->looks_at_cover) return true;
  return make_cover(figures, &sight->coverage) && make_cover(figures, &sight->excused);
}

/* A share that would tell who is silent is not looked at. */
static int64_t on_grid(double share, bool exposed)
{
  int64_t score;
  if (isnan(share) || !rung__grid_of(share, &score)) return RUNG__NO_SCORE;
  return exposed ? RUNG__NOT_TOLD : score;
}

void rung__sight_cover(struct rung__figures *figures, size_t measure)
{
  const struct rung__measure_figures *of = &figures->measure[measure];
  if (!figures->model->looks_at_cover) return;
  for (size_t group = 0; group < figures->count; ++group) {
    const bool exposed = of->exposed[group];
    figures->sight.coverage[measure][group] = on_grid(of->coverage[group], exposed);
    figures->sight.excused[measure][group] = on_grid(of->excused[group], exposed);
  }
}

struct rung__evidence rung__sight_of(const struct rung__figures *figures)
{
  const struct rung__sight *sight = &figures->sight;
  return (struct rung__evidence){.count = figures->count,
                                 .groups = true,
                                 .measure = {figures->score, figures->state},
                                 .item = {(const int64_t *const *)figures->item_value,
                                          (const uint8_t *const *)figures->item_state},
                                 .reached = sight->reached,
                                 .reading_state = sight->reading_state,
                                 .coverage = (const int64_t *const *)sight->coverage,
                                 .excused = (const int64_t *const *)sight->excused};
}
