/* Tests of stats/input and stats/output: columns read, absent values settled, labels numbered.
 * SPDX-License-Identifier: Apache-2.0 */
#include "support.h"

#include "stats/input.h"
#include "stats/output.h"

static rung_column doubles(const double *data, int64_t length)
{
  return (rung_column){.data = data, .length = length, .type = RUNG_TYPE_DOUBLE};
}

static void listwise_keeps_complete_rows_and_their_weights(void **state)
{
  (void)state;
  const double a[] = {1, NAN, 3, 4}, b[] = {5, 6, NAN, 8};
  const rung_column columns[] = {doubles(a, 4), doubles(b, 4)};
  double weight[] = {1, 2, 3, 4};
  struct rung__matrix matrix;
  assert_status(rung__matrix_read(&matrix, columns, 2, NULL), RUNG_OK, NULL);
  assert_status(rung__matrix_settle(&matrix, weight, RUNG_MISSING_LISTWISE, NULL), RUNG_OK, NULL);
  assert_int_equal(matrix.rows, 2);
  assert_true(rung__matrix_column(&matrix, 0)[1] == 4 && rung__matrix_column(&matrix, 1)[1] == 8);
  assert_true(weight[0] == 1 && weight[1] == 4);
  rung__matrix_free(&matrix);
}

static void narrow_columns_with_validity_are_read_in_place(void **state)
{
  (void)state;
  const int8_t data[] = {1, 99, 2, 99, 3, 99};
  const uint8_t validity[] = {0x0A}; /* bits 1 and 3: rows 0 and 2 of an offset of 1 */
  const rung_column column = {data, validity, NULL, 3, 1, 2, RUNG_TYPE_INT8, 0};
  struct rung__matrix matrix;
  assert_status(rung__matrix_read(&matrix, &column, 1, NULL), RUNG_OK, NULL);
  assert_true(matrix.value[0] == 1 && isnan(matrix.value[1]) && matrix.value[2] == 3);
  rung__matrix_free(&matrix);
}

static void unsigned_columns_have_their_own_numbers_and_labels(void **state)
{
  (void)state;
  const uint8_t bytes[] = {0, 200, 255};
  const uint16_t halves[] = {0, 200, 65535};
  const uint32_t words[] = {0, 200, UINT32_MAX};
  const uint64_t far[] = {0, 200, UINT64_MAX};
  const rung_column columns[] = {{.data = bytes, .length = 3, .type = RUNG_TYPE_UINT8},
                                 {.data = halves, .length = 3, .type = RUNG_TYPE_UINT16},
                                 {.data = words, .length = 3, .type = RUNG_TYPE_UINT32},
                                 {.data = far, .length = 3, .type = RUNG_TYPE_UINT64}};
  const double most[] = {255, 65535, 4294967295.0, 18446744073709551615.0};
  struct rung__matrix matrix;
  struct rung__codes codes;
  assert_status(rung__matrix_read(&matrix, columns, 4, NULL), RUNG_OK, NULL);
  for (size_t i = 0; i < 4; ++i) {
    const double *value = rung__matrix_column(&matrix, i);
    assert_true(value[0] == 0 && value[1] == 200 && value[2] == most[i]);
    assert_status(rung__codes_read(&codes, &columns[i], 3, NULL), RUNG_OK, NULL);
    assert_int_equal(codes.count, 3);
    rung__codes_free(&codes);
  }
  rung__matrix_free(&matrix);
}

