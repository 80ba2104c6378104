/* Cohen's kappa from a square table.
 * SPDX-License-Identifier: Apache-2.0 */
#include <math.h>
#include <stdlib.h>

#include <rung/stats/distribution.h>

#include "base/array.h"
#include "base/fail.h"
#include "stats/levels.h"
#include "stats/output.h"
#include "stats/raters.h"

/* Margins as shares, and the mean weight against the other's margin. */
struct margins {
  size_t levels;
  double *row, *column, *row_weight, *column_weight;
};

static struct margins find_margins(const struct rung__kappa *table, double total, double *room)
{
  const size_t k = table->levels;
  const struct margins at = {k, room, room + k, room + 2 * k, room + 3 * k};
  for (size_t index = 0; index < 4 * k; ++index)
    room[index] = 0;
  for (size_t i = 0; i < k; ++i) {
    for (size_t j = 0; j < k; ++j) {
      at.row[i] += table->count[i * k + j] / total;
      at.column[j] += table->count[i * k + j] / total;
    }
  }
  for (size_t i = 0; i < k; ++i) {
    for (size_t j = 0; j < k; ++j) {
      at.row_weight[i] += table->weight[i * k + j] * at.column[j];
      at.column_weight[j] += table->weight[i * k + j] * at.row[i];
    }
  }
  return at;
}

/* Sums over the table. */
struct agreement {
  double observed, expected, same, within_one;
};

static struct agreement find_agreement(const struct rung__kappa *table, const struct margins *at,
                                       double total)
{
  struct agreement sum = {0, 0, 0, 0};
  for (size_t i = 0; i < at->levels; ++i) {
    sum.expected += at->row[i] * at->row_weight[i];
    for (size_t j = 0; j < at->levels; ++j) {
      const double share = table->count[i * at->levels + j] / total;
      sum.observed += table->weight[i * at->levels + j] * share;
      if (i == j) sum.same += share;
      if (i <= j + 1 && j <= i + 1) sum.within_one += share;
    }
  }
  return sum;
}

/* Fleiss, Cohen & Everitt (1969), formulas 8 and 9. */
static void find_variances(const struct rung__kappa *table, const struct margins *at, double total,
                           const struct agreement *agreement, double result[])
{
  const double po = agreement->observed, pe = agreement->expected, rest = 1 - pe;
  double sum = 0, null_sum = 0;
  for (size_t i = 0; i < at->levels; ++i) {
    for (size_t j = 0; j < at->levels; ++j) {
      const double weight = table->weight[i * at->levels + j];
      const double margin = at->row_weight[i] + at->column_weight[j];
      const double part = weight * rest - margin * (1 - po), null_part = weight - margin;
      sum += table->count[i * at->levels + j] / total * part * part;
      null_sum += at->row[i] * at->column[j] * null_part * null_part;
    }
  }
  const double less = po * pe - 2 * pe + po;
  result[RUNG_KAPPA_VARIANCE] = fmax(0, sum - less * less) / (total * rest * rest * rest * rest);
  result[RUNG_KAPPA_NULL_VARIANCE] = fmax(0, null_sum - pe * pe) / (total * rest * rest);
}

static void find_limits(double confidence, double result[])
{
  const double kappa = result[RUNG_KAPPA_KAPPA];
  const double reach = rung_stats_normal_quantile((1 + confidence) / 2) *
                       sqrt(result[RUNG_KAPPA_VARIANCE]);
  result[RUNG_KAPPA_LOW] = kappa - reach;
  result[RUNG_KAPPA_HIGH] = kappa + reach;
  if (!(result[RUNG_KAPPA_NULL_VARIANCE] > 0)) return;
  result[RUNG_KAPPA_Z] = kappa / sqrt(result[RUNG_KAPPA_NULL_VARIANCE]);
  result[RUNG_KAPPA_P] = 2 * rung_stats_normal_upper(fabs(result[RUNG_KAPPA_Z]));
}

bool rung__kappa(const struct rung__kappa *table, double *room,
                 double result[RUNG_KAPPA_LEVELS + 1])
{
  double total = 0;
  rung__out_clear(result, RUNG_KAPPA_LEVELS + 1);
  for (size_t index = 0; index < table->levels * table->levels; ++index)
    total += table->count[index];
  result[RUNG_KAPPA_N] = total;
  result[RUNG_KAPPA_LEVELS] = (double)table->levels;
  if (!(total > 0) || !isfinite(total)) return false;
  const struct margins at = find_margins(table, total, room);
  const struct agreement agreement = find_agreement(table, &at, total);
  result[RUNG_KAPPA_AGREEMENT] = agreement.observed;
  result[RUNG_KAPPA_CHANCE] = agreement.expected;
  result[RUNG_KAPPA_SAME] = agreement.same;
  result[RUNG_KAPPA_WITHIN_ONE] = agreement.within_one;
  if (!(agreement.expected < 1)) return false;
  result[RUNG_KAPPA_KAPPA] = (agreement.observed - agreement.expected) / (1 - agreement.expected);
  find_variances(table, &at, total, &agreement, result);
  find_limits(table->confidence, result);
  return true;
}

