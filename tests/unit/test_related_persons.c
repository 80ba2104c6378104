/* Relations over persons: all together, as a whole or not at all.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings_support.h"
#include "related_support.h"

/* Answers to a and b of the base model for each level of "main", to c for each of "two". */
static const double AGREE[] = {1, 3, 5}, REVERSED[] = {5, 3, 1}, RANKED[] = {20, 10};

/* How many persons stand where, by "main" and "two"; in the last row and column those without. */
struct joint {
  size_t count[4][3];
};

/* Three levels each on two: 60, 20; 10, 40; 20, 50, and some without one level. */
static const struct joint PLENTY = {{{60, 20, 10}, {10, 40, 0}, {20, 50, 6}, {8, 0, 3}}};

static struct survey *survey_of(const struct joint *joint)
{
  struct survey *survey = new_survey();
  for (size_t down = 0; down < 4; ++down) {
    for (size_t across = 0; across < 3; ++across)
      put_people(survey, joint->count[down][across], down < 3 ? AGREE[down] : NAN,
                 down < 3 ? REVERSED[down] : NAN, across < 2 ? RANKED[across] : NAN, "t");
  }
  return survey;
}

/* No settings: plain ones. */
static rung_findings *find_with(const struct joint *joint, const rung_view *view,
                                const rung_settings *settings)
{
  rung_model *model = related_model();
  struct survey *survey = survey_of(joint);
  rung_tally *tally = tally_of(model, survey, 1);
  rung_findings *findings = find_waves(&tally, 1, view, settings);
  rung_tally_free(tally);
  free(survey);
  rung_model_free(model);
  return findings;
}

static rung_findings *find_joint(const struct joint *joint, const rung_view *view)
{
  return find_with(joint, view, NULL);
}

static double of_persons(const rung_findings *findings, rung_figure which)
{
  return rung_findings_number(findings, RUNG_TABLE_RELATION_PERSONS, RELATION_BOTH, which);
}

static double of_cell(const rung_findings *findings, size_t down, size_t across, rung_figure which)
{
  const size_t row = rung_findings_row(findings, RUNG_TABLE_CELL_PERSONS, 0, RELATION_BOTH,
                                       down * 2 + across);
  return rung_findings_number(findings, RUNG_TABLE_CELL_PERSONS, row, which);
}

static rung_state state_in(const rung_findings *findings)
{
  return rung_findings_state(findings, RUNG_TABLE_RELATION_PERSONS, RELATION_BOTH);
}

static void persons_are_counted_by_their_two_levels(void **unused)
{
  (void)unused;
  rung_findings *findings = find_joint(&PLENTY, NULL);
  assert_int_equal(rung_findings_count(findings, RUNG_TABLE_RELATION_PERSONS), 2);
  assert_int_equal(rung_findings_count(findings, RUNG_TABLE_CELL_PERSONS), 12);
  assert_int_equal(state_in(findings), RUNG_STATE_SHOWN);
  assert_close(of_persons(findings, RUNG_FIGURE_N), 200, 0);
  for (size_t down = 0; down < 3; ++down) {
    for (size_t across = 0; across < 2; ++across) {
      const double n = (double)PLENTY.count[down][across];
      assert_close(of_cell(findings, down, across, RUNG_FIGURE_N), n, 0);
      assert_close(of_cell(findings, down, across, RUNG_FIGURE_SHARE), n / 200, 1e-15);
      assert_close(of_cell(findings, down, across, RUNG_FIGURE_DIAGONAL),
                   down == 0 ? across == 0 : across == 1, 0);
    }
  }
  assert_close(of_persons(findings, RUNG_FIGURE_SHARE), 150 / 200.0, 1e-15);
  /* 60 x (40 + 50) + 10 x 50 pairs in one order, 20 x (10 + 20) + 40 x 20 in the other; tied are
   * those of 80, 50, 70 and of 90, 110. */
  const double rows = 40000 - (6400 + 2500 + 4900), columns = 40000 - (8100 + 12100);
  assert_close(of_persons(findings, RUNG_FIGURE_ASSOCIATION),
               2 * (5900 - 1400) / sqrt(rows * columns), 1e-12);
  assert_true(of_persons(findings, RUNG_FIGURE_ASSOCIATION_LOW) > 0.2);
  assert_true(of_persons(findings, RUNG_FIGURE_ASSOCIATION_HIGH) < 0.6);
  assert_int_equal(rung_findings_figure_state(findings, RUNG_TABLE_RELATION_PERSONS, RELATION_BOTH,
                                              RUNG_FIGURE_ASSOCIATION_LOW),
                   RUNG_STATE_SHOWN);
  assert_non_null(strstr(rung_findings_reason(findings, RUNG_TABLE_RELATION_PERSONS, RELATION_BOTH),
                         "the same people answered both at the same time"));
  assert_true(rung_findings_row(findings, RUNG_TABLE_CELL_PERSONS, 1, 0, 0) == (size_t)-1);
  rung_findings_free(findings);
}

