/* Philox4x32-10: ten rounds of two multiplications (Salmon, Moraes, Dror, Shaw 2011).
 * SPDX-License-Identifier: Apache-2.0 */
#include "base/random.h"

#include <string.h>

#include "base/grid.h"

#define ROUNDS 10
#define MULTIPLIER_0 UINT64_C(0xD2511F53)
#define MULTIPLIER_1 UINT64_C(0xCD9E8D57)
#define WEYL_0 UINT32_C(0x9E3779B9)
#define WEYL_1 UINT32_C(0xBB67AE85)

void rung__philox(const uint32_t counter[4], const uint32_t key[2], uint32_t out[4])
{
  uint32_t word[4], key_0 = key[0], key_1 = key[1];
  memcpy(word, counter, sizeof word);
  for (int round = 0; round < ROUNDS; ++round) {
    const uint64_t first = MULTIPLIER_0 * word[0], second = MULTIPLIER_1 * word[2];
    word[0] = (uint32_t)(second >> 32) ^ word[1] ^ key_0;
    word[2] = (uint32_t)(first >> 32) ^ word[3] ^ key_1;
    word[1] = (uint32_t)second;
    word[3] = (uint32_t)first;
    key_0 += WEYL_0;
    key_1 += WEYL_1;
  }
  memcpy(out, word, sizeof word);
}

uint64_t rung__random(const struct rung__draw *draw)
{
  const uint32_t counter[4] = {draw->index, draw->cell, draw->group, draw->replicate};
  const uint32_t key[2] = {(uint32_t)draw->seed, (uint32_t)(draw->seed >> 32)};
  uint32_t out[4];
  rung__philox(counter, key, out);
  return (uint64_t)out[0] | (uint64_t)out[1] << 32;
}

double rung__uniform(const struct rung__draw *draw)
{
  return ((double)(rung__random(draw) >> 11) + 0.5) * 0x1p-53;
}

uint64_t rung__random_below(const struct rung__draw *draw, uint64_t count)
{
  return (uint64_t)((rung__uwide)rung__random(draw) * count >> 64);
}
