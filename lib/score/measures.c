/* The list of measures, and what they share: coverage, what is needed, and the state of a score.
 * SPDX-License-Identifier: Apache-2.0 */
#include "score/measures.h"

#include <string.h>

/* A share is the mean of values that are 100 or 0: see model/compile. */
static void (*const scorers[])(const struct rung__tile *, const struct rung__measure *,
                               const struct rung__measure_column *) = {
    [RUNG__MEAN] = rung__score_mean,
    [RUNG__MEDIAN] = rung__score_median,
    [RUNG__SHARE] = rung__score_mean,
};

static bool is_asked(int8_t code)
{
  return code != RUNG__ABSENT(RUNG_ABSENT_NOT_ASKED) &&
         code != RUNG__ABSENT(RUNG_ABSENT_NOT_APPLICABLE);
}

/* One answered term weighs this much coverage: whole numbers, or grid shares of a nested measure.
 */
static int64_t coverage_unit(const struct rung__measure *measure)
{
  for (size_t i = 0; i < measure->count; i++) {
    if (measure->term[i].is_measure) return RUNG__GRID;
  }
  return 1;
}

static void cover_item(const struct rung__tile *tile, const struct rung__term *term, int64_t weight,
                       const struct rung__measure_column *out)
{
  const int8_t *code = tile->item[term->index];
  struct rung__sums *sums = tile->sums;

  for (size_t row = 0; row < tile->count; row++) {
    const bool answered = code[row] >= 0, asked = is_asked(code[row]);
    out->present[row] += answered ? weight : 0;
    out->asked[row] += asked ? weight : 0;
    sums->answered[row] += answered;
    sums->asked[row] += asked;
    sums->inapplicable[row] |= code[row] == RUNG__ABSENT(RUNG_ABSENT_NOT_APPLICABLE);
  }
}

static void cover_unmeasured(const struct rung__tile *tile, int64_t weight,
                             const struct rung__measure_column *out)
{
  for (size_t row = 0; row < tile->count; row++)
    out->asked[row] += weight;
}

static void cover_measure(const struct rung__tile *tile, const struct rung__term *term,
                          const struct rung__measure_column *out)
{
  const struct rung__measure_column *of = &tile->at[term->index];
  struct rung__sums *sums = tile->sums;

  for (size_t row = 0; row < tile->count; row++) {
    const uint8_t state = of->state[row];
    if (of->asked[row] > 0) {
      out->asked[row] += term->weight * RUNG__GRID;
      out->present[row] += term->weight *
                           rung__grid_divide((rung__wide)of->present[row] * RUNG__GRID,
                                             of->asked[row]);
    }
    sums->answered[row] += state == RUNG_STATE_SHOWN;
    sums->asked[row] += state == RUNG_STATE_SHOWN || state == RUNG_STATE_TOO_LITTLE_EVIDENCE;
    sums->inapplicable[row] |= state == RUNG_STATE_NOT_APPLICABLE;
  }
}

static void cover(const struct rung__tile *tile, const struct rung__measure *measure,
                  const struct rung__measure_column *out)
{
  const int64_t unit = coverage_unit(measure);
  struct rung__sums *sums = tile->sums;

  memset(out->present, 0, tile->count * sizeof *out->present);
  memset(out->asked, 0, tile->count * sizeof *out->asked);
  memset(sums->answered, 0, sizeof sums->answered);
  memset(sums->asked, 0, sizeof sums->asked);
  memset(sums->inapplicable, 0, sizeof sums->inapplicable);
  for (size_t i = 0; i < measure->count; i++) {
    const struct rung__term *term = &measure->term[i];
    if (term->is_measure) {
      cover_measure(tile, term, out);
    } else if (tile->model->items[term->index].unmeasured != NULL) {
      cover_unmeasured(tile, term->weight * unit, out);
    } else {
      cover_item(tile, term, term->weight * unit, out);
    }
  }
}

static bool is_enough(const struct rung__measure *measure, int64_t answered, int64_t asked)
{
  if (answered == 0) return false;
  if (measure->needs_count > 0) return answered >= measure->needs_count;
  return (rung__wide)answered * RUNG__GRID >= (rung__wide)measure->needs_share * asked;
}

uint8_t rung__score_state(const struct rung__measure *measure, int32_t answered, int32_t asked,
                          bool inapplicable)
{
  if (asked == 0) return inapplicable ? RUNG_STATE_NOT_APPLICABLE : RUNG_STATE_NOT_COLLECTED;
  return is_enough(measure, answered, asked) ? RUNG_STATE_SHOWN : RUNG_STATE_TOO_LITTLE_EVIDENCE;
}

/* Takes away what the state does not bear. */
static void settle(const struct rung__tile *tile, const struct rung__measure *measure,
                   const struct rung__measure_column *out)
{
  const struct rung__sums *sums = tile->sums;

  for (size_t row = 0; row < tile->count; row++) {
    const uint8_t state = rung__score_state(measure, sums->answered[row], sums->asked[row],
                                            sums->inapplicable[row] != 0);
    out->state[row] = state;
    if (state != RUNG_STATE_SHOWN) out->score[row] = RUNG__NO_SCORE;
    if (sums->asked[row] == 0) out->lowest[row] = out->highest[row] = RUNG__NO_SCORE;
  }
}

void rung__score_measure(const struct rung__tile *tile, size_t index)
{
  const struct rung__measure *measure = &tile->model->measures[index];
  const struct rung__measure_column *out = &tile->at[index];

  if (measure->plain) {
    rung__score_plain(tile, measure, out);
    return;
  }
  cover(tile, measure, out);
  scorers[measure->by](tile, measure, out);
  settle(tile, measure, out);
}
