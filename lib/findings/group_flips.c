/* Finding the terms' means behind a group's mean.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings/group_flips.h"

#include <math.h>

#include "model/worth.h"
#include "score/flips.h"

/* A measure over a group. */
struct whole {
  const struct rung__figures *figures;
  const struct rung__measure *measure;
  size_t index, group;
};

/* Of each person's own mean every term must be there, and nothing stand in for it. */
static bool is_complete(const struct whole *whole, uint32_t n)
{
  return whole->measure->across == RUNG__ACROSS_ITEMS
             ? n > 0
             : n == whole->figures->measure[whole->index].n[whole->group];
}

static bool find_item(const struct whole *whole, const struct rung__term *term, double *value)
{
  const struct rung__groups *groups = &whole->figures->cells;
  const struct rung__segment *segment = rung__shape_item(groups->shape, term->index);
  const struct rung__item *item = &whole->figures->model->items[term->index];
  struct rung__sum sum, weight;
  if (segment->number || item->unmeasured != NULL ||
      !is_complete(whole, rung__groups_active(groups, whole->group, segment)))
    return false;
  rung__item_sum(groups, whole->group, term->index, term->unit, whole->measure->quantum, &sum);
  rung__sum_set(&weight, (rung__wide)rung__groups_weight(groups, whole->group, segment->first,
                                                         segment->active));
  *value = rung__mean_shown(&sum, &weight, rung__sum_ratio(&sum, &weight));
  return true;
}

static bool find_measure(const struct whole *whole, const struct rung__term *term, double *value)
{
  const struct rung__measure_figures *of = &whole->figures->measure[term->index];
  if (of->state[whole->group] != RUNG_STATE_SHOWN || !is_complete(whole, of->n[whole->group]))
    return false;
  *value = rung__grid_double(rung__worth_score(whole->measure, of->score[whole->group]));
  return true;
}

/* The terms of the measure; 0: the group's mean is not that of theirs. */
static size_t find_parts(const struct whole *whole, struct rung__share_of_mean *part)
{
  for (size_t index = 0; index < whole->measure->count; ++index) {
    const struct rung__term *term = &whole->measure->term[index];
    part[index].weight = (double)term->weight;
    if (term->is_measure ? !find_measure(whole, term, &part[index].value)
                         : !find_item(whole, term, &part[index].value))
      return 0;
  }
  return whole->measure->count;
}

struct rung__reweight rung__flip_group_weight(const struct rung__figures *figures, size_t reading,
                                              size_t group, struct rung__share_of_mean *part)
{
  const rung_model *model = figures->model;
  const struct rung__reading *read = &model->readings[reading];
  const struct whole whole = {figures, &model->measures[read->measure], read->measure, group};
  const int64_t score = figures->score[read->measure][group];
  if (score == RUNG__NO_SCORE || !rung__weights_tell(model, read))
    return (struct rung__reweight){NAN, 0};
  const size_t count = find_parts(&whole, part);
  if (count == 0) return (struct rung__reweight){NAN, 0};
  return rung__reweigh(read, part, count, score);
}
