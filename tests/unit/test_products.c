/* Products: what a tally sums over couples and of squares of weights, held against the rows.
 * SPDX-License-Identifier: Apache-2.0 */
#include "tally_support.h"

#include "tally/tally.h"

#define SEED 20240229

/* What rows give, in plain doubles: small whole numbers and halves, so that they are exact. */
struct sums {
  double count, weight, square, sum[RUNG__WIDE_SUMS];
};

static double value_of(double code, bool reversed)
{
  const bool there = code >= 1 && code <= 5;
  return there ? (reversed ? 6 - code : code) : NAN;
}

static struct sums sums_of(const struct survey *survey)
{
  struct sums sums = {.count = 0};
  for (size_t row = 0; row < survey->count; ++row) {
    const double a = value_of(survey->a[row], false), b = value_of(survey->b[row], true);
    const double weight = survey->weighted ? survey->weight[row] : 1;
    if (isnan(a) || isnan(b) || weight == 0) continue;
    const double products[] = {a, b, a * b, a * a, b * b};
    sums.count += 1;
    sums.weight += weight;
    sums.square += weight * weight;
    for (int product = 0; product < RUNG__WIDE_SUMS; ++product)
      sums.sum[product] += weight * products[product];
  }
  return sums;
}

/* A survey whose weights are quarters. */
static struct survey *quarters(uint64_t seed, size_t count, bool weighted)
{
  struct survey *survey = chance_survey(seed, count, 3, weighted);
  for (size_t row = 0; row < count; ++row)
    survey->weight[row] = floor(survey->weight[row] * 4) / 4;
  return survey;
}

static double whole_sum(const rung_tally *tally, size_t couple, enum rung__product product)
{
  double all = 0;
  for (size_t group = 0; group < tally->groups.ready; ++group) {
    const struct rung__sum sum = rung__couple_sum(&tally->groups, group, couple, product);
    all += rung__sum_double(&sum) / (double)RUNG__WEIGHT_ONE;
  }
  return all;
}

static void the_items_of_a_reflective_measure_are_multiplied_as_scored(void **unused)
{
  (void)unused;
  rung_model *model = base_model(NULL, NULL);
  for (int weighted = 0; weighted < 2; ++weighted) {
    struct survey *survey = quarters(SEED, 2500, weighted == 1);
    rung_tally *tally = tally_of(model, survey, 1);
    const struct sums sums = sums_of(survey);
    const struct rung__coupled *coupled = rung__coupled_items(&tally->shape.couples, MEASURE_AB);
    assert_non_null(coupled);
    assert_false(coupled->wide);
    assert_int_equal(coupled->count, 2);
    assert_int_equal(coupled->step, RUNG__GRID);
    const size_t couple = rung__couple_of_items(coupled, 0, 1);
    double count = 0, weight = 0, square = 0;
    for (size_t group = 0; group < tally->groups.ready; ++group) {
      count += rung__couple_count(&tally->groups, group, couple);
      weight += (double)rung__couple_weight(&tally->groups, group, couple);
      square += (double)rung__couple_square(&tally->groups, group, couple);
    }
    assert_true(count == sums.count);
    assert_true(weight / (double)RUNG__WEIGHT_ONE == sums.weight);
    assert_true(square / (double)RUNG__SQUARE_ONE == sums.square);
    for (int product = 0; product < RUNG__NARROW_SUMS; ++product)
      assert_true(whole_sum(tally, couple, (enum rung__product)product) == sums.sum[product]);
    assert_null(rung__coupled_items(&tally->shape.couples, MEASURE_CC));
    rung_tally_free(tally);
    free(survey);
  }
  rung_model_free(model);
}

