/* Sides: moments from exact sums, and what two of them differ by.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Why not the kernel of rung_stats_independent(): it finds effect sizes with their limits as well, by
 * inverting the noncentral t, and there may be many thousand comparisons. */
#include "findings/side.h"

#include <math.h>

#include <rung/stats/distribution.h>

#include "findings/measures.h"

/* What a tally knows of some persons. */
struct moments {
  uint32_t n;
  rung__uwide weight;
  struct rung__sum sum[2]; /* of w x and of w x^2 */
  uint64_t largest;        /* at most */
  rung__uwide square;      /* of weights; 0: not kept */
};

static struct moments moments_of(const struct rung__figures *figures, size_t measure, size_t group)
{
  const struct rung__groups *groups = &figures->cells;
  const struct rung__segment *segment = rung__shape_measure(groups->shape, measure);
  struct moments moments = {0};
  if (segment == NULL) return moments;
  const struct rung__sum *sum = rung__groups_sum(groups, group, measure);
  moments.n = rung__groups_active(groups, group, segment);
  moments.weight = rung__groups_weight(groups, group, segment->first, segment->active);
  moments.sum[0] = sum[0];
  moments.sum[1] = sum[1];
  moments.largest = rung__groups_largest(groups, group, segment);
  if (!groups->weighted || rung__shape_multiplies(groups->shape))
    moments.square = rung__groups_square(groups, group, segment->first, segment->active);
  return moments;
}

/* (sum w)^2 / sum w^2 (Kish 1965, section 11.7): n where nothing is weighted. */
static double effective(const struct moments *moments)
{
  const double weight = (double)moments->weight / (double)RUNG__WEIGHT_ONE;
  const double square = (double)moments->square / (double)RUNG__SQUARE_ONE;
  return square > 0 ? weight * weight / square : (double)NAN;
}

static struct rung__side side(const struct moments *moments)
{
  struct rung__side side = {moments->n, NAN, NAN, NAN,
                            rung__dominates(moments->largest, moments->weight)};
  struct rung__sum whole;
  if (moments->n == 0) return side;
  rung__sum_set(&whole, (rung__wide)moments->weight);
  const int64_t rounded = rung__sum_ratio(&moments->sum[0], &whole);
  const double sd = rung__spread(moments->sum, &whole, rounded, moments->n);
  const double n = effective(moments);
  side.mean = rung__mean_shown(&moments->sum[0], &whole, rounded);
  side.square = sd * sd / n;
  side.df = n - 1;
  return side;
}

struct rung__side rung__side_of(const struct rung__figures *figures, size_t measure, size_t group)
{
  const struct moments moments = moments_of(figures, measure, group);
  return side(&moments);
}

struct rung__side rung__side_less(const struct rung__figures *figures, size_t measure, size_t whole,
                                  size_t part)
{
  const struct moments less = moments_of(figures, measure, part);
  struct moments rest = moments_of(figures, measure, whole);
  rest.n -= less.n;
  rest.weight -= less.weight;
  rest.square -= less.square;
  for (int power = 0; power < 2; ++power)
    rung__sum_subtract(&rest.sum[power], &less.sum[power]);
  return side(&rest);
}

struct rung__contrast rung__contrast_of(const struct rung__side *side,
                                        const struct rung__side *other, double confidence)
{
  const double both = side->square + other->square;
  if (!(both > 0) || !(side->df > 0) || !(other->df > 0))
    return (struct rung__contrast){NAN, NAN, NAN, NAN};
  const double one = side->square / both, two = other->square / both;
  const double df = 1 / (one * one / side->df + two * two / other->df);
  const double error = sqrt(both), difference = side->mean - other->mean;
  const double half = error * rung_stats_t_quantile((1 + confidence) / 2, df);
  return (struct rung__contrast){difference, difference - half, difference + half,
                                 2 * rung_stats_t_upper(fabs(difference / error), df)};
}
