/* Reasons: a sentence beside each row that says why it reads as it does.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_FINDINGS_REASONS_H
#define RUNG_FINDINGS_REASONS_H

#include "findings/figures.h"
#include "findings/findings.h"

/* Writes a reason for every row that has none yet, from what is shown. False: no memory. */
bool rung__reason(rung_findings *findings, const struct rung__figures *figures);
/* Why a rule gives a group the level that it gives. */
void rung__reason_rule(struct rung__buffer *sentence, const struct rung__figures *figures,
                       size_t group, size_t reading, size_t rule);

#endif
