/* Intervals: between which limits means and shares are, at a confidence.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_FINDINGS_INTERVALS_H
#define RUNG_FINDINGS_INTERVALS_H

#include "findings/figures.h"
#include "findings/findings.h"
#include "findings/frame.h"

/* Fills the limits of every figure that has some, before anything is hidden. */
void rung__fill_intervals(rung_findings *findings, const struct rung__figures *figures);

/* Narrows them, where that is asked for, to what all who were invited would have answered now: in
 * groups whose response is told, or that answered whole; once what may not be shown is erased. */
void rung__narrow_intervals(rung_findings *findings, const struct rung__figures *figures,
                            const struct rung__frame *frame);

#endif
