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

/* Weight of those to whom an item did not apply, beside that of those whom it was put to. */
static struct cover excuse_item(const struct rung__figures *figures, size_t group, size_t item)
{
  const struct rung__groups *groups = &figures->cells;
  const struct rung__segment *segment = rung__shape_item(groups->shape, item);
  const size_t absent = segment->first + segment->active + RUNG_ABSENT_NOT_APPLICABLE;
  const rung__uwide excused = rung__groups_weight(groups, group, absent, 1);
  return (struct cover){excused, excused + rung__item_asked(groups, group, item)};
}

/* Items are pooled; where a member is a measure, the members' own are averaged. */
static double excuse(const struct rung__figures *figures, const struct rung__measure *measure,
                     size_t group, bool nested)
{
  double sum = 0, weight = 0;
  for (size_t index = 0; index < measure->count; ++index) {
    const struct rung__term *term = &measure->term[index];
    if (!term->is_measure && figures->model->items[term->index].unmeasured != NULL) continue;
    const struct cover cover = term->is_measure ? (struct cover){0, 0}
                                                : excuse_item(figures, group, term->index);
    const double whole = (double)cover.asked;
    const double own = term->is_measure ? figures->measure[term->index].excused[group]
                       : whole > 0      ? (double)cover.present / whole
                                        : NAN;
    if (isnan(own)) continue;
    sum += (double)term->weight * own * (nested ? 1 : whole);
    weight += (double)term->weight * (nested ? 1 : whole);
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
  if (figures->model->looks_at_cover) out->excused[group] = excuse(figures, measure, group, nested);
}
