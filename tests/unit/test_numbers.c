/* Tests of answers/numbers: cells of every type become numbers on the grid, or kinds of absence.
 * SPDX-License-Identifier: Apache-2.0 */
#include "number_support.h"

#include "answers/numbers.h"

enum { SKIPPED = RUNG__ABSENT(RUNG_ABSENT_SKIPPED), INVALID = RUNG__ABSENT(RUNG_ABSENT_INVALID) };
enum { NOT_ASKED = RUNG__ABSENT(RUNG_ABSENT_NOT_ASKED) };
enum { INAPPLICABLE = RUNG__ABSENT(RUNG_ABSENT_NOT_APPLICABLE) };

/* What is made of a cell. */
struct read {
  int code;
  double number;
};

static rung_answers *bound(const char *item, const rung_column *column)
{
  rung_model *model = numbers_model("{'id':'m','of':['x'],'by':'mean'}", "");
  rung_answers *answers = NULL;
  rung_error error = {.status = 0};
  assert_status(rung_answers_new(model, &answers, &error), RUNG_OK, &error);
  if (column != NULL)
    assert_status(rung_answers_bind(answers, RUNG_ROLE_ITEM, item, column, &error), RUNG_OK,
                  &error);
  rung_model_free(model);
  return answers;
}

static void reads_as(size_t item, const char *name, const rung_column *column,
                     const struct read *expected, size_t count)
{
  rung_answers *answers = bound(name, column);
  int8_t code[8];
  int64_t number[8];
  rung_error error = {.status = 0};
  const struct rung__rows rows = {item, 0, count, false};
  assert_status(rung__answers_numbers(answers, &rows, (struct rung__coded){code, number}, &error),
                RUNG_OK, &error);
  for (size_t row = 0; row < count; ++row) {
    if (code[row] == expected[row].code &&
        (code[row] < 0 || number[row] == G(expected[row].number)))
      continue;
    fail_msg("row %zu: %d, %g", row, code[row], (double)number[row] / (double)RUNG__GRID);
  }
  rung_answers_free(answers);
}

static void doubles_are_numbers_of_the_range_or_nothing(void **state)
{
  static const double CELLS[] = {0, 12.5, 100, 100.0000001, -0.5, -1, NAN, INFINITY};
  static const struct read READ[] = {{0, 0},       {0, 12.5},         {0, 100},     {INVALID, 0},
                                     {INVALID, 0}, {INAPPLICABLE, 0}, {SKIPPED, 0}, {INVALID, 0}};
  const rung_column column = {.data = CELLS, .length = LENGTH(CELLS), .type = RUNG_TYPE_DOUBLE};
  (void)state;
  reads_as(ITEM_X, "x", &column, READ, LENGTH(READ));
}

static void whole_numbers_may_lack_a_value_and_stand_apart(void **state)
{
  static const int16_t CELLS[] = {7, 900, 30, 900, 40, 900, 101, 900};
  static const uint8_t THERE[] = {0x0D << 1}; /* from its second bit: there, not, there, there */
  static const struct read READ[] = {{0, 7}, {SKIPPED, 0}, {0, 40}, {INVALID, 0}};
  const rung_column column = {.data = CELLS,
                              .length = LENGTH(READ),
                              .type = RUNG_TYPE_INT16,
                              .stride = 2 * sizeof *CELLS,
                              .validity = THERE,
                              .validity_offset = 1};
  (void)state;
  reads_as(ITEM_X, "x", &column, READ, LENGTH(READ));
}

static void texts_are_read_as_the_file_has_them(void **state)
{
  static const char TEXT[] = "12.5 7 -1abc100.51e1";
  static const int32_t AT[] = {0, 4, 4, 6, 9, 12, 17, 20};
  static const struct read READ[] = {{0, 12.5},    {SKIPPED, 0}, {0, 7}, {INAPPLICABLE, 0},
                                     {INVALID, 0}, {INVALID, 0}, {0, 10}};
  const rung_column column = {
      .data = TEXT, .offsets = AT, .length = LENGTH(READ), .type = RUNG_TYPE_TEXT};
  (void)state;
  reads_as(ITEM_X, "x", &column, READ, LENGTH(READ));
}

/* 2024-02-29 is day 19782: 19723 days to the year 2024, 31 in January and 28 in February. */
static void days_are_texts_or_whole_days_since_1970(void **state)
{
  static const char TEXT[] = "2024-02-292023-02-292019-12-31never 2024-02-29 ";
  static const int32_t AT[] = {0, 10, 20, 30, 35, 47};
  static const struct read OF_TEXT[] = {
      {0, 19782}, {INVALID, 0}, {INVALID, 0}, {INAPPLICABLE, 0}, {0, 19782}};
  static const double DAYS[] = {19782, 19782.5, 18262, 18261, NAN};
  static const struct read OF_DAYS[] = {
      {0, 19782}, {INVALID, 0}, {0, 18262}, {INVALID, 0}, {SKIPPED, 0}};
  const rung_column text = {.data = TEXT, .offsets = AT, .length = 5, .type = RUNG_TYPE_TEXT};
  const rung_column days = {.data = DAYS, .length = 5, .type = RUNG_TYPE_DOUBLE};
  (void)state;
  reads_as(DAY_D, "d", &text, OF_TEXT, LENGTH(OF_TEXT));
  reads_as(DAY_D, "d", &days, OF_DAYS, LENGTH(OF_DAYS));
}

static void without_a_column_nothing_was_asked(void **state)
{
  static const struct read READ[] = {{NOT_ASKED, 0}, {NOT_ASKED, 0}};
  (void)state;
  reads_as(ITEM_X, "x", NULL, READ, LENGTH(READ));
}

static void a_strict_reading_stops_at_the_row(void **state)
{
  static const double CELLS[] = {1, 2, 300};
  const rung_column column = {.data = CELLS, .length = LENGTH(CELLS), .type = RUNG_TYPE_DOUBLE};
  rung_answers *answers = bound("x", &column);
  int8_t code[3];
  int64_t number[3];
  rung_error error = {.status = 0};
  const struct rung__rows rows = {ITEM_X, 1, 2, true};
  (void)state;
  assert_status(rung__answers_numbers(answers, &rows, (struct rung__coded){code, number}, &error),
                RUNG_E_ANSWERS, &error);
  assert_int_equal(error.row, 3);
  assert_string_equal(error.where, "x");
  assert_non_null(strstr(error.message, "300"));
  rung_answers_free(answers);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(doubles_are_numbers_of_the_range_or_nothing),
      cmocka_unit_test(whole_numbers_may_lack_a_value_and_stand_apart),
      cmocka_unit_test(texts_are_read_as_the_file_has_them),
      cmocka_unit_test(days_are_texts_or_whole_days_since_1970),
      cmocka_unit_test(without_a_column_nothing_was_asked),
      cmocka_unit_test(a_strict_reading_stops_at_the_row),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
