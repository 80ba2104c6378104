/* Findings: figures of groups against those of their persons.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings_support.h"

#include "model/model.h"

#define SEED 19841204

/* What one person has, as the evaluator says it. */
struct person {
  double score[3], weight;
  int8_t level;
};

static struct person *persons_of(const rung_model *model, const struct survey *survey)
{
  struct person *person = calloc(survey->count, sizeof *person);
  double *value = calloc(survey->count, sizeof *value);
  int8_t *levels = calloc(survey->count, sizeof *levels);
  rung_model *same = base_model(NULL, NULL);
  struct sheet sheet = new_sheet(same);
  (void)model;
  answer(&sheet, "a", survey->a, survey->count);
  answer(&sheet, "b", survey->b, survey->count);
  answer(&sheet, "c", survey->c, survey->count);
  compute(&sheet);
  for (size_t measure = 0; measure < 3; ++measure) {
    rung_scores_measure(sheet.scores, measure, RUNG_SCORE_VALUE, value, survey->count);
    for (size_t row = 0; row < survey->count; ++row)
      person[row].score[measure] = value[row];
  }
  rung_scores_levels(sheet.scores, 0, RULE_CUT, RUNG_LEVEL_REACHED, levels, survey->count);
  for (size_t row = 0; row < survey->count; ++row) {
    person[row].level = levels[row];
    person[row].weight = survey->weighted ? survey->weight[row] : 1;
  }
  free_sheet(&sheet);
  free(value);
  free(levels);
  return person;
}

static bool belongs(const struct survey *survey, size_t row, const char *team)
{
  return team == NULL || strcmp(survey->team[row], team) == 0;
}

static void assert_measure(const rung_findings *findings, size_t group, size_t measure,
                           const struct survey *survey, const struct person *person,
                           const char *team)
{
  double whole = 0, sum = 0, squares = 0, n = 0;
  for (size_t row = 0; row < survey->count; ++row) {
    if (!belongs(survey, row, team) || isnan(person[row].score[measure]) || person[row].weight == 0)
      continue;
    n += 1;
    whole += person[row].weight;
    sum += person[row].weight * person[row].score[measure];
  }
  for (size_t row = 0; row < survey->count; ++row) {
    const double off = person[row].score[measure] - sum / whole;
    if (belongs(survey, row, team) && !isnan(off)) squares += person[row].weight * off * off;
  }
  assert_close(number(findings, RUNG_TABLE_MEASURE, group, measure, RUNG_FIGURE_N), n, 0);
  assert_close(number(findings, RUNG_TABLE_MEASURE, group, measure, RUNG_FIGURE_SCORE), sum / whole,
               1e-10);
  assert_close(number(findings, RUNG_TABLE_MEASURE, group, measure, RUNG_FIGURE_SD),
               sqrt(squares / whole * n / (n - 1)), 1e-10);
}

static void assert_levels(const rung_findings *findings, size_t group, const struct survey *survey,
                          const struct person *person, const char *team)
{
  double weight[3] = {0}, whole = 0, count[3] = {0}, below = 0;
  int typical = -1, peak = -1;
  for (size_t row = 0; row < survey->count; ++row) {
    if (!belongs(survey, row, team) || person[row].level < 0 || person[row].weight == 0) continue;
    weight[person[row].level] += person[row].weight;
    count[person[row].level] += 1;
    whole += person[row].weight;
  }
  const size_t first = row_of(findings, RUNG_TABLE_LEVEL, group, 0);
  for (int at = 0; at < 3; ++at) {
    assert_close(
        rung_findings_number(findings, RUNG_TABLE_LEVEL, first + (size_t)at, RUNG_FIGURE_SHARE),
        weight[at] / whole, 1e-12);
    below += weight[at];
    if (typical < 0 && below >= whole / 2) typical = at;
    if (weight[at] >= whole / 10 && count[at] >= 6) peak = at;
  }
  if (typical == MID) typical = LOW; /* which is no anchor */
  assert_close(number(findings, RUNG_TABLE_READING, group, 0, RUNG_FIGURE_TYPICAL), typical, 0);
  assert_close(number(findings, RUNG_TABLE_READING, group, 0, RUNG_FIGURE_PEAK), peak, 0);
}

