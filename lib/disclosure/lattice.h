/* Coordinates: for each forest under the total, in which rest an atom lies.
 * SPDX-License-Identifier: Apache-2.0
 *
 * All that is shown of sums over groups is spanned by the rests of the shown groups of each forest, in
 * which an atom lies once or not at all. Forests with many rests come first: elimination fills in
 * only behind them. */
#ifndef RUNG_DISCLOSURE_LATTICE_H
#define RUNG_DISCLOSURE_LATTICE_H

#include "disclosure/system.h"

struct rung__lattice {
  size_t width;      /* coordinates */
  size_t each;       /* forests: coordinates of one atom */
  size_t atom_count; /* atoms with contributors */
  uint32_t *atom;    /* their numbers, those of many persons first */
  uint32_t *at;      /* [place][forest] a coordinate, or RUNG__NO_ROW */
};

/* Numbers the rests of what is shown. False: no memory. */
bool rung__lattice_make(struct rung__lattice *lattice, const struct rung__hearing *of);
bool rung__lattice_same(const struct rung__lattice *lattice, const struct rung__lattice *other);
void rung__lattice_free(struct rung__lattice *lattice);

#endif
