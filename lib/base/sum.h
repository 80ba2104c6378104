/* Exact sums: 256-bit two's complement integers that products are added to.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Why not doubles with compensation: they depend on the order. Why not 128 bits: the sum of w x^2
 * over 2^32 rows reaches 2^(64 + 102 + 32) = 2^198. Four limbs hold it with room. */
#ifndef RUNG_BASE_SUM_H
#define RUNG_BASE_SUM_H

#include <stdbool.h>

#include "base/grid.h"

struct rung__sum {
  uint64_t limb[4]; /* lowest first */
};

void rung__sum_add(struct rung__sum *sum, const struct rung__sum *other);
void rung__sum_subtract(struct rung__sum *sum, const struct rung__sum *other);
/* + value x weight; |value| < 2^126. */
void rung__sum_add_product(struct rung__sum *sum, rung__wide value, uint64_t weight);
void rung__sum_set(struct rung__sum *sum, rung__wide value);
/* -1, 0, 1 */
int rung__sum_sign(const struct rung__sum *sum);
/* <0, 0, >0 */
int rung__sum_compare(const struct rung__sum *a, const struct rung__sum *b);
/* numerator / denominator, half to even; denominator > 0; the quotient must fit int64_t. */
int64_t rung__sum_ratio(const struct rung__sum *numerator, const struct rung__sum *denominator);
/* The nearest double, half to even. */
double rung__sum_double(const struct rung__sum *sum);
/* a x b, for what is derived from sums (variances). False: it does not fit 255 bits. */
bool rung__sum_multiply(struct rung__sum *product, const struct rung__sum *a,
                        const struct rung__sum *b);

#endif
