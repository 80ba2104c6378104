/* Columns read into arrays, checked before anything is reckoned.
 * SPDX-License-Identifier: Apache-2.0 */
#include "stats/input.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/column.h"
#include "base/names.h"

#define ROWS_MAX UINT32_MAX

/* RUNG_E_ARGUMENT where the column cannot be read, or is of another length; `place` is 1-based. */
static rung_status check(const rung_column *column, size_t place, int64_t rows, rung_error *error)
{
  const char *why = rung__column_unreadable(column);
  if (why != NULL)
    return rung__fail_at(error, RUNG_E_ARGUMENT, NULL, 0, (int64_t)place,
                         "column %zu cannot be read: %s", place, why);
  if (column->length > ROWS_MAX)
    return rung__fail_at(error, RUNG_E_LIMIT, NULL, 0, (int64_t)place,
                         "column %zu has more than 2^32 - 1 rows", place);
  if (column->length != rows)
    return rung__fail_at(error, RUNG_E_ARGUMENT, NULL, 0, (int64_t)place,
                         "column %zu has %lld rows, another has %lld: expected one length", place,
                         (long long)column->length, (long long)rows);
  return RUNG_OK;
}

static rung_status check_numbers(const rung_column *column, size_t place, int64_t rows,
                                 rung_error *error)
{
  TRY(check(column, place, rows, error));
  if (column->type == RUNG_TYPE_TEXT)
    return rung__fail_at(error, RUNG_E_ARGUMENT, NULL, 0, (int64_t)place,
                         "column %zu is of text: expected numbers", place);
  return RUNG_OK;
}

static rung_status read_numbers(double *value, const rung_column *column, size_t place, size_t rows,
                                rung_error *error)
{
  for (size_t row = 0; row < rows; ++row) {
    value[row] = rung__column_has(column, row) ? rung__column_number(column, row) : NAN;
    if (isinf(value[row]))
      return rung__fail_at(error, RUNG_E_ANSWERS, NULL, (int64_t)row + 1, (int64_t)place,
                           "row %zu of column %zu is infinite: expected a number, or none", row + 1,
                           place);
  }
  return RUNG_OK;
}

rung_status rung__matrix_read(struct rung__matrix *matrix, const rung_column *columns, size_t count,
                              rung_error *error)
{
  *matrix = (struct rung__matrix){0};
  if (columns == NULL || count == 0)
    return rung__fail(error, RUNG_E_ARGUMENT, "there are no columns: expected one or more");
  for (size_t index = 0; index < count; ++index)
    TRY(check_numbers(&columns[index], index + 1, columns[0].length, error));
  const size_t rows = (size_t)columns[0].length;
  double *value = count > SIZE_MAX / (rows + 1) ? NULL
                                                : rung__array_new(rows * count, sizeof *value);
  if (value == NULL) return rung__fail_memory(error);
  rung_status status = RUNG_OK;
  for (size_t index = 0; index < count && status == RUNG_OK; ++index)
    status = read_numbers(value + index * rows, &columns[index], index + 1, rows, error);
  if (status != RUNG_OK) {
    free(value);
    return status;
  }
  *matrix = (struct rung__matrix){rows, count, value};
  return RUNG_OK;
}

double *rung__matrix_column(const struct rung__matrix *matrix, size_t column)
{
  return matrix->value + column * matrix->rows;
}

/* The first column that lacks a value in a row; as many as there are columns: none. */
static size_t first_absent(const struct rung__matrix *matrix, size_t row)
{
  size_t column = 0;
  while (column < matrix->columns && !isnan(rung__matrix_column(matrix, column)[row]))
    ++column;
  return column;
}

/* Moves the complete rows together; columns stay `rows` apart until all have moved. */
static void keep_complete(struct rung__matrix *matrix, double *weight)
{
  size_t kept = 0;
  for (size_t row = 0; row < matrix->rows; ++row) {
    if (first_absent(matrix, row) < matrix->columns) continue;
    for (size_t column = 0; column < matrix->columns; ++column)
      rung__matrix_column(matrix, column)[kept] = rung__matrix_column(matrix, column)[row];
    if (weight != NULL) weight[kept] = weight[row];
    ++kept;
  }
  for (size_t column = 1; column < matrix->columns; ++column)
    memmove(matrix->value + column * kept, rung__matrix_column(matrix, column),
            kept * sizeof *matrix->value);
  matrix->rows = kept;
}

