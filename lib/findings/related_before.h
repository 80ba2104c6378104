/* Relations over persons that were shown before, beside those of now.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_FINDINGS_RELATED_BEFORE_H
#define RUNG_FINDINGS_RELATED_BEFORE_H

#include "findings/findings.h"
#include "findings/view.h"

/* Whether a relation's table of persons was shown before, and any cell of it otherwise than it is in the
 * tables of now. The view may be NULL. */
bool rung__related_differs(const rung_view *view, const rung_findings *findings, size_t relation);

#endif
