/* Sums of deviations from a mean that is known first.
 * SPDX-License-Identifier: Apache-2.0 */
#include "stats/moments.h"

static double weight_at(const double *weight, size_t index)
{
  return weight == NULL ? 1 : weight[index];
}

static double share(const struct rung__total *part, double whole)
{
  return whole > 0 ? rung__total_of(part) / whole : NAN;
}

/* The mean once more about itself, so that what rounding left is taken away. */
static double centre(const double *value, const double *weight, size_t count, double about,
                     double whole)
{
  struct rung__total rest = {0};
  for (size_t index = 0; index < count; ++index) {
    const double w = weight_at(weight, index);
    if (!isnan(value[index]) && w > 0) rung__total_add(&rest, w * (value[index] - about));
  }
  return about + share(&rest, whole);
}

static void weigh(struct rung__moments *moments, const double *value, const double *weight,
                  size_t count)
{
  struct rung__total sum = {0}, weights = {0}, squares = {0};
  for (size_t index = 0; index < count; ++index) {
    const double w = weight_at(weight, index);
    if (isnan(value[index]) || !(w > 0)) continue;
    ++moments->count;
    rung__total_add(&weights, w);
    rung__total_add(&squares, w * w);
    rung__total_add(&sum, w * value[index]);
  }
  moments->weight = rung__total_of(&weights);
  moments->weight_squared = rung__total_of(&squares);
  moments->mean = centre(value, weight, count, share(&sum, moments->weight), moments->weight);
}

void rung__moments(struct rung__moments *moments, const double *value, const double *weight,
                   size_t count)
{
  *moments = (struct rung__moments){0};
  weigh(moments, value, weight, count);
  struct rung__total power[5] = {{0}};
  for (size_t index = 0; index < count; ++index) {
    const double w = weight_at(weight, index);
    if (isnan(value[index]) || !(w > 0)) continue;
    const double deviation = value[index] - moments->mean, square = deviation * deviation;
    rung__total_add_product(&power[2], w * deviation, deviation);
    rung__total_add(&power[3], w * square * deviation);
    rung__total_add(&power[4], w * square * square);
  }
  for (size_t order = 2; order < 5; ++order)
    moments->power[order] = rung__total_of(&power[order]);
  moments->square = power[2];
}

double rung__mean(const double *value, const double *weight, size_t count)
{
  struct rung__moments moments = {0};
  weigh(&moments, value, weight, count);
  return moments.mean;
}

double rung__variance(const double *value, size_t count)
{
  struct rung__moments moments;
  rung__moments(&moments, value, NULL, count);
  return moments.count < 2 ? NAN : rung__total_over(&moments.square, (double)(moments.count - 1));
}

static void joint_means(struct rung__joint *joint, const double *first, const double *second,
                        const double *weight, size_t count)
{
  struct rung__total sum[2] = {{0}}, weights = {0}, squares = {0};
  for (size_t index = 0; index < count; ++index) {
    const double w = weight_at(weight, index);
    if (isnan(first[index]) || isnan(second[index]) || !(w > 0)) continue;
    ++joint->count;
    rung__total_add(&weights, w);
    rung__total_add(&squares, w * w);
    rung__total_add(&sum[0], w * first[index]);
    rung__total_add(&sum[1], w * second[index]);
  }
  joint->weight = rung__total_of(&weights);
  joint->weight_squared = rung__total_of(&squares);
  joint->mean[0] = share(&sum[0], joint->weight);
  joint->mean[1] = share(&sum[1], joint->weight);
}

void rung__joint(struct rung__joint *joint, const double *first, const double *second,
                 const double *weight, size_t count)
{
  *joint = (struct rung__joint){0};
  joint_means(joint, first, second, weight, count);
  struct rung__total square[2] = {{0}}, product = {0};
  for (size_t index = 0; index < count; ++index) {
    const double w = weight_at(weight, index);
    if (isnan(first[index]) || isnan(second[index]) || !(w > 0)) continue;
    const double a = first[index] - joint->mean[0], b = second[index] - joint->mean[1];
    rung__total_add_product(&square[0], w * a, a);
    rung__total_add_product(&square[1], w * b, b);
    rung__total_add_product(&product, w * a, b);
  }
  joint->square[0] = rung__total_of(&square[0]);
  joint->square[1] = rung__total_of(&square[1]);
  joint->product = rung__total_of(&product);
}

double rung__joint_correlation(const struct rung__joint *joint)
{
  if (!(joint->square[0] > 0) || !(joint->square[1] > 0)) return NAN;
  const double r = joint->product / (sqrt(joint->square[0]) * sqrt(joint->square[1]));
  return r > 1 ? 1 : r < -1 ? -1 : r;
}

double rung__covariance(const double *first, const double *second, size_t count)
{
  struct rung__joint joint;
  rung__joint(&joint, first, second, NULL, count);
  return joint.count < 2 ? NAN : joint.product / (double)(joint.count - 1);
}

double rung__correlation(const double *first, const double *second, size_t count)
{
  struct rung__joint joint;
  rung__joint(&joint, first, second, NULL, count);
  return rung__joint_correlation(&joint);
}

double rung__effective_rows(double weight, double weight_squared)
{
  return weight_squared > 0 ? weight * (weight / weight_squared) : 0;
}
