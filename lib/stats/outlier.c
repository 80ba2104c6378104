/* Mahalanobis' distance, row by row; rows that lack the same answers share a factor.
 * SPDX-License-Identifier: Apache-2.0 */
#include <rung/stats/outlier.h>

#include <math.h>
#include <stdlib.h>

#include <rung/stats/distribution.h>

#include "base/array.h"
#include "base/fail.h"
#include "base/names.h"
#include "stats/covariance.h"
#include "stats/output.h"
#include "stats/symmetric.h"

#define MAHALANOBIS_COUNT 3 /* values of rung_mahalanobis */

/* Rows by which answers they have: pattern numbers, and rows in the order of patterns. */
struct patterns {
  size_t count;
  uint32_t *pattern;       /* [row] */
  size_t *begin, *ordered; /* [pattern + 1], [row] */
};

static void free_patterns(struct patterns *patterns)
{
  free(patterns->pattern);
  free(patterns->begin);
  free(patterns->ordered);
}

/* Numbers the patterns of the rows. */
static bool number_patterns(struct patterns *patterns, const struct rung__matrix *matrix)
{
  struct rung__names names = {0};
  char *mark = rung__array_new(matrix->columns, sizeof *mark);
  patterns->pattern = rung__array_new(matrix->rows, sizeof *patterns->pattern);
  bool fine = mark != NULL && patterns->pattern != NULL;
  for (size_t row = 0; row < matrix->rows && fine; ++row) {
    for (size_t column = 0; column < matrix->columns; ++column)
      mark[column] = (char)!isnan(rung__matrix_column(matrix, column)[row]);
    patterns->pattern[row] = rung__names_add(&names, (struct rung__slice){mark, matrix->columns});
    fine = patterns->pattern[row] != RUNG__NO_NAME;
  }
  patterns->count = names.count;
  rung__names_free(&names);
  free(mark);
  return fine;
}

/* Puts the rows of each pattern together, in their order. */
static bool order_rows(struct patterns *patterns, size_t rows)
{
  patterns->begin = rung__array_new(patterns->count + 2, sizeof *patterns->begin);
  patterns->ordered = rung__array_new(rows, sizeof *patterns->ordered);
  if (patterns->begin == NULL || patterns->ordered == NULL) return false;
  for (size_t row = 0; row < rows; ++row)
    ++patterns->begin[patterns->pattern[row] + 2];
  for (size_t pattern = 2; pattern < patterns->count + 2; ++pattern)
    patterns->begin[pattern] += patterns->begin[pattern - 1];
  for (size_t row = 0; row < rows; ++row)
    patterns->ordered[patterns->begin[patterns->pattern[row] + 1]++] = row;
  return true;
}

/* What is needed to judge rows; `which` lists the columns that the rows of a pattern have. */
struct judge {
  const struct rung__matrix *matrix;
  const struct rung__covariance *covariance;
  double *factor, *difference, *result;
  size_t *which;
};

/* The factor of the part of S that the columns of a row have; how many they are. False: no inverse. */
static bool factorise(const struct judge *judge, size_t row, size_t *count)
{
  const size_t size = judge->covariance->size;
  *count = 0;
  for (size_t column = 0; column < size; ++column) {
    if (!isnan(rung__matrix_column(judge->matrix, column)[row])) judge->which[(*count)++] = column;
  }
  for (size_t a = 0; a < *count; ++a) {
    for (size_t b = 0; b < *count; ++b)
      judge->factor[a * *count + b] = judge->covariance
                                          ->value[judge->which[a] * size + judge->which[b]];
  }
  return *count > 0 && rung__cholesky(judge->factor, *count);
}

static double distance(const struct judge *judge, size_t row, size_t count)
{
  double sum = 0;
  for (size_t index = 0; index < count; ++index) {
    const size_t column = judge->which[index];
    judge->difference[index] = rung__matrix_column(judge->matrix, column)[row] -
                               judge->covariance->mean[column];
  }
  rung__cholesky_forward(judge->factor, count, judge->difference);
  for (size_t index = 0; index < count; ++index)
    sum += judge->difference[index] * judge->difference[index];
  return sum;
}

