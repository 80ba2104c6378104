/* Shares of R^2 among drivers, from a correlation matrix.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_STATS_SHAPLEY_H
#define RUNG_STATS_SHAPLEY_H

#include <stdbool.h>
#include <stddef.h>

#define RUNG__DRIVERS_MAX 24

/* Steps that all subsets of drivers take. */
double rung__subsets_work(size_t drivers);
/* Fills explained[mask] with R^2 of each subset of drivers, bit d for driver d. `correlation` is of the
 * outcome and the drivers, outcome first; `room` is of drivers x (drivers + 1) numbers. */
void rung__subsets_fill(const double *correlation, size_t drivers, double *room, double *explained);
/* What each driver adds on average over all orders (Lindeman, Merenda and Gold 1980). */
void rung__shapley(const double *explained, size_t drivers, double *share);
/* Relative weights (Johnson 2000); `room` is of 3 drivers x drivers + 2 drivers numbers. False: a driver
 * is a combination of others. */
bool rung__relative_weights(const double *correlation, size_t drivers, double *room, double *share);

#endif
