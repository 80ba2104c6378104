/* Tests of Arrow columns: every layout gives what the same data give as a plain column.
 * SPDX-License-Identifier: Apache-2.0 */
#include "arrow_support.h"

static const size_t OFFSETS[] = {0, 1, 7, 8, 13};

/* The codes of an item's bound column. */
static void code(rung_answers *answers, size_t item, size_t rows, int8_t *out)
{
  rung_error error = {.status = 0};
  assert_int_equal(rung_answers_rows(answers), rows);
  memset(out, 77, ROWS_MOST);
  assert_status(rung__answers_item(answers, item, 0, rows, false, out, &error), RUNG_OK, &error);
}

static void bind_plain(rung_answers *answers, size_t item, const rung_column *column)
{
  rung_error error = {.status = 0};
  assert_status(
      rung_answers_bind(answers, RUNG_ROLE_ITEM, answers->model->items[item].id, column, &error),
      RUNG_OK, &error);
}

/* What a plain column of doubles gives. */
static void code_doubles(rung_answers *answers, size_t item, const double *value, size_t rows,
                         int8_t *out)
{
  const rung_column column = {.data = value, .length = (int64_t)rows, .type = RUNG_TYPE_DOUBLE};
  bind_plain(answers, item, &column);
  code(answers, item, rows, out);
}

/* What a plain column of text gives, an empty one for null. */
static void code_texts(rung_answers *answers, size_t item, const char *const *text, size_t rows,
                       int8_t *out)
{
  char bytes[BYTES_MOST];
  int32_t offsets[ROWS_MOST + 1] = {0};
  for (size_t row = 0; row < rows; row++) {
    const size_t length = text[row] ? strlen(text[row]) : 0;
    if (length > 0) memcpy(bytes + offsets[row], text[row], length);
    offsets[row + 1] = offsets[row] + (int32_t)length;
  }
  const rung_column column = {
      .data = bytes, .offsets = offsets, .length = (int64_t)rows, .type = RUNG_TYPE_TEXT};
  bind_plain(answers, item, &column);
  code(answers, item, rows, out);
}

static void assert_arrow(rung_answers *answers, size_t item, const struct arrow *arrow,
                         const int8_t *expected)
{
  int8_t found[ROWS_MOST];
  const size_t rows = (size_t)arrow->array.length;
  bind_arrow(answers, RUNG_ROLE_ITEM, answers->model->items[item].id, arrow);
  code(answers, item, rows, found);
  for (size_t row = 0; row < rows; row++)
    if (found[row] != expected[row])
      fail_msg("%s behind %lld, row %zu: %d, expected %d", arrow->schema.format,
               (long long)arrow->array.offset, row, found[row], expected[row]);
}

static const double NUMBERS[] = {1, 2, NAN, 3, 4, 5, 6, NAN, 0, 1, 5};

static void numbers_of_every_width_are_read_where_they_are(void **state)
{
  static const char *const FORMATS[] = {"c", "C", "s", "S", "i", "I", "l", "L", "f", "g"};
  int8_t expected[ROWS_MOST];
  struct arrow arrow;
  code_doubles(*state, Q1, NUMBERS, LENGTH(NUMBERS), expected);
  assert_int_equal(expected[2], SKIPPED);
  assert_int_equal(expected[6], INVALID);
  for (size_t i = 0; i < LENGTH(FORMATS); i++)
    for (size_t j = 0; j < LENGTH(OFFSETS); j++) {
      number_arrow(&arrow, FORMATS[i], NUMBERS, LENGTH(NUMBERS), OFFSETS[j]);
      assert_arrow(*state, Q1, &arrow, expected);
      const rung_answers *answers = *state;
      const rung_column *column = &answers->item[Q1].column;
      assert_ptr_equal(column->data,
                       (char *)arrow.data + rung__column_stride(column) * (ptrdiff_t)OFFSETS[j]);
      assert_ptr_equal(column->validity, arrow.validity);
    }
}

