/* Tests of bound columns: what they become, row by row.
 * SPDX-License-Identifier: Apache-2.0 */
#include "answers_support.h"

#include "answers/answers.h"

static int begin(void **state)
{
  rung_model *model = make_model();
  rung_answers *answers = NULL;
  const rung_status status = rung_answers_new(model, &answers, NULL);
  rung_model_free(model); /* the answers hold it */
  *state = answers;
  return status != RUNG_OK;
}

static int end(void **state)
{
  rung_answers_free(*state);
  return 0;
}

static rung_column column_of(const void *data, rung_type type, size_t length)
{
  return (rung_column){.data = data, .length = (int64_t)length, .type = (int32_t)type};
}

/* Text elements without NULs between them. */
struct texts {
  char bytes[512];
  int32_t offsets[32];
  rung_column column;
};

static void make_texts(struct texts *texts, const char *const *text, size_t count)
{
  size_t used = 0;
  texts->offsets[0] = 0;
  for (size_t i = 0; i < count; i++) {
    memcpy(texts->bytes + used, text[i], strlen(text[i]));
    used += strlen(text[i]);
    texts->offsets[i + 1] = (int32_t)used;
  }
  texts->column = column_of(texts->bytes, RUNG_TYPE_TEXT, count);
  texts->column.offsets = texts->offsets;
}

static void bind(rung_answers *answers, rung_role role, const char *name, const rung_column *column)
{
  rung_error error = {.status = 0};
  assert_status(rung_answers_bind(answers, role, name, column, &error), RUNG_OK, &error);
}

static void assert_coded(rung_answers *answers, size_t item, const rung_column *column,
                         const int8_t *expected)
{
  int8_t found[32];
  const size_t count = (size_t)column->length;
  bind(answers, RUNG_ROLE_ITEM, answers->model->items[item].id, column);
  memset(found, 77, sizeof found);
  assert_int_equal(rung__answers_item(answers, item, 0, count, false, found, NULL), RUNG_OK);
  for (size_t i = 0; i < count; i++)
    assert_int_equal(found[i], expected[i]);
  assert_int_equal(found[count], 77);
}

static void whole_numbers_of_every_width_are_coded_alike(void **state)
{
  const int8_t bytes[] = {1, 5, 0, 6, -99, 3, -128, 127}, *expected;
  const int16_t halves[] = {1, 5, 0, 6, -99, 3, 999, 300};
  const int32_t words[] = {1, 5, 0, 6, -99, 3, 999, 70000};
  const int64_t wholes[] = {1, 5, 0, 6, -99, 3, 999, INT64_MIN};
  const int8_t narrow[] = {0, 4, INVALID, INVALID, DONT_KNOW, 2, INVALID, INVALID};
  const int8_t wide[] = {0, 4, INVALID, INVALID, DONT_KNOW, 2, SKIPPED, INVALID};
  rung_column column = column_of(bytes, RUNG_TYPE_INT8, 8);
  expected = narrow;
  assert_coded(*state, Q1, &column, expected);
  expected = wide;
  column = column_of(halves, RUNG_TYPE_INT16, 8);
  assert_coded(*state, Q1, &column, expected);
  column = column_of(words, RUNG_TYPE_INT32, 8);
  assert_coded(*state, Q1, &column, expected);
  column = column_of(wholes, RUNG_TYPE_INT64, 8);
  assert_coded(*state, Q1, &column, expected);
}

static void codes_of_options_stand_in_print_order(void **state)
{
  const int16_t halves[] = {20, -10, 3000, 2999, 0};
  const int8_t expected[] = {0, 1, 2, INVALID, INVALID};
  const rung_column column = column_of(halves, RUNG_TYPE_INT16, 5);
  assert_coded(*state, CHOSEN, &column, expected);
}

