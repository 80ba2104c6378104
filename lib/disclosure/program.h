/* The program: how far the sum over a hidden group may lie from what it is, exactly.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A linear program in rationals. Its variables are how far the sum over each atom differs from the true
 * one: over every rest that is shown the differences cancel out, and no atom leaves its range. The
 * truth, all differences 0, is a solution, so none has to be looked for. The attacker is taken to know
 * how many persons each atom has, and everything that is rounded before it was. */
#ifndef RUNG_DISCLOSURE_PROGRAM_H
#define RUNG_DISCLOSURE_PROGRAM_H

#include "disclosure/bases.h"
#include "disclosure/rational.h"

/* Equations x variables: so many cells at most. An organisation of 400 groups of two crossing cuts, all
 * of them hidden, has about 20 x 400 cells. */
#define RUNG__PROGRAM_CELLS ((size_t)1 << 21)

struct rung__program {
  size_t rows, columns; /* equations that do not follow from others; variables */
  struct rung__rational *cell;
  struct rung__rational *value; /* [column] */
  int64_t *least, *most;        /* [column] the variable's ends */
  bool *wanted;                 /* [column] part of the sum */
  size_t *basic;                /* [row] the variable that the others determine */
  bool *is_basic;               /* [column] */
  uint64_t work;
};

/* Sets up the equations; the places of the lattice's atoms are the variables. */
enum rung__proof rung__program_make(struct rung__program *program,
                                    const struct rung__lattice *lattice, uint64_t work);
/* Whether the sum over the wanted variables can vary by `width` at least, from where the last search
 * ended; `least` and `most` hold 0 between them. RUNG__SAFE: it can; RUNG__UNSAFE: it cannot, and
 * *found is by how much it can. */
enum rung__proof rung__program_varies(struct rung__program *program, int64_t width, double *found);
void rung__program_free(struct rung__program *program);

#endif
