/* The reader's inside: what its header bound, and the rows of the block that fills.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_ANSWERS_READER_STATE_H
#define RUNG_ANSWERS_READER_STATE_H

#include <rung/reader.h>

#include "answers/answers.h"
#include "answers/draft.h"
#include "answers/mapping.h"
#include "answers/reader_form.h"
#include "answers/recall.h"
#include "base/names.h"
#include "read/csv.h"
#include "read/lines.h"

#define RUNG__UNKNOWN_MOST 20 /* distinct unknown texts that are kept of a column */
#define RUNG__ASIDE_LIMIT ((size_t)64 << 20)

/* A column that somebody asked for before the header was read. */
struct rung__want {
  rung_role role;
  const char *name;
};

/* What becomes of a column of the file. */
enum rung__use {
  RUNG__USE_NONE,
  RUNG__USE_BOUND,
  RUNG__USE_IGNORED, /* the mapping says so, or it has no header */
  RUNG__USE_OFFERED, /* a group of the mapping that nobody wants */
  RUNG__USE_AWAITED  /* wanted, and no row had it yet */
};

/* A text that is no answer. */
struct rung__unknown {
  struct rung__slice text; /* as much of it as is shown */
  bool clipped;
  int64_t count, record; /* how often, and first in which record */
};

/* The column of an item. */
struct rung__item_cells {
  size_t field, item;
  const struct rung__item *of;
  const struct rung__map_column *mapped; /* or NULL */
  int8_t *bytes;                         /* [row]; NULL where the item has no answers of its own */
  int64_t *numbers;                      /* [row], on the grid; NULL for items of points */
  int64_t number;                        /* of the cell that was met last */
  int8_t empty, quoted_empty;
  int8_t single[256]; /* what a cell of one byte means, once it was met */
  struct rung__recall recall;
  int64_t count[1 + RUNG__ABSENCE_KINDS]; /* answered, then by kind of absence */
  struct rung__unknown *unknown;          /* NULL until one is met */
  size_t unknown_count;
  int64_t unknown_more; /* answers whose text was one too many to keep */
  int64_t unknown_row;  /* of this block the first that has one; -1: none */
};

/* The column of a group: text as rung_column wants it. */
struct rung__group_cells {
  size_t field;
  const struct rung__map_column *mapped; /* or NULL */
  char *bytes;
  size_t capacity;
  int32_t offsets[RUNG__BLOCK + 1];
  uint8_t validity[RUNG__BLOCK / 8];
  int64_t absent;
};

struct rung__weight_cells {
  size_t field;
  double weight[RUNG__BLOCK];
};

/* What a long table is about: the row that is put together, and those that were. */
struct rung__table {
  size_t row, item, answer;   /* columns of the header */
  struct rung__names items;   /* names in the column of items; their columns follow the header's */
  struct rung__names keys;    /* of every row so far: grows with them */
  uint32_t key;               /* of the row in the draft */
  int64_t first;              /* record of that row; 0: the draft is empty */
  int64_t records, strangers; /* read; whose item the model does not have */
};

struct rung_reader {
  const rung_model *model;
  const struct rung__form *form;
  struct rung__csv *csv;         /* of the forms that are CSV */
  struct rung__lines lines;      /* of JSON Lines */
  struct rung__table table;      /* of a long table */
  struct rung__draft draft;      /* of the forms that put rows together */
  struct rung__mapping *mapping; /* or NULL */
  struct rung__arena arena;      /* names, headers, unknown texts */
  bool strict, sets_aside, begun, finished;
  rung_error failure; /* status RUNG_OK while all is well */

  struct rung__want *want;
  size_t want_count, want_capacity;

  int64_t record; /* that is read, for messages */
  size_t width;   /* columns of the header record; 0: it is still to come, or there is none */
  size_t field_count, field_capacity; /* those of the header, then those that rows brought */
  struct rung__slice *header;         /* [field]: trimmed, a NUL behind */
  size_t header_length;               /* bytes of them all */
  uint8_t *use;                       /* [field]: enum rung__use */
  struct rung__names names;           /* distinct headers; without items of a long table */
  size_t *first, *last;               /* [name]: its first and last field */
  struct rung__slice raw_header;

  struct rung__item_cells *item;
  size_t item_count;
  int8_t *store;    /* of every item's bytes */
  int64_t *numbers; /* of the items that have them */
  struct rung__group_cells *group;
  size_t group_count;
  struct rung__weight_cells *weight; /* NULL: nobody wants one */

  size_t rows;        /* in the block; no record is read while it is full */
  bool given;         /* the block was taken: the next push empties it */
  int64_t before;     /* rows of earlier blocks */
  rung_answers block; /* what rung_reader_take() gives */
  const int8_t **coded;
  const int64_t **coded_numbers;
  int64_t *unknown;

  struct rung__buffer aside; /* rows set aside, as written */
  int64_t aside_count, aside_record;
};

#endif
