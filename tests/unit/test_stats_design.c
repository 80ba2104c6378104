/* Tests of stats/design: variances that follow from how a sample was drawn.
 * SPDX-License-Identifier: Apache-2.0 */
#include "support.h"

#include <rung/stats/design.h>

#define PLACES 16

static rung_column doubles(const double *data, int64_t length)
{
  return (rung_column){.data = data, .length = length, .type = RUNG_TYPE_DOUBLE};
}

static const double four[] = {1, 3, 5, 7};
static const double pairs[] = {1, 1, 2, 2};

/* The mean of a column under a design. */
static rung_status mean_of(const rung_column *column, const rung_column *design, rung_lonely lonely,
                           double out[PLACES], rung_error *error)
{
  return rung_stats_survey_mean(column, design, PLACES, lonely, NULL, out, PLACES, error);
}

static void assert_variance(const double *value, int64_t rows, const rung_column *design,
                            rung_lonely lonely, double expected)
{
  const rung_column column = doubles(value, rows);
  double out[PLACES];
  assert_status(mean_of(&column, design, lonely, out, NULL), RUNG_OK, NULL);
  assert_close(out[RUNG_SURVEY_SE] * out[RUNG_SURVEY_SE], expected, 1e-14);
}

/* s^2 = 20/3 of four rows; half of a population of eight leaves half of it. */
static void a_simple_sample_has_the_variance_of_textbooks(void **state)
{
  (void)state;
  rung_column design[PLACES] = {{.type = 0}};
  assert_variance(four, 4, design, RUNG_LONELY_FAIL, 20.0 / 12);
  const double population[] = {8, 8, 8, 8}, share[] = {.5, .5, .5, .5};
  design[RUNG_DESIGN_POPULATION] = doubles(population, 4);
  assert_variance(four, 4, design, RUNG_LONELY_FAIL, 20.0 / 24);
  design[RUNG_DESIGN_POPULATION] = doubles(share, 4);
  assert_variance(four, 4, design, RUNG_LONELY_FAIL, 20.0 / 24);
  rung_column column = doubles(four, 4);
  double out[PLACES];
  assert_status(rung_stats_survey_mean(&column, NULL, 0, RUNG_LONELY_FAIL, NULL, out, PLACES, NULL),
                RUNG_OK, NULL);
  assert_true(out[RUNG_SURVEY_ESTIMATE] == 4 && out[RUNG_SURVEY_DF] == 3);
  assert_close(out[RUNG_SURVEY_DESIGN_EFFECT_REPLACED], 1, 1e-15);
  assert_true(isnan(out[RUNG_SURVEY_DESIGN_EFFECT])); /* the sample is the population */
  assert_close(out[RUNG_SURVEY_EFFECTIVE_N], 3, 1e-14);
  assert_close(out[RUNG_SURVEY_HIGH] - out[RUNG_SURVEY_LOW], 2 * 3.18244630528371 * sqrt(5.0 / 3),
               1e-12);
}

/* Within strata 2 and 8 are squared distances of pairs 1 3 and 10 14: V = 2 (2 + 8) / 16. */
static void strata_take_what_is_between_them_out(void **state)
{
  (void)state;
  const double value[] = {1, 3, 10, 14};
  rung_column design[PLACES] = {{.type = 0}};
  design[RUNG_DESIGN_STRATUM] = doubles(pairs, 4);
  assert_variance(value, 4, design, RUNG_LONELY_FAIL, 1.25);
}

/* Two clusters of means 2 and 6: their variance is 8, that of their mean 4. */
static void clusters_count_as_one_each(void **state)
{
  (void)state;
  rung_column design[PLACES] = {{.type = 0}};
  design[RUNG_DESIGN_CLUSTER] = doubles(pairs, 4);
  assert_variance(four, 4, design, RUNG_LONELY_FAIL, 4);
  const double names[] = {1, 2, 1, 2}; /* 1 and 2 in each stratum: four units, not two */
  design[RUNG_DESIGN_CLUSTER] = doubles(names, 4);
  design[RUNG_DESIGN_STRATUM] = doubles(pairs, 4);
  assert_variance(four, 4, design, RUNG_LONELY_FAIL, 2 * (2 + 2) / 16.0);
}

