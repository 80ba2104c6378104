/* Judging rows: every reading in order, each rule on the scores and at both ends of their range.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_SCORE_JUDGE_ROWS_H
#define RUNG_SCORE_JUDGE_ROWS_H

#include "score/workspace.h"

/* What the first `count` rows of the tile in the room show, as it was answered. */
struct rung__evidence rung__evidence_of_rows(const rung_scores *scores, size_t count);
/* Levels and flags of `count` rows, at most RUNG__BLOCK, whose results stand from row `first` of the
 * workspace; the measures are there, and the room points at them. Cannot fail. */
void rung__judge_rows(rung_scores *scores, size_t first, size_t count);

#endif
