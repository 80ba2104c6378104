/* Designs read from columns: units numbered within strata, fractions checked.
 * SPDX-License-Identifier: Apache-2.0 */
#include "stats/design.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/fail.h"

#define PLACES (RUNG_DESIGN_MARGIN + RUNG__MARGINS)

/* The columns that are given. */
struct given {
  const rung_column *column[PLACES]; /* NULL: not given */
};

static rung_status check(struct given *given, const rung_column *columns, size_t count,
                         rung_lonely lonely, rung_error *error)
{
  *given = (struct given){{NULL}};
  if ((int)lonely < RUNG_LONELY_FAIL || lonely > RUNG_LONELY_AVERAGE)
    return rung__fail(error, RUNG_E_ARGUMENT, "%d is no rung_lonely", (int)lonely);
  if (count > PLACES || (columns == NULL && count > 0))
    return rung__fail(error, RUNG_E_ARGUMENT, "a design has 0 to %d columns, not %zu", PLACES,
                      count);
  for (size_t place = 0; place < count; ++place)
    if (columns[place].type != 0) given->column[place] = &columns[place];
  if (given->column[RUNG_DESIGN_MARGIN - 1] != NULL)
    return rung__fail(error, RUNG_E_ARGUMENT, "place %d of a design means nothing yet",
                      RUNG_DESIGN_MARGIN - 1);
  return RUNG_OK;
}

/* Reads weights, and cuts them down to the domain. */
static rung_status read_weights(struct rung__design *design, const struct given *given,
                                rung_error *error)
{
  const rung_column *domain = given->column[RUNG_DESIGN_DOMAIN];
  struct rung__matrix in = {0};
  TRY(rung__weights_read(&design->sampled, given->column[RUNG_DESIGN_WEIGHT], design->rows, error));
  design->weight = rung__array_new(design->rows, sizeof *design->weight);
  if (design->sampled == NULL) {
    design->sampled = rung__array_new(design->rows, sizeof *design->sampled);
    for (size_t row = 0; row < design->rows && design->sampled != NULL; ++row)
      design->sampled[row] = 1;
  }
  if (design->weight == NULL || design->sampled == NULL) return rung__fail_memory(error);
  memcpy(design->weight, design->sampled, design->rows * sizeof *design->weight);
  if (domain == NULL) return RUNG_OK;
  TRY(rung__matrix_read(&in, domain, 1, error));
  const bool fits = in.rows == design->rows;
  for (size_t row = 0; row < design->rows && fits; ++row)
    if (isnan(in.value[row]) || in.value[row] == 0) design->weight[row] = 0;
  rung__matrix_free(&in);
  return fits ? RUNG_OK
              : rung__fail(error, RUNG_E_ARGUMENT, "the domain has other rows than the design");
}

/* Reads labels that every row must have; without a column one for all, or one for each row. */
static rung_status read_labels(struct rung__codes *codes, const rung_column *column, size_t rows,
                               bool each, rung_error *error)
{
  if (column == NULL) {
    uint32_t *code = rung__array_new(rows, sizeof *code);
    if (code == NULL) return rung__fail_memory(error);
    for (size_t row = 0; row < rows && each; ++row)
      code[row] = (uint32_t)row;
    *codes = (struct rung__codes){rows, each ? rows : 1, code};
    return RUNG_OK;
  }
  TRY(rung__codes_read(codes, column, rows, error));
  for (size_t row = 0; row < rows; ++row) {
    if (codes->code[row] != RUNG__NO_CODE) continue;
    rung__codes_free(codes);
    return rung__fail_at(error, RUNG_E_ANSWERS, NULL, (int64_t)row + 1, 0,
                         "row %zu has no label: a design needs one of every row", row + 1);
  }
  return RUNG_OK;
}

