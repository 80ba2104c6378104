/* What was shown before: nothing beside it tells of those who came since, or of what was hidden then.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings_support.h"

static struct survey *people(size_t a, size_t b)
{
  struct survey *survey = new_survey();
  for (size_t person = 0; person < a + b; ++person) {
    put_row(survey, (double)(1 + (person * 3 + 1) % 5), (double)(1 + person % 5),
            (double)(10 + 10 * (person % 2)), person < a ? "a" : "b");
    snprintf(survey->site[survey->count - 1], TEXT_MOST, "s%zu", person % 2);
  }
  return survey;
}

static rung_findings *find(const rung_model *model, const struct survey *survey,
                           const rung_view *view, rung_status expected)
{
  rung_tally *tally = tally_of(model, survey, 2);
  const rung_tally *const waves[] = {tally};
  rung_findings *findings = NULL;
  rung_error error = {.status = 0};
  assert_status(rung_findings_new(waves, 1, view, NULL, &findings, &error), expected, &error);
  rung_tally_free(tally);
  return findings;
}

/* The findings of a survey cut by team, in JSON. */
static rung_bytes *report(const rung_model *model, const struct survey *survey)
{
  rung_view *view = new_view();
  rung_bytes *bytes = NULL;
  cut_by(view, "team", NULL);
  rung_findings *findings = find(model, survey, view, RUNG_OK);
  assert_int_equal(rung_findings_write(findings, RUNG_FORMAT_JSON, NULL, &bytes, NULL), RUNG_OK);
  rung_findings_free(findings);
  rung_view_free(view);
  return bytes;
}

static rung_view *view_after(const rung_bytes *shown, const char *column)
{
  rung_view *view = new_view();
  rung_error error = {.status = 0};
  if (column != NULL) cut_by(view, column, NULL);
  assert_status(rung_view_shown(view, rung_bytes_data(shown), rung_bytes_length(shown), &error),
                RUNG_OK, &error);
  return view;
}

/* Findings after a report of earlier people. */
static rung_findings *find_after(const struct survey *then, const struct survey *now,
                                 const char *column)
{
  rung_model *model = base_model(NULL, NULL);
  rung_bytes *shown = report(model, then);
  rung_view *view = view_after(shown, column);
  rung_findings *findings = find(model, now, view, RUNG_OK);
  rung_view_free(view);
  rung_bytes_free(shown);
  rung_model_free(model);
  return findings;
}

static const struct growth {
  const char *label;
  size_t more_a;
  rung_state total, a, b;
} GROWTHS[] = {
    {"nobody came", 0, RUNG_STATE_SHOWN, RUNG_STATE_SHOWN, RUNG_STATE_SHOWN},
    {"one came", 1, RUNG_STATE_HIDDEN, RUNG_STATE_HIDDEN, RUNG_STATE_SHOWN},
    {"five came", 5, RUNG_STATE_HIDDEN, RUNG_STATE_HIDDEN, RUNG_STATE_SHOWN},
    {"six came", 6, RUNG_STATE_SHOWN, RUNG_STATE_SHOWN, RUNG_STATE_SHOWN},
};

/* Fewer than six may not be told of. */
static void a_few_who_came_are_not_told_of(void **state)
{
  struct survey *then = people(20, 18);
  (void)state;
  for (size_t index = 0; index < LENGTH(GROWTHS); ++index) {
    const struct growth *growth = &GROWTHS[index];
    struct survey *now = people(20, 18);
    for (size_t more = 0; more < growth->more_a; ++more)
      put_row(now, (double)(1 + more % 5), 3, 10, "a");
    rung_findings *findings = find_after(then, now, "team");
    assert_case(growth->label, found_state(findings, RUNG_TABLE_GROUP, 0, 0) == growth->total);
    assert_case(growth->label, found_state(findings, RUNG_TABLE_GROUP,
                                           group_of(findings, "team", "a"), 0) == growth->a);
    assert_case(growth->label, found_state(findings, RUNG_TABLE_GROUP,
                                           group_of(findings, "team", "b"), 0) == growth->b);
    rung_findings_free(findings);
    free(now);
  }
  free(then);
}

/* As many as before, of whom one answered otherwise: the measures differ, the persons do not. */
static void somebody_who_answers_otherwise_is_not_told_of(void **state)
{
  struct survey *then = people(20, 18), *now = people(20, 18);
  (void)state;
  now->a[2] = now->a[2] > 3 ? 1 : 5;
  rung_findings *findings = find_after(then, now, "team");
  const size_t a = group_of(findings, "team", "a"), b = group_of(findings, "team", "b");
  assert_int_equal(found_state(findings, RUNG_TABLE_ITEM, a, ITEM_A), RUNG_STATE_HIDDEN);
  assert_int_equal(found_state(findings, RUNG_TABLE_ITEM, a, ITEM_B), RUNG_STATE_SHOWN);
  assert_int_equal(found_state(findings, RUNG_TABLE_ITEM, b, ITEM_A), RUNG_STATE_SHOWN);
  rung_findings_free(findings);
  free(then);
  free(now);
}

