/* Copying what is shown in full into evidence.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings/shown.h"

#include <math.h>

/* Cells of a kind of value and the pointers to them. */
static bool make_cells(struct rung__arena *arena, size_t count, int64_t **cells,
                       const int64_t ***pointers)
{
  *cells = rung__arena_take(arena, count, sizeof **cells);
  *pointers = rung__arena_take(arena, count, sizeof **pointers);
  if (*cells == NULL || *pointers == NULL) return false;
  for (size_t index = 0; index < count; ++index)
    (*pointers)[index] = &(*cells)[index];
  return true;
}

static bool make_levels(struct rung__shown *shown, size_t count, struct rung__arena *arena)
{
  shown->level = rung__arena_take(arena, count, sizeof *shown->level);
  shown->levels = rung__arena_take(arena, count, sizeof *shown->levels);
  shown->level_state = rung__arena_take(arena, count, sizeof *shown->level_state);
  if (shown->level == NULL || shown->levels == NULL || shown->level_state == NULL) return false;
  for (size_t index = 0; index < count; ++index)
    shown->levels[index] = &shown->level[index];
  return true;
}

bool rung__shown_make(struct rung__shown *shown, const rung_model *model, struct rung__arena *arena)
{
  const size_t measures = model->measure_count, items = model->item_count;
  shown->score_state = rung__arena_take(arena, measures, sizeof *shown->score_state);
  shown->item_state = rung__arena_take(arena, items, sizeof *shown->item_state);
  return shown->score_state != NULL && shown->item_state != NULL &&
         make_cells(arena, measures, &shown->score, &shown->scores) &&
         make_cells(arena, measures, &shown->coverage, &shown->coverages) &&
         make_cells(arena, measures, &shown->excused, &shown->excuses) &&
         make_cells(arena, items, &shown->item, &shown->items) &&
         make_levels(shown, model->reading_count, arena);
}

/* Disclosing leaves a row as it was, or gives a reason. */
static bool is_whole(const struct rung__table *table, size_t group, size_t part)
{
  return table->reason[group * table->each + part] == NULL;
}

/* A coverage may be withheld by itself, and what does not apply goes with it. */
static void show_measures(const struct rung__shown *shown, const rung_findings *findings,
                          const struct rung__figures *figures, size_t group)
{
  const struct rung__table *table = &findings->table[RUNG_TABLE_MEASURE];
  const struct rung__sight *sight = &figures->sight;
  for (size_t measure = 0; measure < figures->model->measure_count; ++measure) {
    const struct rung__measure_figures *of = &figures->measure[measure];
    const bool whole = is_whole(table, group, measure);
    const double share = rung__table_number(table, group * table->each + measure,
                                            RUNG_FIGURE_COVERAGE);
    const bool cover = whole && !isnan(share) && sight->coverage != NULL;
    shown->score[measure] = whole ? of->score[group] : RUNG__NO_SCORE;
    shown->coverage[measure] = cover ? sight->coverage[measure][group] : RUNG__NO_SCORE;
    shown->excused[measure] = cover ? sight->excused[measure][group] : RUNG__NO_SCORE;
    shown->score_state[measure] = &of->state[group];
  }
}

static void show_items(const struct rung__shown *shown, const rung_findings *findings,
                       const struct rung__figures *figures, size_t group)
{
  for (size_t item = 0; item < figures->model->item_count; ++item) {
    if (!figures->model->items[item].looked_at) continue;
    const bool whole = is_whole(&findings->table[RUNG_TABLE_ITEM], group, item);
    shown->item[item] = whole ? figures->item_value[item][group] : RUNG__NO_SCORE;
    shown->item_state[item] = &figures->item_state[item][group];
  }
}

static void show_readings(const struct rung__shown *shown, const rung_findings *findings,
                          const struct rung__figures *figures, size_t group)
{
  const struct rung__table *readings = &findings->table[RUNG_TABLE_READING];
  for (size_t reading = 0; reading < readings->each; ++reading) {
    const double level = rung__table_number(readings, group * readings->each + reading,
                                            RUNG_FIGURE_REACHED);
    shown->level[reading] = isnan(level) ? -1 : (int8_t)level;
    shown->level_state[reading] = &figures->sight.reading_state[reading][group];
  }
}

struct rung__evidence rung__shown_of(const struct rung__shown *shown, const rung_findings *findings,
                                     const struct rung__figures *figures, size_t group)
{
  show_measures(shown, findings, figures, group);
  show_items(shown, findings, figures, group);
  show_readings(shown, findings, figures, group);
  return (struct rung__evidence){.count = 1,
                                 .groups = true,
                                 .measure = {shown->scores, shown->score_state},
                                 .item = {shown->items, shown->item_state},
                                 .reached = shown->levels,
                                 .reading_state = shown->level_state,
                                 .coverage = shown->coverages,
                                 .excused = shown->excuses};
}
