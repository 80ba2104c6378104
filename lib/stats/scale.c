/* Items read, settled, and their covariances taken.
 * SPDX-License-Identifier: Apache-2.0 */
#include "stats/scale.h"

#include <math.h>
#include <stdlib.h>

#include "base/fail.h"

rung_status rung__scale_read(struct rung__scale *scale, const rung_column *columns, size_t count,
                             const rung_column *weight, rung_missing missing, rung_error *error)
{
  *scale = (struct rung__scale){0};
  TRY(rung__matrix_read(&scale->items, columns, count, error));
  rung_status status = rung__weights_read(&scale->weight, weight, scale->items.rows, error);
  if (status == RUNG_OK) status = rung__matrix_settle(&scale->items, scale->weight, missing, error);
  if (status == RUNG_OK)
    status = rung__covariance_new(&scale->covariance, &scale->items, scale->weight, error);
  if (status != RUNG_OK) rung__scale_free(scale);
  return status;
}

void rung__scale_free(struct rung__scale *scale)
{
  rung__covariance_free(&scale->covariance);
  free(scale->weight);
  rung__matrix_free(&scale->items);
  *scale = (struct rung__scale){0};
}

void rung__scale_scores(const struct rung__scale *scale, double *score)
{
  for (size_t row = 0; row < scale->items.rows; ++row) {
    double sum = 0, answered = 0;
    for (size_t item = 0; item < scale->items.columns; ++item) {
      const double value = rung__matrix_column(&scale->items, item)[row];
      if (isnan(value)) continue;
      sum += value;
      ++answered;
    }
    score[row] = answered > 0 ? sum / answered : (double)NAN;
  }
}
