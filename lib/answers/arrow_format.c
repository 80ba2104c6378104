/* One table of the types that are read, and one of those that are refused by name.
 * SPDX-License-Identifier: Apache-2.0 */
#include "answers/arrow_format.h"

#include <string.h>

#include "base/column.h"

static const struct rung__arrow_format READ[] = {
    {"n", "nulls", NULL, RUNG__TYPE_NOTHING,
     0}, /* or 1, which older programs give and is not read */
    {"b", "booleans", NULL, RUNG__TYPE_BITS, 2},
    {"c", "8-bit integers", NULL, RUNG_TYPE_INT8, 2},
    {"C", "unsigned 8-bit integers", NULL, RUNG_TYPE_UINT8, 2},
    {"s", "16-bit integers", NULL, RUNG_TYPE_INT16, 2},
    {"S", "unsigned 16-bit integers", NULL, RUNG_TYPE_UINT16, 2},
    {"i", "32-bit integers", NULL, RUNG_TYPE_INT32, 2},
    {"I", "unsigned 32-bit integers", NULL, RUNG_TYPE_UINT32, 2},
    {"l", "64-bit integers", NULL, RUNG_TYPE_INT64, 2},
    {"L", "unsigned 64-bit integers", NULL, RUNG_TYPE_UINT64, 2},
    {"f", "32-bit floats", NULL, RUNG_TYPE_FLOAT, 2},
    {"g", "64-bit floats", NULL, RUNG_TYPE_DOUBLE, 2},
    {"u", "text", NULL, RUNG_TYPE_TEXT, 3},
    {"U", "large text", NULL, RUNG__TYPE_LARGE_TEXT, 3},
    {"vu", "text views", NULL, RUNG__TYPE_VIEWS, 3},
    {"tdD", "days", NULL, RUNG_TYPE_INT32, 2},
};

#define TO_TEXT "cast it to text (utf8), or to integers"
#define TO_DAYS "cast it to days (date32) for an item of dates, or to text (utf8)"
#define TO_COLUMNS "take it apart into a column for each item"

/* A longer beginning stands before a shorter one. */
static const struct rung__arrow_format REFUSED[] = {
    {"e", "16-bit floats", "cast it to 32-bit floats (float)", 0, 0},
    {"d:", "decimals", "cast it to 64-bit floats (double), or to integers", 0, 0},
    {"z", "binary data", TO_TEXT, 0, 0},
    {"Z", "large binary data", TO_TEXT, 0, 0},
    {"vz", "views of binary data", TO_TEXT, 0, 0},
    {"w:", "binary data of one width", TO_TEXT, 0, 0},
    {"tdm", "dates in milliseconds", TO_DAYS, 0, 0},
    {"ts", "timestamps", TO_DAYS, 0, 0},
    {"tt", "times of day", TO_TEXT, 0, 0},
    {"tD", "durations", TO_TEXT, 0, 0},
    {"ti", "intervals", TO_TEXT, 0, 0},
    {"+l", "lists", TO_COLUMNS, 0, 0},
    {"+L", "large lists", TO_COLUMNS, 0, 0},
    {"+vl", "list views", TO_COLUMNS, 0, 0},
    {"+vL", "large list views", TO_COLUMNS, 0, 0},
    {"+w:", "lists of one length", TO_COLUMNS, 0, 0},
    {"+s", "structs", TO_COLUMNS, 0, 0},
    {"+m", "maps", TO_COLUMNS, 0, 0},
    {"+u", "unions", TO_COLUMNS, 0, 0},
    {"+r", "runs (run-end encoded)", "decode the runs into a plain column", 0, 0},
    {"", "a type that is not known here", TO_TEXT, 0, 0},
};

const struct rung__arrow_format *rung__arrow_format(const char *format)
{
  const struct rung__arrow_format *found = REFUSED;
  for (size_t i = 0; i < sizeof READ / sizeof *READ; i++)
    if (strcmp(READ[i].format, format) == 0) return &READ[i];
  while (strncmp(found->format, format, strlen(found->format)) != 0)
    found++;
  return found;
}

bool rung__arrow_is_days(const struct rung__arrow_format *format)
{
  return format->format[0] == 't' && format->type != 0;
}

bool rung__arrow_is_index(const struct rung__arrow_format *format)
{
  return format->type != 0 && strchr("cCsSiIlL", format->format[0]) != NULL;
}
