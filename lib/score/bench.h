/* The bench: what the judging of rows needs besides scores, allocated once.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_SCORE_BENCH_H
#define RUNG_SCORE_BENCH_H

#include "score/workspace.h"

/* Which of the three values of a row a rule is to see. */
enum rung__end { RUNG__END_SCORE, RUNG__END_LOWEST, RUNG__END_HIGHEST, RUNG__ENDS };

struct rung__bench {
  int64_t *shares;            /* [level][RUNG__BLOCK] */
  const int64_t **share;      /* [level] */
  int64_t *votes;             /* [RUNG__BLOCK] weight of the items that have an answer */
  uint8_t *nobody;            /* [RUNG__BLOCK] why none has */
  uint16_t *acts[RUNG__ENDS]; /* [RUNG__BLOCK] the actions of the reading being judged */
  uint8_t *outlook;           /* [RUNG__BLOCK] of what the rule being judged looks at */
  uint8_t *actions;           /* [RUNG__BLOCK] of what the conditions of the reading look at */
  uint8_t *outlooks, **reading_outlook; /* [reading][RUNG__BLOCK], and where each begins */
  uint8_t *state, *marks;               /* [RUNG__BLOCK] verdicts of which only the level is kept */
  const int8_t *
      *reached[RUNG__ENDS]; /* [reading] by the primary rules, from the tile's first row */
  const uint8_t **reading_state;
};

/* NULL: no memory. */
struct rung__bench *rung__bench_new(const rung_model *model);
void rung__bench_free(struct rung__bench *bench);

#endif
