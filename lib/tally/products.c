/* Products: room for them, adding one group to another, and reading them.
 * SPDX-License-Identifier: Apache-2.0 */
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "tally/groups.h"

/* From units of a weight, 2^-40, to those of its square, 2^-48, where the weight is 1. */
#define SHIFT 8

rung__uwide rung__weight_square(uint64_t weight)
{
  const rung__uwide square = (rung__uwide)weight * weight, half = (rung__uwide)1 << 31;
  const rung__uwide whole = square >> 32, rest = square & (((rung__uwide)1 << 32) - 1);
  return whole + (rest > half || (rest == half && (whole & 1) != 0) ? 1 : 0);
}

void rung__sum_add_wide(struct rung__sum *sum, rung__uwide a, rung__wide b)
{
  const rung__uwide size = b < 0 ? 0 - (rung__uwide)b : (rung__uwide)b;
  struct rung__sum high = {{0}};
  const rung__wide low_a = (rung__wide)(uint64_t)a, high_a = (rung__wide)(a >> 64);
  const uint64_t low_b = (uint64_t)size, high_b = (uint64_t)(size >> 64);
  rung__sum_add_product(&high, high_a, low_b);
  rung__sum_add_product(&high, low_a, high_b);
  struct rung__sum product = {{0, high.limb[0], high.limb[1], high.limb[2]}};
  rung__sum_add_product(&product, low_a, low_b);
  if (high_a != 0 && high_b != 0) {
    const rung__uwide top = (rung__uwide)high_a * high_b;
    const struct rung__sum shifted = {{0, 0, (uint64_t)top, (uint64_t)(top >> 64)}};
    rung__sum_add(&product, &shifted);
  }
  if (b < 0) {
    rung__sum_subtract(sum, &product);
  } else {
    rung__sum_add(sum, &product);
  }
}

static size_t moments(const struct rung__shape *shape)
{
  return 2 * (shape->number_count + shape->measure_count);
}

static bool room(void **array, size_t *capacity, size_t count, size_t each, size_t size)
{
  if (each == 0) return true;
  return count <= SIZE_MAX / each && rung__array_reserve(array, capacity, count * each, size);
}

static bool weight_room(struct rung__groups *groups, size_t count)
{
  struct rung__products *products = &groups->products;
  const struct rung__shape *shape = groups->shape;
  const size_t couples = rung__shape_couples(shape);
  return room((void **)&products->weight, &products->weight_room, count, couples,
              sizeof *products->weight) &&
         room((void **)&products->square, &products->square_room, count, couples,
              sizeof *products->square) &&
         room((void **)&products->slot, &products->slot_room, count, shape->slot_count,
              sizeof *products->slot) &&
         room((void **)&products->moment, &products->moment_room, count, moments(shape),
              sizeof *products->moment);
}

/* Clears places [first, first + count) of an array with so many of a size for each group. */
static void clear(void *array, size_t first, size_t count, size_t each, size_t size)
{
  if (each > 0 && count > 0) memset((char *)array + first * each * size, 0, count * each * size);
}

bool rung__products_reserve(struct rung__groups *groups, size_t count)
{
  struct rung__products *products = &groups->products;
  const struct rung__shape *shape = groups->shape;
  const size_t couples = rung__shape_couples(shape), first = groups->ready, more = count - first;
  const size_t narrow = RUNG__NARROW_SUMS * (size_t)shape->couples.narrow_count;
  const size_t wide = RUNG__WIDE_SUMS * (size_t)shape->couples.wide_count;
  if (!rung__shape_multiplies(shape)) return true;
  if (!room((void **)&products->count, &products->count_room, count, couples,
            sizeof *products->count) ||
      !room((void **)&products->narrow, &products->narrow_room, count, narrow,
            sizeof *products->narrow) ||
      !room((void **)&products->wide, &products->wide_room, count, wide, sizeof *products->wide) ||
      (groups->weighted && !weight_room(groups, count)))
    return false;
  clear(products->count, first, more, couples, sizeof *products->count);
  clear(products->narrow, first, more, narrow, sizeof *products->narrow);
  clear(products->wide, first, more, wide, sizeof *products->wide);
  if (!groups->weighted) return true;
  clear(products->weight, first, more, couples, sizeof *products->weight);
  clear(products->square, first, more, couples, sizeof *products->square);
  clear(products->slot, first, more, shape->slot_count, sizeof *products->slot);
  clear(products->moment, first, more, moments(shape), sizeof *products->moment);
  return true;
}

bool rung__products_weigh(struct rung__groups *groups)
{
  struct rung__products *products = &groups->products;
  const struct rung__shape *shape = groups->shape;
  if (!rung__shape_multiplies(shape)) return true;
  if (!weight_room(groups, groups->ready)) return false;
  for (size_t place = 0; place < groups->ready * rung__shape_couples(shape); ++place) {
    products->weight[place] = products->count[place] * (rung__uwide)RUNG__WEIGHT_ONE;
    products->square[place] = products->count[place] * (rung__uwide)RUNG__SQUARE_ONE;
  }
  for (size_t slot = 0; slot < groups->ready * shape->slot_count; ++slot)
    products->slot[slot] = groups->count[slot] * (rung__uwide)RUNG__SQUARE_ONE;
  for (size_t group = 0; group < groups->ready; ++group) {
    for (size_t index = 0; index < moments(shape); ++index)
      products->moment[group * moments(shape) + index] = rung__groups_moment(
          groups, group, index / 2, (int)(index % 2));
  }
  return true;
}

