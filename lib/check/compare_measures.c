/* Comparing measures: their terms and weights, how they are joined, and what becomes of the score.
 * SPDX-License-Identifier: Apache-2.0 */
#include <stdlib.h>

#include "base/array.h"
#include "check/compare.h"
#include "model/digest.h"
#include "model/words.h"

/* Where each node of the old version stands in the measure at hand: its term counted from 1, or 0. */
struct marks {
  size_t *item, *measure;
};

static size_t *mark_of(const struct marks *marks, const struct rung__term *term)
{
  return term->is_measure ? &marks->measure[term->index] : &marks->item[term->index];
}

static const char *id_of(const rung_model *model, const struct rung__term *term)
{
  return term->is_measure ? model->measures[term->index].id : model->items[term->index].id;
}

static int64_t weight_of(const struct rung__term *term)
{
  return rung__grid_divide((rung__wide)term->millionths * RUNG__GRID, RUNG__WEIGHT_UNITS);
}

/* The term of the old measure that is the same item or measure as this one; NULL: there is none. */
static const struct rung__term *find_term(const struct rung__comparison *of,
                                          const struct marks *marks,
                                          const struct rung__measure *from,
                                          const struct rung__term *term)
{
  const size_t twin = of->twin[term->is_measure ? RUNG__MEASURES : RUNG__ITEMS][term->index];

  if (twin == RUNG__NO_TWIN) return NULL;
  size_t *mark = term->is_measure ? &marks->measure[twin] : &marks->item[twin];
  if (*mark == 0) return NULL;
  const struct rung__term *found = &from->term[*mark - 1];
  *mark = 0;
  return found;
}

static void compare_term(const struct rung__change *change, const struct rung__term *from,
                         const struct rung__term *to)
{
  const char *id = id_of(change->of->model, to);
  char what[96];

  if (from == NULL) {
    rung__note(change->of->notes, RUNG_NOTE_WARNING, change->where.text,
               "the term '%s' of the measure '%s' is new; it weighs %s", id, change->id,
               rung__digits(weight_of(to)).text);
    return;
  }
  rung__print(what, sizeof what, "the weight of '%s'", id);
  rung__changed_number(change, what, weight_of(from), weight_of(to));
}

static void compare_terms(const struct rung__change *change, const struct marks *marks,
                          const struct rung__measure *from, const struct rung__measure *to)
{
  for (size_t i = 0; i < from->count; i++)
    *mark_of(marks, &from->term[i]) = i + 1;
  for (size_t i = 0; i < to->count; i++) {
    const struct rung__where place = rung__behind(&change->where, "of/%zu", i);
    const struct rung__change at = rung__change_at(change, &place);
    compare_term(&at, find_term(change->of, marks, from, &to->term[i]), &to->term[i]);
  }
  for (size_t i = 0; i < from->count; i++) {
    size_t *mark = mark_of(marks, &from->term[i]);
    if (*mark != 0) {
      rung__note(change->of->notes, RUNG_NOTE_WARNING, change->where.text,
                 "the term '%s' of the measure '%s' is gone",
                 id_of(change->of->other, &from->term[i]), change->id);
    }
    *mark = 0;
  }
}

static void compare_order(const struct rung__change *change, const struct rung__measure *from,
                          const struct rung__measure *to)
{
  static const char *const across[] = {"people", "items", "none"};
  const bool was = from->needs_share != 0, is = to->needs_share != 0;
  const int64_t counts[] = {from->needs_count * RUNG__GRID, to->needs_count * RUNG__GRID};

  rung__changed_word(change, "what it is aggregated across", across[from->across],
                     across[to->across]);
  rung__changed_optional(change, "how many terms it needs", was ? NULL : &counts[0],
                         is ? NULL : &counts[1]);
  rung__changed_optional(change, "the share of terms that it needs",
                         was ? &from->needs_share : NULL, is ? &to->needs_share : NULL);
}

static const char *tag_of(const rung_model *model, const struct rung__measure *measure)
{
  return measure->tag == RUNG__NONE ? "none" : model->tags[measure->tag];
}

static const char *level_of(const rung_model *model, const struct rung__measure *measure)
{
  return measure->level == RUNG__NONE
             ? "none"
             : model->ladders[measure->level_ladder].level[measure->level].id;
}

