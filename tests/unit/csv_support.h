/* What the tests of the CSV tokeniser share: each text is pushed in every cut, and as UTF-16.
 * SPDX-License-Identifier: Apache-2.0
 *
 * "1:<a><b>" is record 1 with two fields, a quoted field stands in [], "!RUNG_E_SYNTAX 2,3" is a
 * refusal at record 2, field 3; then come the delimiter, the mark and the line end. */
#ifndef RUNG_TESTS_UNIT_CSV_SUPPORT_H
#define RUNG_TESTS_UNIT_CSV_SUPPORT_H

#include "recode.h"

#include "read/csv.h"

#define UNMARKED "UTF-8 without a byte order mark"
#define RAW '\x01' /* stands around the raw bytes of a record */

struct pushing {
  struct rung__csv *csv;
  struct rung__buffer said;
  bool failed;
};

static inline void say_record(struct rung__buffer *said, const struct rung__record *record)
{
  rung__put_format(said, "%lld:", (long long)record->number);
  for (size_t index = 0; index < record->count; ++index) {
    const struct rung__field *field = &record->fields[index];
    rung__put_byte(said, field->quoted ? '[' : '<');
    rung__put(said, field->data, field->length);
    rung__put_byte(said, field->quoted ? ']' : '>');
  }
  rung__put_byte(said, RAW);
  rung__put(said, record->raw.data, record->raw.length);
  rung__put_byte(said, RAW);
  rung__put_byte(said, ';');
}

static inline void say_failure(struct pushing *pushing, rung_status status, const rung_error *error)
{
  rung__put_format(&pushing->said, "!%s %lld,%lld", rung_status_name((int32_t)status),
                   (long long)error->row, (long long)error->column);
  pushing->failed = true;
}

/* Pushes bytes from a place of their own that ends where they end and is gone afterwards. */
static inline void push(struct pushing *pushing, const char *bytes, size_t length)
{
  char *own = malloc(length == 0 ? 1 : length), *at = own;
  assert_non_null(own);
  memcpy(own, bytes, length);
  while (!pushing->failed) {
    const struct rung__record *record = NULL;
    rung_error error = {0};
    size_t taken = 0;
    const rung_status status = rung__csv_push(pushing->csv, at, length, &taken, &record, &error);
    assert_true(taken <= length);
    at += taken;
    length -= taken;
    if (status != RUNG_OK) say_failure(pushing, status, &error);
    if (record == NULL) break;
    say_record(&pushing->said, record);
  }
  assert_true(length == 0 || pushing->failed);
  free(own);
}

static inline void finish(struct pushing *pushing)
{
  const struct rung__record *record = NULL;
  rung_error error = {0};
  if (pushing->failed) return;
  const rung_status status = rung__csv_finish(pushing->csv, &record, &error);
  if (status != RUNG_OK) say_failure(pushing, status, &error);
  if (record != NULL) say_record(&pushing->said, record);
}

static inline struct pushing begin(char delimiter)
{
  const struct pushing pushing = {rung__csv_new(delimiter), {0}, false};
  assert_non_null(pushing.csv);
  return pushing;
}

/* What the text comes to, and what is known of the file; to be freed. */
static inline char *end(struct pushing *pushing)
{
  finish(pushing);
  const char delimiter = rung__csv_delimiter(pushing->csv);
  rung__put_format(&pushing->said, " %s%s%s",
                   delimiter == '\0'   ? "none"
                   : delimiter == '\t' ? "tab"
                                       : (char[]){delimiter, '\0'},
                   strcmp(rung__csv_encoding(pushing->csv), UNMARKED) == 0 ? " " : " mark ",
                   rung__csv_line_end(pushing->csv));
  assert_false(pushing->said.failed);
  rung__csv_free(pushing->csv);
  return pushing->said.data;
}

static inline char *whole(char delimiter, const char *text, size_t length)
{
  struct pushing pushing = begin(delimiter);
  push(&pushing, text, length);
  return end(&pushing);
}

static inline char *byte_by_byte(char delimiter, const char *text, size_t length)
{
  struct pushing pushing = begin(delimiter);
  for (size_t at = 0; at < length; ++at) {
    push(&pushing, text + at, 1);
    push(&pushing, text, 0);
  }
  return end(&pushing);
}

static inline char *in_two(char delimiter, const char *text, size_t length, size_t first)
{
  struct pushing pushing = begin(delimiter);
  push(&pushing, text, first);
  push(&pushing, text + first, length - first);
  return end(&pushing);
}

static inline void assert_same_and_free(char *said, const char *expected)
{
  assert_string_equal(said, expected);
  free(said);
}

static inline void assert_cuts_say(char delimiter, const char *text, size_t length,
                                   const char *expected)
{
  assert_same_and_free(byte_by_byte(delimiter, text, length), expected);
  for (size_t first = 0; first <= length; ++first)
    assert_same_and_free(in_two(delimiter, text, length, first), expected);
}

/* The same text as UTF-16 of either order comes to what it comes to as UTF-8 with a mark. */
static inline void assert_alike_in_utf16(char delimiter, const char *text, size_t length)
{
  struct rung__buffer marked = {0};
  const bool has_mark = length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0;
  if (!rung__is_utf8(text, length, NULL)) return;
  if (!has_mark) rung__put_text(&marked, "\xEF\xBB\xBF");
  rung__put(&marked, text, length);
  char *expected = whole(delimiter, marked.data, marked.length);
  for (int big = 0; big < 2; ++big) {
    struct rung__buffer wide = recode(marked.data + 3, marked.length - 3, big);
    assert_cuts_say(delimiter, wide.data, wide.length, expected);
    rung__buffer_free(&wide);
  }
  free(expected);
  rung__buffer_free(&marked);
}

static inline void assert_no_cut_matters(char delimiter, const char *text, size_t length)
{
  char *expected = whole(delimiter, text, length);
  assert_cuts_say(delimiter, text, length, expected);
  free(expected);
  assert_alike_in_utf16(delimiter, text, length);
}

/* The message of the first refusal; to be freed. */
static inline char *message_of(const char *text, size_t length)
{
  struct rung__csv *csv = rung__csv_new('\0');
  const struct rung__record *record = NULL;
  rung_error error = {0};
  rung_status status = RUNG_OK;
  for (size_t taken = 0; length > 0 && status == RUNG_OK; text += taken, length -= taken)
    status = rung__csv_push(csv, text, length, &taken, &record, &error);
  if (status == RUNG_OK) status = rung__csv_finish(csv, &record, &error);
  rung__csv_free(csv);
  return strdup(error.message);
}

static inline void assert_message(const char *text, size_t length, const char *part)
{
  char *message = message_of(text, length);
  assert_case(message, strstr(message, part) != NULL);
  free(message);
}

static inline void drop_raw(char *said)
{
  char *to = said;
  bool raw = false;
  for (const char *at = said; *at != '\0'; ++at) {
    if (*at != RAW && !raw) *to++ = *at;
    raw ^= *at == RAW;
  }
  *to = '\0';
}

struct csv_case {
  const char *text, *said;
};

static inline void assert_cases(char delimiter, const struct csv_case *cases, size_t count)
{
  for (size_t index = 0; index < count; ++index) {
    const size_t length = strlen(cases[index].text);
    assert_no_cut_matters(delimiter, cases[index].text, length);
    char *said = whole(delimiter, cases[index].text, length);
    drop_raw(said);
    assert_same_and_free(said, cases[index].said);
  }
}

#endif
