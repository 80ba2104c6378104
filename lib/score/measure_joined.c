/* Measures row by row: the terms that take part, with whatever stands in for an absence, joined.
 * SPDX-License-Identifier: Apache-2.0 */
#include "model/worth.h"
#include "score/measures.h"

enum end { SCORE, LOWEST, HIGHEST };

/* A measure on one row of a tile. */
struct one {
  const struct rung__tile *tile;
  const struct rung__measure *measure;
  size_t row;
  bool has_mean;
  int64_t mean; /* of the terms that are there */
};

/* The kind of absence of a term: of a measure as of an item. */
static rung_absence kind_of(const struct one *one, const struct rung__term *term)
{
  if (!term->is_measure) {
    return (rung_absence)(-1 - one->tile->item[term->index][one->row]);
  }
  switch (one->tile->at[term->index].state[one->row]) {
  case RUNG_STATE_NOT_COLLECTED: return RUNG_ABSENT_NOT_ASKED;
  case RUNG_STATE_NOT_APPLICABLE: return RUNG_ABSENT_NOT_APPLICABLE;
  default: return RUNG_ABSENT_SKIPPED;
  }
}

static bool is_there(const struct one *one, const struct rung__term *term)
{
  if (term->is_measure) return one->tile->at[term->index].score[one->row] != RUNG__NO_SCORE;
  return one->tile->item[term->index][one->row] >= 0;
}

static bool is_missing(rung_absence kind)
{
  return kind != RUNG_ABSENT_NOT_ASKED && kind != RUNG_ABSENT_NOT_APPLICABLE;
}

/* The value of a term that is there; of votes, how many. */
static struct rung__part answered(const struct one *one, const struct rung__term *term)
{
  const struct rung__tile *tile = one->tile;
  struct rung__part part = {term, 0, 0};

  if (term->is_measure) {
    part.value = rung__worth_score(one->measure, tile->at[term->index].score[one->row]);
    return part;
  }
  const struct rung__item *item = &tile->model->items[term->index];
  if (item->answers != RUNG__POINTS) {
    part.value = rung__worth_value(one->measure, item, tile->value[term->index][one->row]);
    part.tagged = term->tagged ? part.value : 0;
    return part;
  }
  const int8_t code = tile->item[term->index][one->row];
  part.value = term->unit[code];
  if (term->votes != NULL) part.tagged = term->votes[code] != 0 ? part.value : 0;
  return part;
}

/* What a missing answer casts at an end of the possible range: as few or as many with the tag. */
static struct rung__part vote_at_end(const struct one *one, const struct rung__term *term,
                                     enum end end)
{
  const struct rung__item *item = &one->tile->model->items[term->index];
  bool some = term->votes == NULL && term->tagged, other = term->votes == NULL && !term->tagged;

  for (size_t i = 0; term->votes != NULL && i < item->count; i++) {
    some = some || term->votes[i] != 0;
    other = other || term->votes[i] == 0;
  }
  const bool tagged = end == LOWEST ? !other : some;
  const int64_t votes = tagged == (end == HIGHEST) ? term->most : term->least;
  return (struct rung__part){term, votes, tagged ? votes : 0};
}

/* Whether a term acts the other way round. */
static bool is_flipped(const struct one *one, const struct rung__term *term)
{
  const enum rung__by by = one->measure->by;

  return by == RUNG__DEDUCTION || (by == RUNG__DIFFERENCE && term != one->measure->term);
}

/* What stands in for a term. False: nothing does. */
static bool stand_in(const struct one *one, const struct rung__term *term, rung_absence kind,
                     bool average, struct rung__part *part)
{
  *part = (struct rung__part){term, term->stand[kind], 0};
  if (term->stands[kind]) return true;
  part->value = one->mean;
  return average && term->averages[kind] && one->has_mean;
}

/* An end of a nested measure's own possible range; RUNG__NO_SCORE where it has none. */
static int64_t nested_end(const struct one *one, const struct rung__term *term, bool low)
{
  const struct rung__measure_column *of = &one->tile->at[term->index];

  return low ? of->lowest[one->row] : of->highest[one->row];
}

static bool at_end(const struct one *one, const struct rung__term *term, enum end end,
                   struct rung__part *part)
{
  const bool low = (end == LOWEST) != is_flipped(one, term);
  const bool there = is_there(one, term);
  const rung_absence kind = there ? RUNG_ABSENT_SKIPPED : kind_of(one, term);
  const int64_t nested = term->is_measure ? nested_end(one, term, low) : RUNG__NO_SCORE;

