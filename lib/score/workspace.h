/* The evaluator's workspace: columns of results of one block of rows.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_SCORE_WORKSPACE_H
#define RUNG_SCORE_WORKSPACE_H

#include "answers/answers.h"
#include "score/evidence.h"

struct rung__room;
struct rung__flips;
struct rung__prior;

/* A measure's results, [row]. */
struct rung__measure_column {
  int64_t *score, *lowest, *highest; /* grid or RUNG__NO_SCORE */
  int64_t *present, *asked; /* coverage = present / asked, in weights scaled by RUNG__GRID for
                               nested measures; asked 0: nothing was asked */
  int64_t *excused,
      *excusable; /* the same of what does not apply, over that and what is asked; only
                                   where the model looks at it */
  uint8_t *state;
};

/* A rule's results, [row]. */
struct rung__rule_column {
  int8_t *level;            /* reached; -1 none */
  int8_t *lowest, *highest; /* reached by the possible range; -1 none */
  uint8_t *state, *marks;
};

struct rung_scores {
  const rung_model *model;
  bool strict, person_levels;
  size_t rows, capacity;
  int64_t first_row;          /* 1-based number of the block's first row */
  const rung_model *answered; /* of the block last computed, held; NULL before. With the stamp of */
  uint64_t stamp;             /* that block it tells whether scores are of a block */
  struct rung__measure_column *measure; /* [measure] */
  struct rung__rule_column **rule;      /* [reading][rule] */
  int8_t **flag;                        /* [flag][row]: 1, 0, -1 */
  struct rung__room *room;              /* the evaluator's own scratch */
  struct rung__prior *prior; /* [reading] the population that rows are of; NULL: none was told */
  struct rung__flips *flips; /* how near other levels are; NULL unless it is asked for */
};

#endif
