/* The evaluator: means, medians, shares, nesting, coverage, what is needed and what stays possible.
 * SPDX-License-Identifier: Apache-2.0 */
#include "model_support.h"

#define NONE NAN

/* One row of answers to `a` (weight 1) and the reversed `b` (weight 2), and what becomes of `ab`.
 */
static const struct row {
  const char *label;
  double a, b, value, lowest, highest, coverage;
  uint8_t state;
} ROWS[] = {
    {"all answered", 4, 2, 4, 4, 4, 1, RUNG_STATE_SHOWN},
    {"exact thirds", 1, 4, 5.0 / 3, 5.0 / 3, 5.0 / 3, 1, RUNG_STATE_SHOWN},
    {"half is enough", 4, NONE, 4, 2, 14.0 / 3, 1.0 / 3, RUNG_STATE_SHOWN},
    {"nothing answered", NONE, NONE, NONE, 1, 5, 0, RUNG_STATE_TOO_LITTLE_EVIDENCE},
    {"not applicable leaves", 9, 1, 5, 5, 5, 1, RUNG_STATE_SHOWN},
    {"nothing applicable", 9, 9, NONE, NONE, NONE, NONE, RUNG_STATE_NOT_APPLICABLE},
    {"skipped beside not applicable", 9, NONE, NONE, 1, 5, 0, RUNG_STATE_TOO_LITTLE_EVIDENCE},
    {"don't know stays", 8, 2, 4, 3, 13.0 / 3, 2.0 / 3, RUNG_STATE_SHOWN},
    {"off the scale stays", 7, 2, 4, 3, 13.0 / 3, 2.0 / 3, RUNG_STATE_SHOWN},
    {"fractions are invalid", 2.5, 2, 4, 3, 13.0 / 3, 2.0 / 3, RUNG_STATE_SHOWN},
    {"infinite is invalid", INFINITY, 2, 4, 3, 13.0 / 3, 2.0 / 3, RUNG_STATE_SHOWN},
};

static bool same(double a, double b)
{
  return a == b || (isnan(a) && isnan(b));
}

static void assert_measure(const struct sheet *sheet, size_t measure, const struct row *row)
{
  assert_case(row->label, same(figure(sheet, measure, RUNG_SCORE_VALUE), row->value));
  assert_case(row->label, same(figure(sheet, measure, RUNG_SCORE_LOWEST), row->lowest));
  assert_case(row->label, same(figure(sheet, measure, RUNG_SCORE_HIGHEST), row->highest));
  assert_case(row->label, same(figure(sheet, measure, RUNG_SCORE_COVERAGE), row->coverage));
  assert_case(row->label, state_of(sheet, measure) == row->state);
}

static void a_mean_weighs_what_is_answered_and_keeps_what_is_possible(void **state)
{
  (void)state;
  struct sheet sheet = new_sheet(base_model(NULL, NULL));
  for (size_t index = 0; index < LENGTH(ROWS); ++index) {
    answer(&sheet, "a", &ROWS[index].a, 1);
    answer(&sheet, "b", &ROWS[index].b, 1);
    compute(&sheet);
    assert_measure(&sheet, MEASURE_AB, &ROWS[index]);
  }
  free_sheet(&sheet);
}

static void an_item_without_a_column_is_not_asked(void **state)
{
  (void)state;
  struct sheet sheet = new_sheet(base_model(NULL, NULL));
  const double two = 2;
  const struct row row = {"b alone", 0, 0, 4, 4, 4, 1, RUNG_STATE_SHOWN};
  answer(&sheet, "b", &two, 1);
  compute(&sheet);
  assert_measure(&sheet, MEASURE_AB, &row);
  assert_int_equal(state_of(&sheet, MEASURE_CC), RUNG_STATE_NOT_COLLECTED);
  assert_true(isnan(figure(&sheet, MEASURE_CC, RUNG_SCORE_LOWEST)));
  free_sheet(&sheet);
}

/* Replaces the measure `all` of the model by another. */
static struct sheet sheet_with(const char *measure)
{
  return new_sheet(
      base_model("{'id':'all','of':['ab'],'by':'mean','construct':'formative'}", measure));
}

