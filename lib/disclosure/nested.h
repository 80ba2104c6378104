/* Groups within groups: what is left of one beside its shown parts, forest by forest.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The groups of a forest that are shown determine exactly the sums over each one's rest: its persons
 * who are in no shown group below it. Rests do not overlap, so nothing else follows from them, and one
 * pass from below finds all of them. */
#ifndef RUNG_DISCLOSURE_NESTED_H
#define RUNG_DISCLOSURE_NESTED_H

#include "disclosure/system.h"

/* Hides groups until every rest is empty or large enough, and no hidden group is bounded tightly by
 * the rest that it lies in; all forests, until nothing changes. */
void rung__settle_nested(struct rung__hearing *of);

#endif
