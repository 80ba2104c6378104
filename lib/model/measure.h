/* Measures: what scores are made of.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_MODEL_MEASURE_H
#define RUNG_MODEL_MEASURE_H

#include "model/item.h"

enum rung__by {
  RUNG__MEAN,
  RUNG__MEDIAN,
  RUNG__SHARE,
  RUNG__SUM,
  RUNG__MIN,
  RUNG__MAX,
  RUNG__NET,
  RUNG__COUNT,
  RUNG__VOTES,
  RUNG__PERCENT,
  RUNG__ATTAINABLE,
  RUNG__DEDUCTION,
  RUNG__BLEND,
  RUNG__DIFFERENCE,
  RUNG__PRODUCT,
  RUNG__RATIO_OF
};

enum rung__across { RUNG__ACROSS_PEOPLE, RUNG__ACROSS_ITEMS, RUNG__ACROSS_NONE };

/* An item or a measure. */
struct rung__node {
  bool is_measure;
  size_t index;
};

/* One member of a measure. */
struct rung__term {
  bool is_measure;
  size_t index;
  int64_t weight;      /* whole, >= 1, the measure's weights without a common divisor */
  int64_t millionths;  /* the weight itself, in RUNG__WEIGHT_UNITS */
  int64_t *unit;       /* items of points: per answer, the value under this measure in quanta */
  int64_t low, high;   /* the range with what may stand in, in quanta */
  int64_t least, most; /* the range of answers alone, in quanta */
  bool stands[RUNG__ABSENCE_KINDS];   /* something stands in for this kind of absence */
  bool averages[RUNG__ABSENCE_KINDS]; /* and it is the mean of the others */
  int64_t stand[RUNG__ABSENCE_KINDS]; /* quanta */
  uint64_t *votes; /* VOTES: [answer] tagged 1, not tagged 0; of points and numbers by `tagged` */
  bool tagged;
};

/* A condition under which a measure has no score. */
struct rung__withheld {
  struct rung__condition *when;
  struct rung__localised reason;
};

struct rung__measure {
  const char *id;
  struct rung__localised title;
  enum rung__by by;
  bool rescaled, reflective, construct_said, exact_range, acts; /* acts: has a measured term */
  bool ipsative;                                                /* rests on a block */
  bool stands_in; /* something may stand in for an absence: see score/measure_joined.c */
  bool fragile;   /* its score may be not estimable, or withheld */
  bool unbounded; /* a ratio that only its clip bounds */
  bool reshaped;  /* it has a curve, recode, clip, round or withhold */
  bool summed;    /* its rows are summed column by column: see score/measure_mean.c */
  enum rung__across across;
  int64_t to_low, to_high; /* rescale */
  bool has_at_least;
  int64_t at_least, base, floor; /* grid */
  int tag;                       /* of rung_model.tags, or RUNG__NONE */
  int level_ladder, level;       /* VOTES: of this level, or RUNG__NONE */
  struct rung__absence_rule absence[RUNG__ABSENCE_KINDS];
  int64_t needs_count; /* answered terms at least; where `needs_share` is 0 */
  int64_t needs_share; /* grid: share of the asked terms at least */
  struct rung__curve curve;
  struct rung__lookup lookup;
  struct rung__ends clip;
  struct rung__rounding round;
  size_t withheld_count;
  struct rung__withheld *withheld;
  int source; /* or RUNG__NONE */
  int tier;   /* of rung_model.tiers, or RUNG__NONE */
  size_t count;
  struct rung__term *term;
  int64_t quantum;                 /* grid: every value of a term is a multiple of it */
  int64_t low, high;               /* grid: extremes of the score, whatever is answered */
  int64_t joined_low, joined_high; /* the same before curve and table */
  int64_t uncut_low, uncut_high;   /* and before clip and round */
  bool plain; /* one weight, one range, evenly spaced small units: see score/measure_plain.c */
  struct rung__ends extremes; /* as declared; only the linter looks at them */
  size_t place;               /* in the model's file; measures stand in `order` of dependence */
};

#endif
