/* Intervals: between which limits means and shares are, at a confidence.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_FINDINGS_INTERVALS_H
#define RUNG_FINDINGS_INTERVALS_H

#include "findings/figures.h"
#include "findings/findings.h"

/* Fills the limits of every figure that has some, before anything is hidden. */
void rung__fill_intervals(rung_findings *findings, const struct rung__figures *figures);

#endif
