/* Tests of base/random: the published vectors of Philox4x32-10, and what is drawn from it.
 * SPDX-License-Identifier: Apache-2.0 */
#include "support.h"

#include "base/random.h"

/* From the known answers that Salmon et al. publish with Random123. */
static const struct {
  uint32_t counter[4], key[2], out[4];
} VECTORS[] = {
    {{0, 0, 0, 0}, {0, 0}, {0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}},
    {{UINT32_MAX, UINT32_MAX, UINT32_MAX, UINT32_MAX},
     {UINT32_MAX, UINT32_MAX},
     {0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}},
    {{0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344},
     {0xa4093822, 0x299f31d0},
     {0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}},
};

static void philox_gives_the_published_words(void **state)
{
  (void)state;
  for (size_t index = 0; index < LENGTH(VECTORS); ++index) {
    uint32_t out[4];
    rung__philox(VECTORS[index].counter, VECTORS[index].key, out);
    assert_memory_equal(out, VECTORS[index].out, sizeof out);
  }
}

static void a_place_has_one_number(void **state)
{
  (void)state;
  const struct rung__draw here = {7, 1, 2, 3, 4}, there = {7, 1, 2, 4, 3};
  const uint64_t first = rung__random(&here);
  assert_true(rung__random(&there) != first);
  assert_true(rung__random(&here) == first);
}

static void uniform_numbers_fill_the_open_interval(void **state)
{
  (void)state;
  double sum = 0, square = 0;
  const uint32_t count = 100000;
  for (uint32_t index = 0; index < count; ++index) {
    const struct rung__draw draw = {1, index, 0, 0, 0};
    const double value = rung__uniform(&draw);
    assert_true(value > 0 && value < 1);
    sum += value;
    square += value * value;
  }
  assert_close(sum / count, 0.5, 0.005);
  assert_close(square / count, 1.0 / 3, 0.005);
}

static void whole_numbers_stay_below_their_bound(void **state)
{
  (void)state;
  uint32_t seen[6] = {0};
  for (uint32_t index = 0; index < 60000; ++index) {
    const struct rung__draw draw = {2, 0, 0, index, 0};
    const uint64_t value = rung__random_below(&draw, 6);
    assert_true(value < 6);
    ++seen[value];
  }
  for (size_t value = 0; value < 6; ++value)
    assert_true(seen[value] > 9500 && seen[value] < 10500);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(philox_gives_the_published_words),
      cmocka_unit_test(a_place_has_one_number),
      cmocka_unit_test(uniform_numbers_fill_the_open_interval),
      cmocka_unit_test(whole_numbers_stay_below_their_bound),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
