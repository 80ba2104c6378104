/* Rational arithmetic: in 128 bits, then in lowest terms.
 * SPDX-License-Identifier: Apache-2.0 */
#include "disclosure/rational.h"

static struct rung__rational lowest(rung__wide above, rung__wide below, bool *fits)
{
  if (below != 1) {
    const rung__wide common = rung__common_divisor(above, below);
    above /= common;
    below /= common;
  }
  if (above > INT64_MAX || above < -INT64_MAX || below > INT64_MAX) {
    *fits = false;
    return (struct rung__rational){0, 1};
  }
  return (struct rung__rational){(int64_t)above, (int64_t)below};
}

struct rung__rational rung__rational_of(int64_t whole)
{
  return (struct rung__rational){whole, 1};
}

int rung__rational_sign(struct rung__rational a)
{
  return (a.above > 0) - (a.above < 0);
}

int rung__rational_compare(struct rung__rational a, struct rung__rational b)
{
  const rung__wide left = (rung__wide)a.above * b.below, right = (rung__wide)b.above * a.below;
  return (left > right) - (left < right);
}

/* |above| and below are less than 2^63: each product is less than 2^126. */
struct rung__rational rung__rational_add(struct rung__rational a, struct rung__rational b,
                                         bool *fits)
{
  return lowest((rung__wide)a.above * b.below + (rung__wide)b.above * a.below,
                (rung__wide)a.below * b.below, fits);
}

struct rung__rational rung__rational_subtract(struct rung__rational a, struct rung__rational b,
                                              bool *fits)
{
  return rung__rational_add(a, (struct rung__rational){-b.above, b.below}, fits);
}

struct rung__rational rung__rational_multiply(struct rung__rational a, struct rung__rational b,
                                              bool *fits)
{
  return lowest((rung__wide)a.above * b.above, (rung__wide)a.below * b.below, fits);
}

struct rung__rational rung__rational_divide(struct rung__rational a, struct rung__rational b,
                                            bool *fits)
{
  const int64_t sign = b.above < 0 ? -1 : 1;
  return lowest((rung__wide)a.above * b.below * sign, (rung__wide)a.below * b.above * sign, fits);
}
