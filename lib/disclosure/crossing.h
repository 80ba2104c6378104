/* Crossing cuts: what follows from groups that overlap, all of them together.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_DISCLOSURE_CROSSING_H
#define RUNG_DISCLOSURE_CROSSING_H

#include "disclosure/program.h"

/* What one call of findings keeps from ground to ground: most grounds have the same persons. */
struct rung__crossing {
  struct rung__lattice safe;    /* the last that was found safe */
  struct rung__lattice solved;  /* that of the program */
  struct rung__program program; /* its equations */
};

/* Hides groups, of the finest cuts first, until no sum of what is shown is over fewer than least_n
 * persons, and no hidden group is bounded tightly by everything together. Where that is too much
 * work, all groups that do not lie within one forest are hidden. */
void rung__settle_crossing(struct rung__hearing *of, struct rung__crossing *crossing);
void rung__crossing_free(struct rung__crossing *crossing);

#endif
