/* Kendall's tau-b of a table: linearised, so that weights of persons are weights.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Tau-b is a smooth function of the shares. Its error is that of the sum of what each person moves it
 * by, weight x derivative (Binder 1983); with equal weights that is Brown and Benedetti's (1977). */
#include "stats/kendall_table.h"

#include <math.h>

#define ROUNDING 1e-13 /* what is left of a difference of sums that are equal */

struct table {
  const double *share;
  size_t rows, columns;
  double varied[2]; /* 1 - the sum of squared shares of the rows, of the columns */
  double scale;     /* the root of their product */
};

static double share_of_row(const struct table *table, size_t row)
{
  double sum = 0;
  for (size_t column = 0; column < table->columns; ++column)
    sum += table->share[row * table->columns + column];
  return sum;
}

static double share_of_column(const struct table *table, size_t column)
{
  double sum = 0;
  for (size_t row = 0; row < table->rows; ++row)
    sum += table->share[row * table->columns + column];
  return sum;
}

/* 1 - the sum of squared shares, exactly 0 where one of them has everything. */
static double vary(const struct table *table, double (*share_of)(const struct table *, size_t),
                   size_t count)
{
  double sum = 0;
  for (size_t one = 0; one < count; ++one) {
    for (size_t other = 0; other < count; ++other)
      sum += one == other ? 0 : share_of(table, one) * share_of(table, other);
  }
  return sum;
}

/* The share of partners in the same order less that of those in the opposite one. */
static double lean(const struct table *table, size_t row, size_t column)
{
  double sum = 0;
  for (size_t other = 0; other < table->rows; ++other) {
    const double down = other > row ? 1 : other < row ? -1 : 0;
    for (size_t beside = 0; beside < table->columns; ++beside) {
      const double across = beside > column ? 1 : beside < column ? -1 : 0;
      sum += down * across * table->share[other * table->columns + beside];
    }
  }
  return sum;
}

/* By how much tau moves with the share of a cell. */
static double derivative(const struct table *table, size_t cell, double tau)
{
  const size_t row = cell / table->columns, column = cell % table->columns;
  const double ties = share_of_row(table, row) * table->varied[1] +
                      share_of_column(table, column) * table->varied[0];
  return (2 * lean(table, row, column) + tau * ties / table->scale) / table->scale;
}

static double error_of(const struct table *table, const double *square, double tau)
{
  const size_t cells = table->rows * table->columns;
  double centre = 0, sum = 0, whole = 0;
  for (size_t cell = 0; cell < cells; ++cell) {
    if (table->share[cell] > 0) centre += table->share[cell] * derivative(table, cell, tau);
  }
  for (size_t cell = 0; cell < cells; ++cell) {
    if (!(table->share[cell] > 0)) continue;
    const double moved = derivative(table, cell, tau);
    sum += square[cell] * (moved - centre) * (moved - centre);
    whole += square[cell] * moved * moved;
  }
  return sum > ROUNDING * whole ? sqrt(sum) : 0;
}

void rung__kendall_table(const double *share, const double *square, size_t rows, size_t columns,
                         struct rung__kendall_table *out)
{
  struct table table = {share, rows, columns, {0, 0}, 0};
  double sum = 0;
  *out = (struct rung__kendall_table){NAN, NAN};
  table.varied[0] = vary(&table, share_of_row, rows);
  table.varied[1] = vary(&table, share_of_column, columns);
  if (!(table.varied[0] > 0) || !(table.varied[1] > 0)) return;
  table.scale = sqrt(table.varied[0]) * sqrt(table.varied[1]);
  for (size_t cell = 0; cell < rows * columns; ++cell) {
    if (share[cell] > 0) sum += share[cell] * lean(&table, cell / columns, cell % columns);
  }
  out->tau = fmax(-1, fmin(1, sum / table.scale));
  if (square != NULL) out->error = error_of(&table, square, out->tau);
}
