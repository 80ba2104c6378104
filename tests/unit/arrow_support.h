/* What the tests of Arrow columns share: arrays of every layout, made by hand, behind an offset.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_TESTS_ARROW_SUPPORT_H
#define RUNG_TESTS_ARROW_SUPPORT_H

#include "answers_support.h"

#include "answers/answers.h"
#include "answers/arrow_abi.h"

enum { ROWS_MOST = 48, BYTES_MOST = 2048 };

/* An array, its schema and all that they point to. */
struct arrow {
  struct ArrowSchema schema;
  struct ArrowArray array;
  const void *buffer[5];
  uint8_t validity[8];
  int64_t data[2 * ROWS_MOST + 2]; /* elements, offsets or views */
  char bytes[2][BYTES_MOST];
  int64_t used[2]; /* bytes; views: the sizes of both buffers */
};

/* How often something was released: never, as long as the library keeps its word. */
static int released;

static inline void release_schema(struct ArrowSchema *schema)
{
  schema->release = NULL;
  released++;
}

static inline void release_array(struct ArrowArray *array)
{
  array->release = NULL;
  released++;
}

static inline void start_arrow(struct arrow *arrow, const char *format, size_t count, size_t offset,
                               int64_t buffers)
{
  memset(arrow, 0, sizeof *arrow);
  arrow->schema = (struct ArrowSchema){.format = format, .release = release_schema};
  arrow->array = (struct ArrowArray){.length = (int64_t)count,
                                     .null_count = -1,
                                     .offset = (int64_t)offset,
                                     .n_buffers = buffers,
                                     .buffers = arrow->buffer,
                                     .release = release_array};
  arrow->buffer[0] = arrow->validity;
  arrow->buffer[1] = arrow->data;
}

static inline void set_bit(void *bits, size_t bit)
{
  ((uint8_t *)bits)[bit / 8] = (uint8_t)(((uint8_t *)bits)[bit / 8] | 1u << bit % 8);
}

static inline void put_element(struct arrow *arrow, size_t row, double value)
{
  const size_t size = strchr("lLg", arrow->schema.format[0])    ? 8
                      : strchr("iIft", arrow->schema.format[0]) ? 4
                      : strchr("sS", arrow->schema.format[0])   ? 2
                                                                : 1;
  const float single = (float)value;
  const int64_t whole = isnan(value) ? 99 : (int64_t)value; /* little endian: its first bytes */
  const void *element = &whole;
  if (arrow->schema.format[0] == 'f') element = &single;
  if (arrow->schema.format[0] == 'g') element = &value;
  memcpy((char *)arrow->data + size * row, element, size);
}

/* Of numbers, NaN for null, behind `offset` rows of 1. */
static inline void number_arrow(struct arrow *arrow, const char *format, const double *value,
                                size_t count, size_t offset)
{
  start_arrow(arrow, format, count, offset, 2);
  for (size_t row = 0; row < offset + count; row++) {
    const double number = row < offset ? 1 : value[row - offset];
    if (!isnan(number)) set_bit(arrow->validity, row);
    if (format[0] != 'b')
      put_element(arrow, row, number);
    else if (number > 0)
      set_bit(arrow->data, row);
  }
}

static inline void put_view(struct arrow *arrow, size_t row, const char *text)
{
  char *view = (char *)arrow->data + 16 * row;
  const int32_t length = (int32_t)strlen(text), which = row % 2, from = (int32_t)arrow->used[which];
  memcpy(view, &length, sizeof length);
  if (length <= 12) {
    memcpy(view + 4, text, (size_t)length);
    return;
  }
  memcpy(view + 4, text, 4);
  memcpy(view + 8, &which, sizeof which);
  memcpy(view + 12, &from, sizeof from);
  memcpy(arrow->bytes[which] + from, text, (size_t)length);
  arrow->used[which] += length;
}

static inline void put_offset(struct arrow *arrow, size_t row)
{
  const int32_t near = (int32_t)arrow->used[0];
  if (arrow->schema.format[0] == 'U')
    memcpy((char *)arrow->data + 8 * row, &arrow->used[0], 8);
  else
    memcpy((char *)arrow->data + 4 * row, &near, 4);
}

/* Of text, NULL for null, behind `offset` rows that are no answer. */
static inline void text_arrow(struct arrow *arrow, const char *format, const char *const *text,
                              size_t count, size_t offset)
{
  const bool views = format[0] == 'v';
  start_arrow(arrow, format, count, offset, views ? 5 : 3);
  arrow->buffer[2] = arrow->bytes[0];
  arrow->buffer[3] = arrow->bytes[1];
  arrow->buffer[4] = arrow->used;
  for (size_t row = 0; row < offset + count; row++) {
    const char *found = row < offset ? "something before" : text[row - offset];
    if (found) set_bit(arrow->validity, row);
    if (views && found) put_view(arrow, row, found);
    if (views && !found) memset((char *)arrow->data + 16 * row, 0x7F, 16); /* leads nowhere */
    if (views) continue;
    put_offset(arrow, row);
    if (!found) continue;
    memcpy(arrow->bytes[0] + arrow->used[0], found, strlen(found));
    arrow->used[0] += (int64_t)strlen(found);
  }
  if (!views) put_offset(arrow, offset + count);
}

/* Makes the rows of a column of integers the numbers of another's values. */
static inline void encode(struct arrow *index, struct arrow *values)
{
  index->schema.dictionary = &values->schema;
  index->array.dictionary = &values->array;
}

/* A record batch of these columns under these names. */
struct batch {
  struct arrow own;
  struct ArrowSchema *schema[8];
  struct ArrowArray *array[8];
};

static inline void make_batch(struct batch *batch, struct arrow *const *columns,
                              const char *const *names, size_t count, size_t rows, size_t offset)
{
  start_arrow(&batch->own, "+s", rows, offset, 1);
  batch->own.buffer[0] = NULL;
  batch->own.array.null_count = 0;
  for (size_t i = 0; i < count; i++) {
    columns[i]->schema.name = names[i];
    batch->schema[i] = &columns[i]->schema;
    batch->array[i] = &columns[i]->array;
  }
  batch->own.schema.n_children = batch->own.array.n_children = (int64_t)count;
  batch->own.schema.children = batch->schema;
  batch->own.array.children = batch->array;
}

static inline rung_status try_arrow(rung_answers *answers, rung_role role, const char *name,
                                    const struct arrow *arrow, rung_error *error)
{
  return rung_answers_bind_arrow(answers, role, name, &arrow->schema, &arrow->array, error);
}

static inline void bind_arrow(rung_answers *answers, rung_role role, const char *name,
                              const struct arrow *arrow)
{
  rung_error error = {.status = 0};
  assert_status(try_arrow(answers, role, name, arrow, &error), RUNG_OK, &error);
}

static inline rung_answers *answers_of(rung_model *model)
{
  rung_answers *answers = NULL;
  rung_error error = {.status = 0};
  assert_status(rung_answers_new(model, &answers, &error), RUNG_OK, &error);
  rung_model_free(model);
  return answers;
}

static inline int begin_arrow(void **state)
{
  released = 0;
  *state = answers_of(make_model());
  return 0;
}

static inline int end_arrow(void **state)
{
  rung_answers_free(*state);
  return released;
}

#endif
