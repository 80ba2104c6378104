/* A trial: a copy of a reading whose cuts can be moved, to see what a moved cut would do.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_SCORE_TRIAL_H
#define RUNG_SCORE_TRIAL_H

#include "base/arena.h"
#include "score/evidence.h"

/* What is held against a cut. */
enum rung__held {
  RUNG__HELD_SCORE, /* the score of the reading's measure, as the rule rounds it */
  RUNG__HELD_LINKS, /* those of the links of a weakest link, as the rule under it rounds them */
  RUNG__HELD_NODES, /* what levels of a gate list */
  RUNG__HELD_TEST,  /* what a condition looks at */
  RUNG__HELD_SHARE  /* a share of people or items */
};

/* A cut: one number, which may stand in two places. */
struct rung__movable {
  enum rung__held held;
  int64_t *number, *twin;                  /* twin: NULL where it stands once */
  const int64_t *below, *above;            /* neighbours that it must not reach; NULL: none */
  const struct rung__condition *condition; /* HELD_TEST */
  size_t level;                            /* HELD_SHARE: the level whose share it is */
};

struct rung__trial {
  const rung_model *model;
  struct rung__reading reading; /* the copy */
  size_t rule, cut_count, room;
  struct rung__movable *cut;
  /* room for one row of evidence */
  const int64_t **measure, **item, **coverage, **excused, **share;
  const uint8_t **measure_state, **item_state, **reading_state;
  const int8_t **reached;
};

/* Copies a reading's rule, and what it rests on, with its cuts; everything lives in the arena. False:
 * no memory. */
bool rung__trial_make(struct rung__trial *trial, const rung_model *model, size_t reading,
                      size_t rule, struct rung__arena *arena);
/* One row of some evidence as evidence of its own, good until the next. It has no holds: a trial is of
 * one wave. */
struct rung__evidence rung__trial_row(struct rung__trial *trial,
                                      const struct rung__evidence *evidence, size_t row);

#endif
