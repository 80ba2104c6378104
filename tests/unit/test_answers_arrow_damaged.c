/* Tests of damaged Arrow structs: each is refused, nothing is read beyond them, nothing changes.
 * SPDX-License-Identifier: Apache-2.0 */
#include "arrow_support.h"

static const double ONES[] = {1, 2, NAN, 4};
static const char *const WORDS[] = {"agree", NULL, "a text that is of no use here", "disagree"};
static const char *const NAMES[] = {"q1"};

/* A column of each sort, and what one case does to it. */
struct set {
  struct arrow number, text, large, view, index, values;
  struct batch batch;
};

static void make_set(struct set *set)
{
  struct arrow *const columns[] = {&set->number};
  number_arrow(&set->number, "i", ONES, 4, 2);
  text_arrow(&set->text, "u", WORDS, 4, 0);
  text_arrow(&set->large, "U", WORDS, 4, 0);
  text_arrow(&set->view, "vu", WORDS, 4, 0);
  text_arrow(&set->values, "u", WORDS, 4, 0);
  number_arrow(&set->index, "c", (const double[]){0, 1, NAN, 3}, 4, 0);
  encode(&set->index, &set->values);
  make_batch(&set->batch, columns, NAMES, 1, 3, 1);
}

/* The set's column is refused with these words and this row; what was bound stays. */
static void assert_refused(rung_answers *answers, const struct arrow *arrow, int64_t row,
                           const char *words)
{
  static const int8_t BEFORE[] = {5, 1};
  const rung_column column = {.data = BEFORE, .length = 2, .type = RUNG_TYPE_INT8};
  int8_t found[2];
  rung_error error = {.status = 0};
  assert_int_equal(rung_answers_bind(answers, RUNG_ROLE_ITEM, "q1", &column, NULL), RUNG_OK);
  try_arrow(answers, RUNG_ROLE_ITEM, "q1", arrow, &error);
  assert_says(&error, RUNG_E_ARGUMENT, words);
  assert_int_equal(error.row, row);
  assert_string_equal(error.where, "q1");
  assert_int_equal(rung__answers_item(answers, Q1, 0, 2, true, found, NULL), RUNG_OK);
  assert_true(found[0] == 4 && found[1] == 0);
}

/* One damage to a new set, and the refusal of one of its columns. */
#define DAMAGE(column, damage, row, words)                                                         \
  do {                                                                                             \
    make_set(&set);                                                                                \
    bind_arrow(*state, RUNG_ROLE_ITEM, "q1", &set.column); /* it was good before */                \
    damage;                                                                                        \
    assert_refused(*state, &set.column, row, words);                                               \
  } while (0)

static void structs_that_are_missing_or_released_are_refused(void **state)
{
  struct set set;
  rung_error error = {.status = 0};
  make_set(&set);
  assert_int_equal(
      rung_answers_bind_arrow(*state, RUNG_ROLE_ITEM, "q1", NULL, &set.text.array, &error),
      RUNG_E_ARGUMENT);
  assert_says(&error, RUNG_E_ARGUMENT, "NULL");
  assert_int_equal(
      rung_answers_bind_arrow(*state, RUNG_ROLE_ITEM, "q1", &set.text.schema, NULL, NULL),
      RUNG_E_ARGUMENT);
  DAMAGE(number, set.number.schema.release = NULL, 0, "schema is released");
  DAMAGE(number, set.number.array.release = NULL, 0, "array is released");
  DAMAGE(number, set.number.schema.format = NULL, 0, "no format");
  DAMAGE(number, set.number.array.buffers = NULL, 0, "no buffers");
  DAMAGE(index, set.values.array.release = NULL, 0, "array is released");
  DAMAGE(index, set.values.schema.format = NULL, 0, "no format");
  DAMAGE(index, set.index.array.dictionary = NULL, 0, "has a dictionary and the other has not");
  DAMAGE(index, set.index.schema.dictionary = NULL, 0, "has a dictionary and the other has not");
  DAMAGE(batch.own, set.batch.schema[0] = NULL, 0, "child of its Arrow schema is NULL");
  DAMAGE(batch.own, set.batch.array[0] = NULL, 0, "schema or array is NULL");
  DAMAGE(batch.own, set.number.array.release = NULL, 0, "array is released");
  DAMAGE(batch.own, set.batch.own.schema.children = NULL, 0, "differ in their children");
  DAMAGE(batch.own, set.batch.own.array.children = NULL, 0, "no children");
  DAMAGE(batch.own, set.batch.own.array.n_children = 2, 0, "differ in their children");
}

