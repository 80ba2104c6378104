/* Filling tables: from figures on the grid to numbers a person can read.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings/fill.h"

#include <math.h>

#include "findings/fill_chances.h"
#include "findings/people.h"

static void fill_measure(struct rung__table *table, const struct rung__figures *figures,
                         size_t group, size_t measure)
{
  const struct rung__measure_figures *of = &figures->measure[measure];
  const size_t row = group * table->each + measure;
  rung__table_put(table, row, RUNG_FIGURE_N, of->n[group]);
  rung__table_put(table, row, RUNG_FIGURE_SCORE, of->mean[group]);
  rung__table_put(table, row, RUNG_FIGURE_SD, of->sd[group]);
  rung__table_put(table, row, RUNG_FIGURE_COVERAGE, of->coverage[group]);
  table->state[row] = of->state[group];
}

static void put_rule(struct rung__table *table, size_t row, const struct rung__figures *figures,
                     size_t group, size_t reading, size_t rule)
{
  const struct rung__rule_figures *of = &figures->rule[reading][rule];
  const int8_t *stated = figures->model->ladders[figures->model->readings[reading].ladder].stated;
  const int reached = of->level[group];
  rung__table_put(table, row, RUNG_FIGURE_N, of->n[group]);
  rung__table_put_level(table, row, RUNG_FIGURE_REACHED, reached);
  rung__table_put_level(table, row, RUNG_FIGURE_LEVEL, reached < 0 ? -1 : stated[reached]);
  table->state[row] = of->state[group];
  table->marks[row] = of->marks[group];
}

/* The highest level held by at least a tenth of the weight and by `least` persons; -1: none. */
static int peak(const struct rung__figures *figures, size_t group,
                const struct rung__people *people, int64_t least)
{
  for (uint32_t level = people->n == 0 ? 0 : people->segment->active; level > 0; --level) {
    const size_t slot = people->segment->first + level - 1;
    if (rung__groups_count(&figures->cells, group, slot) >= least &&
        rung__groups_weight(&figures->cells, group, slot, 1) * 10 >= people->weight)
      return (int)level - 1;
  }
  return RUNG__NONE;
}

static void fill_reading(rung_findings *findings, const struct rung__figures *figures, size_t group,
                         size_t reading)
{
  const struct rung__reading *read = &figures->model->readings[reading];
  const struct rung__people people = rung__people_of(figures, group, reading, read->primary);
  const int median = rung__people_median(figures, group, &people);
  struct rung__table *table = &findings->table[RUNG_TABLE_READING];
  const size_t row = group * table->each + reading;
  put_rule(table, row, figures, group, reading, read->primary);
  rung__table_put(table, row, RUNG_FIGURE_COVERAGE,
                  figures->measure[read->measure].coverage[group]);
  rung__table_put_level(table, row, RUNG_FIGURE_TYPICAL,
                        median < 0 ? -1 : figures->model->ladders[read->ladder].stated[median]);
  rung__table_put_level(table, row, RUNG_FIGURE_PEAK,
                        peak(figures, group, &people, findings->least_n));
}

/* A distribution takes the state of the reading where nobody has a level. */
static size_t fill_levels(struct rung__table *table, size_t row,
                          const struct rung__figures *figures, size_t group, size_t reading)
{
  const struct rung__reading *read = &figures->model->readings[reading];
  const struct rung__people people = rung__people_of(figures, group, reading, read->primary);
  const uint8_t state = figures->measure[read->measure].state[group];
  for (size_t level = 0; level < figures->model->ladders[read->ladder].count; ++level, ++row) {
    rung__table_put(table, row, RUNG_FIGURE_N, people.n);
    if (people.n > 0) {
      const size_t slot = people.segment->first + level;
      rung__table_put(
          table, row, RUNG_FIGURE_SHARE,
          rung__share(rung__groups_weight(&figures->cells, group, slot, 1), people.weight));
      table->state[row] = RUNG_STATE_SHOWN;
    } else if (people.segment == NULL) {
      table->state[row] = RUNG_STATE_NOT_COLLECTED;
    } else {
      table->state[row] = state != RUNG_STATE_SHOWN ? state
                                                    : (uint8_t)RUNG_STATE_TOO_LITTLE_EVIDENCE;
    }
  }
  return row;
}

/* Each height is the measure's own, as it is shown elsewhere: one of those scored on both only would
 * be a second variant of the group, and their difference would tell of single persons. */
static void fill_pair(struct rung__table *table, const struct rung__figures *figures, size_t group,
                      size_t index)
{
  const struct rung__pair *pair = &figures->model->pairs[index];
  const struct rung__measure_figures *said = &figures->measure[pair->said];
  const struct rung__measure_figures *done = &figures->measure[pair->done];
  const size_t row = group * table->each + index;
  const uint32_t n = said->n[group] < done->n[group] ? said->n[group] : done->n[group];
  rung__table_put(table, row, RUNG_FIGURE_N, n);
  rung__table_put(table, row, RUNG_FIGURE_SAID, said->mean[group]);
  rung__table_put(table, row, RUNG_FIGURE_DONE, done->mean[group]);
  rung__table_put(table, row, RUNG_FIGURE_SCORE, done->mean[group] - said->mean[group]);
  table->state[row] = said->state[group] != RUNG_STATE_SHOWN ? said->state[group]
                                                             : done->state[group];
}

