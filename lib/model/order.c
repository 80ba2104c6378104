/* Putting measures behind what they are made of, and finding what stands beneath each.
 * SPDX-License-Identifier: Apache-2.0 */
#include <stdlib.h>

#include "base/array.h"
#include "model/build.h"

#define DEPTH_MAX 32

enum colour { NEW, OPEN, PLACED };

struct ordering {
  struct rung__build *build;
  uint8_t *colour;
  size_t placed;
};

static rung_status place(struct ordering *ordering, size_t index, size_t depth);

/* A measure may look at itself: at the score that is withheld, at its coverage. */
static rung_status place_condition(struct ordering *ordering,
                                   const struct rung__condition *condition, size_t own,
                                   size_t depth)
{
  for (size_t i = 0; i < condition->count; i++)
    TRY(place_condition(ordering, &condition->part[i], own, depth));
  if (condition->count > 0 || condition->on != RUNG__ON_MEASURE) return RUNG_OK;
  return condition->index == own ? RUNG_OK : place(ordering, condition->index, depth);
}

/* A measure may be made of measures of lower tiers only. */
static rung_status check_tier(struct rung__build *build, const struct rung__measure *measure,
                              const struct rung__measure *term)
{
  if (measure->tier == RUNG__NONE || term->tier == RUNG__NONE) return RUNG_OK;
  if (term->tier < measure->tier) return RUNG_OK;
  return rung__measure_fail(build, measure,
                            "the %s '%s' is made of '%s', which is of the tier %s; a measure is "
                            "made of items and of lower tiers",
                            build->model->tiers[measure->tier], measure->id, term->id,
                            build->model->tiers[term->tier]);
}

static rung_status place_beneath(struct ordering *ordering, const struct rung__measure *measure,
                                 size_t depth)
{
  const rung_model *model = ordering->build->model;

  for (size_t i = 0; i < measure->count; i++) {
    if (!measure->term[i].is_measure) continue;
    TRY(check_tier(ordering->build, measure, &model->measures[measure->term[i].index]));
    TRY(place(ordering, measure->term[i].index, depth));
  }
  for (size_t i = 0; i < measure->withheld_count; i++)
    TRY(place_condition(ordering, measure->withheld[i].when, measure->place, depth));
  return RUNG_OK;
}

/* Places a measure behind the measures it is made of; depth is bounded by DEPTH_MAX. */
static rung_status place(struct ordering *ordering, size_t index, size_t depth)
{
  rung_model *model = ordering->build->model;
  struct rung__measure *measure = &model->measures[index];

  if (ordering->colour[index] == PLACED) return RUNG_OK;
  if (ordering->colour[index] == OPEN) {
    return rung__measure_fail(ordering->build, measure,
                              "the measure '%s' is made of itself; break the circle", measure->id);
  }
  if (depth == DEPTH_MAX) {
    return rung__measure_fail(ordering->build, measure, "measures of measures nest deeper than %d",
                              DEPTH_MAX);
  }
  ordering->colour[index] = OPEN;
  TRY(place_beneath(ordering, measure, depth + 1));
  ordering->colour[index] = PLACED;
  model->order[ordering->placed++] = index;
  return RUNG_OK;
}

rung_status rung__order_measures(struct rung__build *build)
{
  const size_t count = build->model->measure_count;
  struct ordering ordering = {build, NULL, 0};

  TRY(rung__build_take(build, count, sizeof *build->model->order, &build->model->order));
  TRY(rung__build_take(build, count, sizeof *ordering.colour, &ordering.colour));
  for (size_t i = 0; i < count; i++)
    TRY(place(&ordering, i, 0));
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

/* Whether the row's own mean may stand in for a term. */
static bool is_averaged(const struct rung__term *term)
{
  for (size_t kind = 0; kind < RUNG__ABSENCE_KINDS; kind++) {
    if (term->averages[kind]) return true;
  }
  return false;
}

/* Whether the ends of the scores come of the ends of the terms: a curve or a table may skip values,
 * a condition may take them away, and what stands in may be no answer; of a product, the means that
 * stand in at both ends do not go with the terms that they are of. */
static bool is_monotone(const struct rung__measure *measure)
{
  for (size_t i = 0; i < measure->count; i++) {
    const struct rung__term *term = &measure->term[i];
    if (term->low != term->least || term->high != term->most) return false;
    if (is_averaged(term) && (measure->by == RUNG__PRODUCT || measure->by == RUNG__RATIO_OF))
      return false;
  }
  return measure->curve.count == 0 && measure->lookup.count == 0 && !measure->unbounded &&
         measure->withheld_count == 0 && measure->by != RUNG__VOTES;
}

/* Whether the pieces of a curve, or the entries of a table, may leave a score without another. */
static bool has_holes(const struct rung__measure *measure)
{
  const struct rung__curve *curve = &measure->curve;
  bool low = false, high = false;

  if (measure->lookup.count > 0) return true;
  for (size_t i = 0; i < curve->count; i++) {
    low = low || !curve->piece[i].over.has_from;
    high = high || !curve->piece[i].over.has_to;
    const bool joins = i == 0 ||
                       (curve->piece[i].over.has_from && curve->piece[i - 1].over.has_to &&
                        curve->piece[i].over.from <= curve->piece[i - 1].over.to);
    if (!joins) return true;
  }
  return curve->count > 0 && !(low && high);
}

/* Whether a measure of which every term is there may be without a score all the same. */
static bool is_fragile(const struct rung__measure *measure)
{
  return measure->by == RUNG__VOTES || measure->unbounded || measure->withheld_count > 0 ||
         has_holes(measure);
}

/* Whether a term that is a measure has a score as soon as something beneath it is there. */
static bool is_firm(const rung_model *model, const struct rung__term *term)
{
  const struct rung__measure *of = &model->measures[term->index];

  if (!term->is_measure) return true;
  return !of->fragile && of->needs_count <= 1 && of->by != RUNG__DIFFERENCE &&
         of->by != RUNG__PRODUCT && of->by != RUNG__RATIO_OF;
}

rung_status rung__find_exact_ranges(struct rung__build *build)
{
  rung_model *model = build->model;
  uint8_t *sets = rung__array_new(model->measure_count * model->item_count, sizeof *sets);

  if (sets == NULL) return rung__fail_memory(build->error);
  for (size_t i = 0; i < model->measure_count; i++) {
    struct rung__measure *measure = &model->measures[model->order[i]];
    uint8_t *beneath = sets + measure->place * model->item_count;
    measure->fragile = is_fragile(measure);
    measure->exact_range = is_monotone(measure);
    for (size_t k = 0; k < measure->count; k++) {
      const struct rung__term *term = &measure->term[k];
      if (!join(model, sets, term, beneath) || !is_firm(model, term)) measure->exact_range = false;
    }
    for (size_t k = 0; k < model->item_count; k++) {
      if (beneath[k] != 0 && model->items[k].block != RUNG__NONE) measure->ipsative = true;
    }
  }
  free(sets);
  return RUNG_OK;
}
