/* The rules: one function per kind, one table that lists them.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_SCORE_RULES_H
#define RUNG_SCORE_RULES_H

#include "score/actions.h"

/* One function per kind of rule; rules.c lists them. */
void rung__judge_cut(const struct rung__reading *, const struct rung__rule *,
                     const struct rung__evidence *, const struct rung__verdict *);
void rung__judge_weakest(const struct rung__reading *, const struct rung__rule *,
                         const struct rung__evidence *, const struct rung__verdict *);
void rung__judge_share(const struct rung__reading *, const struct rung__rule *,
                       const struct rung__evidence *, const struct rung__verdict *);
void rung__judge_gate(const struct rung__reading *, const struct rung__rule *,
                      const struct rung__evidence *, const struct rung__verdict *);
void rung__judge_mode(const struct rung__reading *, const struct rung__rule *,
                      const struct rung__evidence *, const struct rung__verdict *);
void rung__judge_first(const struct rung__reading *, const struct rung__rule *,
                       const struct rung__evidence *, const struct rung__verdict *);

/* The marks that every rule shares: of a level that is no anchor, of assumed numbers, of what
 * compares within a row only. */
uint8_t rung__level_marks(const rung_model *model, const struct rung__reading *reading,
                          size_t index, int level);
/* Judges, lets the reading's conditions act - acts[row] are those that do, NULL: none - and adds the
 * marks that every rule shares. */
void rung__judge(const rung_model *model, const struct rung__reading *reading, size_t rule,
                 const struct rung__evidence *evidence, const uint16_t *acts,
                 const struct rung__verdict *verdict);
/* The holds that a rule keeps per row: its steps, or those of each of its measures. */
size_t rung__hold_count(const struct rung__reading *reading, const struct rung__rule *rule);
/* Whether a rule counts the levels that people or items reach: evidence.share is for those. */
bool rung__counts_levels(const struct rung__rule *rule);
/* Whether a higher figure never gives a lower level, or takes it away. */
bool rung__rises(const struct rung__reading *reading, const struct rung__rule *rule);
/* Whether a rule says nothing of the rows of this evidence: what compares within a row only. */
bool rung__says_nothing(const struct rung__rule *rule, bool groups);
/* How many levels a link of a weakest-link rule may lie below the result. */
size_t rung__lag_of(const struct rung__rule *rule, size_t link);

#endif
