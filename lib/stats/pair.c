/* Two columns read together, samples of them, and mid-ranks.
 * SPDX-License-Identifier: Apache-2.0 */
#include "stats/pair.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>

#include "base/fail.h"
#include "base/sort.h"
#include "stats/moments.h"

#define ROUNDING (8 * DBL_EPSILON)

rung_status rung__pair_read(struct rung__two_columns *pair, const rung_column *columns,
                            const rung_column *weight, rung_missing missing, rung_error *error)
{
  struct rung__matrix matrix;
  double *weights = NULL;
  *pair = (struct rung__two_columns){0};
  TRY(rung__matrix_read(&matrix, columns, columns == NULL ? 0 : 2, error));
  rung_status status = rung__weights_read(&weights, weight, matrix.rows, error);
  if (missing == RUNG_MISSING_PAIRWISE) missing = RUNG_MISSING_LISTWISE;
  if (status == RUNG_OK) status = rung__matrix_settle(&matrix, weights, missing, error);
  if (status != RUNG_OK) {
    free(weights);
    rung__matrix_free(&matrix);
    return status;
  }
  *pair = (struct rung__two_columns){matrix.rows, matrix.value, matrix.value + matrix.rows,
                                     weights};
  return RUNG_OK;
}

void rung__pair_free(struct rung__two_columns *pair)
{
  free(pair->x);
  free(pair->weight);
  *pair = (struct rung__two_columns){0};
}

struct rung__sample_moments rung__sample_of(const double *value, const double *weight, size_t count)
{
  struct rung__moments moments;
  rung__moments(&moments, value, weight, count);
  const double n = rung__effective_rows(moments.weight, moments.weight_squared);
  const double variance = n > 1 ? moments.power[2] / moments.weight * (n / (n - 1)) : NAN;
  return (struct rung__sample_moments){n, moments.mean, variance};
}

static bool varies(double variance)
{
  return variance > 0 && !isinf(variance);
}

struct rung__two rung__two_of(const double *x, const double *y, const double *weight, size_t count)
{
  struct rung__two two = {rung__sample_of(x, weight, count), rung__sample_of(y, weight, count),
                          NAN};
  struct rung__joint joint;
  if (!varies(two.x.variance) || !varies(two.y.variance)) return two;
  rung__joint(&joint, x, y, weight, count);
  two.r = rung__joint_correlation(&joint);
  /* what rounding leaves to 1 would be taken for limits */
  if (fabs(two.r) > 1 - ROUNDING) two.r = copysign(1, two.r);
  return two;
}

bool rung__midranks(const double *value, size_t count, double *rank)
{
  size_t *order = rung__sort_order(value, count);
  if (order == NULL) return false;
  for (size_t from = 0, to; from < count; from = to) {
    to = from + 1;
    while (to < count && value[order[to]] == value[order[from]])
      ++to;
    for (size_t index = from; index < to; ++index)
      rank[order[index]] = (double)(from + 1 + to) / 2;
  }
  free(order);
  return true;
}
