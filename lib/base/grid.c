/* The grid: rounding doubles and quotients to whole numbers of its steps.
 * SPDX-License-Identifier: Apache-2.0 */
#include "base/grid.h"

#include <math.h>

#define SCORE_LIMIT 65536.0
#define WEIGHT_LEAST 0x1p-7
#define WEIGHT_LIMIT 0x1p24
#define DOUBLE_BITS 53

/* value x factor, half to even, for 0 <= value < 2^53 and factor < 2^63: a double is
 * mantissa x 2^exponent, so that the product and its rounding are exact in 128 bits. */
static uint64_t scaled(double value, uint64_t factor)
{
  int exponent;
  const uint64_t mantissa = (uint64_t)ldexp(frexp(value, &exponent), DOUBLE_BITS);
  const int shift = DOUBLE_BITS - exponent;
  const rung__uwide product = (rung__uwide)mantissa * factor;
  if (shift == 0) return (uint64_t)product;
  if (shift > 126) return 0; /* below half a step */
  const rung__uwide whole = product >> shift, rest = product - (whole << shift);
  const rung__uwide half = (rung__uwide)1 << (shift - 1);
  const bool up = rest > half || (rest == half && (whole & 1) != 0);
  return (uint64_t)whole + (up ? 1 : 0);
}

bool rung__grid_of(double value, int64_t *score)
{
  if (!(fabs(value) <= SCORE_LIMIT)) return false;
  const int64_t magnitude = (int64_t)scaled(fabs(value), (uint64_t)RUNG__GRID);
  *score = value < 0 ? -magnitude : magnitude;
  return true;
}

/* For a score that a double does not hold: a quotient of 79 bits or more whose last bit tells
 * whether something was left, so that the conversion to double rounds once. */
static double large_double(uint64_t score)
{
  const rung__uwide numerator = (rung__uwide)score << 60;
  const rung__uwide quotient = numerator / (rung__uwide)RUNG__GRID;
  const rung__uwide left = numerator % (rung__uwide)RUNG__GRID;
  return ldexp((double)(quotient | (left != 0)), -60);
}

double rung__grid_double(int64_t score)
{
  if (score == RUNG__NO_SCORE) return NAN;
  const uint64_t magnitude = score < 0 ? 0 - (uint64_t)score : (uint64_t)score;
  if (magnitude <= UINT64_C(1) << DOUBLE_BITS) return (double)score / (double)RUNG__GRID;
  return score < 0 ? -large_double(magnitude) : large_double(magnitude);
}

int64_t rung__grid_divide(rung__wide numerator, rung__wide denominator)
{
  rung__wide quotient = numerator / denominator;
  rung__wide left = numerator % denominator;
  const rung__wide away = left < 0 ? -1 : 1;
  left *= away;
  const rung__wide short_of = denominator - left;
  if (left > short_of || (left == short_of && (quotient & 1) != 0)) quotient += away;
  if (quotient > INT64_MAX) return INT64_MAX;
  return quotient < -INT64_MAX ? -INT64_MAX : (int64_t)quotient;
}

int64_t rung__grid_plus(int64_t a, int64_t b)
{
  const rung__wide sum = (rung__wide)a + b;
  if (sum > INT64_MAX) return INT64_MAX;
  return sum < -INT64_MAX ? -INT64_MAX : (int64_t)sum;
}

rung__wide rung__common_divisor(rung__wide a, rung__wide b)
{
  while (b != 0) {
    const rung__wide rest = a % b;
    a = b;
    b = rest;
  }
  return a < 0 ? -a : a;
}

bool rung__weight_of(double weight, uint64_t *units)
{
  const bool valid = weight == 0 || (weight >= WEIGHT_LEAST && weight < WEIGHT_LIMIT);
  if (valid) *units = scaled(weight, RUNG__WEIGHT_ONE);
  return valid;
}
