/* Evaluating: the model as a flat program over a tile of rows.
 * SPDX-License-Identifier: Apache-2.0 */
#include "score/evaluate.h"

#include "score/room.h"
#include "score/rules.h"

/* Which of the three scores of a row a rule is to see. */
enum end { SCORE, LOWEST, HIGHEST };

static void place_measures(rung_scores *scores, size_t first)
{
  struct rung__room *room = scores->room;

  for (size_t i = 0; i < scores->model->measure_count; i++) {
    const struct rung__measure_column *column = &scores->measure[i];
    room->at[i] = (struct rung__measure_column){column->score + first,   column->lowest + first,
                                                column->highest + first, column->present + first,
                                                column->asked + first,   column->state + first};
    room->score[i] = room->at[i].score;
    room->lowest[i] = room->at[i].lowest;
    room->highest[i] = room->at[i].highest;
    room->state[i] = room->at[i].state;
  }
}

static void score_measures(rung_scores *scores, size_t count)
{
  struct rung__room *room = scores->room;
  const struct rung__tile tile = {.model = scores->model,
                                  .count = count,
                                  .item = room->item,
                                  .at = room->at,
                                  .sums = room->sums,
                                  .vote = room->vote};

  for (size_t i = 0; i < scores->model->measure_count; i++) {
    rung__score_measure(&tile, scores->model->order[i]);
  }
}

/* On one row everybody is one person: all of the people reach a level, or none of them. */
static void share_of_one(struct rung__room *room, const int8_t *level, size_t levels, size_t count)
{
  for (size_t rank = 0; rank < levels; rank++) {
    int64_t *share = room->shares + rank * RUNG__BLOCK;
    for (size_t row = 0; row < count; row++) {
      share[row] = level[row] < 0 ? RUNG__NO_SCORE : level[row] >= (int)rank ? RUNG__GRID : 0;
    }
  }
}

static int8_t *level_at(const struct rung__rule_column *column, enum end end)
{
  int8_t *const ends[] = {column->level, column->lowest, column->highest};

  return ends[end];
}

static void judge_rule(rung_scores *scores, size_t reading_index, size_t index, enum end end,
                       size_t first, size_t count)
{
  const struct rung__reading *reading = &scores->model->readings[reading_index];
  const struct rung__rule_column *column = &scores->rule[reading_index][index];
  struct rung__room *room = scores->room;
  const int64_t *const *const ends[] = {room->score, room->lowest, room->highest};
  const size_t levels = scores->model->ladders[reading->ladder].count;
  const bool share = reading->rule[index].kind == RUNG__SHARE_RULE;
  const struct rung__rule_column
      *from = &scores->rule[reading_index][share ? (size_t)reading->rule[index].from : index];
  const struct rung__evidence evidence = {.count = count,
                                          .score = ends[end],
                                          .state = room->state,
                                          .level_count = levels,
                                          .reached = room->reached,
                                          .nobody = share ? from->state + first : NULL};
  const struct rung__verdict verdict = {level_at(column, end) + first,
                                        end == SCORE ? column->state + first : room->spare_state,
                                        end == SCORE ? column->marks + first : room->spare_marks};

  if (share) share_of_one(room, level_at(from, end) + first, levels, count);
  rung__judge(scores->model, reading, index, &evidence, &verdict);
}

/* Share rules rest on the levels of others, so they come last. */
static void judge_reading(rung_scores *scores, size_t index, size_t first, size_t count)
{
  const struct rung__reading *reading = &scores->model->readings[index];

  for (int last = 0; last < 2; last++) {
    for (size_t rule = 0; rule < reading->count; rule++) {
      if ((reading->rule[rule].kind == RUNG__SHARE_RULE) != (last == 1)) continue;
      for (int end = SCORE; end <= HIGHEST; end++) {
        judge_rule(scores, index, rule, (enum end)end, first, count);
      }
    }
  }
}

static void raise_flags(rung_scores *scores, size_t row)
{
  const rung_model *model = scores->model;
  struct rung__room *room = scores->room;

  for (size_t i = 0; i < model->measure_count; i++) {
    room->row_score[i] = scores->measure[i].score[row];
  }
  for (size_t i = 0; i < model->reading_count; i++) {
    room->row_level[i] = scores->rule[i][model->readings[i].primary].level[row];
  }
  for (size_t i = 0; i < model->flag_count; i++) {
    scores->flag[i][row] = rung__condition(&model->flags[i].when, room->row_score, room->row_level);
  }
}

void rung__evaluate(rung_scores *scores, size_t first, size_t count)
{
  place_measures(scores, first);
  score_measures(scores, count);
  for (size_t i = 0; i < scores->model->reading_count; i++) {
    judge_reading(scores, i, first, count);
  }
  for (size_t row = 0; scores->model->flag_count > 0 && row < count; row++) {
    raise_flags(scores, first + row);
  }
}
