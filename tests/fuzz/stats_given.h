/* What the fuzz target of statistics makes of bytes: columns, arrays, numbers, good and bad.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_TESTS_FUZZ_STATS_GIVEN_H
#define RUNG_TESTS_FUZZ_STATS_GIVEN_H

#include "fuzz.h"

#include <float.h>
#include <math.h>

enum { LEVELS = 12, COLUMNS = 8, ROWS = 24, HEAD = 12, NUMBERS = 4, DESIGN = 9 };

/* The arguments of one call. Arrays have exactly the room that is promised. */
struct given {
  size_t rows, count;          /* of `column` */
  rung_column column[COLUMNS]; /* numbers, or now and then what a statistic must refuse */
  rung_column group, label;    /* text or numbers */
  const rung_column *weight;   /* NULL: none */
  rung_column design[DESIGN];
  double *matrix;  /* count x count, symmetric */
  double *ordered; /* COLUMNS rising numbers */
  double *plain;   /* ROWS numbers */
  double *chance;  /* ROWS probabilities, mostly */
  double *table;   /* LEVELS x LEVELS counts */
  uint8_t half[COLUMNS];
  uint32_t scale[COLUMNS];
  int8_t keys[COLUMNS * COLUMNS];
  double number[NUMBERS];
  size_t size, each, items;
  int which;
  rung_missing missing;
  const rung_settings *settings; /* NULL: the starts */
};

/* Bytes, and behind their end numbers that go on in a pattern. */
struct bytes {
  const uint8_t *data;
  size_t size, at;
};

static inline uint8_t next(struct bytes *bytes)
{
  const size_t at = bytes->at++;
  return at < bytes->size ? bytes->data[at] : (uint8_t)((at * at + at / 5) % 6);
}

/* Small whole numbers mostly, then every number that is trouble somewhere. */
static inline double number_of(uint8_t byte)
{
  static const double TROUBLE[] = {
      NAN,       0,         -0.0,    -1,       1,      0.5,     1.0 / 3,  0.1,
      0.95,      0.9999,    1e-12,   1e-16,    1e-300, DBL_MIN, 5e-324,   1e300,
      -1e300,    1e308,     DBL_MAX, -DBL_MAX, 1e100,  1e-99,   1e15 + 1, 1e15 + 2,
      1e9,       -1e9,      1e5,     100,      1e-3,   2,       INFINITY, -INFINITY,
      1 + 1e-15, 1 - 1e-16, 1e154,   -1e154,   1.5,    2.5,     7,        4294967296.0};
  if (byte < 192) return byte % 6;
  return TROUBLE[(size_t)(byte - 192) % (sizeof TROUBLE / sizeof *TROUBLE)];
}

static inline void *room(size_t count, size_t size)
{
  void *made = calloc(count == 0 ? 1 : count, size);
  MUST(made != NULL);
  return made;
}

static inline double *numbers(struct bytes *bytes, size_t count)
{
  double *made = room(count, sizeof *made);
  for (size_t index = 0; index < count; ++index)
    made[index] = number_of(next(bytes));
  return made;
}

static inline rung_column number_column(struct bytes *bytes, size_t rows)
{
  return (rung_column){
      .data = numbers(bytes, rows), .length = (int64_t)rows, .type = RUNG_TYPE_DOUBLE};
}

static inline rung_column text_column(struct bytes *bytes, size_t rows)
{
  char *text = room(rows, 1);
  int32_t *offset = room(rows + 1, sizeof *offset), length = 0;
  for (size_t row = 0; row < rows; ++row) {
    const uint8_t byte = next(bytes) % 6;
    if (byte > 0) text[length++] = (char)('a' + byte);
    offset[row + 1] = length;
  }
  return (rung_column){
      .data = text, .offsets = offset, .length = (int64_t)rows, .type = RUNG_TYPE_TEXT};
}

static inline rung_column byte_column(struct bytes *bytes, size_t rows)
{
  int8_t *data = room(rows, 1);
  for (size_t row = 0; row < rows; ++row)
    data[row] = (int8_t)(next(bytes) % 6);
  return (rung_column){.data = data, .length = (int64_t)rows, .type = RUNG_TYPE_INT8};
}

/* `form`: now and then a column of another type, or of another length. */
static inline rung_column any_column(struct bytes *bytes, size_t rows, uint8_t form)
{
  if (form == 251) return text_column(bytes, rows);
  if (form == 252) return number_column(bytes, rows + 1);
  if (form == 253) return (rung_column){.length = (int64_t)rows, .type = 99};
  if (form == 254) return (rung_column){.length = -1, .type = RUNG_TYPE_DOUBLE};
  return form >= 240 ? byte_column(bytes, rows) : number_column(bytes, rows);
}

/* Right and wrong only. */
static inline void make_binary(const rung_column *column)
{
  double *value = (double *)(uintptr_t)column->data;
  if (column->type != RUNG_TYPE_DOUBLE) return;
  for (int64_t row = 0; row < column->length; ++row)
    if (!isnan(value[row])) value[row] = value[row] > 2;
}

static inline void free_column(const rung_column *column)
{
  free((void *)(uintptr_t)column->data);
  free((void *)(uintptr_t)column->offsets);
}