/* Of item a: favourable is 4 and 5, neutral 3; 8 is don't know, 9 not applicable, 7 nothing. */
static void assert_item(const rung_findings *findings, size_t group, const struct survey *survey,
                        const struct person *person, const char *team)
{
  double n = 0, answered = 0, asked = 0, sum = 0, favourable = 0, unknown = 0;
  for (size_t row = 0; row < survey->count; ++row) {
    const double code = survey->a[row], weight = person[row].weight;
    if (!belongs(survey, row, team) || weight == 0) continue;
    if (code != 9) asked += weight;
    if (code == 8) unknown += 1;
    if (!(code <= 5)) continue;
    n += 1;
    answered += weight;
    sum += weight * code;
    if (code >= 4) favourable += weight;
  }
  assert_close(number(findings, RUNG_TABLE_ITEM, group, ITEM_A, RUNG_FIGURE_N), n, 0);
  assert_close(number(findings, RUNG_TABLE_ITEM, group, ITEM_A, RUNG_FIGURE_SCORE), sum / answered,
               1e-10);
  assert_close(number(findings, RUNG_TABLE_ITEM, group, ITEM_A, RUNG_FIGURE_FAVOURABLE),
               favourable / answered, 1e-12);
  assert_close(number(findings, RUNG_TABLE_ITEM, group, ITEM_A, RUNG_FIGURE_COVERAGE),
               answered / asked, 1e-12);
  assert_close(number(findings, RUNG_TABLE_ITEM, group, ITEM_A, RUNG_FIGURE_DONT_KNOW), unknown, 0);
}

static void figures_of_groups_agree_with_their_persons(void **unused)
{
  (void)unused;
  rung_model *model = base_model(NULL, NULL);
  for (int weighted = 0; weighted < 2; ++weighted) {
    struct survey *survey = chance_survey(SEED, 900, 5, weighted == 1);
    struct person *person = persons_of(model, survey);
    rung_findings *findings = find_survey(model, survey, true, NULL);
    for (size_t group = 0; group < rung_findings_count(findings, RUNG_TABLE_GROUP); ++group) {
      const char *value = rung_findings_key_value(findings, group, 0);
      const char *team = group == 0 ? NULL : value == NULL ? "" : value;
      for (size_t measure = 0; measure < 3; ++measure)
        assert_measure(findings, group, measure, survey, person, team);
      assert_levels(findings, group, survey, person, team);
      assert_item(findings, group, survey, person, team);
    }
    rung_findings_free(findings);
    free(person);
    free(survey);
  }
  rung_model_free(model);
}

static void coverage_counts_what_is_asked(void **unused)
{
  (void)unused;
  rung_model *model = base_model(NULL, NULL);
  struct survey *survey = new_survey();
  put_people(survey, 10, 4, 2, 10, "");   /* a: weight 1, b: weight 2 */
  put_people(survey, 10, 4, NAN, 10, ""); /* b skipped */
  put_people(survey, 10, 9, 2, 10, "");   /* a not applicable */
  rung_findings *findings = find_survey(model, survey, false, NULL);
  assert_close(number(findings, RUNG_TABLE_MEASURE, 0, MEASURE_AB, RUNG_FIGURE_COVERAGE),
               (20.0 + 2 * 20) / (20.0 + 2 * 30), 1e-15);
  assert_close(number(findings, RUNG_TABLE_MEASURE, 0, MEASURE_ALL, RUNG_FIGURE_COVERAGE), 0.75,
               1e-15);
  assert_close(number(findings, RUNG_TABLE_READING, 0, 0, RUNG_FIGURE_COVERAGE), 0.75, 1e-15);
  rung_findings_free(findings);
  free(survey);
  rung_model_free(model);
}

static void what_is_declared_unmeasured_lowers_coverage(void **unused)
{
  (void)unused;
  rung_model *model = base_model("'kind':'practice',", "'kind':'practice','unmeasured':'no data',");
  struct survey *survey = new_survey();
  put_people(survey, 12, 4, 2, 10, "");
  rung_findings *findings = find_survey(model, survey, false, NULL);
  assert_close(number(findings, RUNG_TABLE_MEASURE, 0, MEASURE_AB, RUNG_FIGURE_COVERAGE), 1.0 / 3,
               1e-15);
  assert_close(number(findings, RUNG_TABLE_MEASURE, 0, MEASURE_AB, RUNG_FIGURE_SCORE), 4, 0);
  rung_findings_free(findings);
  free(survey);
  rung_model_free(model);
}

