/* Tests of base/settings: starts, ranges and refusals.
 * SPDX-License-Identifier: Apache-2.0 */
#include "support.h"

#include "base/settings.h"

static const struct {
  rung_setting which;
  double start;
  double allowed[5];
  double refused[8];
} TABLE[] = {
    {RUNG_SETTING_LEAST_N, 0, {3, 4, 999, 1000, 0}, {2, 1001, 3.5, -3, 1, 1e300, INFINITY, NAN}},
    {RUNG_SETTING_LEAST_N_SPREAD,
     0,
     {3, 4, 999, 1000, 0},
     {2, 1001, 9.999, -10, 1, 1e9, -0.5, NAN}},
    {RUNG_SETTING_UNSAFE, 0, {0, 1, 0, 2, 0}, {3, -1, 0.5, 9, 44, INFINITY, -INFINITY, NAN}},
    {RUNG_SETTING_STRICT, 0, {0, 1, 0, 1, 0}, {2, -1, 0.5, 9, 44, INFINITY, -INFINITY, NAN}},
    {RUNG_SETTING_PERSON_LEVELS, 0, {0, 1, 0, 1, 0}, {2, -1, 0.5, 9, 44, 59, 256, NAN}},
    {RUNG_SETTING_DELIMITER, 0, {0, 9, 44, 59, 0}, {1, 32, 34, 124, 300, 44.5, -9, NAN}},
    {RUNG_SETTING_SET_ASIDE, 0, {0, 1, 0, 1, 0}, {2, -1, 0.5, 9, 44, 59, 256, NAN}},
    {RUNG_SETTING_FORM, 0, {0, 1, 2, 1, 0}, {3, -1, 0.5, 9, 44, 59, 256, NAN}},
    {RUNG_SETTING_CONFIDENCE,
     0.95,
     {0.5, 0.9, 0.99, 0.9999, 0.95},
     {0, 0.3, 0.49, 1, 95, -0.95, INFINITY, NAN}},
    {RUNG_SETTING_SEED,
     1,
     {0, 1, 9007199254740991, 1e9, 1},
     {-1, 0.5, 9007199254740992, 1e300, -0.1, INFINITY, -INFINITY, NAN}},
    {RUNG_SETTING_REPLICATES,
     2000,
     {100, 101, 99999, 1000000, 2000},
     {99, 0, 1000001, 500.5, -2000, 1e300, INFINITY, NAN}},
    {RUNG_SETTING_WORK,
     1e8,
     {1000, 1001, 1e9, 1e12, 1e8},
     {999, 0, 1e12 + 1, 5000.5, -1e8, 1e300, INFINITY, NAN}},
    {RUNG_SETTING_MERGE_SMALL, 0, {0, 1, 0, 1, 0}, {2, -1, 0.5, 9, 44, 59, 256, NAN}},
    {RUNG_SETTING_SENSITIVITY, 0, {0, 1, 0, 1, 0}, {2, -1, 0.5, 9, 44, 59, 256, NAN}},
    {RUNG_SETTING_AGREEMENT, 0, {0, 1, 0.7, 0.25, 0}, {1.01, -0.1, 2, 9, 44, 59, 256, NAN}},
    {RUNG_SETTING_EVERYONE, 0, {0, 1, 0, 1, 0}, {2, -1, 0.5, 9, 44, 59, 256, NAN}},
};

static rung_settings *new_settings(void)
{
  rung_settings *settings = NULL;
  assert_int_equal(rung_settings_new(&settings, NULL), RUNG_OK);
  assert_non_null(settings);
  return settings;
}

static void settings_begin_at_their_starts(void **state)
{
  rung_settings *settings = new_settings();
  (void)state;
  for (size_t index = 0; index < LENGTH(TABLE); ++index) {
    assert_true(rung_settings_get(settings, TABLE[index].which) == TABLE[index].start);
    assert_true(rung_settings_get(NULL, TABLE[index].which) == TABLE[index].start);
  }
  rung_settings_free(settings);
}

static void what_is_in_range_is_kept(void **state)
{
  rung_settings *settings = new_settings();
  (void)state;
  for (size_t index = 0; index < LENGTH(TABLE); ++index) {
    for (size_t which = 0; which < LENGTH(TABLE[index].allowed); ++which) {
      const double value = TABLE[index].allowed[which];
      rung_error error = {0};
      assert_status(rung_settings_set(settings, TABLE[index].which, value, &error), RUNG_OK,
                    &error);
      assert_true(rung_settings_get(settings, TABLE[index].which) == value);
    }
  }
  rung_settings_free(settings);
}

static void what_is_out_of_range_changes_nothing(void **state)
{
  rung_settings *settings = new_settings();
  (void)state;
  for (size_t index = 0; index < LENGTH(TABLE); ++index) {
    for (size_t which = 0; which < LENGTH(TABLE[index].refused); ++which) {
      const double value = TABLE[index].refused[which];
      rung_error error = {0};
      assert_status(rung_settings_set(settings, TABLE[index].which, value, &error), RUNG_E_ARGUMENT,
                    &error);
      assert_true(rung_settings_get(settings, TABLE[index].which) == TABLE[index].start);
      assert_non_null(strstr(error.message, "RUNG_SETTING_"));
    }
  }
  rung_settings_free(settings);
}

static void a_refusal_says_the_value_and_the_range(void **state)
{
  rung_settings *settings = new_settings();
  rung_error error;
  (void)state;
  rung_settings_set(settings, RUNG_SETTING_LEAST_N, 2.5, &error);
  assert_string_equal(error.message,
                      "RUNG_SETTING_LEAST_N cannot be 2.5; it is a whole number: 0 or 3 to 1000");
  rung_settings_set(settings, RUNG_SETTING_DELIMITER, 124, &error);
  assert_non_null(strstr(error.message, "59 (semicolon)"));
  rung_settings_free(settings);
}

static void there_is_no_other_setting(void **state)
{
  const int none[] = {LENGTH(TABLE), -1, 1000000};
  rung_settings *settings = new_settings();
  (void)state;
  for (size_t index = 0; index < LENGTH(none); ++index) {
    const rung_setting which = (rung_setting)none[index];
    assert_int_equal(rung_settings_set(settings, which, 1, NULL), RUNG_E_ARGUMENT);
    assert_true(isnan(rung_settings_get(settings, which)));
    assert_true(isnan(rung_settings_get(NULL, which)));
    assert_false(rung__is_on(settings, which));
  }
  rung_settings_free(settings);
}

static void a_switch_is_on_when_it_is_set(void **state)
{
  rung_settings *settings = new_settings();
  (void)state;
  assert_false(rung__is_on(settings, RUNG_SETTING_STRICT));
  assert_false(rung__is_on(NULL, RUNG_SETTING_STRICT));
  assert_int_equal(rung_settings_set(settings, RUNG_SETTING_STRICT, 1, NULL), RUNG_OK);
  assert_true(rung__is_on(settings, RUNG_SETTING_STRICT));
  rung_settings_free(settings);
  rung_settings_free(NULL);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(settings_begin_at_their_starts),
      cmocka_unit_test(what_is_in_range_is_kept),
      cmocka_unit_test(what_is_out_of_range_changes_nothing),
      cmocka_unit_test(a_refusal_says_the_value_and_the_range),
      cmocka_unit_test(there_is_no_other_setting),
      cmocka_unit_test(a_switch_is_on_when_it_is_set),
  };
  return cmocka_run_group_tests_name("settings", tests, NULL, NULL);
}
