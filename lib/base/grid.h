/* The grid: scores, cuts and weights as whole numbers, so that sums are exact in any order.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_BASE_GRID_H
#define RUNG_BASE_GRID_H

#include <stdbool.h>
#include <stdint.h>

#ifndef __SIZEOF_INT128__
#error "rung needs a compiler with 128-bit integers (gcc or clang on a 64-bit target)"
#endif
#ifdef __FAST_MATH__
#error "rung promises the same bytes everywhere: build it without -ffast-math"
#endif

__extension__ typedef __int128 rung__wide;
__extension__ typedef unsigned __int128 rung__uwide;

/* Scores are multiples of 1/D, D = 2^6 3^2 5^3 7 11 13 17 19: every mean of up to 20 whole numbers
 * and every decimal of three digits lies on it. */
#define RUNG__GRID INT64_C(23279256000)
/* |score| is at most 2^16. */
#define RUNG__GRID_LIMIT (RUNG__GRID * 65536)
/* "No score" on the grid. */
#define RUNG__NO_SCORE INT64_MIN
/* Design weights are multiples of 2^-40 below 2^24, so that one fits 64 bits. */
#define RUNG__WEIGHT_ONE (UINT64_C(1) << 40)

/* The nearest multiple of 1/D, half to even. False: not finite or beyond the limit. */
bool rung__grid_of(double value, int64_t *score);
/* The double nearest to score / D; NaN for RUNG__NO_SCORE. */
double rung__grid_double(int64_t score);
/* numerator / denominator, denominator > 0, half to even; what does not fit stops at INT64_MAX, which
 * is more than any score, or at -INT64_MAX. */
int64_t rung__grid_divide(rung__wide numerator, rung__wide denominator);
/* a + b, which stops there, too. */
int64_t rung__grid_plus(int64_t a, int64_t b);
/* The greatest number that divides both, at least 0; of 0 and a number, that number. */
rung__wide rung__common_divisor(rung__wide a, rung__wide b);
/* The nearest multiple of 2^-40, half to even, of a design weight: 0, or 2^-7 <= weight < 2^24.
 * False: anything else. */
bool rung__weight_of(double weight, uint64_t *units);

#endif
