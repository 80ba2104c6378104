/* First: the level of the first case that is true.
 * SPDX-License-Identifier: Apache-2.0 */
#include "score/cases.h"
#include "score/rules.h"

size_t rung__first_case(const struct rung__rule *rule, const struct rung__evidence *evidence,
                        size_t row, bool *known)
{
  *known = true;
  for (size_t i = 0; i < rule->case_count; i++) {
    const int8_t truth = rung__condition(rule->cases[i].when, evidence, row);
    if (truth == 0) continue;
    *known = truth > 0;
    return i;
  }
  return rule->case_count;
}

void rung__judge_first(const struct rung__reading *reading, const struct rung__rule *rule,
                       const struct rung__evidence *evidence, const struct rung__verdict *verdict)
{
  (void)reading;
  for (size_t row = 0; row < evidence->count; row++) {
    bool known;
    const size_t found = rung__first_case(rule, evidence, row, &known);
    const int level = found < rule->case_count ? (int)rule->cases[found].level : rule->otherwise;
    verdict->level[row] = known ? (int8_t)level : -1;
    verdict->state[row] = !known      ? RUNG_STATE_TOO_LITTLE_EVIDENCE
                          : level < 0 ? RUNG_STATE_NOT_ESTIMABLE
                                      : RUNG_STATE_SHOWN;
    verdict->marks[row] = 0;
  }
}
