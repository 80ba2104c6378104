/* The possible range of a level: where the ends of the scores do not give it.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_SCORE_LEVEL_ENDS_H
#define RUNG_SCORE_LEVEL_ENDS_H

#include "score/outlook.h"
#include "score/rules.h"
#include "score/workspace.h"

/* A rule on some rows, judged at both ends; its columns begin at the first of them. */
struct rung__range_of {
  const struct rung__reading *reading;
  size_t rule, count;
  struct rung__rule_column column;
  const uint8_t *outlook; /* [row] of what the rule looks at */
  const uint8_t *actions; /* [row] of what the conditions of the reading look at */
};

/* Puts the ends in order; of what is settled, both are the level; of rules that may fall where a
 * figure rises, they are the ends of the ladder. */
void rung__bound_levels(const struct rung__range_of *of);
/* The outlook of a reading by its primary rule. */
void rung__look_at_levels(const struct rung__range_of *of, uint8_t *outlook);
/* The actions on the ends of a row on which `acts` act: where what they look at is open, any cap may
 * act on the lowest, and nothing on the highest. */
void rung__actions_at_ends(const struct rung__reading *reading, bool open, uint16_t acts,
                           uint16_t *lowest, uint16_t *highest);

#endif
