/* A gate's levels on one row of evidence: which requirements hold, and what stands in the way.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_SCORE_GATE_H
#define RUNG_SCORE_GATE_H

#include "score/evidence.h"

/* The first requirement that a level fails by. */
struct rung__obstacle {
  bool empty;                         /* it has none left, and must not be empty */
  const struct rung__node *node;      /* an item or measure that does not meet its test, or NULL */
  const struct rung__gate_test *test; /* of the node */
  const struct rung__condition *need; /* a condition that is not true, or NULL */
};

/* How the requirements of one level stand. */
struct rung__standing {
  size_t remaining; /* own requirements that are not left out */
  bool fails;       /* by the obstacle */
  bool open;        /* something is missing that could make it fail */
  unsigned gaps;    /* of what has no value: bits of rung__gap */
  struct rung__obstacle obstacle;
};

/* One listed level by itself, whether or not the levels below are reached. `below` is how the own
 * requirements of all lower levels stand by the test of lower levels: nothing at the lowest, and each
 * call adds its level to it, so that a rule asks of each level in turn and looks at a node twice. */
struct rung__standing rung__gate_standing(const struct rung__rule *rule, size_t index,
                                          struct rung__standing *below,
                                          const struct rung__evidence *evidence, size_t row);

#endif
