/* Splitting one record of a CSV into fields.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_READ_CSV_SPLIT_H
#define RUNG_READ_CSV_SPLIT_H

#include "read/csv.h"

/* Zero-initialise. */
struct rung__splitter {
  char delimiter;               /* '\0': the first record decides */
  struct rung__buffer unquoted; /* fields whose doubled quotes were made single */
  struct rung__field *fields;
  size_t capacity;
  struct rung__record record; /* the last that was split; its number goes up */
};

/* Splits a record, given without its line end, into splitter->record, which points into `text`. */
rung_status rung__csv_split(struct rung__splitter *splitter, struct rung__slice text,
                            rung_error *error);
void rung__csv_split_free(struct rung__splitter *splitter);

#endif
