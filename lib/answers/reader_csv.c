/* The form of a CSV with a row a record; and the steps that it shares with a long table.
 * SPDX-License-Identifier: Apache-2.0 */
#include "answers/reader_form.h"

#include "answers/reader_bind.h"
#include "answers/reader_cells.h"
#include "base/notes.h"

static rung_status accept(rung_reader *reader, const struct rung__record *record, rung_error *error)
{
  reader->record = record->number;
  return reader->width == 0 ? reader->form->header(reader, record, error)
                            : reader->form->record(reader, record, error);
}

rung_status rung__csv_form_push(rung_reader *reader, const char *bytes, size_t length,
                                size_t *taken, rung_error *error)
{
  const struct rung__record *record = NULL;
  TRY(rung__csv_push(reader->csv, bytes, length, taken, &record, error));
  return record ? accept(reader, record, error) : RUNG_OK;
}

rung_status rung__csv_form_finish(rung_reader *reader, rung_error *error)
{
  const struct rung__record *record = NULL;
  TRY(rung__csv_finish(reader->csv, &record, error));
  if (record) TRY(accept(reader, record, error));
  if (reader->width > 0) return RUNG_OK;
  return rung__fail_at(error, RUNG_E_SYNTAX, NULL, 1, 0,
                       "the file is empty: expected a header record, then a record a row");
}

static const char *name_delimiter(char delimiter)
{
  switch (delimiter) {
  case ';': return "semicolons";
  case '\t': return "tabs";
  default: return "commas";
  }
}

void rung__csv_form_describe(const rung_reader *reader, rung_notes *notes)
{
  const char *line_end = rung__csv_line_end(reader->csv);
  rung__note(notes, RUNG_NOTE_INFORMATION, "", "%s, fields between %s%s%s",
             rung__csv_encoding(reader->csv), name_delimiter(rung__csv_delimiter(reader->csv)),
             *line_end ? ", lines end in " : "", line_end);
}

static void describe(const rung_reader *reader, rung_notes *notes)
{
  const long long rows = (long long)(reader->before + (int64_t)reader->rows);
  rung__csv_form_describe(reader, notes);
  rung__note(notes, RUNG_NOTE_INFORMATION, "", "%lld row%s of %zu column%s", rows,
             rows == 1 ? "" : "s", reader->width, reader->width == 1 ? "" : "s");
}

const struct rung__form rung__form_csv = {
    .most = RUNG__BLOCK,
    .unused = "columns without an item",
    .push = rung__csv_form_push,
    .finish = rung__csv_form_finish,
    .header = rung__reader_bind,
    .record = rung__reader_row,
    .describe = describe,
};
