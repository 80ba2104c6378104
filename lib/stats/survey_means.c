/* Means, totals, ratios, variances and differences from surveys.
 * SPDX-License-Identifier: Apache-2.0 */
#include "stats/survey.h"

#include <math.h>
#include <stdlib.h>

#include <rung/stats/distribution.h>

#include "base/array.h"
#include "base/fail.h"
#include "stats/output.h"

#define SURVEY_COUNT 16

/* Gives the estimate and its linearised values; what a function does that estimates something. */
typedef rung_status linearise(struct rung__survey *survey, double *estimate, rung_error *error);

static rung_status mean(struct rung__survey *survey, double *estimate, rung_error *error)
{
  (void)error;
  *estimate = rung__survey_mean(survey, 0);
  return RUNG_OK;
}

static double weigh(struct rung__survey *survey, size_t column)
{
  const double *value = rung__matrix_column(&survey->matrix, column);
  struct rung__total sum = {0};
  for (size_t row = 0; row < survey->matrix.rows; ++row)
    rung__total_add(&sum, survey->design.weight[row] * value[row]);
  return rung__total_of(&sum);
}

static rung_status total(struct rung__survey *survey, double *estimate, rung_error *error)
{
  (void)error;
  *estimate = weigh(survey, 0);
  for (size_t row = 0; row < survey->matrix.rows; ++row)
    survey->value[row] = survey->design.weight[row] * survey->matrix.value[row];
  return RUNG_OK;
}

static rung_status ratio(struct rung__survey *survey, double *estimate, rung_error *error)
{
  const double below = weigh(survey, 1);
  const double *y = rung__matrix_column(&survey->matrix, 0);
  const double *x = rung__matrix_column(&survey->matrix, 1);
  if (below == 0) return rung__fail(error, RUNG_E_NOT_ESTIMABLE, "the total below is 0");
  *estimate = weigh(survey, 0) / below;
  for (size_t row = 0; row < survey->matrix.rows; ++row)
    survey->value[row] = survey->design.weight[row] * (y[row] - *estimate * x[row]) / below;
  return RUNG_OK;
}

static rung_status variance(struct rung__survey *survey, double *estimate, rung_error *error)
{
  const double n = (double)survey->count, middle = rung__survey_mean(survey, 0);
  if (survey->count < 2)
    return rung__fail(error, RUNG_E_NOT_ESTIMABLE, "there are fewer than two values");
  for (size_t row = 0; row < survey->matrix.rows; ++row) {
    const double distance = survey->matrix.value[row] - middle;
    survey->matrix.value[row] = n / (n - 1) * distance * distance;
  }
  *estimate = rung__survey_mean(survey, 0);
  return RUNG_OK;
}

static rung_status difference(struct rung__survey *survey, double *estimate, rung_error *error)
{
  const size_t rows = survey->matrix.rows;
  const double *y = rung__matrix_column(&survey->matrix, 0);
  const double *part = rung__matrix_column(&survey->matrix, 1);
  const double *weight = survey->design.weight;
  struct rung__total sum[2] = {{0}}, whole[2] = {{0}};
  for (size_t row = 0; row < rows; ++row) {
    rung__total_add(&whole[part[row] != 0], weight[row]);
    rung__total_add(&sum[part[row] != 0], weight[row] * y[row]);
  }
  const double of[] = {rung__total_of(&whole[0]), rung__total_of(&whole[1])};
  if (!(of[0] > 0) || !(of[1] > 0))
    return rung__fail(error, RUNG_E_NOT_ESTIMABLE, "one of the parts has no value");
  const double middle[] = {rung__total_of(&sum[0]) / of[0], rung__total_of(&sum[1]) / of[1]};
  *estimate = middle[1] - middle[0];
  for (size_t row = 0; row < rows; ++row) {
    const bool high = part[row] != 0;
    survey->value[row] = weight[row] / (high ? of[1] : -of[0]) * (y[row] - middle[high]);
  }
  survey->df -= 1;
  return RUNG_OK;
}

