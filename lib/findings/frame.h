/* The frame: which groups are shown, in which order, and what belongs to each.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_FINDINGS_FRAME_H
#define RUNG_FINDINGS_FRAME_H

#include "findings/cut.h"
#include "findings/units.h"

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

/* Finds the groups of a tally that the view (NULL: the total only) shows; siblings under so many
 * persons are merged (0: none). Freed by the caller on failure too. */
rung_status rung__frame_make(struct rung__frame *frame, const rung_view *view,
                             const rung_tally *tally, int64_t merge_under, rung_error *error);
/* The row of a key of a cut, as it stands in a tally; SIZE_MAX: it has none. */
size_t rung__frame_row(const struct rung__frame *frame, size_t cut, struct rung__slice key);
/* Merges the groups of a tally into a store with a group per row. RUNG_E_UNKNOWN: a unit that is
 * not in the tree. */
rung_status rung__frame_fill(const struct rung__frame *frame, const rung_tally *tally,
                             struct rung__groups *cells, rung_error *error);
void rung__frame_free(struct rung__frame *frame);

#endif
