/* Listing grounds, and asking what answer sets a few persons can have.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings/grounds.h"

#include "base/array.h"
#include "disclosure/answer_sets.h"

/* Whether a measure across items shows rounded means of small groups: of its items, in effect. */
static bool has_items_across(const rung_model *model)
{
  for (size_t measure = 0; measure < model->measure_count; ++measure) {
    if (model->measures[measure].across == RUNG__ACROSS_ITEMS) return true;
  }
  return false;
}

static struct rung__ground ground_of_item(const struct rung__plan *plan, size_t index)
{
  const rung_model *model = plan->figures->model;
  const struct rung__item *item = &model->items[index];
  struct rung__ground ground = {.kind = RUNG__GROUND_ITEM,
                                .index = index,
                                .segment = rung__shape_item(plan->figures->cells.shape, index),
                                .rounds = has_items_across(model)};
  if (item->number != RUNG__NONE) {
    ground.number = (size_t)item->number;
  } else {
    ground.value = item->value;
    ground.favour = item->has_favour ? item->favour : NULL;
  }
  for (size_t answer = 0; ground.value != NULL && answer < item->count; ++answer) {
    if (answer == 0 || ground.value[answer] < ground.low) ground.low = ground.value[answer];
    if (answer == 0 || ground.value[answer] > ground.high) ground.high = ground.value[answer];
  }
  return ground;
}

static void put_ground(struct rung__plan *plan, struct rung__ground ground)
{
  plan->ground[plan->ground_count++] = ground;
}

static void put_measures(struct rung__plan *plan)
{
  const rung_model *model = plan->figures->model;
  for (size_t index = 0; index < model->measure_count; ++index) {
    const struct rung__measure *measure = &model->measures[index];
    const struct rung__segment *segment = rung__shape_measure(plan->figures->cells.shape, index);
    if (segment == NULL || measure->across != RUNG__ACROSS_PEOPLE) continue;
    plan->measure[index] = plan->ground_count;
    put_ground(plan, (struct rung__ground){.kind = RUNG__GROUND_MEASURE,
                                           .index = index,
                                           .segment = segment,
                                           .low = measure->low,
                                           .high = measure->high,
                                           .rounds = true});
  }
}

static void put_levels(struct rung__plan *plan)
{
  const rung_model *model = plan->figures->model;
  for (size_t reading = 0; reading < model->reading_count; ++reading) {
    for (size_t rule = 0; rule < model->readings[reading].count; ++rule) {
      const struct rung__segment *segment = rung__shape_rule(plan->figures->cells.shape, reading,
                                                             rule);
      if (segment == NULL) continue;
      plan->people[reading * RUNG__RULES_MAX + rule] = plan->ground_count;
      put_ground(plan, (struct rung__ground){.kind = RUNG__GROUND_LEVELS,
                                             .index = reading,
                                             .rule = rule,
                                             .segment = segment});
    }
  }
}

bool rung__grounds_list(struct rung__plan *plan)
{
  const rung_model *model = plan->figures->model;
  const struct rung__shape *shape = plan->figures->cells.shape;
  plan->ground = rung__array_new(shape->segment_count, sizeof *plan->ground);
  plan->measure = rung__array_new(model->measure_count, sizeof *plan->measure);
  plan->people = rung__array_new(model->reading_count * RUNG__RULES_MAX, sizeof *plan->people);
  if (plan->ground == NULL || plan->measure == NULL || plan->people == NULL) return false;
  put_ground(plan, (struct rung__ground){
                       .kind = RUNG__GROUND_GROUP, .segment = &shape->segment[0], .rounds = true});
  for (size_t item = 0; item < model->item_count; ++item)
    put_ground(plan, ground_of_item(plan, item));
  put_measures(plan);
  put_levels(plan);
  return true;
}

/* The one item of points of which a measure is the mean as it stands; NULL: it is more than that. */
static const struct rung__term *only_item(const struct rung__measure *measure)
{
  const struct rung__term *term = measure->term;
  const bool plain = measure->count == 1 && measure->by == RUNG__MEAN && !measure->rescaled &&
                     !measure->reshaped && !measure->stands_in;
  return plain && !term->is_measure && term->unit != NULL ? term : NULL;
}

/* The sum of an item's answers, of which its favourable ones are shown beside. */
static void know_item(struct rung__known *known, const struct rung__ground *ground,
                      const struct rung__groups *groups, size_t group)
{
  known->value = ground->value;
  known->favour = ground->favour;
  for (uint32_t answer = 0; answer < ground->segment->active; ++answer) {
    const uint32_t count = rung__groups_count(groups, group, ground->segment->first + answer);
    known->low += (rung__wide)ground->value[answer] * count;
    if (ground->favour != NULL) known->favoured[ground->favour[answer]] += count;
  }
  known->high = known->low;
}

/* The rounded mean of a measure: its sum lies within half a tenth of it for each person. */
static void know_rounded(struct rung__known *known, int64_t score)
{
  const rung__wide mean = (rung__wide)rung__grid_divide(score, RUNG__GRID / 10) * (RUNG__GRID / 10);
  known->low = (mean - RUNG__GRID / 20) * known->n;
  known->high = (mean + RUNG__GRID / 20) * known->n;
}

/* Of a measure that is one item: where mean and spread are shown they give the answers, and of fewer
 * persons the rounded mean may. */
static bool score_tells(const struct rung__plan *plan, const struct rung__ground *ground,
                        size_t group, bool in_full, uint64_t *work)
{
  const struct rung__groups *groups = &plan->figures->cells;
  const struct rung__measure *measure = &plan->figures->model->measures[ground->index];
  const struct rung__term *term = only_item(measure);
  if (term == NULL) return false;
  const struct rung__segment *segment = rung__shape_item(groups->shape, term->index);
  struct rung__known known = {.n = rung__groups_active(groups, group, segment),
                              .count = segment->active};
  if (known.count < 2 || known.count > RUNG__SETS_ANSWERS) return false;
  int64_t value[RUNG__SETS_ANSWERS];
  uint32_t most = 0;
  for (uint32_t answer = 0; answer < segment->active; ++answer) {
    const uint32_t count = rung__groups_count(groups, group, segment->first + answer);
    if (count > most) most = count;
    value[answer] = term->unit[answer] * measure->quantum;
  }
  if (in_full) return most + 1 >= known.n;
  known.value = value;
  know_rounded(&known, plan->figures->measure[ground->index].score[group]);
  return rung__answer_sets(&known, work) != RUNG__SAFE;
}

static bool answers_tell(const struct rung__plan *plan, const struct rung__ground *ground,
                         size_t group, uint64_t *work)
{
  const struct rung__groups *groups = &plan->figures->cells;
  struct rung__known known = {.n = rung__groups_active(groups, group, ground->segment),
                              .count = ground->segment->active};
  know_item(&known, ground, groups, group);
  return known.count > 1 && rung__answer_sets(&known, work) != RUNG__SAFE;
}

bool rung__ground_tells(const struct rung__plan *plan, const struct rung__ground *ground,
                        size_t group, int64_t least_n_spread, uint64_t *work)
{
  const struct rung__groups *groups = &plan->figures->cells;
  const uint32_t n = rung__groups_active(groups, group, ground->segment);
  if (groups->weighted || n == 0 || n > RUNG__SETS_PERSONS) return false;
  const bool in_full = n >= least_n_spread;
  if (ground->kind == RUNG__GROUND_MEASURE) return score_tells(plan, ground, group, in_full, work);
  return ground->kind == RUNG__GROUND_ITEM && ground->value != NULL && in_full &&
         answers_tell(plan, ground, group, work);
}
