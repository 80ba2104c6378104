/* Groups and trees of units: their order, their merging, and what is refused.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings_support.h"

#define SEED 19841204

static void groups_stand_total_first_then_cuts_then_units(void **unused)
{
  (void)unused;
  static const char *const EXPECTED[] = {"",      "site=s0", "site=s1", "site=s2",
                                         "team=", "team=t0", "team=t1", "team=t1 site=s0"};
  rung_model *model = base_model(NULL, NULL);
  struct survey *survey = chance_survey(SEED, 400, 2, false);
  rung_tally *tally = tally_of(model, survey, 2);
  rung_view *view = new_view();
  cut_by(view, "site", NULL);
  cut_by(view, "team", NULL);
  cut_by(view, "team", "site");
  rung_findings *findings = find_waves(&tally, 1, view, NULL);
  assert_int_equal(rung_findings_count(findings, RUNG_TABLE_GROUP), 1 + 3 + 3 + 9);
  for (size_t group = 0; group < 7; ++group) {
    char name[64] = "";
    if (rung_findings_key_count(findings, group) > 0) {
      const char *value = rung_findings_key_value(findings, group, 0);
      snprintf(name, sizeof name, "%s=%s", rung_findings_key_column(findings, group, 0),
               value == NULL ? "" : value);
    }
    assert_string_equal(name, EXPECTED[group]);
  }
  assert_true(has_key(findings, 15, 0, "team", "t1") && has_key(findings, 15, 1, "site", "s2"));
  assert_null(rung_findings_key_value(findings, 7, 0));
  assert_null(rung_findings_key_column(findings, 7, 2));
  rung_findings_free(findings);
  rung_view_free(view);
  rung_tally_free(tally);
  free(survey);
  rung_model_free(model);
}

static void a_unit_is_the_merge_of_itself_and_all_below(void **unused)
{
  (void)unused;
  static const char *const ORDER[] = {"t2", "t0", "t4", "t1", "t3"}; /* t0 and t1 below t2, t4 below
                                                                        t0 */
  rung_model *model = base_model(NULL, NULL);
  struct survey *survey = chance_survey(SEED, 900, 5, true);
  rung_tally *tally = tally_of(model, survey, 2);
  rung_view *view = new_view();
  assert_int_equal(rung_view_units(view, "team", NULL), RUNG_OK);
  put_unit(view, "t4", "t0", 50);
  put_unit(view, "t3", NULL, 300);
  put_unit(view, "t1", "t2", 300);
  put_unit(view, "t0", "t2", 300);
  put_unit(view, "t2", "", 200);
  rung_findings *tree = find_waves(&tally, 1, view, NULL);
  assert_int_equal(rung_findings_count(tree, RUNG_TABLE_GROUP), 6);
  for (size_t unit = 0; unit < 5; ++unit)
    assert_true(has_key(tree, 1 + unit, 0, "team", ORDER[unit]));
  assert_close(number(tree, RUNG_TABLE_GROUP, 1, 0, RUNG_FIGURE_INVITED), 850, 0);
  assert_close(number(tree, RUNG_TABLE_GROUP, 0, 0, RUNG_FIGURE_INVITED), 1150, 0);
  for (size_t row = 0; row < survey->count; ++row) {
    if (strcmp(survey->team[row], "t3") != 0 && survey->team[row][0] != '\0')
      strcpy(survey->team[row], "t2");
  }
  rung_findings *flat = find_survey(model, survey, true, NULL);
  const size_t group = group_of(flat, "team", "t2");
  for (size_t measure = 0; measure < 3; ++measure) {
    static const rung_figure FIGURES[] = {RUNG_FIGURE_N, RUNG_FIGURE_SCORE, RUNG_FIGURE_SD,
                                          RUNG_FIGURE_COVERAGE};
    for (size_t which = 0; which < LENGTH(FIGURES); ++which)
      assert_close(number(tree, RUNG_TABLE_MEASURE, 1, measure, FIGURES[which]),
                   number(flat, RUNG_TABLE_MEASURE, group, measure, FIGURES[which]), 0);
  }
  rung_findings_free(tree);
  rung_findings_free(flat);
  rung_view_free(view);
  rung_tally_free(tally);
  free(survey);
  rung_model_free(model);
}

/* A tree that cannot be, or does not hold the answers of teams x and y. */
struct tree {
  const char *label;
  const char *unit[3][2]; /* id, parent */
  const char *column;
  rung_status status;
  const char *said;
};

static const struct tree TREES[] = {
    {"a unit that is missing", {{"x", NULL}}, "team", RUNG_E_UNKNOWN, "'y'"},
    {"an unknown parent", {{"x", NULL}, {"y", "z"}}, "team", RUNG_E_UNKNOWN, "'z'"},
    {"a circle of one", {{"x", NULL}, {"y", "y"}}, "team", RUNG_E_ARGUMENT, "'y'"},
    {"a circle of two",
     {{"x", NULL}, {"y", "w"}, {"w", "y"}},
     "team",
     RUNG_E_ARGUMENT,
     "below itself"},
    {"a column that is no key",
     {{"x", NULL}, {"y", NULL}},
     "place",
     RUNG_E_UNKNOWN,
     "no key column"},
    {"no column", {{"x", NULL}, {"y", NULL}}, NULL, RUNG_E_ARGUMENT, "unit column"},
};

