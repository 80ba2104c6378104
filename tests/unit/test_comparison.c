/* Comparisons: of groups with the rest and the wave before, in families, and never ranked.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings_support.h"

#include "findings/family.h"
#include "findings/side.h"

/* R's data "sleep" (Cushny & Peebles 1905), as t.test(extra ~ group, data = sleep) prints it:
 * t = -1.8608, df = 17.776, p = 0.07939, interval -3.3654832 to 0.2054832. */
static void a_contrast_is_that_of_welch(void **unused)
{
  (void)unused;
  static const double FIRST[] = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
  static const double SECOND[] = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};
  struct rung__side side[2] = {{0}};
  for (int which = 0; which < 2; ++which) {
    const double *value = which == 0 ? FIRST : SECOND;
    double sum = 0, squares = 0;
    for (size_t index = 0; index < 10; ++index)
      sum += value[index] / 10;
    for (size_t index = 0; index < 10; ++index)
      squares += (value[index] - sum) * (value[index] - sum);
    side[which] = (struct rung__side){10, sum, squares / 9 / 10, 9, false};
  }
  const struct rung__contrast found = rung__contrast_of(&side[0], &side[1], 0.95);
  assert_close(found.difference, -1.58, 1e-12);
  assert_close(found.low, -3.3654832, 5e-8);
  assert_close(found.high, 0.2054832, 5e-8);
  assert_close(found.p, 0.07939, 5e-6);
}

static void without_spread_there_is_no_contrast(void **unused)
{
  (void)unused;
  const struct rung__side flat = {10, 3, 0, 9, false}, unknown = {10, 3, NAN, NAN, false};
  assert_true(isnan(rung__contrast_of(&flat, &flat, 0.95).p));
  assert_true(isnan(rung__contrast_of(&flat, &unknown, 0.95).low));
}

/* People of a team, answering low and high by turns. */
static void put_team(struct survey *survey, size_t count, const char *team, double low)
{
  for (size_t person = 0; person < count; ++person)
    put_row(survey, low + (double)(person % 2), 3, 10, team);
}

static double of_rest(const rung_findings *findings, size_t group, rung_figure which)
{
  return rung_findings_number(
      findings, RUNG_TABLE_COMPARISON,
      rung_findings_row(findings, RUNG_TABLE_COMPARISON, group, MEASURE_AB, RUNG_COMPARISON_REST),
      which);
}

static void the_rest_is_the_whole_without_the_group(void **unused)
{
  (void)unused;
  rung_model *model = base_model(NULL, NULL);
  struct survey *survey = new_survey(), *others = new_survey();
  put_team(survey, 12, "a", 4);
  put_team(survey, 14, "b", 1);
  put_team(survey, 3, "c", 2);
  put_team(others, 14, "b", 1);
  put_team(others, 3, "c", 2);
  rung_findings *findings = find_survey(model, survey, true, NULL);
  rung_findings *rest = find_survey(model, others, false, NULL);
  const size_t a = group_of(findings, "team", "a");
  assert_close(of_rest(findings, a, RUNG_FIGURE_OTHER),
               number(rest, RUNG_TABLE_MEASURE, 0, MEASURE_AB, RUNG_FIGURE_SCORE), 0);
  assert_close(of_rest(findings, a, RUNG_FIGURE_OTHER_N), 17, 0);
  assert_close(of_rest(findings, a, RUNG_FIGURE_N), 12, 0);
  assert_close(of_rest(findings, a, RUNG_FIGURE_NOTABLE), 1, 0);
  rung_findings_free(findings);
  rung_findings_free(rest);
  free(survey);
  free(others);
  rung_model_free(model);
}

static rung_state rest_state(const rung_findings *findings, const char *team)
{
  return rung_findings_state(findings, RUNG_TABLE_COMPARISON,
                             rung_findings_row(findings, RUNG_TABLE_COMPARISON,
                                               group_of(findings, "team", team), MEASURE_AB,
                                               RUNG_COMPARISON_REST));
}

static void what_is_small_is_not_compared_nor_compared_with(void **unused)
{
  (void)unused;
  rung_model *model = base_model(NULL, NULL);
  struct survey *survey = new_survey();
  put_team(survey, 20, "a", 4);
  put_team(survey, 9, "b", 1);
  rung_findings *findings = find_survey(model, survey, true, NULL);
  assert_int_equal(rest_state(findings, "a"), RUNG_STATE_TOO_FEW); /* the rest is b */
  assert_int_equal(rest_state(findings, "b"), RUNG_STATE_TOO_FEW);
  const size_t a = group_of(findings, "team", "a");
  assert_true(isnan(of_rest(findings, a, RUNG_FIGURE_OTHER)));
  assert_true(isnan(of_rest(findings, a, RUNG_FIGURE_OTHER_N)));
  rung_findings_free(findings);
  free(survey);
  rung_model_free(model);
}

