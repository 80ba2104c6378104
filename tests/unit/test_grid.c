/* Tests of base/grid: rounding to the grid is exact.
 * SPDX-License-Identifier: Apache-2.0 */
#include "support.h"

#include "base/grid.h"

static int64_t grid_of(double value)
{
  int64_t score = RUNG__NO_SCORE;
  assert_true(rung__grid_of(value, &score));
  return score;
}

static rung__wide magnitude(rung__wide value)
{
  return value < 0 ? -value : value;
}

/* value = mantissa x 2^-shift, exactly. */
static int64_t take_apart(double value, int *shift)
{
  int exponent;
  const double fraction = frexp(value, &exponent);
  *shift = 53 - exponent;
  return (int64_t)ldexp(fraction, 53);
}

/* By the definition of nearest: |mantissa x factor - whole x 2^shift| is at most half of 2^shift.
 */
static bool is_nearest(double value, rung__wide factor, rung__wide whole)
{
  int shift;
  const rung__wide exact = take_apart(value, &shift) * factor;
  if (shift > 120) return whole == 0;
  const rung__wide one = (rung__wide)1 << shift;
  const rung__wide twice = 2 * magnitude(exact - whole * one);
  return twice < one || (twice == one && whole % 2 == 0);
}

static void decimals_of_three_digits_lie_on_the_grid(void **state)
{
  (void)state;
  for (int64_t thousandths = -65536000; thousandths <= 65536000; thousandths += 7) {
    const double value = (double)thousandths / 1000;
    assert_int_equal(grid_of(value), thousandths * (RUNG__GRID / 1000));
    assert_true(rung__grid_double(grid_of(value)) == value);
  }
}

static void means_of_up_to_20_whole_numbers_lie_on_the_grid(void **state)
{
  (void)state;
  for (int64_t count = 1; count <= 20; ++count) {
    for (int64_t sum = -100 * count; sum <= 100 * count; ++sum) {
      const double mean = (double)sum / (double)count;
      assert_int_equal(grid_of(mean), sum * RUNG__GRID / count);
      assert_true(rung__grid_double(sum * RUNG__GRID / count) == mean);
    }
  }
}

static void every_double_is_rounded_to_the_nearest_step(void **state)
{
  uint64_t seed = 4;
  (void)state;
  for (int round = 0; round < 200000; ++round) {
    const double unit = (double)(next_random(&seed) >> 11) * 0x1p-53;
    const double value = ldexp(unit - 0.5, (int)(next_random(&seed) % 70) - 53);
    assert_true(is_nearest(value, RUNG__GRID, grid_of(value)));
  }
}

static void ties_go_to_the_even_step(void **state)
{
  (void)state;
  for (int64_t odd = -99999; odd < 100000; odd += 2) { /* odd x D / 128 ends in one half */
    const int64_t score = grid_of((double)odd / 128);
    assert_int_equal(score % 2, 0);
    assert_int_equal(magnitude(2 * (rung__wide)score - odd * (RUNG__GRID / 64)), 1);
  }
}

static void what_is_beyond_the_limit_is_refused(void **state)
{
  const double beyond[] = {65536.000000000015, -65536.000000000015, 1e300,
                           INFINITY,           -INFINITY,           NAN};
  int64_t score = 5;
  (void)state;
  for (size_t index = 0; index < LENGTH(beyond); ++index)
    assert_false(rung__grid_of(beyond[index], &score));
  assert_int_equal(score, 5);
  assert_int_equal(grid_of(65536), RUNG__GRID_LIMIT);
  assert_int_equal(grid_of(-65536), -RUNG__GRID_LIMIT);
  assert_int_equal(grid_of(-0.0), 0);
  assert_int_equal(grid_of(0x1p-1074), 0);
}

static void no_score_is_nan(void **state)
{
  (void)state;
  assert_true(isnan(rung__grid_double(RUNG__NO_SCORE)));
  assert_true(rung__grid_double(0) == 0);
}

static void large_scores_become_the_nearest_double(void **state)
{
  uint64_t seed = 5;
  (void)state;
  for (int round = 0; round < 200000; ++round) {
    const int64_t score = (int64_t)next_random(&seed) >> next_random(&seed) % 40;
    int shift;
    const int64_t mantissa = take_apart(rung__grid_double(score), &shift);
    if (score == 0 || score == RUNG__NO_SCORE || shift > 62) continue;
    const rung__wide exact = score * ((rung__wide)1 << shift);
    assert_true(2 * magnitude((rung__wide)mantissa * RUNG__GRID - exact) <= RUNG__GRID);
  }
}

