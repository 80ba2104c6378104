/* The rows of a file: cells become bytes, group texts and weights.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_ANSWERS_READER_CELLS_H
#define RUNG_ANSWERS_READER_CELLS_H

#include "answers/reader_state.h"

#define RUNG__UNMET ((int8_t)(INT8_MIN + 1)) /* in rung__item_cells.single: ask */

/* Adds a record to the block, or sets it aside. RUNG_E_ANSWERS, RUNG_E_LIMIT, RUNG_E_MEMORY. */
rung_status rung__reader_row(struct rung_reader *reader, const struct rung__record *record,
                             rung_error *error);
/* Sets a record of another length than the header aside, or refuses it. */
rung_status rung__reader_ragged(struct rung_reader *reader, const struct rung__record *record,
                                rung_error *error);
/* Empties the block. */
void rung__reader_clear(struct rung_reader *reader);
/* Makes the block of what was read. */
void rung__reader_show(struct rung_reader *reader);

#endif
