/* Writing the rows of a block: fetches the columns and hands them to the writer of the format.
 * SPDX-License-Identifier: Apache-2.0 */
#include "write/scores_sheet.h"

#include "score/prior.h"

static rung_status take_bytes(struct rung__scores_sheet *sheet, uint8_t **out, rung_error *error)
{
  *out = rung__arena_take(&sheet->arena, sheet->rows, sizeof **out);
  return *out ? RUNG_OK : rung__fail_memory(error);
}

static rung_status take_levels(struct rung__scores_sheet *sheet, int8_t **out, rung_error *error)
{
  *out = rung__arena_take(&sheet->arena, sheet->rows, sizeof **out);
  return *out ? RUNG_OK : rung__fail_memory(error);
}

static rung_status take_numbers(struct rung__scores_sheet *sheet, double **out, rung_error *error)
{
  *out = rung__arena_take(&sheet->arena, sheet->rows, sizeof **out);
  return *out ? RUNG_OK : rung__fail_memory(error);
}

static rung_status fetch_measure(const rung_scores *scores, struct rung__scores_sheet *sheet,
                                 size_t measure, rung_error *error)
{
  struct rung__measure_cells *cells = &sheet->measure[measure];
  const struct {
    rung_score_figure figure;
    double **out;
  } columns[] = {{RUNG_SCORE_VALUE, &cells->value},
                 {RUNG_SCORE_LOWEST, &cells->lowest},
                 {RUNG_SCORE_HIGHEST, &cells->highest},
                 {RUNG_SCORE_COVERAGE, &cells->coverage}};
  for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
    TRY(take_numbers(sheet, columns[i].out, error));
    TRY(rung_scores_measure(scores, measure, columns[i].figure, *columns[i].out, sheet->rows));
  }
  TRY(take_bytes(sheet, &cells->state, error));
  return rung_scores_measure_state(scores, measure, cells->state, sheet->rows);
}

static rung_status fetch_rule(const rung_scores *scores, struct rung__scores_sheet *sheet,
                              size_t reading, size_t rule, rung_error *error)
{
  struct rung__rule_cells *cells = &sheet->rule[reading][rule];
  const struct {
    rung_level_figure figure;
    int8_t **out;
  } columns[] = {{RUNG_LEVEL_STATED, &cells->stated},
                 {RUNG_LEVEL_REACHED, &cells->reached},
                 {RUNG_LEVEL_LOWEST, &cells->lowest},
                 {RUNG_LEVEL_HIGHEST, &cells->highest}};
  for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
    TRY(take_levels(sheet, columns[i].out, error));
    TRY(rung_scores_levels(scores, reading, rule, columns[i].figure, *columns[i].out, sheet->rows));
  }
  TRY(take_bytes(sheet, &cells->state, error));
  TRY(take_bytes(sheet, &cells->marks, error));
  return rung_scores_level_state(scores, reading, rule, cells->state, cells->marks, sheet->rows);
}

static rung_status fetch_reading(const rung_scores *scores, struct rung__scores_sheet *sheet,
                                 size_t reading, rung_error *error)
{
  const size_t count = sheet->model->readings[reading].count;
  sheet->rule[reading] = rung__arena_take(&sheet->arena, count, sizeof **sheet->rule);
  if (!sheet->rule[reading]) return rung__fail_memory(error);
  for (size_t rule = 0; rule < count; rule++)
    TRY(fetch_rule(scores, sheet, reading, rule, error));
  return RUNG_OK;
}

static rung_status fetch_flips(const rung_scores *scores, struct rung__scores_sheet *sheet,
                               rung_error *error)
{
  const size_t readings = sheet->model->reading_count;
  if (scores->flips == NULL) return RUNG_OK;
  sheet->flip = rung__arena_take(&sheet->arena, readings, sizeof *sheet->flip);
  if (!sheet->flip) return rung__fail_memory(error);
  for (size_t reading = 0; reading < readings; reading++) {
    for (int figure = 0; figure < RUNG__FLIP_FIGURES; figure++) {
      double **out = &sheet->flip[reading].figure[figure];
      TRY(take_numbers(sheet, out, error));
      TRY(rung_scores_flip(scores, reading, (rung_flip_figure)figure, *out, sheet->rows));
    }
  }
  return RUNG_OK;
}

