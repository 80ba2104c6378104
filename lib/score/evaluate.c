/* Evaluating: the model as a flat program over a tile of rows.
 * SPDX-License-Identifier: Apache-2.0 */
#include "score/evaluate.h"

#include "score/flips.h"
#include "score/judge_rows.h"
#include "score/room.h"

static void place_measures(rung_scores *scores, size_t first)
{
  struct rung__room *room = scores->room;

  for (size_t i = 0; i < scores->model->measure_count; i++) {
    const struct rung__measure_column *column = &scores->measure[i];
    room->at[i] = (struct rung__measure_column){column->score + first,     column->lowest + first,
                                                column->highest + first,   column->present + first,
                                                column->asked + first,     column->excused + first,
                                                column->excusable + first, column->state + first};
    room->score[i] = room->at[i].score;
    room->lowest[i] = room->at[i].lowest;
    room->highest[i] = room->at[i].highest;
    room->state[i] = room->at[i].state;
  }
}

/* The state of an item, as that of a measure of it alone. */
static uint8_t item_state(int8_t code)
{
  if (code >= 0) return RUNG_STATE_SHOWN;
  if (code == RUNG__ABSENT(RUNG_ABSENT_NOT_ASKED)) return RUNG_STATE_NOT_COLLECTED;
  if (code == RUNG__ABSENT(RUNG_ABSENT_NOT_APPLICABLE)) return RUNG_STATE_NOT_APPLICABLE;
  return RUNG_STATE_TOO_LITTLE_EVIDENCE;
}

static void look_at_item(const struct rung__cells *cells, size_t index, size_t count,
                         struct rung__item_seen *seen)
{
  const struct rung__item *item = &cells->model->items[index];

  for (size_t row = 0; row < count; row++) {
    const int8_t code = cells->code[index][row];
    seen->state[row] = item_state(code);
    seen->value[row] = seen->low[row] = seen->high[row] = RUNG__NO_SCORE;
    if (code >= 0) {
      const int64_t value = cells->value[index] == NULL ? item->value[code]
                                                        : cells->value[index][row];
      seen->value[row] = seen->low[row] = seen->high[row] = value;
    } else if (seen->state[row] == RUNG_STATE_TOO_LITTLE_EVIDENCE) {
      seen->low[row] = item->low;
      seen->high[row] = item->high;
    }
  }
}

static void look_at_items(struct rung__room *room, size_t count)
{
  const rung_model *model = room->cells.model;
  size_t next = 0;

  for (size_t i = 0; i < model->item_count; i++) {
    if (model->items[i].looked_at) look_at_item(&room->cells, i, count, &room->seen[next++]);
  }
}

void rung__evaluate(rung_scores *scores, size_t first, size_t count)
{
  struct rung__room *room = scores->room;
  const rung_model *model = scores->model;
  const struct rung__evidence seen = {.count = count,
                                      .measure = {room->score, room->state},
                                      .item = {room->item_value, room->item_state},
                                      .coverage = room->coverage,
                                      .excused = room->excused};
  const struct rung__tile tile = {.model = model,
                                  .count = count,
                                  .item = room->cells.code,
                                  .value = room->cells.value,
                                  .at = room->at,
                                  .sums = room->sums,
                                  .part = room->part,
                                  .vote = room->vote,
                                  .seen = &seen,
                                  .cover = room->cover,
                                  .outlook = room->outlook};

  place_measures(scores, first);
  look_at_items(room, count);
  for (size_t i = 0; i < model->measure_count; i++)
    rung__score_measure(&tile, model->order[i]);
  rung__judge_rows(scores, first, count);
  if (scores->flips != NULL) rung__find_flips(scores, &tile, first);
}
