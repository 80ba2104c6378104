/* Omega from columns.
 * SPDX-License-Identifier: Apache-2.0 */
#include <rung/stats/omega.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <rung/stats/distribution.h>

#include "base/array.h"
#include "base/fail.h"
#include "stats/covariance.h"
#include "stats/one_factor.h"
#include "stats/output.h"
#include "stats/symmetric.h"

#define OMEGA_COUNT 12     /* values of rung_omega */
#define ONE_FACTOR_COUNT 4 /* values of rung_one_factor */

/* A fitted factor: covariances as they were fitted, correlations, loadings and uniquenesses. */
struct fitted {
  size_t items;
  rung_factoring how;
  double n, fit;
  double shrink; /* from divisor n - 1 to n, n the rows */
  double *room, *covariance, *correlation;
  double *standardised, *unique; /* of correlations */
  double *loading, *uniqueness;  /* of what was fitted */
};

static bool make_room(struct fitted *fitted, size_t items)
{
  const size_t square = items * items;
  fitted->room = rung__array_new(2 * square + 4 * items + rung__one_factor_room(items),
                                 sizeof *fitted->room);
  if (fitted->room == NULL) return false;
  fitted->covariance = fitted->room;
  fitted->correlation = fitted->room + square;
  fitted->standardised = fitted->room + 2 * square;
  fitted->unique = fitted->standardised + items;
  fitted->loading = fitted->unique + items;
  fitted->uniqueness = fitted->loading + items;
  return true;
}

static bool fit_correlations(struct fitted *fitted)
{
  double *room = fitted->uniqueness + fitted->items;
  return (fitted->how == RUNG_FACTORING_MINRES ? rung__one_factor_minres
                                               : rung__one_factor_likelihood)(
      fitted->correlation, fitted->items, room, fitted->standardised, fitted->unique, &fitted->fit);
}

/* Puts covariances and what was fitted to them into their units: divisor n, or standardised. */
static void take_units(struct fitted *fitted)
{
  const size_t items = fitted->items;
  for (size_t item = 0; item < items; ++item) {
    const double scale = sqrt(fitted->covariance[item * (items + 1)] * fitted->shrink);
    const double unit = fitted->how == RUNG_FACTORING_MINRES ? 1 : scale;
    fitted->loading[item] = fitted->standardised[item] * unit;
    fitted->uniqueness[item] = fitted->unique[item] * unit * unit;
  }
  if (fitted->how == RUNG_FACTORING_MINRES)
    memcpy(fitted->covariance, fitted->correlation, items * items * sizeof *fitted->covariance);
  else
    for (size_t index = 0; index < items * items; ++index)
      fitted->covariance[index] *= fitted->shrink;
}

static rung_status fit(struct fitted *fitted, const struct rung__covariance *covariance,
                       rung_error *error)
{
  const size_t items = covariance->size;
  fitted->items = items;
  fitted->n = rung__covariance_n(covariance, items);
  fitted->shrink = (covariance->pair_rows - 1) / covariance->pair_rows;
  if (items < 3)
    return rung__fail(error, RUNG_E_NOT_ESTIMABLE, "a factor needs three items or more");
  if (!make_room(fitted, items)) return rung__fail_memory(error);
  memcpy(fitted->covariance, covariance->value, items * items * sizeof *fitted->covariance);
  if (!rung__symmetric_scale(fitted->covariance, items, fitted->correlation))
    return rung__fail(error, RUNG_E_NOT_ESTIMABLE, "an item does not vary, or has under two rows");
  if (!fit_correlations(fitted))
    return rung__fail(error, RUNG_E_NOT_ESTIMABLE,
                      "no factor was found: the correlations have no inverse, or none fits");
  take_units(fitted);
  return RUNG_OK;
}

/* Reads and fits; the room is to be freed whatever comes back. */
static rung_status read_and_fit(struct fitted *fitted, const rung_column *columns, size_t count,
                                const rung_column *weight, rung_missing missing, rung_error *error)
{
  struct rung__covariance covariance;
  if (fitted->how != RUNG_FACTORING_LIKELIHOOD && fitted->how != RUNG_FACTORING_MINRES)
    return rung__fail(error, RUNG_E_ARGUMENT, "%d is no rung_factoring", (int)fitted->how);
  TRY(rung__covariance_read(&covariance, columns, count, weight, missing, error));
  const rung_status status = fit(fitted, &covariance, error);
  rung__covariance_free(&covariance);
  return status;
}

/* The square root of the mean square of what the factor leaves of the correlations. */
static double residual(const struct fitted *fitted)
{
  const size_t items = fitted->items;
  double squares = 0;
  for (size_t row = 0; row < items; ++row) {
    for (size_t column = 0; column <= row; ++column) {
      const double *loading = fitted->standardised;
      const double expected = loading[row] * loading[column] +
                              (row == column ? fitted->unique[row] : 0);
      const double left = fitted->correlation[row * items + column] - expected;
      squares += left * left;
    }
  }
  return sqrt(squares / ((double)items * ((double)items + 1) / 2));
}

