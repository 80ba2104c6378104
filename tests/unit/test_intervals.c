/* Intervals: limits of means and shares over groups.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings_support.h"

#include "findings/measures.h"
#include "findings/sample.h"
#include "tally/tally.h"

#define SEED 20240229

/* A survey of chance answers to a and b, without absences where `whole`. */
static struct survey *answers_of(size_t count, bool whole)
{
  struct survey *survey = chance_survey(SEED, count, 1, false);
  uint64_t state = SEED;
  for (size_t row = 0; whole && row < count; ++row) {
    survey->a[row] = 1 + (double)(next_random(&state) % 5);
    survey->b[row] = 1 + (double)(next_random(&state) % 5);
  }
  return survey;
}

static rung_findings *found_of(const rung_model *model, const struct survey *survey, uint32_t parts,
                               double confidence)
{
  rung_settings *settings = NULL;
  rung_findings *findings = NULL;
  rung_error error = {.status = 0};
  rung_tally *tally = new_tally(model, 0, parts);
  add_rows(tally, model, survey, 0, survey->count);
  const rung_tally *const waves[] = {tally};
  assert_int_equal(rung_settings_new(&settings, NULL), RUNG_OK);
  assert_int_equal(rung_settings_set(settings, RUNG_SETTING_CONFIDENCE, confidence, NULL), RUNG_OK);
  assert_int_equal(rung_settings_set(settings, RUNG_SETTING_UNSAFE, 2, NULL), RUNG_OK);
  assert_int_equal(rung_settings_set(settings, RUNG_SETTING_LEAST_N_SPREAD, 3, NULL), RUNG_OK);
  assert_status(rung_findings_new(waves, 1, NULL, settings, &findings, &error), RUNG_OK, &error);
  rung_settings_free(settings);
  rung_tally_free(tally);
  return findings;
}

static double of_measure(const rung_findings *findings, size_t measure, rung_figure figure)
{
  return rung_findings_number(findings, RUNG_TABLE_MEASURE, measure, figure);
}

/* Ten answers "5" to b, which is reversed: 1. M = (10 x 0 + 0.5) / 11, S as on the page, and the
 * quantile with forty digits by the oracle of the golden cases. */
static void answers_that_are_all_the_same_have_limits_of_some_width(void **unused)
{
  (void)unused;
  rung_model *model = base_model(NULL, NULL);
  struct survey *survey = calloc(1, sizeof *survey);
  for (int row = 0; row < 10; ++row)
    put_row(survey, NAN, 5, NAN, "");
  rung_findings *findings = found_of(model, survey, RUNG_TALLY_PRODUCTS, 0.95);
  assert_true(of_measure(findings, MEASURE_AB, RUNG_FIGURE_SCORE) == 1);
  assert_true(of_measure(findings, MEASURE_AB, RUNG_FIGURE_LOW) == 1);
  const double high = of_measure(findings, MEASURE_AB, RUNG_FIGURE_HIGH);
  assert_true(fabs(high - 1.7526219927128408) < 1e-9);
  assert_true(of_measure(findings, MEASURE_AB, RUNG_FIGURE_N_EFFECTIVE) == 10);
  rung_findings_free(findings);
  rung_model_free(model);
  free(survey);
}

static void more_confidence_asks_for_wider_limits_and_more_people_for_narrower_ones(void **unused)
{
  (void)unused;
  rung_model *model = base_model(NULL, NULL);
  double width[3];
  for (int which = 0; which < 3; ++which) {
    struct survey *survey = answers_of(which == 2 ? 2000 : 40, true);
    rung_findings *findings = found_of(model, survey, RUNG_TALLY_SCORES, which == 1 ? 0.8 : 0.95);
    const double score = of_measure(findings, MEASURE_AB, RUNG_FIGURE_SCORE);
    const double low = of_measure(findings, MEASURE_AB, RUNG_FIGURE_LOW);
    const double high = of_measure(findings, MEASURE_AB, RUNG_FIGURE_HIGH);
    assert_true(low >= 1 && low < score && score < high && high <= 5);
    width[which] = high - low;
    rung_findings_free(findings);
    free(survey);
  }
  assert_true(width[1] < width[0]);
  assert_true(width[2] < width[0] / 5);
  rung_model_free(model);
}

