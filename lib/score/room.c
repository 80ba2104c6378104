/* Making and freeing the evaluator's scratch.
 * SPDX-License-Identifier: Apache-2.0 */
#include "score/room.h"

#include <stdlib.h>

#include "base/array.h"

static bool fill(struct rung__room *room, const rung_model *model)
{
  const size_t items = model->item_count, measures = model->measure_count;

  room->bytes = rung__array_new(items * RUNG__BLOCK, sizeof *room->bytes);
  room->item = rung__array_new(items, sizeof *room->item);
  room->sums = rung__array_new(1, sizeof *room->sums);
  room->vote = rung__array_new(RUNG__TERMS_MAX, sizeof *room->vote);
  room->at = rung__array_new(measures, sizeof *room->at);
  room->score = rung__array_new(measures, sizeof *room->score);
  room->lowest = rung__array_new(measures, sizeof *room->lowest);
  room->highest = rung__array_new(measures, sizeof *room->highest);
  room->state = rung__array_new(measures, sizeof *room->state);
  room->shares = rung__array_new((size_t)RUNG__LEVELS_MAX * RUNG__BLOCK, sizeof *room->shares);
  room->reached = rung__array_new(RUNG__LEVELS_MAX, sizeof *room->reached);
  room->spare_state = rung__array_new(RUNG__BLOCK, sizeof *room->spare_state);
  room->spare_marks = rung__array_new(RUNG__BLOCK, sizeof *room->spare_marks);
  room->row_score = rung__array_new(measures, sizeof *room->row_score);
  room->row_level = rung__array_new(model->reading_count, sizeof *room->row_level);
  return room->bytes != NULL && room->item != NULL && room->sums != NULL && room->vote != NULL &&
         room->at != NULL && room->score != NULL && room->lowest != NULL && room->highest != NULL &&
         room->state != NULL && room->shares != NULL && room->reached != NULL &&
         room->spare_state != NULL && room->spare_marks != NULL && room->row_score != NULL &&
         room->row_level != NULL;
}

struct rung__room *rung__room_new(const rung_model *model)
{
  struct rung__room *room = rung__array_new(1, sizeof *room);

  if (room == NULL) return NULL;
  if (!fill(room, model)) {
    rung__room_free(room);
    return NULL;
  }
  for (size_t i = 0; i < model->item_count; i++)
    room->item[i] = room->bytes + i * RUNG__BLOCK;
  for (size_t i = 0; i < RUNG__LEVELS_MAX; i++)
    room->reached[i] = room->shares + i * RUNG__BLOCK;
  return room;
}

void rung__room_free(struct rung__room *room)
{
  if (room == NULL) return;
  free(room->bytes);
  free(room->item);
  free(room->sums);
  free(room->vote);
  free(room->at);
  free(room->score);
  free(room->lowest);
  free(room->highest);
  free(room->state);
  free(room->shares);
  free(room->reached);
  free(room->spare_state);
  free(room->spare_marks);
  free(room->row_score);
  free(room->row_level);
  free(room);
}
