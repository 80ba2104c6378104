/* Sides: moments from exact sums, and what two of them differ by.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Only rung__welch() is taken of rung_stats_independent(): the rest of it finds effect sizes with their
 * limits, by inverting the noncentral t, and there may be many thousand comparisons. */
#include "findings/side.h"

#include <math.h>

#include <rung/stats/distribution.h>

#include "findings/measures.h"
#include "findings/sample.h"
#include "stats/welch.h"

/* What a tally knows of some persons. */
struct moments {
  uint32_t n;
  rung__uwide weight;
  struct rung__sum sum[2];    /* of w x and of w x^2 */
  uint64_t largest;           /* at most */
  rung__uwide square;         /* of weights; 0: not kept */
  struct rung__sum moment[2]; /* of squared weights x and x^2 */
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
  if (!groups->weighted || !rung__shape_multiplies(groups->shape)) return moments;
  moments.square = rung__groups_square(groups, group, segment->first, segment->active);
  for (int power = 0; power < 2; ++power)
    moments.moment[power] = rung__groups_moment(groups, group,
                                                groups->shape->number_count + measure, power);
  return moments;
}

/* Persons of one weight who would tell as much: n where nothing is weighted. */
static double effective(const struct moments *moments, bool weighted, double mean, double variance)
{
  if (!weighted) return moments->n;
  if (moments->square == 0) return NAN;
  return rung__sample_n(moments->n, rung__weight_double(moments->weight),
                        rung__square_double(moments->square), variance,
                        rung__moment_around(moments->moment, moments->square, mean));
}

static struct rung__side side(const struct moments *moments, bool weighted)
{
  struct rung__side side = {moments->n, NAN, NAN, NAN,
                            rung__dominates(moments->largest, moments->weight)};
  struct rung__sum whole;
  if (moments->n == 0) return side;
  rung__sum_set(&whole, (rung__wide)moments->weight);
  const int64_t rounded = rung__sum_ratio(&moments->sum[0], &whole);
  const double sd = rung__spread(moments->sum, &whole, rounded, moments->n);
  side.mean = rung__mean_shown(&moments->sum[0], &whole, rounded);
  const double part = (double)(moments->n - 1) / (double)moments->n;
  const double n = effective(moments, weighted, side.mean, sd * sd * part);
  side.square = sd * sd / n;
  side.df = n - 1;
  return side;
}

struct rung__side rung__side_of(const struct rung__figures *figures, size_t measure, size_t group)
{
  const struct moments moments = moments_of(figures, measure, group);
  return side(&moments, figures->cells.weighted);
}

struct rung__side rung__side_less(const struct rung__figures *figures, size_t measure, size_t whole,
                                  size_t part)
{
  const struct moments less = moments_of(figures, measure, part);
  struct moments rest = moments_of(figures, measure, whole);
  rest.n -= less.n;
  rest.weight -= less.weight;
  rest.square -= less.square;
  for (int power = 0; power < 2; ++power) {
    rung__sum_subtract(&rest.sum[power], &less.sum[power]);
    rung__sum_subtract(&rest.moment[power], &less.moment[power]);
  }
  return side(&rest, figures->cells.weighted);
}

/* Paired where persons are scored on both: see rung__sample_gap(). */
double rung__gap_p(const struct rung__figures *figures, const struct rung__pair *pair, size_t group)
{
  const struct rung__sample gap = rung__sample_gap(figures, pair, group);
  if (gap.doubt != RUNG__SURE || !(gap.persons > 1) || !(gap.variance > 0)) return NAN;
  const double error = sqrt(gap.variance / gap.n * gap.persons / (gap.persons - 1));
  return 2 * rung_stats_t_upper(fabs(gap.mean / error), gap.persons - 1);
}

struct rung__contrast rung__contrast_of(const struct rung__side *side,
                                        const struct rung__side *other, double confidence)
{
  const double both = side->square + other->square;
  if (!(both > 0) || !(side->df > 0) || !(other->df > 0))
    return (struct rung__contrast){NAN, NAN, NAN, NAN};
  const struct rung__known x = {side->mean, side->square, side->df};
  const struct rung__known y = {other->mean, other->square, other->df};
  const struct rung__welch welch = rung__welch(&x, &y, confidence);
  return (struct rung__contrast){welch.difference, welch.low, welch.high, welch.p};
}
