/* The ends of a measure's possible range on a row: the joins of what is open at its least and most.
 * SPDX-License-Identifier: Apache-2.0 */
#include "model/worth.h"
#include "score/outlook.h"
#include "score/parts.h"

bool rung__is_open(const struct rung__one *one, const struct rung__term *term)
{
  if (term->is_measure) return one->tile->outlook[term->index][one->row] & RUNG__OPEN;
  return rung__is_missing(one->tile->item[term->index][one->row]);
}

/* What a missing answer casts at an end: as few or as many with the tag. */
static struct rung__part vote_at_end(const struct rung__one *one, const struct rung__term *term,
                                     enum rung__end end)
{
  const struct rung__item *item = &one->tile->model->items[term->index];
  bool some = term->votes == NULL && term->tagged, other = term->votes == NULL && !term->tagged;

  for (size_t i = 0; term->votes != NULL && i < item->count; i++) {
    some = some || term->votes[i] != 0;
    other = other || term->votes[i] == 0;
  }
  const bool tagged = end == RUNG__END_LOWEST ? !other : some;
  const int64_t votes = tagged == (end == RUNG__END_HIGHEST) ? term->most : term->least;
  return (struct rung__part){term, votes, tagged ? votes : 0};
}

/* Whether a term acts the other way round. */
static bool is_flipped(const struct rung__one *one, const struct rung__term *term)
{
  const enum rung__by by = one->measure->by;

  return by == RUNG__DEDUCTION || (by == RUNG__DIFFERENCE && term != one->measure->term);
}

struct rung__part rung__part_at_end(const struct rung__one *one, const struct rung__term *term,
                                    enum rung__end end)
{
  const bool low = (end == RUNG__END_LOWEST) != is_flipped(one, term);

  if (one->measure->by == RUNG__VOTES) return vote_at_end(one, term, end);
  if (term->is_measure) {
    const struct rung__measure_column *of = &one->tile->at[term->index];
    const int64_t score = low ? of->lowest[one->row] : of->highest[one->row];
    if (score != RUNG__NO_SCORE)
      return (struct rung__part){term, rung__worth_score(one->measure, score), 0};
  }
  return (struct rung__part){term, low ? term->low : term->high, 0};
}

/* The ends of a product or a ratio come of both ends of each term. */
static void join_both(struct rung__one *one, int64_t *lowest, int64_t *highest)
{
  struct rung__part low[8], high[8];
  const size_t count = rung__find_parts(one, RUNG__END_LOWEST, low);

  rung__find_parts(one, RUNG__END_HIGHEST, high);
  if (count < one->measure->count) return;
  rung__join_ends(one->measure, low, high, lowest, highest);
}

/* Where the votes of one end come to nothing, those between come to anything. */
static void settle_votes(const struct rung__measure *measure, int64_t *lowest, int64_t *highest)
{
  if ((*lowest == RUNG__NO_SCORE) == (*highest == RUNG__NO_SCORE)) return;
  *lowest = measure->joined_low;
  *highest = measure->joined_high;
}

void rung__find_ends(struct rung__one *one, int64_t *lowest, int64_t *highest)
{
  const struct rung__measure *measure = one->measure;
  struct rung__part *part = one->tile->part;

  *lowest = *highest = RUNG__NO_SCORE;
  if (measure->by == RUNG__PRODUCT || measure->by == RUNG__RATIO_OF) {
    join_both(one, lowest, highest);
    return;
  }
  *lowest = rung__join_parts(one, rung__find_parts(one, RUNG__END_LOWEST, part));
  *highest = rung__join_parts(one, rung__find_parts(one, RUNG__END_HIGHEST, part));
  if (measure->by == RUNG__VOTES) settle_votes(measure, lowest, highest);
}
