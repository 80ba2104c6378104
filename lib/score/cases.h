/* The cases of a rule `first`: which of them decides.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_SCORE_CASES_H
#define RUNG_SCORE_CASES_H

#include "score/evidence.h"

/* The first case that is true, or cannot be said (*known is false); case_count: every one is
 * false. */
size_t rung__first_case(const struct rung__rule *rule, const struct rung__evidence *evidence,
                        size_t row, bool *known);

#endif
