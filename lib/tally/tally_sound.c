/* Whether what was loaded of a group can be true.
 * SPDX-License-Identifier: Apache-2.0 */
#include "tally/tally_sound.h"

#define LEAST_WEIGHT (RUNG__WEIGHT_ONE >> 7)

/* Persons of some slots, in 64 bits: 120 counts could pass 32. */
static uint64_t persons(const struct rung__groups *groups, size_t group, size_t first, size_t count)
{
  uint64_t sum = 0;
  for (size_t slot = first; slot < first + count; ++slot)
    sum += rung__groups_count(groups, group, slot);
  return sum;
}

/* Weights of so many persons lie between theirs if each had the least and each the largest. */
static bool can_weigh(rung__uwide weight, uint64_t count, uint64_t largest)
{
  return weight >= count * (rung__uwide)LEAST_WEIGHT && weight <= count * (rung__uwide)largest;
}

static bool is_weighed(const struct rung__groups *groups, size_t group,
                       const struct rung__segment *segment)
{
  const uint64_t largest = rung__groups_largest(groups, group, segment);
  const uint64_t count = persons(groups, group, segment->first, segment->active);
  const rung__uwide active = rung__groups_weight(groups, group, segment->first, segment->active);
  for (size_t slot = segment->first; slot < segment->first + segment->length; ++slot) {
    const rung__uwide weight = rung__groups_weight(groups, group, slot, 1);
    if (!can_weigh(weight, rung__groups_count(groups, group, slot), UINT64_MAX)) return false;
  }
  return can_weigh(active, count, largest) && largest <= active &&
         rung__groups_weight(groups, group, segment->first, segment->length) ==
             rung__groups_weight(groups, group, 0, 1);
}

bool rung__can_sum(rung__uwide weight, const struct rung__sum sum[2])
{
  struct rung__sum most, whole, bound, square, below = {{0}};
  rung__sum_set(&most, RUNG__GRID_LIMIT);
  whole = (struct rung__sum){{(uint64_t)weight, (uint64_t)(weight >> 64), 0, 0}};
  if (!rung__sum_multiply(&bound, &whole, &most)) return false;
  rung__sum_subtract(&below, &bound);
  return rung__sum_multiply(&square, &bound, &most) && rung__sum_compare(&sum[0], &bound) <= 0 &&
         rung__sum_compare(&sum[0], &below) >= 0 && rung__sum_sign(&sum[1]) >= 0 &&
         rung__sum_compare(&sum[1], &square) <= 0;
}

static bool can_sum(const struct rung__groups *groups, size_t group,
                    const struct rung__segment *segment, const struct rung__sum *sum)
{
  return rung__can_sum(rung__groups_weight(groups, group, segment->first, segment->active), sum);
}

/* Slots a step apart. */
struct slots {
  size_t first, count, step;
};

/* Whether those in so many slots of a relation can be among those with one level of a side. */
static bool is_within(const struct rung__groups *groups, size_t group, size_t side,
                      uint64_t largest, const struct slots *couples)
{
  uint64_t count = 0;
  rung__uwide weight = 0, square = 0;
  const bool squared = groups->weighted && rung__shape_multiplies(groups->shape);
  for (size_t index = 0; index < couples->count; ++index) {
    const size_t slot = couples->first + index * couples->step;
    count += rung__groups_count(groups, group, slot);
    weight += rung__groups_weight(groups, group, slot, 1);
    if (squared) square += rung__groups_square(groups, group, slot, 1);
  }
  const uint64_t all = rung__groups_count(groups, group, side);
  const rung__uwide most = rung__groups_weight(groups, group, side, 1);
  if (count > all || weight > most || !can_weigh(most - weight, all - count, largest)) return false;
  const rung__uwide squares = squared ? rung__groups_square(groups, group, side, 1) : 0;
  return count == all ? square == squares : square <= squares;
}

/* Nobody has both levels of a relation who has not each of them. */
static bool relates(const struct rung__groups *groups, size_t group, size_t index)
{
  const struct rung__segment *both = rung__shape_related(groups->shape, index);
  const struct rung__segment *side[2] = {rung__shape_side(groups->shape, index, 0),
                                         rung__shape_side(groups->shape, index, 1)};
  const size_t across = side[1]->active, down = side[0]->active;
  const uint64_t largest = rung__groups_largest(groups, group, both);
  for (size_t which = 0; which < 2; ++which) {
    const uint64_t most = rung__groups_largest(groups, group, side[which]);
    if (largest > most) return false;
    for (size_t level = 0; level < side[which]->active; ++level) {
      const struct slots row = {both->first + level * across, across, 1};
      const struct slots column = {both->first + level, down, across};
      if (!is_within(groups, group, side[which]->first + level, most, which == 0 ? &row : &column))
        return false;
    }
  }
  return true;
}

bool rung__group_is_sound(const struct rung__groups *groups, size_t group)
{
  const struct rung__shape *shape = groups->shape;
  const uint64_t all = rung__groups_count(groups, group, 0);
  if (all == 0) return false;
  for (size_t index = 0; index < shape->segment_count; ++index) {
    const struct rung__segment *segment = &shape->segment[index];
    if (persons(groups, group, segment->first, segment->length) != all) return false;
    if (groups->weighted && !is_weighed(groups, group, segment)) return false;
  }
  for (size_t index = 0; index < shape->relation_count; ++index) {
    if (!relates(groups, group, index)) return false;
  }
  size_t number = 0;
  for (size_t item = 0; item < shape->item_count; ++item) {
    const struct rung__segment *segment = rung__shape_item(shape, item);
    if (!segment->number) continue;
    if (!can_sum(groups, group, segment, rung__groups_number(groups, group, number++)))
      return false;
  }
  for (size_t measure = 0; measure < shape->measure_count; ++measure) {
    if (!can_sum(groups, group, rung__shape_measure(shape, measure),
                 rung__groups_sum(groups, group, measure)))
      return false;
  }
  return true;
}
