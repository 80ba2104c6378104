/* The header of a file: which of its columns is an item, a group, the weight.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_ANSWERS_READER_BIND_H
#define RUNG_ANSWERS_READER_BIND_H

#include "answers/reader_state.h"

/* Reads the header and makes room for a block. RUNG_E_ANSWERS (two columns for one thing),
 * RUNG_E_UNKNOWN (a wanted column is not there), RUNG_E_LIMIT, RUNG_E_MEMORY. */
rung_status rung__reader_bind(struct rung_reader *reader, const struct rung__record *record,
                              rung_error *error);

#endif
