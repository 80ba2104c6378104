/* Numbers as a saved tally holds them: see tally/tally_save.h.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_TALLY_OUTLET_H
#define RUNG_TALLY_OUTLET_H

#include "base/sum.h"
#include "base/text.h"

void rung__put_count(struct rung__buffer *out, uint64_t number);
void rung__put_long(struct rung__buffer *out, const uint64_t *limb, size_t count, bool negative);
void rung__put_sum(struct rung__buffer *out, const struct rung__sum *sum);

#endif
