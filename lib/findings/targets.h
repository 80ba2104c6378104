/* Targets: the levels that units want to reach, and how far they stand from them.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_FINDINGS_TARGETS_H
#define RUNG_FINDINGS_TARGETS_H

#include "findings/findings.h"
#include "findings/frame.h"

/* Fills the targets of a view, which may be NULL, and their distance from what is shown.
 * RUNG_E_UNKNOWN: of no unit, reading or level; RUNG_E_ARGUMENT: a second one. */
rung_status rung__fill_targets(rung_findings *findings, const rung_view *view,
                               const struct rung__frame *frame, rung_error *error);

#endif
