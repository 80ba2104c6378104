/* Marks in words: in JSON an array, elsewhere one text.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_WRITE_MARKS_H
#define RUNG_WRITE_MARKS_H

#include "write/json_out.h"

/* "marks": [...], in bit order. */
void rung__emit_marks(struct rung__json_out *json, uint32_t marks);
/* The words with a blank between them. */
void rung__put_marks(struct rung__buffer *buffer, uint32_t marks);

#endif
