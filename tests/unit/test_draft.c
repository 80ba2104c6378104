/* Tests of answers/draft: what is put stays while it widens, and what is emptied is absent.
 * SPDX-License-Identifier: Apache-2.0 */
#include "support.h"

#include "answers/draft.h"

static void what_was_put_stays_while_it_widens(void **state)
{
  struct rung__draft draft = {.count = 0};
  const char *copy;
  (void)state;
  assert_true(rung__draft_widen(&draft, 3));
  assert_int_equal(rung__draft_copy(&draft, (struct rung__slice){"abc", 2}, &copy), RUNG_OK);
  rung__draft_put(&draft, 2, (struct rung__field){copy, 2, true, RUNG__FIELD_TEXT}, 7);
  assert_true(rung__draft_widen(&draft, 1000));
  assert_true(rung__draft_has(&draft, 2));
  assert_false(rung__draft_has(&draft, 1));
  assert_false(rung__draft_has(&draft, 999));
  assert_memory_equal(draft.field[2].data, "ab", 2);
  assert_int_equal(draft.number[2], 7);
  rung__draft_put(&draft, 999, (struct rung__field){"", 0, false, RUNG__FIELD_STRANGE}, 8);
  rung__draft_empty(&draft);
  assert_false(rung__draft_has(&draft, 2));
  assert_false(rung__draft_has(&draft, 999));
  rung__draft_free(&draft);
}

static void copies_have_one_place_that_ends(void **state)
{
  struct rung__draft draft = {.count = 0};
  char *text = calloc(1, RUNG__RECORD_LIMIT);
  const char *first, *second;
  (void)state;
  assert_int_equal(rung__draft_copy(&draft, (struct rung__slice){"x", 1}, &first), RUNG_OK);
  assert_int_equal(
      rung__draft_copy(&draft, (struct rung__slice){text, RUNG__RECORD_LIMIT}, &second),
      RUNG_E_LIMIT);
  assert_int_equal(
      rung__draft_copy(&draft, (struct rung__slice){text, RUNG__RECORD_LIMIT - 1}, &second),
      RUNG_OK);
  assert_ptr_equal(second, first + 1);
  assert_int_equal(rung__draft_copy(&draft, (struct rung__slice){"", 0}, &second), RUNG_OK);
  assert_int_equal(rung__draft_copy(&draft, (struct rung__slice){"x", 1}, &second), RUNG_E_LIMIT);
  rung__draft_empty(&draft);
  assert_int_equal(rung__draft_copy(&draft, (struct rung__slice){"x", 1}, &second), RUNG_OK);
  rung__draft_free(&draft);
  free(text);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_was_put_stays_while_it_widens),
      cmocka_unit_test(copies_have_one_place_that_ends),
  };
  return cmocka_run_group_tests_name("draft", tests, NULL, NULL);
}