  if (!is_missing(kind)) return stand_in(one, term, kind, false, part);
  if (nested != RUNG__NO_SCORE) {
    *part = (struct rung__part){term, rung__worth_score(one->measure, nested), 0};
    return true;
  }
  if (there) {
    *part = answered(one, term);
    return true;
  }
  *part = one->measure->by == RUNG__VOTES
              ? vote_at_end(one, term, end)
              : (struct rung__part){term, low ? term->low : term->high, 0};
  return true;
}

/* Whether nothing is open: no term is missing, and no nested measure has a range. */
static bool is_settled(const struct one *one)
{
  for (size_t i = 0; i < one->measure->count; i++) {
    const struct rung__term *term = &one->measure->term[i];
    if (!term->is_measure && one->tile->model->items[term->index].unmeasured != NULL) continue;
    if (is_there(one, term)) {
      if (!term->is_measure) continue;
      const int64_t score = one->tile->at[term->index].score[one->row];
      const int64_t low = nested_end(one, term, true), high = nested_end(one, term, false);
      if (low != RUNG__NO_SCORE && (low != score || high != score)) return false;
    } else if (is_missing(kind_of(one, term))) {
      return false;
    }
  }
  return true;
}

static bool find_part(const struct one *one, const struct rung__term *term, enum end end,
                      struct rung__part *part)
{
  if (!term->is_measure && one->tile->model->items[term->index].unmeasured != NULL) return false;
  if (end != SCORE) return at_end(one, term, end, part);
  if (is_there(one, term)) {
    *part = answered(one, term);
    return true;
  }
  return stand_in(one, term, kind_of(one, term), true, part);
}

static size_t find_parts(const struct one *one, enum end end, struct rung__part *part)
{
  size_t count = 0;

  for (size_t i = 0; i < one->measure->count; i++) {
    if (find_part(one, &one->measure->term[i], end, &part[count])) count++;
  }
  return count;
}

/* The row's own weighted mean of the terms that are there. */
static void find_mean(struct one *one)
{
  rung__wide sum = 0, weight = 0;

  for (size_t i = 0; i < one->measure->count; i++) {
    const struct rung__term *term = &one->measure->term[i];
    if (!term->is_measure && one->tile->model->items[term->index].unmeasured != NULL) continue;
    if (!is_there(one, term)) continue;
    sum += (rung__wide)term->weight * answered(one, term).value;
    weight += term->weight;
  }
  one->has_mean = weight > 0;
  if (one->has_mean) one->mean = rung__grid_divide(sum, weight);
}

static bool is_enough(const struct rung__measure *measure, size_t count)
{
  return count > 0 && (!rung__needs_all(measure) || count == measure->count);
}

static int64_t join_end(const struct one *one, enum end end)
{
  const struct rung__tile *tile = one->tile;
  const size_t count = find_parts(one, end, tile->part);

  if (end == SCORE) tile->sums->parts[one->row] = (int32_t)count;
  if (!is_enough(one->measure, count)) return RUNG__NO_SCORE;
  return rung__join(one->measure, tile->part, count, tile->vote);
}

/* The ends of a product or a ratio come of both ends of each term. */
static void join_both_ends(const struct one *one, const struct rung__measure_column *out)
{
  struct rung__part low[8], high[8];
  const size_t count = find_parts(one, LOWEST, low);

  find_parts(one, HIGHEST, high);
  out->lowest[one->row] = out->highest[one->row] = RUNG__NO_SCORE;
  if (!is_enough(one->measure, count)) return;
  rung__join_ends(one->measure, low, high, &out->lowest[one->row], &out->highest[one->row]);
}

void rung__score_joined(const struct rung__tile *tile, const struct rung__measure *measure,
                        const struct rung__measure_column *out)
{
  const bool both = measure->by == RUNG__PRODUCT || measure->by == RUNG__RATIO_OF;

  for (size_t row = 0; row < tile->count; row++) {
    struct one one = {.tile = tile, .measure = measure, .row = row};
    if (measure->stands_in) find_mean(&one);
    out->score[row] = join_end(&one, SCORE);
    if (is_settled(&one)) {
      out->lowest[row] = out->highest[row] = out->score[row];
    } else if (both) {
      join_both_ends(&one, out);
    } else {
      out->lowest[row] = join_end(&one, LOWEST);
      out->highest[row] = join_end(&one, HIGHEST);
    }
    if (out->lowest[row] == RUNG__NO_SCORE || out->highest[row] == RUNG__NO_SCORE)
      out->lowest[row] = out->highest[row] = RUNG__NO_SCORE;
  }
}
