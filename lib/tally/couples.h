/* Couples: which pairs of items and of measures a tally keeps products of, laid out once.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Narrow couples are of items whose values are small whole numbers of a step, so that their sums fit
 * 128 bits; wide ones are of other items, and of measures' scores. Narrow ones stand first. */
#ifndef RUNG_TALLY_COUPLES_H
#define RUNG_TALLY_COUPLES_H

#include "model/model.h"

/* Of a measure with more items, no products are kept: their number grows with the square. */
#define RUNG__COUPLED_ITEMS 64
/* Of a rule that looks at more measures, only those of the first so many. */
#define RUNG__COUPLED_MEASURES 32
/* |value| of a narrow couple in steps: 1,024 products of two fit 31 bits. */
#define RUNG__NARROW_MOST 1023
/* Couples that a saved tally may tell of. */
#define RUNG__COUPLES_MAX (UINT32_C(1) << 24)

/* What is summed of a narrow couple, and of a wide one: weight x these, over rows with both. */
enum rung__product {
  RUNG__OF_FIRST,
  RUNG__OF_SECOND,
  RUNG__OF_BOTH, /* first x second */
  RUNG__NARROW_SUMS,
  RUNG__FIRST_SQUARE = RUNG__NARROW_SUMS,
  RUNG__SECOND_SQUARE,
  RUNG__WIDE_SUMS
};

/* The items of one measure, each with each: (0, 1), (0, 2) ... (1, 2) ... in the order of terms. */
struct rung__coupled {
  uint32_t measure;
  uint32_t count; /* measured items */
  uint32_t first; /* couple */
  bool wide;
  int64_t step; /* grid: its values are whole numbers of it */
};

struct rung__couples {
  uint32_t narrow_count, wide_count;
  uint32_t measure_count, score_count, first_score;
  struct rung__coupled
      *measure;    /* those that have couples, narrow ones first; NULL without model */
  uint32_t *score; /* [score]: lower measure x RUNG__MEASURES_MAX + higher, rising */
};

/* False: no memory; freed by the caller in either case. */
bool rung__couples_of(struct rung__couples *couples, const rung_model *model);
void rung__couples_free(struct rung__couples *couples);
/* The items of a measure; NULL: no products are kept of them. */
const struct rung__coupled *rung__coupled_items(const struct rung__couples *couples,
                                                size_t measure);
/* The couple of two of them, by their places among the measured terms; first < second. */
size_t rung__couple_of_items(const struct rung__coupled *coupled, size_t first, size_t second);
/* The couple of two measures' scores, first < second; SIZE_MAX: none. */
size_t rung__couple_of_scores(const struct rung__couples *couples, size_t first, size_t second);
/* Whether a term takes part: measured items do. */
bool rung__is_coupled(const rung_model *model, const struct rung__term *term);

#endif
