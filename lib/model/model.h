/* The model as the rest of the library sees it: plain tables, compiled once, never changed.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_MODEL_MODEL_H
#define RUNG_MODEL_MODEL_H

#include <stdatomic.h>

#include "base/arena.h"
#include "base/grid.h"
#include "base/hash.h"
#include "base/text.h"
#include "model/reading.h"

/* Two measures held against each other: said and done, or inside and outside. */
struct rung__pair {
  const char *id;
  struct rung__localised title;
  bool of_sides; /* inside and outside */
  size_t said, done;
};

/* Two readings of which is asked whether the one goes with the other. */
struct rung__relation {
  const char *id;
  struct rung__localised title;
  size_t reading[2];
  uint32_t diagonal[RUNG__LEVELS_MAX]; /* [level of the first] bits: levels of the second on it */
};

/* A decision that is taken without a measurement. */
struct rung__belief {
  const char *id, *owner, *review; /* owner and review may be NULL */
  struct rung__localised text, reason;
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
  int64_t *number;   /* per item: of a range or of dates, the answer on the grid */
  size_t count;
  struct rung__expectation *expect;
};

/* How many of each sort of part come from models that this one uses: they stand first. */
struct rung__used {
  size_t sources, scales, items, blocks, measures, ladders, readings, pairs, relations, flags,
      beliefs;
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
      pair_count, relation_count, flag_count, example_count, block_count, belief_count, tag_count,
      tier_count, unit_tier_count, number_count; /* items of numbers and dates */
  struct rung__used used;
  struct rung__source *sources;
  struct rung__scale *scales;
  struct rung__item *items;
  struct rung__measure *measures;
  size_t *order; /* measures so that each stands behind its terms */
  struct rung__ladder *ladders;
  struct rung__reading *readings;
  struct rung__pair *pairs;
  struct rung__relation *relations;
  struct rung__flag *flags;
  struct rung__block *blocks;
  struct rung__belief *beliefs;
  const char **tags, **tiers, **unit_tiers;
  size_t use_count;
  const char **uses; /* built-in models, "five-levels@1": theirs are the ids with that prefix */
  struct rung__example *examples;
  bool looks_at_items; /* some rule or condition does */
  bool looks_at_cover; /* some condition looks at a coverage or at what is excused */
  int64_t least_n, least_n_spread, least_n_text;
  uint8_t digest[RUNG__DIGEST_SIZE]; /* of the arithmetic */
  char digest_text[2 * RUNG__DIGEST_SIZE + 1];
  uint8_t file_digest[RUNG__DIGEST_SIZE];
};

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
/* The rule whose level of each person stands for a rule: itself, or of a share, ogive or mode of the
 * people its `from`. */
size_t rung__person_rule(const struct rung__reading *reading, size_t rule);
/* Whether a rule's levels can be compared within a row only. */
bool rung__is_ipsative(const struct rung__reading *reading, size_t rule);
/* The answer or absence that a text stands for, after trimming; RUNG__UNKNOWN_ANSWER where none: a
 * code, a label, a text for an absence; of numbers and dates, 0, and the number on the grid. */
#define RUNG__UNKNOWN_ANSWER INT8_MIN
int8_t rung__item_match(const struct rung__item *item, struct rung__slice text, int64_t *number);
/* The answer of a code on the grid; RUNG__UNKNOWN_ANSWER where none. Absence codes count too. */
int8_t rung__item_code(const struct rung__item *item, int64_t code);

/* The id of a term of a measure. */
const char *rung__term_id(const struct rung_model *model, size_t measure, size_t term);

#endif
