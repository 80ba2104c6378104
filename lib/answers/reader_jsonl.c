/* The form of JSON Lines: an object a line, whose members are what columns are elsewhere.
 * SPDX-License-Identifier: Apache-2.0
 *
 * There is no header: a member that was not met before is bound where it is met. */
#include "answers/reader_form.h"

#include <string.h>

#include "answers/reader_bind.h"
#include "answers/reader_cells.h"
#include "answers/reader_columns.h"
#include "base/notes.h"
#include "base/number.h"
#include "read/json.h"

static rung_status begin(rung_reader *reader, rung_error *error)
{
  if (reader->block.item) return RUNG_OK;
  reader->record = 1;
  TRY(rung__reader_room(reader, reader->model->item_count, error));
  return rung__reader_bind_wanted(reader, error);
}

/* The column of a member; it is bound where it was not met before. */
static rung_status meet(rung_reader *reader, struct rung__slice name, size_t *field,
                        rung_error *error)
{
  const bool known = rung__reader_find_column(reader, name, field);
  if (known && reader->use[*field] != RUNG__USE_AWAITED) return RUNG_OK;
  if (!known) {
    TRY(rung__reader_add_column(reader, name, field, error));
    TRY(rung__reader_name_column(reader, error));
  }
  TRY(rung__reader_bind_column(reader, *field, error));
  if (known) reader->use[*field] = RUNG__USE_BOUND;
  return RUNG_OK;
}

static rung_status put_number(struct rung__draft *draft, const json_t *value,
                              struct rung__field *field, rung_error *error)
{
  char text[RUNG__NUMBER_SIZE];
  if (json_is_integer(value))
    field->length = rung__print(text, sizeof text, "%lld", (long long)json_integer_value(value));
  else
    field->length = rung__number_write(json_real_value(value), text);
  const struct rung__slice number = {text, field->length};
  if (rung__draft_copy(draft, number, &field->data) == RUNG_OK) return RUNG_OK;
  return rung__fail_memory(error);
}

/* A value as the field of a CSV: null is an empty one, a text is one in quotes. */
static rung_status field_of(struct rung__draft *draft, const json_t *value,
                            struct rung__field *field, rung_error *error)
{
  static const char *const WORDS[] = {[JSON_OBJECT] = "{...}",
                                      [JSON_ARRAY] = "[...]",
                                      [JSON_TRUE] = "true",
                                      [JSON_FALSE] = "false"};
  *field = (struct rung__field){"", 0, false, RUNG__FIELD_TEXT};
  if (json_is_null(value)) return RUNG_OK;
  if (json_is_number(value)) return put_number(draft, value, field, error);
  if (json_is_string(value)) {
    field->data = json_string_value(value);
    field->length = json_string_length(value);
    field->quoted = true;
    return RUNG_OK;
  }
  field->data = WORDS[json_typeof(value)];
  field->length = strlen(field->data);
  field->kind = RUNG__FIELD_STRANGE;
  return RUNG_OK;
}

static bool is_item(const rung_reader *reader, size_t field)
{
  for (size_t i = 0; i < reader->item_count; i++)
    if (reader->item[i].field == field) return true;
  return false;
}

static rung_status refuse_member(const rung_reader *reader, size_t field, const char *what,
                                 rung_error *error)
{
  const char *name = reader->header[field].data;
  return rung__fail_at(error, RUNG_E_ANSWERS, name, reader->record, 0,
                       "row %lld, member \"%s\": %s", (long long)reader->record, name, what);
}

static rung_status take_member(rung_reader *reader, const char *key, const json_t *value,
                               rung_error *error)
{
  struct rung__draft *draft = &reader->draft;
  struct rung__field content;
  size_t field;
  TRY(meet(reader, rung__trim(rung__slice(key)), &field, error));
  if (reader->use[field] != RUNG__USE_BOUND) return RUNG_OK;
  if (!rung__draft_widen(draft, reader->field_count)) return rung__fail_memory(error);
  if (rung__draft_has(draft, field))
    return refuse_member(reader, field, "it stands twice, blanks aside; keep one", error);
  TRY(field_of(draft, value, &content, error));
  if ((json_is_object(value) || json_is_array(value)) && !is_item(reader, field))
    return refuse_member(reader, field,
                         "found a list or an object: expected the text or number of a group or "
                         "weight, or null",
                         error);
  rung__draft_put(draft, field, content, reader->record);
  return RUNG_OK;
}

