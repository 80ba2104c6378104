/* Intervals of shares and of means on a scale.
 * SPDX-License-Identifier: Apache-2.0 */
#include "stats/interval.h"

#include <math.h>
#include <stdbool.h>

#include <rung/stats/distribution.h>

#include "base/fail.h"
#include "stats/output.h"

static double confidence_of(const rung_settings *settings)
{
  return rung_settings_get(settings, RUNG_SETTING_CONFIDENCE);
}

/* The smaller root from the product of both: nothing cancels. */
struct rung__interval rung__score_limits(double count, double n, double square)
{
  const double share = count / n, part = square / n, left = (n - count) / n;
  const double root = sqrt(part * (4 * share * left + part));
  const double upper = (2 * share + part + root) / (2 * (1 + part));
  return (struct rung__interval){share * share / ((1 + part) * upper),
                                 left == 0 ? 1 : fmin(upper, 1)};
}

static struct rung__interval beta_limits(double count, double n, double more, double tail)
{
  const double left = n - count;
  /* Clopper and Pearson add 1 to the other side of each limit, Jeffreys 1/2 to both sides */
  const double own = more == 1 ? 0 : more;
  return (struct rung__interval){
      count == 0 ? 0 : rung_stats_beta_quantile(tail, count + own, left + more),
      left == 0 ? 1 : rung_stats_beta_quantile(1 - tail, count + more, left + own)};
}

struct rung__interval rung__share_interval(double count, double n, rung_share how,
                                           double confidence)
{
  const double tail = (1 - confidence) / 2, z = rung_stats_normal_quantile(tail);
  if (how == RUNG_SHARE_WILSON) return rung__score_limits(count, n, z * z);
  return beta_limits(count, n, how == RUNG_SHARE_JEFFREYS ? 0.5 : 1, tail);
}

struct rung__points rung__scale_of(const double *point, size_t points)
{
  struct rung__points scale = {INFINITY, -INFINITY, 0, 0};
  for (size_t index = 0; index < points; ++index) {
    scale.least = fmin(scale.least, point[index]);
    scale.greatest = fmax(scale.greatest, point[index]);
    scale.mean += point[index] / (double)points;
  }
  for (size_t index = 0; index < points; ++index) {
    const double off = point[index] - scale.mean;
    scale.variance += off * off / (double)points;
  }
  return scale;
}

struct rung__mean_interval rung__mean_interval(const struct rung__points *scale, double n,
                                               double mean, double variance, double confidence)
{
  const double all = n + 1, posterior = (n == 0 ? scale->mean : (n * mean + scale->mean) / all);
  const double off = n == 0 ? 0 : mean - posterior, prior_off = scale->mean - posterior;
  const double spread = (n == 0 ? 0 : n * (fmax(variance, 0) + off * off)) + scale->variance +
                        prior_off * prior_off;
  const double square = spread / all / (n + 2), length = scale->greatest - scale->least;
  const double below = (posterior - scale->least) / length;
  const double above = (scale->greatest - posterior) / length;
  const double shapes = below * above / (square / length / length) - 1;
  const double tail = (1 - confidence) / 2;
  const double lower = scale->least +
                       length * rung_stats_beta_quantile(tail, below * shapes, above * shapes);
  const double upper = scale->least +
                       length * rung_stats_beta_quantile(1 - tail, below * shapes, above * shapes);
  /* like Jeffreys' interval it would leave out a mean at the very end (Brown, Cai & DasGupta 2001) */
  return (struct rung__mean_interval){posterior, sqrt(square), n == 0 ? lower : fmin(lower, mean),
                                      n == 0 ? upper : fmax(upper, mean)};
}

static rung_status check_n(double n, rung_error *error)
{
  if (!(n >= 0 && isfinite(n)))
    return rung__fail(error, RUNG_E_ARGUMENT, "n is no number of 0 or more");
  return RUNG_OK;
}

rung_status rung_stats_share_interval(double count, double n, rung_share how,
                                      const rung_settings *settings, double *out, size_t out_count,
                                      rung_error *error)
{
  TRY(rung__out_check(out, out_count, error));
  TRY(check_n(n, error));
  if (!(count >= 0 && count <= n))
    return rung__fail(error, RUNG_E_ARGUMENT, "the count is not from 0 to n");
  if (how < RUNG_SHARE_WILSON || how > RUNG_SHARE_JEFFREYS)
    return rung__fail(error, RUNG_E_ARGUMENT, "%d is no rung_share", (int)how);
  double result[] = {NAN, NAN, NAN, NAN, n};
  if (n > 0) {
    const struct rung__interval limits = rung__share_interval(count, n, how,
                                                              confidence_of(settings));
    result[RUNG_SHARE_INTERVAL_SHARE] = count / n;
    result[RUNG_SHARE_INTERVAL_LOW] = limits.lower;
    result[RUNG_SHARE_INTERVAL_HIGH] = limits.upper;
    result[RUNG_SHARE_INTERVAL_SE] = sqrt(count / n * ((n - count) / n) / n);
  }
  rung__out_put(out, out_count, result, sizeof result / sizeof *result);
  return n > 0 ? RUNG_OK : rung__fail(error, RUNG_E_NOT_ESTIMABLE, "n is 0: there is no share");
}

double rung_stats_korn_graubard_n(double effective, double n, double df,
                                  const rung_settings *settings)
{
  if (!(effective > 0 && isfinite(effective)) || !(n > 1) || !(df > 0)) return NAN;
  const double tail = (1 - confidence_of(settings)) / 2;
  const double ratio = rung_stats_t_quantile(tail, n - 1) / rung_stats_t_quantile(tail, df);
  return fmin(n, effective * ratio * ratio);
}

