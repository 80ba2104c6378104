/* Measures across items: each term's figure over the group first, then their mean or median.
 * SPDX-License-Identifier: Apache-2.0 */
#include <math.h>

#include "findings/measures.h"
#include "model/worth.h"
#include "score/measures.h"

/* What is found of a measure's terms over a group. */
struct found {
  const struct rung__figures *figures;
  const struct rung__measure *measure;
  size_t group;
  struct rung__part *part;
  size_t parts, answered, asked; /* terms */
  bool inapplicable;
  uint32_t n; /* persons of the term that most answered */
};

/* Votes of a choice, or of answers that are votes: all of them, and those with the tag. */
static int64_t mean_votes(const struct found *found, const struct rung__term *term, bool tagged,
                          const struct rung__sum *whole)
{
  const struct rung__groups *groups = &found->figures->cells;
  const struct rung__segment *segment = rung__shape_item(groups->shape, term->index);
  struct rung__sum sum = {{0}};
  for (uint32_t answer = 0; answer < segment->active; ++answer) {
    if (tagged && term->votes[answer] == 0) continue;
    rung__sum_add_weighted(&sum,
                           rung__groups_weight(groups, found->group, segment->first + answer, 1),
                           term->unit[answer]);
  }
  return rung__sum_ratio(&sum, whole);
}

/* Adds what stands in for absences, and gives their weight. */
static rung__uwide add_stand_ins(const struct found *found, const struct rung__term *term,
                                 struct rung__sum *sum)
{
  const struct rung__groups *groups = &found->figures->cells;
  const struct rung__segment *segment = rung__shape_item(groups->shape, term->index);
  rung__uwide whole = 0;
  for (size_t kind = 0; kind < RUNG__ABSENCE_KINDS; ++kind) {
    if (!term->stands[kind]) continue;
    const rung__uwide weight = rung__groups_weight(groups, found->group,
                                                   segment->first + segment->active + kind, 1);
    rung__sum_add_weighted(sum, weight, term->stand[kind]);
    whole += weight;
  }
  return whole;
}

/* The mean of an item's worth over a group; whatever stands in counts. False: there is none. */
static bool find_mean(const struct found *found, const struct rung__term *term, int64_t *mean)
{
  const rung_model *model = found->figures->model;
  const struct rung__groups *groups = &found->figures->cells;
  const struct rung__segment *segment = rung__shape_item(groups->shape, term->index);
  rung__uwide weight = rung__groups_weight(groups, found->group, segment->first, segment->active);
  struct rung__sum sum = {{0}}, whole;
  if (segment->number && weight > 0) {
    const int64_t value = rung__item_mean(model, groups, found->group, term->index, NULL);
    rung__sum_add_weighted(&sum, weight,
                           rung__worth_value(found->measure, &model->items[term->index], value));
  } else if (!segment->number) {
    rung__item_sum(groups, found->group, term->index, term->unit, found->measure->quantum, &sum);
  }
  weight += add_stand_ins(found, term, &sum);
  rung__sum_set(&whole, (rung__wide)weight);
  if (weight > 0) *mean = rung__sum_ratio(&sum, &whole);
  return weight > 0;
}

static bool find_votes(const struct found *found, const struct rung__term *term,
                       struct rung__part *part)
{
  const struct rung__groups *groups = &found->figures->cells;
  const struct rung__segment *segment = rung__shape_item(groups->shape, term->index);
  struct rung__sum whole;
  if (rung__groups_active(groups, found->group, segment) == 0) return false;
  if (segment->number) {
    if (!find_mean(found, term, &part->value)) return false;
    part->tagged = term->tagged ? part->value : 0;
    return true;
  }
  rung__sum_set(&whole, (rung__wide)rung__groups_weight(groups, found->group, segment->first,
                                                        segment->active));
  part->value = mean_votes(found, term, false, &whole);
  part->tagged = mean_votes(found, term, true, &whole);
  return true;
}

