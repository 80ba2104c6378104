/* The evaluator's scratch: everything a tile needs besides its results, allocated once.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_SCORE_ROOM_H
#define RUNG_SCORE_ROOM_H

#include "score/measures.h"

struct rung__room {
  int8_t *bytes;       /* [item][RUNG__BLOCK] */
  const int8_t **item; /* [item] */
  struct rung__sums *sums;
  struct rung__vote *vote;
  struct rung__measure_column *at;            /* [measure]: results from the tile's first row */
  const int64_t **score, **lowest, **highest; /* [measure]: evidence */
  const uint8_t **state;
  int64_t *shares;                    /* [level][RUNG__BLOCK] */
  const int64_t **reached;            /* [level] */
  uint8_t *spare_state, *spare_marks; /* verdicts of which only the level is kept */
  int64_t *row_score;                 /* [measure]: one row, for conditions */
  int8_t *row_level;                  /* [reading] */
};

/* NULL: no memory. */
struct rung__room *rung__room_new(const rung_model *model);
void rung__room_free(struct rung__room *room);

#endif
