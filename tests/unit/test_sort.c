/* Tests of base/sort: order, ties and what is no number.
 * SPDX-License-Identifier: Apache-2.0 */
#include "support.h"

#include "base/sort.h"

static void fill(double *value, size_t count, uint64_t seed)
{
  for (size_t index = 0; index < count; ++index) {
    const uint64_t drawn = next_random(&seed) % 17;
    value[index] = drawn == 16 ? NAN : (double)drawn - 8;
  }
}

static bool in_order(double a, double b)
{
  return isnan(b) || a <= b;
}

static void numbers_rise_and_nan_stand_last(void **state)
{
  (void)state;
  for (size_t count = 0; count < 70; ++count) {
    double value[70];
    fill(value, count, count);
    rung__sort(value, count);
    for (size_t index = 1; index < count; ++index)
      assert_true(in_order(value[index - 1], value[index]));
  }
}

static void equal_numbers_keep_their_places(void **state)
{
  (void)state;
  for (size_t count = 0; count < 70; ++count) {
    double value[70];
    fill(value, count, count + 1000);
    size_t *order = rung__sort_order(value, count);
    assert_non_null(order);
    for (size_t index = 1; index < count; ++index) {
      const double a = value[order[index - 1]], b = value[order[index]];
      assert_true(in_order(a, b));
      if (a == b || (isnan(a) && isnan(b))) assert_true(order[index - 1] < order[index]);
    }
    free(order);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(numbers_rise_and_nan_stand_last),
      cmocka_unit_test(equal_numbers_keep_their_places),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
