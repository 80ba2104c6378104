/* Importance of drivers from columns.
 * SPDX-License-Identifier: Apache-2.0 */
#include <rung/stats/importance.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/fail.h"
#include "stats/covariance.h"
#include "stats/output.h"
#include "stats/shapley.h"
#include "stats/symmetric.h"

#define IMPORTANCE_COUNT 7 /* values of rung_importance */

/* What results are made from; the arrays are parts of the room. */
struct drivers {
  size_t count; /* without the outcome */
  double n;
  double *room, *correlation, *inner;
  double *explained; /* by each subset */
};

static rung_status make_room(struct drivers *drivers, const rung_settings *settings,
                             rung_error *error)
{
  const size_t count = drivers->count, columns = count + 1;
  if (count > RUNG__DRIVERS_MAX ||
      rung__subsets_work(count) > rung_settings_get(settings, RUNG_SETTING_WORK))
    return rung__fail(error, RUNG_E_LIMIT,
                      "%zu drivers have more subsets than RUNG_SETTING_WORK allows", count);
  drivers->room = rung__array_new(columns * columns + 4 * columns * columns, sizeof *drivers->room);
  drivers->explained = rung__array_new((size_t)1 << count, sizeof *drivers->explained);
  if (drivers->room == NULL || drivers->explained == NULL) return rung__fail_memory(error);
  drivers->correlation = drivers->room;
  drivers->inner = drivers->room + columns * columns;
  return RUNG_OK;
}

/* Standardised coefficients; NaN where a driver is a combination of others. */
static void fill_beta(struct drivers *drivers, double *beta)
{
  const size_t count = drivers->count;
  double *factor = drivers->inner;
  for (size_t row = 0; row < count; ++row) {
    for (size_t column = 0; column < count; ++column)
      factor[row * count + column] = drivers->correlation[(row + 1) * (count + 1) + column + 1];
    beta[row] = drivers->correlation[row + 1];
  }
  if (rung__cholesky(factor, count))
    rung__cholesky_solve(factor, count, beta);
  else
    rung__out_clear(beta, count);
}

static double sum_of(const double *value, size_t count)
{
  double sum = 0;
  for (size_t index = 0; index < count; ++index)
    sum += value[index];
  return sum;
}

static void fill(struct drivers *drivers, double *result)
{
  const size_t count = drivers->count, columns = count + 1, all = ((size_t)1 << count) - 1;
  double *const average = result + RUNG_IMPORTANCE_AVERAGE * columns;
  double *const relative = result + RUNG_IMPORTANCE_RELATIVE * columns;
  rung__subsets_fill(drivers->correlation, count, drivers->inner, drivers->explained);
  const double explained = drivers->explained[all], rows = drivers->n;
  rung__shapley(drivers->explained, count, average + 1);
  average[0] = sum_of(average + 1, count);
  if (rung__relative_weights(drivers->correlation, count, drivers->inner, relative + 1))
    relative[0] = sum_of(relative + 1, count);
  for (size_t driver = 0; driver < count; ++driver) {
    const size_t bit = (size_t)1 << driver;
    result[RUNG_IMPORTANCE_ALONE * columns + driver + 1] = drivers->explained[bit];
    result[RUNG_IMPORTANCE_LAST * columns + driver + 1] = explained - drivers->explained[all ^ bit];
    result[RUNG_IMPORTANCE_R * columns + driver + 1] = drivers->correlation[driver + 1];
  }
  fill_beta(drivers, result + RUNG_IMPORTANCE_BETA * columns + 1);
  result[RUNG_IMPORTANCE_ALONE * columns] = result[RUNG_IMPORTANCE_LAST * columns] = explained;
  result[RUNG_IMPORTANCE_R * columns] = sqrt(explained);
  const double left = rows - (double)count - 1;
  if (left > 0) result[RUNG_IMPORTANCE_BETA * columns] = 1 - (1 - explained) * (rows - 1) / left;
}

static rung_status make(const struct rung__covariance *covariance, const rung_settings *settings,
                        double *result, rung_error *error)
{
  const size_t columns = covariance->size;
  struct drivers drivers = {.count = columns - 1, .n = covariance->effective[0]};
  rung__out_clear(result, IMPORTANCE_COUNT * columns);
  for (size_t column = 0; column < columns; ++column)
    result[RUNG_IMPORTANCE_N * columns + column] = drivers.n;
  rung_status status = make_room(&drivers, settings, error);
  if (status == RUNG_OK &&
      (!rung__symmetric_scale(covariance->value, columns, drivers.correlation) ||
       covariance->rows < 3))
    status = rung__fail(error, RUNG_E_NOT_ESTIMABLE,
                        "a column does not vary, or there are under three rows");
  if (status == RUNG_OK) fill(&drivers, result);
  free(drivers.room);
  free(drivers.explained);
  return status;
}

rung_status rung_stats_importance(const rung_column *columns, size_t count,
                                  const rung_column *weight, rung_missing missing,
                                  const rung_settings *settings, double *out, size_t out_count,
                                  rung_error *error)
{
  struct rung__covariance covariance;
  TRY(rung__out_check(out, out_count, error));
  if (count < 2)
    return rung__fail(error, RUNG_E_ARGUMENT, "expected an outcome and one driver or more");
  if (missing == RUNG_MISSING_PAIRWISE)
    return rung__fail(error, RUNG_E_ARGUMENT, "RUNG_MISSING_PAIRWISE is not offered here");
  TRY(rung__covariance_read(&covariance, columns, count, weight, missing, error));
  double *result = rung__array_new(IMPORTANCE_COUNT * count, sizeof *result);
  const rung_status status = result == NULL ? rung__fail_memory(error)
                                            : make(&covariance, settings, result, error);
  if (status == RUNG_OK || status == RUNG_E_NOT_ESTIMABLE)
    rung__out_put(out, out_count, result, IMPORTANCE_COUNT * count);
  free(result);
  rung__covariance_free(&covariance);
  return status;
}