/* A stable counting sort of rows by code; `begin` has room for a number more than codes. */
static void sort_rows(const uint32_t *code, size_t codes, const size_t *from, size_t *to,
                      size_t *begin, size_t rows)
{
  memset(begin, 0, (codes + 1) * sizeof *begin);
  for (size_t row = 0; row < rows; ++row)
    ++begin[code[row] + 1];
  for (size_t place = 0; place < codes; ++place)
    begin[place + 1] += begin[place];
  for (size_t index = 0; index < rows; ++index) {
    const size_t row = from == NULL ? index : from[index];
    to[begin[code[row]]++] = row;
  }
}

/* Numbers the units in the order of rows sorted by stratum and label. */
static void number(struct rung__stage *stage, const struct rung__codes *strata,
                   const struct rung__codes *labels, const size_t *order)
{
  for (size_t index = 0; index < strata->rows; ++index) {
    const size_t row = order[index], last = index > 0 ? order[index - 1] : row;
    if (index == 0 || strata->code[row] != strata->code[last] ||
        labels->code[row] != labels->code[last]) {
      stage->stratum[stage->units] = strata->code[row];
      ++stage->size[strata->code[row]];
      ++stage->units;
    }
    stage->unit[row] = (uint32_t)(stage->units - 1);
  }
}

static bool stage_new(struct rung__stage *stage, const struct rung__codes *strata,
                      const struct rung__codes *labels)
{
  const size_t rows = strata->rows;
  const size_t most = strata->count > labels->count ? strata->count : labels->count;
  size_t *room = rung__array_new(2 * rows + most + 1, sizeof *room);
  stage->strata = strata->count;
  stage->unit = rung__array_new(rows, sizeof *stage->unit);
  stage->stratum = rung__array_new(rows, sizeof *stage->stratum);
  stage->size = rung__array_new(strata->count, sizeof *stage->size);
  stage->fraction = rung__array_new(strata->count, sizeof *stage->fraction);
  const bool fine = room != NULL && stage->unit != NULL && stage->stratum != NULL &&
                    stage->size != NULL && stage->fraction != NULL;
  if (fine) {
    size_t *by_label = room, *order = room + rows, *begin = room + 2 * rows;
    sort_rows(labels->code, labels->count, NULL, by_label, begin, rows);
    sort_rows(strata->code, strata->count, by_label, order, begin, rows);
    number(stage, strata, labels, order);
  }
  free(room);
  return fine;
}

static rung_status bad_population(size_t row, rung_error *error)
{
  return rung__fail_at(error, RUNG_E_ANSWERS, NULL, (int64_t)row + 1, 0,
                       "the population in row %zu is absent, below its sample, or another than in "
                       "its stratum before",
                       row + 1);
}

/* Puts the share that was drawn of each stratum. */
static rung_status put_fractions(struct rung__stage *stage, const double *population, size_t rows,
                                 rung_error *error)
{
  bool sizes = false;
  for (size_t stratum = 0; stratum < stage->strata; ++stratum)
    stage->fraction[stratum] = -1; /* not seen yet */
  for (size_t row = 0; row < rows; ++row)
    sizes = sizes || population[row] > 1;
  for (size_t row = 0; row < rows; ++row) {
    const size_t stratum = stage->stratum[stage->unit[row]];
    const double drawn = (double)stage->size[stratum];
    const double share = sizes ? drawn / population[row] : population[row];
    if (!(share >= 0 && share <= 1) ||
        (stage->fraction[stratum] >= 0 && stage->fraction[stratum] != share))
      return bad_population(row, error);
    stage->fraction[stratum] = share;
  }
  return RUNG_OK;
}

static rung_status read_fractions(struct rung__stage *stage, const rung_column *column, size_t rows,
                                  rung_error *error)
{
  if (column == NULL) return RUNG_OK;
  struct rung__matrix matrix;
  TRY(rung__matrix_read(&matrix, column, 1, error));
  const rung_status status = matrix.rows == rows
                                 ? put_fractions(stage, matrix.value, rows, error)
                                 : rung__fail(error, RUNG_E_ARGUMENT,
                                              "the population has other rows than the design");
  rung__matrix_free(&matrix);
  return status;
}

