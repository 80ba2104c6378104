/* The evaluator's scratch: everything a tile needs besides its results, allocated once.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_SCORE_ROOM_H
#define RUNG_SCORE_ROOM_H

#include "score/bench.h"
#include "score/cells.h"
#include "score/measures.h"

/* What rules and conditions see of an item, [row]: its value and, where it is missing, the ends of its
 * own range. */
struct rung__item_seen {
  int64_t value[RUNG__BLOCK], low[RUNG__BLOCK], high[RUNG__BLOCK];
  uint8_t state[RUNG__BLOCK];
};

struct rung__room {
  struct rung__cells cells;
  struct rung__sums *sums;
  struct rung__part *part;
  struct rung__vote *vote;
  struct rung__measure_column *at;            /* [measure]: results from the tile's first row */
  const int64_t **score, **lowest, **highest; /* [measure]: evidence */
  const uint8_t **state;
  uint8_t *outlooks, **outlook;        /* [measure][RUNG__BLOCK], and where each begins */
  int64_t *cover;                      /* [measure][2][RUNG__BLOCK], where the model looks at it */
  const int64_t **coverage, **excused; /* [measure], grid or RUNG__NO_SCORE */
  struct rung__item_seen *seen;        /* of the items looked at */
  const int64_t **item_value, **item_low, **item_high; /* [item]; NULL of others */
  const uint8_t **item_state;
  struct rung__bench *bench; /* of the rules */
};

/* NULL: no memory. */
struct rung__room *rung__room_new(const rung_model *model);
void rung__room_free(struct rung__room *room);

#endif