static rung_status take_object(rung_reader *reader, json_t *object, rung_error *error)
{
  struct rung__draft *draft = &reader->draft;
  for (void *member = json_object_iter(object); member;
       member = json_object_iter_next(object, member))
    TRY(take_member(reader, json_object_iter_key(member), json_object_iter_value(member), error));
  if (!rung__draft_widen(draft, reader->field_count)) return rung__fail_memory(error);
  const struct rung__record record = {
      draft->field, reader->field_count, reader->record, {"", 0}, NULL};
  return rung__reader_row(reader, &record, error);
}

/* The parser knows of one line only, and skips a mark before any. */
static rung_status parse(const rung_reader *reader, struct rung__slice line, json_t **root,
                         rung_error *error)
{
  if (line.length >= 3 && memcmp(line.data, "\xEF\xBB\xBF", 3) == 0)
    return rung__fail_at(error, RUNG_E_SYNTAX, NULL, reader->record, 1,
                         "a byte order mark inside the file; take it out");
  const rung_status status = rung__json_parse(line.data, line.length, RUNG__LINE_LIMIT, root,
                                              error);
  if (status != RUNG_OK && error->row > 0) error->row += reader->record - 1;
  if (status != RUNG_OK || json_is_object(*root)) return status;
  json_decref(*root);
  return rung__fail_at(error, RUNG_E_SYNTAX, NULL, reader->record, 1,
                       "a list: expected an object of one row; write each on a line of its own");
}

static rung_status accept(rung_reader *reader, struct rung__slice line, rung_error *error)
{
  json_t *root;
  reader->record = reader->lines.number;
  if (rung__trim(line).length == 0) return RUNG_OK;
  TRY(parse(reader, line, &root, error));
  const rung_status status = take_object(reader, root, error);
  rung__draft_empty(&reader->draft);
  json_decref(root);
  return status;
}

static rung_status push(rung_reader *reader, const char *bytes, size_t length, size_t *taken,
                        rung_error *error)
{
  struct rung__slice line;
  TRY(begin(reader, error));
  TRY(rung__lines_push(&reader->lines, bytes, length, taken, &line, error));
  return line.data ? accept(reader, line, error) : RUNG_OK;
}

static rung_status finish(rung_reader *reader, rung_error *error)
{
  struct rung__slice line;
  TRY(begin(reader, error));
  rung__lines_finish(&reader->lines, &line);
  if (line.data) TRY(accept(reader, line, error));
  if (reader->before + (int64_t)reader->rows == 0)
    return rung__fail_at(error, RUNG_E_SYNTAX, NULL, 1, 0,
                         "the file is empty: expected an object a line");
  reader->record = 0; /* what no object had stands nowhere */
  for (size_t i = 0; i < reader->field_count; i++)
    if (reader->use[i] == RUNG__USE_AWAITED)
      return rung__reader_fail_missing(reader, reader->header[i].data, "groups or weights", "",
                                       error);
  return RUNG_OK;
}

static void describe(const rung_reader *reader, rung_notes *notes)
{
  const long long rows = (long long)(reader->before + (int64_t)reader->rows);
  const char *line_end = reader->lines.line_end;
  rung__note(notes, RUNG_NOTE_INFORMATION, "", "JSON Lines, UTF-8 with%s a byte order mark%s%s",
             reader->lines.marked ? "" : "out", line_end ? ", lines end in " : "",
             line_end ? line_end : "");
  rung__note(notes, RUNG_NOTE_INFORMATION, "", "%lld row%s of %zu different member%s", rows,
             rows == 1 ? "" : "s", reader->field_count, reader->field_count == 1 ? "" : "s");
}

const struct rung__form rung__form_jsonl = {
    .most = RUNG__BLOCK,
    .awaits = true,
    .unused = "columns without an item",
    .push = push,
    .finish = finish,
    .describe = describe,
};
