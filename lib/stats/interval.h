/* Intervals of shares and of means on a scale, from sums alone.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_STATS_INTERVAL_KERNEL_H
#define RUNG_STATS_INTERVAL_KERNEL_H

#include <rung/stats/interval.h>

struct rung__interval {
  double lower, upper;
};

/* Of a share; 0 <= count <= n, 0 < n. */
struct rung__interval rung__share_interval(double count, double n, rung_share how,
                                           double confidence);
/* The two shares at which (share - count / n)^2 n = square share (1 - share): Wilson's limits for
 * `square` = z^2. */
struct rung__interval rung__score_limits(double count, double n, double square);

/* What a scale is like: the answer that is spread over its points beforehand. */
struct rung__points {
  double least, greatest, mean, variance; /* the variance with divisor k */
};

struct rung__points rung__scale_of(const double *point, size_t points);

/* Of a mean of scores on the scale. */
struct rung__mean_interval {
  double mean, sd; /* with the answer that is spread over the points */
  double lower, upper;
};

/* From the effective n, 0 or more, the mean of the scores and their variance with divisor n (sum w x^2
 * / sum w - mean^2). It serves scores of one item and means of several alike: see
 * doc/statistics/interval.md for what was found. Least < greatest. */
struct rung__mean_interval rung__mean_interval(const struct rung__points *scale, double n,
                                               double mean, double variance, double confidence);

#endif
