/* Exact sums of 256 bits.
 * SPDX-License-Identifier: Apache-2.0 */
#include "base/sum.h"

#include <math.h>
#include <string.h>

#define LIMBS 4

static bool is_negative(const struct rung__sum *sum)
{
  return sum->limb[LIMBS - 1] >> 63 != 0;
}

static void negate(struct rung__sum *sum)
{
  uint64_t carry = 1;
  for (int index = 0; index < LIMBS; ++index) {
    sum->limb[index] = ~sum->limb[index] + carry;
    carry = carry != 0 && sum->limb[index] == 0;
  }
}

static struct rung__sum magnitude_of(const struct rung__sum *sum)
{
  struct rung__sum magnitude = *sum;
  if (is_negative(sum)) negate(&magnitude);
  return magnitude;
}

static int compare_magnitudes(const struct rung__sum *a, const struct rung__sum *b)
{
  for (int index = LIMBS - 1; index >= 0; --index) {
    if (a->limb[index] != b->limb[index]) return a->limb[index] < b->limb[index] ? -1 : 1;
  }
  return 0;
}

static bool fits_wide(const struct rung__sum *magnitude)
{
  return magnitude->limb[3] == 0 && magnitude->limb[2] == 0 && magnitude->limb[1] >> 63 == 0;
}

static rung__wide wide_of(const struct rung__sum *magnitude)
{
  return (rung__wide)((rung__uwide)magnitude->limb[1] << 64 | magnitude->limb[0]);
}

static bool bit_of(const struct rung__sum *magnitude, int bit)
{
  return (magnitude->limb[bit / 64] >> bit % 64 & 1) != 0;
}

/* The place of the highest bit that is set; -1: none. */
static int top_bit(const struct rung__sum *magnitude)
{
  int bit = LIMBS * 64 - 1;
  while (bit >= 0 && magnitude->limb[bit / 64] == 0)
    bit -= 64;
  while (bit >= 0 && !bit_of(magnitude, bit))
    --bit;
  return bit;
}

static void shift_in(struct rung__sum *magnitude, bool bit)
{
  for (int index = LIMBS - 1; index > 0; --index)
    magnitude->limb[index] = magnitude->limb[index] << 1 | magnitude->limb[index - 1] >> 63;
  magnitude->limb[0] = magnitude->limb[0] << 1 | (bit ? 1 : 0);
}

void rung__sum_add(struct rung__sum *sum, const struct rung__sum *other)
{
  rung__uwide carry = 0;
  for (int index = 0; index < LIMBS; ++index) {
    carry += (rung__uwide)sum->limb[index] + other->limb[index];
    sum->limb[index] = (uint64_t)carry;
    carry >>= 64;
  }
}

void rung__sum_subtract(struct rung__sum *sum, const struct rung__sum *other)
{
  uint64_t borrow = 0;
  for (int index = 0; index < LIMBS; ++index) {
    const rung__uwide limb = (rung__uwide)sum->limb[index] - other->limb[index] - borrow;
    sum->limb[index] = (uint64_t)limb;
    borrow = (uint64_t)(limb >> 64) & 1;
  }
}

void rung__sum_add_product(struct rung__sum *sum, rung__wide value, uint64_t weight)
{
  const rung__uwide magnitude = value < 0 ? 0 - (rung__uwide)value : (rung__uwide)value;
  const rung__uwide low = (rung__uwide)(uint64_t)magnitude * weight;
  const rung__uwide high = (rung__uwide)(uint64_t)(magnitude >> 64) * weight + (low >> 64);
  const struct rung__sum product = {{(uint64_t)low, (uint64_t)high, (uint64_t)(high >> 64), 0}};
  if (value < 0) {
    rung__sum_subtract(sum, &product);
  } else {
    rung__sum_add(sum, &product);
  }
}

