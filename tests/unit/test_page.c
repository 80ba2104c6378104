/* Tests of write/page: cells keep their width, and no label can steer a terminal.
 * SPDX-License-Identifier: Apache-2.0 */
#include "support.h"

#include "write/page.h"

static void assert_page(struct rung__buffer *page, const char *expected)
{
  assert_false(page->failed);
  assert_string_equal(page->data, expected);
  rung__buffer_free(page);
}

static void cells_are_padded_or_cut_to_their_width(void **state)
{
  struct rung__buffer page = {0};

  (void)state;
  rung__page_left(&page, "Köln", 6);
  rung__page_right(&page, "12", 4);
  rung__page_left(&page, "abcdefgh", 5);
  assert_page(&page, "Köln    12abcd…");
}

static void a_label_cannot_steer_a_terminal(void **state)
{
  struct rung__buffer page = {0};

  (void)state;
  rung__page_left(&page, "a\x1b[31mb\n\xff", 12);
  assert_false(page.failed);
  for (size_t i = 0; i < page.length; i++)
    assert_true((unsigned char)page.data[i] >= 0x20);
  assert_null(strchr(page.data, '\x1b'));
  rung__buffer_free(&page);
}

static void what_has_no_number_is_a_dash(void **state)
{
  struct rung__buffer page = {0};

  (void)state;
  rung__page_number(&page, NAN, 2, 6);
  rung__page_number(&page, 2.125, 2, 6);
  rung__page_share(&page, NAN, 6);
  rung__page_share(&page, 0.5, 6);
  assert_page(&page, "     –  2.12     –  50 %");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(cells_are_padded_or_cut_to_their_width),
      cmocka_unit_test(a_label_cannot_steer_a_terminal),
      cmocka_unit_test(what_has_no_number_is_a_dash),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
