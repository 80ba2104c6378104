/* Embedding: arrays in, levels out. Prints each person's level by every rule, and a missing answer.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Levels of single persons are hidden unless they are asked for: this program asks, a report should
 * not. The columns are read where they are; nothing is copied. */
#include <stdio.h>

#include <rung/rung.h>

#define PEOPLE 4

/* Three columns as a program may have them: bytes, doubles, and records of which one field counts.
 */
static const int8_t t1[PEOPLE] = {2, 5, 3, 4};
static const double t2[PEOPLE] = {4, 1, 3, 2};
static const struct {
  int32_t person, answer;
} t3[PEOPLE] = {{101, 3}, {102, 4}, {103, 2}, {104, 0}};
static const uint8_t t3_validity = 0x07; /* the fourth has no answer */

static rung_status bind(rung_answers *answers, rung_error *error)
{
  const rung_column columns[3] = {{.data = t1, .length = PEOPLE, .type = RUNG_TYPE_INT8},
                                  {.data = t2, .length = PEOPLE, .type = RUNG_TYPE_DOUBLE},
                                  {.data = &t3[0].answer,
                                   .validity = &t3_validity,
                                   .length = PEOPLE,
                                   .stride = sizeof t3[0],
                                   .type = RUNG_TYPE_INT32}};
  static const char *const items[3] = {"T1", "T2", "T3"};
  rung_status status = RUNG_OK;
  for (int i = 0; status == RUNG_OK && i < 3; i++)
    status = rung_answers_bind(answers, RUNG_ROLE_ITEM, items[i], &columns[i], error);
  return status;
}

static void print_people(const rung_model *model, const rung_scores *scores)
{
  size_t thinking = 0;
  rung_model_find(model, RUNG_PART_READING, "thinking", &thinking);
  for (size_t rule = 0; rule < rung_model_rule_count(model, thinking); rule++) {
    int8_t stated[PEOPLE], reached[PEOPLE];
    rung_scores_levels(scores, thinking, rule, RUNG_LEVEL_STATED, stated, PEOPLE);
    rung_scores_levels(scores, thinking, rule, RUNG_LEVEL_REACHED, reached, PEOPLE);
    printf("rule %-7s", rung_model_rule_id(model, thinking, rule));
    for (int i = 0; i < PEOPLE; i++)
      printf("  %d%s", stated[i] + 1, reached[i] > stated[i] ? " (visiting the next)" : "");
    printf("\n");
  }
}

static void print_coverage(const rung_model *model, const rung_scores *scores)
{
  size_t measure = 0;
  double coverage[PEOPLE], score[PEOPLE];
  rung_model_find(model, RUNG_PART_MEASURE, "thinking_median", &measure);
  rung_scores_measure(scores, measure, RUNG_SCORE_VALUE, score, PEOPLE);
  rung_scores_measure(scores, measure, RUNG_SCORE_COVERAGE, coverage, PEOPLE);
  for (int i = 0; i < PEOPLE; i++)
    printf("person %d: median %.1f from %.0f %% of the answers\n", i + 1, score[i],
           100 * coverage[i]);
}

int main(void)
{
  rung_error error = {0};
  rung_model *model = NULL;
  rung_answers *answers = NULL;
  rung_settings *settings = NULL;
  rung_scores *scores = NULL;
  const int failed = rung_model_builtin("five-levels", &model, &error) ||
                     rung_answers_new(model, &answers, &error) || bind(answers, &error) ||
                     rung_settings_new(&settings, &error) ||
                     rung_settings_set(settings, RUNG_SETTING_PERSON_LEVELS, 1, &error) ||
                     rung_scores_new(model, settings, &scores, &error) ||
                     rung_scores_compute(scores, answers, &error);
  if (failed) {
    fprintf(stderr, "%s: %s\n", rung_status_name(error.status), error.message);
  } else {
    print_people(model, scores);
    print_coverage(model, scores);
  }
  rung_scores_free(scores);
  rung_settings_free(settings);
  rung_answers_free(answers);
  rung_model_free(model);
  return failed;
}
