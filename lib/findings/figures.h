/* The figures of one wave: every measure and rule over every group, before anything is hidden.
 * SPDX-License-Identifier: Apache-2.0
 *
 * They live during rung_findings_new() only: what may be shown is copied out of them. */
#ifndef RUNG_FINDINGS_FIGURES_H
#define RUNG_FINDINGS_FIGURES_H

#include "base/arena.h"
#include "score/rules.h"
#include "tally/groups.h"

/* A measure, [group]. */
struct rung__measure_figures {
  int64_t *score; /* grid or RUNG__NO_SCORE: what rules see */
  double *mean;   /* the same before it was rounded to the grid: what is shown; NaN: none */
  uint8_t *state;
  uint32_t *n; /* persons scored; across items: who answered any */
  uint32_t
      *fewest; /* across items: of the item that fewest answered, which could be computed from the
                       others */
  double *sd;  /* in the measure's unit; NaN: none */
  double *coverage; /* 0 to 1; NaN: nothing was asked */
  double
      *excused; /* what does not apply, over that and what was asked; NaN: neither; only where the
                       model looks at it */
  bool *dominated;   /* one person holds more than half of the weight */
  bool *exposed;     /* the same of those asked: for the coverage */
  uint8_t *withheld; /* by which of the measure's conditions, counted from 1; 0: by none */
};

/* A rule, [group]. */
struct rung__rule_figures {
  int8_t *level; /* reached; -1: none */
  uint8_t *state, *marks;
  uint32_t *n, *fewest;
  bool *dominated;
  uint32_t *weakest; /* the measure that decides a weakest link; NULL for other rules */
  int64_t **reached; /* [level] what rules that count levels see: see rung__evidence.share; NULL for
                        other rules */
  uint8_t *nobody;   /* why they count none */
  struct rung__hold *hold; /* [group][step], kept from wave to wave */
};

/* What conditions see besides measures and items. */
struct rung__sight {
  uint16_t *acts;         /* [group] the actions of the reading being judged */
  const int8_t **reached; /* [reading][group] by the primary rules */
  const uint8_t **reading_state;
  int64_t **coverage, **excused; /* [measure][group] on the grid; NULL unless they are looked at */
};

struct rung__chances;

struct rung__figures {
  const rung_model *model;
  size_t count;              /* groups */
  int64_t least_n_spread;    /* earlier waves count where they could be shown in full */
  struct rung__groups cells; /* of the wave last computed */
  struct rung__arena arena;
  struct rung__measure_figures *measure; /* [measure] */
  struct rung__rule_figures **rule;      /* [reading][rule] */
  const int64_t **score;                 /* [measure], as evidence wants them */
  const uint8_t **state;
  int64_t **item_value; /* [item][group] of items looked at: the mean, on the grid */
  uint8_t **item_state; /* as of a row */
  struct rung__sight sight;
  uint32_t *points;              /* [measure] the fewest that an answer can lie on; 0: any number */
  struct rung__part *part;       /* room for the terms of a measure */
  struct rung__vote *vote;       /* room for a median over them */
  struct rung__chances *chances; /* how probable levels are */
};

/* Makes room. False: no memory; freed by the caller in either case. `cells` begins empty. */
bool rung__figures_make(struct rung__figures *figures, const rung_model *model,
                        const struct rung__shape *shape, size_t count);
/* Forgets the groups, so that the next wave can be merged in. */
void rung__figures_clear(struct rung__figures *figures);
void rung__figures_free(struct rung__figures *figures);

/* part / whole, on the grid and as a double; whole > 0. */
int64_t rung__share_grid(rung__uwide part, rung__uwide whole);
double rung__share(rung__uwide part, rung__uwide whole);
/* Whether one weight is more than half of a whole. */
bool rung__dominates(uint64_t largest, rung__uwide whole);
/* sum / weight in the unit of scores, as near as a double can be; `rounded` is the same on the grid. */
double rung__mean_shown(const struct rung__sum *sum, const struct rung__sum *weight,
                        int64_t rounded);
/* The weighted mean of an item's values over a group, on the grid, and as it is shown where `shown` is
 * not NULL; somebody has answered. */
int64_t rung__item_mean(const struct rung_model *model, const struct rung__groups *groups,
                        size_t group, size_t item, double *shown);
/* The sum over a group of weight x what an item's answers are worth, in `unit`s of `quantum`. */
void rung__item_sum(const struct rung__groups *groups, size_t group, size_t item,
                    const int64_t *unit, int64_t quantum, struct rung__sum *sum);
/* Adds weight x value, of either sign. */
void rung__sum_add_weighted(struct rung__sum *sum, rung__uwide weight, int64_t value);
/* The state of an item over a group, as of a row. */
uint8_t rung__item_state(const struct rung__groups *groups, size_t group, size_t item);
/* Weight of those whom an item was put to: all but not asked and not applicable. */
rung__uwide rung__item_asked(const struct rung__groups *groups, size_t group, size_t item);

#endif
