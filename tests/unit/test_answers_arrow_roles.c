/* Tests of Arrow columns: groups, weights, numbers and days, and everything that is refused.
 * SPDX-License-Identifier: Apache-2.0 */
#include "arrow_support.h"

#include "answers/numbers.h"
#include "number_support.h"

static const double ONES[] = {1, 2, NAN, 4};
static const char *const WORDS[] = {"agree", NULL, "a text that is of no use here", "disagree"};

static void assert_labels(const rung_answers *answers, const char *const *expected)
{
  const rung_column *column;
  struct rung__slice label;
  char scratch[32];
  assert_int_equal(rung__answers_group(answers, "g", &column, NULL), RUNG_OK);
  for (size_t row = 0; row < (size_t)column->length; row++) {
    const bool present = rung__answers_label(column, row, scratch, &label);
    assert_int_equal(present, expected[row] != NULL);
    if (present) assert_true(rung__same(label, rung__slice(expected[row])));
  }
}

static void groups_are_texts_whole_numbers_booleans_and_dictionaries(void **state)
{
  static const char *const FORMATS[] = {"u", "U", "vu"}, *const DIGITS[] = {"1", "2", NULL, "4"};
  static const char *const TRUTHS[] = {"1", "1", NULL, "1"};
  struct arrow index, values;
  for (size_t i = 0; i < LENGTH(FORMATS); i++) {
    text_arrow(&values, FORMATS[i], WORDS, 4, 3);
    bind_arrow(*state, RUNG_ROLE_GROUP, "g", &values);
    assert_labels(*state, WORDS);
    const char *const picked[] = {NULL, WORDS[2], NULL, NULL};
    number_arrow(&index, "c", ONES, 4, 5);
    ((int8_t *)index.data)[8] = 1; /* the fourth is the second word: a null */
    encode(&index, &values);
    bind_arrow(*state, RUNG_ROLE_GROUP, "g", &index);
    assert_labels(*state, picked);
  }
  number_arrow(&values, "S", ONES, 4, 2);
  bind_arrow(*state, RUNG_ROLE_GROUP, "g", &values);
  assert_labels(*state, DIGITS);
  number_arrow(&values, "b", ONES, 4, 2);
  bind_arrow(*state, RUNG_ROLE_GROUP, "g", &values);
  assert_labels(*state, TRUTHS);
}

static void an_unsigned_group_has_all_its_digits(void **state)
{
  static const uint64_t FAR[] = {UINT64_MAX, 0, (uint64_t)INT64_MAX + 1};
  static const char *const DIGITS[] = {"18446744073709551615", "0", "9223372036854775808"};
  const rung_column plain = {.data = FAR, .length = 3, .type = RUNG_TYPE_UINT64};
  struct arrow arrow;
  start_arrow(&arrow, "L", 3, 0, 2);
  arrow.array.null_count = 0;
  arrow.buffer[1] = FAR;
  bind_arrow(*state, RUNG_ROLE_GROUP, "g", &arrow);
  assert_labels(*state, DIGITS);
  assert_int_equal(rung_answers_bind(*state, RUNG_ROLE_GROUP, "g", &plain, NULL), RUNG_OK);
  assert_labels(*state, DIGITS);
}

static void weights_are_numbers_and_a_null_fails_with_its_row(void **state)
{
  static const char *const FORMATS[] = {"C", "i", "L", "f", "g"};
  uint64_t units[4];
  struct arrow arrow;
  rung_error error = {.status = 0};
  for (size_t i = 0; i < LENGTH(FORMATS); i++) {
    number_arrow(&arrow, FORMATS[i], ONES, 4, 7);
    bind_arrow(*state, RUNG_ROLE_WEIGHT, "w", &arrow);
    assert_int_equal(rung__answers_weights(*state, 0, 2, units, NULL), RUNG_OK);
    assert_true(units[0] == RUNG__WEIGHT_ONE && units[1] == 2 * RUNG__WEIGHT_ONE);
    assert_int_equal(rung__answers_weights(*state, 1, 3, units, &error), RUNG_E_ANSWERS);
    assert_says(&error, RUNG_E_ANSWERS, "row 3: weight (none) in column \"w\"");
  }
  number_arrow(&arrow, "b", ONES, 2, 7);
  bind_arrow(*state, RUNG_ROLE_WEIGHT, "w", &arrow);
  assert_int_equal(rung__answers_weights(*state, 0, 2, units, NULL), RUNG_OK);
  assert_true(units[1] == RUNG__WEIGHT_ONE);
  start_arrow(&arrow, "n", 2, 0, 0);
  bind_arrow(*state, RUNG_ROLE_WEIGHT, "w", &arrow);
  assert_int_equal(rung__answers_weights(*state, 0, 2, units, &error), RUNG_E_ANSWERS);
  assert_says(&error, RUNG_E_ANSWERS, "row 1: weight (none)");
}

