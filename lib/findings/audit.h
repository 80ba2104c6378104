/* The audit: what could have been learnt, and what was withheld instead.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_FINDINGS_AUDIT_H
#define RUNG_FINDINGS_AUDIT_H

#include "findings/findings.h"
#include "findings/plan.h"

/* Keeps what a plan found on its way. False: no memory. */
bool rung__audit_keep(rung_findings *findings, const struct rung__plan *plan);

#endif