static void items_of_many_steps_are_multiplied_in_full(void **unused)
{
  (void)unused;
  rung_model *model = base_model("{'id':'cc','of':['c'],'by':'median','construct':'formative'}",
                                 "{'id':'cc','of':['a','b'],'by':'mean','across':'items',"
                                 "'construct':'formative','rescale':[0,6553.5]}");
  struct survey *survey = quarters(SEED + 1, 700, true);
  rung_tally *tally = tally_of(model, survey, 0);
  const struct rung__coupled *coupled = rung__coupled_items(&tally->shape.couples, MEASURE_CC);
  assert_non_null(coupled);
  const double step = (double)coupled->step / (double)RUNG__GRID;
  const size_t couple = rung__couple_of_items(coupled, 0, 1);
  double sum = 0;
  for (size_t row = 0; row < survey->count; ++row) {
    const double a = value_of(survey->a[row], false), b = value_of(survey->b[row], true);
    if (!isnan(a) && !isnan(b))
      sum += survey->weight[row] * (a - 1) * (b - 1) * (6553.5 / 4 / step) * (6553.5 / 4 / step);
  }
  assert_true(whole_sum(tally, couple, RUNG__OF_BOTH) == sum);
  rung_tally_free(tally);
  rung_model_free(model);
  free(survey);
}

static void scores_of_one_rule_or_pair_are_multiplied(void **unused)
{
  (void)unused;
  rung_model *model = base_model(NULL, NULL);
  rung_tally *tally = new_tally(model, 0, RUNG_TALLY_PRODUCTS);
  struct survey *survey = quarters(SEED, 100, true);
  add_rows(tally, model, survey, 0, survey->count);
  const struct rung__couples *couples = &tally->shape.couples;
  assert_int_equal(couples->score_count, 2);
  assert_true(rung__couple_of_scores(couples, MEASURE_AB, MEASURE_CC) != SIZE_MAX);
  assert_true(rung__couple_of_scores(couples, MEASURE_CC, MEASURE_ALL) == SIZE_MAX);
  const size_t couple = rung__couple_of_scores(couples, MEASURE_AB, MEASURE_ALL);
  struct rung__sum own = *rung__groups_sum(&tally->groups, 0, MEASURE_AB);
  struct rung__sum both = rung__couple_sum(&tally->groups, 0, couple, RUNG__OF_FIRST);
  assert_int_equal(rung__sum_compare(&own, &both), 0); /* `all` is `ab` once more */
  own = rung__groups_sum(&tally->groups, 0, MEASURE_AB)[1];
  for (int product = RUNG__OF_BOTH; product < RUNG__WIDE_SUMS; ++product) {
    both = rung__couple_sum(&tally->groups, 0, couple, (enum rung__product)product);
    assert_int_equal(rung__sum_compare(&own, &both), 0);
  }
  rung_tally_free(tally);
  rung_model_free(model);
  free(survey);
}

static void squares_of_weights_are_summed_beside_weights(void **unused)
{
  (void)unused;
  rung_model *model = base_model(NULL, NULL);
  struct survey *survey = quarters(SEED, 800, true);
  rung_tally *tally = tally_of(model, survey, 0);
  double squares[2] = {0}, all = 0;
  for (size_t row = 0; row < survey->count; ++row) {
    const double a = value_of(survey->a[row], false), b = value_of(survey->b[row], true);
    const double square = survey->weight[row] * survey->weight[row];
    const double score = isnan(a) ? b : isnan(b) ? a : (a + 2 * b) / 3;
    all += square;
    if (isnan(score)) continue;
    squares[0] += square * score;
    squares[1] += square * score * score;
  }
  assert_true((double)rung__groups_square(&tally->groups, 0, 0, 1) ==
              all * (double)RUNG__SQUARE_ONE);
  double unit = (double)RUNG__SQUARE_ONE;
  for (int power = 0; power < 2; ++power) {
    const struct rung__sum sum = rung__groups_moment(&tally->groups, 0, MEASURE_AB, power);
    unit *= (double)RUNG__GRID;
    assert_true(fabs(rung__sum_double(&sum) / unit - squares[power]) < 1e-9 * squares[power]);
  }
  rung_tally_free(tally);
  rung_model_free(model);
  free(survey);
}

