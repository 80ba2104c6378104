/* Agreement by chance: limits over the posterior of shares, and what chance alone would show.
 * SPDX-License-Identifier: Apache-2.0 */
#include <math.h>
#include <stdlib.h>

#include "base/array.h"
#include "base/fail.h"
#include "base/sort.h"
#include "stats/agreement.h"
#include "stats/input.h"
#include "stats/output.h"

#define TWO_PI 6.28318530717958647692

static double next_uniform(struct rung__draw *draw)
{
  const double value = rung__uniform(draw);
  ++draw->index;
  return value;
}

/* Box & Muller (1958). */
static double next_normal(struct rung__draw *draw)
{
  const double radius = sqrt(-2 * log(next_uniform(draw)));
  return radius * cos(TWO_PI * next_uniform(draw));
}

/* The logarithm of a gamma variate: Marsaglia & Tsang (2000), with their step down to shapes below
 * one. As a logarithm, because a variate of a small shape can be less than a double holds. */
static double next_log_gamma(struct rung__draw *draw, double shape)
{
  const double raised = shape < 1 ? shape + 1 : shape;
  const double d = raised - 1.0 / 3, c = 1 / sqrt(9 * d);
  const double down = shape < 1 ? log(next_uniform(draw)) / shape : 0;
  for (;;) {
    const double normal = next_normal(draw), root = 1 + c * normal;
    if (root <= 0) continue;
    const double cube = root * root * root;
    if (log(next_uniform(draw)) < 0.5 * normal * normal + d - d * cube + d * log(cube))
      return log(d) + log(cube) + down;
  }
}

/* The variance of points one apart whose weights are these. */
static double variance_of(const double *weight, size_t points)
{
  double sum = 0, mean = 0, variance = 0;
  for (size_t point = 0; point < points; ++point) {
    sum += weight[point];
    mean += weight[point] * (double)point;
  }
  mean /= sum;
  for (size_t point = 0; point < points; ++point) {
    const double deviation = (double)point - mean;
    variance += weight[point] * deviation * deviation;
  }
  return variance / sum;
}

/* The variance under one draw of the shares. Gamma variates are taken one by one, and the sums are
 * kept relative to the largest so far, so that no room is needed and nothing under- or overflows. */
static double draw_variance(const double *count, size_t points, struct rung__draw *draw)
{
  double largest = -HUGE_VAL, sum = 0, first = 0, second = 0;
  const double prior = 1 / (double)points;
  for (size_t point = 0; point < points; ++point) {
    draw->cell = (uint32_t)point;
    draw->index = 0;
    const double weight = next_log_gamma(draw, count[point] + prior);
    if (weight > largest) {
      const double shrink = exp(largest - weight);
      sum *= shrink;
      first *= shrink;
      second *= shrink;
      largest = weight;
    }
    const double share = exp(weight - largest), place = (double)point;
    sum += share;
    first += share * place;
    second += share * place * place;
  }
  const double mean = first / sum;
  return fmax(0, second / sum - mean * mean);
}

/* Quantile of type 7 of sorted values. */
static double quantile(const double *value, size_t count, double level)
{
  const double place = level * (double)(count - 1), below = floor(place);
  const size_t index = (size_t)below;
  if (index + 1 >= count) return value[count - 1];
  return value[index] + (place - below) * (value[index + 1] - value[index]);
}

void rung__agreement_interval(const double *count, size_t points, double null_variance,
                              const struct rung__agreement_draws *draws, double *room,
                              double limit[2])
{
  struct rung__draw draw = {draws->seed, 0, draws->group, 0, 0};
  for (uint32_t replicate = 0; replicate < draws->replicates; ++replicate) {
    draw.replicate = replicate;
    room[replicate] = rung__rwg(draw_variance(count, points, &draw), null_variance, 1);
  }
  rung__sort(room, draws->replicates);
  limit[0] = quantile(room, draws->replicates, (1 - draws->confidence) / 2);
  limit[1] = quantile(room, draws->replicates, (1 + draws->confidence) / 2);
}

/* What one simulation has. */
struct task {
  const double *share;
  size_t points, members, items, replicates;
  double null_variance;
  double *cumulative, *value, *rwg, *deviation;
};

/* The point that a uniform number falls on. */
static double pick(const struct task *task, double uniform)
{
  const double wanted = uniform * task->cumulative[task->points - 1];
  size_t least = 0, most = task->points - 1;
  while (least < most) {
    const size_t middle = least + (most - least) / 2;
    if (wanted < task->cumulative[middle])
      most = middle;
    else
      least = middle + 1;
  }
  return (double)least;
}

