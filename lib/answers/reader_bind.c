/* The header of a file, bound: by the mapping, else by the ids of the items.
 * SPDX-License-Identifier: Apache-2.0 */
#include "answers/reader_bind.h"

#include <string.h>

#include "answers/reader_cells.h"
#include "answers/say.h"
#include "base/array.h"

/* Columns of a block stand this far apart: a whole number of cache lines that is no power of 2, so
 * that the cells of one row do not all fall on the same few lines. */
#define STRIDE (RUNG__BLOCK + 64)

static void *take(struct rung_reader *reader, size_t count, size_t size)
{
  return rung__arena_take(&reader->arena, count, size);
}

static const struct rung__map_column *mapped(const struct rung_reader *reader, size_t field)
{
  return rung__mapping_header(reader->mapping, reader->header[field]);
}

/* The field of a trimmed header. */
static bool find_field(const struct rung_reader *reader, struct rung__slice header, size_t *field)
{
  const uint32_t name = rung__names_find(&reader->names, header);
  if (name == RUNG__NO_NAME || header.length == 0) return false;
  *field = reader->first[name];
  return true;
}

static bool keep_header(struct rung_reader *reader, size_t field, const struct rung__field *text)
{
  const struct rung__slice trimmed = rung__trim((struct rung__slice){text->data, text->length});
  const char *copy = rung__arena_text(&reader->arena, trimmed.data, trimmed.length);
  const uint32_t name = copy ? rung__names_add(&reader->names, trimmed) : RUNG__NO_NAME;
  if (name == RUNG__NO_NAME) return false;
  reader->header[field] = (struct rung__slice){copy, trimmed.length};
  if (reader->first[name] == SIZE_MAX) reader->first[name] = field;
  reader->last[name] = field;
  return true;
}

static rung_status read_headers(struct rung_reader *reader, const struct rung__record *record,
                                rung_error *error)
{
  const size_t count = record->count;
  if (count > RUNG__MAPPING_COLUMNS)
    return rung__fail_at(error, RUNG_E_LIMIT, NULL, 1, 0, "%zu columns: expected at most %d", count,
                         RUNG__MAPPING_COLUMNS);
  reader->header = take(reader, count, sizeof *reader->header);
  reader->use = take(reader, count, sizeof *reader->use);
  reader->first = take(reader, count, sizeof *reader->first);
  reader->last = take(reader, count, sizeof *reader->last);
  reader->raw_header.data = rung__arena_text(&reader->arena, record->raw.data, record->raw.length);
  reader->raw_header.length = record->raw.length;
  if (!reader->header || !reader->use || !reader->first || !reader->last ||
      !reader->raw_header.data)
    return rung__fail_memory(error);
  for (size_t i = 0; i < count; i++)
    reader->first[i] = SIZE_MAX;
  for (size_t i = 0; i < count; i++)
    if (!keep_header(reader, i, &record->fields[i])) return rung__fail_memory(error);
  reader->field_count = count;
  return RUNG_OK;
}

/* A column in use has to be the only one under its header. */
static rung_status use(struct rung_reader *reader, size_t field, rung_error *error)
{
  const uint32_t name = rung__names_find(&reader->names, reader->header[field]);
  const size_t first = reader->first[name] + 1, last = reader->last[name] + 1;
  const char *header = reader->header[field].data;
  reader->use[field] = RUNG__USE_BOUND;
  if (first == last) return RUNG_OK;
  return rung__fail_at(error, RUNG_E_ANSWERS, header, 1, (int64_t)last,
                       "header \"%s\" stands in columns %zu and %zu, and it is in use: name one of "
                       "them otherwise",
                       header, first, last);
}

/* The item that a field holds answers to. */
static bool find_item(const struct rung_reader *reader, size_t field, size_t *item)
{
  const struct rung__map_column *column = mapped(reader, field);
  if (reader->header[field].length == 0) return false;
  if (!column)
    return rung_model_find(reader->model, RUNG_PART_ITEM, reader->header[field].data, item) ==
           RUNG_OK;
  *item = column->item;
  return column->use == RUNG__MAP_ITEM;
}

