/* Copying a reading and finding the cuts in it.
 * SPDX-License-Identifier: Apache-2.0 */
#include "score/trial.h"

#include <string.h>

/* The copy in the making. */
struct maker {
  struct rung__trial *trial;
  struct rung__arena *arena;
  bool failed; /* no memory */
};

static void *copy(struct maker *maker, const void *from, size_t count, size_t size)
{
  void *to = rung__arena_take(maker->arena, count, size);
  if (to == NULL)
    maker->failed = true;
  else if (count > 0)
    memcpy(to, from, count * size);
  return to;
}

static void add(struct maker *maker, const struct rung__movable *cut)
{
  struct rung__trial *trial = maker->trial;
  if (trial->cut_count == trial->room) {
    const size_t room = trial->room == 0 ? 16 : 2 * trial->room;
    struct rung__movable *more = rung__arena_take(maker->arena, room, sizeof *more);
    if (more == NULL) {
      maker->failed = true;
      return;
    }
    if (trial->cut_count > 0) memcpy(more, trial->cut, trial->cut_count * sizeof *more);
    trial->cut = more;
    trial->room = room;
  }
  trial->cut[trial->cut_count++] = *cut;
}

/* An ordinary cut asks for as much to stay as to come, and moves as one. */
static void add_steps(struct maker *maker, struct rung__rule *rule, enum rung__held held)
{
  rule->step = copy(maker, rule->step, rule->step_count, sizeof *rule->step);
  for (size_t index = 0; !maker->failed && index < rule->step_count; ++index) {
    struct rung__step *step = &rule->step[index];
    struct rung__movable cut = {.held = held, .number = &step->up};
    if (index > 0) cut.below = &rule->step[index - 1].up;
    if (index + 1 < rule->step_count) cut.above = &rule->step[index + 1].up;
    if (step->down == step->up)
      cut.twin = &step->down;
    else
      cut.below = &step->down;
    add(maker, &cut);
  }
}

/* The edge between two bands that meet is one cut. */
static void add_edge(struct maker *maker, struct rung__band *lower, struct rung__band *upper,
                     enum rung__held held)
{
  const bool meets = upper->over.has_from && lower->over.has_to &&
                     upper->over.from == lower->over.to;
  if (!meets) return;
  const struct rung__movable cut = {.held = held,
                                    .number = &upper->over.from,
                                    .twin = &lower->over.to,
                                    .below = lower->over.has_from ? &lower->over.from : NULL,
                                    .above = upper->over.has_to ? &upper->over.to : NULL};
  add(maker, &cut);
}

static void add_bands(struct maker *maker, struct rung__rule *rule, enum rung__held held)
{
  rule->band = copy(maker, rule->band, rule->band_count, sizeof *rule->band);
  for (size_t one = 0; !maker->failed && one < rule->band_count; ++one) {
    for (size_t other = 0; other < rule->band_count; ++other)
      if (one != other) add_edge(maker, &rule->band[one], &rule->band[other], held);
  }
}

static void add_climb(struct maker *maker, struct rung__rule *rule, enum rung__held held)
{
  if (rule->kind == RUNG__BANDS)
    add_bands(maker, rule, held);
  else
    add_steps(maker, rule, held);
}

/* The number of a test on a score or an item is a cut; a level or a share of answers is none. */
static void add_condition(struct maker *maker, struct rung__condition *condition)
{
  const bool holds = condition->on == RUNG__ON_ITEM ||
                     (condition->on == RUNG__ON_MEASURE && condition->figure == RUNG__LOOK_SCORE);
  if (condition->count == 0 && holds) {
    const struct rung__movable cut = {
        .held = RUNG__HELD_TEST, .number = &condition->number, .condition = condition};
    add(maker, &cut);
  }
  condition->part = copy(maker, condition->part, condition->count, sizeof *condition->part);
  for (size_t index = 0; !maker->failed && index < condition->count; ++index)
    add_condition(maker, &condition->part[index]);
}

static void add_gate(struct maker *maker, struct rung__rule *rule)
{
  rule->level = copy(maker, rule->level, rule->level_count, sizeof *rule->level);
  for (size_t index = 0; !maker->failed && index < rule->level_count; ++index) {
    struct rung__gate_level *level = &rule->level[index];
    level->need = copy(maker, level->need, level->need_count, sizeof *level->need);
    for (size_t need = 0; !maker->failed && need < level->need_count; ++need)
      add_condition(maker, &level->need[need]);
  }
  struct rung__movable cut = {.held = RUNG__HELD_NODES, .number = &rule->own.bound};
  if (rule->own.given) add(maker, &cut);
  cut.number = &rule->lower.bound;
  if (rule->lower.given) add(maker, &cut);
}

static void add_cases(struct maker *maker, struct rung__rule *rule)
{
  rule->cases = copy(maker, rule->cases, rule->case_count, sizeof *rule->cases);
  for (size_t index = 0; !maker->failed && index < rule->case_count; ++index) {
    struct rung__condition *when = copy(maker, rule->cases[index].when, 1, sizeof *when);
    rule->cases[index].when = when;
    if (when != NULL) add_condition(maker, when);
  }
}

