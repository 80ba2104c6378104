/* Linting items: those that nothing uses, and levels that agreement cannot tell.
 * SPDX-License-Identifier: Apache-2.0 */
#include <stdlib.h>

#include "base/array.h"
#include "check/lint.h"

/* How far what is beneath a measure comes. */
enum reach { NOWHERE, MEASURED, READ };

static void reach_down(const rung_model *model, size_t measure, uint8_t reach, uint8_t *measures,
                       uint8_t *items)
{
  const struct rung__measure *at = &model->measures[measure];

  if (measures[measure] >= reach) return;
  measures[measure] = reach;
  for (size_t i = 0; i < at->count; i++) {
    const size_t index = at->term[i].index;
    if (at->term[i].is_measure)
      reach_down(model, index, reach, measures, items);
    else if (items[index] < reach)
      items[index] = reach;
  }
}

static void reach_condition(const rung_model *model, const struct rung__condition *condition,
                            uint8_t *measures, uint8_t *items)
{
  for (size_t i = 0; i < condition->count; i++) {
    reach_condition(model, &condition->part[i], measures, items);
  }
  if (condition->count == 0 && !condition->on_reading) {
    reach_down(model, condition->index, READ, measures, items);
  }
}

static void reach_all(const rung_model *model, uint8_t *measures, uint8_t *items)
{
  for (size_t i = 0; i < model->reading_count; i++) {
    const struct rung__reading *reading = &model->readings[i];
    reach_down(model, reading->measure, READ, measures, items);
    for (size_t rule = 0; rule < reading->count; rule++) {
      for (size_t k = 0; k < reading->rule[rule].of_count; k++) {
        reach_down(model, reading->rule[rule].of[k], READ, measures, items);
      }
    }
  }
  for (size_t i = 0; i < model->pair_count; i++) {
    reach_down(model, model->pairs[i].said, READ, measures, items);
    reach_down(model, model->pairs[i].done, READ, measures, items);
  }
  for (size_t i = 0; i < model->flag_count; i++) {
    reach_condition(model, &model->flags[i].when, measures, items);
  }
  for (size_t i = 0; i < model->measure_count; i++) {
    reach_down(model, i, MEASURED, measures, items);
  }
}

static void lint_reach(const rung_model *model, const uint8_t *items, rung_notes *notes)
{
  for (size_t i = 0; i < model->item_count; i++) {
    const struct rung__item *item = &model->items[i];
    char where[40];
    rung__print(where, sizeof where, "/items/%zu", i);
    if (items[i] == NOWHERE && item->kind != RUNG__TEXT) {
      rung__note(notes, RUNG_NOTE_WARNING, where,
                 "the item '%s' is in no measure, so its answers change nothing; name it in a "
                 "measure or drop it",
                 item->id);
    } else if (items[i] == MEASURED && model->reading_count > 0) {
      rung__note(notes, RUNG_NOTE_INFORMATION, where,
                 "the item '%s' is measured but reaches no reading, pair or flag: it stands beside "
                 "the levels",
                 item->id);
    }
  }
}

/* Agreement rises with the lowest or highest level only; those in the middle are denied from both
 * sides. */
static void lint_described(const rung_model *model, size_t index, rung_notes *notes)
{
  const struct rung__item *item = &model->items[index];
  char where[48];

  if (item->describes_ladder == RUNG__NONE || item->kind == RUNG__CHOICE) return;
  const struct rung__ladder *ladder = &model->ladders[item->describes_ladder];
  const size_t level = (size_t)item->describes_level;
  if (level == 0 || level + 1 == ladder->count) return;
  rung__print(where, sizeof where, "/items/%zu/describes", index);
  rung__note(notes, RUNG_NOTE_ERROR, where,
             "the item '%s' asks how far one agrees with a description of the middle level '%s'; "
             "people above and below it both deny it, so make it an option of a choice item",
             item->id, ladder->level[level].id);
}

void rung__lint_items(const rung_model *model, rung_notes *notes)
{
  uint8_t *measures = rung__array_new(model->measure_count, sizeof *measures);
  uint8_t *items = rung__array_new(model->item_count, sizeof *items);

  if (measures == NULL || items == NULL) {
    rung__notes_fail(notes);
  } else {
    reach_all(model, measures, items);
    lint_reach(model, items, notes);
  }
  for (size_t i = 0; i < model->item_count; i++)
    lint_described(model, i, notes);
  free(measures);
  free(items);
}
