/* Keys: the tuple of labels that names a group, as one string of bytes.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A label is written as 1, its length in two bytes, its bytes; an absent one as 0. */
#ifndef RUNG_TALLY_KEY_H
#define RUNG_TALLY_KEY_H

#include "base/names.h"

#define RUNG__LABEL_MOST 65535

/* Adds the next label, which may be absent (NULL), to a key. */
void rung__key_put(struct rung__buffer *key, const struct rung__slice *label);
/* Takes the next label off a key; false where it is absent. The bytes stay where they are. */
bool rung__key_take(struct rung__slice *key, struct rung__slice *label);
/* Label by label: absent first, then by bytes. */
int rung__key_compare(struct rung__slice a, struct rung__slice b);
/* Sorts numbers of keys in the order of the keys. */
void rung__key_sort(const struct rung__names *keys, uint32_t *number, size_t count);

#endif
