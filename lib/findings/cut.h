/* A cut: the groups of a tally by some of its key columns.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_FINDINGS_CUT_H
#define RUNG_FINDINGS_CUT_H

#include "tally/tally.h"

/* Groups by the values of some key columns; of none: the total. */
struct rung__cut {
  size_t count;
  size_t column[RUNG__COLUMNS_MAX]; /* places in the key of the tally */
  bool units;                       /* closed: what is no unit is refused */
  struct rung__names keys;
  uint32_t
      real; /* keys that are in the tally or tree: the first; behind them what they are merged into */
  uint32_t *into; /* [real key] the key that it is merged into, or RUNG__NO_NAME; NULL: none is */
  size_t *row;    /* [key] row of the group table */
};

/* The part of a tally's key that a cut is by. False: no memory. */
bool rung__cut_key(const struct rung__cut *cut, struct rung__slice whole, struct rung__buffer *key);

#endif
