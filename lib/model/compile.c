/* Compiling measures: every answer's worth and whatever stands in for one, as whole numbers.
 * SPDX-License-Identifier: Apache-2.0 */
#include "model/build.h"
#include "model/extremes.h"
#include "model/worth.h"

#define SUM_LIMIT ((rung__wide)1 << 62)
#define SMALL 127 /* 255 units of this size fit 16 bits */

static int64_t absolute(int64_t value)
{
  return value < 0 ? -value : value;
}

static bool is_measured(const rung_model *model, const struct rung__term *term)
{
  return term->is_measure ? model->measures[term->index].acts
                          : model->items[term->index].unmeasured == NULL;
}

/* An item's answers and their range; of numbers only the range. */
static rung_status compile_answers(struct rung__build *build, const struct rung__measure *measure,
                                   struct rung__term *term)
{
  const struct rung__item *item = &build->model->items[term->index];

  if (item->answers != RUNG__POINTS) {
    term->least = rung__worth_value(measure, item, item->low);
    term->most = rung__worth_value(measure, item, item->high);
    return RUNG_OK;
  }
  TRY(rung__build_take(build, item->count, sizeof *term->unit, &term->unit));
  for (size_t i = 0; i < item->count; i++) {
    const int64_t unit = term->unit[i] = rung__worth_answer(measure, item, i);
    if (i == 0 || unit < term->least) term->least = unit;
    if (i == 0 || unit > term->most) term->most = unit;
  }
  return RUNG_OK;
}

static rung_status compile_item(struct rung__build *build, const struct rung__measure *measure,
                                struct rung__term *term)
{
  const struct rung__item *item = &build->model->items[term->index];
  const bool counts = measure->by == RUNG__COUNT ||
                      (measure->by == RUNG__SHARE && measure->has_at_least);

  if (item->unmeasured != NULL) return RUNG_OK;
  if (measure->rescaled && item->low == item->high) {
    return rung__measure_fail(build, measure,
                              "'%s' has one value only, so it has no range to rescale", item->id);
  }
  if (measure->across == RUNG__ACROSS_ITEMS && counts && item->answers != RUNG__POINTS) {
    return rung__measure_fail(build, measure,
                              "'%s' is a number, and how many people reach \"at_least\" is not "
                              "known of a group; count across people",
                              item->id);
  }
  if (measure->by == RUNG__VOTES && item->kind != RUNG__CHOICE && measure->level == RUNG__NONE &&
      item->low < 0) {
    return rung__measure_fail(build, measure, "'%s' can be negative, and no one casts such a vote",
                              item->id);
  }
  return compile_answers(build, measure, term);
}

/* Votes by answer: how many, and whether they are counted. */
static rung_status compile_votes(struct rung__build *build, const struct rung__measure *measure,
                                 struct rung__term *term)
{
  const struct rung__item *item = &build->model->items[term->index];
  const uint64_t tag = measure->tag == RUNG__NONE ? 0 : UINT64_C(1) << measure->tag;

  term->tagged = (item->tags & tag) != 0;
  if (item->answers != RUNG__POINTS || item->unmeasured != NULL) return RUNG_OK;
  TRY(rung__build_take(build, item->count, sizeof *term->votes, &term->votes));
  for (size_t i = 0; i < item->count; i++) {
    const bool option = item->option_tags != NULL && (item->option_tags[i] & tag) != 0;
    const bool level = measure->level == item->point[i];
    if (measure->level != RUNG__NONE || item->kind == RUNG__CHOICE) term->unit[i] = RUNG__GRID;
    term->votes[i] = measure->level != RUNG__NONE ? level : term->tagged || option;
    if (i == 0 || term->unit[i] < term->least) term->least = term->unit[i];
    if (i == 0 || term->unit[i] > term->most) term->most = term->unit[i];
  }
  if (measure->level != RUNG__NONE || item->kind == RUNG__CHOICE)
    term->least = term->most = RUNG__GRID;
  return RUNG_OK;
}

/* The policy for a kind of absence: the item's own comes first, where it can act. */
static struct rung__absence_rule policy_of(const struct rung__measure *measure,
                                           const struct rung__item *item, size_t kind, bool *own)
{
  static const struct rung__absence_rule none = {RUNG__EXCLUDE, 0};

  *own = false;
  if (measure->by == RUNG__VOTES) return none;
  if (item != NULL && item->absence[kind].policy != RUNG__POLICY_UNSAID) {
    const enum rung__policy policy = item->absence[kind].policy;
    const bool valued = policy == RUNG__THIS_NUMBER || policy == RUNG__TARGET;
    *own = true;
    if (!valued || !rung__counts_favour(measure)) return item->absence[kind];
    *own = false;
  }
  return measure->absence[kind].policy == RUNG__POLICY_UNSAID ? none : measure->absence[kind];
}

