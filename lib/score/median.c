/* The weighted median of votes.
 * SPDX-License-Identifier: Apache-2.0 */
#include "score/measures.h"

/* Shell's sort with halving gaps: no recursion, no memory, quick enough for a few thousand terms.
 */
static void sort(struct rung__vote *vote, size_t count)
{
  for (size_t gap = count / 2; gap > 0; gap /= 2) {
    for (size_t i = gap; i < count; i++) {
      const struct rung__vote moved = vote[i];
      size_t place = i;
      for (; place >= gap && vote[place - gap].value > moved.value; place -= gap) {
        vote[place] = vote[place - gap];
      }
      vote[place] = moved;
    }
  }
}

rung__wide rung__median_twice(struct rung__vote *vote, size_t count)
{
  rung__wide total = 0, below = 0;
  size_t middle = 0;

  sort(vote, count);
  for (size_t i = 0; i < count; i++)
    total += vote[i].weight;
  for (; 2 * (below + vote[middle].weight) < total; middle++)
    below += vote[middle].weight;
  if (2 * (below + vote[middle].weight) == total) {
    return (rung__wide)vote[middle].value + vote[middle + 1].value;
  }
  return (rung__wide)vote[middle].value * 2;
}
