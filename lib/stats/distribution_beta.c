/* The beta distribution.
 * SPDX-License-Identifier: Apache-2.0 */
#include "stats/distribution.h"

#include <math.h>
#include <stdbool.h>

#define ROOT_2PI 2.50662827463100050242
#define TERMS_MOST 100000
#define LARGE 1e4 /* where both shapes are beyond, tails are integrated */
#define FAR 700.0 /* e^u is near the end of the doubles: the power there is all */

/* a y - b x = a - (a + b) x: how far x is below the mean, times a + b. The products are kept whole, and
 * the larger of x and y is taken as what the smaller leaves of 1: the tails of large shapes need it. */
static double below_mean(double x, double y, double a, double b)
{
  const double first = a * y, second = b * x;
  const double lost = x < y ? a * ((1 - y) - x) : -b * ((1 - x) - y);
  return (first - second) + (fma(a, y, -first) - fma(b, x, -second)) + lost;
}

double rung__beta_power(double x, double y, double a, double b)
{
  const double off = below_mean(x, y, a, b), sum = a + b;
  const double exponent = rung__deviance(a, x * (sum / a), -off / a) +
                          rung__deviance(b, y * (sum / b), off / b);
  const double rest = rung__stirling_rest(sum) - rung__stirling_rest(a) - rung__stirling_rest(b);
  return exp(exponent + rest) * sqrt(a) * sqrt(b / sum) / ROOT_2PI;
}

/* The lower tail over the power, x at most the mean: the continued fraction of DiDonato & Morris
 * (1992), equation 9, by Lentz's method. */
static double fraction(double x, double y, double a, double b)
{
  const double off = below_mean(x, y, a, b);
  double below = a * (off + 1) / (a + 1), c = INFINITY, d = 1 / below, value = d;
  for (int n = 1; n < TERMS_MOST; ++n) {
    const double middle = a + 2.0 * n - 1, rise = n * (b - n) * x;
    const double above = (a + n - 1) / middle * ((a + b + n - 1) / middle) * rise * x;
    below = n + rise / middle + (a + n) / (middle + 2) * (off + 1 + n * (1 + y));
    d = 1 / (above * d + below);
    c = below + above / c;
    value *= c * d;
    if (fabs(c * d - 1) < 1e-16) break;
  }
  return value;
}

/* The lower tail, x at most the mean. */
static double lower_tail(double x, double y, double a, double b)
{
  const double power = rung__beta_power(x, y, a, b);
  if (!(power > 0)) return 0;
  if (a <= LARGE || b <= LARGE) return power * fraction(x, y, a, b);
  const struct rung__tail_integrand integrand = {x, y, a - 1, b - 1, 0};
  return power / x / y * rung__tail_integral(&integrand);
}

/* Shapes far beyond the range lose all digits: a probability is one, or there is none. */
static double bounded(double tail)
{
  return isfinite(tail) ? fmin(tail, 1) : NAN;
}

struct rung__tails rung__beta_tails(double x, double y, double a, double b)
{
  if (!(x > 0)) return (struct rung__tails){0, 1};
  if (!(y > 0)) return (struct rung__tails){1, 0};
  if (below_mean(x, y, a, b) >= 0) {
    const double lower = bounded(lower_tail(x, y, a, b));
    return (struct rung__tails){lower, 1 - lower};
  }
  const double upper = bounded(lower_tail(y, x, b, a));
  return (struct rung__tails){1 - upper, upper};
}

/* log B(a, b) + log a. */
static double log_deep(double a, double b)
{
  return rung__log_gamma_after(a) + rung_stats_log_gamma(b) - rung_stats_log_gamma(a + b);
}

/* A first guess from the normal distribution, or from the power that a tail is near its end. */
static double guess(struct rung__tails tails, double a, double b)
{
  const bool is_lower = tails.lower < tails.upper;
  const double mean = log(a / b);
  if (is_lower && a < 1) return fmin(mean, (log(tails.lower) + log_deep(a, b)) / a);
  if (!is_lower && b < 1) return fmax(mean, -(log(tails.upper) + log_deep(b, a)) / b);
  return mean + rung_stats_normal_quantile(tails.lower) * sqrt(1 / a + 1 / b);
}

double rung__beta_logit(struct rung__tails tails, double a, double b)
{
  const bool is_lower = tails.lower < tails.upper;
  const double target = is_lower ? tails.lower : tails.upper, stride = sqrt(1 / a + 1 / b);
  const double u = guess(tails, a, b);
  if (fabs(u) > FAR) return u;
  struct rung__root root = {u, -INFINITY, INFINITY, 0};
  for (bool more = true; more;) {
    const double x = 1 / (1 + exp(-root.u)), y = 1 / (1 + exp(root.u));
    const struct rung__tails at = rung__beta_tails(x, y, a, b);
    const double tail = is_lower ? at.lower : at.upper;
    const double rise = rung__newton(target, tail, rung__beta_power(x, y, a, b), stride);
    more = rung__newton_on(&root, is_lower ? rise : -rise);
  }
  return root.u;
}

static bool is_outside(double x, double a, double b)
{
  return isnan(x) || !(a > 0) || !(b > 0) || isinf(a) || isinf(b);
}

double rung_stats_beta_cdf(double x, double a, double b)
{
  return is_outside(x, a, b) ? NAN : rung__beta_tails(x, 1 - x, a, b).lower;
}

double rung_stats_beta_upper(double x, double a, double b)
{
  return is_outside(x, a, b) ? NAN : rung__beta_tails(x, 1 - x, a, b).upper;
}

double rung_stats_beta_quantile(double p, double a, double b)
{
  if (is_outside(p, a, b) || p < 0 || p > 1) return NAN;
  if (p == 0 || p == 1) return p;
  return 1 / (1 + exp(-rung__beta_logit((struct rung__tails){p, 1 - p}, a, b)));
}
