/* Shrinkage of means and ranks of groups, from plain arrays.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_STATS_SHRINKAGE_KERNEL_H
#define RUNG_STATS_SHRINKAGE_KERNEL_H

#include <stdbool.h>
#include <stdint.h>

#include <rung/stats/shrinkage.h>

#define RUNG__HETEROGENEITY_COUNT 8
#define RUNG__SHRINKAGE_COUNT 8
#define RUNG__RANKED_MOST 4096

struct rung__heterogeneity {
  double result[RUNG__HETEROGENEITY_COUNT];
  double typical; /* the mean of the variances with weights 1 / (tau^2 + v) */
};

/* Groups with NaN are left out; all variances are above 0. Results but GROUPS are NaN for fewer than two. */
void rung__heterogeneity(const double *mean, const double *variance, size_t groups,
                         struct rung__heterogeneity *between);
/* One group's mean, sd, share and limits; NaN for NaN. */
void rung__shrink(const struct rung__heterogeneity *between, double mean, double variance,
                  double confidence, double result[RUNG__SHRINKAGE_COUNT]);

/* The ranks that independent normal values may have: median, lower and upper of group g at rank[3 g]; NaN
 * means have none. At most RUNG__RANKED_MOST groups. False: no memory. */
struct rung__rank_draws {
  uint64_t seed;
  uint32_t replicates;
  double confidence;
};
bool rung__ranks_drawn(const struct rung__rank_draws *draws, const double *mean, const double *sd,
                       size_t groups, double *rank);

#endif
