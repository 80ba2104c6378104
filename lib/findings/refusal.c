/* Refusing to state a level of people who do not agree.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Only where the rule holds the centre of the answers against cuts, or bands: a gate or a share says
 * nothing of a centre. Only of what people share: of what each was asked about themselves there is
 * nothing to agree on. Only where even the upper limit lies below the caller's cutoff, under the even null,
 * which is the milder one: else it is not clear that they disagree. */
#include <math.h>

#include "findings/consensus.h"

static const char disagree[] = "the members do not agree: even the upper limit of their agreement "
                               "lies below the cutoff that was asked for";

/* What goes with a level. */
static const rung_figure of_levels[] = {
    RUNG_FIGURE_LEVEL,       RUNG_FIGURE_REACHED,   RUNG_FIGURE_LEVEL_LOW,
    RUNG_FIGURE_LEVEL_HIGH,  RUNG_FIGURE_FLIP_CUT,  RUNG_FIGURE_FLIP_LEVEL,
    RUNG_FIGURE_FLIP_WEIGHT, RUNG_FIGURE_FLIP_TERM, RUNG_FIGURE_PROBABILITY};

/* Whether all items of a measure are about something that the members share. */
static bool is_shared(const rung_model *model, const struct rung__measure *measure)
{
  for (size_t index = 0; index < measure->count; ++index) {
    const struct rung__term *term = &measure->term[index];
    if (term->is_measure || model->items[term->index].about <= 0) return false;
  }
  return true;
}

static bool is_centre(const struct rung__rule *rule)
{
  return rule->kind == RUNG__CUT || rule->kind == RUNG__BANDS;
}

/* -1: they do not agree; 0: it is not clear; 1: they do, or nothing is asked. */
static int agree(const rung_findings *findings, const struct rung__reading *reading, size_t group)
{
  const struct rung__table *measures = &findings->table[RUNG_TABLE_MEASURE];
  const size_t row = group * measures->each + reading->measure;
  const double low = rung__table_number(measures, row, RUNG_FIGURE_AGREEMENT_LOW);
  const double high = rung__table_number(measures, row, RUNG_FIGURE_AGREEMENT_HIGH);
  const bool judged = findings->agreement > 0 && !isnan(low) &&
                      is_shared(findings->model, &findings->model->measures[reading->measure]);
  if (!judged || low >= findings->agreement) return 1;
  return high < findings->agreement ? -1 : 0;
}

static void refuse(struct rung__table *table, size_t row, int agreed)
{
  if (isnan(rung__table_number(table, row, RUNG_FIGURE_LEVEL)) || agreed > 0) return;
  if (agreed == 0) {
    table->marks[row] |= RUNG_MARK_AGREEMENT_UNCLEAR;
    return;
  }
  table->state[row] = RUNG_STATE_NO_AGREEMENT;
  table->marks[row] = 0;
  for (size_t index = 0; index < sizeof of_levels / sizeof *of_levels; ++index) {
    if (table->number[of_levels[index]] != NULL) rung__table_put(table, row, of_levels[index], NAN);
  }
}

void rung__refuse_levels(rung_findings *findings, const struct rung__figures *figures)
{
  const rung_model *model = findings->model;
  struct rung__table *readings = &findings->table[RUNG_TABLE_READING];
  struct rung__table *rules = &findings->table[RUNG_TABLE_RULE];
  for (size_t group = 0; group < figures->count; ++group) {
    size_t row = group * rules->each;
    for (size_t index = 0; index < model->reading_count; ++index) {
      const struct rung__reading *reading = &model->readings[index];
      const int agreed = agree(findings, reading, group);
      if (is_centre(&reading->rule[reading->primary]))
        refuse(readings, group * readings->each + index, agreed);
      for (size_t rule = 0; rule < reading->count; ++rule, ++row) {
        if (is_centre(&reading->rule[rule])) refuse(rules, row, agreed);
      }
    }
  }
}

static void reason(struct rung__table *table)
{
  for (size_t row = 0; row < table->count; ++row) {
    if (table->state[row] == RUNG_STATE_NO_AGREEMENT && table->reason[row] == NULL)
      table->reason[row] = disagree;
  }
}

void rung__reason_consensus(rung_findings *findings)
{
  reason(&findings->table[RUNG_TABLE_READING]);
  reason(&findings->table[RUNG_TABLE_RULE]);
}
