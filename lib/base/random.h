/* Numbers by chance that depend on their place alone: Philox4x32-10 (Salmon et al. 2011).
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_BASE_RANDOM_H
#define RUNG_BASE_RANDOM_H

#include <stdint.h>

/* A place among all draws: the same place gives the same number, whoever asks first. */
struct rung__draw {
  uint64_t seed;
  uint32_t replicate, group, cell, index;
};

/* The block cipher itself: four words for a counter of four words and a key of two. */
void rung__philox(const uint32_t counter[4], const uint32_t key[2], uint32_t out[4]);
/* 64 bits by chance at a place. */
uint64_t rung__random(const struct rung__draw *draw);
/* Uniform on the open interval (0, 1), a multiple of 2^-53 plus 2^-54. */
double rung__uniform(const struct rung__draw *draw);
/* A whole number from 0 up to, not including, `count` > 0; without bias worth 2^-64. */
uint64_t rung__random_below(const struct rung__draw *draw, uint64_t count);

#endif
