/* Readings over groups: the group's figures held against the ladder, and the persons' own levels.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings/readings.h"

#include <string.h>

#include "findings/chances.h"
#include "findings/footing.h"
#include "findings/people.h"
#include "findings/shares.h"
#include "findings/sight.h"
#include "score/climb.h"

/* A rule over people: the level of the one in the middle. */
static void judge_people(struct rung__figures *figures, size_t reading, size_t rule, size_t group)
{
  const struct rung__rule_figures *out = &figures->rule[reading][rule];
  const struct rung__people people = rung__people_of(figures, group, reading, rule);
  const int level = rung__people_median(figures, group, &people);
  out->level[group] = (int8_t)level;
  out->marks[group] = 0;
  out->state[group] = level >= 0 ? (uint8_t)RUNG_STATE_SHOWN
                                 : rung__why_no_people(figures, reading, group, &people);
}

/* The level that a link allows the chain. */
static int8_t allowed(const struct rung__rule *rule, size_t link, int8_t level)
{
  const size_t most = (size_t)level + rung__lag_of(rule, link);
  return level < 0 ? level : (int8_t)(most < rule->highest ? most : rule->highest);
}

/* The measure of the lowest level, of several that of the lowest score. Holds are read as they
 * stand after judging: a copy is climbed, and a wave more at or above `up` gives the same level. */
static void find_weakest(struct rung__figures *figures, const struct rung__reading *reading,
                         const struct rung__rule *rule, struct rung__rule_figures *out,
                         size_t group)
{
  const struct rung__rule *from = &reading->rule[rule->from];
  const size_t steps = from->step_count, holds = rung__hold_count(reading, rule);
  int8_t lowest = INT8_MAX;
  int64_t least = INT64_MAX;
  for (size_t index = 0; index < rule->of_count; ++index) {
    const int64_t score = figures->measure[rule->of[index]].score[group];
    struct rung__hold hold[RUNG__LEVELS_MAX];
    if (score == RUNG__NO_SCORE) continue;
    if (steps > 0) memcpy(hold, out->hold + group * holds + index * steps, steps * sizeof *hold);
    const int8_t level = allowed(rule, index, rung__climb(from, score, hold).level);
    if (level < 0 || level > lowest || (level == lowest && score >= least)) continue;
    lowest = level;
    least = score;
    out->weakest[group] = (uint32_t)rule->of[index];
  }
}

static void judge_groups(struct rung__figures *figures, size_t reading, size_t index,
                         const uint16_t *acts)
{
  const rung_model *model = figures->model;
  const struct rung__reading *read = &model->readings[reading];
  struct rung__rule_figures *out = &figures->rule[reading][index];
  struct rung__evidence evidence = rung__sight_of(figures);
  const struct rung__verdict verdict = {out->level, out->state, out->marks};
  evidence.share = (const int64_t *const *)out->reached;
  evidence.nobody = out->nobody;
  if (rung__hold_count(read, &read->rule[index]) > 0) evidence.hold = out->hold;
  rung__judge(model, read, index, &evidence, acts, &verdict);
}

/* Whether each person has a level by the rule, of which the middle one counts. On the levels of people
 * the conditions of the reading have acted already. */
static bool takes_the_middle(const struct rung__rule *rule)
{
  return rule->over_people && !rung__counts_levels(rule);
}

static void judge_middle(struct rung__figures *figures, size_t reading, size_t index)
{
  const struct rung__reading *read = &figures->model->readings[reading];
  const struct rung__rule_figures *out = &figures->rule[reading][index];
  for (size_t group = 0; group < figures->count; ++group) {
    judge_people(figures, reading, index, group);
    out->marks[group] |= rung__level_marks(figures->model, read, index, out->level[group]);
  }
}

static void judge(struct rung__figures *figures, size_t reading, size_t index)
{
  const struct rung__reading *read = &figures->model->readings[reading];
  const struct rung__rule *rule = &read->rule[index];
  for (size_t group = 0; rung__counts_levels(rule) && group < figures->count; ++group)
    rung__find_shares(figures, reading, index, group);
  if (takes_the_middle(rule))
    judge_middle(figures, reading, index);
  else
    judge_groups(figures, reading, index, rule->over_people ? NULL : figures->sight.acts);
  for (size_t group = 0; group < figures->count; ++group) {
    rung__find_footing(figures, reading, index, group);
    if (rule->kind == RUNG__WEAKEST && !rule->over_people)
      find_weakest(figures, read, rule, &figures->rule[reading][index], group);
  }
}

static void judge_reading(struct rung__figures *figures, size_t reading)
{
  const struct rung__reading *read = &figures->model->readings[reading];
  const struct rung__evidence evidence = rung__sight_of(figures);
  for (size_t group = 0; group < figures->count; ++group)
    figures->sight.acts[group] = rung__actions_on(read, &evidence, group);
  rung__find_chances(figures, reading);
  for (size_t rule = 0; rule < read->count; ++rule)
    judge(figures, reading, rule);
}

/* An earlier wave is judged for what thresholds remember of it; conditions act on levels only. */
static void remember(struct rung__figures *figures, size_t reading)
{
  const struct rung__reading *read = &figures->model->readings[reading];
  for (size_t rule = 0; rule < read->count; ++rule) {
    if (!read->rule[rule].over_people && rung__hold_count(read, &read->rule[rule]) > 0)
      judge_groups(figures, reading, rule, NULL);
  }
}

/* What could not have been shown in full in an earlier wave gives nobody a threshold to hold. */
static void withhold(struct rung__figures *figures)
{
  for (size_t index = 0; index < figures->model->measure_count; ++index) {
    struct rung__measure_figures *measure = &figures->measure[index];
    for (size_t group = 0; group < figures->count; ++group) {
      if (measure->fewest[group] < figures->least_n_spread || measure->dominated[group])
        measure->score[group] = RUNG__NO_SCORE;
    }
  }
}

void rung__read_groups(struct rung__figures *figures, bool last)
{
  if (!last) withhold(figures);
  for (size_t reading = 0; reading < figures->model->reading_count; ++reading) {
    if (last)
      judge_reading(figures, reading);
    else
      remember(figures, reading);
  }
}
