/* Linting measures: what must not be joined under one number.
 * SPDX-License-Identifier: Apache-2.0 */

#include "check/lint.h"
#include "check/place.h"
#include "model/words.h"

/* What a term brings: its range, whether it is a level, whom it is about. */
struct brought {
  const char *id;
  int64_t low, high;
  bool is_level;
  int about;
};

/* Whether the score of a measure is a rank of a ladder. */
static bool is_level_measure(const rung_model *model, const struct rung__measure *measure)
{
  for (size_t i = 0; !measure->rescaled && measure->by != RUNG__SHARE && i < measure->count; i++) {
    const struct rung__term *term = &measure->term[i];
    if (term->is_measure) return is_level_measure(model, &model->measures[term->index]);
    if (model->items[term->index].unmeasured == NULL) {
      return model->items[term->index].ladder != RUNG__NONE;
    }
  }
  return false;
}

/* False where the term is never scored. */
static bool bring(const rung_model *model, const struct rung__term *term, struct brought *brought)
{
  if (term->is_measure) {
    const struct rung__measure *measure = &model->measures[term->index];
    *brought = (struct brought){measure->id, measure->low, measure->high,
                                is_level_measure(model, measure), RUNG__NONE};
    return true;
  }
  const struct rung__item *item = &model->items[term->index];
  *brought = (struct brought){item->id, item->low, item->high, item->ladder != RUNG__NONE,
                              item->about};
  return item->unmeasured == NULL;
}

/* Whether each term is counted by itself, so that it does not matter what kind of value it has. */
static bool counts(const struct rung__measure *measure)
{
  return measure->by == RUNG__COUNT || measure->by == RUNG__VOTES;
}

/* Whether terms with different ranges weigh as the model says: each is held against its own range or
 * a number, or the join is a formula of different figures. */
static bool may_differ(const struct rung__measure *measure)
{
  switch (measure->by) {
  case RUNG__SHARE:
  case RUNG__NET:
  case RUNG__COUNT:
  case RUNG__VOTES:
  case RUNG__PERCENT:
  case RUNG__ATTAINABLE:
  case RUNG__DEDUCTION:
  case RUNG__SUM:
  case RUNG__DIFFERENCE:
  case RUNG__PRODUCT:
  case RUNG__RATIO_OF: return true;
  case RUNG__MEAN:
  case RUNG__MEDIAN:
  case RUNG__MIN:
  case RUNG__MAX:
  case RUNG__BLEND: break;
  }
  return measure->rescaled;
}

static void lint_kinds(const struct rung__measure *measure, const struct brought *a,
                       const struct brought *b, const char *where, rung_notes *notes)
{
  if (counts(measure)) return;
  if (a->is_level != b->is_level) {
    rung__note(notes, RUNG_NOTE_ERROR, where,
               "the measure '%s' joins '%s', which is a level, with '%s', which is an intensity; "
               "score them apart or map one onto the other with \"recode\"",
               measure->id, a->is_level ? a->id : b->id, a->is_level ? b->id : a->id);
  } else if (!may_differ(measure) && (a->low != b->low || a->high != b->high)) {
    rung__note(notes, RUNG_NOTE_WARNING, where,
               "the measure '%s' joins '%s' and '%s', whose ranges differ, so that one counts for "
               "more; put them on one range with \"rescale\"",
               measure->id, a->id, b->id);
  }
}

static void lint_measure(const rung_model *model, size_t index, rung_notes *notes)
{
  const struct rung__measure *measure = &model->measures[index];
  struct brought first = {0}, term;
  const struct rung__where place = rung__where("measures", index, model->used.measures);
  bool begun = false, mixed = false;

  for (size_t i = 0; i < measure->count; i++) {
    const struct rung__where where = rung__behind(&place, "of/%zu", i);
    if (!bring(model, &measure->term[i], &term)) continue;
    if (!begun) {
      first = term;
      begun = true;
      continue;
    }
    lint_kinds(measure, &first, &term, where.text, notes);
    if (mixed || first.about == RUNG__NONE || term.about == RUNG__NONE) continue;
    if (first.about == term.about) continue;
    mixed = true;
    rung__note(notes, RUNG_NOTE_WARNING, where.text,
               "the measure '%s' mixes referents: '%s' is about the %s, '%s' about the %s; give "
               "each its own measure",
               measure->id, first.id, rung__about_words[first.about], term.id,
               rung__about_words[term.about]);
  }
}

void rung__lint_measures(const rung_model *model, rung_notes *notes)
{
  for (size_t i = model->used.measures; i < model->measure_count; i++) {
    lint_measure(model, i, notes);
    if (model->measures[i].construct_said) continue;
    const struct rung__where place = rung__where("measures", i, model->used.measures);
    rung__note(notes, RUNG_NOTE_INFORMATION, place.text,
               "the measure '%s' does not say its \"construct\"; formative is taken, and "
               "reliability will not be asked of it",
               model->measures[i].id);
  }
}
