/* Readings of groups: what each rule says and why, and what thresholds remember of earlier waves.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings_support.h"

#define ASSUMED RUNG_MARK_ASSUMED

static void rules_disagree_and_say_why(void **unused)
{
  (void)unused;
  rung_model *model = base_model("'of':['ab','all']}", "'of':['ab','cc']}");
  struct survey *survey = new_survey();
  put_people(survey, 9, 5, 1, 20, "");
  put_people(survey, 11, 2, 4, 20, ""); /* the mean of ab is 3.35 */
  rung_findings *findings = find_survey(model, survey, false, NULL);
  assert_close(number(findings, RUNG_TABLE_READING, 0, 0, RUNG_FIGURE_REACHED), MID, 0);
  assert_close(number(findings, RUNG_TABLE_READING, 0, 0, RUNG_FIGURE_LEVEL), LOW, 0);
  assert_close(number(findings, RUNG_TABLE_READING, 0, 0, RUNG_FIGURE_RULES_AGREE), 0, 0);
  assert_int_equal(rung_findings_marks(findings, RUNG_TABLE_READING, 0),
                   RUNG_MARK_VISITING | ASSUMED);
  assert_string_equal(reason(findings, RUNG_TABLE_RULE, 0, 0, RULE_CUT),
                      "the mean of \"ab\", 3.35, lies below the cut 4 for level high");
  assert_string_equal(reason(findings, RUNG_TABLE_RULE, 0, 0, RULE_BANDS),
                      "the mean of \"ab\", 3.35, lies in the band of level high");
  assert_string_equal(reason(findings, RUNG_TABLE_RULE, 0, 0, RULE_WEAK),
                      "the weakest measure is \"cc\", which reaches level low");
  assert_string_equal(reason(findings, RUNG_TABLE_RULE, 0, 0, RULE_MOST),
                      "45 % of the people reach level mid or above; 50 % are asked");
  assert_string_equal(reason(findings, RUNG_TABLE_READING, 0, 0, 0),
                      "the mean of \"ab\", 3.35, lies below the cut 4 for level high; by the rule "
                      "'bands' it is level high");
  rung_findings_free(findings);
  free(survey);
  rung_model_free(model);
}

static void weighted_figures_say_that_they_are(void **unused)
{
  (void)unused;
  rung_model *model = base_model("'by':'bands',", "'by':'bands','over':'people',");
  struct survey *survey = new_survey();
  put_people(survey, 15, 5, 1, 20, "");
  put_people(survey, 15, 2, 4, 20, "");
  survey->weighted = true;
  for (size_t row = 0; row < survey->count; ++row)
    survey->weight[row] = row < 15 ? 1 : 2;
  rung_findings *findings = find_survey(model, survey, false, NULL);
  assert_string_equal(reason(findings, RUNG_TABLE_RULE, 0, 0, RULE_CUT),
                      "the mean of \"ab\", 3.00 by weight, lies below the cut 4 for level high");
  assert_string_equal(reason(findings, RUNG_TABLE_RULE, 0, 0, RULE_BANDS),
                      "the middle one of 30 people, by weight, reaches level low");
  assert_string_equal(reason(findings, RUNG_TABLE_RULE, 0, 0, RULE_MOST),
                      "33 % of the people, by weight, reach level mid or above; 50 % are asked");
  rung_findings_free(findings);
  free(survey);
  rung_model_free(model);
}

static void rules_over_people_take_the_one_in_the_middle(void **unused)
{
  (void)unused;
  rung_model *model = base_model("'by':'bands',", "'by':'bands','over':'people',");
  struct survey *survey = new_survey();
  put_people(survey, 10, 5, 1, 10, "");
  put_people(survey, 10, 1, 5, 10, ""); /* the lower of the two in the middle */
  rung_findings *findings = find_survey(model, survey, false, NULL);
  const size_t row = row_of(findings, RUNG_TABLE_RULE, 0, 0) + RULE_BANDS;
  assert_close(rung_findings_number(findings, RUNG_TABLE_RULE, row, RUNG_FIGURE_LEVEL), LOW, 0);
  assert_int_equal(rung_findings_marks(findings, RUNG_TABLE_RULE, row), ASSUMED);
  assert_string_equal(rung_findings_reason(findings, RUNG_TABLE_RULE, row),
                      "the middle one of 20 people reaches level low");
  rung_findings_free(findings);
  free(survey);
  rung_model_free(model);
}

static void where_nobody_answers_the_state_says_why(void **unused)
{
  (void)unused;
  static const struct silence {
    const char *label;
    double a, b;
    rung_state state;
  } cases[] = {
      {"skipped", NAN, NAN, RUNG_STATE_TOO_LITTLE_EVIDENCE},
      {"not applicable", 9, 9, RUNG_STATE_NOT_APPLICABLE},
  };
  rung_model *model = base_model(NULL, NULL);
  for (size_t index = 0; index < LENGTH(cases); ++index) {
    struct survey *survey = new_survey();
    put_people(survey, 20, cases[index].a, cases[index].b, 10, "");
    rung_findings *findings = find_survey(model, survey, false, NULL);
    assert_case(cases[index].label,
                found_state(findings, RUNG_TABLE_MEASURE, 0, MEASURE_AB) == cases[index].state);
    for (size_t rule = 0; rule < 4; ++rule)
      assert_case(cases[index].label,
                  rung_findings_state(findings, RUNG_TABLE_RULE, rule) == cases[index].state);
    assert_case(cases[index].label,
                found_state(findings, RUNG_TABLE_LEVEL, 0, 0) == cases[index].state);
    assert_case(cases[index].label,
                number(findings, RUNG_TABLE_MEASURE, 0, MEASURE_AB, RUNG_FIGURE_N) == 0);
    rung_findings_free(findings);
    free(survey);
  }
  rung_model_free(model);
}

