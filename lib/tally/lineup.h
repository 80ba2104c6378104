/* Lining up: the rows of a tile by their groups, so that products are summed a stretch at a time.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_TALLY_LINEUP_H
#define RUNG_TALLY_LINEUP_H

#include "score/cells.h"
#include "score/scores.h"
#include "tally/groups.h"

/* Rows of a block: their groups (RUNG__NO_NAME: leave out) and their weights. */
struct rung__span {
  struct rung__groups *groups;
  const uint32_t *group;
  const uint64_t *weight;
  size_t count;
};

struct rung__lineup;

/* Makes room for the couples of a model, once. False: no memory. */
bool rung__lineup_make(struct rung__lineup **lineup, const rung_model *model);
/* Adds what every row multiplies to. The scores of the span begin at `first`. */
void rung__count_products(struct rung__lineup *lineup, const struct rung__span *span,
                          const struct rung__cells *cells, const rung_scores *scores, size_t first);
/* Adds square x value and square x value^2 to the moments of an item of numbers or a measure. */
void rung__sum_moments(const struct rung__span *span, size_t number, const int64_t *value);

#endif
