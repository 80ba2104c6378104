/* Two columns read together, samples of them, and mid-ranks.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_STATS_PAIR_H
#define RUNG_STATS_PAIR_H

#include "stats/input.h"

/* Two columns of one length without an absent value, as they stand after the policy. */
struct rung__two_columns {
  size_t rows;
  double *x, *y, *weight; /* weight NULL: each weighs 1 */
};

/* Reads columns[0] and columns[1]. With two columns PAIRWISE is LISTWISE. Statuses of
 * rung__matrix_read, rung__weights_read, rung__matrix_settle; on failure there is nothing to free. */
rung_status rung__pair_read(struct rung__two_columns *pair, const rung_column *columns,
                            const rung_column *weight, rung_missing missing, rung_error *error);
void rung__pair_free(struct rung__two_columns *pair);

/* A sample: with weights n is the effective size, (sum w)^2 / sum w^2 (Kish 1965, section 11.7). */
struct rung__sample_moments {
  double n, mean, variance; /* variance: sum w d^2 / sum w times n / (n - 1); NaN if n <= 1 */
};

/* The moments of an array without NaN; `weight` may be NULL. */
struct rung__sample_moments rung__sample_of(const double *value, const double *weight,
                                            size_t count);

/* Two samples of the same rows. */
struct rung__two {
  struct rung__sample_moments x, y;
  double r; /* NaN: one is constant, or too large to square */
};
struct rung__two rung__two_of(const double *x, const double *y, const double *weight, size_t count);

/* Ranks from 1, the mean rank where values are equal; no NaN. False: no memory. */
bool rung__midranks(const double *value, size_t count, double *rank);

#endif
