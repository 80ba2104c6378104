/* Evidence: what a rule sees. It does not know whether its rows are people, assessments or groups.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_SCORE_EVIDENCE_H
#define RUNG_SCORE_EVIDENCE_H

#include "model/model.h"

#include <rung/scores.h>

/* Of a coverage: there is one, and it must not be told. */
#define RUNG__NOT_TOLD (INT64_MIN + 1)

/* What is remembered of a threshold from one wave to the next. */
struct rung__hold {
  uint16_t run; /* waves in a row at or above `up` */
  bool held;
};

/* What there is of some nodes, [node][row]: values on the grid or RUNG__NO_SCORE, and states, each a
 * rung_state. Of an item: #RUNG_STATE_SHOWN where it has an answer, not collected, not applicable,
 * or too little evidence where it is missing. */
struct rung__seen {
  const int64_t *const *value;
  const uint8_t *const *state;
};

struct rung__evidence {
  size_t count; /* rows */
  bool groups;  /* the rows are groups; else rows of answers */
  struct rung__seen measure;
  struct rung__seen item; /* NULL pointers for items that are not `looked_at` */
  const int8_t *const
      *reached; /* [reading][row] by the primary rules of readings before; -1 none */
  const uint8_t *const *reading_state;
  const int64_t *const
      *coverage; /* [measure][row] 0 to 1 on the grid, or RUNG__NO_SCORE; NULL unless */
  const int64_t *const *excused; /* rung_model.looks_at_cover; the same of what does not apply */
  const int64_t *const *
      share; /* [level][row] on the grid, or RUNG__NO_SCORE: share and ogive, the share of the people
                 or items at this level or above; mode, the people at just this level; else NULL */
  const uint8_t *nobody;   /* [row] why there is none; NULL: as the reading's measure says */
  struct rung__hold *hold; /* [row][step] of the rule's thresholds, read and updated; NULL: a first
                              and only wave */
};

/* What a rule says of each row. */
struct rung__verdict {
  int8_t *level;  /* reached, before anchoring; -1: none */
  uint8_t *state; /* rung_state */
  uint8_t *marks; /* rung_mark bits */
};

/* Why something that is looked at has no value: a bit each. */
enum rung__gap {
  RUNG__GAP_NOT_ASKED = 1,
  RUNG__GAP_NOT_APPLICABLE = 2,
  RUNG__GAP_MISSING = 4 /* asked, and not there */
};

/* A condition on a row of evidence: 1, 0, or -1 where it cannot be said. */
int8_t rung__condition(const struct rung__condition *condition,
                       const struct rung__evidence *evidence, size_t row);
/* The gaps in all that a condition looks at; 0: it sees everything. */
unsigned rung__gaps(const struct rung__condition *condition, const struct rung__evidence *evidence,
                    size_t row);
/* What a single test looks at, a level's index for a reading; RUNG__NO_SCORE: it is not there. */
int64_t rung__looked_value(const struct rung__condition *condition,
                           const struct rung__evidence *evidence, size_t row);
/* The value of a node on a row, or RUNG__NO_SCORE, and why there is none; 0: there is one. */
int64_t rung__node_value(const struct rung__evidence *evidence, const struct rung__node *node,
                         size_t row);
unsigned rung__node_gap(const struct rung__evidence *evidence, const struct rung__node *node,
                        size_t row);

#endif
