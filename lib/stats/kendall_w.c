/* Kendall's W from ranks, ties at their mean rank.
 * SPDX-License-Identifier: Apache-2.0 */
#include <math.h>
#include <stdlib.h>

#include <rung/stats/distribution.h>

#include "base/array.h"
#include "base/fail.h"
#include "base/sort.h"
#include "stats/input.h"
#include "stats/levels.h"
#include "stats/output.h"

enum { RESULTS = RUNG_KENDALL_W_N + 1 };

/* Adds twice the ranks of a rater's values; `ties` grows by t^3 - t. False: no memory. */
static bool add_ranks(const double *value, size_t count, double *doubled, double *ties)
{
  size_t *order = rung__sort_order(value, count);
  if (order == NULL) return false;
  for (size_t first = 0; first < count;) {
    size_t end = first + 1;
    while (end < count && value[order[end]] == value[order[first]])
      ++end;
    const double many = (double)(end - first);
    for (size_t index = first; index < end; ++index)
      doubled[order[index]] += (double)(first + 1) + (double)end;
    *ties += many * many * many - many;
    first = end;
  }
  free(order);
  return true;
}

/* Squares of the rank sums around their mean, from twice the rank sums. */
static double squares(const double *doubled, size_t units, double raters)
{
  const double mean = raters * ((double)units + 1);
  double sum = 0;
  for (size_t unit = 0; unit < units; ++unit)
    sum += (doubled[unit] - mean) * (doubled[unit] - mean);
  return sum / 4;
}

static rung_status tell(const double *doubled, size_t units, double raters, double ties,
                        double *out, size_t out_count, rung_error *error)
{
  double result[RESULTS];
  const double n = (double)units;
  const double most = raters * raters * (n * n * n - n) - raters * ties;
  const bool fine = units >= 2 && most > 0;
  rung__out_clear(result, RESULTS);
  result[RUNG_KENDALL_W_N] = n;
  if (fine) {
    const double w = 12 * squares(doubled, units, raters) / most;
    result[RUNG_KENDALL_W_W] = w;
    result[RUNG_KENDALL_W_CHI_SQUARE] = raters * (n - 1) * w;
    result[RUNG_KENDALL_W_DF] = n - 1;
    result[RUNG_KENDALL_W_P] = rung_stats_chi_square_upper(result[RUNG_KENDALL_W_CHI_SQUARE],
                                                           n - 1);
    result[RUNG_KENDALL_W_R] = (raters * w - 1) / (raters - 1);
  }
  rung__out_put(out, out_count, result, RESULTS);
  if (fine) return RUNG_OK;
  return rung__fail(error, RUNG_E_NOT_ESTIMABLE,
                    units >= 2 ? "every rater ties all units"
                               : "fewer than two units have all ratings");
}

static rung_status run(const struct rung__matrix *matrix, double *out, size_t out_count,
                       rung_error *error)
{
  double *doubled = rung__array_new(matrix->rows, sizeof *doubled), ties = 0;
  bool fine = doubled != NULL;
  for (size_t rater = 0; rater < matrix->columns && fine; ++rater)
    fine = add_ranks(rung__matrix_column(matrix, rater), matrix->rows, doubled, &ties);
  const rung_status status = fine ? tell(doubled, matrix->rows, (double)matrix->columns, ties, out,
                                         out_count, error)
                                  : rung__fail_memory(error);
  free(doubled);
  return status;
}

rung_status rung_stats_kendall_w(const rung_column *raters, size_t count, rung_missing missing,
                                 double *out, size_t out_count, rung_error *error)
{
  struct rung__matrix matrix;
  TRY(rung__out_check(out, out_count, error));
  TRY(rung__raters_check(count, error));
  if (missing == RUNG_MISSING_PAIRWISE)
    return rung__fail(error, RUNG_E_ARGUMENT,
                      "each unit needs all raters: RUNG_MISSING_PAIRWISE is not taken");
  TRY(rung__matrix_read(&matrix, raters, count, error));
  rung_status status = rung__matrix_settle(&matrix, NULL, missing, error);
  if (status == RUNG_OK) status = run(&matrix, out, out_count, error);
  rung__matrix_free(&matrix);
  return status;
}
