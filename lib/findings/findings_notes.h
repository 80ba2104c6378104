/* What is said beside findings: what is hidden and why.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_FINDINGS_FINDINGS_NOTES_H
#define RUNG_FINDINGS_FINDINGS_NOTES_H

#include "base/text.h"
#include "findings/findings.h"

/* What else is hidden beside small groups: the one place for this sentence. */
const char *rung__tell_policy(const rung_findings *findings);

/* Groups by what is shown of them. */
struct rung__hiding {
  size_t few, hidden, rounded;
};

struct rung__hiding rung__count_hiding(const rung_findings *findings);
/* "2 of the 9 groups are hidden because fewer than 5 people answered. 1 of fewer than 10 ..." */
void rung__tell_hiding(struct rung__buffer *sentence, const rung_findings *findings,
                       const struct rung__hiding *hiding);

/* The measures that rest on a block, in a sentence; nothing where there is none. */
void rung__tell_ipsative(struct rung__buffer *sentence, const rung_model *model);
/* "Both shifts are paid. Why: nobody can count it. Answered for by: the head.": a decision without a
 * measurement. */
void rung__tell_belief(struct rung__buffer *sentence, const struct rung__belief *belief,
                       const char *language);

/* Items that the model declares as measurable and that nobody was asked. */
size_t rung__count_unasked(const rung_findings *findings);

#endif
