/* The workspace: made, computed, freed.
 * SPDX-License-Identifier: Apache-2.0 */
#include "score/scores.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/settings.h"
#include "score/evaluate.h"
#include "score/flips.h"
#include "score/prior.h"
#include "score/room.h"

static void free_measure(struct rung__measure_column *column)
{
  free(column->score);
  free(column->lowest);
  free(column->highest);
  free(column->present);
  free(column->asked);
  free(column->excused);
  free(column->excusable);
  free(column->state);
}

static void free_rule(struct rung__rule_column *column)
{
  free(column->level);
  free(column->lowest);
  free(column->highest);
  free(column->state);
  free(column->marks);
}

/* Frees the columns of results; what was not made is NULL. */
static void free_columns(rung_scores *scores)
{
  const rung_model *model = scores->model;

  for (size_t i = 0; scores->measure != NULL && i < model->measure_count; i++) {
    free_measure(&scores->measure[i]);
  }
  for (size_t i = 0; scores->rule != NULL && i < model->reading_count; i++) {
    for (size_t k = 0; scores->rule[i] != NULL && k < model->readings[i].count; k++) {
      free_rule(&scores->rule[i][k]);
    }
    free(scores->rule[i]);
  }
  for (size_t i = 0; scores->flag != NULL && i < model->flag_count; i++)
    free(scores->flag[i]);
  free(scores->measure);
  free(scores->rule);
  free(scores->flag);
}

static bool new_measure(struct rung__measure_column *column, size_t rows)
{
  column->score = rung__array_new(rows, sizeof *column->score);
  column->lowest = rung__array_new(rows, sizeof *column->lowest);
  column->highest = rung__array_new(rows, sizeof *column->highest);
  column->present = rung__array_new(rows, sizeof *column->present);
  column->asked = rung__array_new(rows, sizeof *column->asked);
  column->excused = rung__array_new(rows, sizeof *column->excused);
  column->excusable = rung__array_new(rows, sizeof *column->excusable);
  column->state = rung__array_new(rows, sizeof *column->state);
  return column->score != NULL && column->lowest != NULL && column->highest != NULL &&
         column->present != NULL && column->asked != NULL && column->excused != NULL &&
         column->excusable != NULL && column->state != NULL;
}

static bool new_rule(struct rung__rule_column *column, size_t rows)
{
  column->level = rung__array_new(rows, sizeof *column->level);
  column->lowest = rung__array_new(rows, sizeof *column->lowest);
  column->highest = rung__array_new(rows, sizeof *column->highest);
  column->state = rung__array_new(rows, sizeof *column->state);
  column->marks = rung__array_new(rows, sizeof *column->marks);
  return column->level != NULL && column->lowest != NULL && column->highest != NULL &&
         column->state != NULL && column->marks != NULL;
}

static bool new_rules(rung_scores *scores, size_t index, size_t rows)
{
  const size_t count = scores->model->readings[index].count;

  scores->rule[index] = rung__array_new(count, sizeof **scores->rule);
  for (size_t i = 0; scores->rule[index] != NULL && i < count; i++) {
    if (!new_rule(&scores->rule[index][i], rows)) return false;
  }
  return scores->rule[index] != NULL;
}

static bool new_columns(rung_scores *scores, size_t rows)
{
  const rung_model *model = scores->model;

  scores->measure = rung__array_new(model->measure_count, sizeof *scores->measure);
  scores->rule = rung__array_new(model->reading_count, sizeof *scores->rule);
  scores->flag = rung__array_new(model->flag_count, sizeof *scores->flag);
  if (scores->measure == NULL || scores->rule == NULL || scores->flag == NULL) return false;
  for (size_t i = 0; i < model->measure_count; i++) {
    if (!new_measure(&scores->measure[i], rows)) return false;
  }
  for (size_t i = 0; i < model->reading_count; i++) {
    if (!new_rules(scores, i, rows)) return false;
  }
  for (size_t i = 0; i < model->flag_count; i++) {
    scores->flag[i] = rung__array_new(rows, sizeof **scores->flag);
    if (scores->flag[i] == NULL) return false;
  }
  return true;
}

