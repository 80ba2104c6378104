/* Moments of what is believed, from the exact sums of a tally.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings/posterior.h"

#include <math.h>

#include "findings/people.h"
#include "findings/sample.h"
#include "stats/interval.h"

/* Persons who count as much as these do by their weights, after Kish (1965); where no squares of weights
 * are kept, at the least: the whole weight over the largest. */
static double effective(const struct rung__groups *groups, size_t group,
                        const struct rung__people *people)
{
  const struct rung__segment *segment = people->segment;
  if (!groups->weighted) return people->n;
  const double whole = rung__weight_double(people->weight);
  const double square = rung__shape_multiplies(groups->shape)
                            ? rung__square_double(rung__groups_square(groups, group, segment->first,
                                                                      segment->active))
                            : whole *
                                  rung__weight_double(rung__groups_largest(groups, group, segment));
  const double most = whole * whole / square;
  return most < people->n ? most : people->n;
}

bool rung__level_parameters(const struct rung__figures *figures, size_t reading, size_t group,
                            double *parameter)
{
  const struct rung__reading *read = &figures->model->readings[reading];
  const size_t levels = figures->model->ladders[read->ladder].count;
  const struct rung__people people = rung__people_of(figures, group, reading, read->primary);
  if (people.segment == NULL || people.n < 2) return false;
  const double n = effective(&figures->cells, group, &people);
  for (size_t level = 0; level < levels; ++level) {
    const rung__uwide weight = rung__groups_weight(&figures->cells, group,
                                                   people.segment->first + level, 1);
    parameter[level] = n * rung__share(weight, people.weight) + 1 / (double)levels;
  }
  return true;
}

/* The Beta distribution with a mean and a variance between two ends. */
static bool match(struct rung__spread_of_mean *out, double mean, double variance)
{
  const double width = out->high - out->low, m = (mean - out->low) / width;
  const double together = m * (1 - m) / (variance / (width * width)) - 1;
  out->a = m * together;
  out->b = (1 - m) * together;
  return out->a > 0 && out->b > 0 && isfinite(together);
}

bool rung__posterior_of(const struct rung__figures *figures, size_t measure, size_t group,
                        struct rung__spread_of_mean *out)
{
  const struct rung__sample sample = rung__sample_measure(figures, measure, group);
  *out = (struct rung__spread_of_mean){.low = sample.low, .high = sample.high};
  if (sample.doubt != RUNG__SURE || !(sample.high > sample.low)) return false;
  if (sample.pointed) {
    const struct rung__points points = {sample.low, sample.high, sample.first, sample.second};
    const struct rung__mean_interval belief = rung__mean_interval(&points, sample.n, sample.mean,
                                                                  sample.variance, 0.95);
    return match(out, belief.mean, belief.sd * belief.sd);
  }
  return sample.persons > 1 &&
         match(out, sample.mean,
               sample.variance / sample.n * sample.persons / (sample.persons - 1));
}

double rung__mean_correlation(const struct rung__figures *figures, size_t one, size_t other,
                              size_t group)
{
  return rung__sample_correlation(figures, one, other, group);
}