static void nothing_of_a_table_is_left_where_a_cell_is_small(void **unused)
{
  (void)unused;
  static const struct {
    const char *what;
    struct joint joint;
  } CASES[] = {
      {"a cell of one person", {{{60, 20, 10}, {10, 40, 0}, {1, 50, 6}, {8, 0, 3}}}},
      {"a cell of five, under the six of the model",
       {{{60, 20, 10}, {10, 40, 0}, {5, 50, 6}, {8, 0, 3}}}},
      {"two with a level on the first reading only",
       {{{60, 20, 10}, {10, 40, 2}, {20, 50, 6}, {8, 0, 3}}}},
      {"one with a level on the second only",
       {{{60, 20, 10}, {10, 40, 0}, {20, 50, 6}, {8, 1, 3}}}},
      {"all on one level of the first", {{{60, 20, 0}, {0, 0, 0}, {0, 0, 0}, {0, 0, 0}}}},
      {"all on one level of the second", {{{60, 0, 0}, {20, 0, 0}, {30, 0, 0}, {0, 0, 0}}}},
      {"all on one cell", {{{60, 0, 0}, {0, 0, 0}, {0, 0, 0}, {0, 0, 0}}}},
  };
  for (size_t index = 0; index < LENGTH(CASES); ++index) {
    rung_findings *findings = find_joint(&CASES[index].joint, NULL);
    assert_case(CASES[index].what, state_in(findings) == RUNG_STATE_HIDDEN);
    for (int figure = 0; figure <= RUNG_FIGURE_CAMP_UPPER_SHARE; ++figure) {
      assert_case(CASES[index].what, isnan(of_persons(findings, (rung_figure)figure)));
      for (size_t cell = 0; figure != RUNG_FIGURE_DIAGONAL && cell < 6; ++cell)
        assert_case(CASES[index].what,
                    isnan(of_cell(findings, cell / 2, cell % 2, (rung_figure)figure)));
    }
    assert_case(CASES[index].what,
                strstr(rung_findings_reason(findings, RUNG_TABLE_CELL_PERSONS, 0), "as a whole"));
    rung_findings_free(findings);
  }
}

static void cells_without_anybody_are_shown(void **unused)
{
  (void)unused;
  static const struct joint SPARSE = {{{60, 0, 0}, {10, 40, 0}, {0, 50, 0}, {0, 0, 0}}};
  rung_findings *findings = find_joint(&SPARSE, NULL);
  assert_int_equal(state_in(findings), RUNG_STATE_SHOWN);
  assert_close(of_cell(findings, 0, 1, RUNG_FIGURE_N), 0, 0);
  rung_findings_free(findings);
}

static void an_order_without_exception_has_no_interval(void **unused)
{
  (void)unused;
  static const struct joint ORDERED = {{{60, 0, 0}, {0, 0, 0}, {0, 50, 0}, {0, 0, 0}}};
  rung_findings *findings = find_joint(&ORDERED, NULL);
  assert_close(of_persons(findings, RUNG_FIGURE_ASSOCIATION), 1, 1e-12);
  assert_true(isnan(of_persons(findings, RUNG_FIGURE_ASSOCIATION_LOW)));
  assert_int_equal(rung_findings_figure_state(findings, RUNG_TABLE_RELATION_PERSONS, RELATION_BOTH,
                                              RUNG_FIGURE_ASSOCIATION_LOW),
                   RUNG_STATE_NOT_ESTIMABLE);
  rung_findings_free(findings);
}

