/* Putting numbers into the bytes of a saved tally.
 * SPDX-License-Identifier: Apache-2.0 */
#include "tally/outlet.h"

void rung__put_count(struct rung__buffer *out, uint64_t number)
{
  for (; number >= 0x80; number >>= 7)
    rung__put_byte(out, (char)(0x80 | (number & 0x7F)));
  rung__put_byte(out, (char)number);
}

void rung__put_long(struct rung__buffer *out, const uint64_t *limb, size_t count, bool negative)
{
  char bytes[sizeof(struct rung__sum)];
  size_t length = 0;
  for (size_t index = 0; index < count * 8; ++index) {
    const uint64_t byte = limb[index / 8] >> 8 * (index % 8) & 0xFF;
    bytes[index] = (char)byte;
    if (byte != 0) length = index + 1;
  }
  rung__put_byte(out, (char)(length | (negative ? 0x80 : 0)));
  rung__put(out, bytes, length);
}

void rung__put_sum(struct rung__buffer *out, const struct rung__sum *sum)
{
  struct rung__sum magnitude = *sum;
  const bool negative = rung__sum_sign(sum) < 0;
  if (negative) {
    magnitude = (struct rung__sum){{0}};
    rung__sum_subtract(&magnitude, sum);
  }
  rung__put_long(out, magnitude.limb, 4, negative);
}
