/* The plan: what else is hidden, of trees, cuts and crossing cuts, and what the audit says of it.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings_support.h"

/* So many people of a team and site, whose answers differ. */
static void put_mixed(struct survey *survey, size_t count, const char *team, const char *site)
{
  for (size_t person = 0; person < count; ++person) {
    put_row(survey, (double)(1 + (person * 3 + 1) % 5), (double)(1 + person % 5),
            (double)(10 + 10 * (person % 2)), team);
    snprintf(survey->site[survey->count - 1], TEXT_MOST, "%s", site);
  }
}

static rung_findings *find_with(const rung_model *model, const struct survey *survey,
                                const rung_view *view, rung_setting which, double value)
{
  rung_settings *settings = NULL;
  rung_tally *tally = tally_of(model, survey, 2);
  assert_int_equal(rung_settings_new(&settings, NULL), RUNG_OK);
  assert_int_equal(rung_settings_set(settings, which, value, NULL), RUNG_OK);
  rung_findings *findings = find_waves(&tally, 1, view, settings);
  rung_settings_free(settings);
  rung_tally_free(tally);
  return findings;
}

static rung_state group_state(const rung_findings *findings, const char *column, const char *value)
{
  return found_state(findings, RUNG_TABLE_GROUP, group_of(findings, column, value), 0);
}

static bool audit_says(const rung_findings *findings, const char *where, const char *text)
{
  rung_notes *notes = NULL;
  bool found = false;
  assert_int_equal(rung_findings_audit(findings, &notes, NULL), RUNG_OK);
  for (size_t index = 0; index < rung_notes_count(notes); ++index)
    found = found || (strcmp(rung_notes_where(notes, index), where) == 0 &&
                      strstr(rung_notes_text(notes, index), text) != NULL);
  rung_notes_free(notes);
  return found;
}

static void a_hidden_team_does_not_follow_from_the_others(void **state)
{
  rung_model *model = base_model(NULL, NULL); /* hides under 6 */
  struct survey *survey = new_survey();
  rung_view *view = new_view();
  (void)state;
  put_mixed(survey, 14, "a", "");
  put_mixed(survey, 12, "b", "");
  put_mixed(survey, 3, "c", "");
  cut_by(view, "team", NULL);
  rung_findings *safe = find_with(model, survey, view, RUNG_SETTING_UNSAFE, 0);
  rung_findings *bare = find_with(model, survey, view, RUNG_SETTING_UNSAFE, 2);
  assert_int_equal(group_state(safe, "team", "a"), RUNG_STATE_SHOWN);
  assert_int_equal(group_state(safe, "team", "b"), RUNG_STATE_HIDDEN);
  assert_int_equal(group_state(safe, "team", "c"), RUNG_STATE_TOO_FEW);
  assert_int_equal(group_state(bare, "team", "b"), RUNG_STATE_SHOWN);
  assert_true(isnan(number(safe, RUNG_TABLE_GROUP, group_of(safe, "team", "b"), 0, RUNG_FIGURE_N)));
  assert_true(
      audit_says(safe, "team b", "all figures would tell exactly, of team c, from the total"));
  assert_true(audit_says(safe, "", "what remains: nothing"));
  assert_true(audit_says(bare, "", "nothing was looked for"));
  assert_int_equal(rung_findings_audit(NULL, NULL, NULL), RUNG_E_ARGUMENT);
  rung_findings_free(safe);
  rung_findings_free(bare);
  rung_view_free(view);
  free(survey);
  rung_model_free(model);
}

/* Beside what is shown in full ten have to be left, beside rounded means six. */
static void a_rounded_mean_is_enough_beside_six(void **state)
{
  rung_model *model = base_model(NULL, NULL);
  struct survey *survey = new_survey();
  rung_view *view = new_view();
  (void)state;
  put_mixed(survey, 24, "a", "");
  put_mixed(survey, 15, "b", "");
  put_mixed(survey, 7, "", ""); /* in no unit */
  assert_int_equal(rung_view_units(view, "team", NULL), RUNG_OK);
  put_unit(view, "a", NULL, -1);
  put_unit(view, "b", NULL, -1);
  rung_findings *findings = find_with(model, survey, view, RUNG_SETTING_UNSAFE, 0);
  const size_t b = group_of(findings, "team", "b");
  assert_int_equal(found_state(findings, RUNG_TABLE_GROUP, b, 0), RUNG_STATE_SHOWN);
  assert_true(number(findings, RUNG_TABLE_GROUP, b, 0, RUNG_FIGURE_N) == 15);
  assert_true(isnan(number(findings, RUNG_TABLE_MEASURE, b, MEASURE_AB, RUNG_FIGURE_SD)));
  assert_string_equal(reason(findings, RUNG_TABLE_GROUP, b, 0, 0),
                      "only the rounded mean is shown: the rest would tell of fewer persons");
  const size_t a = group_of(findings, "team", "a");
  assert_true(number(findings, RUNG_TABLE_MEASURE, a, MEASURE_AB, RUNG_FIGURE_SD) > 0);
  rung_findings_free(findings);
  rung_view_free(view);
  free(survey);
  rung_model_free(model);
}

