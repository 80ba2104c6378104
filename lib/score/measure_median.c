/* The weighted median: the middle of the answered terms.
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

enum end { SCORE, LOWEST, HIGHEST };

/* A term's value on a row; false where it has none. */
static bool find_item(const struct rung__tile *tile, const struct rung__term *term, size_t row,
                      enum end end, int64_t *value)
{
  const int8_t code = tile->item[term->index][row];

  if (tile->model->items[term->index].unmeasured != NULL) return false;
  if (code >= 0) {
    *value = term->unit[code];
    return true;
  }
  *value = end == LOWEST ? term->low : term->high;
  return end != SCORE && code != RUNG__ABSENT(RUNG_ABSENT_NOT_ASKED) &&
         code != RUNG__ABSENT(RUNG_ABSENT_NOT_APPLICABLE);
}

static bool find_value(const struct rung__tile *tile, const struct rung__term *term, size_t row,
                       enum end end, int64_t *value)
{
  if (!term->is_measure) return find_item(tile, term, row, end, value);
  const struct rung__measure_column *of = &tile->at[term->index];
  const int64_t *const ends[] = {of->score, of->lowest, of->highest};
  *value = ends[end][row];
  return *value != RUNG__NO_SCORE;
}

static int64_t find_median(const struct rung__tile *tile, const struct rung__measure *measure,
                           size_t row, enum end end)
{
  size_t count = 0;

  for (size_t i = 0; i < measure->count; i++) {
    const struct rung__term *term = &measure->term[i];
    struct rung__vote *vote = &tile->vote[count];
    if (!find_value(tile, term, row, end, &vote->value)) continue;
    vote->weight = term->weight;
    count++;
  }
  if (count == 0) return 0;
  return rung__grid_divide(rung__median_twice(tile->vote, count) * measure->quantum, 2);
}

void rung__score_median(const struct rung__tile *tile, const struct rung__measure *measure,
                        const struct rung__measure_column *out)
{
  for (size_t row = 0; row < tile->count; row++) {
    out->score[row] = find_median(tile, measure, row, SCORE);
    out->lowest[row] = find_median(tile, measure, row, LOWEST);
    out->highest[row] = find_median(tile, measure, row, HIGHEST);
  }
}
