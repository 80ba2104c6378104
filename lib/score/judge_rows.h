/* Judging rows: every reading in order, each rule on the scores and at both ends of their range.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_SCORE_JUDGE_ROWS_H
#define RUNG_SCORE_JUDGE_ROWS_H

#include "score/workspace.h"

/* Levels and flags of `count` rows, at most RUNG__BLOCK, whose results stand from row `first` of the
 * workspace; the measures are there, and the room points at them. Cannot fail. */
void rung__judge_rows(rung_scores *scores, size_t first, size_t count);

#endif
