/* A small open hash of spellings: a few bytes decide for short texts, a comparison for long ones.
 * SPDX-License-Identifier: Apache-2.0 */
#include "answers/recall.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"

#define HALF sizeof(uint32_t)
#define WORD sizeof(uint64_t)
#define WHOLE (3 * HALF) /* a key says all of a text up to here */

struct key {
  uint64_t ends;
  uint32_t middle;
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

/* The first, the last and the middle bytes, without a branch on the length: the lengths of labels
 * follow no pattern that a processor could foresee. */
static struct key make_key(struct rung__slice text)
{
  const char *data = text.data;
  const size_t length = text.length;
  if (length >= HALF) {
    const uint64_t last = read_half(data + length - HALF);
    return (struct key){read_half(data) | last << 32, read_half(data + length / 2 - HALF / 2)};
  }
  if (length == 0) return (struct key){0, 0};
  return (struct key){(uint64_t)(unsigned char)data[0] | (uint64_t)(unsigned char)data[length - 1]
                                                             << 32,
                      (unsigned char)data[length / 2]};
}

static size_t place(struct key key, size_t length)
{
  const uint64_t mixed = (key.ends ^ length) * UINT64_C(0x9E3779B97F4A7C15) ^
                         key.middle * UINT64_C(0xD6E8FEB86659FD93);
  return (size_t)((mixed ^ mixed >> 32) * UINT64_C(0x9E3779B97F4A7C15) >> 56);
}

/* Whether two texts of one length, longer than WHOLE, are the same. */
static bool same_long(const char *a, const char *b, size_t length)
{
  for (size_t at = 0; at + WORD < length; at += WORD)
    if (read_word(a + at) != read_word(b + at)) return false;
  return read_word(a + length - WORD) == read_word(b + length - WORD);
}

static bool fits(const struct rung__recalled *entry, struct key key, struct rung__slice text)
{
  if (entry->ends != key.ends || entry->middle != key.middle || entry->length != text.length)
    return false;
  return text.length <= WHOLE || same_long(entry->text, text.data, text.length);
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
  if (text.length > WHOLE) {
    copy = malloc(text.length);
    if (!copy) return;
    memcpy(copy, text.data, text.length);
  }
  const struct key key = make_key(text);
  size_t at = place(key, text.length);
  while (recall->slot[at])
    at = (at + 1) & (RUNG__RECALL_SLOTS - 1);
  recall->entry[recall->count] = (struct rung__recalled){
      copy, key.ends, key.middle, (uint16_t)text.length, answer, number};
  recall->slot[at] = (uint8_t)++recall->count;
}

void rung__recall_free(struct rung__recall *recall)
{
  for (size_t i = 0; i < recall->count; i++)
    free(recall->entry[i].text);
  free(recall->entry);
  *recall = (struct rung__recall){.entry = NULL};
}
