/* Surveys read and their variances found.
 * SPDX-License-Identifier: Apache-2.0 */
#include "stats/survey.h"

#include <math.h>
#include <stdlib.h>

#include <rung/stats/distribution.h>

#include "base/array.h"
#include "base/fail.h"
#include "stats/output.h"

/* Puts rows with an absent value out of the domain. */
static void leave_out_absent(struct rung__survey *survey)
{
  struct rung__matrix *matrix = &survey->matrix;
  for (size_t column = 0; column < matrix->columns; ++column) {
    double *value = rung__matrix_column(matrix, column);
    for (size_t row = 0; row < matrix->rows; ++row)
      if (isnan(value[row])) survey->design.weight[row] = 0;
  }
  for (size_t place = 0; place < matrix->rows * matrix->columns; ++place)
    if (isnan(matrix->value[place])) matrix->value[place] = 0;
}

static void count(struct rung__survey *survey)
{
  struct rung__total weight = {0}, squared = {0};
  for (size_t row = 0; row < survey->matrix.rows; ++row) {
    const double w = survey->design.weight[row];
    survey->count += w > 0;
    rung__total_add(&weight, w);
    rung__total_add(&squared, w * w);
  }
  survey->weight = rung__total_of(&weight);
  survey->weight_squared = rung__total_of(&squared);
}

static rung_status prepare(struct rung__survey *survey, const struct rung__survey_call *call,
                           rung_error *error)
{
  TRY(rung__design_read(&survey->design, call->design, call->design_count, call->lonely,
                        survey->matrix.rows, error));
  TRY(rung__design_df(&survey->design, &survey->df, error));
  survey->value = rung__array_new(survey->matrix.rows, sizeof *survey->value);
  if (survey->value == NULL) return rung__fail_memory(error);
  survey->confidence = rung_settings_get(call->settings, RUNG_SETTING_CONFIDENCE);
  leave_out_absent(survey);
  count(survey);
  if (survey->count == 0)
    return rung__fail(error, RUNG_E_NOT_ESTIMABLE,
                      "there is no value of positive weight in the domain");
  return RUNG_OK;
}

rung_status rung__survey_read(struct rung__survey *survey, const struct rung__survey_call *call,
                              rung_error *error)
{
  *survey = (struct rung__survey){.value = NULL};
  TRY(rung__matrix_read(&survey->matrix, call->columns, call->count, error));
  const rung_status status = prepare(survey, call, error);
  if (status != RUNG_OK) rung__survey_free(survey);
  return status;
}

rung_status rung__survey_none(rung_status status, size_t place_of_n, double *out, size_t out_count)
{
  if (status != RUNG_E_NOT_ESTIMABLE) return status;
  rung__out_clear(out, out_count);
  if (place_of_n < out_count) out[place_of_n] = 0;
  return status;
}

void rung__survey_free(struct rung__survey *survey)
{
  free(survey->value);
  rung__design_free(&survey->design);
  rung__matrix_free(&survey->matrix);
}

double rung__survey_mean(struct rung__survey *survey, size_t index)
{
  const double *value = rung__matrix_column(&survey->matrix, index);
  const double *weight = survey->design.weight;
  const double mean = rung__mean(value, weight, survey->matrix.rows);
  for (size_t row = 0; row < survey->matrix.rows; ++row)
    survey->value[row] = weight[row] > 0 ? weight[row] / survey->weight * (value[row] - mean) : 0;
  return mean;
}

rung_status rung__survey_variance(struct rung__survey *survey, double *variance, rung_error *error)
{
  TRY(rung__design_off_margins(&survey->design, survey->value, error));
  TRY(rung__design_covariance(&survey->design, survey->value, survey->value, variance, error));
  if (!isfinite(*variance))
    return rung__fail(error, RUNG_E_NOT_ESTIMABLE, "the values are too large to sum");
  if (*variance < 0) *variance = 0;
  return RUNG_OK;
}

double rung__survey_t(const struct rung__survey *survey, double df)
{
  return df > 0 ? rung_stats_t_quantile(0.5 + survey->confidence / 2, df) : NAN;
}
