/* Disclosure: what small groups show, and that nothing else of them is left.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings_support.h"

#include "findings/findings.h"

#define SEED 19730523
#define FEW "fewer than 6 persons"
#define BETWEEN "between 6 and 9 persons: only the rounded mean is shown"

/* The model hides under 6 and rounds under 10. */
static rung_settings *settings_of(double least, double spread, double unsafe)
{
  rung_settings *settings = NULL;
  assert_int_equal(rung_settings_new(&settings, NULL), RUNG_OK);
  assert_int_equal(rung_settings_set(settings, RUNG_SETTING_LEAST_N, least, NULL), RUNG_OK);
  assert_int_equal(rung_settings_set(settings, RUNG_SETTING_LEAST_N_SPREAD, spread, NULL), RUNG_OK);
  assert_int_equal(rung_settings_set(settings, RUNG_SETTING_UNSAFE, unsafe, NULL), RUNG_OK);
  return settings;
}

static bool has_number(const rung_findings *findings, rung_table table, size_t row,
                       rung_figure which)
{
  return !isnan(rung_findings_number(findings, table, row, which));
}

/* Whether the first row of a group in a table has a figure. */
static bool shows(const rung_findings *findings, rung_table table, size_t group, rung_figure which)
{
  return has_number(findings, table, row_of(findings, table, group, 0), which);
}

/* How many figures of a group a table still has. */
static size_t numbers_left(const rung_findings *findings, rung_table table, size_t group)
{
  size_t left = 0;
  for (size_t row = 0; row < rung_findings_count(findings, table); ++row) {
    if (rung_findings_group(findings, table, row) != group) continue;
    for (int which = 0; which <= RUNG_FIGURE_REACHED; ++which)
      left += has_number(findings, table, row, (rung_figure)which);
  }
  return left;
}

static void assert_rows(const rung_findings *findings, rung_table table, size_t group,
                        rung_state state, const char *why)
{
  for (size_t row = 0; row < rung_findings_count(findings, table); ++row) {
    if (rung_findings_group(findings, table, row) != group) continue;
    if (rung_findings_state(findings, table, row) == RUNG_STATE_NOT_COLLECTED) {
      assert_int_equal(table, RUNG_TABLE_ITEM); /* nobody was asked to write: that tells of nobody
                                                 */
      assert_int_equal(rung_findings_part(findings, table, row), ITEM_T);
      continue;
    }
    assert_int_equal(rung_findings_state(findings, table, row), state);
    assert_int_equal(rung_findings_marks(findings, table, row), 0);
    assert_string_equal(rung_findings_reason(findings, table, row), why);
  }
}

static void assert_nothing(const rung_findings *findings, size_t group)
{
  for (int table = RUNG_TABLE_GROUP; table <= RUNG_TABLE_PAIR; ++table) {
    assert_int_equal(numbers_left(findings, (rung_table)table, group), 0);
    assert_rows(findings, (rung_table)table, group, RUNG_STATE_TOO_FEW, FEW);
  }
}

static void assert_only_means(const rung_findings *findings, size_t group, double n)
{
  static const rung_table ERASED[] = {RUNG_TABLE_READING, RUNG_TABLE_RULE, RUNG_TABLE_LEVEL,
                                      RUNG_TABLE_ITEM, RUNG_TABLE_FLAG};
  for (size_t index = 0; index < LENGTH(ERASED); ++index) {
    assert_int_equal(numbers_left(findings, ERASED[index], group), 0);
    assert_rows(findings, ERASED[index], group, RUNG_STATE_TOO_FEW, BETWEEN);
  }
  assert_rows(findings, RUNG_TABLE_GROUP, group, RUNG_STATE_SHOWN, BETWEEN);
  assert_rows(findings, RUNG_TABLE_MEASURE, group, RUNG_STATE_SHOWN, BETWEEN);
  assert_int_equal(numbers_left(findings, RUNG_TABLE_GROUP, group), 1);
  assert_int_equal(numbers_left(findings, RUNG_TABLE_MEASURE, group), 3 * 2);
  assert_close(number(findings, RUNG_TABLE_GROUP, group, 0, RUNG_FIGURE_N), n, 0);
  for (size_t measure = 0; measure < 3; ++measure) {
    const double mean = number(findings, RUNG_TABLE_MEASURE, group, measure, RUNG_FIGURE_SCORE);
    assert_close(mean * 10, nearbyint(mean * 10), 1e-12);
    assert_close(number(findings, RUNG_TABLE_MEASURE, group, measure, RUNG_FIGURE_N), n, 0);
  }
  const double gap = number(findings, RUNG_TABLE_PAIR, group, 0, RUNG_FIGURE_DONE) -
                     number(findings, RUNG_TABLE_PAIR, group, 0, RUNG_FIGURE_SAID);
  assert_close(number(findings, RUNG_TABLE_PAIR, group, 0, RUNG_FIGURE_SCORE), gap, 1e-12);
  assert_int_equal(numbers_left(findings, RUNG_TABLE_PAIR, group), 4);
}

