/* Linting ladders: levels that no rule of any reading gives.
 * SPDX-License-Identifier: Apache-2.0 */
#include "check/lint.h"
#include "check/place.h"

/* A set of levels as bits: a ladder has at most RUNG__LEVELS_MAX. */
typedef uint32_t level_set;

static level_set one(size_t level)
{
  return (level_set)1 << level;
}

static level_set all_of(const struct rung__ladder *ladder)
{
  return (level_set)((UINT64_C(1) << ladder->count) - 1);
}

static level_set given_by_numbers(const struct rung__rule *rule)
{
  level_set set = rule->kind == RUNG__CUT ? one(0) : 0;

  for (size_t i = 0; i < rule->step_count; i++)
    set |= one(rule->step[i].to);
  for (size_t i = 0; i < rule->band_count; i++)
    set |= one(rule->band[i].level);
  return set;
}

static level_set given_by_gate(const struct rung__rule *rule)
{
  level_set set = one(0);

  for (size_t i = 0; i < rule->level_count; i++)
    set |= one(rule->level[i].to);
  return set;
}

static level_set given_by_cases(const struct rung__rule *rule)
{
  level_set set = rule->otherwise == RUNG__NONE ? 0 : one((size_t)rule->otherwise);

  for (size_t i = 0; i < rule->case_count; i++)
    set |= one(rule->cases[i].level);
  for (size_t i = 0; i < rule->mode_count; i++)
    set |= one(rule->mode[i].level);
  return set;
}

/* Rules that rest on another give what that one does, as far as can be said without answers. */
static level_set given_by(const struct rung__ladder *ladder, const struct rung__rule *rule)
{
  level_set set = one(0);

  switch (rule->kind) {
  case RUNG__CUT:
  case RUNG__BANDS: return given_by_numbers(rule);
  case RUNG__GATE: return given_by_gate(rule);
  case RUNG__FIRST: return given_by_cases(rule);
  case RUNG__MODE: return rule->from == RUNG__NONE ? given_by_cases(rule) : 0;
  case RUNG__WEAKEST: return rule->lag > 0 && rule->critical != NULL ? all_of(ladder) : 0;
  case RUNG__SHARE_RULE: return rule->over_items ? all_of(ladder) : 0;
  case RUNG__OGIVE:
    for (size_t i = 0; i < rule->share_count; i++)
      set |= one(rule->share[i].to);
    return set;
  }
  return set;
}

static level_set given_by_reading(const rung_model *model, const struct rung__reading *reading)
{
  level_set set = 0;

  for (size_t i = 0; i < reading->count; i++)
    set |= given_by(&model->ladders[reading->ladder], &reading->rule[i]);
  for (size_t i = 0; i < reading->action_count; i++) {
    if (reading->action[i].kind == RUNG__CAP) set |= one(reading->action[i].level);
  }
  return set;
}

static void lint_ladder(const rung_model *model, size_t index, rung_notes *notes)
{
  const struct rung__ladder *ladder = &model->ladders[index];
  const struct rung__where where = rung__where("ladders", index, model->used.ladders);
  level_set set = 0;

  for (size_t i = 0; i < model->reading_count; i++) {
    if (model->readings[i].ladder == index) set |= given_by_reading(model, &model->readings[i]);
  }
  for (size_t level = 0; set != 0 && level < ladder->count; level++) {
    const struct rung__where place = rung__behind(&where, "levels/%zu", level);
    if ((set & one(level)) != 0) continue;
    rung__note(notes, RUNG_NOTE_WARNING, place.text,
               "no rule of any reading gives the level '%s' of the ladder '%s'; give it a step, a "
               "band or a case, or drop it",
               ladder->level[level].id, ladder->id);
  }
}

void rung__lint_ladders(const rung_model *model, rung_notes *notes)
{
  for (size_t i = model->used.ladders; i < model->ladder_count; i++)
    lint_ladder(model, i, notes);
}
