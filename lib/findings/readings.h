/* Readings over groups: the levels of one wave, by every rule.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_FINDINGS_READINGS_H
#define RUNG_FINDINGS_READINGS_H

#include "findings/figures.h"

/* Judges every rule of the groups, whose measures are there. In an earlier wave only what
 * thresholds remember is of use. */
void rung__read_groups(struct rung__figures *figures, bool last);

#endif
