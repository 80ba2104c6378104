/* Rows brought together by their group.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_STATS_BUNDLES_H
#define RUNG_STATS_BUNDLES_H

#include "stats/input.h"

struct rung__bundles {
  size_t count;
  size_t *start; /* [count + 1]: group g has row[start[g]] up to row[start[g + 1]] */
  size_t *row;   /* in their order */
};

/* Groups the rows that have a code. False: no memory, nothing to free. */
bool rung__bundles_make(struct rung__bundles *groups, const struct rung__codes *codes);
/* The same of a column of labels; rows from 0. On failure there is nothing to free. */
rung_status rung__bundles_read(struct rung__bundles *groups, const rung_column *column, size_t rows,
                               rung_error *error);
/* How many rows a group has. */
size_t rung__bundles_size(const struct rung__bundles *groups, size_t group);
void rung__bundles_free(struct rung__bundles *groups);

#endif
