/* Stands: how many, how heavy, how far apart.
 * SPDX-License-Identifier: Apache-2.0 */
#include "disclosure/ground.h"

static void add_weighted(struct rung__sum *sum, rung__uwide weight, int64_t value)
{
  const rung__wide signed_weight = value < 0 ? -(rung__wide)weight : (rung__wide)weight;
  rung__sum_add_product(sum, signed_weight, (uint64_t)(value < 0 ? -value : value));
}

static bool has_sums(const struct rung__ground *ground)
{
  return ground->kind == RUNG__GROUND_MEASURE ||
         (ground->kind == RUNG__GROUND_ITEM && ground->segment->number);
}

static void find_slots(struct rung__stand *stand, const struct rung__ground *ground,
                       const struct rung__groups *groups, size_t group)
{
  for (uint32_t slot = 0; slot < ground->segment->active; ++slot) {
    const uint32_t count = rung__groups_count(groups, group, ground->segment->first + slot);
    if (count == 0) continue;
    stand->slot[slot / 64 % 2] |= UINT64_C(1) << slot % 64;
    if (count > stand->most) stand->most = count;
    if (ground->value != NULL)
      add_weighted(&stand->sum[0],
                   rung__groups_weight(groups, group, ground->segment->first + slot, 1),
                   ground->value[slot]);
  }
}

struct rung__stand rung__stand_of(const struct rung__ground *ground,
                                  const struct rung__groups *groups, size_t group)
{
  const struct rung__segment *segment = ground->segment;
  struct rung__stand stand = {.n = rung__groups_active(groups, group, segment)};
  if (stand.n == 0) return stand;
  stand.weight = rung__groups_weight(groups, group, segment->first, segment->active);
  stand.largest = rung__groups_largest(groups, group, segment);
  if (has_sums(ground)) {
    const struct rung__sum *sum = ground->kind == RUNG__GROUND_MEASURE
                                      ? rung__groups_sum(groups, group, ground->index)
                                      : rung__groups_number(groups, group, ground->number);
    stand.sum[0] = sum[0];
    stand.sum[1] = sum[1];
  } else {
    find_slots(&stand, ground, groups, group);
  }
  return stand;
}

void rung__stand_add(struct rung__stand *stand, const struct rung__stand *other)
{
  stand->n += other->n;
  stand->weight += other->weight;
  if (other->largest > stand->largest) stand->largest = other->largest;
  stand->slot[0] |= other->slot[0];
  stand->slot[1] |= other->slot[1];
  rung__sum_add(&stand->sum[0], &other->sum[0]);
  rung__sum_add(&stand->sum[1], &other->sum[1]);
}

/* sum w x^2 x sum w = (sum w x)^2; where that does not fit, scores are that far apart. */
static bool has_no_spread(const struct rung__stand *stand)
{
  struct rung__sum weight, squares, square;
  rung__sum_set(&weight, (rung__wide)stand->weight);
  return rung__sum_multiply(&squares, &stand->sum[1], &weight) &&
         rung__sum_multiply(&square, &stand->sum[0], &stand->sum[0]) &&
         rung__sum_compare(&squares, &square) == 0;
}

static bool is_one_slot(const struct rung__stand *stand)
{
  const uint64_t low = stand->slot[0], high = stand->slot[1];
  return low == 0 ? (high & (high - 1)) == 0 : high == 0 && (low & (low - 1)) == 0;
}

static bool is_unanimous(const struct rung__ground *ground, const struct rung__stand *stand)
{
  if (has_sums(ground)) return has_no_spread(stand);
  return ground->segment->active > 1 && is_one_slot(stand);
}

void rung__stand_room(const struct rung__ground *ground, const struct rung__stand *stand,
                      struct rung__sum *above, struct rung__sum *below)
{
  *above = stand->sum[0];
  *below = (struct rung__sum){{0}};
  add_weighted(above, stand->weight, -ground->low);
  add_weighted(below, stand->weight, ground->high);
  rung__sum_subtract(below, &stand->sum[0]);
}

/* Whether 2 x what is left on one side is less than the heaviest person could leave there. */
static bool is_at_an_end(const struct rung__ground *ground, const struct rung__stand *stand)
{
  if (ground->low >= ground->high || ground->kind == RUNG__GROUND_LEVELS) return false;
  struct rung__sum above, below, reach = {{0}};
  rung__stand_room(ground, stand, &above, &below);
  add_weighted(&reach, stand->largest, ground->high - ground->low);
  const struct rung__sum once = above, again = below;
  rung__sum_add(&above, &once);
  rung__sum_add(&below, &again);
  return rung__sum_compare(&above, &reach) < 0 || rung__sum_compare(&below, &reach) < 0;
}

bool rung__stand_tells(const struct rung__ground *ground, const struct rung__stand *stand)
{
  if (stand->n == 0 || ground->kind == RUNG__GROUND_GROUP) return false;
  return (rung__uwide)stand->largest * 2 > stand->weight || is_unanimous(ground, stand) ||
         is_at_an_end(ground, stand);
}
