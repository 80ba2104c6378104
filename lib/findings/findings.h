/* Findings as the library keeps them: what may be shown, and nothing else.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_FINDINGS_FINDINGS_H
#define RUNG_FINDINGS_FINDINGS_H

#include "disclosure/system.h"
#include "findings/table.h"

/* What names a group. */
struct rung__group_key {
  size_t count; /* 0: the total */
  const char **column;
  const char **value; /* NULL: persons without one */
};

struct rung_findings {
  const rung_model *model; /* of the last wave */
  struct rung__arena arena;
  int64_t least_n, least_n_spread; /* that were used */
  size_t leak_count;               /* what could have been learnt, and of which figures */
  struct rung__leak *leak;
  struct rung__ground *leak_of;
  bool bare;         /* nothing else is hidden but what is small or dominated: an unsafe setting */
  bool everyone;     /* intervals are of what all who were invited would have answered now */
  double agreement;  /* under which no level is stated; 0: it always is */
  double confidence; /* of intervals */
  size_t waves;
  uint64_t rows, zero_rows; /* of the last wave: all, and those of weight 0; 0 where the total is
                               hidden */
  bool weighted;            /* some weight differs from 0 and 1 */
  size_t group_count;
  struct rung__group_key *key; /* [group] */
  size_t *parent;              /* [group] of the unit above; SIZE_MAX: none */
  size_t first_unit;           /* the first group that is a unit; group_count: none is */
  size_t overfull;             /* units with more persons than were invited */
  size_t relation_count;
  struct rung__relation *relation; /* of the model, then of the view */
  struct rung__table table[RUNG__TABLES];
};

#endif
