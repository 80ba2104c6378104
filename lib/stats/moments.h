/* Sums, means, variances and covariances of plain arrays, in two passes.
 * SPDX-License-Identifier: Apache-2.0
 *
 * NaN is absent and left out everywhere. A weight of NULL is 1 everywhere; a row of weight 0 counts
 * for nothing. */
#ifndef RUNG_STATS_MOMENTS_H
#define RUNG_STATS_MOMENTS_H

#include <math.h>
#include <stddef.h>

/* A sum that keeps what each addition lost (Neumaier 1974). */
struct rung__total {
  double sum, lost;
};

static inline void rung__total_add(struct rung__total *total, double value)
{
  const double sum = total->sum + value;
  total->lost += fabs(total->sum) >= fabs(value) ? (total->sum - sum) + value
                                                 : (value - sum) + total->sum;
  total->sum = sum;
}

/* Adds a product, with what its rounding lost. */
static inline void rung__total_add_product(struct rung__total *total, double first, double second)
{
  const double product = first * second;
  rung__total_add(total, product);
  total->lost += fma(first, second, -product);
}

static inline double rung__total_of(const struct rung__total *total)
{
  return isfinite(total->sum) ? total->sum + total->lost : total->sum;
}

/* The sum over a divisor, rounded once. */
static inline double rung__total_over(const struct rung__total *total, double divisor)
{
  const double ratio = total->sum / divisor;
  if (!isfinite(ratio)) return ratio;
  return ratio + (fma(-ratio, divisor, total->sum) + total->lost) / divisor;
}

/* What is known of one array. */
struct rung__moments {
  size_t count;              /* values of positive weight */
  double weight;             /* sum of weights */
  double weight_squared;     /* sum of squared weights */
  double mean;               /* NaN: none */
  double power[5];           /* [r] sum of weight * (value - mean)^r, r = 2 to 4 */
  struct rung__total square; /* power[2], not yet rounded */
};

void rung__moments(struct rung__moments *moments, const double *value, const double *weight,
                   size_t count);
/* The mean; NaN: of none. */
double rung__mean(const double *value, const double *weight, size_t count);
/* The sum of squared deviations over n - 1; NaN: of fewer than two. */
double rung__variance(const double *value, size_t count);

/* What is known of two arrays, from the rows that have both. */
struct rung__joint {
  size_t count; /* rows of positive weight */
  double weight, weight_squared;
  double mean[2];
  double square[2]; /* sums of weight * squared deviations */
  double product;   /* sum of weight * both deviations */
};

void rung__joint(struct rung__joint *joint, const double *first, const double *second,
                 const double *weight, size_t count);
/* The correlation; NaN where one of them does not vary. */
double rung__joint_correlation(const struct rung__joint *joint);
/* The covariance over n - 1, and the correlation, of unweighted arrays; NaN: of fewer than two. */
double rung__covariance(const double *first, const double *second, size_t count);
double rung__correlation(const double *first, const double *second, size_t count);

/* Kish's effective number of rows, (sum w)^2 / sum w^2; 0 for no weight. */
double rung__effective_rows(double weight, double weight_squared);

#endif
