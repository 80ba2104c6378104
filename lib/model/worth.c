/* What a value is worth under a measure.
 * SPDX-License-Identifier: Apache-2.0 */
#include "model/worth.h"

#define HUNDRED (100 * RUNG__GRID)

bool rung__is_of_measures(rung_absence kind)
{
  return kind != RUNG_ABSENT_DONT_KNOW && kind != RUNG_ABSENT_INVALID;
}

bool rung__counts_favour(const struct rung__measure *measure)
{
  return measure->by == RUNG__NET || (measure->by == RUNG__SHARE && !measure->has_at_least);
}

int64_t rung__worth_score(const struct rung__measure *measure, int64_t score)
{
  if (!measure->has_at_least) return score;
  if (score < measure->at_least) return 0;
  return measure->by == RUNG__SHARE ? HUNDRED : RUNG__GRID;
}

int64_t rung__worth_value(const struct rung__measure *measure, const struct rung__item *item,
                          int64_t value)
{
  if (!measure->rescaled) return rung__worth_score(measure, value);
  const rung__wide span = (rung__wide)measure->to_high - measure->to_low;
  return rung__grid_plus(measure->to_low, rung__grid_divide((rung__wide)(value - item->low) * span,
                                                            item->high - item->low));
}

int64_t rung__worth_answer(const struct rung__measure *measure, const struct rung__item *item,
                           size_t answer)
{
  if (!rung__counts_favour(measure)) {
    return rung__worth_value(measure, item, item->value[answer]);
  }
  if (item->favour[answer] == RUNG__FAVOURABLE) return HUNDRED;
  if (measure->by == RUNG__SHARE || item->favour[answer] == RUNG__NEUTRAL) return 0;
  return -HUNDRED;
}
