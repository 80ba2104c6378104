/* Items over groups: means, shares of favourable answers, and the kinds of absence.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings/fill.h"

static void put_shares(struct rung__table *table, size_t row, const struct rung__item *item,
                       const struct rung__groups *groups, size_t group,
                       const struct rung__segment *segment)
{
  static const rung_figure figures[] = {[RUNG__UNFAVOURABLE] = RUNG_FIGURE_UNFAVOURABLE,
                                        [RUNG__NEUTRAL] = RUNG_FIGURE_NEUTRAL,
                                        [RUNG__FAVOURABLE] = RUNG_FIGURE_FAVOURABLE};
  const rung__uwide whole = rung__groups_weight(groups, group, segment->first, segment->active);
  rung__uwide weight[3] = {0};
  for (uint32_t answer = 0; answer < segment->active; ++answer)
    weight[item->favour[answer]] += rung__groups_weight(groups, group, segment->first + answer, 1);
  for (size_t favour = 0; favour < 3; ++favour)
    rung__table_put(table, row, figures[favour], rung__share(weight[favour], whole));
}

/* A day has no mean. */
static bool is_valued(const struct rung__item *item)
{
  return item->answers != RUNG__DATES || item->age.count > 0;
}

static void fill_item(struct rung__table *table, const struct rung__figures *figures, size_t group,
                      size_t index)
{
  const struct rung__item *item = &figures->model->items[index];
  const struct rung__groups *groups = &figures->cells;
  const struct rung__segment *segment = rung__shape_item(groups->shape, index);
  const uint32_t n = rung__groups_active(groups, group, segment);
  const rung__uwide asked = rung__item_asked(groups, group, index);
  const size_t row = group * table->each + index;
  double mean;
  table->state[row] = rung__item_state(groups, group, index);
  rung__table_put(table, row, RUNG_FIGURE_N, n);
  for (size_t kind = 0; kind < RUNG__ABSENCE_KINDS; ++kind)
    rung__table_put(table, row, (rung_figure)(RUNG_FIGURE_NOT_ASKED + kind),
                    rung__groups_count(groups, group, segment->first + segment->active + kind));
  if (asked > 0) {
    const rung__uwide answered = rung__groups_weight(groups, group, segment->first,
                                                     segment->active);
    rung__table_put(table, row, RUNG_FIGURE_COVERAGE, rung__share(answered, asked));
  }
  if (n == 0 || !is_valued(item)) return;
  rung__item_mean(figures->model, groups, group, index, &mean);
  rung__table_put(table, row, RUNG_FIGURE_SCORE, mean);
  if (item->has_favour) put_shares(table, row, item, groups, group, segment);
}

void rung__fill_items(rung_findings *findings, const struct rung__figures *figures)
{
  struct rung__table *table = &findings->table[RUNG_TABLE_ITEM];
  for (size_t group = 0; group < figures->count; ++group) {
    for (size_t item = 0; item < table->each; ++item)
      fill_item(table, figures, group, item);
  }
}
