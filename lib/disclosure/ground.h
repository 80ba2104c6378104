/* Grounds: whose answers a figure stands on, and whether they could be read out of it.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A ground is the persons who contribute to some figures: all of a group, those who answered an item,
 * who are scored on a measure, who have a level by a rule. Each is a segment of a tally. */
#ifndef RUNG_DISCLOSURE_GROUND_H
#define RUNG_DISCLOSURE_GROUND_H

#include "tally/groups.h"

enum rung__ground_kind {
  RUNG__GROUND_GROUP,
  RUNG__GROUND_ITEM,
  RUNG__GROUND_MEASURE,
  RUNG__GROUND_LEVELS
};

struct rung__ground {
  enum rung__ground_kind kind;
  size_t index; /* of the item, measure or reading */
  size_t rule;  /* of the reading, which gives each person a level */
  const struct rung__segment *segment;
  const int64_t *value;  /* [answer] of an item of points: what it is worth; else NULL */
  const uint8_t *favour; /* [answer] where an item has it; else NULL */
  size_t number;         /* of an item of numbers: its place among them */
  int64_t low, high;     /* grid: the range of one person; not below each other: none is known */
  bool rounds;           /* under least_n_spread a rounded mean, or n, is shown of it */
};

/* What stands behind a figure of some persons; adds up over persons. Zero-initialise. */
struct rung__stand {
  uint32_t n;
  rung__uwide weight;
  uint64_t largest;        /* weight of one person */
  uint64_t slot[2];        /* bits of the answers or levels that anybody has */
  uint32_t most;           /* persons of the most frequent one; of a single group only */
  struct rung__sum sum[2]; /* of w x and w x^2; the second where scores are kept */
};

/* Finds a ground's stand in a group. */
struct rung__stand rung__stand_of(const struct rung__ground *ground,
                                  const struct rung__groups *groups, size_t group);
void rung__stand_add(struct rung__stand *stand, const struct rung__stand *other);
/* Whether a figure of these persons would tell of single ones: one has more than half of the weight;
 * all gave the same answer, or have the same score or level; or their mean lies so near an end of the
 * range that each must lie in that half of it. */
bool rung__stand_tells(const struct rung__ground *ground, const struct rung__stand *stand);
/* Sums of w (x - low) and of w (high - x) in grid steps and 2^-40. */
void rung__stand_room(const struct rung__ground *ground, const struct rung__stand *stand,
                      struct rung__sum *above, struct rung__sum *below);

#endif
