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
  int64_t *const *value;                 /* [item][row] of numbers; NULL for items of points */
  const struct rung__measure_column *at; /* [measure]: columns that begin at the tile's first row */
  struct rung__sums *sums;               /* the evaluator's scratch, [row] */
  struct rung__part *part;               /* scratch for one row: RUNG__TERMS_MAX of them */
  struct rung__vote *vote;               /* the same for a median */
  const struct rung__evidence *seen;     /* of items and of the measures that come first */
  int64_t *cover; /* [measure][2][RUNG__BLOCK]: its coverage and what is excused, as conditions see
                     them; NULL unless the model looks at them */
  uint8_t *const *outlook; /* [measure][row]: see score/outlook.h */
};

/* What is summed per row. */
struct rung__sums {
  int64_t value[RUNG__BLOCK], weight[RUNG__BLOCK];                 /* of what is answered */
  int64_t low[RUNG__BLOCK], high[RUNG__BLOCK], whole[RUNG__BLOCK]; /* of what is asked, at its
                                                                      extremes */
  int32_t answered[RUNG__BLOCK], asked[RUNG__BLOCK];               /* terms */
  int32_t parts[RUNG__BLOCK];                                      /* those that take part */
  uint8_t inapplicable[RUNG__BLOCK]; /* some term was not applicable */
  int32_t
      ahead[RUNG__BLOCK]; /* terms that are there, and those that are sure to be once answered */
  uint8_t looks[RUNG__BLOCK]; /* the outlook of what the measure's own conditions look at */
};

/* A value and what it weighs. */
struct rung__vote {
  int64_t value, weight;
};

/* A term that takes part on a row, or over a group: its value on the grid. */
struct rung__part {
  const struct rung__term *term;
  int64_t value;  /* of votes, how many */
  int64_t tagged; /* of votes, how many carry the tag */
};

/* Joins parts, at least one, into a score. RUNG__NO_SCORE: it is not estimable. `vote` is room. */
int64_t rung__join(const struct rung__measure *measure, const struct rung__part *part, size_t count,
                   struct rung__vote *vote);
/* In place of both ends: a ratio over something that may be 0 has none but the measure's extremes. */
#define RUNG__UNBOUNDED (RUNG__NO_SCORE + 1)
/* The ends of a product or a ratio of terms between two ends each; RUNG__NO_SCORE over 0. */
void rung__join_ends(const struct rung__measure *measure, const struct rung__part *low,
                     const struct rung__part *high, int64_t *lowest, int64_t *highest);
/* Whether every term has to take part. */
bool rung__needs_all(const struct rung__measure *measure);

/* Fills score, lowest and highest of every row on the grid, whatever its state. Sums of columns, where
 * the measure is `summed`; or row by row, whatever it is, with what stands in for absences. */
void rung__score_mean(const struct rung__tile *tile, const struct rung__measure *measure,
                      const struct rung__measure_column *out);
void rung__score_joined(const struct rung__tile *tile, const struct rung__measure *measure,
                        const struct rung__measure_column *out);
/* Shapes the scores of a measure by its curve, table, cut and rounding, and withholds them. */
void rung__reshape(const struct rung__tile *tile, const struct rung__measure *measure,
                   const struct rung__measure_column *out);
/* The same for one score without the conditions; false: it is not estimable. */
bool rung__reshape_score(const struct rung__measure *measure, int64_t *score);

/* The outlook of a measure: of its terms, before it is scored; of what its conditions look at; its
 * range where a term is unsure; and, after all, its own. */
void rung__look_at_terms(const struct rung__tile *tile, const struct rung__measure *measure);
void rung__look_at_withheld(const struct rung__tile *tile, const struct rung__measure *measure);
void rung__widen(const struct rung__tile *tile, const struct rung__measure *measure,
                 const struct rung__measure_column *out);
void rung__look_ahead(const struct rung__tile *tile, const struct rung__measure *measure,
                      const struct rung__measure_column *out);

/* Whether a term that is a measure of this state was asked. */
bool rung__is_asked_state(uint8_t state);
/* The state of a score of which so many terms were asked, answered and take part. */
uint8_t rung__score_state(const struct rung__measure *measure, int32_t answered, int32_t asked,
                          int32_t parts, bool inapplicable);
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