static void numbers_beyond_a_type_of_fewer_bits_are_invalid(void **state)
{
  const uint64_t far[] = {UINT64_MAX, 1, (uint64_t)INT64_MAX + 1, UINT64_MAX - 98};
  const int64_t low[] = {-99, INT64_MIN, 5, -1};
  const int8_t of_far[] = {INVALID, 0, INVALID, INVALID},
               of_low[] = {DONT_KNOW, INVALID, 4, INVALID};
  struct arrow arrow;
  start_arrow(&arrow, "L", 4, 0, 2);
  arrow.buffer[0] = NULL;
  arrow.buffer[1] = far;
  assert_arrow(*state, Q1, &arrow, of_far);
  arrow.schema.format = "l";
  arrow.buffer[1] = low;
  assert_arrow(*state, Q1, &arrow, of_low);
}

static void a_not_a_number_is_skipped_and_a_count_of_no_nulls_is_believed(void **state)
{
  const double value[] = {NAN, 2, INFINITY};
  const int8_t expected[] = {SKIPPED, 1, INVALID};
  struct arrow arrow;
  start_arrow(&arrow, "g", 3, 0, 2); /* its bitmap says that all are null */
  arrow.buffer[1] = value;
  arrow.array.null_count = 0;
  assert_arrow(*state, Q1, &arrow, expected);
  arrow.buffer[0] = NULL;
  assert_arrow(*state, Q1, &arrow, expected);
  arrow.array.null_count = -1;
  assert_arrow(*state, Q1, &arrow, expected);
}

static void booleans_are_0_and_1_bit_by_bit(void **state)
{
  static const double BITS[] = {1, 0, 0, NAN, 1, 1, 1, 0, NAN, 1, 0};
  int8_t expected[ROWS_MOST];
  struct arrow arrow;
  code_doubles(*state, PART, BITS, LENGTH(BITS), expected);
  assert_int_equal(expected[0], 3);
  for (size_t i = 0; i < LENGTH(OFFSETS); i++) {
    number_arrow(&arrow, "b", BITS, LENGTH(BITS), OFFSETS[i]);
    assert_arrow(*state, PART, &arrow, expected);
  }
}

static void nulls_alone_are_skipped(void **state)
{
  const int8_t expected[] = {SKIPPED, SKIPPED, SKIPPED};
  struct arrow arrow;
  for (int64_t buffers = 0; buffers < 2; buffers++) {
    start_arrow(&arrow, "n", 3, 2, buffers);
    arrow.buffer[0] = NULL;
    arrow.array.null_count = 3;
    assert_arrow(*state, Q1, &arrow, expected);
  }
}

static const char *const TEXTS[] = {"4",
                                    " agree ",
                                    NULL,
                                    "Strongly disagree",
                                    "",
                                    "n/a",
                                    "STRONGLY AGREE",
                                    NULL,
                                    "-99",
                                    "a text that is of no use here",
                                    "maybe",
                                    "  disagree  ",
                                    "   disagree  ",
                                    "Neither"};

static void texts_of_every_layout_are_matched(void **state)
{
  static const char *const FORMATS[] = {"u", "U", "vu"};
  int8_t expected[ROWS_MOST];
  struct arrow arrow;
  code_texts(*state, Q1, TEXTS, LENGTH(TEXTS), expected);
  assert_int_equal(expected[3], 0);
  assert_int_equal(expected[9], INVALID);
  for (size_t i = 0; i < LENGTH(FORMATS); i++)
    for (size_t j = 0; j < LENGTH(OFFSETS); j++) {
      text_arrow(&arrow, FORMATS[i], TEXTS, LENGTH(TEXTS), OFFSETS[j]);
      assert_arrow(*state, Q1, &arrow, expected);
    }
}

static void columns_of_no_rows_need_no_buffers(void **state)
{
  static const char *const FORMATS[] = {"c", "g", "b", "u", "U", "vu"};
  for (size_t i = 0; i < LENGTH(FORMATS); i++) {
    struct arrow arrow;
    start_arrow(&arrow, FORMATS[i], 0, 0, i < 3 ? 2 : 3);
    memset(arrow.buffer, 0, sizeof arrow.buffer);
    assert_arrow(*state, Q1, &arrow, NULL);
  }
}

/* Picks of these texts, by a number each; -1 for null. */
static void picks(const double *index, const char *const *values, const char **text, size_t rows)
{
  for (size_t row = 0; row < rows; row++)
    text[row] = isnan(index[row]) ? NULL : values[(size_t)index[row]];
}

