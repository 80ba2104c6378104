/* An arena: many small things that live and die together.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_BASE_ARENA_H
#define RUNG_BASE_ARENA_H

#include <stddef.h>

struct rung__arena {
  struct rung__arena_page *pages;
};

/* Zeroed room for `count` elements of `size` bytes, aligned for any type; NULL: no memory. A count
 * of 0 gives a non-NULL place. */
void *rung__arena_take(struct rung__arena *arena, size_t count, size_t size);
/* A copy of `length` bytes with a NUL behind; NULL: no memory. */
char *rung__arena_text(struct rung__arena *arena, const char *text, size_t length);
/* Frees everything; the arena is empty again. */
void rung__arena_free(struct rung__arena *arena);

#endif
