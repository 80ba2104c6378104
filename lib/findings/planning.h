/* Planning: deciding how much may be shown of each figure of each group.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_FINDINGS_PLANNING_H
#define RUNG_FINDINGS_PLANNING_H

#include <rung/settings.h>

#include "findings/earlier.h"
#include "findings/findings.h"
#include "findings/plan.h"

/* Decides. False: no memory; freed by the caller in either case. */
bool rung__plan_make(struct rung__plan *plan, const rung_findings *findings,
                     const struct rung__figures *figures, struct rung__system *system,
                     struct rung__earlier *earlier, const rung_settings *settings);

#endif
