/* Finding what a level, or a score across items, rests on.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings/footing.h"

#include "findings/people.h"
#include "model/looks.h"

#define NOBODY UINT32_MAX /* contributes to anything yet */

struct footing {
  const struct rung__figures *figures;
  size_t group;
  int own; /* the measure whose footing it is, which is none of its own; RUNG__NONE: a rule's */
  uint32_t n, fewest;
  bool dominated;
};

static uint32_t lesser(uint32_t a, uint32_t b)
{
  return b < a ? b : a;
}

static void rest_on(struct footing *footing, uint32_t n, uint32_t fewest, bool dominated)
{
  footing->n = lesser(footing->n, n);
  footing->fewest = lesser(footing->fewest, fewest);
  footing->dominated = footing->dominated || dominated;
}

static void rest_on_item(struct footing *footing, size_t item)
{
  const struct rung__groups *groups = &footing->figures->cells;
  const struct rung__segment *segment = rung__shape_item(groups->shape, item);
  const uint32_t n = rung__groups_active(groups, footing->group, segment);
  if (n == 0) return;
  const rung__uwide weight = rung__groups_weight(groups, footing->group, segment->first,
                                                 segment->active);
  rest_on(footing, n, n,
          rung__dominates(rung__groups_largest(groups, footing->group, segment), weight));
}

/* What nobody contributes to tells of nobody; unless it is a score, of what stands in alone. */
static void rest_on_measure(struct footing *footing, size_t index)
{
  const struct rung__measure_figures *measure = &footing->figures->measure[index];
  const size_t group = footing->group;
  if ((int)index == footing->own) return;
  if (measure->n[group] == 0 && measure->state[group] != RUNG_STATE_SHOWN) return;
  rest_on(footing, measure->n[group], measure->fewest[group], measure->dominated[group]);
}

static void rest_on_reading(struct footing *footing, size_t reading)
{
  const struct rung__reading *read = &footing->figures->model->readings[reading];
  const struct rung__rule_figures *rule = &footing->figures->rule[reading][read->primary];
  const size_t group = footing->group;
  if (rule->n[group] == 0) return;
  rest_on(footing, rule->n[group], rule->fewest[group], rule->dominated[group]);
}

static void see(void *context, const struct rung__look *look)
{
  struct footing *footing = context;
  switch (look->on) {
  case RUNG__ON_ITEM: rest_on_item(footing, look->index); break;
  case RUNG__ON_MEASURE: rest_on_measure(footing, look->index); break;
  case RUNG__ON_READING: rest_on_reading(footing, look->index); break;
  }
}

/* The levels that people have rest on each one's own answers; conditions have acted on them. */
void rung__find_footing(struct rung__figures *figures, size_t reading, size_t rule, size_t group)
{
  const struct rung__reading *read = &figures->model->readings[reading];
  struct rung__rule_figures *out = &figures->rule[reading][rule];
  struct footing footing = {figures, group, RUNG__NONE, NOBODY, NOBODY, false};
  if (read->rule[rule].over_people) {
    const struct rung__people people = rung__people_of(figures, group, reading, rule);
    if (people.n > 0) rest_on(&footing, people.n, people.n, people.dominated);
  } else {
    rung__rule_looks(read, &read->rule[rule], see, &footing);
    if (footing.n != NOBODY) rung__actions_look(read, see, &footing);
  }
  out->n[group] = footing.n == NOBODY ? 0 : footing.n;
  out->fewest[group] = footing.n == NOBODY ? 0 : footing.fewest;
  out->dominated[group] = footing.dominated;
}

void rung__rest_measure(struct rung__figures *figures, size_t index, size_t group)
{
  const struct rung__measure *measure = &figures->model->measures[index];
  struct rung__measure_figures *out = &figures->measure[index];
  struct footing footing = {figures, group, (int)index, NOBODY, NOBODY, out->dominated[group]};
  for (size_t i = 0; i < measure->count; ++i) {
    const struct rung__term *term = &measure->term[i];
    if (term->is_measure)
      rest_on_measure(&footing, term->index);
    else if (figures->model->items[term->index].unmeasured == NULL)
      rest_on_item(&footing, term->index);
  }
  for (size_t i = 0; i < measure->withheld_count; ++i)
    rung__condition_looks(measure->withheld[i].when, see, &footing);
  out->fewest[group] = footing.n == NOBODY ? out->n[group] : footing.fewest;
  out->dominated[group] = footing.dominated;
}
