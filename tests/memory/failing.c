/* The allocator of failing.h: blocks of powers of two from a fixed room, kept in lists when freed.
 * SPDX-License-Identifier: Apache-2.0
 *
 * New blocks are filled with 0xA5 and freed ones with 0x5A, so that what is read too early or too
 * late shows. */
#include "failing.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#ifdef FAILING_ALLOCATOR

#define ROOM ((size_t)1 << 30) /* touched only as far as it is used */
#define CLASSES 31
#define HEAD 16 /* keeps blocks aligned for any type */

struct block {
  uint32_t class, taken;
  struct block *next; /* of the free ones */
};

static _Alignas(16) unsigned char room[ROOM];
static size_t used, left;
/* volatile, because compilers take for granted that malloc() changes no variable */
static volatile size_t live;
static volatile bool met;
static struct block *free_blocks[CLASSES];
static bool failing, failing_on;

static uint32_t class_of(size_t size)
{
  uint32_t class = 5;
  while (((size_t)1 << class) < size + HEAD)
    ++class;
  return class;
}

static bool fails(void)
{
  if (!failing || (left > 1 && left-- > 0)) return false;
  failing = failing_on;
  met = true;
  return true;
}

static struct block *take(uint32_t class)
{
  struct block *block = free_blocks[class];
  if (block != NULL) {
    free_blocks[class] = block->next;
    return block;
  }
  const size_t size = (size_t)1 << class;
  if (size > ROOM - used) return NULL;
  block = (struct block *)(void *)(room + used);
  used += size;
  block->class = class;
  return block;
}

/* What malloc() and calloc() share; were one made of the other, a compiler could turn it round. */
static void *give(size_t size, unsigned char filler)
{
  if (size > ROOM / 2 || fails()) return NULL;
  struct block *block = take(class_of(size));
  if (block == NULL) return NULL;
  block->taken = 1;
  ++live;
  return memset((unsigned char *)block + HEAD, filler, size);
}

void *malloc(size_t size)
{
  return give(size, 0xA5);
}

void *calloc(size_t count, size_t size)
{
  if (size != 0 && count > SIZE_MAX / size) return NULL;
  return give(count * size, 0);
}

/* What the system's own allocator gave out before this one was there is left alone. */
static struct block *block_of(void *place)
{
  const uintptr_t at = (uintptr_t)place, start = (uintptr_t)room;
  if (at < start || at >= start + ROOM) return NULL;
  struct block *block = (struct block *)(void *)((unsigned char *)place - HEAD);
  if (block->taken != 1) abort(); /* freed twice, or never given */
  return block;
}

void free(void *place)
{
  struct block *block = block_of(place);
  if (block == NULL) return;
  memset(place, 0x5A, ((size_t)1 << block->class) - HEAD);
  block->taken = 0;
  block->next = free_blocks[block->class];
  free_blocks[block->class] = block;
  --live;
}

void *realloc(void *place, size_t size)
{
  if (place == NULL) return give(size, 0xA5);
  void *moved = give(size, 0xA5);
  if (moved == NULL) return NULL;
  const size_t had = ((size_t)1 << block_of(place)->class) - HEAD;
  memcpy(moved, place, had < size ? had : size);
  free(place);
  return moved;
}

bool is_in_use(void)
{
  const size_t before = live;
  void *volatile place = malloc(1);
  const bool grew = live > before;
  free(place);
  return grew;
}

void fail_at(size_t n, bool all)
{
  left = n;
  failing = true;
  failing_on = all;
  met = false;
}

bool stop_failing(void)
{
  failing = false;
  return met;
}

size_t count_live(void)
{
  return live;
}

#else

bool is_in_use(void)
{
  return false;
}

void fail_at(size_t n, bool all)
{
  (void)n;
  (void)all;
}

bool stop_failing(void)
{
  return false;
}

size_t count_live(void)
{
  return 0;
}

#endif
