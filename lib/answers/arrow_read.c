/* Arrow's arrays as columns: each layout gets the pointers of a column; nothing is unpacked.
 * SPDX-License-Identifier: Apache-2.0 */
#include "answers/arrow_read.h"

#include <stdlib.h>
#include <string.h>

#include "answers/say.h"
#include "base/array.h"
#include "base/fail.h"

#define ROWS_MOST (INT64_MAX / 32) /* so that no place in a buffer passes an int64_t */
#define INDICES 256                /* that are read at a time */

rung_status rung__arrow_refuse(const char *name, int64_t row, rung_error *error, const char *why)
{
  if (row > 0)
    return rung__fail_at(error, RUNG_E_ARGUMENT, name, row, 0,
                         "row %lld of column \"%s\" cannot be bound: %s", (long long)row, name,
                         why);
  return rung__fail_at(error, RUNG_E_ARGUMENT, name, 0, 0, "column \"%s\" cannot be bound: %s",
                       name, why);
}

static const char *wrong_sizes(const struct ArrowArray *array)
{
  if (array->length < 0) return "its Arrow array has a length below 0";
  if (array->offset < 0) return "its Arrow array has an offset below 0";
  if (array->length > ROWS_MOST || array->offset > ROWS_MOST - array->length)
    return "its Arrow array has more rows than memory can";
  if (array->null_count < -1 || array->null_count > array->length)
    return "its Arrow array has a count of nulls that cannot be: expected -1 to its length";
  if (array->n_buffers < 0 || (array->n_buffers > 0 && !array->buffers))
    return "its Arrow array has no buffers";
  if (array->n_children < 0 || (array->n_children > 0 && !array->children))
    return "its Arrow array has no children";
  return NULL;
}

static const char *wrong_pair(const struct ArrowSchema *schema, const struct ArrowArray *array)
{
  if (!schema || !array) return "its Arrow schema or array is NULL";
  if (!schema->release) return "its Arrow schema is released";
  if (!array->release) return "its Arrow array is released";
  if (!schema->format) return "its Arrow schema has no format";
  if (schema->n_children != array->n_children || (schema->n_children > 0 && !schema->children))
    return "its Arrow schema and array differ in their children";
  if (!schema->dictionary != !array->dictionary)
    return "one of its Arrow schema and array has a dictionary and the other has not";
  return wrong_sizes(array);
}

rung_status rung__arrow_check(const char *name, const struct ArrowSchema *schema,
                              const struct ArrowArray *array, rung_error *error)
{
  const char *why = wrong_pair(schema, array);
  return why ? rung__arrow_refuse(name, 0, error, why) : RUNG_OK;
}

static rung_status refuse_type(const char *name, const char *format, const char *words,
                               const char *advice, rung_error *error)
{
  struct rung__said said = {.length = 0};
  rung__say_text(&said, rung__slice(format));
  return rung__fail_at(error, RUNG_E_UNSUPPORTED, name, 0, 0,
                       "column \"%s\" is of %s (Arrow format %s), which cannot be bound: %s", name,
                       words, said.text, advice);
}

static const char *wrong_buffers(const struct ArrowArray *array,
                                 const struct rung__arrow_format *format, int64_t length)
{
  const int64_t found = array->n_buffers, expected = format->buffers;
  const bool text = expected == 3;
  if (array->n_children != 0) return "its Arrow array has children, which its type has not";
  if (format->type == RUNG__TYPE_NOTHING && found < 2) return NULL;
  if (format->type == RUNG__TYPE_VIEWS ? found < expected : found != expected)
    return "its Arrow array has another number of buffers than its type";
  if (found > 0 && array->null_count > 0 && !array->buffers[0])
    return "its Arrow array has nulls and no validity bitmap";
  if (found > 1 && length > 0 && !array->buffers[1])
    return text ? "its Arrow array has rows and no offsets or views"
                : "its Arrow array has rows and no data";
  if (format->type == RUNG__TYPE_VIEWS && found > 3 && !array->buffers[found - 1])
    return "its Arrow array has buffers of text and not their sizes";
  return NULL;
}

