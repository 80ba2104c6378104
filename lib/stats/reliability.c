/* Alpha from columns and from matrices.
 * SPDX-License-Identifier: Apache-2.0 */
#include <rung/stats/reliability.h>

#include <math.h>
#include <stdlib.h>

#include <rung/stats/distribution.h>

#include "base/array.h"
#include "base/fail.h"
#include "stats/alpha.h"
#include "stats/alpha_items.h"
#include "stats/output.h"
#include "stats/scale.h"
#include "stats/symmetric.h"

#define ALPHA_COUNT 17 /* values of rung_alpha */

/* What goes with an n: standard error and limits; an n of 0: not known. */
static void fill_limits(const struct rung__alpha *alpha, size_t items, double n,
                        const rung_settings *settings, double *result)
{
  const double confidence = rung_settings_get(settings, RUNG_SETTING_CONFIDENCE);
  const double z = rung_stats_normal_quantile((1 + confidence) / 2);
  if (!(n > 0)) return;
  const double standard_error = sqrt(alpha->variance / n);
  result[RUNG_ALPHA_SE] = standard_error;
  result[RUNG_ALPHA_LOW] = alpha->raw - z * standard_error;
  result[RUNG_ALPHA_HIGH] = alpha->raw + z * standard_error;
  rung__alpha_feldt(alpha->raw, items, n, confidence, result + RUNG_ALPHA_FELDT_LOW);
  result[RUNG_ALPHA_N] = n;
}

/* Everything that comes from a matrix. */
static rung_status fill_alpha(const double *matrix, size_t items, double n,
                              const rung_settings *settings, double *result, rung_error *error)
{
  struct rung__alpha alpha;
  double *room = rung__array_new(rung__alpha_room(items), sizeof *room);
  if (room == NULL) return rung__fail_memory(error);
  rung__alpha_from(matrix, items, room, NULL, &alpha);
  free(room);
  result[RUNG_ALPHA_RAW] = alpha.raw;
  result[RUNG_ALPHA_STANDARDISED] = alpha.standardised;
  result[RUNG_ALPHA_AVERAGE_R] = alpha.average_r;
  result[RUNG_ALPHA_MEDIAN_R] = alpha.median_r;
  result[RUNG_ALPHA_VARIANCE_R] = alpha.variance_r;
  result[RUNG_ALPHA_SIGNAL_NOISE] = alpha.signal_noise;
  result[RUNG_ALPHA_LAMBDA6] = alpha.lambda6;
  fill_limits(&alpha, items, n, settings, result);
  if (!isnan(alpha.raw)) return RUNG_OK;
  return rung__fail(error, RUNG_E_NOT_ESTIMABLE,
                    items < 2
                        ? "alpha of one item is not defined: give two or more"
                        : "alpha is not defined: two items share under two rows, or the sum of "
                          "the items does not vary");
}

/* Mean and standard deviation of the rows' scores. */
static rung_status fill_scores(const struct rung__scale *scale, double *result, rung_error *error)
{
  struct rung__covariance covariance;
  struct rung__matrix scores = {scale->items.rows, 1, NULL};
  scores.value = rung__array_new(scores.rows, sizeof *scores.value);
  if (scores.value == NULL) return rung__fail_memory(error);
  rung__scale_scores(scale, scores.value);
  const rung_status status = rung__covariance_new(&covariance, &scores, scale->weight, error);
  rung__matrix_free(&scores);
  if (status != RUNG_OK) return status;
  result[RUNG_ALPHA_SCORE_MEAN] = covariance.mean[0];
  result[RUNG_ALPHA_SCORE_SD] = sqrt(covariance.value[0]);
  rung__covariance_free(&covariance);
  return RUNG_OK;
}

static rung_status fill_all(const struct rung__scale *scale, const rung_settings *settings,
                            double *result, rung_error *error)
{
  const struct rung__covariance *covariance = &scale->covariance;
  rung__out_clear(result, ALPHA_COUNT);
  result[RUNG_ALPHA_N] = rung__covariance_n(covariance, covariance->size);
  result[RUNG_ALPHA_N_LEAST] = rung__covariance_n_least(covariance);
  result[RUNG_ALPHA_ROWS] = (double)covariance->rows;
  TRY(fill_scores(scale, result, error));
  return fill_alpha(covariance->value, covariance->size, result[RUNG_ALPHA_N], settings, result,
                    error);
}

