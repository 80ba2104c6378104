/* Tests of score/cells: blocks that share something out, numbers that are transformed, ages of days.
 * SPDX-License-Identifier: Apache-2.0 */
#include "number_support.h"

#include "score/cells.h"

#define NO NAN
enum { SKIPPED = RUNG__ABSENT(RUNG_ABSENT_SKIPPED), INVALID = RUNG__ABSENT(RUNG_ABSENT_INVALID) };
enum { NOT_ASKED = RUNG__ABSENT(RUNG_ABSENT_NOT_ASKED) };
enum { INAPPLICABLE = RUNG__ABSENT(RUNG_ABSENT_NOT_APPLICABLE) };

static const char *const MEASURES = "{'id':'m','of':['x'],'by':'mean'}";

/* Cells of up to three columns. */
struct bench {
  rung_model *model;
  rung_answers *answers;
  struct rung__cells cells;
};

static struct bench new_bench(const char *more)
{
  struct bench bench = {.model = numbers_model(MEASURES, more)};
  assert_int_equal(rung_answers_new(bench.model, &bench.answers, NULL), RUNG_OK);
  assert_true(rung__cells_make(&bench.cells, bench.model));
  return bench;
}

static void free_bench(struct bench *bench)
{
  rung__cells_free(&bench->cells);
  rung_answers_free(bench->answers);
  rung_model_free(bench->model);
}

static void bind(struct bench *bench, const char *item, const double *codes, size_t count)
{
  const rung_column column = {.data = codes, .length = (int64_t)count, .type = RUNG_TYPE_DOUBLE};
  assert_int_equal(rung_answers_bind(bench->answers, RUNG_ROLE_ITEM, item, &column, NULL), RUNG_OK);
}

static void fill(struct bench *bench, size_t first, size_t count)
{
  rung_error error = {.status = 0};
  assert_status(rung__cells_fill(&bench->cells, bench->answers, first, count, false, &error),
                RUNG_OK, &error);
}

static void codes_are(const struct bench *bench, size_t item, const int *codes, size_t count)
{
  for (size_t row = 0; row < count; ++row)
    if (bench->cells.code[item][row] != codes[row])
      fail_msg("item %zu, row %zu: %d instead of %d", item, row, bench->cells.code[item][row],
               codes[row]);
}

static void what_was_not_ticked_was_not_picked(void **state)
{
  /* one of three; ticked, ticked and unticked, all said, too many, none, an answer and no tick */
  static const double A[] = {1, 0, 0, 1, NO, 0}, B[] = {NO, 1, 1, 1, NO, NO},
                      C[] = {NO, NO, 0, 0, NO, NO};
  static const int IS_A[] = {1, 0, 0, INVALID, SKIPPED, INVALID};
  static const int IS_B[] = {0, 1, 1, INVALID, SKIPPED, INVALID};
  static const int IS_C[] = {0, 0, 0, INVALID, SKIPPED, INVALID};
  struct bench bench = new_bench(
      ",'blocks':[{'id':'k','kind':'pick','of':['a','b','c'],'count':1}]");
  (void)state;
  bind(&bench, "a", A, LENGTH(A));
  bind(&bench, "b", B, LENGTH(B));
  bind(&bench, "c", C, LENGTH(C));
  fill(&bench, 0, LENGTH(A));
  codes_are(&bench, TICK_A, IS_A, LENGTH(A));
  codes_are(&bench, TICK_B, IS_B, LENGTH(A));
  codes_are(&bench, TICK_C, IS_C, LENGTH(A));
  free_bench(&bench);
}

/* 33.3 and 66.7 are 100 on the grid, whatever they are as doubles. */
static void what_is_shared_out_has_to_add_up(void **state)
{
  static const double X[] = {60, 33.3, 60, 60, NO, 0}, Y[] = {40, 66.7, 30, NO, NO, 100};
  static const int IS_X[] = {0, 0, INVALID, INVALID, SKIPPED, 0};
  static const int IS_Y[] = {0, 0, INVALID, SKIPPED, SKIPPED, 0};
  struct bench bench = new_bench(",'blocks':[{'id':'k','kind':'sum','of':['x','y'],'total':100}]");
  (void)state;
  bind(&bench, "x", X, LENGTH(X));
  bind(&bench, "y", Y, LENGTH(Y));
  fill(&bench, 0, LENGTH(X));
  codes_are(&bench, ITEM_X, IS_X, LENGTH(X));
  codes_are(&bench, ITEM_Y, IS_Y, LENGTH(Y));
  assert_int_equal(bench.cells.value[ITEM_X][1], G(33.3));
  /* the same from the third row on: results stand from row 0 */
  fill(&bench, 2, 2);
  codes_are(&bench, ITEM_X, IS_X + 2, 2);
  codes_are(&bench, ITEM_Y, IS_Y + 2, 2);
  free_bench(&bench);
}

