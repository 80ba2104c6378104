/* Relations over persons: all of them together counted by their levels on two readings.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_FINDINGS_RELATED_PERSONS_H
#define RUNG_FINDINGS_RELATED_PERSONS_H

#include "findings/figures.h"
#include "findings/findings.h"
#include "findings/view.h"

/* Fills the tables of persons from the total, behind rung__relate() and what is withheld of the total;
 * the view (NULL: none) knows what was shown before. False: no memory. */
bool rung__relate_persons(rung_findings *findings, const struct rung__figures *figures,
                          const rung_view *view);

#endif