static void quotients_are_rounded_half_to_even(void **state)
{
  static const int64_t CASES[][3] = {
      {0, 1, 0},
      {1, 2, 0},
      {3, 2, 2},
      {5, 2, 2},
      {-1, 2, 0},
      {-3, 2, -2},
      {-5, 2, -2},
      {2, 3, 1},
      {-2, 3, -1},
      {1, 3, 0},
      {7, 7, 1},
      {INT64_MAX, 1, INT64_MAX},
      {INT64_MIN, 1, -INT64_MAX}, /* it stops, for INT64_MIN is no score */
      {10, 4, 2},
      {14, 4, 4},
      {INT64_MAX, 2, INT64_C(1) << 62},
  };
  (void)state;
  for (size_t index = 0; index < LENGTH(CASES); ++index)
    assert_int_equal(rung__grid_divide(CASES[index][0], CASES[index][1]), CASES[index][2]);
  assert_int_equal(rung__grid_divide((rung__wide)INT64_MAX * 2, 1), INT64_MAX);
  assert_int_equal(rung__grid_divide((rung__wide)INT64_MAX * -2, 1), -INT64_MAX);
  assert_int_equal(rung__grid_plus(INT64_MAX, 1), INT64_MAX);
  assert_int_equal(rung__grid_plus(-INT64_MAX, -1), -INT64_MAX);
  assert_int_equal(rung__grid_plus(2, -5), -3);
}

static void random_quotients_are_the_nearest(void **state)
{
  uint64_t seed = 6;
  (void)state;
  for (int round = 0; round < 200000; ++round) {
    const int64_t denominator = (int64_t)(next_random(&seed) >> (1 + next_random(&seed) % 62)) + 1;
    const rung__wide numerator = (rung__wide)((int64_t)next_random(&seed) >> 3) * denominator +
                                 (int64_t)(next_random(&seed) >> 2) % denominator;
    const int64_t quotient = rung__grid_divide(numerator, denominator);
    const rung__wide twice = 2 * magnitude(numerator - (rung__wide)quotient * denominator);
    assert_true(twice < denominator || (twice == denominator && quotient % 2 == 0));
  }
}

static void weights_are_rounded_to_their_own_grid(void **state)
{
  uint64_t seed = 7, units = 1;
  (void)state;
  assert_true(rung__weight_of(0, &units));
  assert_int_equal(units, 0);
  assert_true(rung__weight_of(1, &units));
  assert_true(units == RUNG__WEIGHT_ONE);
  assert_true(rung__weight_of(0x1p-7, &units));
  assert_true(units == RUNG__WEIGHT_ONE >> 7);
  assert_true(rung__weight_of(0x1.fffffffffffffp23, &units));
  assert_true(units == UINT64_MAX - 2047);
  for (int round = 0; round < 200000; ++round) {
    const double unit = (double)(next_random(&seed) >> 11) * 0x1p-53 + 1;
    const double weight = ldexp(unit, (int)(next_random(&seed) % 30) - 7);
    assert_true(rung__weight_of(weight, &units));
    assert_true(is_nearest(weight, RUNG__WEIGHT_ONE, units));
  }
}

static void bad_weights_are_refused(void **state)
{
  const double bad[] = {-1,  -0.5, 0x1.fffffffffffffp-8, 0x1p24, 1e300, INFINITY, -INFINITY,
                        NAN, 1e-9};
  uint64_t units = 3;
  (void)state;
  for (size_t index = 0; index < LENGTH(bad); ++index)
    assert_false(rung__weight_of(bad[index], &units));
  assert_int_equal(units, 3);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(decimals_of_three_digits_lie_on_the_grid),
      cmocka_unit_test(means_of_up_to_20_whole_numbers_lie_on_the_grid),
      cmocka_unit_test(every_double_is_rounded_to_the_nearest_step),
      cmocka_unit_test(ties_go_to_the_even_step),
      cmocka_unit_test(what_is_beyond_the_limit_is_refused),
      cmocka_unit_test(no_score_is_nan),
      cmocka_unit_test(large_scores_become_the_nearest_double),
      cmocka_unit_test(quotients_are_rounded_half_to_even),
      cmocka_unit_test(random_quotients_are_the_nearest),
      cmocka_unit_test(weights_are_rounded_to_their_own_grid),
      cmocka_unit_test(bad_weights_are_refused),
  };
  return cmocka_run_group_tests_name("grid", tests, NULL, NULL);
}