/* Makes room for a block. The earlier results go only once the new room is there. */
static rung_status reserve(rung_scores *scores, size_t rows, rung_error *error)
{
  rung_scores grown = *scores;

  if (rows <= scores->capacity) return RUNG_OK;
  grown.measure = NULL;
  grown.rule = NULL;
  grown.flag = NULL;
  if (!new_columns(&grown, rows) ||
      (scores->flips != NULL &&
       !rung__flips_reserve(scores->flips, scores->model->reading_count, rows))) {
    free_columns(&grown);
    return rung__fail_memory(error);
  }
  free_columns(scores);
  scores->measure = grown.measure;
  scores->rule = grown.rule;
  scores->flag = grown.flag;
  scores->capacity = rows;
  return RUNG_OK;
}

rung_status rung_scores_new(const rung_model *model, const rung_settings *settings,
                            rung_scores **out, rung_error *error)
{
  if (out == NULL) return rung__fail(error, RUNG_E_ARGUMENT, "out is NULL");
  *out = NULL;
  if (model == NULL) return rung__fail(error, RUNG_E_ARGUMENT, "model is NULL");
  rung_scores *scores = rung__array_new(1, sizeof *scores);
  if (scores == NULL) return rung__fail_memory(error);
  scores->model = rung__model_share(model);
  scores->strict = rung__is_on(settings, RUNG_SETTING_STRICT);
  scores->person_levels = rung__is_on(settings, RUNG_SETTING_PERSON_LEVELS) || !model->people;
  scores->room = rung__room_new(model);
  const bool sensitive = rung__is_on(settings, RUNG_SETTING_SENSITIVITY);
  if (sensitive) scores->flips = rung__flips_new(model);
  if (scores->room == NULL || (sensitive && scores->flips == NULL) ||
      reserve(scores, RUNG__BLOCK, error) != RUNG_OK) {
    rung_scores_free(scores);
    return rung__fail_memory(error);
  }
  *out = scores;
  return RUNG_OK;
}

void rung_scores_free(rung_scores *scores)
{
  if (scores == NULL) return;
  free_columns(scores);
  rung__priors_free(scores);
  rung__flips_free(scores->flips, scores->model->reading_count);
  rung__room_free(scores->room);
  rung__model_release(scores->answered);
  rung__model_release(scores->model);
  free(scores);
}

static size_t smaller(size_t a, size_t b)
{
  return a < b ? a : b;
}

/* In strict mode a block is read once before anything is overwritten. */
static rung_status check_strictly(rung_scores *scores, const rung_answers *answers, size_t first,
                                  size_t count, rung_error *error)
{
  for (size_t done = 0; scores->strict && done < count; done += RUNG__BLOCK) {
    TRY(rung__cells_fill(&scores->room->cells, answers, first + done,
                         smaller(RUNG__BLOCK, count - done), true, error));
  }
  return RUNG_OK;
}

rung_status rung__scores_range(rung_scores *scores, const rung_answers *answers, size_t first,
                               size_t count, rung_error *error)
{
  TRY(check_strictly(scores, answers, first, count, error));
  TRY(reserve(scores, count, error));
  for (size_t done = 0; done < count; done += RUNG__BLOCK) {
    const size_t tile = smaller(RUNG__BLOCK, count - done);
    TRY(rung__cells_fill(&scores->room->cells, answers, first + done, tile, scores->strict, error));
    rung__evaluate(scores, done, tile);
  }
  scores->rows = count;
  scores->first_row = answers->first_row + (int64_t)first;
  rung__model_release(scores->answered);
  scores->answered = rung__model_share(answers->model);
  scores->stamp = answers->stamp;
  return RUNG_OK;
}

rung_status rung_scores_compute(rung_scores *scores, const rung_answers *answers, rung_error *error)
{
  size_t rows;

  if (scores == NULL) return rung__fail(error, RUNG_E_ARGUMENT, "scores is NULL");
  if (answers == NULL) return rung__fail(error, RUNG_E_ARGUMENT, "answers is NULL");
  if (memcmp(answers->model->digest, scores->model->digest, sizeof scores->model->digest) != 0) {
    return rung__fail(
        error, RUNG_E_MISMATCH,
        "the answers are to the model '%s' %s, the workspace is of '%s' %s; make both "
        "from one model",
        answers->model->id, answers->model->version, scores->model->id, scores->model->version);
  }
  TRY(rung__answers_length(answers, &rows, error));
  TRY(rung__answers_check(answers, rows, error));
  return rung__scores_range(scores, answers, 0, rows, error);
}
