/* Describing a model: what it asks, how it scores, what its numbers rest on.
 * SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "model/model.h"
#include "write/page.h"

/* What every section needs. */
struct description {
  const rung_model *model;
  const char *language;
  struct rung__buffer *page;
};

static void say_grid(struct rung__buffer *line, int64_t value)
{
  rung__put_number(line, rung__grid_double(value));
}

static const char *text_of(const struct description *to, rung_part part, size_t index)
{
  return rung_model_part_text(to->model, part, index, to->language);
}

static void put_head(const struct description *to)
{
  const rung_model *model = to->model;
  struct rung__buffer line = {0};
  rung__put_text(&line, rung__localised(&model->title, to->language, model->id));
  rung__page_say(to->page, 0, &line);
  rung__put_format(&line, "Model %s %s; licence %s; a row of answers is %s.", model->id,
                   model->version, model->licence, model->people ? "a person" : "an assessment");
  rung__page_say(to->page, 0, &line);
  rung__put_format(&line, "Digest %s", model->digest_text);
  rung__page_say(to->page, 0, &line);
  if (model->description.count == 0) return;
  rung__put_byte(to->page, '\n');
  rung__put_text(&line, rung__localised(&model->description, to->language, ""));
  rung__page_say(to->page, 0, &line);
}

static void put_unmeasured(const struct description *to)
{
  bool any = false;
  for (size_t i = 0; i < to->model->item_count; i++) {
    if (!to->model->items[i].unmeasured) continue;
    if (!any) rung__page_heading(to->page, "What is not measured");
    any = true;
    struct rung__buffer line = {0};
    rung__put_format(&line, "%s: %s", text_of(to, RUNG_PART_ITEM, i),
                     to->model->items[i].unmeasured);
    rung__page_say(to->page, 2, &line);
  }
}

static void put_level(const struct description *to, size_t ladder, size_t index)
{
  const struct rung__level *level = &to->model->ladders[ladder].level[index];
  struct rung__buffer line = {0};
  rung__put_format(&line, "%s %s", level->id,
                   rung_model_level_name(to->model, ladder, index, NULL, to->language));
  for (size_t i = 0; i < level->facet_count; i++)
    if (strcmp(level->facet[i], "neutral") != 0)
      rung__put_format(&line, "; %s: %s", level->facet[i],
                       rung__localised(&level->name[i], to->language, "–"));
  if (!level->anchor) rung__put_text(&line, "; visited, never stated");
  rung__page_say(to->page, 2, &line);
  if (level->description.count == 0) return;
  rung__put_text(&line, rung__localised(&level->description, to->language, ""));
  rung__page_say(to->page, 6, &line);
}

static void put_ladder(const struct description *to, size_t index)
{
  const struct rung__ladder *ladder = &to->model->ladders[index];
  struct rung__buffer line = {0};
  rung__put_format(&line, "Ladder: %s", text_of(to, RUNG_PART_LADDER, index));
  if (line.failed)
    to->page->failed = true;
  else
    rung__page_heading(to->page, line.data);
  rung__buffer_free(&line);
  for (size_t i = 0; i < ladder->count; i++)
    put_level(to, index, i);
  for (size_t i = 0; i < ladder->region_count; i++) {
    const struct rung__region *region = &ladder->region[i];
    rung__put_format(&line, "%s: %s to %s",
                     rung__localised(&region->name, to->language, region->id),
                     ladder->level[region->first].id, ladder->level[region->last].id);
    rung__page_say(to->page, 2, &line);
  }
}

static void say_steps(struct rung__buffer *line, const struct rung__ladder *ladder,
                      const struct rung__rule *rule)
{
  for (size_t i = 0; i < rule->step_count; i++) {
    const struct rung__step *step = &rule->step[i];
    rung__put_format(line, "%s level %s from ", i > 0 ? "," : "", ladder->level[step->to].id);
    say_grid(line, step->up);
    if (step->down != step->up) {
      rung__put_text(line, ", kept down to ");
      say_grid(line, step->down);
    }
    if (step->waves > 1) rung__put_format(line, ", held after %lld waves", (long long)step->waves);
  }
}

static void say_bands(struct rung__buffer *line, const struct rung__ladder *ladder,
                      const struct rung__rule *rule)
{
  for (size_t i = 0; i < rule->band_count; i++) {
    const struct rung__band *band = &rule->band[i];
    rung__put_format(line, "%s level %s", i > 0 ? "," : "", ladder->level[band->level].id);
    if (band->has_from) {
      rung__put_text(line, rule->closed_high ? " above " : " from ");
      say_grid(line, band->from);
    }
    if (band->has_to) {
      rung__put_text(line, rule->closed_high ? " up to " : " below ");
      say_grid(line, band->to);
    }
  }
}

static void say_rule(struct rung__buffer *line, const struct description *to,
                     const struct rung__reading *reading, const struct rung__rule *rule)
{
  const struct rung__ladder *ladder = &to->model->ladders[reading->ladder];
  const char *from = rule->from >= 0 ? reading->rule[rule->from].id : "";
  switch (rule->kind) {
  case RUNG__CUT: say_steps(line, ladder, rule); break;
  case RUNG__BANDS: say_bands(line, ladder, rule); break;
  case RUNG__WEAKEST:
    rung__put_format(line, " the lowest level that any of these reaches by %s:", from);
    for (size_t i = 0; i < rule->of_count; i++)
      rung__put_format(line, "%s %s", i > 0 ? "," : "", to->model->measures[rule->of[i]].id);
    break;
  case RUNG__SHARE_RULE:
    rung__put_text(line, " the highest level that at least ");
    rung__tell_share(line, rung__grid_double(rule->least));
    rung__put_format(line, " of people reach by %s", from);
    break;
  }
}

