/* The bytes of a saved tally, taken from the front; nothing in them is believed.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_TALLY_INTAKE_H
#define RUNG_TALLY_INTAKE_H

#include <stddef.h>

#include "base/sum.h"

/* The bytes not yet read; `bad` once they were not what they had to be, and then only zeros come.
 */
struct rung__intake {
  const unsigned char *at;
  size_t left;
  bool bad;
};

/* So many bytes; NULL: there are fewer. */
const unsigned char *rung__take(struct rung__intake *source, size_t length);
/* A number in its shortest form, at most `most`. */
uint64_t rung__take_number(struct rung__intake *source, uint64_t most);
/* A count of things that take at least a byte each: no more than there are bytes left. */
size_t rung__take_count(struct rung__intake *source, size_t most);
/* A long number; gives whether it is below zero. */
bool rung__take_long(struct rung__intake *source, uint64_t *limb, size_t count);
void rung__take_sum(struct rung__intake *source, struct rung__sum *sum);

#endif