/* What stands in by a policy. False: nothing does. */
static bool find_stand(const struct rung__measure *measure, const struct rung__item *item,
                       const struct rung__term *term, struct rung__absence_rule rule, bool own,
                       int64_t *stand)
{
  const bool costs = measure->by == RUNG__DEDUCTION;
  const int64_t best = costs ? term->least : term->most, worst = costs ? term->most : term->least;

  switch (rule.policy) {
  case RUNG__ZERO: *stand = 0; return true;
  case RUNG__FULL: *stand = best; return true;
  case RUNG__FAIL: *stand = worst; return true;
  case RUNG__TARGET:
    *stand = item != NULL && item->has_target ? rung__worth_value(measure, item, item->target)
                                              : best;
    return true;
  case RUNG__THIS_NUMBER:
    *stand = own ? rung__worth_value(measure, item, rule.number) : rule.number;
    return true;
  case RUNG__EXCLUDE:
  case RUNG__PERSON_MEAN:
  case RUNG__POLICY_UNSAID: break;
  }
  return false;
}

static bool is_score(int64_t value)
{
  return value >= -RUNG__GRID_LIMIT && value <= RUNG__GRID_LIMIT;
}

static void widen(struct rung__term *term, int64_t value)
{
  if (value < term->low) term->low = value;
  if (value > term->high) term->high = value;
}

static rung_status compile_stands(struct rung__build *build, struct rung__measure *measure,
                                  struct rung__term *term)
{
  const struct rung__item *item = term->is_measure ? NULL : &build->model->items[term->index];

  term->low = term->least;
  term->high = term->most;
  for (size_t kind = 0; kind < RUNG__ABSENCE_KINDS; kind++) {
    bool own;
    if (term->is_measure && !rung__is_of_measures((rung_absence)kind)) continue;
    const struct rung__absence_rule rule = policy_of(measure, item, kind, &own);
    term->averages[kind] = rule.policy == RUNG__PERSON_MEAN;
    if (term->averages[kind] && measure->across == RUNG__ACROSS_ITEMS) {
      return rung__measure_fail(build, measure,
                                "\"person_mean\" is of a row, and the measure is across items");
    }
    if (rule.policy == RUNG__TARGET && rung__counts_favour(measure)) {
      return rung__measure_fail(build, measure,
                                "a target is neither favourable nor not; name another policy in "
                                "\"absence\"");
    }
    term->stands[kind] = find_stand(measure, item, term, rule, own, &term->stand[kind]);
    if (term->stands[kind] && !is_score(term->stand[kind])) {
      return rung__measure_fail(build, measure,
                                "what stands in for '%s', stretched as its answers are, leaves "
                                "-65536 to 65536; name a number nearer to its range",
                                item->id);
    }
    if (term->stands[kind]) widen(term, term->stand[kind]);
    if (term->stands[kind] || term->averages[kind]) measure->stands_in = true;
  }
  return RUNG_OK;
}

static rung_status compile_term(struct rung__build *build, struct rung__measure *measure,
                                struct rung__term *term)
{
  const rung_model *model = build->model;

  if (term->is_measure) {
    term->least = rung__worth_score(measure, model->measures[term->index].low);
    term->most = rung__worth_score(measure, model->measures[term->index].high);
  } else {
    TRY(compile_item(build, measure, term));
    if (measure->by == RUNG__VOTES) TRY(compile_votes(build, measure, term));
    if (model->items[term->index].unmeasured != NULL) return RUNG_OK;
  }
  if (is_measured(model, term)) measure->acts = true;
  return compile_stands(build, measure, term);
}

/* Weights without a common divisor; sums need the weights themselves, which are kept. */
static void divide_weights(struct rung__measure *measure)
{
  int64_t divisor = 0;

  for (size_t i = 0; i < measure->count; i++) {
    measure->term[i].millionths = measure->term[i].weight;
    divisor = (int64_t)rung__common_divisor(divisor, measure->term[i].weight);
  }
  for (size_t i = 0; i < measure->count; i++)
    measure->term[i].weight /= divisor;
}