static void dictionaries_of_text_are_matched_by_any_index(void **state)
{
  static const char *const INDICES[] = {"c", "C", "s", "S", "i", "I", "l", "L"};
  static const char *const FORMATS[] = {"u", "U", "vu"};
  static const double INDEX[] = {3, 0, NAN, 2, 9, 11, 1, 1, NAN, 7, 6, 10};
  const char *text[LENGTH(INDEX)];
  int8_t expected[ROWS_MOST];
  struct arrow index, values;
  picks(INDEX, TEXTS, text, LENGTH(INDEX));
  code_texts(*state, Q1, text, LENGTH(INDEX), expected);
  for (size_t i = 0; i < LENGTH(INDICES); i++)
    for (size_t j = 0; j < LENGTH(FORMATS); j++) {
      number_arrow(&index, INDICES[i], INDEX, LENGTH(INDEX), OFFSETS[(i + j) % LENGTH(OFFSETS)]);
      text_arrow(&values, FORMATS[j], TEXTS, LENGTH(TEXTS), OFFSETS[i % LENGTH(OFFSETS)]);
      encode(&index, &values);
      assert_arrow(*state, Q1, &index, expected);
    }
}

static void dictionaries_of_numbers_are_matched(void **state)
{
  static const char *const FORMATS[] = {"c", "S", "l", "L", "f", "g"};
  static const double INDEX[] = {0, 10, 2, NAN, 6, 4, 0};
  double value[LENGTH(INDEX)];
  int8_t expected[ROWS_MOST];
  struct arrow index, values;
  for (size_t row = 0; row < LENGTH(INDEX); row++)
    value[row] = isnan(INDEX[row]) ? NAN : NUMBERS[(size_t)INDEX[row]];
  code_doubles(*state, Q1, value, LENGTH(INDEX), expected);
  for (size_t i = 0; i < LENGTH(FORMATS); i++) {
    number_arrow(&index, "i", INDEX, LENGTH(INDEX), 3);
    number_arrow(&values, FORMATS[i], NUMBERS, LENGTH(NUMBERS), 5);
    encode(&index, &values);
    assert_arrow(*state, Q1, &index, expected);
  }
}

static void dictionaries_of_booleans_and_of_nulls_are_matched(void **state)
{
  static const double INDEX[] = {1, 0, NAN, 1}, BITS[] = {0, 1};
  const int8_t of_bits[] = {3, 0, SKIPPED, 3}, of_nulls[] = {SKIPPED, SKIPPED, SKIPPED, SKIPPED};
  struct arrow index, values;
  number_arrow(&index, "c", INDEX, 4, 1);
  number_arrow(&values, "b", BITS, 2, 9);
  encode(&index, &values);
  assert_arrow(*state, PART, &index, of_bits);
  start_arrow(&values, "n", 2, 0, 0);
  assert_arrow(*state, PART, &index, of_nulls);
}

static void a_batch_gives_the_column_of_that_name_at_its_rows(void **state)
{
  static const char *const NAMES[] = {"other", "q1", "q2"};
  int8_t whole[ROWS_MOST], found[ROWS_MOST];
  struct arrow other, numbers, texts;
  struct arrow *const columns[] = {&other, &numbers, &texts};
  struct batch batch;
  code_doubles(*state, Q1, NUMBERS, LENGTH(NUMBERS), whole);
  number_arrow(&other, "c", NUMBERS, LENGTH(NUMBERS), 0);
  number_arrow(&numbers, "s", NUMBERS, LENGTH(NUMBERS), 3);
  text_arrow(&texts, "vu", TEXTS, LENGTH(NUMBERS), 5);
  make_batch(&batch, columns, NAMES, 3, 6, 4);
  assert_arrow(*state, Q1, &batch.own, whole + 4);
  bind_arrow(*state, RUNG_ROLE_ITEM, "q2", &batch.own);
  code(*state, Q2, 6, found);
  code_texts(*state, Q1, TEXTS + 4, 6, whole);
  assert_memory_equal(found, whole, 6);
}

static void rows_that_are_null_in_the_batch_are_skipped(void **state)
{
  static const char *const NAMES[] = {"q1"};
  const int8_t both[] = {SKIPPED, 2, SKIPPED, 4, INVALID, SKIPPED};
  const int8_t alone[] = {SKIPPED, 2, SKIPPED, 4, INVALID, INVALID};
  struct arrow numbers;
  struct arrow *const columns[] = {&numbers};
  struct batch batch;
  number_arrow(&numbers, "i", NUMBERS, LENGTH(NUMBERS), 3);
  make_batch(&batch, columns, NAMES, 1, 6, 2); /* NaN 3 4 5 6 NaN */
  batch.own.buffer[0] = batch.own.validity;
  batch.own.validity[0] = 0xEC; /* from bit 2: 1 1 0 1 1 1 */
  batch.own.array.null_count = -1;
  assert_arrow(*state, Q1, &batch.own, both);
  numbers.array.null_count = 0; /* then what stands in its nulls, 99, is invalid */
  batch.own.validity[0] = 0xE8;
  assert_arrow(*state, Q1, &batch.own, alone);
}

