/* Gaps by order alone: Wilcoxon's signed ranks, Mann and Whitney's U, Cliff's delta.
 * SPDX-License-Identifier: Apache-2.0 */
#include <math.h>
#include <stdlib.h>

#include <rung/stats/distribution.h>

#include "base/array.h"
#include "base/fail.h"
#include "base/sort.h"
#include "stats/gap.h"
#include "stats/output.h"

/* The two-sided p-value of a rank sum that is `off` from its mean, half a step nearer. */
static double p_of(double off, double variance)
{
  const double nearer = fmax(0, fabs(off) - 0.5);
  return variance > 0 ? 2 * rung_stats_normal_upper(nearer / sqrt(variance)) : NAN;
}

static double tied(double run)
{
  return run * (run - 1) * (run + 1);
}

/* Puts the differences that are not 0 together and their sizes beside them. */
static size_t sizes_of(double *difference, size_t count, double *size)
{
  size_t kept = 0;
  for (size_t index = 0; index < count; ++index) {
    if (difference[index] == 0) continue;
    difference[kept] = difference[index];
    size[kept++] = fabs(difference[index]);
  }
  return kept;
}

bool rung__signed_rank(double *difference, size_t count, double *v, double *p)
{
  double *size = rung__array_new(count, sizeof *size);
  if (size == NULL) return false;
  count = sizes_of(difference, count, size);
  size_t *order = rung__sort_order(size, count);
  if (order == NULL) {
    free(size);
    return false;
  }
  double sum = 0, ties = 0;
  for (size_t from = 0, to; from < count; from = to) {
    to = from + 1;
    while (to < count && size[order[to]] == size[order[from]])
      ++to;
    for (size_t index = from; index < to; ++index)
      if (difference[order[index]] > 0) sum += (double)(from + 1 + to) / 2;
    ties += tied((double)(to - from));
  }
  const double n = (double)count;
  *v = sum;
  *p = p_of(sum - n * (n + 1) / 4, n * (n + 1) * (2 * n + 1) / 24 - ties / 48);
  free(order);
  free(size);
  return true;
}

/* How one array stands above the values of another; both are sorted. */
struct dominance {
  double won, untied; /* pairs in which it is above, less those below; pairs that differ */
  double square;      /* the sum of squares of each value's dominance less the centre */
};

static struct dominance dominate(const double *a, size_t count_a, const double *b, size_t count_b,
                                 double centre)
{
  struct dominance found = {0, 0, 0};
  size_t under = 0, up_to = 0; /* values of b below a value of a, and up to it */
  for (size_t index = 0; index < count_a; ++index) {
    while (under < count_b && b[under] < a[index])
      ++under;
    while (up_to < count_b && b[up_to] <= a[index])
      ++up_to;
    const double above = (double)(count_b - up_to);
    const double off = ((double)under - above) / (double)count_b - centre;
    found.won += (double)under - above;
    found.untied += (double)under + above;
    found.square += off * off;
  }
  return found;
}

/* The sum of t^3 - t over runs of equal values in two sorted arrays taken together. */
static double ties_of(const double *a, size_t count_a, const double *b, size_t count_b)
{
  double ties = 0;
  for (size_t i = 0, j = 0; i < count_a || j < count_b;) {
    const bool first = j == count_b || (i < count_a && a[i] <= b[j]);
    const double value = first ? a[i] : b[j];
    const size_t from = i + j;
    while (i < count_a && a[i] == value)
      ++i;
    while (j < count_b && b[j] == value)
      ++j;
    ties += tied((double)(i + j - from));
  }
  return ties;
}

/* Feng & Cliff (2004), equation 8; where nothing overlaps, their closing rule for the inner end. */
static void put_limits(double d, double error, double n, double z, double *result)
{
  const double square = z * z;
  if (fabs(d) >= 1) {
    const double inner = (n - square) / (n + square);
    result[RUNG_DOMINANCE_LOW] = d > 0 ? inner : -1;
    result[RUNG_DOMINANCE_HIGH] = d > 0 ? 1 : -inner;
  } else if (error > 0) {
    const double rest = (1 - d) * (1 + d), spread = square * error * error;
    const double half = z * error * sqrt(rest * rest + spread);
    result[RUNG_DOMINANCE_LOW] = fmax(-1, (d * rest - half) / (rest + spread));
    result[RUNG_DOMINANCE_HIGH] = fmin(1, (d * rest + half) / (rest + spread));
  }
}

static void put_dominance(const struct rung__matrix *x, const struct rung__matrix *y, double z,
                          double *result)
{
  const double n = (double)x->rows, m = (double)y->rows;
  result[RUNG_DOMINANCE_N_X] = n;
  result[RUNG_DOMINANCE_N_Y] = m;
  if (x->rows < 2 || y->rows < 2) return;
  const struct dominance whole = dominate(x->value, x->rows, y->value, y->rows, 0);
  const double d = whole.won / (n * m), u = (whole.won + n * m) / 2;
  const double one = dominate(x->value, x->rows, y->value, y->rows, d).square / (n - 1);
  const double other = dominate(y->value, y->rows, x->value, x->rows, -d).square / (m - 1);
  const double each = (whole.untied - n * m * d * d) / ((n - 1) * (m - 1));
  const double error = sqrt(((m - 1) * one + (n - 1) * other + each) / (n * m));
  const double ties = ties_of(x->value, x->rows, y->value, y->rows);
  result[RUNG_DOMINANCE_DELTA] = d;
  result[RUNG_DOMINANCE_SE] = error;
  result[RUNG_DOMINANCE_U] = u;
  result[RUNG_DOMINANCE_P] = p_of(whole.won / 2,
                                  n * m / 12 * (n + m + 1 - ties / ((n + m) * (n + m - 1))));
  result[RUNG_DOMINANCE_SUPERIORITY] = u / (n * m);
  put_limits(d, error, fmin(n, m), z, result);
}

/* The values of a column that are there, sorted. */
static rung_status read_sorted(struct rung__matrix *matrix, const rung_column *column,
                               rung_error *error)
{
  TRY(rung__matrix_read(matrix, column, 1, error));
  (void)rung__matrix_settle(matrix, NULL, RUNG_MISSING_LISTWISE, NULL);
  rung__sort(matrix->value, matrix->rows);
  return RUNG_OK;
}

rung_status rung_stats_dominance(const rung_column *x, const rung_column *y,
                                 const rung_settings *settings, double *out, size_t out_count,
                                 rung_error *error)
{
  struct rung__matrix first, second;
  double result[RUNG__DOMINANCE];
  TRY(rung__out_check(out, out_count, error));
  TRY(read_sorted(&first, x, error));
  const rung_status status = read_sorted(&second, y, error);
  if (status == RUNG_OK) {
    const double confidence = rung_settings_get(settings, RUNG_SETTING_CONFIDENCE);
    rung__out_clear(result, RUNG__DOMINANCE);
    put_dominance(&first, &second, rung_stats_normal_quantile((1 + confidence) / 2), result);
    rung__out_put(out, out_count, result, RUNG__DOMINANCE);
    rung__matrix_free(&second);
  }
  rung__matrix_free(&first);
  if (status != RUNG_OK) return status;
  if (isnan(result[RUNG_DOMINANCE_DELTA]))
    return rung__fail(error, RUNG_E_NOT_ESTIMABLE,
                      "there are fewer than 2 values on a side: expected 2 or more");
  return RUNG_OK;
}
