/* The CSV tokeniser: finds the end of each record, then splits it.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A record that lies whole in the pushed bytes is split where it lies; one that is cut by the end
 * of a push waits in `pending`. Whatever the cut, the same bytes are split, so records and mistakes
 * do not depend on it. Records without doubled quotes take a short cut: one pass, no waiting, no
 * copy.
 *
 * UTF-16 is decoded up to the end of each line, so that all that was decoded is read before a record
 * is given away: what was read of the pushed bytes needs no translating back. */
#include "read/csv.h"

#include <stdlib.h>
#include <string.h>

#include "read/utf16.h"

/* Byte order marks; no two begin alike. */
static const struct mark {
  const char *bytes;
  bool wide, big;
  const char *said;
} MARKS[] = {
    {"\xEF\xBB\xBF", false, false, "UTF-8 with a byte order mark"},
    {"\xFF\xFE", true, false, "UTF-16, little endian, decoded"},
    {"\xFE\xFF", true, true, "UTF-16, big endian, decoded"},
};
#define MARK_COUNT (sizeof MARKS / sizeof *MARKS)

enum place {
  FIELD_START,
  PLAIN,
  QUOTED,
  QUOTE_SEEN, /* in a quoted field: the end, or the first of two */
  CR_SEEN,    /* the record is over, like below; a LF may belong to its end */
  LF_SEEN,
  BROKEN /* a quote where none may be: what is read so far is split to say where */
};

enum kind { ORDINARY, DELIMITER, SPECIAL };

struct rung__csv {
  enum place place;
  bool settled;            /* it is known whether there is a mark */
  bool decodes;            /* the bytes are UTF-16 */
  const struct mark *mark; /* NULL: none */
  struct rung__utf16 utf16;
  const char *line_end;
  unsigned char kinds[256];    /* of bytes, for the short cut */
  struct rung__buffer pending; /* the beginning of a record, from earlier pushes */
  bool given;                  /* the record in `pending` was given away */
  struct rung__splitter splitter;
  char decoded[RUNG__UTF16_TEXT];
};

static bool is_delimiter(const struct rung__csv *csv, char byte)
{
  if (csv->splitter.delimiter != '\0') return byte == csv->splitter.delimiter;
  return byte == ',' || byte == ';' || byte == '\t';
}

/* ---- the end of a record ---- */

static enum place after(const struct rung__csv *csv, enum place place, char byte)
{
  if (place == QUOTED) return byte == '"' ? QUOTE_SEEN : QUOTED;
  if (byte == '\n') return LF_SEEN;
  if (byte == '\r') return CR_SEEN;
  if (is_delimiter(csv, byte)) return FIELD_START;
  if (place == QUOTE_SEEN) return byte == '"' ? QUOTED : BROKEN;
  if (byte != '"') return PLAIN;
  return place == FIELD_START ? QUOTED : BROKEN;
}

/* Reads up to the end of the record, its line end not included; how many bytes belong to it. */
static size_t scan(struct rung__csv *csv, const char *bytes, size_t length)
{
  size_t at = 0;
  while (at < length) {
    if (csv->place == QUOTED) {
      const char *quote = memchr(bytes + at, '"', length - at);
      if (quote == NULL) return length;
      at = (size_t)(quote - bytes);
    }
    csv->place = after(csv, csv->place, bytes[at]);
    if (csv->place == CR_SEEN || csv->place == LF_SEEN) break;
    ++at;
    if (csv->place == BROKEN) break;
  }
  return at;
}

/* ---- the short cut ---- */

/* Reads the quoted field that begins at `*at`, up to the byte behind it, whose kind it gives;
 * ORDINARY also where the field does not end here or holds a NUL. */
