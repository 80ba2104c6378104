/* Measures over groups, in the order of their dependence.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings/measures.h"

void rung__measure_groups(struct rung__figures *figures)
{
  const rung_model *model = figures->model;
  for (size_t place = 0; place < model->measure_count; ++place) {
    const size_t measure = model->order[place];
    const bool across_items = model->measures[measure].across_items;
    for (size_t group = 0; group < figures->count; ++group) {
      figures->measure[measure].dominated[group] = false;
      rung__cover(figures, measure, group);
      if (across_items) {
        rung__across_items(figures, measure, group);
      } else {
        rung__across_people(figures, measure, group);
      }
    }
  }
}