static void doubling_people_and_weighing_them_twice_agree(void **unused)
{
  (void)unused;
  const uint64_t contrast = UINT64_C(1) << RUNG_FIGURE_DIFFERENCE_LOW |
                            UINT64_C(1) << RUNG_FIGURE_DIFFERENCE_HIGH |
                            UINT64_C(1) << RUNG_FIGURE_P | UINT64_C(1) << RUNG_FIGURE_P_ADJUSTED |
                            UINT64_C(1) << RUNG_FIGURE_NOTABLE | UINT64_C(1) << RUNG_FIGURE_FAMILY;
  const uint64_t counts = contrast | 1u << RUNG_FIGURE_N | 1u << RUNG_FIGURE_SD |
                          1u << RUNG_FIGURE_PEAK | 1u << RUNG_FIGURE_NOT_ASKED |
                          1u << RUNG_FIGURE_SKIPPED | 1u << RUNG_FIGURE_NOT_APPLICABLE |
                          1u << RUNG_FIGURE_DONT_KNOW | 1u << RUNG_FIGURE_INVALID;
  rung_model *model = base_model(NULL, NULL);
  struct survey *once = chance_survey(SEED, 700, 3, false),
                *twice = chance_survey(SEED, 700, 3, false);
  for (size_t row = 0; row < 700; ++row) {
    put_row(twice, once->a[row], once->b[row], once->c[row], once->team[row]);
    once->weight[row] = 2;
  }
  once->weighted = true;
  rung_findings *weighed = find_survey(model, once, true, NULL);
  rung_findings *doubled = find_survey(model, twice, true, NULL);
  assert_true(same_findings(weighed, doubled, counts));
  rung_findings_free(weighed);
  rung_findings_free(doubled);
  free(once);
  free(twice);
  rung_model_free(model);
}

static void doubling_all_weights_changes_nothing(void **unused)
{
  (void)unused;
  rung_model *model = base_model(NULL, NULL);
  struct survey *survey = chance_survey(SEED, 700, 3, true);
  for (size_t row = 0; row < survey->count; ++row)
    survey->weight[row] = (double)(row % 9) / 4;
  rung_findings *single = find_survey(model, survey, true, NULL);
  for (size_t row = 0; row < survey->count; ++row)
    survey->weight[row] *= 2;
  rung_findings *doubled = find_survey(model, survey, true, NULL);
  assert_true(same_findings(single, doubled, 0));
  rung_findings_free(single);
  rung_findings_free(doubled);
  free(survey);
  rung_model_free(model);
}

static void across_items_takes_the_items_first(void **unused)
{
  (void)unused;
  rung_model *model = base_model("'needs':{'share':0.5}", "'across':'items'");
  struct survey *survey = new_survey();
  put_people(survey, 10, 5, NAN, NAN, ""); /* a alone: mean of a is 4, of b (reversed) 2 */
  put_people(survey, 10, 3, 4, NAN, "");
  rung_findings *findings = find_survey(model, survey, false, NULL);
  assert_close(number(findings, RUNG_TABLE_MEASURE, 0, MEASURE_AB, RUNG_FIGURE_SCORE),
               (4.0 + 2 * 2) / 3, 1e-10);
  assert_close(number(findings, RUNG_TABLE_MEASURE, 0, MEASURE_AB, RUNG_FIGURE_N), 20, 0);
  assert_true(isnan(number(findings, RUNG_TABLE_MEASURE, 0, MEASURE_AB, RUNG_FIGURE_SD)));
  rung_findings_free(findings);
  free(survey);
  rung_model_free(model);
}

static void across_items_may_take_their_median_or_other_measures(void **unused)
{
  (void)unused;
  rung_model *model = base_model("'of':['ab'],'by':'mean'",
                                 "'of':['ab','cc'],'by':'median','across':'items'");
  struct survey *survey = new_survey();
  put_people(survey, 12, 4, 2, 20, ""); /* ab 4, cc 1 */
  rung_findings *findings = find_survey(model, survey, false, NULL);
  assert_close(number(findings, RUNG_TABLE_MEASURE, 0, MEASURE_ALL, RUNG_FIGURE_SCORE), 2.5, 1e-10);
  rung_findings_free(findings);
  free(survey);
  rung_model_free(model);
}

