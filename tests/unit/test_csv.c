/* Tests of read/csv: what is taken, and that it is the same in every cut of the input.
 * SPDX-License-Identifier: Apache-2.0 */
#include "csv_support.h"

static void records_end_in_lf_crlf_or_cr(void **state)
{
  static const struct csv_case CASES[] = {
      {"a,b\n1,2\n", "1:<a><b>;2:<1><2>; , LF"},
      {"a,b\r\n1,2\r\n", "1:<a><b>;2:<1><2>; , CRLF"},
      {"a,b\r1,2\r", "1:<a><b>;2:<1><2>; , CR"},
      {"a,b\n1,2\r\n3,4\r5,6", "1:<a><b>;2:<1><2>;3:<3><4>;4:<5><6>; , LF"},
      {"a,b", "1:<a><b>; , "},
      {"a,b\r", "1:<a><b>; , CR"},
      {"a,b\n1,2", "1:<a><b>;2:<1><2>; , LF"},
      {"", " none "},
  };
  (void)state;
  assert_cases('\0', CASES, LENGTH(CASES));
}

static void blank_lines_are_no_records(void **state)
{
  static const struct csv_case CASES[] = {
      {"\n\na,b\n\n\n1,2\n\n", "1:<a><b>;2:<1><2>; , LF"},
      {"\r\n\r\na,b\r\n\r\n1,2\r\n\r\n", "1:<a><b>;2:<1><2>; , CRLF"},
      {"\r\ra\r\r1\r\r", "1:<a>;2:<1>; , CR"},
      {"\r\na\n", "1:<a>; , LF"},
      {"\n", " none "},
      {"\r", " none "},
      {"\r\n", " none "},
      {" \n\"\"\n,\n", "1:< >;2:[];3:<><>; , LF"},
  };
  (void)state;
  assert_cases('\0', CASES, LENGTH(CASES));
}

static void fields_may_be_empty(void **state)
{
  static const struct csv_case CASES[] = {
      {",\n", "1:<><>; , LF"},
      {"a,,b\n,,\n", "1:<a><><b>;2:<><><>; , LF"},
      {"a,", "1:<a><>; , "},
      {"\"\",\"\"\n", "1:[][]; , LF"},
      {"a,b\n1,\"\"", "1:<a><b>;2:<1>[]; , LF"},
  };
  (void)state;
  assert_cases('\0', CASES, LENGTH(CASES));
}

static void quoted_fields_hold_anything(void **state)
{
  static const struct csv_case CASES[] = {
      {"\"a\",b\n", "1:[a]<b>; , LF"},
      {"\"a,b\";c;d\n", "1:[a,b]<c><d>; ; LF"},
      {"\"a\nb\",c\n", "1:[a\nb]<c>; , LF"},
      {"\"a\r\nb\",\"\r\"\r\n", "1:[a\r\nb][\r]; , CRLF"},
      {"\"a\"\"b\",c\n", "1:[a\"b]<c>; , LF"},
      {"\"\"\"\",\"\"\"\"\"\"\n", "1:[\"][\"\"]; , LF"},
      {"\"a\"\"\",\"\"\"b\"\"c\"\n", "1:[a\"][\"b\"c]; , LF"},
      {"\"a\"", "1:[a]; , "},
      {"\"a\"\r", "1:[a]; , CR"},
      {"\"a\",\"b\"\n\"1\",\"2\"\n", "1:[a][b];2:[1][2]; , LF"},
      {"x,y\n\"1\"\"\",\"2\"\n3,4\n", "1:<x><y>;2:[1\"][2];3:<3><4>; , LF"},
  };
  (void)state;
  assert_cases('\0', CASES, LENGTH(CASES));
}

static void the_first_record_decides_on_the_delimiter(void **state)
{
  static const struct csv_case CASES[] = {
      {"a;b\n1,5;2\n", "1:<a><b>;2:<1,5><2>; ; LF"},
      {"a\tb\n", "1:<a><b>; tab LF"},
      {"a\n1,2\n", "1:<a>;2:<1><2>; , LF"},
      {"a,b;c\n", "1:<a><b;c>; , LF"},
      {"a;b\tc\n", "1:<a><b\tc>; ; LF"},
      {"a,b\tc\td\n", "1:<a,b><c><d>; tab LF"},
      {"\"a,b,c\";d\n", "1:[a,b,c]<d>; ; LF"},
      {"\"x\"\",,\";d\n", "1:[x\",,]<d>; ; LF"},
      {"a,b\nc;d;e;f\n", "1:<a><b>;2:<c;d;e;f>; , LF"},
      {"a|b\n", "1:<a|b>; , LF"},
      {"a,b;\"x\ny\";c\n", "1:<a,b>[x\ny]<c>; ; LF"},
  };
  (void)state;
  assert_cases('\0', CASES, LENGTH(CASES));
}

static void a_given_delimiter_holds(void **state)
{
  static const struct csv_case CASES[] = {
      {"a,b,c;d\n1,2;3\n", "1:<a,b,c><d>;2:<1,2><3>; ; LF"},
      {"\"a;b\";c\n", "1:[a;b]<c>; ; LF"},
  };
  (void)state;
  assert_cases(';', CASES, LENGTH(CASES));
  assert_no_cut_matters('\t', "a\tb\n1\t2\n", 8);
}

