/* Atoms: the persons who are in the same groups of a frame, and how its groups lie within each other.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_FINDINGS_ATOMS_H
#define RUNG_FINDINGS_ATOMS_H

#include "disclosure/system.h"
#include "findings/earlier.h"
#include "findings/frame.h"

/* Makes the system of the groups that a frame has of a tally, and of those shown earlier. False: no
 * memory; freed by the caller in either case. */
bool rung__system_make(struct rung__system *system, const struct rung__frame *frame,
                       const rung_tally *tally, const struct rung__earlier *earlier);
void rung__system_free(struct rung__system *system);

#endif
