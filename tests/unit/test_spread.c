/* The spread of scores over all patterns of answers: the same as trying every pattern.
 * SPDX-License-Identifier: Apache-2.0 */
#include "model_support.h"

#include "check/spread.h"

enum { POINTS = 5, PATTERNS = POINTS * POINTS };

/* Every pattern of answers to a and b, scored. */
static void try_all(const struct sheet *sheet, double *scores)
{
  double a[PATTERNS], b[PATTERNS];
  for (size_t index = 0; index < PATTERNS; ++index) {
    a[index] = 1 + (double)(index / POINTS);
    b[index] = 1 + (double)(index % POINTS);
  }
  answer(sheet, "a", a, PATTERNS);
  answer(sheet, "b", b, PATTERNS);
  compute(sheet);
  assert_int_equal(
      rung_scores_measure(sheet->scores, MEASURE_AB, RUNG_SCORE_VALUE, scores, PATTERNS), RUNG_OK);
}

/* The way in which a and b are joined, and what becomes of the score. */
static const char *const JOINS[] = {
    "'by':'mean'",
    "'by':'sum'",
    "'by':'sum','base':-3,'clip':[0,9]",
    "'by':'deduction','base':20",
    "'by':'share'",
    "'by':'share','at_least':3",
    "'by':'net'",
    "'by':'count','at_least':3",
    "'by':'mean','round':{'mode':'half_up','digits':0}",
    "'by':'mean','rescale':[0,100]",
};

static void patterns_are_counted_as_if_each_were_tried(void **state)
{
  (void)state;
  for (size_t index = 0; index < LENGTH(JOINS); ++index) {
    struct sheet sheet = new_sheet(base_model("'by':'mean'", JOINS[index]));
    struct rung__spread spread;
    double scores[PATTERNS], whole = 0;
    try_all(&sheet, scores);
    assert_int_equal(rung__spread_find(sheet.model, &sheet.model->measures[MEASURE_AB], &spread),
                     RUNG__SPREAD_FOUND);
    for (size_t sum = 0; sum < spread.count; ++sum) {
      const double score = rung__grid_double(spread.score[sum]);
      double share = 0, found = 0;
      for (size_t other = 0; other < spread.count; ++other)
        share += rung__grid_double(spread.score[other]) == score ? spread.share[other] : 0;
      for (size_t pattern = 0; pattern < PATTERNS; ++pattern)
        found += scores[pattern] == score;
      assert_close(share, found / PATTERNS, 1e-12);
      whole += spread.share[sum];
    }
    assert_close(whole, 1, 1e-12);
    rung__spread_free(&spread);
    free_sheet(&sheet);
  }
}

/* What has no spread: other ways of joining, measures of measures, and more sums than the bound. */
static void what_is_no_sum_or_mean_of_points_has_no_spread(void **state)
{
  (void)state;
  struct rung__spread spread;
  rung_model *model = base_model("'by':'mean'", "'by':'min'");
  for (size_t measure = MEASURE_AB; measure <= MEASURE_ALL; ++measure)
    assert_int_equal(rung__spread_find(model, &model->measures[measure], &spread),
                     RUNG__SPREAD_NONE);
  rung_model_free(model);
  model = base_model("'weight':2", "'weight':2000.5");
  assert_int_equal(rung__spread_find(model, &model->measures[MEASURE_AB], &spread),
                   RUNG__SPREAD_NONE);
  rung_model_free(model);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(patterns_are_counted_as_if_each_were_tried),
      cmocka_unit_test(what_is_no_sum_or_mean_of_points_has_no_spread),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
