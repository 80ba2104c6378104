/* What the reader has to say: how the file is written, how it met the model, what it set aside.
 * SPDX-License-Identifier: Apache-2.0 */
#include <rung/reader.h>

#include <stdlib.h>
#include <string.h>

#include "answers/reader_state.h"
#include "answers/say.h"
#include "base/array.h"
#include "base/fail.h"
#include "base/notes.h"

#define LISTED 20

static const char *const KINDS[RUNG__ABSENCE_KINDS] = {"not asked", "skipped", "not applicable",
                                                       "don't know", "invalid"};

static void note_file(const rung_reader *reader, rung_notes *notes)
{
  reader->form->describe(reader, notes);
  if (reader->aside_count > 0)
    rung__note(notes, RUNG_NOTE_WARNING, "",
               "%lld row%s of another length than the header set aside, first row %lld; see "
               "whether they are whole",
               (long long)reader->aside_count, reader->aside_count == 1 ? " was" : "s were",
               (long long)reader->aside_record);
}

static void put_counts(struct rung__buffer *buffer, const struct rung__item_cells *cells)
{
  rung__put_format(buffer, "%lld %s", (long long)cells->count[0],
                   cells->bytes ? "answered" : "filled in and not scored");
  for (size_t kind = 0; kind < RUNG__ABSENCE_KINDS; kind++)
    if (cells->count[kind + 1] > 0)
      rung__put_format(buffer, ", %lld %s", (long long)cells->count[kind + 1], KINDS[kind]);
}

static void note_item(const rung_reader *reader, const struct rung__item_cells *cells,
                      rung_notes *notes)
{
  const char *header = reader->header[cells->field].data;
  struct rung__buffer counts = {.data = NULL};
  put_counts(&counts, cells);
  if (counts.failed) rung__notes_fail(notes);
  rung__note(notes, RUNG_NOTE_INFORMATION, header, "item \"%s\": %s", cells->of->id,
             counts.failed ? "" : counts.data);
  rung__buffer_free(&counts);
}

static void note_unknown(const rung_reader *reader, const struct rung__item_cells *cells,
                         rung_notes *notes)
{
  const char *header = reader->header[cells->field].data;
  struct rung__said expected = {.length = 0};
  rung__say_answers(&expected, cells->of);
  for (size_t i = 0; i < cells->unknown_count; i++) {
    const struct rung__unknown *unknown = &cells->unknown[i];
    struct rung__said found = {.length = 0};
    rung__say_clipped(&found, unknown->text, unknown->clipped);
    rung__note(notes, RUNG_NOTE_WARNING, header,
               "%s x %lld, first in row %lld: no answer of item \"%s\" (expected %s), counted as "
               "invalid; map it, or correct it",
               found.text, (long long)unknown->count, (long long)unknown->record, cells->of->id,
               expected.text);
  }
  if (cells->unknown_more > 0)
    rung__note(notes, RUNG_NOTE_WARNING, header,
               "%lld more answers of other unknown texts, counted as invalid; is it the column of "
               "item \"%s\"?",
               (long long)cells->unknown_more, cells->of->id);
}

static void note_groups(const rung_reader *reader, rung_notes *notes)
{
  for (size_t i = 0; i < reader->group_count; i++) {
    const struct rung__group_cells *group = &reader->group[i];
    rung__note(notes, RUNG_NOTE_INFORMATION, reader->header[group->field].data,
               "group \"%s\": %lld row%s without one", reader->block.group[i].name,
               (long long)group->absent, group->absent == 1 ? "" : "s");
  }
  if (reader->weight)
    rung__note(notes, RUNG_NOTE_INFORMATION, reader->header[reader->weight->field].data,
               "the weight of each row");
}

/* Says how many there are and which, the first of them. */
static void note_list(rung_notes *notes, const char *what, const struct rung__slice *list,
                      size_t count)
{
  struct rung__buffer names = {.data = NULL};
  if (count == 0) return;
  rung__say_list(&names, list, count, LISTED);
  if (names.failed) rung__notes_fail(notes);
  rung__note(notes, RUNG_NOTE_INFORMATION, "", "%s (%zu): %s", what, count,
             names.failed ? "" : names.data);
  rung__buffer_free(&names);
}

