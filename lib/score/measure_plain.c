/* Plain measures: items of one weight and one range, whose values are evenly spaced small numbers.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Most measures are. A row's sum then fits 16 bits and its counts 8, and an answer's value is
 * base + slope x byte, so the inner loop has neither table nor branch. */
#include <string.h>

#include "score/measures.h"

/* What is counted per row. */
struct counts {
  int16_t sum[RUNG__BLOCK];
  uint8_t answered[RUNG__BLOCK], missing[RUNG__BLOCK], inapplicable[RUNG__BLOCK];
};

#define BYTE(kind) RUNG__ABSENT(RUNG_ABSENT_##kind)

static void add(const int8_t *restrict code, size_t count, int base, int slope,
                struct counts *restrict counts)
{
  for (size_t row = 0; row < count; row++) {
    const int answered = code[row] >= 0;
    counts->sum[row] = (int16_t)(counts->sum[row] + (-answered & (base + slope * code[row])));
  }
  for (size_t row = 0; row < count; row++) {
    const int8_t byte = code[row];
    const int missing = (byte == BYTE(SKIPPED)) | (byte == BYTE(DONT_KNOW)) |
                        (byte == BYTE(INVALID));
    counts->answered[row] = (uint8_t)(counts->answered[row] + (byte >= 0));
    counts->missing[row] = (uint8_t)(counts->missing[row] + missing);
    counts->inapplicable[row] |= byte == BYTE(NOT_APPLICABLE);
  }
}

/* Dividing by few terms: quantum / count where that is whole, else 0. */
static void fill_factors(const struct rung__measure *measure, int64_t factor[UINT8_MAX + 1])
{
  for (int64_t count = 1; count <= (int64_t)measure->count; count++) {
    factor[count] = measure->quantum % count == 0 ? measure->quantum / count : 0;
  }
}

static int64_t divide(const struct rung__measure *measure, const int64_t *factor, int64_t sum,
                      int count)
{
  if (factor[count] != 0) return sum * factor[count];
  return rung__grid_divide((rung__wide)sum * measure->quantum, count);
}

/* Terms that were asked and not answered may have been lowest or highest. */
static void put_row(const struct rung__measure *measure, const struct counts *counts,
                    const int64_t *factor, const struct rung__measure_column *out, size_t row)
{
  const int answered = counts->answered[row], missing = counts->missing[row];
  const int asked = answered + missing;
  const int64_t sum = counts->sum[row];
  const uint8_t state = rung__score_state(measure, answered, asked, answered,
                                          counts->inapplicable[row] != 0);

  out->present[row] = answered;
  out->asked[row] = asked;
  out->state[row] = state;
  out->score[row] = out->lowest[row] = out->highest[row] = RUNG__NO_SCORE;
  if (state == RUNG_STATE_SHOWN) out->score[row] = divide(measure, factor, sum, answered);
  if (asked == 0) return;
  if (missing == 0) {
    out->lowest[row] = out->highest[row] = divide(measure, factor, sum, answered);
    return;
  }
  const struct rung__term *term = measure->term;
  out->lowest[row] = divide(measure, factor, sum + missing * term->low, asked);
  out->highest[row] = divide(measure, factor, sum + missing * term->high, asked);
}

void rung__score_plain(const struct rung__tile *tile, const struct rung__measure *measure,
                       const struct rung__measure_column *out)
{
  struct counts counts;
  int64_t factor[UINT8_MAX + 1];

  memset(&counts, 0, sizeof counts);
  fill_factors(measure, factor);
  for (size_t i = 0; i < measure->count; i++) {
    const int64_t *unit = measure->term[i].unit;
    add(tile->item[measure->term[i].index], tile->count, (int)unit[0], (int)(unit[1] - unit[0]),
        &counts);
  }
  for (size_t row = 0; row < tile->count; row++)
    put_row(measure, &counts, factor, out, row);
}
