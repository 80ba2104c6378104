/* The columns of a file, bound: by the mapping, else by the ids of the items.
 * SPDX-License-Identifier: Apache-2.0 */
#include "answers/reader_bind.h"

#include <stdlib.h>
#include <string.h>

#include "answers/reader_cells.h"
#include "answers/reader_columns.h"
#include "answers/say.h"
#include "base/array.h"

/* Columns of a block stand this far apart: a whole number of cache lines that is no power of 2, so
 * that the cells of one row do not all fall on the same few lines. */
#define STRIDE (RUNG__BLOCK + 64)
#define NOT_ASKED RUNG__ABSENT(RUNG_ABSENT_NOT_ASKED)

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
  return header.length > 0 && rung__reader_find_column(reader, header, field);
}

rung_status rung__reader_use(struct rung_reader *reader, size_t field, rung_error *error)
{
  const uint32_t name = rung__names_find(&reader->names, reader->header[field]);
  const char *header = reader->header[field].data;
  if (reader->use[field] != RUNG__USE_AWAITED) reader->use[field] = RUNG__USE_BOUND;
  if (name == RUNG__NO_NAME || reader->last[name] < field) return RUNG_OK; /* of a long table */
  const size_t first = reader->first[name], last = reader->last[name];
  if (first == last) return RUNG_OK;
  return rung__fail_at(error, RUNG_E_ANSWERS, header, reader->record, (int64_t)last + 1,
                       "header \"%s\" stands in columns %zu and %zu, and it is in use: name one of "
                       "them otherwise",
                       header, first + 1, last + 1);
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
  return rung__fail_at(error, RUNG_E_ANSWERS, reader->header[second].data, reader->record,
                       rung__reader_place(reader, second),
                       "columns \"%s\" and \"%s\" are both item \"%s\": say in a mapping which one "
                       "is to be ignored",
                       reader->header[first].data, reader->header[second].data, id);
}

static rung_status bind_item(struct rung_reader *reader, size_t field, size_t item,
                             rung_error *error)
{
  struct rung__item_cells *cells = &reader->item[reader->item_count];
  struct rung__bound *bound = &reader->block.item[item];
  TRY(rung__reader_use(reader, field, error));
  for (size_t i = 0; i < reader->item_count; i++)
    if (reader->item[i].item == item)
      return refuse_second(reader, reader->item[i].field, field, reader->item[i].of->id, error);
  cells->field = field;
  cells->item = item;
  cells->of = &reader->model->items[item];
  cells->mapped = mapped(reader, field);
  cells->empty = RUNG__ABSENT(rung__map_empty(reader->mapping, cells->mapped, false));
  cells->quoted_empty = RUNG__ABSENT(rung__map_empty(reader->mapping, cells->mapped, true));
  cells->unknown_row = -1;
  memset(cells->single, RUNG__UNMET, sizeof cells->single);
  cells->count[-NOT_ASKED] = reader->before + (int64_t)reader->rows;
  if (cells->of->count > 0) cells->bytes = reader->store + reader->item_count * STRIDE;
  if (cells->bytes) memset(cells->bytes, NOT_ASKED, reader->rows);
  if (cells->of->number != RUNG__NONE)
    cells->numbers = reader->numbers + (size_t)cells->of->number * RUNG__BLOCK;
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

rung_status rung__reader_bind_column(struct rung_reader *reader, size_t field, rung_error *error)
{
  size_t item;
  if (find_item(reader, field, &item)) return bind_item(reader, field, item, error);
  reader->use[field] = (uint8_t)other_use(reader, field);
  return RUNG_OK;
}

rung_status rung__reader_fail_missing(const struct rung_reader *reader, const char *name,
                                      const char *what, const char *also, rung_error *error)
{
  struct rung__buffer said = {.data = NULL};
  struct rung__slice *list = rung__array_new(reader->field_count, sizeof *list);
  size_t count = 0;
  for (size_t i = 0; list && i < reader->field_count; i++)
    if (reader->use[i] != RUNG__USE_AWAITED) list[count++] = reader->header[i];
  rung__say_list(&said, list, count, 20);
  const rung_status status = rung__fail_at(
      error, RUNG_E_UNKNOWN, name, reader->record, 0,
      "no column \"%s\" for %s: name one of the file's %zu columns%s: %s", name, what, count, also,
      said.failed || !said.data ? "" : said.data);
  rung__buffer_free(&said);
  free(list);
  return status;
}

/* The field of a wanted column; a group's name of the mapping goes before a header. */
static rung_status find_wanted(struct rung_reader *reader, const struct rung__want *want,
                               size_t *field, rung_error *error)
{
  const bool group = want->role == RUNG_ROLE_GROUP;
  struct rung__slice name = rung__trim(rung__slice(want->name));
  const struct rung__map_column *column = group ? rung__mapping_group(reader->mapping, name) : NULL;
  if (column && find_field(reader, rung__slice(column->header), field)) return RUNG_OK;
  if (column && reader->form->awaits) name = rung__slice(column->header);
  if (find_field(reader, name, field)) return RUNG_OK;
  if (!reader->form->awaits)
    return rung__reader_fail_missing(reader, want->name, group ? "groups" : "weights",
                                     group ? ", or make one a group in a mapping" : "", error);
  TRY(rung__reader_add_column(reader, name, field, error));
  reader->use[*field] = RUNG__USE_AWAITED;
  return rung__reader_name_column(reader, error);
}

/* The names of hidden groups stay in every output, so groups by an item would tell who answered
 * what. */
static rung_status refuse_item(const struct rung_reader *reader, size_t field, rung_error *error)
{
  size_t item;
  if (!find_item(reader, field, &item)) return RUNG_OK;
  return rung__fail_at(error, RUNG_E_ANSWERS, reader->header[field].data, reader->record,
                       rung__reader_place(reader, field),
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
  TRY(rung__reader_use(reader, group->field, error));
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
  TRY(rung__reader_use(reader, weight->field, error));
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

rung_status rung__reader_bind_wanted(struct rung_reader *reader, rung_error *error)
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

rung_status rung__reader_room(struct rung_reader *reader, size_t items, rung_error *error)
{
  const size_t all = reader->model->item_count;
  rung_answers *block = &reader->block;
  reader->item = take(reader, items, sizeof *reader->item);
  reader->store = take(reader, items, STRIDE);
  reader->numbers = take(reader, reader->model->number_count * RUNG__BLOCK,
                         sizeof *reader->numbers);
  reader->coded_numbers = take(reader, all, sizeof *reader->coded_numbers);
  reader->coded = take(reader, all, sizeof *reader->coded);
  reader->unknown = take(reader, all, sizeof *reader->unknown);
  if (!reader->item || !reader->store || !reader->numbers || !reader->coded_numbers ||
      !reader->coded || !reader->unknown)
    return rung__fail_memory(error);
  for (size_t i = 0; i < all; i++)
    reader->unknown[i] = -1;
  block->model = reader->model;
  block->coded = reader->coded;
  block->numbers = reader->coded_numbers;
  block->unknown = reader->unknown;
  block->item = take(reader, all, sizeof *block->item);
  return block->item ? RUNG_OK : rung__fail_memory(error);
}

rung_status rung__reader_bind(struct rung_reader *reader, const struct rung__record *record,
                              rung_error *error)
{
  const size_t all = reader->model->item_count;
  TRY(rung__reader_header(reader, record, error));
  TRY(rung__reader_room(reader, all < record->count ? all : record->count, error));
  for (size_t i = 0; i < record->count; i++)
    TRY(rung__reader_bind_column(reader, i, error));
  return rung__reader_bind_wanted(reader, error);
}