/* Where everybody answered everything, the two orders of aggregation have one mean and one variance. */
static void limits_across_items_are_those_across_people_where_all_answered(void **unused)
{
  (void)unused;
  rung_model *model = base_model("{'id':'cc','of':['c'],'by':'median','construct':'formative'}",
                                 "{'id':'cc','of':['a',{'id':'b','weight':2}],'by':'mean',"
                                 "'across':'items','construct':'formative'}");
  struct survey *survey = answers_of(60, true);
  rung_findings *findings = found_of(model, survey, RUNG_TALLY_PRODUCTS, 0.95);
  for (int figure = RUNG_FIGURE_LOW; figure <= RUNG_FIGURE_N_EFFECTIVE; ++figure)
    assert_true(fabs(of_measure(findings, MEASURE_AB, (rung_figure)figure) -
                     of_measure(findings, MEASURE_CC, (rung_figure)figure)) < 1e-9);
  rung_findings_free(findings);
  rung_findings *without = found_of(model, survey, RUNG_TALLY_SCORES, 0.95);
  assert_true(isnan(of_measure(without, MEASURE_CC, RUNG_FIGURE_LOW)));
  assert_int_equal(
      rung_findings_figure_state(without, RUNG_TABLE_MEASURE, MEASURE_CC, RUNG_FIGURE_LOW),
      RUNG_STATE_NOT_COLLECTED);
  assert_non_null(
      strstr(rung_findings_figure_reason(without, RUNG_TABLE_MEASURE, MEASURE_CC, RUNG_FIGURE_HIGH),
             "products"));
  rung_findings_free(without);
  rung_model_free(model);
  free(survey);
}

/* One person's two scores differ by nothing, or by as much as everybody's. */
static void a_gap_of_what_moves_together_is_known_better_than_its_ends(void **unused)
{
  (void)unused;
  rung_model *model = base_model("'said':'ab','done':'cc'", "'said':'ab','done':'all'");
  struct survey *survey = answers_of(60, true);
  rung_findings *findings = found_of(model, survey, RUNG_TALLY_PRODUCTS, 0.95);
  const double low = rung_findings_number(findings, RUNG_TABLE_PAIR, 0, RUNG_FIGURE_LOW);
  const double high = rung_findings_number(findings, RUNG_TABLE_PAIR, 0, RUNG_FIGURE_HIGH);
  assert_true(rung_findings_number(findings, RUNG_TABLE_PAIR, 0, RUNG_FIGURE_SCORE) == 0);
  assert_true(low < 0 && high > 0);
  assert_true(high - low < (of_measure(findings, MEASURE_AB, RUNG_FIGURE_HIGH) -
                            of_measure(findings, MEASURE_AB, RUNG_FIGURE_LOW)) /
                               2);
  rung_findings_free(findings);
  rung_model_free(model);
  free(survey);
}

/* Four people who weigh 4 and sixteen who weigh 1; the ones answer 1 and 5 by halves, the others 3. By
 * hand: v = 2, sum w = 32, sum w^2 = 80. */
static double effective_where(double heavy_low, double heavy_high)
{
  rung_model *model = base_model(NULL, NULL);
  struct survey *survey = calloc(1, sizeof *survey);
  assert_non_null(survey);
  survey->weighted = true;
  for (int row = 0; row < 20; ++row) {
    const bool heavy = row < 4, even = row % 2 == 0;
    const double off = even ? 1 : 5;
    put_row(survey,
            heavy            ? (even ? heavy_low : heavy_high)
            : heavy_low == 3 ? off
                             : 3,
            NAN, NAN, "");
    survey->weight[row] = heavy ? 4 : 1;
  }
  rung_findings *findings = found_of(model, survey, RUNG_TALLY_PRODUCTS, 0.95);
  const double n = of_measure(findings, MEASURE_AB, RUNG_FIGURE_N_EFFECTIVE);
  rung_findings_free(findings);
  rung_model_free(model);
  free(survey);
  return n;
}