/* Gives a column the pointers of its layout; row 0 is element `first` of the buffers. */
static void point(rung_column *column, const struct ArrowArray *array, int64_t first,
                  struct rung__views *views)
{
  const char *data = array->n_buffers > 1 ? array->buffers[1] : NULL;
  if (!data || column->length == 0) return;
  switch (column->type) {
  case RUNG_TYPE_TEXT:
  case RUNG__TYPE_LARGE_TEXT:
    data += (column->type == RUNG_TYPE_TEXT ? 4 : 8) * first;
    column->offsets = (const int32_t *)(const void *)data;
    column->data = array->buffers[2];
    break;
  case RUNG__TYPE_VIEWS:
    views->view = data + 16 * first;
    views->buffer = array->buffers + 2;
    views->count = (size_t)array->n_buffers - 3;
    views->size = array->buffers[array->n_buffers - 1];
    column->data = views;
    break;
  case RUNG__TYPE_BITS:
    column->data = data;
    column->stride = (ptrdiff_t)first;
    break;
  default: column->data = data + rung__column_stride(column) * (ptrdiff_t)first; break;
  }
}

static int64_t offset_at(const rung_column *column, int64_t row)
{
  const char *offsets = (const char *)column->offsets;
  int32_t near;
  int64_t far;
  if (column->type == RUNG_TYPE_TEXT) {
    memcpy(&near, offsets + 4 * row, sizeof near);
    return near;
  }
  memcpy(&far, offsets + 8 * row, sizeof far);
  return far;
}

/* The bytes of text end where the last offset of the array says, whichever rows are bound. */
static bool passes_end(const rung_column *column, int64_t rows)
{
  return column->offsets && offset_at(column, column->length) > offset_at(column, rows);
}

static rung_status lay_out(const struct rung__arrow *arrow, const struct rung__arrow_format *format,
                           struct rung__views *views, rung_column *column, rung_error *error)
{
  const struct ArrowArray *array = arrow->array;
  const int64_t first = array->offset + arrow->shift;
  const char *why = NULL;
  if (format->type == 0)
    return refuse_type(arrow->name, arrow->schema->format, format->words, format->advice, error);
  if (arrow->length > array->length - arrow->shift)
    why = "its Arrow array is shorter than the batch that it is in";
  if (!why) why = wrong_buffers(array, format, arrow->length);
  if (why) return rung__arrow_refuse(arrow->name, 0, error, why);
  *column = (rung_column){.length = arrow->length, .type = format->type};
  if (array->null_count != 0 && format->buffers > 0) {
    column->validity = array->buffers[0];
    column->validity_offset = first;
  }
  point(column, array, first, views);
  if (!passes_end(column, array->length - arrow->shift)) return RUNG_OK;
  return rung__arrow_refuse(arrow->name, 0, error,
                            "its offsets pass the last of them, where its text ends");
}

/* Rows that are numbers of values: the column gets their bitmap. */
static rung_status read_dictionary(const struct rung__arrow *arrow, struct rung__bound *with,
                                   const struct rung__arrow_format **values, rung_error *error)
{
  const struct rung__arrow_format *index = rung__arrow_format(arrow->schema->format);
  const struct rung__arrow inner = {arrow->name, arrow->schema->dictionary,
                                    arrow->array->dictionary, 0, arrow->array->dictionary->length};
  struct rung__dictionary *dictionary = &with->kept->dictionary;
  TRY(rung__arrow_check(arrow->name, inner.schema, inner.array, error));
  if (inner.schema->dictionary)
    return refuse_type(arrow->name, inner.schema->format, "a dictionary in a dictionary",
                       "decode the inner one", error);
  *values = rung__arrow_format(inner.schema->format);
  if (!rung__arrow_is_index(index))
    return rung__arrow_refuse(arrow->name, 0, error,
                              "its Arrow dictionary is not numbered by integers");
  TRY(lay_out(arrow, index, NULL, &dictionary->index, error));
  TRY(lay_out(&inner, *values, &with->kept->views, &dictionary->value, error));
  with->column = dictionary->index;
  with->column.data = dictionary;
  with->column.type = RUNG__TYPE_DICTIONARY;
  dictionary->index.validity = NULL;
  return RUNG_OK;
}

