/* The rows of a block as they may be shown: every column fetched once, for the writers of rows.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_WRITE_SCORES_SHEET_H
#define RUNG_WRITE_SCORES_SHEET_H

#include "score/scores.h"

struct rung__measure_cells {
  double *value, *lowest, *highest, *coverage;
  uint8_t *state;
};

struct rung__rule_cells {
  int8_t *stated, *reached, *lowest, *highest;
  uint8_t *state, *marks;
};

/* The flips of a reading: columns by rung_flip_figure. */
#define RUNG__FLIP_FIGURES (RUNG_FLIP_WEIGHT_TERM + 1)
struct rung__flip_cells {
  double *figure[RUNG__FLIP_FIGURES];
};

/* Columns are [row]; what may not be shown has been taken out by the getters already. */
struct rung__scores_sheet {
  const rung_scores *scores;
  const rung_model *model;
  size_t rows;
  int64_t first_row;
  struct rung__measure_cells *measure; /* [measure] */
  struct rung__rule_cells **rule;      /* [reading][rule] */
  struct rung__flip_cells *flip;       /* [reading]; NULL where they were not asked for */
  double **chance; /* [reading] of [row][level]; NULL where no population is told */
  int8_t **flag;   /* [flag][row] */
  struct rung__arena arena;
};

/* Fetches everything. On failure the sheet is to be released all the same. */
rung_status rung__scores_sheet(const rung_scores *scores, struct rung__scores_sheet *sheet,
                               rung_error *error);
void rung__scores_sheet_release(struct rung__scores_sheet *sheet);

/* The id of a level of a reading's ladder; NULL for none. */
const char *rung__level_id(const rung_model *model, size_t reading, int level);
/* The id of the level that a moved cut gives, and of the item or measure whose weight tells; NULL for
 * none. Flips are there. */
const char *rung__flip_level(const struct rung__scores_sheet *sheet, size_t reading, size_t row);
const char *rung__flip_term(const struct rung__scores_sheet *sheet, size_t reading, size_t row);
/* The gap of a pair on a row, done minus said; NaN where one is missing. */
double rung__row_gap(const struct rung__scores_sheet *sheet, size_t pair, size_t row);

/* The writers of the formats: each appends to the buffer. */
void rung__scores_json(const struct rung__scores_sheet *sheet, struct rung__buffer *buffer);
void rung__scores_csv(const struct rung__scores_sheet *sheet, struct rung__buffer *buffer);
void rung__scores_table(const struct rung__scores_sheet *sheet, struct rung__buffer *buffer);

#endif
