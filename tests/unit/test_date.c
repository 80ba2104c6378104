/* Days and durations: reading them, and the ends of months.
 * SPDX-License-Identifier: Apache-2.0 */
#include "support.h"

#include "base/date.h"

static int32_t day_of(const char *text)
{
  int32_t day = -1;

  assert_true(rung__date_read(rung__slice(text), &day));
  return day;
}

static void days_are_counted_from_1970(void **state)
{
  (void)state;
  assert_int_equal(day_of("1970-01-01"), 0);
  assert_int_equal(day_of("1970-03-01"), 59);
  assert_int_equal(day_of("2000-02-29"), 11016);
  assert_int_equal(day_of("2026-11-25"), 20782);
  assert_int_equal(day_of("2149-06-06"), RUNG__DAY_LAST);
}

static void what_is_no_day_is_refused(void **state)
{
  static const char *const none[] = {"",           "1969-12-31", "2149-06-07", "2023-02-29",
                                     "2100-02-29", "2024-13-01", "2024-00-10", "2024-04-31",
                                     "2024-04-00", "2024-4-1",   "2024/04/01", "20240401",
                                     "2024-04-1x", "-024-04-01", "2024-04-011"};
  int32_t day;

  (void)state;
  for (size_t i = 0; i < sizeof none / sizeof *none; i++)
    assert_false(rung__date_read(rung__slice(none[i]), &day));
}

static void durations_have_years_months_weeks_and_days_in_this_order(void **state)
{
  struct rung__duration duration;

  (void)state;
  assert_true(rung__duration_read(rung__slice("P1Y6M2W3D"), &duration));
  assert_int_equal(duration.months, 18);
  assert_int_equal(duration.days, 17);
  assert_true(rung__duration_read(rung__slice("P90D"), &duration));
  assert_int_equal(duration.months, 0);
  assert_int_equal(duration.days, 90);
}

static void what_is_no_duration_is_refused(void **state)
{
  static const char *const none[] = {"",      "P",    "PD",  "P1",   "1Y",    "P1M1Y",
                                     "P1D1D", "PT1H", "P1H", "P-1D", "P1.5Y", "P123456D"};
  struct rung__duration duration;

  (void)state;
  for (size_t i = 0; i < sizeof none / sizeof *none; i++)
    assert_false(rung__duration_read(rung__slice(none[i]), &duration));
}

static void a_day_that_a_month_lacks_becomes_its_last(void **state)
{
  static const struct {
    const char *from, *by, *to;
  } cases[] = {{"2024-01-31", "P1M", "2024-02-29"},   {"2023-01-31", "P1M", "2023-02-28"},
               {"2024-02-29", "P1Y", "2025-02-28"},   {"2024-12-31", "P2M", "2025-02-28"},
               {"2024-01-31", "P1M1D", "2024-03-01"}, {"2024-05-15", "P1Y6M", "2025-11-15"},
               {"2024-02-20", "P2W", "2024-03-05"},   {"1970-01-01", "P0D", "1970-01-01"}};

  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    struct rung__duration by;
    assert_true(rung__duration_read(rung__slice(cases[i].by), &by));
    assert_int_equal(rung__date_after(day_of(cases[i].from), by), day_of(cases[i].to));
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(days_are_counted_from_1970),
      cmocka_unit_test(what_is_no_day_is_refused),
      cmocka_unit_test(durations_have_years_months_weeks_and_days_in_this_order),
      cmocka_unit_test(what_is_no_duration_is_refused),
      cmocka_unit_test(a_day_that_a_month_lacks_becomes_its_last),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
