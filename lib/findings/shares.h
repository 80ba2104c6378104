/* Shares over groups: of the people at each level, or of the answers to some items.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_FINDINGS_SHARES_H
#define RUNG_FINDINGS_SHARES_H

#include "findings/figures.h"

/* Fills `reached` and `nobody` of a rule that counts levels. */
void rung__find_shares(struct rung__figures *figures, size_t reading, size_t rule, size_t group);

#endif
