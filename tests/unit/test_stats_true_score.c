/* Tests of rung/stats/true_score.h: errors of scores, and how surely they tell levels.
 * SPDX-License-Identifier: Apache-2.0 */
#include "support.h"

#include <rung/stats/distribution.h>
#include <rung/stats/true_score.h>

#include "base/random.h"
#include "stats/level_chances.h"

#define PEOPLE 40000

static rung_column doubles(const double *data, int64_t length)
{
  return (rung_column){.data = data, .length = length, .type = RUNG_TYPE_DOUBLE};
}

static void errors_of_a_score_are_those_of_the_textbook(void **state)
{
  (void)state;
  double out[4];
  assert_status(rung_stats_standard_errors(15, 0.91, out, 4, NULL), RUNG_OK, NULL);
  assert_close(out[RUNG_SCORE_ERROR_MEASUREMENT], 4.5, 1e-14);
  assert_close(out[RUNG_SCORE_ERROR_ESTIMATE], 15 * sqrt(0.91 * 0.09), 1e-14);
  assert_close(out[RUNG_SCORE_ERROR_PREDICTION], 15 * sqrt(1 - 0.8281), 1e-13);
  assert_true(isnan(out[3]));
  assert_close(rung_stats_true_score(100, 0.91, 120), 118.2, 1e-12);
  assert_status(rung_stats_standard_errors(-1, 0.9, out, 4, NULL), RUNG_E_ARGUMENT, NULL);
  assert_status(rung_stats_standard_errors(1, 1.1, out, 4, NULL), RUNG_E_ARGUMENT, NULL);
  assert_status(rung_stats_standard_errors(1, NAN, out, 4, NULL), RUNG_E_ARGUMENT, NULL);
}

static void chances_of_levels_sum_to_one_and_reach_into_the_tails(void **state)
{
  (void)state;
  const double cuts[] = {2, 3, 40};
  double out[4];
  assert_status(rung_stats_level_chances(2, 0.5, cuts, 3, out, 4, NULL), RUNG_OK, NULL);
  assert_close(out[0], 0.5, 1e-15);
  assert_close(out[1], 0.4772498680518208, 1e-14); /* Phi(2) - 1/2 */
  assert_close(out[0] + out[1] + out[2] + out[3], 1, 1e-15);
  assert_status(rung_stats_level_chances(2, 4, cuts, 3, out, 4, NULL), RUNG_OK, NULL);
  assert_close(out[3] / rung_stats_normal_upper(9.5), 1, 1e-12);
}

static void without_spread_a_level_is_certain_and_a_cut_belongs_above(void **state)
{
  (void)state;
  const double cuts[] = {2, 3};
  double out[3];
  assert_status(rung_stats_level_chances(2, 0, cuts, 2, out, 3, NULL), RUNG_OK, NULL);
  assert_true(out[0] == 0 && out[1] == 1 && out[2] == 0);
  assert_true(rung__level_within(3, cuts, 2) == 2 && rung__level_within(1.9, cuts, 2) == 0);
}

/* A standard normal number by chance. */
static double draw(uint32_t person, uint32_t which)
{
  const struct rung__draw place = {5, 0, 0, person, which};
  return rung_stats_normal_quantile(rung__uniform(&place));
}

static void the_kelley_form_foretells_true_levels_and_retests(void **state)
{
  (void)state;
  static double score[PEOPLE];
  const double reliability = 0.75, cuts[] = {-1.5, -0.5, 0.5, 1.5};
  const double population[] = {0, 1, reliability};
  double right = 0, again = 0, out[5], observed[5];
  for (uint32_t person = 0; person < PEOPLE; ++person) {
    const double truth = sqrt(reliability) * draw(person, 0);
    score[person] = truth + sqrt(1 - reliability) * draw(person, 1);
    const double retest = truth + sqrt(1 - reliability) * draw(person, 2);
    const size_t level = rung__level_within(score[person], cuts, 4);
    right += rung__level_within(truth, cuts, 4) == level;
    again += rung__level_within(retest, cuts, 4) == level;
  }
  const rung_column column = doubles(score, PEOPLE);
  assert_status(rung_stats_level_certainty(&column, NULL, cuts, 4, population, RUNG_AROUND_TRUE,
                                           out, 5, NULL),
                RUNG_OK, NULL);
  assert_close(out[RUNG_CERTAINTY_ASSIGNED], right / PEOPLE, 0.01); /* 4 standard errors */
  assert_close(out[RUNG_CERTAINTY_RETEST], again / PEOPLE, 0.01);
  assert_true(out[RUNG_CERTAINTY_N] == PEOPLE);
  assert_status(rung_stats_level_certainty(&column, NULL, cuts, 4, population, RUNG_AROUND_OBSERVED,
                                           observed, 5, NULL),
                RUNG_OK, NULL);
  assert_true(isnan(observed[RUNG_CERTAINTY_RETEST]));
}