static void few_persons_are_not_related(void **unused)
{
  (void)unused;
  static const struct joint FEW = {{{4, 0, 0}, {0, 0, 0}, {0, 4, 0}, {0, 0, 0}}};
  static const struct joint APART = {{{0, 0, 40}, {0, 0, 0}, {0, 0, 0}, {40, 0, 0}}};
  rung_findings *few = find_joint(&FEW, NULL), *apart = find_joint(&APART, NULL);
  assert_int_equal(state_in(few), RUNG_STATE_TOO_FEW);
  assert_int_equal(state_in(apart), RUNG_STATE_TOO_FEW);
  assert_true(isnan(of_persons(few, RUNG_FIGURE_N)));
  rung_findings_free(few);
  rung_findings_free(apart);
}

static void weights_count_and_give_their_interval_only_with_squares(void **unused)
{
  (void)unused;
  rung_model *model = related_model();
  struct survey *survey = survey_of(&PLENTY);
  survey->weighted = true;
  for (size_t row = 0; row < survey->count; ++row)
    survey->weight[row] = row % 2 == 0 ? 1.5 : 0.5;
  double width[2] = {0, 0};
  for (int part = 0; part < 2; ++part) {
    rung_tally *tally = new_tally(model, 1, part == 0 ? RUNG_TALLY_PRODUCTS : RUNG_TALLY_SCORES);
    add_rows(tally, model, survey, 0, survey->count);
    rung_findings *findings = find_waves(&tally, 1, NULL, NULL);
    /* weights alternate, and every cell has an even number of persons */
    assert_close(of_persons(findings, RUNG_FIGURE_SHARE), 150 / 200.0, 1e-12);
    assert_close(of_cell(findings, 0, 0, RUNG_FIGURE_SHARE), 60 / 200.0, 1e-12);
    width[part] = of_persons(findings, RUNG_FIGURE_ASSOCIATION_HIGH) -
                  of_persons(findings, RUNG_FIGURE_ASSOCIATION_LOW);
    assert_int_equal(rung_findings_figure_state(findings, RUNG_TABLE_RELATION_PERSONS,
                                                RELATION_BOTH, RUNG_FIGURE_ASSOCIATION_LOW),
                     part == 0 ? RUNG_STATE_SHOWN : RUNG_STATE_NOT_COLLECTED);
    rung_findings_free(findings);
    rung_tally_free(tally);
  }
  rung_findings *plain = find_joint(&PLENTY, NULL);
  const double without = of_persons(plain, RUNG_FIGURE_ASSOCIATION_HIGH) -
                         of_persons(plain, RUNG_FIGURE_ASSOCIATION_LOW);
  /* Kish: the mean of the squares is (2.25 + 0.25) / 2 */
  assert_close(width[0], without * sqrt(1.25), 1e-10);
  assert_true(isnan(width[1]));
  rung_findings_free(plain);
  free(survey);
  rung_model_free(model);
}

static void one_who_holds_half_the_weight_hides_the_table(void **unused)
{
  (void)unused;
  rung_model *model = related_model();
  struct survey *survey = survey_of(&PLENTY);
  survey->weighted = true;
  survey->weight[0] = 4000;
  rung_tally *tally = tally_of(model, survey, 1);
  rung_findings *findings = find_waves(&tally, 1, NULL, NULL);
  assert_int_equal(state_in(findings), RUNG_STATE_HIDDEN);
  assert_true(isnan(of_persons(findings, RUNG_FIGURE_SHARE)));
  rung_findings_free(findings);
  rung_tally_free(tally);
  free(survey);
  rung_model_free(model);
}

static void what_only_the_view_relates_has_no_persons(void **unused)
{
  (void)unused;
  rung_view *view = new_view();
  assert_int_equal(rung_view_relation(view, "main", "second", NULL), RUNG_OK);
  rung_findings *findings = find_joint(&PLENTY, view);
  assert_int_equal(rung_findings_count(findings, RUNG_TABLE_RELATION_PERSONS), 3);
  assert_int_equal(rung_findings_state(findings, RUNG_TABLE_RELATION_PERSONS, 2),
                   RUNG_STATE_NOT_COLLECTED);
  assert_non_null(strstr(rung_findings_reason(findings, RUNG_TABLE_RELATION_PERSONS, 2),
                         "only where the model declares"));
  rung_findings_free(findings);
  rung_view_free(view);
}

static void without_scores_nobody_is_related(void **unused)
{
  (void)unused;
  rung_model *model = related_model();
  struct survey *survey = survey_of(&PLENTY);
  rung_tally *tally = new_tally(model, 1, RUNG_TALLY_COUNTS);
  add_rows(tally, model, survey, 0, survey->count);
  rung_findings *findings = find_waves(&tally, 1, NULL, NULL);
  assert_int_equal(state_in(findings), RUNG_STATE_NOT_COLLECTED);
  rung_findings_free(findings);
  rung_tally_free(tally);
  free(survey);
  rung_model_free(model);
}