/* Stage 1: (1 - 1/2) 2 (1 + 1) = 2. Stage 2: 1/2 times (1 - 1/2) 2 (1/16 + 1/16) in either unit. */
static void a_second_stage_adds_what_is_within_units(void **state)
{
  (void)state;
  const double population[] = {4, 4, 4, 4};
  rung_column design[PLACES] = {{.type = 0}};
  design[RUNG_DESIGN_CLUSTER] = doubles(pairs, 4);
  design[RUNG_DESIGN_POPULATION] = doubles(population, 4);
  design[RUNG_DESIGN_POPULATION_2] = doubles(population, 4);
  assert_variance(four, 4, design, RUNG_LONELY_FAIL, 2.125);
  design[RUNG_DESIGN_POPULATION].type = 0; /* with replacement: what is within them is in it */
  assert_variance(four, 4, design, RUNG_LONELY_FAIL, 4);
}

/* 1 and 3, and 8 alone: distances from 4 over 3 are -1, -1/3, 4/3; the pair adds 4/9. */
static void a_lonely_unit_is_treated_as_was_said(void **state)
{
  (void)state;
  const double value[] = {1, 3, 8}, strata[] = {1, 1, 2};
  const rung_column column = doubles(value, 3);
  rung_column design[PLACES] = {{.type = 0}};
  design[RUNG_DESIGN_STRATUM] = doubles(strata, 3);
  assert_variance(value, 3, design, RUNG_LONELY_CERTAINTY, 4.0 / 9);
  assert_variance(value, 3, design, RUNG_LONELY_REMOVE, 4.0 / 9);
  assert_variance(value, 3, design, RUNG_LONELY_ADJUST, 20.0 / 9);
  assert_variance(value, 3, design, RUNG_LONELY_AVERAGE, 8.0 / 9);
  double out[PLACES];
  rung_error error;
  assert_status(mean_of(&column, design, RUNG_LONELY_FAIL, out, &error), RUNG_E_NOT_ESTIMABLE,
                &error);
  assert_true(out[RUNG_SURVEY_ESTIMATE] == 4 && out[RUNG_SURVEY_N] == 3);
  const double all[] = {1, 2, 3};
  design[RUNG_DESIGN_STRATUM] = doubles(all, 3);
  assert_status(mean_of(&column, design, RUNG_LONELY_AVERAGE, out, &error), RUNG_E_NOT_ESTIMABLE,
                &error);
  const double population[] = {1, 1, 1}; /* each is all there is of its stratum: nothing varies */
  design[RUNG_DESIGN_POPULATION] = doubles(population, 3);
  assert_variance(value, 3, design, RUNG_LONELY_FAIL, 0);
}

/* The rows outside stay in the design: 4/3 (1/4 + 1/4), where two rows alone would give 1. */
static void a_domain_keeps_the_design(void **state)
{
  (void)state;
  const double inside[] = {1, 2, 0, NAN}, absent[] = {1, 3, NAN, NAN};
  rung_column design[PLACES] = {{.type = 0}};
  design[RUNG_DESIGN_DOMAIN] = doubles(inside, 4);
  assert_variance(four, 4, design, RUNG_LONELY_FAIL, 2.0 / 3);
  design[RUNG_DESIGN_DOMAIN].type = 0;
  assert_variance(absent, 4, design, RUNG_LONELY_FAIL, 2.0 / 3);
}

/* What the group decides alone is known where the weights reach the totals of groups. */
static void a_margin_takes_out_what_it_explains(void **state)
{
  (void)state;
  const double value[] = {2, 2, 9, 9}, other[] = {1, 2, 1, 2};
  rung_column design[PLACES] = {{.type = 0}};
  design[RUNG_DESIGN_MARGIN] = doubles(pairs, 4);
  assert_variance(value, 4, design, RUNG_LONELY_FAIL, 0);
  assert_variance(four, 4, design, RUNG_LONELY_FAIL, 4.0 / 3 * 4 / 16); /* distances 1 are left */
  design[RUNG_DESIGN_MARGIN + 1] = doubles(other, 4);
  assert_variance(four, 4, design, RUNG_LONELY_FAIL, 0); /* a sum of two margins */
}

/* Groups have weighted means 10/4 and 6: w (y - mean) / W = -1/4, 1/4, -1/6, 1/6; 4/3 of their squares. */
static void one_margin_explains_by_weighted_means(void **state)
{
  (void)state;
  const double weight[] = {1, 3, 1, 1};
  rung_column design[PLACES] = {{.type = 0}};
  design[RUNG_DESIGN_WEIGHT] = doubles(weight, 4);
  design[RUNG_DESIGN_MARGIN] = doubles(pairs, 4);
  assert_variance(four, 4, design, RUNG_LONELY_FAIL, 4.0 / 3 * (2.0 / 16 + 2.0 / 36));
}