static void find_item(struct found *found, const struct rung__term *term)
{
  const struct rung__groups *groups = &found->figures->cells;
  const size_t group = found->group;
  const struct rung__segment *segment = rung__shape_item(groups->shape, term->index);
  const uint32_t n = rung__groups_active(groups, group, segment);
  const size_t absent = segment->first + segment->active;
  struct rung__part part = {term, 0, 0};
  found->asked += rung__item_asked(groups, group, term->index) > 0;
  if (rung__groups_count(groups, group, absent + RUNG_ABSENT_NOT_APPLICABLE) > 0)
    found->inapplicable = true;
  if (found->measure->by == RUNG__VOTES ? find_votes(found, term, &part)
                                        : find_mean(found, term, &part.value))
    found->part[found->parts++] = part;
  found->answered += n > 0;
  if (n > found->n) found->n = n;
}

/* A measure that is not there counts as absent, as on a row. */
static rung_absence kind_of(uint8_t state)
{
  return state == RUNG_STATE_NOT_COLLECTED    ? RUNG_ABSENT_NOT_ASKED
         : state == RUNG_STATE_NOT_APPLICABLE ? RUNG_ABSENT_NOT_APPLICABLE
                                              : RUNG_ABSENT_SKIPPED;
}

static void find_measure(struct found *found, const struct rung__term *term)
{
  const struct rung__measure_figures *of = &found->figures->measure[term->index];
  const size_t group = found->group;
  const uint8_t state = of->state[group];
  const rung_absence kind = kind_of(state);
  struct rung__part part = {term, 0, 0};
  found->asked += kind == RUNG_ABSENT_SKIPPED;
  if (state == RUNG_STATE_NOT_APPLICABLE) found->inapplicable = true;
  if (state == RUNG_STATE_SHOWN) {
    part.value = rung__worth_score(found->measure, of->score[group]);
    found->answered++;
    if (of->n[group] > found->n) found->n = of->n[group];
  } else if (term->stands[kind]) {
    part.value = term->stand[kind];
  } else {
    return;
  }
  found->part[found->parts++] = part;
}

static void find_terms(struct found *found)
{
  const rung_model *model = found->figures->model;
  for (size_t index = 0; index < found->measure->count; ++index) {
    const struct rung__term *term = &found->measure->term[index];
    if (term->is_measure)
      find_measure(found, term);
    else if (model->items[term->index].unmeasured == NULL)
      find_item(found, term);
  }
}

/* Persons who answered any of the items, where the tally knows them; else those of the item that
 * most answered. */
static uint32_t contributors(const struct rung__groups *groups, size_t group, size_t measure,
                             uint32_t most)
{
  const struct rung__segment *segment = rung__shape_measure(groups->shape, measure);
  if (segment == NULL) return most;
  return rung__groups_count(groups, group, segment->first + RUNG__SLOT_ANSWERED) +
         rung__groups_count(groups, group, segment->first + RUNG__SLOT_SOME_EVIDENCE) +
         rung__groups_count(groups, group, segment->first + RUNG__SLOT_SOME_ESTIMATE);
}

void rung__across_items(struct rung__figures *figures, size_t index, size_t group)
{
  const struct rung__measure *measure = &figures->model->measures[index];
  struct rung__measure_figures *out = &figures->measure[index];
  struct found found = {
      .figures = figures, .measure = measure, .group = group, .part = figures->part};
  find_terms(&found);
  out->state[group] = rung__score_state(measure, (int32_t)found.answered, (int32_t)found.asked,
                                        (int32_t)found.parts, found.inapplicable);
  out->n[group] = contributors(&figures->cells, group, index, found.n);
  out->sd[group] = NAN;
  out->score[group] = RUNG__NO_SCORE;
  if (out->state[group] == RUNG_STATE_SHOWN) {
    int64_t score = rung__join(measure, found.part, found.parts, figures->vote);
    if (score != RUNG__NO_SCORE && rung__reshape_score(measure, &score))
      out->score[group] = score;
    else
      out->state[group] = RUNG_STATE_NOT_ESTIMABLE;
  }
  out->mean[group] = rung__grid_double(out->score[group]);
}