static void sizes_that_cannot_be_are_refused(void **state)
{
  struct set set;
  DAMAGE(number, set.number.array.length = -1, 0, "length below 0");
  DAMAGE(number, set.number.array.offset = -1, 0, "offset below 0");
  DAMAGE(number, set.number.array.length = INT64_MAX, 0, "more rows than memory can");
  DAMAGE(number, set.number.array.offset = INT64_MAX / 32, 0, "more rows than memory can");
  DAMAGE(number, set.number.array.null_count = -2, 0, "count of nulls");
  DAMAGE(number, set.number.array.null_count = 5, 0, "count of nulls");
  DAMAGE(number, set.number.array.n_buffers = -1, 0, "no buffers");
  DAMAGE(index, set.values.array.length = -1, 0, "length below 0");
  DAMAGE(index, set.values.array.offset = -1, 0, "offset below 0");
  DAMAGE(batch.own, set.number.array.length = 3, 0, "shorter than the batch");
  DAMAGE(batch.own, set.number.array.length = 0, 0, "shorter than the batch");
  DAMAGE(batch.own, set.batch.own.array.offset = 2, 0, "shorter than the batch");
}

static void buffers_of_another_type_or_missing_are_refused(void **state)
{
  struct set set;
  DAMAGE(number, set.number.array.n_buffers = 1, 0, "another number of buffers");
  DAMAGE(number, set.number.array.n_buffers = 3, 0, "another number of buffers");
  DAMAGE(text, set.text.array.n_buffers = 2, 0, "another number of buffers");
  DAMAGE(view, set.view.array.n_buffers = 2, 0, "another number of buffers");
  DAMAGE(batch.own, set.batch.own.array.n_buffers = 0, 0, "another number of buffers");
  DAMAGE(number, set.number.buffer[1] = NULL, 0, "rows and no data");
  DAMAGE(text, set.text.buffer[1] = NULL, 0, "rows and no offsets");
  DAMAGE(view, set.view.buffer[1] = NULL, 0, "rows and no offsets or views");
  DAMAGE(view, set.view.buffer[4] = NULL, 0, "not their sizes");
  DAMAGE(number, (set.number.buffer[0] = NULL, set.number.array.null_count = 1), 0, "no validity");
  DAMAGE(batch.own, set.batch.own.array.null_count = 1, 0, "batch has nulls and no validity");
  DAMAGE(number, set.number.schema.n_children = set.number.array.n_children = 1, 0, "children");
}

static int32_t *near(struct arrow *arrow)
{
  return (int32_t *)arrow->data;
}

static void text_that_leads_beyond_its_buffers_is_refused_with_the_row(void **state)
{
  struct set set;
  const char *const what = "its offsets fall, or its view leads beyond the Arrow buffers";
  DAMAGE(text, near(&set.text)[2] = 4, 2, what);
  DAMAGE(text, near(&set.text)[0] = -1, 1, what);
  DAMAGE(text, near(&set.text)[4] = INT32_MIN, 4, what);
  DAMAGE(text, set.text.buffer[2] = NULL, 1, what);
  DAMAGE(large, set.large.data[3] = 2, 3, what);
  DAMAGE(large, set.large.data[0] = INT64_MIN, 1, what);
  DAMAGE(large, set.large.buffer[2] = NULL, 1, what);
  DAMAGE(view, near(&set.view)[0] = -1, 1, what);
  DAMAGE(view, near(&set.view)[8] = INT32_MAX, 3, what);
  DAMAGE(view, near(&set.view)[8 + 2] = 2, 3, what);
  DAMAGE(view, near(&set.view)[8 + 2] = -1, 3, what);
  DAMAGE(view, near(&set.view)[8 + 3] = 1, 3, what);
  DAMAGE(view, near(&set.view)[8 + 3] = -1, 3, what);
  DAMAGE(view, set.view.used[0] = 28, 3, what);
  DAMAGE(view, set.view.used[0] = INT64_MIN, 3, what);
  DAMAGE(view, set.view.buffer[2] = NULL, 3, what);
  DAMAGE(view, (set.view.array.n_buffers = 3, set.view.buffer[2] = set.view.used), 3, what);
  DAMAGE(index, near(&set.values)[2] = 4, 0, "of value 2 of its Arrow dictionary, offsets fall");
}

