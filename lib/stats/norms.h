/* Norms and ranks of plain arrays.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_STATS_NORMS_KERNEL_H
#define RUNG_STATS_NORMS_KERNEL_H

#include <stdbool.h>

#include <rung/stats/norms.h>

#define RUNG__NORMS_COUNT 11

/* A norm sample: its values, the least first, beside the weight of all values up to each. */
struct rung__norm_sample {
  size_t count;
  double *value, *up_to; /* one block, owned by `value` */
  double mean, sd;       /* sd NaN: of fewer than two */
  double effective;      /* Kish's n */
};

/* NaN and weights of 0 are left out; weight NULL: 1 each. False: no memory. */
bool rung__norm_sample(struct rung__norm_sample *sample, const double *value, const double *weight,
                       size_t count);
void rung__norm_sample_free(struct rung__norm_sample *sample);
/* Of one score; NaN but for the n where it is, or the sample is empty. */
void rung__norms(const struct rung__norm_sample *sample, double score,
                 double result[RUNG__NORMS_COUNT]);

/* Ranks, ties averaged, NaN for NaN; `count` receives how many have one. False: no memory. */
bool rung__rank(const double *value, size_t rows, double *rank, size_t *count);

#endif
