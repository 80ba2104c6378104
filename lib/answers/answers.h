/* A block of answers, from whatever columns, as bytes per item.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_ANSWERS_ANSWERS_H
#define RUNG_ANSWERS_ANSWERS_H

#include <rung/answers.h>

#include "base/column.h"
#include "model/model.h"

#define RUNG__BLOCK 1024

/* What a bound column needs beside the caller's arrays. */
struct rung__kept {
  struct rung__dictionary dictionary;
  struct rung__views views; /* of the column, or of the dictionary's values */
  uint8_t *validity;        /* where two bitmaps were put into one */
  int8_t *code;             /* what the dictionary points to */
  int64_t *number;
};

/* A column under a name. */
struct rung__bound {
  char *name;
  rung_column column;
  struct rung__kept *kept; /* or NULL */
};

struct rung_answers {
  const rung_model *model;
  uint64_t stamp;           /* anew with every binding and every block that is taken */
  int64_t first_row;        /* number of row 0 among all rows, from 1; rows of a reader count on */
  int64_t rows;             /* of a reader's block; bound blocks take it from their columns */
  struct rung__bound *item; /* [item]; name NULL where not bound */
  const int8_t *const *coded; /* [item]: a reader's bytes, NULL where the item has no column; NULL
                                 for a bound block */
  const int64_t *const *numbers; /* [item]: a reader's numbers on the grid, of items that have them;
                                    NULL for a bound block */
  const int64_t *unknown; /* [item]: a reader's first row in the block whose answer matched nothing,
                             -1 where none; NULL for a bound block */
  size_t group_count, group_capacity;
  struct rung__bound *group;
  struct rung__bound weight; /* name NULL where not bound */
};

/* Frees what was kept; NULL is none. */
void rung__kept_free(struct rung__kept *kept);
/* Refuses what no block, role or name can be; gives the place of an item's name. */
rung_status rung__answers_place(const rung_answers *answers, rung_role role, const char *name,
                                size_t *item, rung_error *error);
/* Refuses a column that cannot be read, or not in this role; `why` is what speaks against it, or
 * NULL. */
rung_status rung__answers_fit(const rung_column *column, rung_role role, const char *name,
                              const char *why, rung_error *error);
/* Binds a column, and takes what it keeps, to a place; NULL unbinds. */
rung_status rung__answers_put(rung_answers *answers, rung_role role, const char *name, size_t item,
                              const struct rung__bound *with, rung_error *error);
/* Checks that the columns are of one length and gives it. RUNG_E_ANSWERS. */
rung_status rung__answers_length(const rung_answers *answers, size_t *rows, rung_error *error);
/* Checks what coding may stumble over: text columns whose offsets cannot be. RUNG_E_ANSWERS. After
 * this only a strict reading of an item can fail. */
rung_status rung__answers_check(const rung_answers *answers, size_t rows, rung_error *error);
/* Codes rows [first, first + count) of an item of points (see answers/numbers.h for others): an answer's index or RUNG__ABSENT(kind) a row;
 * RUNG_ABSENT_NOT_ASKED where it has no column or no answers of its own (a text). In strict mode an
 * answer off its scale fails with its row (numbered from 1 by first_row) and column name. */
rung_status rung__answers_item(const rung_answers *answers, size_t item, size_t first, size_t count,
                               bool strict, int8_t *out, rung_error *error);
/* Weights of rows [first, first + count) in units of 2^-40; RUNG__WEIGHT_ONE each where none is
 * bound. RUNG_E_ANSWERS with the row for a bad one. */
rung_status rung__answers_weights(const rung_answers *answers, size_t first, size_t count,
                                  uint64_t *out, rung_error *error);
/* Finds a bound group column. RUNG_E_ANSWERS, saying which are bound, where there is none. */
rung_status rung__answers_group(const rung_answers *answers, const char *name,
                                const rung_column **column, rung_error *error);
/* The label of a row of a group column; false where it is absent (null, or empty after trimming).
 * Whole numbers are written in decimal into `scratch`. */
bool rung__answers_label(const rung_column *column, size_t row, char scratch[32],
                         struct rung__slice *label);

/* Some rows of an item. */
struct rung__rows {
  size_t item, first, count;
  bool strict;
};

/* What a cell that has a value means to an item of points: an answer, an absence, or
 * RUNG__UNKNOWN_ANSWER. */
int8_t rung__code_cell(const struct rung__item *item, const rung_column *column, size_t row);

/* Refuses what stands in a row of an item's column: what was found, and what was expected. */
rung_status rung__refuse_answer(const rung_answers *answers, size_t item, size_t row,
                                rung_error *error);

#endif
