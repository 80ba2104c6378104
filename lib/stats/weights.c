/* Weights adjusted: post-stratified, raked, trimmed.
 * SPDX-License-Identifier: Apache-2.0 */
#include <rung/stats/weights.h>

#include <math.h>
#include <stdlib.h>

#include "base/array.h"
#include "base/fail.h"
#include "stats/match.h"
#include "stats/moments.h"
#include "stats/output.h"

#define ROUNDS_MOST 2000
#define SETTLED 1e-11
#define REACHED 1e-9

/* A margin: the group of each row, and what the groups are to sum to. */
struct margin {
  struct rung__codes codes;
  double *total;           /* [group] */
  struct rung__total *sum; /* [group] what they sum to now */
};

struct raking {
  size_t rows, count;
  double *weight;
  struct margin *margin;
};

static void raking_free(struct raking *raking)
{
  for (size_t index = 0; index < raking->count && raking->margin != NULL; ++index) {
    rung__codes_free(&raking->margin[index].codes);
    free(raking->margin[index].total);
    free(raking->margin[index].sum);
  }
  free(raking->margin);
  free(raking->weight);
}

static rung_status read_totals(struct margin *margin, const rung_column *column, rung_error *error)
{
  struct rung__matrix matrix;
  TRY(rung__matrix_read(&matrix, column, 1, error));
  margin->total = matrix.value;
  if (matrix.rows != margin->codes.count)
    return rung__fail(error, RUNG_E_ARGUMENT, "there are %zu totals for %zu labels", matrix.rows,
                      margin->codes.count);
  for (size_t group = 0; group < matrix.rows; ++group) {
    if (!(matrix.value[group] >= 0))
      return rung__fail_at(error, RUNG_E_ANSWERS, NULL, (int64_t)group + 1, 0,
                           "total %zu is absent or below 0", group + 1);
  }
  return RUNG_OK;
}

static rung_status read_margins(struct raking *raking, const rung_column *groups,
                                const rung_column *labels, const rung_column *totals,
                                rung_error *error)
{
  raking->margin = rung__array_new(raking->count, sizeof *raking->margin);
  if (raking->margin == NULL) return rung__fail_memory(error);
  for (size_t index = 0; index < raking->count; ++index) {
    struct margin *margin = &raking->margin[index];
    TRY(rung__codes_match(&margin->codes, &labels[index], &groups[index], raking->rows, error));
    TRY(read_totals(margin, &totals[index], error));
    margin->sum = rung__array_new(margin->codes.count, sizeof *margin->sum);
    if (margin->sum == NULL) return rung__fail_memory(error);
  }
  return RUNG_OK;
}

static void add_up(const struct raking *raking, const struct margin *margin)
{
  for (size_t group = 0; group < margin->codes.count; ++group)
    margin->sum[group] = (struct rung__total){0, 0};
  for (size_t row = 0; row < raking->rows; ++row)
    rung__total_add(&margin->sum[margin->codes.code[row]], raking->weight[row]);
}

/* Whether the margins can be reached as far as can be seen before. */
static rung_status check_margins(const struct raking *raking, rung_error *error)
{
  double first = NAN;
  for (size_t index = 0; index < raking->count; ++index) {
    const struct margin *margin = &raking->margin[index];
    struct rung__total whole = {0, 0};
    add_up(raking, margin);
    for (size_t group = 0; group < margin->codes.count; ++group) {
      rung__total_add(&whole, margin->total[group]);
      if (margin->total[group] > 0 && !(rung__total_of(&margin->sum[group]) > 0))
        return rung__fail(error, RUNG_E_NOT_ESTIMABLE,
                          "group %zu of margin %zu has a total and no weight: join it to another",
                          group + 1, index + 1);
    }
    const double total = rung__total_of(&whole);
    if (index == 0) first = total;
    if (!(fabs(total - first) <= REACHED * first))
      return rung__fail(error, RUNG_E_NOT_ESTIMABLE,
                        "margins 1 and %zu contradict each other: their totals differ", index + 1);
  }
  return RUNG_OK;
}

/* Adjusts the weights to one margin; the greatest share by which one moved. */
static double adjust(const struct raking *raking, const struct margin *margin)
{
  double greatest = 0;
  add_up(raking, margin);
  for (size_t row = 0; row < raking->rows; ++row) {
    const size_t group = margin->codes.code[row];
    const double sum = rung__total_of(&margin->sum[group]);
    if (!(sum > 0)) continue;
    const double factor = margin->total[group] / sum;
    raking->weight[row] *= factor;
    greatest = fmax(greatest, fabs(factor - 1));
  }
  return greatest;
}

static bool reached(const struct raking *raking)
{
  for (size_t index = 0; index < raking->count; ++index) {
    const struct margin *margin = &raking->margin[index];
    add_up(raking, margin);
    for (size_t group = 0; group < margin->codes.count; ++group) {
      const double off = rung__total_of(&margin->sum[group]) - margin->total[group];
      if (!(fabs(off) <= REACHED * margin->total[group])) return false;
    }
  }
  return true;
}