/* A tally of so many people with the mean of ab at a and the reversed b alike. */
static rung_tally *wave_of(const rung_model *model, size_t count, size_t fours, size_t fives)
{
  struct survey *survey = new_survey();
  put_people(survey, count - fours - fives, 3, 3, 10, "x");
  put_people(survey, fours, 4, 2, 10, "x");
  put_people(survey, fives, 5, 1, 10, "x");
  rung_tally *tally = tally_of(model, survey, 2);
  free(survey);
  return tally;
}

struct sequence {
  const char *label;
  size_t count, people[3], fours[3]; /* per wave: 3 or 4 for everybody */
  int level;
  rung_state state;
  uint32_t marks;
  const char *reason;
};

static const struct sequence SEQUENCES[] = {
    {"the first wave above",
     1,
     {20},
     {20},
     HIGH,
     RUNG_STATE_SHOWN,
     RUNG_MARK_NOT_YET_HELD | ASSUMED,
     "the mean of \"ab\", 4.00, reaches 4 for level high, which is held after 2 waves"},
    {"two waves above",
     2,
     {20, 20},
     {20, 20},
     HIGH,
     RUNG_STATE_SHOWN,
     ASSUMED,
     "the mean of \"ab\", 4.00, reaches the cut 4 for level high"},
    {"between the ends",
     1,
     {20},
     {12},
     MID,
     RUNG_STATE_ON_THRESHOLD,
     RUNG_MARK_VISITING | ASSUMED,
     "the mean of \"ab\", 3.60, lies between 3.5 and 4, where level high is not yet given"},
    {"held and sunk a little",
     3,
     {20, 20, 20},
     {20, 20, 12},
     HIGH,
     RUNG_STATE_SHOWN,
     ASSUMED,
     "the mean of \"ab\", 3.60, lies at or above 3.5, so that level high, once held, is kept"},
    {"held and lost",
     3,
     {20, 20, 20},
     {20, 20, 2},
     MID,
     RUNG_STATE_SHOWN,
     RUNG_MARK_VISITING | ASSUMED,
     "the mean of \"ab\", 3.10, lies below the cut 4 for level high"},
    {"a wave too small to be shown holds nothing",
     2,
     {9, 20},
     {9, 20},
     HIGH,
     RUNG_STATE_SHOWN,
     RUNG_MARK_NOT_YET_HELD | ASSUMED,
     "the mean of \"ab\", 4.00, reaches 4 for level high, which is held after 2 waves"},
};

static void thresholds_are_held_over_waves(void **unused)
{
  (void)unused;
  rung_model *model = base_model(NULL, NULL);
  for (size_t index = 0; index < LENGTH(SEQUENCES); ++index) {
    const struct sequence *run = &SEQUENCES[index];
    rung_tally *waves[3];
    rung_view *view = new_view();
    cut_by(view, "team", NULL);
    for (size_t wave = 0; wave < run->count; ++wave)
      waves[wave] = wave_of(model, run->people[wave], run->fours[wave], 0);
    rung_findings *findings = find_waves(waves, run->count, view, NULL);
    for (size_t group = 0; group < 2; ++group) {
      const size_t row = row_of(findings, RUNG_TABLE_READING, group, 0);
      assert_case(run->label, rung_findings_number(findings, RUNG_TABLE_READING, row,
                                                   RUNG_FIGURE_REACHED) == run->level);
      assert_case(run->label, rung_findings_state(findings, RUNG_TABLE_READING, row) == run->state);
      assert_case(run->label, rung_findings_marks(findings, RUNG_TABLE_READING, row) == run->marks);
      assert_string_equal(reason(findings, RUNG_TABLE_RULE, group, 0, RULE_CUT), run->reason);
    }
    for (size_t wave = 0; wave < run->count; ++wave)
      rung_tally_free(waves[wave]);
    rung_view_free(view);
    rung_findings_free(findings);
  }
  rung_model_free(model);
}

static void waves_of_other_models_or_columns_are_refused(void **unused)
{
  (void)unused;
  rung_model *model = base_model(NULL, NULL), *rescored = base_model("'cut':2.5", "'cut':2.75");
  rung_tally *tally = wave_of(model, 12, 0, 0), *other = wave_of(rescored, 12, 0, 0);
  rung_tally *coarse = new_tally(model, 0, RUNG_TALLY_SCORES);
  const rung_tally *const models[] = {other, tally}, *const columns[] = {coarse, tally};
  const rung_tally *const hollow[] = {NULL};
  rung_findings *findings = (rung_findings *)1;
  assert_int_equal(rung_findings_new(models, 2, NULL, NULL, &findings, NULL), RUNG_E_MISMATCH);
  assert_null(findings);
  assert_int_equal(rung_findings_new(columns, 2, NULL, NULL, &findings, NULL), RUNG_E_MISMATCH);
  assert_int_equal(rung_findings_new(hollow, 1, NULL, NULL, &findings, NULL), RUNG_E_ARGUMENT);
  assert_int_equal(rung_findings_new(NULL, 0, NULL, NULL, &findings, NULL), RUNG_E_ARGUMENT);
  rung_tally_free(tally);
  rung_tally_free(other);
  rung_tally_free(coarse);
  rung_model_free(model);
  rung_model_free(rescored);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(rules_disagree_and_say_why),
      cmocka_unit_test(weighted_figures_say_that_they_are),
      cmocka_unit_test(rules_over_people_take_the_one_in_the_middle),
      cmocka_unit_test(where_nobody_answers_the_state_says_why),
      cmocka_unit_test(thresholds_are_held_over_waves),
      cmocka_unit_test(waves_of_other_models_or_columns_are_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
