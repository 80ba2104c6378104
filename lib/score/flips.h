/* The flips of rows: how near each reading's level is to another, in one cut or one weight.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_SCORE_FLIPS_H
#define RUNG_SCORE_FLIPS_H

#include "base/arena.h"
#include "score/climb.h"
#include "score/flip.h"
#include "score/measures.h"

/* The results of a reading, [row]. */
struct rung__flip_column {
  int64_t *cut;   /* grid; RUNG__NO_SCORE: none */
  int8_t *level;  /* reached by the moved cut */
  double *weight; /* factor; NaN: none */
  uint32_t *term; /* of the reading's measure, whose weight it is */
};

struct rung__flips {
  struct rung__arena arena;         /* of the trials */
  struct rung__trial *trial;        /* [reading] of the primary rule */
  struct rung__flip_column *column; /* [reading] */
  struct rung__share_of_mean *part; /* room for the terms of a measure */
};

/* NULL: no memory. */
struct rung__flips *rung__flips_new(const rung_model *model);
/* Makes room for so many rows. False: no memory, nothing changed. */
bool rung__flips_reserve(struct rung__flips *flips, size_t readings, size_t rows);
void rung__flips_free(struct rung__flips *flips, size_t readings);

/* Whether a weight of a reading's measure may be told by: a plain weighted mean under cuts or bands. */
bool rung__weights_tell(const rung_model *model, const struct rung__reading *reading);
/* The smallest change of one weight that brings a mean of parts to another level of the reading. */
struct rung__reweight rung__reweigh(const struct rung__reading *reading,
                                    const struct rung__share_of_mean *part, size_t count,
                                    int64_t score);

/* Finds the flips of a tile whose levels are there; results stand from row `first`. */
void rung__find_flips(rung_scores *scores, const struct rung__tile *tile, size_t first);

#endif