static void put_interval(const struct rung__survey *survey, double estimate, double se,
                         double *result)
{
  const double t = rung__survey_t(survey, survey->df);
  const double z = rung_stats_normal_quantile(0.5 + survey->confidence / 2);
  result[RUNG_SURVEY_ESTIMATE] = estimate;
  result[RUNG_SURVEY_SE] = se;
  result[RUNG_SURVEY_LOW] = estimate - t * se;
  result[RUNG_SURVEY_HIGH] = estimate + t * se;
  result[RUNG_SURVEY_NORMAL_LOW] = estimate - z * se;
  result[RUNG_SURVEY_NORMAL_HIGH] = estimate + z * se;
}

static void put_rows(const struct rung__survey *survey, double *result)
{
  const double effective = rung__effective_rows(survey->weight, survey->weight_squared);
  result[RUNG_SURVEY_DF] = survey->df;
  result[RUNG_SURVEY_N] = (double)survey->count;
  result[RUNG_SURVEY_WEIGHT] = survey->weight;
  result[RUNG_SURVEY_KISH] = (double)survey->count / effective;
  result[RUNG_SURVEY_KISH_N] = effective;
}

static void put_effects(const struct rung__survey *survey, double v, double *result)
{
  struct rung__moments moments;
  const double n = (double)survey->count;
  rung__moments(&moments, survey->matrix.value, survey->design.weight, survey->matrix.rows);
  const double spread = moments.power[2] / survey->weight;
  const double simple = spread / (n - 1);
  result[RUNG_SURVEY_EFFECTIVE_N] = rung__korn_graubard(spread, v);
  result[RUNG_SURVEY_ADJUSTED_N] = rung__korn_graubard_adjusted(result[RUNG_SURVEY_EFFECTIVE_N], n,
                                                                survey->df, survey->confidence);
  if (survey->count < 2 || !(simple > 0)) return;
  result[RUNG_SURVEY_DESIGN_EFFECT_REPLACED] = v / simple;
  if (survey->weight > n)
    result[RUNG_SURVEY_DESIGN_EFFECT] = v / (simple * (survey->weight - n) / survey->weight);
}

/* Two-sided p of a t; where nothing varies and nothing differs there is none. */
static double two_sided(double t, double df)
{
  return df > 0 ? 2 * rung_stats_t_upper(fabs(t), df) : NAN;
}

static rung_status finish(struct rung__survey *survey, linearise *how, double *result,
                          rung_error *error)
{
  double estimate = NAN, v = NAN;
  rung__out_clear(result, SURVEY_COUNT);
  rung_status status = how(survey, &estimate, error);
  put_rows(survey, result);
  result[RUNG_SURVEY_ESTIMATE] = isfinite(estimate) ? estimate : NAN;
  if (status == RUNG_OK) status = rung__survey_variance(survey, &v, error);
  if (status != RUNG_OK) return status;
  put_interval(survey, estimate, sqrt(v), result);
  if (how == mean) put_effects(survey, v, result);
  if (how == difference) result[RUNG_SURVEY_P] = two_sided(estimate / sqrt(v), survey->df);
  return RUNG_OK;
}

static rung_status estimate(const struct rung__survey_call *call, linearise *how, double *out,
                            size_t out_count, rung_error *error)
{
  struct rung__survey survey;
  double result[SURVEY_COUNT];
  TRY(rung__out_check(out, out_count, error));
  rung_status status = rung__survey_read(&survey, call, error);
  if (status != RUNG_OK) return rung__survey_none(status, RUNG_SURVEY_N, out, out_count);
  status = finish(&survey, how, result, error);
  rung__survey_free(&survey);
  if (status == RUNG_OK || status == RUNG_E_NOT_ESTIMABLE)
    rung__out_put(out, out_count, result, SURVEY_COUNT);
  return status;
}

rung_status rung_stats_survey_mean(const rung_column *column, const rung_column *design,
                                   size_t design_count, rung_lonely lonely,
                                   const rung_settings *settings, double *out, size_t out_count,
                                   rung_error *error)
{
  const struct rung__survey_call call = {column, 1, design, design_count, lonely, settings};
  return estimate(&call, mean, out, out_count, error);
}

rung_status rung_stats_survey_total(const rung_column *column, const rung_column *design,
                                    size_t design_count, rung_lonely lonely,
                                    const rung_settings *settings, double *out, size_t out_count,
                                    rung_error *error)
{
  const struct rung__survey_call call = {column, 1, design, design_count, lonely, settings};
  return estimate(&call, total, out, out_count, error);
}

