/* Bootstrap intervals: quantiles of replicates, plain or corrected.
 * SPDX-License-Identifier: Apache-2.0 */
#include "stats/bootstrap.h"

#include <math.h>
#include <stdlib.h>

#include <rung/stats/distribution.h>

#include "base/array.h"
#include "base/fail.h"
#include "base/sort.h"
#include "stats/moments.h"
#include "stats/output.h"

double rung__bootstrap_quantile(const double *sorted, size_t count, double p)
{
  if (isnan(p)) return NAN;
  const double all = (double)count + 1, place = all * p;
  /* a place within a few roundings of a whole number is that number */
  const double whole = fabs(place - round(place)) < 1e-9 ? round(place) : floor(place);
  if (whole < 1) return sorted[0];
  if (whole >= (double)count) return sorted[count - 1];
  const size_t index = (size_t)whole;
  if (place <= whole) return sorted[index - 1];
  const double low = rung_stats_normal_quantile(whole / all);
  const double high = rung_stats_normal_quantile((whole + 1) / all);
  const double part = (rung_stats_normal_quantile(p) - low) / (high - low);
  return sorted[index - 1] + part * (sorted[index] - sorted[index - 1]);
}

double rung__acceleration(double estimate, const double *jackknife, size_t rows)
{
  double square = 0, cube = 0;
  for (size_t row = 0; row < rows; ++row) { /* the factor n - 1 of L leaves the ratio as it is */
    const double influence = estimate - jackknife[row];
    square += influence * influence;
    cube += influence * influence * influence;
  }
  if (!isfinite(square)) return NAN;
  return square == 0 ? 0 : cube / (6 * square * sqrt(square));
}

/* The probability that stands in for p. */
static double corrected(double p, double z0, double acceleration)
{
  const double sum = z0 + rung_stats_normal_quantile(p);
  const double ratio = 1 - acceleration * sum;
  return ratio > 0 ? rung_stats_normal_cdf(z0 + sum / ratio) : NAN;
}

static double share_below(const double *sorted, size_t count, double estimate)
{
  size_t below = 0;
  while (below < count && sorted[below] < estimate)
    ++below;
  return (double)below / (double)count;
}

void rung__bootstrap(double estimate, const double *sorted, size_t count, double acceleration,
                     double confidence, double result[RUNG__BOOTSTRAP_COUNT])
{
  const double low = (1 - confidence) / 2, high = (1 + confidence) / 2;
  const double bias = rung__mean(sorted, NULL, count) - estimate;
  const double se = sqrt(rung__variance(sorted, count));
  const double reach = -rung_stats_normal_quantile(low) * se;
  const double z0 = rung_stats_normal_quantile(share_below(sorted, count, estimate));
  const double use = isinf(z0) ? NAN : acceleration;
  const double lower = rung__bootstrap_quantile(sorted, count, low);
  const double upper = rung__bootstrap_quantile(sorted, count, high);
  result[RUNG_BOOTSTRAP_ESTIMATE] = estimate;
  result[RUNG_BOOTSTRAP_BIAS] = bias;
  result[RUNG_BOOTSTRAP_SE] = se;
  result[RUNG_BOOTSTRAP_PERCENTILE_LOW] = lower;
  result[RUNG_BOOTSTRAP_PERCENTILE_HIGH] = upper;
  result[RUNG_BOOTSTRAP_BCA_LOW] = rung__bootstrap_quantile(sorted, count, corrected(low, z0, use));
  result[RUNG_BOOTSTRAP_BCA_HIGH] = rung__bootstrap_quantile(sorted, count,
                                                             corrected(high, z0, use));
  result[RUNG_BOOTSTRAP_BASIC_LOW] = 2 * estimate - upper;
  result[RUNG_BOOTSTRAP_BASIC_HIGH] = 2 * estimate - lower;
  result[RUNG_BOOTSTRAP_NORMAL_LOW] = estimate - bias - reach;
  result[RUNG_BOOTSTRAP_NORMAL_HIGH] = estimate - bias + reach;
  result[RUNG_BOOTSTRAP_Z0] = isinf(z0) ? NAN : z0;
  result[RUNG_BOOTSTRAP_ACCELERATION] = acceleration;
  result[RUNG_BOOTSTRAP_REPLICATES] = (double)count;
}

rung_status rung_stats_bootstrap_interval(double estimate, const double *replicate,
                                          size_t replicates, const double *jackknife, size_t rows,
                                          const rung_settings *settings, double *out,
                                          size_t out_count, rung_error *error)
{
  TRY(rung__out_check(out, out_count, error));
  if (!isfinite(estimate) || replicate == NULL)
    return rung__fail(error, RUNG_E_ARGUMENT,
                      "the estimate is no number, or there are no replicates");
  double *sorted = rung__array_new(replicates, sizeof *sorted);
  if (sorted == NULL) return rung__fail_memory(error);
  size_t count = 0;
  for (size_t index = 0; index < replicates; ++index) {
    if (isfinite(replicate[index])) sorted[count++] = replicate[index];
  }
  rung__sort(sorted, count);
  double result[RUNG__BOOTSTRAP_COUNT];
  rung__out_clear(result, RUNG__BOOTSTRAP_COUNT);
  if (count > 1)
    rung__bootstrap(estimate, sorted, count,
                    jackknife == NULL ? NAN : rung__acceleration(estimate, jackknife, rows),
                    rung_settings_get(settings, RUNG_SETTING_CONFIDENCE), result);
  result[RUNG_BOOTSTRAP_ESTIMATE] = estimate;
  result[RUNG_BOOTSTRAP_REPLICATES] = (double)count;
  if (jackknife != NULL) result[RUNG_BOOTSTRAP_N] = (double)rows;
  rung__out_put(out, out_count, result, RUNG__BOOTSTRAP_COUNT);
  free(sorted);
  if (count > 1) return RUNG_OK;
  return rung__fail(error, RUNG_E_NOT_ESTIMABLE,
                    "%zu of the replicates are numbers: two are needed", count);
}
