/* The chances of rows: what a population says of the levels of its members.
 * SPDX-License-Identifier: Apache-2.0 */
#include <math.h>

#include "score/odds.h"
#include "score/scores.h"

static rung_status check(const rung_scores *scores, size_t reading, const double *population,
                         const double *out, rung_error *error)
{
  if (scores == NULL || population == NULL || out == NULL)
    return rung__fail(error, RUNG_E_ARGUMENT, "scores, population or out is NULL");
  if (reading >= scores->model->reading_count)
    return rung__fail(error, RUNG_E_ARGUMENT, "there is no reading %zu: the model has %zu", reading,
                      scores->model->reading_count);
  if (!scores->person_levels)
    return rung__fail(error, RUNG_E_ARGUMENT,
                      "levels of persons are hidden: make the workspace with "
                      "RUNG_SETTING_PERSON_LEVELS to tell them");
  const double reliability = population[RUNG_POPULATION_RELIABILITY];
  if (!isfinite(population[RUNG_POPULATION_MEAN]) || !isfinite(population[RUNG_POPULATION_SD]) ||
      population[RUNG_POPULATION_SD] < 0 || !(reliability >= 0 && reliability <= 1))
    return rung__fail(error, RUNG_E_ARGUMENT,
                      "a population has a mean, a standard deviation of 0 or more, and a "
                      "reliability from 0 to 1");
  return RUNG_OK;
}

rung_status rung_scores_chances(const rung_scores *scores, size_t reading, const double *population,
                                double *out, size_t count, rung_error *error)
{
  struct rung__stretches stretches;
  TRY(check(scores, reading, population, out, error));
  const struct rung__reading *read = &scores->model->readings[reading];
  const size_t levels = scores->model->ladders[read->ladder].count;
  const struct rung__population of = {population[RUNG_POPULATION_MEAN],
                                      population[RUNG_POPULATION_SD],
                                      population[RUNG_POPULATION_RELIABILITY]};
  if (count / levels < scores->rows)
    return rung__fail(error, RUNG_E_ARGUMENT, "out has room for %zu numbers, wanted %zu x %zu",
                      count, scores->rows, levels);
  if (!rung__has_stretches(&read->rule[read->primary]))
    return rung__fail(error, RUNG_E_NOT_ESTIMABLE,
                      "the primary rule of '%s' is none of plain cuts or bands: no single score "
                      "decides",
                      read->id);
  if (!rung__stretches_make(&stretches, &read->rule[read->primary]))
    return rung__fail_memory(error);
  for (size_t row = 0; row < scores->rows; ++row) {
    const int64_t score = scores->measure[read->measure].score[row];
    double *const levels_of_row = out + row * levels;
    if (score != RUNG__NO_SCORE)
      rung__odds_of_person(&stretches, &of, rung__grid_double(score), levels, levels_of_row);
    for (size_t level = 0; score == RUNG__NO_SCORE && level < levels; ++level)
      levels_of_row[level] = NAN;
  }
  rung__stretches_free(&stretches);
  return RUNG_OK;
}