static void strictness_says_what_the_dictionary_or_the_view_had(void **state)
{
  static const double INDEX[] = {0, 1, 2};
  static const char *const FORMATS[] = {"u", "U", "vu"};
  int8_t found[4];
  struct arrow index, values;
  for (size_t i = 0; i < 2 * LENGTH(FORMATS); i++) {
    rung_error error = {.status = 0};
    number_arrow(&index, "c", INDEX, 3, 1);
    text_arrow(&values, FORMATS[i / 2], WORDS, 3, 1);
    encode(&index, &values);
    bind_arrow(*state, RUNG_ROLE_ITEM, "q1", i % 2 ? &index : &values);
    assert_int_equal(rung__answers_item(*state, Q1, 0, 3, true, found, &error), RUNG_E_ANSWERS);
    assert_says(&error, RUNG_E_ANSWERS,
                "row 3: \"a text that is of no use here\" is not an answer");
    assert_int_equal(rung__answers_item(*state, Q1, 0, 2, true, found, NULL), RUNG_OK);
  }
}

/* The numbers of an item of numbers or days, which has an Arrow column. */
static void assert_numbers(size_t item, const char *name, const struct arrow *arrow,
                           const int8_t *code, const double *number)
{
  rung_answers *answers = answers_of(numbers_model("{'id':'m','of':['x'],'by':'mean'}", ""));
  const size_t count = (size_t)arrow->array.length;
  const struct rung__rows rows = {item, 0, count, false};
  int8_t found[8];
  int64_t grid[8];
  rung_error error = {.status = 0};
  bind_arrow(answers, RUNG_ROLE_ITEM, name, arrow);
  assert_status(rung__answers_numbers(answers, &rows, (struct rung__coded){found, grid}, &error),
                RUNG_OK, &error);
  for (size_t row = 0; row < count; row++) {
    assert_int_equal(found[row], code[row]);
    if (code[row] == 0) assert_true(grid[row] == G(number[row]));
  }
  rung_answers_free(answers);
}

static void numbers_come_from_every_layout(void **state)
{
  static const char *const TEXT[] = {"12.5", NULL, "-1", "101", "7"};
  static const double VALUE[] = {12, NAN, -1, 101, 7}, AS_TEXT[] = {12.5, 0, 0, 0, 7};
  static const double INDEX[] = {0, 1, 2, 3, 4};
  static const int8_t CODE[] = {0, SKIPPED, NOT_APPLICABLE, INVALID, 0};
  static const char *const TEXTS[] = {"u", "U", "vu"}, *const NUMBERS[] = {"s", "i", "l", "f", "g"};
  struct arrow index, values;
  (void)state;
  number_arrow(&index, "L", INDEX, 5, 3);
  encode(&index, &values);
  for (size_t i = 0; i < LENGTH(TEXTS); i++) {
    text_arrow(&values, TEXTS[i], TEXT, 5, 2);
    assert_numbers(ITEM_X, "x", &values, CODE, AS_TEXT);
    assert_numbers(ITEM_X, "x", &index, CODE, AS_TEXT);
  }
  for (size_t i = 0; i < LENGTH(NUMBERS); i++) {
    number_arrow(&values, NUMBERS[i], VALUE, 5, 2);
    assert_numbers(ITEM_X, "x", &values, CODE, VALUE);
    assert_numbers(ITEM_X, "x", &index, CODE, VALUE);
  }
}

static void days_are_answers_to_an_item_of_dates_alone(void **state)
{
  static const double DAY[] = {18262, NAN, 20088, 20089, 18261}; /* 2020-01-01 to 2024-12-31 */
  static const int8_t CODE[] = {0, SKIPPED, 0, INVALID, INVALID};
  struct arrow arrow;
  rung_error error = {.status = 0};
  number_arrow(&arrow, "tdD", DAY, 5, 3);
  assert_numbers(DAY_D, "d", &arrow, CODE, DAY);
  assert_int_equal(try_arrow(*state, RUNG_ROLE_ITEM, "q1", &arrow, &error), RUNG_E_UNSUPPORTED);
  assert_says(&error, RUNG_E_UNSUPPORTED, "column \"q1\" is of days (Arrow format \"tdD\")");
  assert_int_equal(try_arrow(*state, RUNG_ROLE_GROUP, "g", &arrow, NULL), RUNG_E_UNSUPPORTED);
  assert_int_equal(try_arrow(*state, RUNG_ROLE_WEIGHT, "w", &arrow, NULL), RUNG_E_UNSUPPORTED);
}

