/* Tests of score/odds: areas under a normal curve, around Kelley's regressed score.
 * SPDX-License-Identifier: Apache-2.0 */
#include "rule_support.h"

#include "score/odds.h"

/* Area of a standard normal curve below 1, from any table. */
#define BELOW_1 0.8413447460685429

static struct rung__stretches stretches_of(const rung_model *model)
{
  struct rung__stretches stretches;
  assert_true(rung__has_stretches(&model->readings[0].rule[0]));
  assert_true(rung__stretches_make(&stretches, &model->readings[0].rule[0]));
  return stretches;
}

static void levels_share_out_the_area_between_their_cuts(void **state)
{
  (void)state;
  rung_model *model = reading_model("cut", CUTS, "");
  struct rung__stretches stretches = stretches_of(model);
  double odds[5];
  rung__odds(&stretches, 50, 10, 5, odds);
  assert_close(odds[2], 2 * BELOW_1 - 1, 1e-14);
  assert_close(odds[1] + odds[0], 1 - BELOW_1, 1e-14);
  assert_close(odds[0] + odds[1] + odds[2] + odds[3] + odds[4], 1, 1e-15);
  rung__stretches_free(&stretches);
  rung_model_free(model);
}

static void without_an_error_one_level_is_certain(void **state)
{
  (void)state;
  rung_model *model = reading_model("cut", CUTS, "");
  struct rung__stretches stretches = stretches_of(model);
  double odds[5];
  rung__odds(&stretches, 40, 0, 5, odds); /* on the cut: above it */
  assert_true(odds[2] == 1 && odds[1] == 0);
  rung__stretches_free(&stretches);
  rung_model_free(model);
}

static void a_hole_between_bands_is_no_level(void **state)
{
  (void)state;
  rung_model *model = reading_model(
      "bands",
      "{'id':'bands','by':'bands','bands':[{'level':'l0','to':40},{'level':'l1','from':60}]}", "");
  struct rung__stretches stretches = stretches_of(model);
  double odds[5];
  rung__odds(&stretches, 50, 10, 5, odds);
  assert_close(odds[0], 1 - BELOW_1, 1e-14);
  assert_close(odds[1], 1 - BELOW_1, 1e-14);
  rung__stretches_free(&stretches);
  rung_model_free(model);
}

/* Mean 50, sd 20, reliability .8: a score of 70 is regressed to 66, its standard error is 8. */
static void a_person_is_drawn_towards_the_population(void **state)
{
  (void)state;
  rung_model *model = reading_model("cut", CUTS, "");
  struct rung__stretches stretches = stretches_of(model);
  const struct rung__population population = {50, 20, 0.8};
  double person[5], same[5];
  rung__odds_of_person(&stretches, &population, 70, 5, person);
  rung__odds(&stretches, 66, 8, 5, same);
  for (size_t level = 0; level < 5; ++level)
    assert_close(person[level], same[level], 1e-14);
  rung__stretches_free(&stretches);
  rung_model_free(model);
}

/* Of one cut at the mean a level is the sign of a standard normal Z, known through one that correlates
 * with it by the root of the reliability. Its likeliest side is right with 1/2 + asin(root) / pi, the
 * orthant probability (Sheppard 1899); two draws agree with 1/2 + asin(reliability) / pi. */
static void accuracy_and_consistency_are_those_of_orthants(void **state)
{
  (void)state;
  rung_model *model = reading_model("cut", "{'id':'cut','by':'cut','at':[{'to':'l1','cut':50}]}",
                                    "");
  struct rung__stretches stretches = stretches_of(model);
  const double reliability[] = {0.3, 0.6, 0.8, 0.9};
  const double pi = 3.14159265358979323846;
  for (size_t index = 0; index < LENGTH(reliability); ++index) {
    const struct rung__population population = {50, 20, reliability[index]};
    double accuracy, consistency;
    rung__classification(&stretches, &population, 5, &accuracy, &consistency);
    assert_close(accuracy, 0.5 + asin(sqrt(reliability[index])) / pi, 1e-4);
    assert_close(consistency, 0.5 + asin(reliability[index]) / pi, 1e-6);
  }
  rung__stretches_free(&stretches);
  rung_model_free(model);
}

static void waves_and_rounding_have_no_stretches(void **state)
{
  (void)state;
  rung_model *model = reading_model(
      "cut", "{'id':'cut','by':'cut','at':[{'to':'l1','up':50,'down':40,'waves':2}]}", "");
  assert_false(rung__has_stretches(&model->readings[0].rule[0]));
  rung_model_free(model);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(levels_share_out_the_area_between_their_cuts),
      cmocka_unit_test(without_an_error_one_level_is_certain),
      cmocka_unit_test(a_hole_between_bands_is_no_level),
      cmocka_unit_test(a_person_is_drawn_towards_the_population),
      cmocka_unit_test(accuracy_and_consistency_are_those_of_orthants),
      cmocka_unit_test(waves_and_rounding_have_no_stretches),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
