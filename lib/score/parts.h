/* The parts of a measure on one row: its terms that are there, and what stands in for others.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_SCORE_PARTS_H
#define RUNG_SCORE_PARTS_H

#include "score/bench.h"
#include "score/measures.h"

/* A measure on one row of a tile. */
struct rung__one {
  const struct rung__tile *tile;
  const struct rung__measure *measure;
  size_t row;
  bool has_mean;
  int64_t mean; /* of the terms that are there */
};

/* Whether an answer that is missing may still change a term. */
bool rung__is_open(const struct rung__one *one, const struct rung__term *term);
/* What an open term brings to an end of the possible range. */
struct rung__part rung__part_at_end(const struct rung__one *one, const struct rung__term *term,
                                    enum rung__end end);
/* Fills in the parts of the score or of an end, with what stands in for terms there; how many. */
size_t rung__find_parts(struct rung__one *one, enum rung__end end, struct rung__part *part);
/* Joins the tile's parts; RUNG__NO_SCORE where they are too few, or it is not estimable. */
int64_t rung__join_parts(const struct rung__one *one, size_t count);
/* The possible range of a row of which something is open; RUNG__NO_SCORE: there is none. */
void rung__find_ends(struct rung__one *one, int64_t *lowest, int64_t *highest);

#endif
