/* Making and freeing the evaluator's scratch.
 * SPDX-License-Identifier: Apache-2.0 */
#include "score/room.h"

#include <stdlib.h>

#include "base/array.h"

/* Room for measures as evidence. */
static bool make_measures(struct rung__room *room, const rung_model *model)
{
  const size_t measures = model->measure_count;

  room->at = rung__array_new(measures, sizeof *room->at);
  room->score = rung__array_new(measures, sizeof *room->score);
  room->lowest = rung__array_new(measures, sizeof *room->lowest);
  room->highest = rung__array_new(measures, sizeof *room->highest);
  room->state = rung__array_new(measures, sizeof *room->state);
  room->outlooks = rung__array_new(measures * RUNG__BLOCK, sizeof *room->outlooks);
  room->outlook = rung__array_new(measures, sizeof *room->outlook);
  if (room->outlooks == NULL || room->outlook == NULL) return false;
  for (size_t i = 0; i < measures; i++)
    room->outlook[i] = room->outlooks + i * RUNG__BLOCK;
  if (room->at == NULL || room->score == NULL || room->lowest == NULL || room->highest == NULL ||
      room->state == NULL) {
    return false;
  }
  if (!model->looks_at_cover) return true;
  room->cover = rung__array_new(measures * 2 * RUNG__BLOCK, sizeof *room->cover);
  room->coverage = rung__array_new(measures, sizeof *room->coverage);
  room->excused = rung__array_new(measures, sizeof *room->excused);
  if (room->cover == NULL || room->coverage == NULL || room->excused == NULL) return false;
  for (size_t i = 0; i < measures; i++) {
    room->coverage[i] = room->cover + i * 2 * RUNG__BLOCK;
    room->excused[i] = room->coverage[i] + RUNG__BLOCK;
  }
  return true;
}

static size_t count_seen(const rung_model *model)
{
  size_t count = 0;

  for (size_t i = 0; i < model->item_count; i++)
    count += model->items[i].looked_at;
  return count;
}

/* Room for items as evidence. */
static bool make_items(struct rung__room *room, const rung_model *model)
{
  const size_t items = model->item_count;
  size_t next = 0;

  room->seen = rung__array_new(count_seen(model), sizeof *room->seen);
  room->item_value = rung__array_new(items, sizeof *room->item_value);
  room->item_low = rung__array_new(items, sizeof *room->item_low);
  room->item_high = rung__array_new(items, sizeof *room->item_high);
  room->item_state = rung__array_new(items, sizeof *room->item_state);
  if (room->seen == NULL || room->item_value == NULL || room->item_low == NULL ||
      room->item_high == NULL || room->item_state == NULL) {
    return false;
  }
  for (size_t i = 0; i < items; i++) {
    if (!model->items[i].looked_at) continue;
    const struct rung__item_seen *seen = &room->seen[next++];
    room->item_value[i] = seen->value;
    room->item_low[i] = seen->low;
    room->item_high[i] = seen->high;
    room->item_state[i] = seen->state;
  }
  return true;
}

static bool make_scratch(struct rung__room *room, const rung_model *model)
{
  room->bench = rung__bench_new(model);
  room->sums = rung__array_new(1, sizeof *room->sums);
  room->part = rung__array_new(RUNG__TERMS_MAX, sizeof *room->part);
  room->vote = rung__array_new(RUNG__TERMS_MAX, sizeof *room->vote);
  return room->bench != NULL && room->sums != NULL && room->part != NULL && room->vote != NULL;
}

struct rung__room *rung__room_new(const rung_model *model)
{
  struct rung__room *room = rung__array_new(1, sizeof *room);

  if (room == NULL) return NULL;
  if (rung__cells_make(&room->cells, model) && make_scratch(room, model) &&
      make_measures(room, model) && make_items(room, model)) {
    return room;
  }
  rung__room_free(room);
  return NULL;
}

void rung__room_free(struct rung__room *room)
{
  if (room == NULL) return;
  rung__cells_free(&room->cells);
  free(room->sums);
  free(room->part);
  free(room->vote);
  free(room->at);
  free(room->score);
  free(room->lowest);
  free(room->highest);
  free(room->state);
  free(room->outlooks);
  free(room->outlook);
  free(room->cover);
  free(room->coverage);
  free(room->excused);
  free(room->seen);
  free(room->item_value);
  free(room->item_low);
  free(room->item_high);
  free(room->item_state);
  rung__bench_free(room->bench);
  free(room);
}
