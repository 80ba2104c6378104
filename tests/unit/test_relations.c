/* Relations: two readings beside each other, over the units at the end of the tree.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings_support.h"

/* The base model with a reading before its own, of "cc" on the same ladder. */
static rung_model *related_model(void)
{
  return base_model("'readings':[",
                    "'readings':[{'id':'second','ladder':'three','of':'cc','primary':'cut',"
                    "'rules':[{'id':'cut','by':'cut','at':[{'to':'mid','cut':1},"
                    "{'to':'high','cut':2}]}]},");
}

/* Six units of ten people: three low, three high, on both readings alike. One above them, one small. */
static rung_findings *find_related(const rung_model *model, rung_view *view, rung_error *error)
{
  static const char *const UNITS[] = {"a", "b", "c", "d", "e", "f"};
  struct survey *survey = new_survey();
  rung_findings *findings = NULL;
  assert_int_equal(rung_view_units(view, "team", NULL), RUNG_OK);
  put_unit(view, "top", NULL, -1);
  for (size_t unit = 0; unit < LENGTH(UNITS); ++unit) {
    put_people(survey, 10, unit < 3 ? 1 : 5, unit < 3 ? 5 : 1, unit < 3 ? 20 : 10, UNITS[unit]);
    put_unit(view, UNITS[unit], "top", -1);
  }
  put_people(survey, 3, 1, 5, 10, "few");
  put_unit(view, "few", "top", -1);
  rung_tally *tally = tally_of(model, survey, 2);
  const rung_tally *const wave = tally;
  rung_settings *plain = plain_settings();
  const rung_status status = rung_findings_new(&wave, 1, view, plain, &findings, error);
  rung_settings_free(plain);
  assert_true((status == RUNG_OK) == (findings != NULL));
  rung_tally_free(tally);
  free(survey);
  return findings;
}

static double of_relation(const rung_findings *findings, rung_figure which)
{
  return rung_findings_number(findings, RUNG_TABLE_RELATION, 0, which);
}

static void units_are_counted_by_their_two_levels(void **unused)
{
  (void)unused;
  rung_model *model = related_model();
  rung_view *view = new_view();
  assert_int_equal(rung_view_relation(view, "main", "second", NULL), RUNG_OK);
  rung_findings *findings = find_related(model, view, NULL);
  assert_int_equal(rung_findings_count(findings, RUNG_TABLE_RELATION), 1);
  assert_int_equal(rung_findings_count(findings, RUNG_TABLE_CELL), 9);
  assert_string_equal(rung_findings_relation_id(findings, 0), "main,second");
  assert_int_equal(rung_findings_relation_reading(findings, 0, 0), 1);
  assert_int_equal(rung_findings_relation_reading(findings, 0, 1), 0);
  assert_close(of_relation(findings, RUNG_FIGURE_N), 6, 0);
  assert_close(of_relation(findings, RUNG_FIGURE_SHARE), 1, 0);
  assert_close(of_relation(findings, RUNG_FIGURE_ASSOCIATION), 1, 1e-12);
  for (size_t cell = 0; cell < 9; ++cell) {
    const double units = cell == 0 || cell == 8 ? 3 : 0;
    const size_t row = rung_findings_row(findings, RUNG_TABLE_CELL, 0, 0, cell);
    assert_close(rung_findings_number(findings, RUNG_TABLE_CELL, row, RUNG_FIGURE_N), units, 0);
    assert_close(rung_findings_number(findings, RUNG_TABLE_CELL, row, RUNG_FIGURE_DIAGONAL),
                 cell % 4 == 0, 0);
  }
  assert_non_null(strstr(rung_findings_reason(findings, RUNG_TABLE_RELATION, 0),
                         "the same people answered both at the same time"));
  assert_true(rung_findings_row(findings, RUNG_TABLE_CELL, 1, 0, 0) == (size_t)-1);
  assert_null(rung_findings_relation_id(findings, 1));
  assert_true(rung_findings_relation_reading(findings, 0, 2) == (size_t)-1);
  rung_findings_free(findings);
  rung_view_free(view);
  rung_model_free(model);
}

