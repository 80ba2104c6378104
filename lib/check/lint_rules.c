/* Linting rules: bands, levels out of reach, numbers without a source.
 * SPDX-License-Identifier: Apache-2.0 */
#include <stdlib.h>

#include "base/array.h"
#include "check/lint_rule.h"
#include "check/ranges.h"

const char *rung__level_name_of(const struct rung__rule_place *place, size_t level)
{
  return place->model->ladders[place->reading->ladder].level[level].id;
}

static const struct rung__measure *measure_of(const struct rung__rule_place *place)
{
  return &place->model->measures[place->reading->measure];
}

/* The scores that are held against the ladder, after the rule's own rounding. */
static struct rung__value_range scores_of(const struct rung__rule_place *place)
{
  const struct rung__measure *measure = measure_of(place);
  const struct rung__rounding *round = &place->rule->round;

  return (struct rung__value_range){rung__round_to(round, measure->low),
                                    rung__round_to(round, measure->high)};
}

/* Puts bands in the order of their lower ends by insertion; there are few. */
static void order_bands(const struct rung__rule *rule, size_t *order)
{
  for (size_t i = 0; i < rule->band_count; i++) {
    const struct rung__band *band = &rule->band[i];
    size_t at = i;
    for (; at > 0; at--) {
      const struct rung__band *before = &rule->band[order[at - 1]];
      if (!before->over.has_from || (band->over.has_from && before->over.from <= band->over.from))
        break;
      order[at] = order[at - 1];
    }
    order[at] = i;
  }
}

static void lint_neighbours(const struct rung__rule_place *place, const struct rung__band *a,
                            const struct rung__band *b, rung_notes *notes)
{
  if (!a->over.has_to || !b->over.has_from || a->over.to > b->over.from) {
    rung__note(notes, RUNG_NOTE_ERROR, place->where.text,
               "the bands of the rule '%s' overlap%s%s; a score must have one level",
               place->rule->id, b->over.has_from ? " from " : "",
               b->over.has_from ? rung__digits(b->over.from).text : "");
  } else if (a->over.to < b->over.from) {
    rung__note(notes, RUNG_NOTE_ERROR, place->where.text,
               "the bands of the rule '%s' leave a hole between %s and %s, where a score has no "
               "level",
               place->rule->id, rung__digits(a->over.to).text, rung__digits(b->over.from).text);
  }
}

/* Whether the ends of the score's range lie in a band. */
static void lint_ends(const struct rung__rule_place *place, const struct rung__band *lowest,
                      const struct rung__band *highest, rung_notes *notes)
{
  const struct rung__value_range scores = scores_of(place);
  const bool high = place->rule->closed_high;

  if (lowest->over.has_from &&
      (high ? scores.low <= lowest->over.from : scores.low < lowest->over.from)) {
    rung__note(notes, RUNG_NOTE_ERROR, place->where.text,
               "scores of '%s' begin at %s, and no band of the rule '%s' holds that; leave out "
               "the lowest \"from\"",
               measure_of(place)->id, rung__digits(scores.low).text, place->rule->id);
  }
  if (highest->over.has_to &&
      (high ? scores.high > highest->over.to : scores.high >= highest->over.to)) {
    rung__note(notes, RUNG_NOTE_ERROR, place->where.text,
               "scores of '%s' go up to %s, and no band of the rule '%s' holds that; leave out "
               "the highest \"to\"",
               measure_of(place)->id, rung__digits(scores.high).text, place->rule->id);
  }
}

static void lint_bands(const struct rung__rule_place *rule_place, rung_notes *notes)
{
  const struct rung__rule *rule = rule_place->rule;
  struct rung__rule_place bands = *rule_place;
  const struct rung__rule_place *place = &bands;
  size_t *order = rung__array_new(rule->band_count, sizeof *order);

  if (order == NULL) {
    rung__notes_fail(notes);
    return;
  }
  bands.where = rung__behind(&rule_place->where, "bands");
  order_bands(rule, order);
  for (size_t i = 1; i < rule->band_count; i++) {
    lint_neighbours(place, &rule->band[order[i - 1]], &rule->band[order[i]], notes);
  }
  lint_ends(place, &rule->band[order[0]], &rule->band[order[rule->band_count - 1]], notes);
  free(order);
}

