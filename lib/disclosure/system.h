/* The system: which groups overlap how, as an attacker sees them.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Atoms are the persons who are in the same groups. A forest is groups that lie within each other or
 * apart: the total with a cut, the total with the tree of units, a cut with a finer one, a group that was
 * shown earlier. */
#ifndef RUNG_DISCLOSURE_SYSTEM_H
#define RUNG_DISCLOSURE_SYSTEM_H

#include "disclosure/ground.h"

#define RUNG__NO_ROW UINT32_MAX

/* What may be shown of a figure, the least first. */
enum rung__access { RUNG__TOO_FEW, RUNG__CONCEALED, RUNG__MEAN_ONLY, RUNG__IN_FULL };

struct rung__forest {
  size_t count;
  uint32_t *row;     /* those below before those above; the last is the root where it is whole */
  uint32_t *above;   /* [row of the system] RUNG__NO_ROW: none, or not in this forest */
  uint32_t *deepest; /* [atom] the deepest row it is in; RUNG__NO_ROW: in none */
  bool whole;        /* under the total */
};

struct rung__system {
  size_t row_count, shown_count;    /* rows; the first so many are of the findings */
  size_t atom_count, real_count;    /* atoms; the first so many are persons of now, and one for each
                                    row that was shown earlier stands for how it differs */
  size_t forest_count, whole_count; /* forests; those under the total or shown earlier */
  size_t first_earlier;             /* the forest of the first that was shown earlier */
  struct rung__forest *forest;
  uint8_t *columns;          /* [row] key columns that name it, 0 for the total */
  struct rung__groups atoms; /* a group per atom */
  int64_t least_n, least_n_spread;
};

/* Why something was hidden, or more of it. */
enum rung__leak_kind {
  RUNG__LEAK_REST,       /* what is left of a group beside its shown parts */
  RUNG__LEAK_BOUNDS,     /* bounds of a hidden one, from such a rest */
  RUNG__LEAK_VARIANT,    /* another group that it overlaps */
  RUNG__LEAK_DIFFERENCE, /* some sum of shown groups with different signs */
  RUNG__LEAK_PROGRAM,    /* bounds of a hidden one, from everything together */
  RUNG__LEAK_WORK,       /* too much work to find out */
  RUNG__LEAK_SELF        /* the figure itself tells of single persons */
};

struct rung__leak {
  enum rung__leak_kind kind;
  size_t ground;
  uint32_t from;   /* the row that tells; RUNG__NO_ROW: several */
  uint32_t of;     /* the row of which something could be learnt; RUNG__NO_ROW: none of the view */
  uint32_t hidden; /* the row that was hidden instead */
};

/* The figures of one ground while it is decided what is shown of them. */
struct rung__hearing {
  const struct rung__system *system;
  const struct rung__ground *ground;
  size_t number;             /* of the ground */
  struct rung__stand *row;   /* [row] */
  struct rung__stand *atom;  /* [atom] */
  struct rung__stand *own;   /* [forest][row] of the atoms that are in nothing deeper */
  struct rung__stand *piece; /* [row] room for one forest */
  uint8_t *access;           /* [row] enum rung__access; what was shown earlier stays in full */
  bool *changed;             /* [row] shown earlier, of persons who differ from those of now */
  bool *protected;           /* [row] hidden for its own sake, and somebody contributes */
  struct rung__leak *leak;   /* NULL until there is one */
  size_t leak_count, leak_room;
  uint64_t work; /* steps that are left */
  bool failed;   /* no memory */
};

/* The least access at which a figure of the ground is shown at all. */
enum rung__access rung__hearing_level(const struct rung__hearing *of);
bool rung__hearing_shows(const struct rung__hearing *of, size_t row);
/* Takes a row from what is shown, and notes why. */
void rung__hearing_hide(struct rung__hearing *of, uint32_t row, enum rung__access access,
                        struct rung__leak why);
/* Of the rows that are shown the one by most columns, then with fewest persons, then the last: the
 * first, or the next behind a row. RUNG__NO_ROW: there is none beside the total. */
uint32_t rung__hearing_finest(const struct rung__hearing *of, uint32_t behind);

#endif
