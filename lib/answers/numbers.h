/* Numbers: the answers to items on a range or on dates, as numbers on the grid.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_ANSWERS_NUMBERS_H
#define RUNG_ANSWERS_NUMBERS_H

#include "answers/answers.h"

/* [row]: 0 or RUNG__ABSENT(kind); and where there is an answer, its number on the grid. */
struct rung__coded {
  int8_t *code;
  int64_t *number;
};

/* What a cell that has a value means to an item of numbers or dates: 0 and its number, an absence,
 * or RUNG__UNKNOWN_ANSWER. */
int8_t rung__number_cell(const struct rung__item *item, const rung_column *column, size_t row,
                         int64_t *number);
/* Codes rows of an item of numbers or dates, as rung__answers_item does others. */
rung_status rung__answers_numbers(const rung_answers *answers, const struct rung__rows *rows,
                                  struct rung__coded out, rung_error *error);

#endif
