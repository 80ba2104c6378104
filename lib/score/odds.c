/* Areas under a normal curve between the cuts of a rule.
 * SPDX-License-Identifier: Apache-2.0 */
#include "score/odds.h"

#include <math.h>
#include <stdlib.h>

#include <rung/stats/distribution.h>
#include <rung/stats/true_score.h>

#include "base/array.h"
#include "base/sort.h"
#include "stats/level_chances.h"

/* Simpson's rule over standard scores from -6 to 6. */
#define STEPS 240
#define FARTHEST 6.0

bool rung__has_stretches(const struct rung__rule *rule)
{
  if (rule->round.step != 0) return false;
  if (rule->kind == RUNG__BANDS) return true;
  if (rule->kind != RUNG__CUT) return false;
  for (size_t index = 0; index < rule->step_count; ++index) {
    if (rule->step[index].down != rule->step[index].up || rule->step[index].waves > 1) return false;
  }
  return true;
}

static size_t gather_edges(const struct rung__rule *rule, double *edge)
{
  size_t count = 0;
  for (size_t index = 0; index < rule->step_count; ++index)
    edge[count++] = rung__grid_double(rule->step[index].up);
  for (size_t index = 0; index < rule->band_count; ++index) {
    const struct rung__stretch *over = &rule->band[index].over;
    if (over->has_from) edge[count++] = rung__grid_double(over->from);
    if (over->has_to) edge[count++] = rung__grid_double(over->to);
  }
  rung__sort(edge, count);
  return count;
}

/* The level of a stretch is that of a score in its middle, which no rounding moves out of it. */
static int8_t level_between(const struct rung__rule *rule, double low, double high)
{
  int64_t score;
  const double middle = isinf(low) ? high - 1 : isinf(high) ? low + 1 : (low + high) / 2;
  return rung__grid_of(middle, &score) ? rung__climb(rule, score, NULL).level : (int8_t)RUNG__NONE;
}

bool rung__stretches_make(struct rung__stretches *stretches, const struct rung__rule *rule)
{
  const size_t most = rule->step_count + 2 * rule->band_count;
  stretches->edge = rung__array_new(most, sizeof *stretches->edge);
  stretches->level = rung__array_new(most + 1, sizeof *stretches->level);
  stretches->chance = rung__array_new(most + 1, sizeof *stretches->chance);
  if (stretches->edge == NULL || stretches->level == NULL || stretches->chance == NULL) {
    rung__stretches_free(stretches);
    return false;
  }
  const size_t edges = gather_edges(rule, stretches->edge);
  stretches->count = edges + 1;
  for (size_t index = 0; index <= edges; ++index) {
    const double low = index == 0 ? -INFINITY : stretches->edge[index - 1];
    const double high = index == edges ? INFINITY : stretches->edge[index];
    stretches->level[index] = edges == 0 ? 0 : level_between(rule, low, high);
  }
  return true;
}

void rung__stretches_free(struct rung__stretches *stretches)
{
  free(stretches->edge);
  free(stretches->level);
  free(stretches->chance);
  *stretches = (struct rung__stretches){0};
}

void rung__odds(const struct rung__stretches *stretches, double centre, double error, size_t levels,
                double *out)
{
  rung__level_chances(centre, error, stretches->edge, stretches->count - 1, stretches->chance);
  for (size_t level = 0; level < levels; ++level)
    out[level] = 0;
  for (size_t index = 0; index < stretches->count; ++index) {
    if (stretches->level[index] >= 0) out[stretches->level[index]] += stretches->chance[index];
  }
}

/* The standard error of estimation: s sqrt(r (1 - r)). */
static double error_of(const struct rung__population *population)
{
  const double reliability = population->reliability;
  return population->sd * sqrt(reliability * (1 - reliability));
}

void rung__odds_of_person(const struct rung__stretches *stretches,
                          const struct rung__population *population, double score, size_t levels,
                          double *out)
{
  const double centre = rung_stats_true_score(population->mean, population->reliability, score);
  rung__odds(stretches, centre, error_of(population), levels, out);
}

void rung__classification(const struct rung__stretches *stretches,
                          const struct rung__population *population, size_t levels,
                          double *accuracy, double *consistency)
{
  double odds[RUNG__LEVELS_MAX], whole = 0;
  *accuracy = *consistency = 0;
  for (int step = 0; step <= STEPS; ++step) {
    const double z = FARTHEST * (2.0 * step / STEPS - 1);
    const double ends = step == 0 || step == STEPS ? 1 : step % 2 == 1 ? 4 : 2;
    const double weight = ends * rung_stats_normal_density(z);
    double most = 0, square = 0;
    rung__odds_of_person(stretches, population, population->mean + population->sd * z, levels,
                         odds);
    for (size_t level = 0; level < levels; ++level) {
      most = odds[level] > most ? odds[level] : most;
      square += odds[level] * odds[level];
    }
    whole += weight;
    *accuracy += weight * most;
    *consistency += weight * square;
  }
  *accuracy /= whole;
  *consistency /= whole;
}
