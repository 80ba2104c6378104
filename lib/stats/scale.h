/* A scale: its items as columns, read and settled, with their covariances.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_STATS_SCALE_H
#define RUNG_STATS_SCALE_H

#include "stats/covariance.h"

struct rung__scale {
  struct rung__matrix items;
  double *weight; /* NULL: 1 each */
  struct rung__covariance covariance;
};

/* On failure there is nothing to free. */
rung_status rung__scale_read(struct rung__scale *scale, const rung_column *columns, size_t count,
                             const rung_column *weight, rung_missing missing, rung_error *error);
void rung__scale_free(struct rung__scale *scale);
/* Fills `score` with the mean of what each row has answered; NaN: nothing. */
void rung__scale_scores(const struct rung__scale *scale, double *score);

#endif