static void a_family_is_one_kind_over_one_cut_and_shrinks_no_p(void **unused)
{
  (void)unused;
  rung_model *model = base_model(NULL, NULL);
  struct survey *survey = new_survey();
  put_team(survey, 12, "a", 4);
  put_team(survey, 14, "b", 1);
  put_team(survey, 13, "c", 2);
  rung_findings *findings = find_survey(model, survey, true, NULL);
  size_t made = 0;
  for (size_t row = 0; row < rung_findings_count(findings, RUNG_TABLE_COMPARISON); ++row) {
    const double p = rung_findings_number(findings, RUNG_TABLE_COMPARISON, row, RUNG_FIGURE_P);
    const double adjusted = rung_findings_number(findings, RUNG_TABLE_COMPARISON, row,
                                                 RUNG_FIGURE_P_ADJUSTED);
    if (isnan(p)) continue;
    ++made;
    assert_true(adjusted >= p && adjusted <= 1);
    assert_close(rung_findings_number(findings, RUNG_TABLE_COMPARISON, row, RUNG_FIGURE_FAMILY), 6,
                 0);
  }
  assert_int_equal(made, 6); /* three teams; "ab" and "all" vary, "cc" does not */
  assert_close(rung__family_size(findings, RUNG__DIFFERENT, 1), 6, 0);
  assert_close(rung__family_size(findings, RUNG__DIFFERENT, 0), 0, 0);
  rung_findings_free(findings);
  free(survey);
  rung_model_free(model);
}

static void a_strength_stands_above_the_rest_on_a_ladder(void **unused)
{
  (void)unused;
  rung_model *model = base_model(NULL, NULL);
  struct survey *survey = new_survey();
  put_team(survey, 12, "a", 4);
  put_team(survey, 14, "b", 1);
  rung_findings *findings = find_survey(model, survey, true, NULL);
  size_t different = 0, strong = 0;
  for (size_t group = 1; group < 3; ++group) {
    for (size_t place = 0, row;
         (row = rung__list_row(findings, RUNG__DIFFERENT, group, place)) != (size_t)-1; ++place) {
      different += rung__is_listed(findings, RUNG__DIFFERENT, row);
      strong += rung__is_listed(findings, RUNG__STRENGTH, row);
    }
  }
  assert_int_equal(different, 4); /* "ab" and "all", which no reading is of, in both teams */
  assert_int_equal(strong, 1);
  rung_findings_free(findings);
  free(survey);
  rung_model_free(model);
}

static void the_page_tells_families_and_ranks_nobody(void **unused)
{
  (void)unused;
  rung_model *model = base_model(NULL, NULL);
  struct survey *survey = new_survey();
  put_team(survey, 12, "b", 4);
  put_team(survey, 14, "a", 1);
  rung_findings *findings = find_survey(model, survey, true, NULL);
  rung_bytes *text = NULL;
  assert_int_equal(rung_findings_write(findings, RUNG_FORMAT_TABLE, NULL, &text, NULL), RUNG_OK);
  const char *page = rung_bytes_data(text);
  assert_non_null(strstr(page, "4 of a family of 4"));
  assert_non_null(strstr(page, "never of their"));
  const char *a = strstr(page, "\n    a: "), *b = strstr(page, "\n    b: ");
  assert_true(a != NULL && b != NULL && a < b); /* by name: b is the higher one */
  rung_bytes_free(text);
  rung_findings_free(findings);
  free(survey);
  rung_model_free(model);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_contrast_is_that_of_welch),
      cmocka_unit_test(without_spread_there_is_no_contrast),
      cmocka_unit_test(the_rest_is_the_whole_without_the_group),
      cmocka_unit_test(what_is_small_is_not_compared_nor_compared_with),
      cmocka_unit_test(a_family_is_one_kind_over_one_cut_and_shrinks_no_p),
      cmocka_unit_test(a_strength_stands_above_the_rest_on_a_ladder),
      cmocka_unit_test(the_page_tells_families_and_ranks_nobody),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