static void effective_persons_look_at_answers_and_are_no_more_than_by_kish(void **unused)
{
  (void)unused;
  assert_true(fabs(effective_where(1, 5) - 8) < 1e-9);    /* v (sum w)^2 / 256 */
  assert_true(fabs(effective_where(3, 3) - 12.8) < 1e-9); /* by variance 32; by Kish 32^2 / 80 */
}

static void all_weights_doubled_change_no_limit(void **unused)
{
  (void)unused;
  rung_model *model = base_model(NULL, NULL);
  struct survey *survey = answers_of(90, false);
  double limit[2][3];
  survey->weighted = true;
  for (size_t row = 0; row < survey->count; ++row)
    survey->weight[row] = (double)(1 + row % 4) / 4;
  for (size_t twice = 0; twice < 2; ++twice) {
    rung_findings *findings = found_of(model, survey, RUNG_TALLY_PRODUCTS, 0.95);
    for (size_t figure = 0; figure < 3; ++figure)
      limit[twice][figure] = of_measure(findings, MEASURE_AB,
                                        (rung_figure)(RUNG_FIGURE_LOW + figure));
    for (size_t row = 0; row < survey->count; ++row)
      survey->weight[row] *= 2;
    rung_findings_free(findings);
  }
  for (size_t figure = 0; figure < 3; ++figure)
    assert_true(fabs(limit[0][figure] - limit[1][figure]) < 1e-12 * limit[0][figure]);
  assert_true(limit[0][2] < 80); /* of those who answered, by weight */
  rung_model_free(model);
  free(survey);
}

/* No group of one is shown, so this is looked up before anything is hidden. */
static void one_row_has_no_limits(void **unused)
{
  (void)unused;
  struct rung__sample sample = {.doubt = RUNG__SURE};
  rung_model *model = base_model(NULL, NULL);
  struct survey *survey = calloc(1, sizeof *survey);
  put_row(survey, 3, 4, 10, "");
  rung_tally *tally = tally_of(model, survey, 0);
  struct rung__figures figures = {.model = model};
  assert_true(rung__figures_make(&figures, model, &tally->shape, 1));
  assert_true(rung__count_points(&figures));
  assert_true(rung__groups_reserve(&figures.cells, 1));
  rung__groups_add(&figures.cells, 0, &tally->groups, 0);
  rung__measure_groups(&figures);
  sample = rung__sample_measure(&figures, MEASURE_AB, 0);
  assert_int_equal(sample.doubt, RUNG__ONE_ROW);
  assert_int_equal(rung__doubt_state(sample.doubt), RUNG_STATE_NOT_ESTIMABLE);
  sample = rung__sample_item(&figures, ITEM_A, 0);
  assert_int_equal(sample.doubt, RUNG__ONE_ROW);
  sample = rung__sample_gap(&figures, &model->pairs[0], 0);
  assert_int_equal(sample.doubt, RUNG__ONE_ROW);
  rung__figures_free(&figures);
  rung_tally_free(tally);
  rung_model_free(model);
  free(survey);
}