static enum kind take_simple_quoted(const struct rung__csv *csv, const char **at, const char *end,
                                    struct rung__field *field, unsigned char *seen)
{
  const char *const start = *at + 1, *close = start;
  for (; close < end; *seen |= (unsigned char)*close++) {
    if (csv->kinds[(unsigned char)*close] != SPECIAL) continue;
    if (*close == '"' || *close == '\0') break;
  }
  if (end - close < 2 || *close == '\0') return ORDINARY;
  *at = close + 1;
  *field = (struct rung__field){start, (size_t)(close - start), true, RUNG__FIELD_TEXT};
  return csv->kinds[(unsigned char)close[1]];
}

/* Splits a record without doubled quotes that lies whole in `bytes`; how many bytes it has without
 * its line end; 0: it goes the long way. The array of fields does not grow here. */
static size_t split_simple(const struct rung__csv *csv, const char *bytes, size_t length,
                           size_t *count)
{
  struct rung__field *const first = csv->splitter.fields, *field = first;
  const struct rung__field *const last = first + csv->splitter.capacity;
  const char *at = bytes, *const end = bytes + length;
  unsigned char seen = 0;
  enum kind kind;
  for (;; ++at, ++field) {
    const char *const start = at;
    kind = ORDINARY;
    while (at < end && (kind = csv->kinds[(unsigned char)*at]) == ORDINARY)
      seen |= (unsigned char)*at++;
    if (at == end || field == last) return 0;
    *field = (struct rung__field){start, (size_t)(at - start), false, RUNG__FIELD_TEXT};
    if (kind == SPECIAL && *at == '"' && at == start)
      kind = take_simple_quoted(csv, &at, end, field, &seen);
    if (kind != DELIMITER) break;
  }
  const size_t size = (size_t)(at - bytes);
  if (kind == ORDINARY || (*at != '\n' && *at != '\r') || size > RUNG__RECORD_LIMIT) return 0;
  *count = (size_t)(field + 1 - first);
  return seen < 0x80 || rung__is_utf8(bytes, size, NULL) ? size : 0;
}

static bool take_short_cut(struct rung__csv *csv, const char *bytes, size_t length, size_t *taken)
{
  size_t count;
  bytes += *taken;
  length -= *taken;
  const size_t size = split_simple(csv, bytes, length, &count);
  if (size == 0) return false;
  const bool cr = bytes[size] == '\r';
  if (cr && size + 1 == length) return false; /* a LF may follow in the next push */
  csv->splitter.record = (struct rung__record){
      csv->splitter.fields, count, csv->splitter.record.number + 1, {bytes, size}, NULL};
  *taken += size + (cr && bytes[size + 1] == '\n' ? 2 : 1);
  return true;
}

/* ---- pushing ---- */

/* The mark that begins with what was seen and this byte. */
static const struct mark *find_mark(const struct rung__buffer *seen, char byte)
{
  for (size_t index = 0; index < MARK_COUNT; ++index) {
    const char *bytes = MARKS[index].bytes;
    if (seen->length > 0 && memcmp(bytes, seen->data, seen->length) != 0) continue;
    if (bytes[seen->length] == byte) return &MARKS[index];
  }
  return NULL;
}

/* Reads what may be a byte order mark, which waits in `pending`; how many bytes were read. */
static size_t take_mark(struct rung__csv *csv, const char *bytes, size_t length)
{
  struct rung__buffer *seen = &csv->pending;
  size_t at = 0;
  while (at < length && !csv->settled) {
    const struct mark *mark = find_mark(seen, bytes[at]);
    csv->settled = mark == NULL;
    if (csv->settled) break;
    rung__put_byte(seen, bytes[at++]);
    if (mark->bytes[seen->length] != '\0') continue;
    csv->settled = true;
    csv->mark = mark;
    csv->decodes = mark->wide;
    csv->utf16.big = mark->big;
    csv->splitter.decoded = mark->wide;
    seen->length = 0;
  }
  csv->place = seen->length > 0 ? PLAIN : FIELD_START;
  return at;
}

