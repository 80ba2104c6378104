/* Shaping scores: curve or table, cut, rounding, and conditions that withhold.
 * SPDX-License-Identifier: Apache-2.0 */
#include "score/measures.h"
#include "score/outlook.h"

static int64_t settle(const struct rung__measure *measure, int64_t score)
{
  return rung__round_to(&measure->round, rung__clip_to(&measure->clip, score));
}

bool rung__reshape_score(const struct rung__measure *measure, int64_t *score)
{
  if (measure->curve.count > 0 && !rung__curve_at(&measure->curve, *score, score)) return false;
  if (measure->lookup.count > 0 && !rung__lookup_at(&measure->lookup, *score, score)) return false;
  *score = settle(measure, *score);
  return true;
}

/* False: no possible range is left. */
static bool reshape_ends(const struct rung__measure *measure, int64_t *lowest, int64_t *highest)
{
  if (*lowest == RUNG__UNBOUNDED) {
    *lowest = measure->low;
    *highest = measure->high;
    return true;
  }
  if (*lowest == *highest) {
    const bool given = rung__reshape_score(measure, lowest);
    *highest = *lowest;
    return given;
  }
  if (measure->curve.count > 0 &&
      !rung__curve_extremes(&measure->curve, *lowest, *highest, lowest, highest)) {
    return false;
  }
  if (measure->lookup.count > 0 &&
      !rung__lookup_extremes(&measure->lookup, *lowest, *highest, lowest, highest)) {
    return false;
  }
  *lowest = settle(measure, *lowest);
  *highest = settle(measure, *highest);
  return true;
}

/* Whether a condition is not known to be false. */
static bool is_withheld(const struct rung__tile *tile, const struct rung__measure *measure,
                        size_t row)
{
  for (size_t i = 0; i < measure->withheld_count; i++) {
    if (rung__condition(measure->withheld[i].when, tile->seen, row) != 0) return true;
  }
  return false;
}

static void take_away(const struct rung__measure_column *out, size_t row)
{
  out->score[row] = RUNG__NO_SCORE;
  out->state[row] = RUNG_STATE_NOT_ESTIMABLE;
}

void rung__reshape(const struct rung__tile *tile, const struct rung__measure *measure,
                   const struct rung__measure_column *out)
{
  for (size_t row = 0; row < tile->count; row++) {
    if (out->score[row] != RUNG__NO_SCORE && !rung__reshape_score(measure, &out->score[row]))
      take_away(out, row);
    const bool withheld = is_withheld(tile, measure, row);
    const bool settled = withheld && !(tile->sums->looks[row] & RUNG__OPEN);
    if (withheld && out->score[row] != RUNG__NO_SCORE) take_away(out, row);
    if (out->lowest[row] != RUNG__NO_SCORE &&
        (settled || !reshape_ends(measure, &out->lowest[row], &out->highest[row]))) {
      out->lowest[row] = out->highest[row] = RUNG__NO_SCORE;
    }
  }
}
