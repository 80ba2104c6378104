/* Evaluating: the model as a flat program over a tile of rows.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_SCORE_EVALUATE_H
#define RUNG_SCORE_EVALUATE_H

#include "score/workspace.h"

/* Computes `count` coded rows, at most RUNG__BLOCK, whose results stand from row `first` of the
 * workspace; the bytes are in its room. Cannot fail. */
void rung__evaluate(rung_scores *scores, size_t first, size_t count);

#endif