static void doubles_are_exact_and_nan_is_skipped(void **state)
{
  const double numbers[] = {0.1, 0.25, 0.10001, -0.0, NAN, INFINITY, -INFINITY, 1e300, 300, 299.5};
  const int8_t expected[] = {1, 2, INVALID, 0, SKIPPED, INVALID, INVALID, INVALID, 4, INVALID};
  const rung_column column = column_of(numbers, RUNG_TYPE_DOUBLE, 10);
  assert_coded(*state, PART, &column, expected);
}

static void a_float_matches_the_code_it_is_nearest_to(void **state)
{
  const float numbers[] = {0.1F, 0.25F, 0.11F, NAN, 300.0F, INFINITY};
  const int8_t expected[] = {1, 2, INVALID, SKIPPED, 4, INVALID};
  const rung_column column = column_of(numbers, RUNG_TYPE_FLOAT, 6);
  assert_coded(*state, PART, &column, expected);
}

static void a_cleared_validity_bit_is_skipped_wherever_it_stands(void **state)
{
  const int8_t bytes[] = {1, 2, 3, 4, 99};
  const uint8_t validity[] = {0x00, 0x0D}; /* from bit 8: 1 0 1 1 0 */
  const int8_t expected[] = {0, SKIPPED, 2, 3, SKIPPED};
  rung_column column = column_of(bytes, RUNG_TYPE_INT8, 5);
  column.validity = validity;
  column.validity_offset = 8;
  assert_coded(*state, Q1, &column, expected);
  int8_t found[5];
  assert_int_equal(rung__answers_item(*state, Q1, 0, 5, true, found, NULL), RUNG_OK);
}

static void strides_may_skip_and_run_backwards_and_be_odd(void **state)
{
  struct row {
    int8_t other;
    int32_t answer;
  } rows[] = {{9, 1}, {9, 3}, {9, 5}};
  const int8_t forwards[] = {0, 2, 4}, backwards[] = {4, 2, 0};
  rung_column column = column_of(&rows[0].answer, RUNG_TYPE_INT32, 3);
  column.stride = sizeof rows[0];
  assert_coded(*state, Q1, &column, forwards);
  column.data = &rows[2].answer;
  column.stride = -(ptrdiff_t)sizeof rows[0];
  assert_coded(*state, Q1, &column, backwards);
  char packed[1 + 3 * 5];
  for (int i = 0; i < 3; i++)
    memcpy(packed + 1 + i * 5, &rows[i].answer, sizeof rows[i].answer);
  column.data = packed + 1;
  column.stride = 5;
  assert_coded(*state, Q1, &column, forwards);
}

static void texts_match_codes_labels_and_absences(void **state)
{
  static const char *const TEXT[] = {"4",      " agree ", "AGREE", "n/a",
                                     "",       "  ",      "maybe", "4.0",
                                     "agree ", "-99",     "4.5",   "Strongly disagree"};
  const int8_t expected[] = {3,       3, 3, NOT_APPLICABLE, SKIPPED, SKIPPED,
                             INVALID, 3, 3, DONT_KNOW,      INVALID, 0};
  struct texts texts;
  make_texts(&texts, TEXT, 12);
  assert_coded(*state, Q1, &texts.column, expected);
}

static void an_item_without_a_column_or_answers_is_not_asked(void **state)
{
  static const char *const TEXT[] = {"a remark", ""};
  const int8_t expected[] = {NOT_ASKED, NOT_ASKED};
  int8_t found[2];
  struct texts texts;
  make_texts(&texts, TEXT, 2);
  assert_coded(*state, REMARK, &texts.column, expected);
  assert_int_equal(rung__answers_item(*state, Q2, 0, 2, true, found, NULL), RUNG_OK);
  assert_memory_equal(found, expected, 2);
}

