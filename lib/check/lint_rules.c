/* Linting rules: bands, levels out of reach, numbers without a source.
 * SPDX-License-Identifier: Apache-2.0 */
#include <stdlib.h>

#include "base/array.h"
#include "base/number.h"
#include "check/lint.h"

/* A rule and where it stands. */
struct place {
  const rung_model *model;
  const struct rung__reading *reading;
  const struct rung__rule *rule;
  char where[72];
};

struct decimal {
  char text[RUNG__NUMBER_SIZE];
};

static struct decimal decimal(int64_t grid)
{
  struct decimal decimal;

  rung__number_write(rung__grid_double(grid), decimal.text);
  return decimal;
}

static const struct rung__measure *measure_of(const struct place *place)
{
  return &place->model->measures[place->reading->measure];
}

/* Puts bands in the order of their lower ends by insertion; there are few. */
static void order_bands(const struct rung__rule *rule, size_t *order)
{
  for (size_t i = 0; i < rule->band_count; i++) {
    const struct rung__band *band = &rule->band[i];
    size_t at = i;
    for (; at > 0; at--) {
      const struct rung__band *before = &rule->band[order[at - 1]];
      if (!before->has_from || (band->has_from && before->from <= band->from)) break;
      order[at] = order[at - 1];
    }
    order[at] = i;
  }
}

static void lint_neighbours(const struct place *place, const struct rung__band *a,
                            const struct rung__band *b, rung_notes *notes)
{
  if (!a->has_to || !b->has_from || a->to > b->from) {
    rung__note(notes, RUNG_NOTE_ERROR, place->where,
               "the bands of the rule '%s' overlap%s%s; a score must have one level",
               place->rule->id, b->has_from ? " from " : "",
               b->has_from ? decimal(b->from).text : "");
  } else if (a->to < b->from) {
    rung__note(notes, RUNG_NOTE_ERROR, place->where,
               "the bands of the rule '%s' leave a hole between %s and %s, where a score has no "
               "level",
               place->rule->id, decimal(a->to).text, decimal(b->from).text);
  }
}

/* Whether the ends of the score's range lie in a band. */
static void lint_ends(const struct place *place, const struct rung__band *lowest,
                      const struct rung__band *highest, rung_notes *notes)
{
  const struct rung__measure *measure = measure_of(place);
  const bool high = place->rule->closed_high;

  if (lowest->has_from && (high ? measure->low <= lowest->from : measure->low < lowest->from)) {
    rung__note(notes, RUNG_NOTE_ERROR, place->where,
               "scores of '%s' begin at %s, and no band of the rule '%s' holds that; leave out "
               "the lowest \"from\"",
               measure->id, decimal(measure->low).text, place->rule->id);
  }
  if (highest->has_to && (high ? measure->high > highest->to : measure->high >= highest->to)) {
    rung__note(notes, RUNG_NOTE_ERROR, place->where,
               "scores of '%s' go up to %s, and no band of the rule '%s' holds that; leave out "
               "the highest \"to\"",
               measure->id, decimal(measure->high).text, place->rule->id);
  }
}

static void lint_bands(const struct place *rule_place, rung_notes *notes)
{
  const struct rung__rule *rule = rule_place->rule;
  struct place bands = *rule_place;
  const struct place *place = &bands;
  size_t *order = rung__array_new(rule->band_count, sizeof *order);

  if (order == NULL) {
    rung__notes_fail(notes);
    return;
  }
  rung__print(bands.where, sizeof bands.where, "%s/bands", rule_place->where);
  order_bands(rule, order);
  for (size_t i = 1; i < rule->band_count; i++) {
    lint_neighbours(place, &rule->band[order[i - 1]], &rule->band[order[i]], notes);
  }
  lint_ends(place, &rule->band[order[0]], &rule->band[order[rule->band_count - 1]], notes);
  free(order);
}

/* Whether the rule can give a level at all: by a band or step within the range of the scores. */
static bool can_reach(const struct place *place, size_t level)
{
  const struct rung__measure *measure = measure_of(place);
  const struct rung__rule *rule = place->rule;

  for (size_t i = 0; i < rule->band_count; i++) {
    const struct rung__band *band = &rule->band[i];
    const bool below = band->has_to && band->to <= measure->low && !rule->closed_high;
    const bool above = band->has_from && band->from > measure->high;
    if (band->level == level && !below && !above) return true;
  }
  for (size_t i = 0; i < rule->step_count; i++) {
    if (rule->step[i].to == level) return rule->step[i].up <= measure->high;
  }
  return rule->kind == RUNG__CUT && level == 0 && rule->step[0].up > measure->low;
}

static void lint_levels(const struct place *place, rung_notes *notes)
{
  const struct rung__ladder *ladder = &place->model->ladders[place->reading->ladder];

  for (size_t level = 0; level < ladder->count; level++) {
    if (can_reach(place, level)) continue;
    rung__note(notes, RUNG_NOTE_WARNING, place->where,
               "the rule '%s' can never give the level '%s': scores of '%s' run from %s to %s",
               place->rule->id, ladder->level[level].id, measure_of(place)->id,
               decimal(measure_of(place)->low).text, decimal(measure_of(place)->high).text);
  }
}

static void lint_rule(const struct place *place, rung_notes *notes)
{
  const struct rung__rule *rule = place->rule;

  if (rule->source == RUNG__NONE) {
    rung__note(notes, RUNG_NOTE_WARNING, place->where,
               "the numbers of the rule '%s' have no source; say where they come from in "
               "\"source\", be it that they are assumed",
               rule->id);
  }
  if (rule->kind == RUNG__BANDS) lint_bands(place, notes);
  if (rule->kind == RUNG__BANDS || rule->kind == RUNG__CUT) lint_levels(place, notes);
}

/* Numbers of flags have no source of their own: they need the model's. */
static void lint_flags(const rung_model *model, rung_notes *notes)
{
  if (model->flag_count == 0 || model->source != RUNG__NONE) return;
  rung__note(notes, RUNG_NOTE_WARNING, "/flags",
             "the numbers of the flags have no source; name one for the whole model in \"source\"");
}

void rung__lint_rules(const rung_model *model, rung_notes *notes)
{
  for (size_t i = 0; i < model->reading_count; i++) {
    const struct rung__reading *reading = &model->readings[i];
    for (size_t rule = 0; rule < reading->count; rule++) {
      struct place place = {.model = model, .reading = reading, .rule = &reading->rule[rule]};
      rung__print(place.where, sizeof place.where, "/readings/%zu/rules/%zu", i, rule);
      lint_rule(&place, notes);
    }
  }
  lint_flags(model, notes);
}
