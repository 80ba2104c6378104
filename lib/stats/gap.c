/* Gaps between means on moments: samples from sums, paired and independent.
 * SPDX-License-Identifier: Apache-2.0 */
#include "stats/gap.h"

#include <float.h>
#include <math.h>

#include <rung/stats/distribution.h>

#include "stats/distribution.h"
#include "stats/output.h"
#include "stats/welch.h"

struct rung__sums rung__sums_less(const struct rung__sums *whole, const struct rung__sums *part)
{
  return (struct rung__sums){
      whole->weight - part->weight,
      whole->weight_squares - part->weight_squares,
      whole->sum - part->sum,
      whole->squares - part->squares,
  };
}

struct rung__sample_moments rung__sample_of_sums(const struct rung__sums *sums)
{
  if (!(sums->weight > 0) || !(sums->weight_squares > 0))
    return (struct rung__sample_moments){0, NAN, NAN};
  const double n = sums->weight * sums->weight / sums->weight_squares;
  const double mean = sums->sum / sums->weight;
  const double square = sums->squares / sums->weight - mean * mean;
  return (struct rung__sample_moments){n, mean, n > 1 ? fmax(0, square) * n / (n - 1) : NAN};
}

double rung__hedges_factor(double df)
{
  if (!(df > 1)) return NAN;
  /* log Gamma(x) - log(x) / 2 - log Gamma(x - 1/2) with Stirling's formula written out, so that
     large numbers do not cancel. */
  const double x = df / 2;
  return exp((1 - x) * log1p(-0.5 / x) - 0.5 + rung__stirling_rest(x) -
             rung__stirling_rest(x - 0.5));
}

void rung__effect_limits(double t, double df, double scale, double confidence, double *low,
                         double *high)
{
  *low = scale * rung_stats_noncentral_t_delta(t, df, (1 + confidence) / 2);
  *high = scale * rung_stats_noncentral_t_delta(t, df, (1 - confidence) / 2);
}

static double two_sided(double t, double df)
{
  return 2 * rung_stats_t_upper(fabs(t), df);
}

/* Whether an error is no more than what rounding leaves of numbers of this size. */
static bool nothing(double error, double size)
{
  return !(error > 10 * DBL_EPSILON * size);
}

/* Standardised differences of pairs that vary. */
static void standardise(double *result)
{
  const double x = result[RUNG_PAIRED_SD_X], y = result[RUNG_PAIRED_SD_Y];
  const double d = result[RUNG_PAIRED_DIFFERENCE] / result[RUNG_PAIRED_SD];
  const double j = rung__hedges_factor(result[RUNG_PAIRED_DF]);
  result[RUNG_PAIRED_D_Z] = d;
  result[RUNG_PAIRED_D_AV] = result[RUNG_PAIRED_DIFFERENCE] / sqrt((x * x + y * y) / 2);
  result[RUNG_PAIRED_D_RM] = d * sqrt(2 * (1 - result[RUNG_PAIRED_R]));
  result[RUNG_PAIRED_J] = j;
  result[RUNG_PAIRED_G_Z] = j * d;
  result[RUNG_PAIRED_G_Z_LOW] = j * result[RUNG_PAIRED_D_Z_LOW];
  result[RUNG_PAIRED_G_Z_HIGH] = j * result[RUNG_PAIRED_D_Z_HIGH];
  result[RUNG_PAIRED_G_AV] = j * result[RUNG_PAIRED_D_AV];
  result[RUNG_PAIRED_G_RM] = j * result[RUNG_PAIRED_D_RM];
}

void rung__paired(const struct rung__two *two, const struct rung__sample_moments *difference,
                  double confidence, double *result)
{
  const double n = difference->n, mean = difference->mean;
  const double error = sqrt(difference->variance / n), df = n - 1;
  rung__out_clear(result, RUNG__PAIRED);
  result[RUNG_PAIRED_DIFFERENCE] = mean;
  result[RUNG_PAIRED_N] = n;
  result[RUNG_PAIRED_MEAN_X] = two->x.mean;
  result[RUNG_PAIRED_MEAN_Y] = two->y.mean;
  result[RUNG_PAIRED_SD_X] = sqrt(two->x.variance);
  result[RUNG_PAIRED_SD_Y] = sqrt(two->y.variance);
  result[RUNG_PAIRED_SD] = sqrt(difference->variance);
  result[RUNG_PAIRED_SE] = error;
  result[RUNG_PAIRED_R] = two->r;
  if (nothing(error, fmax(fabs(two->x.mean), fabs(two->y.mean))) || isinf(error)) return;
  const double t = mean / error, half = error * rung_stats_t_quantile((1 + confidence) / 2, df);
  result[RUNG_PAIRED_LOW] = mean - half;
  result[RUNG_PAIRED_HIGH] = mean + half;
  result[RUNG_PAIRED_T] = t;
  result[RUNG_PAIRED_DF] = df;
  result[RUNG_PAIRED_P] = two_sided(t, df);
  rung__effect_limits(t, df, 1 / sqrt(n), confidence, &result[RUNG_PAIRED_D_Z_LOW],
                      &result[RUNG_PAIRED_D_Z_HIGH]);
  standardise(result);
}

