/* Tests of read/utf16, and of CSV that is UTF-16: what is decoded, and what is refused where.
 * SPDX-License-Identifier: Apache-2.0 */
#include "csv_support.h"

#include "read/utf16.h"

/* What bytes without a mark are decoded to, pushed in pieces of one size, then the end. */
static struct rung__buffer decode(bool big, const char *bytes, size_t length, size_t piece)
{
  struct rung__utf16 utf16 = {.big = big};
  struct rung__buffer out = {0};
  char text[RUNG__UTF16_TEXT];
  while (length > 0) {
    size_t taken = 0;
    const size_t size = rung__utf16_read(&utf16, bytes, length < piece ? length : piece, &taken,
                                         text);
    assert_in_range(taken, 1, length < piece ? length : piece);
    assert_in_range(size, 0, sizeof text);
    rung__put(&out, text, size);
    bytes += taken;
    length -= taken;
  }
  rung__put(&out, text, rung__utf16_end(&utf16, text));
  rung__put_byte(&out, '\0');
  assert_false(out.failed);
  return out;
}

static void assert_decoded(bool big, const char *bytes, size_t length, const char *expected)
{
  for (size_t piece = 1; piece <= length; ++piece) {
    struct rung__buffer out = decode(big, bytes, length, piece);
    assert_string_equal(out.data, expected);
    rung__buffer_free(&out);
  }
}

static void units_and_pairs_become_utf8(void **state)
{
  static const struct {
    const char *bytes;
    size_t length;
    const char *text;
  } CASES[] = {
      {"\0a\0\x7F", 4, "a\x7F"},
      {"\0\x80\x07\xFF", 4, "\xC2\x80\xDF\xBF"},
      {"\x08\0\xD7\xFF", 4, "\xE0\xA0\x80\xED\x9F\xBF"},
      {"\xE0\0\xFF\xFF", 4, "\xEE\x80\x80\xEF\xBF\xBF"},
      {"\xD8\0\xDC\0", 4, "\xF0\x90\x80\x80"},
      {"\xDB\xFF\xDF\xFF", 4, "\xF4\x8F\xBF\xBF"},
      {"\0x\xD8\x3D\xDE\0\0y", 8, "x\xF0\x9F\x98\x80y"},
      {"\xFE\xFF", 2, "\xEF\xBB\xBF"},
      {"\xD8\0\0a", 4,
       "\xED\xA0\x80"
       "a"},
      {"\xD8\0\xD8\0\xDC\0", 6, "\xED\xA0\x80\xF0\x90\x80\x80"},
      {"\xDC\0", 2, "\xED\xB0\x80"},
      {"\0a\xD8\0", 4, "a\xED\xA0\x80"},
      {"\0a\0", 3, "a\xFF"},
      {"\xD8\0\xDC", 3, "\xED\xA0\x80\xFF"},
  };
  (void)state;
  for (size_t index = 0; index < LENGTH(CASES); ++index) {
    char swapped[16];
    const size_t length = CASES[index].length;
    assert_decoded(true, CASES[index].bytes, length, CASES[index].text);
    if (length % 2 != 0) continue;
    for (size_t at = 0; at < length; ++at)
      swapped[at] = CASES[index].bytes[at ^ 1];
    assert_decoded(false, swapped, length, CASES[index].text);
  }
}

static void decoding_stops_behind_a_line_end_and_at_its_limit(void **state)
{
  static char wide[4 * RUNG__UTF16_TEXT];
  char text[RUNG__UTF16_TEXT];
  struct rung__utf16 utf16 = {.big = false};
  size_t taken;
  (void)state;
  assert_int_equal(rung__utf16_read(&utf16, "a\0\r\0\n\0b\0", 8, &taken, text), 2);
  assert_int_equal(taken, 4);
  assert_int_equal(rung__utf16_read(&utf16, "\n\0b\0", 4, &taken, text), 1);
  assert_int_equal(taken, 2);
  assert_int_equal(rung__utf16_read(&utf16, "", 0, &taken, text), 0);
  assert_int_equal(taken, 0);
  memset(wide, 0x4E, sizeof wide);
  const size_t size = rung__utf16_read(&utf16, wide, sizeof wide, &taken, text);
  assert_in_range(size, RUNG__UTF16_TEXT - 8, RUNG__UTF16_TEXT);
  assert_int_equal(taken, size / 3 * 2);
}

static void a_mark_of_utf16_alone_is_an_empty_file(void **state)
{
  (void)state;
  for (int big = 0; big < 2; ++big) {
    const char *mark = big ? "\xFE\xFF" : "\xFF\xFE";
    assert_cuts_say('\0', mark, 2, " none mark ");
  }
}

