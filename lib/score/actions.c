/* Letting the conditions of a reading act on the level of a rule.
 * SPDX-License-Identifier: Apache-2.0 */
#include "score/actions.h"

uint16_t rung__actions_on(const struct rung__reading *reading,
                          const struct rung__evidence *evidence, size_t row)
{
  unsigned acts = 0;

  for (size_t i = 0; i < reading->action_count; i++) {
    if (rung__condition(reading->action[i].when, evidence, row) != 0) acts |= 1u << i;
  }
  return (uint16_t)acts;
}

static void apply(const struct rung__action *action, const struct rung__verdict *verdict,
                  size_t row)
{
  const int level = (int)action->level;

  switch (action->kind) {
  case RUNG__CAP:
    if (verdict->level[row] <= level) return;
    verdict->level[row] = (int8_t)level;
    verdict->marks[row] |= RUNG_MARK_CAPPED;
    break;
  case RUNG__WITHHOLD:
    verdict->level[row] = -1;
    verdict->state[row] = RUNG_STATE_NOT_ESTIMABLE;
    verdict->marks[row] = 0;
    break;
  case RUNG__ESPOUSED:
    if (verdict->level[row] >= level) verdict->marks[row] |= RUNG_MARK_ESPOUSED;
    break;
  }
}

void rung__act(const struct rung__reading *reading, uint16_t acts,
               const struct rung__verdict *verdict, size_t row)
{
  for (size_t i = 0; i < reading->action_count && verdict->level[row] >= 0; i++) {
    if ((unsigned)acts >> i & 1u) apply(&reading->action[i], verdict, row);
  }
}

const struct rung__action *rung__acting(const struct rung__reading *reading, uint16_t acts,
                                        enum rung__action_kind kind)
{
  for (size_t i = 0; i < reading->action_count; i++) {
    if (((unsigned)acts >> i & 1u) && reading->action[i].kind == kind) return &reading->action[i];
  }
  return NULL;
}
