/* Two means compared without supposing that variances are equal.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_STATS_WELCH_H
#define RUNG_STATS_WELCH_H

/* A mean, its squared standard error, and the degrees of freedom of that. */
struct rung__known {
  double mean, square, df;
};
/* What two means differ by: Welch's t (1938) with Satterthwaite's degrees of freedom (1946). */
struct rung__welch {
  double difference, low, high, t, df, p;
};
struct rung__welch rung__welch(const struct rung__known *x, const struct rung__known *y,
                               double confidence);

#endif