static rung_status fetch_chances(const rung_scores *scores, struct rung__scores_sheet *sheet,
                                 rung_error *error)
{
  const rung_model *model = sheet->model;
  if (scores->prior == NULL) return RUNG_OK;
  sheet->chance = rung__arena_take(&sheet->arena, model->reading_count, sizeof *sheet->chance);
  if (!sheet->chance) return rung__fail_memory(error);
  for (size_t reading = 0; reading < model->reading_count; reading++) {
    const size_t levels = model->ladders[model->readings[reading].ladder].count;
    if (!scores->prior[reading].name) continue;
    double *chance = rung__arena_take(&sheet->arena, sheet->rows * levels, sizeof *chance);
    if (!chance) return rung__fail_memory(error);
    TRY(rung_scores_chances(scores, reading, chance, sheet->rows * levels));
    sheet->chance[reading] = chance;
  }
  return RUNG_OK;
}

rung_status rung__scores_sheet(const rung_scores *scores, struct rung__scores_sheet *sheet,
                               rung_error *error)
{
  const rung_model *model = scores->model;
  sheet->scores = scores;
  sheet->model = model;
  sheet->rows = rung_scores_rows(scores);
  sheet->first_row = scores->first_row;
  sheet->measure = rung__arena_take(&sheet->arena, model->measure_count, sizeof *sheet->measure);
  sheet->rule = rung__arena_take(&sheet->arena, model->reading_count, sizeof *sheet->rule);
  sheet->flag = rung__arena_take(&sheet->arena, model->flag_count, sizeof *sheet->flag);
  if (!sheet->measure || !sheet->rule || !sheet->flag) return rung__fail_memory(error);
  for (size_t i = 0; i < model->measure_count; i++)
    TRY(fetch_measure(scores, sheet, i, error));
  for (size_t i = 0; i < model->reading_count; i++)
    TRY(fetch_reading(scores, sheet, i, error));
  TRY(fetch_flips(scores, sheet, error));
  TRY(fetch_chances(scores, sheet, error));
  for (size_t i = 0; i < model->flag_count; i++) {
    TRY(take_levels(sheet, &sheet->flag[i], error));
    TRY(rung_scores_flag(scores, i, sheet->flag[i], sheet->rows));
  }
  return RUNG_OK;
}

void rung__scores_sheet_release(struct rung__scores_sheet *sheet)
{
  rung__arena_free(&sheet->arena);
}

const char *rung__level_id(const rung_model *model, size_t reading, int level)
{
  if (level < 0) return NULL;
  return model->ladders[model->readings[reading].ladder].level[level].id;
}

const char *rung__flip_term(const struct rung__scores_sheet *sheet, size_t reading, size_t row)
{
  const double place = sheet->flip[reading].figure[RUNG_FLIP_WEIGHT_TERM][row];
  if (place != place) return NULL;
  return rung__term_id(sheet->model, sheet->model->readings[reading].measure, (size_t)place);
}

const char *rung__flip_level(const struct rung__scores_sheet *sheet, size_t reading, size_t row)
{
  const double level = sheet->flip[reading].figure[RUNG_FLIP_CUT_LEVEL][row];
  const int8_t *stated = sheet->model->ladders[sheet->model->readings[reading].ladder].stated;
  return level >= 0 ? rung__level_id(sheet->model, reading, stated[(size_t)level]) : NULL;
}

double rung__row_gap(const struct rung__scores_sheet *sheet, size_t pair, size_t row)
{
  const struct rung__pair *of = &sheet->model->pairs[pair];
  const int64_t said = sheet->scores->measure[of->said].score[row];
  const int64_t done = sheet->scores->measure[of->done].score[row];
  const bool missing = said == RUNG__NO_SCORE || done == RUNG__NO_SCORE;
  return rung__grid_double(missing ? RUNG__NO_SCORE : done - said);
}

rung_status rung_scores_write(const rung_scores *scores, rung_format format, rung_bytes **out,
                              rung_error *error)
{
  if (!out) return rung__fail(error, RUNG_E_ARGUMENT, "out is NULL");
  *out = NULL;
  if (!scores) return rung__fail(error, RUNG_E_ARGUMENT, "scores is NULL");
  void (*const writers[])(const struct rung__scores_sheet *, struct rung__buffer *) = {
      rung__scores_table, rung__scores_csv, rung__scores_json};
  if ((unsigned)format >= sizeof writers / sizeof *writers)
    return rung__fail(error, RUNG_E_ARGUMENT, "format %d is none: table 0, CSV 1, JSON 2",
                      (int)format);
  struct rung__scores_sheet sheet = {0};
  struct rung__buffer buffer = {0};
  rung_status status = rung__scores_sheet(scores, &sheet, error);
  if (status == RUNG_OK) {
    writers[format](&sheet, &buffer);
    status = rung__bytes_of(&buffer, out, error);
  }
  rung__scores_sheet_release(&sheet);
  return status;
}
