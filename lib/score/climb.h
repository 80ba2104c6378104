/* Holding one score against a cut or bands rule: what weakest links share with both.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_SCORE_CLIMB_H
#define RUNG_SCORE_CLIMB_H

#include "score/rules.h"

struct rung__climbed {
  int8_t level; /* -1: none */
  uint8_t state, marks;
};

/* Holds a score, after the rule's own rounding, against a rule by cut or bands. `hold` is read and
 * updated: one per step; NULL in a first and only wave. */
struct rung__climbed rung__climb(const struct rung__rule *rule, int64_t score,
                                 struct rung__hold *hold);
/* A wave without a score breaks the run towards a threshold; what is held stays held. */
void rung__break_run(struct rung__hold *hold, size_t count);
/* The same for bands: the first band that the score lies in; no level in a hole. */
struct rung__climbed rung__find_band(const struct rung__rule *rule, int64_t score);

#endif
