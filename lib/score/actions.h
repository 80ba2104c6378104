/* The conditions of a reading: what caps, withholds or marks a level.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_SCORE_ACTIONS_H
#define RUNG_SCORE_ACTIONS_H

#include "score/evidence.h"

/* A bit for each action that acts on a row: every one whose condition is not known to be false, for
 * an error must not open a gate. */
uint16_t rung__actions_on(const struct rung__reading *reading,
                          const struct rung__evidence *evidence, size_t row);
/* Lets them act on a level that a rule has given; without a level there is nothing to act on. */
void rung__act(const struct rung__reading *reading, uint16_t acts,
               const struct rung__verdict *verdict, size_t row);
/* The first action of a kind that acts; NULL: none does. */
const struct rung__action *rung__acting(const struct rung__reading *reading, uint16_t acts,
                                        enum rung__action_kind kind);

#endif
