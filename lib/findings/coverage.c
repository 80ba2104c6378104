/* Coverage of measures over groups: the evidence there is over the evidence asked for.
 * SPDX-License-Identifier: Apache-2.0 */
#include <math.h>

#include "findings/measures.h"

/* Weight of those who answered an item and of those whom it was put to. */
struct cover {
  rung__uwide present, asked;
};

/* An unmeasured item is asked for of everybody and never there. */
static struct cover cover_item(const struct rung__figures *figures, size_t group, size_t item)
{
  const struct rung__groups *groups = &figures->cells;
  const struct rung__segment *segment = rung__shape_item(groups->shape, item);
  if (figures->model->items[item].unmeasured != NULL)
    return (struct cover){0, rung__groups_weight(groups, group, 0, 1)};
  return (struct cover){rung__groups_weight(groups, group, segment->first, segment->active),
                        rung__item_asked(groups, group, item)};
}

/* Whether one person may hold more than half of the weight of those asked; of all persons the
 * largest weight is known. */
static bool is_exposed(const struct rung__figures *figures, size_t group, const struct cover *cover)
{
  const struct rung__groups *groups = &figures->cells;
  const uint64_t largest = rung__groups_largest(groups, group, &groups->shape->segment[0]);
  return cover->asked > 0 && rung__dominates(largest, cover->asked);
}

/* Items alone are pooled: their weights times those of the persons. */
static double pool(const struct rung__figures *figures, const struct rung__measure *measure,
                   size_t group, bool *exposed)
{
  struct rung__sum present = {{0}}, asked = {{0}};
  for (size_t index = 0; index < measure->count; ++index) {
    const struct rung__term *term = &measure->term[index];
    const struct cover cover = cover_item(figures, group, term->index);
    rung__sum_add_product(&present, (rung__wide)cover.present, (uint64_t)term->weight);
    rung__sum_add_product(&asked, (rung__wide)cover.asked, (uint64_t)term->weight);
    *exposed = *exposed || is_exposed(figures, group, &cover);
  }
  return rung__sum_sign(&asked) == 0 ? NAN : rung__sum_double(&present) / rung__sum_double(&asked);
}

static double cover_term(const struct rung__figures *figures, const struct rung__term *term,
                         size_t group, bool *exposed)
{
  if (term->is_measure) {
    *exposed = *exposed || figures->measure[term->index].exposed[group];
    return figures->measure[term->index].coverage[group];
  }
  const struct cover cover = cover_item(figures, group, term->index);
  *exposed = *exposed || is_exposed(figures, group, &cover);
  return cover.asked == 0 ? NAN : rung__share(cover.present, cover.asked);
}

/* Where a member is a measure, the members' own coverages are averaged. */
static double average(const struct rung__figures *figures, const struct rung__measure *measure,
                      size_t group, bool *exposed)
{
  double sum = 0, weight = 0;
  for (size_t index = 0; index < measure->count; ++index) {
    const struct rung__term *term = &measure->term[index];
    const double coverage = cover_term(figures, term, group, exposed);
    if (isnan(coverage)) continue;
    sum += (double)term->weight * coverage;
    weight += (double)term->weight;
  }
  return weight > 0 ? sum / weight : NAN;
}

void rung__cover(struct rung__figures *figures, size_t index, size_t group)
{
  const struct rung__measure *measure = &figures->model->measures[index];
  struct rung__measure_figures *out = &figures->measure[index];
  bool nested = false, exposed = false;
  for (size_t term = 0; term < measure->count; ++term)
    nested = nested || measure->term[term].is_measure;
  out->coverage[group] = nested ? average(figures, measure, group, &exposed)
                                : pool(figures, measure, group, &exposed);
  out->exposed[group] = exposed;
}
