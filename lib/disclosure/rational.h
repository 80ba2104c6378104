/* Rationals: exact fractions of 64 bits that say so when they no longer fit.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_DISCLOSURE_RATIONAL_H
#define RUNG_DISCLOSURE_RATIONAL_H

#include "base/grid.h"

/* In lowest terms; below > 0. */
struct rung__rational {
  int64_t above, below;
};

struct rung__rational rung__rational_of(int64_t whole);
int rung__rational_sign(struct rung__rational a);
/* <0, 0, >0 */
int rung__rational_compare(struct rung__rational a, struct rung__rational b);
/* Each sets *fits to false, and never to true, where the result does not fit. */
struct rung__rational rung__rational_add(struct rung__rational a, struct rung__rational b,
                                         bool *fits);
struct rung__rational rung__rational_subtract(struct rung__rational a, struct rung__rational b,
                                              bool *fits);
struct rung__rational rung__rational_multiply(struct rung__rational a, struct rung__rational b,
                                              bool *fits);
/* b is not 0. */
struct rung__rational rung__rational_divide(struct rung__rational a, struct rung__rational b,
                                            bool *fits);

#endif
