/* Decimal numbers to and from text, whatever the locale.
 * SPDX-License-Identifier: Apache-2.0
 *
 * No point of a locale is met here: strtod gets digits and an exponent, never a point, and of what
 * snprintf writes only the digits are taken, whose places are counted from the end. */
#include "base/number.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TEXT_LIMIT 400
#define EXPONENT_LIMIT 100000 /* where an exponent stops counting: far beyond every double */
#define EXACT_DIGITS 15       /* a whole number of so many digits is exact, */
#define EXACT_POWER 22        /* and so is this power of ten */

static const double TENS[EXACT_POWER + 1] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                             1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                             1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

/* A decimal: a whole number without leading zeros, times a power of ten. */
struct decimal {
  bool negative;
  char digits[TEXT_LIMIT];
  size_t count;
  int exponent;
};

static bool is_digit(const char *at, const char *end)
{
  return at < end && *at >= '0' && *at <= '9';
}

static const char *take_digits(const char *at, const char *end, struct decimal *decimal)
{
  for (; is_digit(at, end); ++at) {
    if (decimal->count > 0 || *at != '0') decimal->digits[decimal->count++] = *at;
  }
  return at;
}

/* [+-] digits; NULL: none */
static const char *take_exponent(const char *at, const char *end, struct decimal *decimal)
{
  const bool negative = at < end && *at == '-';
  if (at < end && (*at == '-' || *at == '+')) ++at;
  if (!is_digit(at, end)) return NULL;
  int exponent = 0;
  for (; is_digit(at, end); ++at) {
    if (exponent < EXPONENT_LIMIT) exponent = 10 * exponent + (*at - '0');
  }
  decimal->exponent += negative ? -exponent : exponent;
  return at;
}

static bool parse(const char *text, size_t length, struct decimal *decimal)
{
  const char *at = text, *end = text + length;
  decimal->negative = at < end && *at == '-';
  if (at < end && (*at == '-' || *at == '+')) ++at;
  if (!is_digit(at, end)) return false;
  at = take_digits(at, end, decimal);
  if (at < end && *at == '.') {
    const char *fraction = ++at;
    if (!is_digit(at, end)) return false;
    at = take_digits(at, end, decimal);
    decimal->exponent -= (int)(at - fraction);
  }
  if (at < end && (*at == 'e' || *at == 'E')) at = take_exponent(at + 1, end, decimal);
  return at == end;
}

/* Both the whole number and the power are exact, so one operation rounds once (Clinger 1990). */
static bool exact_value(const struct decimal *decimal, double *value)
{
  if (decimal->count > EXACT_DIGITS) return false;
  if (decimal->exponent < -EXACT_POWER || decimal->exponent > EXACT_POWER) return false;
  int64_t whole = 0;
  for (size_t index = 0; index < decimal->count; ++index)
    whole = 10 * whole + (decimal->digits[index] - '0');
  *value = decimal->exponent < 0 ? (double)whole / TENS[-decimal->exponent]
                                 : (double)whole * TENS[decimal->exponent];
  return true;
}

/* The double nearest to a decimal that is not negative; infinite: it overflows. */
static double value_of(const struct decimal *decimal)
{
  double value = 0;
  if (decimal->count == 0 || exact_value(decimal, &value)) return value;
  char text[TEXT_LIMIT + 16];
  snprintf(text, sizeof text, "%.*se%d", (int)decimal->count, decimal->digits, decimal->exponent);
  return strtod(text, NULL);
}

bool rung__number_read(const char *text, size_t length, double *value)
{
  struct decimal decimal;
  decimal.count = 0;
  decimal.exponent = 0;
  if (length > TEXT_LIMIT || !parse(text, length, &decimal)) return false;
  const double magnitude = value_of(&decimal);
  if (!isfinite(magnitude)) return false;
  *value = decimal.negative ? -magnitude : magnitude;
  return true;
}

