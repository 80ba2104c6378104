/* Alpha and what goes with it, from a matrix; no columns, no rows.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_STATS_ALPHA_H
#define RUNG_STATS_ALPHA_H

#include <stdbool.h>
#include <stddef.h>

/* What does not depend on n. NaN where it is not defined. */
struct rung__alpha {
  double raw, standardised, average_r, median_r, variance_r, signal_noise, lambda6;
  double variance; /* of raw, times n: Q of Duhachek and Iacobucci (2004) */
};

/* Whether there are two items or more whose sum has variance beyond what rounding leaves of none;
 * `trace` and `sum` are of the diagonal and of all elements of their matrix. */
bool rung__alpha_is_defined(double trace, double sum, size_t items);
/* Numbers of room that rung__alpha_from() needs. */
size_t rung__alpha_room(size_t items);
/* From a covariance or correlation matrix. `smc` (may be NULL) receives the squared multiple
 * correlations. */
void rung__alpha_from(const double *matrix, size_t items, double *room, double *smc,
                      struct rung__alpha *alpha);
/* Feldt's limits. */
void rung__alpha_feldt(double alpha, size_t items, double n, double confidence, double limits[2]);
/* Squared multiple correlations, 0 to 1, from correlations; `inverse` is room of items x items. NaN
 * where there is no inverse. */
void rung__smc(const double *correlation, size_t items, double *inverse, double *smc);

#endif