static void what_cannot_be_read_is_refused_with_its_place(void **state)
{
  (void)state;
  const double fine[] = {1, 2}, infinite[] = {1, INFINITY}, absent[] = {1, NAN};
  struct rung__matrix matrix;
  rung_error error;
  const rung_column bad[] = {doubles(fine, 2), doubles(infinite, 2)};
  assert_status(rung__matrix_read(&matrix, bad, 2, &error), RUNG_E_ANSWERS, &error);
  assert_true(error.row == 2 && error.column == 2 && matrix.value == NULL);
  const rung_column uneven[] = {doubles(fine, 2), doubles(fine, 1)};
  assert_status(rung__matrix_read(&matrix, uneven, 2, &error), RUNG_E_ARGUMENT, &error);
  const rung_column text = {.offsets = (const int32_t[]){0}, .type = RUNG_TYPE_TEXT};
  assert_status(rung__matrix_read(&matrix, &text, 1, &error), RUNG_E_ARGUMENT, &error);
  assert_status(rung__matrix_read(&matrix, NULL, 0, &error), RUNG_E_ARGUMENT, &error);
  const rung_column lacking = doubles(absent, 2);
  assert_status(rung__matrix_read(&matrix, &lacking, 1, &error), RUNG_OK, &error);
  assert_status(rung__matrix_settle(&matrix, NULL, RUNG_MISSING_FAIL, &error), RUNG_E_ANSWERS,
                &error);
  assert_true(error.row == 2 && error.column == 1);
  assert_status(rung__matrix_settle(&matrix, NULL, (rung_missing)7, &error), RUNG_E_ARGUMENT,
                &error);
  rung__matrix_free(&matrix);
}

static void weights_are_numbers_of_0_or_more(void **state)
{
  (void)state;
  const double bad[] = {1, -1}, fine[] = {0, 2.5};
  double *weight;
  rung_error error;
  rung_column column = doubles(bad, 2);
  assert_status(rung__weights_read(&weight, &column, 2, &error), RUNG_E_ANSWERS, &error);
  assert_true(error.row == 2 && weight == NULL);
  column = doubles(fine, 2);
  assert_status(rung__weights_read(&weight, &column, 3, &error), RUNG_E_ARGUMENT, &error);
  assert_status(rung__weights_read(&weight, &column, 2, &error), RUNG_OK, &error);
  assert_true(weight[1] == 2.5);
  free(weight);
  assert_status(rung__weights_read(&weight, NULL, 2, &error), RUNG_OK, &error);
  assert_null(weight);
}

static void labels_are_numbered_as_they_come(void **state)
{
  (void)state;
  const int32_t offsets[] = {0, 1, 3, 3, 4};
  const rung_column text = {"bccb", NULL, offsets, 4, 0, 0, RUNG_TYPE_TEXT, 0};
  const double numbers[] = {-0.0, 2, NAN, 0};
  const rung_column number = doubles(numbers, 4);
  const rung_column *const columns[] = {&text, &number};
  for (size_t index = 0; index < LENGTH(columns); ++index) {
    struct rung__codes codes;
    assert_status(rung__codes_read(&codes, columns[index], 4, NULL), RUNG_OK, NULL);
    assert_int_equal(codes.count, 2);
    assert_true(codes.code[0] == 0 && codes.code[1] == 1 && codes.code[2] == RUNG__NO_CODE &&
                codes.code[3] == 0);
    rung__codes_free(&codes);
  }
}

static void results_fit_the_room_they_are_given(void **state)
{
  (void)state;
  const double result[] = {1, 2, 3};
  double out[4] = {9, 9, 9, 9};
  rung__out_put(out, 2, result, 3);
  assert_true(out[0] == 1 && out[1] == 2 && out[2] == 9);
  rung__out_put(out, 4, result, 3);
  assert_true(out[2] == 3 && isnan(out[3]));
  rung_error error;
  assert_status(rung__out_check(NULL, 1, &error), RUNG_E_ARGUMENT, &error);
  assert_status(rung__out_check(out, 0, &error), RUNG_E_ARGUMENT, &error);
  assert_status(rung__out_check(out, 1, &error), RUNG_OK, &error);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(listwise_keeps_complete_rows_and_their_weights),
      cmocka_unit_test(narrow_columns_with_validity_are_read_in_place),
      cmocka_unit_test(unsigned_columns_have_their_own_numbers_and_labels),
      cmocka_unit_test(what_cannot_be_read_is_refused_with_its_place),
      cmocka_unit_test(weights_are_numbers_of_0_or_more),
      cmocka_unit_test(labels_are_numbered_as_they_come),
      cmocka_unit_test(results_fit_the_room_they_are_given),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
