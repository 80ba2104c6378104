/* Agreement within a group from plain counts and sums.
 * SPDX-License-Identifier: Apache-2.0 */
#include "stats/agreement.h"

#include <math.h>
#include <string.h>

#include "base/fail.h"
#include "base/sort.h"
#include "stats/output.h"

#define OPTIONS_LEAST 5
#define OPTIONS_MOST 11
#define SPAN_MOST 1000

static void clear(struct rung__spread *spread, double count)
{
  *spread = (struct rung__spread){count, NAN, NAN, NAN, NAN};
}

void rung__spread_of_values(struct rung__spread *spread, double *value, size_t count)
{
  clear(spread, (double)count);
  if (count == 0) return;
  rung__sort(value, count);
  double sum = 0, squares = 0, rest = 0, around_mean = 0, around_median = 0;
  for (size_t index = 0; index < count; ++index)
    sum += value[index];
  const double size = (double)count, mean = sum / size;
  const double median = value[(count - 1) / 2] / 2 + value[count / 2] / 2;
  for (size_t index = 0; index < count; ++index) {
    const double deviation = value[index] - mean;
    rest += deviation;
    squares += deviation * deviation;
    around_mean += fabs(deviation);
    around_median += fabs(value[index] - median);
  }
  spread->mean = mean;
  if (count < 2) return;
  spread->variance = fmax(0, squares - rest * rest / size) / (size - 1);
  spread->around_mean = around_mean / size;
  spread->around_median = around_median / size;
}

/* The value at a place, from 0, of the sorted answers. */
static double at(const double *count, const double *point, size_t points, double place)
{
  double below = 0;
  for (size_t index = 0; index + 1 < points; ++index) {
    below += count[index];
    if (place < below) return point[index];
  }
  return point[points - 1];
}

void rung__spread_of_counts(struct rung__spread *spread, const double *count, const double *point,
                            size_t points)
{
  double size = 0, sum = 0, squares = 0, around_mean = 0, around_median = 0;
  for (size_t index = 0; index < points; ++index) {
    size += count[index];
    sum += count[index] * point[index];
  }
  clear(spread, size);
  if (!(size > 0)) return;
  spread->mean = sum / size;
  if (size < 2) return;
  const double median = at(count, point, points, floor((size - 1) / 2)) / 2 +
                        at(count, point, points, floor(size / 2)) / 2;
  for (size_t index = 0; index < points; ++index) {
    const double deviation = point[index] - spread->mean;
    squares += count[index] * deviation * deviation;
    around_mean += count[index] * fabs(deviation);
    around_median += count[index] * fabs(point[index] - median);
  }
  spread->variance = squares / (size - 1);
  spread->around_mean = around_mean / size;
  spread->around_median = around_median / size;
}

/* Hundredths of the answers on each of five points: LeBreton & Senter (2008), table 2, whose skewed
 * shapes are those of James, Demaree & Wolf (1984). */
static const int five_points[][5] = {
    {5, 15, 20, 35, 25},  {0, 10, 15, 40, 35}, {0, 0, 10, 40, 50},
    {11, 22, 34, 22, 11}, {7, 24, 38, 24, 7},
};

/* The variances of that table for six to eleven points. */
static const double more_points[][5] = {
    {1.85, 1.26, 0.69, 1.45, 1.25}, {2.90, 2.14, 1.39, 2.10, 1.40}, {3.47, 2.79, 2.35, 2.81, 1.73},
    {5.66, 4.73, 3.16, 3.00, 1.58}, {6.30, 5.09, 3.46, 2.89, 1.45}, {7.31, 6.32, 4.02, 3.32, 1.40},
};

/* The variance of five points one apart, exact up to the last division. */
static double variance_of_five(const int share[5])
{
  int sum = 0, squares = 0;
  for (int point = 0; point < 5; ++point) {
    sum += share[point] * point;
    squares += share[point] * point * point;
  }
  return (100 * squares - sum * sum) / 1e4;
}

rung_status rung__agreement_scale(double low, double high, rung_error *error)
{
  const double span = high - low;
  if (span >= 1 && span <= SPAN_MOST && span == floor(span)) return RUNG_OK;
  return rung__fail(error, RUNG_E_ARGUMENT,
                    "the highest point is not a whole number from 1 to %d above the lowest",
                    SPAN_MOST);
}

void rung__agreement_nulls(double low, double high, double variance[RUNG__NULLS])
{
  const double span = high - low, options = span + 1;
  rung__out_clear(variance, RUNG__NULLS);
  variance[RUNG_AGREEMENT_NULL_UNIFORM] = (options * options - 1) / 12;
  variance[RUNG_AGREEMENT_NULL_DISSENSUS] = span * span / 4;
  double *named = variance + RUNG_AGREEMENT_NULL_SLIGHT_SKEW;
  if (options > OPTIONS_LEAST && options <= OPTIONS_MOST) {
    memcpy(named, more_points[(size_t)options - OPTIONS_LEAST - 1], sizeof more_points[0]);
  } else if (options == OPTIONS_LEAST) {
    for (size_t shape = 0; shape < sizeof five_points / sizeof *five_points; ++shape)
      named[shape] = variance_of_five(five_points[shape]);
  }
}

double rung__rwg(double variance, double null_variance, double items)
{
  if (isnan(variance) || isnan(null_variance)) return NAN;
  const double ratio = fmin(variance, null_variance) / null_variance;
  return items * (1 - ratio) / (items * (1 - ratio) + ratio);
}

double rung__rwg_star(double variance, double null_variance)
{
  return 1 - variance / null_variance;
}

double rung__awg(const struct rung__spread *spread, double low, double high)
{
  const double count = spread->count, mean = spread->mean;
  if (!(count >= 2)) return NAN;
  if (mean == low || mean == high) return 1;
  if (mean < (low * (count - 1) + high) / count || mean > (high * (count - 1) + low) / count)
    return NAN;
  const double most = ((high + low) * mean - mean * mean - high * low) * count / (count - 1);
  return 1 - 2 * spread->variance / most;
}

rung_status rung_stats_agreement_nulls(double low, double high, double *out, size_t out_count,
                                       rung_error *error)
{
  double result[RUNG_AGREEMENT_NULL_AD_CUT + 1];
  TRY(rung__out_check(out, out_count, error));
  TRY(rung__agreement_scale(low, high, error));
  rung__agreement_nulls(low, high, result);
  result[RUNG_AGREEMENT_NULL_AD_CUT] = (high - low + 1) / 6;
  rung__out_put(out, out_count, result, RUNG_AGREEMENT_NULL_AD_CUT + 1);
  return RUNG_OK;
}
