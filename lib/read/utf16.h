/* UTF-16 into UTF-8, in pieces of any size.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_READ_UTF16_H
#define RUNG_READ_UTF16_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define RUNG__UTF16_TEXT 4096 /* bytes of UTF-8 that one call may write */
#define RUNG__UTF16_REST 4    /* bytes that the end may write */
#define RUNG__UTF16_ODD '\xFF'

/* Zero-initialise, set the order. A copy is a place to go back to. */
struct rung__utf16 {
  bool big; /* the high byte comes first */
  bool cut; /* `byte` is the first of a unit */
  uint8_t byte;
  uint16_t waits; /* a high surrogate whose low one is to come; 0: none */
};

/* Reads until the bytes are used up, `text` is full or a LF or CR was written; *taken: how many were
 * read, at least 1 of any. How many bytes were written. Half a surrogate pair is written as the
 * three bytes of its number, which are no UTF-8: who reads the text refuses it in its place. */
size_t rung__utf16_read(struct rung__utf16 *utf16, const char *bytes, size_t length, size_t *taken,
                        char text[RUNG__UTF16_TEXT]);
/* Writes what waits at the end of the bytes, which is never UTF-8: half a surrogate pair, and
 * RUNG__UTF16_ODD for half a unit. */
size_t rung__utf16_end(struct rung__utf16 *utf16, char text[RUNG__UTF16_REST]);

#endif
