/* Polychoric correlations of columns, and ordinal alpha.
 * SPDX-License-Identifier: Apache-2.0 */
#include <rung/stats/polychoric.h>

#include <math.h>
#include <stdlib.h>

#include <rung/stats/distribution.h>

#include "base/array.h"
#include "base/fail.h"
#include "stats/alpha.h"
#include "stats/ordinal.h"
#include "stats/output.h"
#include "stats/symmetric.h"

#define POLYCHORIC_COUNT 7    /* values of rung_polychoric */
#define ORDINAL_ALPHA_COUNT 4 /* values of rung_ordinal_alpha */

static rung_status check_margins(rung_margins margins, rung_error *error)
{
  if (margins == RUNG_MARGINS_ITEM || margins == RUNG_MARGINS_PAIR) return RUNG_OK;
  return rung__fail(error, RUNG_E_ARGUMENT, "%d is no rung_margins", (int)margins);
}

static rung_status fail_pair(size_t a, size_t b, rung_error *error)
{
  return rung__fail(error, RUNG_E_NOT_ESTIMABLE,
                    "columns %zu and %zu have no polychoric correlation: one category, no row in "
                    "common, or a likelihood that rises up to -1 or 1",
                    a + 1, b + 1);
}

static rung_status fill_pair(const struct rung__ordinal *ordinal, rung_margins margins,
                             double *result, rung_error *error)
{
  struct rung__ordinal_pair pair;
  double *room = rung__array_new(RUNG__CATEGORIES_MAX * RUNG__CATEGORIES_MAX, sizeof *room);
  if (room == NULL) return rung__fail_memory(error);
  rung__ordinal_fit(ordinal, 0, 1, margins, room, &pair);
  free(room);
  const double a = (double)ordinal->categories[0], b = (double)ordinal->categories[1];
  rung__out_clear(result, POLYCHORIC_COUNT);
  result[RUNG_POLYCHORIC_N] = pair.n;
  if (isnan(pair.r)) return fail_pair(0, 1, error);
  result[RUNG_POLYCHORIC_R] = pair.r;
  if (pair.point.curvature < 0) result[RUNG_POLYCHORIC_SE] = 1 / sqrt(-pair.point.curvature);
  result[RUNG_POLYCHORIC_LOG_LIKELIHOOD] = pair.point.log_likelihood;
  result[RUNG_POLYCHORIC_CHI_SQUARE] = pair.chi_square;
  result[RUNG_POLYCHORIC_DF] = a * b - a - b;
  if (ordinal->weight == NULL && a * b - a - b > 0)
    result[RUNG_POLYCHORIC_P] = rung_stats_chi_square_upper(pair.chi_square, a * b - a - b);
  return RUNG_OK;
}

/* Whether results were made: all of them, or what could be had. */
static bool made(rung_status status)
{
  return status == RUNG_OK || status == RUNG_E_NOT_ESTIMABLE;
}

rung_status rung_stats_polychoric_pair(const rung_column *columns, const rung_column *weight,
                                       rung_margins margins, double *out, size_t out_count,
                                       rung_error *error)
{
  struct rung__ordinal ordinal;
  double result[POLYCHORIC_COUNT];
  TRY(rung__out_check(out, out_count, error));
  TRY(check_margins(margins, error));
  TRY(rung__ordinal_read(&ordinal, columns, 2, weight, RUNG_MISSING_PAIRWISE, error));
  const rung_status status = fill_pair(&ordinal, margins, result, error);
  rung__ordinal_free(&ordinal);
  if (made(status)) rung__out_put(out, out_count, result, POLYCHORIC_COUNT);
  return status;
}

/* The matrix and the smallest n of a pair. */
static rung_status fill_matrix(const struct rung__ordinal *ordinal, rung_margins margins,
                               double *matrix, double *least, rung_error *error)
{
  const size_t items = ordinal->code.columns;
  rung_status status = RUNG_OK;
  double *room = rung__array_new(RUNG__CATEGORIES_MAX * RUNG__CATEGORIES_MAX, sizeof *room);
  if (room == NULL) return rung__fail_memory(error);
  *least = (double)ordinal->code.rows;
  for (size_t a = 0; a < items; ++a) {
    matrix[a * (items + 1)] = ordinal->categories[a] > 1 ? 1 : (double)NAN;
    for (size_t b = 0; b < a; ++b) {
      struct rung__ordinal_pair pair;
      rung__ordinal_fit(ordinal, a, b, margins, room, &pair);
      matrix[a * items + b] = matrix[b * items + a] = pair.r;
      *least = fmin(*least, pair.n);
      if (isnan(pair.r) && status == RUNG_OK) status = fail_pair(b, a, error);
    }
  }
  free(room);
  if (status == RUNG_OK && isnan(matrix[0]))
    return rung__fail(error, RUNG_E_NOT_ESTIMABLE, "the item has under two categories of answers");
  return status;
}

