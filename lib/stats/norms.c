/* Norms: a sample is sorted once, and each score is looked up in it.
 * SPDX-License-Identifier: Apache-2.0 */
#include "stats/norms.h"

#include <math.h>
#include <stdlib.h>

#include <rung/stats/distribution.h>

#include "base/array.h"
#include "base/fail.h"
#include "base/sort.h"
#include "stats/input.h"
#include "stats/moments.h"
#include "stats/output.h"

bool rung__norm_sample(struct rung__norm_sample *sample, const double *value, const double *weight,
                       size_t count)
{
  *sample = (struct rung__norm_sample){.sd = NAN};
  size_t *order = rung__sort_order(value, count);
  double *room = rung__array_new(count, 2 * sizeof *room);
  if (order == NULL || room == NULL) {
    free(order);
    free(room);
    return false;
  }
  struct rung__total total = {0};
  size_t kept = 0;
  for (size_t index = 0; index < count; ++index) {
    const size_t row = order[index];
    const double w = weight == NULL ? 1 : weight[row];
    if (isnan(value[row]) || !(w > 0)) continue;
    rung__total_add(&total, w);
    room[kept] = value[row];
    room[count + kept++] = rung__total_of(&total);
  }
  free(order);
  struct rung__moments moments;
  rung__moments(&moments, value, weight, count);
  const double rows = (double)moments.count;
  *sample = (struct rung__norm_sample){
      kept,
      room,
      room + count,
      moments.mean,
      kept > 1 ? sqrt(rows / (rows - 1) * (moments.power[2] / moments.weight)) : NAN,
      rung__effective_rows(moments.weight, moments.weight_squared)};
  return true;
}

void rung__norm_sample_free(struct rung__norm_sample *sample)
{
  free(sample->value);
  *sample = (struct rung__norm_sample){.sd = NAN};
}

/* How many values are below a score, or not above it. */
static size_t count_below(const struct rung__norm_sample *sample, double score, bool or_equal)
{
  size_t from = 0, to = sample->count;
  while (from < to) {
    const size_t middle = from + (to - from) / 2;
    if (sample->value[middle] < score || (or_equal && sample->value[middle] == score))
      from = middle + 1;
    else
      to = middle;
  }
  return from;
}

static double weight_of(const struct rung__norm_sample *sample, size_t count)
{
  return count == 0 ? 0 : sample->up_to[count - 1];
}

/* floor(2 z + middle), from 1 to most; NaN for NaN. */
static double step(double z, double middle, double most)
{
  return isnan(z) ? NAN : fmax(1, fmin(most, floor(2 * z + middle)));
}

void rung__norms(const struct rung__norm_sample *sample, double score,
                 double result[RUNG__NORMS_COUNT])
{
  rung__out_clear(result, RUNG__NORMS_COUNT);
  result[RUNG_NORMS_N] = sample->effective;
  if (sample->count == 0 || isnan(score)) return;
  const double all = weight_of(sample, sample->count);
  const double below = weight_of(sample, count_below(sample, score, false)) / all;
  const double reach = weight_of(sample, count_below(sample, score, true)) / all;
  const double middle = (below + reach) / 2;
  const double z = sample->sd > 0 ? (score - sample->mean) / sample->sd : NAN;
  const double normal = rung_stats_normal_quantile(middle);
  result[RUNG_NORMS_PERCENTILE] = 100 * middle;
  result[RUNG_NORMS_AT_OR_BELOW] = 100 * reach;
  result[RUNG_NORMS_BELOW] = 100 * below;
  result[RUNG_NORMS_Z] = z;
  result[RUNG_NORMS_T] = 50 + 10 * z;
  result[RUNG_NORMS_T_NORMALISED] = isinf(normal) ? NAN : 50 + 10 * normal;
  result[RUNG_NORMS_STANINE] = step(z, 5.5, 9);
  result[RUNG_NORMS_STEN] = step(z, 6, 10);
  result[RUNG_NORMS_STANINE_NORMALISED] = step(normal, 5.5, 9);
  result[RUNG_NORMS_STEN_NORMALISED] = step(normal, 6, 10);
}

