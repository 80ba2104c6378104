/* Numbers: elements of a caller's column become numbers on the grid, or kinds of absence.
 * SPDX-License-Identifier: Apache-2.0 */
#include "answers/numbers.h"

#include <math.h>

#include "base/column.h"

/* A cell of numbers. A day is a whole number of days; 0.5 of one is none. */
static int8_t read_number(const struct rung__item *item, double value, int64_t *number)
{
  if (isnan(value)) return RUNG__ABSENT(RUNG_ABSENT_SKIPPED);
  if (!rung__grid_of(value, number)) return RUNG__UNKNOWN_ANSWER;
  return rung__item_code(item, *number);
}

static int8_t read_text(const struct rung__item *item, struct rung__slice text, int64_t *number)
{
  if (rung__trim(text).length == 0) return RUNG__ABSENT(RUNG_ABSENT_SKIPPED);
  return rung__item_match(item, text, number);
}

int8_t rung__number_cell(const struct rung__item *item, const rung_column *column, size_t row,
                         int64_t *number)
{
  struct rung__slice text;

  if (!rung__column_is_text(column)) {
    return read_number(item, rung__column_number(column, row), number);
  }
  if (!rung__column_text(column, row, &text)) return RUNG__UNKNOWN_ANSWER;
  return read_text(item, text, number);
}

static int8_t read_cell(const struct rung__item *item, const rung_column *column, size_t row,
                        int64_t *number)
{
  const rung_column *value = rung__column_value(column, &row);

  if (value == NULL) return RUNG__ABSENT(RUNG_ABSENT_SKIPPED);
  if (column->type == RUNG__TYPE_DICTIONARY) {
    const struct rung__dictionary *dictionary = column->data;
    *number = dictionary->number[row];
    return dictionary->code[row];
  }
  return rung__number_cell(item, value, row, number);
}

static rung_status code_bound(const rung_answers *answers, const struct rung__rows *rows,
                              struct rung__coded out, rung_error *error)
{
  const struct rung__item *item = &answers->model->items[rows->item];
  const rung_column *column = &answers->item[rows->item].column;

  for (size_t i = 0; i < rows->count; i++) {
    const size_t row = rows->first + i;
    out.number[i] = 0;
    out.code[i] = read_cell(item, column, row, &out.number[i]);
    if (out.code[i] != RUNG__UNKNOWN_ANSWER) continue;
    if (rows->strict) return rung__refuse_answer(answers, rows->item, row, error);
    out.code[i] = RUNG__ABSENT(RUNG_ABSENT_INVALID);
  }
  return RUNG_OK;
}

rung_status rung__answers_numbers(const rung_answers *answers, const struct rung__rows *rows,
                                  struct rung__coded out, rung_error *error)
{
  if (answers->coded == NULL && answers->item[rows->item].name != NULL) {
    return code_bound(answers, rows, out, error);
  }
  TRY(rung__answers_item(answers, rows->item, rows->first, rows->count, rows->strict, out.code,
                         error));
  const int64_t *number = answers->numbers == NULL ? NULL : answers->numbers[rows->item];
  for (size_t i = 0; i < rows->count; i++)
    out.number[i] = number == NULL ? 0 : number[rows->first + i];
  return RUNG_OK;
}
