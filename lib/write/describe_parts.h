/* The sections of a description, and the words for numbers, transforms and absences that they share.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_WRITE_DESCRIBE_PARTS_H
#define RUNG_WRITE_DESCRIBE_PARTS_H

#include "model/model.h"

/* What every section needs. */
struct rung__description {
  const rung_model *model;
  const char *language;
  struct rung__buffer *page;
};

void rung__describe_measures(const struct rung__description *to);
void rung__describe_items(const struct rung__description *to);

/* A number of the grid, with at most three digits. */
void rung__say_grid(struct rung__buffer *line, int64_t value);
/* "; below 2: 0 + 5 x; from 2: 10" */
void rung__say_curve(struct rung__buffer *line, const struct rung__curve *curve);
/* "; 0 becomes 0, 1 becomes 20" */
void rung__say_lookup(struct rung__buffer *line, const struct rung__lookup *lookup);
/* "; cut to 1 to 10" */
void rung__say_clip(struct rung__buffer *line, const struct rung__ends *ends);
/* "; rounded (half_up) to multiples of 0.1" */
void rung__say_rounding(struct rung__buffer *line, const struct rung__rounding *rounding);
/* "; what is missing counts 0; what is not applicable counts in full"; nothing for what is left out,
 * unless that is said of an item. */
void rung__say_absence(struct rung__buffer *line,
                       const struct rung__absence_rule absence[RUNG__ABSENCE_KINDS]);

#endif
