/* The model as the rest of the library sees it: plain tables, compiled once, never changed.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_MODEL_MODEL_H
#define RUNG_MODEL_MODEL_H

#include <stdatomic.h>
#include <stdbool.h>

#include <rung/answers.h>

#include "base/arena.h"
#include "base/grid.h"
#include "base/hash.h"
#include "base/text.h"

#define RUNG__ANSWERS_MAX 120
#define RUNG__LEVELS_MAX 32
#define RUNG__ITEMS_MAX 4096
#define RUNG__MEASURES_MAX 1024
#define RUNG__TERMS_MAX 4096
#define RUNG__LADDERS_MAX 64
#define RUNG__READINGS_MAX 256
#define RUNG__RULES_MAX 16
#define RUNG__PAIRS_MAX 256
#define RUNG__ABSENCE_KINDS 5

/* An answer in a block is a byte: 0.. is the index of one of the item's answers, below 0 a kind of
 * absence, as RUNG__ABSENT(kind). */
#define RUNG__ABSENT(kind) ((int8_t)(-1 - (int)(kind)))

enum { RUNG__NONE = -1 }; /* "no such index" in the int fields below */

/* Text in several languages; count may be 0. */
struct rung__localised {
  size_t count;
  const char **language, **text;
};

enum rung__source_kind { RUNG__PUBLISHED, RUNG__ASSUMED, RUNG__LOCAL };

struct rung__source {
  const char *id, *text, *reference; /* reference may be NULL */
  enum rung__source_kind kind;
};

/* How favourable an answer is. */
enum rung__favour { RUNG__UNFAVOURABLE, RUNG__NEUTRAL, RUNG__FAVOURABLE };

/* A text or code that stands for an absence. */
struct rung__absent_text {
  const char *text;
  rung_absence kind;
};

struct rung__scale {
  const char *id;
  int ladder; /* or RUNG__NONE */
  size_t count;
  int64_t *point; /* grid, strictly rising */
  bool has_favour;
  uint8_t *favour;             /* enum rung__favour per point */
  size_t label_count;          /* languages x points */
  const char **label;          /* label[language * count + point] */
  const char **label_language; /* per language */
  size_t absent_count;
  struct rung__absent_text *absent;
};

enum rung__item_kind { RUNG__PERCEPTION, RUNG__PRACTICE, RUNG__CHOICE, RUNG__OUTCOME, RUNG__TEXT };

/* A label that a text answer may match. */
struct rung__label {
  const char *text;
  int8_t answer; /* an answer's index, or RUNG__ABSENT(kind) */
};

struct rung__item {
  const char *id;
  struct rung__localised text;
  enum rung__item_kind kind;
  int about, rater, says, evidence; /* index into rung__about_words ...; RUNG__NONE where not said
                                     */
  int scale;                        /* or RUNG__NONE */
  int ladder;                       /* of the scale, or RUNG__NONE: answers are levels */
  bool reverse, recoded, has_favour;
  const char *unmeasured; /* the reason, or NULL */
  int describes_ladder, describes_level;
  size_t count;                   /* answers: the scale's points, or the options in print order */
  int64_t *code;                  /* grid: what stands in a column */
  int64_t *value;                 /* grid: after recode and reverse; a level's rank from 1 */
  uint8_t *favour;                /* after reverse; enum rung__favour */
  int64_t low, high;              /* the instrument's own range of `value` */
  struct rung__localised *option; /* texts of the options; NULL for a scaled item */
  size_t label_count;
  struct rung__label *label; /* labels of every language, then texts for absence */
};

enum rung__by { RUNG__MEAN, RUNG__MEDIAN, RUNG__SHARE };

/* One member of a measure. */
struct rung__term {
  bool is_measure;
  size_t index;
  int64_t weight;    /* whole, >= 1, the measure's weights without a common divisor */
  int64_t *unit;     /* items: per answer, the value under this measure in units of its quantum */
  int64_t low, high; /* the range, in units of the quantum (items), or on the grid (measures) */
};

