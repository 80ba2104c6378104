/* Shrinkage: how true means vary, and each mean drawn towards their middle.
 * SPDX-License-Identifier: Apache-2.0 */
#include "stats/shrinkage.h"

#include <math.h>
#include <stdlib.h>

#include <rung/stats/distribution.h>

#include "base/array.h"
#include "base/fail.h"
#include "stats/input.h"
#include "stats/moments.h"
#include "stats/output.h"

static bool counts(double mean, double variance)
{
  return !isnan(mean) && !isnan(variance);
}

/* The sum of w = 1 / (tau2 + v), that of w^2 over it, and the mean with these weights. */
struct weighted {
  double weight, square, mean;
};

static struct weighted weigh(const double *mean, const double *variance, size_t groups, double tau2)
{
  struct rung__total weight = {0}, square = {0}, sum = {0};
  double about = NAN; /* the first mean, so that a large one costs no digits */
  for (size_t group = 0; group < groups; ++group) {
    if (!counts(mean[group], variance[group])) continue;
    const double w = 1 / (tau2 + variance[group]);
    if (isnan(about)) about = mean[group];
    rung__total_add(&weight, w);
    rung__total_add(&sum, w * (mean[group] - about));
  }
  const double all = rung__total_of(&weight);
  for (size_t group = 0; group < groups; ++group) {
    const double w = 1 / (tau2 + variance[group]);
    if (counts(mean[group], variance[group])) rung__total_add(&square, w * (w / all));
  }
  return (struct weighted){all, rung__total_of(&square), about + rung__total_of(&sum) / all};
}

void rung__heterogeneity(const double *mean, const double *variance, size_t groups,
                         struct rung__heterogeneity *between)
{
  double *const result = between->result;
  between->typical = NAN;
  size_t count = 0;
  for (size_t group = 0; group < groups; ++group)
    count += counts(mean[group], variance[group]);
  rung__out_clear(result, RUNG__HETEROGENEITY_COUNT);
  result[RUNG_HETEROGENEITY_GROUPS] = (double)count;
  if (count < 2) return;
  const struct weighted fixed = weigh(mean, variance, groups, 0);
  struct rung__total total = {0};
  for (size_t group = 0; group < groups; ++group) {
    const double off = mean[group] - fixed.mean;
    if (counts(mean[group], variance[group])) rung__total_add(&total, off * off / variance[group]);
  }
  const double q = rung__total_of(&total), df = (double)count - 1;
  const double tau2 = fmax(0, (q - df) / (fixed.weight - fixed.square));
  const struct weighted random = weigh(mean, variance, groups, tau2);
  between->typical = (double)count / random.weight - tau2;
  result[RUNG_HETEROGENEITY_MEAN] = random.mean;
  result[RUNG_HETEROGENEITY_SE] = 1 / sqrt(random.weight);
  result[RUNG_HETEROGENEITY_TAU2] = tau2;
  result[RUNG_HETEROGENEITY_Q] = q;
  result[RUNG_HETEROGENEITY_DF] = df;
  result[RUNG_HETEROGENEITY_P] = rung_stats_chi_square_upper(q, df);
  result[RUNG_HETEROGENEITY_I2] = q > 0 ? fmax(0, (q - df) / q) : 0;
}

/* Morris (1983), section 5: k - 3 for k - 1, because 1 / tau^2 is estimated too; nothing is drawn together
 * for three groups or fewer. */
void rung__shrink(const struct rung__heterogeneity *between, double mean, double variance,
                  double confidence, double result[RUNG__SHRINKAGE_COUNT])
{
  rung__out_clear(result, RUNG__SHRINKAGE_COUNT);
  if (!counts(mean, variance)) return;
  const double groups = between->result[RUNG_HETEROGENEITY_GROUPS];
  const double tau2 = between->result[RUNG_HETEROGENEITY_TAU2];
  const double se = between->result[RUNG_HETEROGENEITY_SE];
  const double off = mean - between->result[RUNG_HETEROGENEITY_MEAN];
  const double drawn = groups > 3 ? (groups - 3) / (groups - 1) * (variance / (tau2 + variance))
                                  : 0;
  const double middle = drawn * se, doubt = drawn * off;
  double square = (1 - drawn) * variance + middle * middle;
  if (groups > 3)
    square += 2 / (groups - 3) * doubt * doubt * ((between->typical + tau2) / (variance + tau2));
  const double reach = -rung_stats_normal_quantile((1 - confidence) / 2) * sqrt(square);
  result[RUNG_SHRINKAGE_MEAN] = mean - drawn * off;
  result[RUNG_SHRINKAGE_SD] = sqrt(square);
  result[RUNG_SHRINKAGE_SHARE] = 1 - drawn;
  result[RUNG_SHRINKAGE_LOW] = result[RUNG_SHRINKAGE_MEAN] - reach;
  result[RUNG_SHRINKAGE_HIGH] = result[RUNG_SHRINKAGE_MEAN] + reach;
}

/* Reads means and variances; refuses what cannot be a variance, and means that cannot be squared. */
static rung_status read_groups(struct rung__matrix *matrix, const rung_column *mean,
                               const rung_column *variance, rung_error *error)
{
  if (mean == NULL || variance == NULL)
    return rung__fail(error, RUNG_E_ARGUMENT, "there are no means, or no variances");
  const rung_column columns[] = {*mean, *variance};
  TRY(rung__matrix_read(matrix, columns, 2, error));
  for (size_t row = 0; row < matrix->rows; ++row) {
    const double *place = matrix->value + row;
    const bool is_bad = place[matrix->rows] < 1e-200 || place[matrix->rows] > 1e200;
    if (!is_bad && !(fabs(*place) > 1e100)) continue;
    rung__matrix_free(matrix);
    return rung__fail_at(error, RUNG_E_ANSWERS, NULL, (int64_t)row + 1, is_bad ? 2 : 1,
                         is_bad ? "a variance is to be above 0, from 1e-200 to 1e200"
                                : "a mean is beyond 1e100");
  }
  return RUNG_OK;
}