/* Whether results were made: all of them, or what could be had. */
static bool made(rung_status status)
{
  return status == RUNG_OK || status == RUNG_E_NOT_ESTIMABLE;
}

rung_status rung_stats_alpha(const rung_column *columns, size_t count, const rung_column *weight,
                             rung_missing missing, const rung_settings *settings, double *out,
                             size_t out_count, rung_error *error)
{
  struct rung__scale scale;
  double result[ALPHA_COUNT];
  TRY(rung__out_check(out, out_count, error));
  TRY(rung__scale_read(&scale, columns, count, weight, missing, error));
  const rung_status status = fill_all(&scale, settings, result, error);
  rung__scale_free(&scale);
  if (made(status)) rung__out_put(out, out_count, result, ALPHA_COUNT);
  return status;
}

rung_status rung_stats_alpha_from_matrix(const double *matrix, size_t items, double n,
                                         const rung_settings *settings, double *out,
                                         size_t out_count, rung_error *error)
{
  double result[ALPHA_COUNT];
  TRY(rung__out_check(out, out_count, error));
  TRY(rung__symmetric_check(matrix, items, error));
  if (n != 0 && !(n > 1 && isfinite(n)))
    return rung__fail(error, RUNG_E_ARGUMENT, "n is not a number above 1, nor 0 for not known");
  rung__out_clear(result, ALPHA_COUNT);
  const rung_status status = fill_alpha(matrix, items, n, settings, result, error);
  if (made(status)) rung__out_put(out, out_count, result, ALPHA_COUNT);
  return status;
}

rung_status rung_stats_alpha_interval(double alpha, size_t items, double n,
                                      const rung_settings *settings, double *out, size_t out_count,
                                      rung_error *error)
{
  double limits[2];
  TRY(rung__out_check(out, out_count, error));
  if (!(alpha <= 1) || items < 2 || !(n > 1 && isfinite(n)))
    return rung__fail(error, RUNG_E_ARGUMENT,
                      "an interval needs an alpha up to 1, two items or more, and an n above 1");
  rung__alpha_feldt(alpha, items, n, rung_settings_get(settings, RUNG_SETTING_CONFIDENCE), limits);
  rung__out_put(out, out_count, limits, 2);
  if (isfinite(limits[0]) && isfinite(limits[1])) return RUNG_OK;
  return rung__fail(error, RUNG_E_NOT_ESTIMABLE, "the limits lie beyond the numbers");
}

static rung_status fill_items(const struct rung__scale *scale, double *result, rung_error *error)
{
  const size_t items = scale->covariance.size, rows = scale->items.rows;
  double *room = rung__array_new(rung__alpha_items_room(items), sizeof *room);
  double *score = rung__array_new(rows, sizeof *score);
  if (room != NULL && score != NULL) {
    rung__alpha_items_from(&scale->covariance, room, result);
    rung__scale_scores(scale, score);
    for (size_t item = 0; item < items && items > 1; ++item)
      result[RUNG_ALPHA_ITEM_TOTAL_R * items + item] = rung__correlation_of(
          score, rung__matrix_column(&scale->items, item), scale->weight, rows);
  }
  const bool fine = room != NULL && score != NULL;
  free(room);
  free(score);
  if (!fine) return rung__fail_memory(error);
  if (items > 1) return RUNG_OK;
  return rung__fail(error, RUNG_E_NOT_ESTIMABLE, "one item is no scale: give two or more");
}

rung_status rung_stats_alpha_items(const rung_column *columns, size_t count,
                                   const rung_column *weight, rung_missing missing, double *out,
                                   size_t out_count, rung_error *error)
{
  struct rung__scale scale;
  TRY(rung__out_check(out, out_count, error));
  TRY(rung__scale_read(&scale, columns, count, weight, missing, error));
  double *result = rung__array_new(RUNG__ALPHA_ITEM_COUNT * count, sizeof *result);
  rung_status status = result == NULL ? rung__fail_memory(error)
                                      : fill_items(&scale, result, error);
  rung__scale_free(&scale);
  if (made(status)) rung__out_put(out, out_count, result, RUNG__ALPHA_ITEM_COUNT * count);
  free(result);
  return status;
}
