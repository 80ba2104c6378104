/* Gaps between means on moments, so that they can be had from tallied sums as well as from arrays.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_STATS_GAP_KERNEL_H
#define RUNG_STATS_GAP_KERNEL_H

#include <rung/stats/gap.h>

#include "stats/pair.h"

#define RUNG__PAIRED (RUNG_PAIRED_SIGNED_RANK_P + 1)
#define RUNG__INDEPENDENT (RUNG_INDEPENDENT_GLASS + 1)
#define RUNG__DOMINANCE (RUNG_DOMINANCE_SUPERIORITY + 1)

/* What a tally knows of a group: sums of w, w^2, w x, w x^2; unweighted, the first two are n. */
struct rung__sums {
  double weight, weight_squares, sum, squares;
};

/* The rest of a whole without a part of it. */
struct rung__sums rung__sums_less(const struct rung__sums *whole, const struct rung__sums *part);
/* The moments; the variance loses what the squares of the mean cancel, and is never below 0. */
struct rung__sample_moments rung__sample_of_sums(const struct rung__sums *sums);

/* Hedges' exact factor (1981, equation 6e) for `df` degrees of freedom; NaN where df <= 1. */
double rung__hedges_factor(double df);
/* Limits of an effect size that is t times `scale`, by the noncentral t. */
void rung__effect_limits(double t, double df, double scale, double confidence, double *low,
                         double *high);

/* Fills RUNG__PAIRED results but for the signed ranks, which are left NaN. */
void rung__paired(const struct rung__two *two, const struct rung__sample_moments *difference,
                  double confidence, double *result);
/* Fills RUNG__INDEPENDENT results: two groups, or a part and its rest. */
void rung__independent(const struct rung__sample_moments *x, const struct rung__sample_moments *y,
                       double confidence, double *result);
/* Wilcoxon's signed ranks of differences without NaN, which are taken as room. False: no memory. */
bool rung__signed_rank(double *difference, size_t count, double *v, double *p);

#endif
