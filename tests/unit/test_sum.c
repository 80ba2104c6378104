/* Tests of base/sum: 256-bit sums against 128-bit arithmetic and against themselves.
 * SPDX-License-Identifier: Apache-2.0 */
#include "support.h"

#include "base/sum.h"

static rung__wide random_wide(uint64_t *seed)
{
  const rung__uwide high = next_random(seed), low = next_random(seed);
  return (rung__wide)(high << 64 | low) >> next_random(seed) % 127;
}

static struct rung__sum sum_of(rung__wide value)
{
  struct rung__sum sum;
  rung__sum_set(&sum, value);
  return sum;
}

/* 2^power */
static struct rung__sum power_of_two(int power)
{
  struct rung__sum sum = {{0}};
  sum.limb[power / 64] = UINT64_C(1) << power % 64;
  return sum;
}

static void assert_same(struct rung__sum a, struct rung__sum b)
{
  assert_memory_equal(a.limb, b.limb, sizeof a.limb);
}

static void sums_of_products_agree_with_128_bits(void **state)
{
  uint64_t seed = 8;
  struct rung__sum sum = {{0}};
  rung__wide expected = 0;
  (void)state;
  for (int round = 0; round < 100000; ++round) {
    const int64_t value = (int64_t)next_random(&seed) >> next_random(&seed) % 64;
    const uint64_t weight = next_random(&seed) >> (20 + next_random(&seed) % 44);
    rung__sum_add_product(&sum, value, weight);
    expected += (rung__wide)value * (rung__wide)weight;
    assert_same(sum, sum_of(expected));
  }
}

static void products_agree_with_multiplication(void **state)
{
  uint64_t seed = 9;
  (void)state;
  for (int round = 0; round < 100000; ++round) {
    const rung__wide value = random_wide(&seed) >> 2;
    const uint64_t weight = next_random(&seed);
    const struct rung__sum a = sum_of(value), b = sum_of(weight);
    struct rung__sum sum = {{0}}, product;
    rung__sum_add_product(&sum, value, weight);
    assert_true(rung__sum_multiply(&product, &a, &b));
    assert_same(sum, product);
  }
}

static void the_order_of_additions_does_not_matter(void **state)
{
  uint64_t seed = 10;
  struct rung__sum forth = {{0}}, back = {{0}}, parts[2] = {{{0}}};
  rung__wide values[1000];
  uint64_t weights[1000];
  (void)state;
  for (int index = 0; index < 1000; ++index) {
    values[index] = random_wide(&seed) >> 2;
    weights[index] = next_random(&seed);
    rung__sum_add_product(&forth, values[index], weights[index]);
    rung__sum_add_product(&parts[index % 2], values[index], weights[index]);
  }
  for (int index = 999; index >= 0; --index)
    rung__sum_add_product(&back, values[index], weights[index]);
  rung__sum_add(&parts[0], &parts[1]);
  assert_same(forth, back);
  assert_same(forth, parts[0]);
}

static void subtraction_undoes_addition(void **state)
{
  uint64_t seed = 11;
  (void)state;
  for (int round = 0; round < 10000; ++round) {
    const struct rung__sum a = sum_of(random_wide(&seed)), b = sum_of(random_wide(&seed));
    struct rung__sum sum = a;
    rung__sum_add(&sum, &b);
    rung__sum_subtract(&sum, &b);
    assert_same(sum, a);
  }
}

static void signs_and_order_are_those_of_128_bits(void **state)
{
  uint64_t seed = 12;
  (void)state;
  for (int round = 0; round < 100000; ++round) {
    const rung__wide a = random_wide(&seed), b = round % 3 == 0 ? a : random_wide(&seed);
    const struct rung__sum first = sum_of(a), second = sum_of(b);
    const int order = rung__sum_compare(&first, &second);
    assert_int_equal((order > 0) - (order < 0), (a > b) - (a < b));
    assert_int_equal(rung__sum_sign(&first), (a > 0) - (a < 0));
  }
}

static void the_highest_limb_orders_too(void **state)
{
  const struct rung__sum large = power_of_two(254), least = power_of_two(255), one = sum_of(1);
  (void)state;
  assert_true(rung__sum_compare(&large, &one) > 0);
  assert_true(rung__sum_compare(&least, &one) < 0);
  assert_true(rung__sum_compare(&least, &large) < 0);
  assert_int_equal(rung__sum_sign(&least), -1);
  assert_int_equal(rung__sum_sign(&large), 1);
}

/* numerator = quotient x denominator + left: the answer is known before it is asked for. */
static void ratios_of_large_sums_are_rounded_half_to_even(void **state)
{
  uint64_t seed = 13;
  (void)state;
  for (int round = 0; round < 20000; ++round) {
    const int64_t quotient = (int64_t)next_random(&seed) >> (1 + next_random(&seed) % 62);
    const rung__wide half = (rung__wide)((rung__uwide)random_wide(&seed) >> 3) + 1;
    const int scale = (int)(next_random(&seed) % 62);
    const int which = round % 5 - 2; /* a step under the half, ..., a step over */
    struct rung__sum denominator, numerator, step = power_of_two(scale), left;
    const struct rung__sum twice = sum_of(2 * half), whole = sum_of(quotient);
    assert_true(rung__sum_multiply(&denominator, &twice, &step));
    assert_true(rung__sum_multiply(&numerator, &denominator, &whole));
    left = sum_of(which == -2 ? 0 : half + (which == 2 ? half - 1 : which));
    assert_true(rung__sum_multiply(&left, &left, &step));
    rung__sum_add(&numerator, &left);
    const bool up = which > 0 || (which == 0 && quotient % 2 != 0);
    if (half > 1) assert_int_equal(rung__sum_ratio(&numerator, &denominator), quotient + up);
  }
}

