/* Means, covariances and numbers of rows of every pair of columns.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_STATS_COVARIANCE_H
#define RUNG_STATS_COVARIANCE_H

#include "stats/input.h"

/* Of `size` columns; matrices are stored whole, row by row. */
struct rung__covariance {
  size_t size;
  size_t rows;       /* rows with a value in any column, and a weight above 0 */
  double *mean;      /* [column], over the rows that have the column */
  double *value;     /* [a * size + b], over the rows that have both, with their own means there;
                        the divisor is n - 1, with weights sum(w) (n - 1) / n where n are the rows;
                        NaN under two rows */
  double *effective; /* [a * size + b] the n of the pair: its rows; with weights
                        sum(w)^2 / sum(w^2) (Kish 1965) */
  double pair_rows;  /* the harmonic mean of the rows of all pairs of two columns, whatever they
                        weigh; one column: its own rows */
};

/* Reckons from columns that were settled: of complete rows it is listwise, of others pairwise.
 * `weight` may be NULL. RUNG_E_MEMORY; on failure there is nothing to free. */
rung_status rung__covariance_new(struct rung__covariance *covariance,
                                 const struct rung__matrix *matrix, const double *weight,
                                 rung_error *error);
/* Reads columns and a weight (may be NULL), settles them and reckons. */
rung_status rung__covariance_read(struct rung__covariance *covariance, const rung_column *columns,
                                  size_t count, const rung_column *weight, rung_missing missing,
                                  rung_error *error);
void rung__covariance_free(struct rung__covariance *covariance);

/* The correlation of two columns over the rows that have both; NaN: not defined. */
double rung__correlation_of(const double *a, const double *b, const double *weight, size_t rows);

/* RUNG_E_ARGUMENT unless a matrix of the caller's is there, without infinities, and symmetric up to
 * rounding; NaN may stand in it. */
rung_status rung__symmetric_check(const double *matrix, size_t size, rung_error *error);

/* The harmonic mean of the n of all pairs of two columns, which is what a mean of covariances has
 * for its n; one column: its own n. `skip` is left out; `size`: none. */
double rung__covariance_n(const struct rung__covariance *covariance, size_t skip);
/* The smallest n of any pair, a column with itself included. */
double rung__covariance_n_least(const struct rung__covariance *covariance);

#endif
