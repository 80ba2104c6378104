/* Text: UTF-8 validity, trimming and folding, and a buffer that text is written into.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_BASE_TEXT_H
#define RUNG_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/fail.h"

/* Bytes that belong to somebody else. */
struct rung__slice {
  const char *data;
  size_t length;
};

/* Of a C string; NULL: empty. */
struct rung__slice rung__slice(const char *text);
/* Without ASCII blanks (space, tab, CR, LF) and U+00A0 at the ends. */
struct rung__slice rung__trim(struct rung__slice text);
/* The same bytes. */
bool rung__same(struct rung__slice a, struct rung__slice b);
/* The same after ASCII case folding. */
bool rung__same_folded(struct rung__slice a, struct rung__slice b);
/* By bytes, then length: <0, 0, >0. */
int rung__compare(struct rung__slice a, struct rung__slice b);
/* Strict: no surrogates, nothing overlong. *bad (may be NULL): offset of the first bad byte. */
bool rung__is_utf8(const char *data, size_t length, size_t *bad);
/* Code points of a C string: its width on a terminal, roughly. */
size_t rung__columns(const char *text);

/* Bytes of what would steer a terminal or turn its text at this place of a C string: control
 * characters, and Unicode's marks of direction and of no width. 0: none. */
size_t rung__steers(const char *text);

/* A growing text. Zero-initialise. Once memory fails, `failed` stays set and writes do nothing. */
struct rung__buffer {
  char *data;
  size_t length, capacity;
  bool failed;
};

void rung__put(struct rung__buffer *buffer, const char *data, size_t length);
/* A C string. */
void rung__put_text(struct rung__buffer *buffer, const char *text);
void rung__put_byte(struct rung__buffer *buffer, char byte);
/* No %f %g %e. */
void rung__put_format(struct rung__buffer *buffer, const char *format, ...) RUNG__FORMAT(2, 3);
void rung__put_arguments(struct rung__buffer *buffer, const char *format, va_list arguments)
    RUNG__FORMAT(2, 0);
/* The shortest decimal that reads back; "null" for NaN or infinite. */
void rung__put_number(struct rung__buffer *buffer, double value);
/* Bytes after ASCII case folding: equal where rung__same_folded() says so. */
void rung__put_folded(struct rung__buffer *buffer, struct rung__slice text);
void rung__put_spaces(struct rung__buffer *buffer, size_t count);
void rung__buffer_free(struct rung__buffer *buffer);

/* Makes rung_bytes of the buffer and empties it; frees the buffer on failure too. */
rung_status rung__bytes_of(struct rung__buffer *buffer, rung_bytes **out, rung_error *error);

#endif
