/* What the readers of a model's parts share.
 * SPDX-License-Identifier: Apache-2.0 */
#include "model/build.h"

#include <string.h>

rung_status rung__build_take(struct rung__build *build, size_t count, size_t size, void *out)
{
  void *room = rung__arena_take(&build->model->arena, count, size);

  if (room == NULL) return rung__fail_memory(build->error);
  memcpy(out, &room, sizeof room);
  return RUNG_OK;
}

rung_status rung__build_text(struct rung__build *build, const char *text, const char **out)
{
  *out = rung__arena_text(&build->model->arena, text, strlen(text));
  return *out == NULL ? rung__fail_memory(build->error) : RUNG_OK;
}

static rung_status fail_localised(const struct rung__build *build, const struct rung__json *at)
{
  return rung__json_fail(at, build->error,
                         "found %s; expected text by language, such as {\"en\": \"...\"}",
                         rung__json_size(at) == 0 ? rung__json_kind(at) : "no language");
}

rung_status rung__build_localised(struct rung__build *build, const struct rung__json *at,
                                  struct rung__localised *out)
{
  struct rung__json member;
  void *step = NULL;

  if (at->value == NULL) return RUNG_OK;
  if (!json_is_object(at->value)) return fail_localised(build, at);
  TRY(rung__build_take(build, rung__json_size(at), sizeof *out->language, &out->language));
  TRY(rung__build_take(build, rung__json_size(at), sizeof *out->text, &out->text));
  while (rung__json_next(at, &step, &member)) {
    const char *text;
    TRY(rung__json_key_language(&member, build->error));
    TRY(rung__json_string(&member, 4096, &text, build->error));
    TRY(rung__build_text(build, member.key, &out->language[out->count]));
    TRY(rung__build_text(build, text, &out->text[out->count]));
    out->count++;
  }
  return out->count == 0 ? fail_localised(build, at) : RUNG_OK;
}

rung_status rung__build_source(struct rung__build *build, const struct rung__json *at, int *out)
{
  const char *id;

  if (at->value == NULL) return RUNG_OK;
  TRY(rung__json_id(at, &id, build->error));
  for (size_t i = 0; i < build->model->source_count; i++) {
    if (strcmp(build->model->sources[i].id, id) == 0) {
      *out = (int)i;
      return RUNG_OK;
    }
  }
  return rung__json_fail(at, build->error, "there is no source '%s'; declare it under /sources",
                         id);
}

rung_status rung__build_word(struct rung__build *build, const struct rung__json *at,
                             const char *const *words, int *out)
{
  if (at->value == NULL) return RUNG_OK;
  return rung__json_word(at, words, out, build->error);
}

rung_status rung__build_id(struct rung__build *build, const struct rung__json *at, const char **out)
{
  const char *id;

  TRY(rung__json_id(at, &id, build->error));
  return rung__build_text(build, id, out);
}

rung_status rung__build_grid(struct rung__build *build, const struct rung__json *at, int64_t *out)
{
  double value;

  TRY(rung__json_number(at, -65536, 65536, &value, build->error));
  if (!rung__grid_of(value, out)) {
    return rung__json_fail(at, build->error, "the number does not lie within -65536 and 65536");
  }
  return RUNG_OK;
}

rung_status rung__build_level(struct rung__build *build, const struct rung__json *at,
                              const struct rung__ladder *ladder, size_t *out)
{
  const char *id;

  TRY(rung__json_id(at, &id, build->error));
  for (size_t i = 0; i < ladder->count; i++) {
    if (strcmp(ladder->level[i].id, id) == 0) {
      *out = i;
      return RUNG_OK;
    }
  }
  return rung__json_fail(at, build->error, "the ladder '%s' has no level '%s'", ladder->id, id);
}

rung_status rung__build_ladder(struct rung__build *build, const struct rung__json *at, size_t *out)
{
  const char *id;

  TRY(rung__json_id(at, &id, build->error));
  for (size_t i = 0; i < build->model->ladder_count; i++) {
    if (strcmp(build->model->ladders[i].id, id) == 0) {
      *out = i;
      return RUNG_OK;
    }
  }
  return rung__json_fail(at, build->error, "there is no ladder '%s'; declare it under /ladders",
                         id);
}

rung_status rung__build_measure(struct rung__build *build, const struct rung__json *at, size_t *out)
{
  const char *id;

  TRY(rung__json_id(at, &id, build->error));
  const uint32_t found = rung__names_find(&build->nodes, rung__slice(id));
  if (found == RUNG__NO_NAME || found < build->model->item_count) {
    return rung__json_fail(at, build->error, "there is no measure '%s'%s", id,
                           found == RUNG__NO_NAME ? "; declare it under /measures"
                                                  : ": that is an item; name a measure");
  }
  *out = found - build->model->item_count;
  return RUNG_OK;
}

rung_status rung__build_name(struct rung__build *build, struct rung__names *names,
                             const struct rung__json *at, const char *id)
{
  if (rung__names_find(names, rung__slice(id)) != RUNG__NO_NAME) {
    return rung__json_fail(at, build->error, "the id '%s' is used twice; every id must be unique",
                           id);
  }
  return rung__names_add(names, rung__slice(id)) == RUNG__NO_NAME ? rung__fail_memory(build->error)
                                                                  : RUNG_OK;
}
