/* The form of a long table: a CSV with a record an answer, those of a row one behind the other.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A row is put together in the draft and becomes one of the block when the next begins. The names of
 * items are columns behind those of the header: they are bound where they are met. */
#include "answers/reader_form.h"

#include <stdlib.h>

#include "answers/reader_bind.h"
#include "answers/reader_cells.h"
#include "answers/reader_columns.h"
#include "answers/say.h"
#include "base/array.h"
#include "base/notes.h"

static struct rung__slice text_of(const struct rung__record *record, size_t column)
{
  const struct rung__field *field = &record->fields[column];
  return rung__trim((struct rung__slice){field->data, field->length});
}

static const char *name_of(const rung_reader *reader, size_t column)
{
  return reader->header[column].data;
}

/* ---- the header ---- */

static rung_status find(rung_reader *reader, int which, size_t *column, rung_error *error)
{
  static const char *const WHAT[] = {"the rows of a long table", "the items of a long table",
                                     "the answers of a long table"};
  const char *name = rung__mapping_table(reader->mapping, which);
  if (!rung__reader_find_column(reader, rung__slice(name), column))
    return rung__reader_fail_missing(reader, name, WHAT[which],
                                     " as \"row\", \"item\" or \"answer\" of \"long\" in a mapping",
                                     error);
  return rung__reader_use(reader, *column, error);
}

static rung_status refuse_own(const rung_reader *reader, size_t column, rung_error *error)
{
  const struct rung__table *table = &reader->table;
  if (column != table->row && column != table->item && column != table->answer) return RUNG_OK;
  return rung__fail_at(error, RUNG_E_ANSWERS, name_of(reader, column), reader->record,
                       rung__reader_place(reader, column),
                       "column \"%s\" makes the long table and is no group or weight: groups by it "
                       "would show what single persons said, so name another column",
                       name_of(reader, column));
}

/* Says what becomes of the columns that are for nothing so far. */
static rung_status note_uses(rung_reader *reader, rung_error *error)
{
  struct rung__table *table = &reader->table;
  for (size_t i = 0; i < reader->width; i++) {
    const struct rung__map_column *column = rung__mapping_header(reader->mapping,
                                                                 reader->header[i]);
    if (reader->header[i].length == 0 || (column && column->use == RUNG__MAP_IGNORE))
      reader->use[i] = RUNG__USE_IGNORED;
    else if (column && column->use == RUNG__MAP_GROUP)
      reader->use[i] = RUNG__USE_OFFERED;
  }
  TRY(find(reader, RUNG__TABLE_ROW, &table->row, error));
  TRY(find(reader, RUNG__TABLE_ITEM, &table->item, error));
  return find(reader, RUNG__TABLE_ANSWER, &table->answer, error);
}

static rung_status read_header(rung_reader *reader, const struct rung__record *record,
                               rung_error *error)
{
  TRY(rung__reader_header(reader, record, error));
  TRY(rung__reader_room(reader, reader->model->item_count, error));
  TRY(note_uses(reader, error));
  TRY(rung__reader_bind_wanted(reader, error));
  for (size_t i = 0; i < reader->group_count; i++)
    TRY(refuse_own(reader, reader->group[i].field, error));
  return reader->weight ? refuse_own(reader, reader->weight->field, error) : RUNG_OK;
}

/* ---- a row ---- */

/* The row in the draft becomes one of the block. */
static rung_status end_row(rung_reader *reader, rung_error *error)
{
  struct rung__draft *draft = &reader->draft;
  if (reader->table.first == 0) return RUNG_OK;
  const struct rung__record row = {
      draft->field, reader->field_count, reader->table.first, {"", 0}, draft->number};
  if (!rung__draft_widen(draft, reader->field_count)) return rung__fail_memory(error);
  TRY(rung__reader_row(reader, &row, error));
  rung__draft_empty(draft);
  reader->table.first = 0;
  return RUNG_OK;
}

static rung_status put(rung_reader *reader, size_t column, const struct rung__field *content,
                       rung_error *error)
{
  struct rung__draft *draft = &reader->draft;
  const struct rung__slice text = {content->data, content->length};
  struct rung__field copy = *content;
  if (!rung__draft_widen(draft, reader->field_count)) return rung__fail_memory(error);
  const rung_status status = rung__draft_copy(draft, text, &copy.data);
  if (status == RUNG_E_MEMORY) return rung__fail_memory(error);
  if (status != RUNG_OK)
    return rung__fail_at(error, status, NULL, reader->record, 0,
                         "row %lld: the answers of one row have more than %zu bytes; is column "
                         "\"%s\" the one that names rows?",
                         (long long)reader->record, RUNG__RECORD_LIMIT,
                         name_of(reader, reader->table.row));
  rung__draft_put(draft, column, copy, reader->record);
  return RUNG_OK;
}

/* A group or weight: of the first record of a row it is kept, of the others it has to be the same. */
static rung_status take_same(rung_reader *reader, const struct rung__record *record, size_t column,
                             rung_error *error)
{
  const struct rung__draft *draft = &reader->draft;
  struct rung__said now = {.length = 0}, before = {.length = 0};
  if (draft->count <= column || !rung__draft_has(draft, column))
    return put(reader, column, &record->fields[column], error);
  const struct rung__slice found = text_of(record, column);
  const struct rung__slice kept = rung__trim(
      (struct rung__slice){draft->field[column].data, draft->field[column].length});
  if (rung__same(found, kept)) return RUNG_OK;
  rung__say_text(&now, found);
  rung__say_text(&before, kept);
  return rung__fail_at(error, RUNG_E_ANSWERS, name_of(reader, column), reader->record,
                       rung__reader_place(reader, column),
                       "row %lld, column \"%s\": %s, where record %lld of the same row has %s: "
                       "write one of them into every record of the row",
                       (long long)reader->record, name_of(reader, column), now.text,
                       (long long)draft->number[column], before.text);
}

