/* Residues: what is left of a group without the parts of it that are told.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Whoever knows a unit and units below it knows the difference. So where too few would be left, a part
 * is withheld as well: the one of the least amount, until nothing or enough is left. */
#ifndef RUNG_FINDINGS_RESIDUE_H
#define RUNG_FINDINGS_RESIDUE_H

#include "findings/findings.h"
#include "findings/frame.h"

struct rung__residue {
  int64_t amount;  /* that has to be enough, or none, in what is left */
  int64_t persons; /* of whom something is left */
  size_t end;      /* the first row behind the units below it: set by rung__settle() */
  bool told;
};

/* Withholds, among rows that are told, parts of units and of the total: cut by cut, units from the
 * last to the first, the total after them. `of` has a residue per group. */
void rung__settle(struct rung__residue *of, const struct rung__frame *frame, int64_t least);

#endif
