/* Groups: for every key, exact counts and sums in flat arrays.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A group's number is that of its key. A group without persons is none: nobody saves, merges or
 * shows it, so a call that fails may leave one behind. Weights are kept once any differs from 1;
 * before that a weight sum is a count and the largest weight is 1.
 *
 * Narrow sums are whole steps x 2^-40: 64 bits of weight, 20 of a product of two values and 32 of
 * rows fit 128. Wide ones are of grid steps: 64 + 102 + 32 bits fit 256.
 *
 * Squares of weights are rounded once, half to even, to 2^-48: below 2^24 x 2^24 they fit 96 bits,
 * their sum over 2^32 rows 128, and times the square of a score 96 + 102 + 32 bits fit 256. What is
 * lost is less than 2^-34 of the least weight's square, and 2^-48 of that of 1. They are kept once
 * any weight differs from 1; before that, a square is 1. */
#ifndef RUNG_TALLY_GROUPS_H
#define RUNG_TALLY_GROUPS_H

#include "base/sum.h"
#include "tally/key.h"
#include "tally/shape.h"

/* A weight of 1, squared. */
#define RUNG__SQUARE_ONE (UINT64_C(1) << 48)

struct rung__products {
  uint32_t *count;          /* [group][couple] persons with both */
  rung__wide *narrow;       /* [group][narrow couple][RUNG__NARROW_SUMS] */
  struct rung__sum *wide;   /* [group][wide couple][RUNG__WIDE_SUMS] */
  rung__uwide *weight;      /* [group][couple] units of 2^-40; NULL unless weighted, as below */
  rung__uwide *square;      /* [group][couple] of those weights, units of 2^-48 */
  rung__uwide *slot;        /* [group][slot] squares of the weights in a slot */
  struct rung__sum *moment; /* [group][number, then measure][2] of square x value and x value^2 */
  size_t count_room, narrow_room, wide_room, weight_room, square_room, slot_room, moment_room;
};

struct rung__groups {
  const struct rung__shape *shape;
  struct rung__names keys;
  bool weighted;
  size_t ready;          /* groups whose places exist, zero at first */
  uint32_t *count;       /* [group][slot] persons with positive weight */
  struct rung__sum *sum; /* [group][number, then measure][2] of w x and of w x^2, in grid steps and
                            2^-40 */
  rung__uwide *weight;   /* [group][slot] units of 2^-40; NULL unless weighted */
  uint64_t *largest;     /* [group][segment] of one who contributes; NULL unless weighted */
  struct rung__products products; /* nothing without #RUNG_TALLY_PRODUCTS */
  size_t count_room, sum_room, weight_room, largest_room;
};

/* Makes places for so many groups. False: no memory, nothing changed. */
bool rung__groups_reserve(struct rung__groups *groups, size_t count);
/* Keeps weights from now on. False: no memory, nothing changed. */
bool rung__groups_weigh(struct rung__groups *groups);
/* Adds a group of another store of the same shape; weighs already where the other does. */
void rung__groups_add(struct rung__groups *groups, size_t to, const struct rung__groups *other,
                      size_t from);
/* The numbers of the groups that have persons, in the order of their keys; NULL: no memory. */
uint32_t *rung__groups_order(const struct rung__groups *groups, size_t *count);
void rung__groups_free(struct rung__groups *groups);

/* Persons in a slot. */
uint32_t rung__groups_count(const struct rung__groups *groups, size_t group, size_t slot);
/* Persons in the contributing slots of a segment. */
uint32_t rung__groups_active(const struct rung__groups *groups, size_t group,
                             const struct rung__segment *segment);
/* Weight in `count` slots from the first, in units of 2^-40. */
rung__uwide rung__groups_weight(const struct rung__groups *groups, size_t group, size_t first,
                                size_t count);
/* The largest weight of one who contributes to a segment. */
uint64_t rung__groups_largest(const struct rung__groups *groups, size_t group,
                              const struct rung__segment *segment);
/* The sums of w x and w x^2 of an item of numbers, by its place among them, and of a measure. */
struct rung__sum *rung__groups_number(const struct rung__groups *groups, size_t group,
                                      size_t number);
struct rung__sum *rung__groups_sum(const struct rung__groups *groups, size_t group, size_t measure);

/* The square of a weight, in units of 2^-48. */
rung__uwide rung__weight_square(uint64_t weight);
/* sum + a x b; a >= 0, and the product fits 255 bits. */
void rung__sum_add_wide(struct rung__sum *sum, rung__uwide a, rung__wide b);

/* Makes places for groups up to `count`, behind those that are ready. False: no memory. */
bool rung__products_reserve(struct rung__groups *groups, size_t count);
/* Keeps weights from now on. False: no memory, nothing changed. */
bool rung__products_weigh(struct rung__groups *groups);
/* Adds a group of another store of the same shape; weighs already where the other does. */
void rung__products_add(struct rung__groups *groups, size_t to, const struct rung__groups *other,
                        size_t from);
void rung__products_free(struct rung__products *products);

/* Persons with both of a couple, their weight and its squares. */
uint32_t rung__couple_count(const struct rung__groups *groups, size_t group, size_t couple);
rung__uwide rung__couple_weight(const struct rung__groups *groups, size_t group, size_t couple);
rung__uwide rung__couple_square(const struct rung__groups *groups, size_t group, size_t couple);
/* A sum of a couple, in its steps, and the squares of steps. */
struct rung__sum rung__couple_sum(const struct rung__groups *groups, size_t group, size_t couple,
                                  enum rung__product product);
/* Squares of the weights in `count` slots from the first, in units of 2^-48. */
rung__uwide rung__groups_square(const struct rung__groups *groups, size_t group, size_t first,
                                size_t count);
/* Sums of square x value (0) and square x value^2 (1) of an item of numbers, by its place among
 * them, and then of measures. */
struct rung__sum rung__groups_moment(const struct rung__groups *groups, size_t group, size_t number,
                                     int power);

#endif