/* Weights of 1 that come before the first other weight count as weights of 1. */
static void weighing_late_is_weighing_from_the_first(void **unused)
{
  (void)unused;
  rung_model *model = base_model(NULL, NULL);
  struct survey *survey = quarters(SEED + 2, 900, true);
  for (size_t row = 0; row < 500; ++row)
    survey->weight[row] = 1;
  rung_tally *late = new_tally(model, 1, RUNG_TALLY_PRODUCTS);
  rung_tally *plain = new_tally(model, 1, RUNG_TALLY_PRODUCTS);
  rung_tally *rest = new_tally(model, 1, RUNG_TALLY_PRODUCTS);
  rung_tally *whole = tally_of(model, survey, 1);
  add_rows(late, model, survey, 0, 500);
  add_rows(plain, model, survey, 0, 500);
  add_rows(late, model, survey, 500, 400);
  add_rows(rest, model, survey, 500, 400);
  assert_int_equal(rung_tally_merge(rest, plain, NULL), RUNG_OK);
  assert_true(same_tally(late, whole));
  assert_true(same_tally(rest, whole));
  rung_tally *const all[] = {late, plain, rest, whole};
  for (size_t index = 0; index < LENGTH(all); ++index)
    rung_tally_free(all[index]);
  rung_model_free(model);
  free(survey);
}

static void the_largest_products_are_exact(void **unused)
{
  (void)unused;
  struct rung__sum sum = {{0}}, expected = {{0}};
  const rung__uwide square = rung__weight_square(UINT64_MAX);
  const rung__wide product = (rung__wide)RUNG__GRID_LIMIT * RUNG__GRID_LIMIT;
  rung__sum_add_wide(&sum, square, product);
  for (int half = 0; half < 2; ++half) { /* square = high x 2^64 + low */
    struct rung__sum part = {{0}};
    rung__sum_add_product(&part, product, half == 0 ? (uint64_t)square : (uint64_t)(square >> 64));
    for (int bit = 0; bit < 64 * half; ++bit) {
      const struct rung__sum same = part;
      rung__sum_add(&part, &same);
    }
    rung__sum_add(&expected, &part);
  }
  assert_int_equal(rung__sum_compare(&sum, &expected), 0);
  rung__sum_add_wide(&sum, square, -product);
  assert_int_equal(rung__sum_sign(&sum), 0);
  assert_true(rung__weight_square(RUNG__WEIGHT_ONE) == RUNG__SQUARE_ONE);
  assert_true(rung__weight_square(UINT64_C(1) << 33 | 1) == ((rung__uwide)1 << 34) + 4);
}

static void products_bring_scores_with_them(void **unused)
{
  (void)unused;
  rung_model *model = base_model(NULL, NULL);
  rung_tally *tally = new_tally(model, 0, RUNG_TALLY_PRODUCTS);
  rung_tally *without = new_tally(model, 0, RUNG_TALLY_SCORES);
  assert_int_equal(tally->shape.measure_count, 3);
  assert_int_equal(rung__shape_couples(&without->shape), 0);
  assert_int_equal(rung_tally_merge(tally, without, NULL), RUNG_E_MISMATCH);
  rung_tally_free(tally);
  rung_tally_free(without);
  rung_model_free(model);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_items_of_a_reflective_measure_are_multiplied_as_scored),
      cmocka_unit_test(items_of_many_steps_are_multiplied_in_full),
      cmocka_unit_test(scores_of_one_rule_or_pair_are_multiplied),
      cmocka_unit_test(squares_of_weights_are_summed_beside_weights),
      cmocka_unit_test(weighing_late_is_weighing_from_the_first),
      cmocka_unit_test(the_largest_products_are_exact),
      cmocka_unit_test(products_bring_scores_with_them),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