/* -log of the determinant of the correlations: the fit of a model without any. */
static double independence(struct fitted *fitted)
{
  double sum = 0;
  if (!rung__cholesky(fitted->correlation, fitted->items)) return (double)NAN;
  for (size_t item = 0; item < fitted->items; ++item)
    sum -= 2 * log(fitted->correlation[item * (fitted->items + 1)]);
  return sum;
}

/* How well maximum likelihood fits; the correlations are lost. */
static void fill_fit(struct fitted *fitted, double *result)
{
  const double items = (double)fitted->items, df = items * (items - 3) / 2;
  const double chi_square = fitted->n * fmax(fitted->fit, 0);
  const double alone = fitted->n * independence(fitted) - items * (items - 1) / 2;
  const double over = fmax(chi_square - df, 0);
  result[RUNG_OMEGA_CHI_SQUARE] = chi_square;
  result[RUNG_OMEGA_DF] = df;
  if (df < 1) return;
  result[RUNG_OMEGA_P] = rung_stats_chi_square_upper(chi_square, df);
  result[RUNG_OMEGA_RMSEA] = sqrt(over / (fitted->n * df));
  result[RUNG_OMEGA_CFI] = over > 0 ? 1 - over / fmax(over, alone) : 1;
}

static void fill_omega(struct fitted *fitted, double *result)
{
  double sum = 0, unique = 0, squares = 0, improper = 0;
  for (size_t item = 0; item < fitted->items; ++item) {
    sum += fitted->loading[item];
    unique += fitted->uniqueness[item];
    squares += fitted->standardised[item] * fitted->standardised[item];
    improper += fitted->unique[item] <= RUNG__UNIQUENESS_LEAST * (1 + 1e-9);
  }
  const double observed = rung__symmetric_sum(fitted->covariance, fitted->items);
  result[RUNG_OMEGA_MODEL] = sum * sum / (sum * sum + unique);
  if (observed > 0) {
    result[RUNG_OMEGA_OBSERVED] = sum * sum / observed;
    result[RUNG_OMEGA_UNIQUE] = 1 - unique / observed;
  }
  result[RUNG_OMEGA_EXTRACTED] = squares / (double)fitted->items;
  result[RUNG_OMEGA_IMPROPER] = improper;
  result[RUNG_OMEGA_SRMR] = residual(fitted);
  if (fitted->how == RUNG_FACTORING_LIKELIHOOD) fill_fit(fitted, result);
}

rung_status rung_stats_omega(const rung_column *columns, size_t count, const rung_column *weight,
                             rung_missing missing, rung_factoring how, double *out,
                             size_t out_count, rung_error *error)
{
  struct fitted fitted = {.how = how};
  double result[OMEGA_COUNT];
  TRY(rung__out_check(out, out_count, error));
  const rung_status status = read_and_fit(&fitted, columns, count, weight, missing, error);
  rung__out_clear(result, OMEGA_COUNT);
  result[RUNG_OMEGA_N] = fitted.n;
  if (status == RUNG_OK) fill_omega(&fitted, result);
  free(fitted.room);
  if (status == RUNG_OK || status == RUNG_E_NOT_ESTIMABLE)
    rung__out_put(out, out_count, result, OMEGA_COUNT);
  return status;
}

/* Fills the blocks of rung_one_factor; the correlations are lost. */
static void fill_items(struct fitted *fitted, double *result)
{
  const size_t items = fitted->items, size = items * sizeof *result;
  memcpy(result + RUNG_ONE_FACTOR_LOADING * items, fitted->loading, size);
  memcpy(result + RUNG_ONE_FACTOR_UNIQUENESS * items, fitted->uniqueness, size);
  memcpy(result + RUNG_ONE_FACTOR_STANDARDISED * items, fitted->standardised, size);
  double *vectors = fitted->uniqueness + items; /* room of the fit, which is done */
  rung__symmetric_eigen(fitted->correlation, items, result + RUNG_ONE_FACTOR_SCREE * items,
                        vectors);
}

rung_status rung_stats_one_factor(const rung_column *columns, size_t count,
                                  const rung_column *weight, rung_missing missing,
                                  rung_factoring how, double *out, size_t out_count,
                                  rung_error *error)
{
  struct fitted fitted = {.how = how};
  TRY(rung__out_check(out, out_count, error));
  rung_status status = read_and_fit(&fitted, columns, count, weight, missing, error);
  double *result = NULL;
  if (status == RUNG_OK || status == RUNG_E_NOT_ESTIMABLE) {
    result = rung__array_new(ONE_FACTOR_COUNT * count, sizeof *result);
    if (result == NULL) status = rung__fail_memory(error);
  }
  if (result != NULL) {
    rung__out_clear(result, ONE_FACTOR_COUNT * count);
    if (status == RUNG_OK) fill_items(&fitted, result);
    rung__out_put(out, out_count, result, ONE_FACTOR_COUNT * count);
  }
  free(result);
  free(fitted.room);
  return status;
}