/* A unit of its own members and two units below, which are shown, and no rest of their own. */
static void a_rest_of_few_below_shown_units_is_covered(void **state)
{
  rung_model *model = base_model(NULL, NULL);
  struct survey *survey = new_survey();
  rung_view *view = new_view();
  (void)state;
  put_mixed(survey, 3, "top", "");
  put_mixed(survey, 14, "x", "");
  put_mixed(survey, 12, "y", "");
  assert_int_equal(rung_view_units(view, "team", NULL), RUNG_OK);
  put_unit(view, "top", NULL, -1);
  put_unit(view, "mid", "top", -1);
  put_unit(view, "x", "mid", -1);
  put_unit(view, "y", "mid", -1);
  rung_findings *findings = find_with(model, survey, view, RUNG_SETTING_UNSAFE, 0);
  assert_int_equal(group_state(findings, "team", "top"), RUNG_STATE_SHOWN);
  assert_int_equal(group_state(findings, "team", "mid"), RUNG_STATE_HIDDEN);
  assert_int_equal(group_state(findings, "team", "x"), RUNG_STATE_SHOWN);
  assert_int_equal(group_state(findings, "team", "y"), RUNG_STATE_HIDDEN);
  rung_findings_free(findings);
  rung_view_free(view);
  free(survey);
  rung_model_free(model);
}

/* Item b is answered by three of team c: its figures follow from the total's and the others', and only
 * they are withheld. */
static void each_figure_is_covered_by_its_own_contributors(void **state)
{
  rung_model *model = base_model(NULL, NULL);
  struct survey *survey = new_survey();
  rung_view *view = new_view();
  (void)state;
  put_mixed(survey, 16, "a", "");
  put_mixed(survey, 14, "b", "");
  put_mixed(survey, 12, "c", "");
  for (size_t row = 33; row < 42; ++row)
    survey->b[row] = NAN;
  cut_by(view, "team", NULL);
  rung_findings *findings = find_with(model, survey, view, RUNG_SETTING_UNSAFE, 0);
  const size_t b = group_of(findings, "team", "b"), c = group_of(findings, "team", "c");
  assert_int_equal(found_state(findings, RUNG_TABLE_ITEM, c, ITEM_B), RUNG_STATE_TOO_FEW);
  assert_int_equal(found_state(findings, RUNG_TABLE_ITEM, b, ITEM_B), RUNG_STATE_HIDDEN);
  assert_int_equal(found_state(findings, RUNG_TABLE_ITEM, b, ITEM_A), RUNG_STATE_SHOWN);
  assert_true(audit_says(findings, "team b", "item 'b' would tell exactly, of team c"));
  rung_findings_free(findings);
  rung_view_free(view);
  free(survey);
  rung_model_free(model);
}

static void unanimous_answers_are_withheld_and_near_ends_too(void **state)
{
  rung_model *model = base_model(NULL, NULL);
  (void)state;
  for (int dissent = 0; dissent < 3; ++dissent) {
    struct survey *survey = new_survey();
    put_people(survey, 20, 5, 5, 10, "");
    for (int row = 0; row < dissent; ++row)
      survey->a[row] = 4 - 2 * (dissent - 1); /* one 4, or two 2 */
    rung_findings *findings = find_with(model, survey, NULL, RUNG_SETTING_UNSAFE, 0);
    const rung_state found = found_state(findings, RUNG_TABLE_ITEM, 0, ITEM_A);
    assert_int_equal(found, dissent < 2 ? RUNG_STATE_HIDDEN : RUNG_STATE_SHOWN);
    assert_int_equal(found_state(findings, RUNG_TABLE_ITEM, 0, ITEM_B), RUNG_STATE_HIDDEN);
    assert_string_equal(reason(findings, RUNG_TABLE_ITEM, 0, ITEM_B, 0),
                        "withheld: single persons could be read out of it");
    assert_true(audit_says(findings, "the total", "item 'b' would tell by itself"));
    rung_findings_free(findings);
    free(survey);
  }
  rung_model_free(model);
}