static void note_rows(const rung_reader *reader, rung_notes *notes)
{
  if (reader->finished && reader->before == 0 && reader->rows == 0)
    rung__note(notes, RUNG_NOTE_WARNING, "", "there is no row under the header");
}

static void note_items_left(const rung_reader *reader, rung_notes *notes, struct rung__slice *list)
{
  size_t count = 0;
  for (size_t i = 0; i < reader->model->item_count; i++)
    if (!reader->block.item[i].name) list[count++] = rung__slice(reader->model->items[i].id);
  if (count == reader->model->item_count)
    rung__note(notes, RUNG_NOTE_ERROR, "",
               "no column is an item of model \"%s\": is it the right file, or is a mapping "
               "missing?",
               reader->model->id);
  note_list(notes, "items without a column, counted as not asked", list, count);
}

static void note_columns_left(const rung_reader *reader, enum rung__use use, const char *what,
                              rung_notes *notes, struct rung__slice *list)
{
  const size_t fields = reader->width > 0 ? reader->width : reader->field_count;
  size_t count = 0;
  for (size_t i = 0; i < fields; i++)
    if (reader->use[i] == use) list[count++] = reader->header[i];
  note_list(notes, what, list, count);
}

static bool has_name(const rung_reader *reader, struct rung__slice name)
{
  return rung__names_find(&reader->names, name) != RUNG__NO_NAME ||
         rung__names_find(&reader->table.items, name) != RUNG__NO_NAME;
}

/* A header that the mapping names and the file does not have is probably misspelt. */
static void note_mapping_left(const rung_reader *reader, rung_notes *notes)
{
  for (size_t i = 0; reader->mapping && i < reader->mapping->count; i++) {
    const char *header = reader->mapping->column[i].header;
    if (!has_name(reader, rung__slice(header)))
      rung__note(notes, RUNG_NOTE_WARNING, header,
                 "the mapping names column \"%s\", which the file does not have", header);
  }
}

static void note_all(const rung_reader *reader, rung_notes *notes, struct rung__slice *list)
{
  note_file(reader, notes);
  for (size_t i = 0; i < reader->item_count; i++)
    note_item(reader, &reader->item[i], notes);
  note_groups(reader, notes);
  for (size_t i = 0; i < reader->item_count; i++)
    note_unknown(reader, &reader->item[i], notes);
  note_mapping_left(reader, notes);
  note_items_left(reader, notes, list);
  if (reader->form->remark) reader->form->remark(reader, notes);
  note_columns_left(reader, RUNG__USE_NONE, reader->form->unused, notes, list);
  note_columns_left(reader, RUNG__USE_OFFERED, "columns that are groups if asked for", notes, list);
}

rung_status rung_reader_notes(const rung_reader *reader, rung_notes **out, rung_error *error)
{
  if (out) *out = NULL;
  if (!reader || !out)
    return rung__fail(error, RUNG_E_ARGUMENT, "the reader and the place for notes cannot be NULL");
  rung_notes *notes = rung__notes_new();
  if (!notes) return rung__fail_memory(error);
  if (!reader->block.item) {
    rung__note(notes, RUNG_NOTE_INFORMATION, "", "no header was read yet");
    return rung__notes_give(notes, out, error);
  }
  const size_t most = reader->model->item_count > reader->field_count ? reader->model->item_count
                                                                      : reader->field_count;
  struct rung__slice *list = rung__array_new(most, sizeof *list);
  if (!list) {
    rung_notes_free(notes);
    return rung__fail_memory(error);
  }
  note_all(reader, notes, list);
  note_rows(reader, notes);
  free(list);
  return rung__notes_give(notes, out, error);
}

rung_status rung_reader_set_aside(const rung_reader *reader, rung_bytes **out, rung_error *error)
{
  struct rung__buffer text = {.data = NULL};
  if (out) *out = NULL;
  if (!reader || !out)
    return rung__fail(error, RUNG_E_ARGUMENT, "the reader and the place for bytes cannot be NULL");
  if (reader->aside_count > 0) {
    const char *line_end = rung__csv_line_end(reader->csv);
    rung__put(&text, reader->raw_header.data, reader->raw_header.length);
    rung__put_text(&text, strcmp(line_end, "CRLF") == 0 ? "\r\n" : *line_end == 'C' ? "\r" : "\n");
    rung__put(&text, reader->aside.data, reader->aside.length);
  }
  return rung__bytes_of(&text, out, error);
}