static void weights_and_absent_scores_count_as_they_should(void **state)
{
  (void)state;
  const double score[] = {1, NAN, 3, 3}, weight[] = {2, 5, 1, 1}, plain[] = {1, 1, 3, 3};
  const double cuts[] = {2}, population[] = {2, 1, 0.8};
  const rung_column column = doubles(score, 4), weights = doubles(weight, 4);
  const rung_column twice = doubles(plain, 4), none = doubles(score + 1, 1);
  double out[5], expected[5];
  rung_error error;
  assert_status(rung_stats_level_certainty(&column, &weights, cuts, 1, population, RUNG_AROUND_TRUE,
                                           out, 5, &error),
                RUNG_OK, &error);
  assert_status(rung_stats_level_certainty(&twice, NULL, cuts, 1, population, RUNG_AROUND_TRUE,
                                           expected, 5, &error),
                RUNG_OK, &error);
  for (size_t index = 0; index < RUNG_CERTAINTY_N; ++index)
    assert_close(out[index], expected[index], 1e-15);
  assert_close(out[RUNG_CERTAINTY_N], 16.0 / 6, 1e-15);
  assert_status(rung_stats_level_certainty(&none, NULL, cuts, 1, population, RUNG_AROUND_TRUE, out,
                                           5, &error),
                RUNG_E_NOT_ESTIMABLE, &error);
  assert_true(isnan(out[0]) && out[RUNG_CERTAINTY_N] == 0);
}

static void what_is_given_is_checked(void **state)
{
  (void)state;
  const double score[] = {1}, falling[] = {3, 2}, cuts[] = {2};
  const double fine[] = {0, 1, 0.5}, flat[] = {0, 0, 0.5}, unsure[] = {0, 1, 1.5};
  const rung_column column = doubles(score, 1);
  const struct {
    const char *label;
    const double *cuts;
    size_t count;
    const double *population;
    int around;
  } cases[] = {{"no cuts", NULL, 0, fine, 0},       {"falling cuts", falling, 2, fine, 0},
               {"no population", cuts, 1, NULL, 0}, {"no spread", cuts, 1, flat, 0},
               {"reliability", cuts, 1, unsure, 0}, {"around nothing", cuts, 1, fine, 2}};
  double out[5];
  for (size_t index = 0; index < LENGTH(cases); ++index)
    assert_case(cases[index].label,
                rung_stats_level_certainty(
                    &column, NULL, cases[index].cuts, cases[index].count, cases[index].population,
                    (rung_around)cases[index].around, out, 5, NULL) == RUNG_E_ARGUMENT);
  assert_status(rung_stats_level_chances(NAN, 1, cuts, 1, out, 2, NULL), RUNG_E_ARGUMENT, NULL);
  assert_status(rung_stats_level_chances(0, -1, cuts, 1, out, 2, NULL), RUNG_E_ARGUMENT, NULL);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(errors_of_a_score_are_those_of_the_textbook),
      cmocka_unit_test(chances_of_levels_sum_to_one_and_reach_into_the_tails),
      cmocka_unit_test(without_spread_a_level_is_certain_and_a_cut_belongs_above),
      cmocka_unit_test(the_kelley_form_foretells_true_levels_and_retests),
      cmocka_unit_test(weights_and_absent_scores_count_as_they_should),
      cmocka_unit_test(what_is_given_is_checked),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
