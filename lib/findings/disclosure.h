/* What may be shown: decided here and nowhere else, and erased before anybody can read it.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A group, and a figure with its own n, under least_n is hidden. Under least_n_spread only the mean
 * of a measure, rounded to 0.1, and its n are shown. A figure made of others is judged by the one
 * that fewest persons stand behind. What one person makes up with more than half of the weight is
 * withheld, as is what the plan says: what is unanimous, and what
 * would let a hidden figure be computed or tightly bounded. */
#ifndef RUNG_FINDINGS_DISCLOSURE_H
#define RUNG_FINDINGS_DISCLOSURE_H

#include <rung/settings.h>

#include "findings/figures.h"
#include "findings/findings.h"
#include "findings/plan.h"

/* Sets the two sizes: the larger of the model's and the settings', which may go below the model's
 * only where they say that this is unsafe. */
void rung__disclosure_sizes(rung_findings *findings, const rung_settings *settings);
/* Erases, in every row of every table, what may not be shown. False: no memory. */
bool rung__disclose(rung_findings *findings, const struct rung__figures *figures,
                    const struct rung__plan *plan);

#endif
