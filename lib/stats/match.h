/* Labels of rows matched with a list of labels.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_STATS_MATCH_H
#define RUNG_STATS_MATCH_H

#include "stats/input.h"

/* Reads a column as places in a list of labels; numbers are compared as doubles. RUNG_E_ARGUMENT: one is
 * of text and the other is not, or the list lacks a label or has one twice; RUNG_E_ANSWERS: a row's
 * label is absent or not in the list. On failure there is nothing to free. */
rung_status rung__codes_match(struct rung__codes *codes, const rung_column *labels,
                              const rung_column *column, size_t rows, rung_error *error);

#endif
