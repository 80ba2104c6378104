/* Transforms at work: curves, tables, cuts and rounding, on the grid.
 * SPDX-License-Identifier: Apache-2.0 */
#include "model/transform.h"

#include "base/grid.h"

bool rung__stretch_holds(const struct rung__stretch *stretch, bool closed_high, int64_t value)
{
  if (closed_high) {
    return (!stretch->has_from || value > stretch->from) &&
           (!stretch->has_to || value <= stretch->to);
  }
  return (!stretch->has_from || value >= stretch->from) &&
         (!stretch->has_to || value < stretch->to);
}

/* Beyond the limit of scores it does not matter by how much; a model that comes there is refused. */
int64_t rung__piece_at(const struct rung__piece *piece, int64_t x)
{
  const rung__wide limit = (rung__wide)RUNG__GRID_LIMIT * 4 * RUNG__GRID;
  const rung__wide product = (rung__wide)piece->slope * x;

  if (product > limit) return RUNG__GRID_LIMIT * 2;
  if (product < -limit) return -RUNG__GRID_LIMIT * 2;
  return rung__grid_plus(piece->value, rung__grid_divide(product, RUNG__GRID));
}

bool rung__curve_at(const struct rung__curve *curve, int64_t x, int64_t *value)
{
  for (size_t i = 0; i < curve->count; i++) {
    if (!rung__stretch_holds(&curve->piece[i].over, curve->closed_high, x)) continue;
    *value = rung__piece_at(&curve->piece[i], x);
    return true;
  }
  return false;
}

/* Values found so far. */
struct span {
  bool met;
  int64_t low, high;
};

static void widen(struct span *span, int64_t value)
{
  if (!span->met || value < span->low) span->low = value;
  if (!span->met || value > span->high) span->high = value;
  span->met = true;
}

/* The next end of a piece above a place, at most `most`. */
static int64_t next_end(const struct rung__curve *curve, int64_t above, int64_t most)
{
  for (size_t i = 0; i < curve->count; i++) {
    const struct rung__stretch *over = &curve->piece[i].over;
    if (over->has_from && over->from > above && over->from < most) most = over->from;
    if (over->has_to && over->to > above && over->to < most) most = over->to;
  }
  return most;
}

/* The piece that holds what lies between two neighbouring ends; NULL: none. */
static const struct rung__piece *piece_between(const struct rung__curve *curve, int64_t left,
                                               int64_t right)
{
  for (size_t i = 0; i < curve->count; i++) {
    const struct rung__stretch *over = &curve->piece[i].over;
    if ((!over->has_from || over->from <= left) && (!over->has_to || over->to >= right))
      return &curve->piece[i];
  }
  return NULL;
}

static void widen_at(struct span *span, const struct rung__curve *curve, int64_t x)
{
  int64_t value;

  if (rung__curve_at(curve, x, &value)) widen(span, value);
}

bool rung__curve_extremes(const struct rung__curve *curve, int64_t from, int64_t to, int64_t *low,
                          int64_t *high)
{
  struct span span = {false, 0, 0};

  widen_at(&span, curve, from);
  for (int64_t left = from; left < to;) {
    const int64_t right = next_end(curve, left, to);
    const struct rung__piece *piece = piece_between(curve, left, right);
    if (piece != NULL) {
      widen(&span, rung__piece_at(piece, left));
      widen(&span, rung__piece_at(piece, right));
    }
    widen_at(&span, curve, right);
    left = right;
  }
  if (!span.met) return false;
  *low = span.low;
  *high = span.high;
  return true;
}

bool rung__lookup_at(const struct rung__lookup *lookup, int64_t x, int64_t *value)
{
  size_t first = 0, last = lookup->count;

  while (first < last) {
    const size_t middle = first + (last - first) / 2;
    if (lookup->entry[middle].from < x)
      first = middle + 1;
    else
      last = middle;
  }
  if (first == lookup->count || lookup->entry[first].from != x) return false;
  *value = lookup->entry[first].to;
  return true;
}

bool rung__lookup_extremes(const struct rung__lookup *lookup, int64_t from, int64_t to,
                           int64_t *low, int64_t *high)
{
  struct span span = {false, 0, 0};

  for (size_t i = 0; i < lookup->count; i++) {
    const struct rung__entry *entry = &lookup->entry[i];
    if (entry->from >= from && entry->from <= to) widen(&span, entry->to);
  }
  if (!span.met) return false;
  *low = span.low;
  *high = span.high;
  return true;
}

int64_t rung__clip_to(const struct rung__ends *ends, int64_t value)
{
  if (!ends->given) return value;
  return value < ends->low ? ends->low : value > ends->high ? ends->high : value;
}

int64_t rung__ratio_to(const struct rung__ratio *ratio, int64_t value)
{
  const int64_t over = ratio->low_is_better ? ratio->target : value;
  const int64_t under = ratio->low_is_better ? value : ratio->target;

  if (value <= 0) return ratio->low_is_better ? ratio->most : 0;
  const rung__wide most = (rung__wide)ratio->most * under;
  if ((rung__wide)over * RUNG__GRID >= most) return ratio->most;
  return rung__grid_divide((rung__wide)over * RUNG__GRID, under);
}

static int64_t floor_divide(int64_t value, int64_t step)
{
  return value >= 0 ? value / step : -((step - 1 - value) / step);
}

int64_t rung__round_to(const struct rung__rounding *rounding, int64_t value)
{
  const int64_t step = rounding->step;

  if (step == 0) return value;
  switch (rounding->mode) {
  case RUNG__HALF_UP: return floor_divide(value + step / 2, step) * step;
  case RUNG__HALF_EVEN: return rung__grid_divide(value, step) * step;
  case RUNG__HALF_AWAY: return (value + (value < 0 ? -1 : 1) * (step / 2)) / step * step;
  case RUNG__DOWN: return value / step * step;
  }
  return value;
}

bool rung__age_at(const struct rung__age *age, int64_t day, int64_t on, int64_t *value)
{
  const int64_t days = day / RUNG__GRID, today = on / RUNG__GRID;

  if (days > today) return false;
  for (size_t i = 0; i < age->count; i++) {
    const struct rung__age_band *band = &age->band[i];
    if (band->has_within && rung__date_after((int32_t)days, band->within) < today) continue;
    *value = band->value;
    return true;
  }
  return false;
}
