/* Computing into a workspace, as the rest of the library does it.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_SCORE_SCORES_H
#define RUNG_SCORE_SCORES_H

#include "score/workspace.h"

/* Computes rows [first, first + count) of a block only: for callers that hold more rows than they
 * want results at once. The rows of the workspace are then these. */
rung_status rung__scores_range(rung_scores *scores, const rung_answers *answers, size_t first,
                               size_t count, rung_error *error);

#endif