static void without_units_nothing_is_related(void **unused)
{
  (void)unused;
  rung_model *model = related_model();
  struct survey *survey = new_survey();
  put_people(survey, 12, 1, 5, 10, "a");
  rung_tally *tally = tally_of(model, survey, 2);
  rung_view *view = new_view();
  assert_int_equal(rung_view_relation(view, "main", "second", NULL), RUNG_OK);
  rung_findings *findings = find_waves(&tally, 1, view, NULL);
  assert_int_equal(rung_findings_state(findings, RUNG_TABLE_RELATION, 0), RUNG_STATE_NOT_COLLECTED);
  assert_true(isnan(of_relation(findings, RUNG_FIGURE_N)));
  assert_true(isnan(rung_findings_number(findings, RUNG_TABLE_CELL, 0, RUNG_FIGURE_N)));
  rung_findings_free(findings);
  rung_view_free(view);
  rung_tally_free(tally);
  free(survey);
  rung_model_free(model);
}

static void a_relation_of_nothing_is_refused_by_name(void **unused)
{
  (void)unused;
  rung_model *model = related_model();
  rung_view *view = new_view();
  rung_error error = {.status = 0};
  assert_int_equal(rung_view_relation(view, "main", "main", &error), RUNG_E_ARGUMENT);
  assert_int_equal(rung_view_relation(view, "main", "third", NULL), RUNG_OK);
  assert_null(find_related(model, view, &error));
  assert_int_equal(error.status, RUNG_E_UNKNOWN);
  assert_string_equal(error.where, "third");
  rung_view_free(view);
  rung_model_free(model);
}

static void a_view_has_no_more_relations_than_a_model(void **unused)
{
  (void)unused;
  rung_view *view = new_view();
  for (size_t relation = 0; relation < 64; ++relation)
    assert_int_equal(rung_view_relation(view, "a", "b", NULL), RUNG_OK);
  assert_int_equal(rung_view_relation(view, "a", "b", NULL), RUNG_E_ARGUMENT);
  rung_view_free(view);
}

static void a_model_declares_what_belongs_together(void **unused)
{
  (void)unused;
  rung_model *model = base_model(
      "'readings':[",
      "'relations':[{'id':'both','title':{'en':'Both'},'of':['main','again'],"
      "'diagonal':[['low','high'],['high','low']]}],"
      "'readings':[{'id':'again','ladder':'three','of':'all','primary':'cut',"
      "'rules':[{'id':'cut','by':'cut','at':[{'to':'mid','cut':2.5},{'to':'high','cut':4}]}]},");
  rung_view *view = new_view();
  rung_findings *findings = find_related(model, view, NULL);
  assert_int_equal(rung_model_count(model, RUNG_PART_RELATION), 1);
  assert_string_equal(rung_model_part_id(model, RUNG_PART_RELATION, 0), "both");
  assert_string_equal(rung_model_part_text(model, RUNG_PART_RELATION, 0, "en"), "Both");
  assert_string_equal(rung_findings_relation_id(findings, 0), "both");
  assert_close(of_relation(findings, RUNG_FIGURE_SHARE), 0, 0);
  rung_bytes *page = NULL;
  assert_int_equal(rung_findings_write(findings, RUNG_FORMAT_TABLE, NULL, &page, NULL), RUNG_OK);
  assert_non_null(strstr(rung_bytes_data(page), "Both: units by main (down) and again (across)"));
  assert_non_null(strstr(rung_bytes_data(page), "Mind: the same people answered both"));
  rung_bytes_free(page);
  rung_findings_free(findings);
  rung_view_free(view);
  rung_model_free(model);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(units_are_counted_by_their_two_levels),
      cmocka_unit_test(without_units_nothing_is_related),
      cmocka_unit_test(a_relation_of_nothing_is_refused_by_name),
      cmocka_unit_test(a_view_has_no_more_relations_than_a_model),
      cmocka_unit_test(a_model_declares_what_belongs_together),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
