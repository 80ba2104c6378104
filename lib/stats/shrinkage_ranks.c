/* Ranks that groups may have, from draws of all of them at once.
 * SPDX-License-Identifier: Apache-2.0 */
#include <math.h>
#include <stdlib.h>

#include <rung/stats/distribution.h>

#include "base/array.h"
#include "base/random.h"
#include "stats/shrinkage.h"

/* One group in one draw. */
struct drawn {
  double value;
  uint32_t group;
};

/* Merges two runs, the greatest first; equal values keep their order. */
static void merge(const struct drawn *from, size_t middle, size_t count, struct drawn *to)
{
  size_t left = 0, right = middle;
  for (size_t place = 0; place < count; ++place) {
    const bool take_left = right >= count ||
                           (left < middle && from[left].value >= from[right].value);
    to[place] = from[take_left ? left++ : right++];
  }
}

/* Sorts, the greatest first, with as much room again behind; gives where the result is. */
static struct drawn *sort_drawn(struct drawn *drawn, size_t count, struct drawn *room)
{
  for (size_t width = 1; width < count; width *= 2) {
    for (size_t start = 0; start < count; start += 2 * width) {
      const size_t length = count - start < 2 * width ? count - start : 2 * width;
      merge(drawn + start, length < width ? length : width, length, room + start);
    }
    struct drawn *const swap = drawn;
    drawn = room;
    room = swap;
  }
  return drawn;
}

/* The least rank that a share of the draws does not pass. */
static double rank_at(const uint32_t *often, size_t ranks, double wanted)
{
  double seen = 0;
  for (size_t rank = 0; rank < ranks; ++rank) {
    seen += often[rank];
    if (seen >= wanted) return (double)rank + 1;
  }
  return (double)ranks;
}

static void count_draws(const struct rung__rank_draws *draws, const double *mean, const double *sd,
                        size_t groups, struct drawn *room, uint32_t *often)
{
  for (uint32_t replicate = 0; replicate < draws->replicates; ++replicate) {
    size_t count = 0;
    for (size_t group = 0; group < groups; ++group) {
      if (isnan(mean[group])) continue;
      const struct rung__draw place = {
          .seed = draws->seed, .replicate = replicate, .group = (uint32_t)group};
      const double z = rung_stats_normal_quantile(rung__uniform(&place));
      room[count++] = (struct drawn){mean[group] + sd[group] * z, (uint32_t)group};
    }
    const struct drawn *sorted = sort_drawn(room, count, room + groups);
    for (size_t rank = 0; rank < count; ++rank)
      ++often[sorted[rank].group * groups + rank];
  }
}

bool rung__ranks_drawn(const struct rung__rank_draws *draws, const double *mean, const double *sd,
                       size_t groups, double *rank)
{
  struct drawn *room = rung__array_new(groups, 2 * sizeof *room);
  uint32_t *often = rung__array_new(groups * groups, sizeof *often);
  const bool has_room = room != NULL && often != NULL;
  if (has_room) count_draws(draws, mean, sd, groups, room, often);
  for (size_t group = 0; has_room && group < groups; ++group) {
    const double tail = (1 - draws->confidence) / 2, all = draws->replicates;
    const uint32_t *row = often + group * groups;
    const bool is_there = !isnan(mean[group]);
    rank[3 * group] = is_there ? rank_at(row, groups, all / 2) : NAN;
    rank[3 * group + 1] = is_there ? rank_at(row, groups, all * tail) : NAN;
    rank[3 * group + 2] = is_there ? rank_at(row, groups, all * (1 - tail)) : NAN;
  }
  free(room);
  free(often);
  return has_room;
}
