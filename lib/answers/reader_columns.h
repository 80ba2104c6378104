/* The columns of a file: by their names, in the order in which the file has or brings them.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_ANSWERS_READER_COLUMNS_H
#define RUNG_ANSWERS_READER_COLUMNS_H

#include "answers/reader_state.h"

/* Adds a column under a trimmed name; it becomes *field. RUNG_E_LIMIT: too many, or their names are
 * longer together than a record may be; RUNG_E_MEMORY. */
rung_status rung__reader_add_column(struct rung_reader *reader, struct rung__slice name,
                                    size_t *field, rung_error *error);
/* Enters the name of the column that was added last, so that it is found. */
rung_status rung__reader_name_column(struct rung_reader *reader, rung_error *error);
/* The first column of a trimmed name. */
bool rung__reader_find_column(const struct rung_reader *reader, struct rung__slice name,
                              size_t *field);
/* Adds the columns of a header record. */
rung_status rung__reader_header(struct rung_reader *reader, const struct rung__record *record,
                                rung_error *error);
/* The place of a column in its record, from 1, for messages; 0 where records have no columns. */
int64_t rung__reader_place(const struct rung_reader *reader, size_t field);

#endif