static void a_design_that_cannot_be_is_refused(void **state)
{
  (void)state;
  const rung_column column = doubles(four, 4);
  const double lacking[] = {1, NAN, 1, 1}, small[] = {3, 3, 3, 3}, uneven[] = {8, 8, 9, 9};
  const double negative[] = {1, 1, -1, 1};
  const struct {
    const double *data;
    size_t place;
    rung_status status;
    int64_t row;
  } cases[] = {
      {lacking, RUNG_DESIGN_STRATUM, RUNG_E_ANSWERS, 2},
      {lacking, RUNG_DESIGN_CLUSTER, RUNG_E_ANSWERS, 2},
      {lacking, RUNG_DESIGN_MARGIN + 7, RUNG_E_ANSWERS, 2},
      {lacking, RUNG_DESIGN_POPULATION, RUNG_E_ANSWERS, 2},
      {small, RUNG_DESIGN_POPULATION, RUNG_E_ANSWERS, 1},
      {uneven, RUNG_DESIGN_POPULATION, RUNG_E_ANSWERS, 3},
      {negative, RUNG_DESIGN_WEIGHT, RUNG_E_ANSWERS, 3},
      {four, 7, RUNG_E_ARGUMENT, 0},
  };
  double out[PLACES];
  rung_error error;
  for (size_t index = 0; index < LENGTH(cases); ++index) {
    rung_column design[PLACES] = {{.type = 0}};
    design[cases[index].place] = doubles(cases[index].data, 4);
    error.row = 0;
    assert_status(mean_of(&column, design, RUNG_LONELY_FAIL, out, &error), cases[index].status,
                  &error);
    assert_int_equal(error.row, cases[index].row);
    design[cases[index].place].length = 3;
    assert_status(mean_of(&column, design, RUNG_LONELY_FAIL, out, &error), RUNG_E_ARGUMENT, &error);
  }
  assert_status(rung_stats_survey_mean(&column, NULL, 1, RUNG_LONELY_FAIL, NULL, out, 1, &error),
                RUNG_E_ARGUMENT, &error);
  assert_status(
      rung_stats_survey_mean(&column, &column, 17, RUNG_LONELY_FAIL, NULL, out, 1, &error),
      RUNG_E_ARGUMENT, &error);
  assert_status(rung_stats_survey_mean(&column, NULL, 0, (rung_lonely)9, NULL, out, 1, &error),
                RUNG_E_ARGUMENT, &error);
}

static void where_no_row_counts_there_is_no_estimate(void **state)
{
  (void)state;
  const double nothing[] = {0, 0, 0, 0}, huge[] = {1e308, -1e308, 1e308, 1e308};
  rung_column design[PLACES] = {{.type = 0}}, column = doubles(four, 4);
  double out[PLACES];
  rung_error error;
  design[RUNG_DESIGN_WEIGHT] = doubles(nothing, 4);
  assert_status(mean_of(&column, design, RUNG_LONELY_FAIL, out, &error), RUNG_E_NOT_ESTIMABLE,
                &error);
  assert_true(isnan(out[RUNG_SURVEY_ESTIMATE]) && out[RUNG_SURVEY_N] == 0);
  column = doubles(four, 0);
  design[RUNG_DESIGN_WEIGHT].type = 0;
  assert_status(mean_of(&column, design, RUNG_LONELY_FAIL, out, &error), RUNG_E_NOT_ESTIMABLE,
                &error);
  column = doubles(four, 1);
  assert_status(mean_of(&column, design, RUNG_LONELY_FAIL, out, &error), RUNG_E_NOT_ESTIMABLE,
                &error);
  assert_true(out[RUNG_SURVEY_ESTIMATE] == 1 && isnan(out[RUNG_SURVEY_SE]));
  column = doubles(huge, 4);
  assert_status(mean_of(&column, design, RUNG_LONELY_FAIL, out, &error), RUNG_E_NOT_ESTIMABLE,
                &error);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_simple_sample_has_the_variance_of_textbooks),
      cmocka_unit_test(strata_take_what_is_between_them_out),
      cmocka_unit_test(clusters_count_as_one_each),
      cmocka_unit_test(a_second_stage_adds_what_is_within_units),
      cmocka_unit_test(a_lonely_unit_is_treated_as_was_said),
      cmocka_unit_test(a_domain_keeps_the_design),
      cmocka_unit_test(a_margin_takes_out_what_it_explains),
      cmocka_unit_test(one_margin_explains_by_weighted_means),
      cmocka_unit_test(a_design_that_cannot_be_is_refused),
      cmocka_unit_test(where_no_row_counts_there_is_no_estimate),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
