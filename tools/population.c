/* Reading a population off the findings of a tally.
 * SPDX-License-Identifier: Apache-2.0 */
#include "population.h"

#include <stdio.h>

#include "show.h"

static double figure(const rung_findings *findings, size_t measure, rung_figure which)
{
  const size_t row = rung_findings_row(findings, RUNG_TABLE_MEASURE, 0, measure, 0);
  return rung_findings_number(findings, RUNG_TABLE_MEASURE, row, which);
}

static bool tell_reading(rung_scores *scores, const rung_model *model,
                         const rung_findings *findings, size_t reading, const char *path)
{
  const size_t measure = rung_model_reading_measure(model, reading);
  const char *id = rung_model_part_id(model, RUNG_PART_READING, reading);
  const double population[] = {figure(findings, measure, RUNG_FIGURE_SCORE),
                               figure(findings, measure, RUNG_FIGURE_SD),
                               figure(findings, measure, RUNG_FIGURE_RELIABILITY)};
  const double n = figure(findings, measure, RUNG_FIGURE_N);
  char name[256];
  rung_error error = {0};
  if (!(population[2] >= 0) || population[0] != population[0] || population[1] != population[1]) {
    complain(
        path,
        "%s has no chances: the population shows no mean, spread and reliability of its measure; "
        "a formative measure has none",
        id);
    return true;
  }
  snprintf(name, sizeof name, "%.150s, %.0f people", path, n);
  const rung_status status = rung_scores_population(scores, reading, population, name, &error);
  if (status == RUNG_E_NOT_ESTIMABLE) {
    complain(path, "%s has no chances: %s", id, error.message);
    return true;
  }
  if (status != RUNG_OK) tell(path, &error);
  return status == RUNG_OK;
}

bool tell_population(rung_scores *scores, const rung_model *model, const char *path,
                     const rung_settings *settings)
{
  struct loaded loaded = {0};
  rung_error error = {0};
  rung_findings *findings = NULL;
  rung_tally *tally = load_tally(model, path, &loaded);
  loaded_free(&loaded);
  if (!tally) return false;
  const rung_tally *const wave[] = {tally};
  bool fine = rung_findings_new(wave, 1, NULL, settings, &findings, &error) == RUNG_OK;
  if (!fine) tell(path, &error);
  for (size_t i = 0; fine && i < rung_model_count(model, RUNG_PART_READING); i++)
    fine = tell_reading(scores, model, findings, i, path);
  rung_findings_free(findings);
  rung_tally_free(tally);
  return fine;
}
