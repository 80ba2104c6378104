/* Compiling measures: every answer's worth as a small whole number, so that sums are exact.
 * SPDX-License-Identifier: Apache-2.0 */
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "model/build.h"

#define SUM_LIMIT ((rung__wide)1 << 62)
#define SMALL 127 /* 255 units of this size fit 16 bits */

static int64_t absolute(int64_t value)
{
  return value < 0 ? -value : value;
}

static int64_t common_divisor(int64_t a, int64_t b)
{
  while (b != 0) {
    const int64_t rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

/* An item's value under a measure: as it is, favourable or not, or on the measure's own range. */
static int64_t worth(const struct rung__measure *measure, const struct rung__item *item,
                     int64_t value, uint8_t favour)
{
  if (measure->by == RUNG__SHARE) return favour == RUNG__FAVOURABLE ? 100 * RUNG__GRID : 0;
  if (!measure->rescaled) return value;
  const rung__wide span = (rung__wide)measure->to_high - measure->to_low;
  return measure->to_low +
         rung__grid_divide((rung__wide)(value - item->low) * span, item->high - item->low);
}

static rung_status compile_item(struct rung__build *build, const struct rung__json *at,
                                const struct rung__measure *measure, struct rung__term *term)
{
  const struct rung__item *item = &build->model->items[term->index];

  if (measure->rescaled && item->count > 0 && item->low == item->high) {
    return rung__json_fail(at, build->error,
                           "'%s' has one value only, so it has no range to rescale", item->id);
  }
  TRY(rung__build_take(build, item->count, sizeof *term->unit, &term->unit));
  for (size_t i = 0; i < item->count; i++) {
    term->unit[i] = worth(measure, item, item->value[i], item->favour[i]);
  }
  return RUNG_OK;
}

/* The largest number that divides every value; 1 where a measure is among the terms. */
static int64_t find_quantum(const rung_model *model, const struct rung__measure *measure)
{
  int64_t quantum = 0;

  for (size_t i = 0; i < measure->count; i++) {
    const struct rung__term *term = &measure->term[i];
    if (term->is_measure) return 1;
    for (size_t k = 0; k < model->items[term->index].count; k++) {
      quantum = common_divisor(quantum, absolute(term->unit[k]));
    }
  }
  return quantum == 0 ? 1 : quantum;
}

static void divide_units(const rung_model *model, const struct rung__measure *measure,
                         struct rung__term *term)
{
  const size_t count = model->items[term->index].count;

  for (size_t i = 0; i < count; i++) {
    term->unit[i] /= measure->quantum;
    if (i == 0 || term->unit[i] < term->low) term->low = term->unit[i];
    if (i == 0 || term->unit[i] > term->high) term->high = term->unit[i];
  }
}

static void divide_weights(struct rung__measure *measure)
{
  int64_t divisor = 0;

  for (size_t i = 0; i < measure->count; i++) {
    divisor = common_divisor(divisor, measure->term[i].weight);
  }
  for (size_t i = 0; i < measure->count; i++)
    measure->term[i].weight /= divisor;
}

/* Sums of weight x value and of weight x coverage must fit 62 bits, whatever is answered. */
static rung_status check_sums(struct rung__build *build, const struct rung__json *at,
                              const struct rung__measure *measure)
{
  rung__wide sum = 0;

  for (size_t i = 0; i < measure->count; i++) {
    const struct rung__term *term = &measure->term[i];
    const int64_t low = absolute(term->low), high = absolute(term->high);
    const int64_t largest = low > high ? low : high;
    sum += (rung__wide)term->weight * (largest > RUNG__GRID ? largest : RUNG__GRID);
  }
  if (sum < SUM_LIMIT) return RUNG_OK;
  return rung__json_fail(at, build->error,
                         "the weights are too fine for exact sums; use fewer digits");
}

static bool is_measured(const rung_model *model, const struct rung__term *term)
{
  return term->is_measure ? model->measures[term->index].acts
                          : model->items[term->index].unmeasured == NULL;
}

/* The extremes of the score: with a single answer it is that answer's value. */
static void find_extremes(const rung_model *model, struct rung__measure *measure)
{
  int64_t low = INT64_MAX, high = INT64_MIN;

  for (size_t i = 0; i < measure->count; i++) {
    const struct rung__term *term = &measure->term[i];
    if (!is_measured(model, term)) continue;
    if (term->low < low) low = term->low;
    if (term->high > high) high = term->high;
  }
  measure->low = low * measure->quantum;
  measure->high = high * measure->quantum;
}

static void copy_range(const rung_model *model, struct rung__term *term)
{
  term->low = model->measures[term->index].low;
  term->high = model->measures[term->index].high;
}

/* Whether an item's units are small and evenly spaced: unit[i] = unit[0] + i x (unit[1] - unit[0]). */
static bool is_even(const struct rung__term *term, size_t count)
{
  if (term->low < -SMALL || term->high > SMALL) return false;
  for (size_t i = 2; i < count; i++) {
    if (term->unit[i] - term->unit[i - 1] != term->unit[1] - term->unit[0]) return false;
  }
  return true;
}

/* Whether rows can be summed in 16 bits by arithmetic alone. */
static bool is_plain(const rung_model *model, const struct rung__measure *measure)
{
  const struct rung__term *first = measure->term;

  if (measure->by == RUNG__MEDIAN || measure->count > UINT8_MAX) return false;
  for (const struct rung__term *term = first; term < first + measure->count; term++) {
    if (term->is_measure || !is_measured(model, term) || term->weight != 1) return false;
    if (term->low != first->low || term->high != first->high) return false;
    if (!is_even(term, model->items[term->index].count)) return false;
  }
  return true;
}

rung_status rung__compile_measure(struct rung__build *build, const struct rung__json *at,
                                  struct rung__measure *measure)
{
  const rung_model *model = build->model;

  for (size_t i = 0; i < measure->count; i++) {
    if (!measure->term[i].is_measure) TRY(compile_item(build, at, measure, &measure->term[i]));
    if (is_measured(model, &measure->term[i])) measure->acts = true;
  }
  if (!measure->acts) {
    return rung__json_fail(at, build->error,
                           "every term of the measure is unmeasured, so it can have no score");
  }
  measure->quantum = find_quantum(model, measure);
  for (size_t i = 0; i < measure->count; i++) {
    struct rung__term *term = &measure->term[i];
    if (term->is_measure)
      copy_range(model, term);
    else
      divide_units(model, measure, term);
  }
  divide_weights(measure);
  TRY(check_sums(build, at, measure));
  measure->plain = is_plain(model, measure);
  find_extremes(model, measure);
  return RUNG_OK;
}

/* Adds what stands beneath a term to `beneath`; false where some of it stood there before. */
static bool join(const rung_model *model, const uint8_t *sets, const struct rung__term *term,
                 uint8_t *beneath)
{
  const uint8_t *set = sets + term->index * model->item_count;
  bool apart = true;

  if (!term->is_measure) {
    apart = beneath[term->index] == 0;
    beneath[term->index] = 1;
    return apart;
  }
  for (size_t i = 0; i < model->item_count; i++) {
    if (set[i] != 0 && beneath[i] != 0) apart = false;
    beneath[i] |= set[i];
  }
  return apart && model->measures[term->index].exact_range;
}

rung_status rung__find_exact_ranges(struct rung__build *build)
{
  rung_model *model = build->model;
  uint8_t *sets = rung__array_new(model->measure_count * model->item_count, sizeof *sets);

  if (sets == NULL) return rung__fail_memory(build->error);
  for (size_t i = 0; i < model->measure_count; i++) {
    struct rung__measure *measure = &model->measures[model->order[i]];
    measure->exact_range = true;
    for (size_t k = 0; k < measure->count; k++) {
      if (!join(model, sets, &measure->term[k], sets + measure->place * model->item_count)) {
        measure->exact_range = false;
      }
    }
  }
  free(sets);
  return RUNG_OK;
}
