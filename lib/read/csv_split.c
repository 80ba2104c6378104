/* Splitting a record: quotes, the delimiter, and what no field may hold.
 * SPDX-License-Identifier: Apache-2.0 */
#include "read/csv_split.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "read/utf16.h"

/* The field, from 1, that an offset lies in. */
static int64_t column_of(const struct rung__splitter *splitter, struct rung__slice text,
                         size_t offset)
{
  int64_t column = 1;
  bool quoted = false;
  for (size_t index = 0; index < offset; ++index) {
    quoted ^= text.data[index] == '"';
    column += !quoted && text.data[index] == splitter->delimiter;
  }
  return column;
}

static rung_status refuse(const struct rung__splitter *splitter, rung_error *error, size_t column,
                          const char *what)
{
  return rung__fail_at(error, RUNG_E_SYNTAX, NULL, splitter->record.number, (int64_t)column, "%s",
                       what);
}

static bool add_field(struct rung__splitter *splitter, const char *data, size_t length, bool quoted)
{
  if (!rung__array_reserve((void **)&splitter->fields, &splitter->capacity,
                           splitter->record.count + 1, sizeof *splitter->fields))
    return false;
  splitter->fields[splitter->record.count++] = (struct rung__field){data, length, quoted,
                                                                    RUNG__FIELD_TEXT};
  return true;
}

/* Makes doubled quotes single; `unquoted` gets room for the whole record at once and stays put. */
static const char *undouble(struct rung__splitter *splitter, const char *data, size_t *length)
{
  struct rung__buffer *to = &splitter->unquoted;
  if (!rung__array_reserve((void **)&to->data, &to->capacity, splitter->record.raw.length, 1))
    return NULL;
  const size_t start = to->length;
  for (size_t index = 0; index < *length; ++index) {
    to->data[to->length++] = data[index];
    index += data[index] == '"';
  }
  *length = to->length - start;
  return to->data + start;
}

/* The closing quote of a field whose opening quote stands before `at`; `end`: there is none. */
static const char *closing_quote(const char *at, const char *end, bool *doubled)
{
  for (; at < end; at += 2) {
    at = memchr(at, '"', (size_t)(end - at));
    if (at == NULL) return end;
    if (at + 1 == end || at[1] != '"') return at;
    *doubled = true;
  }
  return end;
}

static rung_status take_quoted(struct rung__splitter *splitter, const char **at, const char *end,
                               rung_error *error)
{
  const char *data = *at + 1;
  bool doubled = false;
  const char *close = closing_quote(data, end, &doubled);
  const size_t column = splitter->record.count + 1;
  if (close == end)
    return refuse(splitter, error, column,
                  "the quote that opens this field is never closed; close it or take it out");
  if (close + 1 < end && close[1] != splitter->delimiter)
    return refuse(splitter, error, column,
                  "text stands behind the closing quote; double each quote inside a quoted field");
  size_t length = (size_t)(close - data);
  if (doubled) data = undouble(splitter, data, &length);
  if (data == NULL || !add_field(splitter, data, length, true)) return rung__fail_memory(error);
  *at = close + 1;
  return RUNG_OK;
}

static rung_status take_plain(struct rung__splitter *splitter, const char **at, const char *end,
                              rung_error *error)
{
  const char *data = *at;
  while (*at < end && **at != splitter->delimiter) {
    if (*(*at)++ == '"')
      return refuse(splitter, error, splitter->record.count + 1,
                    "a quote stands inside a field without quotes; put the field in quotes and "
                    "double the quotes inside it");
  }
  if (!add_field(splitter, data, (size_t)(*at - data), false)) return rung__fail_memory(error);
  return RUNG_OK;
}

static rung_status take_field(struct rung__splitter *splitter, const char **at, const char *end,
                              rung_error *error)
{
  return *at < end && **at == '"' ? take_quoted(splitter, at, end, error)
                                  : take_plain(splitter, at, end, error);
}

/* Outside quotes, the most frequent of comma, semicolon and tab; comma on a tie. */
static char guess_delimiter(struct rung__slice text)
{
  static const char CANDIDATES[] = ",;\t";
  size_t counts[] = {0, 0, 0};
  bool quoted = false;
  for (size_t index = 0; index < text.length; ++index) {
    quoted ^= text.data[index] == '"';
    for (int which = 0; !quoted && which < 3; ++which)
      counts[which] += text.data[index] == CANDIDATES[which];
  }
  if (counts[0] >= counts[1] && counts[0] >= counts[2]) return ',';
  return counts[1] >= counts[2] ? ';' : '\t';
}

static rung_status check_nul(const struct rung__splitter *splitter, struct rung__slice text,
                             rung_error *error)
{
  const char *nul = memchr(text.data, '\0', text.length);
  if (nul == NULL) return RUNG_OK;
  return refuse(splitter, error, (size_t)column_of(splitter, text, (size_t)(nul - text.data)),
                splitter->decoded
                    ? "a NUL character; the file is UTF-16 that is damaged, or no text"
                    : "a NUL byte; the file is UTF-16 without a byte order mark, or no text; save "
                      "it as UTF-8");
}

static rung_status check_utf8(const struct rung__splitter *splitter, struct rung__slice text,
                              rung_error *error)
{
  const char *what = "the text is not UTF-8; save the file as UTF-8";
  size_t bad;
  if (rung__is_utf8(text.data, text.length, &bad)) return RUNG_OK;
  if (splitter->decoded)
    what = text.data[bad] == RUNG__UTF16_ODD
               ? "the UTF-16 of the file has an odd number of bytes; is its end missing?"
               : "half a surrogate pair; the file is UTF-16 that is damaged; save it anew";
  return refuse(splitter, error, (size_t)column_of(splitter, text, bad), what);
}

rung_status rung__csv_split(struct rung__splitter *splitter, struct rung__slice text,
                            rung_error *error)
{
  const char *at = text.data, *end = at + text.length;
  splitter->record = (struct rung__record){NULL, 0, splitter->record.number + 1, text, NULL};
  splitter->unquoted.length = 0;
  if (splitter->delimiter == '\0') splitter->delimiter = guess_delimiter(text);
  TRY(check_nul(splitter, text, error));
  TRY(take_field(splitter, &at, end, error));
  while (at < end) {
    ++at;
    TRY(take_field(splitter, &at, end, error));
  }
  splitter->record.fields = splitter->fields;
  return check_utf8(splitter, text, error);
}

void rung__csv_split_free(struct rung__splitter *splitter)
{
  rung__buffer_free(&splitter->unquoted);
  free(splitter->fields);
}
