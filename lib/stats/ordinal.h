/* Items as ordered categories, and the tables of their pairs.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_STATS_ORDINAL_H
#define RUNG_STATS_ORDINAL_H

#include <rung/stats/polychoric.h>

#include "stats/input.h"
#include "stats/polychoric_table.h"

struct rung__ordinal {
  struct rung__matrix code; /* numbers of categories from 0; NaN: absent, or without weight */
  double *weight;           /* NULL: 1 each */
  size_t *categories;       /* [item] */
  double *margin;           /* [item * RUNG__CATEGORIES_MAX + category] */
};

/* A pair of items, as it was fitted. */
struct rung__ordinal_pair {
  double r, n;
  struct rung__polychoric_point point;
  double chi_square;
};

/* RUNG_E_LIMIT: too many different answers. On failure there is nothing to free. */
rung_status rung__ordinal_read(struct rung__ordinal *ordinal, const rung_column *columns,
                               size_t count, const rung_column *weight, rung_missing missing,
                               rung_error *error);
void rung__ordinal_free(struct rung__ordinal *ordinal);
/* Fits a pair; r is NaN where there is none. `room` is of RUNG__CATEGORIES_MAX squared numbers. */
void rung__ordinal_fit(const struct rung__ordinal *ordinal, size_t a, size_t b,
                       rung_margins margins, double *room, struct rung__ordinal_pair *pair);

#endif
