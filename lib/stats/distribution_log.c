/* Log-gamma and what gamma and beta densities are made of, without cancellation.
 * SPDX-License-Identifier: Apache-2.0 */
#include "stats/distribution.h"

#include <math.h>
#include <stddef.h>

#define LENGTH(array) (sizeof(array) / sizeof *(array))
#define HALF_LOG_2PI 0.91893853320467274178
#define ONE_MINUS_EULER 0.42278433509846713939
#define STIRLING_LEAST 10.0

/* (-1)^k (zeta(k) - 1) / k, k = 2 ...: log Gamma(2 + z) beyond z (1 - gamma) (Abramowitz & Stegun
 * 6.1.33 with the logarithm taken in). */
static const double ZETA[] = {
    0.32246703342411321824,    -0.067352301053198095133,   0.020580808427784547879,
    -0.0073855510286739852663, 0.0028905103307415232858,   -0.0011927539117032609771,
    0.00050966952474304242234, -0.00022315475845357937976, 0.000099457512781808533715,
    -0.0000449262367381331417, 0.000020507212775670691553, -9.439488275268395904e-6,
    4.3748667899074878042e-6,  -2.0392157538013662368e-6,  9.5514121304074198329e-7,
    -4.4924691987645660433e-7, 2.1207184805554665869e-7,   -1.0043224823968099609e-7,
    4.7698101693639805658e-8,  -2.271109460894316491e-8,   1.0838659214896954091e-8,
    -5.1834750419700466551e-9, 2.4836745438024783172e-9,   -1.1921401405860912074e-9,
    5.7313672416788620133e-10, -2.7595228851242331452e-10};

/* B(2k) / (2k (2k - 1)), k = 1 ...: Stirling's series. */
static const double STIRLING[] = {1.0 / 12,   -1.0 / 360,      1.0 / 1260,  -1.0 / 1680,
                                  1.0 / 1188, -691.0 / 360360, 1.0 / 156.0, -3617.0 / 122400};

/* log Gamma(2 + z), |z| <= 1/2. */
static double about_two(double z)
{
  double sum = 0;
  for (size_t index = LENGTH(ZETA); index-- > 0;)
    sum = sum * z + ZETA[index];
  return z * (ONE_MINUS_EULER + z * sum);
}

static double stirling_series(double x)
{
  const double square = 1 / (x * x);
  double sum = 0;
  for (size_t index = LENGTH(STIRLING); index-- > 0;)
    sum = sum * square + STIRLING[index];
  return sum / x;
}

/* atanh(r) / r - 1, |r| <= 1/3. */
static double atanh_rest(double r)
{
  const double square = r * r;
  double sum = 0;
  for (int power = 41; power >= 3; power -= 2)
    sum = square * (sum + 1.0 / power);
  return sum;
}

double rung__log1p_minus(double x)
{
  if (fabs(x) > 0.5) return log1p(x) - x;
  /* log(1 + x) = 2 atanh(r), and x - 2 r = x r */
  const double r = x / (2 + x);
  return r * (2 * atanh_rest(r) - x);
}

double rung__stirling_rest(double x)
{
  double rest = 0;
  if (x < 1) {
    rest = (x + 0.5) * log1p(1 / x) - 1;
    x += 1;
  }
  for (; x < STIRLING_LEAST; x += 1) /* (x + 1/2) log(1 + 1/x) - 1 a step */
    rest += atanh_rest(1 / (2 * x + 1));
  return rest + stirling_series(x);
}

double rung__deviance(double shape, double part, double off)
{
  return shape * (fabs(off) < 0.5 ? rung__log1p_minus(off) : log(part) - off);
}

double rung__log_gamma_after(double x)
{
  return x < 0.5 ? about_two(x) - log1p(x) : rung_stats_log_gamma(1 + x);
}

double rung_stats_log_gamma(double x)
{
  if (!(x > 0)) return NAN;
  if (x < 0.5) return rung__log_gamma_after(x) - log(x);
  if (x < 1.5) return about_two(x - 1) - log1p(x - 1);
  if (x >= STIRLING_LEAST)
    return isinf(x) ? x : (x - 0.5) * log(x) - x + (HALF_LOG_2PI + stirling_series(x));
  double product = 1;
  for (; x > 2.5; product *= x)
    x -= 1;
  return about_two(x - 2) + log(product);
}
