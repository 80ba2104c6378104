/* Populations whose truth is known.
 * SPDX-License-Identifier: Apache-2.0 */
#include "population.h"

#include <math.h>
#include <string.h>

#include <rung/stats/distribution.h>

enum { ITEMS_MOST = 16, STEPS = 400 };

static const double CUTS[POINTS - 1] = {-1.5, -0.5, 0.5, 1.5};

static uint64_t next(uint64_t *state)
{
  uint64_t value = *state += UINT64_C(0x9E3779B97F4A7C15);
  value = (value ^ value >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
  value = (value ^ value >> 27) * UINT64_C(0x94D049BB133111EB);
  return value ^ value >> 31;
}

struct chance chance_of(uint64_t seed, uint64_t stream)
{
  uint64_t state = seed * UINT64_C(0xD1342543DE82EF95) + stream;
  const uint64_t start = next(&state);
  return (struct chance){.state = start ^ next(&state)};
}

double uniform(struct chance *chance)
{
  return ((double)(next(&chance->state) >> 11) + 0.5) * 0x1p-53;
}

/* Marsaglia's polar method. */
double normal(struct chance *chance)
{
  double x, y, square;
  if (chance->has_kept) {
    chance->has_kept = false;
    return chance->kept;
  }
  do {
    x = 2 * uniform(chance) - 1;
    y = 2 * uniform(chance) - 1;
    square = x * x + y * y;
  } while (square >= 1);
  const double factor = sqrt(-2 * log(square) / square);
  chance->kept = y * factor;
  chance->has_kept = true;
  return x * factor;
}

int answer_at(double latent, double shift)
{
  int answer = 1;
  for (int cut = 0; cut < POINTS - 1; ++cut)
    answer += latent + shift > CUTS[cut];
  return answer;
}

/* The shares of the answers where the normal number has a mean and a deviation. */
static void put_shares(double mean, double deviation, double share[POINTS])
{
  double below = 0;
  for (int point = 0; point < POINTS; ++point) {
    const double to = point < POINTS - 1 ? rung_stats_normal_cdf((CUTS[point] - mean) / deviation)
                                         : 1;
    share[point] = to - below;
    below = to;
  }
}

static double moment(const double share[POINTS], double around, double power)
{
  double sum = 0;
  for (int point = 0; point < POINTS; ++point)
    sum += share[point] * pow(point + 1 - around, power);
  return sum;
}

static double skew_at(double shift)
{
  double share[POINTS];
  put_shares(shift, 1, share);
  const double mean = moment(share, 0, 1);
  return moment(share, mean, 3) / pow(moment(share, mean, 2), 1.5);
}

double shift_of_skew(double skew)
{
  double low = 0, high = 6;
  for (int step = 0; step < 100; ++step) {
    const double middle = (low + high) / 2;
    if (-skew_at(middle) < skew)
      low = middle;
    else
      high = middle;
  }
  return skew > 0 ? low : 0;
}

double mean_answer(double shift)
{
  double share[POINTS];
  put_shares(shift, 1, share);
  return moment(share, 0, 1);
}

double variance_answer(double shift)
{
  double share[POINTS];
  put_shares(shift, 1, share);
  return moment(share, moment(share, 0, 1), 2);
}

double favourable_answer(double shift)
{
  double share[POINTS];
  put_shares(shift, 1, share);
  return share[3] + share[4];
}

double mean_given(double common, double shift, double shared)
{
  double share[POINTS];
  put_shares(shift + sqrt(shared) * common, sqrt(1 - shared), share);
  return moment(share, 0, 1);
}

/* Whole steps over the shared part of persons: where it lies, and how many are there. */
static double place_of(int step, double *weight)
{
  const double width = 16.0 / STEPS, place = -8 + (step + 0.5) * width;
  *weight = width * exp(-place * place / 2) / sqrt(2 * 3.14159265358979323846);
  return place;
}

struct score_truth truth_of_score(double shift, double shared, int items)
{
  struct score_truth truth = {.mean = mean_answer(shift)};
  for (int step = 0; step < STEPS; ++step) {
    double weight, share[POINTS];
    const double common = place_of(step, &weight);
    put_shares(shift + sqrt(shared) * common, sqrt(1 - shared), share);
    const double mean = moment(share, 0, 1);
    truth.true_variance += weight * (mean - truth.mean) * (mean - truth.mean);
  }
  truth.item_variance = variance_answer(shift);
  truth.variance = truth.true_variance + (truth.item_variance - truth.true_variance) / items;
  return truth;
}

/* The distribution of a sum of answers that are independent, from 0 for all at the lowest. */
static void add_up(const double share[POINTS], int items, double sum[ITEMS_MOST * POINTS])
{
  const int most = items * (POINTS - 1);
  memset(sum, 0, ITEMS_MOST * POINTS * sizeof *sum);
  sum[0] = 1;
  for (int item = 0; item < items; ++item) {
    for (int place = most; place >= 0; --place) {
      double found = 0;
      for (int point = 0; point < POINTS && point <= place; ++point)
        found += sum[place - point] * share[point];
      sum[place] = found;
    }
  }
}

double share_between(double shift, double shared, int items, double low, double high)
{
  double found = 0;
  for (int step = 0; step < STEPS; ++step) {
    double weight, share[POINTS], sum[ITEMS_MOST * POINTS];
    const double common = place_of(step, &weight);
    put_shares(shift + sqrt(shared) * common, sqrt(1 - shared), share);
    add_up(share, items, sum);
    for (int place = 0; place <= items * (POINTS - 1); ++place) {
      const double score = 1 + (double)place / items;
      if (score >= low && score < high) found += weight * sum[place];
    }
  }
  return found;
}