static void rows_of_a_batch_may_not_pass_the_end_of_the_text(void **state)
{
  static const char *const FORMATS[] = {"u", "U"};
  struct set set;
  for (size_t i = 0; i < LENGTH(FORMATS); i++) {
    make_set(&set);
    text_arrow(&set.text, FORMATS[i], WORDS, 4, 0);
    set.text.schema.name = "q1";
    set.batch.schema[0] = &set.text.schema;
    set.batch.array[0] = &set.text.array;
    bind_arrow(*state, RUNG_ROLE_ITEM, "q1", &set.batch.own); /* rows 1 to 3 of 4 */
    set.batch.own.array.length = 2;
    bind_arrow(*state, RUNG_ROLE_ITEM, "q1", &set.batch.own);
    memcpy((char *)set.text.data + (i == 0 ? 16 : 32), &set.text.data[0], i == 0 ? 4 : 8);
    assert_refused(*state, &set.batch.own, 0, "its offsets pass the last of them");
  }
}

static void numbers_of_no_value_are_refused_with_the_row(void **state)
{
  struct set set;
  const char *const what = "row 2 of column \"q1\" cannot be bound: its number is that of no value";
  DAMAGE(index, ((int8_t *)set.index.data)[1] = 4, 2, what);
  DAMAGE(index, ((int8_t *)set.index.data)[1] = -1, 2, what);
  DAMAGE(index, (set.index.schema.format = "C", ((int8_t *)set.index.data)[1] = -1), 2, what);
  DAMAGE(index, (set.index.schema.format = "L", set.index.data[0] = 0, set.index.data[1] = -1), 2,
         what);
  DAMAGE(index, set.values.array.length = 0, 1, "its number is that of no value");
}

static void dictionaries_that_cannot_be_are_refused(void **state)
{
  struct set set;
  rung_error error = {.status = 0};
  DAMAGE(index, (set.index.schema.format = "f", set.index.array.length = 1), 0,
         "not numbered by integers");
  DAMAGE(index, set.values.array.n_buffers = 2, 0, "another number of buffers");
  make_set(&set);
  encode(&set.values, &set.text);
  assert_int_equal(try_arrow(*state, RUNG_ROLE_ITEM, "q1", &set.index, &error), RUNG_E_UNSUPPORTED);
  assert_says(&error, RUNG_E_UNSUPPORTED, "a dictionary in a dictionary");
  make_set(&set);
  set.values.schema.format = "z";
  assert_int_equal(try_arrow(*state, RUNG_ROLE_ITEM, "q1", &set.index, &error), RUNG_E_UNSUPPORTED);
  assert_says(&error, RUNG_E_UNSUPPORTED, "binary data (Arrow format \"z\")");
}

static void a_number_that_changes_after_the_binding_is_no_answer(void **state)
{
  struct set set;
  int8_t found[4];
  char scratch[32];
  struct rung__slice label;
  const rung_column *column;
  make_set(&set);
  bind_arrow(*state, RUNG_ROLE_ITEM, "q1", &set.index);
  bind_arrow(*state, RUNG_ROLE_GROUP, "g", &set.index);
  ((int8_t *)set.index.data)[0] = 4;
  ((int8_t *)set.index.data)[1] = 2; /* a value that no row had */
  assert_int_equal(rung__answers_item(*state, Q1, 0, 4, false, found, NULL), RUNG_OK);
  assert_true(found[0] == SKIPPED && found[1] == SKIPPED && found[3] == 1);
  assert_int_equal(rung__answers_group(*state, "g", &column, NULL), RUNG_OK);
  assert_false(rung__answers_label(column, 0, scratch, &label));
  assert_true(rung__answers_label(column, 3, scratch, &label));
}

#define ARROW(test) cmocka_unit_test_setup_teardown(test, begin_arrow, end_arrow)

int main(void)
{
  const struct CMUnitTest tests[] = {
      ARROW(structs_that_are_missing_or_released_are_refused),
      ARROW(sizes_that_cannot_be_are_refused),
      ARROW(buffers_of_another_type_or_missing_are_refused),
      ARROW(text_that_leads_beyond_its_buffers_is_refused_with_the_row),
      ARROW(rows_of_a_batch_may_not_pass_the_end_of_the_text),
      ARROW(numbers_of_no_value_are_refused_with_the_row),
      ARROW(dictionaries_that_cannot_be_are_refused),
      ARROW(a_number_that_changes_after_the_binding_is_no_answer),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
