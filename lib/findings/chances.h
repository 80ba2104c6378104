/* Chances: how probable each level of a group is by the sampling distribution of what it rests on.
 * SPDX-License-Identifier: Apache-2.0
 *
 * What the primary rule of a reading looks at is drawn again and again, and judged each time: means of
 * measures together, with their correlations; shares of people on levels. What else conditions look
 * at - items, coverage, other readings - stays as it is found. */
#ifndef RUNG_FINDINGS_CHANCES_H
#define RUNG_FINDINGS_CHANCES_H

#include "findings/draws.h"
#include "score/flip.h"

/* Means that are drawn together at most; a rule that looks at more has no chances. */
#define RUNG__TOGETHER_MAX 64

/* The chances of a reading by its primary rule, [group]. */
struct rung__chance_figures {
  double **probability; /* [level reached]; NaN: cannot be said */
  int8_t *low, *high;   /* the levels reached at the ends of the interval; -1: cannot be said */
  int64_t *cut;         /* the flip: what is to be added to one cut; RUNG__NO_SCORE: none */
  int8_t *cut_level;    /* the level reached then */
  double *weight;       /* what one weight is to be multiplied by; NaN: none */
  uint32_t *term;       /* of the reading's measure, whose weight it is */
};

struct rung__chances {
  struct rung__draws draws;
  double confidence;
  struct rung__trial *trial;            /* [reading] */
  struct rung__chance_figures *reading; /* [reading] */
  size_t *measure;                      /* [RUNG__TOGETHER_MAX] those of the reading at hand */
  size_t measure_count;
  bool too_many;                    /* it looks at more */
  int64_t **mean;                   /* [RUNG__TOGETHER_MAX][draw] */
  double **share;                   /* [level][draw] */
  struct rung__hold *hold;          /* of one group, as a draw may change it */
  size_t drawn;                     /* of the group at hand */
  size_t *tally;                    /* [level] draws that gave it */
  struct rung__share_of_mean *part; /* room for the terms of a measure */
};

/* Makes room for the chances of every reading. False: no memory. */
bool rung__chances_make(struct rung__figures *figures, const rung_settings *settings);
/* Finds the chances and flips of a reading in every group that may be shown in full, before its rules
 * are judged: thresholds remember the waves before this one. */
void rung__find_chances(struct rung__figures *figures, size_t reading);

#endif
