/* Tests of read/lines: the lines of a text however it is cut, and how long they may be.
 * SPDX-License-Identifier: Apache-2.0 */
#include "support.h"

#include "read/lines.h"

/* The lines of a text pushed in pieces, each in brackets behind its number. */
static struct rung__buffer split(struct rung__lines *lines, const char *text, size_t piece)
{
  const size_t length = strlen(text);
  struct rung__buffer out = {.data = NULL};
  struct rung__slice line;
  for (size_t at = 0, taken; at < length; at += taken) {
    const size_t size = length - at < piece ? length - at : piece;
    assert_int_equal(rung__lines_push(lines, text + at, size, &taken, &line, NULL), RUNG_OK);
    assert_in_range(taken, 1, size);
    if (line.data)
      rung__put_format(&out, "%d[%.*s]", (int)lines->number, (int)line.length, line.data);
  }
  rung__lines_finish(lines, &line);
  if (line.data)
    rung__put_format(&out, "%d[%.*s]", (int)lines->number, (int)line.length, line.data);
  rung__put_byte(&out, '\0');
  return out;
}

static const struct {
  const char *text, *expected, *line_end;
  bool marked;
} CASES[] = {
    {"", "", NULL, false},
    {"a", "1[a]", NULL, false},
    {"a\nbc\n", "1[a]2[bc]", "LF", false},
    {"a\r\n\r\nb", "1[a]2[]3[b]", "CRLF", false},
    {"\n\na\r", "1[]2[]3[a]", "LF", false},
    {"\xEF\xBB\xBF"
     "a\n\xEF\xBB\xBF"
     "b",
     "1[a]2[\xEF\xBB\xBF"
     "b]",
     "LF", true},
    {"\xEF\xBB\xBF", "1[]", NULL, true},
    {"\xEF\xBB\nb", "1[\xEF\xBB]2[b]", "LF", false},
};

static void lines_are_the_same_in_any_cut(void **state)
{
  (void)state;
  for (size_t i = 0; i < LENGTH(CASES); i++) {
    for (size_t piece = 1; piece < 10; piece++) {
      struct rung__lines lines = {.number = 0};
      struct rung__buffer found = split(&lines, CASES[i].text, piece);
      assert_string_equal(found.data, CASES[i].expected);
      assert_int_equal(lines.marked, CASES[i].marked);
      if (CASES[i].line_end)
        assert_string_equal(lines.line_end, CASES[i].line_end);
      else
        assert_null(lines.line_end);
      rung__buffer_free(&found);
      rung__lines_free(&lines);
    }
  }
}

static rung_status push_long(size_t length, size_t piece, rung_error *error)
{
  struct rung__lines lines = {.number = 0};
  struct rung__slice line = {NULL, 0};
  rung_status status = RUNG_OK;
  char *text = malloc(length + 3);
  memset(text, 'x', length + 2);
  memcpy(text, "a\n", 2);
  text[length + 2] = '\n';
  for (size_t at = 0, taken; at < length + 3 && status == RUNG_OK; at += taken) {
    const size_t size = length + 3 - at < piece ? length + 3 - at : piece;
    status = rung__lines_push(&lines, text + at, size, &taken, &line, error);
  }
  if (status == RUNG_OK) assert_int_equal(line.length, length);
  rung__lines_free(&lines);
  free(text);
  return status;
}

static void a_line_has_a_limit_wherever_it_is_cut(void **state)
{
  static const size_t PIECES[] = {SIZE_MAX, 4096, RUNG__LINE_LIMIT, RUNG__LINE_LIMIT + 1};
  (void)state;
  for (size_t i = 0; i < LENGTH(PIECES); i++) {
    rung_error error = {.status = 0};
    assert_int_equal(push_long(RUNG__LINE_LIMIT, PIECES[i], &error), RUNG_OK);
    assert_int_equal(push_long(RUNG__LINE_LIMIT + 1, PIECES[i], &error), RUNG_E_LIMIT);
    assert_int_equal(error.row, 2);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(lines_are_the_same_in_any_cut),
      cmocka_unit_test(a_line_has_a_limit_wherever_it_is_cut),
  };
  return cmocka_run_group_tests_name("lines", tests, NULL, NULL);
}