static void without_scores_only_items_have_figures(void **unused)
{
  (void)unused;
  rung_model *model = base_model("'of':['c'],'by':'median'",
                                 "'of':['c'],'by':'median','across':'items'");
  struct survey *survey = new_survey();
  rung_tally *tally = new_tally(model, 2, RUNG_TALLY_COUNTS);
  put_people(survey, 12, 4, 2, 10, "");
  add_rows(tally, model, survey, 0, survey->count);
  rung_findings *findings = find_waves(&tally, 1, NULL, NULL);
  assert_int_equal(found_state(findings, RUNG_TABLE_MEASURE, 0, MEASURE_AB),
                   RUNG_STATE_NOT_COLLECTED);
  assert_string_equal(reason(findings, RUNG_TABLE_MEASURE, 0, MEASURE_AB, 0),
                      "the tally was made without scores of persons");
  assert_int_equal(found_state(findings, RUNG_TABLE_LEVEL, 0, 0), RUNG_STATE_NOT_COLLECTED);
  assert_int_equal(found_state(findings, RUNG_TABLE_READING, 0, 0), RUNG_STATE_NOT_COLLECTED);
  assert_close(number(findings, RUNG_TABLE_MEASURE, 0, MEASURE_CC, RUNG_FIGURE_SCORE), 3, 0);
  assert_close(number(findings, RUNG_TABLE_ITEM, 0, ITEM_A, RUNG_FIGURE_SCORE), 4, 0);
  rung_findings_free(findings);
  rung_tally_free(tally);
  free(survey);
  rung_model_free(model);
}

static void pairs_show_both_heights_and_flags_are_raised(void **unused)
{
  (void)unused;
  rung_model *model = base_model("'at_most':'mid'", "'at_most':'high'");
  struct survey *survey = new_survey();
  put_people(survey, 15, 4, 1, 10, ""); /* said ab 14/3, done cc 3 */
  rung_findings *findings = find_survey(model, survey, false, NULL);
  assert_close(number(findings, RUNG_TABLE_PAIR, 0, 0, RUNG_FIGURE_SAID), 14.0 / 3, 1e-10);
  assert_close(number(findings, RUNG_TABLE_PAIR, 0, 0, RUNG_FIGURE_DONE), 3, 0);
  assert_close(number(findings, RUNG_TABLE_PAIR, 0, 0, RUNG_FIGURE_SCORE), 3 - 14.0 / 3, 1e-10);
  assert_close(number(findings, RUNG_TABLE_FLAG, 0, 0, RUNG_FIGURE_RAISED), 1, 0);
  rung_findings_free(findings);
  free(survey);
  rung_model_free(model);
}

static void what_is_not_there_is_answered_with_nothing(void **unused)
{
  (void)unused;
  rung_model *model = base_model(NULL, NULL);
  struct survey *survey = new_survey();
  double column[4];
  put_people(survey, 12, 4, 2, 10, "x");
  rung_findings *findings = find_survey(model, survey, false, NULL);
  rung_model_free(model);
  assert_int_equal(rung_findings_count(findings, (rung_table)99), 0);
  assert_true(isnan(rung_findings_number(findings, RUNG_TABLE_GROUP, 1, RUNG_FIGURE_N)));
  assert_true(isnan(rung_findings_number(findings, RUNG_TABLE_GROUP, 0, RUNG_FIGURE_SD)));
  assert_true(isnan(rung_findings_number(findings, RUNG_TABLE_GROUP, 0, (rung_figure)99)));
  assert_null(rung_findings_reason(findings, RUNG_TABLE_GROUP, 1));
  assert_int_equal(rung_findings_state(findings, RUNG_TABLE_GROUP, 1), RUNG_STATE_NOT_COLLECTED);
  assert_int_equal(rung_findings_column(findings, RUNG_TABLE_ITEM, RUNG_FIGURE_N, column, 3),
                   RUNG_E_ARGUMENT);
  assert_int_equal(rung_findings_column(findings, RUNG_TABLE_ITEM, RUNG_FIGURE_N, column, 4),
                   RUNG_OK);
  assert_close(column[ITEM_A], 12, 0);
  for (int table = RUNG_TABLE_GROUP; table <= RUNG_TABLE_PAIR; ++table) {
    for (size_t row = 0; row < rung_findings_count(findings, (rung_table)table); ++row)
      assert_non_null(rung_findings_reason(findings, (rung_table)table, row));
  }
  rung_findings_free(findings);
  rung_findings_free(NULL);
  free(survey);
}

