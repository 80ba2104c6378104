/* Intraclass correlation of groups from plain sums; rung/stats/icc.h has the formulas.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_STATS_ICC_PRIVATE_H
#define RUNG_STATS_ICC_PRIVATE_H

#include <stdbool.h>

#include <rung/stats/icc.h>

/* Sums over groups that have a value. */
struct rung__icc_sums {
  double groups, count, size_squares; /* J, N, sum of n_g^2 */
  double between, within;             /* sums of squares */
};

/* Results by rung_icc_groups. False: there is no ICC; what there is besides is given all the same. */
bool rung__icc_groups(const struct rung__icc_sums *sums, double confidence,
                      double result[RUNG_ICC_GROUPS_DESIGN_EFFECT + 1]);

#endif
