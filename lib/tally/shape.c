/* The shape of a tally: laying out its slots.
 * SPDX-License-Identifier: Apache-2.0 */
#include "tally/shape.h"

#include <stdlib.h>

#include <rung/tally.h>

#include "base/array.h"

bool rung__shape_begin(struct rung__shape *shape, uint32_t parts, size_t items, size_t measures,
                       size_t rules)
{
  const size_t count = 1 + items + measures + rules;
  *shape = (struct rung__shape){.parts = parts, .item_count = items};
  shape->measure_count = measures;
  shape->rule_count = rules;
  shape->segment = rung__array_new(count, sizeof *shape->segment);
  if (shape->segment == NULL) return false;
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
      rung__shape_put(shape, (uint32_t)model->ladders[read->ladder].count, 1);
    }
  }
}

bool rung__shape_of(struct rung__shape *shape, const rung_model *model, uint32_t parts)
{
  const bool scores = (parts & RUNG_TALLY_SCORES) != 0;
  const size_t measures = scores ? model->measure_count : 0;
  if (!rung__shape_begin(shape, parts, model->item_count, measures,
                         scores ? rules_of_persons(model) : 0))
    return false;
  shape->rule = rung__array_new(model->reading_count * RUNG__RULES_MAX, sizeof *shape->rule);
  if (shape->rule == NULL ||
      (rung__shape_multiplies(shape) && !rung__couples_of(&shape->couples, model))) {
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
  return true;
}

bool rung__shape_same(const struct rung__shape *a, const struct rung__shape *b)
{
  if (a->parts != b->parts || a->item_count != b->item_count ||
      a->measure_count != b->measure_count || a->segment_count != b->segment_count ||
      a->couples.narrow_count != b->couples.narrow_count ||
      a->couples.wide_count != b->couples.wide_count)
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