static void put_rule(const struct description *to, const struct rung__reading *reading,
                     size_t index)
{
  const struct rung__rule *rule = &reading->rule[index];
  struct rung__buffer line = {0};
  rung__put_format(&line, "%s%s, over %s:", rule->id, index == reading->primary ? " (primary)" : "",
                   rule->over_people ? "people" : "the group");
  say_rule(&line, to, reading, rule);
  if (rule->source >= 0) {
    const struct rung__source *source = &to->model->sources[rule->source];
    rung__put_format(&line, "; source %s (%s)", source->id, rung__source_kind_words[source->kind]);
  } else {
    rung__put_text(&line, "; no source is named");
  }
  rung__page_say(to->page, 4, &line);
}

static void put_readings(const struct description *to)
{
  if (to->model->reading_count > 0) rung__page_heading(to->page, "Readings");
  for (size_t i = 0; i < to->model->reading_count; i++) {
    const struct rung__reading *reading = &to->model->readings[i];
    struct rung__buffer line = {0};
    rung__put_format(&line, "%s: %s, the measure %s on the ladder %s", reading->id,
                     text_of(to, RUNG_PART_READING, i), to->model->measures[reading->measure].id,
                     to->model->ladders[reading->ladder].id);
    if (reading->facet) rung__put_format(&line, "; its own level names: %s", reading->facet);
    rung__page_say(to->page, 2, &line);
    for (size_t k = 0; k < reading->count; k++)
      put_rule(to, reading, k);
  }
}

static void put_measure(const struct description *to, size_t index)
{
  const struct rung__measure *measure = &to->model->measures[index];
  struct rung__buffer line = {0};
  rung__put_format(&line, "%s: %s, %s of %zu, ", measure->id, text_of(to, RUNG_PART_MEASURE, index),
                   rung__by_words[measure->by], measure->count);
  say_grid(&line, measure->low);
  rung__put_text(&line, " to ");
  say_grid(&line, measure->high);
  rung__put_text(&line, "; needs ");
  if (measure->needs_count > 0) {
    rung__put_format(&line, "%lld answered", (long long)measure->needs_count);
  } else {
    rung__tell_share(&line, rung__grid_double(measure->needs_share));
    rung__put_text(&line, " answered");
  }
  if (measure->construct_said)
    rung__put_text(&line, measure->reflective ? "; reflective" : "; formative");
  if (measure->across_items) rung__put_text(&line, "; across items");
  rung__page_say(to->page, 2, &line);
}

static void put_items(const struct description *to)
{
  size_t of_kind[RUNG__TEXT + 1] = {0};
  struct rung__buffer line = {0};
  for (size_t i = 0; i < to->model->item_count; i++)
    of_kind[to->model->items[i].kind]++;
  rung__put_format(&line, "%zu items:", to->model->item_count);
  const char *comma = "";
  for (size_t i = 0; i <= RUNG__TEXT; i++) {
    if (of_kind[i] == 0) continue;
    rung__put_format(&line, "%s %zu %s", comma, of_kind[i], rung__item_kind_words[i]);
    comma = ",";
  }
  rung__page_heading(to->page, "Items");
  rung__page_say(to->page, 2, &line);
}

static void put_pairs_and_flags(const struct description *to)
{
  const rung_model *model = to->model;
  struct rung__buffer line = {0};
  if (model->pair_count + model->flag_count == 0) return;
  rung__page_heading(to->page, "Pairs and flags");
  for (size_t i = 0; i < model->pair_count; i++) {
    rung__put_format(&line, "%s: %s, said %s, done %s", model->pairs[i].id,
                     text_of(to, RUNG_PART_PAIR, i), model->measures[model->pairs[i].said].id,
                     model->measures[model->pairs[i].done].id);
    rung__page_say(to->page, 2, &line);
  }
  for (size_t i = 0; i < model->flag_count; i++) {
    rung__put_format(&line, "%s: %s", model->flags[i].id, text_of(to, RUNG_PART_FLAG, i));
    rung__page_say(to->page, 2, &line);
  }
}

static void put_sources(const struct description *to)
{
  const rung_model *model = to->model;
  struct rung__buffer line = {0};
  rung__page_heading(to->page, "What the numbers rest on");
  for (size_t i = 0; i < model->source_count; i++) {
    const struct rung__source *source = &model->sources[i];
    rung__put_format(&line, "%s (%s): %s", source->id, rung__source_kind_words[source->kind],
                     source->text);
    if (source->reference) rung__put_format(&line, " (%s)", source->reference);
    rung__page_say(to->page, 2, &line);
  }
  if (model->source_count == 0) rung__put_text(to->page, "  No source is named.\n");
  rung__put_format(&line,
                   "Disclosure: under %lld people a group is hidden, under %lld only a rounded "
                   "mean is shown.",
                   (long long)model->least_n, (long long)model->least_n_spread);
  rung__page_say(to->page, 2, &line);
}

rung_status rung_model_describe(const rung_model *model, const char *language, rung_bytes **out,
                                rung_error *error)
{
  if (!out) return rung__fail(error, RUNG_E_ARGUMENT, "out is NULL");
  *out = NULL;
  if (!model) return rung__fail(error, RUNG_E_ARGUMENT, "model is NULL");
  struct rung__buffer page = {0};
  const struct description to = {model, language, &page};
  put_head(&to);
  put_unmeasured(&to);
  for (size_t i = 0; i < model->ladder_count; i++)
    put_ladder(&to, i);
  put_readings(&to);
  rung__page_heading(&page, "Measures");
  for (size_t i = 0; i < model->measure_count; i++)
    put_measure(&to, i);
  put_items(&to);
  put_pairs_and_flags(&to);
  put_sources(&to);
  return rung__bytes_of(&page, out, error);
}
