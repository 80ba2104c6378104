/* Kendall's tau-b of a table of two ordered things, weighted.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_STATS_KENDALL_TABLE_H
#define RUNG_STATS_KENDALL_TABLE_H

#include <stddef.h>

struct rung__kendall_table {
  double tau;   /* NaN: all stand in one row or column */
  double error; /* NaN: without tau or squares; 0: no sample of the kind would differ */
};

/* Of shares of weight, [row x columns + column], that sum to 1. `square` has the sum of the squared
 * weights in each cell over the square of all weight, or is NULL. (rows x columns)^2 steps. */
void rung__kendall_table(const double *share, const double *square, size_t rows, size_t columns,
                         struct rung__kendall_table *out);

#endif
