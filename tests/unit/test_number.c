/* Tests of base/number: decimals to and from text.
 * SPDX-License-Identifier: Apache-2.0 */
#include "support.h"

#include <float.h>

#include "base/number.h"

static const struct {
  const char *text;
  double value;
} READINGS[] = {
    {"0", 0.0},
    {"-0", -0.0},
    {"7", 7},
    {"+7", 7},
    {"-7", -7},
    {"007", 7},
    {"0.5", 0.5},
    {"3.25", 3.25},
    {"1e3", 1000},
    {"1E+3", 1000},
    {"1.5e-3", 0.0015},
    {"0.1", 0.1},
    {"123456789012345678", 123456789012345678.0},
    {"0e999999999999999999999", 0},
    {"1e-400", 0},
    {"1e-999999999999999999999", 0},
    {"1e22", 1e22},
    {"1e23", 1e23},
    {"123456789012345e22", 123456789012345e22},
    {"0.000000000000000000000000000001e30", 1},
};

/* What is hard to round: ties, neighbours of ties, the ends of the range. */
static const struct {
  const char *text;
  double value;
} HARD[] = {
    {"9007199254740993", 9007199254740992.0},
    {"9007199254740993.0000000000000000000000000000000000001", 9007199254740994.0},
    {"9007199254740995", 9007199254740996.0},
    {"1.00000000000000011102230246251565404236316680908203125", 1.0},
    {"1.00000000000000011102230246251565404236316680908203126", 1.0 + DBL_EPSILON},
    {"1.00000000000000033306690738754696212708950042724609375", 1.0 + 2 * DBL_EPSILON},
    {"4.9406564584124654e-324", 0x1p-1074},
    {"2.4703282292062327e-324", 0},
    {"2.4703282292062328e-324", 0x1p-1074},
    {"2.2250738585072011e-308", 0x0.fffffffffffffp-1022},
    {"2.2250738585072014e-308", DBL_MIN},
    {"1.7976931348623157e308", DBL_MAX},
    {"1.7976931348623158e308", DBL_MAX},
    {"6.9294956446009195e15", 6929495644600919.5},
    {"3.7455744005952583e15", 3745574400595258.5},
    {"2.2250738585072012e-308", DBL_MIN},
};

static const char *const NONE[] = {
    "",
    "+",
    "-",
    ".",
    ".5",
    "5.",
    " 1",
    "1 ",
    "\t1",
    "0x10",
    "inf",
    "nan",
    "NaN",
    "1e",
    "1e+",
    "e1",
    "1,5",
    "1.2.3",
    "--1",
    "+-1",
    "1e400",
    "-1e400",
    "1 000",
    "1'000",
    "1.5f",
    "1e1.5",
    "0x1p3",
    "1_0",
    "infinity",
    "1e9999999999999999999",
    "1.7976931348623159e308",
};

static const struct {
  double value;
  const char *text;
} WRITINGS[] = {
    {0.0, "0"},
    {-0.0, "0"},
    {1, "1"},
    {-1, "-1"},
    {3.14, "3.14"},
    {0.1, "0.1"},
    {0.1 + 0.2, "0.30000000000000004"},
    {1.0 / 3, "0.3333333333333333"},
    {100, "100"},
    {1e14, "100000000000000"},
    {123456789012345, "123456789012345"},
    {999999999999999, "999999999999999"},
    {1e15, "1e+15"},
    {1.5e15, "1.5e+15"},
    {0.00001, "0.00001"},
    {0.0000123, "0.0000123"},
    {0.000009, "9e-06"},
    {-1.25e-7, "-1.25e-07"},
    {1e100, "1e+100"},
    {DBL_MAX, "1.7976931348623157e+308"},
    {-0x1p-1074, "-4.94065645841247e-324"},
    {NAN, "nan"},
    {INFINITY, "inf"},
    {-INFINITY, "-inf"},
};

