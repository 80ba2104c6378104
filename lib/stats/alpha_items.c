/* Item statistics from a covariance matrix.
 * SPDX-License-Identifier: Apache-2.0 */
#include "stats/alpha_items.h"

#include <math.h>

#include <rung/stats/reliability.h>

#include "stats/alpha.h"
#include "stats/symmetric.h"

size_t rung__alpha_items_room(size_t items)
{
  return 2 * items * items + rung__alpha_room(items);
}

static double sum_of_row(const double *matrix, size_t items, size_t row)
{
  double sum = 0;
  for (size_t column = 0; column < items; ++column)
    sum += matrix[row * items + column];
  return sum;
}

static double root(double variance)
{
  return variance > 0 ? sqrt(variance) : (double)NAN;
}

/* What an item has by itself, and with the others in R; `correlation` is changed. */
static void fill_correlations(double *correlation, const double *smc, size_t items, double *out)
{
  const double scale = root(rung__symmetric_sum(correlation, items));
  for (size_t item = 0; item < items; ++item) {
    out[RUNG_ALPHA_ITEM_STANDARDISED_R * items + item] = sum_of_row(correlation, items, item) /
                                                         scale;
    out[RUNG_ALPHA_ITEM_SMC * items + item] = smc[item];
  }
  for (size_t item = 0; item < items; ++item)
    correlation[item * (items + 1)] = smc[item];
  const double corrected = root(rung__symmetric_sum(correlation, items));
  for (size_t item = 0; item < items; ++item)
    out[RUNG_ALPHA_ITEM_CORRECTED_R * items + item] = sum_of_row(correlation, items, item) /
                                                      corrected;
}

/* The scale without one item; `rest` holds its covariances. */
static void fill_without(const struct rung__covariance *covariance, size_t item, double *rest,
                         double *room, double *out)
{
  const size_t items = covariance->size;
  struct rung__alpha alpha;
  const double own = covariance->value[item * (items + 1)];
  rung__symmetric_without(covariance->value, items, item, rest);
  const double with = sum_of_row(covariance->value, items, item) - own;
  out[RUNG_ALPHA_ITEM_REST_R * items + item] = with / (root(own) *
                                                       root(rung__symmetric_sum(rest, items - 1)));
  if (items < 3) return;
  rung__alpha_from(rest, items - 1, room, NULL, &alpha);
  const double n = rung__covariance_n(covariance, item);
  out[RUNG_ALPHA_WITHOUT_RAW * items + item] = alpha.raw;
  out[RUNG_ALPHA_WITHOUT_STANDARDISED * items + item] = alpha.standardised;
  out[RUNG_ALPHA_WITHOUT_LAMBDA6 * items + item] = alpha.lambda6;
  out[RUNG_ALPHA_WITHOUT_AVERAGE_R * items + item] = alpha.average_r;
  out[RUNG_ALPHA_WITHOUT_SIGNAL_NOISE * items + item] = alpha.signal_noise;
  out[RUNG_ALPHA_WITHOUT_SE * items + item] = sqrt(alpha.variance / n);
  out[RUNG_ALPHA_WITHOUT_VARIANCE_R * items + item] = alpha.variance_r;
  out[RUNG_ALPHA_WITHOUT_MEDIAN_R * items + item] = alpha.median_r;
  out[RUNG_ALPHA_WITHOUT_N * items + item] = n;
}

void rung__alpha_items_from(const struct rung__covariance *covariance, double *room, double *out)
{
  const size_t items = covariance->size;
  double *correlation = room, *rest = room + items * items, *inner = rest + items * items;
  for (size_t index = 0; index < RUNG__ALPHA_ITEM_COUNT * items; ++index)
    out[index] = (double)NAN;
  for (size_t item = 0; item < items; ++item) {
    const double variance = covariance->value[item * (items + 1)];
    out[RUNG_ALPHA_ITEM_N * items + item] = covariance->effective[item * (items + 1)];
    out[RUNG_ALPHA_ITEM_MEAN * items + item] = covariance->mean[item];
    out[RUNG_ALPHA_ITEM_SD * items + item] = variance >= 0 ? sqrt(variance) : (double)NAN;
  }
  if (items < 2) return;
  rung__symmetric_scale(covariance->value, items, correlation);
  rung__smc(correlation, items, rest, inner);
  fill_correlations(correlation, inner, items, out);
  for (size_t item = 0; item < items; ++item)
    fill_without(covariance, item, rest, inner, out);
}