static rung_status refuse_second(const struct rung_reader *reader, size_t first, size_t second,
                                 const char *id, rung_error *error)
{
  return rung__fail_at(error, RUNG_E_ANSWERS, reader->header[second].data, 1, (int64_t)second + 1,
                       "columns \"%s\" and \"%s\" are both item \"%s\": say in a mapping which one "
                       "is to be ignored",
                       reader->header[first].data, reader->header[second].data, id);
}

static rung_status bind_item(struct rung_reader *reader, size_t field, size_t item,
                             rung_error *error)
{
  struct rung__item_cells *cells = &reader->item[reader->item_count];
  struct rung__bound *bound = &reader->block.item[item];
  TRY(use(reader, field, error));
  for (size_t i = 0; i < reader->item_count; i++)
    if (reader->item[i].item == item)
      return refuse_second(reader, reader->item[i].field, field, reader->item[i].of->id, error);
  cells->field = field;
  cells->item = item;
  cells->of = &reader->model->items[item];
  cells->mapped = mapped(reader, field);
  cells->empty = RUNG__ABSENT(rung__map_empty(reader->mapping, cells->mapped, false));
  cells->quoted_empty = RUNG__ABSENT(rung__map_empty(reader->mapping, cells->mapped, true));
  memset(cells->single, RUNG__UNMET, sizeof cells->single);
  bound->name = rung__arena_text(&reader->arena, reader->header[field].data,
                                 reader->header[field].length);
  if (!bound->name) return rung__fail_memory(error);
  reader->item_count++;
  return RUNG_OK;
}

/* What becomes of a column that is no item, as far as the mapping says. */
static enum rung__use other_use(const struct rung_reader *reader, size_t field)
{
  const struct rung__map_column *column = mapped(reader, field);
  if (reader->header[field].length == 0) return RUNG__USE_IGNORED;
  if (!column) return RUNG__USE_NONE;
  return column->use == RUNG__MAP_GROUP ? RUNG__USE_OFFERED : RUNG__USE_IGNORED;
}

static rung_status bind_items(struct rung_reader *reader, rung_error *error)
{
  const size_t items = reader->model->item_count;
  const size_t most = items < reader->field_count ? items : reader->field_count;
  size_t item;
  reader->item = take(reader, most, sizeof *reader->item);
  reader->block.item = take(reader, items, sizeof *reader->block.item);
  if (!reader->item || !reader->block.item) return rung__fail_memory(error);
  for (size_t i = 0; i < reader->field_count; i++) {
    if (find_item(reader, i, &item))
      TRY(bind_item(reader, i, item, error));
    else
      reader->use[i] = (uint8_t)other_use(reader, i);
  }
  return RUNG_OK;
}

/* The field of a wanted column; a group's name of the mapping goes before a header. */
static rung_status find_wanted(const struct rung_reader *reader, const struct rung__want *want,
                               size_t *field, rung_error *error)
{
  const struct rung__slice name = rung__trim(rung__slice(want->name));
  const struct rung__map_column *column = NULL;
  struct rung__buffer list = {.data = NULL};
  if (want->role == RUNG_ROLE_GROUP) column = rung__mapping_group(reader->mapping, name);
  if (column && find_field(reader, rung__slice(column->header), field)) return RUNG_OK;
  if (find_field(reader, name, field)) return RUNG_OK;
  rung__say_list(&list, reader->header, reader->field_count, 20);
  const rung_status status = rung__fail_at(
      error, RUNG_E_UNKNOWN, want->name, 1, 0,
      "no column \"%s\" for %s: name one of the file's %zu columns%s: %s", want->name,
      want->role == RUNG_ROLE_GROUP ? "groups" : "weights", reader->field_count,
      want->role == RUNG_ROLE_GROUP ? ", or make one a group in a mapping" : "",
      list.failed ? "" : list.data);
  rung__buffer_free(&list);
  return status;
}

/* The names of hidden groups stay in every output, so groups by an item would tell who answered
 * what. */
