/* Differences of the normal distribution function, taken on the side where nothing cancels.
 * SPDX-License-Identifier: Apache-2.0 */
#include "stats/level_chances.h"

#include <math.h>

#include <rung/stats/distribution.h>

#include "base/fail.h"

rung_status rung__cuts_check(const double *cuts, size_t cut_count, rung_error *error)
{
  if (cuts == NULL || cut_count == 0)
    return rung__fail(error, RUNG_E_ARGUMENT, "there are no cuts: expected one or more");
  for (size_t index = 0; index < cut_count; ++index) {
    if (!isfinite(cuts[index]) || (index > 0 && !(cuts[index] > cuts[index - 1])))
      return rung__fail(error, RUNG_E_ARGUMENT, "cut %zu is not a number above the one before",
                        index + 1);
  }
  return RUNG_OK;
}

size_t rung__level_within(double score, const double *cuts, size_t cut_count)
{
  size_t level = 0;
  while (level < cut_count && score >= cuts[level])
    ++level;
  return level;
}

/* P(low <= Z < high). */
static double between(double low, double high)
{
  if (low > 0) return rung_stats_normal_upper(low) - rung_stats_normal_upper(high);
  return rung_stats_normal_cdf(high) - rung_stats_normal_cdf(low);
}

void rung__level_chances(double centre, double spread, const double *cuts, size_t cut_count,
                         double *chance)
{
  const size_t own = rung__level_within(centre, cuts, cut_count);
  for (size_t level = 0; level <= cut_count; ++level) {
    const double low = level == 0 ? -INFINITY : (cuts[level - 1] - centre) / spread;
    const double high = level == cut_count ? INFINITY : (cuts[level] - centre) / spread;
    chance[level] = spread > 0 ? between(low, high) : level == own;
  }
}
