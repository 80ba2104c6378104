/* Tests of base/text: UTF-8, trimming, folding and the growing buffer.
 * SPDX-License-Identifier: Apache-2.0 */
#include "support.h"

#include "base/text.h"

static const char *const VALID[] = {
    "",
    "plain",
    "caf\xC3\xA9",
    "\xC2\x80",
    "\xDF\xBF",
    "\xE0\xA0\x80",
    "\xED\x9F\xBF",
    "\xEE\x80\x80",
    "\xEF\xBF\xBF",
    "\xF0\x90\x80\x80",
    "\xF4\x8F\xBF\xBF",
    "eight by\xE2\x82\xACtes and more",
};

static const struct {
  const char *text;
  size_t bad;
} INVALID[] = {
    {"\x80", 0},
    {"ab\xBF", 2},
    {"\xC0\x80", 0}, /* overlong */
    {"\xC1\xBF", 0},
    {"\xE0\x9F\xBF", 0},
    {"\xF0\x8F\xBF\xBF", 0},
    {"\xED\xA0\x80", 0}, /* a surrogate */
    {"\xED\xBF\xBF", 0},
    {"\xF4\x90\x80\x80", 0}, /* behind the last code point */
    {"\xF5\x80\x80\x80", 0},
    {"\xFF", 0},
    {"a\xC3", 1}, /* cut off */
    {"a\xE2\x82", 1},
    {"a\xF0\x9F\x98", 1},
    {"\xC3\x28", 0},
    {"\xE2\x28\xA1", 0},
    {"\xE2\x82\x28", 0},
    {"eight bytes then \xF0\x9F\x98\x80 and \xFE", 26},
};

static void valid_text_is_recognised(void **state)
{
  (void)state;
  for (size_t index = 0; index < LENGTH(VALID); ++index)
    assert_case(VALID[index], rung__is_utf8(VALID[index], strlen(VALID[index]), NULL));
}

static void the_first_bad_byte_is_named(void **state)
{
  (void)state;
  for (size_t index = 0; index < LENGTH(INVALID); ++index) {
    const char *text = INVALID[index].text;
    size_t bad = 99;
    assert_case(text, !rung__is_utf8(text, strlen(text), &bad));
    assert_int_equal(bad, INVALID[index].bad);
    assert_false(rung__is_utf8(text, strlen(text), NULL));
  }
}

static size_t encode(uint32_t code, char out[4])
{
  if (code < 0x80) {
    out[0] = (char)code;
    return 1;
  }
  const size_t count = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  for (size_t index = count - 1; index > 0; --index, code >>= 6)
    out[index] = (char)(0x80 | (code & 0x3F));
  out[0] = (char)((0xF00 >> count & 0xFF) | code);
  return count;
}

static void every_code_point_but_surrogates_is_valid(void **state)
{
  (void)state;
  for (uint32_t code = 0; code < 0x110000; ++code) {
    char text[4];
    const bool surrogate = code >= 0xD800 && code < 0xE000;
    const size_t length = encode(code, text);
    assert_int_equal(rung__is_utf8(text, length, NULL), !surrogate);
    if (length > 1) assert_false(rung__is_utf8(text, length - 1, NULL));
  }
}

static void blanks_at_the_ends_are_trimmed(void **state)
{
  static const char *const CASES[][2] = {
      {"", ""},
      {" \t\r\n", ""},
      {"a", "a"},
      {"  a b  ", "a b"},
      {"\xC2\xA0 a\xC2\xA0", "a"},
      {"\xC2\xA0", ""},
      {"\xC3\xA0", "\xC3\xA0"}, /* its last byte alone is no blank */
      {"\xC2\xA9 x", "\xC2\xA9 x"},
      {"\va\f", "\va\f"},
  };
  (void)state;
  for (size_t index = 0; index < LENGTH(CASES); ++index)
    assert_case(CASES[index][0],
                rung__same(rung__trim(rung__slice(CASES[index][0])), rung__slice(CASES[index][1])));
}

static void only_ascii_letters_are_folded(void **state)
{
  static const struct {
    const char *a, *b;
    bool same;
  } CASES[] = {
      {"", "", true},
      {"Agree", "aGREE", true},
      {"a", "b", false},
      {"a", "aa", false},
      {"\xC3\x84", "\xC3\xA4", false},
      {"[", "{", false},
      {"@", "`", false},
      {"Z9", "z9", true},
  };
  (void)state;
  for (size_t index = 0; index < LENGTH(CASES); ++index)
    assert_case(CASES[index].a,
                rung__same_folded(rung__slice(CASES[index].a), rung__slice(CASES[index].b)) ==
                    CASES[index].same);
}

