/* Scales, items and blocks: what is asked, and what an answer is worth.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_MODEL_ITEM_H
#define RUNG_MODEL_ITEM_H

#include "model/transform.h"

/* How favourable an answer is. */
enum rung__favour { RUNG__UNFAVOURABLE, RUNG__NEUTRAL, RUNG__FAVOURABLE };

/* A text or code that stands for an absence. */
struct rung__absent_text {
  const char *text;
  rung_absence kind;
};

/* What an answer is: one of some points, any number of a range, or a day (a whole number of days
 * since 1970-01-01, on the grid). */
enum rung__answer_kind { RUNG__POINTS, RUNG__RANGE, RUNG__DATES };

/* A label that a text answer may match. */
struct rung__label {
  const char *text;
  int8_t answer; /* an answer's index, or RUNG__ABSENT(kind) */
};

struct rung__scale {
  const char *id;
  enum rung__answer_kind kind;
  int ladder;        /* or RUNG__NONE */
  int64_t low, high; /* grid: of a range or of dates, the lowest and the highest answer */
  size_t count;      /* points; of a range or of dates 1, "there is a number" */
  int64_t *point;    /* grid, strictly rising; NULL but for points */
  bool has_favour;
  uint8_t *favour;             /* enum rung__favour per point */
  size_t label_count;          /* languages x points */
  const char **label;          /* label[language * count + point] */
  const char **label_language; /* per language */
  size_t absent_count;
  struct rung__absent_text *absent;
  size_t match_count; /* what all its items without options match; none before the first is read */
  struct rung__label *match;
};

enum rung__item_kind { RUNG__PERCEPTION, RUNG__PRACTICE, RUNG__CHOICE, RUNG__OUTCOME, RUNG__TEXT };

struct rung__item {
  const char *id;
  struct rung__localised text;
  enum rung__item_kind kind;
  int about, rater, says, evidence; /* index into rung__about_words ...; RUNG__NONE where not said
                                     */
  int scale;                        /* or RUNG__NONE */
  int ladder;                       /* of the scale, or RUNG__NONE: answers are levels */
  bool reverse, recoded, has_favour;
  enum rung__answer_kind
      answers;               /* numbers: `count` is 1, and the columns below but favour unused */
  int64_t raw_low, raw_high; /* numbers: the scale's ends */
  struct rung__curve curve;
  struct rung__ratio ratio;
  struct rung__age age;
  struct rung__ends clip;
  struct rung__absence_rule absence[RUNG__ABSENCE_KINDS]; /* RUNG__POLICY_UNSAID: as the measure */
  bool has_target;
  int64_t target;
  uint64_t tags;          /* bit of rung_model.tags */
  uint64_t *option_tags;  /* [answer]; NULL where no option has any */
  const char *stem;       /* or NULL */
  int block;              /* or RUNG__NONE */
  int number;             /* its place among the items that are not of points, or RUNG__NONE */
  bool looked_at;         /* by a rule or a condition */
  const char *unmeasured; /* the reason, or NULL */
  int describes_ladder, describes_level;
  size_t count;                   /* answers: the scale's points, or the options in print order */
  int64_t *code;                  /* grid: what stands in a column */
  int64_t *value;                 /* grid: after recode and reverse; a level's rank from 1 */
  uint8_t *point;                 /* [answer]: the point of the scale that it stands for */
  uint8_t *favour;                /* after reverse; enum rung__favour */
  int64_t low, high;              /* the instrument's own range of `value` */
  struct rung__localised *option; /* texts of the options; NULL for a scaled item */
  size_t label_count;
  struct rung__label *label; /* labels of every language, then texts for absence; the scale's own
                                where there are no options */
};

enum rung__block_kind { RUNG__SUM_BLOCK, RUNG__PICK_BLOCK };

/* Items that share something out. */
struct rung__block {
  const char *id;
  enum rung__block_kind kind;
  int64_t total; /* grid */
  size_t count;
  size_t *item;
};

#endif
