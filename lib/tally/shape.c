/* The shape of a tally: laying out its slots.
 * SPDX-License-Identifier: Apache-2.0 */
#include "tally/shape.h"

#include <stdlib.h>

#include <rung/tally.h>

#include "base/array.h"

bool rung__shape_begin(struct rung__shape *shape, uint32_t parts, size_t items, size_t measures,
                       size_t rules, size_t relations)
{
  const size_t count = 1 + items + measures + rules + relations;
  *shape = (struct rung__shape){.parts = parts, .item_count = items};
  shape->measure_count = measures;
  shape->segment = rung__array_new(count, sizeof *shape->segment);
  shape->related = rung__array_new(relations, sizeof *shape->related);
  if (shape->segment == NULL || shape->related == NULL) {
    rung__shape_free(shape);
    return false;
  }
  rung__shape_put(shape, 1, 0);
  return true;
}

void rung__shape_put(struct rung__shape *shape, uint32_t active, uint32_t others)
{
  struct rung__segment *segment = &shape->segment[shape->segment_count++];
  *segment = (struct rung__segment){shape->slot_count, active + others, active, false};
  shape->slot_count += segment->length;
}

void rung__shape_put_number(struct rung__shape *shape)
{
  rung__shape_put(shape, 1, RUNG__ABSENCE_KINDS);
  shape->segment[shape->segment_count - 1].number = true;
  shape->number_count++;
}

void rung__shape_put_measure(struct rung__shape *shape)
{
  const uint32_t scored = RUNG__SLOT_STOOD_IN + 1;
  rung__shape_put(shape, scored, RUNG__MEASURE_SLOTS - scored);
}

void rung__shape_put_rule(struct rung__shape *shape, uint32_t levels)
{
  rung__shape_put(shape, levels, 1);
  ++shape->rule_count;
}

/* The first segment of the rules. */
static size_t first_rule(const struct rung__shape *shape)
{
  return 1 + shape->item_count + shape->measure_count;
}

void rung__shape_put_relation(struct rung__shape *shape, size_t first, size_t second)
{
  const struct rung__segment *rule = shape->segment + first_rule(shape);
  shape->related[shape->relation_count][0] = first;
  shape->related[shape->relation_count++][1] = second;
  rung__shape_put(shape, rule[first].active * rule[second].active, 1);
}

/* Whether a rule gives each person a level itself: not where it counts the levels of another. */
static bool is_of_persons(const struct rung__reading *reading, size_t rule)
{
  return rung__person_rule(reading, rule) == rule;
}

static size_t rules_of_persons(const rung_model *model)
{
  size_t count = 0;
  for (size_t reading = 0; reading < model->reading_count; ++reading) {
    for (size_t rule = 0; rule < model->readings[reading].count; ++rule)
      count += is_of_persons(&model->readings[reading], rule);
  }
  return count;
}

static void put_rules(struct rung__shape *shape, const rung_model *model)
{
  for (size_t reading = 0; reading < model->reading_count; ++reading) {
    const struct rung__reading *read = &model->readings[reading];
    for (size_t rule = 0; rule < read->count; ++rule) {
      if (!is_of_persons(read, rule)) continue;
      shape->rule[reading * RUNG__RULES_MAX + rule] = shape->segment_count;
      rung__shape_put_rule(shape, (uint32_t)model->ladders[read->ladder].count);
    }
  }
}

/* The segment of the rule that gives each person a level on a reading; 0: none does. */
static size_t side_of(const struct rung__shape *shape, const rung_model *model, size_t reading)
{
  const struct rung__reading *read = &model->readings[reading];
  const size_t rule = rung__person_rule(read, read->primary);
  return shape->rule[reading * RUNG__RULES_MAX + rule];
}

static void put_relations(struct rung__shape *shape, const rung_model *model)
{
  for (size_t index = 0; index < model->relation_count; ++index) {
    const struct rung__relation *relation = &model->relations[index];
    const size_t first = side_of(shape, model, relation->reading[0]);
    const size_t second = side_of(shape, model, relation->reading[1]);
    if (first == 0 || second == 0) continue;
    shape->relation[index] = shape->segment_count;
    rung__shape_put_relation(shape, first - first_rule(shape), second - first_rule(shape));
  }
}

