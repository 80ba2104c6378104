/* Counting patterns of answers by their sums: one item after the other.
 * SPDX-License-Identifier: Apache-2.0 */
#include "check/spread.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "score/measures.h"

#define SUMS_MAX 4096
#define WORK_MAX ((size_t)1 << 22)

static bool is_mean(const struct rung__measure *measure)
{
  return measure->by == RUNG__MEAN || measure->by == RUNG__SHARE || measure->by == RUNG__NET;
}

static bool is_sum(const struct rung__measure *measure)
{
  return measure->by == RUNG__SUM || measure->by == RUNG__COUNT || measure->by == RUNG__DEDUCTION;
}

/* Whether answers are points, any of which goes with any other. */
static bool is_plain(const rung_model *model, const struct rung__measure *measure)
{
  for (size_t i = 0; i < measure->count; i++) {
    const struct rung__item *item = &model->items[measure->term[i].index];
    if (measure->term[i].is_measure) return false;
    if (item->unmeasured != NULL) continue;
    if (item->answers != RUNG__POINTS || item->block != RUNG__NONE) return false;
  }
  return measure->withheld_count == 0 && (is_mean(measure) || is_sum(measure));
}

/* What an answer adds to the sum. */
static rung__wide adds(const struct rung__measure *measure, const struct rung__term *term,
                       size_t answer)
{
  const int64_t weight = is_mean(measure) ? term->weight : term->millionths;

  return (rung__wide)weight * term->unit[answer] * measure->quantum;
}

/* The ends of what a term adds. */
static void find_ends(const rung_model *model, const struct rung__measure *measure,
                      const struct rung__term *term, rung__wide *low, rung__wide *high)
{
  for (size_t i = 0; i < model->items[term->index].count; i++) {
    const rung__wide added = adds(measure, term, i);
    if (i == 0 || added < *low) *low = added;
    if (i == 0 || added > *high) *high = added;
  }
}

/* The lowest sum, the step between sums, and how many there are; false: too many. */
static bool measure_out(const rung_model *model, struct rung__spread *spread)
{
  const struct rung__measure *measure = spread->measure;
  rung__wide last = 0;
  size_t answers = 0;

  for (size_t i = 0; i < measure->count; i++) {
    const struct rung__term *term = &measure->term[i];
    const struct rung__item *item = &model->items[term->index];
    rung__wide low = 0, high = 0;
    if (item->unmeasured != NULL) continue;
    find_ends(model, measure, term, &low, &high);
    for (size_t k = 0; k < item->count; k++)
      spread->step = rung__common_divisor(spread->step, adds(measure, term, k) - low);
    spread->first += low;
    last += high;
    answers += item->count;
  }
  if (spread->step == 0) spread->step = 1;
  if ((last - spread->first) / spread->step >= SUMS_MAX) return false;
  spread->count = (size_t)((last - spread->first) / spread->step) + 1;
  return answers * spread->count <= WORK_MAX;
}

/* Adds a term to the sums of the terms before it: `reached` of them, of which there are more then. */
static size_t add_term(const rung_model *model, const struct rung__spread *spread,
                       const struct rung__term *term, double *next, size_t reached)
{
  const struct rung__item *item = &model->items[term->index];
  rung__wide low = 0, high = 0;

  find_ends(model, spread->measure, term, &low, &high);
  const size_t grown = reached + (size_t)((high - low) / spread->step);
  for (size_t i = 0; i < grown; i++)
    next[i] = 0;
  for (size_t k = 0; k < item->count; k++) {
    const size_t shift = (size_t)((adds(spread->measure, term, k) - low) / spread->step);
    for (size_t i = 0; i < reached; i++)
      next[i + shift] += spread->share[i] / (double)item->count;
  }
  memcpy(spread->share, next, grown * sizeof *next);
  return grown;
}

static rung__wide weigh(const struct rung__spread *spread)
{
  rung__wide weight = 0;

  for (size_t i = 0; i < spread->measure->count; i++) {
    if (spread->measure->term[i].unit != NULL) weight += spread->measure->term[i].weight;
  }
  return weight;
}

static int64_t score_of(const struct rung__spread *spread, size_t sum)
{
  const struct rung__measure *measure = spread->measure;
  const rung__wide whole = spread->first + (rung__wide)sum * spread->step;
  int64_t score;

  if (is_mean(measure)) {
    score = rung__grid_divide(whole, weigh(spread));
  } else {
    score = rung__grid_divide(whole, RUNG__WEIGHT_UNITS);
    score = measure->by == RUNG__DEDUCTION ? measure->base - score : measure->base + score;
  }
  return rung__reshape_score(measure, &score) ? score : RUNG__NO_SCORE;
}

void rung__spread_free(struct rung__spread *spread)
{
  free(spread->share);
  free(spread->score);
  spread->share = NULL;
  spread->score = NULL;
}

enum rung__spread_found rung__spread_find(const rung_model *model,
                                          const struct rung__measure *measure,
                                          struct rung__spread *spread)
{
  size_t reached = 1;

  *spread = (struct rung__spread){.measure = measure};
  if (!is_plain(model, measure) || !measure_out(model, spread)) return RUNG__SPREAD_NONE;
  double *next = rung__array_new(spread->count, sizeof *next);
  spread->share = rung__array_new(spread->count, sizeof *spread->share);
  spread->score = rung__array_new(spread->count, sizeof *spread->score);
  if (next == NULL || spread->share == NULL || spread->score == NULL) {
    free(next);
    rung__spread_free(spread);
    return RUNG__SPREAD_NO_MEMORY;
  }
  spread->share[0] = 1;
  for (size_t i = 0; i < measure->count; i++) {
    const struct rung__term *term = &measure->term[i];
    if (model->items[term->index].unmeasured == NULL)
      reached = add_term(model, spread, term, next, reached);
  }
  free(next);
  for (size_t i = 0; i < spread->count; i++)
    spread->score[i] = score_of(spread, i);
  return RUNG__SPREAD_FOUND;
}
