/* Columns of the caller: which can be read, and how one element is reached.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_BASE_COLUMN_H
#define RUNG_BASE_COLUMN_H

#include <stdbool.h>
#include <string.h>

#include <rung/column.h>

#include "base/text.h"

/* Types of elements that a caller cannot name: columns in the layouts of Arrow, read in place. */
enum rung__private_type {
  RUNG__TYPE_LARGE_TEXT = 256, /* as text, but `offsets` are of int64_t */
  RUNG__TYPE_VIEWS,            /* text: `data` is a struct rung__views */
  RUNG__TYPE_BITS,             /* 0 or 1: bit `stride` of `data`, and those behind it */
  RUNG__TYPE_NOTHING,          /* no row has a value */
  RUNG__TYPE_DICTIONARY        /* `data` is a struct rung__dictionary */
};

/* Texts of up to 12 bytes stand in their view, longer ones in one of the buffers. */
struct rung__views {
  const char *view; /* of row 0, 16 bytes each */
  const void *const *buffer;
  const char *size; /* int64_t per buffer */
  size_t count;     /* buffers */
};

/* Each row is the number of a value. */
struct rung__dictionary {
  rung_column index;     /* whole numbers; the validity is that of the column over it */
  rung_column value;     /* of any type but this */
  const int8_t *code;    /* [value]: of an item, as rung__answers_item, or RUNG__UNKNOWN_ANSWER */
  const int64_t *number; /* [value]: of an item of numbers or dates; else NULL */
};

/* What speaks against reading a column of a caller's; NULL: nothing. */
const char *rung__column_unreadable(const rung_column *column);
/* Bytes from one element to the next. */
ptrdiff_t rung__column_stride(const rung_column *column);
/* Whether its elements are text, of whatever layout. */
bool rung__column_is_text(const rung_column *column);
/* Where the value of a row stands: a column, and its row. NULL: the row is absent, or the number of
 * no value. The others below take what this gave, or a column that a caller can name. */
const rung_column *rung__column_value(const rung_column *column, size_t *row);
/* An element of a whole-number column; of uint64_t, the same 64 bits. */
int64_t rung__column_whole(const rung_column *column, size_t row);
/* Elements of a whole-number column that a caller can name. */
void rung__column_wholes(const rung_column *column, size_t first, size_t count, int64_t *out);
/* An element of any column of numbers. */
double rung__column_number(const rung_column *column, size_t row);
/* An element of a text column; false where its offsets, or its view, cannot be. */
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
