/* Splits visited one after another, each from what the one before has in common with it.
 * SPDX-License-Identifier: Apache-2.0 */
#include "stats/splits.h"

#include "stats/symmetric.h"

double rung__splits_count(size_t items)
{
  const size_t half = items / 2;
  double count = items % 2 == 0 ? 0.5 : 1;
  for (size_t index = 1; index <= half; ++index) /* whole numbers (or halves) at each step */
    count = count * (double)(items - half + index) / (double)index;
  return count;
}

/* What the first `depth` chosen items have between themselves and the others; the last of them is
 * added to what is known of those before. */
static void add_last(const double *matrix, size_t items, const size_t *chosen, size_t depth,
                     double *between)
{
  const double *row = matrix + chosen[depth - 1] * items;
  double sum = depth > 1 ? between[depth - 2] : 0;
  for (size_t other = 0; other < items; ++other)
    sum += row[other];
  sum -= row[chosen[depth - 1]];
  for (size_t index = 0; index + 1 < depth; ++index)
    sum -= 2 * row[chosen[index]];
  between[depth - 1] = sum;
}

/* The next choice in lexicographic order: how many of its first items are as before; `half`: none. */
static size_t advance(size_t *chosen, size_t half, size_t items)
{
  size_t place = half;
  while (place-- > 0) {
    if (chosen[place] < items - half + place) {
      ++chosen[place];
      for (size_t index = place + 1; index < half; ++index)
        chosen[index] = chosen[index - 1] + 1;
      return place;
    }
  }
  return half;
}

void rung__splits_fill(const double *matrix, size_t items, size_t *chosen, double *within,
                       double *value)
{
  const size_t half = items / 2;
  const double sum = rung__symmetric_sum(matrix, items);
  size_t known = 0;
  for (size_t index = 0; index < half; ++index)
    chosen[index] = index;
  while (known < half && (items % 2 == 1 || chosen[0] == 0)) {
    for (size_t depth = known + 1; depth <= half; ++depth)
      add_last(matrix, items, chosen, depth, within);
    *value++ = 4 * within[half - 1] / sum;
    known = advance(chosen, half, items);
  }
}
