/* What measures share: coverage, what is needed, and the state of a score.
 * SPDX-License-Identifier: Apache-2.0 */
#include "score/measures.h"

#include <string.h>

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

bool rung__is_asked_state(uint8_t state)
{
  return state == RUNG_STATE_SHOWN || state == RUNG_STATE_TOO_LITTLE_EVIDENCE ||
         state == RUNG_STATE_NOT_ESTIMABLE;
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
    sums->asked[row] += rung__is_asked_state(state);
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

/* What does not apply beside what is asked, of an item or of a nested measure. */
static void excuse(const struct rung__tile *tile, const struct rung__term *term, int64_t unit,
                   const struct rung__measure_column *out)
{
  const struct rung__measure_column *of = term->is_measure ? &tile->at[term->index] : NULL;

  for (size_t row = 0; row < tile->count; row++) {
    if (of != NULL && of->excusable[row] > 0) {
      out->excusable[row] += term->weight * RUNG__GRID;
      out->excused[row] += term->weight *
                           rung__grid_divide((rung__wide)of->excused[row] * RUNG__GRID,
                                             of->excusable[row]);
    } else if (of == NULL) {
      const int8_t code = tile->item[term->index][row];
      const bool inapplicable = code == RUNG__ABSENT(RUNG_ABSENT_NOT_APPLICABLE);
      out->excused[row] += inapplicable ? term->weight * unit : 0;
      out->excusable[row] += inapplicable || is_asked(code) ? term->weight * unit : 0;
    }
  }
}

static void find_excused(const struct rung__tile *tile, const struct rung__measure *measure,
                         const struct rung__measure_column *out)
{
  const int64_t unit = coverage_unit(measure);

  memset(out->excused, 0, tile->count * sizeof *out->excused);
  memset(out->excusable, 0, tile->count * sizeof *out->excusable);
  for (size_t i = 0; i < measure->count; i++) {
    const struct rung__term *term = &measure->term[i];
    if (!term->is_measure && tile->model->items[term->index].unmeasured != NULL) continue;
    excuse(tile, term, unit, out);
  }
}

static bool is_enough(const struct rung__measure *measure, int64_t answered, int64_t asked,
                      int64_t parts)
{
  if (parts == 0) return false;
  if (rung__needs_all(measure) && parts < (int64_t)measure->count) return false;
  if (measure->needs_share == 0) return answered >= measure->needs_count;
  return (rung__wide)answered * RUNG__GRID >= (rung__wide)measure->needs_share * asked;
}

uint8_t rung__score_state(const struct rung__measure *measure, int32_t answered, int32_t asked,
                          int32_t parts, bool inapplicable)
{
  if (is_enough(measure, answered, asked, parts)) return RUNG_STATE_SHOWN;
  if (asked > 0) return RUNG_STATE_TOO_LITTLE_EVIDENCE;
  return inapplicable ? RUNG_STATE_NOT_APPLICABLE : RUNG_STATE_NOT_COLLECTED;
}

/* Takes away what the state does not bear. */
static void settle(const struct rung__tile *tile, const struct rung__measure *measure,
                   const struct rung__measure_column *out)
{
  const struct rung__sums *sums = tile->sums;

  for (size_t row = 0; row < tile->count; row++) {
    const int32_t parts = measure->summed ? sums->answered[row] : sums->parts[row];
    const uint8_t state = rung__score_state(measure, sums->answered[row], sums->asked[row], parts,
                                            sums->inapplicable[row] != 0);
    out->state[row] = state;
    if (state != RUNG_STATE_SHOWN)
      out->score[row] = RUNG__NO_SCORE;
    else if (out->score[row] == RUNG__NO_SCORE)
      out->state[row] = RUNG_STATE_NOT_ESTIMABLE;
  }
}

static int64_t share_of(int64_t part, int64_t whole)
{
  return whole == 0 ? RUNG__NO_SCORE : rung__grid_divide((rung__wide)part * RUNG__GRID, whole);
}

/* Coverage and what is excused, as conditions see them. */
static void look_at_cover(const struct rung__tile *tile, size_t index)
{
  const struct rung__measure_column *column = &tile->at[index];
  int64_t *coverage = tile->cover + index * 2 * RUNG__BLOCK;
  int64_t *excused = coverage + RUNG__BLOCK;

  for (size_t row = 0; row < tile->count; row++) {
    coverage[row] = share_of(column->present[row], column->asked[row]);
    excused[row] = share_of(column->excused[row], column->excusable[row]);
  }
}

/* Every measure but a plain one. */
static void score_terms(const struct rung__tile *tile, const struct rung__measure *measure,
                        const struct rung__measure_column *out)
{
  cover(tile, measure, out);
  if (measure->summed)
    rung__score_mean(tile, measure, out);
  else
    rung__score_joined(tile, measure, out);
  settle(tile, measure, out);
}

void rung__score_measure(const struct rung__tile *tile, size_t index)
{
  const struct rung__measure *measure = &tile->model->measures[index];
  const struct rung__measure_column *out = &tile->at[index];

  if (tile->cover != NULL) find_excused(tile, measure, out);
  rung__look_at_terms(tile, measure);
  if (measure->plain)
    rung__score_plain(tile, measure, out);
  else
    score_terms(tile, measure, out);
  if (tile->cover != NULL) look_at_cover(tile, index);
  if (!measure->plain) rung__widen(tile, measure, out);
  if (measure->withheld_count > 0) rung__look_at_withheld(tile, measure);
  if (measure->reshaped) rung__reshape(tile, measure, out);
  rung__look_ahead(tile, measure, out);
}