static void groups_that_differ_by_few_are_not_both_shown(void **state)
{
  rung_model *model = base_model(NULL, NULL);
  struct survey *survey = new_survey();
  rung_view *view = new_view();
  (void)state;
  put_mixed(survey, 18, "a", "north");
  put_mixed(survey, 3, "a", "south");
  put_mixed(survey, 20, "b", "south");
  put_mixed(survey, 2, "b", "north");
  cut_by(view, "team", NULL);
  cut_by(view, "site", NULL);
  rung_findings *findings = find_with(model, survey, view, RUNG_SETTING_UNSAFE, 0);
  assert_int_equal(group_state(findings, "site", "north"), RUNG_STATE_HIDDEN);
  assert_true(audit_says(findings, "site north", "by whom it differs from team a"));
  rung_findings_free(findings);
  rung_view_free(view);
  free(survey);
  rung_model_free(model);
}

static void where_work_runs_out_what_crosses_is_withheld(void **state)
{
  rung_model *model = base_model(NULL, NULL);
  struct survey *survey = chance_survey(20251128, 2000, 40, false);
  rung_view *view = new_view();
  (void)state;
  cut_by(view, "team", NULL);
  cut_by(view, "site", NULL);
  rung_findings *enough = find_with(model, survey, view, RUNG_SETTING_UNSAFE, 0);
  rung_findings *little = find_with(model, survey, view, RUNG_SETTING_WORK, 1000);
  assert_int_equal(group_state(enough, "site", "s1"), RUNG_STATE_SHOWN);
  assert_int_equal(group_state(little, "site", "s1"), RUNG_STATE_HIDDEN);
  assert_int_equal(group_state(little, "team", "t1"), RUNG_STATE_SHOWN);
  assert_true(audit_says(little, "site s1", "takes more steps than the work that is allowed"));
  rung_findings_free(enough);
  rung_findings_free(little);
  rung_view_free(view);
  free(survey);
  rung_model_free(model);
}

static void small_siblings_become_one_group(void **state)
{
  rung_model *model = base_model(NULL, NULL);
  struct survey *survey = new_survey();
  rung_view *cut = new_view(), *tree = new_view();
  (void)state;
  put_mixed(survey, 15, "a", "");
  put_mixed(survey, 12, "(others)", "");
  put_mixed(survey, 4, "b", "");
  put_mixed(survey, 5, "c", "");
  cut_by(cut, "team", NULL);
  assert_int_equal(rung_view_units(tree, "team", NULL), RUNG_OK);
  put_unit(tree, "a", NULL, -1);
  put_unit(tree, "(others)", "a", 20);
  put_unit(tree, "b", "a", 6);
  put_unit(tree, "c", "a", 7);
  rung_findings *flat = find_with(model, survey, cut, RUNG_SETTING_MERGE_SMALL, 1);
  rung_findings *deep = find_with(model, survey, tree, RUNG_SETTING_MERGE_SMALL, 1);
  assert_int_equal(rung_findings_count(flat, RUNG_TABLE_GROUP), 4);
  assert_true(
      number(flat, RUNG_TABLE_GROUP, group_of(flat, "team", "((others))"), 0, RUNG_FIGURE_N) == 9);
  assert_int_equal(rung_findings_count(deep, RUNG_TABLE_GROUP), 4);
  const size_t merged = group_of(deep, "team", "(others: a)");
  assert_int_equal(rung_findings_parent(deep, merged), group_of(deep, "team", "a"));
  assert_true(number(deep, RUNG_TABLE_GROUP, merged, 0, RUNG_FIGURE_N) == 9);
  rung_findings_free(flat);
  rung_findings_free(deep);
  rung_view_free(cut);
  rung_view_free(tree);
  free(survey);
  rung_model_free(model);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_hidden_team_does_not_follow_from_the_others),
      cmocka_unit_test(a_rounded_mean_is_enough_beside_six),
      cmocka_unit_test(a_rest_of_few_below_shown_units_is_covered),
      cmocka_unit_test(each_figure_is_covered_by_its_own_contributors),
      cmocka_unit_test(unanimous_answers_are_withheld_and_near_ends_too),
      cmocka_unit_test(groups_that_differ_by_few_are_not_both_shown),
      cmocka_unit_test(where_work_runs_out_what_crosses_is_withheld),
      cmocka_unit_test(small_siblings_become_one_group),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
