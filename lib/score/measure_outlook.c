/* The outlook of a measure: whether it is open, and whether it will have a score.
 * SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "score/measures.h"
#include "score/outlook.h"

static void look_at_item(const struct rung__tile *tile, size_t index, uint8_t *outlook)
{
  const int8_t *code = tile->item[index];

  for (size_t row = 0; row < tile->count; row++) {
    const bool open = rung__is_missing(code[row]);
    tile->sums->ahead[row] += open || code[row] >= 0;
    if (open) outlook[row] |= RUNG__OPEN;
  }
}

/* Of a measure that nothing can change it does not matter how sure it was. */
static void look_at_measure(const struct rung__tile *tile, size_t index, uint8_t *outlook)
{
  const uint8_t *of = tile->outlook[index], *state = tile->at[index].state;

  for (size_t row = 0; row < tile->count; row++) {
    const bool open = of[row] & RUNG__OPEN;
    tile->sums->ahead[row] += open ? !(of[row] & RUNG__UNSURE) : state[row] == RUNG_STATE_SHOWN;
    if (open) outlook[row] |= of[row];
  }
}

void rung__look_at_terms(const struct rung__tile *tile, const struct rung__measure *measure)
{
  uint8_t *outlook = tile->outlook[measure->place];

  memset(outlook, 0, tile->count);
  memset(tile->sums->ahead, 0, sizeof tile->sums->ahead);
  for (size_t i = 0; i < measure->count; i++) {
    const struct rung__term *term = &measure->term[i];
    if (term->is_measure)
      look_at_measure(tile, term->index, outlook);
    else if (tile->model->items[term->index].unmeasured == NULL)
      look_at_item(tile, term->index, outlook);
  }
}

void rung__look_at_withheld(const struct rung__tile *tile, const struct rung__measure *measure)
{
  struct rung__horizon horizon = {.count = tile->count,
                                  .item = tile->item,
                                  .measure = (const uint8_t *const *)tile->outlook,
                                  .out = tile->sums->looks};

  memset(tile->sums->looks, 0, tile->count);
  for (size_t i = 0; i < measure->withheld_count; i++)
    rung__condition_looks(measure->withheld[i].when, rung__see_outlook, &horizon);
}

/* A term that may come to nothing leaves nothing but the measure's extremes. */
void rung__widen(const struct rung__tile *tile, const struct rung__measure *measure,
                 const struct rung__measure_column *out)
{
  const uint8_t *outlook = tile->outlook[measure->place];

  for (size_t row = 0; row < tile->count; row++) {
    if (!(outlook[row] & RUNG__UNSURE)) continue;
    out->lowest[row] = measure->reshaped ? RUNG__UNBOUNDED : measure->low;
    out->highest[row] = measure->reshaped ? RUNG__UNBOUNDED : measure->high;
  }
}

static bool is_enough(const struct rung__measure *measure, int32_t ahead, int32_t asked)
{
  return rung__score_state(measure, ahead, asked, (int32_t)measure->count, false) ==
         RUNG_STATE_SHOWN;
}

void rung__look_ahead(const struct rung__tile *tile, const struct rung__measure *measure,
                      const struct rung__measure_column *out)
{
  uint8_t *outlook = tile->outlook[measure->place];
  const struct rung__sums *sums = tile->sums;

  for (size_t row = 0; row < tile->count; row++) {
    const int32_t asked = measure->plain ? sums->ahead[row] : sums->asked[row];
    const bool ranges = out->lowest[row] != RUNG__NO_SCORE;
    if (ranges && measure->withheld_count > 0 && (sums->looks[row] & RUNG__OPEN))
      outlook[row] |= RUNG__OPEN | RUNG__UNSURE;
    if (outlook[row] & RUNG__OPEN) {
      if (!ranges || measure->fragile || !is_enough(measure, sums->ahead[row], asked))
        outlook[row] |= RUNG__UNSURE;
    } else if (ranges && out->score[row] == RUNG__NO_SCORE) {
      outlook[row] |= RUNG__UNSURE;
    }
  }
}
