/* Sorting numbers: in place, or as an order of their places.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_BASE_SORT_H
#define RUNG_BASE_SORT_H

#include <stddef.h>

/* Sorts numbers, the least first; NaN stand last. Without memory of its own. */
void rung__sort(double *value, size_t count);
/* The places of numbers, the least first, NaN last; equal numbers keep the order of their places.
 * Free with free(); NULL: no memory. */
size_t *rung__sort_order(const double *value, size_t count);

#endif
