/* Small dense symmetric matrices, without allocations.
 * SPDX-License-Identifier: Apache-2.0 */
#include "stats/symmetric.h"

#include <float.h>
#include <math.h>
#include <string.h>

#define SWEEPS_MAX 60

double rung__symmetric_sum(const double *matrix, size_t size)
{
  double sum = 0, lost = 0;
  for (size_t index = 0; index < size * size; ++index) {
    const double value = matrix[index], next = sum + value;
    lost += fabs(sum) >= fabs(value) ? (sum - next) + value : (value - next) + sum;
    sum = next;
  }
  return isfinite(sum) ? sum + lost : sum;
}

double rung__trace(const double *matrix, size_t size)
{
  double sum = 0;
  for (size_t index = 0; index < size; ++index)
    sum += matrix[index * size + index];
  return sum;
}

void rung__symmetric_without(const double *matrix, size_t size, size_t index, double *out)
{
  for (size_t row = 0; row < size; ++row) {
    if (row == index) continue;
    for (size_t column = 0; column < size; ++column) {
      if (column != index) *out++ = matrix[row * size + column];
    }
  }
}

bool rung__symmetric_scale(const double *matrix, size_t size, double *out)
{
  bool fine = true;
  if (out != matrix) memcpy(out, matrix, size * size * sizeof *out);
  for (size_t index = 0; index < size; ++index) {
    const double variance = out[index * size + index];
    const double scale = variance > 0 ? 1 / sqrt(variance) : (double)NAN;
    fine = fine && variance > 0;
    for (size_t other = 0; other < size; ++other) {
      out[index * size + other] *= scale;
      out[other * size + index] *= scale;
    }
    out[index * size + index] = variance > 0 ? 1 : (double)NAN;
  }
  return fine;
}

/* What is left of a variance, at most, when its column is a combination of others. */
static double least_pivot(double variance, size_t size)
{
  return variance * (double)size * 16 * DBL_EPSILON;
}

static double product_of(const double *a, const double *b, size_t count)
{
  double sum = 0;
  for (size_t index = 0; index < count; ++index)
    sum += a[index] * b[index];
  return sum;
}

bool rung__cholesky(double *matrix, size_t size)
{
  for (size_t row = 0; row < size; ++row) {
    double *here = matrix + row * size;
    for (size_t column = 0; column < row; ++column) {
      const double *there = matrix + column * size;
      here[column] = (here[column] - product_of(here, there, column)) / there[column];
    }
    const double pivot = here[row] - product_of(here, here, row);
    if (!(pivot > least_pivot(here[row], size)) || isinf(pivot)) return false;
    here[row] = sqrt(pivot);
  }
  return true;
}

void rung__cholesky_forward(const double *factor, size_t size, double *vector)
{
  for (size_t row = 0; row < size; ++row)
    vector[row] = (vector[row] - product_of(factor + row * size, vector, row)) /
                  factor[row * size + row];
}

void rung__cholesky_solve(const double *factor, size_t size, double *vector)
{
  rung__cholesky_forward(factor, size, vector);
  for (size_t row = size; row-- > 0;) {
    for (size_t below = row + 1; below < size; ++below)
      vector[row] -= factor[below * size + row] * vector[below];
    vector[row] /= factor[row * size + row];
  }
}

/* Inverts a factor in place: the lower triangle of `factor`. */
static void invert_factor(double *factor, size_t size)
{
  for (size_t column = 0; column < size; ++column) {
    factor[column * size + column] = 1 / factor[column * size + column];
    for (size_t row = column + 1; row < size; ++row) {
      double sum = 0;
      for (size_t between = column; between < row; ++between)
        sum -= factor[row * size + between] * factor[between * size + column];
      factor[row * size + column] = sum / factor[row * size + row];
    }
  }
}

bool rung__symmetric_inverse(const double *matrix, size_t size, double *inverse)
{
  memcpy(inverse, matrix, size * size * sizeof *inverse);
  if (!rung__cholesky(inverse, size)) return false;
  invert_factor(inverse, size);
  for (size_t row = 0; row < size; ++row) { /* row by row, what is overwritten is not read again */
    for (size_t column = 0; column <= row; ++column) {
      double sum = 0;
      for (size_t below = row; below < size; ++below)
        sum += inverse[below * size + row] * inverse[below * size + column];
      inverse[row * size + column] = sum;
    }
  }
  for (size_t row = 0; row < size; ++row) {
    for (size_t column = row + 1; column < size; ++column)
      inverse[row * size + column] = inverse[column * size + row];
  }
  return true;
}

/* Turns two rows, or two columns, of a matrix by an angle. */
static void turn(double *first, double *second, size_t count, size_t step, double sine, double tau)
{
  for (size_t index = 0; index < count; ++index) {
    const double a = first[index * step], b = second[index * step];
    first[index * step] = a - sine * (b + tau * a);
    second[index * step] = b + sine * (a - tau * b);
  }
}

/* Makes one element off the diagonal 0. */
static void rotate(double *matrix, double *vectors, size_t size, size_t p, size_t q)
{
  const double off = matrix[p * size + q];
  const double theta = (matrix[q * size + q] - matrix[p * size + p]) / (2 * off);
  const double tangent = (theta < 0 ? -1 : 1) / (fabs(theta) + sqrt(theta * theta + 1));
  const double cosine = 1 / sqrt(tangent * tangent + 1), sine = tangent * cosine;
  const double tau = sine / (1 + cosine);
  turn(matrix + p * size, matrix + q * size, size, 1, sine, tau);
  turn(matrix + p, matrix + q, size, size, sine, tau);
  turn(vectors + p, vectors + q, size, size, sine, tau);
  matrix[p * size + q] = matrix[q * size + p] = 0;
}

/* One turn over all elements; whether any was not yet negligible. */
static bool sweep(double *matrix, double *vectors, size_t size, double negligible)
{
  bool any = false;
  for (size_t p = 0; p + 1 < size; ++p) {
    for (size_t q = p + 1; q < size; ++q) {
      if (fabs(matrix[p * size + q]) <= negligible) continue;
      any = true;
      rotate(matrix, vectors, size, p, q);
    }
  }
  return any;
}

static void swap_columns(double *vectors, size_t size, size_t a, size_t b)
{
  for (size_t row = 0; row < size; ++row) {
    const double kept = vectors[row * size + a];
    vectors[row * size + a] = vectors[row * size + b];
    vectors[row * size + b] = kept;
  }
}

static void largest_first(double *values, double *vectors, size_t size)
{
  for (size_t index = 0; index + 1 < size; ++index) {
    size_t most = index;
    for (size_t other = index + 1; other < size; ++other) {
      if (values[other] > values[most]) most = other;
    }
    if (most == index) continue;
    const double kept = values[index];
    values[index] = values[most];
    values[most] = kept;
    swap_columns(vectors, size, index, most);
  }
}

bool rung__symmetric_eigen(double *matrix, size_t size, double *values, double *vectors)
{
  double scale = 0;
  for (size_t index = 0; index < size * size; ++index) {
    if (!isfinite(matrix[index])) return false;
    scale = fmax(scale, fabs(matrix[index]));
    vectors[index] = index % (size + 1) == 0;
  }
  for (size_t count = 0; count < SWEEPS_MAX; ++count) {
    if (!sweep(matrix, vectors, size, scale * DBL_EPSILON * 1e-3)) break;
  }
  for (size_t index = 0; index < size; ++index)
    values[index] = matrix[index * size + index];
  largest_first(values, vectors, size);
  return true;
}