/* Answers a, b and c; INFINITY: no column. */
static void answer_three(const struct sheet *sheet, const double codes[3])
{
  static const char *const ITEMS[] = {"a", "b", "c"};
  for (size_t index = 0; index < 3; ++index) {
    if (!isinf(codes[index]))
      answer(sheet, ITEMS[index], &codes[index], 1);
    else
      assert_int_equal(rung_answers_bind(sheet->answers, RUNG_ROLE_ITEM, ITEMS[index], NULL, NULL),
                       RUNG_OK);
  }
  compute(sheet);
}

struct trio {
  const char *measure;
  double codes[3];
  struct row row;
};

#define ALL(rest) "{'id':'all'," rest "}"

static const struct trio TRIOS[] = {
    {ALL("'of':['a','b'],'by':'median'"),
     {1, 1, 10},
     {"two middles", 0, 0, 3, 3, 3, 1, RUNG_STATE_SHOWN}},
    {ALL("'of':['a',{'id':'b','weight':2}],'by':'median'"),
     {1, 1, 10},
     {"the heavier", 0, 0, 5, 5, 5, 1, RUNG_STATE_SHOWN}},
    {ALL("'of':['a','c',{'id':'b','weight':2}],'by':'median'"),
     {1, 1, 10},
     {"exactly half", 0, 0, 4, 4, 4, 1, RUNG_STATE_SHOWN}},
    {ALL("'of':['a','b','c'],'by':'median'"),
     {2, NAN, 10},
     {"a gap in a median", 0, 0, 2.5, 2, 3, 2.0 / 3, RUNG_STATE_SHOWN}},
    {ALL("'of':['a',{'id':'b','weight':2}],'by':'share'"),
     {5, 5, 10},
     {"a share", 0, 0, 100.0 / 3, 100.0 / 3, 100.0 / 3, 1, RUNG_STATE_SHOWN}},
    {ALL("'of':['a',{'id':'b','weight':2}],'by':'share'"),
     {5, NAN, 10},
     {"a gap in a share", 0, 0, 100, 100.0 / 3, 100, 1.0 / 3, RUNG_STATE_SHOWN}},
    {ALL("'of':['a','c'],'by':'mean','rescale':[0,100]"),
     {2, 1, 10},
     {"rescaled", 0, 0, 62.5, 62.5, 62.5, 1, RUNG_STATE_SHOWN}},
    {ALL("'of':['a','c'],'by':'mean','rescale':[0,100]"),
     {NAN, 1, 20},
     {"a gap rescaled", 0, 0, 0, 0, 50, 0.5, RUNG_STATE_SHOWN}},
    {ALL("'of':['ab','cc'],'by':'mean'"),
     {4, 2, NAN},
     {"nested without evidence", 0, 0, 4, 2.5, 3.5, 0.5, RUNG_STATE_SHOWN}},
    {ALL("'of':['ab','cc'],'by':'mean'"),
     {4, 2, INFINITY},
     {"nested and not asked", 0, 0, 4, 4, 4, 1, RUNG_STATE_SHOWN}},
    {ALL("'of':[{'id':'ab','weight':3},'cc'],'by':'mean'"),
     {4, NAN, 10},
     {"nested with a gap", 0, 0, 3.75, 2.25, 4.25, 0.5, RUNG_STATE_SHOWN}},
    {ALL("'of':['ab','cc'],'by':'mean','needs':{'count':2}"),
     {4, 2, NAN},
     {"two are needed", 0, 0, NAN, 2.5, 3.5, 0.5, RUNG_STATE_TOO_LITTLE_EVIDENCE}},
    {ALL("'of':['a','b'],'by':'mean','needs':{'share':0.51}"),
     {4, NAN, 10},
     {"just over half is needed", 0, 0, NAN, 2.5, 4.5, 0.5, RUNG_STATE_TOO_LITTLE_EVIDENCE}},
    {ALL("'of':['a','b','c'],'by':'mean','needs':{'share':0.666666667}"),
     {4, 2, NAN},
     {"two thirds by nine digits", 0, 0, NAN, 3, 11.0 / 3, 2.0 / 3,
      RUNG_STATE_TOO_LITTLE_EVIDENCE}},
};

