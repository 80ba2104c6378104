/* One factor fitted to correlations.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_STATS_ONE_FACTOR_H
#define RUNG_STATS_ONE_FACTOR_H

#include <stdbool.h>
#include <stddef.h>

#define RUNG__UNIQUENESS_LEAST 0.005 /* of a variance; below it a solution is improper */

/* Numbers of room that a fit needs. */
size_t rung__one_factor_room(size_t items);
/* Maximum likelihood (Joreskog 1967): loadings and uniquenesses of `items` >= 3 correlations, and the
 * fit function at them. False: no inverse, or no fit found. */
bool rung__one_factor_likelihood(const double *correlation, size_t items, double *room,
                                 double *loading, double *uniqueness, double *fit);
/* Least squares off the diagonal (Harman and Jones 1966); the fit is the sum of squares. */
bool rung__one_factor_minres(const double *correlation, size_t items, double *room, double *loading,
                             double *uniqueness, double *fit);

#endif
