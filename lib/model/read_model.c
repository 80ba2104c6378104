/* Reading a model file from end to end.
 * SPDX-License-Identifier: Apache-2.0 */
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "model/build.h"
#include "read/file.h"

#define FILE_LIMIT ((size_t)8 << 20)

static bool is_version(const char *text)
{
  size_t parts = 0;

  for (;; text++) {
    size_t digits = 0;
    for (; *text >= '0' && *text <= '9'; text++)
      digits++;
    if (digits == 0 || digits > 9) return false;
    parts++;
    if (*text != '.') break;
  }
  return *text == '\0' && parts == 3;
}

static rung_status read_text(struct rung__build *build, const struct rung__json *at,
                             const char **out)
{
  const char *text;

  TRY(rung__json_string(at, 4096, &text, build->error));
  return rung__build_text(build, text, out);
}

static rung_status read_format(struct rung__build *build, const struct rung__json *root)
{
  const struct rung__json at = rung__json_member(root, "format");
  const char *format;

  if (!json_is_object(root->value)) {
    return rung__json_fail(root, build->error, "found %s; expected a model, which is an object",
                           rung__json_kind(root));
  }
  if (at.value == NULL) {
    return rung__json_fail(root, build->error,
                           "there is no \"format\"; a model begins with \"format\": "
                           "\"rung-model/1\"");
  }
  TRY(rung__json_string(&at, 4096, &format, build->error));
  if (strcmp(format, "rung-model/1") == 0) return RUNG_OK;
  return rung__json_fail(&at, build->error, "found format '%.60s'; this library reads rung-model/1",
                         format);
}

static rung_status read_head(struct rung__build *build, const struct rung__json *root)
{
  const struct rung__json id = rung__json_member(root, "id");
  const struct rung__json version = rung__json_member(root, "version");
  const struct rung__json title = rung__json_member(root, "title");
  const struct rung__json description = rung__json_member(root, "description");
  const struct rung__json licence = rung__json_member(root, "licence");
  const struct rung__json row = rung__json_member(root, "rows");
  rung_model *model = build->model;
  int word = 0;

  TRY(read_format(build, root));
  TRY(rung__json_object(root,
                        "format! id! version! title! licence! rows! uses items blocks tiers "
                        "unit_tiers measures description source sources scales ladders readings "
                        "pairs relations flags beliefs disclosure examples",
                        build->error));
  TRY(rung__build_id(build, &id, &model->id));
  TRY(read_text(build, &version, &model->version));
  if (!is_version(model->version)) {
    return rung__json_fail(&version, build->error, "expected a version such as 1.0.0");
  }
  TRY(rung__build_localised(build, &title, &model->title));
  TRY(rung__build_localised(build, &description, &model->description));
  TRY(read_text(build, &licence, &model->licence));
  TRY(rung__json_word(&row, rung__rows_words, &word, build->error));
  model->people = word == 0;
  return RUNG_OK;
}

/* A list or object of the first documents: how many parts it has in all. */
static size_t count_parts(const struct rung__build *build, size_t documents, const char *key)
{
  size_t count = 0;

  for (size_t i = 0; i < documents; i++) {
    const struct rung__json at = rung__json_member(&build->document[i].root, key);
    count += rung__json_size(&at);
  }
  return count;
}

/* Room for the parts of all documents, of which the last is the model's own. */
static rung_status make_room(struct rung__build *build)
{
  rung_model *model = build->model;
  const struct {
    const char *key;
    void *array;
    size_t size, *used;
  } parts[] = {{"sources", &model->sources, sizeof *model->sources, &model->used.sources},
               {"scales", &model->scales, sizeof *model->scales, &model->used.scales},
               {"items", &model->items, sizeof *model->items, &model->used.items},
               {"blocks", &model->blocks, sizeof *model->blocks, &model->used.blocks},
               {"measures", &model->measures, sizeof *model->measures, &model->used.measures},
               {"ladders", &model->ladders, sizeof *model->ladders, &model->used.ladders},
               {"readings", &model->readings, sizeof *model->readings, &model->used.readings},
               {"pairs", &model->pairs, sizeof *model->pairs, &model->used.pairs},
               {"relations", &model->relations, sizeof *model->relations, &model->used.relations},
               {"flags", &model->flags, sizeof *model->flags, &model->used.flags},
               {"beliefs", &model->beliefs, sizeof *model->beliefs, &model->used.beliefs}};

  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
    const size_t count = count_parts(build, build->document_count, parts[i].key);
    *parts[i].used = count_parts(build, build->document_count - 1, parts[i].key);
    TRY(rung__build_take(build, count, parts[i].size, parts[i].array));
  }
  return rung__build_take(build, RUNG__TAGS_MAX, sizeof *model->tags, &model->tags);
}

typedef rung_status (*part_reader)(struct rung__build *, const struct rung__json *);

/* One part after the other, each of all documents: ids of items stand before those of measures. */
static rung_status read_of_all(struct rung__build *build, part_reader read)
{
  for (size_t i = 0; i < build->document_count; i++) {
    const struct rung__document *document = &build->document[i];
    build->prefix = document->prefix;
    build->source = document->source;
    TRY(read(build, &document->root));
  }
  return RUNG_OK;
}

