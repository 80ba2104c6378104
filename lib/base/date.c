/* Days of the Gregorian calendar: reading and writing them, and adding durations.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Years are counted from March, so that the leap day is a year's last, in eras of 400 years, which
 * have 146,097 days each. */
#include "base/date.h"

#define ERA_DAYS 146097
#define ERA_YEARS 400
#define EPOCH 719468 /* days from 0000-03-01 to 1970-01-01 */

struct civil {
  int64_t year;
  int month, day;
};

static bool is_leap(int64_t year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int month_length(int64_t year, int month)
{
  static const int length[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  return month == 2 && is_leap(year) ? 29 : length[month - 1];
}

/* Years are positive here. */
static int64_t to_days(struct civil date)
{
  const int64_t year = date.year - (date.month <= 2);
  const int64_t era = year / ERA_YEARS, of_era = year % ERA_YEARS;
  const int64_t of_year = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;

  return era * ERA_DAYS + of_era * 365 + of_era / 4 - of_era / 100 + of_year - EPOCH;
}

static struct civil to_civil(int64_t days)
{
  const int64_t shifted = days + EPOCH;
  const int64_t era = shifted / ERA_DAYS, of_era = shifted % ERA_DAYS;
  const int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  const int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
  const int month = (int)((5 * of_year + 2) / 153);
  const struct civil date = {.month = month < 10 ? month + 3 : month - 9,
                             .day = (int)(of_year - (153 * month + 2) / 5 + 1)};

  return (struct civil){year + era * ERA_YEARS + (date.month <= 2), date.month, date.day};
}

static bool read_digits(const char *text, size_t count, int *number)
{
  *number = 0;
  for (size_t i = 0; i < count; i++) {
    if (text[i] < '0' || text[i] > '9') return false;
    *number = *number * 10 + (text[i] - '0');
  }
  return true;
}

bool rung__date_read(struct rung__slice text, int32_t *day)
{
  int year, month, of_month;

  if (text.length != 10 || text.data[4] != '-' || text.data[7] != '-') return false;
  if (!read_digits(text.data, 4, &year) || !read_digits(text.data + 5, 2, &month) ||
      !read_digits(text.data + 8, 2, &of_month)) {
    return false;
  }
  if (year < 1970 || month < 1 || month > 12) return false;
  if (of_month < 1 || of_month > month_length(year, month)) return false;
  const int64_t found = to_days((struct civil){year, month, of_month});
  *day = (int32_t)found;
  return found <= RUNG__DAY_LAST;
}

void rung__put_date(struct rung__buffer *buffer, int64_t day)
{
  const struct civil date = to_civil(day);

  rung__put_format(buffer, "%04d-%02d-%02d", (int)date.year, date.month, date.day);
}

bool rung__duration_read(struct rung__slice text, struct rung__duration *duration)
{
  static const char order[] = "YMWD";
  const char *const end = text.data + text.length;
  const char *at = text.data;
  size_t part = 0;

  *duration = (struct rung__duration){0, 0};
  if (text.length < 3 || *at++ != 'P') return false;
  while (at < end) {
    int32_t number = 0;
    const char *const first = at;
    for (; at < end && *at >= '0' && *at <= '9' && at - first < 5; at++)
      number = number * 10 + (*at - '0');
    if (at == first || at == end) return false;
    while (part < 4 && order[part] != *at)
      part++;
    if (part == 4) return false;
    if (part < 2)
      duration->months += part == 0 ? number * 12 : number;
    else
      duration->days += part == 2 ? number * 7 : number;
    part++;
    at++;
  }
  return true;
}

int64_t rung__date_after(int32_t day, struct rung__duration duration)
{
  struct civil date = to_civil(day);
  const int64_t months = date.year * 12 + (date.month - 1) + duration.months;

  date.year = months / 12;
  date.month = (int)(months % 12) + 1;
  if (date.day > month_length(date.year, date.month)) {
    date.day = month_length(date.year, date.month);
  }
  return to_days(date) + duration.days;
}
