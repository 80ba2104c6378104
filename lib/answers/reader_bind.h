/* The columns of a file, bound: which is an item, a group, the weight.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_ANSWERS_READER_BIND_H
#define RUNG_ANSWERS_READER_BIND_H

#include "answers/reader_state.h"

/* Reads the header of a CSV with a row a record and binds it. RUNG_E_ANSWERS (two columns for one
 * thing), RUNG_E_UNKNOWN (a wanted column is not there), RUNG_E_LIMIT, RUNG_E_MEMORY. */
rung_status rung__reader_bind(struct rung_reader *reader, const struct rung__record *record,
                              rung_error *error);

/* The parts of it, for forms whose columns come otherwise. */

/* Makes room for a block of so many items at most; before anything is bound. */
rung_status rung__reader_room(struct rung_reader *reader, size_t items, rung_error *error);
/* Says what becomes of a column, and binds it where it has the answers to an item: those of earlier
 * rows are then not asked. */
rung_status rung__reader_bind_column(struct rung_reader *reader, size_t field, rung_error *error);
/* Binds the group and weight columns that somebody wants. A form that awaits columns has them added
 * as RUNG__USE_AWAITED. */
rung_status rung__reader_bind_wanted(struct rung_reader *reader, rung_error *error);
/* Marks a column as bound, which has to be the only one of its name. */
rung_status rung__reader_use(struct rung_reader *reader, size_t field, rung_error *error);
/* RUNG_E_UNKNOWN: the file has no column for something, so name one of those that it has. */
rung_status rung__reader_fail_missing(const struct rung_reader *reader, const char *name,
                                      const char *what, const char *also, rung_error *error);

#endif
