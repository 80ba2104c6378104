/* Chances and flips as numbers a person can read.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings/fill_chances.h"

#include <math.h>

#include "findings/chances.h"
#include "score/odds.h"

static void fill_levels(rung_findings *findings, const struct rung__chance_figures *chance,
                        size_t group, size_t reading)
{
  struct rung__table *table = &findings->table[RUNG_TABLE_LEVEL];
  const size_t first = group * table->each + table->first[reading];
  const size_t count = table->first[reading + 1] - table->first[reading];
  for (size_t level = 0; level < count; ++level) {
    if (table->state[first + level] == RUNG_STATE_SHOWN)
      rung__table_put(table, first + level, RUNG_FIGURE_PROBABILITY,
                      chance->probability[level][group]);
  }
}

static void fill_flip(struct rung__table *table, size_t row,
                      const struct rung__chance_figures *chance, size_t group)
{
  const bool flips = chance->cut[group] != RUNG__NO_SCORE;
  const bool weighs = !isnan(chance->weight[group]);
  rung__table_put(table, row, RUNG_FIGURE_FLIP_CUT, rung__grid_double(chance->cut[group]));
  rung__table_put_level(table, row, RUNG_FIGURE_FLIP_LEVEL, flips ? chance->cut_level[group] : -1);
  rung__table_put(table, row, RUNG_FIGURE_FLIP_WEIGHT, chance->weight[group]);
  rung__table_put(table, row, RUNG_FIGURE_FLIP_TERM,
                  weighs ? (double)chance->term[group] : (double)NAN);
}

/* How well single scores tell levels, from what is shown of the measure. False: no memory. */
static bool fill_classification(rung_findings *findings, const struct rung__figures *figures,
                                size_t group, size_t reading, size_t row)
{
  const struct rung__reading *read = &figures->model->readings[reading];
  const struct rung__rule *rule = &read->rule[read->primary];
  const struct rung__table *measures = &findings->table[RUNG_TABLE_MEASURE];
  const size_t from = group * measures->each + read->measure;
  const struct rung__population population = {
      rung__table_number(measures, from, RUNG_FIGURE_SCORE),
      rung__table_number(measures, from, RUNG_FIGURE_SD),
      rung__table_number(measures, from, RUNG_FIGURE_RELIABILITY)};
  struct rung__stretches stretches;
  double accuracy, consistency;
  if (isnan(population.mean) || isnan(population.sd) || !(population.reliability >= 0) ||
      !rung__has_stretches(rule))
    return true;
  if (!rung__stretches_make(&stretches, rule)) return false;
  rung__classification(&stretches, &population, figures->model->ladders[read->ladder].count,
                       &accuracy, &consistency);
  rung__stretches_free(&stretches);
  rung__table_put(&findings->table[RUNG_TABLE_READING], row, RUNG_FIGURE_ACCURACY, accuracy);
  rung__table_put(&findings->table[RUNG_TABLE_READING], row, RUNG_FIGURE_CONSISTENCY, consistency);
  return true;
}

static bool fill_reading(rung_findings *findings, const struct rung__figures *figures, size_t group,
                         size_t reading)
{
  const struct rung__chance_figures *chance = &figures->chances->reading[reading];
  struct rung__table *table = &findings->table[RUNG_TABLE_READING];
  const size_t row = group * table->each + reading;
  const double reached = rung__table_number(table, row, RUNG_FIGURE_REACHED);
  if (isnan(reached)) return true;
  rung__table_put(table, row, RUNG_FIGURE_PROBABILITY, chance->probability[(size_t)reached][group]);
  rung__table_put_level(table, row, RUNG_FIGURE_LEVEL_LOW, chance->low[group]);
  rung__table_put_level(table, row, RUNG_FIGURE_LEVEL_HIGH, chance->high[group]);
  fill_flip(table, row, chance, group);
  fill_levels(findings, chance, group, reading);
  return fill_classification(findings, figures, group, reading, row);
}

bool rung__fill_chances(rung_findings *findings, const struct rung__figures *figures, size_t group)
{
  for (size_t reading = 0; reading < figures->model->reading_count; ++reading) {
    if (!fill_reading(findings, figures, group, reading)) return false;
  }
  return true;
}