static void a_byte_order_mark_is_skipped(void **state)
{
  static const struct csv_case CASES[] = {
      {"\xEF\xBB\xBF"
       "a,b\n",
       "1:<a><b>; , mark LF"},
      {"\xEF\xBB\xBF\"a\",b\n", "1:[a]<b>; , mark LF"},
      {"\xEF\xBB\xBF\r\na\r\n", "1:<a>; , mark CRLF"},
      {"\xEF\xBB\xBF", " none mark "},
      {"\xEF\xBB\xBF\xEF\xBB\xBF"
       "a\n",
       "1:<\xEF\xBB\xBF"
       "a>; , mark LF"},
      {"\xEF\xBB\xBE"
       "a\n",
       "1:<\xEF\xBB\xBE"
       "a>; , LF"},
      {"\xEF\xBB\n", "!RUNG_E_SYNTAX 1,1 , LF"},
      {"\xEF", "!RUNG_E_SYNTAX 1,1 , "},
      {"a\n\xEF\xBB\xBF"
       "b\n",
       "1:<a>;2:<\xEF\xBB\xBF"
       "b>; , LF"},
  };
  (void)state;
  assert_cases('\0', CASES, LENGTH(CASES));
}

static void raw_bytes_are_those_of_the_record(void **state)
{
  char *said = whole('\0', "\xEF\xBB\xBF\"a\"\"\",b\r\n1,2\r\n", 17);
  (void)state;
  assert_string_equal(said, "1:[a\"]<b>\x01\"a\"\"\",b\x01;2:<1><2>\x01"
                            "1,2\x01; , mark CRLF");
  free(said);
}

static void random_bytes_are_read_alike_in_every_cut(void **state)
{
  static const char *const PIECES[] = {"a",    "1",   ",",   ",",    ";",        "\"",
                                       "\"",   "\n",  "\r",  "\r\n", "\xC3\xA9", "\xC3",
                                       "\"\"", ",\"", "\",", "x\n"};
  uint64_t seed = 18;
  (void)state;
  for (int round = 0; round < 20000; ++round) {
    char text[64] = "";
    const size_t count = next_random(&seed) % 14;
    size_t length = 0;
    for (size_t index = 0; index < count; ++index) {
      const char *piece = PIECES[next_random(&seed) % LENGTH(PIECES)];
      memcpy(text + length, piece, strlen(piece));
      length += strlen(piece);
    }
    assert_no_cut_matters(round % 2 == 0 ? '\0' : ',', text, length);
  }
}

static void random_text(uint64_t *seed, char text[16])
{
  static const char BYTES[] = "ab1 ,;\t\"\r\n.";
  const size_t length = next_random(seed) % 8;
  for (size_t at = 0; at < length; ++at)
    text[at] = BYTES[next_random(seed) % (sizeof BYTES - 1)];
  text[length] = '\0';
}

static void what_is_written_is_read_again(void **state)
{
  uint64_t seed = 19;
  (void)state;
  for (int round = 0; round < 20000; ++round) {
    char texts[4][16];
    struct rung__buffer line = {0};
    for (size_t index = 0; index < LENGTH(texts); ++index) {
      random_text(&seed, texts[index]);
      if (index > 0) rung__put_byte(&line, ',');
      rung__csv_put(&line, texts[index]);
    }
    struct rung__csv *csv = rung__csv_new('\0');
    const struct rung__record *record = NULL;
    size_t taken = 0;
    rung__put_byte(&line, '\n');
    assert_int_equal(rung__csv_push(csv, line.data, line.length, &taken, &record, NULL), RUNG_OK);
    assert_int_equal(taken, line.length);
    assert_int_equal(record->count, LENGTH(texts));
    for (size_t index = 0; index < LENGTH(texts); ++index) {
      const struct rung__slice read = {record->fields[index].data, record->fields[index].length};
      assert_case(line.data, rung__same(read, rung__slice(texts[index])));
    }
    rung__csv_free(csv);
    rung__buffer_free(&line);
  }
}

static void fields_are_quoted_where_they_must_be(void **state)
{
  static const char *const CASES[][2] = {
      {"", ""},
      {"plain", "plain"},
      {"a,b", "\"a,b\""},
      {"a;b", "\"a;b\""},
      {" a", "\" a\""},
      {"a\t", "\"a\t\""},
      {"a b", "a b"},
      {"a\nb", "\"a\nb\""},
      {"\r", "\"\r\""},
      {"\"", "\"\"\"\""},
      {"say \"x\"", "\"say \"\"x\"\"\""},
  };
  (void)state;
  for (size_t index = 0; index < LENGTH(CASES); ++index) {
    struct rung__buffer buffer = {0};
    rung__csv_put(&buffer, CASES[index][0]);
    assert_string_equal(buffer.data, CASES[index][1]);
    rung__buffer_free(&buffer);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(records_end_in_lf_crlf_or_cr),
      cmocka_unit_test(blank_lines_are_no_records),
      cmocka_unit_test(fields_may_be_empty),
      cmocka_unit_test(quoted_fields_hold_anything),
      cmocka_unit_test(the_first_record_decides_on_the_delimiter),
      cmocka_unit_test(a_given_delimiter_holds),
      cmocka_unit_test(a_byte_order_mark_is_skipped),
      cmocka_unit_test(raw_bytes_are_those_of_the_record),
      cmocka_unit_test(random_bytes_are_read_alike_in_every_cut),
      cmocka_unit_test(what_is_written_is_read_again),
      cmocka_unit_test(fields_are_quoted_where_they_must_be),
  };
  return cmocka_run_group_tests_name("csv", tests, NULL, NULL);
}
