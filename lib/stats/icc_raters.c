/* Intraclass correlation of raters: two-way analysis of variance.
 * SPDX-License-Identifier: Apache-2.0 */
#include <math.h>
#include <stdlib.h>

#include <rung/stats/distribution.h>
#include <rung/stats/icc.h>

#include "base/array.h"
#include "base/fail.h"
#include "stats/input.h"
#include "stats/levels.h"
#include "stats/output.h"

enum { RESULTS = RUNG_ICC_RATERS_K + 1 };

/* Mean squares of n units by k raters. */
struct squares {
  double n, k, between, raters, residual, within;
};

/* The mean of values `step` apart, corrected once, so that equal values have themselves. */
static double mean_of(const double *value, size_t count, size_t step)
{
  double sum = 0, rest = 0;
  for (size_t index = 0; index < count; ++index)
    sum += value[index * step];
  const double mean = sum / (double)count;
  for (size_t index = 0; index < count; ++index)
    rest += value[index * step] - mean;
  return mean + rest / (double)count;
}

/* `room` holds a double per unit. */
static struct squares find_squares(const struct rung__matrix *matrix, double *room)
{
  const size_t rows = matrix->rows, columns = matrix->columns;
  const double n = (double)rows, k = (double)columns;
  const double mean = mean_of(matrix->value, rows * columns, 1);
  struct squares sum = {n, k, 0, 0, 0, 0};
  for (size_t row = 0; row < rows; ++row) {
    room[row] = mean_of(matrix->value + row, columns, rows) - mean;
    sum.between += room[row] * room[row];
  }
  for (size_t column = 0; column < columns; ++column) {
    const double *value = rung__matrix_column(matrix, column);
    const double level = mean_of(value, rows, 1) - mean;
    sum.raters += level * level;
    for (size_t row = 0; row < rows; ++row) {
      const double rest = value[row] - mean - room[row] - level;
      sum.residual += rest * rest;
    }
  }
  sum.between *= k / (n - 1);
  sum.raters *= n;
  sum.within = (sum.raters + sum.residual) / (n * (k - 1));
  sum.raters /= k - 1;
  sum.residual /= (n - 1) * (k - 1);
  return sum;
}

/* (B - error) / (B + (k - 1) error) */
static double single(double between, double error, double k)
{
  const double whole = between + (k - 1) * error;
  return whole > 0 ? (between - error) / whole : NAN;
}

/* (B - error) / B */
static double of_mean(double between, double error)
{
  return between > 0 ? 1 - error / between : NAN;
}

/* Spearman & Brown; nothing where a mean of k would have no variance. */
static double stepped_up(double icc, double k)
{
  const double below = 1 + (k - 1) * icc;
  return below > 0 ? k * icc / below : NAN;
}

/* A form of which one rating and the mean of k have limits by one F; `at` is where it begins. */
static void tell_form(double between, double error, double k, const double df[2], double confidence,
                      double *at)
{
  const double level = (1 + confidence) / 2;
  const double lower = error * rung_stats_f_quantile(level, df[0], df[1]);
  const double upper = error / rung_stats_f_quantile(level, df[1], df[0]);
  double *mean = at + RUNG_ICC_RATERS_1K;
  at[0] = single(between, error, k);
  at[1] = single(between, lower, k);
  at[2] = single(between, upper, k);
  mean[0] = of_mean(between, error);
  mean[1] = of_mean(between, lower);
  mean[2] = of_mean(between, upper);
}

/* The limits of form 2: Fleiss & Shrout (1978). Their F of raters, J / E, is multiplied out, so that
 * no residual is no division by 0. */
static void tell_second_limits(const struct squares *of, double confidence, double result[])
{
  const double n = of->n, k = of->k, icc = result[RUNG_ICC_RATERS_2];
  const double raters = k * icc * of->raters;
  const double rest = (n * (1 + (k - 1) * icc) - k * icc) * of->residual;
  const double df = (k - 1) * (n - 1) * (raters + rest) * (raters + rest) /
                    ((n - 1) * raters * raters + rest * rest);
  if (!(df > 0)) return;
  const double level = (1 + confidence) / 2;
  const double above = rung_stats_f_quantile(level, n - 1, df);
  const double below = rung_stats_f_quantile(level, df, n - 1);
  const double other = k * of->raters + (k * n - k - n) * of->residual;
  const double lower = n * (of->between - above * of->residual) / (above * other + n * of->between);
  const double upper = n * (below * of->between - of->residual) / (other + n * below * of->between);
  result[RUNG_ICC_RATERS_2_LOW] = lower;
  result[RUNG_ICC_RATERS_2_HIGH] = upper;
  result[RUNG_ICC_RATERS_2K_LOW] = stepped_up(lower, k);
  result[RUNG_ICC_RATERS_2K_HIGH] = stepped_up(upper, k);
}

static void tell_second(const struct squares *of, double confidence, double result[])
{
  const double raters = (of->raters - of->residual) / of->n;
  const double one = of->between + (of->k - 1) * of->residual + of->k * raters;
  const double mean = of->between + raters;
  if (one > 0) result[RUNG_ICC_RATERS_2] = (of->between - of->residual) / one;
  if (mean > 0) result[RUNG_ICC_RATERS_2K] = (of->between - of->residual) / mean;
  if (one > 0) tell_second_limits(of, confidence, result);
}

