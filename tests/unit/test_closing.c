/* Closing a tally: what is too small is gone for good.
 * SPDX-License-Identifier: Apache-2.0 */
#include "tally_support.h"

static bool holds(const rung_bytes *bytes, const char *text)
{
  const char *data = rung_bytes_data(bytes);
  const size_t length = strlen(text);
  for (size_t at = 0; at + length <= rung_bytes_length(bytes); ++at) {
    if (memcmp(data + at, text, length) == 0) return true;
  }
  return false;
}

static struct survey *teams(bool with_few)
{
  struct survey *survey = calloc(1, sizeof *survey);
  assert_non_null(survey);
  for (size_t row = 0; row < 9; ++row)
    put_row(survey, (double)(1 + row % 5), 3, 10, "seven");
  for (size_t row = 0; with_few && row < 4; ++row)
    put_row(survey, 5, 5, 20, "four");
  return survey;
}

static void nothing_is_left_of_what_is_too_small(void **state)
{
  rung_model *model = base_model(NULL, NULL);
  struct survey *all = teams(true), *large = teams(false);
  rung_tally *tally = tally_of(model, all, 1), *other = tally_of(model, large, 1);
  uint64_t dropped = 99;
  (void)state;
  rung_bytes *before = save(tally);
  assert_true(holds(before, "four"));
  assert_int_equal(rung_tally_close(tally, 4, &dropped, NULL), RUNG_OK);
  assert_int_equal(dropped, 0);
  assert_true(same_tally(tally, tally));
  assert_int_equal(rung_tally_close(tally, 5, &dropped, NULL), RUNG_OK);
  assert_int_equal(dropped, 4);
  assert_int_equal(rung_tally_rows(tally), 9);
  rung_bytes *after = save(tally);
  assert_false(holds(after, "four"));
  assert_true(same_tally(tally, other));
  rung_bytes_free(before);
  rung_bytes_free(after);
  rung_tally_free(tally);
  rung_tally_free(other);
  free(all);
  free(large);
  rung_model_free(model);
}

static void a_size_out_of_range_changes_nothing(void **state)
{
  rung_model *model = base_model(NULL, NULL);
  struct survey *survey = teams(true);
  rung_tally *tally = tally_of(model, survey, 1);
  (void)state;
  assert_int_equal(rung_tally_close(NULL, 5, NULL, NULL), RUNG_E_ARGUMENT);
  assert_int_equal(rung_tally_close(tally, 2, NULL, NULL), RUNG_E_ARGUMENT);
  assert_int_equal(rung_tally_close(tally, 1001, NULL, NULL), RUNG_E_ARGUMENT);
  assert_int_equal(rung_tally_rows(tally), 13);
  rung_tally_free(tally);
  free(survey);
  rung_model_free(model);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(nothing_is_left_of_what_is_too_small),
      cmocka_unit_test(a_size_out_of_range_changes_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
