/* Populations told to a workspace, and what they say of the levels of its rows.
 * SPDX-License-Identifier: Apache-2.0 */
#include "score/prior.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/fail.h"

#define NAME_MOST 200 /* bytes */

void rung__priors_free(rung_scores *scores)
{
  for (size_t reading = 0; scores->prior != NULL && reading < scores->model->reading_count;
       ++reading) {
    free(scores->prior[reading].name);
    rung__stretches_free(&scores->prior[reading].stretches);
  }
  free(scores->prior);
}

static rung_status check_numbers(const double *population, rung_error *error)
{
  const double reliability = population[RUNG_POPULATION_RELIABILITY];
  if (!isfinite(population[RUNG_POPULATION_MEAN]) || !isfinite(population[RUNG_POPULATION_SD]) ||
      population[RUNG_POPULATION_SD] < 0 || !(reliability >= 0 && reliability <= 1))
    return rung__fail(error, RUNG_E_ARGUMENT,
                      "a population has a mean, a standard deviation of 0 or more, and a "
                      "reliability from 0 to 1");
  return RUNG_OK;
}

static rung_status check(const rung_scores *scores, size_t reading, const double *population,
                         const char *name, rung_error *error)
{
  if (scores == NULL || population == NULL || name == NULL)
    return rung__fail(error, RUNG_E_ARGUMENT, "scores, population or name is NULL");
  if (reading >= scores->model->reading_count)
    return rung__fail(error, RUNG_E_ARGUMENT, "there is no reading %zu: the model has %zu", reading,
                      scores->model->reading_count);
  if (!scores->person_levels)
    return rung__fail(error, RUNG_E_ARGUMENT,
                      "levels of persons are hidden: make the workspace with "
                      "RUNG_SETTING_PERSON_LEVELS to tell them");
  if (name[0] == '\0' || strlen(name) > NAME_MOST || !rung__is_utf8(name, strlen(name), NULL))
    return rung__fail(error, RUNG_E_ARGUMENT,
                      "the name of a population is text of 1 to %d bytes in UTF-8", NAME_MOST);
  TRY(check_numbers(population, error));
  const struct rung__reading *read = &scores->model->readings[reading];
  if (rung__has_stretches(&read->rule[read->primary])) return RUNG_OK;
  return rung__fail(error, RUNG_E_NOT_ESTIMABLE,
                    "the primary rule of '%s' is none of plain cuts or bands: no single score "
                    "decides",
                    read->id);
}

rung_status rung_scores_population(rung_scores *scores, size_t reading, const double *population,
                                   const char *name, rung_error *error)
{
  TRY(check(scores, reading, population, name, error));
  const struct rung__reading *read = &scores->model->readings[reading];
  const size_t size = strlen(name) + 1;
  struct rung__prior told = {.population = {population[RUNG_POPULATION_MEAN],
                                            population[RUNG_POPULATION_SD],
                                            population[RUNG_POPULATION_RELIABILITY]}};
  if (scores->prior == NULL)
    scores->prior = rung__array_new(scores->model->reading_count, sizeof *scores->prior);
  if (scores->prior == NULL) return rung__fail_memory(error);
  told.name = rung__array_new(size, 1);
  if (told.name == NULL) return rung__fail_memory(error);
  if (!rung__stretches_make(&told.stretches, &read->rule[read->primary])) {
    free(told.name);
    return rung__fail_memory(error);
  }
  memcpy(told.name, name, size);
  free(scores->prior[reading].name);
  rung__stretches_free(&scores->prior[reading].stretches);
  scores->prior[reading] = told;
  return RUNG_OK;
}

rung_status rung_scores_chances(const rung_scores *scores, size_t reading, double *out,
                                size_t count)
{
  if (scores == NULL || scores->prior == NULL || reading >= scores->model->reading_count ||
      scores->prior[reading].name == NULL || (out == NULL && count > 0))
    return RUNG_E_ARGUMENT;
  const struct rung__prior *prior = &scores->prior[reading];
  const struct rung__reading *read = &scores->model->readings[reading];
  const size_t levels = scores->model->ladders[read->ladder].count;
  if (count / levels < scores->rows) return RUNG_E_ARGUMENT;
  for (size_t row = 0; row < scores->rows; ++row) {
    const int64_t score = scores->measure[read->measure].score[row];
    double *const chance = out + row * levels;
    if (score != RUNG__NO_SCORE)
      rung__odds_of_person(&prior->stretches, &prior->population, rung__grid_double(score), levels,
                           chance);
    for (size_t level = 0; score == RUNG__NO_SCORE && level < levels; ++level)
      chance[level] = NAN;
  }
  return RUNG_OK;
}
