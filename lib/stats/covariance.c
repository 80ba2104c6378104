/* Covariances in two passes: the means of a pair's own rows, then the products around them.
 * SPDX-License-Identifier: Apache-2.0 */
#include "stats/covariance.h"

#include <math.h>
#include <stdlib.h>

#include "base/array.h"
#include "base/fail.h"

/* What a pair of columns comes to. */
struct pair {
  double count, weights, squares; /* rows, sum of weights, sum of their squares */
  double mean_a, mean_b;
  double within_a, within_b, product; /* sums of squares and products around the means */
};

static double weight_of(const double *weight, size_t row)
{
  return weight == NULL ? 1 : weight[row];
}

/* NaN for what is beyond the numbers. */
static double finite(double value)
{
  return isfinite(value) ? value : (double)NAN;
}

/* The first pass: counts, and means as the value of the first row plus the mean difference from it,
 * so that large values lose nothing. */
static struct pair means_of(const double *a, const double *b, const double *weight, size_t rows)
{
  struct pair pair = {0};
  double first_a = 0, first_b = 0, sum_a = 0, sum_b = 0;
  for (size_t row = 0; row < rows; ++row) {
    const double share = weight_of(weight, row);
    if (!(share > 0) || isnan(a[row]) || isnan(b[row])) continue;
    if (pair.count == 0) {
      first_a = a[row];
      first_b = b[row];
    }
    ++pair.count;
    pair.weights += share;
    pair.squares += share * share;
    sum_a += share * (a[row] - first_a);
    sum_b += share * (b[row] - first_b);
  }
  pair.mean_a = finite(first_a + sum_a / pair.weights); /* 0/0 where there is no row */
  pair.mean_b = finite(first_b + sum_b / pair.weights);
  return pair;
}

/* The second pass; what the means were off by is taken out (Chan, Golub and LeVeque 1983). */
static struct pair pair_of(const double *a, const double *b, const double *weight, size_t rows)
{
  struct pair pair = means_of(a, b, weight, rows);
  double left_a = 0, left_b = 0;
  for (size_t row = 0; row < rows; ++row) {
    const double share = weight_of(weight, row);
    if (!(share > 0) || isnan(a[row]) || isnan(b[row])) continue;
    const double from_a = a[row] - pair.mean_a, from_b = b[row] - pair.mean_b;
    pair.product += share * from_a * from_b;
    pair.within_a += share * from_a * from_a;
    pair.within_b += share * from_b * from_b;
    left_a += share * from_a;
    left_b += share * from_b;
  }
  if (pair.count == 0) return pair;
  pair.product -= left_a * left_b / pair.weights;
  pair.within_a -= left_a * left_a / pair.weights;
  pair.within_b -= left_b * left_b / pair.weights;
  return pair;
}

static double covariance_of(const struct pair *pair)
{
  if (pair->count < 2) return (double)NAN;
  return finite(pair->product / pair->weights * (pair->count / (pair->count - 1)));
}

double rung__correlation_of(const double *a, const double *b, const double *weight, size_t rows)
{
  const struct pair pair = pair_of(a, b, weight, rows);
  const double scale = sqrt(pair.within_a) * sqrt(pair.within_b);
  if (pair.count < 2 || !(scale > 0) || !isfinite(scale) || isnan(pair.product)) return (double)NAN;
  return fmin(fmax(pair.product / scale, -1), 1);
}

static size_t rows_with_any(const struct rung__matrix *matrix, const double *weight)
{
  size_t count = 0;
  for (size_t row = 0; row < matrix->rows; ++row) {
    if (!(weight_of(weight, row) > 0)) continue;
    size_t column = 0;
    while (column < matrix->columns && isnan(matrix->value[column * matrix->rows + row]))
      ++column;
    count += column < matrix->columns;
  }
  return count;
}

