/* Intraclass correlation of groups: one-way analysis of variance.
 * SPDX-License-Identifier: Apache-2.0 */
#include "stats/icc.h"

#include <math.h>
#include <stdlib.h>

#include <rung/stats/distribution.h>

#include "base/array.h"
#include "base/fail.h"
#include "stats/bundles.h"
#include "stats/input.h"
#include "stats/output.h"

enum { RESULTS = RUNG_ICC_GROUPS_DESIGN_EFFECT + 1 };

/* (F - 1) / (F + n - 1) for F = between / within, which may be infinite. */
static double single(double between, double within, double size)
{
  const double whole = between + (size - 1) * within;
  return whole > 0 ? (between - within) / whole : NAN;
}

/* 1 - 1 / F */
static double of_means(double between, double within)
{
  return between > 0 ? 1 - within / between : NAN;
}

static void find_limits(double confidence, double result[])
{
  const double between = result[RUNG_ICC_GROUPS_BETWEEN], within = result[RUNG_ICC_GROUPS_WITHIN];
  const double df1 = result[RUNG_ICC_GROUPS_DF1], df2 = result[RUNG_ICC_GROUPS_DF2];
  const double mean = result[RUNG_ICC_GROUPS_MEAN_SIZE];
  const double unbiased = result[RUNG_ICC_GROUPS_UNBIASED_SIZE];
  const double level = (1 + confidence) / 2;
  const double lower = within * rung_stats_f_quantile(level, df1, df2);
  const double upper = within / rung_stats_f_quantile(level, df2, df1);
  result[RUNG_ICC_GROUPS_ICC1_LOW] = single(between, lower, mean);
  result[RUNG_ICC_GROUPS_ICC1_HIGH] = single(between, upper, mean);
  result[RUNG_ICC_GROUPS_ICC2_LOW] = of_means(between, lower);
  result[RUNG_ICC_GROUPS_ICC2_HIGH] = of_means(between, upper);
  result[RUNG_ICC_GROUPS_UNBIASED_LOW] = single(between, lower, unbiased);
  result[RUNG_ICC_GROUPS_UNBIASED_HIGH] = single(between, upper, unbiased);
}

static void find_correlations(const struct rung__icc_sums *sums, double result[])
{
  const double df1 = sums->groups - 1, df2 = sums->count - sums->groups;
  const double between = sums->between / df1, within = sums->within / df2;
  const double mean = result[RUNG_ICC_GROUPS_MEAN_SIZE];
  const double unbiased = result[RUNG_ICC_GROUPS_UNBIASED_SIZE];
  result[RUNG_ICC_GROUPS_DF1] = df1;
  result[RUNG_ICC_GROUPS_DF2] = df2;
  result[RUNG_ICC_GROUPS_BETWEEN] = between;
  result[RUNG_ICC_GROUPS_WITHIN] = within;
  result[RUNG_ICC_GROUPS_ICC1] = single(between, within, mean);
  result[RUNG_ICC_GROUPS_ICC2] = of_means(between, within);
  result[RUNG_ICC_GROUPS_UNBIASED] = single(between, within, unbiased);
  result[RUNG_ICC_GROUPS_DESIGN_EFFECT] = 1 + (mean - 1) * result[RUNG_ICC_GROUPS_ICC1];
  const double whole = sums->between + sums->within;
  if (!(whole > 0)) return;
  result[RUNG_ICC_GROUPS_ETA_SQUARED] = sums->between / whole;
  result[RUNG_ICC_GROUPS_OMEGA_SQUARED] = (sums->between - df1 * within) / (whole + within);
  result[RUNG_ICC_GROUPS_F] = within > 0 ? between / within : INFINITY;
  result[RUNG_ICC_GROUPS_P] = within > 0 ? rung_stats_f_upper(result[RUNG_ICC_GROUPS_F], df1, df2)
                                         : 0;
}

bool rung__icc_groups(const struct rung__icc_sums *sums, double confidence, double result[RESULTS])
{
  rung__out_clear(result, RESULTS);
  result[RUNG_ICC_GROUPS_GROUPS] = sums->groups;
  result[RUNG_ICC_GROUPS_N] = sums->count;
  if (!(sums->groups >= 1)) return false;
  result[RUNG_ICC_GROUPS_MEAN_SIZE] = sums->count / sums->groups;
  if (!(sums->groups >= 2) || !(sums->count > sums->groups)) return false;
  result[RUNG_ICC_GROUPS_UNBIASED_SIZE] = (sums->count - sums->size_squares / sums->count) /
                                          (sums->groups - 1);
  find_correlations(sums, result);
  if (!isfinite(result[RUNG_ICC_GROUPS_ICC1])) return false;
  find_limits(confidence, result);
  return true;
}

