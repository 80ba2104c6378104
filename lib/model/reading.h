/* Ladders, rules and conditions: what makes a level of scores.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_MODEL_READING_H
#define RUNG_MODEL_READING_H

#include "model/measure.h"

enum rung__test {
  RUNG__AT_LEAST,
  RUNG__AT_MOST,
  RUNG__ABOVE,
  RUNG__BELOW,
  RUNG__ALL,
  RUNG__ANY,
  RUNG__NOT
};

enum rung__looks_at { RUNG__ON_ITEM, RUNG__ON_MEASURE, RUNG__ON_READING };

enum rung__looked_figure { RUNG__LOOK_SCORE, RUNG__LOOK_COVERAGE, RUNG__LOOK_EXCUSED };

struct rung__condition {
  enum rung__test test;
  enum rung__looks_at on;
  enum rung__looked_figure figure; /* of a measure */
  size_t index;
  int64_t number; /* grid, or a level's index */
  size_t count;
  struct rung__condition *part; /* of ALL, ANY and NOT */
};

struct rung__level {
  const char *id;
  struct rung__localised description;
  bool anchor;
  size_t facet_count;
  const char **facet; /* names of the facets; "neutral" is among them */
  struct rung__localised *name;
};

struct rung__region {
  const char *id;
  struct rung__localised name;
  size_t first, last;
};

struct rung__ladder {
  const char *id;
  struct rung__localised title;
  size_t count, region_count;
  struct rung__level *level; /* lowest first */
  struct rung__region *region;
  int8_t *stated; /* per level: itself, or the highest anchor below it; the lowest level where there
                     is none */
};

enum rung__rule_kind {
  RUNG__CUT,
  RUNG__BANDS,
  RUNG__WEAKEST,
  RUNG__SHARE_RULE,
  RUNG__OGIVE,
  RUNG__GATE,
  RUNG__MODE,
  RUNG__FIRST
};

/* A step of a cut rule; an ordinary cut has down == up and waves == 1. */
struct rung__step {
  size_t to;
  int64_t up, down;
  int64_t waves;
};

struct rung__band {
  size_t level;
  struct rung__stretch over;
};

/* The share that a level asks for. */
struct rung__ogive_step {
  size_t to;
  int64_t least; /* grid */
};

/* What a value must be: at least `bound`, or above it. */
struct rung__gate_test {
  bool given, above;
  int64_t bound;
};

struct rung__gate_level {
  size_t to, own_count, need_count;
  bool pass_empty;
  struct rung__node *own;
  struct rung__condition *need;
};

enum rung__missing { RUNG__MISSING_FAILS, RUNG__MISSING_SKIPPED, RUNG__MISSING_WITHHOLDS };

enum rung__ties { RUNG__TIES_LOWEST, RUNG__TIES_HIGHEST, RUNG__TIES_WITHHOLD };

/* A level and what speaks for it: a measure (mode), or a condition (first). */
struct rung__mode_level {
  size_t level, measure;
};

struct rung__case {
  size_t level;
  struct rung__condition *when;
};

struct rung__rule {
  const char *id;
  enum rung__rule_kind kind;
  bool over_people, over_items;
  bool closed_high;            /* bands are (from, to] */
  bool ipsative;               /* it sees what rests on a block */
  size_t highest;              /* level of the ladder */
  int source;                  /* its own or the model's; RUNG__NONE where no one says */
  struct rung__rounding round; /* cut, bands */
  size_t step_count, band_count, of_count, share_count, level_count, mode_count, case_count;
  struct rung__step *step;
  struct rung__band *band;
  size_t *of;         /* weakest: measures */
  uint64_t *critical; /* weakest: [link] 1: critical; NULL: all are */
  size_t lag;         /* weakest: of what is not critical */
  int from;           /* weakest, share, ogive, mode: a rule of the reading; RUNG__NONE */
  struct rung__ogive_step *share; /* share (every level but the lowest), ogive: rising levels */
  size_t vote_count;              /* share, ogive over items */
  struct rung__term *vote;        /* items on this ladder, with weights */
  struct rung__gate_level *level;
  struct rung__gate_test own, lower;
  enum rung__missing missing;
  struct rung__mode_level *mode;
  enum rung__ties ties;
  struct rung__case *cases;
  int otherwise; /* first: a level, or RUNG__NONE */
};

enum rung__action_kind { RUNG__CAP, RUNG__WITHHOLD, RUNG__ESPOUSED };

/* A condition on a reading's level, and what it does. */
struct rung__action {
  enum rung__action_kind kind;
  size_t level; /* cap, espoused */
  struct rung__condition *when;
  struct rung__localised reason;
};

struct rung__reading {
  const char *id, *facet; /* facet may be NULL */
  struct rung__localised title;
  size_t ladder, measure, primary, count;
  size_t place; /* in its file */
  bool used;    /* that is a model which this one uses */
  struct rung__rule *rule;
  size_t action_count;
  struct rung__action *action;
};

#endif
