/* The possible range of a level: where the ends of the scores do not give it.
 * SPDX-License-Identifier: Apache-2.0 */
#include "score/level_ends.h"

/* Whether a rule over people sees but the level of the rule under it. */
static bool rests_on_levels(const struct rung__rule *rule)
{
  return rung__counts_levels(rule) && !rule->over_items;
}

/* Bands may leave a score beyond them without a level. */
static bool has_bands(const struct rung__reading *reading, const struct rung__rule *rule)
{
  return rule->kind == RUNG__BANDS ||
         (rule->kind == RUNG__WEAKEST && reading->rule[rule->from].kind == RUNG__BANDS);
}

/* Whether the levels at the two ends are the ends of the levels. */
static bool holds_between(const struct rung__range_of *of, size_t row)
{
  const struct rung__rule *rule = &of->reading->rule[of->rule];
  const bool given = of->column.lowest[row] >= 0 && of->column.highest[row] >= 0;

  if (rests_on_levels(rule) || rung__says_nothing(rule, false)) return true;
  if (!rung__rises(of->reading, rule)) return false;
  if (rule->kind == RUNG__GATE) return given && !(of->outlook[row] & RUNG__UNSURE);
  return given || !has_bands(of->reading, rule);
}

/* A rule may be judged to fall from the low end to the high one, or to give a level at one only. */
static void order(const struct rung__range_of *of, size_t row)
{
  int8_t *lowest = &of->column.lowest[row], *highest = &of->column.highest[row];

  if (*highest < 0 || *lowest <= *highest) return;
  const int8_t lower = *highest;
  *highest = *lowest;
  *lowest = lower;
}

void rung__bound_levels(const struct rung__range_of *of)
{
  const struct rung__rule *rule = &of->reading->rule[of->rule];

  for (size_t row = 0; row < of->count; row++) {
    const bool open = of->outlook[row] & RUNG__OPEN;
    if (!open && !(of->actions[row] & RUNG__OPEN) && of->column.level[row] >= 0) {
      of->column.lowest[row] = of->column.highest[row] = of->column.level[row];
    } else if (open && !holds_between(of, row)) {
      of->column.lowest[row] = 0;
      of->column.highest[row] = (int8_t)rule->highest;
    } else {
      order(of, row);
    }
  }
}

void rung__actions_at_ends(const struct rung__reading *reading, bool open, uint16_t acts,
                           uint16_t *lowest, uint16_t *highest)
{
  unsigned caps = 0;

  for (size_t i = 0; i < reading->action_count; i++) {
    if (reading->action[i].kind == RUNG__CAP) caps |= 1u << i;
  }
  *lowest = open ? (uint16_t)caps : acts;
  *highest = open ? 0 : acts;
}

/* Whether a rule gives a level wherever what it looks at is there. */
static bool is_firm(const struct rung__reading *reading, const struct rung__rule *rule)
{
  return reading->action_count == 0 &&
         (rule->kind == RUNG__CUT || (rule->over_items && rung__counts_levels(rule)));
}

void rung__look_at_levels(const struct rung__range_of *of, uint8_t *outlook)
{
  const bool firm = is_firm(of->reading, &of->reading->rule[of->rule]);

  for (size_t row = 0; row < of->count; row++) {
    outlook[row] = of->outlook[row] | of->actions[row];
    const bool gone = of->column.level[row] < 0 && of->column.lowest[row] >= 0;
    if (gone || (!firm && (outlook[row] & RUNG__OPEN))) outlook[row] |= RUNG__UNSURE;
  }
}
