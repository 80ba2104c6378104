/* Describing a model: what it asks, how it scores, what its numbers rest on.
 * SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "findings/findings_notes.h"
#include "model/words.h"
#include "write/describe_parts.h"
#include "write/describe_rules.h"
#include "write/page.h"

static const char *text_of(const struct rung__description *to, rung_part part, size_t index)
{
  return rung_model_part_text(to->model, part, index, to->language);
}

static void put_head(const struct rung__description *to)
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

static void put_unmeasured(const struct rung__description *to)
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

/* Beside what is not measured stands what is decided all the same. */
static void put_beliefs(const struct rung__description *to)
{
  const rung_model *model = to->model;
  if (model->belief_count > 0) rung__page_heading(to->page, "What is decided without measuring");
  for (size_t i = 0; i < model->belief_count; i++) {
    struct rung__buffer line = {0};
    rung__put_format(&line, "%s: ", model->beliefs[i].id);
    rung__tell_belief(&line, &model->beliefs[i], to->language);
    rung__put_text(&line, " It is listed, and never scored.");
    rung__page_say(to->page, 2, &line);
  }
}

static size_t count_items(const rung_model *model, const char *prefix, size_t length)
{
  size_t count = 0;
  for (size_t i = 0; i < model->item_count; i++)
    count += strncmp(model->items[i].id, prefix, length) == 0 && model->items[i].id[length] == '.';
  return count;
}

static size_t count_measures(const rung_model *model, const char *prefix, size_t length)
{
  size_t count = 0;
  for (size_t i = 0; i < model->measure_count; i++)
    count += strncmp(model->measures[i].id, prefix, length) == 0 &&
             model->measures[i].id[length] == '.';
  return count;
}

static size_t count_readings(const rung_model *model, const char *prefix, size_t length)
{
  size_t count = 0;
  for (size_t i = 0; i < model->reading_count; i++)
    count += model->readings[i].used && strncmp(model->readings[i].id, prefix, length) == 0 &&
             model->readings[i].id[length] == '.';
  return count;
}

static void put_uses(const struct rung__description *to)
{
  const rung_model *model = to->model;
  if (model->use_count > 0) rung__page_heading(to->page, "What it takes from other models");
  for (size_t i = 0; i < model->use_count; i++) {
    const char *name = model->uses[i];
    const size_t length = strcspn(name, "@");
    struct rung__buffer line = {0};
    rung__put_format(&line,
                     "%s: %zu items, %zu measures and %zu readings, as they stand there; their ids "
                     "begin with %.*s.",
                     name, count_items(model, name, length), count_measures(model, name, length),
                     count_readings(model, name, length), (int)length, name);
    rung__page_say(to->page, 2, &line);
  }
}

static void put_level(const struct rung__description *to, size_t ladder, size_t index)
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

static void put_ladder(const struct rung__description *to, size_t index)
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

static void put_rule(const struct rung__description *to, const struct rung__reading *reading,
                     size_t index)
{
  const struct rung__rule *rule = &reading->rule[index];
  struct rung__buffer line = {0};
  rung__put_format(&line, "%s%s, over %s:", rule->id, index == reading->primary ? " (primary)" : "",
                   rule->over_people  ? "people"
                   : rule->over_items ? "items"
                                      : "the group");
  rung__describe_rule(&line, to->model, reading, rule);
  if (rule->source >= 0) {
    const struct rung__source *source = &to->model->sources[rule->source];
    rung__put_format(&line, "; source %s (%s)", source->id, rung__source_kind_words[source->kind]);
  } else {
    rung__put_text(&line, "; no source is named");
  }
  rung__page_say(to->page, 4, &line);
}

static void put_action(const struct rung__description *to, const struct rung__reading *reading,
                       size_t index)
{
  const struct rung__action *action = &reading->action[index];
  struct rung__buffer line = {0};
  rung__describe_action(&line, to->model, &to->model->ladders[reading->ladder], action);
  rung__put_format(&line, ": %s", rung__localised(&action->reason, to->language, ""));
  rung__page_say(to->page, 4, &line);
}

static void put_readings(const struct rung__description *to)
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
    for (size_t k = 0; k < reading->action_count; k++)
      put_action(to, reading, k);
  }
}

static void put_pairs_and_flags(const struct rung__description *to)
{
  const rung_model *model = to->model;
  struct rung__buffer line = {0};
  if (model->pair_count + model->relation_count + model->flag_count == 0) return;
  rung__page_heading(to->page,
                     model->relation_count > 0 ? "Pairs, relations and flags" : "Pairs and flags");
  for (size_t i = 0; i < model->pair_count; i++) {
    const struct rung__pair *pair = &model->pairs[i];
    rung__put_format(&line, "%s: %s, %s %s, %s %s", pair->id, text_of(to, RUNG_PART_PAIR, i),
                     pair->of_sides ? "inside" : "said", model->measures[pair->said].id,
                     pair->of_sides ? "outside" : "done", model->measures[pair->done].id);
    rung__page_say(to->page, 2, &line);
  }
  for (size_t i = 0; i < model->relation_count; i++) {
    const struct rung__relation *relation = &model->relations[i];
    rung__put_format(&line, "%s: %s, %s beside %s", relation->id,
                     text_of(to, RUNG_PART_RELATION, i), model->readings[relation->reading[0]].id,
                     model->readings[relation->reading[1]].id);
    rung__page_say(to->page, 2, &line);
  }
  for (size_t i = 0; i < model->flag_count; i++) {
    rung__put_format(&line, "%s: %s", model->flags[i].id, text_of(to, RUNG_PART_FLAG, i));
    rung__page_say(to->page, 2, &line);
  }
}

static void put_sources(const struct rung__description *to)
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
  const struct rung__description to = {model, language, &page};
  put_head(&to);
  put_unmeasured(&to);
  put_beliefs(&to);
  put_uses(&to);
  for (size_t i = 0; i < model->ladder_count; i++)
    put_ladder(&to, i);
  put_readings(&to);
  rung__describe_measures(&to);
  rung__describe_items(&to);
  put_pairs_and_flags(&to);
  put_sources(&to);
  return rung__bytes_of(&page, out, error);
}