/* Site s0 differs by four from team a, which was shown before and is not in this view. */
static void another_cut_counts_beside_what_was_shown(void **state)
{
  struct survey *then = people(20, 18);
  (void)state;
  for (size_t row = 0; row < then->count; ++row)
    snprintf(then->site[row], TEXT_MOST, "%s", row >= 2 && row < 22 ? "s0" : "s1");
  rung_findings *findings = find_after(then, then, "site");
  rung_model *model = base_model(NULL, NULL);
  rung_view *view = new_view();
  cut_by(view, "site", NULL);
  rung_findings *alone = find(model, then, view, RUNG_OK);
  assert_int_equal(found_state(alone, RUNG_TABLE_GROUP, group_of(alone, "site", "s0"), 0),
                   RUNG_STATE_SHOWN);
  assert_int_equal(found_state(findings, RUNG_TABLE_GROUP, group_of(findings, "site", "s0"), 0),
                   RUNG_STATE_HIDDEN);
  rung_findings_free(findings);
  rung_findings_free(alone);
  rung_view_free(view);
  rung_model_free(model);
  free(then);
}

static rung_status show(const char *text)
{
  rung_view *view = new_view();
  const rung_status status = rung_view_shown(view, text, strlen(text), NULL);
  rung_view_free(view);
  return status;
}

static void what_is_no_report_is_refused(void **state)
{
  rung_model *model = base_model(NULL, NULL);
  const char *foreign = "{\"format\":\"rung-findings/1\",\"model\":{\"digest\":\"0\"},"
                        "\"groups\":[]}";
  struct survey *survey = people(12, 12);
  rung_view *view = new_view();
  (void)state;
  assert_int_equal(show("{"), RUNG_E_SYNTAX);
  assert_int_equal(show("{}"), RUNG_E_MODEL);
  assert_int_equal(show("{\"format\":\"rung-scores/1\",\"groups\":[]}"), RUNG_E_MODEL);
  assert_int_equal(show("{\"format\":\"rung-findings/1\"}"), RUNG_E_MODEL);
  assert_int_equal(show("{\"format\":\"rung-findings/1\",\"groups\":[{\"n\":1}]}"), RUNG_E_MODEL);
  assert_int_equal(show("{\"format\":\"rung-findings/1\",\"groups\":[{\"by\":{\"t\":1},\"n\":1}]}"),
                   RUNG_E_MODEL);
  assert_int_equal(show("{\"format\":\"rung-findings/1\",\"groups\":[{\"by\":{},\"n\":\"1\"}]}"),
                   RUNG_E_MODEL);
  assert_int_equal(rung_view_shown(NULL, "{}", 2, NULL), RUNG_E_ARGUMENT);
  assert_int_equal(rung_view_shown(view, NULL, 2, NULL), RUNG_E_ARGUMENT);
  assert_int_equal(rung_view_shown(view, foreign, strlen(foreign), NULL), RUNG_OK);
  assert_null(find(model, survey, view, RUNG_E_MISMATCH));
  for (int more = 1; more < 64; ++more)
    assert_int_equal(rung_view_shown(view, foreign, strlen(foreign), NULL), RUNG_OK);
  assert_int_equal(rung_view_shown(view, foreign, strlen(foreign), NULL), RUNG_E_LIMIT);
  rung_view_free(view);
  rung_model_free(model);
  free(survey);
}

static void a_column_that_the_tally_lacks_is_refused(void **state)
{
  rung_model *model = base_model(NULL, NULL);
  struct survey *survey = people(12, 12);
  rung_bytes *shown = report(model, survey);
  rung_view *view = view_after(shown, NULL);
  rung_tally *tally = tally_of(model, survey, 0);
  const rung_tally *const waves[] = {tally};
  rung_findings *findings = NULL;
  (void)state;
  assert_int_equal(rung_findings_new(waves, 1, view, NULL, &findings, NULL), RUNG_E_UNKNOWN);
  rung_tally_free(tally);
  rung_view_free(view);
  rung_bytes_free(shown);
  rung_model_free(model);
  free(survey);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_few_who_came_are_not_told_of),
      cmocka_unit_test(somebody_who_answers_otherwise_is_not_told_of),
      cmocka_unit_test(another_cut_counts_beside_what_was_shown),
      cmocka_unit_test(what_is_no_report_is_refused),
      cmocka_unit_test(a_column_that_the_tally_lacks_is_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