static void the_size_of_a_group_decides_what_it_shows(void **unused)
{
  (void)unused;
  rung_model *model = base_model(NULL, NULL);
  struct survey *survey = new_survey();
  uint64_t state = SEED;
  for (size_t size = 1; size <= 14; ++size) {
    char team[TEXT_MOST];
    snprintf(team, sizeof team, "%02zu", size);
    for (size_t person = 0; person < size; ++person)
      put_row(survey, (double)(1 + next_random(&state) % 5), (double)(1 + next_random(&state) % 5),
              (double)(10 + 10 * (next_random(&state) % 2)), team);
  }
  rung_findings *findings = find_survey(model, survey, true, NULL);
  for (size_t size = 1; size <= 14; ++size) {
    if (size < 6) {
      assert_nothing(findings, size);
    } else if (size < 10) {
      assert_only_means(findings, size, (double)size);
    } else {
      assert_true(shows(findings, RUNG_TABLE_MEASURE, size, RUNG_FIGURE_SD));
      assert_true(shows(findings, RUNG_TABLE_LEVEL, size, RUNG_FIGURE_SHARE));
      assert_true(shows(findings, RUNG_TABLE_FLAG, size, RUNG_FIGURE_RAISED));
    }
  }
  rung_findings_free(findings);
  free(survey);
  rung_model_free(model);
}

/* 2.25 and 2.75 lie in the middle between tenths: half to even. */
static void means_are_rounded_half_to_even(void **unused)
{
  (void)unused;
  rung_model *model = base_model("'of':['a',{'id':'b','weight':2}]", "'of':['a']");
  struct survey *survey = new_survey();
  put_people(survey, 6, 2, NAN, 10, "x");
  put_people(survey, 2, 3, NAN, 10, "x"); /* 2.25 */
  put_people(survey, 2, 2, NAN, 10, "y");
  put_people(survey, 6, 3, NAN, 10, "y"); /* 2.75 */
  rung_findings *findings = find_survey(model, survey, true, NULL);
  assert_close(number(findings, RUNG_TABLE_MEASURE, 1, MEASURE_AB, RUNG_FIGURE_SCORE), 2.2, 0);
  assert_close(number(findings, RUNG_TABLE_MEASURE, 2, MEASURE_AB, RUNG_FIGURE_SCORE), 2.8, 0);
  rung_findings_free(findings);
  free(survey);
  rung_model_free(model);
}

static void a_figure_has_its_own_size(void **unused)
{
  (void)unused;
  rung_model *model = base_model(NULL, NULL);
  struct survey *survey = new_survey();
  put_people(survey, 3, 4, 2, 10, "");
  put_people(survey, 4, NAN, 1, 10, "");
  put_people(survey, 20, NAN, NAN, NAN, ""); /* a is answered by 3, b, c, ab and cc by 7 */
  rung_findings *findings = find_survey(model, survey, false, NULL);
  assert_close(number(findings, RUNG_TABLE_GROUP, 0, 0, RUNG_FIGURE_N), 27, 0);
  assert_int_equal(found_state(findings, RUNG_TABLE_ITEM, 0, ITEM_A), RUNG_STATE_TOO_FEW);
  assert_string_equal(reason(findings, RUNG_TABLE_ITEM, 0, ITEM_A, 0), FEW);
  assert_int_equal(found_state(findings, RUNG_TABLE_ITEM, 0, ITEM_B), RUNG_STATE_TOO_FEW);
  assert_string_equal(reason(findings, RUNG_TABLE_ITEM, 0, ITEM_B, 0), BETWEEN);
  assert_int_equal(found_state(findings, RUNG_TABLE_ITEM, 0, ITEM_T), RUNG_STATE_NOT_COLLECTED);
  assert_int_equal(numbers_left(findings, RUNG_TABLE_ITEM, 0), 1); /* that nobody wrote a text */
  assert_int_equal(found_state(findings, RUNG_TABLE_MEASURE, 0, MEASURE_AB), RUNG_STATE_SHOWN);
  assert_true(isnan(number(findings, RUNG_TABLE_MEASURE, 0, MEASURE_AB, RUNG_FIGURE_SD)));
  assert_close(number(findings, RUNG_TABLE_MEASURE, 0, MEASURE_AB, RUNG_FIGURE_SCORE), 4.6, 1e-12);
  assert_int_equal(numbers_left(findings, RUNG_TABLE_READING, 0), 0);
  assert_int_equal(numbers_left(findings, RUNG_TABLE_RULE, 0), 0);
  assert_int_equal(numbers_left(findings, RUNG_TABLE_LEVEL, 0), 0);
  assert_false(shows(findings, RUNG_TABLE_FLAG, 0, RUNG_FIGURE_RAISED));
  rung_findings_free(findings);
  free(survey);
  rung_model_free(model);
}

