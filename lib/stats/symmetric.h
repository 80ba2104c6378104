/* Small dense symmetric matrices: sums, Cholesky's factor, inverse, eigenvalues.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A matrix is stored whole, row by row; only its lower triangle is read by what factorises. Nothing
 * allocates. */
#ifndef RUNG_STATS_SYMMETRIC_H
#define RUNG_STATS_SYMMETRIC_H

#include <stdbool.h>
#include <stddef.h>

/* The sum of all elements, with Neumaier's correction. */
double rung__symmetric_sum(const double *matrix, size_t size);
/* The sum of the diagonal. */
double rung__trace(const double *matrix, size_t size);
/* Copies a matrix without one row and column. */
void rung__symmetric_without(const double *matrix, size_t size, size_t index, double *out);
/* Covariances as correlations; false: a variance is not above 0 (its row and column become NaN).
 * `out` may be `matrix`. */
bool rung__symmetric_scale(const double *matrix, size_t size, double *out);

/* Puts Cholesky's factor into the lower triangle, diagonal included; the rest stays. False: not
 * positive definite, up to what rounding leaves of a singular matrix. */
bool rung__cholesky(double *matrix, size_t size);
/* Solves L y = vector for a factor L, in place. */
void rung__cholesky_forward(const double *factor, size_t size, double *vector);
/* Solves L L' x = vector for a factor L, in place. */
void rung__cholesky_solve(const double *factor, size_t size, double *vector);
/* The inverse; `inverse` is not `matrix`. False: not positive definite. */
bool rung__symmetric_inverse(const double *matrix, size_t size, double *inverse);

/* Eigenvalues, the largest first, and eigenvectors as the columns of `vectors`, by Jacobi's
 * rotations (Golub and Van Loan 2013, section 8.5). `matrix` is overwritten. False: not a finite
 * matrix. */
bool rung__symmetric_eigen(double *matrix, size_t size, double *values, double *vectors);

#endif