rung_status rung__arrow_read(const struct rung__arrow *arrow, struct rung__bound *with,
                             const struct rung__arrow_format **values, rung_error *error)
{
  TRY(rung__arrow_check(arrow->name, arrow->schema, arrow->array, error));
  if (arrow->schema->dictionary) return read_dictionary(arrow, with, values, error);
  *values = rung__arrow_format(arrow->schema->format);
  return lay_out(arrow, *values, &with->kept->views, &with->column, error);
}

rung_status rung__arrow_mask(struct rung__bound *with, const uint8_t *bits, int64_t first,
                             rung_error *error)
{
  rung_column *column = &with->column;
  const rung_column mask = {.validity = bits, .validity_offset = first};
  const size_t rows = (size_t)column->length;
  if (!column->validity) {
    column->validity = bits;
    column->validity_offset = first;
    return RUNG_OK;
  }
  uint8_t *both = rung__array_new(rows / 8 + 1, 1);
  if (!both) return rung__fail_memory(error);
  for (size_t row = 0; row < rows; row++)
    if (rung__column_has(column, row) && rung__column_has(&mask, row))
      both[row >> 3] = (uint8_t)(both[row >> 3] | 1u << (row & 7));
  with->kept->validity = both;
  column->validity = both;
  column->validity_offset = 0;
  return RUNG_OK;
}

/* The first row whose text cannot be, from 1; 0: none. */
static int64_t bad_text(const rung_column *column)
{
  struct rung__slice text;
  const bool views = column->type == RUNG__TYPE_VIEWS; /* what a null has there is nothing */
  if (!rung__column_is_text(column)) return 0;
  for (size_t row = 0; row < (size_t)column->length; row++)
    if (!(views && !rung__column_has(column, row)) && !rung__column_text(column, row, &text))
      return (int64_t)row + 1;
  return 0;
}

/* The first row with a number that is that of no value, from 1; 0: none. */
static int64_t bad_index(const rung_column *column, int8_t *used)
{
  const struct rung__dictionary *dictionary = column->data;
  const uint64_t values = (uint64_t)dictionary->value.length;
  const size_t rows = (size_t)column->length;
  int64_t index[INDICES];
  for (size_t first = 0; first < rows; first += INDICES) {
    const size_t count = rows - first < INDICES ? rows - first : INDICES;
    rung__column_wholes(&dictionary->index, first, count, index);
    for (size_t i = 0; i < count; i++) {
      const bool there = (uint64_t)index[i] < values;
      if (there && used) used[index[i]] = 1;
      if (!there && rung__column_has(column, first + i)) return (int64_t)(first + i) + 1;
    }
  }
  return 0;
}

rung_status rung__arrow_rows(const struct rung__bound *with, const char *name, int8_t *used,
                             rung_error *error)
{
  const struct rung__dictionary *dictionary = &with->kept->dictionary;
  const char *what = "its offsets fall, or its view leads beyond the Arrow buffers";
  int64_t row = bad_text(&with->column);
  if (row > 0) return rung__arrow_refuse(name, row, error, what);
  if (with->column.type != RUNG__TYPE_DICTIONARY) return RUNG_OK;
  if (bad_text(&dictionary->value) > 0)
    return rung__fail_at(error, RUNG_E_ARGUMENT, name, 0, 0,
                         "column \"%s\" cannot be bound: of value %lld of its Arrow dictionary, %s",
                         name, (long long)bad_text(&dictionary->value), what + 4);
  row = bad_index(&with->column, used);
  if (row == 0) return RUNG_OK;
  return rung__arrow_refuse(name, row, error,
                            "its number is that of no value of the Arrow dictionary");
}