/* Judges the rows of one pattern; whether any could be. `whole`: only if they lack nothing. */
static bool judge_pattern(const struct judge *judge, const struct patterns *patterns,
                          size_t pattern, bool whole)
{
  const size_t rows = judge->matrix->rows, first = patterns->begin[pattern];
  size_t count;
  bool any = false;
  bool fine = factorise(judge, patterns->ordered[first], &count);
  fine = fine && !(whole && count < judge->covariance->size);
  for (size_t index = first; index < patterns->begin[pattern + 1]; ++index) {
    const size_t row = patterns->ordered[index];
    judge->result[RUNG_MAHALANOBIS_DF * rows + row] = (double)count;
    const double square = fine ? distance(judge, row, count) : (double)NAN;
    if (!isfinite(square)) continue;
    judge->result[RUNG_MAHALANOBIS_D2 * rows + row] = square;
    judge->result[RUNG_MAHALANOBIS_P * rows + row] = rung_stats_chi_square_upper(square,
                                                                                 (double)count);
    any = true;
  }
  return any;
}

static rung_status judge_rows(struct judge *judge, bool whole, rung_error *error)
{
  struct patterns patterns = {0};
  const size_t size = judge->covariance->size;
  bool any = false;
  judge->factor = rung__array_new(size * size, sizeof *judge->factor);
  judge->difference = rung__array_new(size, sizeof *judge->difference);
  judge->which = rung__array_new(size, sizeof *judge->which);
  const bool fine = judge->factor != NULL && judge->difference != NULL && judge->which != NULL &&
                    number_patterns(&patterns, judge->matrix) &&
                    order_rows(&patterns, judge->matrix->rows);
  for (size_t pattern = 0; fine && pattern < patterns.count; ++pattern)
    any = judge_pattern(judge, &patterns, pattern, whole) || any;
  free(judge->factor);
  free(judge->difference);
  free(judge->which);
  free_patterns(&patterns);
  if (!fine) return rung__fail_memory(error);
  if (any) return RUNG_OK;
  return rung__fail(
      error, RUNG_E_NOT_ESTIMABLE,
      "no row could be judged: too few rows, or columns that are combinations of others");
}

/* Means and covariances: of all answers, or of complete rows. */
static rung_status take_covariance(struct rung__covariance *covariance, const rung_column *columns,
                                   const struct rung__matrix *matrix, rung_missing missing,
                                   rung_error *error)
{
  if (missing == RUNG_MISSING_LISTWISE)
    return rung__covariance_read(covariance, columns, matrix->columns, NULL, missing, error);
  return rung__covariance_new(covariance, matrix, NULL, error);
}

static rung_status make(const rung_column *columns, const struct rung__matrix *matrix,
                        rung_missing missing, double *result, rung_error *error)
{
  struct rung__covariance covariance;
  TRY(take_covariance(&covariance, columns, matrix, missing, error));
  struct judge judge = {matrix, &covariance, NULL, NULL, result, NULL};
  rung__out_clear(result, MAHALANOBIS_COUNT * matrix->rows);
  const rung_status status = judge_rows(&judge, missing == RUNG_MISSING_LISTWISE, error);
  rung__covariance_free(&covariance);
  return status;
}

rung_status rung_stats_mahalanobis(const rung_column *columns, size_t count, rung_missing missing,
                                   double *out, size_t out_count, rung_error *error)
{
  struct rung__matrix matrix;
  TRY(rung__out_check(out, out_count, error));
  TRY(rung__matrix_read(&matrix, columns, count, error));
  rung_status status = RUNG_OK;
  if (missing != RUNG_MISSING_LISTWISE) status = rung__matrix_settle(&matrix, NULL, missing, error);
  double *result = rung__array_new(MAHALANOBIS_COUNT * matrix.rows, sizeof *result);
  if (status == RUNG_OK && result == NULL) status = rung__fail_memory(error);
  if (status == RUNG_OK) {
    status = make(columns, &matrix, missing, result, error);
    if (status == RUNG_OK || status == RUNG_E_NOT_ESTIMABLE)
      rung__out_put(out, out_count, result, MAHALANOBIS_COUNT * matrix.rows);
  }
  free(result);
  rung__matrix_free(&matrix);
  return status;
}