static rung_status need_complete(const struct rung__matrix *matrix, rung_error *error)
{
  for (size_t row = 0; row < matrix->rows; ++row) {
    const size_t column = first_absent(matrix, row);
    if (column < matrix->columns)
      return rung__fail_at(error, RUNG_E_ANSWERS, NULL, (int64_t)row + 1, (int64_t)column + 1,
                           "row %zu of column %zu has no value, which RUNG_MISSING_FAIL refuses",
                           row + 1, column + 1);
  }
  return RUNG_OK;
}

rung_status rung__matrix_settle(struct rung__matrix *matrix, double *weight, rung_missing missing,
                                rung_error *error)
{
  switch (missing) {
  case RUNG_MISSING_LISTWISE: keep_complete(matrix, weight); return RUNG_OK;
  case RUNG_MISSING_PAIRWISE: return RUNG_OK;
  case RUNG_MISSING_FAIL: return need_complete(matrix, error);
  }
  return rung__fail(error, RUNG_E_ARGUMENT, "%d is no rung_missing", (int)missing);
}

void rung__matrix_free(struct rung__matrix *matrix)
{
  free(matrix->value);
  *matrix = (struct rung__matrix){0};
}

rung_status rung__weights_read(double **weight, const rung_column *column, size_t rows,
                               rung_error *error)
{
  *weight = NULL;
  if (column == NULL) return RUNG_OK;
  struct rung__matrix matrix;
  TRY(rung__matrix_read(&matrix, column, 1, error));
  rung_status status = RUNG_OK;
  if (matrix.rows != rows)
    status = rung__fail(error, RUNG_E_ARGUMENT, "there are %zu weights for %zu rows", matrix.rows,
                        rows);
  for (size_t row = 0; row < rows && status == RUNG_OK; ++row) {
    if (!(matrix.value[row] >= 0))
      status = rung__fail_at(error, RUNG_E_ANSWERS, NULL, (int64_t)row + 1, 0,
                             "the weight in row %zu is absent or negative: expected 0 or more",
                             row + 1);
  }
  if (status != RUNG_OK)
    rung__matrix_free(&matrix);
  else
    *weight = matrix.value;
  return status;
}

/* The bytes that tell one label from another; a number that is absent has none. */
static bool label_of(const rung_column *column, size_t row, double *room, struct rung__slice *label)
{
  if (!rung__column_has(column, row)) return false;
  if (column->type == RUNG_TYPE_TEXT)
    return rung__column_text(column, row, label) && label->length > 0;
  int64_t whole;
  if (column->type == RUNG_TYPE_FLOAT || column->type == RUNG_TYPE_DOUBLE) {
    *room = rung__column_number(column, row);
    if (isnan(*room)) return false;
    if (*room == 0) *room = 0; /* no -0 */
  } else {
    whole = rung__column_whole(column, row);
    memcpy(room, &whole, sizeof *room);
  }
  *label = (struct rung__slice){(const char *)room, sizeof *room};
  return true;
}

rung_status rung__codes_read(struct rung__codes *codes, const rung_column *column, size_t rows,
                             rung_error *error)
{
  struct rung__names names = {0};
  *codes = (struct rung__codes){0};
  if (column == NULL) return rung__fail(error, RUNG_E_ARGUMENT, "there is no column of labels");
  TRY(check(column, 1, (int64_t)rows, error));
  uint32_t *code = rung__array_new(rows, sizeof *code);
  bool room = code != NULL;
  for (size_t row = 0; row < rows && room; ++row) {
    double number;
    struct rung__slice label;
    code[row] = RUNG__NO_CODE;
    if (!label_of(column, row, &number, &label)) continue;
    code[row] = rung__names_add(&names, label);
    room = code[row] != RUNG__NO_NAME;
  }
  const size_t count = names.count;
  rung__names_free(&names);
  if (!room) {
    free(code);
    return rung__fail_memory(error);
  }
  *codes = (struct rung__codes){rows, count, code};
  return RUNG_OK;
}

void rung__codes_free(struct rung__codes *codes)
{
  free(codes->code);
  *codes = (struct rung__codes){0};
}
