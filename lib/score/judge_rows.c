/* Judging rows: readings in order, then flags.
 * SPDX-License-Identifier: Apache-2.0 */
#include "score/judge_rows.h"

#include <string.h>

#include "score/level_ends.h"
#include "score/room.h"
#include "score/rules.h"
#include "score/shares.h"

/* Rows of a workspace under judgement. */
struct session {
  rung_scores *scores;
  size_t first, count;
  struct rung__evidence evidence[RUNG__ENDS];
};

/* Evidence at one end; what is missing has an end of its range there. */
static struct rung__evidence evidence_at(const rung_scores *scores, size_t count,
                                         enum rung__end end)
{
  const struct rung__room *room = scores->room;
  const struct rung__bench *bench = room->bench;
  const int64_t **const measures[] = {room->score, room->lowest, room->highest};
  const int64_t **const items[] = {room->item_value, room->item_low, room->item_high};

  return (struct rung__evidence){.count = count,
                                 .measure = {measures[end], room->state},
                                 .item = {items[end], room->item_state},
                                 .reached = bench->reached[end],
                                 .reading_state = bench->reading_state,
                                 .coverage = room->coverage,
                                 .excused = room->excused};
}

struct rung__evidence rung__evidence_of_rows(const rung_scores *scores, size_t count)
{
  return evidence_at(scores, count, RUNG__END_SCORE);
}

static int8_t *levels_of(const struct session *session, const struct rung__rule_column *column,
                         enum rung__end end)
{
  int8_t *const ends[] = {column->level, column->lowest, column->highest};

  return ends[end] + session->first;
}

/* What readings further down and flags see of a reading. */
static void publish(const struct session *session, size_t index)
{
  const struct rung__reading *reading = &session->scores->model->readings[index];
  const struct rung__rule_column *primary = &session->scores->rule[index][reading->primary];
  struct rung__bench *bench = session->scores->room->bench;

  for (int end = 0; end < RUNG__ENDS; end++) {
    bench->reached[end][index] = levels_of(session, primary, (enum rung__end)end);
  }
  bench->reading_state[index] = primary->state + session->first;
}

/* Rules that count levels see shares: of the one person by the rule beneath, or of the items. */
static void count_levels(const struct session *session, size_t index, size_t rule,
                         enum rung__end end, struct rung__evidence *evidence)
{
  const struct rung__reading *reading = &session->scores->model->readings[index];
  struct rung__bench *bench = session->scores->room->bench;
  const struct rung__rule *of = &reading->rule[rule];
  const struct rung__rule_column *from = &session->scores
                                              ->rule[index][rung__person_rule(reading, rule)];

  evidence->share = bench->share;
  if (of->over_items) {
    rung__share_of_items(bench, of, evidence);
    evidence->nobody = bench->nobody;
  } else {
    rung__share_of_one(bench, of, levels_of(session, from, end), session->count);
    evidence->nobody = from->state + session->first;
  }
}

static void judge_rule(const struct session *session, size_t index, size_t rule, enum rung__end end)
{
  const rung_model *model = session->scores->model;
  const struct rung__reading *reading = &model->readings[index];
  const struct rung__rule_column *column = &session->scores->rule[index][rule];
  const struct rung__bench *bench = session->scores->room->bench;
  const bool kept = end == RUNG__END_SCORE;
  const struct rung__verdict verdict = {levels_of(session, column, end),
                                        kept ? column->state + session->first : bench->state,
                                        kept ? column->marks + session->first : bench->marks};
  struct rung__evidence evidence = session->evidence[end];

  if (rung__counts_levels(&reading->rule[rule])) {
    count_levels(session, index, rule, end, &evidence);
  }
  rung__judge(model, reading, rule, &evidence, reading->action_count > 0 ? bench->acts[end] : NULL,
              &verdict);
}

static struct rung__range_of range_of(const struct session *session, size_t index, size_t rule)
{
  const struct rung__rule_column *column = &session->scores->rule[index][rule];
  const struct rung__bench *bench = session->scores->room->bench;
  const size_t first = session->first;