/* The mean of the values at some rows, corrected once, so that equal values have themselves. */
static double mean_of(const double *value, const size_t *row, size_t count)
{
  double sum = 0, rest = 0;
  for (size_t index = 0; index < count; ++index)
    sum += value[row[index]];
  const double mean = sum / (double)count;
  for (size_t index = 0; index < count; ++index)
    rest += value[row[index]] - mean;
  return mean + rest / (double)count;
}

static void add_group(struct rung__icc_sums *sums, const double *value, const size_t *row,
                      size_t count, double grand_mean)
{
  if (count == 0) return;
  const double size = (double)count, mean = mean_of(value, row, count), above = mean - grand_mean;
  ++sums->groups;
  sums->count += size;
  sums->size_squares += size * size;
  sums->between += size * above * above;
  for (size_t index = 0; index < count; ++index) {
    const double deviation = value[row[index]] - mean;
    sums->within += deviation * deviation;
  }
}

static rung_status tell(const double *value, const struct rung__bundles *groups, double confidence,
                        double *out, size_t out_count, rung_error *error)
{
  struct rung__icc_sums sums = {0};
  double result[RESULTS];
  const size_t count = groups->start[groups->count];
  const double mean = count > 0 ? mean_of(value, groups->row, count) : NAN;
  for (size_t group = 0; group < groups->count; ++group)
    add_group(&sums, value, groups->row + groups->start[group], rung__bundles_size(groups, group),
              mean);
  const bool fine = rung__icc_groups(&sums, confidence, result);
  rung__out_put(out, out_count, result, RESULTS);
  if (fine) return RUNG_OK;
  return rung__fail(error, RUNG_E_NOT_ESTIMABLE,
                    sums.groups < 2             ? "there are fewer than two groups with a value"
                    : sums.count == sums.groups ? "no group has two values"
                                                : "the values do not vary, or too far");
}

rung_status rung_stats_icc_groups(const rung_column *value, const rung_column *groups,
                                  const rung_settings *settings, double *out, size_t out_count,
                                  rung_error *error)
{
  struct rung__matrix matrix;
  struct rung__codes codes;
  struct rung__bundles bundles;
  TRY(rung__out_check(out, out_count, error));
  TRY(rung__matrix_read(&matrix, value, 1, error));
  rung_status status = rung__codes_read(&codes, groups, matrix.rows, error);
  if (status == RUNG_OK) {
    for (size_t row = 0; row < matrix.rows; ++row)
      if (isnan(matrix.value[row])) codes.code[row] = RUNG__NO_CODE;
    if (!rung__bundles_make(&bundles, &codes)) status = rung__fail_memory(error);
    rung__codes_free(&codes);
  }
  if (status == RUNG_OK) {
    status = tell(matrix.value, &bundles, rung_settings_get(settings, RUNG_SETTING_CONFIDENCE), out,
                  out_count, error);
    rung__bundles_free(&bundles);
  }
  rung__matrix_free(&matrix);
  return status;
}

rung_status rung_stats_icc_mean_reliability(double icc, const rung_column *sizes, double *out,
                                            size_t out_count, rung_error *error)
{
  struct rung__matrix matrix;
  TRY(rung__out_check(out, out_count, error));
  if (!(icc > -1 && icc <= 1))
    return rung__fail(error, RUNG_E_ARGUMENT, "the ICC is not above -1 and up to 1");
  TRY(rung__matrix_read(&matrix, sizes, 1, error));
  rung_status status = RUNG_OK;
  for (size_t row = 0; row < matrix.rows && status == RUNG_OK; ++row) {
    const double size = matrix.value[row], whole = 1 + (size - 1) * icc;
    if (size < 1)
      status = rung__fail_at(error, RUNG_E_ANSWERS, NULL, (int64_t)row + 1, 1,
                             "the size in row %zu is below 1", row + 1);
    matrix.value[row] = whole > 0 ? size * icc / whole : NAN;
  }
  if (status == RUNG_OK) rung__out_put(out, out_count, matrix.value, matrix.rows);
  rung__matrix_free(&matrix);
  return status;
}
