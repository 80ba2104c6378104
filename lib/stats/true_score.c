/* Scores, their errors, and the levels that they may be of.
 * SPDX-License-Identifier: Apache-2.0 */
#include <rung/stats/true_score.h>

#include <math.h>
#include <stdlib.h>

#include "base/array.h"
#include "base/fail.h"
#include "stats/input.h"
#include "stats/level_chances.h"
#include "stats/output.h"

#define SCORE_ERROR_COUNT 3 /* values of rung_score_error */
#define CERTAINTY_COUNT 5   /* values of rung_certainty */

static void fill_errors(double sd, double reliability, double *result)
{
  result[RUNG_SCORE_ERROR_MEASUREMENT] = sd * sqrt(1 - reliability);
  result[RUNG_SCORE_ERROR_ESTIMATE] = sd * sqrt(reliability * (1 - reliability));
  result[RUNG_SCORE_ERROR_PREDICTION] = sd * sqrt((1 - reliability) * (1 + reliability));
}

rung_status rung_stats_standard_errors(double sd, double reliability, double *out, size_t out_count,
                                       rung_error *error)
{
  double result[SCORE_ERROR_COUNT];
  TRY(rung__out_check(out, out_count, error));
  if (!(sd >= 0) || isinf(sd) || !(reliability >= 0 && reliability <= 1))
    return rung__fail(error, RUNG_E_ARGUMENT,
                      "expected a standard deviation of 0 or more and a reliability of 0 to 1");
  fill_errors(sd, reliability, result);
  rung__out_put(out, out_count, result, SCORE_ERROR_COUNT);
  return RUNG_OK;
}

double rung_stats_true_score(double mean, double reliability, double score)
{
  return mean * (1 - reliability) + reliability * score;
}

rung_status rung_stats_level_chances(double centre, double spread, const double *cuts,
                                     size_t cut_count, double *out, size_t out_count,
                                     rung_error *error)
{
  TRY(rung__out_check(out, out_count, error));
  TRY(rung__cuts_check(cuts, cut_count, error));
  if (!isfinite(centre) || !(spread >= 0) || isinf(spread))
    return rung__fail(error, RUNG_E_ARGUMENT, "expected a centre, and a spread of 0 or more");
  double *chance = rung__array_new(cut_count + 1, sizeof *chance);
  if (chance == NULL) return rung__fail_memory(error);
  rung__level_chances(centre, spread, cuts, cut_count, chance);
  rung__out_put(out, out_count, chance, cut_count + 1);
  free(chance);
  return RUNG_OK;
}

/* What is asked, and the sums of what is found. */
struct certainty {
  const double *cuts;
  size_t cut_count;
  const double *population;
  rung_around around;
  double errors[SCORE_ERROR_COUNT];
  double *chance;
  double weights, squares, sums[CERTAINTY_COUNT];
};

static void add_score(struct certainty *certainty, double score, double weight)
{
  const bool observed = certainty->around == RUNG_AROUND_OBSERVED;
  const size_t level = rung__level_within(score, certainty->cuts, certainty->cut_count);
  const double centre = observed ? score
                                 : rung_stats_true_score(
                                       certainty->population[RUNG_POPULATION_MEAN],
                                       certainty->population[RUNG_POPULATION_RELIABILITY], score);
  double *chance = certainty->chance, largest = 0, squares = 0;
  const double spread = certainty->errors[observed ? RUNG_SCORE_ERROR_MEASUREMENT
                                                   : RUNG_SCORE_ERROR_ESTIMATE];
  rung__level_chances(centre, spread, certainty->cuts, certainty->cut_count, chance);
  for (size_t index = 0; index <= certainty->cut_count; ++index) {
    largest = fmax(largest, chance[index]);
    squares += chance[index] * chance[index];
  }
  certainty->sums[RUNG_CERTAINTY_ASSIGNED] += weight * chance[level];
  certainty->sums[RUNG_CERTAINTY_LARGEST] += weight * largest;
  certainty->sums[RUNG_CERTAINTY_SQUARES] += weight * squares;
  rung__level_chances(centre, certainty->errors[RUNG_SCORE_ERROR_PREDICTION], certainty->cuts,
                      certainty->cut_count, chance);
  certainty->sums[RUNG_CERTAINTY_RETEST] += observed ? (double)NAN : weight * chance[level];
  certainty->weights += weight;
  certainty->squares += weight * weight;
}

static rung_status check_population(const double *population, rung_around around, rung_error *error)
{
  if (population == NULL || !isfinite(population[RUNG_POPULATION_MEAN]) ||
      !(population[RUNG_POPULATION_SD] > 0) || isinf(population[RUNG_POPULATION_SD]) ||
      !(population[RUNG_POPULATION_RELIABILITY] >= 0) ||
      !(population[RUNG_POPULATION_RELIABILITY] <= 1))
    return rung__fail(error, RUNG_E_ARGUMENT,
                      "expected of the population a mean, a standard deviation above 0, and a "
                      "reliability of 0 to 1");
  if (around != RUNG_AROUND_TRUE && around != RUNG_AROUND_OBSERVED)
    return rung__fail(error, RUNG_E_ARGUMENT, "%d is no rung_around", (int)around);
  return RUNG_OK;
}

static rung_status add_scores(struct certainty *certainty, const struct rung__matrix *scores,
                              const double *weight, double *result, rung_error *error)
{
  for (size_t row = 0; row < scores->rows; ++row) {
    const double share = weight == NULL ? 1 : weight[row];
    if (share > 0 && !isnan(scores->value[row])) add_score(certainty, scores->value[row], share);
  }
  rung__out_clear(result, CERTAINTY_COUNT);
  result[RUNG_CERTAINTY_N] = 0;
  if (!(certainty->weights > 0))
    return rung__fail(error, RUNG_E_NOT_ESTIMABLE, "there are no scores");
  for (size_t index = 0; index < RUNG_CERTAINTY_N; ++index)
    result[index] = certainty->sums[index] / certainty->weights;
  result[RUNG_CERTAINTY_N] = certainty->weights * certainty->weights / certainty->squares;
  return RUNG_OK;
}

rung_status rung_stats_level_certainty(const rung_column *score, const rung_column *weight,
                                       const double *cuts, size_t cut_count,
                                       const double *population, rung_around around, double *out,
                                       size_t out_count, rung_error *error)
{
  struct certainty certainty = {cuts, cut_count, population, around, {0}, NULL, 0, 0, {0}};
  struct rung__matrix scores;
  double *weights = NULL, result[CERTAINTY_COUNT];
  TRY(rung__out_check(out, out_count, error));
  TRY(rung__cuts_check(cuts, cut_count, error));
  TRY(check_population(population, around, error));
  TRY(rung__matrix_read(&scores, score, 1, error));
  fill_errors(population[RUNG_POPULATION_SD], population[RUNG_POPULATION_RELIABILITY],
              certainty.errors);
  rung_status status = rung__weights_read(&weights, weight, scores.rows, error);
  certainty.chance = rung__array_new(cut_count + 1, sizeof *certainty.chance);
  if (status == RUNG_OK && certainty.chance == NULL) status = rung__fail_memory(error);
  if (status == RUNG_OK) {
    status = add_scores(&certainty, &scores, weights, result, error);
    rung__out_put(out, out_count, result, CERTAINTY_COUNT);
  }
  free(certainty.chance);
  free(weights);
  rung__matrix_free(&scores);
  return status;
}
