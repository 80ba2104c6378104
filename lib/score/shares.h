/* Shares on single rows: of the one person that a row is, or of the answers to some items.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_SCORE_SHARES_H
#define RUNG_SCORE_SHARES_H

#include "score/bench.h"

/* On one row everybody is one person: all of the people reach a level, or none of them. */
void rung__share_of_one(struct rung__bench *bench, const struct rung__rule *rule,
                        const int8_t *level, size_t count);
/* The shares of the items' answers at each level or above, and why there are none. */
void rung__share_of_items(struct rung__bench *bench, const struct rung__rule *rule,
                          const struct rung__evidence *evidence);
/* Of several reasons why items have no answer, keeps the one that tells most: it was asked, it does
 * not apply, it was not asked. */
void rung__tell_nobody(uint8_t *nobody, uint8_t state);
/* The level of an answer that is a level, by its value. */
static inline size_t rung__level_of(int64_t value)
{
  return (size_t)(value / RUNG__GRID - 1);
}

#endif
