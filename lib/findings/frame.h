/* The frame: which groups are shown, in which order, and what belongs to each.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_FINDINGS_FRAME_H
#define RUNG_FINDINGS_FRAME_H

#include "findings/units.h"

/* Groups by the values of some key columns; of none: the total. */
struct rung__cut {
  size_t count;
  size_t column[RUNG__COLUMNS_MAX]; /* places in the key of the tally */
  bool units;                       /* closed: what is no unit is refused */
  struct rung__names keys;
  size_t *row; /* [key] row of the group table */
};

/* A row of the group table. */
struct rung__place {
  size_t cut;
  uint32_t key;
  size_t parent;   /* a row before it; SIZE_MAX: none */
  int64_t invited; /* with all below; -1: not known */
};

struct rung__frame {
  size_t cut_count, count;
  struct rung__cut *cut;     /* the total, the cuts of the view, the units */
  struct rung__place *place; /* [row] */
};

/* Finds the groups of a tally that the view (NULL: the total only) shows. Freed by the caller on
 * failure too. */
rung_status rung__frame_make(struct rung__frame *frame, const rung_view *view,
                             const rung_tally *tally, rung_error *error);
/* Merges the groups of a tally into a store with a group per row. RUNG_E_UNKNOWN: a unit that is
 * not in the tree. */
rung_status rung__frame_fill(const struct rung__frame *frame, const rung_tally *tally,
                             struct rung__groups *cells, rung_error *error);
void rung__frame_free(struct rung__frame *frame);

#endif