static void the_encoding_is_said(void **state)
{
  static const struct {
    const char *bytes, *said;
  } CASES[] = {
      {"a\n", UNMARKED},
      {"", UNMARKED},
      {"\xEF\xBB", UNMARKED},
      {"\xFF", UNMARKED},
      {"\xEF\xBB\xBF", "UTF-8 with a byte order mark"},
      {"\xFF\xFE", "UTF-16, little endian, decoded"},
      {"\xFE\xFF", "UTF-16, big endian, decoded"},
  };
  (void)state;
  for (size_t index = 0; index < LENGTH(CASES); ++index) {
    struct pushing pushing = begin('\0');
    push(&pushing, CASES[index].bytes, strlen(CASES[index].bytes));
    assert_string_equal(rung__csv_encoding(pushing.csv), CASES[index].said);
    free(end(&pushing));
  }
}

static void damage_is_refused_with_its_row_and_field(void **state)
{
  static const struct {
    const char *units; /* in 4 hexadecimal digits each, 2 at the end: an odd byte */
    const char *said, *message;
  } CASES[] = {
      {"0061000AD800000A", "1:<a>;!RUNG_E_SYNTAX 2,1", "half a surrogate pair"},
      {"0061002C0062000A0031002CDC000032", "1:<a><b>;!RUNG_E_SYNTAX 2,2", "half a surrogate"},
      {"0061000A0031D83D", "1:<a>;!RUNG_E_SYNTAX 2,1", "half a surrogate pair"},
      {"0061000D0031000DD83D", "1:<a>;!RUNG_E_SYNTAX 3,1", "half a surrogate pair"},
      {"0061000D0031000D00", "1:<a>;!RUNG_E_SYNTAX 3,1", "odd number of bytes"},
      {"0061000A003100", "1:<a>;!RUNG_E_SYNTAX 2,1", "odd number of bytes"},
      {"0061000A0031002C003200", "1:<a>;!RUNG_E_SYNTAX 2,2", "odd number of bytes"},
      {"0061000A0031000A00", "1:<a>;2:<1>;!RUNG_E_SYNTAX 3,1", "odd number of bytes"},
      {"00", "!RUNG_E_SYNTAX 1,1", "odd number of bytes"},
      {"0061000A00310000000A", "1:<a>;!RUNG_E_SYNTAX 2,1", "a NUL character"},
      {"0000", "!RUNG_E_SYNTAX 1,1", "a NUL character"},
  };
  (void)state;
  for (size_t index = 0; index < LENGTH(CASES); ++index) {
    char bytes[64] = "\xFE\xFF";
    size_t length = 2;
    for (const char *at = CASES[index].units; *at != '\0'; at += 2)
      bytes[length++] = (char)strtol((char[]){at[0], at[1], '\0'}, NULL, 16);
    char *said = whole('\0', bytes, length);
    assert_cuts_say('\0', bytes, length, said);
    assert_message(bytes, length, CASES[index].message);
    drop_raw(said);
    assert_memory_equal(said, CASES[index].said, strlen(CASES[index].said));
    free(said);
  }
}

/* Long enough to fill the room for what is decoded, several times. */
static void long_records_are_decoded_whole(void **state)
{
  struct rung__buffer text = {0};
  (void)state;
  for (int index = 0; index < 9000; ++index)
    rung__put_text(&text, index % 1000 == 999 ? ","
                          : index % 7 == 0    ? "\xF0\x9F\x98\x80"
                                              : "\xE2\x82\xAC");
  rung__put_text(&text, "\r1,2\r");
  struct rung__buffer wide = recode(text.data, text.length, false);
  struct pushing pushing = begin(',');
  push(&pushing, "\xEF\xBB\xBF", 3);
  push(&pushing, text.data, text.length);
  char *expected = end(&pushing);
  for (size_t first = 0; first < wide.length; first += 997)
    assert_same_and_free(in_two(',', wide.data, wide.length, first), expected);
  free(expected);
  rung__buffer_free(&wide);
  rung__buffer_free(&text);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(units_and_pairs_become_utf8),
      cmocka_unit_test(decoding_stops_behind_a_line_end_and_at_its_limit),
      cmocka_unit_test(a_mark_of_utf16_alone_is_an_empty_file),
      cmocka_unit_test(the_encoding_is_said),
      cmocka_unit_test(damage_is_refused_with_its_row_and_field),
      cmocka_unit_test(long_records_are_decoded_whole),
  };
  return cmocka_run_group_tests_name("utf16", tests, NULL, NULL);
}
