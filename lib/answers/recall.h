/* Remembers what the texts of one column meant, so that a cell costs no search.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A column has few spellings; the first ones met are kept, up to a limit that bounds the memory.
 * Forgetting is always right: whoever asks looks the text up again. */
#ifndef RUNG_ANSWERS_RECALL_H
#define RUNG_ANSWERS_RECALL_H

#include "base/text.h"

#define RUNG__RECALL_MOST 128
#define RUNG__RECALL_LENGTH 255
#define RUNG__RECALL_SLOTS 256

struct rung__recalled {
  char *text;    /* of a text of more than 12 bytes, its own copy; else NULL */
  uint64_t ends; /* the first and the last four bytes */
  uint32_t middle;
  uint16_t length;
  int8_t answer;
  int8_t number; /* whatever the caller kept beside it */
};

/* Zero-initialise. */
struct rung__recall {
  uint8_t slot[RUNG__RECALL_SLOTS]; /* 0: free, else 1 + the index of an entry */
  struct rung__recalled *entry;
  size_t count, capacity;
};

/* What a text meant; NULL where it is not remembered. */
const struct rung__recalled *rung__recall_find(const struct rung__recall *recall,
                                               struct rung__slice text);
/* Remembers a text that is not yet remembered, where there is room and memory. */
void rung__recall_keep(struct rung__recall *recall, struct rung__slice text, int8_t answer,
                       int8_t number);
void rung__recall_free(struct rung__recall *recall);

#endif
