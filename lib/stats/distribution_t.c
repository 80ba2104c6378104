/* Student's t and the F distribution, as beta distributions of a share.
 * SPDX-License-Identifier: Apache-2.0 */
#include "stats/distribution.h"

#include <math.h>

/* Half the probability beyond |t| on both sides. */
static double beyond(double t, double df)
{
  const double square = t / df * t;
  if (isinf(square)) return 0;
  const double x = 1 / (1 + square), y = square < 1 ? square / (1 + square) : 1 / (1 + 1 / square);
  return 0.5 * rung__beta_tails(x, y, df / 2, 0.5).lower;
}

double rung_stats_t_cdf(double t, double df)
{
  if (isnan(t) || !(df > 0)) return NAN;
  if (isinf(df)) return rung_stats_normal_cdf(t);
  return t < 0 ? beyond(t, df) : 1 - beyond(t, df);
}

double rung_stats_t_upper(double t, double df)
{
  return rung_stats_t_cdf(-t, df);
}

double rung_stats_t_quantile(double p, double df)
{
  if (!(p >= 0 && p <= 1) || !(df > 0)) return NAN;
  if (isinf(df)) return rung_stats_normal_quantile(p);
  const double off = p - 0.5, tail = off < 0 ? p : 1 - p;
  if (tail == 0) return off < 0 ? -INFINITY : INFINITY;
  if (off == 0) return 0;
  const struct rung__tails both = {2 * tail, 2 * fabs(off)};
  const double size = sqrt(df) * exp(-rung__beta_logit(both, df / 2, 0.5) / 2);
  return off < 0 ? -size : size;
}

static struct rung__tails f_tails(double x, double df1, double df2)
{
  if (isnan(x) || !(df1 > 0) || !(df2 > 0) || isinf(df1) || isinf(df2))
    return (struct rung__tails){NAN, NAN};
  if (!(x > 0)) return (struct rung__tails){0, 1};
  const double ratio = x * (df1 / df2);
  const double below = ratio < 1 ? ratio / (1 + ratio) : 1 / (1 + 1 / ratio);
  return rung__beta_tails(below, 1 / (1 + ratio), df1 / 2, df2 / 2);
}

double rung_stats_f_cdf(double x, double df1, double df2)
{
  return f_tails(x, df1, df2).lower;
}

double rung_stats_f_upper(double x, double df1, double df2)
{
  return f_tails(x, df1, df2).upper;
}

double rung_stats_f_quantile(double p, double df1, double df2)
{
  if (!(p >= 0 && p <= 1) || !(df1 > 0) || !(df2 > 0) || isinf(df1) || isinf(df2)) return NAN;
  if (p == 0) return 0;
  if (p == 1) return INFINITY;
  return df2 / df1 * exp(rung__beta_logit((struct rung__tails){p, 1 - p}, df1 / 2, df2 / 2));
}
