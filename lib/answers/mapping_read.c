/* Reads the mapping of an export and checks it completely against the model.
 * SPDX-License-Identifier: Apache-2.0 */
#include "answers/mapping.h"

#include <stdlib.h>
#include <string.h>

#include "answers/say.h"
#include "base/array.h"
#include "model/words.h"
#include "read/json.h"

/* What the reading functions share. */
struct reading {
  const rung_model *model;
  struct rung__mapping *mapping;
  rung_error *error;
};

static rung_status take(const struct reading *reading, size_t count, size_t size, void **out)
{
  *out = rung__arena_take(&reading->mapping->arena, count, size);
  return *out ? RUNG_OK : rung__fail_memory(reading->error);
}

/* A copy without blanks at the ends; refused where nothing is left. */
static rung_status keep(const struct reading *reading, const struct rung__json *at,
                        const char *text, const char **out)
{
  const struct rung__slice trimmed = rung__trim(rung__slice(text));
  if (trimmed.length == 0)
    return rung__json_fail(at, reading->error,
                           "found a blank text: name one that a cell or header can have; empty "
                           "cells are told by \"empty\" and \"quoted_empty\"");
  *out = rung__arena_text(&reading->mapping->arena, trimmed.data, trimmed.length);
  return *out ? RUNG_OK : rung__fail_memory(reading->error);
}

static rung_status read_kind(const struct reading *reading, const struct rung__json *at,
                             const char *key, int *kind)
{
  const struct rung__json member = rung__json_member(at, key);
  *kind = RUNG__NONE;
  if (!member.value) return RUNG_OK;
  return rung__json_word(&member, rung__absence_words, kind, reading->error);
}

static bool is_code(const struct rung__item *item, int64_t code)
{
  return item->count > 0 && rung__item_code(item, code) != RUNG__UNKNOWN_ANSWER;
}

/* A code has to be one of the item; `item` NULL: of any item of the model. */
static rung_status check_code(const struct reading *reading, const struct rung__json *at,
                              const struct rung__item *item, int64_t code)
{
  const rung_model *model = reading->model;
  struct rung__said found = {.length = 0}, expected = {.length = 0};
  size_t i = 0;
  if (item && is_code(item, code)) return RUNG_OK;
  while (!item && i < model->item_count && !is_code(&model->items[i], code))
    i++;
  if (!item && i < model->item_count) return RUNG_OK;
  rung__say_number(&found, rung__grid_double(code));
  if (!item)
    return rung__json_fail(at, reading->error,
                           "%s is no code of any item of model \"%s\": expected the code of an "
                           "answer, or a kind of absence",
                           found.text, model->id);
  rung__say_answers(&expected, item);
  return rung__json_fail(at, reading->error,
                         "%s is no code of item \"%s\": expected one of %s; or a kind of absence",
                         found.text, item->id, expected.text);
}

static rung_status read_code(const struct reading *reading, const struct rung__json *at,
                             const struct rung__item *item, int64_t *code)
{
  double number;
  if (!json_is_number(at->value))
    return rung__json_fail(at, reading->error,
                           "found %s: expected the code of an answer (a number) or a kind of "
                           "absence (a string)",
                           rung__json_kind(at));
  TRY(rung__json_number(at, -65536, 65536, &number, reading->error));
  if (!rung__grid_of(number, code))
    return rung__json_fail(at, reading->error, "the number is out of range");
  return check_code(reading, at, item, *code);
}

static rung_status read_label(const struct reading *reading, const struct rung__json *at,
                              const struct rung__item *item, struct rung__map_label *label)
{
  const char *text;
  int kind = 0;
  TRY(keep(reading, at, at->key, &text));
  label->text = rung__slice(text);
  label->absent = json_is_string(at->value);
  if (!label->absent) return read_code(reading, at, item, &label->code);
  TRY(rung__json_word(at, rung__absence_words, &kind, reading->error));
  label->kind = (rung_absence)kind;
  return RUNG_OK;
}