/* Whether the rule can give a level at all: by a band or step within the range of the scores. */
static bool can_reach(const struct rung__rule_place *place, size_t level)
{
  const struct rung__value_range scores = scores_of(place);
  const struct rung__rule *rule = place->rule;

  for (size_t i = 0; i < rule->band_count; i++) {
    const struct rung__band *band = &rule->band[i];
    const bool below = band->over.has_to && band->over.to <= scores.low && !rule->closed_high;
    const bool above = band->over.has_from && band->over.from > scores.high;
    if (band->level == level && !below && !above) return true;
  }
  for (size_t i = 0; i < rule->step_count; i++) {
    if (rule->step[i].to == level) return rule->step[i].up <= scores.high;
  }
  return rule->kind == RUNG__CUT && level == 0 && rule->step[0].up > scores.low;
}

static void lint_levels(const struct rung__rule_place *place, rung_notes *notes)
{
  const struct rung__ladder *ladder = &place->model->ladders[place->reading->ladder];
  const struct rung__value_range scores = scores_of(place);

  for (size_t level = 0; level < ladder->count; level++) {
    if (can_reach(place, level)) continue;
    rung__note(notes, RUNG_NOTE_WARNING, place->where.text,
               "the rule '%s' can never give the level '%s': scores of '%s' run from %s to %s",
               place->rule->id, ladder->level[level].id, measure_of(place)->id,
               rung__digits(scores.low).text, rung__digits(scores.high).text);
  }
}

static void lint_rule(const struct rung__rule_place *place, rung_notes *notes)
{
  const struct rung__rule *rule = place->rule;

  if (rule->source == RUNG__NONE) {
    rung__note(notes, RUNG_NOTE_WARNING, place->where.text,
               "the numbers of the rule '%s' have no source; say where they come from in "
               "\"source\", be it that they are assumed",
               rule->id);
  }
  if (rule->kind == RUNG__BANDS) lint_bands(place, notes);
  if (rule->kind == RUNG__BANDS || rule->kind == RUNG__CUT) lint_levels(place, notes);
  if (rule->kind == RUNG__GATE) rung__lint_gate(place, notes);
  if (rule->kind == RUNG__FIRST) rung__lint_first(place, notes);
  if (rule->kind == RUNG__WEAKEST) rung__lint_weakest(place, notes);
}

/* Numbers of flags have no source of their own: they need the model's. */
static void lint_flags(const rung_model *model, rung_notes *notes)
{
  if (model->flag_count == 0 || model->source != RUNG__NONE) return;
  rung__note(notes, RUNG_NOTE_WARNING, "/flags",
             "the numbers of the flags have no source; name one for the whole model in \"source\"");
}

static void lint_reading(const rung_model *model, const struct rung__reading *reading,
                         rung_notes *notes)
{
  const struct rung__where where = rung__where("readings", reading->place, 0);

  for (size_t rule = 0; rule < reading->count; rule++) {
    const struct rung__rule_place place = {.model = model,
                                           .reading = reading,
                                           .rule = &reading->rule[rule],
                                           .where = rung__behind(&where, "rules/%zu", rule)};
    lint_rule(&place, notes);
  }
  rung__lint_actions(model, reading, &where, notes);
}

/* The readings of models that this one uses stand in files of their own. */
void rung__lint_rules(const rung_model *model, rung_notes *notes)
{
  for (size_t i = 0; i < model->reading_count; i++) {
    if (!model->readings[i].used) lint_reading(model, &model->readings[i], notes);
  }
  lint_flags(model, notes);
}
