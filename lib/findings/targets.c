/* Targets: found in tree and model, and held against the levels that are shown.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A target is the caller's own and tells of nobody: it stands in hidden groups, too. */
#include "findings/targets.h"

#include <math.h>
#include <string.h>

static struct rung__slice unit_of(const rung_view *view, const struct rung__target *target)
{
  struct rung__slice key = rung__names_get(&view->target_units, target->unit), id;
  rung__key_take(&key, &id);
  return id;
}

static rung_status find_unit(const rung_view *view, const struct rung__target *target,
                             uint32_t *unit, rung_error *error)
{
  const struct rung__slice id = unit_of(view, target);
  *unit = rung__names_find(&view->units, rung__names_get(&view->target_units, target->unit));
  if (*unit != RUNG__NO_NAME && view->unit_column != NULL) return RUNG_OK;
  return rung__fail_at(error, RUNG_E_UNKNOWN, target->reading, 0, 0,
                       "unit '%.*s' has a target and is not in the tree: add it", (int)id.length,
                       id.data);
}

static rung_status find_reading(const rung_view *view, const struct rung__target *target,
                                const rung_model *model, size_t *reading, rung_error *error)
{
  const struct rung__slice id = unit_of(view, target);
  if (rung_model_find(model, RUNG_PART_READING, target->reading, reading) == RUNG_OK)
    return RUNG_OK;
  return rung__fail_at(error, RUNG_E_UNKNOWN, target->reading, 0, 0,
                       "is no reading of the model, and unit '%.*s' has a target for it%s%s",
                       (int)id.length, id.data,
                       model->reading_count > 0 ? "; the model's first is " : "",
                       model->reading_count > 0 ? model->readings[0].id : "");
}

static rung_status find_level(const rung_view *view, const struct rung__target *target,
                              const struct rung__ladder *ladder, size_t *level, rung_error *error)
{
  const struct rung__slice id = unit_of(view, target);
  for (*level = 0; *level < ladder->count; ++*level) {
    if (strcmp(ladder->level[*level].id, target->level) == 0) return RUNG_OK;
  }
  return rung__fail_at(error, RUNG_E_UNKNOWN, target->reading, 0, 0,
                       "unit '%.*s' has the target '%s', which is no level of the ladder: from "
                       "'%s' to '%s'",
                       (int)id.length, id.data, target->level, ladder->level[0].id,
                       ladder->level[ladder->count - 1].id);
}

static rung_status fill_target(rung_findings *findings, const rung_view *view,
                               const struct rung__target *target, const struct rung__frame *frame,
                               rung_error *error)
{
  const size_t *group = frame->cut[frame->cut_count - 1].row;
  const rung_model *model = findings->model;
  struct rung__table *table = &findings->table[RUNG_TABLE_READING];
  uint32_t unit;
  size_t reading, level;
  TRY(find_unit(view, target, &unit, error));
  TRY(find_reading(view, target, model, &reading, error));
  TRY(find_level(view, target, &model->ladders[model->readings[reading].ladder], &level, error));
  if (frame->place[group[unit]].key != unit) return RUNG_OK; /* merged with others: no one's own */
  const size_t row = group[unit] * table->each + reading;
  const struct rung__slice id = unit_of(view, target);
  if (!isnan(rung__table_number(table, row, RUNG_FIGURE_TARGET)))
    return rung__fail_at(error, RUNG_E_ARGUMENT, target->reading, 0, 0,
                         "unit '%.*s' has two targets for it: one is enough", (int)id.length,
                         id.data);
  rung__table_put(table, row, RUNG_FIGURE_TARGET, (double)level);
  rung__table_put(table, row, RUNG_FIGURE_TO_TARGET,
                  (double)level - rung__table_number(table, row, RUNG_FIGURE_LEVEL));
  return RUNG_OK;
}

rung_status rung__fill_targets(rung_findings *findings, const rung_view *view,
                               const struct rung__frame *frame, rung_error *error)
{
  const size_t count = view == NULL ? 0 : view->target_count;
  for (size_t index = 0; index < count; ++index)
    TRY(fill_target(findings, view, &view->target[index], frame, error));
  return RUNG_OK;
}