static void strictness_fails_with_the_row_and_what_was_found(void **state)
{
  static const char *const TEXT[] = {"4", "maybe"};
  const double numbers[] = {1, 2, 3, 4.5, NAN};
  int8_t found[5];
  struct texts texts;
  rung_error error = {.status = 0};
  rung_column column = column_of(numbers, RUNG_TYPE_DOUBLE, 5);
  bind(*state, RUNG_ROLE_ITEM, "q1", &column);
  assert_int_equal(rung__answers_item(*state, Q1, 1, 4, true, found, &error), RUNG_E_ANSWERS);
  assert_says(&error, RUNG_E_ANSWERS, "row 4: 4.5 is not an answer of item \"q1\": expected 1, 2,");
  assert_int_equal(error.row, 4);
  assert_string_equal(error.where, "q1");
  assert_int_equal(rung__answers_item(*state, Q1, 0, 3, true, found, NULL), RUNG_OK);
  make_texts(&texts, TEXT, 2);
  bind(*state, RUNG_ROLE_ITEM, "q1", &texts.column);
  assert_int_equal(rung__answers_item(*state, Q1, 0, 2, true, found, &error), RUNG_E_ANSWERS);
  assert_says(&error, RUNG_E_ANSWERS, "row 2: \"maybe\" is not");
}

static void falling_offsets_are_refused(void **state)
{
  const int32_t offsets[] = {0, 3, 2};
  int8_t found[2];
  rung_error error = {.status = 0};
  rung_column column = column_of("abc", RUNG_TYPE_TEXT, 2);
  column.offsets = offsets;
  bind(*state, RUNG_ROLE_ITEM, "q1", &column);
  assert_int_equal(rung__answers_item(*state, Q1, 0, 2, false, found, &error), RUNG_E_ANSWERS);
  assert_says(&error, RUNG_E_ANSWERS, "row 2");
}

static void columns_that_cannot_be_are_refused_and_change_nothing(void **state)
{
  const int8_t bytes[] = {1, 2};
  const double numbers[] = {1, 2};
  const uint8_t validity[] = {1};
  const rung_column good = column_of(bytes, RUNG_TYPE_INT8, 2);
  bind(*state, RUNG_ROLE_ITEM, "q1", &good);
  const rung_column bad[] = {
      {.data = bytes, .length = 2, .type = 0},
      {.data = bytes, .length = 2, .type = RUNG_TYPE_UINT64 + 1},
      {.data = bytes, .length = -1, .type = RUNG_TYPE_INT8},
      {.data = NULL, .length = 2, .type = RUNG_TYPE_INT8},
      {.data = "ab", .length = 2, .type = RUNG_TYPE_TEXT},
      {.data = bytes, .length = 2, .type = RUNG_TYPE_INT8, .reserved = 1},
      {.data = bytes, .length = 2, .type = 1, .validity = validity, .validity_offset = -1},
  };
  for (size_t i = 0; i < LENGTH(bad); i++) {
    rung_error error = {.status = 0};
    assert_int_equal(rung_answers_bind(*state, RUNG_ROLE_ITEM, "q1", &bad[i], &error),
                     RUNG_E_ARGUMENT);
    assert_says(&error, RUNG_E_ARGUMENT, "cannot be bound");
  }
  const rung_column group = column_of(numbers, RUNG_TYPE_DOUBLE, 2);
  assert_int_equal(rung_answers_bind(*state, RUNG_ROLE_GROUP, "g", &group, NULL), RUNG_E_ARGUMENT);
  assert_int_equal(rung_answers_bind(*state, RUNG_ROLE_ITEM, "q9", &good, NULL), RUNG_E_UNKNOWN);
  assert_int_equal(rung_answers_bind(*state, (rung_role)7, "q1", &good, NULL), RUNG_E_ARGUMENT);
  assert_int_equal(rung_answers_bind(*state, RUNG_ROLE_ITEM, "", &good, NULL), RUNG_E_ARGUMENT);
  assert_int_equal(rung_answers_bind(NULL, RUNG_ROLE_ITEM, "q1", &good, NULL), RUNG_E_ARGUMENT);
  int8_t found[2];
  assert_int_equal(rung__answers_item(*state, Q1, 0, 2, true, found, NULL), RUNG_OK);
  assert_int_equal(found[1], 1);
}