static inline double *symmetric(struct bytes *bytes, size_t count)
{
  double *matrix = numbers(bytes, count * count);
  for (size_t row = 0; row < count; ++row)
    for (size_t column = 0; column < row; ++column)
      matrix[row * count + column] = matrix[column * count + row];
  return matrix;
}

static inline int by_size(const void *left, const void *right)
{
  const double a = *(const double *)left, b = *(const double *)right;
  return (a > b) - (a < b);
}

static inline const rung_settings *some_settings(uint8_t choice)
{
  static const struct {
    double confidence, replicates, work;
  } OF[] = {{0.5, 100, 1e3}, {0.9999, 150, 1e5}, {0.95, 200, 1e6}};
  static rung_settings *made[3];
  if (choice == 0) return NULL;
  for (size_t index = 0; index < 3; ++index)
    if (made[index] == NULL) {
      MUST(rung_settings_new(&made[index], NULL) == RUNG_OK);
      MUST(rung_settings_set(made[index], RUNG_SETTING_CONFIDENCE, OF[index].confidence, NULL) ==
           RUNG_OK);
      MUST(rung_settings_set(made[index], RUNG_SETTING_REPLICATES, OF[index].replicates, NULL) ==
           RUNG_OK);
      MUST(rung_settings_set(made[index], RUNG_SETTING_WORK, OF[index].work, NULL) == RUNG_OK);
    }
  return made[(choice - 1) % 3];
}

static inline size_t size_of(uint8_t byte)
{
  static const size_t HUGE_SIZES[] = {SIZE_MAX, SIZE_MAX / 2 + 1, SIZE_MAX / 8, (size_t)1 << 32};
  return byte < 240 ? byte % 12 : HUGE_SIZES[byte % 4];
}

static inline void fill_head(struct given *given, struct bytes *bytes)
{
  given->rows = next(bytes) % (ROWS + 1);
  given->count = next(bytes) % (COLUMNS + 1);
  const uint8_t missing = next(bytes), which = next(bytes);
  given->missing = (rung_missing)(missing < 250 ? missing % 3 : 7);
  given->which = which < 250 ? which % 16 : which - 256;
  given->settings = some_settings(next(bytes) % 4);
  for (size_t index = 0; index < NUMBERS; ++index)
    given->number[index] = number_of(next(bytes));
  given->size = size_of(next(bytes));
  const uint8_t each = next(bytes);
  given->each = each < 250 ? each % 24 : SIZE_MAX;
  given->items = given->count;
}

static inline void fill_arrays(struct given *given, struct bytes *bytes)
{
  given->matrix = symmetric(bytes, given->count);
  given->plain = numbers(bytes, ROWS);
  given->table = room(LEVELS * LEVELS, sizeof(double));
  given->chance = room(ROWS, sizeof(double));
  for (size_t index = 0; index < ROWS; ++index)
    given->chance[index] = next(bytes) / 254.0;
  given->ordered = numbers(bytes, COLUMNS);
  for (size_t index = 0; index < COLUMNS; ++index)
    if (isnan(given->ordered[index])) given->ordered[index] = (double)index;
  qsort(given->ordered, COLUMNS, sizeof(double), by_size);
  for (size_t index = 0; index < COLUMNS; ++index) {
    given->half[index] = next(bytes) % 3 ? (uint8_t)(index % 2) : next(bytes) % 3;
    given->scale[index] = next(bytes) % 4;
  }
  for (size_t index = 0; index < COLUMNS * COLUMNS; ++index)
    given->keys[index] = (int8_t)(next(bytes) % 3 - 1);
}

/* Each column of the design is there or not. */
static inline void fill_design(struct given *given, uint8_t choice)
{
  for (size_t place = 0; place < DESIGN; ++place)
    if (place < COLUMNS && choice >> place & 1)
      given->design[place] = place == RUNG_DESIGN_STRATUM   ? given->group
                             : place == RUNG_DESIGN_CLUSTER ? given->label
                                                            : given->column[place];
  if (choice & 128) given->design[RUNG_DESIGN_MARGIN] = given->group;
}

static inline struct given *make_given(struct bytes *bytes)
{
  struct given *given = room(1, sizeof *given);
  fill_head(given, bytes);
  const uint8_t form = next(bytes), choice = next(bytes), bad = next(bytes);
  for (size_t index = 0; index < COLUMNS; ++index) {
    given->column[index] = any_column(bytes, given->rows, index == form % COLUMNS ? bad : 0);
    if (form & 64) make_binary(&given->column[index]);
  }
  given->group = form & 8 ? text_column(bytes, given->rows) : byte_column(bytes, given->rows);
  given->label = form & 16 ? text_column(bytes, given->rows) : number_column(bytes, given->rows);
  given->weight = form & 32 ? &given->column[COLUMNS - 1] : NULL;
  fill_arrays(given, bytes);
  fill_design(given, choice);
  return given;
}

static inline void free_given(struct given *given)
{
  for (size_t index = 0; index < COLUMNS; ++index)
    free_column(&given->column[index]);
  free_column(&given->group);
  free_column(&given->label);
  free(given->matrix);
  free(given->plain);
  free(given->chance);
  free(given->table);
  free(given->ordered);
  free(given);
}

#endif
