/* Every subset of drivers, each from the one that it grew out of.
 * SPDX-License-Identifier: Apache-2.0 */
#include "stats/shapley.h"

#include <float.h>
#include <math.h>

#include "stats/symmetric.h"

/* Less than this is left of the variance of a driver that is a combination of others. */
#define LEAST_PIVOT (1e3 * DBL_EPSILON)

double rung__subsets_work(size_t drivers)
{
  return ldexp(1, (int)(drivers > 1000 ? 1000 : drivers)) * (double)drivers *
         ((double)drivers + 1) / 2;
}

/* A chain of drivers, each with its row of Cholesky's factor; the last number of a row is that of the
 * outcome, whose squares add up to R^2. */
struct chain {
  const double *correlation;
  size_t drivers;
  double *rows; /* [place * (drivers + 1) + ...] */
  size_t driver[RUNG__DRIVERS_MAX];
  double explained[RUNG__DRIVERS_MAX + 1]; /* by the first drivers of the chain */
};

static double correlation_of(const struct chain *chain, size_t a, size_t b)
{
  return chain->correlation[a * (chain->drivers + 1) + b];
}

/* Puts a driver at a place of the chain, behind those before. */
static void put(struct chain *chain, size_t place, size_t driver)
{
  const size_t width = chain->drivers + 1;
  double *row = chain->rows + place * width, left = 1, outcome;
  chain->driver[place] = driver;
  outcome = correlation_of(chain, 0, driver + 1);
  for (size_t before = 0; before < place; ++before) {
    const double *other = chain->rows + before * width;
    double value = correlation_of(chain, chain->driver[before] + 1, driver + 1);
    for (size_t index = 0; index < before; ++index)
      value -= other[index] * row[index];
    row[before] = other[before] > 0 ? value / other[before] : 0;
    left -= row[before] * row[before];
    outcome -= row[before] * other[width - 1];
  }
  row[place] = left > LEAST_PIVOT ? sqrt(left) : 0;
  row[width - 1] = row[place] > 0 ? outcome / row[place] : 0;
  chain->explained[place + 1] = chain->explained[place] + row[width - 1] * row[width - 1];
}

void rung__subsets_fill(const double *correlation, size_t drivers, double *room, double *explained)
{
  struct chain chain = {.correlation = correlation, .drivers = drivers, .rows = room};
  size_t length = 0, next = 0, mask = 0;
  explained[0] = 0;
  for (;;) { /* chains in the order of a dictionary: grow where one can, else change the last */
    if (next < drivers) {
      put(&chain, length++, next);
      mask |= (size_t)1 << next++;
      explained[mask] = fmin(chain.explained[length], 1);
      continue;
    }
    if (length == 0) return;
    next = chain.driver[--length];
    mask &= ~((size_t)1 << next++);
  }
}

static size_t bits_of(size_t mask)
{
  size_t count = 0;
  for (; mask != 0; mask &= mask - 1)
    ++count;
  return count;
}

void rung__shapley(const double *explained, size_t drivers, double *share)
{
  double
      orders[RUNG__DRIVERS_MAX]; /* share of the orders that have exactly such a set before one */
  orders[0] = 1 / (double)drivers;
  for (size_t size = 1; size < drivers; ++size)
    orders[size] = orders[size - 1] * (double)size / (double)(drivers - size);
  for (size_t driver = 0; driver < drivers; ++driver)
    share[driver] = 0;
  for (size_t mask = 0; mask < (size_t)1 << drivers; ++mask) {
    const size_t size = bits_of(mask);
    for (size_t driver = 0; driver < drivers; ++driver) {
      const size_t with = mask | (size_t)1 << driver;
      if (with != mask) share[driver] += orders[size] * (explained[with] - explained[mask]);
    }
  }
}

/* What all drivers have to do with each of the uncorrelated variables: L^-1 r, where L is the symmetric
 * root of their correlations. */
static void regress(const double *correlation, size_t drivers, const double *values,
                    const double *vectors, double *beta)
{
  for (size_t row = 0; row < drivers; ++row)
    beta[row] = 0;
  for (size_t index = 0; index < drivers; ++index) {
    double product = 0;
    for (size_t row = 0; row < drivers; ++row)
      product += vectors[row * drivers + index] * correlation[row + 1];
    for (size_t row = 0; row < drivers; ++row)
      beta[row] += vectors[row * drivers + index] * product / sqrt(values[index]);
  }
}

/* An element of the symmetric root. */
static double root_at(size_t row, size_t column, size_t drivers, const double *values,
                      const double *vectors)
{
  double sum = 0;
  for (size_t index = 0; index < drivers; ++index)
    sum += vectors[row * drivers + index] * sqrt(values[index]) * vectors[column * drivers + index];
  return sum;
}

bool rung__relative_weights(const double *correlation, size_t drivers, double *room, double *share)
{
  double *copy = room, *vectors = room + drivers * drivers;
  double *values = room + 3 * drivers * drivers, *beta = values + drivers;
  for (size_t row = 0; row < drivers; ++row) {
    for (size_t column = 0; column < drivers; ++column)
      copy[row * drivers + column] = correlation[(row + 1) * (drivers + 1) + column + 1];
  }
  if (!rung__symmetric_eigen(copy, drivers, values, vectors)) return false;
  if (!(values[drivers - 1] > LEAST_PIVOT * values[0])) return false;
  regress(correlation, drivers, values, vectors, beta);
  for (size_t row = 0; row < drivers; ++row) {
    share[row] = 0;
    for (size_t column = 0; column < drivers; ++column) {
      const double root = root_at(row, column, drivers, values, vectors);
      share[row] += root * root * beta[column] * beta[column];
    }
  }
  return true;
}
