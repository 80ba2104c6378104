/* Shares and quantiles from surveys, with intervals that know their ends.
 * SPDX-License-Identifier: Apache-2.0 */
#include "stats/survey.h"

#include <math.h>
#include <stdlib.h>

#include <rung/stats/distribution.h>

#include "base/array.h"
#include "base/fail.h"
#include "base/sort.h"
#include "stats/output.h"
#include "stats/quantile.h"

#define SHARE_COUNT 10
#define QUANTILE_COUNT 6

static double from_logit(double logit)
{
  return 1 / (1 + exp(-logit));
}

static void put_ends(const struct rung__survey *survey, double p, double variance, double *result)
{
  const double t = rung__survey_t(survey, survey->df), below = 0.5 - survey->confidence / 2;
  const double logit = log(p / (1 - p)), step = t * sqrt(variance) / (p * (1 - p));
  const double n = rung__korn_graubard_adjusted(rung__korn_graubard(p * (1 - p), variance),
                                                (double)survey->count, survey->df,
                                                survey->confidence);
  result[RUNG_SURVEY_SHARE_LOGIT_LOW] = from_logit(logit - step);
  result[RUNG_SURVEY_SHARE_LOGIT_HIGH] = from_logit(logit + step);
  result[RUNG_SURVEY_SHARE_EFFECTIVE_N] = rung__korn_graubard(p * (1 - p), variance);
  result[RUNG_SURVEY_SHARE_ADJUSTED_N] = n;
  result[RUNG_SURVEY_SHARE_BETA_LOW] = rung_stats_beta_quantile(below, n * p, n * (1 - p) + 1);
  result[RUNG_SURVEY_SHARE_BETA_HIGH] = rung_stats_beta_quantile(1 - below, n * p + 1, n * (1 - p));
}

static rung_status share(struct rung__survey *survey, double *result, rung_error *error)
{
  double variance;
  rung__out_clear(result, SHARE_COUNT);
  for (size_t row = 0; row < survey->matrix.rows; ++row)
    survey->matrix.value[row] = survey->matrix.value[row] != 0;
  const double p = rung__survey_mean(survey, 0);
  result[RUNG_SURVEY_SHARE_ESTIMATE] = p;
  result[RUNG_SURVEY_SHARE_DF] = survey->df;
  result[RUNG_SURVEY_SHARE_N] = (double)survey->count;
  TRY(rung__survey_variance(survey, &variance, error));
  result[RUNG_SURVEY_SHARE_SE] = sqrt(variance);
  if (!(p > 0 && p < 1) || !(variance > 0) || !(survey->df > 0) || survey->count < 2)
    return rung__fail(error, RUNG_E_NOT_ESTIMABLE,
                      "the share does not vary, or no degree of freedom is left: no interval");
  put_ends(survey, p, variance, result);
  return RUNG_OK;
}

rung_status rung_stats_survey_share(const rung_column *column, const rung_column *design,
                                    size_t design_count, rung_lonely lonely,
                                    const rung_settings *settings, double *out, size_t out_count,
                                    rung_error *error)
{
  const struct rung__survey_call call = {column, 1, design, design_count, lonely, settings};
  struct rung__survey survey;
  double result[SHARE_COUNT];
  TRY(rung__out_check(out, out_count, error));
  rung_status status = rung__survey_read(&survey, &call, error);
  if (status != RUNG_OK) return rung__survey_none(status, RUNG_SURVEY_SHARE_N, out, out_count);
  status = share(&survey, result, error);
  rung__survey_free(&survey);
  if (status == RUNG_OK || status == RUNG_E_NOT_ESTIMABLE)
    rung__out_put(out, out_count, result, SHARE_COUNT);
  return status;
}

/* The values that count, the least first, and their weights. */
struct sorted {
  double *value, *weight;
  size_t count;
};

static bool sort(struct sorted *sorted, const struct rung__survey *survey)
{
  const size_t rows = survey->matrix.rows;
  size_t *order = rung__sort_order(survey->matrix.value, rows);
  sorted->count = 0;
  sorted->value = rung__array_new(rows, 2 * sizeof *sorted->value);
  if (order == NULL || sorted->value == NULL) {
    free(order);
    free(sorted->value);
    return false;
  }
  sorted->weight = sorted->value + rows;
  for (size_t index = 0; index < rows; ++index) {
    const double weight = survey->design.weight[order[index]];
    if (!(weight > 0)) continue;
    sorted->value[sorted->count] = survey->matrix.value[order[index]];
    sorted->weight[sorted->count++] = weight;
  }
  free(order);
  return true;
}

static double quantile_at(const struct sorted *sorted, double probability)
{
  if (!(probability > 0 && probability < 1)) return NAN;
  return rung__quantile_weighted(sorted->value, sorted->weight, sorted->count, probability,
                                 RUNG_QUANTILE_INVERSE);
}

static rung_status quantile(struct rung__survey *survey, const struct sorted *sorted,
                            double probability, double *result, rung_error *error)
{
  double variance;
  rung__out_clear(result, QUANTILE_COUNT);
  const double estimate = quantile_at(sorted, probability);
  result[RUNG_SURVEY_QUANTILE_ESTIMATE] = estimate;
  result[RUNG_SURVEY_QUANTILE_DF] = survey->df;
  result[RUNG_SURVEY_QUANTILE_N] = (double)survey->count;
  for (size_t row = 0; row < survey->matrix.rows; ++row)
    survey->matrix.value[row] = survey->matrix.value[row] <= estimate;
  const double reached = rung__survey_mean(survey, 0); /* the share up to it: p or more */
  TRY(rung__survey_variance(survey, &variance, error));
  const double t = rung__survey_t(survey, survey->df), step = t * sqrt(variance);
  const double low = quantile_at(sorted, reached - step);
  const double high = quantile_at(sorted, reached + step);
  result[RUNG_SURVEY_QUANTILE_LOW] = low;
  result[RUNG_SURVEY_QUANTILE_HIGH] = high;
  result[RUNG_SURVEY_QUANTILE_SE] = (high - low) / (2 * t);
  return RUNG_OK;
}

rung_status rung_stats_survey_quantile(const rung_column *column, double probability,
                                       const rung_column *design, size_t design_count,
                                       rung_lonely lonely, const rung_settings *settings,
                                       double *out, size_t out_count, rung_error *error)
{
  const struct rung__survey_call call = {column, 1, design, design_count, lonely, settings};
  struct rung__survey survey;
  struct sorted sorted;
  double result[QUANTILE_COUNT];
  TRY(rung__out_check(out, out_count, error));
  if (!(probability > 0 && probability < 1))
    return rung__fail(error, RUNG_E_ARGUMENT, "the probability is not above 0 and below 1");
  rung_status status = rung__survey_read(&survey, &call, error);
  if (status != RUNG_OK) return rung__survey_none(status, RUNG_SURVEY_QUANTILE_N, out, out_count);
  if (sort(&sorted, &survey)) {
    status = quantile(&survey, &sorted, probability, result, error);
    free(sorted.value);
  } else {
    status = rung__fail_memory(error);
  }
  rung__survey_free(&survey);
  if (status == RUNG_OK || status == RUNG_E_NOT_ESTIMABLE)
    rung__out_put(out, out_count, result, QUANTILE_COUNT);
  return status;
}
