/* The mapping of an export: which column is what, and what its texts mean (`rung-map/1`).
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_ANSWERS_MAPPING_H
#define RUNG_ANSWERS_MAPPING_H

#include <rung/answers.h>

#include "base/names.h"
#include "model/model.h"

#define RUNG__MAPPING_LIMIT ((size_t)8 << 20)
#define RUNG__MAPPING_LABELS 4096 /* in one object */
#define RUNG__MAPPING_COLUMNS 16384

/* A text of the export and what it stands for. */
struct rung__map_label {
  struct rung__slice text; /* trimmed */
  bool absent;
  rung_absence kind; /* where absent */
  int64_t code;      /* otherwise: on the grid */
};

/* What cells mean: for every column of an item, or for one. */
struct rung__map_cells {
  size_t count;
  struct rung__map_label *label;
  int empty, quoted_empty; /* a rung_absence, or RUNG__NONE where not said */
};

enum rung__map_use { RUNG__MAP_ITEM, RUNG__MAP_GROUP, RUNG__MAP_WEIGHT, RUNG__MAP_IGNORE };

struct rung__map_column {
  const char *header; /* trimmed */
  enum rung__map_use use;
  size_t item;                  /* of an item */
  struct rung__map_cells cells; /* of an item */
  const char *group;            /* of a group: its name */
  size_t absent_count;          /* of a group: texts that mean no group, trimmed */
  struct rung__slice *absent;
};

/* What the columns of a long table are for. */
enum rung__table_column { RUNG__TABLE_ROW, RUNG__TABLE_ITEM, RUNG__TABLE_ANSWER };
#define RUNG__TABLE_COLUMNS 3

struct rung__mapping {
  struct rung__arena arena;
  const char *table[RUNG__TABLE_COLUMNS]; /* headers of a long table; NULL: as they start */
  struct rung__map_cells cells;           /* of every item's column */
  size_t count;
  struct rung__map_column *column;
  struct rung__names headers; /* number of a header: index of its column */
};

/* Reads a mapping and checks it against the model. RUNG_E_SYNTAX, RUNG_E_MODEL, RUNG_E_LIMIT,
 * RUNG_E_MEMORY. */
rung_status rung__mapping_read(const rung_model *model, const char *text, size_t length,
                               struct rung__mapping **out, rung_error *error);
/* What the mapping says of a trimmed header; NULL: nothing, or no mapping. */
const struct rung__map_column *rung__mapping_header(const struct rung__mapping *mapping,
                                                    struct rung__slice header);
/* The column of a group's name; NULL: none. */
const struct rung__map_column *rung__mapping_group(const struct rung__mapping *mapping,
                                                   struct rung__slice name);
/* The header of a column of a long table; `mapping` may be NULL. */
const char *rung__mapping_table(const struct rung__mapping *mapping, int which);
/* What an empty cell means in a column; `mapping` and `column` may be NULL. */
rung_absence rung__map_empty(const struct rung__mapping *mapping,
                             const struct rung__map_column *column, bool quoted);
/* What a trimmed text means by the labels, as rung__item_match; RUNG__UNKNOWN_ANSWER: they say nothing. A code that the
 * item does not have says nothing. */
int8_t rung__map_match(const struct rung__map_cells *cells, const struct rung__item *item,
                       struct rung__slice text, int64_t *number);
/* Whether a trimmed text means that a row has no group. `column` may be NULL. */
bool rung__map_absent(const struct rung__map_column *column, struct rung__slice text);
void rung__mapping_free(struct rung__mapping *mapping);

#endif
