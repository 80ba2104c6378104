/* Cells: some rows of answers, coded and held against the model's blocks.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_SCORE_CELLS_H
#define RUNG_SCORE_CELLS_H

#include "answers/answers.h"

struct rung__cells {
  const rung_model *model;
  int8_t *bytes;       /* [item][RUNG__BLOCK] */
  const int8_t **code; /* [item] into them: an answer's index, or RUNG__ABSENT(kind) */
  int64_t *room;       /* [number][2][RUNG__BLOCK] */
  int64_t **raw;       /* [item]: numbers as they were answered; NULL for items of points */
  int64_t **value;     /* [item]: after the item's transforms */
};

/* Room for a tile of any answers to the model. False: no memory; to be freed in either case. */
bool rung__cells_make(struct rung__cells *cells, const rung_model *model);
void rung__cells_free(struct rung__cells *cells);
/* Fills rows [first, first + count), at most RUNG__BLOCK. RUNG_E_ANSWERS in strict mode, or where a
 * text column was not checked. */
rung_status rung__cells_fill(struct rung__cells *cells, const rung_answers *answers, size_t first,
                             size_t count, bool strict, rung_error *error);

#endif