/* RUNG_E_ARGUMENT unless each is a number of 0 or more; gives their sum. */
static rung_status sum_counts(const double *count, size_t counts, double *sum, rung_error *error)
{
  *sum = 0;
  for (size_t index = 0; index < counts; ++index) {
    if (!(count[index] >= 0 && isfinite(count[index])))
      return rung__fail(error, RUNG_E_ARGUMENT, "count %zu is no number of 0 or more", index + 1);
    *sum += count[index];
  }
  return isfinite(*sum) ? RUNG_OK : rung__fail(error, RUNG_E_ARGUMENT, "the counts are too large");
}

rung_status rung_stats_goodman(const double *count, size_t categories,
                               const rung_settings *settings, double *out, size_t out_count,
                               rung_error *error)
{
  double n;
  TRY(rung__out_check(out, out_count, error));
  if (count == NULL || categories < 2)
    return rung__fail(error, RUNG_E_ARGUMENT, "there are not two categories");
  TRY(sum_counts(count, categories, &n, error));
  rung__out_clear(out, out_count);
  if (n == 0) return rung__fail(error, RUNG_E_NOT_ESTIMABLE, "all counts are 0");
  const double z = rung_stats_normal_quantile((1 - confidence_of(settings)) / (double)categories /
                                              2);
  for (size_t place = 0; place < out_count && place / 2 < categories; ++place) {
    const struct rung__interval limits = rung__score_limits(count[place / 2], n, z * z);
    out[place] = place % 2 == 0 ? limits.lower : limits.upper;
  }
  return RUNG_OK;
}

rung_status rung_stats_net_score(double promoters, double detractors, double n,
                                 const rung_settings *settings, double *out, size_t out_count,
                                 rung_error *error)
{
  TRY(rung__out_check(out, out_count, error));
  TRY(check_n(n, error));
  const double both = promoters + detractors;
  if (!(promoters >= 0 && detractors >= 0 && isfinite(both) && both <= n * (1 + 1e-12)))
    return rung__fail(error, RUNG_E_ARGUMENT, "promoters and detractors are not from 0 to n");
  double result[] = {NAN, NAN, NAN, NAN, NAN, NAN, n};
  if (n > 0) {
    const struct rung__points scale = {-1, 1, 0, 2.0 / 3};
    const double net = (promoters - detractors) / n;
    const double variance = fmax(0, both / n - net * net);
    const struct rung__mean_interval interval = rung__mean_interval(&scale, n, net, variance,
                                                                    confidence_of(settings));
    const double se = sqrt(variance / n);
    const double reach = -rung_stats_normal_quantile((1 - confidence_of(settings)) / 2) * se;
    result[RUNG_NET_SCORE_ESTIMATE] = net;
    result[RUNG_NET_SCORE_SE] = se;
    result[RUNG_NET_SCORE_LOW] = interval.lower;
    result[RUNG_NET_SCORE_HIGH] = interval.upper;
    result[RUNG_NET_SCORE_WALD_LOW] = net - reach;
    result[RUNG_NET_SCORE_WALD_HIGH] = net + reach;
  }
  rung__out_put(out, out_count, result, sizeof result / sizeof *result);
  return n > 0 ? RUNG_OK : rung__fail(error, RUNG_E_NOT_ESTIMABLE, "n is 0: there is no score");
}

static rung_status check_points(const double *point, size_t points, rung_error *error)
{
  if (point == NULL || points < 2)
    return rung__fail(error, RUNG_E_ARGUMENT, "there are not two points");
  for (size_t index = 0; index < points; ++index) {
    if (!(fabs(point[index]) <= 1e100))
      return rung__fail(error, RUNG_E_ARGUMENT, "point %zu is no number up to 1e100", index + 1);
    for (size_t other = 0; other < index; ++other) {
      if (point[other] == point[index])
        return rung__fail(error, RUNG_E_ARGUMENT, "points %zu and %zu are the same", other + 1,
                          index + 1);
    }
  }
  return RUNG_OK;
}

rung_status rung_stats_answer_mean(const double *point, const double *count, size_t points,
                                   double n, const rung_settings *settings, double *out,
                                   size_t out_count, rung_error *error)
{
  double sum, mean = 0, variance = 0;
  TRY(rung__out_check(out, out_count, error));
  TRY(check_points(point, points, error));
  TRY(check_n(n, error));
  if (count == NULL) return rung__fail(error, RUNG_E_ARGUMENT, "there are no counts");
  TRY(sum_counts(count, points, &sum, error));
  double result[] = {NAN, NAN, NAN, NAN, NAN, n > 0 && sum > 0 ? n : sum};
  if (sum > 0) {
    const struct rung__points scale = rung__scale_of(point, points);
    for (size_t index = 0; index < points; ++index)
      mean += count[index] / sum * (point[index] - scale.mean);
    for (size_t index = 0; index < points; ++index) {
      const double off = point[index] - scale.mean - mean;
      variance += count[index] / sum * off * off;
    }
    mean += scale.mean;
    const struct rung__mean_interval interval = rung__mean_interval(
        &scale, result[RUNG_ANSWER_MEAN_N], mean, variance, confidence_of(settings));
    result[RUNG_ANSWER_MEAN_MEAN] = mean;
    result[RUNG_ANSWER_MEAN_LOW] = interval.lower;
    result[RUNG_ANSWER_MEAN_HIGH] = interval.upper;
    result[RUNG_ANSWER_MEAN_POSTERIOR] = interval.mean;
    result[RUNG_ANSWER_MEAN_SD] = interval.sd;
  }
  rung__out_put(out, out_count, result, sizeof result / sizeof *result);
  return sum > 0 ? RUNG_OK : rung__fail(error, RUNG_E_NOT_ESTIMABLE, "all counts are 0");
}
