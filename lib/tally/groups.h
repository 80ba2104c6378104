/* Groups: for every key, exact counts and sums in flat arrays.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A group's number is that of its key. A group without persons is none: nobody saves, merges or
 * shows it, so a call that fails may leave one behind. Weights are kept once any differs from 1;
 * before that a weight sum is a count and the largest weight is 1. */
#ifndef RUNG_TALLY_GROUPS_H
#define RUNG_TALLY_GROUPS_H

#include "base/sum.h"
#include "tally/key.h"
#include "tally/shape.h"

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

#endif
