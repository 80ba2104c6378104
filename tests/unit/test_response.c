/* Response: told where it tells of nobody, and warned of where it is low or uneven.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings_support.h"

struct unit {
  const char *id, *parent;
  size_t people;
  int64_t invited;
};

/* Findings of a tree in which so many of each unit answered. */
static rung_findings *find_units(const struct unit *unit, size_t count)
{
  rung_model *model = base_model(NULL, NULL);
  struct survey *survey = new_survey();
  rung_view *view = new_view();
  assert_int_equal(rung_view_units(view, "team", NULL), RUNG_OK);
  for (size_t index = 0; index < count; ++index) {
    put_people(survey, unit[index].people, 4, 2, 10, unit[index].id);
    put_unit(view, unit[index].id, unit[index].parent, unit[index].invited);
  }
  rung_tally *tally = tally_of(model, survey, 2);
  rung_findings *findings = find_waves(&tally, 1, view, NULL);
  rung_view_free(view);
  rung_tally_free(tally);
  free(survey);
  rung_model_free(model);
  return findings;
}

static double rate(const rung_findings *findings, size_t group)
{
  return rung_findings_number(findings, RUNG_TABLE_GROUP, group, RUNG_FIGURE_RESPONSE);
}

/* Whether a warning says so. */
static bool is_warned(const rung_findings *findings, const char *part)
{
  rung_notes *notes = NULL;
  bool found = false;
  assert_int_equal(rung_findings_notes(findings, &notes, NULL), RUNG_OK);
  for (size_t index = 0; index < rung_notes_count(notes); ++index)
    found |= rung_notes_severity(notes, index) == RUNG_NOTE_WARNING &&
             strstr(rung_notes_text(notes, index), part) != NULL;
  rung_notes_free(notes);
  return found;
}

static void a_rate_is_told_where_enough_are_silent(void **unused)
{
  (void)unused;
  static const struct unit UNITS[] = {{"six silent", NULL, 10, 16}, {"five silent", NULL, 10, 15},
                                      {"one silent", NULL, 10, 11}, {"none silent", NULL, 10, 10},
                                      {"too many", NULL, 10, 9},    {"unknown", NULL, 10, -1}};
  static const double RATE[] = {10.0 / 16, NAN, NAN, NAN, NAN, NAN};
  for (size_t index = 0; index < LENGTH(UNITS); ++index) {
    rung_findings *findings = find_units(&UNITS[index], 1);
    const double invited = rung_findings_number(findings, RUNG_TABLE_GROUP, 1, RUNG_FIGURE_INVITED);
    assert_case(UNITS[index].id, !isnan(rate(findings, 1)) == !isnan(RATE[index]));
    assert_case(UNITS[index].id, !isnan(invited) == !isnan(RATE[index]));
    if (!isnan(RATE[index])) assert_close(rate(findings, 1), RATE[index], 0);
    assert_close(rung_findings_number(findings, RUNG_TABLE_GROUP, 1, RUNG_FIGURE_N), 10, 0);
    rung_findings_free(findings);
  }
}

static void nobody_is_read_out_of_what_is_left_of_a_unit(void **unused)
{
  (void)unused;
  /* Of all without a, b and c the two silent of d would be left: of a to c, fewest are silent in b. */
  static const struct unit UNITS[] = {
      {"a", NULL, 10, 40}, {"b", NULL, 10, 17}, {"c", NULL, 10, 30}, {"d", NULL, 10, 12}};
  rung_findings *findings = find_units(UNITS, LENGTH(UNITS));
  assert_close(rate(findings, 0), 40.0 / 99, 0);
  assert_close(rate(findings, 1), 0.25, 0);
  assert_true(isnan(rate(findings, 2)));
  assert_close(rate(findings, 3), 10.0 / 30, 0);
  assert_true(isnan(rate(findings, 4)));
  rung_findings_free(findings);
}

static void what_is_left_is_looked_at_below_a_withheld_unit_too(void **unused)
{
  (void)unused;
  /* d has two silent, so b is withheld; of all without a, b1 and b2 they would be left again. */
  static const struct unit UNITS[] = {{"a", NULL, 10, 40},
                                      {"b", NULL, 0, 0},
                                      {"b1", "b", 10, 17},
                                      {"b2", "b", 10, 18},
                                      {"d", NULL, 10, 12}};
  static const double RATE[] = {40.0 / 87, 0.25, NAN, NAN, 10.0 / 18, NAN};
  rung_findings *findings = find_units(UNITS, LENGTH(UNITS));
  for (size_t group = 0; group < LENGTH(RATE); ++group)
    assert_close(rate(findings, group), RATE[group], 0);
  rung_findings_free(findings);
}

static void a_low_response_is_warned_of(void **unused)
{
  (void)unused;
  static const struct unit HALF[] = {{"a", NULL, 12, 24}, {"b", NULL, 12, 24}};
  static const struct unit LESS[] = {{"a", NULL, 12, 24}, {"b", NULL, 12, 25}};
  rung_findings *half = find_units(HALF, 2), *less = find_units(LESS, 2);
  assert_false(is_warned(half, "fewer than half"));
  assert_true(is_warned(less, "Only 49.0\u00a0% of those invited answered"));
  assert_true(is_warned(less, "in 1 of the 2 units with a rate"));
  rung_findings_free(half);
  rung_findings_free(less);
}

static void units_further_apart_than_thirty_points_are_warned_of(void **unused)
{
  (void)unused;
  static const struct unit THIRTY[] = {{"a", NULL, 10, 20}, {"b", NULL, 20, 25}};
  static const struct unit MORE[] = {{"a", NULL, 10, 20}, {"b", NULL, 30, 37}};
  rung_findings *thirty = find_units(THIRTY, 2), *more = find_units(MORE, 2);
  assert_false(is_warned(thirty, "Response runs"));
  assert_true(is_warned(more, "Response runs from 50.0\u00a0% to 81.1\u00a0%"));
  rung_findings_free(thirty);
  rung_findings_free(more);
}

static void more_answers_than_people_are_warned_of(void **unused)
{
  (void)unused;
  static const struct unit UNITS[] = {{"a", NULL, 12, 30}, {"b", NULL, 12, 11}};
  rung_findings *findings = find_units(UNITS, 2);
  assert_true(is_warned(findings, "In 1 of the units that are shown more answered"));
  rung_findings_free(findings);
}

static void units_stand_in_the_order_of_the_tree_and_never_of_their_figures(void **unused)
{
  (void)unused;
  static const struct unit UNITS[] = {
      {"c", NULL, 30, 40}, {"a", NULL, 10, 40}, {"b", NULL, 20, 40}};
  static const char *const ORDER[] = {"a", "b", "c"};
  rung_findings *findings = find_units(UNITS, 3);
  for (size_t unit = 0; unit < 3; ++unit)
    assert_true(has_key(findings, 1 + unit, 0, "team", ORDER[unit]));
  rung_findings_free(findings);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_rate_is_told_where_enough_are_silent),
      cmocka_unit_test(nobody_is_read_out_of_what_is_left_of_a_unit),
      cmocka_unit_test(what_is_left_is_looked_at_below_a_withheld_unit_too),
      cmocka_unit_test(a_low_response_is_warned_of),
      cmocka_unit_test(units_further_apart_than_thirty_points_are_warned_of),
      cmocka_unit_test(more_answers_than_people_are_warned_of),
      cmocka_unit_test(units_stand_in_the_order_of_the_tree_and_never_of_their_figures),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
