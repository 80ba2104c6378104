/* Pearson, Spearman and Kendall on columns.
 * SPDX-License-Identifier: Apache-2.0 */
#include "stats/association.h"

#include <math.h>
#include <stdlib.h>

#include <rung/stats/distribution.h>

#include "base/array.h"
#include "base/fail.h"
#include "stats/kendall.h"
#include "stats/output.h"
#include "stats/pair.h"

#define KENDALLS (RUNG_KENDALL_GAMMA_HIGH + 1)

void rung__association(double r, double n, double spread, double confidence, double *result)
{
  const double rest = (1 - r) * (1 + r);
  rung__out_clear(result, RUNG__ASSOCIATIONS);
  result[RUNG_ASSOCIATION_R] = r;
  result[RUNG_ASSOCIATION_N] = n;
  if (!(n > 2) || isnan(r)) return;
  const double t = r * sqrt((n - 2) / rest);
  result[RUNG_ASSOCIATION_T] = t;
  result[RUNG_ASSOCIATION_DF] = n - 2;
  result[RUNG_ASSOCIATION_P] = 2 * rung_stats_t_upper(fabs(t), n - 2);
  if (!(n > 3) || !(rest > 0)) return;
  const double half = rung_stats_normal_quantile((1 + confidence) / 2) * sqrt(spread / (n - 3));
  result[RUNG_ASSOCIATION_LOW] = tanh(atanh(r) - half);
  result[RUNG_ASSOCIATION_HIGH] = tanh(atanh(r) + half);
}

static rung_status verdict(double value, double n, rung_error *error)
{
  if (!isnan(value)) return RUNG_OK;
  return n < 2 ? rung__fail(error, RUNG_E_NOT_ESTIMABLE,
                            "fewer than 2 rows have both values: expected 2 or more")
               : rung__fail(error, RUNG_E_NOT_ESTIMABLE,
                            "a column is constant, or too large to square: expected two that vary");
}

rung_status rung_stats_pearson(const rung_column *columns, const rung_column *weight,
                               rung_missing missing, const rung_settings *settings, double *out,
                               size_t out_count, rung_error *error)
{
  struct rung__two_columns pair;
  double result[RUNG__ASSOCIATIONS];
  TRY(rung__out_check(out, out_count, error));
  TRY(rung__pair_read(&pair, columns, weight, missing, error));
  const struct rung__two two = rung__two_of(pair.x, pair.y, pair.weight, pair.rows);
  rung__association(two.r, two.x.n, 1, rung_settings_get(settings, RUNG_SETTING_CONFIDENCE),
                    result);
  rung__out_put(out, out_count, result, RUNG__ASSOCIATIONS);
  rung__pair_free(&pair);
  return verdict(two.r, two.x.n, error);
}

/* Puts ranks in the places of the values. */
static bool rank(struct rung__two_columns *pair)
{
  double *ranks = rung__array_new(pair->rows, 2 * sizeof *ranks);
  const bool room = ranks != NULL && rung__midranks(pair->x, pair->rows, ranks) &&
                    rung__midranks(pair->y, pair->rows, ranks + pair->rows);
  for (size_t row = 0; room && row < 2 * pair->rows; ++row)
    pair->x[row] = ranks[row]; /* y lies behind x */
  free(ranks);
  return room;
}

rung_status rung_stats_spearman(const rung_column *columns, rung_missing missing,
                                const rung_settings *settings, double *out, size_t out_count,
                                rung_error *error)
{
  struct rung__two_columns pair;
  double result[RUNG__ASSOCIATIONS];
  TRY(rung__out_check(out, out_count, error));
  TRY(rung__pair_read(&pair, columns, NULL, missing, error));
  rung_status status = rank(&pair) ? RUNG_OK : rung__fail_memory(error);
  if (status == RUNG_OK) {
    const double r = rung__two_of(pair.x, pair.y, NULL, pair.rows).r, n = (double)pair.rows;
    rung__association(r, n, 1 + r * r / 2, rung_settings_get(settings, RUNG_SETTING_CONFIDENCE),
                      result);
    rung__out_put(out, out_count, result, RUNG__ASSOCIATIONS);
    status = verdict(r, n, error);
  }
  rung__pair_free(&pair);
  return status;
}

/* Limits on the scale of atanh, where the error is that of the value over 1 - value^2; none where there
 * is no error to be seen. */
static void put_limits(double value, double half, double *low, double *high)
{
  const double moved = half / ((1 - value) * (1 + value));
  *low = half > 0 ? tanh(atanh(value) - moved) : NAN;
  *high = half > 0 ? tanh(atanh(value) + moved) : NAN;
}

static void put_kendall(const struct rung__kendall *found, double n, double confidence,
                        double *result)
{
  const double z = rung_stats_normal_quantile((1 + confidence) / 2);
  result[RUNG_KENDALL_TAU] = found->tau;
  result[RUNG_KENDALL_N] = n;
  result[RUNG_KENDALL_SE] = found->tau_error;
  result[RUNG_KENDALL_Z] = found->z;
  result[RUNG_KENDALL_P] = 2 * rung_stats_normal_upper(fabs(found->z));
  result[RUNG_KENDALL_CONCORDANT] = found->concordant;
  result[RUNG_KENDALL_DISCORDANT] = found->discordant;
  result[RUNG_KENDALL_GAMMA] = found->gamma;
  put_limits(found->tau, z * found->tau_error, &result[RUNG_KENDALL_LOW],
             &result[RUNG_KENDALL_HIGH]);
  put_limits(found->gamma, z * found->gamma_error, &result[RUNG_KENDALL_GAMMA_LOW],
             &result[RUNG_KENDALL_GAMMA_HIGH]);
}

rung_status rung_stats_kendall(const rung_column *columns, rung_missing missing,
                               const rung_settings *settings, double *out, size_t out_count,
                               rung_error *error)
{
  struct rung__two_columns pair;
  struct rung__kendall found;
  double result[KENDALLS];
  TRY(rung__out_check(out, out_count, error));
  TRY(rung__pair_read(&pair, columns, NULL, missing, error));
  rung_status status = rung__kendall(pair.x, pair.y, pair.rows, &found) ? RUNG_OK
                                                                        : rung__fail_memory(error);
  if (status == RUNG_OK) {
    put_kendall(&found, (double)pair.rows, rung_settings_get(settings, RUNG_SETTING_CONFIDENCE),
                result);
    rung__out_put(out, out_count, result, KENDALLS);
    status = verdict(found.tau, (double)pair.rows, error);
  }
  rung__pair_free(&pair);
  return status;
}

static bool reliability(double value)
{
  return value > 0 && value <= 1;
}

double rung_stats_disattenuated(double correlation, double reliability_x, double reliability_y)
{
  if (!(fabs(correlation) <= 1) || !reliability(reliability_x) || !reliability(reliability_y))
    return NAN;
  return correlation / sqrt(reliability_x) / sqrt(reliability_y);
}
