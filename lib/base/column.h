/* Columns of the caller: which can be read, and how one element is reached.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_BASE_COLUMN_H
#define RUNG_BASE_COLUMN_H

#include <stdbool.h>
#include <string.h>

#include <rung/column.h>

#include "base/text.h"

/* What speaks against reading a column; NULL: nothing. */
const char *rung__column_unreadable(const rung_column *column);
/* Bytes from one element to the next. */
ptrdiff_t rung__column_stride(const rung_column *column);
/* An element of a whole-number column. */
int64_t rung__column_whole(const rung_column *column, size_t row);
/* An element of any column of numbers. */
double rung__column_number(const rung_column *column, size_t row);
/* An element of a text column; false where its offsets cannot be. */
bool rung__column_text(const rung_column *column, size_t row, struct rung__slice *text);

/* Whether there is a value in a row. */
static inline bool rung__column_has(const rung_column *column, size_t row)
{
  if (!column->validity) return true;
  const uint64_t bit = (uint64_t)column->validity_offset + row;
  return (column->validity[bit >> 3] >> (bit & 7)) & 1;
}

/* Where an element of a column of numbers begins; it need not be aligned. */
static inline const char *rung__column_at(const rung_column *column, size_t row)
{
  return (const char *)column->data + rung__column_stride(column) * (ptrdiff_t)row;
}

#endif
