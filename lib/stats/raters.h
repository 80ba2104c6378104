/* Agreement of two raters from a square table of counts; rung/stats/raters.h has the formulas.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_STATS_RATERS_PRIVATE_H
#define RUNG_STATS_RATERS_PRIVATE_H

#include <stdbool.h>

#include <rung/stats/raters.h>

/* A square of counts, a row per level of the first rater, and one of weights, both [i * levels + j]. */
struct rung__kappa {
  size_t levels;
  const double *count, *weight;
  double confidence;
};

/* Results by rung_kappa; `room` holds 4 doubles per level. False: there is no kappa; what there is
 * besides is given all the same. */
bool rung__kappa(const struct rung__kappa *table, double *room,
                 double result[RUNG_KAPPA_LEVELS + 1]);

#endif