/* Rounds a positive value to so many digits; the exponent is that of the first digit. */
static void round_to(double value, int digits, struct decimal *decimal, int *exponent)
{
  char text[48];
  snprintf(text, sizeof text, "%.*e", digits - 1, value);
  const char *mark = strchr(text, 'e');
  *exponent = 0;
  for (const char *at = mark + 2; *at != '\0'; ++at)
    *exponent = 10 * *exponent + (*at - '0');
  if (mark[1] == '-') *exponent = -*exponent;
  decimal->digits[0] = text[0];
  memcpy(decimal->digits + 1, mark - (digits - 1), (size_t)(digits - 1));
  decimal->count = (size_t)digits;
  decimal->exponent = *exponent - (digits - 1);
}

/* The shortest of 15, 16 and 17 digits that reads back, without zeros at the end. */
static int shortest(double value, struct decimal *decimal)
{
  int exponent = 0;
  for (int digits = 15; digits <= 17; ++digits) {
    round_to(value, digits, decimal, &exponent);
    if (value_of(decimal) == value) break;
  }
  while (decimal->count > 1 && decimal->digits[decimal->count - 1] == '0')
    --decimal->count;
  return exponent;
}

static char *put(char *at, const char *data, size_t length)
{
  memcpy(at, data, length);
  return at + length;
}

static char *put_zeros(char *at, int count)
{
  for (; count > 0; --count)
    *at++ = '0';
  return at;
}

static char *put_plain(char *at, const struct decimal *decimal, int exponent)
{
  const size_t whole = exponent < 0 ? 0 : (size_t)exponent + 1;
  const size_t before = whole < decimal->count ? whole : decimal->count;
  at = put(at, decimal->digits, before);
  if (whole == 0) *at++ = '0';
  at = put_zeros(at, (int)(whole - before));
  if (before == decimal->count) return at;
  *at++ = '.';
  at = put_zeros(at, -1 - exponent);
  return put(at, decimal->digits + before, decimal->count - before);
}

static char *put_scientific(char *at, const struct decimal *decimal, int exponent)
{
  *at++ = decimal->digits[0];
  if (decimal->count > 1) *at++ = '.';
  at = put(at, decimal->digits + 1, decimal->count - 1);
  return at + snprintf(at, 8, "e%c%02d", exponent < 0 ? '-' : '+', abs(exponent));
}

static size_t write_special(double value, char *out)
{
  const char *text = isnan(value) ? "nan" : value > 0 ? "inf" : value < 0 ? "-inf" : "0";
  const size_t length = strlen(text);
  memcpy(out, text, length + 1);
  return length;
}

size_t rung__number_write(double value, char out[RUNG__NUMBER_SIZE])
{
  if (!isfinite(value) || value == 0) return write_special(value, out);
  struct decimal decimal;
  const int exponent = shortest(fabs(value), &decimal);
  char *at = out;
  if (value < 0) *at++ = '-';
  const bool plain = exponent >= -5 && exponent < 15;
  at = plain ? put_plain(at, &decimal, exponent) : put_scientific(at, &decimal, exponent);
  *at = '\0';
  return (size_t)(at - out);
}

size_t rung__number_fixed(double value, int digits, char out[RUNG__NUMBER_SIZE])
{
  if (!(fabs(value) < 1e15)) return rung__number_write(value, out);
  char text[48];
  const int length = snprintf(text, sizeof text, "%.*f", digits, fabs(value));
  const char *end = text + length, *fraction = end - digits;
  const size_t whole = strspn(text, "0123456789");
  char *at = out;
  if (value < 0 && strpbrk(text, "123456789") != NULL) *at++ = '-';
  at = put(at, text, digits == 0 ? (size_t)length : whole);
  if (digits > 0) *at++ = '.';
  at = put(at, fraction, (size_t)digits);
  *at = '\0';
  return (size_t)(at - out);
}