static bool make_maps(struct rung__shape *shape, const rung_model *model)
{
  shape->rule = rung__array_new(model->reading_count * RUNG__RULES_MAX, sizeof *shape->rule);
  shape->relation = rung__array_new(model->relation_count, sizeof *shape->relation);
  return shape->rule != NULL && shape->relation != NULL &&
         (!rung__shape_multiplies(shape) || rung__couples_of(&shape->couples, model));
}

bool rung__shape_of(struct rung__shape *shape, const rung_model *model, uint32_t parts)
{
  const bool scores = (parts & RUNG_TALLY_SCORES) != 0;
  const size_t measures = scores ? model->measure_count : 0;
  if (!rung__shape_begin(shape, parts, model->item_count, measures,
                         scores ? rules_of_persons(model) : 0, scores ? model->relation_count : 0))
    return false;
  if (!make_maps(shape, model)) {
    rung__shape_free(shape);
    return false;
  }
  for (size_t item = 0; item < model->item_count; ++item) {
    if (model->items[item].number != RUNG__NONE)
      rung__shape_put_number(shape);
    else
      rung__shape_put(shape, (uint32_t)model->items[item].count, RUNG__ABSENCE_KINDS);
  }
  for (size_t measure = 0; measure < measures; ++measure)
    rung__shape_put_measure(shape);
  if (scores) put_rules(shape, model);
  if (scores) put_relations(shape, model);
  return true;
}

static bool relate_the_same(const struct rung__shape *a, const struct rung__shape *b)
{
  if (a->relation_count != b->relation_count) return false;
  for (size_t index = 0; index < a->relation_count; ++index) {
    if (a->related[index][0] != b->related[index][0] ||
        a->related[index][1] != b->related[index][1])
      return false;
  }
  return true;
}

bool rung__shape_same(const struct rung__shape *a, const struct rung__shape *b)
{
  if (a->parts != b->parts || a->item_count != b->item_count ||
      a->measure_count != b->measure_count || a->segment_count != b->segment_count ||
      a->couples.narrow_count != b->couples.narrow_count ||
      a->couples.wide_count != b->couples.wide_count || !relate_the_same(a, b))
    return false;
  for (size_t index = 0; index < a->segment_count; ++index) {
    if (a->segment[index].length != b->segment[index].length ||
        a->segment[index].active != b->segment[index].active ||
        a->segment[index].number != b->segment[index].number)
      return false;
  }
  return true;
}

void rung__shape_free(struct rung__shape *shape)
{
  free(shape->segment);
  free(shape->rule);
  free(shape->related);
  free(shape->relation);
  rung__couples_free(&shape->couples);
  *shape = (struct rung__shape){0};
}

bool rung__shape_multiplies(const struct rung__shape *shape)
{
  return (shape->parts & RUNG_TALLY_PRODUCTS) != 0;
}

size_t rung__shape_couples(const struct rung__shape *shape)
{
  return (size_t)shape->couples.narrow_count + shape->couples.wide_count;
}

const struct rung__segment *rung__shape_item(const struct rung__shape *shape, size_t item)
{
  return &shape->segment[1 + item];
}

const struct rung__segment *rung__shape_measure(const struct rung__shape *shape, size_t measure)
{
  return measure < shape->measure_count ? &shape->segment[1 + shape->item_count + measure] : NULL;
}

const struct rung__segment *rung__shape_rule(const struct rung__shape *shape, size_t reading,
                                             size_t rule)
{
  const size_t index = shape->rule == NULL ? 0 : shape->rule[reading * RUNG__RULES_MAX + rule];
  return index == 0 ? NULL : &shape->segment[index];
}

const struct rung__segment *rung__shape_relation(const struct rung__shape *shape, size_t relation)
{
  const size_t index = shape->relation == NULL ? 0 : shape->relation[relation];
  return index == 0 ? NULL : &shape->segment[index];
}

const struct rung__segment *rung__shape_related(const struct rung__shape *shape, size_t index)
{
  return &shape->segment[first_rule(shape) + shape->rule_count + index];
}

const struct rung__segment *rung__shape_side(const struct rung__shape *shape, size_t index,
                                             size_t side)
{
  return &shape->segment[first_rule(shape) + shape->related[index][side]];
}