static void fill(struct rung__covariance *covariance, const struct rung__matrix *matrix,
                 const double *weight)
{
  const size_t size = covariance->size;
  double own = 0, inverse = 0, pairs = 0; /* as in rung__covariance_n() */
  for (size_t a = 0; a < size; ++a) {
    for (size_t b = 0; b <= a; ++b) {
      const struct pair pair = pair_of(rung__matrix_column(matrix, a),
                                       rung__matrix_column(matrix, b), weight, matrix->rows);
      const double kish = pair.squares > 0 ? pair.weights * pair.weights / pair.squares : 0;
      covariance->value[a * size + b] = covariance->value[b * size + a] = covariance_of(&pair);
      covariance->effective[a * size + b] = covariance->effective[b * size + a] = weight == NULL
                                                                                      ? pair.count
                                                                                      : kish;
      if (a == b) covariance->mean[a] = pair.mean_a;
      if (a == 0) own = pair.count;
      if (a == b) continue;
      inverse += own / pair.count;
      ++pairs;
    }
  }
  covariance->pair_rows = pairs > 0 && own > 0 ? own * (pairs / inverse) : own;
}

rung_status rung__covariance_new(struct rung__covariance *covariance,
                                 const struct rung__matrix *matrix, const double *weight,
                                 rung_error *error)
{
  const size_t size = matrix->columns;
  *covariance = (struct rung__covariance){.size = size, .rows = rows_with_any(matrix, weight)};
  if (size > SIZE_MAX / size / sizeof(double)) return rung__fail_memory(error);
  covariance->mean = rung__array_new(size, sizeof *covariance->mean);
  covariance->value = rung__array_new(size * size, sizeof *covariance->value);
  covariance->effective = rung__array_new(size * size, sizeof *covariance->effective);
  if (!covariance->mean || !covariance->value || !covariance->effective) {
    rung__covariance_free(covariance);
    return rung__fail_memory(error);
  }
  fill(covariance, matrix, weight);
  return RUNG_OK;
}

rung_status rung__covariance_read(struct rung__covariance *covariance, const rung_column *columns,
                                  size_t count, const rung_column *weight, rung_missing missing,
                                  rung_error *error)
{
  struct rung__matrix matrix;
  double *weights = NULL;
  *covariance = (struct rung__covariance){0};
  TRY(rung__matrix_read(&matrix, columns, count, error));
  rung_status status = rung__weights_read(&weights, weight, matrix.rows, error);
  if (status == RUNG_OK) status = rung__matrix_settle(&matrix, weights, missing, error);
  if (status == RUNG_OK) status = rung__covariance_new(covariance, &matrix, weights, error);
  free(weights);
  rung__matrix_free(&matrix);
  return status;
}

void rung__covariance_free(struct rung__covariance *covariance)
{
  free(covariance->mean);
  free(covariance->value);
  free(covariance->effective);
  *covariance = (struct rung__covariance){0};
}

rung_status rung__symmetric_check(const double *matrix, size_t size, rung_error *error)
{
  if (matrix == NULL || size == 0)
    return rung__fail(error, RUNG_E_ARGUMENT, "there is no matrix: expected one item or more");
  for (size_t row = 0; row < size; ++row) {
    for (size_t column = 0; column <= row; ++column) {
      const double one = matrix[row * size + column], other = matrix[column * size + row];
      if (isinf(one) || isinf(other))
        return rung__fail(error, RUNG_E_ARGUMENT, "the matrix is infinite at row %zu, column %zu",
                          row + 1, column + 1);
      if (isnan(one) != isnan(other) || fabs(one - other) > 1e-8 * fmax(fabs(one), fabs(other)))
        return rung__fail(error, RUNG_E_ARGUMENT,
                          "the matrix is not symmetric at row %zu, column %zu", row + 1,
                          column + 1);
    }
  }
  return RUNG_OK;
}

double rung__covariance_n(const struct rung__covariance *covariance, size_t skip)
{
  const size_t size = covariance->size;
  const double own = covariance->effective[(skip == 0 && size > 1) * (size + 1)];
  double inverse = 0, pairs = 0; /* in units of 1 / own, so that equal numbers stay what they are */
  for (size_t a = 0; a < size; ++a) {
    for (size_t b = 0; b < a; ++b) {
      if (a == skip || b == skip) continue;
      inverse += own / covariance->effective[a * size + b];
      ++pairs;
    }
  }
  return pairs > 0 && own > 0 ? own * (pairs / inverse) : own;
}

double rung__covariance_n_least(const struct rung__covariance *covariance)
{
  double least = covariance->effective[0];
  for (size_t index = 1; index < covariance->size * covariance->size; ++index)
    least = fmin(least, covariance->effective[index]);
  return least;
}
