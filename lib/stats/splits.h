/* Every distinct split of items into halves, from a matrix.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_STATS_SPLITS_H
#define RUNG_STATS_SPLITS_H

#include <stddef.h>

/* How many distinct splits of two items or more there are; not exact beyond 2^53. */
double rung__splits_count(size_t items);
/* The reliability of each split, 4 c/V, into `value` of rung__splits_count() numbers; in
 * lexicographic order of the smaller half, or of the one that holds the first item. `chosen` is room
 * for items places, `within` for items numbers. */
void rung__splits_fill(const double *matrix, size_t items, size_t *chosen, double *within,
                       double *value);

#endif