/* The mean of two items and that of one of them give the other. */
static void a_figure_is_as_small_as_its_smallest_part(void **unused)
{
  (void)unused;
  rung_model *model = base_model("'needs':{'share':0.5}", "'across':'items'");
  struct survey *survey = new_survey();
  put_people(survey, 5, 4, 2, 10, "");
  put_people(survey, 20, 4, NAN, 10, "");
  rung_findings *findings = find_survey(model, survey, false, NULL);
  assert_true(shows(findings, RUNG_TABLE_ITEM, 0, RUNG_FIGURE_SCORE));
  assert_int_equal(found_state(findings, RUNG_TABLE_ITEM, 0, ITEM_B), RUNG_STATE_TOO_FEW);
  assert_int_equal(found_state(findings, RUNG_TABLE_MEASURE, 0, MEASURE_AB), RUNG_STATE_TOO_FEW);
  assert_int_equal(found_state(findings, RUNG_TABLE_READING, 0, 0), RUNG_STATE_TOO_FEW);
  assert_int_equal(found_state(findings, RUNG_TABLE_PAIR, 0, 0), RUNG_STATE_TOO_FEW);
  assert_false(shows(findings, RUNG_TABLE_FLAG, 0, RUNG_FIGURE_RAISED));
  rung_findings_free(findings);
  free(survey);
  rung_model_free(model);
}

static void nobody_with_half_of_the_weight_can_be_read_out(void **unused)
{
  (void)unused;
  rung_model *model = base_model(NULL, NULL);
  struct survey *survey = new_survey();
  put_people(survey, 20, 3, 3, 10, "");
  survey->weighted = true;
  survey->weight[4] = 19;
  rung_findings *half = find_survey(model, survey, false, NULL);
  assert_int_equal(found_state(half, RUNG_TABLE_MEASURE, 0, MEASURE_AB), RUNG_STATE_SHOWN);
  survey->weight[4] = 19.5;
  rung_findings *more = find_survey(model, survey, false, NULL);
  for (int table = RUNG_TABLE_MEASURE; table <= RUNG_TABLE_PAIR; ++table) {
    if (table == RUNG_TABLE_FLAG) continue;
    assert_int_equal(rung_findings_state(more, (rung_table)table, 0), RUNG_STATE_HIDDEN);
    assert_string_equal(rung_findings_reason(more, (rung_table)table, 0),
                        "withheld: single persons could be read out of it");
    assert_true(isnan(rung_findings_number(more, (rung_table)table, 0, RUNG_FIGURE_N)));
    assert_true(isnan(rung_findings_number(more, (rung_table)table, 0, RUNG_FIGURE_SCORE)));
  }
  assert_false(shows(more, RUNG_TABLE_FLAG, 0, RUNG_FIGURE_RAISED));
  rung_findings_free(half);
  rung_findings_free(more);
  free(survey);
  rung_model_free(model);
}

