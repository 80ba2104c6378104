/* Drawing means and shares, by Philox and by inverse distributions.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings/draws.h"

#include <math.h>
#include <string.h>

#include <rung/stats/distribution.h>

#include "base/random.h"

/* Nodes of a quantile function on the scale of a standard normal, between which it is linear: of
 * a Beta distribution of a mean, which bends little there, less than a hundredth of a deviation off. */
#define NODES 33
#define NODE_FIRST (-4.0)
#define NODE_STEP 0.25

/* The words after a draw's place: means and shares never share a number. */
enum { STREAM_MEANS, STREAM_SHARES };

bool rung__draws_make(struct rung__draws *draws, size_t count, uint64_t seed, size_t cells,
                      struct rung__arena *arena)
{
  *draws = (struct rung__draws){.count = count, .seed = seed, .cells = cells};
  draws->normal = rung__arena_take(arena, cells * count, sizeof *draws->normal);
  draws->even = rung__arena_take(arena, RUNG__EVEN_DRAWS, sizeof *draws->even);
  draws->mixed = rung__arena_take(arena, count, sizeof *draws->mixed);
  draws->gamma = rung__arena_take(arena, RUNG__LEVELS_MAX, sizeof *draws->gamma);
  if (draws->normal == NULL || draws->even == NULL || draws->mixed == NULL || draws->gamma == NULL)
    return false;
  for (size_t index = 0; index < RUNG__EVEN_DRAWS; ++index)
    draws->even[index] = rung_stats_normal_quantile(((double)index + 0.5) / RUNG__EVEN_DRAWS);
  for (size_t cell = 0; cell < cells; ++cell) {
    for (size_t index = 0; index < count; ++index) {
      const struct rung__draw place = {seed, (uint32_t)index, STREAM_MEANS, (uint32_t)cell, 0};
      draws->normal[cell * count + index] = rung_stats_normal_quantile(rung__uniform(&place));
    }
  }
  return true;
}

/* The quantile function of a mean, tabled. */
static void table_quantiles(const struct rung__spread_of_mean *spread, double node[NODES])
{
  for (size_t index = 0; index < NODES; ++index) {
    const double share = rung_stats_normal_cdf(NODE_FIRST + NODE_STEP * (double)index);
    node[index] = spread->low + (spread->high - spread->low) *
                                    rung_stats_beta_quantile(share, spread->a, spread->b);
  }
}

static double look_up(const double node[NODES], double normal)
{
  const double place = (normal - NODE_FIRST) / NODE_STEP;
  if (!(place > 0)) return node[0];
  if (place >= NODES - 1) return node[NODES - 1];
  const size_t below = (size_t)place;
  return node[below] + (place - (double)below) * (node[below + 1] - node[below]);
}

/* The values of a mean at some standard normal numbers. */
static void put_mean(const struct rung__spread_of_mean *spread, const double *normal, size_t count,
                     int64_t *out)
{
  double node[NODES];
  table_quantiles(spread, node);
  for (size_t index = 0; index < count; ++index) {
    if (!rung__grid_of(look_up(node, normal[index]), &out[index])) out[index] = RUNG__NO_SCORE;
  }
}

/* A row of the correlated normal numbers. */
static void mix(const struct rung__draws *draws, const double *factor, size_t row, size_t size)
{
  memset(draws->mixed, 0, draws->count * sizeof *draws->mixed);
  for (size_t cell = 0; cell <= row; ++cell) {
    const double *normal = draws->normal + cell * draws->count;
    for (size_t index = 0; index < draws->count; ++index)
      draws->mixed[index] += factor[row * size + cell] * normal[index];
  }
}

size_t rung__draw_means(const struct rung__draws *draws, const struct rung__spread_of_mean *spread,
                        const double *factor, size_t size, int64_t *const *out)
{
  const size_t count = size > 1 ? draws->count : RUNG__EVEN_DRAWS;
  for (size_t row = 0; row < size; ++row) {
    if (size > 1) mix(draws, factor, row, size);
    put_mean(&spread[row], size > 1 ? draws->mixed : draws->even, count, out[row]);
  }
  return count;
}

/* A Gamma variate of a shape of 1 or more (Marsaglia and Tsang 2000); a try takes two numbers. */
static double draw_gamma(struct rung__draw *place, double shape)
{
  const double d = shape - 1.0 / 3, c = 1 / sqrt(9 * d);
  for (;;) {
    const double normal = rung_stats_normal_quantile(rung__uniform(place));
    ++place->index;
    const double uniform = rung__uniform(place);
    ++place->index;
    const double root = 1 + c * normal, cube = root * root * root;
    if (root > 0 && log(uniform) < 0.5 * normal * normal + d - d * cube + d * log(cube))
      return d * cube;
  }
}

/* Of a shape below 1: that of one more, times a power of a uniform number. */
static double draw_any_gamma(struct rung__draw *place, double shape)
{
  if (shape >= 1) return draw_gamma(place, shape);
  const double more = draw_gamma(place, shape + 1), uniform = rung__uniform(place);
  return more * pow(uniform, 1 / shape);
}

void rung__draw_shares(const struct rung__draws *draws, const double *parameter, size_t size,
                       double *const *out)
{
  for (size_t index = 0; index < draws->count; ++index) {
    double sum = 0;
    for (size_t level = 0; level < size; ++level) {
      struct rung__draw place = {draws->seed, (uint32_t)index, STREAM_SHARES, (uint32_t)level, 0};
      draws->gamma[level] = draw_any_gamma(&place, parameter[level]);
      sum += draws->gamma[level];
    }
    for (size_t level = 0; level < size; ++level)
      out[level][index] = sum > 0 ? draws->gamma[level] / sum : 0;
  }
}