/* F and its p; F is infinite where there is no error, and nothing where neither is. */
static void tell_test(double above, double below, double df1, double df2, double test[2])
{
  if (above > 0 || below > 0) test[0] = below > 0 ? above / below : INFINITY;
  test[1] = below > 0 ? rung_stats_f_upper(test[0], df1, df2) : above > 0 ? 0 : NAN;
}

static void tell_tests(const struct squares *of, double result[])
{
  const double df1 = of->n - 1, one = of->n * (of->k - 1), two = df1 * (of->k - 1);
  double test[2] = {NAN, NAN};
  tell_test(of->between, of->within, df1, one, test);
  result[RUNG_ICC_RATERS_F_ONE] = test[0];
  result[RUNG_ICC_RATERS_F_ONE_DF1] = df1;
  result[RUNG_ICC_RATERS_F_ONE_DF2] = one;
  result[RUNG_ICC_RATERS_F_ONE_P] = test[1];
  tell_test(of->between, of->residual, df1, two, test);
  result[RUNG_ICC_RATERS_F_TWO] = test[0];
  result[RUNG_ICC_RATERS_F_TWO_DF1] = df1;
  result[RUNG_ICC_RATERS_F_TWO_DF2] = two;
  result[RUNG_ICC_RATERS_F_TWO_P] = test[1];
  test[0] = NAN;
  tell_test(of->raters, of->residual, of->k - 1, two, test);
  result[RUNG_ICC_RATERS_F_RATERS] = test[0];
  result[RUNG_ICC_RATERS_F_RATERS_DF1] = of->k - 1;
  result[RUNG_ICC_RATERS_F_RATERS_P] = test[1];
}

static void tell_squares(const struct squares *of, double result[])
{
  result[RUNG_ICC_RATERS_BETWEEN] = of->between;
  result[RUNG_ICC_RATERS_RATERS] = of->raters;
  result[RUNG_ICC_RATERS_RESIDUAL] = of->residual;
  result[RUNG_ICC_RATERS_WITHIN] = of->within;
  result[RUNG_ICC_RATERS_UNIT_VARIANCE] = (of->between - of->residual) / of->k;
  result[RUNG_ICC_RATERS_RATER_VARIANCE] = (of->raters - of->residual) / of->n;
}

/* False: nothing varies, or too far. */
static bool tell(const struct rung__matrix *matrix, double *room, double confidence,
                 double result[RESULTS])
{
  const struct squares of = find_squares(matrix, room);
  tell_squares(&of, result);
  if (!(of.between + of.within > 0) || !isfinite(of.between + of.within)) return false;
  const double df_one[] = {of.n - 1, of.n * (of.k - 1)};
  const double df_two[] = {of.n - 1, (of.n - 1) * (of.k - 1)};
  tell_tests(&of, result);
  tell_form(of.between, of.within, of.k, df_one, confidence, result + RUNG_ICC_RATERS_1);
  tell_form(of.between, of.residual, of.k, df_two, confidence, result + RUNG_ICC_RATERS_3);
  tell_second(&of, confidence, result);
  return true;
}

static rung_status run(const struct rung__matrix *matrix, double confidence, double *out,
                       size_t out_count, rung_error *error)
{
  double result[RESULTS];
  rung__out_clear(result, RESULTS);
  result[RUNG_ICC_RATERS_N] = (double)matrix->rows;
  result[RUNG_ICC_RATERS_K] = (double)matrix->columns;
  double *room = rung__array_new(matrix->rows, sizeof *room);
  if (room == NULL) return rung__fail_memory(error);
  const bool fine = matrix->rows >= 2 && tell(matrix, room, confidence, result);
  free(room);
  rung__out_put(out, out_count, result, RESULTS);
  if (fine) return RUNG_OK;
  return rung__fail(error, RUNG_E_NOT_ESTIMABLE,
                    matrix->rows >= 2 ? "the ratings do not vary, or too far"
                                      : "fewer than two units have all ratings");
}

rung_status rung_stats_icc_raters(const rung_column *raters, size_t count, rung_missing missing,
                                  const rung_settings *settings, double *out, size_t out_count,
                                  rung_error *error)
{
  struct rung__matrix matrix;
  TRY(rung__out_check(out, out_count, error));
  TRY(rung__raters_check(count, error));
  if (missing == RUNG_MISSING_PAIRWISE)
    return rung__fail(error, RUNG_E_ARGUMENT,
                      "each unit needs all raters: RUNG_MISSING_PAIRWISE is not taken");
  TRY(rung__matrix_read(&matrix, raters, count, error));
  rung_status status = rung__matrix_settle(&matrix, NULL, missing, error);
  if (status == RUNG_OK)
    status = run(&matrix, rung_settings_get(settings, RUNG_SETTING_CONFIDENCE), out, out_count,
                 error);
  rung__matrix_free(&matrix);
  return status;
}