static void texts_are_ordered_by_bytes_then_length(void **state)
{
  static const char *const ORDER[] = {"", "A", "Aa", "B", "a", "aa", "ab", "\xC3\xA4"};
  (void)state;
  for (size_t a = 0; a < LENGTH(ORDER); ++a) {
    for (size_t b = 0; b < LENGTH(ORDER); ++b) {
      const int order = rung__compare(rung__slice(ORDER[a]), rung__slice(ORDER[b]));
      assert_int_equal((order > 0) - (order < 0), (a > b) - (a < b));
      assert_int_equal(rung__same(rung__slice(ORDER[a]), rung__slice(ORDER[b])), a == b);
    }
  }
}

static void a_missing_text_is_an_empty_slice(void **state)
{
  (void)state;
  assert_int_equal(rung__slice(NULL).length, 0);
  assert_int_equal(rung__trim(rung__slice(NULL)).length, 0);
  assert_true(rung__same((struct rung__slice){NULL, 0}, rung__slice("")));
}

static void a_buffer_takes_all_kinds_of_text(void **state)
{
  struct rung__buffer buffer = {0};
  (void)state;
  rung__put_text(&buffer, "rows");
  rung__put_byte(&buffer, ':');
  rung__put_spaces(&buffer, 2);
  rung__put_number(&buffer, 0.5);
  rung__put_byte(&buffer, ' ');
  rung__put_number(&buffer, NAN);
  rung__put_number(&buffer, -INFINITY);
  rung__put_format(&buffer, " %d of %s", 3, "many");
  rung__put(&buffer, NULL, 0);
  assert_string_equal(buffer.data, "rows:  0.5 nullnull 3 of many");
  assert_int_equal(buffer.length, strlen(buffer.data));
  assert_false(buffer.failed);
  rung__buffer_free(&buffer);
  assert_null(buffer.data);
}

static void a_buffer_grows_as_long_as_it_must(void **state)
{
  struct rung__buffer buffer = {0};
  (void)state;
  for (int index = 0; index < 20000; ++index)
    rung__put_format(&buffer, "%d,", index % 10);
  assert_int_equal(buffer.length, 40000);
  rung__put_spaces(&buffer, 100000);
  assert_int_equal(strlen(buffer.data), 140000);
  assert_memory_equal(buffer.data + 39990, "5,6,7,8,9,", 10);
  rung__buffer_free(&buffer);
}

static void a_failed_buffer_takes_nothing_more(void **state)
{
  struct rung__buffer buffer = {0};
  rung_bytes *bytes = NULL;
  rung_error error;
  (void)state;
  rung__put_text(&buffer, "begun");
  rung__put(&buffer, "", SIZE_MAX - 2);
  assert_true(buffer.failed);
  rung__put_text(&buffer, "more");
  assert_int_equal(buffer.length, 5);
  assert_status(rung__bytes_of(&buffer, &bytes, &error), RUNG_E_MEMORY, &error);
  assert_null(bytes);
  assert_null(buffer.data);
}

static void bytes_are_given_away_with_a_nul(void **state)
{
  struct rung__buffer buffer = {0};
  rung_bytes *bytes = NULL;
  (void)state;
  rung__put(&buffer, "a\0b", 3);
  assert_int_equal(rung__bytes_of(&buffer, &bytes, NULL), RUNG_OK);
  assert_int_equal(rung_bytes_length(bytes), 3);
  assert_memory_equal(rung_bytes_data(bytes), "a\0b", 4);
  assert_null(buffer.data);
  rung_bytes_free(bytes);
  assert_int_equal(rung__bytes_of(&buffer, &bytes, NULL), RUNG_OK);
  assert_string_equal(rung_bytes_data(bytes), "");
  assert_int_equal(rung_bytes_length(bytes), 0);
  rung_bytes_free(bytes);
  rung_bytes_free(NULL);
}

static void columns_are_code_points(void **state)
{
  (void)state;
  assert_int_equal(rung__columns(""), 0);
  assert_int_equal(rung__columns("abc"), 3);
  assert_int_equal(rung__columns("\xC3\xA4\xE2\x82\xAC\xF0\x9F\x98\x80"), 3);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(valid_text_is_recognised),
      cmocka_unit_test(the_first_bad_byte_is_named),
      cmocka_unit_test(every_code_point_but_surrogates_is_valid),
      cmocka_unit_test(blanks_at_the_ends_are_trimmed),
      cmocka_unit_test(only_ascii_letters_are_folded),
      cmocka_unit_test(texts_are_ordered_by_bytes_then_length),
      cmocka_unit_test(a_missing_text_is_an_empty_slice),
      cmocka_unit_test(a_buffer_takes_all_kinds_of_text),
      cmocka_unit_test(a_buffer_grows_as_long_as_it_must),
      cmocka_unit_test(a_failed_buffer_takes_nothing_more),
      cmocka_unit_test(bytes_are_given_away_with_a_nul),
      cmocka_unit_test(columns_are_code_points),
  };
  return cmocka_run_group_tests_name("text", tests, NULL, NULL);
}