static void trees_that_cannot_be_are_refused_by_name(void **unused)
{
  (void)unused;
  rung_model *model = base_model(NULL, NULL);
  struct survey *survey = new_survey();
  put_people(survey, 12, 4, 2, 10, "x");
  put_people(survey, 12, 4, 2, 10, "y");
  put_people(survey, 12, 4, 2, 10, "");
  rung_tally *tally = tally_of(model, survey, 2);
  for (size_t index = 0; index < LENGTH(TREES); ++index) {
    const struct tree *tree = &TREES[index];
    rung_view *view = new_view();
    rung_findings *findings = NULL;
    rung_error error = {.status = 0};
    const rung_tally *const wave = tally;
    if (tree->column != NULL) assert_int_equal(rung_view_units(view, tree->column, NULL), RUNG_OK);
    for (size_t unit = 0; unit < 3 && tree->unit[unit][0] != NULL; ++unit)
      put_unit(view, tree->unit[unit][0], tree->unit[unit][1], -1);
    assert_case(tree->label,
                rung_findings_new(&wave, 1, view, NULL, &findings, &error) == tree->status);
    assert_case(tree->label, strstr(error.message, tree->said) != NULL);
    rung_view_free(view);
  }
  rung_tally_free(tally);
  free(survey);
  rung_model_free(model);
}

static void a_tree_deeper_than_the_tiers_of_units_is_refused(void **unused)
{
  (void)unused;
  static const struct {
    const char *tiers;
    rung_status status;
    const char *said;
  } CASES[] = {
      {"'disclosure'", RUNG_OK, ""},
      {"'unit_tiers':['team','site','house'],'disclosure'", RUNG_OK, ""},
      {"'unit_tiers':['team','house'],'disclosure'", RUNG_E_ARGUMENT,
       "unit 'x' stands 3 deep, and the model has 2 tiers of units, 'house' to 'team'"},
      {"'unit_tiers':['house'],'disclosure'", RUNG_E_ARGUMENT, "unit 'w' stands 2 deep"},
  };
  for (size_t index = 0; index < LENGTH(CASES); ++index) {
    rung_model *model = base_model("'disclosure'", CASES[index].tiers);
    struct survey *survey = new_survey();
    put_people(survey, 12, 4, 2, 10, "x");
    rung_tally *tally = tally_of(model, survey, 2);
    const rung_tally *const wave = tally;
    rung_view *view = new_view();
    rung_findings *findings = NULL;
    rung_error error = {.status = 0};
    assert_int_equal(rung_view_units(view, "team", NULL), RUNG_OK);
    put_unit(view, "x", "w", -1);
    put_unit(view, "w", "v", -1);
    put_unit(view, "v", NULL, -1);
    assert_case(CASES[index].tiers,
                rung_findings_new(&wave, 1, view, NULL, &findings, &error) == CASES[index].status);
    assert_case(CASES[index].tiers, strstr(error.message, CASES[index].said) != NULL);
    rung_findings_free(findings);
    rung_view_free(view);
    rung_tally_free(tally);
    free(survey);
    rung_model_free(model);
  }
}

static void views_refuse_what_makes_no_sense(void **unused)
{
  (void)unused;
  static const char *const TWICE[] = {"a", "a"}, *const HOLLOW[] = {NULL};
  rung_view *view = new_view();
  assert_int_equal(rung_view_cut(view, TWICE, 2, NULL), RUNG_E_ARGUMENT);
  assert_int_equal(rung_view_cut(view, HOLLOW, 1, NULL), RUNG_E_ARGUMENT);
  assert_int_equal(rung_view_cut(view, TWICE, 0, NULL), RUNG_E_ARGUMENT);
  assert_int_equal(rung_view_units(view, "", NULL), RUNG_E_ARGUMENT);
  assert_int_equal(rung_view_unit(view, "", NULL, 1, NULL), RUNG_E_ARGUMENT);
  assert_int_equal(rung_view_unit(view, "u", NULL, -2, NULL), RUNG_E_ARGUMENT);
  put_unit(view, "u", NULL, 1);
  assert_int_equal(rung_view_unit(view, "u", NULL, 1, NULL), RUNG_E_ARGUMENT);
  rung_view_free(view);
  rung_view_free(NULL);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(groups_stand_total_first_then_cuts_then_units),
      cmocka_unit_test(a_unit_is_the_merge_of_itself_and_all_below),
      cmocka_unit_test(trees_that_cannot_be_are_refused_by_name),
      cmocka_unit_test(a_tree_deeper_than_the_tiers_of_units_is_refused),
      cmocka_unit_test(views_refuse_what_makes_no_sense),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
