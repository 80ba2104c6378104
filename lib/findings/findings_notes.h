/* What is said beside findings: what is hidden, and what is not done yet.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_FINDINGS_FINDINGS_NOTES_H
#define RUNG_FINDINGS_FINDINGS_NOTES_H

#include "base/text.h"
#include "findings/findings.h"

/* What disclosure does not do yet: the one place for this sentence. */
extern const char rung__not_done[];

/* Groups by what is shown of them. */
struct rung__hiding {
  size_t few, hidden, rounded;
};

struct rung__hiding rung__count_hiding(const rung_findings *findings);
/* "2 of the 9 groups are hidden because fewer than 5 people answered. 1 of fewer than 10 ..." */
void rung__tell_hiding(struct rung__buffer *sentence, const rung_findings *findings,
                       const struct rung__hiding *hiding);

/* Items that the model declares as measurable and that nobody was asked. */
size_t rung__count_unasked(const rung_findings *findings);

#endif
