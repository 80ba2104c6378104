/* Distribution functions: normal, gamma, beta, chi-square, t, F, noncentral t, bivariate normal.
 * SPDX-License-Identifier: Apache-2.0 */
/** @file
 * @addtogroup stats
 * @{ */
#ifndef RUNG_STATS_DISTRIBUTION_H
#define RUNG_STATS_DISTRIBUTION_H

#include <rung/api.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Functions of numbers to a number: they cannot fail, and give NaN for what is out of range. Shapes and
 * degrees of freedom are meant from 1e-3 to 1e9; probabilities agree with the truth to about 1e-13 of
 * themselves, in the tails too, and quantiles invert them as closely. */

/** Take the logarithm of the gamma function.
 * Stirling's series from 10 on, below it the series in zeta(k) - 1 about 2 (Abramowitz & Stegun
 * 1964, 6.1.33 and 6.1.40) and the recurrence.
 * @param x a number above 0
 * @return log Gamma(x), accurate to 1e-15 of itself, or of 1 near 1 and 2 never worse; NaN for x <= 0. */
RUNG_API double rung_stats_log_gamma(double x);

/** Give the density of the standard normal distribution.
 * @param x a number
 * @return exp(-x^2 / 2) / sqrt(2 pi). */
RUNG_API double rung_stats_normal_density(double x);

/** Give the probability of a standard normal value up to x.
 * From the C library's erfc, with what rounding the argument loses put back.
 * @param x a number, also infinite
 * @return P(Z <= x), accurate relative to itself for x down to -37. */
RUNG_API double rung_stats_normal_cdf(double x);

/** Give the probability of a standard normal value above x.
 * @param x a number, also infinite
 * @return P(Z > x), accurate relative to itself. */
RUNG_API double rung_stats_normal_upper(double x);

/** Find the standard normal value up to which there is a probability.
 * Wichura (1988), Algorithm AS 241, PPND16.
 * @param p a probability, 0 to 1
 * @return z with P(Z <= z) = p; minus and plus infinity for 0 and 1; NaN outside. */
RUNG_API double rung_stats_normal_quantile(double p);

/** Give the probability of a gamma value (scale 1) up to x.
 * Regularised incomplete gamma function: the series and Legendre's continued fraction (Abramowitz &
 * Stegun 1964, 6.5.29 and 6.5.31) times a density in the saddle-point form of Loader (2000); beyond a
 * shape of 10^4 Gauss-Legendre quadrature of the tail.
 * @param x 0 or more; below 0 as 0
 * @param shape above 0; the scale is 1
 * @return the lower tail; NaN for arguments that are out of range or NaN. */
RUNG_API double rung_stats_gamma_cdf(double x, double shape);

/** Give the probability of a gamma value (scale 1) above x.
 * @param x 0 or more; below 0 as 0
 * @param shape above 0; the scale is 1
 * @return the upper tail, accurate relative to itself where it is the smaller; NaN as above. */
RUNG_API double rung_stats_gamma_upper(double x, double shape);

/** Find a gamma value (scale 1) up to which there is a probability.
 * Newton's method on the logarithm of the smaller tail.
 * @param p a probability, 0 to 1
 * @param shape above 0; the scale is 1
 * @return the quantile, the inverse to rounding; the ends of the range for 0 and 1; NaN for arguments out of
 * range. */
RUNG_API double rung_stats_gamma_quantile(double p, double shape);

/** Give the probability of a beta value up to x.
 * Regularised incomplete beta function I_x(a, b): the continued fraction of DiDonato & Morris (1992,
 * equation 9) times a density in the saddle-point form of Loader (2000); where both shapes are beyond
 * 10^4, Gauss-Legendre quadrature of the tail.
 * @param x 0 to 1; beyond as at the end
 * @param a first shape, above 0
 * @param b second shape, above 0
 * @return the lower tail; NaN for arguments that are out of range or NaN. */
RUNG_API double rung_stats_beta_cdf(double x, double a, double b);

/** Give the probability of a beta value above x.
 * @param x 0 to 1; beyond as at the end
 * @param a first shape, above 0
 * @param b second shape, above 0
 * @return the upper tail, accurate relative to itself where it is the smaller; NaN as above. */
RUNG_API double rung_stats_beta_upper(double x, double a, double b);

/** Find a beta value up to which there is a probability.
 * Newton's method on the logarithm of the smaller tail.
 * @param p a probability, 0 to 1
 * @param a first shape, above 0
 * @param b second shape, above 0
 * @return the quantile, the inverse to rounding; the ends of the range for 0 and 1; NaN for arguments out of
 * range. */
RUNG_API double rung_stats_beta_quantile(double p, double a, double b);

/** Give the probability of a chi-square value up to x.
 * The gamma distribution of x / 2 with shape df / 2.
 * @param x 0 or more; below 0 as 0
 * @param df degrees of freedom, above 0
 * @return the lower tail; NaN for arguments that are out of range or NaN. */
RUNG_API double rung_stats_chi_square_cdf(double x, double df);