static void add_weights(struct rung__groups *groups, size_t to, const struct rung__groups *other,
                        size_t from)
{
  struct rung__products *products = &groups->products;
  const struct rung__shape *shape = groups->shape;
  const size_t couples = rung__shape_couples(shape);
  for (size_t couple = 0; couple < couples; ++couple) {
    products->weight[to * couples + couple] += rung__couple_weight(other, from, couple);
    products->square[to * couples + couple] += rung__couple_square(other, from, couple);
  }
  for (size_t slot = 0; slot < shape->slot_count; ++slot)
    products->slot[to * shape->slot_count + slot] += rung__groups_square(other, from, slot, 1);
  for (size_t index = 0; index < moments(shape); ++index) {
    const struct rung__sum theirs = rung__groups_moment(other, from, index / 2, (int)(index % 2));
    rung__sum_add(&products->moment[to * moments(shape) + index], &theirs);
  }
}

void rung__products_add(struct rung__groups *groups, size_t to, const struct rung__groups *other,
                        size_t from)
{
  struct rung__products *products = &groups->products;
  const struct rung__products *theirs = &other->products;
  const struct rung__couples *couples = &groups->shape->couples;
  const size_t count = rung__shape_couples(groups->shape);
  const size_t narrow = RUNG__NARROW_SUMS * (size_t)couples->narrow_count;
  const size_t wide = RUNG__WIDE_SUMS * (size_t)couples->wide_count;
  if (!rung__shape_multiplies(groups->shape)) return;
  if (groups->weighted) add_weights(groups, to, other, from);
  for (size_t couple = 0; couple < count; ++couple)
    products->count[to * count + couple] += theirs->count[from * count + couple];
  for (size_t sum = 0; sum < narrow; ++sum)
    products->narrow[to * narrow + sum] += theirs->narrow[from * narrow + sum];
  for (size_t sum = 0; sum < wide; ++sum)
    rung__sum_add(&products->wide[to * wide + sum], &theirs->wide[from * wide + sum]);
}

void rung__products_free(struct rung__products *products)
{
  free(products->count);
  free(products->narrow);
  free(products->wide);
  free(products->weight);
  free(products->square);
  free(products->slot);
  free(products->moment);
  *products = (struct rung__products){0};
}

uint32_t rung__couple_count(const struct rung__groups *groups, size_t group, size_t couple)
{
  return groups->products.count[group * rung__shape_couples(groups->shape) + couple];
}

rung__uwide rung__couple_weight(const struct rung__groups *groups, size_t group, size_t couple)
{
  if (!groups->weighted)
    return rung__couple_count(groups, group, couple) * (rung__uwide)RUNG__WEIGHT_ONE;
  return groups->products.weight[group * rung__shape_couples(groups->shape) + couple];
}

rung__uwide rung__couple_square(const struct rung__groups *groups, size_t group, size_t couple)
{
  if (!groups->weighted)
    return rung__couple_count(groups, group, couple) * (rung__uwide)RUNG__SQUARE_ONE;
  return groups->products.square[group * rung__shape_couples(groups->shape) + couple];
}

struct rung__sum rung__couple_sum(const struct rung__groups *groups, size_t group, size_t couple,
                                  enum rung__product product)
{
  const struct rung__couples *couples = &groups->shape->couples;
  struct rung__sum sum;
  if (couple >= couples->narrow_count) {
    const size_t place = group * couples->wide_count + couple - couples->narrow_count;
    return groups->products.wide[place * RUNG__WIDE_SUMS + product];
  }
  const size_t place = group * couples->narrow_count + couple;
  rung__sum_set(&sum, groups->products.narrow[place * RUNG__NARROW_SUMS + product]);
  return sum;
}

rung__uwide rung__groups_square(const struct rung__groups *groups, size_t group, size_t first,
                                size_t count)
{
  const size_t start = group * groups->shape->slot_count + first;
  rung__uwide square = 0;
  for (size_t slot = start; slot < start + count; ++slot)
    square += groups->weighted ? groups->products.slot[slot]
                               : groups->count[slot] * (rung__uwide)RUNG__SQUARE_ONE;
  return square;
}

struct rung__sum rung__groups_moment(const struct rung__groups *groups, size_t group, size_t number,
                                     int power)
{
  const size_t place = group * moments(groups->shape) + 2 * number + (size_t)power;
  if (groups->weighted) return groups->products.moment[place];
  struct rung__sum sum = groups->sum[place];
  for (int step = 0; step < SHIFT; ++step) {
    const struct rung__sum same = sum;
    rung__sum_add(&sum, &same);
  }
  return sum;
}
