/* Tests of the reader on files of UTF-16: the blocks, what is taken, the refusals.
 * SPDX-License-Identifier: Apache-2.0 */
#include "reader_support.h"

#include "recode.h"

static int begin(void **state)
{
  *state = make_model();
  return *state == NULL;
}

static int end(void **state)
{
  rung_model_free(*state);
  return 0;
}

static void turn_line_ends_into_cr(struct rung__buffer *file)
{
  size_t to = 0;
  for (size_t at = 0; at < file->length; at++)
    if (file->data[at] != '\n') file->data[to++] = file->data[at];
  file->length = to;
}

static void utf16_gives_the_same_blocks_in_any_cut(void **state)
{
  static const size_t PIECES[] = {1, 3, 64, 4095, SIZE_MAX, 0};
  for (unsigned which = 0; which < 4; which++) {
    struct rung__buffer file = {.data = NULL};
    struct run run = {.model = *state, .group = "team", .weight = "w", .piece = SIZE_MAX};
    write_file(&file, 2100, true);
    if (which & 2) turn_line_ends_into_cr(&file);
    struct result expected = read_text(&run, file.data, file.length);
    struct rung__buffer wide = recode(file.data, file.length, which & 1);
    for (size_t i = 0; i < 2 * LENGTH(PIECES); i++) {
      run.piece = PIECES[i / 2];
      run.takes_late = i % 2;
      struct result result = read_text(&run, wide.data, wide.length);
      assert_status(result.status, RUNG_OK, &result.error);
      assert_int_equal(result.blocks, expected.blocks);
      assert_int_equal(result.rows.length, expected.rows.length);
      assert_memory_equal(result.rows.data, expected.rows.data, expected.rows.length);
      assert_noted(result.reader, RUNG_NOTE_INFORMATION, "",
                   which & 1 ? "UTF-16, big endian, decoded, fields between commas"
                             : "UTF-16, little endian, decoded, fields between commas",
                   true);
      forget(&result);
    }
    forget(&expected);
    rung__buffer_free(&wide);
    rung__buffer_free(&file);
  }
}

/* The bytes of UTF-16 that a block took are those of its rows, and of a CR's look ahead none. */
static void what_a_full_block_took_of_utf16_is_exact(void **state)
{
  for (unsigned which = 0; which < 4; which++) {
    const char *line_end = which & 1 ? "\r" : "\n";
    struct rung__buffer file = {.data = NULL};
    rung_reader *reader = NULL;
    size_t taken = 0;
    rung__put_format(&file, "q1%s", line_end);
    for (size_t row = 0; row < RUNG__BLOCK; row++)
      rung__put_format(&file, "4%s", line_end);
    const size_t exact = 2 + 2 * file.length;
    rung__put_text(&file, "\xF0\x9F\x98\x80\n5\n");
    struct rung__buffer wide = recode(file.data, file.length, which & 2);
    assert_int_equal(rung_reader_new(*state, NULL, 0, NULL, &reader, NULL), RUNG_OK);
    for (size_t at = 0; at < exact; at += taken) { /* three bytes a push: units are cut */
      const size_t piece = at + 3 < wide.length ? 3 : wide.length - at;
      assert_int_equal(rung_reader_push(reader, wide.data + at, piece, &taken, NULL), RUNG_OK);
      if (taken == 0 || at + taken >= exact) break;
    }
    rung_reader_free(reader);
    assert_int_equal(rung_reader_new(*state, NULL, 0, NULL, &reader, NULL), RUNG_OK);
    assert_int_equal(rung_reader_push(reader, wide.data, wide.length, &taken, NULL), RUNG_OK);
    assert_int_equal(taken, exact);
    assert_int_equal(rung_reader_push(reader, wide.data + taken, 9, &taken, NULL), RUNG_OK);
    assert_int_equal(taken, 0);
    assert_int_equal(rung_answers_rows(rung_reader_take(reader)), RUNG__BLOCK);
    const char *rest = wide.data + exact;
    size_t left = wide.length - exact;
    assert_int_equal(rung_reader_push(reader, rest, left, &taken, NULL), RUNG_OK);
    assert_int_equal(taken, left);
    assert_int_equal(rung_reader_finish(reader, NULL), RUNG_OK);
    assert_int_equal(rung_answers_rows(rung_reader_take(reader)), 2);
    rung_reader_free(reader);
    rung__buffer_free(&wide);
    rung__buffer_free(&file);
  }
}

static void damaged_utf16_is_refused_with_its_row(void **state)
{
  static const struct {
    const char *bytes;
    size_t length;
    int64_t row;
    const char *words;
  } CASES[] = {
      {"\xFF\xFE", 2, 1, "the file is empty"},
      {"\xFF\xFEq\0001\0\n\0004\0\n\0\0\xD8", 14, 3, "half a surrogate pair"},
      {"\xFF\xFEq\0001\0\n\0004\0\r\0\0\xDC\n\0", 16, 3, "half a surrogate pair"},
      {"\xFF\xFEq\0001\0\n\0004", 9, 2, "odd number of bytes"},
      {"\xFF\xFEq\0001\0\n\0004\0\0\0\n\0", 14, 2, "a NUL character"},
      {"q\0001\0\n\0004\0\n\0", 10, 1, "UTF-16 without a byte order mark"},
  };
  for (size_t i = 0; i < LENGTH(CASES); i++) {
    for (size_t piece = 1; piece <= CASES[i].length; piece++) {
      const struct run run = {.model = *state, .piece = piece};
      struct result result = read_text(&run, CASES[i].bytes, CASES[i].length);
      assert_says(&result.error, RUNG_E_SYNTAX, CASES[i].words);
      assert_int_equal(result.error.row, CASES[i].row);
      forget(&result);
    }
  }
}

static void rows_of_utf16_are_set_aside_as_utf8(void **state)
{
  const struct run run = {.model = *state, .piece = 5, .sets_aside = true};
  const char *text = "q1,\xC3\xA4\r\n1,\xE2\x82\xAC,3\r\n";
  struct rung__buffer wide = recode(text, strlen(text), true);
  struct result result = read_text(&run, wide.data, wide.length);
  rung_bytes *bytes = NULL;
  assert_status(result.status, RUNG_OK, &result.error);
  assert_int_equal(rung_reader_set_aside(result.reader, &bytes, NULL), RUNG_OK);
  assert_string_equal(rung_bytes_data(bytes), text);
  rung_bytes_free(bytes);
  forget(&result);
  rung__buffer_free(&wide);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(utf16_gives_the_same_blocks_in_any_cut),
      cmocka_unit_test(what_a_full_block_took_of_utf16_is_exact),
      cmocka_unit_test(damaged_utf16_is_refused_with_its_row),
      cmocka_unit_test(rows_of_utf16_are_set_aside_as_utf8),
  };
  return cmocka_run_group_tests_name("reader of UTF-16", tests, begin, end);
}
