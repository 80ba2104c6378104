/* Welch's comparison of two means.
 * SPDX-License-Identifier: Apache-2.0 */
#include "stats/welch.h"

#include <math.h>

#include <rung/stats/distribution.h>

struct rung__welch rung__welch(const struct rung__known *x, const struct rung__known *y,
                               double confidence)
{
  const double both = x->square + y->square, error = sqrt(both);
  const double difference = x->mean - y->mean, t = difference / error;
  /* shares, so that squares of small or large variances do not leave the range */
  const double share = x->square / both, rest = y->square / both;
  const double df = 1 / (share * share / x->df + rest * rest / y->df);
  const double half = error * rung_stats_t_quantile((1 + confidence) / 2, df);
  return (struct rung__welch){
      difference, difference - half, difference + half, t, df, 2 * rung_stats_t_upper(fabs(t), df)};
}