/** Give the probability of a chi-square value above x.
 * @param x 0 or more; below 0 as 0
 * @param df degrees of freedom, above 0
 * @return the upper tail, accurate relative to itself where it is the smaller; NaN as above. */
RUNG_API double rung_stats_chi_square_upper(double x, double df);

/** Find a chi-square value up to which there is a probability.
 * @param p a probability, 0 to 1
 * @param df degrees of freedom, above 0
 * @return the quantile, the inverse to rounding; the ends of the range for 0 and 1; NaN for arguments out of
 * range. */
RUNG_API double rung_stats_chi_square_quantile(double p, double df);

/** Give the probability of a value of Student's t up to t.
 * Half of I_u(df / 2, 1 / 2), u = df / (df + t^2).
 * @param t a number, also infinite
 * @param df degrees of freedom, above 0; infinite: the normal distribution
 * @return the lower tail; NaN for arguments that are out of range or NaN. */
RUNG_API double rung_stats_t_cdf(double t, double df);

/** Give the probability of a value of Student's t above t.
 * @param t a number, also infinite
 * @param df degrees of freedom, above 0; infinite: the normal distribution
 * @return the upper tail, accurate relative to itself where it is the smaller; NaN as above. */
RUNG_API double rung_stats_t_upper(double t, double df);

/** Find a value of Student's t up to which there is a probability.
 * @param p a probability, 0 to 1
 * @param df degrees of freedom, above 0; infinite: the normal distribution
 * @return the quantile, the inverse to rounding; the ends of the range for 0 and 1; NaN for arguments out of
 * range. */
RUNG_API double rung_stats_t_quantile(double p, double df);

/** Give the probability of a value of F up to x.
 * I_u(df1 / 2, df2 / 2), u = df1 x / (df1 x + df2).
 * @param x 0 or more; below 0 as 0
 * @param df1 degrees of freedom above the line, above 0
 * @param df2 those below it, above 0
 * @return the lower tail; NaN for arguments that are out of range or NaN. */
RUNG_API double rung_stats_f_cdf(double x, double df1, double df2);

/** Give the probability of a value of F above x.
 * @param x 0 or more; below 0 as 0
 * @param df1 degrees of freedom above the line, above 0
 * @param df2 those below it, above 0
 * @return the upper tail, accurate relative to itself where it is the smaller; NaN as above. */
RUNG_API double rung_stats_f_upper(double x, double df1, double df2);

/** Find a value of F up to which there is a probability.
 * @param p a probability, 0 to 1
 * @param df1 degrees of freedom above the line, above 0
 * @param df2 those below it, above 0
 * @return the quantile, the inverse to rounding; the ends of the range for 0 and 1; NaN for arguments out of
 * range. */
RUNG_API double rung_stats_f_quantile(double p, double df1, double df2);

/** Give the probability of a noncentral t value up to t.
 * The trapezoidal rule for the mean of Phi(t s - delta) over s = chi / sqrt(df), on the scale of
 * log s, where it converges faster than any power of the step.
 * @param t a number, also infinite
 * @param df degrees of freedom, 0.5 or more; infinite: the normal distribution about delta
 * @param delta the noncentrality; beyond 10^4 some digits may be lost
 * @return P(T <= t), accurate to 1e-13 of itself; for the upper tail take the lower one of -t and -delta;
 * NaN for arguments out of range. */
RUNG_API double rung_stats_noncentral_t_cdf(double t, double df, double delta);

/** Find a noncentral t value up to which there is a probability.
 * Chandrupatla's (1997) bracketing inverse parabola on normal scores, on the scale of asinh t; from the
 * smaller tail.
 * @param p a probability, 0 to 1
 * @param df degrees of freedom, 0.5 or more; infinite: the normal distribution about delta
 * @param delta the noncentrality; beyond 10^4 some digits may be lost
 * @return the quantile, the inverse to what rounding leaves; the ends of the range for 0 and 1, and where it
 * is beyond the largest number; NaN for arguments out of range. */
RUNG_API double rung_stats_noncentral_t_quantile(double p, double df, double delta);

/** Find the noncentrality at which a probability lies below t: a limit of an effect size.
 * The secant method on normal scores (Steiger & Fouladi 1997 for the use).
 * @param t a number
 * @param df degrees of freedom, 0.5 or more; infinite: the normal distribution
 * @param p a probability, above 0 and below 1
 * @return delta with P(T <= t) = p; NaN for arguments out of range. */
RUNG_API double rung_stats_noncentral_t_delta(double t, double df, double p);

/** Give the probability that two standard normal values are both up to a place.
 * Genz (2004), after Drezner & Wesolowsky (1990), with 20 nodes throughout.
 * @param x a number, also infinite
 * @param y a number, also infinite
 * @param rho their correlation, -1 to 1
 * @return P(X <= x, Y <= y), within 1e-15 (absolutely); NaN for arguments out of range. */
RUNG_API double rung_stats_bivariate_normal_cdf(double x, double y, double rho);

#ifdef __cplusplus
}
#endif
/** @} */
#endif
