/* Tests of base/names: byte strings to numbers.
 * SPDX-License-Identifier: Apache-2.0 */
#include "support.h"

#include "base/names.h"

static struct rung__slice numbered(char text[24], uint64_t number)
{
  const int length = snprintf(text, 24, "name %llu", (unsigned long long)number);
  return (struct rung__slice){text, (size_t)length};
}

static void names_are_numbered_as_they_come(void **state)
{
  struct rung__names names = {0};
  (void)state;
  assert_int_equal(rung__names_add(&names, rung__slice("north")), 0);
  assert_int_equal(rung__names_add(&names, rung__slice("south")), 1);
  assert_int_equal(rung__names_add(&names, rung__slice("north")), 0);
  assert_int_equal(rung__names_add(&names, rung__slice("nort")), 2);
  assert_int_equal(names.count, 3);
  assert_int_equal(rung__names_find(&names, rung__slice("south")), 1);
  rung__names_free(&names);
  assert_int_equal(names.count, 0);
}

static void what_was_not_added_is_not_found(void **state)
{
  struct rung__names names = {0};
  (void)state;
  assert_true(rung__names_find(&names, rung__slice("north")) == RUNG__NO_NAME);
  assert_int_equal(rung__names_add(&names, rung__slice("north")), 0);
  assert_true(rung__names_find(&names, rung__slice("North")) == RUNG__NO_NAME);
  assert_true(rung__names_find(&names, rung__slice("")) == RUNG__NO_NAME);
  rung__names_free(&names);
}

static void names_may_be_empty_and_hold_any_byte(void **state)
{
  struct rung__names names = {0};
  const struct rung__slice with_nul = {"a\0b", 3}, begins_so = {"a", 1};
  (void)state;
  assert_int_equal(rung__names_add(&names, (struct rung__slice){NULL, 0}), 0);
  assert_int_equal(rung__names_add(&names, with_nul), 1);
  assert_int_equal(rung__names_add(&names, begins_so), 2);
  assert_true(rung__same(rung__names_get(&names, 1), with_nul));
  assert_string_equal(rung__names_get(&names, 0).data, "");
  rung__names_free(&names);
}

static void a_name_ends_in_a_nul(void **state)
{
  struct rung__names names = {0};
  (void)state;
  rung__names_add(&names, (struct rung__slice){"northern", 5});
  rung__names_add(&names, rung__slice("east"));
  assert_string_equal(rung__names_get(&names, 0).data, "north");
  assert_int_equal(rung__names_get(&names, 0).length, 5);
  rung__names_free(&names);
}

static void a_hundred_thousand_names_keep_their_numbers(void **state)
{
  struct rung__names names = {0};
  char text[24];
  (void)state;
  for (uint32_t index = 0; index < 100000; ++index)
    assert_int_equal(rung__names_add(&names, numbered(text, index)), index);
  for (uint32_t index = 0; index < 100000; ++index) {
    assert_int_equal(rung__names_find(&names, numbered(text, index)), index);
    assert_true(rung__same(rung__names_get(&names, index), rung__slice(text)));
  }
  assert_true(rung__names_find(&names, numbered(text, 100000)) == RUNG__NO_NAME);
  rung__names_free(&names);
}

static void freed_names_may_be_filled_again(void **state)
{
  struct rung__names names = {0};
  (void)state;
  for (int round = 0; round < 3; ++round) {
    assert_int_equal(rung__names_add(&names, rung__slice("north")), 0);
    rung__names_free(&names);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(names_are_numbered_as_they_come),
      cmocka_unit_test(what_was_not_added_is_not_found),
      cmocka_unit_test(names_may_be_empty_and_hold_any_byte),
      cmocka_unit_test(a_name_ends_in_a_nul),
      cmocka_unit_test(a_hundred_thousand_names_keep_their_numbers),
      cmocka_unit_test(freed_names_may_be_filled_again),
  };
  return cmocka_run_group_tests_name("names", tests, NULL, NULL);
}
