/* Rows as CSV: one line a row, and a header above row 1.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Columns: row; a measure as ID, ID.state, ID.coverage, ID.lowest, ID.highest, ID.marks; a reading
 * as ID.level, ID.level.state, ID.level.marks, ID.level.by.RULE for each of its rules and, where flips
 * are asked for, ID.flip.cut, ID.flip.level, ID.flip.weight, ID.flip.term and,
 * where a population is told, ID.probability.LEVEL; a flag
 * as ID.flag; a pair as ID.said, ID.done, ID.gap, or ID.inside, ID.outside, ID.gap. A reading often
 * bears the id of its measure: `level` keeps their columns apart. Cells are numbers, ids and words
 * of this library, so that none can be taken for a formula. */
#include "write/marks.h"
#include "write/scores_sheet.h"

static void put_names(struct rung__buffer *buffer, const char *id, const char *const *endings)
{
  for (; *endings; endings++)
    rung__put_format(buffer, ",%s%s", id, *endings);
}

static void put_chance_names(const struct rung__scores_sheet *sheet, struct rung__buffer *buffer,
                             size_t index)
{
  const struct rung__reading *reading = &sheet->model->readings[index];
  const struct rung__ladder *ladder = &sheet->model->ladders[reading->ladder];
  if (!sheet->chance || !sheet->chance[index]) return;
  for (size_t i = 0; i < ladder->count; i++)
    rung__put_format(buffer, ",%s.probability.%s", reading->id, ladder->level[i].id);
}

static void put_header(const struct rung__scores_sheet *sheet, struct rung__buffer *buffer)
{
  const rung_model *model = sheet->model;
  static const char *const of_flip[] = {".flip.cut", ".flip.level", ".flip.weight", ".flip.term",
                                        NULL};
  static const char *const of_measure[] = {"",         ".state", ".coverage", ".lowest",
                                           ".highest", ".marks", NULL};
  static const char *const of_reading[] = {".level", ".level.state", ".level.marks", NULL};
  rung__put_text(buffer, "row");
  for (size_t i = 0; i < model->measure_count; i++)
    put_names(buffer, model->measures[i].id, of_measure);
  for (size_t i = 0; i < model->reading_count; i++) {
    const struct rung__reading *reading = &model->readings[i];
    put_names(buffer, reading->id, of_reading);
    for (size_t k = 0; k < reading->count; k++)
      rung__put_format(buffer, ",%s.level.by.%s", reading->id, reading->rule[k].id);
    if (sheet->flip) put_names(buffer, reading->id, of_flip);
    put_chance_names(sheet, buffer, i);
  }
  for (size_t i = 0; i < model->flag_count; i++)
    rung__put_format(buffer, ",%s.flag", model->flags[i].id);
  for (size_t i = 0; i < model->pair_count; i++) {
    const struct rung__pair *pair = &model->pairs[i];
    rung__put_format(buffer, ",%s.%s,%s.%s,%s.gap", pair->id, rung__first_side(pair), pair->id,
                     rung__second_side(pair), pair->id);
  }
  rung__put_byte(buffer, '\n');
}

static void put_text(struct rung__buffer *buffer, const char *text)
{
  rung__put_byte(buffer, ',');
  if (text) rung__put_text(buffer, text);
}

static void put_number(struct rung__buffer *buffer, double value)
{
  rung__put_byte(buffer, ',');
  if (value == value) rung__put_number(buffer, value);
}

static void put_reading(const struct rung__scores_sheet *sheet, struct rung__buffer *buffer,
                        size_t index, size_t row)
{
  const struct rung__reading *reading = &sheet->model->readings[index];
  const struct rung__rule_cells *primary = &sheet->rule[index][reading->primary];
  put_text(buffer, rung__level_id(sheet->model, index, primary->stated[row]));
  put_text(buffer, rung_state_name(primary->state[row]));
  rung__put_byte(buffer, ',');
  rung__put_marks(buffer, primary->marks[row]);
  for (size_t i = 0; i < reading->count; i++)
    put_text(buffer, rung__level_id(sheet->model, index, sheet->rule[index][i].stated[row]));
}

static void put_flip(const struct rung__scores_sheet *sheet, struct rung__buffer *buffer,
                     size_t index, size_t row)
{
  if (!sheet->flip) return;
  put_number(buffer, sheet->flip[index].figure[RUNG_FLIP_CUT][row]);
  put_text(buffer, rung__flip_level(sheet, index, row));
  put_number(buffer, sheet->flip[index].figure[RUNG_FLIP_WEIGHT][row]);
  put_text(buffer, rung__flip_term(sheet, index, row));
}

static void put_chances(const struct rung__scores_sheet *sheet, struct rung__buffer *buffer,
                        size_t index, size_t row)
{
  const size_t count = sheet->model->ladders[sheet->model->readings[index].ladder].count;
  if (!sheet->chance || !sheet->chance[index]) return;
  for (size_t i = 0; i < count; i++)
    put_number(buffer, sheet->chance[index][row * count + i]);
}

static void put_row(const struct rung__scores_sheet *sheet, struct rung__buffer *buffer, size_t row)
{
  const rung_model *model = sheet->model;
  rung__put_number(buffer, (double)(sheet->first_row + (int64_t)row));
  for (size_t i = 0; i < model->measure_count; i++) {
    const struct rung__measure_cells *cells = &sheet->measure[i];
    put_number(buffer, cells->value[row]);
    put_text(buffer, rung_state_name(cells->state[row]));
    put_number(buffer, cells->coverage[row]);
    put_number(buffer, cells->lowest[row]);
    put_number(buffer, cells->highest[row]);
    rung__put_byte(buffer, ',');
    rung__put_marks(buffer, rung__measure_marks(&model->measures[i]));
  }
  for (size_t i = 0; i < model->reading_count; i++) {
    put_reading(sheet, buffer, i, row);
    put_flip(sheet, buffer, i, row);
    put_chances(sheet, buffer, i, row);
  }
  for (size_t i = 0; i < model->flag_count; i++) {
    const int8_t flag = sheet->flag[i][row];
    put_text(buffer, flag < 0 ? NULL : flag ? "true" : "false");
  }
  for (size_t i = 0; i < model->pair_count; i++) {
    put_number(buffer, sheet->measure[model->pairs[i].said].value[row]);
    put_number(buffer, sheet->measure[model->pairs[i].done].value[row]);
    put_number(buffer, rung__row_gap(sheet, i, row));
  }
  rung__put_byte(buffer, '\n');
}

void rung__scores_csv(const struct rung__scores_sheet *sheet, struct rung__buffer *buffer)
{
  if (sheet->first_row <= 1) put_header(sheet, buffer);
  for (size_t row = 0; row < sheet->rows; row++)
    put_row(sheet, buffer, row);
}
