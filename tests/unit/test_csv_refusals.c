/* Tests of read/csv: what is refused, where, and what is said.
 * SPDX-License-Identifier: Apache-2.0 */
#include "csv_support.h"

static void quotes_inside_an_unquoted_field_are_refused(void **state)
{
  static const struct csv_case CASES[] = {
      {"a,b\n1,2\"3\n", "1:<a><b>;!RUNG_E_SYNTAX 2,2 , LF"},
      {"a,b\nx\"y\",2\n", "1:<a><b>;!RUNG_E_SYNTAX 2,1 , LF"},
      {"a, \"b\"\n", "!RUNG_E_SYNTAX 1,2 , LF"},
      {"a\"", "!RUNG_E_SYNTAX 1,1 , LF"},
      {"a,b,c;\"d\"\n", "!RUNG_E_SYNTAX 1,3 , LF"},
      {"a,b\n1,2\n3;\"4\",5\n", "1:<a><b>;2:<1><2>;!RUNG_E_SYNTAX 3,1 , LF"},
  };
  (void)state;
  assert_cases('\0', CASES, LENGTH(CASES));
}

static void text_behind_a_closing_quote_is_refused(void **state)
{
  static const struct csv_case CASES[] = {
      {"a,b\n1,\"2\"3\n", "1:<a><b>;!RUNG_E_SYNTAX 2,2 , LF"},
      {"\"a\" ,b\n", "!RUNG_E_SYNTAX 1,1 , LF"},
      {"\"a\"\xC3\xA9,b\n", "!RUNG_E_SYNTAX 1,1 , LF"},
      {"x,y,\"a\";b\n", "!RUNG_E_SYNTAX 1,3 , LF"},
  };
  (void)state;
  assert_cases('\0', CASES, LENGTH(CASES));
}

static void an_open_quote_is_refused_at_the_end(void **state)
{
  static const struct csv_case CASES[] = {
      {"a,b\n1,\"2\n3,4\n", "1:<a><b>;!RUNG_E_SYNTAX 2,2 , LF"},
      {"\"", "!RUNG_E_SYNTAX 1,1 , "},
      {"a,\"b\"\"\n", "!RUNG_E_SYNTAX 1,2 , "},
  };
  (void)state;
  assert_cases('\0', CASES, LENGTH(CASES));
}

static void text_that_is_not_utf8_is_refused_with_its_field(void **state)
{
  static const struct csv_case CASES[] = {
      {"a,b\n1,caf\xE9\n", "1:<a><b>;!RUNG_E_SYNTAX 2,2 , LF"},
      {"a,b\n\"1,\"\"2\",\xC3\n", "1:<a><b>;!RUNG_E_SYNTAX 2,2 , LF"},
      {"a,b\n\xED\xA0\x80,2\n", "1:<a><b>;!RUNG_E_SYNTAX 2,1 , LF"},
      {"caf\xC3\xA9,\xE2\x82\xAC,\xF0\x9F\x98\x80\n1,\xE2\x82\xAC,3\n",
       "1:<caf\xC3\xA9><\xE2\x82\xAC><\xF0\x9F\x98\x80>;2:<1><\xE2\x82\xAC><3>; , LF"},
  };
  (void)state;
  assert_cases('\0', CASES, LENGTH(CASES));
}

static void nul_bytes_and_utf16_without_a_mark_are_said_to_be_so(void **state)
{
  (void)state;
  assert_no_cut_matters('\0', "a,b\n1,\0002\n", 8);
  assert_message("a,b\n1,\0002\n", 8, "NUL");
  assert_no_cut_matters('\0', "a\0,\0b\0\n\0", 8);
  assert_message("a\0,\0b\0\n\0", 8, "UTF-16 without a byte order mark");
  assert_message("\0a\0,\0b\0\n", 8, "UTF-16 without a byte order mark");
  assert_message("\"\0a\0\"\0\n\0", 8, "UTF-16 without a byte order mark");
  assert_message("\xFF", 1, "not UTF-8");
  assert_message("\n\xFF\xFE\n", 4, "not UTF-8");
}

static void refusals_say_what_to_do(void **state)
{
  (void)state;
  assert_message("a\"b\n", 4, "put the field in quotes");
  assert_message("\"a\"b\n", 5, "double each quote");
  assert_message("\"a\n", 3, "never closed");
  assert_message("a\xFF\n", 3, "save the file as UTF-8");
}

/* A record of so many bytes in fields of so many. */
static char *make_record(size_t length, size_t field, bool quoted)
{
  char *text = malloc(length + 2);
  assert_non_null(text);
  for (size_t at = 0; at < length; ++at)
    text[at] = at % (field + 1) == field ? ',' : 'x';
  if (quoted) text[0] = text[length - 1] = '"';
  text[length] = '\n';
  text[length + 1] = '\0';
  return text;
}

static void assert_length(size_t length, size_t field, bool quoted, const char *refusal)
{
  char *text = make_record(length, field, quoted);
  char *once = whole(',', text, length + 1), *often = byte_by_byte(',', text, length + 1);
  assert_string_equal(once, often);
  const char *found = strstr(once, "!RUNG_E");
  if (refusal == NULL) assert_null(found);
  if (refusal != NULL) assert_memory_equal(found, refusal, strlen(refusal));
  free(text);
  free(once);
  free(often);
}

static void a_record_has_a_limit(void **state)
{
  (void)state;
  assert_length(RUNG__RECORD_LIMIT, RUNG__RECORD_LIMIT, false, NULL);
  assert_length(RUNG__RECORD_LIMIT, SIZE_MAX - 1, true, NULL);
  assert_length(RUNG__RECORD_LIMIT, 100, false, NULL);
  assert_length(RUNG__RECORD_LIMIT + 1, 100, false, "!RUNG_E_LIMIT 1,0");
  assert_length(3 * RUNG__RECORD_LIMIT, SIZE_MAX - 1, true, "!RUNG_E_LIMIT 1,0");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(quotes_inside_an_unquoted_field_are_refused),
      cmocka_unit_test(text_behind_a_closing_quote_is_refused),
      cmocka_unit_test(an_open_quote_is_refused_at_the_end),
      cmocka_unit_test(text_that_is_not_utf8_is_refused_with_its_field),
      cmocka_unit_test(nul_bytes_and_utf16_without_a_mark_are_said_to_be_so),
      cmocka_unit_test(refusals_say_what_to_do),
      cmocka_unit_test(a_record_has_a_limit),
  };
  return cmocka_run_group_tests_name("csv refusals", tests, NULL, NULL);
}
