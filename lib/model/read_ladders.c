/* Reading sources and ladders.
 * SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "model/build.h"

rung_status rung__read_sources(struct rung__build *build, const struct rung__json *root)
{
  const struct rung__json at = rung__json_member(root, "sources");
  rung_model *model = build->model;
  struct rung__json entry;
  void *step = NULL;

  if (at.value == NULL) return RUNG_OK;
  if (!json_is_object(at.value)) {
    return rung__json_fail(&at, build->error, "found %s; expected an object of sources by id",
                           rung__json_kind(&at));
  }
  while (rung__json_next(&at, &step, &entry)) {
    struct rung__source *source = &model->sources[model->source_count];
    const struct rung__json kind = rung__json_member(&entry, "kind");
    const struct rung__json text = rung__json_member(&entry, "text");
    const struct rung__json reference = rung__json_member(&entry, "ref");
    const char *found;
    int word = 0;

    TRY(rung__build_key(build, &entry, &source->id));
    TRY(rung__json_object(&entry, "kind! text! ref", build->error));
    TRY(rung__json_word(&kind, rung__source_kind_words, &word, build->error));
    source->kind = (enum rung__source_kind)word;
    TRY(rung__json_string(&text, 4096, &found, build->error));
    TRY(rung__build_text(build, found, &source->text));
    if (reference.value != NULL) {
      TRY(rung__json_string(&reference, 4096, &found, build->error));
      TRY(rung__build_text(build, found, &source->reference));
    }
    model->source_count++;
  }
  return RUNG_OK;
}

static rung_status read_names(struct rung__build *build, const struct rung__json *at,
                              struct rung__level *level)
{
  struct rung__json member;
  void *step = NULL;

  if (!json_is_object(at->value)) {
    return rung__json_fail(at, build->error, "found %s; expected names by facet, \"neutral\" first",
                           rung__json_kind(at));
  }
  TRY(rung__build_take(build, rung__json_size(at), sizeof *level->facet, &level->facet));
  TRY(rung__build_take(build, rung__json_size(at), sizeof *level->name, &level->name));
  while (rung__json_next(at, &step, &member)) {
    TRY(rung__json_key_id(&member, build->error));
    TRY(rung__build_text(build, member.key, &level->facet[level->facet_count]));
    TRY(rung__build_localised(build, &member, &level->name[level->facet_count]));
    level->facet_count++;
  }
  if (rung__json_member(at, "neutral").value == NULL) {
    return rung__json_fail(at, build->error, "there is no \"neutral\" name; every level needs one");
  }
  return RUNG_OK;
}

static rung_status read_level(struct rung__build *build, const struct rung__json *at,
                              const struct rung__ladder *ladder, struct rung__level *level)
{
  const struct rung__json id = rung__json_member(at, "id");
  const struct rung__json names = rung__json_member(at, "names");
  const struct rung__json anchor = rung__json_member(at, "anchor");
  const struct rung__json description = rung__json_member(at, "description");

  TRY(rung__json_object(at, "id! names! anchor description", build->error));
  TRY(rung__build_id(build, &id, &level->id));
  for (const struct rung__level *other = ladder->level; other < level; other++) {
    if (strcmp(other->id, level->id) == 0) {
      return rung__json_fail(&id, build->error, "the level '%s' stands twice in this ladder",
                             level->id);
    }
  }
  TRY(read_names(build, &names, level));
  level->anchor = true;
  if (anchor.value != NULL) TRY(rung__json_boolean(&anchor, &level->anchor, build->error));
  return rung__build_localised(build, &description, &level->description);
}

static rung_status read_region(struct rung__build *build, const struct rung__json *at,
                               const struct rung__ladder *ladder, struct rung__region *region)
{
  const struct rung__json id = rung__json_member(at, "id");
  const struct rung__json names = rung__json_member(at, "names");
  const struct rung__json levels = rung__json_member(at, "levels");

  TRY(rung__json_object(at, "id! names! levels!", build->error));
  TRY(rung__build_id(build, &id, &region->id));
  TRY(rung__build_localised(build, &names, &region->name));
  TRY(rung__json_array(&levels, 1, ladder->count, build->error));
  for (size_t i = 0; i < rung__json_size(&levels); i++) {
    const struct rung__json element = rung__json_element(&levels, i);
    size_t level;
    TRY(rung__build_level(build, &element, ladder, &level));
    if (i == 0) region->first = level;
    if (level != region->first + i) {
      return rung__json_fail(&element, build->error,
                             "the levels of a region stand side by side, lowest first");
    }
    region->last = level;
  }
  return RUNG_OK;
}

/* A level that is no anchor is stated as the highest anchor below it. */
static void fill_stated(struct rung__ladder *ladder)
{
  int8_t stated = 0;

  for (size_t i = 0; i < ladder->count; i++) {
    if (ladder->level[i].anchor) stated = (int8_t)i;
    ladder->stated[i] = stated;
  }
}

