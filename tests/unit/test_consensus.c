/* Reliability and agreement of groups, beside their statistics on columns.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings_support.h"

#include <rung/stats/agreement.h>
#include <rung/stats/reliability.h>

#define SEED 20240229

static rung_findings *found_of(const rung_model *model, const struct survey *survey, double cutoff)
{
  rung_settings *settings = NULL;
  rung_tally *tally = tally_of(model, survey, 0);
  assert_int_equal(rung_settings_new(&settings, NULL), RUNG_OK);
  assert_int_equal(rung_settings_set(settings, RUNG_SETTING_AGREEMENT, cutoff, NULL), RUNG_OK);
  rung_findings *findings = find_waves(&tally, 1, NULL, settings);
  rung_settings_free(settings);
  rung_tally_free(tally);
  return findings;
}

/* Answers that go together: b is reversed. */
static struct survey *answers_of(size_t count, bool camps)
{
  struct survey *survey = chance_survey(SEED, count, 1, false);
  uint64_t state = SEED;
  for (size_t row = 0; row < count; ++row) {
    const double centre = camps ? (row % 2 ? 1 : 5) : 3 + (double)(next_random(&state) % 2);
    survey->a[row] = centre;
    survey->b[row] = next_random(&state) % 6 == 0 ? 3 : 6 - centre;
    survey->c[row] = row % 3 == 0 ? 20 : 10;
  }
  return survey;
}

static void alpha_of_a_group_is_alpha_of_its_columns(void **unused)
{
  (void)unused;
  rung_model *model = base_model(NULL, NULL);
  struct survey *survey = answers_of(80, true);
  for (size_t row = 0; row < 80; row += 7)
    survey->a[row] = NAN;
  rung_findings *findings = found_of(model, survey, 0);
  double turned[80], out[RUNG_ALPHA_RAW + 1];
  for (size_t row = 0; row < 80; ++row)
    turned[row] = 6 - survey->b[row];
  const rung_column columns[] = {doubles(survey->a, 80), doubles(turned, 80)};
  rung_error error = {.status = 0};
  assert_status(
      rung_stats_alpha(columns, 2, NULL, RUNG_MISSING_PAIRWISE, NULL, out, LENGTH(out), &error),
      RUNG_OK, &error);
  const double alpha = rung_findings_number(findings, RUNG_TABLE_MEASURE, MEASURE_AB,
                                            RUNG_FIGURE_RELIABILITY);
  assert_true(fabs(alpha - out[RUNG_ALPHA_RAW]) < 1e-12);
  assert_int_equal(
      rung_findings_figure_state(findings, RUNG_TABLE_MEASURE, MEASURE_CC, RUNG_FIGURE_RELIABILITY),
      RUNG_STATE_NOT_APPLICABLE);
  assert_non_null(strstr(rung_findings_figure_reason(findings, RUNG_TABLE_MEASURE, MEASURE_CC,
                                                     RUNG_FIGURE_RELIABILITY),
                         "formative"));
  rung_findings_free(findings);
  rung_model_free(model);
  free(survey);
}

/* Draws from the posterior and moments of it are two ways to nearly the same limits. */
static void limits_of_agreement_are_near_those_that_are_drawn(void **unused)
{
  (void)unused;
  rung_model *model = base_model(NULL, NULL);
  struct survey *survey = answers_of(40, false);
  rung_findings *findings = found_of(model, survey, 0);
  double out[RUNG_AGREEMENT_HIGH + 1], label[40] = {0};
  const rung_column column = doubles(survey->b, 40), groups = doubles(label, 40);
  rung_error error = {.status = 0};
  assert_status(rung_stats_agreement(&column, 1, &groups, 1, 5, RUNG_MISSING_LISTWISE, NULL,
                                     LENGTH(out), out, LENGTH(out), &error),
                RUNG_OK, &error);
  const rung_figure figures[] = {RUNG_FIGURE_AGREEMENT, RUNG_FIGURE_AGREEMENT_LOW,
                                 RUNG_FIGURE_AGREEMENT_HIGH};
  const double drawn[] = {out[RUNG_AGREEMENT_RWG_UNIFORM], out[RUNG_AGREEMENT_LOW],
                          out[RUNG_AGREEMENT_HIGH]};
  for (size_t index = 0; index < 3; ++index) {
    const double found = rung_findings_number(findings, RUNG_TABLE_ITEM, ITEM_B, figures[index]);
    assert_true(fabs(found - drawn[index]) < (index == 0 ? 1e-12 : 0.02));
  }
  rung_findings_free(findings);
  rung_model_free(model);
  free(survey);
}

static void a_level_is_refused_only_where_a_cutoff_is_asked_for(void **unused)
{
  (void)unused;
  rung_model *model = base_model(NULL, NULL);
  struct survey *survey = answers_of(60, true);
  for (int asked = 0; asked < 2; ++asked) {
    rung_findings *findings = found_of(model, survey, asked == 0 ? 0 : 0.7);
    const double level = rung_findings_number(findings, RUNG_TABLE_READING, 0, RUNG_FIGURE_LEVEL);
    const double weak = rung_findings_number(findings, RUNG_TABLE_RULE, RULE_WEAK,
                                             RUNG_FIGURE_LEVEL);
    assert_true(isnan(level) == (asked == 1));
    assert_true(weak >= 0); /* no centre of answers */
    if (asked == 1) {
      assert_int_equal(rung_findings_state(findings, RUNG_TABLE_READING, 0),
                       RUNG_STATE_NO_AGREEMENT);
      assert_non_null(strstr(rung_findings_reason(findings, RUNG_TABLE_READING, 0), "cutoff"));
    }
    rung_findings_free(findings);
  }
  rung_model_free(model);
  free(survey);
}

static void two_camps_are_named(void **unused)
{
  (void)unused;
  rung_model *model = base_model(NULL, NULL);
  for (int camps = 0; camps < 2; ++camps) {
    struct survey *survey = answers_of(60, camps == 1);
    rung_findings *findings = found_of(model, survey, 0);
    const double lower = rung_findings_number(findings, RUNG_TABLE_READING, 0,
                                              RUNG_FIGURE_CAMP_LOWER);
    assert_true(camps == 1 ? lower == LOW : isnan(lower));
    if (camps == 1)
      assert_true(rung_findings_number(findings, RUNG_TABLE_READING, 0, RUNG_FIGURE_CAMP_UPPER) ==
                  HIGH);
    rung_findings_free(findings);
    free(survey);
  }
  rung_model_free(model);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(alpha_of_a_group_is_alpha_of_its_columns),
      cmocka_unit_test(limits_of_agreement_are_near_those_that_are_drawn),
      cmocka_unit_test(a_level_is_refused_only_where_a_cutoff_is_asked_for),
      cmocka_unit_test(two_camps_are_named),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