static void a_strict_reading_tells_the_row_of_a_block_that_does_not_add_up(void **state)
{
  static const double X[] = {60, 50}, Y[] = {40, 30};
  struct bench bench = new_bench(",'blocks':[{'id':'k','kind':'sum','of':['x','y'],'total':100}]");
  rung_error error = {.status = 0};
  (void)state;
  bind(&bench, "x", X, LENGTH(X));
  bind(&bench, "y", Y, LENGTH(Y));
  assert_status(rung__cells_fill(&bench.cells, bench.answers, 0, 1, true, &error), RUNG_OK, &error);
  assert_status(rung__cells_fill(&bench.cells, bench.answers, 0, 2, true, &error), RUNG_E_ANSWERS,
                &error);
  assert_int_equal(error.row, 2);
  assert_string_equal(error.where, "k");
  assert_non_null(strstr(error.message, "add up to 80 with 0 open"));
  free_bench(&bench);
}

/* z is half of the answer and no more from 90 on; it runs from 0 to 45 and is turned round. */
static void numbers_pass_their_transforms(void **state)
{
  static const double X[] = {12.5, -1, 100.1, NO}, Z[] = {0, 20, 89, 90};
  static const int IS_X[] = {0, INAPPLICABLE, INVALID, SKIPPED}, IS_Z[] = {0, 0, 0, INVALID};
  struct bench bench = new_bench("");
  (void)state;
  bind(&bench, "x", X, LENGTH(X));
  bind(&bench, "z", Z, LENGTH(Z));
  fill(&bench, 0, LENGTH(X));
  codes_are(&bench, ITEM_X, IS_X, LENGTH(X));
  codes_are(&bench, ITEM_Z, IS_Z, LENGTH(Z));
  assert_int_equal(bench.cells.value[ITEM_X][0], G(12.5));
  assert_int_equal(bench.cells.value[ITEM_Z][0], G(45));
  assert_int_equal(bench.cells.value[ITEM_Z][1], G(35));
  assert_int_equal(bench.cells.raw[ITEM_Z][2], G(89));
  assert_int_equal(bench.cells.value[ITEM_Z][2], G(0.5));
  codes_are(&bench, ITEM_Y, (const int[]){NOT_ASKED, NOT_ASKED, NOT_ASKED, NOT_ASKED}, 4);
  free_bench(&bench);
}

/* Days are counted from 1970: 2024-03-31 is 19813. A month before it is 2024-02-29 (19782), which a
 * month makes 2024-03-29; a year before it is 19447. */
static void the_age_of_a_day_is_that_on_another(void **state)
{
  static const double ON[] = {19813, 19813, 19813, 19813, 19813, NO, 19813.5, 19813};
  static const double DAY[] = {19813, 19783, 19782, 19447, 19446, 19813, 19813, 19814};
  static const int IS_T[] = {0, 0, 0, 0, INVALID, SKIPPED, INVALID, INVALID};
  static const double WORTH[] = {4, 4, 1, 1};
  struct bench bench = new_bench("");
  (void)state;
  bind(&bench, "d", ON, LENGTH(ON));
  bind(&bench, "t", DAY, LENGTH(DAY));
  fill(&bench, 0, LENGTH(ON));
  codes_are(&bench, DAY_T, IS_T, LENGTH(DAY));
  for (size_t row = 0; row < LENGTH(WORTH); ++row)
    assert_int_equal(bench.cells.value[DAY_T][row], G(WORTH[row]));
  free_bench(&bench);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_was_not_ticked_was_not_picked),
      cmocka_unit_test(what_is_shared_out_has_to_add_up),
      cmocka_unit_test(a_strict_reading_tells_the_row_of_a_block_that_does_not_add_up),
      cmocka_unit_test(numbers_pass_their_transforms),
      cmocka_unit_test(the_age_of_a_day_is_that_on_another),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
