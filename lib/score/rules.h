/* The rules: one function per kind, one table that lists them.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_SCORE_RULES_H
#define RUNG_SCORE_RULES_H

#include "score/evidence.h"

/* One function per kind of rule; rules.c lists them. */
void rung__judge_cut(const struct rung__reading *, const struct rung__rule *,
                     const struct rung__evidence *, const struct rung__verdict *);
void rung__judge_weakest(const struct rung__reading *, const struct rung__rule *,
                         const struct rung__evidence *, const struct rung__verdict *);
void rung__judge_share(const struct rung__reading *, const struct rung__rule *,
                       const struct rung__evidence *, const struct rung__verdict *);

/* The marks that every rule shares: of a level that is no anchor, and of assumed numbers. */
uint8_t rung__level_marks(const rung_model *model, const struct rung__reading *reading,
                          size_t index, int level);
/* Judges and adds what every rule shares: the mark of a level that is no anchor, the mark of
 * assumed numbers. */
void rung__judge(const rung_model *model, const struct rung__reading *reading, size_t rule,
                 const struct rung__evidence *evidence, const struct rung__verdict *verdict);
/* The holds that a rule keeps per row: its steps, or those of each of its measures. */
size_t rung__hold_count(const struct rung__reading *reading, const struct rung__rule *rule);
/* A condition on scores and levels: 1, 0, or -1 where it cannot be said. levels[reading] is the
 * level reached by the primary rule, scores[measure] a score. */
int8_t rung__condition(const struct rung__condition *condition, const int64_t *scores,
                       const int8_t *levels);

#endif
