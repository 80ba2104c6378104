/* Linting what joins terms: weights, a floor and tests that never act.
 * SPDX-License-Identifier: Apache-2.0 */
#include "check/lint.h"
#include "check/place.h"

/* What weights do in a way of joining. */
enum weighing { ACT, CANCEL, COVER };

static enum weighing weighing_of(const struct rung__measure *measure)
{
  switch (measure->by) {
  case RUNG__MEAN:
  case RUNG__MEDIAN:
  case RUNG__SHARE:
  case RUNG__NET:
  case RUNG__PERCENT:
  case RUNG__VOTES:
  case RUNG__BLEND: return CANCEL;
  case RUNG__MIN:
  case RUNG__MAX: return COVER;
  case RUNG__SUM:
  case RUNG__COUNT:
  case RUNG__ATTAINABLE:
  case RUNG__DEDUCTION:
  case RUNG__DIFFERENCE:
  case RUNG__PRODUCT:
  case RUNG__RATIO_OF: break;
  }
  return ACT;
}

static bool are_equal(const struct rung__measure *measure)
{
  for (size_t i = 1; i < measure->count; i++) {
    if (measure->term[i].millionths != measure->term[0].millionths) return false;
  }
  return true;
}

/* Weights of which nothing comes; of min and max they still weigh the coverage. */
static void lint_weights(const struct rung__measure *measure, const struct rung__where *where,
                         rung_notes *notes)
{
  const enum weighing weighing = weighing_of(measure);
  const struct rung__where terms = rung__behind(where, "of");

  if (weighing == ACT) return;
  if (!are_equal(measure)) {
    if (weighing != COVER) return;
    rung__note(notes, RUNG_NOTE_WARNING, terms.text,
               "the measure '%s' is the %s of its terms, so that their weights change the coverage "
               "and never the score",
               measure->id, measure->by == RUNG__MIN ? "least" : "greatest");
  } else if (measure->term[0].millionths != RUNG__WEIGHT_UNITS) {
    rung__note(
        notes, RUNG_NOTE_WARNING, terms.text, "%s of the measure '%s' never acts; leave it out",
        measure->count == 1 ? "the weight of the only term" : "the weight, the same for each term,",
        measure->id);
  }
}

static void lint_floor(const struct rung__measure *measure, const struct rung__where *where,
                       rung_notes *notes)
{
  const struct rung__where place = rung__behind(where, "floor");

  if (measure->by != RUNG__BLEND) return;
  if (measure->floor == 0) {
    rung__note(notes, RUNG_NOTE_WARNING, place.text,
               "with a floor of 0 the measure '%s' is the mean; join by mean", measure->id);
  } else if (measure->floor == RUNG__GRID) {
    rung__note(notes, RUNG_NOTE_WARNING, place.text,
               "with a floor of 1 the measure '%s' is the least of its terms; join by min",
               measure->id);
  }
}

/* Whether a term counts the same, whatever is answered and whatever stands in. */
static bool is_fixed(const rung_model *model, const struct rung__term *term)
{
  if (!term->is_measure && model->items[term->index].unmeasured != NULL) return false;
  return term->low == term->high;
}

static size_t count_fixed(const rung_model *model, const struct rung__measure *measure)
{
  size_t count = 0;

  for (size_t i = 0; i < measure->count; i++)
    count += is_fixed(model, &measure->term[i]);
  return count;
}

/* Of all terms it is a way to count answers; of some a slip. */
static void lint_tests(const rung_model *model, const struct rung__measure *measure,
                       const struct rung__where *where, rung_notes *notes)
{
  const size_t fixed = measure->has_at_least ? count_fixed(model, measure) : 0;

  if (fixed > 0 && fixed == measure->count) {
    const struct rung__where place = rung__behind(where, "at_least");
    rung__note(notes, RUNG_NOTE_INFORMATION, place.text,
               "every term of the measure '%s' counts the same, whatever is answered", measure->id);
    return;
  }
  for (size_t i = 0; fixed > 0 && i < measure->count; i++) {
    const struct rung__term *term = &measure->term[i];
    const struct rung__where place = rung__behind(where, "of/%zu", i);
    if (!is_fixed(model, term)) continue;
    rung__note(notes, RUNG_NOTE_WARNING, place.text, "'%s' is %s at least %s, whatever is answered",
               term->is_measure ? model->measures[term->index].id : model->items[term->index].id,
               term->low > 0 ? "always" : "never", rung__digits(measure->at_least).text);
  }
}

/* Stretching every term onto the range that it has already. */
static void lint_rescale(const rung_model *model, const struct rung__measure *measure,
                         const struct rung__where *where, rung_notes *notes)
{
  const struct rung__where place = rung__behind(where, "rescale");

  for (size_t i = 0; i < measure->count; i++) {
    const struct rung__item *item = &model->items[measure->term[i].index];
    if (!measure->rescaled) return;
    if (item->unmeasured != NULL) continue;
    if (item->low != measure->to_low || item->high != measure->to_high) return;
  }
  rung__note(notes, RUNG_NOTE_WARNING, place.text,
             "every term of the measure '%s' has this range already, so \"rescale\" never acts",
             measure->id);
}

void rung__lint_terms(const rung_model *model, rung_notes *notes)
{
  for (size_t i = model->used.measures; i < model->measure_count; i++) {
    const struct rung__measure *measure = &model->measures[i];
    const struct rung__where where = rung__where("measures", i, model->used.measures);
    lint_weights(measure, &where, notes);
    lint_floor(measure, &where, notes);
    lint_tests(model, measure, &where, notes);
    lint_rescale(model, measure, &where, notes);
  }
}