struct rung__measure {
  const char *id;
  struct rung__localised title;
  enum rung__by by;
  bool rescaled, reflective, construct_said, across_items, exact_range, acts; /* acts: has a
                                                                                 measured term */
  int64_t to_low, to_high;                                                    /* rescale */
  int64_t needs_count; /* answered terms at least; 0 where `needs_share` holds */
  int64_t needs_share; /* grid: share of the asked terms at least */
  int source;          /* or RUNG__NONE */
  size_t count;
  struct rung__term *term;
  int64_t quantum;   /* grid: every value is a multiple of it */
  int64_t low, high; /* grid: extremes of the score, whatever is answered */
  bool plain;   /* one weight, one range, evenly spaced small units: see score/measure_plain.c */
  size_t place; /* in the model's file; measures stand in `order` of dependence */
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

enum rung__rule_kind { RUNG__CUT, RUNG__BANDS, RUNG__WEAKEST, RUNG__SHARE_RULE };

/* A step of a cut rule; an ordinary cut has down == up and waves == 1. */
struct rung__step {
  size_t to;
  int64_t up, down;
  int64_t waves;
};

struct rung__band {
  size_t level;
  bool has_from, has_to;
  int64_t from, to;
};

struct rung__rule {
  const char *id;
  enum rung__rule_kind kind;
  bool over_people;
  bool closed_high; /* bands are (from, to] */
  int source;       /* its own or the model's; RUNG__NONE where no one says */
  size_t step_count, band_count, of_count;
  struct rung__step *step;
  struct rung__band *band;
  size_t *of;    /* weakest: measures */
  int from;      /* weakest, share: a rule of the reading; RUNG__NONE */
  int64_t least; /* share: grid */
};

struct rung__reading {
  const char *id, *facet; /* facet may be NULL */
  struct rung__localised title;
  size_t ladder, measure, primary, count;
  struct rung__rule *rule;
};

struct rung__pair {
  const char *id;
  struct rung__localised title;
  size_t said, done;
};

enum rung__test { RUNG__AT_LEAST, RUNG__AT_MOST, RUNG__ABOVE, RUNG__BELOW, RUNG__ALL, RUNG__ANY };

struct rung__condition {
  enum rung__test test;
  bool on_reading; /* else on a measure */
  size_t index;
  int64_t number; /* grid, or a level's index */
  size_t count;
  struct rung__condition *part; /* of ALL and ANY */
};

struct rung__flag {
  const char *id;
  struct rung__localised text;
  struct rung__condition when;
};

enum rung__expected { RUNG__EXPECT_SCORE, RUNG__EXPECT_LEVEL, RUNG__EXPECT_FLAG };

struct rung__expect_rule {
  size_t rule;
  int level; /* RUNG__NONE: none */
};

struct rung__expectation {
  enum rung__expected kind;
  size_t index;
  bool none;     /* null is expected */
  int64_t score; /* grid */
  int level;     /* or RUNG__NONE */
  int truth;     /* flag: 1, 0, -1 */
  bool has_state, has_marks;
  uint8_t state;
  uint8_t marks;
  size_t rule_count;
  struct rung__expect_rule *rule;
};

struct rung__example {
  const char *title; /* may be NULL */
  int8_t *answer;    /* per item: an answer's index or an absence */
  size_t count;
  struct rung__expectation *expect;
};

struct rung_model {
  atomic_size_t shares;
  atomic_uint_fast64_t stamps; /* given out so far: see rung__model_stamp */
  struct rung__arena arena;
  const char *id, *version, *licence, *source_text;
  struct rung__localised title, description;
  bool people;
  int source; /* the default, or RUNG__NONE */
  size_t source_count, scale_count, item_count, measure_count, ladder_count, reading_count,
      pair_count, flag_count, example_count;
  struct rung__source *sources;
  struct rung__scale *scales;
  struct rung__item *items;
  struct rung__measure *measures;
  size_t *order; /* measures so that each stands behind its terms */
  struct rung__ladder *ladders;
  struct rung__reading *readings;
  struct rung__pair *pairs;
  struct rung__flag *flags;
  struct rung__example *examples;
  int64_t least_n, least_n_spread, least_n_text;
  uint8_t digest[RUNG__DIGEST_SIZE]; /* of the arithmetic */
  char digest_text[2 * RUNG__DIGEST_SIZE + 1];
  uint8_t file_digest[RUNG__DIGEST_SIZE];
};

extern const char *const rung__about_words[],
    *const rung__rater_words[],
        *const rung__says_words[],
            *const rung__evidence_words[],
                *const rung__absence_words[],
                    *const rung__item_kind_words[],
                        *const rung__by_words[],
                            *const rung__rule_kind_words[],
                                *const rung__source_kind_words[],
                                    *const rung__test_words[],
                                        *const rung__state_words[],
                                            *const rung__mark_words[]; /* NULL-terminated;
                                                                                                  marks
                                                                                                  in
                                                                                                  bit
                                                                                                  order
                                                                                                */

/* Takes a share of the model: what is made from it calls this once, and rung_model_free once. */
const rung_model *rung__model_share(const rung_model *model);
void rung__model_release(const rung_model *model);
/* A number that nothing of this model was given before: what tells one binding of answers from
 * another, whatever their address. */
uint64_t rung__model_stamp(const rung_model *model);

/* The best text for a language: that one, English, the first; `otherwise` where there is none. */
const char *rung__localised(const struct rung__localised *text, const char *language,
                            const char *otherwise);
/* The label of a scale's point, by the same preference; "" where the scale has none. */
const char *rung__scale_label(const struct rung__scale *scale, const char *language, size_t point);
/* The rule whose level of each person stands for a rule: itself, or for a share rule its `from`. */
size_t rung__person_rule(const struct rung__reading *reading, size_t rule);
/* The answer or absence that a text stands for, after trimming; RUNG__UNKNOWN_ANSWER where none: a
 * code, a label, a text for an absence. */
#define RUNG__UNKNOWN_ANSWER INT8_MIN
int8_t rung__item_match(const struct rung__item *item, struct rung__slice text);
/* The answer of a code on the grid; RUNG__UNKNOWN_ANSWER where none. Absence codes count too. */
int8_t rung__item_code(const struct rung__item *item, int64_t code);

#endif