static rung_status refuse(const rung_reader *reader, size_t column, struct rung__slice text,
                          const char *what, rung_error *error)
{
  struct rung__said found = {.length = 0};
  const char *name = name_of(reader, column);
  rung__say_text(&found, text);
  return rung__fail_at(error, RUNG_E_ANSWERS, name, reader->record,
                       rung__reader_place(reader, column), "row %lld, column \"%s\": %s %s",
                       (long long)reader->record, name, found.text, what);
}

/* Goes on with the row in the draft, or ends it and begins the next. */
static rung_status take_key(rung_reader *reader, const struct rung__record *record,
                            rung_error *error)
{
  struct rung__table *table = &reader->table;
  const struct rung__slice text = text_of(record, table->row);
  const size_t before = table->keys.count;
  if (text.length == 0)
    return refuse(reader, table->row, text, "names no row: give every record the name of its row",
                  error);
  const uint32_t key = rung__names_add(&table->keys, text);
  if (key == RUNG__NO_NAME) return rung__fail_memory(error);
  if (key != before && key == table->key) return RUNG_OK;
  if (key != before)
    return refuse(reader, table->row, text,
                  "returns after another row has begun: sort the file by this column, so that the "
                  "answers of a row stand together",
                  error);
  TRY(end_row(reader, error));
  table->key = key;
  table->first = reader->record;
  return RUNG_OK;
}

/* ---- an answer ---- */

/* The column of an item's name; it is bound where it was not met before. */
static rung_status meet(rung_reader *reader, struct rung__slice name, size_t *column,
                        rung_error *error)
{
  struct rung__names *items = &reader->table.items;
  const size_t before = items->count;
  const uint32_t number = rung__names_add(items, name);
  if (number == RUNG__NO_NAME) return rung__fail_memory(error);
  *column = reader->width + number;
  if (number != before) return RUNG_OK;
  TRY(rung__reader_add_column(reader, name, column, error));
  TRY(rung__reader_bind_column(reader, *column, error));
  if (reader->use[*column] == RUNG__USE_OFFERED) reader->use[*column] = RUNG__USE_NONE;
  return RUNG_OK;
}

static rung_status take_answer(rung_reader *reader, const struct rung__record *record,
                               rung_error *error)
{
  struct rung__table *table = &reader->table;
  const struct rung__slice name = text_of(record, table->item);
  size_t column;
  if (name.length == 0)
    return refuse(reader, table->item, name,
                  "names no item: expected the id of one, or a name of "
                  "the mapping",
                  error);
  TRY(meet(reader, name, &column, error));
  table->strangers += reader->use[column] == RUNG__USE_NONE;
  if (reader->use[column] != RUNG__USE_BOUND) return RUNG_OK;
  if (!rung__draft_widen(&reader->draft, reader->field_count)) return rung__fail_memory(error);
  if (rung__draft_has(&reader->draft, column))
    return refuse(reader, table->item, name, "stands twice in one row: keep one of its answers",
                  error);
  return put(reader, column, &record->fields[table->answer], error);
}

static rung_status take_record(rung_reader *reader, const struct rung__record *record,
                               rung_error *error)
{
  if (record->count != reader->width) return rung__reader_ragged(reader, record, error);
  reader->table.records++;
  TRY(take_key(reader, record, error));
  for (size_t i = 0; i < reader->group_count; i++)
    TRY(take_same(reader, record, reader->group[i].field, error));
  if (reader->weight) TRY(take_same(reader, record, reader->weight->field, error));
  return take_answer(reader, record, error);
}

static rung_status finish(rung_reader *reader, rung_error *error)
{
  TRY(rung__csv_form_finish(reader, error));
  if (reader->given) rung__reader_clear(reader);
  return end_row(reader, error);
}

/* ---- the notes ---- */

static void describe(const rung_reader *reader, rung_notes *notes)
{
  const long long rows = (long long)(reader->before + (int64_t)reader->rows);
  const long long records = (long long)reader->table.records;
  rung__csv_form_describe(reader, notes);
  rung__note(notes, RUNG_NOTE_INFORMATION, "",
             "a long table: %lld row%s of %lld record%s, %zu item%s", rows, rows == 1 ? "" : "s",
             records, records == 1 ? "" : "s", reader->table.items.count,
             reader->table.items.count == 1 ? "" : "s");
}

static void remark(const rung_reader *reader, rung_notes *notes)
{
  size_t count = 0;
  struct rung__buffer names = {.data = NULL};
  struct rung__slice *list = rung__array_new(reader->table.items.count, sizeof *list);
  for (size_t i = reader->width; list && i < reader->field_count; i++)
    if (reader->use[i] == RUNG__USE_NONE) list[count++] = reader->header[i];
  if (count > 0) rung__say_list(&names, list, count, 20);
  if (!list || names.failed)
    rung__notes_fail(notes);
  else if (count > 0)
    rung__note(
        notes, RUNG_NOTE_INFORMATION, "",
        "items that the model does not have (%zu), with %lld answers that count for nothing: "
        "%s; map or ignore them",
        count, (long long)reader->table.strangers, names.data);
  rung__buffer_free(&names);
  free(list);
}

const struct rung__form rung__form_long = {
    .most = RUNG__BLOCK - 1, /* and the row in the draft when the file ends */
    .unused = "columns that are for nothing",
    .push = rung__csv_form_push,
    .finish = finish,
    .header = read_header,
    .record = take_record,
    .describe = describe,
    .remark = remark,
};
