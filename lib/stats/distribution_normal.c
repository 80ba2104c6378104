/* The normal distribution.
 * SPDX-License-Identifier: Apache-2.0 */
#include "stats/distribution.h"

#include <math.h>
#include <stddef.h>

#define LENGTH(array) (sizeof(array) / sizeof *(array))
#define ROOT_HALF 0.70710678118654752440
#define ROOT_HALF_REST (-4.8336466567264565186e-17) /* of 1/sqrt(2) beyond the double */
#define TWO_OVER_ROOT_PI 1.12837916709551257390
#define ONE_OVER_ROOT_2PI 0.39894228040143267794
#define LOG_FAR (-35.0) /* below here, the asymptotic series of the logarithm */

double rung_stats_normal_cdf(double x)
{
  return rung_stats_normal_upper(-x);
}

double rung_stats_normal_upper(double x)
{
  const double z = x * ROOT_HALF;
  if (!(fabs(z) < 27.5)) return 0.5 * erfc(z);
  /* erfc is steep far out: what the rounding of z lost is put back to first order */
  const double lost = fma(x, ROOT_HALF, -z) + x * ROOT_HALF_REST;
  return 0.5 * (erfc(z) - lost * TWO_OVER_ROOT_PI * exp(-z * z));
}

double rung_stats_normal_density(double x)
{
  return ONE_OVER_ROOT_2PI * exp(-0.5 * x * x);
}

double rung__normal_log_cdf(double x)
{
  if (x > LOG_FAR) return log(rung_stats_normal_cdf(x));
  const double square = 1 / (x * x);
  const double series = 1 - square * (1 - square * (3 - square * (15 - square * 105)));
  return -0.5 * x * x + log(ONE_OVER_ROOT_2PI / -x * series);
}

static double ratio(const double *above, const double *below, size_t count, double x)
{
  double numerator = 0, denominator = 0;
  for (size_t index = count; index-- > 0;) {
    numerator = numerator * x + above[index];
    denominator = denominator * x + below[index];
  }
  return numerator / denominator;
}

/* PPND16 of Wichura (1988), Algorithm AS 241, about 1 part in 10^16. */
double rung_stats_normal_quantile(double p)
{
  static const double A[] = {3.3871328727963666080,    1.3314166789178437745e+2,
                             1.9715909503065514427e+3, 1.3731693765509461125e+4,
                             4.5921953931549871457e+4, 6.7265770927008700853e+4,
                             3.3430575583588128105e+4, 2.5090809287301226727e+3};
  static const double B[] = {1.0,
                             4.2313330701600911252e+1,
                             6.8718700749205790830e+2,
                             5.3941960214247511077e+3,
                             2.1213794301586595867e+4,
                             3.9307895800092710610e+4,
                             2.8729085735721942674e+4,
                             5.2264952788528545610e+3};
  static const double C[] = {1.42343711074968357734,    4.63033784615654529590,
                             5.76949722146069140550,    3.64784832476320460504,
                             1.27045825245236838258,    2.41780725177450611770e-1,
                             2.27238449892691845833e-2, 7.74545014278341407640e-4};
  static const double D[] = {1.0,
                             2.05319162663775882187,
                             1.67638483018380384940,
                             6.89767334985100004550e-1,
                             1.48103976427480074590e-1,
                             1.51986665636164571966e-2,
                             5.47593808499534494600e-4,
                             1.05075007164441684324e-9};
  static const double E[] = {6.65790464350110377720,    5.46378491116411436990,
                             1.78482653991729133580,    2.96560571828504891230e-1,
                             2.65321895265761230930e-2, 1.24266094738807843860e-3,
                             2.71155556874348757815e-5, 2.01033439929228813265e-7};
  static const double F[] = {1.0,
                             5.99832206555887937690e-1,
                             1.36929880922735805310e-1,
                             1.48753612908506148525e-2,
                             7.86869131145613259100e-4,
                             1.84631831751005468180e-5,
                             1.42151175831644588870e-7,
                             2.04426310338993978564e-15};
  if (!(p >= 0 && p <= 1)) return NAN;
  const double off = p - 0.5;
  if (fabs(off) <= 0.425) return off * ratio(A, B, LENGTH(A), 0.180625 - off * off);
  const double tail = off < 0 ? p : 1 - p;
  if (tail == 0) return off < 0 ? -INFINITY : INFINITY;
  const double root = sqrt(-log(tail));
  const double far = root <= 5 ? ratio(C, D, LENGTH(C), root - 1.6)
                               : ratio(E, F, LENGTH(E), root - 5);
  return off < 0 ? -far : far;
}
