/* Joining the parts of a measure into a score: one function per way, one table that lists them.
 * SPDX-License-Identifier: Apache-2.0
 *
 * doc/rules.md has the formulas. Values lie on the grid, so that every sum is a whole number. */
#include "score/measures.h"

#include "model/extremes.h"

struct joining {
  const struct rung__measure *measure;
  const struct rung__part *part;
  size_t count;
  struct rung__vote *vote; /* room for a median */
};

static rung__wide weigh(const struct joining *of)
{
  rung__wide sum = 0;

  for (size_t i = 0; i < of->count; i++)
    sum += of->part[i].term->weight;
  return sum;
}

static rung__wide weigh_values(const struct joining *of)
{
  rung__wide sum = 0;

  for (size_t i = 0; i < of->count; i++)
    sum += (rung__wide)of->part[i].term->weight * of->part[i].value;
  return sum;
}

static int64_t join_mean(const struct joining *of)
{
  return rung__grid_divide(weigh_values(of), weigh(of));
}

static int64_t join_median(const struct joining *of)
{
  for (size_t i = 0; i < of->count; i++)
    of->vote[i] = (struct rung__vote){of->part[i].value, of->part[i].term->weight};
  return rung__grid_divide(rung__median_twice(of->vote, of->count), 2);
}

static int64_t least(const struct joining *of)
{
  int64_t value = of->part[0].value;

  for (size_t i = 1; i < of->count; i++) {
    if (of->part[i].value < value) value = of->part[i].value;
  }
  return value;
}

static int64_t join_max(const struct joining *of)
{
  int64_t value = of->part[0].value;

  for (size_t i = 1; i < of->count; i++) {
    if (of->part[i].value > value) value = of->part[i].value;
  }
  return value;
}

/* sum(w x value), w in millionths. */
static int64_t join_sum(const struct joining *of)
{
  rung__wide sum = 0;

  for (size_t i = 0; i < of->count; i++)
    sum += (rung__wide)of->part[i].term->millionths * of->part[i].value;
  return of->measure->base + rung__grid_divide(sum, RUNG__WEIGHT_UNITS);
}

static int64_t join_deduction(const struct joining *of)
{
  return 2 * of->measure->base - join_sum(of);
}

static int64_t join_attainable(const struct joining *of)
{
  rung__wide sum = 0;

  for (size_t i = 0; i < of->count; i++)
    sum += (rung__wide)of->part[i].term->millionths * of->part[i].term->most;
  return rung__grid_divide(sum, RUNG__WEIGHT_UNITS);
}

static int64_t join_percent(const struct joining *of)
{
  rung__wide sum = 0, most = 0;

  for (size_t i = 0; i < of->count; i++) {
    const struct rung__term *term = of->part[i].term;
    sum += (rung__wide)term->weight * (of->part[i].value - term->least);
    most += (rung__wide)term->weight * (term->most - term->least);
  }
  return most == 0 ? RUNG__NO_SCORE : rung__grid_divide(sum * 100 * RUNG__GRID, most);
}

static int64_t join_votes(const struct joining *of)
{
  rung__wide tagged = 0, all = 0;

  for (size_t i = 0; i < of->count; i++) {
    tagged += (rung__wide)of->part[i].term->weight * of->part[i].tagged;
    all += (rung__wide)of->part[i].term->weight * of->part[i].value;
  }
  return all == 0 ? RUNG__NO_SCORE : rung__grid_divide(tagged * 100 * RUNG__GRID, all);
}

/* ((1 - f) sum(w v) + f least sum(w)) / sum(w), with f in steps of the grid. */
static int64_t join_blend(const struct joining *of)
{
  const rung__wide weight = weigh(of), floor = of->measure->floor;
  const rung__wide sum = (RUNG__GRID - floor) * weigh_values(of) + floor * least(of) * weight;

  return rung__grid_divide(sum, weight * RUNG__GRID);
}

static int64_t join_difference(const struct joining *of)
{
  return of->part[0].value - of->part[1].value;
}

static int64_t times(int64_t a, int64_t b)
{
  return rung__grid_divide((rung__wide)a * b, RUNG__GRID);
}

static int64_t join_product(const struct joining *of)
{
  int64_t product = of->part[0].value;

  for (size_t i = 1; i < of->count; i++)
    product = times(product, of->part[i].value);
  return product;
}

static int64_t join_ratio(const struct joining *of)
{
  return of->part[1].value == 0 ? RUNG__NO_SCORE
                                : rung__quotient(of->part[0].value, of->part[1].value);
}

static int64_t (*const joiners[])(const struct joining *) = {
    [RUNG__MEAN] = join_mean,
    [RUNG__MEDIAN] = join_median,
    [RUNG__SHARE] = join_mean,
    [RUNG__SUM] = join_sum,
    [RUNG__MIN] = least,
    [RUNG__MAX] = join_max,
    [RUNG__NET] = join_mean,
    [RUNG__COUNT] = join_sum,
    [RUNG__VOTES] = join_votes,
    [RUNG__PERCENT] = join_percent,
    [RUNG__BLEND] = join_blend,
    [RUNG__ATTAINABLE] = join_attainable,
    [RUNG__PRODUCT] = join_product,
    [RUNG__DEDUCTION] = join_deduction,
    [RUNG__RATIO_OF] = join_ratio,
    [RUNG__DIFFERENCE] = join_difference,
};

int64_t rung__join(const struct rung__measure *measure, const struct rung__part *part, size_t count,
                   struct rung__vote *vote)
{
  const struct joining of = {measure, part, count, vote};

  return joiners[measure->by](&of);
}

bool rung__needs_all(const struct rung__measure *measure)
{
  return measure->by == RUNG__DIFFERENCE || measure->by == RUNG__PRODUCT ||
         measure->by == RUNG__RATIO_OF;
}

/* The least and greatest of four results. */
static void span_of(const int64_t result[4], int64_t *lowest, int64_t *highest)
{
  *lowest = *highest = result[0];
  for (size_t i = 1; i < 4; i++) {
    if (result[i] < *lowest) *lowest = result[i];
    if (result[i] > *highest) *highest = result[i];
  }
}

void rung__join_ends(const struct rung__measure *measure, const struct rung__part *low,
                     const struct rung__part *high, int64_t *lowest, int64_t *highest)
{
  *lowest = low[0].value;
  *highest = high[0].value;
  if (measure->by == RUNG__RATIO_OF) {
    const int64_t a[] = {*lowest, *highest}, b[] = {low[1].value, high[1].value};
    if (b[0] <= 0 && b[1] >= 0) {
      *lowest = *highest = b[0] == b[1] ? RUNG__NO_SCORE : RUNG__UNBOUNDED;
      return;
    }
    const int64_t result[] = {rung__quotient(a[0], b[0]), rung__quotient(a[0], b[1]),
                              rung__quotient(a[1], b[0]), rung__quotient(a[1], b[1])};
    span_of(result, lowest, highest);
    return;
  }
  for (size_t i = 1; i < measure->count; i++) {
    const int64_t result[] = {times(*lowest, low[i].value), times(*lowest, high[i].value),
                              times(*highest, low[i].value), times(*highest, high[i].value)};
    span_of(result, lowest, highest);
  }
}
