/* Reliability: whether the items of a measure, or the groups of a cut, are told apart from chance.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_FINDINGS_RELIABILITY_H
#define RUNG_FINDINGS_RELIABILITY_H

#include "findings/figures.h"
#include "findings/findings.h"
#include "findings/frame.h"

/* Fills alpha of reflective measures with its limits, before anything is hidden. */
void rung__fill_reliability(rung_findings *findings, const struct rung__figures *figures);
/* Fills ICC(1) and ICC(2) of the groups of each cut, from what is shown of them in full. */
void rung__fill_icc(rung_findings *findings, const struct rung__frame *frame);

#endif
