/* Measures: how scores are made of terms, a tile of rows at a time.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_SCORE_MEASURES_H
#define RUNG_SCORE_MEASURES_H

#include "score/workspace.h"

/* Some rows of a block, as bytes per item, and where their results go. */
struct rung__tile {
  const rung_model *model;
  size_t count;                          /* rows, at most RUNG__BLOCK */
  const int8_t *const *item;             /* [item][row] */
  const struct rung__measure_column *at; /* [measure]: columns that begin at the tile's first row */
  struct rung__sums *sums;               /* the evaluator's scratch, [row] */
  struct rung__vote *vote;               /* scratch for a median: RUNG__TERMS_MAX of them */
};

/* What is summed per row. */
struct rung__sums {
  int64_t value[RUNG__BLOCK], weight[RUNG__BLOCK];                 /* of what is answered */
  int64_t low[RUNG__BLOCK], high[RUNG__BLOCK], whole[RUNG__BLOCK]; /* of what is asked, at its
                                                                      extremes */
  int32_t answered[RUNG__BLOCK], asked[RUNG__BLOCK];               /* terms */
  uint8_t inapplicable[RUNG__BLOCK]; /* some term was not applicable */
};

/* A value and what it weighs. */
struct rung__vote {
  int64_t value, weight;
};

/* One function per way of joining terms; measures.c lists them. Each fills score, lowest and highest
 * of every row on the grid, whatever its state. */
void rung__score_mean(const struct rung__tile *tile, const struct rung__measure *measure,
                      const struct rung__measure_column *out);
void rung__score_median(const struct rung__tile *tile, const struct rung__measure *measure,
                        const struct rung__measure_column *out);

/* The state of a score of which so many terms were asked and answered. */
uint8_t rung__score_state(const struct rung__measure *measure, int32_t answered, int32_t asked,
                          bool inapplicable);
/* The whole of a plain measure on a tile, by arithmetic that the compiler can do on many rows at
 * once; the same results as the long way. */
void rung__score_plain(const struct rung__tile *tile, const struct rung__measure *measure,
                       const struct rung__measure_column *out);
/* Computes a measure on a tile: coverage, state, score and possible range. Its terms come first. */
void rung__score_measure(const struct rung__tile *tile, size_t index);

/* The weighted median of some votes, which are put in order: the mean of the two middle values
 * where exactly half of the weight lies below. count > 0, weights > 0. In the unit of the votes
 * times two. */
rung__wide rung__median_twice(struct rung__vote *vote, size_t count);

#endif
