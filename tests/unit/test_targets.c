/* Targets: how far units stand from the levels that they want to reach.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings_support.h"

/* Teams x (12 people on a low level), y (12 on a high one) and z (3), each a unit. */
static rung_status find_with(const rung_model *model, rung_view *view, rung_findings **findings,
                             rung_error *error)
{
  struct survey *survey = new_survey();
  put_people(survey, 12, 1, 5, 10, "x");
  put_people(survey, 12, 5, 1, 20, "y");
  put_people(survey, 3, 5, 1, 20, "z");
  rung_tally *tally = tally_of(model, survey, 2);
  const rung_tally *const wave = tally;
  assert_int_equal(rung_view_units(view, "team", NULL), RUNG_OK);
  put_unit(view, "x", NULL, -1);
  put_unit(view, "y", NULL, -1);
  put_unit(view, "z", NULL, -1);
  rung_settings *plain = plain_settings();
  const rung_status status = rung_findings_new(&wave, 1, view, plain, findings, error);
  rung_settings_free(plain);
  rung_tally_free(tally);
  free(survey);
  return status;
}

static double of_reading(const rung_findings *findings, size_t group, rung_figure which)
{
  return rung_findings_number(findings, RUNG_TABLE_READING,
                              rung_findings_row(findings, RUNG_TABLE_READING, group, 0, 0), which);
}

static void a_target_is_held_against_the_level_stated(void **unused)
{
  (void)unused;
  rung_model *model = base_model(NULL, NULL);
  const char *reading = rung_model_part_id(model, RUNG_PART_READING, 0);
  rung_view *view = new_view();
  rung_findings *findings = NULL;
  assert_int_equal(rung_view_target(view, " x ", reading, "high", NULL), RUNG_OK);
  assert_int_equal(rung_view_target(view, "y", reading, "low", NULL), RUNG_OK);
  assert_int_equal(rung_view_target(view, "z", reading, "mid", NULL), RUNG_OK);
  assert_int_equal(find_with(model, view, &findings, NULL), RUNG_OK);
  const double low = of_reading(findings, 1, RUNG_FIGURE_LEVEL);
  const double high = of_reading(findings, 2, RUNG_FIGURE_LEVEL);
  assert_true(low < 2 && high > 0);
  assert_close(of_reading(findings, 1, RUNG_FIGURE_TARGET), 2, 0);
  assert_close(of_reading(findings, 1, RUNG_FIGURE_TO_TARGET), 2 - low, 0);
  assert_close(of_reading(findings, 2, RUNG_FIGURE_TO_TARGET), -high, 0);
  assert_close(of_reading(findings, 3, RUNG_FIGURE_TARGET), 1, 0);
  assert_true(isnan(of_reading(findings, 3, RUNG_FIGURE_TO_TARGET)));
  assert_true(isnan(of_reading(findings, 0, RUNG_FIGURE_TARGET)));
  rung_findings_free(findings);
  rung_view_free(view);
  rung_model_free(model);
}

static void a_target_of_nothing_is_refused_by_name(void **unused)
{
  (void)unused;
  rung_model *model = base_model(NULL, NULL);
  const char *reading = rung_model_part_id(model, RUNG_PART_READING, 0);
  const struct {
    const char *unit, *reading, *level;
    rung_status status;
    const char *said;
  } CASES[] = {{"w", reading, "high", RUNG_E_UNKNOWN, "unit 'w'"},
               {"x", "nothing", "high", RUNG_E_UNKNOWN, "no reading"},
               {"x", reading, "nine", RUNG_E_UNKNOWN, "'nine'"},
               {"y", reading, "high", RUNG_E_ARGUMENT, "two targets"}};
  for (size_t index = 0; index < LENGTH(CASES); ++index) {
    rung_view *view = new_view();
    rung_findings *findings = NULL;
    rung_error error = {.status = 0};
    assert_int_equal(rung_view_target(view, "y", reading, "low", NULL), RUNG_OK);
    assert_int_equal(
        rung_view_target(view, CASES[index].unit, CASES[index].reading, CASES[index].level, NULL),
        RUNG_OK);
    assert_case(CASES[index].said,
                find_with(model, view, &findings, &error) == CASES[index].status);
    assert_null(findings);
    assert_case(CASES[index].said, strstr(error.message, CASES[index].said) != NULL);
    assert_string_equal(error.where, CASES[index].reading);
    rung_view_free(view);
  }
  rung_model_free(model);
}

static void the_page_lists_by_distance_and_never_by_height(void **unused)
{
  (void)unused;
  rung_model *model = base_model(NULL, NULL);
  const char *reading = rung_model_part_id(model, RUNG_PART_READING, 0);
  rung_view *view = new_view();
  rung_findings *findings = NULL;
  rung_bytes *text = NULL;
  assert_int_equal(rung_view_target(view, "x", reading, "high", NULL), RUNG_OK);
  assert_int_equal(rung_view_target(view, "y", reading, "low", NULL), RUNG_OK);
  assert_int_equal(rung_view_target(view, "z", reading, "mid", NULL), RUNG_OK);
  assert_int_equal(find_with(model, view, &findings, NULL), RUNG_OK);
  assert_int_equal(rung_findings_write(findings, RUNG_FORMAT_TABLE, NULL, &text, NULL), RUNG_OK);
  const char *section = strstr(rung_bytes_data(text), "How far it is to the targets");
  assert_non_null(section);
  assert_non_null(strstr(section, "short of the target: x (high)."));
  assert_non_null(
      strstr(section, "Beyond the target: 1. With a target and no level that is shown: 1."));
  rung_bytes_free(text);
  rung_findings_free(findings);
  rung_view_free(view);
  rung_model_free(model);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_target_is_held_against_the_level_stated),
      cmocka_unit_test(a_target_of_nothing_is_refused_by_name),
      cmocka_unit_test(the_page_lists_by_distance_and_never_by_height),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
