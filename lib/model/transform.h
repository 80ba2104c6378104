/* Transforms: what makes a value of an answer, or another score of a score.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_MODEL_TRANSFORM_H
#define RUNG_MODEL_TRANSFORM_H

#include "base/date.h"
#include "model/common.h"

/* A piece of a curve, a stretch of scores: what a band is without a level. */
struct rung__stretch {
  bool has_from, has_to;
  int64_t from, to;
};

/* A piecewise linear curve: the first piece that holds x gives value + slope x x. */
struct rung__piece {
  struct rung__stretch over;
  int64_t value, slope; /* grid */
};

struct rung__curve {
  size_t count; /* 0: there is none */
  bool closed_high;
  struct rung__piece *piece;
};

/* A table of values: sorted by `from`. */
struct rung__entry {
  int64_t from, to; /* grid */
};

struct rung__lookup {
  size_t count; /* 0: there is none */
  struct rung__entry *entry;
};

struct rung__ends {
  bool given;
  int64_t low, high;
};

struct rung__ratio {
  int64_t target, most; /* grid; target 0: there is none */
  bool low_is_better;
};

struct rung__age_band {
  bool has_within;
  struct rung__duration within;
  int64_t value; /* grid */
};

struct rung__age {
  size_t count; /* bands; 0: there is none */
  int item;     /* whose answer is the day looked at; RUNG__NONE: `day` */
  int32_t day;  /* days since 1970-01-01 */
  struct rung__age_band *band;
};

/* What counts in place of an answer. */
enum rung__policy {
  RUNG__EXCLUDE,
  RUNG__ZERO,
  RUNG__FULL,
  RUNG__FAIL,
  RUNG__TARGET,
  RUNG__PERSON_MEAN,
  RUNG__THIS_NUMBER,
  RUNG__POLICY_UNSAID
};

struct rung__absence_rule {
  enum rung__policy policy;
  int64_t number; /* grid: of RUNG__THIS_NUMBER */
};

struct rung__rounding {
  enum rung__rounding_mode { RUNG__HALF_UP, RUNG__HALF_EVEN, RUNG__HALF_AWAY, RUNG__DOWN } mode;
  int64_t step; /* grid; 0: there is none */
};

/* Whether a stretch holds a value; `closed_high`: (from, to] instead of [from, to). */
bool rung__stretch_holds(const struct rung__stretch *stretch, bool closed_high, int64_t value);
int64_t rung__piece_at(const struct rung__piece *piece, int64_t x);
/* The value of a curve; false where no piece holds x. */
bool rung__curve_at(const struct rung__curve *curve, int64_t x, int64_t *value);
/* The least and greatest value from one x to another, open ends of pieces counting as closed; false
 * where no piece holds any of them. */
bool rung__curve_extremes(const struct rung__curve *curve, int64_t from, int64_t to, int64_t *low,
                          int64_t *high);
/* The entry of a table; false where there is none. */
bool rung__lookup_at(const struct rung__lookup *lookup, int64_t x, int64_t *value);
/* The least and greatest of the entries from one x to another; false where there is none. */
bool rung__lookup_extremes(const struct rung__lookup *lookup, int64_t from, int64_t to,
                           int64_t *low, int64_t *high);
/* The ratio of a value to the target, from 0 to `most`. */
int64_t rung__ratio_to(const struct rung__ratio *ratio, int64_t value);
/* What evidence of a day is worth on a later day, both on the grid; false: in no band, or later. */
bool rung__age_at(const struct rung__age *age, int64_t day, int64_t on, int64_t *value);
int64_t rung__clip_to(const struct rung__ends *ends, int64_t value);
/* On the grid; without a step the value itself. */
int64_t rung__round_to(const struct rung__rounding *rounding, int64_t value);

#endif
