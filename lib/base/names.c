/* Names: a hash table of byte strings that are numbered as they come.
 * SPDX-License-Identifier: Apache-2.0 */
#include "base/names.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"

#define LEAST_SLOTS 64

/* FNV-1a, finished by the mixer of MurmurHash3 so that the low bits are good. */
static uint64_t hash_of(struct rung__slice name)
{
  uint64_t hash = UINT64_C(0xcbf29ce484222325);
  for (size_t index = 0; index < name.length; ++index)
    hash = (hash ^ (unsigned char)name.data[index]) * UINT64_C(0x100000001b3);
  hash = (hash ^ hash >> 33) * UINT64_C(0xff51afd7ed558ccd);
  return hash ^ hash >> 33;
}

/* The slot of a name, or the empty one where it would stand. Slots hold the number + 1. */
static size_t slot_of(const struct rung__names *names, struct rung__slice name)
{
  size_t slot = (size_t)hash_of(name) & (names->slot_count - 1);
  while (names->slots[slot] != 0 &&
         !rung__same(rung__names_get(names, names->slots[slot] - 1), name))
    slot = (slot + 1) & (names->slot_count - 1);
  return slot;
}

/* At least half of the slots stay empty. */
static bool grow_slots(struct rung__names *names)
{
  if (names->count < names->slot_count / 2) return true;
  const size_t count = names->slot_count == 0 ? LEAST_SLOTS : 2 * names->slot_count;
  uint32_t *slots = rung__array_new(count, sizeof *slots);
  if (slots == NULL) return false;
  free(names->slots);
  names->slots = slots;
  names->slot_count = count;
  for (uint32_t index = 0; index < names->count; ++index)
    slots[slot_of(names, rung__names_get(names, index))] = index + 1;
  return true;
}

static bool reserve(struct rung__names *names, size_t length)
{
  if (names->count >= RUNG__NO_NAME - 1 || length >= SIZE_MAX - names->used) return false;
  return rung__array_reserve((void **)&names->names, &names->capacity, names->count + 1,
                             sizeof *names->names) &&
         rung__array_reserve((void **)&names->bytes, &names->room, names->used + length + 1, 1) &&
         grow_slots(names);
}

uint32_t rung__names_add(struct rung__names *names, struct rung__slice name)
{
  const uint32_t found = rung__names_find(names, name);
  if (found != RUNG__NO_NAME) return found;
  if (!reserve(names, name.length)) return RUNG__NO_NAME;
  const size_t slot = slot_of(names, name);
  const uint32_t index = (uint32_t)names->count++;
  names->names[index] = (struct rung__name){names->used, name.length};
  if (name.length > 0) memcpy(names->bytes + names->used, name.data, name.length);
  names->bytes[names->used + name.length] = '\0';
  names->used += name.length + 1;
  names->slots[slot] = index + 1;
  return index;
}

uint32_t rung__names_find(const struct rung__names *names, struct rung__slice name)
{
  if (names->slot_count == 0) return RUNG__NO_NAME;
  const uint32_t held = names->slots[slot_of(names, name)];
  return held == 0 ? RUNG__NO_NAME : held - 1;
}

struct rung__slice rung__names_get(const struct rung__names *names, uint32_t index)
{
  const struct rung__name *name = &names->names[index];
  return (struct rung__slice){names->bytes + name->offset, name->length};
}

void rung__names_free(struct rung__names *names)
{
  free(names->names);
  free(names->bytes);
  free(names->slots);
  *names = (struct rung__names){0};
}
