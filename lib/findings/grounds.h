/* Grounds of findings: what persons the figures of a model's groups stand on.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_FINDINGS_GROUNDS_H
#define RUNG_FINDINGS_GROUNDS_H

#include "findings/plan.h"

/* Lists the grounds of a plan. False: no memory. */
bool rung__grounds_list(struct rung__plan *plan);
/* Whether what is shown of a few persons' answers to an item, or of their scores on a measure that is
 * one item, can only come of answers that tell of single persons. */
bool rung__ground_tells(const struct rung__plan *plan, const struct rung__ground *ground,
                        size_t group, int64_t least_n_spread, uint64_t *work);

#endif
