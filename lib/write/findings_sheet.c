/* Findings as the writers see them: figures, levels and titles.
 * SPDX-License-Identifier: Apache-2.0 */
#include "write/findings_sheet.h"

#include <string.h>

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

bool rung__same_cut(const struct rung__sheet *sheet, size_t a, size_t b)
{
  const rung_findings *findings = sheet->findings;
  if ((a < sheet->first_unit) != (b < sheet->first_unit)) return false;
  const size_t count = rung_findings_key_count(findings, a);
  if (count != rung_findings_key_count(findings, b)) return false;
  for (size_t i = 0; i < count; i++)
    if (strcmp(rung_findings_key_column(findings, a, i),
               rung_findings_key_column(findings, b, i)) != 0)
      return false;
  return true;
}

const char *rung__findings_title(const struct rung__sheet *sheet)
{
  return rung__localised(&sheet->model->title, sheet->language, sheet->model->id);
}

const char *rung__flip_term_of(const struct rung__sheet *sheet, size_t row, size_t reading)
{
  const double place = rung__figure(sheet, RUNG_TABLE_READING, row, RUNG_FIGURE_FLIP_TERM);
  if (place != place) return NULL;
  return rung__term_id(sheet->model, sheet->model->readings[reading].measure, (size_t)place);
}
