/* A row that is put together field by field: of a JSON object, or of the records of a long table.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_ANSWERS_DRAFT_H
#define RUNG_ANSWERS_DRAFT_H

#include "read/csv_split.h"

/* Zero-initialise. Emptying it costs what was put, not what could be. */
struct rung__draft {
  struct rung__field *field; /* [column]; RUNG__FIELD_ABSENT where nothing was put */
  int64_t *number;           /* [column]: the record that it stood in */
  size_t *filled;            /* the columns that were put */
  size_t count, filled_count;
  char *text; /* of fields that had to be copied: one place of RUNG__RECORD_LIMIT bytes */
  size_t used;
};

/* Makes room for so many columns; what was put stays. False: no memory. */
bool rung__draft_widen(struct rung__draft *draft, size_t columns);
/* Whether something was put into a column. */
bool rung__draft_has(const struct rung__draft *draft, size_t column);
/* Puts a field, whose text stays where it is, into a column that has none. */
void rung__draft_put(struct rung__draft *draft, size_t column, struct rung__field field,
                     int64_t number);
/* A copy of a text that is good until the draft is emptied. RUNG_E_MEMORY; RUNG_E_LIMIT, of which
 * nothing is said: all copies together have more than RUNG__RECORD_LIMIT bytes. */
rung_status rung__draft_copy(struct rung__draft *draft, struct rung__slice text, const char **out);
void rung__draft_empty(struct rung__draft *draft);
void rung__draft_free(struct rung__draft *draft);

#endif