static void compare_joining(const struct rung__change *change, const struct rung__measure *from,
                            const struct rung__measure *to)
{
  const struct rung__ends stretched[] = {{from->rescaled, from->to_low, from->to_high},
                                         {to->rescaled, to->to_low, to->to_high}};

  rung__changed_word(change, "the way of joining", rung__by_words[from->by],
                     rung__by_words[to->by]);
  rung__changed_ends(change, "rescaling", &stretched[0], &stretched[1]);
  rung__changed_optional(change, "\"at_least\"", from->has_at_least ? &from->at_least : NULL,
                         to->has_at_least ? &to->at_least : NULL);
  if (from->by == to->by) rung__changed_number(change, "the base", from->base, to->base);
  rung__changed_number(change, "the floor", from->floor, to->floor);
  rung__changed_word(change, "the tag", tag_of(change->of->other, from),
                     tag_of(change->of->model, to));
  rung__changed_word(change, "the level that is counted", level_of(change->of->other, from),
                     level_of(change->of->model, to));
}

/* Both tables are in the order of their scores. */
static void compare_lookup(const struct rung__change *change, const struct rung__lookup *from,
                           const struct rung__lookup *to)
{
  for (size_t i = 0, k = 0; i < from->count || k < to->count;) {
    const struct rung__entry *old = i < from->count ? &from->entry[i] : NULL;
    const struct rung__entry *new = k < to->count ? &to->entry[k] : NULL;
    char what[64];
    if (old != NULL && new != NULL && old->from != new->from) {
      if (old->from < new->from)
        new = NULL;
      else
        old = NULL;
    }
    rung__print(what, sizeof what, "what a score of %s becomes",
                rung__digits(old == NULL ? new->from : old->from).text);
    rung__changed_optional(change, what, old == NULL ? NULL : &old->to,
                           new == NULL ? NULL : &new->to);
    i += old != NULL;
    k += new != NULL;
  }
}

static void compare_shape(const struct rung__change *change, const struct rung__measure *from,
                          const struct rung__measure *to)
{
  rung__changed_absence(change, from->absence, to->absence);
  rung__changed_curve(change, &from->curve, &to->curve);
  compare_lookup(change, &from->lookup, &to->lookup);
  rung__changed_ends(change, "clip", &from->clip, &to->clip);
  rung__changed_rounding(change, &from->round, &to->round);
  if (from->withheld_count != to->withheld_count) {
    rung__changed(change, "the list of conditions that withhold");
    return;
  }
  for (size_t i = 0; i < to->withheld_count; i++) {
    const struct rung__where place = rung__behind(&change->where, "withhold/%zu", i);
    const struct rung__change at = rung__change_at(change, &place);
    rung__changed_condition(&at, "a condition that withholds", from->withheld[i].when,
                            to->withheld[i].when);
  }
}

static void compare_measure(const struct rung__change *change, const struct marks *marks,
                            const struct rung__measure *from, const struct rung__measure *to)
{
  const size_t before = rung_notes_count(change->of->notes);
  struct rung__buffer lines[2] = {{0}, {0}};

  compare_joining(change, from, to);
  compare_terms(change, marks, from, to);
  compare_order(change, from, to);
  compare_shape(change, from, to);
  if (rung_notes_count(change->of->notes) > before) return;
  rung__digest_measure(&lines[0], change->of->other, from);
  rung__digest_measure(&lines[1], change->of->model, to);
  rung__changed_lines(change, "the order of the terms", &lines[0], &lines[1]);
}

void rung__compare_measures(const struct rung__comparison *of)
{
  const struct marks marks = {rung__array_new(of->other->item_count, sizeof *marks.item),
                              rung__array_new(of->other->measure_count, sizeof *marks.measure)};
  const bool made = marks.item != NULL && marks.measure != NULL;

  if (!made) rung__notes_fail(of->notes);
  for (size_t i = 0; made && i < of->model->measure_count; i++) {
    const struct rung__change change = rung__change_of(of, RUNG__MEASURES, i);
    const size_t twin = of->twin[RUNG__MEASURES][i];
    if (twin == RUNG__NO_TWIN) continue;
    compare_measure(&change, &marks, &of->other->measures[twin], &of->model->measures[i]);
  }
  free(marks.item);
  free(marks.measure);
}
