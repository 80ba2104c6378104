/* The CSV tokeniser: pushed bytes become records of fields (RFC 4180).
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_READ_CSV_H
#define RUNG_READ_CSV_H

#include "read/csv_split.h"

struct rung__csv;

/* '\0': the first record decides among comma, semicolon and tab: the most frequent outside quotes,
 * comma on a tie or where there is none. NULL: no memory. */
struct rung__csv *rung__csv_new(char delimiter);
/* Reads bytes until a record is complete or they are used up. *taken: how many were read. *record:
 * the record, or NULL when more bytes are needed; good until the next call; it may point into
 * `bytes`, which must stay until then. After a failure only rung__csv_free() is left. A leading
 * byte order mark is skipped; behind one of UTF-16 the bytes are decoded, and records, limits and
 * columns are those of the UTF-8. RUNG_E_SYNTAX: bytes behind a closing quote, a quote inside an
 * unquoted field, text that is neither UTF-8 nor UTF-16 with a mark (row, column of the field), a
 * NUL (said that it may be UTF-16 without a mark), half a surrogate pair; RUNG_E_LIMIT. */
rung_status rung__csv_push(struct rung__csv *csv, const char *bytes, size_t length, size_t *taken,
                           const struct rung__record **record, rung_error *error);
/* The last record when the file does not end in a line end; *record NULL where there is none.
 * RUNG_E_SYNTAX: an open quote, half a
 * character of UTF-16. */
rung_status rung__csv_finish(struct rung__csv *csv, const struct rung__record **record,
                             rung_error *error);
char rung__csv_delimiter(const struct rung__csv *csv);
/* How the text is written, in words: UTF-8 with or without a byte order mark, or UTF-16. */
const char *rung__csv_encoding(const struct rung__csv *csv);
/* "LF", "CRLF" or "CR" of the first record; "" before. */
const char *rung__csv_line_end(const struct rung__csv *csv);
void rung__csv_free(struct rung__csv *csv);

/* Writes a field, quoted where it must be: where it holds a quote, CR, LF or any of the delimiters
 * that are looked for, or begins or ends with a blank. */
void rung__csv_put(struct rung__buffer *buffer, const char *text);
/* Writes a text of a stranger's, so that it runs no formula in a spreadsheet (an apostrophe stands
 * before what would) and steers no terminal (a question mark for each sign). NULL: nothing. JSON has
 * it as it is. */
void rung__csv_put_safe(struct rung__buffer *buffer, const char *text);

#endif
