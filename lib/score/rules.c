/* The list of rules, and what every verdict shares.
 * SPDX-License-Identifier: Apache-2.0 */
#include "score/rules.h"

static void (*const judges[])(const struct rung__reading *, const struct rung__rule *,
                              const struct rung__evidence *, const struct rung__verdict *) = {
    [RUNG__CUT] = rung__judge_cut,         [RUNG__BANDS] = rung__judge_cut,
    [RUNG__WEAKEST] = rung__judge_weakest, [RUNG__SHARE_RULE] = rung__judge_share,
    [RUNG__OGIVE] = rung__judge_share,     [RUNG__GATE] = rung__judge_gate,
    [RUNG__MODE] = rung__judge_mode,       [RUNG__FIRST] = rung__judge_first,
};

size_t rung__hold_count(const struct rung__reading *reading, const struct rung__rule *rule)
{
  if (rule->kind != RUNG__WEAKEST) return rule->step_count;
  return rule->of_count * reading->rule[rule->from].step_count;
}

bool rung__counts_levels(const struct rung__rule *rule)
{
  if (rule->kind == RUNG__MODE) return rule->from != RUNG__NONE;
  return rule->kind == RUNG__SHARE_RULE || rule->kind == RUNG__OGIVE;
}

/* Whether a rule, or one that it rests on, is of assumed numbers. */
static bool is_assumed(const rung_model *model, const struct rung__reading *reading, size_t index)
{
  const struct rung__rule *rule = &reading->rule[index];

  if (rule->source != RUNG__NONE && model->sources[rule->source].kind == RUNG__ASSUMED) return true;
  return rule->from != RUNG__NONE && is_assumed(model, reading, (size_t)rule->from);
}

uint8_t rung__level_marks(const rung_model *model, const struct rung__reading *reading,
                          size_t index, int level)
{
  const int8_t *stated = model->ladders[reading->ladder].stated;
  const bool visiting = level >= 0 && stated[level] != level;

  return (uint8_t)((visiting ? RUNG_MARK_VISITING : 0) |
                   (is_assumed(model, reading, index) ? RUNG_MARK_ASSUMED : 0) |
                   (rung__is_ipsative(reading, index) ? RUNG_MARK_IPSATIVE : 0));
}

/* What compares within a row only says nothing of the row's place on a ladder; the level with most
 * votes is found by comparing within it. */
bool rung__says_nothing(const struct rung__rule *rule, bool groups)
{
  return rule->ipsative && rule->kind != RUNG__MODE && !groups;
}

/* Whether a higher figure can only make a condition true. */
static bool condition_rises(const struct rung__condition *condition)
{
  if (condition->test == RUNG__NOT) return false;
  for (size_t i = 0; i < condition->count; i++) {
    if (!condition_rises(&condition->part[i])) return false;
  }
  return condition->count > 0 || condition->test == RUNG__AT_LEAST ||
         condition->test == RUNG__ABOVE;
}

static bool gate_rises(const struct rung__rule *rule)
{
  for (size_t i = 0; i < rule->level_count; i++) {
    for (size_t need = 0; need < rule->level[i].need_count; need++) {
      if (!condition_rises(&rule->level[i].need[need])) return false;
    }
  }
  return true;
}

/* Whether bands join without a hole and rise, from the first to the last or back. */
static bool bands_rise(const struct rung__rule *rule)
{
  const bool back = rule->band[0].level > rule->band[rule->band_count - 1].level;

  for (size_t i = 1; i < rule->band_count; i++) {
    const struct rung__band *lower = &rule->band[back ? i : i - 1];
    const struct rung__band *upper = &rule->band[back ? i - 1 : i];
    if (lower->level > upper->level || !lower->over.has_to || !upper->over.has_from) return false;
    if (lower->over.to != upper->over.from) return false;
  }
  return true;
}

bool rung__rises(const struct rung__reading *reading, const struct rung__rule *rule)
{
  switch (rule->kind) {
  case RUNG__CUT:
  case RUNG__SHARE_RULE:
  case RUNG__OGIVE: return true;
  case RUNG__BANDS: return bands_rise(rule);
  case RUNG__WEAKEST: return rung__rises(reading, &reading->rule[rule->from]);
  case RUNG__GATE: return gate_rises(rule);
  case RUNG__MODE: return rung__counts_levels(rule);
  case RUNG__FIRST: break;
  }
  return false;
}

static void give_none(const struct rung__evidence *evidence, const struct rung__verdict *verdict)
{
  for (size_t row = 0; row < evidence->count; row++) {
    verdict->level[row] = -1;
    verdict->state[row] = RUNG_STATE_NOT_ESTIMABLE;
    verdict->marks[row] = 0;
  }
}

void rung__judge(const rung_model *model, const struct rung__reading *reading, size_t index,
                 const struct rung__evidence *evidence, const uint16_t *acts,
                 const struct rung__verdict *verdict)
{
  const struct rung__rule *rule = &reading->rule[index];

  if (rung__says_nothing(rule, evidence->groups))
    give_none(evidence, verdict);
  else
    judges[rule->kind](reading, rule, evidence, verdict);
  for (size_t row = 0; row < evidence->count; row++) {
    if (acts != NULL) rung__act(reading, acts[row], verdict, row);
    verdict->marks[row] |= rung__level_marks(model, reading, index, verdict->level[row]);
  }
}
