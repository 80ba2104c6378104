/* Writing JSON: an emitter that sees to commas, escapes and what has no number.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_WRITE_JSON_OUT_H
#define RUNG_WRITE_JSON_OUT_H

#include "base/text.h"

/* Where the text goes, and what the next value needs before it. Start with {.buffer = ...}. */
struct rung__json_out {
  struct rung__buffer *buffer;
  bool comma; /* a value stands before this place in the same object or array */
  bool line;  /* the next value or closing bracket begins a line */
};

/* Each writes a value: a member where `key` is given, an element where it is NULL. */
void rung__emit_open(struct rung__json_out *json, const char *key, char bracket); /* '{' or '[' */
void rung__emit_text(struct rung__json_out *json, const char *key, const char *text); /* NULL: null
                                                                                       */
void rung__emit_number(struct rung__json_out *json, const char *key, double value); /* NaN: null */
void rung__emit_truth(struct rung__json_out *json, const char *key, int truth); /* 1, 0; -1: null */

void rung__emit_close(struct rung__json_out *json, char bracket); /* '}' or ']' */
void rung__emit_line(struct rung__json_out *json); /* what comes next begins a line */

#endif