static void what_is_hidden_hides_its_limits(void **unused)
{
  (void)unused;
  rung_model *model = base_model(NULL, NULL);
  struct survey *survey = answers_of(8, true);
  rung_tally *tally = tally_of(model, survey, 0);
  rung_findings *findings = find_waves(&tally, 1, NULL, NULL);
  assert_true(of_measure(findings, MEASURE_AB, RUNG_FIGURE_SCORE) >= 1);
  for (int figure = RUNG_FIGURE_LOW; figure <= RUNG_FIGURE_N_EFFECTIVE; ++figure)
    assert_true(isnan(of_measure(findings, MEASURE_AB, (rung_figure)figure)));
  for (int figure = RUNG_FIGURE_LOW; figure <= RUNG_FIGURE_UNFAVOURABLE_HIGH; ++figure) {
    assert_true(
        isnan(rung_findings_number(findings, RUNG_TABLE_ITEM, ITEM_A, (rung_figure)figure)));
    assert_true(isnan(rung_findings_number(findings, RUNG_TABLE_LEVEL, 0, (rung_figure)figure)));
  }
  assert_null(rung_findings_figure_reason(NULL, RUNG_TABLE_LEVEL, 0, RUNG_FIGURE_LOW));
  rung_findings_free(findings);
  rung_tally_free(tally);
  rung_model_free(model);
  free(survey);
}

/* 60 persons of one unit: of 240 invited, of 63 and of 60. */
static void limits_of_all_who_were_invited_are_narrower_and_go_where_all_answered(void **unused)
{
  (void)unused;
  static const int64_t INVITED[] = {-1, 240, 63, 60};
  rung_model *model = base_model(NULL, NULL);
  struct survey *survey = answers_of(60, true);
  for (size_t row = 0; row < 60; ++row)
    snprintf(survey->team[row], TEXT_MOST, "t");
  rung_tally *tally = tally_of(model, survey, 1);
  rung_settings *settings = NULL;
  assert_int_equal(rung_settings_new(&settings, NULL), RUNG_OK);
  assert_int_equal(rung_settings_set(settings, RUNG_SETTING_EVERYONE, 1, NULL), RUNG_OK);
  double width[LENGTH(INVITED)];
  for (size_t which = 0; which < LENGTH(INVITED); ++which) {
    rung_view *view = new_view();
    assert_int_equal(rung_view_units(view, "team", NULL), RUNG_OK);
    put_unit(view, "t", NULL, INVITED[which]);
    rung_findings *findings = find_waves(&tally, 1, view, settings);
    const size_t row = rung_findings_row(findings, RUNG_TABLE_MEASURE, 1, MEASURE_AB, 0);
    width[which] = rung_findings_number(findings, RUNG_TABLE_MEASURE, row, RUNG_FIGURE_HIGH) -
                   rung_findings_number(findings, RUNG_TABLE_MEASURE, row, RUNG_FIGURE_LOW);
    if (INVITED[which] == 60)
      assert_non_null(
          strstr(rung_findings_figure_reason(findings, RUNG_TABLE_MEASURE, row, RUNG_FIGURE_LOW),
                 "everyone answered"));
    rung_findings_free(findings);
    rung_view_free(view);
  }
  assert_true(fabs(width[1] / width[0] - sqrt(0.75)) < 0.02);
  assert_true(width[2] == width[0]); /* three silent people are told of by nothing */
  assert_true(isnan(width[3]));
  rung_settings_free(settings);
  rung_tally_free(tally);
  rung_model_free(model);
  free(survey);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(answers_that_are_all_the_same_have_limits_of_some_width),
      cmocka_unit_test(more_confidence_asks_for_wider_limits_and_more_people_for_narrower_ones),
      cmocka_unit_test(limits_across_items_are_those_across_people_where_all_answered),
      cmocka_unit_test(a_gap_of_what_moves_together_is_known_better_than_its_ends),
      cmocka_unit_test(effective_persons_look_at_answers_and_are_no_more_than_by_kish),
      cmocka_unit_test(all_weights_doubled_change_no_limit),
      cmocka_unit_test(one_row_has_no_limits),
      cmocka_unit_test(what_is_hidden_hides_its_limits),
      cmocka_unit_test(limits_of_all_who_were_invited_are_narrower_and_go_where_all_answered),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