static rung_status read_all(struct rung__build *build, const part_reader *parts, size_t count)
{
  for (size_t i = 0; i < count; i++)
    TRY(read_of_all(build, parts[i]));
  return RUNG_OK;
}

static rung_status find_sources(struct rung__build *build)
{
  TRY(read_of_all(build, rung__read_sources));
  for (size_t i = 0; i < build->document_count; i++) {
    struct rung__document *document = &build->document[i];
    const struct rung__json source = rung__json_member(&document->root, "source");
    build->prefix = document->prefix;
    document->source = RUNG__NONE;
    TRY(rung__build_source(build, &source, &document->source));
  }
  build->model->source = build->document[build->document_count - 1].source;
  return RUNG_OK;
}

static void place_measures(struct rung__build *build)
{
  size_t first = 0;

  for (size_t i = 0; i < build->document_count; i++) {
    const struct rung__json at = rung__json_member(&build->document[i].root, "measures");
    build->document[i].first_measure = first;
    first += rung__json_size(&at);
  }
}

static rung_status refuse_empty(struct rung__build *build, const struct rung__json *root)
{
  const struct rung__json uses = rung__json_member(root, "uses");
  const struct rung__json items = rung__json_member(root, "items");
  const struct rung__json measures = rung__json_member(root, "measures");

  if (uses.value != NULL) return RUNG_OK;
  TRY(rung__json_array(&items, 1, RUNG__ITEMS_MAX, build->error));
  return rung__json_array(&measures, 1, RUNG__MEASURES_MAX, build->error);
}

static rung_status read_parts(struct rung__build *build, const struct rung__json *root)
{
  static const part_reader asked[] = {rung__read_ladders, rung__read_scales, rung__read_items,
                                      rung__read_blocks,  rung__read_tiers,  rung__read_measures};
  static const part_reader held[] = {rung__read_readings,  rung__read_pairs,
                                     rung__read_relations, rung__read_flags,
                                     rung__read_beliefs,   rung__read_disclosure};

  TRY(read_head(build, root));
  TRY(refuse_empty(build, root));
  TRY(rung__read_uses(build, root));
  TRY(make_room(build));
  TRY(find_sources(build));
  place_measures(build);
  TRY(read_all(build, asked, sizeof asked / sizeof *asked));
  TRY(rung__order_measures(build));
  TRY(rung__compile_measures(build));
  TRY(read_all(build, held, sizeof held / sizeof *held));
  TRY(rung__read_examples(build, root));
  return rung__digest_model(build->model, build->error);
}

static rung_status read_document(rung_model *model, const json_t *document, rung_error *error)
{
  const struct rung__json root = {document, NULL, NULL, 0};
  struct rung__build build = {.model = model, .prefix = "", .error = error};
  const rung_status status = read_parts(&build, &root);

  rung__names_free(&build.nodes);
  rung__names_free(&build.readings);
  for (size_t i = 0; i < build.document_count; i++)
    json_decref(build.document[i].owned);
  return status;
}

static rung_status read_into(rung_model *model, const char *text, size_t length, rung_error *error)
{
  json_t *document;

  TRY(rung__json_parse(text, length, FILE_LIMIT, &document, error));
  const rung_status status = read_document(model, document, error);
  json_decref(document);
  if (status != RUNG_OK) return status;
  model->source_text = rung__arena_text(&model->arena, text, length);
  if (model->source_text == NULL) return rung__fail_memory(error);
  rung__sha256(text, length, model->file_digest);
  return RUNG_OK;
}

rung_status rung_model_parse(const char *text, size_t length, rung_model **out, rung_error *error)
{
  if (out == NULL) return rung__fail(error, RUNG_E_ARGUMENT, "out is NULL");
  *out = NULL;
  if (text == NULL) return rung__fail(error, RUNG_E_ARGUMENT, "text is NULL");
  rung_model *model = rung__array_new(1, sizeof *model);
  if (model == NULL) return rung__fail_memory(error);
  atomic_init(&model->shares, 1);
  atomic_init(&model->stamps, 0);
  const rung_status status = read_into(model, text, length, error);
  if (status != RUNG_OK) {
    rung_model_free(model);
    return status;
  }
  *out = model;
  return RUNG_OK;
}

/* A mistake of meaning is placed by its pointer; any other by the file's name. */
static void name_file(rung_error *error, const char *path)
{
  const size_t length = strlen(path);
  const size_t skipped = length < sizeof error->where ? 0 : length + 1 - sizeof error->where;

  if (error == NULL || error->where[0] != '\0') return;
  memcpy(error->where, path + skipped, length - skipped + 1);
}

rung_status rung_model_open(const char *path, rung_model **out, rung_error *error)
{
  struct rung__buffer buffer = {0};

  if (out == NULL) return rung__fail(error, RUNG_E_ARGUMENT, "out is NULL");
  *out = NULL;
  if (path == NULL) return rung__fail(error, RUNG_E_ARGUMENT, "path is NULL");
  rung_status status = rung__file_read(path, FILE_LIMIT, &buffer, error);
  if (status == RUNG_OK) {
    status = rung_model_parse(buffer.data == NULL ? "" : buffer.data, buffer.length, out, error);
    if (status != RUNG_OK) name_file(error, path);
  }
  rung__buffer_free(&buffer);
  return status;
}