static void columns_are_of_one_length(void **state)
{
  const int8_t bytes[] = {1, 2, 3};
  rung_error error = {.status = 0};
  size_t rows = 9;
  rung_column column = column_of(bytes, RUNG_TYPE_INT8, 3);
  assert_int_equal(rung__answers_length(*state, &rows, NULL), RUNG_OK);
  assert_int_equal(rows, 0);
  bind(*state, RUNG_ROLE_ITEM, "q1", &column);
  bind(*state, RUNG_ROLE_GROUP, "team", &column);
  assert_int_equal(rung__answers_length(*state, &rows, NULL), RUNG_OK);
  assert_int_equal(rows, 3);
  assert_int_equal(rung_answers_rows(*state), 3);
  column.length = 2;
  bind(*state, RUNG_ROLE_WEIGHT, "w", &column);
  assert_int_equal(rung__answers_length(*state, &rows, &error), RUNG_E_ANSWERS);
  assert_says(&error, RUNG_E_ANSWERS, "column \"w\" has 2 rows and column \"q1\" 3");
  bind(*state, RUNG_ROLE_WEIGHT, "w", NULL);
  bind(*state, RUNG_ROLE_ITEM, "q1", NULL);
  bind(*state, RUNG_ROLE_GROUP, "team", NULL);
  bind(*state, RUNG_ROLE_GROUP, "team", NULL);
  assert_int_equal(rung_answers_rows(*state), 0);
}

static void weights_lie_on_their_grid_and_bad_ones_fail_with_the_row(void **state)
{
  static const double BAD[] = {-1, 0.001, 16777216, NAN, INFINITY};
  double numbers[] = {1, 0, 0.5, 2.25};
  uint64_t units[4];
  rung_error error = {.status = 0};
  const rung_column column = column_of(numbers, RUNG_TYPE_DOUBLE, 4);
  assert_int_equal(rung__answers_weights(*state, 0, 4, units, NULL), RUNG_OK);
  assert_true(units[3] == RUNG__WEIGHT_ONE);
  bind(*state, RUNG_ROLE_WEIGHT, "w", &column);
  assert_int_equal(rung__answers_weights(*state, 1, 3, units, NULL), RUNG_OK);
  assert_true(units[0] == 0 && units[1] == RUNG__WEIGHT_ONE / 2);
  assert_true(units[2] == RUNG__WEIGHT_ONE / 4 * 9);
  for (size_t i = 0; i < LENGTH(BAD); i++) {
    numbers[2] = BAD[i];
    assert_int_equal(rung__answers_weights(*state, 1, 3, units, &error), RUNG_E_ANSWERS);
    assert_says(&error, RUNG_E_ANSWERS, "row 3");
    assert_int_equal(error.row, 3);
  }
}

