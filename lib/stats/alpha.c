/* Alpha from a matrix.
 * SPDX-License-Identifier: Apache-2.0 */
#include "stats/alpha.h"

#include <float.h>
#include <math.h>

#include <rung/stats/distribution.h>

#include "base/sort.h"
#include "stats/symmetric.h"

size_t rung__alpha_room(size_t items)
{
  return 3 * items * items + items;
}

void rung__smc(const double *correlation, size_t items, double *inverse, double *smc)
{
  const bool has = rung__symmetric_inverse(correlation, items, inverse);
  for (size_t item = 0; item < items; ++item)
    smc[item] = has ? fmin(fmax(1 - 1 / inverse[item * items + item], 0), 1) : (double)NAN;
}

bool rung__alpha_is_defined(double trace, double sum, size_t items)
{
  return items > 1 && trace > 0 && isfinite(sum) && sum > trace * (double)items * DBL_EPSILON;
}

/* k/(k - 1) (1 - trace/sum) */
static double ratio(double trace, double sum, size_t items)
{
  const double count = (double)items;
  if (!rung__alpha_is_defined(trace, sum, items)) return (double)NAN;
  return count / (count - 1) * (1 - trace / sum);
}

/* Duhachek and Iacobucci (2004), equation 2: the variance of alpha, times n. */
static double variance_of(const double *matrix, size_t items, double trace, double sum)
{
  double squares = 0, products = 0; /* tr(C^2) and V(C^2) */
  for (size_t row = 0; row < items; ++row) {
    double total = 0;
    for (size_t column = 0; column < items; ++column) {
      const double value = matrix[row * items + column];
      squares += value * value;
      total += value;
    }
    products += total * total;
  }
  const double share = (double)items / ((double)items - 1);
  const double scaled = sum * (squares + trace * trace) - 2 * trace * products;
  return fmax(2 * share * share * scaled / (sum * sum * sum), 0);
}

/* The correlations under the diagonal, into `list`; how many. */
static size_t list_lower(const double *correlation, size_t items, double *list)
{
  size_t count = 0;
  for (size_t row = 1; row < items; ++row) {
    for (size_t column = 0; column < row; ++column)
      list[count++] = correlation[row * items + column];
  }
  return count;
}

static void describe_correlations(double *list, size_t count, struct rung__alpha *alpha)
{
  double sum = 0, squares = 0;
  for (size_t index = 0; index < count; ++index)
    sum += list[index];
  const double mean = sum / (double)count;
  for (size_t index = 0; index < count; ++index)
    squares += (list[index] - mean) * (list[index] - mean);
  rung__sort(list, count);
  alpha->average_r = mean;
  alpha->median_r = isnan(mean) ? mean : (list[(count - 1) / 2] + list[count / 2]) / 2;
  alpha->variance_r = squares / ((double)count - 1);
}

static void standardise(const double *correlation, size_t items, double *room, double *smc,
                        struct rung__alpha *alpha)
{
  const double count = (double)items, sum = rung__symmetric_sum(correlation, items);
  alpha->standardised = ratio(count, sum, items);
  describe_correlations(room, list_lower(correlation, items, room), alpha);
  alpha->signal_noise = alpha->average_r < 1 ? count * alpha->average_r / (1 - alpha->average_r)
                                             : (double)NAN;
  rung__smc(correlation, items, room, smc);
  double unique = 0;
  for (size_t item = 0; item < items; ++item)
    unique += 1 - smc[item];
  alpha->lambda6 = isnan(alpha->standardised) ? (double)NAN : 1 - unique / sum;
}

void rung__alpha_from(const double *matrix, size_t items, double *room, double *smc,
                      struct rung__alpha *alpha)
{
  double *correlation = room, *inner = room + items * items;
  double *own = room + 3 * items * items;
  const double trace = rung__trace(matrix, items), sum = rung__symmetric_sum(matrix, items);
  alpha->raw = ratio(trace, sum, items);
  alpha->variance = isnan(alpha->raw) ? (double)NAN : variance_of(matrix, items, trace, sum);
  rung__symmetric_scale(matrix, items, correlation);
  standardise(correlation, items, inner, smc == NULL ? own : smc, alpha);
}

void rung__alpha_feldt(double alpha, size_t items, double n, double confidence, double limits[2])
{
  const double tail = (1 - confidence) / 2, above = n - 1, below = (n - 1) * ((double)items - 1);
  limits[0] = limits[1] = (double)NAN;
  if (!(above > 0) || !(below > 0) || !(alpha <= 1)) return;
  const double lower = 1 - (1 - alpha) * rung_stats_f_quantile(1 - tail, above, below);
  const double upper = 1 - (1 - alpha) * rung_stats_f_quantile(tail, above, below);
  if (!isfinite(lower) || !isfinite(upper)) return;
  limits[0] = lower;
  limits[1] = upper;
}
