/* Measures over groups, in the order of their dependence; and the items that rules look at.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings/measures.h"

#include "findings/footing.h"
#include "findings/sight.h"

#include <math.h>

static void look_at_items(struct rung__figures *figures)
{
  const rung_model *model = figures->model;
  for (size_t item = 0; item < model->item_count; ++item) {
    if (!model->items[item].looked_at) continue;
    for (size_t group = 0; group < figures->count; ++group) {
      const uint8_t state = rung__item_state(&figures->cells, group, item);
      figures->item_state[item][group] = state;
      figures->item_value[item][group] = state == RUNG_STATE_SHOWN
                                             ? rung__item_mean(model, &figures->cells, group, item,
                                                               NULL)
                                             : RUNG__NO_SCORE;
    }
  }
}

/* Nothing is aggregated: rows have scores, groups have none. */
static void across_none(struct rung__figures *figures, size_t measure, size_t group)
{
  struct rung__measure_figures *out = &figures->measure[measure];
  out->score[group] = RUNG__NO_SCORE;
  out->mean[group] = out->sd[group] = NAN;
  out->n[group] = out->fewest[group] = 0;
  out->state[group] = RUNG_STATE_NOT_APPLICABLE;
}

/* A group's own figure is withheld as a row's is; means of scores are of those not withheld. */
static void withhold(struct rung__figures *figures, size_t index)
{
  const struct rung__measure *measure = &figures->model->measures[index];
  struct rung__measure_figures *out = &figures->measure[index];
  const struct rung__evidence seen = rung__sight_of(figures);
  for (size_t group = 0; group < figures->count; ++group) {
    out->withheld[group] = 0;
    for (size_t i = 0; i < measure->withheld_count; ++i) {
      if (out->state[group] != RUNG_STATE_SHOWN ||
          rung__condition(measure->withheld[i].when, &seen, group) == 0)
        continue;
      out->score[group] = RUNG__NO_SCORE;
      out->mean[group] = NAN;
      out->state[group] = RUNG_STATE_NOT_ESTIMABLE;
      out->withheld[group] = (uint8_t)(i + 1);
    }
  }
}

void rung__measure_groups(struct rung__figures *figures)
{
  static void (*const orders[])(struct rung__figures *, size_t, size_t) = {
      [RUNG__ACROSS_PEOPLE] = rung__across_people,
      [RUNG__ACROSS_ITEMS] = rung__across_items,
      [RUNG__ACROSS_NONE] = across_none,
  };
  const rung_model *model = figures->model;
  look_at_items(figures);
  for (size_t place = 0; place < model->measure_count; ++place) {
    const size_t measure = model->order[place];
    for (size_t group = 0; group < figures->count; ++group) {
      figures->measure[measure].dominated[group] = false;
      rung__cover(figures, measure, group);
      orders[model->measures[measure].across](figures, measure, group);
    }
    rung__sight_cover(figures, measure);
    if (model->measures[measure].across != RUNG__ACROSS_ITEMS) continue;
    for (size_t group = 0; group < figures->count; ++group)
      rung__rest_measure(figures, measure, group);
    withhold(figures, measure);
  }
}
