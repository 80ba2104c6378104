/* Telling of scores: whether their ends are as declared, and how many patterns lie on a cut.
 * SPDX-License-Identifier: Apache-2.0 */
#include "check/lint.h"
#include "check/place.h"
#include "check/spread.h"

/* Two tables of one authority need not have the same ends: what is declared is held against what
 * points, weights and terms give. */
static void lint_extremes(const rung_model *model, size_t index, rung_notes *notes)
{
  const struct rung__measure *measure = &model->measures[index];
  const struct rung__ends *declared = &measure->extremes;
  const struct rung__where measures = rung__where("measures", index, model->used.measures);
  const struct rung__where where = rung__behind(&measures, "extremes");

  if (!declared->given) return;
  if (declared->low == measure->low && declared->high == measure->high) return;
  rung__note(
      notes, RUNG_NOTE_ERROR, where.text,
      "the scores of '%s' are declared to run from %s to %s, and run from %s to %s; a weight, "
      "a point or a term is not that of the source, or the source errs",
      measure->id, rung__digits(declared->low).text, rung__digits(declared->high).text,
      rung__digits(measure->low).text, rung__digits(measure->high).text);
}

/* A rule and the scores that it sees. */
struct seen {
  const rung_model *model;
  const struct rung__reading *reading;
  const struct rung__rule *rule;
  const struct rung__spread *spread;
  struct rung__where where;
};

static double share_on(const struct seen *seen, int64_t cut)
{
  double share = 0;

  for (size_t i = 0; i < seen->spread->count; i++) {
    const int64_t score = seen->spread->score[i];
    if (score != RUNG__NO_SCORE && rung__round_to(&seen->rule->round, score) == cut)
      share += seen->spread->share[i];
  }
  return share;
}

/* A number that parts two levels; `above` tells on which side what lies on it is. */
static void tell_cut(const struct seen *seen, const struct rung__where *where, int64_t cut,
                     bool above, rung_notes *notes)
{
  const double share = share_on(seen, cut);
  char text[RUNG__NUMBER_SIZE];

  if (share <= 0) return;
  rung__number_write((double)(int64_t)(share * 10000 + 0.5) / 100, text);
  rung__note(notes, RUNG_NOTE_INFORMATION, where->text,
             "a row of answers can lie on %s exactly: %s %% of all patterns do, and count as %s it",
             rung__digits(cut).text, share < 0.0001 ? "less than 0.01" : text,
             above ? "above" : "below");
}

static void tell_steps(const struct seen *seen, rung_notes *notes)
{
  for (size_t i = 0; i < seen->rule->step_count; i++) {
    const struct rung__step *step = &seen->rule->step[i];
    const struct rung__where where = rung__behind(&seen->where, "at/%zu", i);
    tell_cut(seen, &where, step->up, true, notes);
    if (step->down != step->up) tell_cut(seen, &where, step->down, true, notes);
  }
}

static bool is_from(const struct rung__rule *rule, int64_t edge)
{
  for (size_t i = 0; i < rule->band_count; i++) {
    if (rule->band[i].over.has_from && rule->band[i].over.from == edge) return true;
  }
  return false;
}

static void tell_bands(const struct seen *seen, rung_notes *notes)
{
  const bool above = !seen->rule->closed_high;

  for (size_t i = 0; i < seen->rule->band_count; i++) {
    const struct rung__stretch *over = &seen->rule->band[i].over;
    const struct rung__where where = rung__behind(&seen->where, "bands/%zu", i);
    if (over->has_from) tell_cut(seen, &where, over->from, above, notes);
    if (over->has_to && !is_from(seen->rule, over->to))
      tell_cut(seen, &where, over->to, above, notes);
  }
}

/* Steps that every score reaches, so that the level below them is never given. */
static void lint_steps(const struct seen *seen, const struct rung__measure *measure,
                       rung_notes *notes)
{
  const int64_t low = rung__round_to(&seen->rule->round, measure->low);

  for (size_t i = 1; i < seen->rule->step_count; i++) {
    const struct rung__where where = rung__behind(&seen->where, "at/%zu", i);
    if (seen->rule->step[i].up > low) continue;
    rung__note(notes, RUNG_NOTE_WARNING, where.text,
               "scores of '%s' begin at %s, so that every one reaches %s, and the rule '%s' never "
               "gives the level below",
               measure->id, rung__digits(low).text, rung__digits(seen->rule->step[i].up).text,
               seen->rule->id);
  }
}

static void tell_rule(const struct seen *seen, const struct rung__measure *measure,
                      rung_notes *notes)
{
  const enum rung__rule_kind kind = seen->rule->kind;

  if (kind == RUNG__CUT) lint_steps(seen, measure, notes);
  if (seen->spread->share == NULL) return;
  if (kind == RUNG__CUT) tell_steps(seen, notes);
  if (kind == RUNG__BANDS) tell_bands(seen, notes);
}

static bool holds_scores(const struct rung__reading *reading)
{
  for (size_t i = 0; i < reading->count; i++) {
    if (reading->rule[i].kind == RUNG__CUT || reading->rule[i].kind == RUNG__BANDS) return true;
  }
  return false;
}

static void tell_reading(const rung_model *model, size_t index, rung_notes *notes)
{
  const struct rung__reading *reading = &model->readings[index];
  const struct rung__measure *measure = &model->measures[reading->measure];
  const struct rung__where where = rung__where("readings", index, model->used.readings);
  struct rung__spread spread;

  if (!holds_scores(reading)) return;
  if (rung__spread_find(model, measure, &spread) == RUNG__SPREAD_NO_MEMORY) rung__notes_fail(notes);
  for (size_t i = 0; i < reading->count; i++) {
    const struct seen seen = {model, reading, &reading->rule[i], &spread,
                              rung__behind(&where, "rules/%zu", i)};
    tell_rule(&seen, measure, notes);
  }
  rung__spread_free(&spread);
}

void rung__lint_scores(const rung_model *model, rung_notes *notes)
{
  for (size_t i = model->used.measures; i < model->measure_count; i++)
    lint_extremes(model, i, notes);
  for (size_t i = model->used.readings; i < model->reading_count; i++)
    tell_reading(model, i, notes);
}