static void coverage_does_not_tell_of_a_heavy_person_who_is_silent(void **unused)
{
  (void)unused;
  rung_model *model = base_model(NULL, NULL);
  struct survey *survey = new_survey();
  put_people(survey, 20, 3, 3, 10, "");
  survey->weighted = true;
  survey->a[4] = survey->b[4] = NAN;
  survey->weight[4] = 100;
  rung_findings *findings = find_survey(model, survey, false, NULL);
  assert_close(number(findings, RUNG_TABLE_ITEM, 0, ITEM_A, RUNG_FIGURE_SCORE), 3, 0);
  assert_true(isnan(number(findings, RUNG_TABLE_ITEM, 0, ITEM_A, RUNG_FIGURE_COVERAGE)));
  assert_true(isnan(number(findings, RUNG_TABLE_MEASURE, 0, MEASURE_AB, RUNG_FIGURE_COVERAGE)));
  assert_true(isnan(number(findings, RUNG_TABLE_MEASURE, 0, MEASURE_ALL, RUNG_FIGURE_COVERAGE)));
  assert_false(shows(findings, RUNG_TABLE_READING, 0, RUNG_FIGURE_COVERAGE));
  rung_findings_free(findings);
  free(survey);
  rung_model_free(model);
}

/* A size of group, and whether its mean and its spread are shown. */
struct sizes {
  const char *label;
  double least, spread, unsafe;
  size_t people;
  bool mean, sd;
};

static const struct sizes SIZES[] = {
    {"the model's size is the larger", 5, 10, 0, 5, false, false},
    {"the model's size is reached", 5, 10, 0, 6, true, false},
    {"the caller's size is the larger", 8, 10, 0, 7, false, false},
    {"the caller's spread is the larger", 5, 20, 0, 19, true, false},
    {"the caller's spread is reached", 5, 20, 0, 20, true, true},
    {"a least size above the spread", 30, 10, 0, 29, false, false},
    {"unsafe goes below the model", 3, 3, 1, 3, true, true},
    {"and not below three", 3, 3, 1, 2, false, false},
    {"not unsafe stays at the model", 3, 3, 0, 5, false, false},
};

static void the_larger_of_both_sizes_holds_unless_it_is_unsafe(void **unused)
{
  (void)unused;
  rung_model *model = base_model(NULL, NULL);
  for (size_t index = 0; index < LENGTH(SIZES); ++index) {
    const struct sizes *sizes = &SIZES[index];
    struct survey *survey = new_survey();
    for (size_t person = 0; person < sizes->people; ++person)
      put_people(survey, 1, (double)(1 + person % 5), (double)(1 + person * 2 % 5), 10, "");
    rung_settings *settings = settings_of(sizes->least, sizes->spread, sizes->unsafe);
    rung_findings *findings = find_survey(model, survey, false, settings);
    assert_case(sizes->label,
                shows(findings, RUNG_TABLE_MEASURE, 0, RUNG_FIGURE_SCORE) == sizes->mean);
    assert_case(sizes->label, shows(findings, RUNG_TABLE_MEASURE, 0, RUNG_FIGURE_SD) == sizes->sd);
    rung_findings_free(findings);
    rung_settings_free(settings);
    free(survey);
  }
  rung_model_free(model);
}

static void a_hidden_total_does_not_tell_its_rows(void **unused)
{
  (void)unused;
  rung_model *model = base_model(NULL, NULL);
  struct survey *survey = new_survey();
  put_people(survey, 4, 4, 2, 10, "");
  survey->weighted = true;
  survey->weight[0] = 0;
  rung_findings *findings = find_survey(model, survey, false, NULL);
  assert_nothing(findings, 0);
  assert_int_equal(findings->rows, 0);
  assert_int_equal(findings->zero_rows, 0);
  rung_findings_free(findings);
  free(survey);
  rung_model_free(model);
}

static void the_invited_are_told_only_of_groups_that_are_shown(void **unused)
{
  (void)unused;
  rung_model *model = base_model(NULL, NULL);
  struct survey *survey = new_survey();
  put_people(survey, 5, 4, 2, 10, "a");
  put_people(survey, 9, 4, 2, 10, "b");
  put_people(survey, 10, 4, 2, 10, "c");
  rung_tally *tally = tally_of(model, survey, 2);
  rung_view *view = new_view();
  assert_int_equal(rung_view_units(view, "team", NULL), RUNG_OK);
  put_unit(view, "a", NULL, 11);
  put_unit(view, "b", NULL, 12);
  put_unit(view, "c", NULL, 16);
  rung_findings *findings = find_waves(&tally, 1, view, NULL);
  assert_close(number(findings, RUNG_TABLE_GROUP, 0, 0, RUNG_FIGURE_INVITED), 39, 0);
  assert_false(shows(findings, RUNG_TABLE_GROUP, 1, RUNG_FIGURE_INVITED));
  assert_false(shows(findings, RUNG_TABLE_GROUP, 2, RUNG_FIGURE_INVITED));
  assert_close(number(findings, RUNG_TABLE_GROUP, 3, 0, RUNG_FIGURE_INVITED), 16, 0);
  rung_findings_free(findings);
  rung_view_free(view);
  rung_tally_free(tally);
  free(survey);
  rung_model_free(model);
}

