/* Reading what a model uses: built-in models, whose parts become its own under a prefix.
 * SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "model/build.h"
#include "model/builtin.h"

/* Splits "five-levels@1"; NULL where it is none of a built-in model and its major version. */
static const struct rung__builtin *find_used(const char *text, const char **major)
{
  const char *at = strchr(text, '@');

  if (at == NULL || at[1] == '\0' || strspn(at + 1, "0123456789") != strlen(at + 1)) return NULL;
  *major = at + 1;
  for (size_t i = 0; rung__builtins[i].id != NULL; i++) {
    const struct rung__builtin *builtin = &rung__builtins[i];
    if (strlen(builtin->id) == (size_t)(at - text) &&
        strncmp(builtin->id, text, (size_t)(at - text)) == 0) {
      return builtin;
    }
  }
  return NULL;
}

/* Of a built-in model the head was checked when it was built in. */
static rung_status check_used(struct rung__build *build, const struct rung__json *at,
                              const struct rung__json *root, const char *major)
{
  const struct rung__json version = rung__json_member(root, "version");
  const struct rung__json rows = rung__json_member(root, "rows");
  const struct rung__json uses = rung__json_member(root, "uses");
  const char *text;
  int word = 0;

  TRY(rung__json_string(&version, 64, &text, build->error));
  if (strncmp(text, major, strlen(major)) != 0 || text[strlen(major)] != '.') {
    return rung__json_fail(at, build->error, "this library has version %s of it", text);
  }
  TRY(rung__json_word(&rows, rung__rows_words, &word, build->error));
  if ((word == 0) != build->model->people) {
    return rung__json_fail(at, build->error,
                           "its rows are %s, and those of this model are not; set \"rows\" to "
                           "\"%s\", or do not use it",
                           rung__rows_words[word], rung__rows_words[word]);
  }
  if (uses.value == NULL) return RUNG_OK;
  return rung__json_fail(at, build->error,
                         "it uses other models, so that it cannot be used itself");
}

static rung_status use(struct rung__build *build, const struct rung__json *at)
{
  struct rung__document *document = &build->document[build->document_count];
  const char *text;
  const char *major = NULL;

  TRY(rung__json_string(at, 64, &text, build->error));
  const struct rung__builtin *builtin = find_used(text, &major);
  if (builtin == NULL || strlen(builtin->id) + 2 > sizeof document->prefix) {
    return rung__json_fail(at, build->error,
                           "found '%.60s'; expected a built-in model and its major version, such "
                           "as five-levels@1",
                           text);
  }
  rung__print(document->prefix, sizeof document->prefix, "%s.", builtin->id);
  for (const struct rung__document *other = build->document; other < document; other++) {
    if (strcmp(other->prefix, document->prefix) == 0) {
      return rung__json_fail(at, build->error, "this model is used twice");
    }
  }
  TRY(rung__json_parse((const char *)builtin->text, builtin->length, builtin->length,
                       &document->owned, build->error));
  document->root = (struct rung__json){document->owned, NULL, NULL, 0};
  build->document_count++;
  return check_used(build, at, &document->root, major);
}

static rung_status keep_name(struct rung__build *build, const struct rung__json *at)
{
  rung_model *model = build->model;
  const char *text;

  TRY(rung__json_string(at, 64, &text, build->error));
  return rung__build_text(build, text, &model->uses[model->use_count++]);
}

rung_status rung__read_uses(struct rung__build *build, const struct rung__json *root)
{
  const struct rung__json at = rung__json_member(root, "uses");

  if (at.value != NULL) {
    TRY(rung__json_array(&at, 1, RUNG__USES_MAX, build->error));
    TRY(rung__build_take(build, rung__json_size(&at), sizeof *build->model->uses,
                         &build->model->uses));
    for (size_t i = 0; i < rung__json_size(&at); i++) {
      const struct rung__json element = rung__json_element(&at, i);
      TRY(use(build, &element));
      TRY(keep_name(build, &element));
    }
  }
  build->document[build->document_count++] = (struct rung__document){.root = *root};
  return RUNG_OK;
}
