/* Reasons: fixed sentences for what is not there, and the rules' own for levels.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings/reasons.h"

#include <math.h>

static const char *const state_reasons[] = {
    [RUNG_STATE_SHOWN] = "",
    [RUNG_STATE_TOO_FEW] = "",
    [RUNG_STATE_TOO_LITTLE_EVIDENCE] = "fewer answers than the model needs",
    [RUNG_STATE_NO_AGREEMENT] = "the raters do not agree enough",
    [RUNG_STATE_ON_THRESHOLD] = "",
    [RUNG_STATE_HIDDEN] = "",
    [RUNG_STATE_NOT_ESTIMABLE] = "the score lies in no band of the rule",
    [RUNG_STATE_NOT_APPLICABLE] = "everything asked was not applicable",
    [RUNG_STATE_NOT_COLLECTED] = "nothing was asked",
};

static const char without_scores[] = "the tally was made without scores of persons";

static const char without_aggregate[] = "the model gives rows a score of it, and groups none";
static const char without_score[] = "the model gives no score there";
static const char without_row_scores[] = "the model gives no row a score there";

/* Of measures some states mean something of their own. */
static const char *measure_reason(const struct rung__figures *figures, size_t part, size_t group,
                                  uint8_t state)
{
  const struct rung__measure *measure = &figures->model->measures[part];
  const uint8_t withheld = figures->measure[part].withheld[group];
  if (state == RUNG_STATE_NOT_APPLICABLE && measure->across == RUNG__ACROSS_NONE)
    return without_aggregate;
  if (state != RUNG_STATE_NOT_ESTIMABLE) return state_reasons[state];
  if (measure->across == RUNG__ACROSS_PEOPLE) return without_row_scores;
  if (withheld == 0) return without_score;
  return rung__localised(&measure->withheld[withheld - 1].reason, NULL, without_score);
}

/* Without their part of the tally, persons' scores and levels were not collected. */
static bool lacks_scores(const rung_findings *findings, const struct rung__figures *figures,
                         rung_table which, size_t part)
{
  if ((figures->cells.shape->parts & RUNG_TALLY_SCORES) != 0) return false;
  if (which == RUNG_TABLE_MEASURE)
    return findings->model->measures[part].across != RUNG__ACROSS_ITEMS;
  return which == RUNG_TABLE_READING || which == RUNG_TABLE_RULE || which == RUNG_TABLE_LEVEL ||
         which == RUNG_TABLE_PAIR;
}

static void reason_states(rung_findings *findings, const struct rung__figures *figures,
                          rung_table which)
{
  struct rung__table *table = &findings->table[which];
  for (size_t row = 0; row < table->count; ++row) {
    const uint8_t state = table->state[row];
    if (table->reason[row] != NULL) continue;
    const size_t part = table->part[row % table->each];
    if (state == RUNG_STATE_NOT_COLLECTED && lacks_scores(findings, figures, which, part))
      table->reason[row] = without_scores;
    else if (which == RUNG_TABLE_MEASURE)
      table->reason[row] = measure_reason(figures, part, row / table->each, state);
    else
      table->reason[row] = state_reasons[state];
    if (which == RUNG_TABLE_FLAG && state != RUNG_STATE_SHOWN)
      table->reason[row] = "a figure that it looks at is not shown";
  }
}

/* Takes a finished sentence out of the buffer. False: no memory. */
static bool keep(rung_findings *findings, const char **reason, struct rung__buffer *sentence)
{
  if (sentence->failed) return false;
  if (sentence->length > 0) {
    *reason = rung__arena_text(&findings->arena, sentence->data, sentence->length);
    if (*reason == NULL) return false;
  }
  sentence->length = 0;
  return true;
}

/* "; by weakest it is level 2" for each rule that is shown and states another level. */
static void put_disagreement(struct rung__buffer *sentence, const rung_findings *findings,
                             size_t reading, size_t first, double stated)
{
  const struct rung__reading *read = &findings->model->readings[reading];
  const struct rung__table *rules = &findings->table[RUNG_TABLE_RULE];
  for (size_t rule = 0; rule < read->count; ++rule) {
    const double level = rung__table_number(rules, first + rule, RUNG_FIGURE_LEVEL);
    if (isnan(level) || level == stated) continue;
    rung__put_format(sentence, "; by the rule '%s' it is level %s", read->rule[rule].id,
                     findings->model->ladders[read->ladder].level[(size_t)level].id);
  }
}

/* Whether a rule has something to say: of the level that it gives, or of why it gives none. */
static bool has_sentence(const struct rung__table *table, size_t row)
{
  return !isnan(rung__table_number(table, row, RUNG_FIGURE_LEVEL)) ||
         table->state[row] == RUNG_STATE_NOT_ESTIMABLE;
}

static bool reason_rules(rung_findings *findings, const struct rung__figures *figures, size_t group,
                         size_t reading, size_t first, struct rung__buffer *sentence)
{
  struct rung__table *rules = &findings->table[RUNG_TABLE_RULE];
  for (size_t rule = 0; rule < findings->model->readings[reading].count; ++rule) {
    const char **reason = &rules->reason[first + rule];
    if (*reason != NULL || !has_sentence(rules, first + rule)) continue;
    rung__reason_rule(sentence, figures, group, reading, rule);
    if (!keep(findings, reason, sentence)) return false;
  }
  return true;
}

static bool reason_reading(rung_findings *findings, const struct rung__figures *figures,
                           size_t group, size_t reading, size_t first,
                           struct rung__buffer *sentence)
{
  struct rung__table *readings = &findings->table[RUNG_TABLE_READING];
  const size_t row = group * readings->each + reading;
  const double stated = rung__table_number(readings, row, RUNG_FIGURE_LEVEL);
  if (!reason_rules(findings, figures, group, reading, first, sentence)) return false;
  if (readings->reason[row] != NULL || !has_sentence(readings, row)) return true;
  rung__reason_rule(sentence, figures, group, reading, findings->model->readings[reading].primary);
  if (!isnan(stated)) put_disagreement(sentence, findings, reading, first, stated);
  return keep(findings, &readings->reason[row], sentence);
}

static bool reason_readings(rung_findings *findings, const struct rung__figures *figures)
{
  struct rung__buffer sentence = {0};
  bool done = true;
  size_t first = 0;
  for (size_t group = 0; done && group < figures->count; ++group) {
    for (size_t reading = 0; done && reading < findings->model->reading_count; ++reading) {
      done = reason_reading(findings, figures, group, reading, first, &sentence);
      first += findings->model->readings[reading].count;
    }
  }
  rung__buffer_free(&sentence);
  return done;
}

bool rung__reason(rung_findings *findings, const struct rung__figures *figures)
{
  if (!reason_readings(findings, figures)) return false;
  for (int which = 0; which < RUNG__TABLES; ++which)
    reason_states(findings, figures, (rung_table)which);
  return true;
}