static void an_empty_unit_is_hidden_like_a_small_one(void **unused)
{
  (void)unused;
  rung_model *model = base_model(NULL, NULL);
  struct survey *survey = new_survey();
  put_people(survey, 12, 4, 2, 10, "a");
  rung_tally *tally = tally_of(model, survey, 2);
  rung_view *view = new_view();
  assert_int_equal(rung_view_units(view, "team", NULL), RUNG_OK);
  put_unit(view, "a", NULL, -1);
  put_unit(view, "b", NULL, -1);
  rung_findings *findings = find_waves(&tally, 1, view, NULL);
  assert_nothing(findings, 2);
  rung_findings_free(findings);
  rung_view_free(view);
  rung_tally_free(tally);
  free(survey);
  rung_model_free(model);
}

static bool has_note(const rung_notes *notes, rung_severity severity, const char *where,
                     const char *text)
{
  for (size_t index = 0; index < rung_notes_count(notes); ++index) {
    if (rung_notes_severity(notes, index) == severity &&
        strcmp(rung_notes_where(notes, index), where) == 0 &&
        strstr(rung_notes_text(notes, index), text) != NULL)
      return true;
  }
  return false;
}

static void notes_say_what_is_hidden_and_unmeasured(void **unused)
{
  (void)unused;
  rung_model *model = base_model("'kind':'practice',", "'kind':'practice','unmeasured':'no data',");
  struct survey *survey = new_survey();
  rung_settings *settings = settings_of(7, 12, 0);
  put_people(survey, 6, 4, 2, 10, "a");
  put_people(survey, 11, 4, 2, 10, "b");
  put_people(survey, 12, 4, 2, 10, "c");
  put_people(survey, 12, 4, 2, 10, "d");
  rung_findings *findings = find_survey(model, survey, true, settings);
  rung_notes *notes = NULL;
  assert_int_equal(rung_findings_notes(findings, &notes, NULL), RUNG_OK);
  assert_true(has_note(notes, RUNG_NOTE_INFORMATION, "",
                       "A group of fewer than 7 people is hidden (least_n); of one of fewer than "
                       "12 only means rounded to 0.1 are shown (least_n_spread)."));
  assert_true(has_note(notes, RUNG_NOTE_INFORMATION, "",
                       "1 of the 5 groups is hidden because fewer than 7 people answered. 1 is "
                       "hidden because one person could be read out of it."));
  assert_true(has_note(notes, RUNG_NOTE_INFORMATION, "",
                       "Also hidden are answers on which all agree, and what would let "));
  assert_true(
      has_note(notes, RUNG_NOTE_INFORMATION, "/items/1", "item 'b' is not measured: no data"));
  assert_int_equal(rung_findings_notes(findings, NULL, NULL), RUNG_E_ARGUMENT);
  rung_notes_free(notes);
  rung_findings_free(findings);
  rung_settings_free(settings);
  free(survey);
  rung_model_free(model);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_size_of_a_group_decides_what_it_shows),
      cmocka_unit_test(means_are_rounded_half_to_even),
      cmocka_unit_test(a_figure_has_its_own_size),
      cmocka_unit_test(a_figure_is_as_small_as_its_smallest_part),
      cmocka_unit_test(nobody_with_half_of_the_weight_can_be_read_out),
      cmocka_unit_test(coverage_does_not_tell_of_a_heavy_person_who_is_silent),
      cmocka_unit_test(the_larger_of_both_sizes_holds_unless_it_is_unsafe),
      cmocka_unit_test(a_hidden_total_does_not_tell_its_rows),
      cmocka_unit_test(the_invited_are_told_only_of_groups_that_are_shown),
      cmocka_unit_test(an_empty_unit_is_hidden_like_a_small_one),
      cmocka_unit_test(notes_say_what_is_hidden_and_unmeasured),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