static void persons_stand_in_every_format(void **unused)
{
  (void)unused;
  static const struct {
    rung_format format;
    const char *words;
  } WRITTEN[] = {
      {RUNG_FORMAT_TABLE, "both: persons by main (down) and two (across)"},
      {RUNG_FORMAT_TABLE,
       "of them where both levels belong together (=); Kendall's tau-b 0.40, from 0.27"},
      {RUNG_FORMAT_TABLE, "Mind: the same people answered both"},
      {RUNG_FORMAT_CSV, ",200,,relation_persons,both,,"},
      {RUNG_FORMAT_CSV, ",50,,cell_persons,both,high | yes,"},
      {RUNG_FORMAT_JSON, "\"persons\""},
  };
  rung_findings *findings = find_joint(&PLENTY, NULL);
  for (size_t index = 0; index < LENGTH(WRITTEN); ++index) {
    rung_bytes *text = NULL;
    assert_int_equal(rung_findings_write(findings, WRITTEN[index].format, NULL, &text, NULL),
                     RUNG_OK);
    assert_case(WRITTEN[index].words, strstr(rung_bytes_data(text), WRITTEN[index].words));
    rung_bytes_free(text);
  }
  rung_findings_free(findings);
}

/* Two persons change places, so that the distributions stay and only the table tells of them. */
static void a_table_that_was_shown_before_is_shown_again_only_as_it_was(void **unused)
{
  (void)unused;
  static const struct joint TURNED = {{{59, 21, 10}, {11, 39, 0}, {20, 50, 6}, {8, 0, 3}}};
  rung_settings *settings = NULL;
  rung_bytes *report = NULL;
  assert_int_equal(rung_settings_new(&settings, NULL), RUNG_OK);
  rung_findings *before = find_with(&PLENTY, NULL, settings);
  assert_int_equal(rung_findings_write(before, RUNG_FORMAT_JSON, NULL, &report, NULL), RUNG_OK);
  rung_view *view = new_view();
  assert_int_equal(rung_view_shown(view, rung_bytes_data(report), rung_bytes_length(report), NULL),
                   RUNG_OK);
  rung_findings *same = find_with(&PLENTY, view, settings);
  rung_findings *other = find_with(&TURNED, view, settings);
  assert_int_equal(state_in(same), RUNG_STATE_SHOWN);
  assert_close(of_persons(same, RUNG_FIGURE_N), 200, 0);
  assert_int_equal(found_state(other, RUNG_TABLE_LEVEL, 0, RELATED_MAIN), RUNG_STATE_SHOWN);
  assert_int_equal(found_state(other, RUNG_TABLE_LEVEL, 0, RELATED_TWO), RUNG_STATE_SHOWN);
  assert_int_equal(state_in(other), RUNG_STATE_HIDDEN);
  assert_true(isnan(of_persons(other, RUNG_FIGURE_SHARE)));
  assert_true(isnan(of_persons(other, RUNG_FIGURE_ASSOCIATION_LOW)));
  assert_true(isnan(of_cell(other, 0, 0, RUNG_FIGURE_N)));
  assert_close(of_cell(other, 0, 0, RUNG_FIGURE_DIAGONAL), 1, 0);
  rung_findings_free(before);
  rung_findings_free(same);
  rung_findings_free(other);
  rung_view_free(view);
  rung_bytes_free(report);
  rung_settings_free(settings);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(persons_are_counted_by_their_two_levels),
      cmocka_unit_test(nothing_of_a_table_is_left_where_a_cell_is_small),
      cmocka_unit_test(cells_without_anybody_are_shown),
      cmocka_unit_test(an_order_without_exception_has_no_interval),
      cmocka_unit_test(few_persons_are_not_related),
      cmocka_unit_test(weights_count_and_give_their_interval_only_with_squares),
      cmocka_unit_test(one_who_holds_half_the_weight_hides_the_table),
      cmocka_unit_test(what_only_the_view_relates_has_no_persons),
      cmocka_unit_test(without_scores_nobody_is_related),
      cmocka_unit_test(persons_stand_in_every_format),
      cmocka_unit_test(a_table_that_was_shown_before_is_shown_again_only_as_it_was),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
