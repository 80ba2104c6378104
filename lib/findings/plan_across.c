/* What is made of others is shown no better than the least of them, as footing.c counts them.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings/plan_across.h"

#include "base/array.h"
#include "model/looks.h"

struct least {
  const struct rung__plan *plan;
  size_t group;
  int own; /* the measure that is asked for; RUNG__NONE: a rule */
  enum rung__access access;
};

static void take(struct least *least, enum rung__access access)
{
  if (access < least->access) least->access = access;
}

/* What nobody contributes to tells of nobody. */
static void take_item(struct least *least, size_t item)
{
  const struct rung__groups *groups = &least->plan->figures->cells;
  const struct rung__segment *segment = rung__shape_item(groups->shape, item);
  if (rung__groups_active(groups, least->group, segment) > 0)
    take(least, rung__plan_item(least->plan, least->group, item));
}

static void take_measure(struct least *least, size_t index)
{
  const struct rung__measure_figures *of = &least->plan->figures->measure[index];
  if ((int)index == least->own) return;
  if (of->n[least->group] > 0 || of->state[least->group] == RUNG_STATE_SHOWN)
    take(least, rung__plan_measure(least->plan, least->group, index));
}

/* Whether anybody stands behind a rule itself; its footing has been found. */
static bool is_founded(const struct rung__plan *plan, size_t group, size_t reading, size_t rule)
{
  return plan->figures->rule[reading][rule].n[group] > 0;
}

static void take_reading(struct least *least, size_t reading)
{
  const size_t primary = least->plan->figures->model->readings[reading].primary;
  if (is_founded(least->plan, least->group, reading, primary))
    take(least, rung__plan_rule(least->plan, least->group, reading, primary));
}

static void take_look(void *context, const struct rung__look *look)
{
  struct least *least = context;
  switch (look->on) {
  case RUNG__ON_ITEM: take_item(least, look->index); break;
  case RUNG__ON_MEASURE: take_measure(least, look->index); break;
  case RUNG__ON_READING: take_reading(least, look->index); break;
  }
}

static enum rung__access across_items(const struct rung__plan *plan, size_t index, size_t group)
{
  const rung_model *model = plan->figures->model;
  const struct rung__measure *measure = &model->measures[index];
  struct least least = {plan, group, (int)index, rung__plan_group(plan, group)};
  for (size_t i = 0; i < measure->count; ++i) {
    const struct rung__term *term = &measure->term[i];
    if (term->is_measure)
      take_measure(&least, term->index);
    else if (model->items[term->index].unmeasured == NULL)
      take_item(&least, term->index);
  }
  for (size_t i = 0; i < measure->withheld_count; ++i)
    rung__condition_looks(measure->withheld[i].when, take_look, &least);
  return least.access;
}

bool rung__plan_across(struct rung__plan *plan)
{
  const rung_model *model = plan->figures->model;
  const size_t groups = plan->figures->count;
  plan->across = rung__array_new(model->measure_count, sizeof *plan->across);
  if (plan->across == NULL) return false;
  for (size_t place = 0; place < model->measure_count; ++place) {
    const size_t measure = model->order[place];
    if (model->measures[measure].across != RUNG__ACROSS_ITEMS) continue;
    plan->across[measure] = rung__array_new(groups, sizeof **plan->across);
    if (plan->across[measure] == NULL) return false;
    for (size_t group = 0; group < groups; ++group)
      plan->across[measure][group] = (uint8_t)across_items(plan, measure, group);
  }
  return true;
}

enum rung__access rung__plan_measure(const struct rung__plan *plan, size_t group, size_t measure)
{
  if (plan->off) return RUNG__IN_FULL;
  if (plan->across[measure] != NULL) return (enum rung__access)plan->across[measure][group];
  const size_t ground = plan->measure[measure];
  return ground == 0 ? rung__plan_group(plan, group)
                     : (enum rung__access)plan->access[ground][group];
}

enum rung__access rung__plan_rule(const struct rung__plan *plan, size_t group, size_t reading,
                                  size_t rule)
{
  const struct rung__reading *read = &plan->figures->model->readings[reading];
  struct least least = {plan, group, RUNG__NONE, rung__plan_group(plan, group)};
  if (plan->off) return RUNG__IN_FULL;
  if (read->rule[rule].over_people) return rung__plan_people(plan, group, reading, rule);
  rung__rule_looks(read, &read->rule[rule], take_look, &least);
  if (is_founded(plan, group, reading, rule)) rung__actions_look(read, take_look, &least);
  return least.access;
}