static const struct {
  double value;
  int digits;
  const char *text;
} FIXED[] = {
    {0.5, 0, "0"},
    {1.5, 0, "2"},
    {2.5, 0, "2"},
    {0.125, 2, "0.12"},
    {0.375, 2, "0.38"},
    {2.675, 2, "2.67"},
    {-0.04, 1, "0.0"},
    {-0.0, 3, "0.000"},
    {-0.06, 1, "-0.1"},
    {3.996, 2, "4.00"},
    {1234.5678, 3, "1234.568"},
    {999999999999999, 9, "999999999999999.000000000"},
    {-123456789012345.25, 9, "-123456789012345.250000000"},
    {1e15, 2, "1e+15"},
    {NAN, 2, "nan"},
    {-INFINITY, 2, "-inf"},
};

static void assert_reads(const char *text, double expected)
{
  double value = 99;
  assert_case(text, rung__number_read(text, strlen(text), &value));
  assert_case(text, memcmp(&value, &expected, sizeof value) == 0);
}

static void decimals_are_read(void **state)
{
  (void)state;
  for (size_t index = 0; index < LENGTH(READINGS); ++index)
    assert_reads(READINGS[index].text, READINGS[index].value);
}

static void hard_decimals_are_correctly_rounded(void **state)
{
  (void)state;
  for (size_t index = 0; index < LENGTH(HARD); ++index)
    assert_reads(HARD[index].text, HARD[index].value);
}

static void what_is_no_decimal_is_refused(void **state)
{
  (void)state;
  for (size_t index = 0; index < LENGTH(NONE); ++index) {
    double value = 99;
    assert_case(NONE[index], !rung__number_read(NONE[index], strlen(NONE[index]), &value));
    assert_case(NONE[index], value == 99);
  }
}

static void only_the_given_bytes_are_read(void **state)
{
  double value = 0;
  (void)state;
  assert_true(rung__number_read("12345", 3, &value));
  assert_true(value == 123);
  assert_false(rung__number_read("1\0002", 3, &value));
}

static void more_than_400_bytes_are_refused(void **state)
{
  char text[402];
  double value = 0;
  (void)state;
  memset(text, '0', sizeof text);
  text[1] = '.';
  text[399] = '1';
  assert_true(rung__number_read(text, 400, &value));
  assert_true(value == 0);
  text[0] = '9';
  memset(text + 1, '9', 399);
  assert_false(rung__number_read(text, 400, &value)); /* it overflows */
  text[1] = '.';
  assert_true(rung__number_read(text, 400, &value));
  assert_true(value == 10);
  assert_false(rung__number_read(text, 401, &value));
}

static void numbers_are_written(void **state)
{
  (void)state;
  for (size_t index = 0; index < LENGTH(WRITINGS); ++index) {
    char text[RUNG__NUMBER_SIZE];
    const size_t length = rung__number_write(WRITINGS[index].value, text);
    assert_string_equal(text, WRITINGS[index].text);
    assert_int_equal(length, strlen(text));
  }
}

static void fixed_digits_are_rounded_half_to_even(void **state)
{
  (void)state;
  for (size_t index = 0; index < LENGTH(FIXED); ++index) {
    char text[RUNG__NUMBER_SIZE];
    const size_t length = rung__number_fixed(FIXED[index].value, FIXED[index].digits, text);
    assert_string_equal(text, FIXED[index].text);
    assert_int_equal(length, strlen(text));
  }
}

static double double_of_bits(uint64_t bits)
{
  double value;
  memcpy(&value, &bits, sizeof value);
  return value;
}

/* The shortest of 15, 16 and 17 digits, found the plain way. */
static int digits_needed(double value)
{
  char text[64];
  for (int digits = 15; digits < 17; ++digits) {
    snprintf(text, sizeof text, "%.*e", digits - 1, value);
    if (strtod(text, NULL) == value) return digits;
  }
  return 17;
}

