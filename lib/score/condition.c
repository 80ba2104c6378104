/* Conditions of flags, in three values: true, false, cannot be said.
 * SPDX-License-Identifier: Apache-2.0 */
#include "score/rules.h"

static int8_t compare(const struct rung__condition *condition, int64_t value)
{
  switch (condition->test) {
  case RUNG__AT_LEAST: return value >= condition->number;
  case RUNG__AT_MOST: return value <= condition->number;
  case RUNG__ABOVE: return value > condition->number;
  case RUNG__BELOW: return value < condition->number;
  case RUNG__ALL:
  case RUNG__ANY: break;
  }
  return -1;
}

/* ALL is false as soon as one part is; ANY is true as soon as one part is. */
static int8_t join(const struct rung__condition *condition, const int64_t *scores,
                   const int8_t *levels)
{
  const int8_t decisive = condition->test == RUNG__ANY;
  int8_t result = !decisive;

  for (size_t i = 0; i < condition->count; i++) {
    const int8_t part = rung__condition(&condition->part[i], scores, levels);
    if (part == decisive) return decisive;
    if (part < 0) result = -1;
  }
  return result;
}

int8_t rung__condition(const struct rung__condition *condition, const int64_t *scores,
                       const int8_t *levels)
{
  if (condition->test == RUNG__ALL || condition->test == RUNG__ANY) {
    return join(condition, scores, levels);
  }
  if (condition->on_reading) {
    const int8_t level = levels[condition->index];
    return level < 0 ? -1 : compare(condition, level);
  }
  const int64_t score = scores[condition->index];
  return score == RUNG__NO_SCORE ? -1 : compare(condition, score);
}
