/* The shape of a tally: which slot of a group counts what, laid out once.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_TALLY_SHAPE_H
#define RUNG_TALLY_SHAPE_H

#include <rung/scores.h>

#include "tally/couples.h"

/* The slots of a measure: those scored by answers, those scored by what stands in alone, one per
 * other rung_state, and those who gave too little evidence, or none that can be estimated, but
 * some. */
enum rung__measure_slot {
  RUNG__SLOT_ANSWERED,
  RUNG__SLOT_STOOD_IN,
  RUNG__SLOT_STATE = 1, /* plus the state */
  RUNG__SLOT_SOME_EVIDENCE = RUNG__SLOT_STATE + RUNG_STATE_NOT_COLLECTED + 1,
  RUNG__SLOT_SOME_ESTIMATE,
  RUNG__MEASURE_SLOTS
};

/* Slots that stand side by side and share out the persons of a group: each person is in one. */
struct rung__segment {
  size_t first;
  uint32_t length;
  uint32_t active; /* the first so many are those who contribute to the figure */
  bool number;     /* of an item of numbers, of whose values there are sums */
};

/* The segments stand in the order: the persons (one slot), items (a slot per answer, then one per
 * kind of absence), measures (a slot per #rung__measure_slot), rules that give each person a
 * level (one per level reached, then none), relations of which two such rules give each person both
 * levels (one per level of the first x level of the second, then the others). */
struct rung__shape {
  uint32_t parts;
  size_t item_count, measure_count;
  size_t rule_count, relation_count; /* and measures: 0 without #RUNG_TALLY_SCORES */
  size_t number_count;               /* items of numbers */
  size_t segment_count, slot_count;
  struct rung__segment *segment;
  size_t *rule; /* [reading * RUNG__RULES_MAX + rule] a segment, 0 where there is none; NULL without
                   a model */
  size_t (*related)[2]; /* [relation that has a segment] its rules, counted among those here */
  size_t *relation;     /* [relation of the model] a segment, 0 where there is none; NULL without a
                           model */
  struct rung__couples couples; /* none without #RUNG_TALLY_PRODUCTS */
};

/* Begins a shape: as many segments as these will be put; rules and relations are counted as they are.
 * False: no memory. */
bool rung__shape_begin(struct rung__shape *shape, uint32_t parts, size_t items, size_t measures,
                       size_t rules, size_t relations);
/* Puts the next segment. */
void rung__shape_put(struct rung__shape *shape, uint32_t active, uint32_t others);
/* Puts the segment of an item of numbers. */
void rung__shape_put_number(struct rung__shape *shape);
/* Puts the segment of a measure: those who are scored are in its first two slots. */
void rung__shape_put_measure(struct rung__shape *shape);
/* Puts the segment of a rule that gives each person one of so many levels. */
void rung__shape_put_rule(struct rung__shape *shape, uint32_t levels);
/* Puts the segment of a relation of two rules that were put, by their places among them. */
void rung__shape_put_relation(struct rung__shape *shape, size_t first, size_t second);
/* The shape of a model's tallies. False: no memory. */
bool rung__shape_of(struct rung__shape *shape, const rung_model *model, uint32_t parts);
bool rung__shape_same(const struct rung__shape *a, const struct rung__shape *b);
void rung__shape_free(struct rung__shape *shape);

/* Whether there are products. */
bool rung__shape_multiplies(const struct rung__shape *shape);
/* How many couples there are. */
size_t rung__shape_couples(const struct rung__shape *shape);
/* The segments of an item, of a measure, of a rule and of a relation of the model; NULL where the tally
 * has none. */
const struct rung__segment *rung__shape_item(const struct rung__shape *shape, size_t item);
const struct rung__segment *rung__shape_measure(const struct rung__shape *shape, size_t measure);
const struct rung__segment *rung__shape_rule(const struct rung__shape *shape, size_t reading,
                                             size_t rule);
const struct rung__segment *rung__shape_relation(const struct rung__shape *shape, size_t relation);
/* The segment of a relation that has one and of one of its two rules, by its place among those that have. */
const struct rung__segment *rung__shape_related(const struct rung__shape *shape, size_t index);
const struct rung__segment *rung__shape_side(const struct rung__shape *shape, size_t index,
                                             size_t side);

#endif
