/* What every unit test includes first: cmocka with what it needs, asserts and numbers by chance.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_TESTS_UNIT_SUPPORT_H
#define RUNG_TESTS_UNIT_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <locale.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <rung/status.h>

#define LENGTH(array) (sizeof(array) / sizeof *(array))

/* Fails unless |a - b| <= tolerance; two NaN are close, and so are equal infinities. */
#define assert_close(a, b, tolerance) support_close(a, b, tolerance, __FILE__, __LINE__)
/* Fails, naming the case of a table. */
#define assert_case(label, condition) support_case(label, condition, #condition, __FILE__, __LINE__)
/* Fails unless the status is this one; says the error. */
#define assert_status(status, expected, error)                                                     \
  support_status(status, expected, error, __FILE__, __LINE__)

static inline void support_close(double a, double b, double tolerance, const char *file, int line)
{
  if ((isnan(a) && isnan(b)) || a == b || fabs(a - b) <= tolerance) return;
  print_error("%.17g is not within %.3g of %.17g\n", a, tolerance, b);
  _fail(file, line);
}

static inline void support_case(const char *label, bool condition, const char *text,
                                const char *file, int line)
{
  if (condition) return;
  print_error("case \"%s\": not %s\n", label, text);
  _fail(file, line);
}

static inline void support_status(rung_status status, rung_status expected, const rung_error *error,
                                  const char *file, int line)
{
  if (status == expected) return;
  print_error("%s instead of %s: %s: %s\n", rung_status_name((int32_t)status),
              rung_status_name((int32_t)expected), error == NULL ? "" : error->where,
              error == NULL ? "" : error->message);
  _fail(file, line);
}

/* Numbers by chance that are the same in every run: SplitMix64. */
static inline uint64_t next_random(uint64_t *state)
{
  uint64_t value = *state += UINT64_C(0x9E3779B97F4A7C15);
  value = (value ^ value >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
  value = (value ^ value >> 27) * UINT64_C(0x94D049BB133111EB);
  return value ^ value >> 31;
}

/* Whether the locale now has a comma as its point; end with restore_locale(). */
static inline bool use_comma_locale(void)
{
  static const char *const NAMES[] = {"de_DE.UTF-8", "de_DE.utf8", "fr_FR.UTF-8"};
  for (size_t index = 0; index < LENGTH(NAMES); ++index) {
    if (setlocale(LC_ALL, NAMES[index]) != NULL && *localeconv()->decimal_point == ',') return true;
  }
  return false;
}

static inline void restore_locale(void)
{
  setlocale(LC_ALL, "C");
}

#endif
