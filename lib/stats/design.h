/* Designs of samples: how they were drawn, and the variance that follows from it.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_STATS_DESIGN_KERNEL_H
#define RUNG_STATS_DESIGN_KERNEL_H

#include <rung/stats/design.h>

#include "stats/input.h"

#define RUNG__STAGES 2
#define RUNG__MARGINS 8

/* One stage of drawing: units within strata. */
struct rung__stage {
  size_t strata, units;
  uint32_t *unit;    /* [row] */
  uint32_t *stratum; /* [unit] */
  size_t *size;      /* [stratum] its units */
  double *fraction;  /* [stratum] the share of them that was drawn; 0: with replacement */
};

struct rung__design {
  size_t rows;
  double *sampled; /* [row] the weight */
  double *weight;  /* [row] the same, 0 outside the domain */
  struct rung__stage stage[RUNG__STAGES];
  size_t stages;
  struct rung__codes margin[RUNG__MARGINS];
  size_t margins;
  rung_lonely lonely;
};

/* Reads a design of so many rows. On failure there is nothing to free. */
rung_status rung__design_read(struct rung__design *design, const rung_column *columns, size_t count,
                              rung_lonely lonely, size_t rows, rung_error *error);
void rung__design_free(struct rung__design *design);
/* Primary units less strata, of rows of positive weight. RUNG_E_MEMORY. */
rung_status rung__design_df(const struct rung__design *design, double *df, rung_error *error);

/* Takes out of linearised values [row], weights included, what the margins explain. */
rung_status rung__design_off_margins(const struct rung__design *design, double *value,
                                     rung_error *error);
/* The covariance of the totals of two columns of linearised values, off the margins; of one with
 * itself its variance. RUNG_E_NOT_ESTIMABLE: a lonely unit. */
rung_status rung__design_covariance(const struct rung__design *design, const double *first,
                                    const double *second, double *covariance, rung_error *error);

/* Korn & Graubard's (1998) n: the variance of the values over that of their mean; and the same in
 * so far as t with `df` is wider than t with n - 1. NaN for a variance of 0. */
double rung__korn_graubard(double of_values, double of_mean);
double rung__korn_graubard_adjusted(double effective, double n, double df, double confidence);

#endif
