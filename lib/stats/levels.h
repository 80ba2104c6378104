/* Ratings as places among levels, and how far two places agree.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_STATS_LEVELS_H
#define RUNG_STATS_LEVELS_H

#include <rung/stats/raters.h>

#include "stats/input.h"

#define RUNG__LEVELS_MOST 2000
#define RUNG__NO_LEVEL UINT32_MAX

struct rung__levels {
  size_t count;
  double *value; /* [count], the least first, each once */
};

/* Ratings as places among levels. */
struct rung__ratings {
  size_t rows, raters, levels;
  uint32_t *place; /* [rater * rows + row]; RUNG__NO_LEVEL: absent */
};

/* The values of a matrix that differ, as many as there are. */
rung_status rung__levels_observe(struct rung__levels *levels, const struct rung__matrix *matrix,
                                 rung_error *error);
/* The place of a value; RUNG__NO_LEVEL where it is none of the levels. */
uint32_t rung__levels_place(const struct rung__levels *levels, double value);
void rung__levels_free(struct rung__levels *levels);

/* Places of a matrix among the levels of a column, or, for NULL, among those observed. RUNG_E_ARGUMENT:
 * a level absent or twice; RUNG_E_ANSWERS: a rating that is no level, with row and column;
 * RUNG_E_LIMIT: more levels than RUNG__LEVELS_MOST. On failure there is nothing to free. */
rung_status rung__ratings_make(struct rung__ratings *ratings, const struct rung__matrix *matrix,
                               const rung_column *levels, rung_error *error);
uint32_t rung__ratings_get(const struct rung__ratings *ratings, size_t rater, size_t row);
void rung__ratings_free(struct rung__ratings *ratings);

/* A square of weights, [i * levels + j]; free with free(). RUNG_E_ARGUMENT: no rung_rater_weights. */
rung_status rung__rater_weights(double **weight, size_t levels, rung_rater_weights kind,
                                rung_error *error);
/* RUNG_E_ARGUMENT for fewer than two raters. */
rung_status rung__raters_check(size_t count, rung_error *error);

#endif