bool rung__rank(const double *value, size_t rows, double *rank, size_t *count)
{
  size_t *order = rung__sort_order(value, rows);
  if (order == NULL) return false;
  size_t from = 0;
  while (from < rows && !isnan(value[order[from]])) {
    size_t to = from + 1;
    while (to < rows && value[order[to]] == value[order[from]])
      ++to;
    for (size_t index = from; index < to; ++index)
      rank[order[index]] = (double)(from + 1 + to) / 2;
    from = to;
  }
  *count = from;
  for (; from < rows; ++from)
    rank[order[from]] = NAN;
  free(order);
  return true;
}

static rung_status look_up(const struct rung__norm_sample *sample, const double *score,
                           size_t scores, size_t each, double *out, size_t out_count)
{
  double result[RUNG__NORMS_COUNT];
  rung__out_clear(out, out_count);
  for (size_t index = 0; index < scores && index <= out_count / each; ++index) {
    rung__norms(sample, score[index], result);
    for (size_t which = 0; which < each && which < RUNG__NORMS_COUNT; ++which) {
      if (index * each + which < out_count) out[index * each + which] = result[which];
    }
  }
  return sample->count > 0 ? RUNG_OK : RUNG_E_NOT_ESTIMABLE;
}

rung_status rung_stats_norms(const rung_column *sample, const rung_column *weight,
                             const double *score, size_t scores, size_t each, double *out,
                             size_t out_count, rung_error *error)
{
  struct rung__matrix matrix;
  struct rung__norm_sample sorted;
  TRY(rung__out_check(out, out_count, error));
  if (score == NULL || scores == 0 || each == 0)
    return rung__fail(error, RUNG_E_ARGUMENT,
                      "no score is to be looked up, or no result is wanted");
  TRY(rung__matrix_read(&matrix, sample, 1, error));
  double *weights = NULL;
  rung_status status = rung__weights_read(&weights, weight, matrix.rows, error);
  if (status == RUNG_OK) {
    if (!rung__norm_sample(&sorted, matrix.value, weights, matrix.rows)) {
      status = rung__fail_memory(error);
    } else {
      status = look_up(&sorted, score, scores, each, out, out_count);
      rung__norm_sample_free(&sorted);
      if (status != RUNG_OK)
        status = rung__fail(error, status, "the sample has no value of positive weight");
    }
  }
  free(weights);
  rung__matrix_free(&matrix);
  return status;
}

/* The probability whose normal quantile is the score of a rank. */
static double place(double rank, double count, rung_ranks how)
{
  switch (how) {
  case RUNG_RANKS_BLOM: return (rank - 0.375) / (count + 0.25);
  case RUNG_RANKS_TUKEY: return (rank - 1.0 / 3) / (count + 1.0 / 3);
  case RUNG_RANKS_RANKIT: return (rank - 0.5) / count;
  case RUNG_RANKS_VAN_DER_WAERDEN: return rank / (count + 1);
  case RUNG_RANKS_PLAIN: break;
  }
  return NAN;
}

rung_status rung_stats_ranks(const rung_column *column, rung_ranks how, double *out,
                             size_t out_count, rung_error *error)
{
  struct rung__matrix matrix;
  TRY(rung__out_check(out, out_count, error));
  if (how < RUNG_RANKS_PLAIN || how > RUNG_RANKS_VAN_DER_WAERDEN)
    return rung__fail(error, RUNG_E_ARGUMENT, "%d is no rung_ranks", (int)how);
  TRY(rung__matrix_read(&matrix, column, 1, error));
  double *rank = rung__array_new(matrix.rows, sizeof *rank);
  size_t count = 0;
  const bool ranked = rank != NULL && rung__rank(matrix.value, matrix.rows, rank, &count);
  for (size_t row = 0; ranked && row < matrix.rows && how != RUNG_RANKS_PLAIN; ++row) {
    if (!isnan(rank[row]))
      rank[row] = rung_stats_normal_quantile(place(rank[row], (double)count, how));
  }
  if (ranked) rung__out_put(out, out_count, rank, matrix.rows);
  free(rank);
  rung__matrix_free(&matrix);
  if (!ranked) return rung__fail_memory(error);
  return count > 0 ? RUNG_OK : rung__fail(error, RUNG_E_NOT_ESTIMABLE, "there is no value");
}
