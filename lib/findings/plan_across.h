/* The plan of what is made of other figures: measures across items, and rules over groups.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_FINDINGS_PLAN_ACROSS_H
#define RUNG_FINDINGS_PLAN_ACROSS_H

#include "findings/plan.h"

/* Decides what may be shown of measures across items, from all other grounds. False: no memory. */
bool rung__plan_across(struct rung__plan *plan);

#endif
