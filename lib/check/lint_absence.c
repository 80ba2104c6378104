/* Linting what counts in place of answers: credit for nothing, zeros below the scale, thin means.
 * SPDX-License-Identifier: Apache-2.0 */
#include "check/lint.h"
#include "check/place.h"

static bool names(const struct rung__absence_rule absence[RUNG__ABSENCE_KINDS],
                  enum rung__policy policy)
{
  for (size_t kind = 0; kind < RUNG__ABSENCE_KINDS; kind++) {
    if (absence[kind].policy == policy) return true;
  }
  return false;
}

/* What does not apply and counts in full raises a score: it must be meant. */
static void lint_credit(const struct rung__absence_rule absence[RUNG__ABSENCE_KINDS],
                        const struct rung__where *where, const char *id, rung_notes *notes)
{
  const struct rung__where place = rung__behind(where, "absence");

  if (absence[RUNG_ABSENT_NOT_APPLICABLE].policy != RUNG__FULL) return;
  rung__note(notes, RUNG_NOTE_INFORMATION, place.text,
             "what does not apply counts in full in '%s', so that whoever says so most scores "
             "highest; \"exclude\" shrinks the maximum instead",
             id);
}

static void lint_exclude(const struct rung__measure *measure, const struct rung__where *where,
                         rung_notes *notes)
{
  const struct rung__where place = rung__behind(where, "absence");

  if (!names(measure->absence, RUNG__EXCLUDE)) return;
  rung__note(notes, RUNG_NOTE_INFORMATION, place.text,
             "\"exclude\" says no more of the measure '%s' than leaving it out would", measure->id);
}

static bool averages(const struct rung__term *term)
{
  for (size_t kind = 0; kind < RUNG__ABSENCE_KINDS; kind++) {
    if (term->averages[kind]) return true;
  }
  return false;
}

/* A mean that may stand in for more terms than it is made of. */
static void lint_thin(const rung_model *model, const struct rung__measure *measure,
                      const struct rung__where *where, rung_notes *notes)
{
  const struct rung__where place = rung__behind(where, "needs");
  int64_t count = 0, averaged = 0;

  for (size_t i = 0; i < measure->count; i++) {
    const struct rung__term *term = &measure->term[i];
    count += term->is_measure || model->items[term->index].unmeasured == NULL;
    averaged += averages(term);
  }
  const int64_t needed = measure->needs_share == 0
                             ? measure->needs_count
                             : (measure->needs_share * count + RUNG__GRID - 1) / RUNG__GRID;
  if (averaged <= needed || count - needed <= needed) return;
  rung__note(
      notes, RUNG_NOTE_WARNING, place.text,
      "in '%s' the mean of fewer than half of the terms may stand in for the others; ask for "
      "at least half in \"needs\"",
      measure->id);
}

/* A zero where no answer is as low. */
static void lint_zero(const rung_model *model, const struct rung__measure *measure,
                      const struct rung__where *where, rung_notes *notes)
{
  const struct rung__where place = rung__behind(where, "absence");

  if (!names(measure->absence, RUNG__ZERO) || measure->by == RUNG__DEDUCTION) return;
  for (size_t i = 0; i < measure->count; i++) {
    const struct rung__term *term = &measure->term[i];
    if (!term->is_measure && model->items[term->index].unmeasured != NULL) continue;
    if (term->least <= 0) continue;
    rung__note(notes, RUNG_NOTE_INFORMATION, place.text,
               "in '%s' a missing answer counts 0, and the least answer to '%s' is worth %s; "
               "\"fail\" is the least of the range",
               measure->id,
               term->is_measure ? model->measures[term->index].id : model->items[term->index].id,
               rung__digits(term->least * measure->quantum).text);
    return;
  }
}

void rung__lint_absence(const rung_model *model, rung_notes *notes)
{
  for (size_t i = model->used.items; i < model->item_count; i++) {
    const struct rung__where where = rung__where("items", i, model->used.items);
    lint_credit(model->items[i].absence, &where, model->items[i].id, notes);
  }
  for (size_t i = model->used.measures; i < model->measure_count; i++) {
    const struct rung__measure *measure = &model->measures[i];
    const struct rung__where where = rung__where("measures", i, model->used.measures);
    lint_credit(measure->absence, &where, measure->id, notes);
    lint_exclude(measure, &where, notes);
    lint_thin(model, measure, &where, notes);
    lint_zero(model, measure, &where, notes);
  }
}
