/* Columns of the caller: whether they can be read, and reading them in place.
 * SPDX-License-Identifier: Apache-2.0 */
#include "base/column.h"

static ptrdiff_t size_of(int32_t type)
{
  switch (type) {
  case RUNG_TYPE_INT8: return 1;
  case RUNG_TYPE_INT16: return 2;
  case RUNG_TYPE_INT32:
  case RUNG_TYPE_FLOAT: return 4;
  case RUNG_TYPE_INT64:
  case RUNG_TYPE_DOUBLE: return 8;
  default: return 0;
  }
}

const char *rung__column_unreadable(const rung_column *column)
{
  const bool text = column->type == RUNG_TYPE_TEXT;
  if (!text && size_of(column->type) == 0) return "its type is none: expected a rung_type";
  if (column->length < 0) return "its length is below 0";
  if (column->reserved != 0) return "its reserved field is not 0: clear the struct first";
  if (column->validity && column->validity_offset < 0) return "its validity offset is below 0";
  if (text && !column->offsets) return "it is of text and has no offsets";
  if (text && column->stride != 0) return "it is of text and has a stride: expected 0";
  if (!text && !column->data && column->length > 0) return "it has rows and no data";
  if (text && !column->data && column->offsets[column->length] > column->offsets[0])
    return "it has text and no data";
  return NULL;
}

ptrdiff_t rung__column_stride(const rung_column *column)
{
  return column->stride ? column->stride : size_of(column->type);
}

int64_t rung__column_whole(const rung_column *column, size_t row)
{
  const char *at = rung__column_at(column, row);
  int8_t byte;
  int16_t half;
  int32_t word;
  int64_t whole = 0;
  switch (column->type) {
  case RUNG_TYPE_INT8: memcpy(&byte, at, sizeof byte); return byte;
  case RUNG_TYPE_INT16: memcpy(&half, at, sizeof half); return half;
  case RUNG_TYPE_INT32: memcpy(&word, at, sizeof word); return word;
  default: memcpy(&whole, at, sizeof whole); return whole;
  }
}

double rung__column_number(const rung_column *column, size_t row)
{
  float single;
  double number;
  switch (column->type) {
  case RUNG_TYPE_FLOAT: memcpy(&single, rung__column_at(column, row), sizeof single); return single;
  case RUNG_TYPE_DOUBLE:
    memcpy(&number, rung__column_at(column, row), sizeof number);
    return number;
  default: return (double)rung__column_whole(column, row);
  }
}

bool rung__column_text(const rung_column *column, size_t row, struct rung__slice *text)
{
  const int32_t from = column->offsets[row], to = column->offsets[row + 1];
  if (from < 0 || to < from) return false;
  text->data = from == to ? "" : (const char *)column->data + from;
  text->length = (size_t)(to - from);
  return true;
}
