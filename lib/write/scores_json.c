/* Rows as JSON: one object a line, a comma before each but row 1.
 * SPDX-License-Identifier: Apache-2.0 */
#include "score/prior.h"
#include "write/json_out.h"
#include "write/marks.h"
#include "write/scores_sheet.h"

static void put_measure(struct rung__json_out *json, const struct rung__measure *measure,
                        const struct rung__measure_cells *cells, size_t row)
{
  rung__emit_open(json, measure->id, '{');
  rung__emit_number(json, "score", cells->value[row]);
  rung__emit_text(json, "state", rung_state_name(cells->state[row]));
  rung__emit_number(json, "coverage", cells->coverage[row]);
  rung__emit_number(json, "lowest", cells->lowest[row]);
  rung__emit_number(json, "highest", cells->highest[row]);
  rung__emit_truth(json, "exact", measure->exact_range);
  rung__emit_marks(json, rung__measure_marks(measure));
  rung__emit_close(json, '}');
}

static void put_level(struct rung__json_out *json, const struct rung__scores_sheet *sheet,
                      size_t reading, size_t rule, size_t row)
{
  const struct rung__rule_cells *cells = &sheet->rule[reading][rule];
  rung__emit_text(json, "level", rung__level_id(sheet->model, reading, cells->stated[row]));
  rung__emit_text(json, "state", rung_state_name(cells->state[row]));
  rung__emit_marks(json, cells->marks[row]);
  if (cells->marks[row] & RUNG_MARK_VISITING)
    rung__emit_text(json, "visits", rung__level_id(sheet->model, reading, cells->reached[row]));
}

/* How near another level is. */
static void put_flip(struct rung__json_out *json, const struct rung__scores_sheet *sheet,
                     size_t index, size_t row)
{
  if (!sheet->flip) return;
  double *const *figure = sheet->flip[index].figure;
  rung__emit_open(json, "flip", '{');
  rung__emit_number(json, "cut", figure[RUNG_FLIP_CUT][row]);
  rung__emit_text(json, "level", rung__flip_level(sheet, index, row));
  rung__emit_number(json, "weight", figure[RUNG_FLIP_WEIGHT][row]);
  rung__emit_text(json, "term", rung__flip_term(sheet, index, row));
  rung__emit_close(json, '}');
}

/* How probable each level is for one of the population that is named. */
static void put_chances(struct rung__json_out *json, const struct rung__scores_sheet *sheet,
                        size_t index, size_t row)
{
  const struct rung__ladder *ladder = &sheet->model->ladders[sheet->model->readings[index].ladder];
  if (!sheet->chance || !sheet->chance[index]) return;
  rung__emit_text(json, "population", sheet->scores->prior[index].name);
  rung__emit_open(json, "probabilities", '{');
  for (size_t i = 0; i < ladder->count; i++)
    rung__emit_number(json, ladder->level[i].id, sheet->chance[index][row * ladder->count + i]);
  rung__emit_close(json, '}');
}

static void put_reading(struct rung__json_out *json, const struct rung__scores_sheet *sheet,
                        size_t index, size_t row)
{
  const struct rung__reading *reading = &sheet->model->readings[index];
  const struct rung__rule_cells *primary = &sheet->rule[index][reading->primary];
  rung__emit_open(json, reading->id, '{');
  put_level(json, sheet, index, reading->primary, row);
  rung__emit_number(json, "coverage", sheet->measure[reading->measure].coverage[row]);
  rung__emit_text(json, "lowest", rung__level_id(sheet->model, index, primary->lowest[row]));
  rung__emit_text(json, "highest", rung__level_id(sheet->model, index, primary->highest[row]));
  put_flip(json, sheet, index, row);
  put_chances(json, sheet, index, row);
  rung__emit_open(json, "rules", '{');
  for (size_t i = 0; i < reading->count; i++) {
    rung__emit_open(json, reading->rule[i].id, '{');
    put_level(json, sheet, index, i, row);
    rung__emit_close(json, '}');
  }
  rung__emit_close(json, '}');
  rung__emit_close(json, '}');
}

static void put_pair(struct rung__json_out *json, const struct rung__scores_sheet *sheet,
                     size_t index, size_t row)
{
  const struct rung__pair *pair = &sheet->model->pairs[index];
  rung__emit_open(json, pair->id, '{');
  rung__emit_number(json, rung__first_side(pair), sheet->measure[pair->said].value[row]);
  rung__emit_number(json, rung__second_side(pair), sheet->measure[pair->done].value[row]);
  rung__emit_number(json, "gap", rung__row_gap(sheet, index, row));
  rung__emit_close(json, '}');
}

static void put_row(struct rung__json_out *json, const struct rung__scores_sheet *sheet, size_t row)
{
  const rung_model *model = sheet->model;
  rung__emit_open(json, NULL, '{');
  rung__emit_number(json, "row", (double)(sheet->first_row + (int64_t)row));
  rung__emit_open(json, "measures", '{');
  for (size_t i = 0; i < model->measure_count; i++)
    put_measure(json, &model->measures[i], &sheet->measure[i], row);
  rung__emit_close(json, '}');
  rung__emit_open(json, "readings", '{');
  for (size_t i = 0; i < model->reading_count; i++)
    put_reading(json, sheet, i, row);
  rung__emit_close(json, '}');
  rung__emit_open(json, "flags", '{');
  for (size_t i = 0; i < model->flag_count; i++)
    rung__emit_truth(json, model->flags[i].id, sheet->flag[i][row]);
  rung__emit_close(json, '}');
  rung__emit_open(json, "pairs", '{');
  for (size_t i = 0; i < model->pair_count; i++)
    put_pair(json, sheet, i, row);
  rung__emit_close(json, '}');
  rung__emit_close(json, '}');
}

void rung__scores_json(const struct rung__scores_sheet *sheet, struct rung__buffer *buffer)
{
  struct rung__json_out json = {.buffer = buffer, .comma = sheet->first_row > 1};
  for (size_t row = 0; row < sheet->rows; row++) {
    rung__emit_line(&json);
    put_row(&json, sheet, row);
  }
}
