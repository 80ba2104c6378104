/* Saving products.
 * SPDX-License-Identifier: Apache-2.0 */
#include "tally/products_save.h"

#include "tally/outlet.h"

void rung__save_couples(const struct rung__couples *couples, struct rung__buffer *out)
{
  rung__put_count(out, couples->narrow_count);
  rung__put_count(out, couples->wide_count);
}

static void put_wide(struct rung__buffer *out, rung__uwide number)
{
  const uint64_t limb[2] = {(uint64_t)number, (uint64_t)(number >> 64)};
  rung__put_long(out, limb, 2, false);
}

/* Without weights, a narrow sum is one of whole persons. */
static void put_narrow(struct rung__buffer *out, rung__wide sum, bool weighted)
{
  struct rung__sum whole;
  rung__sum_set(&whole, weighted ? sum : sum / (rung__wide)RUNG__WEIGHT_ONE);
  rung__put_sum(out, &whole);
}

static void put_sums(struct rung__buffer *out, const struct rung__groups *groups, size_t group)
{
  const struct rung__couples *couples = &groups->shape->couples;
  const struct rung__products *products = &groups->products;
  for (size_t couple = 0; couple < couples->narrow_count; ++couple) {
    const rung__wide *sum = products->narrow +
                            RUNG__NARROW_SUMS * (group * couples->narrow_count + couple);
    if (rung__couple_count(groups, group, couple) == 0) continue;
    for (int index = 0; index < RUNG__NARROW_SUMS; ++index)
      put_narrow(out, sum[index], groups->weighted);
  }
  for (size_t couple = 0; couple < couples->wide_count; ++couple) {
    const struct rung__sum *sum = products->wide +
                                  RUNG__WIDE_SUMS * (group * couples->wide_count + couple);
    if (rung__couple_count(groups, group, couples->narrow_count + couple) == 0) continue;
    for (int index = 0; index < RUNG__WIDE_SUMS; ++index)
      rung__put_sum(out, &sum[index]);
  }
}

static void put_squares(struct rung__buffer *out, const struct rung__groups *groups, size_t group)
{
  const struct rung__shape *shape = groups->shape;
  for (size_t slot = 0; slot < shape->slot_count; ++slot) {
    if (rung__groups_count(groups, group, slot) > 0)
      put_wide(out, rung__groups_square(groups, group, slot, 1));
  }
  for (size_t number = 0; number < shape->number_count + shape->measure_count; ++number) {
    for (int power = 0; power < 2; ++power) {
      const struct rung__sum sum = rung__groups_moment(groups, group, number, power);
      rung__put_sum(out, &sum);
    }
  }
  for (size_t couple = 0; couple < rung__shape_couples(shape); ++couple) {
    if (rung__couple_count(groups, group, couple) == 0) continue;
    put_wide(out, rung__couple_weight(groups, group, couple));
    put_wide(out, rung__couple_square(groups, group, couple));
  }
}

void rung__save_products(const struct rung__groups *groups, size_t group, struct rung__buffer *out)
{
  for (size_t couple = 0; couple < rung__shape_couples(groups->shape); ++couple)
    rung__put_count(out, rung__couple_count(groups, group, couple));
  put_sums(out, groups, group);
  if (groups->weighted) put_squares(out, groups, group);
}
