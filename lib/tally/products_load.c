/* Loading products: nothing in the bytes is believed before it is checked.
 * SPDX-License-Identifier: Apache-2.0 */
#include "tally/products_save.h"

void rung__load_couples(struct rung__couples *couples, struct rung__intake *source)
{
  couples->narrow_count = (uint32_t)rung__take_number(source, RUNG__COUPLES_MAX / 2);
  couples->wide_count = (uint32_t)rung__take_number(source, RUNG__COUPLES_MAX / 2);
}

static rung__uwide take_wide(struct rung__intake *source)
{
  uint64_t limb[2];
  if (rung__take_long(source, limb, 2)) source->bad = true;
  return (rung__uwide)limb[1] << 64 | limb[0];
}

/* Within what so many persons of the greatest weight and values can come to: then nothing overflows
 * later on. */
static rung__wide take_narrow(struct rung__intake *source, bool weighted)
{
  struct rung__sum sum, size = {{0}};
  rung__take_sum(source, &sum);
  if (rung__sum_sign(&sum) < 0)
    rung__sum_subtract(&size, &sum);
  else
    size = sum;
  const int most = weighted ? 62 : 22; /* bits of the second limb */
  if ((size.limb[2] | size.limb[3]) != 0 || size.limb[1] >> most != 0) {
    source->bad = true;
    return 0;
  }
  rung__wide value = (rung__wide)((rung__uwide)size.limb[1] << 64 | size.limb[0]);
  if (!weighted) value *= (rung__wide)RUNG__WEIGHT_ONE;
  return rung__sum_sign(&sum) < 0 ? -value : value;
}

static void load_sums(struct rung__groups *groups, size_t group, struct rung__intake *source)
{
  const struct rung__couples *couples = &groups->shape->couples;
  struct rung__products *products = &groups->products;
  for (size_t couple = 0; couple < couples->narrow_count; ++couple) {
    rung__wide *sum = products->narrow +
                      RUNG__NARROW_SUMS * (group * couples->narrow_count + couple);
    if (rung__couple_count(groups, group, couple) == 0) continue;
    for (int index = 0; index < RUNG__NARROW_SUMS; ++index)
      sum[index] = take_narrow(source, groups->weighted);
  }
  for (size_t couple = 0; couple < couples->wide_count; ++couple) {
    struct rung__sum *sum = products->wide +
                            RUNG__WIDE_SUMS * (group * couples->wide_count + couple);
    if (rung__couple_count(groups, group, couples->narrow_count + couple) == 0) continue;
    for (int index = 0; index < RUNG__WIDE_SUMS; ++index)
      rung__take_sum(source, &sum[index]);
  }
}

static void load_squares(struct rung__groups *groups, size_t group, struct rung__intake *source)
{
  const struct rung__shape *shape = groups->shape;
  const size_t couples = rung__shape_couples(shape);
  const size_t moments = 2 * (shape->number_count + shape->measure_count);
  for (size_t slot = 0; slot < shape->slot_count; ++slot) {
    if (rung__groups_count(groups, group, slot) > 0)
      groups->products.slot[group * shape->slot_count + slot] = take_wide(source);
  }
  for (size_t index = 0; index < moments; ++index)
    rung__take_sum(source, &groups->products.moment[group * moments + index]);
  for (size_t couple = 0; couple < couples; ++couple) {
    if (rung__couple_count(groups, group, couple) == 0) continue;
    groups->products.weight[group * couples + couple] = take_wide(source);
    groups->products.square[group * couples + couple] = take_wide(source);
  }
}

void rung__load_products(struct rung__groups *groups, size_t group, struct rung__intake *source)
{
  const size_t couples = rung__shape_couples(groups->shape);
  for (size_t couple = 0; couple < couples; ++couple)
    groups->products.count[group * couples + couple] = (uint32_t)rung__take_number(source,
                                                                                   UINT32_MAX);
  load_sums(groups, group, source);
  if (groups->weighted) load_squares(groups, group, source);
}
