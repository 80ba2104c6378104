/* SHA-256.
 * SPDX-License-Identifier: Apache-2.0 */
#include "base/hash.h"

#include <string.h>

#define BLOCK 64
#define ROUNDS 64

/* FIPS 180-4, section 4.2.2. */
static const uint32_t CONSTANTS[ROUNDS] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

/* FIPS 180-4, section 5.3.3. */
static const uint32_t START[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                  0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};

static uint32_t turned(uint32_t word, int bits)
{
  return word >> bits | word << (32 - bits);
}

static uint32_t word_at(const uint8_t *byte)
{
  return (uint32_t)byte[0] << 24 | (uint32_t)byte[1] << 16 | (uint32_t)byte[2] << 8 | byte[3];
}

static void schedule(const uint8_t *block, uint32_t words[ROUNDS])
{
  for (int index = 0; index < 16; ++index)
    words[index] = word_at(block + 4 * index);
  for (int index = 16; index < ROUNDS; ++index) {
    const uint32_t near = words[index - 2], far = words[index - 15];
    words[index] = words[index - 16] + words[index - 7] +
                   (turned(far, 7) ^ turned(far, 18) ^ far >> 3) +
                   (turned(near, 17) ^ turned(near, 19) ^ near >> 10);
  }
}

static void mix(uint32_t state[8], const uint8_t *block)
{
  uint32_t words[ROUNDS], s[8];
  schedule(block, words);
  memcpy(s, state, sizeof s);
  for (int round = 0; round < ROUNDS; ++round) {
    const uint32_t choice = (s[4] & s[5]) ^ (~s[4] & s[6]);
    const uint32_t majority = (s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]);
    const uint32_t first = s[7] + (turned(s[4], 6) ^ turned(s[4], 11) ^ turned(s[4], 25)) + choice +
                           CONSTANTS[round] + words[round];
    const uint32_t second = (turned(s[0], 2) ^ turned(s[0], 13) ^ turned(s[0], 22)) + majority;
    memmove(s + 1, s, 7 * sizeof *s);
    s[4] += first;
    s[0] = first + second;
  }
  for (int index = 0; index < 8; ++index)
    state[index] += s[index];
}

/* The last one or two blocks: what is left, a set bit, zeros, and the length in bits. */
static void finish(uint32_t state[8], const uint8_t *rest, size_t left, uint64_t length)
{
  uint8_t block[2 * BLOCK] = {0};
  const size_t size = left < BLOCK - 8 ? BLOCK : 2 * BLOCK;
  if (left > 0) memcpy(block, rest, left);
  block[left] = 0x80;
  for (size_t index = 0; index < 8; ++index)
    block[size - 1 - index] = (uint8_t)(8 * length >> (8 * index));
  for (size_t at = 0; at < size; at += BLOCK)
    mix(state, block + at);
}

void rung__sha256(const void *data, size_t length, uint8_t digest[RUNG__DIGEST_SIZE])
{
  const uint8_t *bytes = data;
  uint32_t state[8];
  memcpy(state, START, sizeof state);
  size_t at = 0;
  for (; length - at >= BLOCK; at += BLOCK)
    mix(state, bytes + at);
  finish(state, at < length ? bytes + at : NULL, length - at, length);
  for (size_t index = 0; index < RUNG__DIGEST_SIZE; ++index)
    digest[index] = (uint8_t)(state[index / 4] >> (24 - 8 * (index % 4)));
}

void rung__hex(const uint8_t digest[RUNG__DIGEST_SIZE], char out[2 * RUNG__DIGEST_SIZE + 1])
{
  static const char DIGITS[] = "0123456789abcdef";
  for (size_t index = 0; index < RUNG__DIGEST_SIZE; ++index) {
    out[2 * index] = DIGITS[digest[index] >> 4];
    out[2 * index + 1] = DIGITS[digest[index] & 15];
  }
  out[2 * RUNG__DIGEST_SIZE] = '\0';
}
