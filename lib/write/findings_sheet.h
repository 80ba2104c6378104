/* Findings as the writers see them: the model beside the tables.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_WRITE_FINDINGS_SHEET_H
#define RUNG_WRITE_FINDINGS_SHEET_H

#include <rung/findings.h>

#include "model/model.h"

struct rung__sheet {
  const rung_findings *findings;
  const rung_model *model;
  const char *language;
  size_t groups;
  size_t first_unit; /* the groups from it on are the units */
  int64_t least_n, least_n_spread;
  uint64_t rows, rows_without_weight;
  size_t waves;
  bool weighted;
  double confidence; /* of every interval */
};

/* A figure of a row. */
double rung__figure(const struct rung__sheet *sheet, rung_table table, size_t row,
                    rung_figure figure);
/* A figure that is a level, as an index; -1 for none. */
int rung__figure_level(const struct rung__sheet *sheet, rung_table table, size_t row,
                       rung_figure figure);
/* The id of a level of a reading; NULL for -1. */
const char *rung__ladder_level(const struct rung__sheet *sheet, size_t reading, int level);
/* Whether two groups are of one cut; units are no groups of a cut by their column. */
bool rung__same_cut(const struct rung__sheet *sheet, size_t a, size_t b);
/* The id of the item or measure whose weight a reading's flip changes; NULL: none. */
const char *rung__flip_term_of(const struct rung__sheet *sheet, size_t row, size_t reading);
/* The title of the model. */
const char *rung__findings_title(const struct rung__sheet *sheet);

/* The writers of the formats: each appends to the buffer. */
void rung__findings_json(const struct rung__sheet *sheet, struct rung__buffer *buffer);
void rung__findings_csv(const struct rung__sheet *sheet, struct rung__buffer *buffer);
void rung__findings_table(const struct rung__sheet *sheet, struct rung__buffer *buffer);

#endif
