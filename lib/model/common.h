/* What every part of a model uses: limits, texts, sources.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_MODEL_COMMON_H
#define RUNG_MODEL_COMMON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <rung/answers.h>

#define RUNG__ANSWERS_MAX 120
#define RUNG__LEVELS_MAX 32
#define RUNG__ITEMS_MAX 4096
#define RUNG__MEASURES_MAX 1024
#define RUNG__TERMS_MAX 4096
#define RUNG__WEIGHT_UNITS 1000000 /* weights of terms are whole millionths */
#define RUNG__LADDERS_MAX 64
#define RUNG__READINGS_MAX 256
#define RUNG__RULES_MAX 16
#define RUNG__ACTIONS_MAX 16 /* of a reading: a set of them fits 16 bits */
#define RUNG__FLAGS_MAX 256
#define RUNG__PAIRS_MAX 256
#define RUNG__RELATIONS_MAX 64
#define RUNG__BLOCKS_MAX 256
#define RUNG__BELIEFS_MAX 256
#define RUNG__TIERS_MAX 16
#define RUNG__TAGS_MAX 64          /* different ones in a model: a set of them fits 64 bits */
#define RUNG__LANGUAGES_MAX 64     /* of a text */
#define RUNG__ABSENT_TEXTS_MAX 256 /* of a scale; with the labels, 7,936 for an answer to match */
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

#endif