static rung_status rake(struct raking *raking, rung_error *error)
{
  TRY(check_margins(raking, error));
  double moved = INFINITY;
  for (size_t round = 0; round < ROUNDS_MOST && moved > SETTLED; ++round) {
    moved = 0;
    for (size_t index = 0; index < raking->count; ++index)
      moved = fmax(moved, adjust(raking, &raking->margin[index]));
  }
  if (!(moved <= SETTLED) || !reached(raking))
    return rung__fail(error, RUNG_E_NOT_ESTIMABLE,
                      "the margins were not reached in %d rounds: they contradict the rows",
                      ROUNDS_MOST);
  return RUNG_OK;
}

rung_status rung_stats_rake(const rung_column *weight, const rung_column *groups,
                            const rung_column *labels, const rung_column *totals, size_t count,
                            double *out, size_t out_count, rung_error *error)
{
  struct raking raking = {.count = count};
  TRY(rung__out_check(out, out_count, error));
  if (weight == NULL || groups == NULL || labels == NULL || totals == NULL || count == 0)
    return rung__fail(error, RUNG_E_ARGUMENT, "weights, groups, labels or totals are not there");
  raking.rows = weight->length > 0 ? (size_t)weight->length : 0;
  TRY(rung__weights_read(&raking.weight, weight, raking.rows, error));
  rung_status status = read_margins(&raking, groups, labels, totals, error);
  if (status == RUNG_OK) status = rake(&raking, error);
  if (status == RUNG_OK) rung__out_put(out, out_count, raking.weight, raking.rows);
  if (status == RUNG_E_NOT_ESTIMABLE) rung__out_clear(out, out_count);
  raking_free(&raking);
  return status;
}

rung_status rung_stats_poststratify(const rung_column *weight, const rung_column *group,
                                    const rung_column *label, const rung_column *total, double *out,
                                    size_t out_count, rung_error *error)
{
  return rung_stats_rake(weight, group, label, total, 1, out, out_count, error);
}

/* Sets what is beyond the limits there, marks it, and shares the difference out among the rest; how
 * many are left to share. */
static size_t trim(double *weight, uint8_t *trimmed, size_t rows, double lower, double upper)
{
  struct rung__total surplus = {0, 0};
  size_t left = 0;
  for (size_t row = 0; row < rows; ++row) {
    const double kept = fmin(fmax(weight[row], lower), upper);
    trimmed[row] = trimmed[row] || kept != weight[row];
    rung__total_add(&surplus, weight[row]);
    rung__total_add(&surplus, -kept);
    weight[row] = kept;
    left += !trimmed[row];
  }
  const double share = left > 0 ? rung__total_of(&surplus) / (double)left : 0;
  for (size_t row = 0; row < rows; ++row)
    if (!trimmed[row]) weight[row] += share;
  return left;
}

static bool beyond(const double *weight, const uint8_t *trimmed, size_t rows, double lower,
                   double upper)
{
  for (size_t row = 0; row < rows; ++row)
    if (!trimmed[row] && (weight[row] < lower || weight[row] > upper)) return true;
  return false;
}

static rung_status trim_all(double *weight, size_t rows, double lower, double upper, bool strict,
                            rung_error *error)
{
  uint8_t *trimmed = rung__array_new(rows, sizeof *trimmed);
  if (trimmed == NULL) return rung__fail_memory(error);
  bool again = true, fine = true;
  for (size_t round = 0; again && fine && round < ROUNDS_MOST; ++round) {
    const bool any = round > 0 || beyond(weight, trimmed, rows, lower, upper);
    fine = !any || trim(weight, trimmed, rows, lower, upper) > 0;
    again = strict && beyond(weight, trimmed, rows, lower, upper);
  }
  for (size_t row = 0; row < rows; ++row)
    fine = fine && isfinite(weight[row]);
  free(trimmed);
  return fine && !again ? RUNG_OK
                        : rung__fail(error, RUNG_E_NOT_ESTIMABLE,
                                     "no weight within the limits is left to share out among");
}

rung_status rung_stats_trim_weights(const rung_column *weight, double lower, double upper,
                                    int32_t strict, double *out, size_t out_count,
                                    rung_error *error)
{
  double *weights;
  TRY(rung__out_check(out, out_count, error));
  if (weight == NULL || !(lower >= 0) || !(upper > lower) || (strict != 0 && strict != 1))
    return rung__fail(error, RUNG_E_ARGUMENT,
                      "expected weights, 0 <= lower < upper, and strict 0 or 1");
  const size_t rows = weight->length > 0 ? (size_t)weight->length : 0;
  TRY(rung__weights_read(&weights, weight, rows, error));
  const rung_status status = trim_all(weights, rows, lower, upper, strict == 1, error);
  if (status == RUNG_OK) rung__out_put(out, out_count, weights, rows);
  if (status == RUNG_E_NOT_ESTIMABLE) rung__out_clear(out, out_count);
  free(weights);
  return status;
}
