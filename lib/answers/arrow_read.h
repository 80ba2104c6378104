/* Arrow's arrays as columns: checked, and laid out over the buffers without copying an element.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_ANSWERS_ARROW_READ_H
#define RUNG_ANSWERS_ARROW_READ_H

#include "answers/answers.h"
#include "answers/arrow_abi.h"
#include "answers/arrow_format.h"

/* A column of Arrow's: rows `shift` to `shift` + `length` of an array. */
struct rung__arrow {
  const char *name; /* for messages */
  const struct ArrowSchema *schema;
  const struct ArrowArray *array;
  int64_t shift, length;
};

/* RUNG_E_ARGUMENT: "column "x" cannot be bound: " and why. `row` is 1-based, 0: none. */
rung_status rung__arrow_refuse(const char *name, int64_t row, rung_error *error, const char *why);
/* Whether the structs are there, not released, and say how long the array is. RUNG_E_ARGUMENT. */
rung_status rung__arrow_check(const char *name, const struct ArrowSchema *schema,
                              const struct ArrowArray *array, rung_error *error);
/* Lays a column out; `with` holds the `kept` that it may need. *values becomes the type of its
 * elements, or of its dictionary's. RUNG_E_ARGUMENT, RUNG_E_UNSUPPORTED. */
rung_status rung__arrow_read(const struct rung__arrow *arrow, struct rung__bound *with,
                             const struct rung__arrow_format **values, rung_error *error);
/* Lays rows without a value, by a bitmap whose bit `first` is row 0, over those of the column.
 * RUNG_E_MEMORY. */
rung_status rung__arrow_mask(struct rung__bound *with, const uint8_t *bits, int64_t first,
                             rung_error *error);
/* Refuses rows whose text or number of a value would be read from beyond a buffer. RUNG_E_ARGUMENT.
 * used[value] of a dictionary becomes 1 where a row has its number; it may be NULL. */
rung_status rung__arrow_rows(const struct rung__bound *with, const char *name, int8_t *used,
                             rung_error *error);

#endif