/* Reads a stage whose strata are known. */
static rung_status read_stage(struct rung__stage *stage, const struct rung__codes *strata,
                              const rung_column *labels, const rung_column *population,
                              rung_error *error)
{
  struct rung__codes units = {0};
  TRY(read_labels(&units, labels, strata->rows, true, error));
  const bool fine = stage_new(stage, strata, &units);
  rung__codes_free(&units);
  if (!fine) return rung__fail_memory(error);
  return read_fractions(stage, population, strata->rows, error);
}

static rung_status read_stages(struct rung__design *design, const struct given *given,
                               rung_error *error)
{
  struct rung__codes strata = {0};
  const rung_column *const *column = given->column;
  TRY(read_labels(&strata, column[RUNG_DESIGN_STRATUM], design->rows, false, error));
  design->stages = 1;
  const rung_status status = read_stage(&design->stage[0], &strata, column[RUNG_DESIGN_CLUSTER],
                                        column[RUNG_DESIGN_POPULATION], error);
  rung__codes_free(&strata);
  if (status != RUNG_OK || column[RUNG_DESIGN_POPULATION] == NULL ||
      column[RUNG_DESIGN_POPULATION_2] == NULL)
    return status;
  design->stages = 2;
  const struct rung__codes above = {design->rows, design->stage[0].units, design->stage[0].unit};
  return read_stage(&design->stage[1], &above, column[RUNG_DESIGN_CLUSTER_2],
                    column[RUNG_DESIGN_POPULATION_2], error);
}

static rung_status read_margins(struct rung__design *design, const struct given *given,
                                rung_error *error)
{
  for (size_t index = 0; index < RUNG__MARGINS; ++index) {
    const rung_column *column = given->column[RUNG_DESIGN_MARGIN + index];
    if (column == NULL) continue;
    TRY(read_labels(&design->margin[design->margins], column, design->rows, false, error));
    ++design->margins;
  }
  return RUNG_OK;
}

rung_status rung__design_read(struct rung__design *design, const rung_column *columns, size_t count,
                              rung_lonely lonely, size_t rows, rung_error *error)
{
  struct given given;
  *design = (struct rung__design){.rows = rows, .lonely = lonely};
  TRY(check(&given, columns, count, lonely, error));
  rung_status status = read_weights(design, &given, error);
  if (status == RUNG_OK) status = read_stages(design, &given, error);
  if (status == RUNG_OK) status = read_margins(design, &given, error);
  if (status != RUNG_OK) rung__design_free(design);
  return status;
}

void rung__design_free(struct rung__design *design)
{
  free(design->sampled);
  free(design->weight);
  for (size_t stage = 0; stage < RUNG__STAGES; ++stage) {
    free(design->stage[stage].unit);
    free(design->stage[stage].stratum);
    free(design->stage[stage].size);
    free(design->stage[stage].fraction);
  }
  for (size_t index = 0; index < RUNG__MARGINS; ++index)
    rung__codes_free(&design->margin[index]);
  *design = (struct rung__design){0};
}

rung_status rung__design_df(const struct rung__design *design, double *df, rung_error *error)
{
  const struct rung__stage *stage = &design->stage[0];
  uint8_t *seen = rung__array_new(stage->units + stage->strata, sizeof *seen);
  size_t units = 0, strata = 0;
  if (seen == NULL) return rung__fail_memory(error);
  for (size_t row = 0; row < design->rows; ++row) {
    if (!(design->weight[row] > 0)) continue;
    uint8_t *unit = &seen[stage->unit[row]];
    uint8_t *stratum = &seen[stage->units + stage->stratum[stage->unit[row]]];
    units += *unit == 0;
    strata += *stratum == 0;
    *unit = *stratum = 1;
  }
  free(seen);
  *df = (double)units - (double)strata;
  return RUNG_OK;
}
