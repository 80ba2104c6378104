/* Sorting: a heap sort of numbers and a merge sort of places, so that ties are specified.
 * SPDX-License-Identifier: Apache-2.0 */
#include "base/sort.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"

static bool before(double a, double b)
{
  return a < b || (isnan(b) && !isnan(a));
}

static void sift(double *value, size_t root, size_t count)
{
  const double falling = value[root];
  for (size_t child = 2 * root + 1; child < count; child = 2 * root + 1) {
    if (child + 1 < count && before(value[child], value[child + 1])) ++child;
    if (!before(falling, value[child])) break;
    value[root] = value[child];
    root = child;
  }
  value[root] = falling;
}

void rung__sort(double *value, size_t count)
{
  for (size_t root = count / 2; root-- > 0;)
    sift(value, root, count);
  for (size_t last = count; last-- > 1;) {
    const double most = value[0];
    value[0] = value[last];
    value[last] = most;
    sift(value, 0, last);
  }
}

/* Merges the sorted runs [low, middle) and [middle, high) of `from` into `to`. */
static void merge(const double *value, const size_t *from, size_t *to, size_t low, size_t middle,
                  size_t high)
{
  size_t left = low, right = middle;
  for (size_t at = low; at < high; ++at) {
    const bool takes_right = left == middle ||
                             (right < high && before(value[from[right]], value[from[left]]));
    to[at] = from[takes_right ? right++ : left++];
  }
}

size_t *rung__sort_order(const double *value, size_t count)
{
  size_t *order = rung__array_new(count, sizeof *order);
  size_t *other = rung__array_new(count, sizeof *other);
  if (order == NULL || other == NULL) {
    free(order);
    free(other);
    return NULL;
  }
  for (size_t index = 0; index < count; ++index)
    order[index] = index;
  for (size_t width = 1; width < count; width *= 2) {
    for (size_t low = 0; low < count; low += 2 * width) {
      const size_t middle = low + width < count ? low + width : count;
      const size_t high = middle + width < count ? middle + width : count;
      merge(value, order, other, low, middle, high);
    }
    size_t *sorted = other;
    other = order;
    order = sorted;
  }
  free(other);
  return order;
}
