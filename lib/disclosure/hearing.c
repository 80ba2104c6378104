/* Hiding rows of one ground, and remembering why.
 * SPDX-License-Identifier: Apache-2.0 */
#include "base/array.h"
#include "disclosure/system.h"

enum rung__access rung__hearing_level(const struct rung__hearing *of)
{
  return of->ground->rounds ? RUNG__MEAN_ONLY : RUNG__IN_FULL;
}

bool rung__hearing_shows(const struct rung__hearing *of, size_t row)
{
  return of->access[row] >= rung__hearing_level(of);
}

void rung__hearing_hide(struct rung__hearing *of, uint32_t row, enum rung__access access,
                        struct rung__leak why)
{
  of->access[row] = (uint8_t)access;
  why.ground = of->number;
  why.hidden = row;
  if (!rung__array_reserve((void **)&of->leak, &of->leak_room, of->leak_count + 1,
                           sizeof *of->leak)) {
    of->failed = true;
    return;
  }
  of->leak[of->leak_count++] = why;
}

/* Whether a row is finer than another. */
static bool is_finer(const struct rung__hearing *of, uint32_t row, uint32_t other)
{
  const uint8_t *columns = of->system->columns;
  if (columns[row] != columns[other]) return columns[row] > columns[other];
  if (of->row[row].n != of->row[other].n) return of->row[row].n < of->row[other].n;
  return row > other;
}

uint32_t rung__hearing_finest(const struct rung__hearing *of, uint32_t behind)
{
  uint32_t best = RUNG__NO_ROW;
  for (uint32_t row = 1; row < of->system->shown_count; ++row) {
    if (!rung__hearing_shows(of, row) || of->row[row].n == 0) continue;
    if (behind != RUNG__NO_ROW && !is_finer(of, behind, row)) continue;
    if (best == RUNG__NO_ROW || is_finer(of, row, best)) best = row;
  }
  return best;
}
