/* The extremes of a measure, by the table of doc/rules.md.
 * SPDX-License-Identifier: Apache-2.0 */
#include "model/extremes.h"

#include "base/number.h"

#include "model/worth.h"

#define LEAST_DIVISOR (RUNG__GRID / 1000)
#define BEYOND ((rung__wide)RUNG__GRID_LIMIT * 2)

/* Two ends, wide enough for sums that a model may not have. */
struct reach {
  rung__wide low, high;
};

static rung__wide lesser(rung__wide a, rung__wide b)
{
  return a < b ? a : b;
}

static rung__wide greater(rung__wide a, rung__wide b)
{
  return a > b ? a : b;
}

static bool is_scored(const rung_model *model, const struct rung__term *term)
{
  return term->is_measure || model->items[term->index].unmeasured == NULL;
}

int64_t rung__quotient(int64_t over, int64_t under)
{
  const rung__wide numerator = (rung__wide)over * RUNG__GRID;
  const rung__wide magnitude = numerator < 0 ? -numerator : numerator;
  const rung__wide divisor = under < 0 ? -(rung__wide)under : under;

  if (magnitude >= BEYOND * divisor) return (int64_t)((over < 0) == (under < 0) ? BEYOND : -BEYOND);
  return under < 0 ? rung__grid_divide(-numerator, divisor) : rung__grid_divide(numerator, divisor);
}

static struct reach of_values(const rung_model *model, const struct rung__measure *measure)
{
  struct reach reach = {BEYOND, -BEYOND};

  for (size_t i = 0; i < measure->count; i++) {
    const struct rung__term *term = &measure->term[i];
    if (!is_scored(model, term)) continue;
    reach.low = lesser(reach.low, term->low);
    reach.high = greater(reach.high, term->high);
  }
  return reach;
}

/* What a term can count with: a mean of the others may stand in for it, and lie beyond its range. */
static struct reach of_term(const rung_model *model, const struct rung__measure *measure,
                            const struct rung__term *term)
{
  for (size_t kind = 0; kind < RUNG__ABSENCE_KINDS; kind++) {
    if (term->averages[kind]) return of_values(model, measure);
  }
  return (struct reach){term->low, term->high};
}

/* Whether a term may count with nothing; a measure is never unknown or invalid. */
static bool is_optional(const struct rung__term *term)
{
  for (size_t kind = 0; kind < RUNG__ABSENCE_KINDS; kind++) {
    if (term->is_measure && !rung__is_of_measures((rung_absence)kind)) continue;
    if (!term->stands[kind] && !term->averages[kind]) return true;
  }
  return false;
}

/* sum(millionths x value) / 10^6, rounded once; beyond any limit where it is large. */
static rung__wide weigh(rung__wide sum)
{
  const rung__wide limit = BEYOND * RUNG__WEIGHT_UNITS;

  if (sum > limit) return BEYOND;
  if (sum < -limit) return -BEYOND;
  return rung__grid_divide(sum, RUNG__WEIGHT_UNITS);
}

static bool is_within(rung__wide value)
{
  return value >= -RUNG__GRID_LIMIT && value <= RUNG__GRID_LIMIT;
}

/* A term that may be absent adds nothing or something between its ends. */
static struct reach of_sums(const rung_model *model, const struct rung__measure *measure)
{
  struct reach reach = {0, 0};

  for (size_t i = 0; i < measure->count; i++) {
    const struct rung__term *term = &measure->term[i];
    if (!is_scored(model, term)) continue;
    struct reach of = of_term(model, measure, term);
    if (measure->by == RUNG__ATTAINABLE) of = (struct reach){term->most, term->most};
    if (is_optional(term)) of = (struct reach){lesser(0, of.low), greater(0, of.high)};
    reach.low += term->millionths * of.low;
    reach.high += term->millionths * of.high;
  }
  if (measure->by != RUNG__DEDUCTION) {
    return (struct reach){measure->base + weigh(reach.low), measure->base + weigh(reach.high)};
  }
  return (struct reach){measure->base - weigh(reach.high), measure->base - weigh(reach.low)};
}

static rung__wide percent_of(rung__wide part, rung__wide whole)
{
  return rung__grid_divide(part * 100 * RUNG__GRID, whole);
}

static rung_status of_percent(struct rung__build *build, const struct rung__measure *measure,
                              struct reach *reach)
{
  *reach = (struct reach){0, 100 * RUNG__GRID};
  for (size_t i = 0; i < measure->count; i++) {
    const struct rung__term *term = &measure->term[i];
    const rung__wide span = (rung__wide)term->most - term->least;
    if (!is_scored(build->model, term)) continue;
    const struct reach of = of_term(build->model, measure, term);
    if (span == 0 && of.low == of.high) continue;
    if (span == 0) {
      return rung__measure_fail(build, measure,
                                "the term %zu has one value only, so that something else that "
                                "stands in for it is no part of what is attainable",
                                i + 1);
    }
    reach->low = lesser(reach->low, percent_of(of.low - term->least, span));
    reach->high = greater(reach->high, percent_of(of.high - term->least, span));
  }
  return RUNG_OK;
}

static struct reach of_difference(const rung_model *model, const struct rung__measure *measure)
{
  const struct reach one = of_term(model, measure, &measure->term[0]);
  const struct reach other = of_term(model, measure, &measure->term[1]);

  return (struct reach){one.low - other.high, one.high - other.low};
}

