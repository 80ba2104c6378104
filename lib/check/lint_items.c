/* Linting items: those that nothing uses, and levels that agreement cannot tell.
 * SPDX-License-Identifier: Apache-2.0 */
#include <stdlib.h>

#include "base/array.h"
#include "check/lint.h"
#include "check/place.h"
#include "model/looks.h"

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

struct reached {
  const rung_model *model;
  uint8_t *measures, *items;
};

static void see(void *context, const struct rung__look *look)
{
  const struct reached *reached = context;

  switch (look->on) {
  case RUNG__ON_ITEM: reached->items[look->index] = READ; break;
  case RUNG__ON_MEASURE:
    reach_down(reached->model, look->index, READ, reached->measures, reached->items);
    break;
  case RUNG__ON_READING: break; /* it reaches what it looks at by itself */
  }
}

static void reach_reading(struct reached *reached, const struct rung__reading *reading)
{
  reach_down(reached->model, reading->measure, READ, reached->measures, reached->items);
  for (size_t rule = 0; rule < reading->count; rule++)
    rung__rule_looks(reading, &reading->rule[rule], see, reached);
  rung__actions_look(reading, see, reached);
}

static void reach_measure(struct reached *reached, size_t index)
{
  const struct rung__measure *measure = &reached->model->measures[index];

  for (size_t i = 0; i < measure->withheld_count; i++)
    rung__condition_looks(measure->withheld[i].when, see, reached);
  reach_down(reached->model, index, MEASURED, reached->measures, reached->items);
}

static void reach_all(const rung_model *model, uint8_t *measures, uint8_t *items)
{
  struct reached reached = {model, measures, items};

  for (size_t i = 0; i < model->reading_count; i++)
    reach_reading(&reached, &model->readings[i]);
  for (size_t i = 0; i < model->pair_count; i++) {
    reach_down(model, model->pairs[i].said, READ, measures, items);
    reach_down(model, model->pairs[i].done, READ, measures, items);
  }
  for (size_t i = 0; i < model->flag_count; i++)
    rung__condition_looks(&model->flags[i].when, see, &reached);
  for (size_t i = 0; i < model->measure_count; i++)
    reach_measure(&reached, i);
}

/* What shares something out reaches as far as any of it. */
static void reach_block(const struct rung__block *block, uint8_t *items)
{
  uint8_t most = NOWHERE;

  for (size_t i = 0; i < block->count; i++) {
    if (items[block->item[i]] > most) most = items[block->item[i]];
  }
  for (size_t i = 0; i < block->count; i++)
    items[block->item[i]] = most;
}

/* And a day as far as the evidence whose age it tells. */
static void reach_days(const rung_model *model, uint8_t *items)
{
  for (size_t i = 0; i < model->item_count; i++) {
    const struct rung__age *age = &model->items[i].age;
    if (age->count == 0 || age->item == RUNG__NONE) continue;
    if (items[age->item] < items[i]) items[age->item] = items[i];
  }
}

static void lint_reach(const rung_model *model, const uint8_t *items, rung_notes *notes)
{
  for (size_t i = model->used.items; i < model->item_count; i++) {
    const struct rung__item *item = &model->items[i];
    const struct rung__where place = rung__where("items", i, model->used.items);
    if (items[i] == NOWHERE && item->kind != RUNG__TEXT) {
      rung__note(notes, RUNG_NOTE_WARNING, place.text,
                 "the item '%s' is in no measure, so its answers change nothing; name it in a "
                 "measure or drop it",
                 item->id);
    } else if (items[i] == MEASURED && model->reading_count > 0) {
      rung__note(notes, RUNG_NOTE_INFORMATION, place.text,
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

  if (item->describes_ladder == RUNG__NONE || item->kind == RUNG__CHOICE) return;
  const struct rung__ladder *ladder = &model->ladders[item->describes_ladder];
  const size_t level = (size_t)item->describes_level;
  if (level == 0 || level + 1 == ladder->count) return;
  const struct rung__where place = rung__where("items", index, model->used.items);
  rung__note(notes, RUNG_NOTE_ERROR, rung__behind(&place, "describes").text,
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
    for (size_t i = 0; i < model->block_count; i++)
      reach_block(&model->blocks[i], items);
    reach_days(model, items);
    lint_reach(model, items, notes);
  }
  for (size_t i = model->used.items; i < model->item_count; i++)
    lint_described(model, i, notes);
  free(measures);
  free(items);
}
