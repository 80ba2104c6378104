/* Likelihood of a table, and where it is largest.
 * SPDX-License-Identifier: Apache-2.0 */
#include "stats/polychoric_table.h"

#include <float.h>
#include <math.h>

#include <rung/stats/distribution.h>

#define TWO_PI 6.28318530717958647693
#define EDGE_MAX 7.0 /* of atanh(r): r = 1 - 1.7e-6 */
#define STEPS_MAX 200

bool rung__thresholds_from(const double *count, size_t categories, double *cut)
{
  double sum = 0, upto = 0;
  for (size_t index = 0; index < categories; ++index)
    sum += count[index];
  if (!(sum > 0)) return false;
  cut[0] = -INFINITY;
  for (size_t index = 0; index < categories; ++index) {
    upto += count[index];
    cut[index + 1] = rung_stats_normal_quantile(fmin(upto / sum, 1));
    if (index + 1 < categories && !isfinite(cut[index + 1])) return false;
  }
  cut[categories] = INFINITY;
  return true;
}

/* A corner of the bivariate normal distribution: the distribution function, its derivative by the
 * correlation, which is the density, and the derivative of that. */
struct corner {
  double below, density, slope;
};

static struct corner corner_at(double a, double b, double r)
{
  struct corner corner = {rung_stats_bivariate_normal_cdf(a, b, r), 0, 0};
  if (isinf(a) || isinf(b)) return corner;
  const double rest = (1 - r) * (1 + r), square = a * a - 2 * r * a * b + b * b;
  corner.density = exp(-square / (2 * rest)) / (TWO_PI * sqrt(rest));
  corner.slope = corner.density * (r / rest + (a * b * rest - r * square) / (rest * rest));
  return corner;
}

/* Adds what one cell gives; its corners are above left, above right, below left, below right. */
static void add_cell(double count, const struct corner *low, const struct corner *high,
                     struct rung__polychoric_point *point)
{
  if (!(count > 0)) return;
  const double chance = fmax(high[1].below - high[0].below - low[1].below + low[0].below, DBL_MIN);
  const double first = (high[1].density - high[0].density - low[1].density + low[0].density) /
                       chance;
  const double second = (high[1].slope - high[0].slope - low[1].slope + low[0].slope) / chance;
  point->log_likelihood += count * log(chance);
  point->score += count * first;
  point->curvature += count * (second - first * first);
}

void rung__polychoric_at(const struct rung__polychoric_table *table, double r,
                         struct rung__polychoric_point *point)
{
  struct corner room[2][RUNG__CATEGORIES_MAX + 1];
  *point = (struct rung__polychoric_point){0, 0, 0};
  for (size_t row = 0; row <= table->rows; ++row) {
    struct corner *low = room[(row + 1) % 2], *high = room[row % 2];
    for (size_t column = 0; column <= table->columns; ++column)
      high[column] = corner_at(table->row_cut[row], table->column_cut[column], r);
    for (size_t column = 0; column < table->columns && row > 0; ++column)
      add_cell(table->count[(row - 1) * table->columns + column], low + column, high + column,
               point);
  }
}

static double score_at(const struct rung__polychoric_table *table, double z)
{
  struct rung__polychoric_point point;
  rung__polychoric_at(table, tanh(z), &point);
  return point.score;
}

/* Newton's steps on a bracket, halved where they leave it or do not shrink it (Press et al. 2007,
 * section 9.4); `low` has a score above 0, `high` one below. */
static double close_in(const struct rung__polychoric_table *table, double low, double high)
{
  double r = (low + high) / 2, before = fabs(high - low), last = before;
  for (size_t count = 0; count < STEPS_MAX; ++count) {
    struct rung__polychoric_point point;
    rung__polychoric_at(table, r, &point);
    if (point.score == 0) return r;
    if (point.score > 0)
      low = r;
    else
      high = r;
    double next = r - point.score / point.curvature;
    if (!(next > fmin(low, high) && next < fmax(low, high)) || fabs(next - r) > before / 2)
      next = (low + high) / 2;
    before = last;
    last = fabs(next - r);
    r = next;
    if (last <= 1e-15) return r;
  }
  return r;
}

double rung__polychoric_root(const struct rung__polychoric_table *table)
{
  const double start = score_at(table, 0);
  if (!isfinite(start)) return (double)NAN;
  if (start == 0) return 0;
  const double sign = start > 0 ? 1 : -1;
  double inner = 0;
  for (double z = 0.25; z <= EDGE_MAX; z += 0.25) { /* the score changes its sign behind the root */
    const double score = score_at(table, sign * z);
    if (score == 0) return tanh(sign * z);
    if ((score > 0) != (start > 0)) {
      const double near = tanh(sign * inner), far = tanh(sign * z);
      return sign > 0 ? close_in(table, near, far) : close_in(table, far, near);
    }
    inner = z;
  }
  return (double)NAN;
}
