/* Findings as the writers see them: rows stand in the order group, part, rule or level.
 * SPDX-License-Identifier: Apache-2.0 */
#include "write/findings_sheet.h"

const char *const rung__disclosure_note = "Complementary suppression is not done yet: a hidden "
                                          "figure may follow from the others. Do not "
                                          "publish crossing cuts together.";

static size_t rules_before(const rung_model *model, size_t reading)
{
  size_t count = 0;
  for (size_t i = 0; i < reading; i++)
    count += model->readings[i].count;
  return count;
}

static size_t levels_before(const rung_model *model, size_t reading)
{
  size_t count = 0;
  for (size_t i = 0; i < reading; i++)
    count += model->ladders[model->readings[i].ladder].count;
  return count;
}

size_t rung__row_of(const struct rung__sheet *sheet, rung_table table, size_t group, size_t part,
                    size_t sub)
{
  const rung_model *model = sheet->model;
  switch (table) {
  case RUNG_TABLE_MEASURE: return group * model->measure_count + part;
  case RUNG_TABLE_READING: return group * model->reading_count + part;
  case RUNG_TABLE_RULE: return group * sheet->rules + rules_before(model, part) + sub;
  case RUNG_TABLE_LEVEL: return group * sheet->levels + levels_before(model, part) + sub;
  case RUNG_TABLE_ITEM: return group * model->item_count + part;
  case RUNG_TABLE_FLAG: return group * model->flag_count + part;
  case RUNG_TABLE_PAIR: return group * model->pair_count + part;
  case RUNG_TABLE_GROUP: break;
  }
  return group;
}

double rung__figure(const struct rung__sheet *sheet, rung_table table, size_t row,
                    rung_figure figure)
{
  return rung_findings_number(sheet->findings, table, row, figure);
}

int rung__figure_level(const struct rung__sheet *sheet, rung_table table, size_t row,
                       rung_figure figure)
{
  const double level = rung__figure(sheet, table, row, figure);
  return level >= 0 && level < RUNG__LEVELS_MAX ? (int)level : RUNG__NONE;
}

const char *rung__ladder_level(const struct rung__sheet *sheet, size_t reading, int level)
{
  if (level < 0) return NULL;
  return sheet->model->ladders[sheet->model->readings[reading].ladder].level[level].id;
}

const char *rung__findings_title(const struct rung__sheet *sheet)
{
  return rung__localised(&sheet->model->title, sheet->language, sheet->model->id);
}
