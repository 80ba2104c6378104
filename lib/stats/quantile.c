/* Quantiles: unweighted, of categories, weighted.
 * SPDX-License-Identifier: Apache-2.0 */
#include "stats/quantile.h"

#include <float.h>
#include <math.h>

/* A place this near to a whole one is that one: the products that lead to it are rounded. */
#define NEAR (4 * DBL_EPSILON)

static double between(double low, double high, double share)
{
  return share == 0 ? low : share == 1 ? high : (1 - share) * low + share * high;
}

/* The value at a 1-based place, held within the array. */
static double at(const double *sorted, size_t count, double place)
{
  if (place < 1) place = 1;
  if (place > (double)count) place = (double)count;
  return sorted[(size_t)place - 1];
}

/* Linear between neighbours about a place that is no whole number. */
static double linear(const double *sorted, size_t count, double place)
{
  const double near = NEAR * (fabs(place) + 1);
  const double whole = floor(place + near), rest = place - whole;
  return between(at(sorted, count, whole), at(sorted, count, whole + 1),
                 fabs(rest) <= near ? 0 : rest);
}

static double stepped(const double *sorted, size_t count, double probability, int type)
{
  const double place = (double)count * probability - (type == 3 ? 0.5 : 0);
  const double near = NEAR * (fabs(place) + 1);
  const double whole = floor(place + near);
  const double low = at(sorted, count, whole), high = at(sorted, count, whole + 1);
  if (place > whole + near) return high;
  if (type == 2) return between(low, high, 0.5);
  return type == 3 && fmod(whole, 2) != 0 ? high : low;
}

double rung__quantile(const double *sorted, size_t count, double probability, int type)
{
  static const double a[] = {0, 0.5, 0, 1, 1.0 / 3, 3.0 / 8}; /* types 4 to 9, a = b but for 4 */
  if (count == 0) return NAN;
  if (type < 4) return stepped(sorted, count, probability, type);
  const double n = (double)count, shift = a[type - 4], end = type == 4 ? 1 : shift;
  return linear(sorted, count, shift + probability * (n + 1 - shift - end));
}

double rung__median(const double *sorted, size_t count)
{
  if (count == 0) return NAN;
  return between(sorted[(count - 1) / 2], sorted[count / 2], count % 2 != 0 ? 0 : 0.5);
}

double rung__quantile_interpolated(const double *sorted, size_t count, double probability,
                                   double width)
{
  if (count == 0) return NAN;
  const double place = ((double)count + 1) * probability;
  const double middle = between(at(sorted, count, floor(place)), at(sorted, count, ceil(place)),
                                0.5);
  size_t below = 0, equal = 0;
  for (size_t index = 0; index < count; ++index) {
    below += sorted[index] < middle;
    equal += sorted[index] == middle;
  }
  if (equal <= 1) return middle;
  return middle - width / 2 + width * ((double)count * probability - (double)below) / (double)equal;
}

static double sum_of(const double *weight, size_t count)
{
  double sum = 0;
  for (size_t index = 0; index < count; ++index)
    sum += weight[index];
  return sum;
}

/* The least number of which the sum of weights reaches `wanted`. */
static double reached(const double *sorted, const double *weight, size_t count, double wanted)
{
  double sum = 0;
  for (size_t index = 0; index < count; ++index) {
    sum += weight[index];
    if (sum >= wanted * (1 - NEAR)) return sorted[index];
  }
  return sorted[count - 1];
}

/* p_k = W_(k-1) / W_(n-1) */
static double weighted_7(const double *sorted, const double *weight, size_t count,
                         double probability)
{
  const double wanted = probability * sum_of(weight, count - 1);
  double sum = 0;
  size_t index = 0;
  while (index + 1 < count && sum + weight[index] <= wanted)
    sum += weight[index++];
  return index + 1 >= count
             ? sorted[count - 1]
             : between(sorted[index], sorted[index + 1], (wanted - sum) / weight[index]);
}

static double frequency_7(const double *sorted, const double *weight, size_t count,
                          double probability)
{
  const double whole = sum_of(weight, count);
  const double place = 1 + (whole - 1) * probability, low = fmax(floor(place), 1);
  return between(reached(sorted, weight, count, low),
                 reached(sorted, weight, count, fmin(low + 1, whole)), place - floor(place));
}

/* p_k = W_k / W over distinct values. */
static double weighted_4(const double *sorted, const double *weight, size_t count,
                         double probability)
{
  const double wanted = probability * sum_of(weight, count);
  double sum = 0, before = 0;
  for (size_t index = 0; index < count;) {
    const size_t first = index;
    for (before = sum; index < count && sorted[index] == sorted[first]; ++index)
      sum += weight[index];
    if (sum < wanted) continue;
    return first == 0
               ? sorted[0]
               : between(sorted[first - 1], sorted[first], (wanted - before) / (sum - before));
  }
  return sorted[count - 1];
}

double rung__quantile_weighted(const double *sorted, const double *weight, size_t count,
                               double probability, rung_quantile how)
{
  if (count == 0) return NAN;
  switch (how) {
  case RUNG_QUANTILE_WEIGHTED_7: return weighted_7(sorted, weight, count, probability);
  case RUNG_QUANTILE_FREQUENCY_7: return frequency_7(sorted, weight, count, probability);
  case RUNG_QUANTILE_WEIGHTED_4: return weighted_4(sorted, weight, count, probability);
  default: return reached(sorted, weight, count, probability * sum_of(weight, count));
  }
}