static void other_types_are_refused_by_their_names(void **state)
{
  static const char *const CASES[][2] = {{"e", "16-bit floats"},
                                         {"d:10,2", "decimals"},
                                         {"z", "binary data"},
                                         {"Z", "large binary data"},
                                         {"vz", "views of binary"},
                                         {"w:16", "binary data of one width"},
                                         {"tdm", "dates in milli"},
                                         {"tsu:UTC", "timestamps"},
                                         {"tts", "times of day"},
                                         {"tDs", "durations"},
                                         {"tiM", "intervals"},
                                         {"+l", "lists"},
                                         {"+L", "large lists"},
                                         {"+vl", "list views"},
                                         {"+vL", "large list views"},
                                         {"+w:3", "lists of one length"},
                                         {"+m", "maps"},
                                         {"+ud:0,1", "unions"},
                                         {"+r", "runs"},
                                         {"", "a type that is not known"},
                                         {"ux", "a type that is not known"},
                                         {"?", "a type that is not known"}};
  struct arrow arrow;
  for (size_t i = 0; i < LENGTH(CASES); i++) {
    rung_error error = {.status = 0};
    char format[64];
    start_arrow(&arrow, CASES[i][0], 4, 0, 2);
    snprintf(format, sizeof format, "(Arrow format \"%s\"), which cannot be bound: ", CASES[i][0]);
    assert_int_equal(try_arrow(*state, RUNG_ROLE_ITEM, "q1", &arrow, &error), RUNG_E_UNSUPPORTED);
    assert_says(&error, RUNG_E_UNSUPPORTED, CASES[i][1]);
    assert_says(&error, RUNG_E_UNSUPPORTED, format);
    assert_string_equal(error.where, "q1");
  }
}

static void a_role_refuses_what_it_refuses_of_plain_columns(void **state)
{
  struct arrow index, values;
  rung_error error = {.status = 0};
  number_arrow(&index, "c", ONES, 4, 0);
  encode(&index, &values);
  number_arrow(&values, "g", ONES, 4, 1);
  assert_int_equal(try_arrow(*state, RUNG_ROLE_GROUP, "g", &values, &error), RUNG_E_ARGUMENT);
  assert_says(&error, RUNG_E_ARGUMENT, "groups cannot be float or double");
  assert_int_equal(try_arrow(*state, RUNG_ROLE_GROUP, "g", &index, NULL), RUNG_E_ARGUMENT);
  assert_int_equal(try_arrow(*state, RUNG_ROLE_WEIGHT, "w", &index, &error), RUNG_E_ARGUMENT);
  assert_says(&error, RUNG_E_ARGUMENT, "weights cannot be dictionary-encoded");
  text_arrow(&values, "vu", WORDS, 4, 1);
  assert_int_equal(try_arrow(*state, RUNG_ROLE_WEIGHT, "w", &values, &error), RUNG_E_ARGUMENT);
  assert_says(&error, RUNG_E_ARGUMENT, "weights cannot be text");
  assert_int_equal(try_arrow(*state, RUNG_ROLE_ITEM, "q9", &values, &error), RUNG_E_UNKNOWN);
  assert_int_equal(try_arrow(*state, (rung_role)7, "q1", &values, NULL), RUNG_E_ARGUMENT);
  assert_int_equal(try_arrow(*state, RUNG_ROLE_ITEM, "", &values, NULL), RUNG_E_ARGUMENT);
  assert_int_equal(try_arrow(NULL, RUNG_ROLE_ITEM, "q1", &values, NULL), RUNG_E_ARGUMENT);
}

static void a_batch_without_the_column_or_with_two_is_refused(void **state)
{
  static const char *const NAMES[] = {"a", "q2", "b", "c", NULL, "d", "q2"};
  struct arrow column[7];
  struct arrow *columns[7];
  struct batch batch;
  rung_error error = {.status = 0};
  for (size_t i = 0; i < 7; i++)
    number_arrow(columns[i] = &column[i], "c", ONES, 4, 0);
  make_batch(&batch, columns, NAMES, 7, 4, 0);
  assert_int_equal(try_arrow(*state, RUNG_ROLE_ITEM, "q1", &batch.own, &error), RUNG_E_UNKNOWN);
  assert_says(&error, RUNG_E_UNKNOWN, "batch of 7: expected one that it has: \"a\", \"q2\", \"b\"");
  assert_int_equal(try_arrow(*state, RUNG_ROLE_ITEM, "q2", &batch.own, &error), RUNG_E_ARGUMENT);
  assert_says(&error, RUNG_E_ARGUMENT, "two columns of the Arrow batch have this name");
  batch.own.schema.n_children = batch.own.array.n_children = 0;
  assert_int_equal(try_arrow(*state, RUNG_ROLE_ITEM, "q1", &batch.own, &error), RUNG_E_UNKNOWN);
  assert_says(&error, RUNG_E_UNKNOWN, "none");
}

#define ARROW(test) cmocka_unit_test_setup_teardown(test, begin_arrow, end_arrow)

int main(void)
{
  const struct CMUnitTest tests[] = {
      ARROW(groups_are_texts_whole_numbers_booleans_and_dictionaries),
      ARROW(an_unsigned_group_has_all_its_digits),
      ARROW(weights_are_numbers_and_a_null_fails_with_its_row),
      ARROW(strictness_says_what_the_dictionary_or_the_view_had),
      ARROW(numbers_come_from_every_layout),
      ARROW(days_are_answers_to_an_item_of_dates_alone),
      ARROW(other_types_are_refused_by_their_names),
      ARROW(a_role_refuses_what_it_refuses_of_plain_columns),
      ARROW(a_batch_without_the_column_or_with_two_is_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
