/* Groups: room for them, and adding one to another.
 * SPDX-License-Identifier: Apache-2.0 */
#include "tally/groups.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"

static size_t sums(const struct rung__groups *groups)
{
  return 2 * (groups->shape->number_count + groups->shape->measure_count);
}

static bool room(void **array, size_t *capacity, size_t count, size_t each, size_t size)
{
  if (each == 0) return true;
  return count <= SIZE_MAX / each && rung__array_reserve(array, capacity, count * each, size);
}

static bool weight_room(struct rung__groups *groups, size_t count)
{
  const struct rung__shape *shape = groups->shape;
  return room((void **)&groups->weight, &groups->weight_room, count, shape->slot_count,
              sizeof *groups->weight) &&
         room((void **)&groups->largest, &groups->largest_room, count, shape->segment_count,
              sizeof *groups->largest);
}

static void clear_weights(struct rung__groups *groups, size_t first, size_t count)
{
  const struct rung__shape *shape = groups->shape;
  memset(groups->weight + first * shape->slot_count, 0,
         count * shape->slot_count * sizeof *groups->weight);
  memset(groups->largest + first * shape->segment_count, 0,
         count * shape->segment_count * sizeof *groups->largest);
}

bool rung__groups_reserve(struct rung__groups *groups, size_t count)
{
  if (count <= groups->ready) return true;
  const size_t slots = groups->shape->slot_count, first = groups->ready, more = count - first;
  if (!room((void **)&groups->count, &groups->count_room, count, slots, sizeof *groups->count) ||
      !room((void **)&groups->sum, &groups->sum_room, count, sums(groups), sizeof *groups->sum) ||
      (groups->weighted && !weight_room(groups, count)) || !rung__products_reserve(groups, count))
    return false;
  memset(groups->count + first * slots, 0, more * slots * sizeof *groups->count);
  if (sums(groups) > 0)
    memset(groups->sum + first * sums(groups), 0, more * sums(groups) * sizeof *groups->sum);
  if (groups->weighted) clear_weights(groups, first, more);
  groups->ready = count;
  return true;
}

bool rung__groups_weigh(struct rung__groups *groups)
{
  if (groups->weighted) return true;
  const struct rung__shape *shape = groups->shape;
  if (!weight_room(groups, groups->ready) || !rung__products_weigh(groups)) return false;
  for (size_t slot = 0; slot < groups->ready * shape->slot_count; ++slot)
    groups->weight[slot] = groups->count[slot] * (rung__uwide)RUNG__WEIGHT_ONE;
  for (size_t group = 0; group < groups->ready; ++group) {
    for (size_t index = 0; index < shape->segment_count; ++index)
      groups->largest[group * shape->segment_count + index] = rung__groups_largest(
          groups, group, &shape->segment[index]);
  }
  groups->weighted = true;
  return true;
}

static void add_weights(struct rung__groups *groups, size_t to, const struct rung__groups *other,
                        size_t from)
{
  const struct rung__shape *shape = groups->shape;
  rung__uwide *weight = groups->weight + to * shape->slot_count;
  for (size_t slot = 0; slot < shape->slot_count; ++slot)
    weight[slot] += rung__groups_weight(other, from, slot, 1);
  uint64_t *largest = groups->largest + to * shape->segment_count;
  for (size_t index = 0; index < shape->segment_count; ++index) {
    const uint64_t theirs = rung__groups_largest(other, from, &other->shape->segment[index]);
    if (theirs > largest[index]) largest[index] = theirs;
  }
}

void rung__groups_add(struct rung__groups *groups, size_t to, const struct rung__groups *other,
                      size_t from)
{
  const size_t slots = groups->shape->slot_count;
  if (groups->weighted) add_weights(groups, to, other, from);
  rung__products_add(groups, to, other, from);
  for (size_t slot = 0; slot < slots; ++slot)
    groups->count[to * slots + slot] += other->count[from * slots + slot];
  for (size_t index = 0; index < sums(groups); ++index)
    rung__sum_add(&groups->sum[to * sums(groups) + index],
                  &other->sum[from * sums(groups) + index]);
}

uint32_t *rung__groups_order(const struct rung__groups *groups, size_t *count)
{
  uint32_t *order = rung__array_new(groups->ready, sizeof *order);
  if (order == NULL) return NULL;
  *count = 0;
  for (uint32_t group = 0; group < groups->ready; ++group) {
    if (rung__groups_count(groups, group, 0) > 0) order[(*count)++] = group;
  }
  rung__key_sort(&groups->keys, order, *count);
  return order;
}

void rung__groups_free(struct rung__groups *groups)
{
  rung__names_free(&groups->keys);
  free(groups->count);
  free(groups->sum);
  free(groups->weight);
  free(groups->largest);
  rung__products_free(&groups->products);
  *groups = (struct rung__groups){0};
}

uint32_t rung__groups_count(const struct rung__groups *groups, size_t group, size_t slot)
{
  return groups->count[group * groups->shape->slot_count + slot];
}

uint32_t rung__groups_active(const struct rung__groups *groups, size_t group,
                             const struct rung__segment *segment)
{
  const uint32_t *count = groups->count + group * groups->shape->slot_count + segment->first;
  uint32_t persons = 0;
  for (uint32_t slot = 0; slot < segment->active; ++slot)
    persons += count[slot];
  return persons;
}

rung__uwide rung__groups_weight(const struct rung__groups *groups, size_t group, size_t first,
                                size_t count)
{
  const size_t start = group * groups->shape->slot_count + first;
  rung__uwide weight = 0;
  for (size_t slot = start; slot < start + count; ++slot)
    weight += groups->weighted ? groups->weight[slot]
                               : groups->count[slot] * (rung__uwide)RUNG__WEIGHT_ONE;
  return weight;
}

uint64_t rung__groups_largest(const struct rung__groups *groups, size_t group,
                              const struct rung__segment *segment)
{
  if (!groups->weighted)
    return rung__groups_active(groups, group, segment) > 0 ? RUNG__WEIGHT_ONE : 0;
  const struct rung__shape *shape = groups->shape;
  return groups->largest[group * shape->segment_count + (size_t)(segment - shape->segment)];
}

struct rung__sum *rung__groups_number(const struct rung__groups *groups, size_t group,
                                      size_t number)
{
  return &groups->sum[group * sums(groups) + 2 * number];
}

struct rung__sum *rung__groups_sum(const struct rung__groups *groups, size_t group, size_t measure)
{
  return rung__groups_number(groups, group, groups->shape->number_count + measure);
}
