/* Taking numbers out of bytes that may be anything.
 * SPDX-License-Identifier: Apache-2.0 */
#include "tally/intake.h"

#include <string.h>

const unsigned char *rung__take(struct rung__intake *source, size_t length)
{
  if (length > source->left) source->bad = true;
  if (source->bad) return NULL;
  source->at += length;
  source->left -= length;
  return source->at - length;
}

uint64_t rung__take_number(struct rung__intake *source, uint64_t most)
{
  uint64_t number = 0;
  for (int shift = 0; shift < 64; shift += 7) {
    const unsigned char *byte = rung__take(source, 1);
    if (byte == NULL) return 0;
    const uint64_t part = *byte & 0x7F;
    if (part << shift >> shift != part || (shift > 0 && *byte == 0)) break;
    number |= part << shift;
    if (*byte >= 0x80) continue;
    source->bad = number > most;
    return source->bad ? 0 : number;
  }
  source->bad = true;
  return 0;
}

size_t rung__take_count(struct rung__intake *source, size_t most)
{
  const size_t count = (size_t)rung__take_number(source, most);
  if (count > source->left) source->bad = true;
  return source->bad ? 0 : count;
}

bool rung__take_long(struct rung__intake *source, uint64_t *limb, size_t count)
{
  memset(limb, 0, count * sizeof *limb);
  const unsigned char *head = rung__take(source, 1);
  const size_t length = head == NULL ? 0 : *head & 0x7F;
  const unsigned char *bytes = length <= count * 8 ? rung__take(source, length) : NULL;
  if (bytes == NULL || (length == 0 && *head != 0) || (length > 0 && bytes[length - 1] == 0)) {
    source->bad = true;
    return false;
  }
  for (size_t index = 0; index < length; ++index)
    limb[index / 8] |= (uint64_t)bytes[index] << 8 * (index % 8);
  return *head >= 0x80;
}

void rung__take_sum(struct rung__intake *source, struct rung__sum *sum)
{
  struct rung__sum magnitude;
  const bool negative = rung__take_long(source, magnitude.limb, 4);
  if (magnitude.limb[3] >> 48 != 0) source->bad = true;
  if (negative) {
    *sum = (struct rung__sum){{0}};
    rung__sum_subtract(sum, &magnitude);
  } else {
    *sum = magnitude;
  }
}
