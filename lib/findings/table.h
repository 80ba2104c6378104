/* Tables of findings: columns of figures, and a state, marks and a reason beside each row.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_FINDINGS_TABLE_H
#define RUNG_FINDINGS_TABLE_H

#include <rung/findings.h>

#include "base/arena.h"
#include "findings/doubts.h"
#include "model/model.h"

#define RUNG__TABLES 13
#define RUNG__COMPARISONS (RUNG_COMPARISON_BEFORE + 1)
#define RUNG__FIGURES 71

/* Rows stand by group; each group has the same parts in the same order. */
struct rung__table {
  size_t count, each;            /* rows; rows of one group */
  size_t parts;                  /* of the model that have rows */
  uint32_t *part;                /* [row of a group] index in the model */
  uint32_t *first;               /* [part], and one more: its first row of a group */
  double *number[RUNG__FIGURES]; /* [row]; NULL: the table has no such figure */
  uint8_t *state, *marks;
  uint8_t *doubt[RUNG__DOUBTED]; /* [row] enum rung__doubt; NULL: the table has no such figures */
  const char **reason;           /* NULL until it is written */
};

/* Makes a table of a model for so many groups, every figure NaN. False: no memory. */
bool rung__table_make(struct rung__table *table, rung_table which, const rung_model *model,
                      size_t groups, struct rung__arena *arena);
/* The same with so many rows of a group per part. */
bool rung__table_build(struct rung__table *table, rung_table which, size_t parts,
                       const size_t *rows, size_t groups, struct rung__arena *arena);
/* Sets a figure; NaN for a level of -1. */
void rung__table_put(struct rung__table *table, size_t row, rung_figure figure, double value);
void rung__table_put_level(struct rung__table *table, size_t row, rung_figure figure, int level);
void rung__table_doubt(struct rung__table *table, size_t row, enum rung__doubted doubted,
                       enum rung__doubt doubt);
/* Overwrites every figure of a row and its marks; the state and the reason stay in their place. */
void rung__table_hide(struct rung__table *table, size_t row, rung_state state, const char *reason);
double rung__table_number(const struct rung__table *table, size_t row, rung_figure figure);

#endif
