/* The noncentral t distribution, its quantiles, and the noncentrality that a t and a p ask for.
 * SPDX-License-Identifier: Apache-2.0 */
#include "stats/distribution.h"

#include <float.h>
#include <math.h>
#include <stdbool.h>

#define ROOT_2PI 2.50662827463100050242
#define TERMS_MOST 1000000
#define STEPS_MOST 200
#define GOLDEN 0.61803398874989484820
#define DF_LEAST 0.5
#define ASINH_MOST 710.475 /* sinh of it is just below the largest number */
#define FAR 3e3            /* what is left out beyond it is of the order FAR^-4 */

/* P(T <= t) is the mean of Phi(t s - delta) over s = chi / sqrt(df). On the scale w = log s the
 * integrand has one top and is analytic: the trapezoidal rule converges faster than any power. */
struct noncentral {
  double t, df, delta;
  double rest; /* what Stirling's formula leaves for df / 2 */
};

/* The logarithm of the density of w and of the integrand. */
static double log_density(const struct noncentral *it, double w)
{
  /* df w - df (e^2w - 1) / 2 = -df / 2 (e^2w - 1 - 2 w) */
  const double off = expm1(2 * w);
  return 0.5 * it->df * (off < -0.5 ? 2 * w - off : rung__log1p_minus(off)) - it->rest;
}

static double log_integrand(const struct noncentral *it, double w)
{
  return log_density(it, w) + rung__normal_log_cdf(it->t * exp(w) - it->delta);
}

static double integrand(const struct noncentral *it, double w)
{
  return exp(log_density(it, w)) * rung_stats_normal_cdf(it->t * exp(w) - it->delta);
}

/* Where the integrand is greatest, near enough. */
static double top(const struct noncentral *it)
{
  double from = -60 - log(fmax(1, fabs(it->t))), to = 10; /* beyond where t s is nothing */
  double left = to - GOLDEN * (to - from), right = from + GOLDEN * (to - from);
  double at_left = log_integrand(it, left), at_right = log_integrand(it, right);
  while (to - from > 1e-4) {
    if (at_left < at_right) {
      from = left, left = right, at_left = at_right;
      right = from + GOLDEN * (to - from), at_right = log_integrand(it, right);
    } else {
      to = right, right = left, at_right = at_left;
      left = to - GOLDEN * (to - from), at_left = log_integrand(it, left);
    }
  }
  return 0.5 * (from + to);
}

/* The terms from a place on, until they no longer count. */
static double side(const struct noncentral *it, double start, double step)
{
  double sum = 0;
  for (int index = 1; index < TERMS_MOST; ++index) {
    const double term = integrand(it, start + index * step);
    sum += term;
    if (!(term > 1e-18 * sum)) break;
  }
  return sum;
}

static double lower(double t, double df, double delta)
{
  const struct noncentral it = {t, df, delta, rung__stirling_rest(df / 2)};
  const double start = top(&it), s = exp(start);
  /* how steep Phi is where it turns, if that is anywhere near the top */
  double turn = t * delta > 0 ? fabs(delta) : 0; /* of unlike signs it turns nowhere */
  if (turn > 0 && log_integrand(&it, log(delta / t)) < log_integrand(&it, start) - 60) turn = 0;
  const double bend = fmin(fabs(t) * s * (1 + 9 / sqrt(2 * df)), turn + 3);
  /* 16: e^-2w turns its sign at pi / 4 off the line, which 1/8 of a step is small against */
  const double step = 0.5 / sqrt(2 * df * fmax(s * s, 1) + bend * bend + 16);
  const double sum = integrand(&it, start) + side(&it, start, step) + side(&it, start, -step);
  return sum * step * sqrt(2 * df) / ROOT_2PI;
}

/* Where t is large, Z / t is little beside s: T <= t is s - Z / t >= x, x = delta / t, whose quantiles
 * and tails are those of s and a term in 1 / t^2. This is the derivative of log f(s) in that term. */
static double bend_of(double df, double x)
{
  return (df - 1) / x - df * x;
}

static bool far_off(double t, double df, double x)
{
  const double size = fabs(t);
  return size * x > FAR && size > FAR * sqrt(2 * df) && size > FAR * fabs(bend_of(df, x));
}

static double far_cdf(double t, double df, double x)
{
  const struct noncentral it = {t, df, 0, rung__stirling_rest(df / 2)};
  const double density = exp(log_density(&it, log(x))) * sqrt(2 * df) / ROOT_2PI / x;
  const double moved = 0.5 * density * (bend_of(df, x) / t / t), square = df * x * x;
  if (t > 0) return rung_stats_chi_square_upper(square, df) - moved;
  /* near 0, where the square is no number any more, the density is a power of x */
  return (square > 1e-290 ? rung_stats_chi_square_cdf(square, df) : density * x / df) + moved;
}

double rung_stats_noncentral_t_cdf(double t, double df, double delta)
{
  if (isnan(t) || !(df >= DF_LEAST) || !isfinite(delta)) return NAN;
  if (isinf(t)) return t < 0 ? 0 : 1;
  if (isinf(df)) return rung_stats_normal_cdf(t - delta);
  if (far_off(t, df, delta / t)) return fmin(1, far_cdf(t, df, delta / t));
  return fmin(1, lower(t, df, delta));
}

/* The normal score of the probability less the one that is wanted; falls as delta rises. */
static double short_of(double t, double df, double delta, double wanted)
{
  return rung_stats_normal_quantile(rung_stats_noncentral_t_cdf(t, df, delta)) - wanted;
}