/* Refuses a text that an earlier one equals, case folded. */
static rung_status meet(const struct reading *reading, const struct rung__json *at,
                        struct rung__names *met, struct rung__slice text, bool folded)
{
  struct rung__buffer key = {.data = NULL};
  const size_t count = met->count;
  for (size_t i = 0; i < text.length; i++) {
    const char byte = text.data[i];
    rung__put_byte(&key, folded && byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a') : byte);
  }
  const struct rung__slice name = {key.data, key.length};
  const uint32_t index = key.failed ? RUNG__NO_NAME : rung__names_add(met, name);
  rung__buffer_free(&key);
  if (index == RUNG__NO_NAME) return rung__fail_memory(reading->error);
  if (index == count) return RUNG_OK;
  return rung__json_fail(at, reading->error,
                         "the same text stands here twice, blanks%s aside: take one out",
                         folded ? " and case" : "");
}

static rung_status read_each_label(const struct reading *reading, const struct rung__json *labels,
                                   const struct rung__item *item, struct rung__map_cells *cells)
{
  struct rung__names met = {.count = 0};
  rung_status status = RUNG_OK;
  struct rung__json at;
  void *step = NULL;
  for (size_t i = 0; status == RUNG_OK && rung__json_next(labels, &step, &at); i++) {
    status = read_label(reading, &at, item, &cells->label[i]);
    if (status == RUNG_OK) status = meet(reading, &at, &met, cells->label[i].text, true);
  }
  rung__names_free(&met);
  return status;
}

/* "labels", "empty" and "quoted_empty", of the whole mapping or of one column. */
static rung_status read_cells(const struct reading *reading, const struct rung__json *at,
                              const struct rung__item *item, struct rung__map_cells *cells)
{
  const struct rung__json labels = rung__json_member(at, "labels");
  void *room;
  TRY(read_kind(reading, at, "empty", &cells->empty));
  TRY(read_kind(reading, at, "quoted_empty", &cells->quoted_empty));
  if (!labels.value) return RUNG_OK;
  if (!json_is_object(labels.value))
    return rung__json_fail(&labels, reading->error,
                           "found %s: expected an object of texts and what they stand for",
                           rung__json_kind(&labels));
  cells->count = rung__json_size(&labels);
  if (cells->count > RUNG__MAPPING_LABELS)
    return rung__json_fail(&labels, reading->error, "%zu labels: expected at most %d", cells->count,
                           RUNG__MAPPING_LABELS);
  TRY(take(reading, cells->count, sizeof *cells->label, &room));
  cells->label = room;
  return read_each_label(reading, &labels, item, cells);
}

static rung_status read_item(const struct reading *reading, const struct rung__json *at,
                             struct rung__map_column *column)
{
  const rung_model *model = reading->model;
  const struct rung__json member = rung__json_member(at, "item");
  const char *id;
  TRY(rung__json_object(at, "item! labels empty quoted_empty", reading->error));
  TRY(rung__json_id(&member, &id, reading->error));
  if (rung_model_find(model, RUNG_PART_ITEM, id, &column->item) != RUNG_OK)
    return rung__json_fail(&member, reading->error,
                           "no item \"%s\" in model \"%s\": expected the id of one of its %zu "
                           "items",
                           id, model->id, model->item_count);
  return read_cells(reading, at, &model->items[column->item], &column->cells);
}

static rung_status read_absent(const struct reading *reading, const struct rung__json *at,
                               struct rung__map_column *column)
{
  const struct rung__json list = rung__json_member(at, "absent");
  void *room;
  if (!list.value) return RUNG_OK;
  TRY(rung__json_array(&list, 0, RUNG__MAPPING_LABELS, reading->error));
  column->absent_count = rung__json_size(&list);
  TRY(take(reading, column->absent_count, sizeof *column->absent, &room));
  column->absent = room;
  for (size_t i = 0; i < column->absent_count; i++) {
    const struct rung__json element = rung__json_element(&list, i);
    const char *text;
    TRY(rung__json_string(&element, 4096, &text, reading->error));
    TRY(keep(reading, &element, text, &text));
    column->absent[i] = rung__slice(text);
  }
  return RUNG_OK;
}

static rung_status read_group(const struct reading *reading, const struct rung__json *at,
                              struct rung__map_column *column)
{
  const struct rung__json member = rung__json_member(at, "group");
  const char *name;
  TRY(rung__json_object(at, "group! absent", reading->error));
  TRY(rung__json_string(&member, 256, &name, reading->error));
  TRY(keep(reading, &member, name, &column->group));
  return read_absent(reading, at, column);
}

/* {"weight": true} and {"ignore": true}. */
static rung_status read_mark(const struct reading *reading, const struct rung__json *at,
                             const char *key, const char *keys)
{
  const struct rung__json member = rung__json_member(at, key);
  bool on;
  TRY(rung__json_object(at, keys, reading->error));
  TRY(rung__json_boolean(&member, &on, reading->error));
  if (on) return RUNG_OK;
  return rung__json_fail(&member, reading->error, "found false: expected true, or no such key");
}

static rung_status find_use(const struct reading *reading, const struct rung__json *at,
                            enum rung__map_use *use)
{
  static const char *const KEYS[] = {"item", "group", "weight", "ignore"};
  size_t count = 0;
  TRY(rung__json_object(at, "item labels empty quoted_empty group absent weight ignore",
                        reading->error));
  for (int i = 0; i < 4; i++) {
    if (!rung__json_member(at, KEYS[i]).value) continue;
    *use = (enum rung__map_use)i;
    count++;
  }
  if (count == 1) return RUNG_OK;
  return rung__json_fail(at, reading->error,
                         "found %zu of \"item\", \"group\", \"weight\" and \"ignore\": expected "
                         "exactly one",
                         count);
}

static rung_status read_column(const struct reading *reading, const struct rung__json *at,
                               struct rung__map_column *column)
{
  TRY(keep(reading, at, at->key, &column->header));
  TRY(meet(reading, at, &reading->mapping->headers, rung__slice(column->header), false));
  TRY(find_use(reading, at, &column->use));
  switch (column->use) {
  case RUNG__MAP_ITEM: return read_item(reading, at, column);
  case RUNG__MAP_GROUP: return read_group(reading, at, column);
  case RUNG__MAP_WEIGHT: return read_mark(reading, at, "weight", "weight!");
  default: return read_mark(reading, at, "ignore", "ignore!");
  }
}

/* What two columns may not both be. `taken` has the column of each item, from 1. */
static rung_status check_once(const struct reading *reading, const struct rung__json *at,
                              struct rung__names *groups, size_t *taken, size_t index)
{
  const struct rung__map_column *columns = reading->mapping->column, *column = &columns[index];
  const size_t before = groups->count;
  size_t *first = &taken[reading->model->item_count];
  if (column->use == RUNG__MAP_GROUP) {
    const uint32_t group = rung__names_add(groups, rung__slice(column->group));
    if (group == RUNG__NO_NAME) return rung__fail_memory(reading->error);
    if (group == before) return RUNG_OK;
    return rung__json_fail(at, reading->error, "an earlier column is group \"%s\" already",
                           column->group);
  }
  if (column->use == RUNG__MAP_IGNORE) return RUNG_OK;
  if (column->use == RUNG__MAP_ITEM) first = &taken[column->item];
  if (*first == 0) {
    *first = index + 1;
    return RUNG_OK;
  }
  struct rung__said what = {.length = 0};
  rung__say(&what, column->use == RUNG__MAP_ITEM ? "item " : "the weight");
  if (column->use == RUNG__MAP_ITEM)
    rung__say_text(&what, rung__slice(reading->model->items[column->item].id));
  return rung__json_fail(at, reading->error,
                         "column \"%s\" is %s already: an item and the weight have one column each",
                         columns[*first - 1].header, what.text);
}

static rung_status read_each_column(const struct reading *reading, const struct rung__json *columns,
                                    size_t *taken)
{
  struct rung__mapping *mapping = reading->mapping;
  struct rung__names groups = {.count = 0};
  rung_status status = RUNG_OK;
  struct rung__json at;
  void *step = NULL;
  while (status == RUNG_OK && rung__json_next(columns, &step, &at)) {
    if (strcmp(at.key, "comment") == 0 && json_is_string(at.value)) continue;
    status = read_column(reading, &at, &mapping->column[mapping->count]);
    if (status == RUNG_OK) status = check_once(reading, &at, &groups, taken, mapping->count++);
  }
  rung__names_free(&groups);
  return status;
}

static rung_status read_columns(const struct reading *reading, const struct rung__json *at)
{
  const struct rung__json columns = rung__json_member(at, "columns");
  struct rung__mapping *mapping = reading->mapping;
  void *room;
  if (!columns.value) return RUNG_OK;
  if (!json_is_object(columns.value))
    return rung__json_fail(&columns, reading->error,
                           "found %s: expected an object of headers and what their columns are",
                           rung__json_kind(&columns));
  if (rung__json_size(&columns) > RUNG__MAPPING_COLUMNS)
    return rung__json_fail(&columns, reading->error, "%zu columns: expected at most %d",
                           rung__json_size(&columns), RUNG__MAPPING_COLUMNS);
  TRY(take(reading, rung__json_size(&columns), sizeof *mapping->column, &room));
  mapping->column = room;
  size_t *taken = rung__array_new(reading->model->item_count + 1, sizeof *taken);
  if (!taken) return rung__fail_memory(reading->error);
  const rung_status status = read_each_column(reading, &columns, taken);
  free(taken);
  return status;
}

/* "long": the headers of a long table, which have to differ. */
static rung_status read_table(const struct reading *reading, const struct rung__json *at)
{
  static const char *const KEYS[RUNG__TABLE_COLUMNS] = {"row", "item", "answer"};
  const struct rung__json table = rung__json_member(at, "long");
  struct rung__mapping *mapping = reading->mapping;
  if (!table.value) return RUNG_OK;
  TRY(rung__json_object(&table, "row item answer", reading->error));
  for (int i = 0; i < RUNG__TABLE_COLUMNS; i++) {
    const struct rung__json member = rung__json_member(&table, KEYS[i]);
    const char *text;
    if (!member.value) continue;
    TRY(rung__json_string(&member, 4096, &text, reading->error));
    TRY(keep(reading, &member, text, &mapping->table[i]));
  }
  for (int i = 0; i < RUNG__TABLE_COLUMNS; i++)
    if (strcmp(rung__mapping_table(mapping, i), rung__mapping_table(mapping, (i + 1) % 3)) == 0)
      return rung__json_fail(&table, reading->error,
                             "column \"%s\" would be two of \"row\", \"item\" and \"answer\": "
                             "name three columns",
                             rung__mapping_table(mapping, i));
  return RUNG_OK;
}

static rung_status check_format(const struct reading *reading, const struct rung__json *at)
{
  const struct rung__json format = rung__json_member(at, "format");
  const struct rung__json model = rung__json_member(at, "model");
  const char *text;
  TRY(rung__json_string(&format, 64, &text, reading->error));
  if (strcmp(text, "rung-map/1") != 0)
    return rung__json_fail(&format, reading->error, "found \"%s\": expected \"rung-map/1\"", text);
  if (!model.value) return RUNG_OK;
  TRY(rung__json_id(&model, &text, reading->error));
  if (strcmp(text, reading->model->id) == 0) return RUNG_OK;
  return rung__json_fail(&model, reading->error,
                         "the mapping is for model \"%s\" and the model is \"%s\": use the one "
                         "that belongs to it",
                         text, reading->model->id);
}

static rung_status read_mapping(const struct reading *reading, const json_t *root)
{
  const struct rung__json at = {root, NULL, NULL, 0};
  TRY(rung__json_object(&at, "format! model labels empty quoted_empty columns long",
                        reading->error));
  TRY(check_format(reading, &at));
  TRY(read_cells(reading, &at, NULL, &reading->mapping->cells));
  TRY(read_table(reading, &at));
  return read_columns(reading, &at);
}

rung_status rung__mapping_read(const rung_model *model, const char *text, size_t length,
                               struct rung__mapping **out, rung_error *error)
{
  struct rung__mapping *mapping = rung__array_new(1, sizeof *mapping);
  const struct reading reading = {model, mapping, error};
  json_t *root = NULL;
  *out = NULL;
  if (!mapping) return rung__fail_memory(error);
  rung_status status = rung__json_parse(text, length, RUNG__MAPPING_LIMIT, &root, error);
  if (status == RUNG_OK) status = read_mapping(&reading, root);
  json_decref(root);
  if (status == RUNG_OK)
    *out = mapping;
  else
    rung__mapping_free(mapping);
  return status;
}
