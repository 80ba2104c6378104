/* Findings as the writers see them: figures, levels and titles.
 * SPDX-License-Identifier: Apache-2.0 */
#include "write/findings_sheet.h"

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
