/* Filling in chances and flips, of readings that are shown in full.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_FINDINGS_FILL_CHANCES_H
#define RUNG_FINDINGS_FILL_CHANCES_H

#include "findings/figures.h"
#include "findings/findings.h"

/* Fills the chances of every reading of a group whose level is still there after disclosing. False: no
 * memory. */
bool rung__fill_chances(rung_findings *findings, const struct rung__figures *figures, size_t group);

#endif
