/* Marks in words, in JSON an array and elsewhere one text; and what the two sides of a pair are called.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_WRITE_MARKS_H
#define RUNG_WRITE_MARKS_H

#include "model/model.h"
#include "write/json_out.h"

/* "marks": [...], in bit order. */
void rung__emit_marks(struct rung__json_out *json, uint32_t marks);
/* The words with a blank between them. */
void rung__put_marks(struct rung__buffer *buffer, uint32_t marks);

/* The marks of a measure on every row: they come of the model. */
uint32_t rung__measure_marks(const struct rung__measure *measure);

/* The words for the two measures of a pair: "said" and "done", or "inside" and "outside". */
const char *rung__first_side(const struct rung__pair *pair);
const char *rung__second_side(const struct rung__pair *pair);

#endif
