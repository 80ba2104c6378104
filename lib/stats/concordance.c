/* Concordance, limits of agreement, self and others, profiles.
 * SPDX-License-Identifier: Apache-2.0 */
#include <rung/stats/concordance.h>

#include <math.h>
#include <stdlib.h>

#include <rung/stats/distribution.h>

#include "base/array.h"
#include "base/fail.h"
#include "stats/output.h"
#include "stats/pair.h"

#define CONCORDANCES (RUNG_CONCORDANCE_RMSE + 1)
#define BLAND_ALTMANS (RUNG_BLAND_ALTMAN_UPPER_HIGH + 1)
#define SELF_OTHERS (RUNG_SELF_OTHERS_BAND + 1)

static rung_status undefined(size_t rows, rung_error *error)
{
  if (rows > 1)
    return rung__fail(error, RUNG_E_NOT_ESTIMABLE,
                      "the values are too large to square: expected smaller ones");
  return rung__fail(error, RUNG_E_NOT_ESTIMABLE,
                    "fewer than 2 rows have both values: expected 2 or more");
}

/* Lin (1989), equation 2.6, with the correction of 2000; u is the gap of the means over the root of
 * the product of the (population) deviations. */
static void put_limits(double n, double u, double confidence, double *result)
{
  const double c = result[RUNG_CONCORDANCE_CCC], r = result[RUNG_CONCORDANCE_R];
  const double rest = (1 - c) * (1 + c);
  if (!(n > 2) || r == 0 || !(fabs(r) < 1) || !(rest > 0)) return;
  const double ratio = c / r, gap = u * u;
  const double variance = ((1 - r * r) * ratio * ratio / rest +
                           2 * c * c * (1 - c) * ratio * gap / (rest * rest) -
                           ratio * ratio * c * c * gap * gap / (2 * rest * rest)) /
                          (n - 2);
  const double half = rung_stats_normal_quantile((1 + confidence) / 2) * sqrt(fmax(0, variance));
  result[RUNG_CONCORDANCE_LOW] = tanh(atanh(c) - half);
  result[RUNG_CONCORDANCE_HIGH] = tanh(atanh(c) + half);
}

static void put_concordance(const struct rung__two_columns *pair, double confidence, double *result)
{
  const struct rung__two two = rung__two_of(pair->x, pair->y, NULL, pair->rows);
  const double n = (double)pair->rows, gap = two.x.mean - two.y.mean;
  const double x = sqrt(two.x.variance * (n - 1) / n), y = sqrt(two.y.variance * (n - 1) / n);
  rung__out_clear(result, CONCORDANCES);
  result[RUNG_CONCORDANCE_N] = n;
  result[RUNG_CONCORDANCE_R] = two.r;
  if (pair->rows < 2) return;
  double square = 0;
  for (size_t row = 0; row < pair->rows; ++row)
    square += (pair->x[row] - pair->y[row]) * (pair->x[row] - pair->y[row]);
  result[RUNG_CONCORDANCE_RMSE] = sqrt(square / n);
  const double whole = x * x + y * y + gap * gap;
  if (!(whole > 0) || isinf(whole)) return;
  result[RUNG_CONCORDANCE_BIAS] = 2 * x * y / whole;
  result[RUNG_CONCORDANCE_CCC] = x > 0 && y > 0 ? two.r * (2 * x * y / whole) : 0;
  if (x > 0 && y > 0) put_limits(n, gap / sqrt(x * y), confidence, result);
}

rung_status rung_stats_concordance(const rung_column *columns, rung_missing missing,
                                   const rung_settings *settings, double *out, size_t out_count,
                                   rung_error *error)
{
  struct rung__two_columns pair;
  double result[CONCORDANCES];
  TRY(rung__out_check(out, out_count, error));
  TRY(rung__pair_read(&pair, columns, NULL, missing, error));
  put_concordance(&pair, rung_settings_get(settings, RUNG_SETTING_CONFIDENCE), result);
  rung__out_put(out, out_count, result, CONCORDANCES);
  const size_t rows = pair.rows;
  rung__pair_free(&pair);
  if (rows < 2) return undefined(rows, error);
  if (isnan(result[RUNG_CONCORDANCE_CCC]))
    return rung__fail(error, RUNG_E_NOT_ESTIMABLE,
                      "both columns are the same constant, or too large to square: expected values "
                      "that vary");
  return RUNG_OK;
}

/* A limit of agreement or the bias itself, with its limits of confidence behind it. */
static void put_place(double place, double half, double *value, double *low, double *high)
{
  *value = place;
  *low = place - half;
  *high = place + half;
}

static void put_bland_altman(const struct rung__sample_moments *d, double multiple,
                             double confidence, double *result)
{
  const double n = d->n, sd = sqrt(d->variance);
  rung__out_clear(result, BLAND_ALTMANS);
  result[RUNG_BLAND_ALTMAN_N] = n;
  if (!(n > 1) || !isfinite(sd)) return;
  const double t = rung_stats_t_quantile((1 + confidence) / 2, n - 1);
  const double half = t * sd * sqrt(1 / n + multiple * multiple / (2 * (n - 1)));
  result[RUNG_BLAND_ALTMAN_SD] = sd;
  put_place(d->mean, t * sd / sqrt(n), &result[RUNG_BLAND_ALTMAN_BIAS],
            &result[RUNG_BLAND_ALTMAN_BIAS_LOW], &result[RUNG_BLAND_ALTMAN_BIAS_HIGH]);
  put_place(d->mean - multiple * sd, half, &result[RUNG_BLAND_ALTMAN_LOWER],
            &result[RUNG_BLAND_ALTMAN_LOWER_LOW], &result[RUNG_BLAND_ALTMAN_LOWER_HIGH]);
  put_place(d->mean + multiple * sd, half, &result[RUNG_BLAND_ALTMAN_UPPER],
            &result[RUNG_BLAND_ALTMAN_UPPER_LOW], &result[RUNG_BLAND_ALTMAN_UPPER_HIGH]);
}

