/* What statistics are given: columns read into arrays of numbers, weights and codes.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_STATS_INPUT_H
#define RUNG_STATS_INPUT_H

#include <stdbool.h>

#include <rung/stats/missing.h>

/* Numbers, column by column. */
struct rung__matrix {
  size_t rows, columns;
  double *value; /* [column * rows + row]; NaN: absent */
};

#define RUNG__NO_CODE UINT32_MAX

/* Groups, raters or categories, numbered in the order in which they first come. */
struct rung__codes {
  size_t rows, count;
  uint32_t *code; /* [row]; RUNG__NO_CODE: absent */
};

/* Reads columns of numbers of one length. RUNG_E_ARGUMENT: a column that cannot be read, of text, or
 * of another length; RUNG_E_ANSWERS: an infinite value, with its row and column; RUNG_E_MEMORY. On
 * failure there is nothing to free. */
rung_status rung__matrix_read(struct rung__matrix *matrix, const rung_column *columns, size_t count,
                              rung_error *error);
/* Does what `missing` says with absent values: LISTWISE takes rows out, in `weight` (may be NULL) as
 * well; PAIRWISE leaves them. RUNG_E_ARGUMENT: no rung_missing; RUNG_E_ANSWERS: FAIL, and one is
 * absent. */
rung_status rung__matrix_settle(struct rung__matrix *matrix, double *weight, rung_missing missing,
                                rung_error *error);
void rung__matrix_free(struct rung__matrix *matrix);
/* The first value of a column. */
double *rung__matrix_column(const struct rung__matrix *matrix, size_t column);

/* Reads weights into a new array; NULL for a NULL column: each weighs 1. RUNG_E_ANSWERS: absent,
 * negative, infinite, with its row. */
rung_status rung__weights_read(double **weight, const rung_column *column, size_t rows,
                               rung_error *error);

/* Reads a column of text or numbers as codes. */
rung_status rung__codes_read(struct rung__codes *codes, const rung_column *column, size_t rows,
                             rung_error *error);
void rung__codes_free(struct rung__codes *codes);

#endif
