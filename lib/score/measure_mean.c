/* The weighted mean: exact sums of small whole numbers, divided once.
 * SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "score/measures.h"
#include "score/outlook.h"

/* What a byte adds to each sum. Absence that was not asked for adds nothing. */
struct worth {
  int64_t value, weight, low, high, whole;
};

static void fill_worth(const struct rung__item *item, const struct rung__term *term,
                       struct worth table[256])
{
  static const int missing[] = {RUNG_ABSENT_SKIPPED, RUNG_ABSENT_DONT_KNOW, RUNG_ABSENT_INVALID};
  const int64_t weight = term->weight;

  memset(table, 0, 256 * sizeof *table);
  for (size_t i = 0; i < item->count; i++) {
    const int64_t value = weight * term->unit[i];
    table[i] = (struct worth){value, weight, value, value, weight};
  }
  for (size_t i = 0; i < sizeof missing / sizeof missing[0]; i++) {
    table[(uint8_t)RUNG__ABSENT(missing[i])] = (struct worth){0, 0, weight * term->low,
                                                              weight * term->high, weight};
  }
}

static void add_item(const struct rung__tile *tile, const struct rung__term *term)
{
  const uint8_t *code = (const uint8_t *)tile->item[term->index];
  struct rung__sums *sums = tile->sums;
  struct worth table[256];

  fill_worth(&tile->model->items[term->index], term, table);
  for (size_t row = 0; row < tile->count; row++) {
    const struct worth *worth = &table[code[row]];
    sums->value[row] += worth->value;
    sums->weight[row] += worth->weight;
    sums->low[row] += worth->low;
    sums->high[row] += worth->high;
    sums->whole[row] += worth->whole;
  }
}

/* What a measure may come to: between the ends of its own possible range, or what it is. */
static void add_ends(struct rung__sums *sums, const struct rung__term *term,
                     const struct rung__measure_column *of, bool open, size_t row)
{
  const bool ranges = open && of->lowest[row] != RUNG__NO_SCORE;

  if (!open && of->state[row] != RUNG_STATE_SHOWN) return;
  sums->low[row] += term->weight * (ranges ? of->lowest[row] : open ? term->low : of->score[row]);
  sums->high[row] += term->weight * (ranges ? of->highest[row]
                                     : open ? term->high
                                            : of->score[row]);
  sums->whole[row] += term->weight;
}

static void add_measure(const struct rung__tile *tile, const struct rung__term *term)
{
  const struct rung__measure_column *of = &tile->at[term->index];
  struct rung__sums *sums = tile->sums;

  for (size_t row = 0; row < tile->count; row++) {
    if (of->state[row] == RUNG_STATE_SHOWN) {
      sums->value[row] += term->weight * of->score[row];
      sums->weight[row] += term->weight;
    }
    add_ends(sums, term, of, tile->outlook[term->index][row] & RUNG__OPEN, row);
  }
}

/* sum x quantum / weight; a weight of 0 gives 0, which nobody sees. */
static int64_t divide(int64_t sum, int64_t quantum, int64_t weight)
{
  if (weight == 0) return 0;
  if (quantum % weight == 0) return sum * (quantum / weight);
  return rung__grid_divide((rung__wide)sum * quantum, weight);
}

void rung__score_mean(const struct rung__tile *tile, const struct rung__measure *measure,
                      const struct rung__measure_column *out)
{
  struct rung__sums *sums = tile->sums;

  memset(sums->value, 0, sizeof sums->value);
  memset(sums->weight, 0, sizeof sums->weight);
  memset(sums->low, 0, sizeof sums->low);
  memset(sums->high, 0, sizeof sums->high);
  memset(sums->whole, 0, sizeof sums->whole);
  for (size_t i = 0; i < measure->count; i++) {
    const struct rung__term *term = &measure->term[i];
    if (term->is_measure)
      add_measure(tile, term);
    else if (tile->model->items[term->index].unmeasured == NULL)
      add_item(tile, term);
  }
  for (size_t row = 0; row < tile->count; row++) {
    const int64_t whole = sums->whole[row];
    out->score[row] = divide(sums->value[row], measure->quantum, sums->weight[row]);
    out->lowest[row] = divide(sums->low[row], measure->quantum, whole);
    out->highest[row] = divide(sums->high[row], measure->quantum, whole);
    if (whole == 0) out->lowest[row] = out->highest[row] = RUNG__NO_SCORE;
  }
}
