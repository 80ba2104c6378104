/* Reading JSON: a cursor that knows its place, and readers that fail with it.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Values are jansson's; json_parse.c reads them from text, with limits and without duplicate keys
 * or a locale. The place of every mistake of meaning is named by an RFC 6901 pointer. */
#ifndef RUNG_READ_JSON_H
#define RUNG_READ_JSON_H

#include <stdbool.h>
#include <stdint.h>

#include <jansson.h>

#include "base/text.h"

#define RUNG__JSON_DEPTH 32

/* A value and how it was reached; lives on the stack of the reader, parents outlive children. */
struct rung__json {
  const json_t *value;
  const struct rung__json *parent;
  const char *key; /* in an object; NULL in an array */
  size_t index;
};

/* Parses text. RUNG_E_SYNTAX with row and column, RUNG_E_LIMIT (length, depth). *root is to be
 * released with json_decref. */
rung_status rung__json_parse(const char *text, size_t length, size_t limit, json_t **root,
                             rung_error *error);

/* RUNG_E_MODEL at the cursor's pointer. No %f %g %e. */
rung_status rung__json_fail(const struct rung__json *at, rung_error *error, const char *format, ...)
    RUNG__FORMAT(3, 4);
/* The pointer, which keeps its end where it is longer than `size`. */
void rung__json_pointer(const struct rung__json *at, char *out, size_t size);
/* "a string", "an object", "nothing", ... */
const char *rung__json_kind(const struct rung__json *at);

/* Fails unless `at` is an object whose keys are all in the space-separated list `keys` ("comment"
 * is always allowed and must be a string). A key that ends in '!' in the list is required. */
rung_status rung__json_object(const struct rung__json *at, const char *keys, rung_error *error);
/* The member of an object; .value is NULL where it is not there. */
struct rung__json rung__json_member(const struct rung__json *at, const char *key);
/* Fails unless `at` is an array of min..max elements. */
rung_status rung__json_array(const struct rung__json *at, size_t min, size_t max,
                             rung_error *error);
/* Fails where an array or object has more; `what` is such as "languages". */
rung_status rung__json_at_most(const struct rung__json *at, size_t max, const char *what,
                               rung_error *error);
struct rung__json rung__json_element(const struct rung__json *at, size_t index);
/* Of an array or object; 0 otherwise. */
size_t rung__json_size(const struct rung__json *at);
/* Walks the members of an object in the order of the file, comments left out: *step starts as NULL;
 * false behind the last. */
bool rung__json_next(const struct rung__json *at, void **step, struct rung__json *member);
/* Fails unless the key that led to `at` is an id (as rung__json_id), or a language tag: two letters
 * or more, then letters, digits and '-', at most 35 bytes. */
rung_status rung__json_key_id(const struct rung__json *at, rung_error *error);
rung_status rung__json_key_language(const struct rung__json *at, rung_error *error);
/* Not empty; borrowed from the document. */
rung_status rung__json_string(const struct rung__json *at, size_t max_bytes, const char **out,
                              rung_error *error);
/* ^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$ */
rung_status rung__json_id(const struct rung__json *at, const char **out, rung_error *error);
rung_status rung__json_number(const struct rung__json *at, double min, double max, double *out,
                              rung_error *error);
/* A whole number, written as 3 or as 3.0. */
rung_status rung__json_integer(const struct rung__json *at, int64_t min, int64_t max, int64_t *out,
                               rung_error *error);
rung_status rung__json_boolean(const struct rung__json *at, bool *out, rung_error *error);
/* The index of a string in a NULL-terminated list of words. */
rung_status rung__json_word(const struct rung__json *at, const char *const *words, int *out,
                            rung_error *error);

#endif
