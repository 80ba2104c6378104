/* Whether the products that were loaded of a group can be true.
 * SPDX-License-Identifier: Apache-2.0 */
#include "tally/tally_sound.h"

#define LEAST_WEIGHT (RUNG__WEIGHT_ONE >> 7)
#define LEAST_SQUARE (RUNG__SQUARE_ONE >> 14)

/* Weights and squares of so many persons lie between theirs if each had the least and the most. */
static bool can_weigh(rung__uwide weight, rung__uwide square, uint64_t count)
{
  return weight >= count * (rung__uwide)LEAST_WEIGHT && weight <= count * (rung__uwide)UINT64_MAX &&
         square >= count * (rung__uwide)LEAST_SQUARE && square <= (rung__uwide)count << 96;
}

/* |sum| <= weight x most. */
static bool is_within(const struct rung__sum *sum, rung__uwide weight, int64_t most)
{
  struct rung__sum bound = {{0}}, below = {{0}};
  rung__sum_add_product(&bound, (rung__wide)weight, (uint64_t)most);
  rung__sum_subtract(&below, &bound);
  return rung__sum_compare(sum, &bound) <= 0 && rung__sum_compare(sum, &below) >= 0;
}

static bool narrow_is_sound(const struct rung__groups *groups, size_t group, size_t couple,
                            rung__uwide weight)
{
  for (int product = RUNG__OF_FIRST; product < RUNG__NARROW_SUMS; ++product) {
    const struct rung__sum sum = rung__couple_sum(groups, group, couple,
                                                  (enum rung__product)product);
    const int64_t most = product == RUNG__OF_BOTH ? RUNG__NARROW_MOST * RUNG__NARROW_MOST
                                                  : RUNG__NARROW_MOST;
    if (!is_within(&sum, weight, most)) return false;
  }
  return true;
}

/* Each value's sum and square, and |both| no more than half of the two squares. */
static bool wide_is_sound(const struct rung__groups *groups, size_t group, size_t couple,
                          rung__uwide weight)
{
  struct rung__sum sum[RUNG__WIDE_SUMS], squares, twice, below = {{0}};
  for (int product = 0; product < RUNG__WIDE_SUMS; ++product)
    sum[product] = rung__couple_sum(groups, group, couple, (enum rung__product)product);
  const struct rung__sum first[2] = {sum[RUNG__OF_FIRST], sum[RUNG__FIRST_SQUARE]};
  const struct rung__sum second[2] = {sum[RUNG__OF_SECOND], sum[RUNG__SECOND_SQUARE]};
  if (!rung__can_sum(weight, first) || !rung__can_sum(weight, second)) return false;
  squares = sum[RUNG__FIRST_SQUARE];
  rung__sum_add(&squares, &sum[RUNG__SECOND_SQUARE]);
  twice = sum[RUNG__OF_BOTH];
  rung__sum_add(&twice, &sum[RUNG__OF_BOTH]);
  rung__sum_subtract(&below, &squares);
  return rung__sum_compare(&twice, &squares) <= 0 && rung__sum_compare(&twice, &below) >= 0;
}

static bool couple_is_sound(const struct rung__groups *groups, size_t group, size_t couple)
{
  const uint32_t count = rung__couple_count(groups, group, couple);
  const rung__uwide weight = rung__couple_weight(groups, group, couple);
  if (count > rung__groups_count(groups, group, 0)) return false;
  if (!can_weigh(weight, rung__couple_square(groups, group, couple), count)) return false;
  return couple < groups->shape->couples.narrow_count
             ? narrow_is_sound(groups, group, couple, weight)
             : wide_is_sound(groups, group, couple, weight);
}

/* A slot's squares fit its weight, and each segment shares out those of all persons. */
static bool slots_are_sound(const struct rung__groups *groups, size_t group,
                            const struct rung__segment *segment)
{
  for (size_t slot = segment->first; slot < segment->first + segment->length; ++slot) {
    if (!can_weigh(rung__groups_weight(groups, group, slot, 1),
                   rung__groups_square(groups, group, slot, 1),
                   rung__groups_count(groups, group, slot)))
      return false;
  }
  return rung__groups_square(groups, group, segment->first, segment->length) ==
         rung__groups_square(groups, group, 0, 1);
}

static bool moment_is_sound(const struct rung__groups *groups, size_t group, size_t number,
                            const struct rung__segment *segment)
{
  const struct rung__sum sum[2] = {rung__groups_moment(groups, group, number, 0),
                                   rung__groups_moment(groups, group, number, 1)};
  return rung__can_sum(rung__groups_square(groups, group, segment->first, segment->active), sum);
}

static bool squares_are_sound(const struct rung__groups *groups, size_t group)
{
  const struct rung__shape *shape = groups->shape;
  size_t number = 0;
  for (size_t index = 0; index < shape->segment_count; ++index) {
    if (!slots_are_sound(groups, group, &shape->segment[index])) return false;
  }
  for (size_t item = 0; item < shape->item_count; ++item) {
    const struct rung__segment *segment = rung__shape_item(shape, item);
    if (segment->number && !moment_is_sound(groups, group, number++, segment)) return false;
  }
  for (size_t measure = 0; measure < shape->measure_count; ++measure) {
    if (!moment_is_sound(groups, group, shape->number_count + measure,
                         rung__shape_measure(shape, measure)))
      return false;
  }
  return true;
}

bool rung__products_are_sound(const struct rung__groups *groups, size_t group)
{
  if (!rung__shape_multiplies(groups->shape)) return true;
  for (size_t couple = 0; couple < rung__shape_couples(groups->shape); ++couple) {
    if (!couple_is_sound(groups, group, couple)) return false;
  }
  return !groups->weighted || squares_are_sound(groups, group);
}
