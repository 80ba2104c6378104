/* Kendall's tau-b: the partners of each row counted with a tree of partial sums (Fenwick 1994).
 * SPDX-License-Identifier: Apache-2.0 */
#include "stats/kendall.h"

#include <math.h>
#include <stdlib.h>

#include "base/array.h"
#include "base/sort.h"

#define ROUNDING 1e-13 /* what is left of a difference of sums that are equal */

/* What is known of each row, and the rows in the order of x. */
struct rows {
  size_t count;
  size_t *order;            /* by x */
  size_t *place;            /* of y among its different values, from 1 */
  size_t *like_x, *like_y;  /* rows with the same value, itself among them */
  size_t *under;            /* [place]: rows with a y up to that place */
  size_t *tree;             /* partial sums over places of the rows seen */
  double *agree, *disagree; /* partners that are concordant, discordant */
  size_t places;
};

static void release(struct rows *rows)
{
  free(rows->order);
  free(rows->place);
  free(rows->agree);
}

/* The end of a run of equal values that starts at `from`. */
static size_t run_end(const double *value, const size_t *order, size_t from, size_t count)
{
  size_t to = from + 1;
  while (to < count && value[order[to]] == value[order[from]])
    ++to;
  return to;
}

static bool prepare(struct rows *rows, const double *x, const double *y, size_t count)
{
  size_t *by_y = rung__sort_order(y, count);
  *rows = (struct rows){.count = count, .order = rung__sort_order(x, count)};
  rows->place = rung__array_new(count + 1, 5 * sizeof *rows->place);
  rows->agree = rung__array_new(count, 2 * sizeof *rows->agree);
  const bool room = by_y && rows->order && rows->place && rows->agree;
  if (room) {
    rows->like_x = rows->place + count + 1;
    rows->like_y = rows->like_x + count + 1;
    rows->under = rows->like_y + count + 1;
    rows->tree = rows->under + count + 1;
    rows->disagree = rows->agree + count;
    for (size_t from = 0, to; from < count; from = to) {
      to = run_end(y, by_y, from, count);
      rows->under[++rows->places] = to;
      for (size_t index = from; index < to; ++index) {
        rows->place[by_y[index]] = rows->places;
        rows->like_y[by_y[index]] = to - from;
      }
    }
  }
  free(by_y);
  if (!room) release(rows);
  return room;
}

static void see(struct rows *rows, size_t place)
{
  for (; place <= rows->places; place += place & (~place + 1))
    ++rows->tree[place];
}

/* Rows seen whose y is up to a place. */
static size_t seen_under(const struct rows *rows, size_t place)
{
  size_t sum = 0;
  for (; place > 0; place -= place & (~place + 1))
    sum += rows->tree[place];
  return sum;
}

/* Adds the partners of one run of equal x: those before it, and, once it is seen, those after. */
static void count_run(struct rows *rows, size_t from, size_t to)
{
  for (size_t index = from; index < to; ++index) {
    const size_t row = rows->order[index], place = rows->place[row];
    rows->like_x[row] = to - from;
    rows->agree[row] = (double)seen_under(rows, place - 1);
    rows->disagree[row] = (double)(from - seen_under(rows, place));
  }
  for (size_t index = from; index < to; ++index)
    see(rows, rows->place[rows->order[index]]);
  for (size_t index = from; index < to; ++index) {
    const size_t row = rows->order[index], place = rows->place[row];
    const size_t above = rows->count - rows->under[place];
    rows->agree[row] += (double)(above - (to - seen_under(rows, place)));
    rows->disagree[row] += (double)(rows->under[place - 1] - seen_under(rows, place - 1));
  }
}

/* Sums over the runs of equal values. */
struct ties {
  double pairs, triples, weighted, squares; /* t(t-1), t(t-1)(t-2), t(t-1)(2t+5), t^2 */
};

static struct ties ties_of(const size_t *like, size_t count)
{
  struct ties ties = {0, 0, 0, 0};
  for (size_t row = 0; row < count; ++row) {
    const double size = (double)like[row]; /* each run of t is met t times */
    ties.pairs += size - 1;
    ties.triples += (size - 1) * (size - 2);
    ties.weighted += (size - 1) * (2 * size + 5);
    ties.squares += size;
  }
  return ties;
}

/* The variance of the difference of concordant and discordant pairs where there is no association
 * (Kendall 1970, section 4.14 and 5.10). */
static double null_variance(const struct ties *x, const struct ties *y, double n)
{
  double variance = (n * (n - 1) * (2 * n + 5) - x->weighted - y->weighted) / 18;
  variance += x->pairs * y->pairs / (2 * n * (n - 1));
  if (n > 2) variance += x->triples * y->triples / (9 * n * (n - 1) * (n - 2));
  return variance;
}

/* The standard errors that do not suppose independence: of tau-b Brown & Benedetti (1977), of gamma
 * Goodman & Kruskal (1963), each a sum over rows instead of cells. */
static void errors(const struct rows *rows, const double range[2], double sums[2],
                   struct rung__kendall *out)
{
  const double n = (double)rows->count, width = sqrt(range[0]) * sqrt(range[1]);
  double tau = 0, gamma = 0;
  for (size_t row = 0; row < rows->count; ++row) {
    const double marginal = (double)rows->like_x[row] * range[1] +
                            (double)rows->like_y[row] * range[0];
    const double one = 2 * (rows->agree[row] - rows->disagree[row]) / width +
                       out->tau * marginal / (width * width);
    const double other = sums[1] * rows->agree[row] - sums[0] * rows->disagree[row];
    tau += one * one;
    gamma += other * other;
  }
  const double centre = out->tau * (range[0] + range[1]) / (width * width);
  const double left = tau - n * n * n * centre * centre;
  out->tau_error = left > ROUNDING * tau ? sqrt(left) : 0;
  out->gamma_error = 4 * sqrt(gamma) / ((sums[0] + sums[1]) * (sums[0] + sums[1]));
}

static void conclude(const struct rows *rows, struct rung__kendall *out)
{
  const double n = (double)rows->count;
  const struct ties x = ties_of(rows->like_x, rows->count), y = ties_of(rows->like_y, rows->count);
  const double range[2] = {n * n - x.squares, n * n - y.squares};
  double sums[2] = {0, 0};
  for (size_t row = 0; row < rows->count; ++row) {
    sums[0] += rows->agree[row];
    sums[1] += rows->disagree[row];
  }
  *out = (struct rung__kendall){sums[0] / 2, sums[1] / 2, NAN, NAN, NAN, NAN, NAN};
  if (!(range[0] > 0) || !(range[1] > 0)) return;
  out->tau = (sums[0] - sums[1]) / (sqrt(range[0]) * sqrt(range[1]));
  out->z = (sums[0] - sums[1]) / 2 / sqrt(null_variance(&x, &y, n));
  errors(rows, range, sums, out);
  if (sums[0] + sums[1] > 0)
    out->gamma = (sums[0] - sums[1]) / (sums[0] + sums[1]);
  else
    out->gamma_error = NAN;
}

bool rung__kendall(const double *x, const double *y, size_t count, struct rung__kendall *out)
{
  struct rows rows;
  if (!prepare(&rows, x, y, count)) return false;
  for (size_t from = 0, to; from < count; from = to) {
    to = run_end(x, rows.order, from, count);
    count_run(&rows, from, to);
  }
  conclude(&rows, out);
  release(&rows);
  return true;
}
