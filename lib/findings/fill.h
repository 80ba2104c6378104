/* Filling tables with figures, before anything is hidden, and with what follows from what is shown.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_FINDINGS_FILL_H
#define RUNG_FINDINGS_FILL_H

#include "findings/figures.h"
#include "findings/findings.h"
#include "findings/shown.h"

/* Measures, readings, rules, levels and pairs of every group. */
void rung__fill(rung_findings *findings, const struct rung__figures *figures);
void rung__fill_items(rung_findings *findings, const struct rung__figures *figures);
/* Flags and the agreement of rules, from figures that are shown in full; call after disclosing. */
bool rung__fill_last(rung_findings *findings, const struct rung__figures *figures,
                     const struct rung__shown *shown);

#endif
