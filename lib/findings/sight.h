/* What rules and conditions see of the groups: the figures of one wave as evidence.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_FINDINGS_SIGHT_H
#define RUNG_FINDINGS_SIGHT_H

#include "findings/figures.h"

/* Makes room, once measures and rules have theirs. False: no memory. */
bool rung__sight_make(struct rung__figures *figures);
/* Brings the coverage of a measure onto the grid, where some condition looks at it. */
void rung__sight_cover(struct rung__figures *figures, size_t measure);
/* All groups, before anything is hidden. */
struct rung__evidence rung__sight_of(const struct rung__figures *figures);

#endif
