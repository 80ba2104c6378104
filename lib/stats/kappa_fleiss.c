/* Fleiss' kappa, from ratings and from counts per level.
 * SPDX-License-Identifier: Apache-2.0 */
#include <math.h>
#include <stdlib.h>

#include <rung/stats/distribution.h>

#include "base/array.h"
#include "base/fail.h"
#include "stats/levels.h"
#include "stats/output.h"

enum { RESULTS = RUNG_KAPPA_FLEISS_RATERS + 1 };

/* What is summed over units; shares of levels come with it. */
struct sums {
  double units, raters, same; /* same: sum of n_ik^2 */
};

static void find_error(const double *share, size_t levels, const struct sums *sums, double result[])
{
  double spread = 0, skew = 0;
  for (size_t level = 0; level < levels; ++level) {
    const double p = share[level], q = 1 - p;
    spread += p * q;
    skew += p * q * (q - p);
  }
  const double pairs = sums->units * sums->raters * (sums->raters - 1);
  const double variance = 2 / pairs * (spread * spread - skew) / (spread * spread);
  if (!(variance > 0)) return;
  result[RUNG_KAPPA_FLEISS_SE] = sqrt(variance);
  result[RUNG_KAPPA_FLEISS_Z] = result[RUNG_KAPPA_FLEISS_KAPPA] / result[RUNG_KAPPA_FLEISS_SE];
  result[RUNG_KAPPA_FLEISS_P] = 2 * rung_stats_normal_upper(fabs(result[RUNG_KAPPA_FLEISS_Z]));
}

/* `total` holds how often each level was given; it becomes shares. */
static rung_status tell(double *total, size_t levels, const struct sums *sums, double *out,
                        size_t out_count, rung_error *error)
{
  double result[RESULTS], chance = 0;
  const double raters = sums->raters;
  rung__out_clear(result, RESULTS);
  result[RUNG_KAPPA_FLEISS_N] = sums->units;
  result[RUNG_KAPPA_FLEISS_RATERS] = raters;
  if (sums->units > 0) {
    for (size_t level = 0; level < levels; ++level) {
      total[level] /= sums->units * raters;
      chance += total[level] * total[level];
    }
    result[RUNG_KAPPA_FLEISS_CHANCE] = chance;
    result[RUNG_KAPPA_FLEISS_AGREEMENT] = (sums->same / sums->units - raters) /
                                          (raters * (raters - 1));
  }
  const bool fine = chance > 0 && chance < 1;
  if (fine) {
    result[RUNG_KAPPA_FLEISS_KAPPA] = (result[RUNG_KAPPA_FLEISS_AGREEMENT] - chance) / (1 - chance);
    find_error(total, levels, sums, result);
  }
  rung__out_put(out, out_count, result, RESULTS);
  if (fine) return RUNG_OK;
  return rung__fail(error, RUNG_E_NOT_ESTIMABLE,
                    sums->units > 0 ? "chance alone agrees in full: there is one level only"
                                    : "no unit has the ratings of all raters");
}

/* Adds the ratings of a unit; `count` is empty before and after. */
static void add_unit(const struct rung__ratings *ratings, size_t row, double *count, double *total,
                     struct sums *sums)
{
  for (size_t rater = 0; rater < ratings->raters; ++rater) {
    const uint32_t place = rung__ratings_get(ratings, rater, row);
    /* n^2 grows by 2 n + 1 */
    sums->same += 2 * count[place] + 1;
    ++count[place];
    ++total[place];
  }
  for (size_t rater = 0; rater < ratings->raters; ++rater)
    count[rung__ratings_get(ratings, rater, row)] = 0;
  ++sums->units;
}

static rung_status of_ratings(const struct rung__ratings *ratings, double *out, size_t out_count,
                              rung_error *error)
{
  struct sums sums = {0, (double)ratings->raters, 0};
  double *count = rung__array_new(ratings->levels * 2, sizeof *count);
  if (count == NULL) return rung__fail_memory(error);
  double *total = count + ratings->levels;
  for (size_t row = 0; row < ratings->rows; ++row)
    add_unit(ratings, row, count, total, &sums);
  const rung_status status = tell(total, ratings->levels, &sums, out, out_count, error);
  free(count);
  return status;
}

rung_status rung_stats_kappa_fleiss(const rung_column *raters, size_t count, rung_missing missing,
                                    double *out, size_t out_count, rung_error *error)
{
  struct rung__matrix matrix;
  struct rung__ratings ratings;
  TRY(rung__out_check(out, out_count, error));
  TRY(rung__raters_check(count, error));
  if (missing == RUNG_MISSING_PAIRWISE)
    return rung__fail(error, RUNG_E_ARGUMENT,
                      "each unit needs all raters: RUNG_MISSING_PAIRWISE is not taken");
  TRY(rung__matrix_read(&matrix, raters, count, error));
  rung_status status = rung__matrix_settle(&matrix, NULL, missing, error);
  if (status == RUNG_OK) status = rung__ratings_make(&ratings, &matrix, NULL, error);
  rung__matrix_free(&matrix);
  if (status != RUNG_OK) return status;
  status = of_ratings(&ratings, out, out_count, error);
  rung__ratings_free(&ratings);
  return status;
}

static rung_status add_counts(const struct rung__matrix *matrix, size_t row, double *total,
                              struct sums *sums, rung_error *error)
{
  double raters = 0;
  for (size_t level = 0; level < matrix->columns; ++level) {
    const double count = rung__matrix_column(matrix, level)[row];
    if (!(count >= 0) || count != floor(count))
      return rung__fail_at(error, RUNG_E_ANSWERS, NULL, (int64_t)row + 1, (int64_t)level + 1,
                           "row %zu of column %zu is no whole count of 0 or more", row + 1,
                           level + 1);
    raters += count;
    total[level] += count;
    sums->same += count * count;
  }
  if (row == 0) sums->raters = raters;
  if (raters != sums->raters || raters < 2)
    return rung__fail_at(error, RUNG_E_ANSWERS, NULL, (int64_t)row + 1, 0,
                         "row %zu has another number of raters than the first, or fewer than two",
                         row + 1);
  ++sums->units;
  return RUNG_OK;
}

rung_status rung_stats_kappa_fleiss_counts(const rung_column *counts, size_t count, double *out,
                                           size_t out_count, rung_error *error)
{
  struct rung__matrix matrix;
  struct sums sums = {0, 0, 0};
  TRY(rung__out_check(out, out_count, error));
  TRY(rung__matrix_read(&matrix, counts, count, error));
  double *total = rung__array_new(count, sizeof *total);
  rung_status status = total != NULL ? RUNG_OK : rung__fail_memory(error);
  for (size_t row = 0; row < matrix.rows && status == RUNG_OK; ++row)
    status = add_counts(&matrix, row, total, &sums, error);
  if (status == RUNG_OK) status = tell(total, count, &sums, out, out_count, error);
  free(total);
  rung__matrix_free(&matrix);
  return status;
}