static void every_way_of_joining_gives_its_figures(void **state)
{
  (void)state;
  for (size_t index = 0; index < LENGTH(TRIOS); ++index) {
    struct sheet sheet = sheet_with(TRIOS[index].measure);
    answer_three(&sheet, TRIOS[index].codes);
    assert_measure(&sheet, MEASURE_ALL, &TRIOS[index].row);
    free_sheet(&sheet);
  }
}

static void an_unmeasured_item_counts_in_coverage_alone(void **state)
{
  (void)state;
  struct sheet sheet = new_sheet(
      base_model("'kind':'practice','about':'team','scale':'agree','reverse':true",
                 "'kind':'practice','scale':'agree','unmeasured':'nobody asks'"));
  const double codes[3] = {4, INFINITY, 10};
  const struct row row = {"unmeasured", 0, 0, 4, 4, 4, 1.0 / 3, RUNG_STATE_SHOWN};
  answer_three(&sheet, codes);
  assert_measure(&sheet, MEASURE_AB, &row);
  free_sheet(&sheet);
}

static void points_all_of_one_worth_never_divide_by_nothing(void **state)
{
  (void)state;
  char *text = base_text("'reverse':true", "'recode':{'1':2,'2':2,'3':2,'4':2,'5':2}");
  char *place = strstr(text, "[\"ab\"],\"by\":\"mean\"");
  assert_non_null(place);
  char edited[8192];
  snprintf(edited, sizeof edited, "%.*s[\"b\"],\"rescale\":[0,1]%s", (int)(place - text), text,
           place + strlen("[\"ab\"]"));
  free(text);
  rung_model *model = NULL;
  rung_error error = {.status = 0};
  const rung_status status = rung_model_parse(edited, strlen(edited), &model, &error);
  assert_true(status == RUNG_OK || status == RUNG_E_MODEL);
  rung_model_free(model);
}

/* `m` reaches 65536 once the heavy item is not asked: far beyond its range when all is answered. */
static const char *const FAR_TEXT =
    "{'format':'rung-model/1','id':'x','version':'1.0.0','title':{'en':'x'},'licence':'x',"
    "'rows':'people','scales':{'one':{'points':[0,1]},'far':{'points':[0,65536]}},"
    "'items':[{'id':'i','text':{'en':'i'},'kind':'outcome','scale':'one'},"
    "{'id':'j','text':{'en':'j'},'kind':'outcome','scale':'far'}],"
    "'measures':[{'id':'m','of':['i',{'id':'j','weight':0.01}],'by':'mean'},"
    "{'id':'n','of':[{'id':'m','weight':1000},{'id':'i','weight':0.01}],'by':'mean'}]}";

static void a_nested_score_far_beyond_its_complete_range_is_exact_or_refused(void **state)
{
  (void)state;
  char *text = quoted(FAR_TEXT);
  rung_model *model = NULL;
  rung_error error = {.status = 0};
  const rung_status status = rung_model_parse(text, strlen(text), &model, &error);
  free(text);
  if (status == RUNG_E_MODEL) {
    assert_string_equal(error.where, "/measures/1");
    return;
  }
  assert_status(status, RUNG_OK, &error);
  struct sheet sheet = new_sheet(model);
  const double far = 65536;
  answer(&sheet, "j", &far, 1);
  compute(&sheet);
  assert_true(figure(&sheet, 0, RUNG_SCORE_VALUE) == 65536);
  assert_true(figure(&sheet, 1, RUNG_SCORE_VALUE) == 65536);
  assert_true(figure(&sheet, 1, RUNG_SCORE_HIGHEST) == 65536);
  free_sheet(&sheet);
}

static void strict_mode_fails_with_the_row_and_keeps_the_results(void **state)
{
  (void)state;
  struct sheet sheet = new_sheet(base_model(NULL, NULL));
  const double good[] = {4, NAN}, bad[] = {9, 7};
  rung_error error = {.status = 0};
  rung_scores *strict = NULL;
  assert_int_equal(rung_settings_set(sheet.settings, RUNG_SETTING_STRICT, 1, NULL), RUNG_OK);
  assert_int_equal(rung_scores_new(sheet.model, sheet.settings, &strict, NULL), RUNG_OK);
  answer(&sheet, "a", good, 2);
  assert_status(rung_scores_compute(strict, sheet.answers, &error), RUNG_OK, &error);
  answer(&sheet, "a", bad, 2);
  assert_status(rung_scores_compute(strict, sheet.answers, &error), RUNG_E_ANSWERS, &error);
  assert_int_equal(error.row, 2);
  assert_string_equal(error.where, "a");
  double found[2];
  assert_int_equal(rung_scores_measure(strict, MEASURE_AB, RUNG_SCORE_VALUE, found, 2), RUNG_OK);
  assert_true(found[0] == 4 && isnan(found[1]));
  rung_scores_free(strict);
  free_sheet(&sheet);
}