void rung__sum_set(struct rung__sum *sum, rung__wide value)
{
  const uint64_t sign = value < 0 ? UINT64_MAX : 0;
  *sum = (struct rung__sum){{(uint64_t)value, (uint64_t)((rung__uwide)value >> 64), sign, sign}};
}

int rung__sum_sign(const struct rung__sum *sum)
{
  if (is_negative(sum)) return -1;
  return (sum->limb[0] | sum->limb[1] | sum->limb[2] | sum->limb[3]) != 0;
}

int rung__sum_compare(const struct rung__sum *a, const struct rung__sum *b)
{
  if (is_negative(a) != is_negative(b)) return is_negative(a) ? -1 : 1;
  return compare_magnitudes(a, b); /* of one sign, two's complement keeps the order */
}

/* Long division of magnitudes by shifting and subtracting, half to even. */
static uint64_t divide(const struct rung__sum *numerator, const struct rung__sum *denominator)
{
  struct rung__sum left = {{0}};
  uint64_t quotient = 0;
  for (int bit = top_bit(numerator); bit >= 0; --bit) {
    shift_in(&left, bit_of(numerator, bit));
    const bool goes = compare_magnitudes(&left, denominator) >= 0;
    if (goes) rung__sum_subtract(&left, denominator);
    quotient = quotient << 1 | (goes ? 1 : 0);
  }
  shift_in(&left, false);
  const int half = compare_magnitudes(&left, denominator);
  return quotient + (half > 0 || (half == 0 && (quotient & 1) != 0) ? 1 : 0);
}

int64_t rung__sum_ratio(const struct rung__sum *numerator, const struct rung__sum *denominator)
{
  const struct rung__sum magnitude = magnitude_of(numerator);
  const bool negative = is_negative(numerator);
  if (fits_wide(&magnitude) && fits_wide(denominator)) {
    const rung__wide value = wide_of(&magnitude);
    return rung__grid_divide(negative ? -value : value, wide_of(denominator));
  }
  const uint64_t quotient = divide(&magnitude, denominator);
  return negative ? (int64_t)(0 - quotient) : (int64_t)quotient;
}

double rung__sum_double(const struct rung__sum *sum)
{
  struct rung__sum magnitude = magnitude_of(sum);
  const int top = top_bit(&magnitude);
  uint64_t leading = 0; /* the 64 highest bits; the last tells of any below, so that one rounding is
                           left */
  for (int bit = top; bit >= 0 && bit > top - 64; --bit)
    leading = leading << 1 | (bit_of(&magnitude, bit) ? 1 : 0);
  for (int bit = top - 64; bit >= 0; --bit)
    leading |= bit_of(&magnitude, bit) ? 1 : 0;
  const double value = ldexp((double)leading, top >= 64 ? top - 63 : 0);
  return is_negative(sum) ? -value : value;
}

/* The 512 bits of a product. */
static void multiply(const struct rung__sum *a, const struct rung__sum *b, uint64_t *product)
{
  memset(product, 0, 2 * LIMBS * sizeof *product);
  for (int row = 0; row < LIMBS; ++row) {
    uint64_t carry = 0;
    for (int index = 0; index < LIMBS; ++index) {
      const rung__uwide term = (rung__uwide)a->limb[row] * b->limb[index] + product[row + index];
      product[row + index] = (uint64_t)(term + carry);
      carry = (uint64_t)((term + carry) >> 64);
    }
    product[row + LIMBS] = carry;
  }
}

bool rung__sum_multiply(struct rung__sum *product, const struct rung__sum *a,
                        const struct rung__sum *b)
{
  const struct rung__sum first = magnitude_of(a), second = magnitude_of(b);
  const bool negative = is_negative(a) != is_negative(b);
  uint64_t limbs[2 * LIMBS];
  multiply(&first, &second, limbs);
  if ((limbs[4] | limbs[5] | limbs[6] | limbs[7]) != 0 || limbs[3] >> 63 != 0) return false;
  memcpy(product->limb, limbs, sizeof product->limb);
  if (negative) negate(product);
  return true;
}
