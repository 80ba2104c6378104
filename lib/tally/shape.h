/* The shape of a tally: which slot of a group counts what, laid out once.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_TALLY_SHAPE_H
#define RUNG_TALLY_SHAPE_H

#include "model/model.h"

/* Behind the one slot of those who are scored, a measure has one per other rung_state, and one for
 * those who gave too little evidence but some. */
#define RUNG__STATES 9

/* Slots that stand side by side and share out the persons of a group: each person is in one. */
struct rung__segment {
  size_t first;
  uint32_t length;
  uint32_t active; /* the first so many are those who contribute to the figure */
};

/* The segments stand in the order: the persons (one slot), items (a slot per answer, then one per
 * kind of absence), measures (scored, then one per other state), rules that give each person a
 * level (one per level reached, then none). */
struct rung__shape {
  uint32_t parts;
  size_t item_count, measure_count, rule_count; /* measures and rules: 0 without #RUNG_TALLY_SCORES
                                                 */
  size_t segment_count, slot_count;
  struct rung__segment *segment;
  size_t *rule; /* [reading * RUNG__RULES_MAX + rule] a segment, 0 where there is none; NULL without
                   a model */
};

/* Begins a shape: as many segments as these will be put. False: no memory. */
bool rung__shape_begin(struct rung__shape *shape, uint32_t parts, size_t items, size_t measures,
                       size_t rules);
/* Puts the next segment. */
void rung__shape_put(struct rung__shape *shape, uint32_t active, uint32_t others);
/* The shape of a model's tallies. False: no memory. */
bool rung__shape_of(struct rung__shape *shape, const rung_model *model, uint32_t parts);
bool rung__shape_same(const struct rung__shape *a, const struct rung__shape *b);
void rung__shape_free(struct rung__shape *shape);

/* The segments of an item, of a measure and of a rule; NULL where the tally has none. */
const struct rung__segment *rung__shape_item(const struct rung__shape *shape, size_t item);
const struct rung__segment *rung__shape_measure(const struct rung__shape *shape, size_t measure);
const struct rung__segment *rung__shape_rule(const struct rung__shape *shape, size_t reading,
                                             size_t rule);

#endif