/* The secant method on normal scores, where the curve is nearly straight, inside a bracket. */
static double solve(double t, double df, double p)
{
  const double x = sqrt(rung_stats_chi_square_quantile(t > 0 ? 1 - p : p, df) / df);
  if (far_off(t, df, x)) return t * x - bend_of(df, x) / (2 * t);
  const double wanted = rung_stats_normal_quantile(p), spread = sqrt(1 + t * t / (2 * df));
  double low = -INFINITY, high = INFINITY;
  double delta = t - wanted * spread, slope = -1 / spread;
  double last = NAN, at_last = NAN;
  for (int step = 0; step < STEPS_MOST; ++step) {
    const double at = short_of(t, df, delta, wanted);
    if (at == 0) return delta;
    *(at > 0 ? &low : &high) = delta;
    /* a slope from places too close would be that of the rounding */
    if (isfinite(at - at_last) && fabs(delta - last) > 1e-7 * fmax(1, fabs(delta)))
      slope = (at - at_last) / (delta - last);
    double next = isfinite(at) ? delta - at / slope : NAN;
    if (!(next > low && next < high)) {
      const double reach = (1 + fabs(delta)) * (at > 0 ? 1 : -1);
      next = isfinite(high - low) ? 0.5 * (low + high) : delta + reach;
    }
    if (fabs(at / slope) <= 4e-16 * fmax(1, fabs(delta))) return delta;
    last = delta, at_last = at, delta = next;
  }
  return delta;
}

double rung_stats_noncentral_t_delta(double t, double df, double p)
{
  if (!isfinite(t) || !(df >= DF_LEAST) || !(p > 0 && p < 1)) return NAN;
  if (isinf(df)) return t - rung_stats_normal_quantile(p);
  const double delta = p <= 0.5 ? solve(t, df, p) : -solve(-t, df, 1 - p);
  return isfinite(delta) ? delta : NAN;
}

/* Where T is searched, on the scale of asinh t, and what is short there of the normal score wanted. */
struct place {
  double u, at;
};

struct search {
  double df, delta, wanted;
  struct place last, across, before; /* the root is between the first two */
};

static struct place look(const struct search *it, double u)
{
  return (struct place){u, short_of(sinh(u), it->df, it->delta, it->wanted)};
}

/* Strides twice as far each time, until the sign turns; false: it does not before numbers end. */
static bool bracket(struct search *it, double start)
{
  it->last = look(it, start);
  const double way = it->last.at > 0 ? -1 : 1;
  for (double reach = 0.25; fabs(it->last.u) < ASINH_MOST || it->last.u * way < 0; reach *= 2) {
    it->across = it->last;
    it->last = look(it, fmax(-ASINH_MOST, fmin(ASINH_MOST, it->last.u + way * reach)));
    if (!(it->last.at * way < 0)) return !isnan(it->last.at);
  }
  return false;
}

/* The part of the way from `last` to `across` to go: where the inverse parabola through three places
 * is zero, if it is monotone between them, else half (Chandrupatla 1997). */
static double part(const struct search *it)
{
  const double a = it->last.at, b = it->across.at, c = it->before.at;
  const double xi = (it->last.u - it->across.u) / (it->before.u - it->across.u);
  const double phi = (a - b) / (c - b);
  if (!(phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi)) return 0.5;
  return a / (b - a) * (c / (b - c)) +
         (it->before.u - it->last.u) / (it->across.u - it->last.u) * (a / (c - a)) * (b / (c - b));
}

static double narrow(struct search *it)
{
  double share = 0.5;
  for (int step = 0; step < STEPS_MOST; ++step) {
    const struct place next = look(it, it->last.u + share * (it->across.u - it->last.u));
    if (isnan(next.at)) return NAN;
    it->before = it->last;
    if ((next.at > 0) != (it->last.at > 0)) {
      it->before = it->across;
      it->across = it->last;
    }
    it->last = next;
    const bool nearer = fabs(it->last.at) < fabs(it->across.at);
    const struct place best = nearer ? it->last : it->across;
    const double least = DBL_EPSILON * fmax(1, fabs(best.u)) / fabs(it->across.u - it->last.u);
    if (best.at == 0 || !(least < 0.5)) return sinh(best.u);
    share = fmax(least, fmin(1 - least, part(it)));
  }
  return sinh(it->last.u);
}

/* For p up to 1/2, whose digits are all there. */
static double lower_quantile(double p, double df, double delta)
{
  struct search it = {.df = df, .delta = delta, .wanted = rung_stats_normal_quantile(p)};
  const double start = delta + it.wanted * sqrt(1 + delta / df * (delta / 2));
  if (!bracket(&it, asinh(fmax(-DBL_MAX, fmin(DBL_MAX, start)))))
    return isnan(it.last.at) ? NAN : copysign(INFINITY, it.last.u);
  return narrow(&it);
}

double rung_stats_noncentral_t_quantile(double p, double df, double delta)
{
  if (!(p >= 0 && p <= 1) || !(df >= DF_LEAST) || !isfinite(delta)) return NAN;
  if (p == 0 || p == 1) return p == 0 ? -INFINITY : INFINITY;
  if (isinf(df)) return delta + rung_stats_normal_quantile(p);
  return p <= 0.5 ? lower_quantile(p, df, delta) : -lower_quantile(1 - p, df, -delta);
}