static void a_row_is_found_again_by_what_it_is_of(void **unused)
{
  (void)unused;
  static const size_t NONE = (size_t)-1;
  rung_model *model = base_model(NULL, NULL);
  struct survey *survey = chance_survey(SEED, 300, 2, false);
  rung_findings *findings = find_survey(model, survey, true, NULL);
  for (int which = RUNG_TABLE_GROUP; which <= RUNG_TABLE_PAIR; ++which) {
    const rung_table table = (rung_table)which;
    const size_t rows = rung_findings_count(findings, table);
    assert_true(rows > 0);
    for (size_t row = 0; row < rows; ++row)
      assert_int_equal(rung_findings_row(findings, table, rung_findings_group(findings, table, row),
                                         rung_findings_part(findings, table, row),
                                         rung_findings_sub(findings, table, row)),
                       row);
    assert_true(rung_findings_row(findings, table, 99, 0, 0) == NONE);
    assert_true(rung_findings_row(findings, table, 0, 99, 0) == NONE);
    assert_true(rung_findings_row(findings, table, 0, 0, 99) == NONE);
    assert_int_equal(rung_findings_sub(findings, table, rows), 0);
  }
  assert_int_equal(rung_findings_sub(findings, RUNG_TABLE_RULE, RULE_MOST), RULE_MOST);
  assert_int_equal(rung_findings_sub(findings, RUNG_TABLE_LEVEL, HIGH), HIGH);
  assert_int_equal(rung_findings_sub(findings, RUNG_TABLE_ITEM, ITEM_B), 0);
  assert_true(rung_findings_row(findings, (rung_table)99, 0, 0, 0) == NONE);
  assert_true(rung_findings_parent(findings, 1) == NONE); /* a team, but no unit */
  rung_findings_free(findings);
  free(survey);
  rung_model_free(model);
}

static void nothing_is_found_in_no_findings(void **unused)
{
  (void)unused;
  rung_notes *notes = (rung_notes *)1;
  assert_int_equal(rung_findings_count(NULL, RUNG_TABLE_GROUP), 0);
  assert_int_equal(rung_findings_group(NULL, RUNG_TABLE_ITEM, 0), 0);
  assert_int_equal(rung_findings_part(NULL, RUNG_TABLE_ITEM, 0), 0);
  assert_int_equal(rung_findings_sub(NULL, RUNG_TABLE_RULE, 0), 0);
  assert_true(rung_findings_row(NULL, RUNG_TABLE_GROUP, 0, 0, 0) == (size_t)-1);
  assert_true(rung_findings_parent(NULL, 0) == (size_t)-1);
  assert_int_equal(rung_findings_key_count(NULL, 0), 0);
  assert_null(rung_findings_key_column(NULL, 0, 0));
  assert_null(rung_findings_key_value(NULL, 0, 0));
  assert_true(isnan(rung_findings_number(NULL, RUNG_TABLE_GROUP, 0, RUNG_FIGURE_N)));
  assert_int_equal(rung_findings_state(NULL, RUNG_TABLE_GROUP, 0), RUNG_STATE_NOT_COLLECTED);
  assert_int_equal(rung_findings_marks(NULL, RUNG_TABLE_READING, 0), 0);
  assert_null(rung_findings_reason(NULL, RUNG_TABLE_READING, 0));
  assert_int_equal(rung_findings_notes(NULL, &notes, NULL), RUNG_E_ARGUMENT);
  assert_null(notes);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(figures_of_groups_agree_with_their_persons),
      cmocka_unit_test(coverage_counts_what_is_asked),
      cmocka_unit_test(what_is_declared_unmeasured_lowers_coverage),
      cmocka_unit_test(doubling_people_and_weighing_them_twice_agree),
      cmocka_unit_test(doubling_all_weights_changes_nothing),
      cmocka_unit_test(across_items_takes_the_items_first),
      cmocka_unit_test(across_items_may_take_their_median_or_other_measures),
      cmocka_unit_test(without_scores_only_items_have_figures),
      cmocka_unit_test(pairs_show_both_heights_and_flags_are_raised),
      cmocka_unit_test(what_is_not_there_is_answered_with_nothing),
      cmocka_unit_test(a_row_is_found_again_by_what_it_is_of),
      cmocka_unit_test(nothing_is_found_in_no_findings),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
