/* The parts of a measure on one row: what its terms are, and what stands in for absences.
 * SPDX-License-Identifier: Apache-2.0 */
#include "score/parts.h"

#include "model/worth.h"

/* The kind of absence of a term: of a measure as of an item. */
static rung_absence kind_of(const struct rung__one *one, const struct rung__term *term)
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

static bool is_there(const struct rung__one *one, const struct rung__term *term)
{
  if (term->is_measure) return one->tile->at[term->index].score[one->row] != RUNG__NO_SCORE;
  return one->tile->item[term->index][one->row] >= 0;
}

/* The value of a term that is there; of votes, how many. */
static struct rung__part answered(const struct rung__one *one, const struct rung__term *term)
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

/* What stands in for a term. False: nothing does. */
static bool stand_in(const struct rung__one *one, const struct rung__term *term,
                     struct rung__part *part)
{
  const rung_absence kind = kind_of(one, term);

  *part = (struct rung__part){term, term->stand[kind], 0};
  if (term->stands[kind]) return true;
  part->value = one->mean;
  return term->averages[kind] && one->has_mean;
}

static bool is_unmeasured(const struct rung__one *one, const struct rung__term *term)
{
  return !term->is_measure && one->tile->model->items[term->index].unmeasured != NULL;
}

/* What a term has of its own, at an end what an answer that is missing gives there. */
static bool has_own(const struct rung__one *one, const struct rung__term *term, enum rung__end end,
                    struct rung__part *part)
{
  if (is_unmeasured(one, term)) return false;
  if (end != RUNG__END_SCORE && rung__is_open(one, term)) {
    *part = rung__part_at_end(one, term, end);
    return true;
  }
  if (!is_there(one, term)) return false;
  *part = answered(one, term);
  return true;
}

/* The row's own weighted mean of the terms that are there. */
static void find_mean(struct rung__one *one, enum rung__end end)
{
  rung__wide sum = 0, weight = 0;
  struct rung__part part;

  for (size_t i = 0; i < one->measure->count; i++) {
    if (!has_own(one, &one->measure->term[i], end, &part)) continue;
    sum += (rung__wide)part.term->weight * part.value;
    weight += part.term->weight;
  }
  one->has_mean = weight > 0;
  if (one->has_mean) one->mean = rung__grid_divide(sum, weight);
}

size_t rung__find_parts(struct rung__one *one, enum rung__end end, struct rung__part *part)
{
  size_t count = 0;

  if (one->measure->stands_in) find_mean(one, end);
  for (size_t i = 0; i < one->measure->count; i++) {
    const struct rung__term *term = &one->measure->term[i];
    if (is_unmeasured(one, term)) continue;
    if (has_own(one, term, end, &part[count]) || stand_in(one, term, &part[count])) count++;
  }
  return count;
}

int64_t rung__join_parts(const struct rung__one *one, size_t count)
{
  const struct rung__measure *measure = one->measure;

  if (count == 0 || (rung__needs_all(measure) && count != measure->count)) return RUNG__NO_SCORE;
  return rung__join(measure, one->tile->part, count, one->tile->vote);
}