static int digits_of(const char *text)
{
  int count = 0, zeros = 0;
  for (; *text != '\0' && *text != 'e'; ++text) {
    if (*text < '0' || *text > '9' || (count == 0 && *text == '0')) continue;
    zeros = *text == '0' ? zeros + 1 : 0;
    ++count;
  }
  return count - zeros;
}

static void assert_comes_back(double value)
{
  char text[RUNG__NUMBER_SIZE];
  double back = 0;
  const size_t length = rung__number_write(value, text);
  assert_case(text, length == strlen(text) && length < sizeof text);
  assert_case(text, rung__number_read(text, length, &back));
  assert_case(text, back == value && strtod(text, NULL) == value);
  assert_case(text, digits_of(text) <= digits_needed(value));
}

static void random_doubles_come_back(void **state)
{
  uint64_t seed = 1;
  (void)state;
  for (int round = 0; round < 100000; ++round) {
    const double value = double_of_bits(next_random(&seed));
    if (isfinite(value) && value != 0) assert_comes_back(value);
  }
}

static void random_decimals_come_back_as_they_are(void **state)
{
  uint64_t seed = 2;
  (void)state;
  for (int round = 0; round < 100000; ++round) {
    const int64_t thousandths = (int64_t)(next_random(&seed) % 200000001) - 100000000;
    assert_comes_back((double)thousandths / 1000);
    char text[RUNG__NUMBER_SIZE], expected[64];
    rung__number_fixed((double)thousandths / 1000, 3, text);
    snprintf(expected, sizeof expected, "%.3f", (double)thousandths / 1000);
    assert_string_equal(text, expected);
  }
}

/* The library's own rounding against strtod's: many digits, all exponents. */
static void random_texts_are_read_as_strtod_reads_them(void **state)
{
  uint64_t seed = 3;
  (void)state;
  for (int round = 0; round < 100000; ++round) {
    char text[64];
    const uint64_t digits = next_random(&seed) >> next_random(&seed) % 64;
    const int exponent = (int)(next_random(&seed) % 80) - 40;
    snprintf(text, sizeof text, "%llu.%llue%d", (unsigned long long)digits,
             (unsigned long long)(next_random(&seed) >> next_random(&seed) % 64), exponent);
    assert_reads(text, strtod(text, NULL));
  }
}

static void the_locale_changes_nothing(void **state)
{
  (void)state;
  if (!use_comma_locale()) {
    puts("# skipped: no locale here has a comma as its decimal point");
    return; /* not skip(), which cmocka's TAP calls a failure */
  }
  char text[RUNG__NUMBER_SIZE];
  double value = 0;
  rung__number_write(1234.5, text);
  assert_string_equal(text, "1234.5");
  rung__number_write(1.5e-9, text);
  assert_string_equal(text, "1.5e-09");
  rung__number_fixed(-1234.5, 2, text);
  assert_string_equal(text, "-1234.50");
  assert_true(rung__number_read("2.5", 3, &value) && value == 2.5);
  assert_true(rung__number_read("1.2345678901234567890e30", 24, &value));
  assert_true(value == 1.2345678901234567890e30);
  assert_false(rung__number_read("2,5", 3, &value));
  restore_locale();
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(decimals_are_read),
      cmocka_unit_test(hard_decimals_are_correctly_rounded),
      cmocka_unit_test(what_is_no_decimal_is_refused),
      cmocka_unit_test(only_the_given_bytes_are_read),
      cmocka_unit_test(more_than_400_bytes_are_refused),
      cmocka_unit_test(numbers_are_written),
      cmocka_unit_test(fixed_digits_are_rounded_half_to_even),
      cmocka_unit_test(random_doubles_come_back),
      cmocka_unit_test(random_decimals_come_back_as_they_are),
      cmocka_unit_test(random_texts_are_read_as_strtod_reads_them),
      cmocka_unit_test(the_locale_changes_nothing),
  };
  return cmocka_run_group_tests_name("number", tests, NULL, NULL);
}
