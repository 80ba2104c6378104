/* Bands: the level of the first band that a score lies in.
 * SPDX-License-Identifier: Apache-2.0 */
#include "score/climb.h"

struct rung__climbed rung__find_band(const struct rung__rule *rule, int64_t score)
{
  for (size_t i = 0; i < rule->band_count; i++) {
    if (rung__stretch_holds(&rule->band[i].over, rule->closed_high, score)) {
      return (struct rung__climbed){(int8_t)rule->band[i].level, RUNG_STATE_SHOWN, 0};
    }
  }
  return (struct rung__climbed){-1, RUNG_STATE_NOT_ESTIMABLE, 0};
}
