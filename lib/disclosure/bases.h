/* Bases: whether some sum of what is shown is over fewer persons than may be shown.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A sum of shown groups, with any signs and factors, is over those persons for whom the factors do not
 * cancel out. Let the persons hold k sets without a common member, each of which spans all that
 * is shown. Whoever leaves fewer than k persons out leaves one of the sets whole, so a sum that cancels
 * out for all others cancels out for everybody: every other is over k persons or more. Sets are
 * gathered greedily; where they are not found the answer is no, which is safe. */
#ifndef RUNG_DISCLOSURE_BASES_H
#define RUNG_DISCLOSURE_BASES_H

#include "disclosure/lattice.h"

enum rung__proof { RUNG__SAFE, RUNG__UNSAFE, RUNG__TOO_MUCH, RUNG__NO_ROOM };

/* Whether every sum of what is shown is over `least` persons at least; takes its steps off the
 * case's work. RUNG__TOO_MUCH: they are used up. RUNG__NO_ROOM: no memory. */
enum rung__proof rung__hold_bases(struct rung__hearing *of, const struct rung__lattice *lattice,
                                  size_t least);

#endif