/* Whether the column-wise sums of score/measure_mean.c will do. */
static bool is_summed(const rung_model *model, const struct rung__measure *measure)
{
  const bool mean = measure->by == RUNG__MEAN || rung__counts_favour(measure);

  for (size_t i = 0; i < measure->count; i++) {
    const struct rung__term *term = &measure->term[i];
    if (!term->is_measure && model->items[term->index].answers != RUNG__POINTS) return false;
  }
  return mean && !measure->stands_in;
}

/* The largest number that divides every value; 1 where a measure is among the terms. */
static int64_t find_quantum(const rung_model *model, const struct rung__measure *measure)
{
  int64_t quantum = 0;

  for (size_t i = 0; i < measure->count; i++) {
    const struct rung__term *term = &measure->term[i];
    if (term->is_measure) return 1;
    if (!is_measured(model, term)) continue;
    for (size_t k = 0; k < model->items[term->index].count; k++) {
      quantum = (int64_t)rung__common_divisor(quantum, absolute(term->unit[k]));
    }
  }
  return quantum == 0 ? 1 : quantum;
}

static void divide_units(const rung_model *model, const struct rung__measure *measure,
                         struct rung__term *term)
{
  if (term->is_measure || !is_measured(model, term)) return;
  for (size_t i = 0; i < model->items[term->index].count; i++)
    term->unit[i] /= measure->quantum;
  term->low /= measure->quantum;
  term->high /= measure->quantum;
  term->least /= measure->quantum;
  term->most /= measure->quantum;
}

/* Sums of weight x value and of weight x coverage must fit 62 bits, whatever is answered. */
static rung_status check_sums(struct rung__build *build, const struct rung__measure *measure)
{
  rung__wide sum = 0;

  for (size_t i = 0; i < measure->count; i++) {
    const struct rung__term *term = &measure->term[i];
    const int64_t low = absolute(term->low), high = absolute(term->high);
    const int64_t largest = measure->summed ? (low > high ? low : high) : 0;
    sum += (rung__wide)term->weight * (largest > RUNG__GRID ? largest : RUNG__GRID);
  }
  if (sum < SUM_LIMIT) return RUNG_OK;
  return rung__measure_fail(build, measure,
                            "the weights are too fine for exact sums; use fewer digits");
}

/* Whether an item's units are small and evenly spaced: unit[i] = unit[0] + i x (unit[1] - unit[0]). */
static bool is_even(const struct rung__term *term, size_t count)
{
  if (count < 2 || term->low < -SMALL || term->high > SMALL) return false;
  for (size_t i = 2; i < count; i++) {
    if (term->unit[i] - term->unit[i - 1] != term->unit[1] - term->unit[0]) return false;
  }
  return true;
}

/* Whether rows can be summed in 16 bits by arithmetic alone. */
static bool is_plain(const rung_model *model, const struct rung__measure *measure)
{
  const struct rung__term *first = measure->term;

  if (!measure->summed || measure->reshaped || measure->count > UINT8_MAX) return false;
  for (const struct rung__term *term = first; term < first + measure->count; term++) {
    if (term->is_measure || !is_measured(model, term) || term->weight != 1) return false;
    if (term->low != first->low || term->high != first->high) return false;
    if (!is_even(term, model->items[term->index].count)) return false;
  }
  return true;
}

static rung_status compile_measure(struct rung__build *build, struct rung__measure *measure)
{
  const rung_model *model = build->model;

  for (size_t i = 0; i < measure->count; i++)
    TRY(compile_term(build, measure, &measure->term[i]));
  if (!measure->acts) {
    return rung__measure_fail(build, measure,
                              "every term of the measure is unmeasured, so it can have no score");
  }
  divide_weights(measure);
  TRY(rung__find_extremes(build, measure));
  measure->summed = is_summed(model, measure);
  measure->quantum = measure->summed ? find_quantum(model, measure) : 1;
  for (size_t i = 0; i < measure->count && measure->quantum > 1; i++)
    divide_units(model, measure, &measure->term[i]);
  return check_sums(build, measure);
}

rung_status rung__compile_measures(struct rung__build *build)
{
  rung_model *model = build->model;

  for (size_t i = 0; i < model->measure_count; i++)
    TRY(compile_measure(build, &model->measures[model->order[i]]));
  for (size_t i = 0; i < model->measure_count; i++)
    model->measures[i].plain = is_plain(model, &model->measures[i]);
  return rung__find_exact_ranges(build);
}