/* No product of the first terms may leave the scores either: a small last one does not bring it
 * back. */
static struct reach of_product(const rung_model *model, const struct rung__measure *measure)
{
  struct reach reach = of_term(model, measure, &measure->term[0]);

  for (size_t i = 1; i < measure->count; i++) {
    const struct reach of = of_term(model, measure, &measure->term[i]);
    const rung__wide ends[] = {of.low, of.high};
    struct reach next = {BEYOND, -BEYOND};
    for (size_t k = 0; k < 4; k++) {
      const rung__wide product = (k % 2 == 0 ? reach.low : reach.high) * ends[k / 2];
      const rung__wide value = rung__grid_divide(product, RUNG__GRID);
      if (!is_within(value)) return (struct reach){-BEYOND, BEYOND};
      next.low = lesser(next.low, value);
      next.high = greater(next.high, value);
    }
    reach = next;
  }
  return reach;
}

static rung_status of_ratio(struct rung__build *build, struct rung__measure *measure,
                            struct reach *reach)
{
  const struct reach one = of_term(build->model, measure, &measure->term[0]);
  const struct reach other = of_term(build->model, measure, &measure->term[1]);
  const int64_t over[] = {(int64_t)one.low, (int64_t)one.high};
  const int64_t under[] = {(int64_t)other.low, (int64_t)other.high};

  if (under[0] < LEAST_DIVISOR && under[1] > -LEAST_DIVISOR) {
    measure->unbounded = measure->clip.given;
    if (measure->unbounded) return RUNG_OK;
    return rung__measure_fail(build, measure,
                              "the divisor can come near 0, so that the ratio has no end; give it "
                              "a \"clip\"");
  }
  const int64_t quotients[] = {rung__quotient(over[0], under[0]), rung__quotient(over[0], under[1]),
                               rung__quotient(over[1], under[0]),
                               rung__quotient(over[1], under[1])};
  *reach = (struct reach){BEYOND, -BEYOND};
  for (size_t i = 0; i < 4; i++) {
    reach->low = lesser(reach->low, quotients[i]);
    reach->high = greater(reach->high, quotients[i]);
  }
  return RUNG_OK;
}

static rung_status join(struct rung__build *build, struct rung__measure *measure,
                        struct reach *reach)
{
  switch (measure->by) {
  case RUNG__MEAN:
  case RUNG__MEDIAN:
  case RUNG__SHARE:
  case RUNG__NET:
  case RUNG__MIN:
  case RUNG__MAX:
  case RUNG__BLEND: *reach = of_values(build->model, measure); break;
  case RUNG__SUM:
  case RUNG__COUNT:
  case RUNG__ATTAINABLE:
  case RUNG__DEDUCTION: *reach = of_sums(build->model, measure); break;
  case RUNG__VOTES: *reach = (struct reach){0, 100 * RUNG__GRID}; break;
  case RUNG__PERCENT: return of_percent(build, measure, reach);
  case RUNG__DIFFERENCE: *reach = of_difference(build->model, measure); break;
  case RUNG__PRODUCT: *reach = of_product(build->model, measure); break;
  case RUNG__RATIO_OF: return of_ratio(build, measure, reach);
  }
  return RUNG_OK;
}

/* What curve, table, cut and rounding make of the ends. */
static bool reshape(struct rung__measure *measure)
{
  if (measure->curve.count > 0 &&
      !rung__curve_extremes(&measure->curve, measure->low, measure->high, &measure->low,
                            &measure->high)) {
    return false;
  }
  if (measure->lookup.count > 0 &&
      !rung__lookup_extremes(&measure->lookup, measure->low, measure->high, &measure->low,
                             &measure->high)) {
    return false;
  }
  measure->uncut_low = measure->low;
  measure->uncut_high = measure->high;
  measure->low = rung__round_to(&measure->round, rung__clip_to(&measure->clip, measure->low));
  measure->high = rung__round_to(&measure->round, rung__clip_to(&measure->clip, measure->high));
  return true;
}

static rung_status fail_unmet(struct rung__build *build, const struct rung__measure *measure)
{
  char low[RUNG__NUMBER_SIZE], high[RUNG__NUMBER_SIZE];

  rung__number_write(rung__grid_double(measure->joined_low), low);
  rung__number_write(rung__grid_double(measure->joined_high), high);
  return rung__measure_fail(build, measure,
                            "no piece of the curve and no entry of the table meets the scores, "
                            "which run from %s to %s",
                            low, high);
}

rung_status rung__find_extremes(struct rung__build *build, struct rung__measure *measure)
{
  struct reach reach = {0, 0};

  TRY(join(build, measure, &reach));
  if (measure->unbounded) {
    measure->low = rung__round_to(&measure->round, measure->clip.low);
    measure->high = rung__round_to(&measure->round, measure->clip.high);
    return RUNG_OK;
  }
  if (is_within(reach.low) && is_within(reach.high)) {
    measure->low = measure->joined_low = (int64_t)reach.low;
    measure->high = measure->joined_high = (int64_t)reach.high;
    if (!reshape(measure)) return fail_unmet(build, measure);
    if (is_within(measure->low) && is_within(measure->high)) return RUNG_OK;
  }
  return rung__measure_fail(build, measure,
                            "the score of '%s' can leave -65536 to 65536; use smaller weights, or "
                            "another way of joining",
                            measure->id);
}
