/* Shares and ogives: the highest level that enough of the people or items reach.
 * SPDX-License-Identifier: Apache-2.0 */
#include "score/rules.h"

/* Why nobody has a level. */
static uint8_t reason(const struct rung__reading *reading, const struct rung__evidence *evidence,
                      size_t row)
{
  const uint8_t state = evidence->measure.state[reading->measure][row];

  if (evidence->nobody != NULL) return evidence->nobody[row];
  return state != RUNG_STATE_SHOWN ? state : (uint8_t)RUNG_STATE_TOO_LITTLE_EVIDENCE;
}

void rung__judge_share(const struct rung__reading *reading, const struct rung__rule *rule,
                       const struct rung__evidence *evidence, const struct rung__verdict *verdict)
{
  for (size_t row = 0; row < evidence->count; row++) {
    const bool anybody = evidence->share[0][row] != RUNG__NO_SCORE;
    int8_t level = 0;
    for (size_t i = 0; anybody && i < rule->share_count; i++) {
      const struct rung__ogive_step *step = &rule->share[i];
      if (evidence->share[step->to][row] >= step->least) level = (int8_t)step->to;
    }
    verdict->level[row] = anybody ? level : -1;
    verdict->state[row] = anybody ? (uint8_t)RUNG_STATE_SHOWN : reason(reading, evidence, row);
    verdict->marks[row] = 0;
  }
}
