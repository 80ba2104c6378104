/* How often a person's true score lies on the level that is held for probable.
 * SPDX-License-Identifier: Apache-2.0
 *
 * By Kelley's regressed score as the library does, and, for contrast, by a normal curve around the observed
 * one. Persons answer eight items; the true score is the expectation of their mean. `n` in the table is
 * 8. */
#include <math.h>

#include <rung/stats/distribution.h>

#include "diagram.h"
#include "parts.h"

enum { ITEMS_OF_EACH = 8, PEOPLE = 10000 };
#define SHIFT 0.2

static const char *const ITEMS[] = {"a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8"};

/* By the standard error of measurement around the observed score. */
static void chances_around(double score, double error, double chance[LEVELS])
{
  static const double cuts[LEVELS + 1] = {-INFINITY, 2.5, 3, 3.5, INFINITY};
  for (int level = 0; level < LEVELS; ++level)
    chance[level] = rung_stats_normal_cdf((cuts[level + 1] - score) / error) -
                    rung_stats_normal_cdf((cuts[level] - score) / error);
}

static int likeliest(const double chance[LEVELS])
{
  int best = 0;
  for (int level = 1; level < LEVELS; ++level) {
    if (chance[level] > chance[best]) best = level;
  }
  return best;
}

static rung_scores *score(const rung_model *model, const struct survey *survey)
{
  rung_answers *answers = NULL;
  rung_scores *scores = NULL;
  rung_settings *settings = NULL;
  rung_error error = {.status = 0};
  must(rung_settings_new(&settings, &error), "settings", &error);
  must(rung_settings_set(settings, RUNG_SETTING_PERSON_LEVELS, 1, &error), "levels", &error);
  must(rung_answers_new(model, &answers, &error), "answers", &error);
  rung_column column = {.length = (int64_t)survey->rows, .type = RUNG_TYPE_FLOAT};
  for (size_t item = 0; item < survey->items; ++item) {
    column.data = survey->answer[item];
    must(rung_answers_bind(answers, RUNG_ROLE_ITEM, survey->item[item], &column, &error), "item",
         &error);
  }
  must(rung_scores_new(model, settings, &scores, &error), "scores", &error);
  must(rung_scores_compute(scores, answers, &error), "compute", &error);
  rung_answers_free(answers);
  rung_settings_free(settings);
  return scores;
}

/* People, and their true levels. */
static void draw_people(struct chance *chance, struct survey *survey, int truth[PEOPLE])
{
  survey->rows = PEOPLE;
  for (size_t row = 0; row < PEOPLE; ++row) {
    const double common = normal(chance);
    truth[row] = level_by_cuts(mean_given(common, SHIFT, SHARED));
    for (int item = 0; item < ITEMS_OF_EACH; ++item)
      survey->answer[item][row] = (float)answer_at(
          sqrt(SHARED) * common + sqrt(1 - SHARED) * normal(chance), SHIFT);
  }
}

static void add_people(const rung_model *model, const struct survey *survey, const int *truth,
                       struct diagram diagram[2])
{
  static double chance[PEOPLE * LEVELS], observed[PEOPLE];
  const struct score_truth of = truth_of_score(SHIFT, SHARED, ITEMS_OF_EACH);
  const double population[] = {of.mean, sqrt(of.variance), of.true_variance / of.variance};
  rung_error error = {.status = 0};
  rung_scores *scores = score(model, survey);
  must(rung_scores_population(scores, 0, population, "the simulated", &error), "population",
       &error);
  must(rung_scores_chances(scores, 0, chance, PEOPLE * LEVELS), "chances", &error);
  must(rung_scores_measure(scores, 0, RUNG_SCORE_VALUE, observed, PEOPLE), "score", &error);
  for (size_t row = 0; row < PEOPLE; ++row) {
    const double *regressed = chance + row * LEVELS;
    double around[LEVELS];
    chances_around(observed[row], sqrt(of.variance - of.true_variance), around);
    diagram_add(&diagram[0], regressed, likeliest(regressed), truth[row]);
    diagram_add(&diagram[1], around, likeliest(around), truth[row]);
  }
  rung_scores_free(scores);
}

void simulate_persons(const struct plan *plan)
{
  static int truth[PEOPLE];
  rung_model *model = model_of(plan->folder, "persons");
  struct survey survey = survey_make(ITEMS, ITEMS_OF_EACH, PEOPLE);
  struct diagram diagram[2] = {0};
  struct chance chance = chance_of(plan->seed, 3000);
  for (int round = 0; round < (plan->quick ? 1 : 20); ++round) {
    draw_people(&chance, &survey, truth);
    add_people(model, &survey, truth, diagram);
  }
  diagram_write(&diagram[0], "persons", "regressed", ITEMS_OF_EACH);
  diagram_write(&diagram[1], "persons", "observed", ITEMS_OF_EACH);
  survey_free(&survey);
  rung_model_free(model);
}