static rung_status tell(struct rung__kappa *table, double *out, size_t out_count, rung_error *error)
{
  double result[RUNG_KAPPA_LEVELS + 1];
  double *room = rung__array_new(table->levels * 4, sizeof *room);
  if (room == NULL) return rung__fail_memory(error);
  const bool any = rung__kappa(table, room, result);
  free(room);
  rung__out_put(out, out_count, result, RUNG_KAPPA_LEVELS + 1);
  if (any) return RUNG_OK;
  return rung__fail(error, RUNG_E_NOT_ESTIMABLE,
                    result[RUNG_KAPPA_N] > 0
                        ? "chance alone agrees in full: there is one level only"
                        : "no unit has both ratings");
}

/* Counts of pairs of places. */
static void count_pairs(const struct rung__ratings *ratings, double *count)
{
  for (size_t row = 0; row < ratings->rows; ++row) {
    const uint32_t first = rung__ratings_get(ratings, 0, row);
    const uint32_t second = rung__ratings_get(ratings, 1, row);
    if (first != RUNG__NO_LEVEL && second != RUNG__NO_LEVEL)
      ++count[first * ratings->levels + second];
  }
}

static rung_status of_ratings(const struct rung__ratings *ratings, rung_rater_weights weights,
                              double confidence, double *out, size_t out_count, rung_error *error)
{
  double *weight;
  TRY(rung__rater_weights(&weight, ratings->levels, weights, error));
  double *count = rung__array_new(ratings->levels * ratings->levels, sizeof *count);
  rung_status status = count != NULL ? RUNG_OK : rung__fail_memory(error);
  if (status == RUNG_OK) {
    count_pairs(ratings, count);
    struct rung__kappa table = {ratings->levels, count, weight, confidence};
    status = tell(&table, out, out_count, error);
  }
  free(count);
  free(weight);
  return status;
}

rung_status rung_stats_kappa(const rung_column raters[2], const rung_column *levels,
                             rung_rater_weights weights, const rung_settings *settings, double *out,
                             size_t out_count, rung_error *error)
{
  struct rung__matrix matrix;
  struct rung__ratings ratings;
  TRY(rung__out_check(out, out_count, error));
  TRY(rung__matrix_read(&matrix, raters, 2, error));
  rung_status status = rung__matrix_settle(&matrix, NULL, RUNG_MISSING_LISTWISE, error);
  if (status == RUNG_OK) status = rung__ratings_make(&ratings, &matrix, levels, error);
  rung__matrix_free(&matrix);
  if (status != RUNG_OK) return status;
  status = of_ratings(&ratings, weights, rung_settings_get(settings, RUNG_SETTING_CONFIDENCE), out,
                      out_count, error);
  rung__ratings_free(&ratings);
  return status;
}

/* Reads a square of numbers of 0 or more, [row * count + column]; free with free(). */
static rung_status read_square(double **square, const rung_column *columns, size_t count,
                               rung_error *error)
{
  struct rung__matrix matrix;
  *square = NULL;
  TRY(rung__matrix_read(&matrix, columns, count, error));
  double *made = rung__array_new(count * count, sizeof *made);
  rung_status status = made != NULL ? RUNG_OK : rung__fail_memory(error);
  if (status == RUNG_OK && matrix.rows != count)
    status = rung__fail(error, RUNG_E_ARGUMENT, "there are %zu rows of %zu levels", matrix.rows,
                        count);
  for (size_t row = 0; row < count && status == RUNG_OK; ++row) {
    for (size_t column = 0; column < count && status == RUNG_OK; ++column) {
      const double value = rung__matrix_column(&matrix, column)[row];
      made[row * count + column] = value;
      if (!(value >= 0))
        status = rung__fail_at(error, RUNG_E_ANSWERS, NULL, (int64_t)row + 1, (int64_t)column + 1,
                               "row %zu of column %zu is absent or negative: expected 0 or more",
                               row + 1, column + 1);
    }
  }
  rung__matrix_free(&matrix);
  if (status == RUNG_OK)
    *square = made;
  else
    free(made);
  return status;
}

/* Weights from how bad each pair is. */
static rung_status read_disagreement(double **weight, const rung_column *disagreement, size_t count,
                                     rung_error *error)
{
  double most = 0;
  TRY(read_square(weight, disagreement, count, error));
  for (size_t index = 0; index < count * count; ++index)
    most = fmax(most, (*weight)[index]);
  if (!(most > 0)) {
    free(*weight);
    *weight = NULL;
    return rung__fail(error, RUNG_E_ARGUMENT, "no disagreement is above 0");
  }
  for (size_t index = 0; index < count * count; ++index)
    (*weight)[index] = 1 - (*weight)[index] / most;
  return RUNG_OK;
}

rung_status rung_stats_kappa_table(const rung_column *table, size_t count,
                                   rung_rater_weights weights, const rung_column *disagreement,
                                   const rung_settings *settings, double *out, size_t out_count,
                                   rung_error *error)
{
  double *counts, *weight = NULL;
  TRY(rung__out_check(out, out_count, error));
  if (count > RUNG__LEVELS_MOST)
    return rung__fail(error, RUNG_E_LIMIT, "there are %zu levels: expected %d or fewer", count,
                      RUNG__LEVELS_MOST);
  TRY(read_square(&counts, table, count, error));
  rung_status status = disagreement != NULL ? read_disagreement(&weight, disagreement, count, error)
                                            : rung__rater_weights(&weight, count, weights, error);
  if (status == RUNG_OK) {
    struct rung__kappa square = {count, counts, weight,
                                 rung_settings_get(settings, RUNG_SETTING_CONFIDENCE)};
    status = tell(&square, out, out_count, error);
  }
  free(counts);
  free(weight);
  return status;
}