static rung_status refuse_item(const struct rung_reader *reader, size_t field, rung_error *error)
{
  size_t item;
  if (!find_item(reader, field, &item)) return RUNG_OK;
  return rung__fail_at(error, RUNG_E_ANSWERS, reader->header[field].data, 1, (int64_t)field + 1,
                       "this column holds the answers to item \"%s\"; groups by an answer would "
                       "show what single persons said, so name another column",
                       reader->model->items[item].id);
}

static rung_status bind_group(struct rung_reader *reader, const struct rung__want *want,
                              rung_error *error)
{
  struct rung__group_cells *group = &reader->group[reader->group_count];
  struct rung__bound *bound = &reader->block.group[reader->group_count];
  TRY(find_wanted(reader, want, &group->field, error));
  TRY(refuse_item(reader, group->field, error));
  TRY(use(reader, group->field, error));
  group->mapped = mapped(reader, group->field);
  bound->name = rung__arena_text(&reader->arena, want->name, strlen(want->name));
  if (!bound->name) return rung__fail_memory(error);
  reader->group_count++;
  reader->block.group_count++;
  return RUNG_OK;
}

static rung_status bind_weight(struct rung_reader *reader, const struct rung__want *want,
                               rung_error *error)
{
  struct rung__weight_cells *weight = take(reader, 1, sizeof *weight);
  if (!weight) return rung__fail_memory(error);
  TRY(find_wanted(reader, want, &weight->field, error));
  TRY(use(reader, weight->field, error));
  reader->weight = weight;
  reader->block.weight.name = rung__arena_text(&reader->arena, want->name, strlen(want->name));
  return reader->block.weight.name ? RUNG_OK : rung__fail_memory(error);
}

/* The mapping's weight, where nobody named another. */
static rung_status bind_mapped_weight(struct rung_reader *reader, rung_error *error)
{
  for (size_t i = 0; reader->mapping && i < reader->mapping->count; i++) {
    const struct rung__map_column *column = &reader->mapping->column[i];
    const struct rung__want want = {RUNG_ROLE_WEIGHT, column->header};
    if (column->use == RUNG__MAP_WEIGHT) return bind_weight(reader, &want, error);
  }
  return RUNG_OK;
}

static rung_status bind_wanted(struct rung_reader *reader, rung_error *error)
{
  reader->group = take(reader, reader->want_count, sizeof *reader->group);
  reader->block.group = take(reader, reader->want_count, sizeof *reader->block.group);
  if (!reader->group || !reader->block.group) return rung__fail_memory(error);
  for (size_t i = 0; i < reader->want_count; i++) {
    const struct rung__want *want = &reader->want[i];
    if (want->role == RUNG_ROLE_GROUP)
      TRY(bind_group(reader, want, error));
    else
      TRY(bind_weight(reader, want, error));
  }
  return reader->weight ? RUNG_OK : bind_mapped_weight(reader, error);
}

/* Room for a block of the bound columns. */
static rung_status make_room(struct rung_reader *reader, rung_error *error)
{
  const size_t items = reader->model->item_count;
  reader->store = take(reader, reader->item_count, STRIDE);
  reader->coded = take(reader, items, sizeof *reader->coded);
  reader->unknown = take(reader, items, sizeof *reader->unknown);
  if (!reader->store || !reader->coded || !reader->unknown) return rung__fail_memory(error);
  for (size_t i = 0; i < items; i++)
    reader->unknown[i] = -1;
  for (size_t i = 0; i < reader->item_count; i++)
    if (reader->item[i].of->count > 0) reader->item[i].bytes = reader->store + i * STRIDE;
  reader->block.model = reader->model;
  reader->block.coded = reader->coded;
  reader->block.unknown = reader->unknown;
  rung__reader_clear(reader);
  return RUNG_OK;
}

rung_status rung__reader_bind(struct rung_reader *reader, const struct rung__record *record,
                              rung_error *error)
{
  TRY(read_headers(reader, record, error));
  TRY(bind_items(reader, error));
  TRY(bind_wanted(reader, error));
  return make_room(reader, error);
}