static void rows_do_not_know_where_they_stand_in_a_block(void **state)
{
  enum { COUNT = 3000 };
  static double a[COUNT], b[COUNT], value[COUNT];
  static int8_t levels[COUNT];
  (void)state;
  struct sheet sheet = new_sheet(base_model(NULL, NULL));
  for (size_t row = 0; row < COUNT; ++row) {
    a[row] = (double)(1 + row % 5);
    b[row] = (double)(1 + row / 5 % 5);
  }
  answer(&sheet, "a", a, COUNT);
  answer(&sheet, "b", b, COUNT);
  compute(&sheet);
  assert_int_equal(rung_scores_rows(sheet.scores), COUNT);
  assert_int_equal(rung_scores_measure(sheet.scores, MEASURE_AB, RUNG_SCORE_VALUE, value, COUNT),
                   RUNG_OK);
  assert_int_equal(rung_scores_levels(sheet.scores, 0, RULE_CUT, RUNG_LEVEL_REACHED, levels, COUNT),
                   RUNG_OK);
  for (size_t row = 0; row < COUNT; ++row) {
    const double twelve = a[row] + 2 * (6 - b[row]);
    assert_true(value[row] == twelve / 3);
    assert_int_equal(levels[row], twelve >= 12 ? HIGH : twelve >= 7.5 ? MID : LOW);
  }
  free_sheet(&sheet);
}

static void levels_of_people_are_withheld_unless_asked_for(void **state)
{
  (void)state;
  struct sheet sheet = new_sheet(base_model(NULL, NULL));
  const double codes[3] = {4, 2, 10};
  rung_scores *shy = NULL;
  int8_t found = 9;
  uint8_t state_found = 9, marks = 9;
  answer_three(&sheet, codes);
  assert_int_equal(rung_scores_new(sheet.model, NULL, &shy, NULL), RUNG_OK);
  assert_int_equal(rung_scores_compute(shy, sheet.answers, NULL), RUNG_OK);
  for (int which = RUNG_LEVEL_STATED; which <= RUNG_LEVEL_HIGHEST; ++which) {
    const rung_level_figure level_figure = (rung_level_figure)which;
    assert_int_equal(rung_scores_levels(shy, 0, RULE_CUT, level_figure, &found, 1), RUNG_OK);
    assert_int_equal(found, -1);
  }
  assert_int_equal(rung_scores_level_state(shy, 0, RULE_CUT, &state_found, &marks, 1), RUNG_OK);
  assert_int_equal(state_found, RUNG_STATE_HIDDEN);
  assert_int_equal(marks, 0);
  assert_int_equal(rung_scores_flag(shy, 0, &found, 1), RUNG_OK);
  assert_int_equal(found, -1);
  assert_int_equal(rung_scores_flag(sheet.scores, 0, &found, 1), RUNG_OK);
  assert_int_equal(found, 0);
  rung_scores_free(shy);
  free_sheet(&sheet);
}

static void a_level_that_is_no_anchor_is_reached_and_not_stated(void **state)
{
  (void)state;
  struct sheet sheet = new_sheet(base_model("'people'", "'assessments'"));
  const double codes[3] = {3, NAN, 10};
  uint8_t marks;
  answer_three(&sheet, codes);
  assert_int_equal(level(&sheet, RULE_CUT, RUNG_LEVEL_REACHED), MID);
  assert_int_equal(level(&sheet, RULE_CUT, RUNG_LEVEL_STATED), LOW);
  assert_int_equal(level(&sheet, RULE_CUT, RUNG_LEVEL_LOWEST), LOW);
  assert_int_equal(level(&sheet, RULE_CUT, RUNG_LEVEL_HIGHEST), HIGH);
  assert_int_equal(rung_scores_level_state(sheet.scores, 0, RULE_CUT, NULL, &marks, 1), RUNG_OK);
  assert_int_equal(marks, RUNG_MARK_VISITING | RUNG_MARK_ASSUMED);
  assert_int_equal(level(&sheet, RULE_MOST, RUNG_LEVEL_REACHED), MID);
  free_sheet(&sheet);
}

