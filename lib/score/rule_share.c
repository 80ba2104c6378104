/* The share of people: the highest level that enough of them reach.
 * SPDX-License-Identifier: Apache-2.0 */
#include "score/rules.h"

/* Why nobody has a level. */
static uint8_t reason(const struct rung__reading *reading, const struct rung__evidence *evidence,
                      size_t row)
{
  const uint8_t state = evidence->state[reading->measure][row];

  if (evidence->nobody != NULL) return evidence->nobody[row];
  return state != RUNG_STATE_SHOWN ? state : (uint8_t)RUNG_STATE_TOO_LITTLE_EVIDENCE;
}

void rung__judge_share(const struct rung__reading *reading, const struct rung__rule *rule,
                       const struct rung__evidence *evidence, const struct rung__verdict *verdict)
{
  for (size_t row = 0; row < evidence->count; row++) {
    int8_t level = -1;
    for (size_t rank = 0; rank < evidence->level_count; rank++) {
      const int64_t share = evidence->reached[rank][row];
      if (share != RUNG__NO_SCORE && share >= rule->least) level = (int8_t)rank;
    }
    verdict->level[row] = level;
    verdict->marks[row] = 0;
    verdict->state[row] = level >= 0 ? (uint8_t)RUNG_STATE_SHOWN : reason(reading, evidence, row);
  }
}
