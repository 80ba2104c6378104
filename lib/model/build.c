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
  TRY(rung__json_at_most(at, RUNG__LANGUAGES_MAX, "languages", build->error));
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
  TRY(rung__build_part_id(build, at, &id));
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

static rung_status put_prefix(struct rung__build *build, const char *id, const char **out)
{
  struct rung__buffer joined = {0};

  rung__put_text(&joined, build->prefix);
  rung__put_text(&joined, id);
  const rung_status status = joined.failed ? rung__fail_memory(build->error)
                                           : rung__build_text(build, joined.data, out);
  rung__buffer_free(&joined);
  return status;
}

rung_status rung__build_part_id(struct rung__build *build, const struct rung__json *at,
                                const char **out)
{
  const char *id;

  TRY(rung__json_id(at, &id, build->error));
  return put_prefix(build, id, out);
}

rung_status rung__build_key(struct rung__build *build, const struct rung__json *member,
                            const char **out)
{
  TRY(rung__json_key_id(member, build->error));
  return put_prefix(build, member->key, out);
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

/* Says which levels there are, as far as they fit. */
static rung_status fail_level(const struct rung__build *build, const struct rung__json *at,
                              const struct rung__ladder *ladder, const char *id)
{
  char levels[256] = "";
  size_t length = 0;

  for (size_t i = 0; i < ladder->count && length < sizeof levels; i++) {
    length += rung__print(levels + length, sizeof levels - length, "%s%s", i == 0 ? "" : ", ",
                          ladder->level[i].id);
  }
  return rung__json_fail(at, build->error, "the ladder '%s' has no level '%s'; it has %s%s",
                         ladder->id, id, levels, length < sizeof levels ? "" : "...");
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
  return fail_level(build, at, ladder, id);
}

rung_status rung__build_ladder(struct rung__build *build, const struct rung__json *at, size_t *out)
{
  const char *id;

  TRY(rung__build_part_id(build, at, &id));
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

  TRY(rung__build_part_id(build, at, &id));
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

rung_status rung__measure_fail(struct rung__build *build, const struct rung__measure *measure,
                               const char *format, ...)
{
  const struct rung__document *document = &build->document[build->document_count - 1];
  char message[sizeof build->error->message];
  va_list arguments;

  while (document->first_measure > measure->place)
    document--;
  const struct rung__json list = rung__json_member(&document->root, "measures");
  const struct rung__json at = rung__json_element(&list, measure->place - document->first_measure);
  va_start(arguments, format);
  rung__format(message, sizeof message, format, arguments);
  va_end(arguments);
  return rung__json_fail(&at, build->error, "%s", message);
}