static void fill_readings(rung_findings *findings, const struct rung__figures *figures,
                          size_t group)
{
  struct rung__table *rules = &findings->table[RUNG_TABLE_RULE];
  struct rung__table *levels = &findings->table[RUNG_TABLE_LEVEL];
  size_t rule_row = group * rules->each, level_row = group * levels->each;
  for (size_t reading = 0; reading < figures->model->reading_count; ++reading) {
    fill_reading(findings, figures, group, reading);
    for (size_t rule = 0; rule < figures->model->readings[reading].count; ++rule)
      put_rule(rules, rule_row++, figures, group, reading, rule);
    level_row = fill_levels(levels, level_row, figures, group, reading);
  }
}

void rung__fill(rung_findings *findings, const struct rung__figures *figures)
{
  const rung_model *model = figures->model;
  for (size_t group = 0; group < figures->count; ++group) {
    rung__table_put(&findings->table[RUNG_TABLE_GROUP], group, RUNG_FIGURE_N,
                    rung__groups_count(&figures->cells, group, 0));
    for (size_t measure = 0; measure < model->measure_count; ++measure)
      fill_measure(&findings->table[RUNG_TABLE_MEASURE], figures, group, measure);
    for (size_t pair = 0; pair < model->pair_count; ++pair)
      fill_pair(&findings->table[RUNG_TABLE_PAIR], figures, group, pair);
    fill_readings(findings, figures, group);
  }
}

/* 1 where every rule that states a level states the same; NaN where none does. */
static double agreement(const struct rung__table *rules, size_t first, size_t count)
{
  double level = NAN, agree = NAN;
  for (size_t row = first; row < first + count; ++row) {
    const double stated = rung__table_number(rules, row, RUNG_FIGURE_LEVEL);
    if (isnan(stated)) continue;
    agree = isnan(level) || stated == level ? (isnan(agree) ? 1 : agree) : 0;
    level = stated;
  }
  return agree;
}

static void fill_agreement(rung_findings *findings, size_t group)
{
  struct rung__table *readings = &findings->table[RUNG_TABLE_READING];
  const struct rung__table *rules = &findings->table[RUNG_TABLE_RULE];
  size_t first = group * rules->each;
  for (size_t reading = 0; reading < readings->each; ++reading) {
    const size_t row = group * readings->each + reading;
    const size_t count = findings->model->readings[reading].count;
    if (!isnan(rung__table_number(readings, row, RUNG_FIGURE_LEVEL)))
      rung__table_put(readings, row, RUNG_FIGURE_RULES_AGREE, agreement(rules, first, count));
    first += count;
  }
}

/* Only what is shown in full may raise a flag: else the flag would tell what is hidden. */
static void fill_flags(rung_findings *findings, const struct rung__figures *figures, size_t group,
                       const struct rung__shown *shown)
{
  const struct rung__evidence evidence = rung__shown_of(shown, findings, figures, group);
  struct rung__table *table = &findings->table[RUNG_TABLE_FLAG];
  for (size_t flag = 0; flag < table->each; ++flag) {
    const size_t row = group * table->each + flag;
    const int8_t raised = rung__condition(&findings->model->flags[flag].when, &evidence, 0);
    rung__table_put(table, row, RUNG_FIGURE_N, rung__groups_count(&figures->cells, group, 0));
    rung__table_put_level(table, row, RUNG_FIGURE_RAISED, raised);
    table->state[row] = raised < 0 ? RUNG_STATE_TOO_LITTLE_EVIDENCE : RUNG_STATE_SHOWN;
  }
}

/* That a measure compares within a row only comes of the model: it is said of hidden figures too. */
static void mark_measures(rung_findings *findings, size_t group)
{
  struct rung__table *table = &findings->table[RUNG_TABLE_MEASURE];
  for (size_t measure = 0; measure < table->each; ++measure) {
    if (findings->model->measures[measure].ipsative)
      table->marks[group * table->each + measure] = RUNG_MARK_IPSATIVE;
  }
}

bool rung__fill_last(rung_findings *findings, const struct rung__figures *figures,
                     const struct rung__shown *shown)
{
  const struct rung__table *groups = &findings->table[RUNG_TABLE_GROUP];
  for (size_t group = 0; group < figures->count; ++group) {
    mark_measures(findings, group);
    if (groups->reason[group] != NULL) continue; /* less than everything is shown */
    fill_agreement(findings, group);
    if (!rung__fill_chances(findings, figures, group)) return false;
    fill_flags(findings, figures, group, shown);
  }
  return true;
}
