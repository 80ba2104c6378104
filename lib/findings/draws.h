/* Draws: what a group's figures might have been, had other persons of the same kind answered.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_FINDINGS_DRAWS_H
#define RUNG_FINDINGS_DRAWS_H

#include "findings/figures.h"

/* The distribution that a mean is drawn from: a Beta between two ends. */
struct rung__spread_of_mean {
  double low, high, a, b;
};

/* One mean alone is taken at so many evenly spaced shares: a probability is within 0.001 then. */
#define RUNG__EVEN_DRAWS 500

/* Room for the draws of one group, made once for a call. The same numbers serve all groups: groups alike
 * have probabilities alike, whatever they are called and wherever they stand. */
struct rung__draws {
  size_t count; /* how often is drawn */
  uint64_t seed;
  double *normal; /* [cell][count] independent standard normal numbers, the same for all groups */
  size_t cells;   /* how many rows of them there are */
  double *even;   /* [count] the same at evenly spaced shares */
  double *mixed;  /* [count] room for one correlated row */
  double *gamma;  /* [RUNG__LEVELS_MAX] room for one draw of shares */
};

/* False: no memory. `cells`: how many means are drawn together at most. */
bool rung__draws_make(struct rung__draws *draws, size_t count, uint64_t seed, size_t cells,
                      struct rung__arena *arena);

/* Draws `size` means together into out[mean][draw], on the grid: each from its own distribution, their
 * ranks correlated as `factor`, a Cholesky factor of size x size, says (a Gaussian copula). One mean
 * alone is taken at evenly spaced shares, without chance. Returns how many draws there are; rows have
 * room for the larger of `count` and RUNG__EVEN_DRAWS. */
size_t rung__draw_means(const struct rung__draws *draws, const struct rung__spread_of_mean *spread,
                        const double *factor, size_t size, int64_t *const *out);
/* Draws the shares of `size` levels from a Dirichlet distribution into out[level][draw]. */
void rung__draw_shares(const struct rung__draws *draws, const double *parameter, size_t size,
                       double *const *out);

#endif