static rung_status read_ladder(struct rung__build *build, const struct rung__json *at,
                               struct rung__ladder *ladder)
{
  const struct rung__json id = rung__json_member(at, "id");
  const struct rung__json title = rung__json_member(at, "title");
  const struct rung__json levels = rung__json_member(at, "levels");
  const struct rung__json regions = rung__json_member(at, "regions");

  TRY(rung__json_object(at, "id! title levels! regions", build->error));
  TRY(rung__build_part_id(build, &id, &ladder->id));
  TRY(rung__build_localised(build, &title, &ladder->title));
  TRY(rung__json_array(&levels, 2, RUNG__LEVELS_MAX, build->error));
  const size_t count = rung__json_size(&levels);
  TRY(rung__build_take(build, count, sizeof *ladder->level, &ladder->level));
  TRY(rung__build_take(build, count, sizeof *ladder->stated, &ladder->stated));
  for (; ladder->count < count; ladder->count++) {
    const struct rung__json level = rung__json_element(&levels, ladder->count);
    TRY(read_level(build, &level, ladder, &ladder->level[ladder->count]));
  }
  fill_stated(ladder);
  if (!ladder->level[0].anchor) {
    const struct rung__json level = rung__json_element(&levels, 0);
    return rung__json_fail(&level, build->error,
                           "the lowest level has \"anchor\": false, so nothing could be stated");
  }
  if (regions.value == NULL) return RUNG_OK;
  TRY(rung__json_array(&regions, 0, RUNG__LEVELS_MAX, build->error));
  TRY(rung__build_take(build, rung__json_size(&regions), sizeof *ladder->region, &ladder->region));
  for (; ladder->region_count < rung__json_size(&regions); ladder->region_count++) {
    const struct rung__json region = rung__json_element(&regions, ladder->region_count);
    TRY(read_region(build, &region, ladder, &ladder->region[ladder->region_count]));
  }
  return RUNG_OK;
}

rung_status rung__read_ladders(struct rung__build *build, const struct rung__json *root)
{
  const struct rung__json at = rung__json_member(root, "ladders");
  rung_model *model = build->model;

  if (at.value == NULL) return RUNG_OK;
  TRY(rung__json_array(&at, 0, RUNG__LADDERS_MAX - model->ladder_count, build->error));
  for (size_t i = 0; i < rung__json_size(&at); i++, model->ladder_count++) {
    struct rung__ladder *read = &model->ladders[model->ladder_count];
    const struct rung__json ladder = rung__json_element(&at, i);
    TRY(read_ladder(build, &ladder, read));
    for (const struct rung__ladder *other = model->ladders; other < read; other++) {
      if (strcmp(other->id, read->id) == 0) {
        const struct rung__json id = rung__json_member(&ladder, "id");
        return rung__json_fail(&id, build->error, "the ladder '%s' is declared twice", read->id);
      }
    }
  }
  return RUNG_OK;
}