  return (struct rung__range_of){.reading = &session->scores->model->readings[index],
                                 .rule = rule,
                                 .count = session->count,
                                 .column = {column->level + first, column->lowest + first,
                                            column->highest + first, column->state + first,
                                            column->marks + first},
                                 .outlook = bench->outlook,
                                 .actions = bench->actions};
}

static struct rung__horizon horizon_of(const struct session *session, uint8_t *out)
{
  const struct rung__room *room = session->scores->room;

  memset(out, 0, session->count);
  return (struct rung__horizon){.count = session->count,
                                .item = room->cells.code,
                                .measure = (const uint8_t *const *)room->outlook,
                                .reading = (const uint8_t *const *)room->bench->reading_outlook,
                                .out = out};
}

/* Conditions see what is known of a row; at the ends of its range, too, unless that is open. */
static void find_actions(const struct session *session, const struct rung__reading *reading)
{
  struct rung__bench *bench = session->scores->room->bench;
  struct rung__horizon horizon = horizon_of(session, bench->actions);

  rung__actions_look(reading, rung__see_outlook, &horizon);
  for (size_t row = 0; reading->action_count > 0 && row < session->count; row++) {
    const uint16_t acts = rung__actions_on(reading, &session->evidence[RUNG__END_SCORE], row);
    bench->acts[RUNG__END_SCORE][row] = acts;
    rung__actions_at_ends(reading, bench->actions[row] & RUNG__OPEN, acts,
                          &bench->acts[RUNG__END_LOWEST][row],
                          &bench->acts[RUNG__END_HIGHEST][row]);
  }
}

/* What is judged anew, or widened, the conditions act on once more: they do not add up. */
static void act_on_ends(const struct session *session, size_t index, size_t rule)
{
  const struct rung__reading *reading = &session->scores->model->readings[index];
  const struct rung__rule_column *column = &session->scores->rule[index][rule];
  const struct rung__bench *bench = session->scores->room->bench;

  for (int end = RUNG__END_LOWEST; end < RUNG__ENDS && reading->action_count > 0; end++) {
    const struct rung__verdict verdict = {levels_of(session, column, (enum rung__end)end),
                                          bench->state, bench->marks};
    for (size_t row = 0; row < session->count; row++)
      rung__act(reading, bench->acts[end][row], &verdict, row);
  }
}

static void judge_ends(const struct session *session, size_t index, size_t rule)
{
  const struct rung__reading *reading = &session->scores->model->readings[index];
  struct rung__bench *bench = session->scores->room->bench;
  struct rung__horizon horizon = horizon_of(session, bench->outlook);
  const struct rung__range_of of = range_of(session, index, rule);

  rung__rule_looks(reading, &reading->rule[rung__person_rule(reading, rule)], rung__see_outlook,
                   &horizon);
  for (int end = 0; end < RUNG__ENDS; end++)
    judge_rule(session, index, rule, (enum rung__end)end);
  rung__bound_levels(&of);
  act_on_ends(session, index, rule);
  if (rule == reading->primary) rung__look_at_levels(&of, bench->reading_outlook[index]);
}

/* Rules that count the levels of others come last. */
static void judge_reading(const struct session *session, size_t index)
{
  const struct rung__reading *reading = &session->scores->model->readings[index];

  find_actions(session, reading);
  for (int last = 0; last < 2; last++) {
    for (size_t rule = 0; rule < reading->count; rule++) {
      if ((rung__person_rule(reading, rule) != rule) == (last == 1))
        judge_ends(session, index, rule);
    }
  }
  publish(session, index);
}

void rung__judge_rows(rung_scores *scores, size_t first, size_t count)
{
  const rung_model *model = scores->model;
  struct session session = {.scores = scores, .first = first, .count = count};

  for (int end = 0; end < RUNG__ENDS; end++)
    session.evidence[end] = evidence_at(scores, count, (enum rung__end)end);
  for (size_t i = 0; i < model->reading_count; i++)
    judge_reading(&session, i);
  for (size_t flag = 0; flag < model->flag_count; flag++) {
    for (size_t row = 0; row < count; row++) {
      scores->flag[flag][first + row] = rung__condition(&model->flags[flag].when,
                                                        &session.evidence[RUNG__END_SCORE], row);
    }
  }
}
