/* Conditions in three values: true, false, cannot be said.
 * SPDX-License-Identifier: Apache-2.0 */
#include "score/evidence.h"

/* What a test sees; `gap` where there is no value. */
struct sight {
  bool there;
  int64_t value;
  unsigned gap;
};

static unsigned gap_of(uint8_t state)
{
  if (state == RUNG_STATE_NOT_COLLECTED) return RUNG__GAP_NOT_ASKED;
  return state == RUNG_STATE_NOT_APPLICABLE ? RUNG__GAP_NOT_APPLICABLE : RUNG__GAP_MISSING;
}

static struct sight see_value(int64_t value, uint8_t state)
{
  if (value != RUNG__NO_SCORE) return (struct sight){true, value, 0};
  return (struct sight){false, 0, gap_of(state)};
}

/* Where nothing was asked there is no share of it. */
static struct sight see_cover(const int64_t *const *cover, const struct rung__evidence *evidence,
                              size_t measure, size_t row)
{
  const unsigned gap = gap_of(evidence->measure.state[measure][row]);
  const int64_t share = cover == NULL ? RUNG__NO_SCORE : cover[measure][row];

  if (share != RUNG__NO_SCORE && share != RUNG__NOT_TOLD) return (struct sight){true, share, 0};
  if (gap != RUNG__GAP_MISSING) return (struct sight){false, 0, gap};
  return (struct sight){false, 0,
                        share == RUNG__NOT_TOLD ? RUNG__GAP_MISSING : RUNG__GAP_NOT_ASKED};
}

static struct sight see_measure(const struct rung__condition *condition,
                                const struct rung__evidence *evidence, size_t row)
{
  const size_t index = condition->index;

  switch (condition->figure) {
  case RUNG__LOOK_COVERAGE: return see_cover(evidence->coverage, evidence, index, row);
  case RUNG__LOOK_EXCUSED: return see_cover(evidence->excused, evidence, index, row);
  case RUNG__LOOK_SCORE: break;
  }
  return see_value(evidence->measure.value[index][row], evidence->measure.state[index][row]);
}

static struct sight see_reading(size_t index, const struct rung__evidence *evidence, size_t row)
{
  const int8_t level = evidence->reached[index][row];

  if (level >= 0) return (struct sight){true, level, 0};
  return (struct sight){false, 0, gap_of(evidence->reading_state[index][row])};
}

static struct sight see(const struct rung__condition *condition,
                        const struct rung__evidence *evidence, size_t row)
{
  const size_t index = condition->index;

  switch (condition->on) {
  case RUNG__ON_MEASURE: return see_measure(condition, evidence, row);
  case RUNG__ON_READING: return see_reading(index, evidence, row);
  case RUNG__ON_ITEM: break;
  }
  return see_value(evidence->item.value[index][row], evidence->item.state[index][row]);
}

static int8_t compare(const struct rung__condition *condition, int64_t value)
{
  switch (condition->test) {
  case RUNG__AT_LEAST: return value >= condition->number;
  case RUNG__AT_MOST: return value <= condition->number;
  case RUNG__ABOVE: return value > condition->number;
  case RUNG__BELOW: return value < condition->number;
  case RUNG__ALL:
  case RUNG__ANY:
  case RUNG__NOT: break;
  }
  return -1;
}

/* ALL is false as soon as one part is; ANY is true as soon as one part is. */
static int8_t join(const struct rung__condition *condition, const struct rung__evidence *evidence,
                   size_t row)
{
  const int8_t decisive = condition->test == RUNG__ANY;
  int8_t result = !decisive;

  for (size_t i = 0; i < condition->count; i++) {
    const int8_t part = rung__condition(&condition->part[i], evidence, row);
    if (part == decisive) return decisive;
    if (part < 0) result = -1;
  }
  return result;
}

int8_t rung__condition(const struct rung__condition *condition,
                       const struct rung__evidence *evidence, size_t row)
{
  if (condition->test == RUNG__NOT) {
    const int8_t part = rung__condition(condition->part, evidence, row);
    return part < 0 ? part : !part;
  }
  if (condition->count > 0) return join(condition, evidence, row);
  const struct sight sight = see(condition, evidence, row);
  return sight.there ? compare(condition, sight.value) : -1;
}

unsigned rung__gaps(const struct rung__condition *condition, const struct rung__evidence *evidence,
                    size_t row)
{
  unsigned gaps = 0;

  if (condition->count == 0) return see(condition, evidence, row).gap;
  for (size_t i = 0; i < condition->count; i++)
    gaps |= rung__gaps(&condition->part[i], evidence, row);
  return gaps;
}

int64_t rung__looked_value(const struct rung__condition *condition,
                           const struct rung__evidence *evidence, size_t row)
{
  const struct sight sight = see(condition, evidence, row);

  return sight.there ? sight.value : RUNG__NO_SCORE;
}

static const struct rung__seen *seen_of(const struct rung__evidence *evidence,
                                        const struct rung__node *node)
{
  return node->is_measure ? &evidence->measure : &evidence->item;
}

int64_t rung__node_value(const struct rung__evidence *evidence, const struct rung__node *node,
                         size_t row)
{
  return seen_of(evidence, node)->value[node->index][row];
}

unsigned rung__node_gap(const struct rung__evidence *evidence, const struct rung__node *node,
                        size_t row)
{
  const struct rung__seen *seen = seen_of(evidence, node);

  return see_value(seen->value[node->index][row], seen->state[node->index][row]).gap;
}