static void a_dictionary_in_a_batch_loses_the_rows_of_both(void **state)
{
  static const char *const NAMES[] = {"q1"}, *const WORDS[] = {"agree", "disagree"};
  static const double INDEX[] = {0, 1, NAN, 0, 1};
  const int8_t expected[] = {3, 1, SKIPPED, SKIPPED, 1};
  struct arrow index, values;
  struct arrow *const columns[] = {&index};
  struct batch batch;
  number_arrow(&index, "C", INDEX, 5, 2);
  text_arrow(&values, "U", WORDS, 2, 1);
  encode(&index, &values);
  make_batch(&batch, columns, NAMES, 1, 5, 0);
  batch.own.buffer[0] = batch.own.validity;
  batch.own.validity[0] = 0x17;
  batch.own.array.null_count = 1;
  assert_arrow(*state, Q1, &batch.own, expected);
}

static void a_new_binding_takes_the_place_of_the_old_one(void **state)
{
  static const char *const WORDS[] = {"agree", "disagree"};
  static const double INDEX[] = {0, 1};
  const int8_t as_text[] = {3, 1};
  int8_t found[ROWS_MOST];
  struct arrow index, values;
  number_arrow(&index, "C", INDEX, 2, 0);
  text_arrow(&values, "vu", WORDS, 2, 0);
  encode(&index, &values);
  assert_arrow(*state, Q1, &index, as_text);
  assert_arrow(*state, Q1, &values, as_text);
  assert_arrow(*state, Q1, &index, as_text);
  code_texts(*state, Q1, WORDS, 2, found);
  assert_memory_equal(found, as_text, 2);
  bind_arrow(*state, RUNG_ROLE_GROUP, "team", &index);
  bind_plain(*state, Q1, NULL);
  assert_int_equal(rung_answers_bind(*state, RUNG_ROLE_GROUP, "team", NULL, NULL), RUNG_OK);
  assert_int_equal(rung_answers_rows(*state), 0);
}

static void the_structs_may_move_and_the_schema_may_go(void **state)
{
  const int8_t expected[] = {3, SKIPPED, 0};
  int8_t found[ROWS_MOST];
  struct arrow arrow;
  text_arrow(&arrow, "vu", TEXTS + 1, 3, 2);
  bind_arrow(*state, RUNG_ROLE_ITEM, "q1", &arrow);
  memset(&arrow.schema, 0x55, sizeof arrow.schema);
  memset(&arrow.array, 0x55, sizeof arrow.array);
  code(*state, Q1, 3, found);
  assert_memory_equal(found, expected, 3);
}

#define ARROW(test) cmocka_unit_test_setup_teardown(test, begin_arrow, end_arrow)

int main(void)
{
  const struct CMUnitTest tests[] = {
      ARROW(numbers_of_every_width_are_read_where_they_are),
      ARROW(numbers_beyond_a_type_of_fewer_bits_are_invalid),
      ARROW(a_not_a_number_is_skipped_and_a_count_of_no_nulls_is_believed),
      ARROW(booleans_are_0_and_1_bit_by_bit),
      ARROW(nulls_alone_are_skipped),
      ARROW(texts_of_every_layout_are_matched),
      ARROW(columns_of_no_rows_need_no_buffers),
      ARROW(dictionaries_of_text_are_matched_by_any_index),
      ARROW(dictionaries_of_numbers_are_matched),
      ARROW(dictionaries_of_booleans_and_of_nulls_are_matched),
      ARROW(a_batch_gives_the_column_of_that_name_at_its_rows),
      ARROW(rows_that_are_null_in_the_batch_are_skipped),
      ARROW(a_dictionary_in_a_batch_loses_the_rows_of_both),
      ARROW(a_new_binding_takes_the_place_of_the_old_one),
      ARROW(the_structs_may_move_and_the_schema_may_go),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