/* Whether there is a common mean. */
static rung_status check_common(const struct rung__heterogeneity *between, rung_error *error)
{
  const double groups = between->result[RUNG_HETEROGENEITY_GROUPS];
  if (groups < 2)
    return rung__fail(error, RUNG_E_NOT_ESTIMABLE,
                      "%d groups have a mean and a variance: two are needed", (int)groups);
  if (isfinite(between->result[RUNG_HETEROGENEITY_MEAN]) &&
      isfinite(between->result[RUNG_HETEROGENEITY_TAU2]))
    return RUNG_OK;
  return rung__fail(error, RUNG_E_NOT_ESTIMABLE, "means lie too far apart for their variances");
}

rung_status rung_stats_heterogeneity(const rung_column *mean, const rung_column *variance,
                                     double *out, size_t out_count, rung_error *error)
{
  struct rung__matrix matrix;
  struct rung__heterogeneity between;
  TRY(rung__out_check(out, out_count, error));
  TRY(read_groups(&matrix, mean, variance, error));
  rung__heterogeneity(matrix.value, matrix.value + matrix.rows, matrix.rows, &between);
  rung__matrix_free(&matrix);
  rung__out_put(out, out_count, between.result, RUNG__HETEROGENEITY_COUNT);
  return check_common(&between, error);
}

/* Draws ranks into the results of all groups. */
static bool add_ranks(double *result, size_t groups, const rung_settings *settings)
{
  const struct rung__rank_draws draws = {
      (uint64_t)rung_settings_get(settings, RUNG_SETTING_SEED),
      (uint32_t)rung_settings_get(settings, RUNG_SETTING_REPLICATES),
      rung_settings_get(settings, RUNG_SETTING_CONFIDENCE)};
  double *room = rung__array_new(groups, 5 * sizeof *room);
  bool drawn = room != NULL;
  for (size_t group = 0; drawn && group < groups; ++group) {
    room[group] = result[group * RUNG__SHRINKAGE_COUNT + RUNG_SHRINKAGE_MEAN];
    room[groups + group] = result[group * RUNG__SHRINKAGE_COUNT + RUNG_SHRINKAGE_SD];
  }
  drawn = drawn && rung__ranks_drawn(&draws, room, room + groups, groups, room + 2 * groups);
  for (size_t place = 0; drawn && place < 3 * groups; ++place)
    result[place / 3 * RUNG__SHRINKAGE_COUNT + RUNG_SHRINKAGE_RANK + place % 3] = room[2 * groups +
                                                                                       place];
  free(room);
  return drawn;
}

static rung_status shrink_all(const struct rung__matrix *matrix, const rung_settings *settings,
                              size_t each, double *result, rung_error *error)
{
  struct rung__heterogeneity between;
  const double *mean = matrix->value, *variance = matrix->value + matrix->rows;
  rung__heterogeneity(mean, variance, matrix->rows, &between);
  rung__out_clear(result, matrix->rows * RUNG__SHRINKAGE_COUNT);
  TRY(check_common(&between, error));
  for (size_t group = 0; group < matrix->rows; ++group)
    rung__shrink(&between, mean[group], variance[group],
                 rung_settings_get(settings, RUNG_SETTING_CONFIDENCE),
                 result + group * RUNG__SHRINKAGE_COUNT);
  if (each <= RUNG_SHRINKAGE_RANK) return RUNG_OK;
  return add_ranks(result, matrix->rows, settings) ? RUNG_OK : rung__fail_memory(error);
}

rung_status rung_stats_shrinkage(const rung_column *mean, const rung_column *variance,
                                 const rung_settings *settings, size_t each, double *out,
                                 size_t out_count, rung_error *error)
{
  struct rung__matrix matrix;
  TRY(rung__out_check(out, out_count, error));
  if (each == 0) return rung__fail(error, RUNG_E_ARGUMENT, "no result is wanted of each group");
  TRY(read_groups(&matrix, mean, variance, error));
  rung_status status = RUNG_OK;
  double *result = NULL;
  if (each > RUNG_SHRINKAGE_RANK && matrix.rows > RUNG__RANKED_MOST)
    status = rung__fail(error, RUNG_E_LIMIT, "%zu groups: at most %d are ranked", matrix.rows,
                        RUNG__RANKED_MOST);
  else if ((result = rung__array_new(matrix.rows, RUNG__SHRINKAGE_COUNT * sizeof *result)) == NULL)
    status = rung__fail_memory(error);
  else
    status = shrink_all(&matrix, settings, each, result, error);
  if (status == RUNG_OK || status == RUNG_E_NOT_ESTIMABLE) {
    rung__out_clear(out, out_count);
    for (size_t place = 0; place < out_count && place / each < matrix.rows; ++place) {
      if (place % each < RUNG__SHRINKAGE_COUNT)
        out[place] = result[place / each * RUNG__SHRINKAGE_COUNT + place % each];
    }
  }
  free(result);
  rung__matrix_free(&matrix);
  return status;
}
