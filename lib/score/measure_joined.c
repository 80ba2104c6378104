/* Measures row by row: the terms that take part, with whatever stands in for an absence, joined.
 * SPDX-License-Identifier: Apache-2.0 */
#include "score/outlook.h"
#include "score/parts.h"

void rung__score_joined(const struct rung__tile *tile, const struct rung__measure *measure,
                        const struct rung__measure_column *out)
{
  const uint8_t *outlook = tile->outlook[measure->place];

  for (size_t row = 0; row < tile->count; row++) {
    struct rung__one one = {.tile = tile, .measure = measure, .row = row};
    const size_t count = rung__find_parts(&one, RUNG__END_SCORE, tile->part);
    tile->sums->parts[row] = (int32_t)count;
    out->score[row] = out->lowest[row] = out->highest[row] = rung__join_parts(&one, count);
    if (outlook[row] & RUNG__OPEN) rung__find_ends(&one, &out->lowest[row], &out->highest[row]);
    if (out->lowest[row] == RUNG__NO_SCORE || out->highest[row] == RUNG__NO_SCORE)
      out->lowest[row] = out->highest[row] = RUNG__NO_SCORE;
  }
}
