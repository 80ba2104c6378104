/* Names: byte strings to small numbers, in the order of their arrival.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_BASE_NAMES_H
#define RUNG_BASE_NAMES_H

#include <stdbool.h>

#include "base/text.h"

#define RUNG__NO_NAME UINT32_MAX

/* Zero-initialise. Open addressing over one growing store of bytes; hash is seedless FNV-1a
 * finished by a mixer, probes are bounded by growth. */
struct rung__names {
  struct rung__name {
    size_t offset, length;
  } * names;
  char *bytes;
  uint32_t *slots;
  size_t count, capacity, used, room, slot_count;
};

/* The number of a name, adding it where it is new; RUNG__NO_NAME: no memory. */
uint32_t rung__names_add(struct rung__names *names, struct rung__slice name);
/* The number of a name; RUNG__NO_NAME: not there. */
uint32_t rung__names_find(const struct rung__names *names, struct rung__slice name);
/* The bytes of a name (a NUL stands behind them); good until the next addition. */
struct rung__slice rung__names_get(const struct rung__names *names, uint32_t index);
void rung__names_free(struct rung__names *names);

#endif