static void ratios_of_small_sums_agree_with_the_grid(void **state)
{
  uint64_t seed = 14;
  (void)state;
  for (int round = 0; round < 100000; ++round) {
    const rung__wide denominator = (rung__wide)(next_random(&seed) >> 1) + 1;
    const rung__wide numerator = ((int64_t)next_random(&seed) >> 2) * denominator / 3;
    const struct rung__sum a = sum_of(numerator), b = sum_of(denominator);
    assert_int_equal(rung__sum_ratio(&a, &b), rung__grid_divide(numerator, denominator));
  }
}

static void ratios_reach_the_ends_of_64_bits(void **state)
{
  const struct rung__sum scale = power_of_two(180);
  (void)state;
  const int64_t ends[] = {INT64_MIN, INT64_MIN + 1, -1, 0, 1, INT64_MAX};
  for (size_t index = 0; index < LENGTH(ends); ++index) {
    struct rung__sum numerator = sum_of(ends[index]);
    assert_true(rung__sum_multiply(&numerator, &numerator, &scale));
    assert_int_equal(rung__sum_ratio(&numerator, &scale), ends[index]);
  }
}

static void sums_become_the_nearest_double(void **state)
{
  uint64_t seed = 15;
  (void)state;
  for (int round = 0; round < 100000; ++round) {
    const rung__wide value = random_wide(&seed) >> 1;
    struct rung__sum sum = sum_of(value);
    assert_true(rung__sum_double(&sum) == (double)value);
    const int power = (int)(next_random(&seed) % 128);
    const struct rung__sum scale = power_of_two(power);
    assert_true(rung__sum_multiply(&sum, &sum, &scale));
    assert_true(rung__sum_double(&sum) == ldexp((double)value, power));
  }
}

static void a_single_bit_far_below_breaks_a_tie(void **state)
{
  struct rung__sum sum = power_of_two(200);
  const struct rung__sum half = power_of_two(147), one = sum_of(1);
  (void)state;
  rung__sum_add(&sum, &half);
  assert_true(rung__sum_double(&sum) == 0x1p200);
  rung__sum_add(&sum, &one);
  assert_true(rung__sum_double(&sum) == 0x1.0000000000001p200);
  const struct rung__sum least = power_of_two(255);
  assert_true(rung__sum_double(&least) == -0x1p255);
}

static void products_that_do_not_fit_are_refused(void **state)
{
  static const struct {
    int a, b;
    bool fits;
  } CASES[] = {{127, 127, true},  {128, 127, false}, {254, 0, true}, {254, 1, false},
               {200, 200, false}, {64, 190, true},   {253, 1, true}, {192, 63, false}};
  (void)state;
  for (size_t index = 0; index < LENGTH(CASES); ++index) {
    const struct rung__sum a = power_of_two(CASES[index].a), b = power_of_two(CASES[index].b);
    struct rung__sum product = sum_of(7);
    assert_int_equal(rung__sum_multiply(&product, &a, &b), CASES[index].fits);
    assert_same(product,
                CASES[index].fits ? power_of_two(CASES[index].a + CASES[index].b) : sum_of(7));
  }
}

static void products_carry_their_sign(void **state)
{
  uint64_t seed = 16;
  (void)state;
  for (int round = 0; round < 100000; ++round) {
    const int64_t a = (int64_t)next_random(&seed), b = (int64_t)next_random(&seed);
    struct rung__sum product = sum_of(a);
    const struct rung__sum other = sum_of(b);
    assert_true(rung__sum_multiply(&product, &product, &other));
    assert_same(product, sum_of((rung__wide)a * b));
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(sums_of_products_agree_with_128_bits),
      cmocka_unit_test(products_agree_with_multiplication),
      cmocka_unit_test(the_order_of_additions_does_not_matter),
      cmocka_unit_test(subtraction_undoes_addition),
      cmocka_unit_test(signs_and_order_are_those_of_128_bits),
      cmocka_unit_test(the_highest_limb_orders_too),
      cmocka_unit_test(ratios_of_large_sums_are_rounded_half_to_even),
      cmocka_unit_test(ratios_of_small_sums_agree_with_the_grid),
      cmocka_unit_test(ratios_reach_the_ends_of_64_bits),
      cmocka_unit_test(sums_become_the_nearest_double),
      cmocka_unit_test(a_single_bit_far_below_breaks_a_tie),
      cmocka_unit_test(products_that_do_not_fit_are_refused),
      cmocka_unit_test(products_carry_their_sign),
  };
  return cmocka_run_group_tests_name("sum", tests, NULL, NULL);
}
