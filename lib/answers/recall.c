/* A small open hash of spellings: two words decide for short texts, a comparison for long ones.
 * SPDX-License-Identifier: Apache-2.0 */
#include "answers/recall.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"

#define WORD sizeof(uint64_t)

struct key {
  uint64_t head, tail;
};

static uint32_t read_half(const char *data)
{
  uint32_t half;
  memcpy(&half, data, sizeof half);
  return half;
}

static uint64_t read_word(const char *data)
{
  uint64_t word;
  memcpy(&word, data, sizeof word);
  return word;
}

static uint64_t byte_at(struct rung__slice text, size_t index)
{
  return (unsigned char)text.data[index];
}

/* With the length, a key says all of a text of up to 16 bytes: the reads overlap. */
static struct key make_key(struct rung__slice text)
{
  const size_t length = text.length;
  if (length >= WORD)
    return (struct key){read_word(text.data), read_word(text.data + length - WORD)};
  if (length >= WORD / 2)
    return (struct key){read_half(text.data), read_half(text.data + length - WORD / 2)};
  if (length == 0) return (struct key){0, 0};
  return (struct key){byte_at(text, 0) | byte_at(text, length / 2) << 8, byte_at(text, length - 1)};
}

static size_t place(struct key key, size_t length)
{
  uint64_t mixed = (key.head ^ length) * UINT64_C(0x9E3779B97F4A7C15);
  mixed = (mixed ^ (mixed >> 32) ^ key.tail) * UINT64_C(0xD6E8FEB86659FD93);
  return (size_t)(mixed >> 56) & (RUNG__RECALL_SLOTS - 1);
}

static bool fits(const struct rung__recalled *entry, struct key key, struct rung__slice text)
{
  if (entry->length != text.length || entry->head != key.head || entry->tail != key.tail)
    return false;
  return !entry->text || memcmp(entry->text, text.data, text.length) == 0;
}

const struct rung__recalled *rung__recall_find(const struct rung__recall *recall,
                                               struct rung__slice text)
{
  const struct key key = make_key(text);
  size_t at = place(key, text.length);
  while (recall->slot[at]) {
    const struct rung__recalled *entry = &recall->entry[recall->slot[at] - 1];
    if (fits(entry, key, text)) return entry;
    at = (at + 1) & (RUNG__RECALL_SLOTS - 1);
  }
  return NULL;
}

void rung__recall_keep(struct rung__recall *recall, struct rung__slice text, int8_t answer,
                       int8_t number)
{
  void *entries = recall->entry;
  char *copy = NULL;
  if (recall->count == RUNG__RECALL_MOST || text.length > RUNG__RECALL_LENGTH) return;
  if (!rung__array_reserve(&entries, &recall->capacity, recall->count + 1, sizeof *recall->entry))
    return;
  recall->entry = entries;
  if (text.length > 2 * WORD) {
    copy = malloc(text.length);
    if (!copy) return;
    memcpy(copy, text.data, text.length);
  }
  const struct key key = make_key(text);
  size_t at = place(key, text.length);
  while (recall->slot[at])
    at = (at + 1) & (RUNG__RECALL_SLOTS - 1);
  recall->entry[recall->count] = (struct rung__recalled){key.head,    key.tail, copy,
                                                         text.length, answer,   number};
  recall->slot[at] = (uint8_t)++recall->count;
}

void rung__recall_free(struct rung__recall *recall)
{
  for (size_t i = 0; i < recall->count; i++)
    free(recall->entry[i].text);
  free(recall->entry);
  *recall = (struct rung__recall){.entry = NULL};
}
