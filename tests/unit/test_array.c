/* Tests of base/array and base/arena: room that grows, and room that is freed at once.
 * SPDX-License-Identifier: Apache-2.0 */
#include "support.h"

#include <stdalign.h>

#include "base/arena.h"
#include "base/array.h"

static void an_array_grows_and_keeps_its_elements(void **state)
{
  int *numbers = NULL;
  size_t capacity = 0;
  (void)state;
  for (size_t count = 0; count < 10000; ++count) {
    assert_true(rung__array_reserve((void **)&numbers, &capacity, count + 1, sizeof *numbers));
    assert_true(capacity > count);
    numbers[count] = (int)count;
  }
  for (size_t index = 0; index < 10000; ++index)
    assert_int_equal(numbers[index], index);
  free(numbers);
}

static void an_array_grows_by_doubling(void **state)
{
  char *bytes = NULL;
  size_t capacity = 0, growths = 0;
  (void)state;
  for (size_t count = 1; count <= 1000000; ++count) {
    const size_t before = capacity;
    assert_true(rung__array_reserve((void **)&bytes, &capacity, count, 1));
    growths += capacity != before;
  }
  assert_in_range(growths, 1, 20);
  free(bytes);
}

static void nothing_changes_where_an_array_cannot_grow(void **state)
{
  static const size_t CASES[][2] = {
      {SIZE_MAX, 1},     {SIZE_MAX, 8}, {SIZE_MAX / 8 + 1, 8},
      {SIZE_MAX / 2, 3}, {20, 0},       {20, SIZE_MAX},
  };
  int *numbers = NULL;
  size_t capacity = 0;
  (void)state;
  assert_true(rung__array_reserve((void **)&numbers, &capacity, 3, sizeof *numbers));
  int *const place = numbers;
  const size_t before = capacity;
  for (size_t index = 0; index < LENGTH(CASES); ++index) {
    assert_false(
        rung__array_reserve((void **)&numbers, &capacity, CASES[index][0], CASES[index][1]));
    assert_ptr_equal(numbers, place);
    assert_int_equal(capacity, before);
  }
  free(numbers);
}

static void a_new_array_is_cleared_and_never_null_for_nothing(void **state)
{
  (void)state;
  uint64_t *numbers = rung__array_new(1000, sizeof *numbers);
  assert_non_null(numbers);
  for (size_t index = 0; index < 1000; ++index)
    assert_true(numbers[index] == 0);
  free(numbers);
  void *none = rung__array_new(0, 8), *sizeless = rung__array_new(8, 0);
  assert_non_null(none);
  assert_non_null(sizeless);
  free(none);
  free(sizeless);
}

static bool is_zero(const unsigned char *bytes, size_t length)
{
  for (size_t index = 0; index < length; ++index) {
    if (bytes[index] != 0) return false;
  }
  return true;
}

static void an_arena_gives_cleared_aligned_room(void **state)
{
  struct rung__arena arena = {0};
  uint64_t seed = 17;
  (void)state;
  for (int round = 0; round < 5000; ++round) {
    const size_t count = next_random(&seed) % 40, size = next_random(&seed) % 70;
    unsigned char *place = rung__arena_take(&arena, count, size);
    assert_non_null(place);
    assert_int_equal((uintptr_t)place % alignof(max_align_t), 0);
    assert_true(is_zero(place, count * size));
    memset(place, 0xAA, count * size); /* what comes later is clear all the same */
  }
  rung__arena_free(&arena);
  assert_null(arena.pages);
}

static void places_of_an_arena_do_not_overlap(void **state)
{
  struct rung__arena arena = {0};
  uint32_t *places[2000];
  (void)state;
  for (uint32_t index = 0; index < 2000; ++index) {
    const size_t count = index % 97 == 0 ? 3000 : 1 + index % 13;
    places[index] = rung__arena_take(&arena, count, sizeof(uint32_t));
    assert_non_null(places[index]);
    for (size_t at = 0; at < count; ++at)
      places[index][at] = index;
  }
  for (uint32_t index = 0; index < 2000; ++index) {
    const size_t count = index % 97 == 0 ? 3000 : 1 + index % 13;
    for (size_t at = 0; at < count; ++at)
      assert_int_equal(places[index][at], index);
  }
  rung__arena_free(&arena);
}

static void an_arena_refuses_what_cannot_be(void **state)
{
  struct rung__arena arena = {0};
  (void)state;
  assert_null(rung__arena_take(&arena, SIZE_MAX, 2));
  assert_null(rung__arena_take(&arena, 1, SIZE_MAX));
  assert_null(rung__arena_take(&arena, SIZE_MAX - 64, 1));
  assert_null(rung__arena_text(&arena, "", SIZE_MAX));
  assert_non_null(rung__arena_take(&arena, 0, 8));
  assert_non_null(rung__arena_take(&arena, 8, 0));
  rung__arena_free(&arena);
}

static void an_arena_copies_texts(void **state)
{
  struct rung__arena arena = {0};
  (void)state;
  const char *first = rung__arena_text(&arena, "north", 3);
  const char *empty = rung__arena_text(&arena, NULL, 0);
  const char *second = rung__arena_text(&arena, "south", 5);
  assert_string_equal(first, "nor");
  assert_string_equal(empty, "");
  assert_string_equal(second, "south");
  rung__arena_free(&arena);
  rung__arena_free(&arena);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(an_array_grows_and_keeps_its_elements),
      cmocka_unit_test(an_array_grows_by_doubling),
      cmocka_unit_test(nothing_changes_where_an_array_cannot_grow),
      cmocka_unit_test(a_new_array_is_cleared_and_never_null_for_nothing),
      cmocka_unit_test(an_arena_gives_cleared_aligned_room),
      cmocka_unit_test(places_of_an_arena_do_not_overlap),
      cmocka_unit_test(an_arena_refuses_what_cannot_be),
      cmocka_unit_test(an_arena_copies_texts),
  };
  return cmocka_run_group_tests_name("array", tests, NULL, NULL);
}