static void answers_to_another_model_are_a_mismatch(void **state)
{
  (void)state;
  struct sheet one = new_sheet(base_model(NULL, NULL)), twin = new_sheet(base_model(NULL, NULL));
  struct sheet other = new_sheet(base_model("'people'", "'assessments'"));
  rung_error error = {.status = 0};
  assert_status(rung_scores_compute(one.scores, other.answers, &error), RUNG_E_MISMATCH, &error);
  assert_status(rung_scores_compute(one.scores, twin.answers, &error), RUNG_OK, &error);
  free_sheet(&one);
  free_sheet(&twin);
  free_sheet(&other);
}

static void columns_of_unequal_length_fail_when_computed(void **state)
{
  (void)state;
  struct sheet sheet = new_sheet(base_model(NULL, NULL));
  const double codes[] = {1, 2};
  rung_error error = {.status = 0};
  answer(&sheet, "a", codes, 2);
  answer(&sheet, "b", codes, 1);
  assert_status(rung_scores_compute(sheet.scores, sheet.answers, &error), RUNG_E_ANSWERS, &error);
  assert_int_equal(rung_scores_rows(sheet.scores), 0);
  free_sheet(&sheet);
}

static void figures_ask_for_room_and_known_indices(void **state)
{
  (void)state;
  struct sheet sheet = new_sheet(base_model(NULL, NULL));
  const double codes[3] = {4, 2, 10};
  double number;
  int8_t whole;
  uint8_t byte;
  answer_three(&sheet, codes);
  const rung_scores *scores = sheet.scores;
  assert_int_equal(rung_scores_measure(scores, 3, RUNG_SCORE_VALUE, &number, 1), RUNG_E_ARGUMENT);
  assert_int_equal(rung_scores_measure(scores, 0, (rung_score_figure)4, &number, 1),
                   RUNG_E_ARGUMENT);
  assert_int_equal(rung_scores_measure(scores, 0, RUNG_SCORE_VALUE, &number, 0), RUNG_E_ARGUMENT);
  assert_int_equal(rung_scores_measure(scores, 0, RUNG_SCORE_VALUE, NULL, 1), RUNG_E_ARGUMENT);
  assert_int_equal(rung_scores_measure_state(scores, 3, &byte, 1), RUNG_E_ARGUMENT);
  assert_int_equal(rung_scores_levels(scores, 1, 0, RUNG_LEVEL_STATED, &whole, 1), RUNG_E_ARGUMENT);
  assert_int_equal(rung_scores_levels(scores, 0, 4, RUNG_LEVEL_STATED, &whole, 1), RUNG_E_ARGUMENT);
  assert_int_equal(rung_scores_level_state(scores, 0, 4, &byte, &byte, 1), RUNG_E_ARGUMENT);
  assert_int_equal(rung_scores_flag(scores, 1, &whole, 1), RUNG_E_ARGUMENT);
  free_sheet(&sheet);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_mean_weighs_what_is_answered_and_keeps_what_is_possible),
      cmocka_unit_test(an_item_without_a_column_is_not_asked),
      cmocka_unit_test(every_way_of_joining_gives_its_figures),
      cmocka_unit_test(an_unmeasured_item_counts_in_coverage_alone),
      cmocka_unit_test(points_all_of_one_worth_never_divide_by_nothing),
      cmocka_unit_test(a_nested_score_far_beyond_its_complete_range_is_exact_or_refused),
      cmocka_unit_test(strict_mode_fails_with_the_row_and_keeps_the_results),
      cmocka_unit_test(rows_do_not_know_where_they_stand_in_a_block),
      cmocka_unit_test(levels_of_people_are_withheld_unless_asked_for),
      cmocka_unit_test(a_level_that_is_no_anchor_is_reached_and_not_stated),
      cmocka_unit_test(answers_to_another_model_are_a_mismatch),
      cmocka_unit_test(columns_of_unequal_length_fail_when_computed),
      cmocka_unit_test(figures_ask_for_room_and_known_indices),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