static void simulate(const struct task *task, uint64_t seed)
{
  for (size_t replicate = 0; replicate < task->replicates; ++replicate) {
    double variance = 0, deviation = 0;
    for (size_t item = 0; item < task->items; ++item) {
      struct rung__draw draw = {seed, (uint32_t)replicate, 0, (uint32_t)item, 0};
      struct rung__spread spread;
      for (size_t member = 0; member < task->members; ++member)
        task->value[member] = pick(task, next_uniform(&draw));
      rung__spread_of_values(&spread, task->value, task->members);
      variance += spread.variance;
      deviation += spread.around_mean;
    }
    const double items = (double)task->items;
    task->rwg[replicate] = rung__rwg(variance / items, task->null_variance, items);
    task->deviation[replicate] = deviation / items;
  }
}

static double mean_of(const double *value, size_t count)
{
  double sum = 0;
  for (size_t index = 0; index < count; ++index)
    sum += value[index];
  return sum / (double)count;
}

static void tell(const struct task *task, double result[RUNG_AGREEMENT_CHANCE_AD_Q01 + 1])
{
  const size_t count = task->replicates;
  rung__sort(task->rwg, count);
  rung__sort(task->deviation, count);
  result[RUNG_AGREEMENT_CHANCE_MEAN] = mean_of(task->rwg, count);
  result[RUNG_AGREEMENT_CHANCE_Q50] = quantile(task->rwg, count, 0.5);
  result[RUNG_AGREEMENT_CHANCE_Q90] = quantile(task->rwg, count, 0.9);
  result[RUNG_AGREEMENT_CHANCE_Q95] = quantile(task->rwg, count, 0.95);
  result[RUNG_AGREEMENT_CHANCE_Q99] = quantile(task->rwg, count, 0.99);
  result[RUNG_AGREEMENT_CHANCE_AD_MEAN] = mean_of(task->deviation, count);
  result[RUNG_AGREEMENT_CHANCE_AD_Q05] = quantile(task->deviation, count, 0.05);
  result[RUNG_AGREEMENT_CHANCE_AD_Q01] = quantile(task->deviation, count, 0.01);
}

static rung_status check_work(const struct task *task, double work, rung_error *error)
{
  if (task->members < 2 || task->items < 1)
    return rung__fail(error, RUNG_E_ARGUMENT,
                      "there are %zu members and %zu items: expected 2 or more, and 1 or more",
                      task->members, task->items);
  if ((double)task->members * (double)task->items * (double)task->replicates > work)
    return rung__fail(error, RUNG_E_LIMIT,
                      "that many answers are more than RUNG_SETTING_WORK allows to be drawn");
  return RUNG_OK;
}

static rung_status run(struct task *task, const rung_settings *settings, double *out,
                       size_t out_count, rung_error *error)
{
  double result[RUNG_AGREEMENT_CHANCE_AD_Q01 + 1], sum = 0;
  TRY(check_work(task, rung_settings_get(settings, RUNG_SETTING_WORK), error));
  task->cumulative = rung__array_new(task->points, sizeof *task->cumulative);
  task->value = rung__array_new(task->members, sizeof *task->value);
  task->rwg = rung__array_new(task->replicates, sizeof *task->rwg);
  task->deviation = rung__array_new(task->replicates, sizeof *task->deviation);
  if (task->cumulative == NULL || task->value == NULL || task->rwg == NULL ||
      task->deviation == NULL)
    return rung__fail_memory(error);
  for (size_t point = 0; point < task->points; ++point)
    task->cumulative[point] = sum += task->share[point];
  task->null_variance = variance_of(task->share, task->points);
  rung__out_clear(result, RUNG_AGREEMENT_CHANCE_AD_Q01 + 1);
  const bool fine = task->null_variance > 0 && isfinite(task->null_variance);
  if (fine) {
    simulate(task, (uint64_t)rung_settings_get(settings, RUNG_SETTING_SEED));
    tell(task, result);
  }
  rung__out_put(out, out_count, result, RUNG_AGREEMENT_CHANCE_AD_Q01 + 1);
  return fine ? RUNG_OK
              : rung__fail(error, RUNG_E_NOT_ESTIMABLE,
                           "the shares have no variance: expected two points or more that are "
                           "answered");
}

rung_status rung_stats_agreement_chance(const rung_column *shares, size_t members, size_t items,
                                        const rung_settings *settings, double *out,
                                        size_t out_count, rung_error *error)
{
  double *share;
  TRY(rung__out_check(out, out_count, error));
  if (shares == NULL || shares->length < 0)
    return rung__fail(error, RUNG_E_ARGUMENT, "there is no column of shares");
  const size_t points = (size_t)shares->length;
  TRY(rung__weights_read(&share, shares, points, error));
  struct task task = {.share = share,
                      .points = points,
                      .members = members,
                      .items = items,
                      .replicates = (size_t)rung_settings_get(settings, RUNG_SETTING_REPLICATES)};
  const rung_status status = run(&task, settings, out, out_count, error);
  free(task.cumulative);
  free(task.value);
  free(task.rwg);
  free(task.deviation);
  free(share);
  return status;
}
