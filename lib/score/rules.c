/* The list of rules, and what every verdict shares.
 * SPDX-License-Identifier: Apache-2.0 */
#include "score/rules.h"

const struct rung__rule_method rung__rule_methods[] = {
    [RUNG__CUT] = {"the highest step whose cut the score reaches", rung__judge_cut},
    [RUNG__BANDS] = {"the band that the score lies in", rung__judge_cut},
    [RUNG__WEAKEST] = {"the lowest level of some measures", rung__judge_weakest},
    [RUNG__SHARE_RULE] = {"the highest level that enough people reach", rung__judge_share},
};

size_t rung__hold_count(const struct rung__reading *reading, const struct rung__rule *rule)
{
  if (rule->kind != RUNG__WEAKEST) return rule->step_count;
  return rule->of_count * reading->rule[rule->from].step_count;
}

static bool is_assumed(const rung_model *model, const struct rung__rule *rule)
{
  return rule->source != RUNG__NONE && model->sources[rule->source].kind == RUNG__ASSUMED;
}

void rung__judge(const rung_model *model, const struct rung__reading *reading, size_t index,
                 const struct rung__evidence *evidence, const struct rung__verdict *verdict)
{
  const struct rung__ladder *ladder = &model->ladders[reading->ladder];
  const struct rung__rule *rule = &reading->rule[index];
  uint8_t assumed = is_assumed(model, rule) ? RUNG_MARK_ASSUMED : 0;

  if (rule->from != RUNG__NONE && is_assumed(model, &reading->rule[rule->from])) {
    assumed = RUNG_MARK_ASSUMED;
  }
  rung__rule_methods[rule->kind].judge(reading, rule, evidence, verdict);
  for (size_t row = 0; row < evidence->count; row++) {
    const int8_t level = verdict->level[row];
    verdict->marks[row] |= assumed;
    if (level >= 0 && ladder->stated[level] != level) verdict->marks[row] |= RUNG_MARK_VISITING;
  }
}