static void add_shares(struct maker *maker, struct rung__rule *rule)
{
  rule->share = copy(maker, rule->share, rule->share_count, sizeof *rule->share);
  for (size_t index = 0; !maker->failed && index < rule->share_count; ++index) {
    const struct rung__movable cut = {.held = RUNG__HELD_SHARE,
                                      .number = &rule->share[index].least,
                                      .level = rule->share[index].to};
    add(maker, &cut);
  }
}

static void add_rule(struct maker *maker, struct rung__rule *rules, size_t index)
{
  struct rung__rule *rule = &rules[index];
  switch (rule->kind) {
  case RUNG__CUT:
  case RUNG__BANDS: add_climb(maker, rule, RUNG__HELD_SCORE); break;
  case RUNG__WEAKEST: add_climb(maker, &rules[rule->from], RUNG__HELD_LINKS); break;
  case RUNG__SHARE_RULE:
  case RUNG__OGIVE: add_shares(maker, rule); break;
  case RUNG__GATE: add_gate(maker, rule); break;
  case RUNG__FIRST: add_cases(maker, rule); break;
  case RUNG__MODE: break; /* the most votes: there is no cut */
  }
}

static bool make_row(struct rung__trial *trial, struct rung__arena *arena)
{
  const rung_model *model = trial->model;
  const size_t measures = model->measure_count, items = model->item_count;
  const size_t readings = model->reading_count, size = sizeof(void *);
  trial->measure = rung__arena_take(arena, measures, size);
  trial->measure_state = rung__arena_take(arena, measures, size);
  trial->coverage = rung__arena_take(arena, measures, size);
  trial->excused = rung__arena_take(arena, measures, size);
  trial->item = rung__arena_take(arena, items, size);
  trial->item_state = rung__arena_take(arena, items, size);
  trial->reached = rung__arena_take(arena, readings, size);
  trial->reading_state = rung__arena_take(arena, readings, size);
  trial->share = rung__arena_take(arena, RUNG__LEVELS_MAX, size);
  return trial->measure != NULL && trial->measure_state != NULL && trial->coverage != NULL &&
         trial->excused != NULL && trial->item != NULL && trial->item_state != NULL &&
         trial->reached != NULL && trial->reading_state != NULL && trial->share != NULL;
}

bool rung__trial_make(struct rung__trial *trial, const rung_model *model, size_t reading,
                      size_t rule, struct rung__arena *arena)
{
  struct maker maker = {trial, arena, false};
  *trial = (struct rung__trial){.model = model, .reading = model->readings[reading], .rule = rule};
  struct rung__rule *rules = copy(&maker, trial->reading.rule, trial->reading.count, sizeof *rules);
  if (maker.failed) return false;
  trial->reading.rule = rules;
  add_rule(&maker, rules, rule);
  return !maker.failed && make_row(trial, arena);
}

struct rung__evidence rung__trial_row(struct rung__trial *trial,
                                      const struct rung__evidence *evidence, size_t row)
{
  const rung_model *model = trial->model;
  struct rung__evidence one = *evidence;
  for (size_t index = 0; index < model->measure_count; ++index) {
    trial->measure[index] = evidence->measure.value[index] + row;
    trial->measure_state[index] = evidence->measure.state[index] + row;
    if (evidence->coverage != NULL) trial->coverage[index] = evidence->coverage[index] + row;
    if (evidence->excused != NULL) trial->excused[index] = evidence->excused[index] + row;
  }
  for (size_t index = 0; index < model->item_count; ++index) {
    if (!model->items[index].looked_at) continue;
    trial->item[index] = evidence->item.value[index] + row;
    trial->item_state[index] = evidence->item.state[index] + row;
  }
  for (size_t index = 0; index < model->reading_count; ++index) {
    if (evidence->reached[index] == NULL) continue;
    trial->reached[index] = evidence->reached[index] + row;
    trial->reading_state[index] = evidence->reading_state[index] + row;
  }
  const size_t levels = model->ladders[trial->reading.ladder].count;
  for (size_t level = 0; evidence->share != NULL && level < levels; ++level)
    trial->share[level] = evidence->share[level] == NULL ? NULL : evidence->share[level] + row;
  one.count = 1;
  one.measure = (struct rung__seen){trial->measure, trial->measure_state};
  one.item = (struct rung__seen){trial->item, trial->item_state};
  one.reached = trial->reached;
  one.reading_state = trial->reading_state;
  if (evidence->coverage != NULL) one.coverage = trial->coverage;
  if (evidence->excused != NULL) one.excused = trial->excused;
  if (evidence->share != NULL) one.share = trial->share;
  if (evidence->nobody != NULL) one.nobody = evidence->nobody + row;
  one.hold = NULL;
  return one;
}
