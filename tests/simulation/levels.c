/* How often a group's level is what findings hold for probable, by three rules.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The true means of a group's four measures are drawn: a part for all four, a part of its own for each.
 * Then its people are drawn, and the findings made. */
#include <math.h>

#include "diagram.h"
#include "parts.h"

#define CENTRE 0.2  /* the mean of groups' shifts */
#define SPREAD 0.55 /* their standard deviation */
#define ALIKE 0.5   /* of the variance, between groups and within, that measures share */
enum { MEASURES = 4, EACH = 3, RULES = 3, GROUPS = 250, ROWS_MOST = 50000 };

static const char *const ITEMS[] = {"a1", "a2", "a3", "b1", "b2", "b3",
                                    "c1", "c2", "c3", "d1", "d2", "d3"};
static const char *const RULE_NAMES[RULES] = {"single", "weakest", "gate"};
static const size_t SIZES[] = {5, 10, 20, 30, 50, 100, 300, 1000};

struct group {
  double shift[MEASURES];
  int truth[RULES];
};

static double share(struct chance *chance, double common)
{
  return sqrt(ALIKE) * common + sqrt(1 - ALIKE) * normal(chance);
}

/* As models/levels.json says. */
static int level_by_gate(const double mean[MEASURES])
{
  if (mean[0] < 2.5 || mean[1] < 2.5) return 0;
  if (mean[0] < 3 || mean[1] < 3 || mean[2] < 2.75) return 1;
  return mean[0] < 3.5 || mean[1] < 3.25 || mean[2] < 3.25 || mean[3] < 3 ? 2 : 3;
}

static struct group draw_group(struct chance *chance)
{
  struct group group = {.truth = {0, LEVELS - 1, 0}};
  double mean[MEASURES];
  const double common = normal(chance);
  for (int measure = 0; measure < MEASURES; ++measure) {
    group.shift[measure] = CENTRE + SPREAD * share(chance, common);
    mean[measure] = mean_answer(group.shift[measure]);
    const int level = level_by_cuts(mean[measure]);
    if (level < group.truth[1]) group.truth[1] = level;
  }
  group.truth[0] = level_by_cuts(mean[0]);
  group.truth[2] = level_by_gate(mean);
  return group;
}

static void draw_person(struct chance *chance, const struct group *group, struct survey *survey,
                        size_t row)
{
  const double common = normal(chance);
  for (int measure = 0; measure < MEASURES; ++measure) {
    const double part = share(chance, common);
    for (int item = 0; item < EACH; ++item)
      survey->answer[measure * EACH + item][row] = (float)answer_at(
          sqrt(SHARED) * part + sqrt(1 - SHARED) * normal(chance), group->shift[measure]);
  }
}

static void add_group(const rung_findings *findings, size_t row, const struct group *group,
                      struct diagram diagram[RULES])
{
  for (size_t rule = 0; rule < RULES; ++rule) {
    double chance[LEVELS];
    for (size_t level = 0; level < LEVELS; ++level)
      chance[level] = rung_findings_number(
          findings, RUNG_TABLE_LEVEL,
          rung_findings_row(findings, RUNG_TABLE_LEVEL, row, rule, level), RUNG_FIGURE_PROBABILITY);
    const double reached = rung_findings_number(
        findings, RUNG_TABLE_READING, rung_findings_row(findings, RUNG_TABLE_READING, row, rule, 0),
        RUNG_FIGURE_REACHED);
    if (reached >= 0) diagram_add(&diagram[rule], chance, (int)reached, group->truth[rule]);
  }
}

/* Some groups of one size, and what is found of them. */
static void simulate_groups(const rung_model *model, const rung_settings *settings,
                            struct chance *chance, size_t n, size_t groups, struct survey *survey,
                            struct diagram diagram[RULES])
{
  struct group group[GROUPS];
  survey->rows = groups * n;
  for (size_t row = 0; row < survey->rows; ++row) {
    const size_t index = row / n;
    if (row % n == 0) group[index] = draw_group(chance);
    survey->group[row] = (int32_t)index;
    draw_person(chance, &group[index], survey, row);
  }
  rung_findings *findings = survey_find(model, survey, settings);
  for (size_t row = 1; row <= groups; ++row)
    add_group(findings, row, &group[survey_group(findings, row)], diagram);
  rung_findings_free(findings);
}

void simulate_levels(const struct plan *plan)
{
  rung_model *model = model_of(plan->folder, "levels");
  struct survey survey = survey_make(ITEMS, sizeof ITEMS / sizeof *ITEMS, ROWS_MOST);
  rung_settings *settings = NULL;
  must(rung_settings_new(&settings, NULL), "settings", NULL);
  must(rung_settings_set(settings, RUNG_SETTING_UNSAFE, 2, NULL), "unsafe", NULL);
  for (size_t size = 0; size < sizeof SIZES / sizeof *SIZES; ++size) {
    const size_t n = SIZES[size], fit = ROWS_MOST / n, batch = fit < GROUPS ? fit : GROUPS;
    const size_t wanted = plan->quick ? 1000 : n < 1000 ? 8000 : 2000;
    struct diagram diagram[RULES] = {0};
    struct chance chance = chance_of(plan->seed, 2000 + size);
    if (plan->quick && n != 10 && n != 30 && n != 100) continue;
    for (size_t done = 0; done < wanted; done += batch)
      simulate_groups(model, settings, &chance, n, batch, &survey, diagram);
    for (size_t rule = 0; rule < RULES; ++rule)
      diagram_write(&diagram[rule], "levels", RULE_NAMES[rule], n);
  }
  rung_settings_free(settings);
  survey_free(&survey);
  rung_model_free(model);
}
