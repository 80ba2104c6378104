/* Relations: units counted by their levels on two readings.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_FINDINGS_RELATIONS_H
#define RUNG_FINDINGS_RELATIONS_H

#include "findings/findings.h"
#include "findings/view.h"

/* What has to be said beside every relation. */
extern const char rung__shared_style[];

/* Finds the relations of model and view (NULL: none) and fills their tables from the levels that are
 * shown. RUNG_E_UNKNOWN: of no reading; RUNG_E_ARGUMENT: of ladders that differ in length. */
rung_status rung__relate(rung_findings *findings, const rung_view *view, rung_error *error);

#endif