static void put_welch(const struct rung__sample_moments *x, const struct rung__sample_moments *y,
                      double confidence, double *result)
{
  const struct rung__known one = {x->mean, x->variance / x->n, x->n - 1};
  const struct rung__known other = {y->mean, y->variance / y->n, y->n - 1};
  const struct rung__welch welch = rung__welch(&one, &other, confidence);
  result[RUNG_INDEPENDENT_LOW] = welch.low;
  result[RUNG_INDEPENDENT_HIGH] = welch.high;
  result[RUNG_INDEPENDENT_T] = welch.t;
  result[RUNG_INDEPENDENT_DF] = welch.df;
  result[RUNG_INDEPENDENT_P] = welch.p;
}

static void put_effect(double d, double t, double df, double scale, double confidence,
                       double *result)
{
  const double j = rung__hedges_factor(df);
  double low, high;
  rung__effect_limits(t, df, scale, confidence, &low, &high);
  result[RUNG_INDEPENDENT_D] = d;
  result[RUNG_INDEPENDENT_D_LOW] = low;
  result[RUNG_INDEPENDENT_D_HIGH] = high;
  result[RUNG_INDEPENDENT_J] = j;
  result[RUNG_INDEPENDENT_G] = j * d;
  result[RUNG_INDEPENDENT_G_LOW] = j * low;
  result[RUNG_INDEPENDENT_G_HIGH] = j * high;
}

static void put_pooled(const struct rung__sample_moments *x, const struct rung__sample_moments *y,
                       double confidence, double *result)
{
  const double df = x->n - 1 + (y->n - 1), scale = sqrt(1 / x->n + 1 / y->n);
  const double pooled = sqrt(((x->n - 1) * x->variance + (y->n - 1) * y->variance) / df);
  const double difference = x->mean - y->mean, d = difference / pooled, t = d / scale;
  const double half = pooled * scale * rung_stats_t_quantile((1 + confidence) / 2, df);
  result[RUNG_INDEPENDENT_SD_POOLED] = pooled;
  result[RUNG_INDEPENDENT_T_POOLED] = t;
  result[RUNG_INDEPENDENT_DF_POOLED] = df;
  result[RUNG_INDEPENDENT_P_POOLED] = two_sided(t, df);
  result[RUNG_INDEPENDENT_LOW_POOLED] = difference - half;
  result[RUNG_INDEPENDENT_HIGH_POOLED] = difference + half;
  put_effect(d, t, df, scale, confidence, result);
  result[RUNG_INDEPENDENT_D_SE] = sqrt(scale * scale + d * d / (2 * (x->n + y->n)));
}

void rung__independent(const struct rung__sample_moments *x, const struct rung__sample_moments *y,
                       double confidence, double *result)
{
  const double error = sqrt(x->variance / x->n + y->variance / y->n);
  rung__out_clear(result, RUNG__INDEPENDENT);
  result[RUNG_INDEPENDENT_DIFFERENCE] = x->mean - y->mean;
  result[RUNG_INDEPENDENT_N_X] = x->n;
  result[RUNG_INDEPENDENT_N_Y] = y->n;
  result[RUNG_INDEPENDENT_MEAN_X] = x->mean;
  result[RUNG_INDEPENDENT_MEAN_Y] = y->mean;
  result[RUNG_INDEPENDENT_SD_X] = sqrt(x->variance);
  result[RUNG_INDEPENDENT_SD_Y] = sqrt(y->variance);
  result[RUNG_INDEPENDENT_SE] = error;
  if (nothing(error, fmax(fabs(x->mean), fabs(y->mean))) || isinf(error)) return;
  put_welch(x, y, confidence, result);
  put_pooled(x, y, confidence, result);
  if (y->variance > 0)
    result[RUNG_INDEPENDENT_GLASS] = (x->mean - y->mean) / result[RUNG_INDEPENDENT_SD_Y];
}