rung_status rung_stats_survey_ratio(const rung_column *columns, const rung_column *design,
                                    size_t design_count, rung_lonely lonely,
                                    const rung_settings *settings, double *out, size_t out_count,
                                    rung_error *error)
{
  const struct rung__survey_call call = {columns, 2, design, design_count, lonely, settings};
  return estimate(&call, ratio, out, out_count, error);
}

rung_status rung_stats_survey_variance(const rung_column *column, const rung_column *design,
                                       size_t design_count, rung_lonely lonely,
                                       const rung_settings *settings, double *out, size_t out_count,
                                       rung_error *error)
{
  const struct rung__survey_call call = {column, 1, design, design_count, lonely, settings};
  return estimate(&call, variance, out, out_count, error);
}

rung_status rung_stats_survey_difference(const rung_column *columns, const rung_column *design,
                                         size_t design_count, rung_lonely lonely,
                                         const rung_settings *settings, double *out,
                                         size_t out_count, rung_error *error)
{
  const struct rung__survey_call call = {columns, 2, design, design_count, lonely, settings};
  return estimate(&call, difference, out, out_count, error);
}

rung_status rung_stats_survey_kappa(const rung_column *columns, const rung_column *design,
                                    size_t design_count, rung_lonely lonely,
                                    const rung_settings *settings, double *out, size_t out_count,
                                    rung_error *error)
{
  const struct rung__survey_call call = {columns, 2, design, design_count, lonely, settings};
  return estimate(&call, rung__survey_kappa, out, out_count, error);
}

/* The linearised values of every mean, side by side: [column * rows + row]. */
static rung_status linearise_all(struct rung__survey *survey, double *value, rung_error *error)
{
  for (size_t column = 0; column < survey->matrix.columns; ++column) {
    rung__survey_mean(survey, column);
    TRY(rung__design_off_margins(&survey->design, survey->value, error));
    for (size_t row = 0; row < survey->matrix.rows; ++row)
      value[column * survey->matrix.rows + row] = survey->value[row];
  }
  return RUNG_OK;
}

/* Fills [count * count] from linearised values. */
static rung_status covary(const struct rung__survey *survey, const double *value, double *result,
                          rung_error *error)
{
  const size_t rows = survey->matrix.rows, count = survey->matrix.columns;
  for (size_t place = 0; place < count * count; ++place) {
    const double *first = value + place / count * rows, *second = value + place % count * rows;
    TRY(rung__design_covariance(&survey->design, first, second, &result[place], error));
    if (!isfinite(result[place]))
      return rung__fail(error, RUNG_E_NOT_ESTIMABLE, "the values are too large to sum");
  }
  return RUNG_OK;
}

static rung_status put_covariances(struct rung__survey *survey, double *out, size_t out_count,
                                   rung_error *error)
{
  const size_t rows = survey->matrix.rows, count = survey->matrix.columns;
  double *value = rung__array_new(rows * count, sizeof *value);
  double *result = count > SIZE_MAX / count ? NULL : rung__array_new(count * count, sizeof *result);
  rung_status status = value == NULL || result == NULL ? rung__fail_memory(error)
                                                       : linearise_all(survey, value, error);
  if (status == RUNG_OK) status = covary(survey, value, result, error);
  if (status == RUNG_OK) rung__out_put(out, out_count, result, count * count);
  if (status == RUNG_E_NOT_ESTIMABLE) rung__out_clear(out, out_count);
  free(result);
  free(value);
  return status;
}

rung_status rung_stats_survey_covariance(const rung_column *columns, size_t count,
                                         const rung_column *design, size_t design_count,
                                         rung_lonely lonely, double *out, size_t out_count,
                                         rung_error *error)
{
  const struct rung__survey_call call = {columns, count, design, design_count, lonely, NULL};
  struct rung__survey survey;
  TRY(rung__out_check(out, out_count, error));
  rung_status status = rung__survey_read(&survey, &call, error);
  if (status == RUNG_E_NOT_ESTIMABLE) rung__out_clear(out, out_count);
  if (status != RUNG_OK) return status;
  status = put_covariances(&survey, out, out_count, error);
  rung__survey_free(&survey);
  return status;
}