/* Reads, makes room and fills; the matrix is to be freed whatever comes back. */
static rung_status make_matrix(const rung_column *columns, size_t count, const rung_column *weight,
                               rung_missing missing, rung_margins margins, double **matrix,
                               double *least, rung_error *error)
{
  struct rung__ordinal ordinal;
  *matrix = NULL;
  TRY(check_margins(margins, error));
  TRY(rung__ordinal_read(&ordinal, columns, count, weight, missing, error));
  *matrix = count > SIZE_MAX / count ? NULL : rung__array_new(count * count, sizeof **matrix);
  const rung_status status = *matrix == NULL
                                 ? rung__fail_memory(error)
                                 : fill_matrix(&ordinal, margins, *matrix, least, error);
  rung__ordinal_free(&ordinal);
  return status;
}

rung_status rung_stats_polychoric(const rung_column *columns, size_t count,
                                  const rung_column *weight, rung_missing missing,
                                  rung_margins margins, double *out, size_t out_count,
                                  rung_error *error)
{
  double *matrix, least;
  TRY(rung__out_check(out, out_count, error));
  const rung_status status = make_matrix(columns, count, weight, missing, margins, &matrix, &least,
                                         error);
  if (made(status)) rung__out_put(out, out_count, matrix, count * count);
  free(matrix);
  return status;
}

rung_status rung_stats_thresholds(const rung_column *column, const rung_column *weight, double *out,
                                  size_t out_count, rung_error *error)
{
  struct rung__ordinal ordinal;
  double cut[RUNG__CATEGORIES_MAX + 1];
  TRY(rung__out_check(out, out_count, error));
  TRY(rung__ordinal_read(&ordinal, column, 1, weight, RUNG_MISSING_PAIRWISE, error));
  const size_t categories = ordinal.categories[0];
  const bool fine = categories > 1 && rung__thresholds_from(ordinal.margin, categories, cut);
  rung__ordinal_free(&ordinal);
  rung__out_put(out, out_count, cut + 1, fine ? categories - 1 : 0);
  if (fine) return RUNG_OK;
  return rung__fail(error, RUNG_E_NOT_ESTIMABLE,
                    categories > 1 ? "the weight of a category is lost in the others' rounding"
                                   : "there are under two categories of answers");
}

/* From a whole matrix, which is lost. */
static rung_status fill_alpha(double *matrix, size_t items, double *result, rung_error *error)
{
  struct rung__alpha alpha;
  double *room = rung__array_new(rung__alpha_room(items), sizeof *room);
  if (room == NULL) return rung__fail_memory(error);
  rung__alpha_from(matrix, items, room, NULL, &alpha);
  result[RUNG_ORDINAL_ALPHA_ALPHA] = alpha.standardised;
  result[RUNG_ORDINAL_ALPHA_AVERAGE_R] = alpha.average_r;
  if (rung__symmetric_eigen(matrix, items, room, room + items))
    result[RUNG_ORDINAL_ALPHA_LEAST_EIGENVALUE] = room[items - 1];
  free(room);
  if (!isnan(alpha.standardised)) return RUNG_OK;
  return rung__fail(error, RUNG_E_NOT_ESTIMABLE, "there is one item, or the correlations sum to 0");
}

rung_status rung_stats_ordinal_alpha(const rung_column *columns, size_t count,
                                     const rung_column *weight, rung_missing missing,
                                     rung_margins margins, double *out, size_t out_count,
                                     rung_error *error)
{
  double *matrix, least = (double)NAN, result[ORDINAL_ALPHA_COUNT];
  TRY(rung__out_check(out, out_count, error));
  rung_status status = make_matrix(columns, count, weight, missing, margins, &matrix, &least,
                                   error);
  rung__out_clear(result, ORDINAL_ALPHA_COUNT);
  result[RUNG_ORDINAL_ALPHA_N_LEAST] = least;
  if (status == RUNG_OK) status = fill_alpha(matrix, count, result, error);
  free(matrix);
  if (made(status)) rung__out_put(out, out_count, result, ORDINAL_ALPHA_COUNT);
  return status;
}
