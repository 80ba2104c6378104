/* Filling the caller's error: one call that says what, where and why, and returns the status.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_BASE_FAIL_H
#define RUNG_BASE_FAIL_H

#include <stdarg.h>

#include <rung/status.h>

#if defined(__GNUC__)
#define RUNG__FORMAT(string, first) __attribute__((format(printf, string, first)))
#else
#define RUNG__FORMAT(string, first)
#endif

/* Returns its status if an expression fails; only for chains of readers. */
#define TRY(expression)                                                                            \
  do {                                                                                             \
    const rung_status try_status = (expression);                                                   \
    if (try_status != RUNG_OK) return try_status;                                                  \
  } while (0)

/* Fills `error` (may be NULL) without a place; the message is cut to fit on a UTF-8 boundary. No
 * %f, %g, %e. */
rung_status rung__fail(rung_error *error, rung_status status, const char *format, ...)
    RUNG__FORMAT(3, 4);
/* The same with a place: `where` may be NULL, row and column 0. A long `where` keeps its end. */
rung_status rung__fail_at(rung_error *error, rung_status status, const char *where, int64_t row,
                          int64_t column, const char *format, ...) RUNG__FORMAT(6, 7);
/* RUNG_E_MEMORY. */
rung_status rung__fail_memory(rung_error *error);

/* vsnprintf, here because only this module may format: the length of the whole; 0 if it fails. */
size_t rung__format(char *out, size_t size, const char *format, va_list arguments)
    RUNG__FORMAT(3, 0);
/* The same with the values themselves. */
size_t rung__print(char *out, size_t size, const char *format, ...) RUNG__FORMAT(3, 4);
/* Control bytes become blanks. */
void rung__one_line(char *text);

#endif
