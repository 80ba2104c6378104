/* Splitting one record of a CSV into fields.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_READ_CSV_SPLIT_H
#define RUNG_READ_CSV_SPLIT_H

#include "base/text.h"

#define RUNG__RECORD_LIMIT ((size_t)1 << 20)

/* What a field is. All of a CSV are texts; the others come from JSON and from long tables. */
enum rung__field_kind {
  RUNG__FIELD_TEXT,
  RUNG__FIELD_ABSENT, /* nothing was said of this column; an empty text */
  RUNG__FIELD_STRANGE /* true, false, a list or an object: never an answer, whatever its text */
};

struct rung__field {
  const char *data; /* unquoted, doubled quotes made single; NOT NUL-terminated */
  size_t length;
  bool quoted;
  enum rung__field_kind kind;
};

struct rung__record {
  const struct rung__field *fields;
  size_t count;
  int64_t number;         /* records from 1, the header included; blank lines are not records */
  struct rung__slice raw; /* as written, without its line end */
  const int64_t
      *numbers; /* of a row made of several records: [field], which it stood in; or NULL */
};

/* Zero-initialise. */
struct rung__splitter {
  char delimiter;               /* '\0': the first record decides */
  bool decoded;                 /* the file is UTF-16 */
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
