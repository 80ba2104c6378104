/* The tally: what belongs to the groups of one model and one set of key columns.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_TALLY_TALLY_H
#define RUNG_TALLY_TALLY_H

#include <rung/tally.h>

#include "base/arena.h"
#include "base/hash.h"
#include "score/cells.h"
#include "tally/groups.h"
#include "tally/lineup.h"

#define RUNG__COLUMNS_MAX 16
/* Raised when the same answers would give other counts or sums. */
#define RUNG__ARITHMETIC_VERSION 1

struct rung_tally {
  const rung_model *model; /* NULL: loaded without one */
  uint8_t digest[RUNG__DIGEST_SIZE];
  struct rung__arena arena;
  const char *model_id, *model_version; /* of models of one arithmetic, the least by bytes */
  size_t column_count;
  const char *column[RUNG__COLUMNS_MAX];
  struct rung__shape shape;
  struct rung__groups groups;
  uint64_t rows, zero_rows;    /* all of them, and those of weight 0 */
  rung_scores *scores;         /* its own workspace; NULL until it is needed */
  struct rung__cells cells;    /* its own room for a tile; empty until it is needed */
  struct rung__lineup *lineup; /* its own room for products; NULL until it is needed */
  struct rung__buffer key;     /* the rest is room for one call */
  uint32_t *group;             /* [row] RUNG__NO_NAME: of weight 0 */
  uint64_t *weight;            /* [row] */
  size_t group_room, weight_room;
};

/* An empty tally without model, shape and columns. NULL: no memory. */
rung_tally *rung__tally_blank(void);
/* Copies a name for the life of the tally; NULL: no memory. */
const char *rung__tally_text(rung_tally *tally, struct rung__slice text);
/* Takes a share of a model, its names and its digest. */
rung_status rung__tally_take(rung_tally *tally, const rung_model *model, rung_error *error);
/* Whether two tallies of the same digest may be joined: parts and key columns. */
rung_status rung__tally_match(const rung_tally *tally, const rung_tally *other, rung_error *error);

#endif
