/* Merging small siblings: groups that would be hidden become one that can be shown.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_FINDINGS_MERGING_H
#define RUNG_FINDINGS_MERGING_H

#include "findings/cut.h"
#include "findings/view.h"

/* Merges the groups of a cut by one column, or the units of one parent that have none below them, which
 * fewer than `least` persons are in: two or more that are enough together become a group of the name
 * "(others)" or "(others: PARENT)", with more brackets where somebody has that name. False: no memory. */
bool rung__merge_small(struct rung__cut *cut, const rung_view *view, const rung_tally *tally,
                       int64_t least);

#endif
