/* Measures across items: each term's figure over the group first, then their mean or median.
 * SPDX-License-Identifier: Apache-2.0 */
#include <math.h>

#include "findings/measures.h"
#include "score/measures.h"

/* What is found of a measure's terms; the votes are those that have a figure. */
struct found {
  struct rung__vote *vote;
  size_t answered, asked; /* terms */
  bool inapplicable, dominated;
  uint32_t n, fewest;
};

static void vote(struct found *found, const struct rung__term *term, int64_t value)
{
  found->vote[found->answered++] = (struct rung__vote){value, term->weight};
}

static void rest_on(struct found *found, uint32_t n, uint32_t fewest, bool dominated)
{
  if (n > found->n) found->n = n;
  if (found->fewest == 0 || fewest < found->fewest) found->fewest = fewest;
  found->dominated = found->dominated || dominated;
}

static void find_item(struct found *found, const struct rung__groups *groups, size_t group,
                      const struct rung__measure *measure, const struct rung__term *term)
{
  const struct rung__segment *segment = rung__shape_item(groups->shape, term->index);
  const uint32_t n = rung__groups_active(groups, group, segment);
  const size_t absent = segment->first + segment->active;
  found->asked += rung__item_asked(groups, group, term->index) > 0;
  if (rung__groups_count(groups, group, absent + RUNG_ABSENT_NOT_APPLICABLE) > 0)
    found->inapplicable = true;
  if (n == 0) return;
  const rung__uwide weight = rung__groups_weight(groups, group, segment->first, segment->active);
  vote(found, term,
       rung__item_mean(groups, group, term->index, term->unit, measure->quantum, NULL));
  rest_on(found, n, n, rung__dominates(rung__groups_largest(groups, group, segment), weight));
}

static void find_measure(struct found *found, const struct rung__measure_figures *of, size_t group,
                         const struct rung__term *term)
{
  const uint8_t state = of->state[group];
  found->asked += state == RUNG_STATE_SHOWN || state == RUNG_STATE_TOO_LITTLE_EVIDENCE;
  if (state == RUNG_STATE_NOT_APPLICABLE) found->inapplicable = true;
  if (state != RUNG_STATE_SHOWN) return;
  vote(found, term, of->score[group]);
  rest_on(found, of->n[group], of->fewest[group], of->dominated[group]);
}

static void find_terms(struct found *found, const struct rung__figures *figures,
                       const struct rung__measure *measure, size_t group)
{
  for (size_t index = 0; index < measure->count; ++index) {
    const struct rung__term *term = &measure->term[index];
    if (term->is_measure) {
      find_measure(found, &figures->measure[term->index], group, term);
    } else if (figures->model->items[term->index].unmeasured == NULL) {
      find_item(found, &figures->cells, group, measure, term);
    }
  }
}

static int64_t join(const struct rung__measure *measure, const struct found *found)
{
  rung__wide sum = 0, weight = 0;
  if (measure->by == RUNG__MEDIAN)
    return rung__grid_divide(rung__median_twice(found->vote, found->answered), 2);
  for (size_t index = 0; index < found->answered; ++index) {
    sum += (rung__wide)found->vote[index].value * found->vote[index].weight;
    weight += found->vote[index].weight;
  }
  return rung__grid_divide(sum, weight);
}

/* Persons who answered any of the items, where the tally knows them; else those of the item that
 * most answered. */
static uint32_t contributors(const struct rung__groups *groups, size_t group, size_t measure,
                             uint32_t most)
{
  const struct rung__segment *segment = rung__shape_measure(groups->shape, measure);
  if (segment == NULL) return most;
  return rung__groups_active(groups, group, segment) +
         rung__groups_count(groups, group, segment->first + RUNG__STATES);
}

void rung__across_items(struct rung__figures *figures, size_t index, size_t group)
{
  const struct rung__measure *measure = &figures->model->measures[index];
  struct rung__measure_figures *out = &figures->measure[index];
  struct found found = {.vote = figures->vote};
  find_terms(&found, figures, measure, group);
  out->state[group] = rung__score_state(measure, (int32_t)found.answered, (int32_t)found.asked,
                                        found.inapplicable);
  out->n[group] = contributors(&figures->cells, group, index, found.n);
  out->fewest[group] = found.fewest;
  out->sd[group] = NAN;
  out->dominated[group] = found.dominated;
  out->score[group] = out->state[group] == RUNG_STATE_SHOWN ? join(measure, &found)
                                                            : RUNG__NO_SCORE;
  out->mean[group] = rung__grid_double(out->score[group]);
}
