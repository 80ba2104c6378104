/* Two camps: van der Eijk's agreement, and points that divide a group between them.
 * SPDX-License-Identifier: Apache-2.0 */
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include "base/array.h"
#include "base/fail.h"
#include "stats/agreement.h"
#include "stats/input.h"
#include "stats/output.h"

#define POINTS_LEAST 2
#define POINTS_MOST 1001
#define VALLEY_MOST 0.5 /* of the smaller camp */

/* U of van der Eijk (2001) for the points that are above 0. Triples are counted by how many are there
 * before and behind each point: two there with one not between them are divided, with one not outside
 * are together. */
static double unimodality(const double *rest, size_t points)
{
  double there = 0, before = 0, divided = 0;
  for (size_t point = 0; point < points; ++point)
    there += rest[point] > 0;
  for (size_t point = 0; point < points; ++point) {
    if (rest[point] > 0)
      ++before;
    else
      divided += before * (there - before);
  }
  const double absent = (double)points - there;
  const double triples = absent * there * (there - 1) / 2; /* with two there */
  if (!(triples > 0)) return 1;
  const double k = (double)points;
  return ((k - 2) * (triples - divided) - (k - 1) * divided) / ((k - 2) * triples);
}

/* The least count above 0, and how many points are above it; 0: none. */
static double layer(const double *rest, size_t points, double *there)
{
  double least = 0;
  *there = 0;
  for (size_t point = 0; point < points; ++point) {
    if (!(rest[point] > 0)) continue;
    ++*there;
    if (least == 0 || rest[point] < least) least = rest[point];
  }
  return least;
}

double rung__camps_agreement(const double *count, size_t points, double *room)
{
  double sum = 0, total = 0;
  for (size_t point = 0; point < points; ++point) {
    room[point] = count[point];
    total += count[point];
  }
  if (!(total > 0)) return NAN;
  for (;;) {
    double there;
    const double height = layer(room, points, &there);
    if (height == 0) return sum;
    const double flat = 1 - (there - 1) / ((double)points - 1);
    sum += height * there / total * unimodality(room, points) * flat;
    for (size_t point = 0; point < points; ++point)
      room[point] = room[point] > height ? room[point] - height : 0;
  }
}

struct pair {
  double smaller, larger, width;
};

/* Whether a pair of camps is told rather than another; of equals the first, which is the lowest. */
static bool beats(const struct pair *one, const struct pair *other)
{
  if (one->smaller != other->smaller) return one->smaller > other->smaller;
  if (one->larger != other->larger) return one->larger > other->larger;
  return one->width > other->width;
}

/* Takes two points as the camps if a valley lies between and they beat those that are told. */
static void try_camps(const double share[2], size_t low, size_t high, double valley,
                      struct pair *best, double *result)
{
  const struct pair pair = {fmin(share[0], share[1]), fmax(share[0], share[1]),
                            (double)(high - low)};
  if (valley > VALLEY_MOST * pair.smaller || !beats(&pair, best)) return;
  *best = pair;
  result[RUNG_CAMPS_FOUND] = 1;
  result[RUNG_CAMPS_LOWER_POINT] = (double)low + 1;
  result[RUNG_CAMPS_LOWER_SHARE] = share[0];
  result[RUNG_CAMPS_UPPER_POINT] = (double)high + 1;
  result[RUNG_CAMPS_UPPER_SHARE] = share[1];
  result[RUNG_CAMPS_VALLEY_SHARE] = valley;
}

void rung__camps(const double *count, size_t points, double least_share, double *room,
                 double result[RUNG_CAMPS_N + 1])
{
  double total = 0;
  struct pair best = {0};
  rung__out_clear(result, RUNG_CAMPS_N + 1);
  for (size_t point = 0; point < points; ++point)
    total += count[point];
  result[RUNG_CAMPS_N] = total;
  result[RUNG_CAMPS_AGREEMENT] = rung__camps_agreement(count, points, room);
  if (!(total > 0)) return;
  result[RUNG_CAMPS_FOUND] = 0;
  for (size_t low = 0; low + 2 < points; ++low) {
    if (count[low] / total < least_share) continue;
    double valley = count[low + 1];
    for (size_t high = low + 2; high < points; ++high) {
      const double share[2] = {count[low] / total, count[high] / total};
      if (share[1] >= least_share) try_camps(share, low, high, valley / total, &best, result);
      valley = fmin(valley, count[high]);
    }
  }
}

rung_status rung_stats_camps(const rung_column *counts, double least_share, double *out,
                             size_t out_count, rung_error *error)
{
  double *count, result[RUNG_CAMPS_N + 1];
  TRY(rung__out_check(out, out_count, error));
  if (!(least_share > 0 && least_share <= 0.5))
    return rung__fail(error, RUNG_E_ARGUMENT,
                      "the least share of a camp is not above 0 and up to 0.5");
  if (counts == NULL || counts->length < POINTS_LEAST || counts->length > POINTS_MOST)
    return rung__fail(error, RUNG_E_ARGUMENT, "expected counts of %d to %d points", POINTS_LEAST,
                      POINTS_MOST);
  const size_t points = (size_t)counts->length;
  TRY(rung__weights_read(&count, counts, points, error));
  double *room = rung__array_new(points, sizeof *room);
  if (room == NULL) {
    free(count);
    return rung__fail_memory(error);
  }
  rung__camps(count, points, least_share, room, result);
  free(room);
  free(count);
  rung__out_put(out, out_count, result, RUNG_CAMPS_N + 1);
  return isnan(result[RUNG_CAMPS_AGREEMENT])
             ? rung__fail(error, RUNG_E_NOT_ESTIMABLE, "there are no answers")
             : RUNG_OK;
}
