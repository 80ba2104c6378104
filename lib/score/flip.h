/* Flips: the smallest change of one cut, or of one weight, that changes a level.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_SCORE_FLIP_H
#define RUNG_SCORE_FLIP_H

#include "score/trial.h"

/* A moved cut. */
struct rung__flip {
  int64_t
      change;   /* grid, to be added to the cut; RUNG__NO_SCORE: no single cut changes the level */
  int8_t level; /* reached then; -1: none */
};

/* The smallest move of one of a trial's cuts that changes the level on a row; the others, the
 * conditions of the reading, and the order of the cuts stay. Where two moves are equal, the one that
 * gives the lower level counts. */
struct rung__flip rung__flip_cut(struct rung__trial *trial, const struct rung__evidence *evidence,
                                 uint16_t acts, size_t row);

/* A part of a weighted mean. */
struct rung__share_of_mean {
  double value, weight; /* weight > 0 */
};

/* The smallest change, as a share of itself, of one weight of a weighted mean of `count` parts that
 * brings the mean across `cut`. */
struct rung__reweight {
  double factor; /* what the weight is multiplied by, 0 or more; NaN: no single weight can */
  size_t part;
};

struct rung__reweight rung__flip_weight(const struct rung__share_of_mean *part, size_t count,
                                        double cut);

#endif
