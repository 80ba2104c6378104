/* Holding conditions against ranges.
 * SPDX-License-Identifier: Apache-2.0 */
#include "check/ranges.h"

struct rung__value_range rung__node_range(const rung_model *model, const struct rung__node *node)
{
  const struct rung__item *item = &model->items[node->is_measure ? 0 : node->index];
  const struct rung__measure *measure = &model->measures[node->is_measure ? node->index : 0];

  return node->is_measure ? (struct rung__value_range){measure->low, measure->high}
                          : (struct rung__value_range){item->low, item->high};
}

static struct rung__value_range range_of(const rung_model *model,
                                         const struct rung__condition *test)
{
  if (test->on == RUNG__ON_READING) {
    const size_t ladder = model->readings[test->index].ladder;
    return (struct rung__value_range){0, (int64_t)model->ladders[ladder].count - 1};
  }
  if (test->on == RUNG__ON_MEASURE && test->figure != RUNG__LOOK_SCORE) {
    return (struct rung__value_range){0, RUNG__GRID};
  }
  return rung__node_range(model, &(struct rung__node){test->on == RUNG__ON_MEASURE, test->index});
}

static bool meets(enum rung__test test, int64_t value, int64_t number)
{
  switch (test) {
  case RUNG__AT_LEAST: return value >= number;
  case RUNG__AT_MOST: return value <= number;
  case RUNG__ABOVE: return value > number;
  case RUNG__BELOW: return value < number;
  case RUNG__ALL:
  case RUNG__ANY:
  case RUNG__NOT: break;
  }
  return false;
}

/* A comparison that both ends meet is met by all between, and one that neither meets by none. */
static int test_range(const rung_model *model, const struct rung__condition *test)
{
  const struct rung__value_range range = range_of(model, test);
  const bool low = meets(test->test, range.low, test->number);
  const bool high = meets(test->test, range.high, test->number);

  return low == high ? low : -1;
}

int rung__by_range(const rung_model *model, const struct rung__condition *condition)
{
  const int decisive = condition->test == RUNG__ANY;
  int result = !decisive;

  if (condition->count == 0) return test_range(model, condition);
  if (condition->test == RUNG__NOT) {
    const int part = rung__by_range(model, condition->part);
    return part < 0 ? part : !part;
  }
  for (size_t i = 0; i < condition->count; i++) {
    const int part = rung__by_range(model, &condition->part[i]);
    if (part == decisive) return decisive;
    if (part < 0) result = -1;
  }
  return result;
}