/* Begins the next record after a call that gave one. */
static void renew(struct rung__csv *csv)
{
  if (csv->given) csv->pending.length = 0;
  csv->given = false;
}

static rung_status keep(struct rung__csv *csv, struct rung__slice part, rung_error *error)
{
  rung__put(&csv->pending, part.data, part.length);
  return csv->pending.failed ? rung__fail_memory(error) : RUNG_OK;
}

/* Reads the part of a record that lies in the next `length` bytes. */
static rung_status read_part(struct rung__csv *csv, struct rung__slice *part, size_t length,
                             rung_error *error)
{
  const size_t room = RUNG__RECORD_LIMIT + 1 - csv->pending.length;
  part->length = scan(csv, part->data, length < room ? length : room);
  if (part->length < room) return RUNG_OK;
  return rung__fail_at(error, RUNG_E_LIMIT, NULL, csv->splitter.record.number + 1, 0,
                       "a record may have %zu bytes; is a closing quote missing?",
                       RUNG__RECORD_LIMIT);
}

/* Gives the record that ends with this part; a blank line gives none. */
static rung_status end_record(struct rung__csv *csv, struct rung__slice part, const char *line_end,
                              const struct rung__record **record, rung_error *error)
{
  if (csv->pending.length > 0) {
    TRY(keep(csv, part, error));
    part = (struct rung__slice){csv->pending.data, csv->pending.length};
  }
  csv->place = FIELD_START;
  if (part.length == 0) return RUNG_OK;
  if (csv->splitter.record.number == 0) csv->line_end = line_end;
  csv->given = true;
  TRY(rung__csv_split(&csv->splitter, part, error));
  csv->kinds[(unsigned char)csv->splitter.delimiter] = DELIMITER;
  *record = &csv->splitter.record;
  return RUNG_OK;
}

/* One step from bytes[*taken] on: a record, a blank line, or all that is left. */
static rung_status step(struct rung__csv *csv, const char *bytes, size_t length, size_t *taken,
                        const struct rung__record **record, rung_error *error)
{
  struct rung__slice part = {bytes + *taken, 0};
  if (csv->place != CR_SEEN) {
    TRY(read_part(csv, &part, length - *taken, error));
    *taken += part.length + (csv->place == CR_SEEN || csv->place == LF_SEEN);
  }
  const bool waits = csv->place == CR_SEEN && *taken == length; /* for a LF */
  if (waits || csv->place < CR_SEEN) return keep(csv, part, error);
  const char *line_end = "LF";
  if (csv->place == CR_SEEN) {
    line_end = bytes[*taken] == '\n' ? "CRLF" : "CR";
    *taken += bytes[*taken] == '\n';
  }
  return end_record(csv, part, line_end, record, error);
}

/* Reads text up to the end of a record. */
static rung_status read_text(struct rung__csv *csv, const char *bytes, size_t length, size_t *taken,
                             const struct rung__record **record, rung_error *error)
{
  while (*taken < length && *record == NULL) {
    const bool fresh = csv->place == FIELD_START && csv->pending.length == 0;
    if (fresh && csv->splitter.record.number > 0 && take_short_cut(csv, bytes, length, taken)) {
      *record = &csv->splitter.record;
    } else {
      TRY(step(csv, bytes, length, taken, record, error));
    }
  }
  return RUNG_OK;
}

/* The same of UTF-16. What is decoded ends with a line, so a record takes all of it, or none where
 * it had ended in the CR before: then the bytes count as not read and are decoded again. */
static rung_status read_wide(struct rung__csv *csv, const char *bytes, size_t length, size_t *taken,
                             const struct rung__record **record, rung_error *error)
{
  while (*taken < length && *record == NULL) {
    const struct rung__utf16 before = csv->utf16;
    size_t used, read = 0;
    const size_t size = rung__utf16_read(&csv->utf16, bytes + *taken, length - *taken, &used,
                                         csv->decoded);
    TRY(read_text(csv, csv->decoded, size, &read, record, error));
    if (read == size)
      *taken += used;
    else
      csv->utf16 = before;
  }
  return RUNG_OK;
}

