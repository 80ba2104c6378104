/* Columns of the caller: whether they can be read, and reading them in place.
 * SPDX-License-Identifier: Apache-2.0 */
#include "base/column.h"

static ptrdiff_t size_of(int32_t type)
{
  switch (type) {
  case RUNG_TYPE_INT8:
  case RUNG_TYPE_UINT8: return 1;
  case RUNG_TYPE_INT16:
  case RUNG_TYPE_UINT16: return 2;
  case RUNG_TYPE_INT32:
  case RUNG_TYPE_UINT32:
  case RUNG_TYPE_FLOAT: return 4;
  case RUNG_TYPE_INT64:
  case RUNG_TYPE_UINT64:
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

bool rung__column_is_text(const rung_column *column)
{
  return column->type == RUNG_TYPE_TEXT || column->type == RUNG__TYPE_LARGE_TEXT ||
         column->type == RUNG__TYPE_VIEWS;
}

const rung_column *rung__column_value(const rung_column *column, size_t *row)
{
  if (!rung__column_has(column, *row)) return NULL;
  if (column->type == RUNG__TYPE_DICTIONARY) {
    const struct rung__dictionary *dictionary = column->data;
    const int64_t index = rung__column_whole(&dictionary->index, *row);
    if (index < 0 || index >= dictionary->value.length) return NULL;
    *row = (size_t)index;
    column = &dictionary->value;
    if (!rung__column_has(column, *row)) return NULL;
  }
  return column->type == RUNG__TYPE_NOTHING ? NULL : column;
}

static bool bit_of(const rung_column *column, size_t row)
{
  const uint64_t bit = (uint64_t)column->stride + row;
  return (((const uint8_t *)column->data)[bit >> 3] >> (bit & 7)) & 1;
}

#define READ_WHOLE(type)                                                                           \
  do {                                                                                             \
    type value;                                                                                    \
    memcpy(&value, rung__column_at(column, row), sizeof value);                                    \
    return (int64_t)value;                                                                         \
  } while (0)

int64_t rung__column_whole(const rung_column *column, size_t row)
{
  switch (column->type) {
  case RUNG_TYPE_INT8: READ_WHOLE(int8_t);
  case RUNG_TYPE_INT16: READ_WHOLE(int16_t);
  case RUNG_TYPE_INT32: READ_WHOLE(int32_t);
  case RUNG_TYPE_UINT8: READ_WHOLE(uint8_t);
  case RUNG_TYPE_UINT16: READ_WHOLE(uint16_t);
  case RUNG_TYPE_UINT32: READ_WHOLE(uint32_t);
  case RUNG__TYPE_BITS: return bit_of(column, row);
  default: READ_WHOLE(int64_t);
  }
}

#define READ_EACH(type)                                                                            \
  do {                                                                                             \
    for (size_t i = 0; i < count; i++) {                                                           \
      type value;                                                                                  \
      memcpy(&value, at + stride * (ptrdiff_t)i, sizeof value);                                    \
      out[i] = (int64_t)value;                                                                     \
    }                                                                                              \
    return;                                                                                        \
  } while (0)

void rung__column_wholes(const rung_column *column, size_t first, size_t count, int64_t *out)
{
  const char *at = rung__column_at(column, first);
  const ptrdiff_t stride = rung__column_stride(column);
  switch (column->type) {
  case RUNG_TYPE_INT8: READ_EACH(int8_t);
  case RUNG_TYPE_INT16: READ_EACH(int16_t);
  case RUNG_TYPE_INT32: READ_EACH(int32_t);
  case RUNG_TYPE_UINT8: READ_EACH(uint8_t);
  case RUNG_TYPE_UINT16: READ_EACH(uint16_t);
  case RUNG_TYPE_UINT32: READ_EACH(uint32_t);
  default: READ_EACH(int64_t);
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
  case RUNG_TYPE_UINT64: return (double)(uint64_t)rung__column_whole(column, row);
  default: return (double)rung__column_whole(column, row);
  }
}

static bool between(const rung_column *column, int64_t from, int64_t to, struct rung__slice *text)
{
  if (from < 0 || to < from || (from < to && !column->data)) return false;
  text->data = from == to ? "" : (const char *)column->data + from;
  text->length = (size_t)(to - from);
  return true;
}

static bool view_of(const struct rung__views *views, size_t row, struct rung__slice *text)
{
  const char *view = views->view + 16 * row;
  int32_t length, buffer, from;
  int64_t size;
  memcpy(&length, view, sizeof length);
  if (length < 0) return false;
  *text = (struct rung__slice){view + 4, (size_t)length};
  if (length <= 12) return true;
  memcpy(&buffer, view + 8, sizeof buffer);
  memcpy(&from, view + 12, sizeof from);
  if (buffer < 0 || (size_t)buffer >= views->count || from < 0) return false;
  memcpy(&size, views->size + sizeof size * (size_t)buffer, sizeof size);
  if (!views->buffer[buffer] || size < length || from > size - length) return false;
  text->data = (const char *)views->buffer[buffer] + from;
  return true;
}

bool rung__column_text(const rung_column *column, size_t row, struct rung__slice *text)
{
  const char *offsets = (const char *)column->offsets;
  int32_t near[2];
  int64_t far[2];
  switch (column->type) {
  case RUNG__TYPE_VIEWS: return view_of(column->data, row, text);
  case RUNG__TYPE_LARGE_TEXT:
    memcpy(far, offsets + sizeof *far * row, sizeof far);
    return between(column, far[0], far[1], text);
  default:
    memcpy(near, offsets + sizeof *near * row, sizeof near);
    return between(column, near[0], near[1], text);
  }
}
