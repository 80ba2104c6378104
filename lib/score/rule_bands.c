/* Bands: the level of the first band that a score lies in.
 * SPDX-License-Identifier: Apache-2.0 */
#include "score/climb.h"

static bool holds(const struct rung__rule *rule, const struct rung__band *band, int64_t score)
{
  if (rule->closed_high) {
    return (!band->has_from || score > band->from) && (!band->has_to || score <= band->to);
  }
  return (!band->has_from || score >= band->from) && (!band->has_to || score < band->to);
}

struct rung__climbed rung__find_band(const struct rung__rule *rule, int64_t score)
{
  for (size_t i = 0; i < rule->band_count; i++) {
    if (holds(rule, &rule->band[i], score)) {
      return (struct rung__climbed){(int8_t)rule->band[i].level, RUNG_STATE_SHOWN, 0};
    }
  }
  return (struct rung__climbed){-1, RUNG_STATE_NOT_ESTIMABLE, 0};
}
