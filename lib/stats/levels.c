/* Ratings as places among levels.
 * SPDX-License-Identifier: Apache-2.0 */
#include "stats/levels.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/fail.h"
#include "base/sort.h"

/* Sorts values, NaN last, and keeps each once. */
static size_t distinct(double *value, size_t count)
{
  size_t kept = 0;
  rung__sort(value, count);
  for (size_t index = 0; index < count && !isnan(value[index]); ++index)
    if (kept == 0 || value[index] != value[kept - 1]) value[kept++] = value[index];
  return kept;
}

rung_status rung__levels_observe(struct rung__levels *levels, const struct rung__matrix *matrix,
                                 rung_error *error)
{
  const size_t count = matrix->rows * matrix->columns;
  double *value = rung__array_new(count, sizeof *value);
  *levels = (struct rung__levels){0};
  if (value == NULL) return rung__fail_memory(error);
  memcpy(value, matrix->value, count * sizeof *value);
  *levels = (struct rung__levels){distinct(value, count), value};
  return RUNG_OK;
}

uint32_t rung__levels_place(const struct rung__levels *levels, double value)
{
  size_t least = 0, most = levels->count;
  while (least < most) {
    const size_t middle = least + (most - least) / 2;
    if (levels->value[middle] < value)
      least = middle + 1;
    else
      most = middle;
  }
  return least < levels->count && levels->value[least] == value ? (uint32_t)least : RUNG__NO_LEVEL;
}

void rung__levels_free(struct rung__levels *levels)
{
  free(levels->value);
  *levels = (struct rung__levels){0};
}

/* The levels that a caller gives. */
static rung_status read_levels(struct rung__levels *levels, const rung_column *column,
                               rung_error *error)
{
  struct rung__matrix matrix;
  *levels = (struct rung__levels){0};
  TRY(rung__matrix_read(&matrix, column, 1, error));
  const size_t count = distinct(matrix.value, matrix.rows);
  if (count != matrix.rows) {
    rung__matrix_free(&matrix);
    return rung__fail(error, RUNG_E_ARGUMENT, "a level is absent or comes twice");
  }
  *levels = (struct rung__levels){count, matrix.value};
  return RUNG_OK;
}

static rung_status place_all(struct rung__ratings *ratings, const struct rung__matrix *matrix,
                             const struct rung__levels *levels, rung_error *error)
{
  for (size_t rater = 0; rater < matrix->columns; ++rater) {
    for (size_t row = 0; row < matrix->rows; ++row) {
      const double value = rung__matrix_column(matrix, rater)[row];
      const uint32_t place = isnan(value) ? RUNG__NO_LEVEL : rung__levels_place(levels, value);
      if (place == RUNG__NO_LEVEL && !isnan(value))
        return rung__fail_at(error, RUNG_E_ANSWERS, NULL, (int64_t)row + 1, (int64_t)rater + 1,
                             "row %zu of column %zu is none of the levels", row + 1, rater + 1);
      ratings->place[rater * matrix->rows + row] = place;
    }
  }
  return RUNG_OK;
}

static rung_status make(struct rung__ratings *ratings, const struct rung__matrix *matrix,
                        const struct rung__levels *levels, rung_error *error)
{
  if (levels->count > RUNG__LEVELS_MOST)
    return rung__fail(error, RUNG_E_LIMIT, "there are %zu levels: expected %d or fewer",
                      levels->count, RUNG__LEVELS_MOST);
  uint32_t *place = rung__array_new(matrix->rows * matrix->columns, sizeof *place);
  if (place == NULL) return rung__fail_memory(error);
  *ratings = (struct rung__ratings){matrix->rows, matrix->columns, levels->count, place};
  const rung_status status = place_all(ratings, matrix, levels, error);
  if (status != RUNG_OK) rung__ratings_free(ratings);
  return status;
}

rung_status rung__ratings_make(struct rung__ratings *ratings, const struct rung__matrix *matrix,
                               const rung_column *levels, rung_error *error)
{
  struct rung__levels made;
  *ratings = (struct rung__ratings){0};
  TRY(levels == NULL ? rung__levels_observe(&made, matrix, error)
                     : read_levels(&made, levels, error));
  const rung_status status = make(ratings, matrix, &made, error);
  rung__levels_free(&made);
  return status;
}

uint32_t rung__ratings_get(const struct rung__ratings *ratings, size_t rater, size_t row)
{
  return ratings->place[rater * ratings->rows + row];
}

void rung__ratings_free(struct rung__ratings *ratings)
{
  free(ratings->place);
  *ratings = (struct rung__ratings){0};
}

static double weight_of(rung_rater_weights kind, size_t apart, size_t levels)
{
  if (apart == 0) return 1;
  if (kind == RUNG_RATER_WEIGHTS_NONE) return 0;
  const double part = (double)apart / (double)(levels - 1);
  return 1 - (kind == RUNG_RATER_WEIGHTS_LINEAR ? part : part * part);
}

rung_status rung__rater_weights(double **weight, size_t levels, rung_rater_weights kind,
                                rung_error *error)
{
  *weight = NULL;
  if (kind != RUNG_RATER_WEIGHTS_NONE && kind != RUNG_RATER_WEIGHTS_LINEAR &&
      kind != RUNG_RATER_WEIGHTS_QUADRATIC)
    return rung__fail(error, RUNG_E_ARGUMENT, "%d is no rung_rater_weights", (int)kind);
  double *made = rung__array_new(levels * levels, sizeof *made);
  if (made == NULL) return rung__fail_memory(error);
  for (size_t i = 0; i < levels; ++i)
    for (size_t j = 0; j < levels; ++j)
      made[i * levels + j] = weight_of(kind, i > j ? i - j : j - i, levels);
  *weight = made;
  return RUNG_OK;
}

rung_status rung__raters_check(size_t count, rung_error *error)
{
  if (count >= 2) return RUNG_OK;
  return rung__fail(error, RUNG_E_ARGUMENT, "there are %zu raters: expected two or more", count);
}
