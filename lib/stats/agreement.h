/* Agreement within a group from plain counts and sums; rung/stats/agreement.h has the formulas.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_STATS_AGREEMENT_PRIVATE_H
#define RUNG_STATS_AGREEMENT_PRIVATE_H

#include <stddef.h>

#include <rung/stats/agreement.h>

#include "base/random.h"

enum { RUNG__NULLS = RUNG_AGREEMENT_NULL_DISSENSUS + 1 };

/* How the answers of a group to one item lie. NaN where it is not defined. */
struct rung__spread {
  double count, mean, variance;      /* n - 1 */
  double around_mean, around_median; /* mean absolute deviations */
};

/* Of values in any order, which are sorted in place. */
void rung__spread_of_values(struct rung__spread *spread, double *value, size_t count);
/* Of whole counts per point of a scale that ascends. */
void rung__spread_of_counts(struct rung__spread *spread, const double *count, const double *point,
                            size_t points);

/* RUNG_E_ARGUMENT unless `high` is a whole number from 1 to 1,000 above `low`. */
rung_status rung__agreement_scale(double low, double high, rung_error *error);
/* Null variances by rung_agreement_null, from the ends of the scale. */
void rung__agreement_nulls(double low, double high, double variance[RUNG__NULLS]);
/* r_wg(j), r*_wg(j) from the mean variance of the items. */
double rung__rwg(double variance, double null_variance, double items);
double rung__rwg_star(double variance, double null_variance);
double rung__awg(const struct rung__spread *spread, double low, double high);

/* What draws need beside the counts. */
struct rung__agreement_draws {
  uint64_t seed;
  uint32_t replicates, group;
  double confidence;
};
/* The limits of r_wg over the posterior of the shares of `points` points one apart; `room` holds a
 * double per replicate. */
void rung__agreement_interval(const double *count, size_t points, double null_variance,
                              const struct rung__agreement_draws *draws, double *room,
                              double limit[2]);

/* van der Eijk's A of counts; `room` holds a double per point. NaN: there are none. */
double rung__camps_agreement(const double *count, size_t points, double *room);
/* The camps, if any, as results by rung_camps. */
void rung__camps(const double *count, size_t points, double least_share, double *room,
                 double result[RUNG_CAMPS_N + 1]);

#endif
