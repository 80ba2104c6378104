/* The gamma distribution with scale 1, and the chi-square distribution.
 * SPDX-License-Identifier: Apache-2.0 */
#include "stats/distribution.h"

#include <math.h>
#include <stdbool.h>

#define ROOT_2PI 2.50662827463100050242
#define SERIES_MOST 100000
#define LARGE 1e4    /* shapes beyond are integrated */
#define DEEP (-40.0) /* e^u is nothing beside 1: the lower tail is a power of it */

double rung__gamma_power(double x, double shape)
{
  const double exponent = rung__deviance(shape, x / shape, (x - shape) / shape);
  return exp(exponent - rung__stirling_rest(shape)) * (sqrt(shape) / ROOT_2PI);
}

/* sum of x^n / (shape (shape + 1) ... (shape + n)) (Abramowitz & Stegun 6.5.29). */
static double lower_series(double x, double shape)
{
  double term = 1 / shape, sum = term;
  for (int n = 1; n < SERIES_MOST && term > sum * 1e-17; ++n) {
    term *= x / (shape + n);
    sum += term;
  }
  return sum;
}

/* Legendre's continued fraction in its even form (Abramowitz & Stegun 6.5.31), by Lentz's method. */
static double upper_fraction(double x, double shape)
{
  double below = x + 1 - shape, c = INFINITY, d = 1 / below, value = d;
  for (int n = 1; n < SERIES_MOST; ++n) {
    const double above = -n * (n - shape);
    below += 2;
    d = 1 / (above * d + below);
    c = below + above / c;
    value *= c * d;
    if (fabs(c * d - 1) < 1e-16) break;
  }
  return value;
}

/* Small shapes and x < 1: 1 minus a power just below 1 (Abramowitz & Stegun 6.5.29). */
static struct rung__tails small(double x, double shape)
{
  double term = 1, sum = 0;
  for (int n = 1; n < 40; ++n) {
    term *= -x / n;
    sum += term / (shape + n);
  }
  const double exponent = shape * log(x) - rung__log_gamma_after(shape);
  const double power = exp(exponent);
  return (struct rung__tails){power + power * shape * sum, -expm1(exponent) - power * shape * sum};
}

static struct rung__tails large(double x, double shape)
{
  const double below = (shape - 1) / x;
  const struct rung__tail_integrand up = {INFINITY, x, 0, shape - 1, 1};
  const struct rung__tail_integrand down = {x, INFINITY, shape - 1, 0, -1};
  const double tail = rung__gamma_power(x, shape) / x *
                      rung__tail_integral(below < 1 ? &up : &down);
  return below < 1 ? (struct rung__tails){1 - tail, tail} : (struct rung__tails){tail, 1 - tail};
}

struct rung__tails rung__gamma_tails(double x, double shape)
{
  if (!(x > 0)) return (struct rung__tails){0, 1};
  if (isinf(x)) return (struct rung__tails){1, 0};
  if (shape > LARGE) return large(x, shape);
  if (shape < 1 && x < 1) return small(x, shape);
  const double power = rung__gamma_power(x, shape);
  if (x < shape + 0.5) {
    const double lower = power * lower_series(x, shape);
    return (struct rung__tails){lower, 1 - lower};
  }
  const double upper = power * upper_fraction(x, shape);
  return (struct rung__tails){1 - upper, upper};
}

/* A first guess: Wilson & Hilferty (1931), or the power that the lower tail is near 0. */
static double guess(struct rung__tails tails, double shape, double deep)
{
  if (shape < 1) return tails.lower < tails.upper ? deep : log(shape);
  const double ninth = 1 / (9 * shape);
  const double root = 1 - ninth + rung_stats_normal_quantile(tails.lower) * sqrt(ninth);
  return root > 0.1 ? log(shape) + 3 * log(root) : deep;
}

double rung__gamma_log(struct rung__tails tails, double shape)
{
  const bool is_lower = tails.lower < tails.upper;
  const double target = is_lower ? tails.lower : tails.upper, stride = sqrt(1 / shape);
  const double deep = (log(tails.lower) + rung__log_gamma_after(shape)) / shape;
  if (deep < DEEP) return deep;
  const double u = guess(tails, shape, deep);
  struct rung__root root = {u, -INFINITY, INFINITY, 0};
  for (bool more = true; more;) {
    const double x = exp(root.u);
    const struct rung__tails at = rung__gamma_tails(x, shape);
    const double tail = is_lower ? at.lower : at.upper;
    const double rise = rung__newton(target, tail, rung__gamma_power(x, shape), stride);
    more = rung__newton_on(&root, is_lower ? rise : -rise);
  }
  return root.u;
}

double rung_stats_gamma_cdf(double x, double shape)
{
  return isnan(x) || !(shape > 0) || isinf(shape) ? NAN : rung__gamma_tails(x, shape).lower;
}

double rung_stats_gamma_upper(double x, double shape)
{
  return isnan(x) || !(shape > 0) || isinf(shape) ? NAN : rung__gamma_tails(x, shape).upper;
}

double rung_stats_gamma_quantile(double p, double shape)
{
  if (!(p >= 0 && p <= 1) || !(shape > 0) || isinf(shape)) return NAN;
  if (p == 0) return 0;
  if (p == 1) return INFINITY;
  return exp(rung__gamma_log((struct rung__tails){p, 1 - p}, shape));
}

double rung_stats_chi_square_cdf(double x, double df)
{
  return rung_stats_gamma_cdf(x / 2, df / 2);
}

double rung_stats_chi_square_upper(double x, double df)
{
  return rung_stats_gamma_upper(x / 2, df / 2);
}

double rung_stats_chi_square_quantile(double p, double df)
{
  return 2 * rung_stats_gamma_quantile(p, df / 2);
}
