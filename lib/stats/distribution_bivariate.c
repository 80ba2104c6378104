/* The bivariate normal distribution function: Genz (2004), after Drezner & Wesolowsky (1990).
 * SPDX-License-Identifier: Apache-2.0 */
#include "stats/distribution.h"

#include <math.h>
#include <stddef.h>

#define LENGTH(array) (sizeof(array) / sizeof *(array))
#define TWO_PI 6.28318530717958647693
#define ROOT_2PI 2.50662827463100050242
#define STRONG 0.925 /* beyond, the integral is taken from the end where the correlation is 1 */

/* Gauss-Legendre, 20 nodes, the positive half. */
static const double NODE[] = {
    0.076526521133497333755, 0.22778585114164507808, 0.37370608871541956067, 0.510867001950827098,
    0.63605368072651502545,  0.74633190646015079261, 0.83911697182221882339, 0.91223442825132590587,
    0.96397192727791379127,  0.99312859918509492479};
static const double WEIGHT[] = {0.1527533871307258507,   0.14917298647260374679,
                                0.14209610931838205133,  0.1316886384491766269,
                                0.11819453196151841731,  0.10193011981724043504,
                                0.083276741576704748725, 0.06267204833410906357,
                                0.040601429800386941331, 0.017614007139152118312};

/* What the correlation adds to the product of the margins: P(X > h, Y > k), |rho| moderate. */
static double moderate(double h, double k, double rho)
{
  const double squares = 0.5 * (h * h + k * k), product = h * k, half = 0.5 * asin(rho);
  double sum = 0;
  for (size_t index = 0; index < 2 * LENGTH(NODE); ++index) {
    const double sign = index % 2 ? 1 : -1, sine = sin(half * (1 + sign * NODE[index / 2]));
    sum += WEIGHT[index / 2] * exp((sine * product - squares) / (1 - sine * sine));
  }
  return sum * half / TWO_PI + rung_stats_normal_upper(h) * rung_stats_normal_upper(k);
}

/* What is lacking to P(X > max(h, k)) where rho > 0; k has been turned where it is below 0. */
static double lacking(double h, double k, double rho)
{
  const double product = h * k, rest = (1 - rho) * (1 + rho), gap = fabs(h - k);
  const double square = gap * gap, root = sqrt(rest);
  const double c = (4 - product) / 8, d = (12 - product) / 16;
  const double exponent = -0.5 * (square / rest + product);
  double sum = root * exp(exponent) *
               (1 - c * (square - rest) * (1 - d * square / 5) / 3 + c * d * rest * rest / 5);
  if (product > -100)
    sum -= exp(-0.5 * product) * ROOT_2PI * rung_stats_normal_upper(gap / root) * gap *
           (1 - c * square * (1 - d * square / 5) / 3);
  for (size_t index = 0; index < 2 * LENGTH(NODE); ++index) {
    const double sign = index % 2 ? 1 : -1;
    const double x = 0.5 * root * (1 + sign * NODE[index / 2]), x2 = x * x, r = sqrt(1 - x2);
    const double level = -0.5 * (square / x2 + product);
    if (level < -700) continue;
    sum += 0.5 * root * WEIGHT[index / 2] * exp(level) *
           (exp(-product * x2 / (2 * (1 + r) * (1 + r))) / r - (1 + c * x2 * (1 + d * x2)));
  }
  return sum / TWO_PI;
}

static double upper(double h, double k, double rho)
{
  if (fabs(rho) < STRONG) return moderate(h, k, rho);
  if (rho > 0) return rung_stats_normal_upper(fmax(h, k)) - (rho < 1 ? lacking(h, k, rho) : 0);
  /* P(X > h, Y > k) = P(X > h) - P(X > h, -Y > -k) */
  const double both = h < -k ? rung_stats_normal_cdf(-h) - rung_stats_normal_cdf(k) : 0;
  return both + (rho > -1 ? lacking(h, -k, -rho) : 0);
}

double rung_stats_bivariate_normal_cdf(double x, double y, double rho)
{
  if (isnan(x) || isnan(y) || !(fabs(rho) <= 1)) return NAN;
  if (x == -INFINITY || y == -INFINITY) return 0;
  if (isinf(x)) return rung_stats_normal_cdf(y);
  if (isinf(y)) return rung_stats_normal_cdf(x);
  return fmin(1, fmax(0, upper(-x, -y, rho)));
}
