/* An arena: pages that are filled from the front and freed together.
 * SPDX-License-Identifier: Apache-2.0 */
#include "base/arena.h"

#include <stdalign.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define PAGE_SIZE 4096
#define LARGEST ((size_t)PTRDIFF_MAX - 2 * sizeof(struct rung__arena_page))

struct rung__arena_page {
  struct rung__arena_page *next;
  size_t used, size;
  alignas(max_align_t) unsigned char data[];
};

static struct rung__arena_page *new_page(size_t size)
{
  struct rung__arena_page *page = calloc(1, sizeof *page + size);
  if (page != NULL) page->size = size;
  return page;
}

/* A large thing gets a page of its own behind the first, which goes on being filled. */
static struct rung__arena_page *page_with(struct rung__arena *arena, size_t size)
{
  struct rung__arena_page *first = arena->pages;
  if (first != NULL && first->size - first->used >= size) return first;
  const bool large = first != NULL && size > PAGE_SIZE / 4;
  struct rung__arena_page *page = new_page(large || size > PAGE_SIZE ? size : PAGE_SIZE);
  if (page == NULL) return NULL;
  page->next = large ? first->next : first;
  if (large) {
    first->next = page;
  } else {
    arena->pages = page;
  }
  return page;
}

void *rung__arena_take(struct rung__arena *arena, size_t count, size_t size)
{
  const size_t align = alignof(max_align_t);
  if (size != 0 && count > LARGEST / size) return NULL;
  const size_t wanted = count * size == 0 ? align : (count * size + align - 1) / align * align;
  struct rung__arena_page *page = page_with(arena, wanted);
  if (page == NULL) return NULL;
  void *place = page->data + page->used;
  page->used += wanted;
  return place;
}

char *rung__arena_text(struct rung__arena *arena, const char *text, size_t length)
{
  char *copy = length == SIZE_MAX ? NULL : rung__arena_take(arena, length + 1, 1);
  if (copy != NULL && length > 0) memcpy(copy, text, length);
  return copy;
}

void rung__arena_free(struct rung__arena *arena)
{
  for (struct rung__arena_page *page = arena->pages, *next; page != NULL; page = next) {
    next = page->next;
    free(page);
  }
  arena->pages = NULL;
}
