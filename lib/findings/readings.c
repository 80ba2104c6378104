/* Readings over groups: the group's figures held against the ladder, and the persons' own levels.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings/readings.h"

#include <string.h>

#include "score/climb.h"

struct rung__people rung__people_of(const struct rung__figures *figures, size_t group,
                                    size_t reading, size_t rule)
{
  const struct rung__groups *groups = &figures->cells;
  const size_t person_rule = rung__person_rule(&figures->model->readings[reading], rule);
  struct rung__people people = {.segment = rung__shape_rule(groups->shape, reading, person_rule)};
  const struct rung__segment *segment = people.segment;
  if (segment == NULL) return people;
  people.n = rung__groups_active(groups, group, segment);
  people.weight = rung__groups_weight(groups, group, segment->first, segment->active);
  people.dominated = rung__dominates(rung__groups_largest(groups, group, segment), people.weight);
  return people;
}

int rung__people_median(const struct rung__figures *figures, size_t group,
                        const struct rung__people *people)
{
  rung__uwide below = 0;
  for (uint32_t level = 0; people->n > 0 && level < people->segment->active; ++level) {
    below += rung__groups_weight(&figures->cells, group, people->segment->first + level, 1);
    if (below * 2 >= people->weight) return (int)level;
  }
  return RUNG__NONE;
}

/* Why nobody has a level: the reason of the measure, else that no rule gave one. */
static uint8_t state_of_none(const struct rung__figures *figures, size_t reading, size_t group,
                             const struct rung__people *people)
{
  const uint8_t state = figures->measure[figures->model->readings[reading].measure].state[group];
  if (people->segment == NULL) return RUNG_STATE_NOT_COLLECTED;
  return state != RUNG_STATE_SHOWN ? state : RUNG_STATE_TOO_LITTLE_EVIDENCE;
}

/* A rule over people: the level of the one in the middle. */
static void judge_people(struct rung__figures *figures, size_t reading, size_t rule, size_t group)
{
  const rung_model *model = figures->model;
  const struct rung__reading *read = &model->readings[reading];
  struct rung__rule_figures *out = &figures->rule[reading][rule];
  const struct rung__people people = rung__people_of(figures, group, reading, rule);
  const int level = rung__people_median(figures, group, &people);
  out->level[group] = (int8_t)level;
  out->state[group] = level >= 0 ? (uint8_t)RUNG_STATE_SHOWN
                                 : state_of_none(figures, reading, group, &people);
  out->marks[group] = rung__level_marks(model, read, rule, level);
}

/* The shares of persons at each level or above. */
static void find_shares(struct rung__figures *figures, size_t reading, size_t rule, size_t group)
{
  struct rung__rule_figures *out = &figures->rule[reading][rule];
  const struct rung__people people = rung__people_of(figures, group, reading, rule);
  const size_t ladder = figures->model->readings[reading].ladder;
  rung__uwide above = 0;
  for (size_t level = figures->model->ladders[ladder].count; level > 0; --level) {
    if (people.n > 0)
      above += rung__groups_weight(&figures->cells, group, people.segment->first + level - 1, 1);
    out->reached[level - 1][group] = people.n > 0 ? rung__share_grid(above, people.weight)
                                                  : RUNG__NO_SCORE;
  }
}

static uint32_t lesser(uint32_t a, uint32_t b)
{
  return a == 0 || b < a ? b : a;
}

/* A weakest link rests on as many persons as the measure that has fewest. */
static void count_members(struct rung__figures *figures, const struct rung__rule *rule,
                          struct rung__rule_figures *out, size_t group)
{
  out->n[group] = out->fewest[group] = 0;
  out->dominated[group] = false;
  for (size_t index = 0; index < rule->of_count; ++index) {
    const struct rung__measure_figures *member = &figures->measure[rule->of[index]];
    if (member->n[group] == 0) continue;
    out->n[group] = lesser(out->n[group], member->n[group]);
    out->fewest[group] = lesser(out->fewest[group], member->fewest[group]);
    out->dominated[group] = out->dominated[group] || member->dominated[group];
  }
}

static void count_persons(struct rung__figures *figures, size_t reading, size_t index, size_t group)
{
  const struct rung__reading *read = &figures->model->readings[reading];
  const struct rung__rule *rule = &read->rule[index];
  const struct rung__measure_figures *measure = &figures->measure[read->measure];
  struct rung__rule_figures *out = &figures->rule[reading][index];
  if (rule->over_people || rule->kind == RUNG__SHARE_RULE) {
    const struct rung__people people = rung__people_of(figures, group, reading, index);
    out->n[group] = out->fewest[group] = people.n;
    out->dominated[group] = people.dominated;
  } else if (rule->kind == RUNG__WEAKEST) {
    count_members(figures, rule, out, group);
  } else {
    out->n[group] = measure->n[group];
    out->fewest[group] = measure->fewest[group];
    out->dominated[group] = measure->dominated[group];
  }
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
    const int8_t level = rung__climb(from, score, hold).level;
    if (level < 0 || level > lowest || (level == lowest && score >= least)) continue;
    lowest = level;
    least = score;
    out->weakest[group] = (uint32_t)rule->of[index];
  }
}

static void judge_groups(struct rung__figures *figures, size_t reading, size_t index)
{
  const rung_model *model = figures->model;
  const struct rung__reading *read = &model->readings[reading];
  struct rung__rule_figures *out = &figures->rule[reading][index];
  const struct rung__evidence evidence = {
      .count = figures->count,
      .score = figures->score,
      .state = figures->state,
      .level_count = model->ladders[read->ladder].count,
      .reached = (const int64_t *const *)out->reached,
      .hold = rung__hold_count(read, &read->rule[index]) > 0 ? out->hold : NULL};
  const struct rung__verdict verdict = {out->level, out->state, out->marks};
  rung__judge(model, read, index, &evidence, &verdict);
}

static void judge(struct rung__figures *figures, size_t reading, size_t index)
{
  const struct rung__reading *read = &figures->model->readings[reading];
  const struct rung__rule *rule = &read->rule[index];
  const bool shares = rule->kind == RUNG__SHARE_RULE;
  struct rung__rule_figures *out = &figures->rule[reading][index];
  for (size_t group = 0; group < figures->count; ++group) {
    count_persons(figures, reading, index, group);
    if (shares) find_shares(figures, reading, index, group);
    if (rule->over_people && !shares) judge_people(figures, reading, index, group);
  }
  if (shares || !rule->over_people) judge_groups(figures, reading, index);
  for (size_t group = 0; group < figures->count; ++group) {
    if (shares && out->n[group] == 0) {
      const struct rung__people none = rung__people_of(figures, group, reading, index);
      out->state[group] = state_of_none(figures, reading, group, &none);
    }
    if (rule->kind == RUNG__WEAKEST && !rule->over_people)
      find_weakest(figures, read, rule, out, group);
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
    const struct rung__reading *read = &figures->model->readings[reading];
    for (size_t rule = 0; rule < read->count; ++rule) {
      const bool holds = !read->rule[rule].over_people &&
                         rung__hold_count(read, &read->rule[rule]) > 0;
      if (last || holds) judge(figures, reading, rule);
    }
  }
}
