/* Distribution functions from inside: both tails at once, quantiles on a scale without ends.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_LIB_STATS_DISTRIBUTION_H
#define RUNG_LIB_STATS_DISTRIBUTION_H

#include <stdbool.h>

#include <rung/stats/distribution.h>

/* The probabilities below and above a place; the smaller is accurate relative to itself. */
struct rung__tails {
  double lower, upper;
};

/* log(1 + x) - x, x > -1, without cancellation near 0. */
double rung__log1p_minus(double x);
/* log Gamma(1 + x), x > 0, accurate relative to itself near 0. */
double rung__log_gamma_after(double x);
/* log Gamma(x) - ((x - 1/2) log x - x + log(2 pi) / 2), x > 0: what Stirling's formula leaves. */
double rung__stirling_rest(double x);
/* shape * log1p_minus(part - 1), where `off` is part - 1 to full accuracy: the exponent of a gamma
 * or beta density about its mean (Loader 2000). */
double rung__deviance(double shape, double part, double off);

/* x^a y^b / B(a, b), y = 1 - x. */
double rung__beta_power(double x, double y, double a, double b);
/* The tails of a beta distribution, y = 1 - x given to full accuracy. */
struct rung__tails rung__beta_tails(double x, double y, double a, double b);
/* log(x / (1 - x)) at which the tails are these; both in (0, 1), the smaller one is used. */
double rung__beta_logit(struct rung__tails tails, double a, double b);

/* x^a e^-x / Gamma(a). */
double rung__gamma_power(double x, double shape);
struct rung__tails rung__gamma_tails(double x, double shape);
/* log x at which the tails are these. */
double rung__gamma_log(struct rung__tails tails, double shape);

/* The tails by quadrature from x outwards, for shapes beyond 10^4, where series and fractions are
 * long: x is on the side of the mean on which the tail that is given lies (`rate` is 0 or more). */
struct rung__tail_integrand {
  double down, up; /* the integrand is (1 - v / down)^fall (1 + v / up)^rise e^(-v decay) */
  double fall, rise, decay;
};
double rung__tail_integral(const struct rung__tail_integrand *integrand);

/* Newton's method for the logarithm of a tail on the scale u of log x or log(x / y), where it is
 * concave: from its far end it never passes the root, from the other side at most once. How far towards
 * the middle to go from a tail to `target`, with `power` its slope in u; `stride` where there is
 * none. */
double rung__newton(double target, double tail, double power, double stride);
struct rung__root {
  double u, low, high; /* the root is between low and high */
  int steps;
};
/* Goes there, at most 2 at once and never out of the bracket; false: it has arrived. */
bool rung__newton_on(struct rung__root *root, double change);

/* log of the normal distribution function, also where that is below the smallest number. */
double rung__normal_log_cdf(double x);

#endif
