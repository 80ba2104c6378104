/* Reading results out of the workspace.
 * SPDX-License-Identifier: Apache-2.0 */
#include <math.h>
#include <string.h>

#include "score/flips.h"

size_t rung_scores_rows(const rung_scores *scores)
{
  return scores == NULL ? 0 : scores->rows;
}

static double coverage(const struct rung__measure_column *column, size_t row)
{
  return column->asked[row] == 0 ? NAN : (double)column->present[row] / (double)column->asked[row];
}

static double figure_of(const struct rung__measure_column *column, rung_score_figure figure,
                        size_t row)
{
  switch (figure) {
  case RUNG_SCORE_VALUE: return rung__grid_double(column->score[row]);
  case RUNG_SCORE_LOWEST: return rung__grid_double(column->lowest[row]);
  case RUNG_SCORE_HIGHEST: return rung__grid_double(column->highest[row]);
  case RUNG_SCORE_COVERAGE: return coverage(column, row);
  }
  return NAN;
}

rung_status rung_scores_measure(const rung_scores *scores, size_t measure, rung_score_figure figure,
                                double *out, size_t count)
{
  if (scores == NULL || measure >= scores->model->measure_count || (int)figure < RUNG_SCORE_VALUE ||
      figure > RUNG_SCORE_COVERAGE || count < scores->rows || (out == NULL && count > 0)) {
    return RUNG_E_ARGUMENT;
  }
  for (size_t row = 0; row < scores->rows; row++) {
    out[row] = figure_of(&scores->measure[measure], figure, row);
  }
  return RUNG_OK;
}

rung_status rung_scores_measure_state(const rung_scores *scores, size_t measure, uint8_t *out,
                                      size_t count)
{
  if (scores == NULL || measure >= scores->model->measure_count || count < scores->rows ||
      (out == NULL && count > 0)) {
    return RUNG_E_ARGUMENT;
  }
  if (scores->rows > 0) memcpy(out, scores->measure[measure].state, scores->rows);
  return RUNG_OK;
}

static const struct rung__rule_column *find_rule(const rung_scores *scores, size_t reading,
                                                 size_t rule)
{
  if (scores == NULL || reading >= scores->model->reading_count) return NULL;
  if (rule >= scores->model->readings[reading].count) return NULL;
  return &scores->rule[reading][rule];
}

static void state_levels(const struct rung__ladder *ladder, int8_t *level, size_t count)
{
  for (size_t row = 0; row < count; row++) {
    if (level[row] >= 0) level[row] = ladder->stated[level[row]];
  }
}

rung_status rung_scores_levels(const rung_scores *scores, size_t reading, size_t rule,
                               rung_level_figure figure, int8_t *out, size_t count)
{
  const struct rung__rule_column *column = find_rule(scores, reading, rule);

  if (column == NULL || (int)figure < RUNG_LEVEL_STATED || figure > RUNG_LEVEL_HIGHEST ||
      count < scores->rows || (out == NULL && count > 0)) {
    return RUNG_E_ARGUMENT;
  }
  const int8_t *const figures[] = {column->level, column->level, column->lowest, column->highest};
  if (scores->rows == 0) return RUNG_OK;
  if (!scores->person_levels) {
    memset(out, -1, scores->rows);
    return RUNG_OK;
  }
  memcpy(out, figures[figure], scores->rows);
  if (figure != RUNG_LEVEL_REACHED) {
    state_levels(&scores->model->ladders[scores->model->readings[reading].ladder], out,
                 scores->rows);
  }
  return RUNG_OK;
}

rung_status rung_scores_level_state(const rung_scores *scores, size_t reading, size_t rule,
                                    uint8_t *states, uint8_t *marks, size_t count)
{
  const struct rung__rule_column *column = find_rule(scores, reading, rule);

  if (column == NULL || count < scores->rows) return RUNG_E_ARGUMENT;
  if (scores->rows == 0) return RUNG_OK;
  if (states != NULL) memcpy(states, column->state, scores->rows);
  if (marks != NULL) memcpy(marks, column->marks, scores->rows);
  if (scores->person_levels) return RUNG_OK;
  if (states != NULL) memset(states, RUNG_STATE_HIDDEN, scores->rows);
  if (marks != NULL) memset(marks, 0, scores->rows);
  return RUNG_OK;
}

static double flip_of(const struct rung__flip_column *column, rung_flip_figure figure, size_t row)
{
  const bool none = column->cut[row] == RUNG__NO_SCORE;

  switch (figure) {
  case RUNG_FLIP_CUT: return rung__grid_double(column->cut[row]);
  case RUNG_FLIP_CUT_LEVEL: return none ? NAN : column->level[row];
  case RUNG_FLIP_WEIGHT: return column->weight[row];
  case RUNG_FLIP_WEIGHT_TERM: return isnan(column->weight[row]) ? NAN : (double)column->term[row];
  }
  return NAN;
}

rung_status rung_scores_flip(const rung_scores *scores, size_t reading, rung_flip_figure figure,
                             double *out, size_t count)
{
  if (scores == NULL || scores->flips == NULL || reading >= scores->model->reading_count ||
      (int)figure < RUNG_FLIP_CUT || figure > RUNG_FLIP_WEIGHT_TERM || count < scores->rows ||
      (out == NULL && count > 0)) {
    return RUNG_E_ARGUMENT;
  }
  for (size_t row = 0; row < scores->rows; row++) {
    out[row] = scores->person_levels ? flip_of(&scores->flips->column[reading], figure, row) : NAN;
  }
  return RUNG_OK;
}

/* Whether a condition rests on a level, which must not be told of a person unasked. */
static bool tells_level(const struct rung__condition *condition)
{
  if (condition->count == 0 && condition->on == RUNG__ON_READING) return true;
  for (size_t i = 0; i < condition->count; i++) {
    if (tells_level(&condition->part[i])) return true;
  }
  return false;
}

rung_status rung_scores_flag(const rung_scores *scores, size_t flag, int8_t *out, size_t count)
{
  if (scores == NULL || flag >= scores->model->flag_count || count < scores->rows ||
      (out == NULL && count > 0)) {
    return RUNG_E_ARGUMENT;
  }
  if (scores->rows == 0) return RUNG_OK;
  if (!scores->person_levels && tells_level(&scores->model->flags[flag].when)) {
    memset(out, -1, scores->rows);
  } else {
    memcpy(out, scores->flag[flag], scores->rows);
  }
  return RUNG_OK;
}