static void groups_are_found_by_name_and_labelled(void **state)
{
  static const char *const TEXT[] = {" North ", "", "  "};
  const int64_t numbers[] = {0, -7, INT64_MIN};
  const rung_column *found;
  struct rung__slice label;
  char scratch[32];
  rung_error error = {.status = 0};
  struct texts texts;
  make_texts(&texts, TEXT, 3);
  const rung_column whole = column_of(numbers, RUNG_TYPE_INT64, 3);
  assert_int_equal(rung__answers_group(*state, "team", &found, &error), RUNG_E_ANSWERS);
  assert_says(&error, RUNG_E_ANSWERS, "none");
  bind(*state, RUNG_ROLE_GROUP, "region", &texts.column);
  bind(*state, RUNG_ROLE_GROUP, "unit", &whole);
  assert_int_equal(rung__answers_group(*state, "team", &found, &error), RUNG_E_ANSWERS);
  assert_says(&error, RUNG_E_ANSWERS, "\"region\", \"unit\"");
  assert_int_equal(rung__answers_group(*state, "region", &found, NULL), RUNG_OK);
  assert_true(rung__answers_label(found, 0, scratch, &label));
  assert_true(rung__same(label, rung__slice("North")));
  assert_false(rung__answers_label(found, 1, scratch, &label));
  assert_false(rung__answers_label(found, 2, scratch, &label));
  bind(*state, RUNG_ROLE_GROUP, "region", NULL);
  assert_int_equal(rung__answers_group(*state, "unit", &found, NULL), RUNG_OK);
  assert_true(rung__answers_label(found, 0, scratch, &label));
  assert_true(rung__same(label, rung__slice("0")));
  assert_true(rung__answers_label(found, 1, scratch, &label));
  assert_true(rung__same(label, rung__slice("-7")));
  assert_true(rung__answers_label(found, 2, scratch, &label));
  assert_true(rung__same(label, rung__slice("-9223372036854775808")));
}

static void many_spellings_are_coded_as_one_by_one(void **state)
{
  enum { COUNT = 3000, WIDTH = 24 };
  char *bytes = malloc((size_t)COUNT * WIDTH);
  int32_t *offsets = malloc((COUNT + 1) * sizeof *offsets);
  int8_t *found = malloc(COUNT);
  assert_true(bytes && offsets && found);
  memset(bytes, ' ', (size_t)COUNT * WIDTH);
  for (size_t i = 0; i <= COUNT; i++)
    offsets[i] = (int32_t)(i * WIDTH);
  for (size_t i = 0; i < COUNT; i++) { /* "Agree" or "Agreed", somewhere */
    memcpy(bytes + i * WIDTH + i % 18, i % 7 ? "Agree" : "Agreed", i % 7 ? 5 : 6);
    if (i % 3 == 0) bytes[i * WIDTH + i % 18] = 'a';
  }
  rung_column column = column_of(bytes, RUNG_TYPE_TEXT, COUNT);
  column.offsets = offsets;
  bind(*state, RUNG_ROLE_ITEM, "q1", &column);
  assert_int_equal(rung__answers_item(*state, Q1, 0, COUNT, false, found, NULL), RUNG_OK);
  for (size_t i = 0; i < COUNT; i++)
    assert_int_equal(found[i], i % 7 ? 3 : INVALID);
  free(bytes);
  free(offsets);
  free(found);
}

#define WITH_ANSWERS(test) cmocka_unit_test_setup_teardown(test, begin, end)

int main(void)
{
  const struct CMUnitTest tests[] = {
      WITH_ANSWERS(whole_numbers_of_every_width_are_coded_alike),
      WITH_ANSWERS(codes_of_options_stand_in_print_order),
      WITH_ANSWERS(doubles_are_exact_and_nan_is_skipped),
      WITH_ANSWERS(a_float_matches_the_code_it_is_nearest_to),
      WITH_ANSWERS(a_cleared_validity_bit_is_skipped_wherever_it_stands),
      WITH_ANSWERS(strides_may_skip_and_run_backwards_and_be_odd),
      WITH_ANSWERS(texts_match_codes_labels_and_absences),
      WITH_ANSWERS(an_item_without_a_column_or_answers_is_not_asked),
      WITH_ANSWERS(strictness_fails_with_the_row_and_what_was_found),
      WITH_ANSWERS(falling_offsets_are_refused),
      WITH_ANSWERS(columns_that_cannot_be_are_refused_and_change_nothing),
      WITH_ANSWERS(columns_are_of_one_length),
      WITH_ANSWERS(weights_lie_on_their_grid_and_bad_ones_fail_with_the_row),
      WITH_ANSWERS(groups_are_found_by_name_and_labelled),
      WITH_ANSWERS(many_spellings_are_coded_as_one_by_one),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
