/* Evidence: what a rule sees. It does not know whether its rows are people, assessments or groups.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_SCORE_EVIDENCE_H
#define RUNG_SCORE_EVIDENCE_H

#include "model/model.h"

#include <rung/scores.h>

/* What is remembered of a threshold from one wave to the next. */
struct rung__hold {
  uint16_t run; /* waves in a row at or above `up` */
  bool held;
};

struct rung__evidence {
  size_t count;                  /* rows */
  const int64_t *const *score;   /* [measure][row], grid or RUNG__NO_SCORE */
  const uint8_t *const *state;   /* [measure][row], a rung_state */
  size_t level_count;            /* of the ladder, for `reached` */
  const int64_t *const *reached; /* [level][row]: grid share of the people at this level or above by
                                    the rule's `from`; NULL where the rule needs none;
                                    RUNG__NO_SCORE: nobody has a level */
  const uint8_t *nobody;   /* [row] why nobody has a level by `from`; NULL: as the measure says */
  struct rung__hold *hold; /* [row][step] of the rule's thresholds, read and updated; NULL: a first
                              and only wave */
};

/* What a rule says of each row. */
struct rung__verdict {
  int8_t *level;  /* reached, before anchoring; -1: none */
  uint8_t *state; /* rung_state */
  uint8_t *marks; /* rung_mark bits */
};

#endif