rung_status rung_stats_bland_altman(const rung_column *columns, double multiple,
                                    rung_missing missing, const rung_settings *settings,
                                    double *out, size_t out_count, rung_error *error)
{
  struct rung__two_columns pair;
  double result[BLAND_ALTMANS];
  TRY(rung__out_check(out, out_count, error));
  if (!(multiple > 0 && multiple <= 100))
    return rung__fail(error, RUNG_E_ARGUMENT,
                      "multiple is out of range: expected above 0 up to 100");
  TRY(rung__pair_read(&pair, columns, NULL, missing, error));
  for (size_t row = 0; row < pair.rows; ++row)
    pair.x[row] -= pair.y[row];
  const struct rung__sample_moments d = rung__sample_of(pair.x, NULL, pair.rows);
  rung__pair_free(&pair);
  put_bland_altman(&d, multiple, rung_settings_get(settings, RUNG_SETTING_CONFIDENCE), result);
  rung__out_put(out, out_count, result, BLAND_ALTMANS);
  return isnan(result[RUNG_BLAND_ALTMAN_BIAS]) ? undefined((size_t)d.n, error) : RUNG_OK;
}

static void put_self_others(const struct rung__two_columns *pair, double width, double *result)
{
  rung__out_clear(result, SELF_OTHERS);
  result[RUNG_SELF_OTHERS_N] = (double)pair->rows;
  if (pair->rows < 2) return;
  const double band = width * sqrt(rung__sample_of(pair->y, NULL, pair->rows).variance);
  if (!isfinite(band)) return;
  double over = 0, under = 0;
  for (size_t row = 0; row < pair->rows; ++row) {
    const double gap = pair->x[row] - pair->y[row];
    if (gap > band) ++over;
    if (gap < -band) ++under;
  }
  result[RUNG_SELF_OTHERS_AGREEING] = (double)pair->rows - over - under;
  result[RUNG_SELF_OTHERS_OVER] = over;
  result[RUNG_SELF_OTHERS_UNDER] = under;
  result[RUNG_SELF_OTHERS_BAND] = band;
}

rung_status rung_stats_self_others(const rung_column *columns, double width, rung_missing missing,
                                   double *out, size_t out_count, rung_error *error)
{
  struct rung__two_columns pair;
  double result[SELF_OTHERS];
  TRY(rung__out_check(out, out_count, error));
  if (!(width >= 0 && width <= 100))
    return rung__fail(error, RUNG_E_ARGUMENT, "width is out of range: expected 0 to 100");
  TRY(rung__pair_read(&pair, columns, NULL, missing, error));
  put_self_others(&pair, width, result);
  rung__out_put(out, out_count, result, SELF_OTHERS);
  const size_t rows = pair.rows;
  rung__pair_free(&pair);
  return isnan(result[RUNG_SELF_OTHERS_AGREEING]) ? undefined(rows, error) : RUNG_OK;
}

/* The dimensions of a row that both profiles have, side by side in `room`. */
static size_t gather(const struct rung__matrix *matrix, size_t row, double *room)
{
  const size_t dimensions = matrix->columns / 2;
  size_t count = 0;
  for (size_t index = 0; index < dimensions; ++index) {
    const double x = rung__matrix_column(matrix, index)[row];
    const double y = rung__matrix_column(matrix, dimensions + index)[row];
    if (isnan(x) || isnan(y)) continue;
    room[count] = x;
    room[dimensions + count++] = y;
  }
  return count;
}

static double distance(const double *x, const double *y, size_t count)
{
  double sum = count > 0 ? 0 : NAN;
  for (size_t index = 0; index < count; ++index)
    sum += (x[index] - y[index]) * (x[index] - y[index]);
  return sum;
}

rung_status rung_stats_profiles(const rung_column *columns, size_t dimensions, rung_profile which,
                                double *out, size_t out_count, rung_error *error)
{
  struct rung__matrix matrix;
  TRY(rung__out_check(out, out_count, error));
  if ((int)which < RUNG_PROFILE_CORRELATION || (int)which > RUNG_PROFILE_DISTANCE)
    return rung__fail(error, RUNG_E_ARGUMENT, "%d is no rung_profile", (int)which);
  if (dimensions > SIZE_MAX / 2)
    return rung__fail(error, RUNG_E_ARGUMENT, "there are too many dimensions");
  TRY(rung__matrix_read(&matrix, columns, 2 * dimensions, error));
  double *room = rung__array_new(dimensions, 2 * sizeof *room);
  for (size_t row = 0; room != NULL && row < out_count; ++row) {
    const size_t count = row < matrix.rows ? gather(&matrix, row, room) : 0;
    out[row] = which == RUNG_PROFILE_DISTANCE
                   ? distance(room, room + dimensions, count)
                   : rung__two_of(room, room + dimensions, NULL, count).r;
  }
  const bool done = room != NULL;
  free(room);
  rung__matrix_free(&matrix);
  return done ? RUNG_OK : rung__fail_memory(error);
}
