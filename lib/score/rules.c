/* The list of rules, and what every verdict shares.
 * SPDX-License-Identifier: Apache-2.0 */
#include "score/rules.h"

static void (*const judges[])(const struct rung__reading *, const struct rung__rule *,
                              const struct rung__evidence *, const struct rung__verdict *) = {
    [RUNG__CUT] = rung__judge_cut,
    [RUNG__BANDS] = rung__judge_cut,
    [RUNG__WEAKEST] = rung__judge_weakest,
    [RUNG__SHARE_RULE] = rung__judge_share,
};

size_t rung__hold_count(const struct rung__reading *reading, const struct rung__rule *rule)
{
  if (rule->kind != RUNG__WEAKEST) return rule->step_count;
  return rule->of_count * reading->rule[rule->from].step_count;
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
                   (is_assumed(model, reading, index) ? RUNG_MARK_ASSUMED : 0));
}

void rung__judge(const rung_model *model, const struct rung__reading *reading, size_t index,
                 const struct rung__evidence *evidence, const struct rung__verdict *verdict)
{
  judges[reading->rule[index].kind](reading, &reading->rule[index], evidence, verdict);
  for (size_t row = 0; row < evidence->count; row++) {
    verdict->marks[row] |= rung__level_marks(model, reading, index, verdict->level[row]);
  }
}
