/* The polychoric correlation of a table of counts with given thresholds.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_STATS_POLYCHORIC_TABLE_H
#define RUNG_STATS_POLYCHORIC_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#define RUNG__CATEGORIES_MAX 64

struct rung__polychoric_table {
  size_t rows, columns; /* categories, 2 or more, at most RUNG__CATEGORIES_MAX */
  const double *count;  /* [row * columns + column] */
  /* thresholds with both ends: categories + 1, from minus to plus infinity, not falling */
  double row_cut[RUNG__CATEGORIES_MAX + 1], column_cut[RUNG__CATEGORIES_MAX + 1];
};

/* What the likelihood is at a correlation. */
struct rung__polychoric_point {
  double log_likelihood, score, curvature; /* with its first and second derivative */
};

/* Thresholds from counts by category: the ends, and normal quantiles of cumulated shares. False: no
 * counts. */
bool rung__thresholds_from(const double *count, size_t categories, double *cut);
void rung__polychoric_at(const struct rung__polychoric_table *table, double r,
                         struct rung__polychoric_point *point);
/* The root of the score; NaN where the likelihood rises up to -1 or 1. */
double rung__polychoric_root(const struct rung__polychoric_table *table);

#endif