/* Reads half a character at the end of UTF-16 as text, for end_record() to refuse. */
static rung_status read_half(struct rung__csv *csv, rung_error *error)
{
  char text[RUNG__UTF16_REST];
  const size_t length = rung__utf16_end(&csv->utf16, text);
  for (size_t taken = 0; taken < length; renew(csv)) {
    const struct rung__record *before = NULL;
    TRY(read_text(csv, text, length, &taken, &before, error));
  }
  return RUNG_OK;
}

struct rung__csv *rung__csv_new(char delimiter)
{
  struct rung__csv *csv = calloc(1, sizeof *csv);
  if (csv == NULL) return NULL;
  csv->line_end = "";
  for (const char *special = "\r\n\""; *special != '\0'; ++special)
    csv->kinds[(unsigned char)*special] = SPECIAL;
  csv->kinds[0] = SPECIAL;
  csv->splitter.delimiter = delimiter;
  return csv;
}

rung_status rung__csv_push(struct rung__csv *csv, const char *bytes, size_t length, size_t *taken,
                           const struct rung__record **record, rung_error *error)
{
  *record = NULL;
  *taken = 0;
  renew(csv);
  if (!csv->settled) *taken = take_mark(csv, bytes, length);
  if (csv->pending.failed) return rung__fail_memory(error);
  if (csv->decodes) return read_wide(csv, bytes, length, taken, record, error);
  return read_text(csv, bytes, length, taken, record, error);
}

rung_status rung__csv_finish(struct rung__csv *csv, const struct rung__record **record,
                             rung_error *error)
{
  *record = NULL;
  renew(csv);
  TRY(read_half(csv, error));
  const char *line_end = csv->place == CR_SEEN ? "CR" : "";
  return end_record(csv, (struct rung__slice){"", 0}, line_end, record, error);
}

char rung__csv_delimiter(const struct rung__csv *csv)
{
  return csv->splitter.delimiter;
}

const char *rung__csv_encoding(const struct rung__csv *csv)
{
  return csv->mark != NULL ? csv->mark->said : "UTF-8 without a byte order mark";
}

const char *rung__csv_line_end(const struct rung__csv *csv)
{
  return csv->line_end;
}

void rung__csv_free(struct rung__csv *csv)
{
  if (csv == NULL) return;
  rung__buffer_free(&csv->pending);
  rung__csv_split_free(&csv->splitter);
  free(csv);
}

void rung__csv_put(struct rung__buffer *buffer, const char *text)
{
  const size_t length = strlen(text);
  const bool blank_end = length > 0 && (strchr(" \t", text[0]) != NULL ||
                                        strchr(" \t", text[length - 1]) != NULL);
  if (!blank_end && strpbrk(text, ",;\t\"\r\n") == NULL) {
    rung__put(buffer, text, length);
    return;
  }
  rung__put_byte(buffer, '"');
  for (; *text != '\0'; ++text) {
    if (*text == '"') rung__put_byte(buffer, '"');
    rung__put_byte(buffer, *text);
  }
  rung__put_byte(buffer, '"');
}

void rung__csv_put_safe(struct rung__buffer *buffer, const char *text)
{
  struct rung__buffer safe = {0};
  if (!text || !*text) return;
  if (strchr("=+-@\t\r", *text)) rung__put_byte(&safe, '\'');
  while (*text != '\0') {
    const size_t size = rung__steers(text);
    rung__put_byte(&safe, size > 0 ? '?' : *text);
    text += size > 0 ? size : 1;
  }
  if (safe.failed)
    buffer->failed = true;
  else
    rung__csv_put(buffer, safe.data);
  rung__buffer_free(&safe);
}
