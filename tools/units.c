/* The file of units: a small CSV reader that refuses whatever is odd, with its row.
 * SPDX-License-Identifier: Apache-2.0 */
#include "units.h"

#include <stdlib.h>
#include <string.h>

#include "common.h"

#define FILE_MOST ((size_t)64 << 20)

enum { UNIT, PARENT, INVITED, FIELDS };

/* Where reading stands. Fields are cut out of the text in place. */
struct units {
  const char *name;
  char *at; /* the byte to be read next; NUL at the end */
  char delimiter;
  int64_t row;
  size_t count; /* fields of the row */
  char *field[FIELDS + 1];
  size_t place[FIELDS]; /* where the header has each of them */
};

static bool refuse(const struct units *units, const char *what)
{
  rung_error error = {.row = units->row};
  strncpy(error.message, what, sizeof error.message - 1);
  tell(units->name, &error);
  return false;
}

/* Unquotes the field that begins at `at` and steps behind its closing quote. NULL: it is odd. */
static char *take_quoted(struct units *units, char **end)
{
  char *field = ++units->at, *to = field;
  for (; *units->at != '"' || units->at[1] == '"'; units->at++) {
    if (*units->at == '"') units->at++;
    if (*units->at == '\0' || *units->at == '\n' || *units->at == '\r') return NULL;
    *to++ = *units->at;
  }
  units->at++;
  *end = to;
  return field;
}

static char *take_plain(struct units *units, char **end)
{
  char *field = units->at;
  const char ends[] = {units->delimiter, '\r', '\n', '"', '\0'};
  units->at += strcspn(units->at, ends);
  *end = units->at;
  return field;
}

static char *trim(char *field, char *end)
{
  while (end > field && (end[-1] == ' ' || end[-1] == '\t'))
    end--;
  *end = '\0';
  return field + strspn(field, " \t");
}

/* Steps over what ends a field; gives it, NUL at the end of the text. */
static char step_over_end(struct units *units)
{
  const char last = *units->at;
  if (last == '\0') return last;
  if (last == '\r' && units->at[1] == '\n') units->at++;
  units->at++;
  return last;
}

/* Reads the fields of a row; a blank line has none. */
static bool read_row(struct units *units)
{
  units->row++;
  units->count = 0;
  for (char last = units->delimiter; last == units->delimiter;) {
    char *end = NULL;
    char *field = *units->at == '"' ? take_quoted(units, &end) : take_plain(units, &end);
    if (!field) return refuse(units, "a quoted field does not end on its line");
    if (units->count > FIELDS - 1 && *units->at != '\0')
      return refuse(units, "there are more fields than unit, parent and invited");
    last = *units->at;
    if (last != '\0' && last != units->delimiter && last != '\r' && last != '\n')
      return refuse(units, "a quote stands inside a field, or text behind one");
    step_over_end(units);
    units->field[units->count++] = trim(field, end);
  }
  if (units->count == 1 && *units->field[0] == '\0') units->count = 0;
  return true;
}

static bool read_header(struct units *units)
{
  static const char *const names[FIELDS] = {"unit", "parent", "invited"};
  if (strncmp(units->at, "\xef\xbb\xbf", 3) == 0) units->at += 3;
  units->delimiter = units->at[strcspn(units->at, ",;\t\r\n")];
  if (units->delimiter != ';' && units->delimiter != '\t') units->delimiter = ',';
  if (!read_row(units)) return false;
  for (size_t name = 0; name < FIELDS; name++) {
    units->place[name] = FIELDS;
    for (size_t i = 0; i < units->count; i++) {
      if (strcmp(units->field[i], names[name]) != 0) continue;
      if (units->place[name] != FIELDS) return refuse(units, "a column stands twice");
      units->place[name] = i;
    }
  }
  const size_t known = 2 + (units->place[INVITED] != FIELDS);
  if (units->place[UNIT] != FIELDS && units->place[PARENT] != FIELDS && units->count == known)
    return true;
  return refuse(units, "the header has to be unit,parent or unit,parent,invited");
}

/* Persons invited; -1 where not known. False: it is no whole number. */
static bool read_invited(const struct units *units, int64_t *invited)
{
  *invited = -1;
  if (units->place[INVITED] == FIELDS) return true;
  const char *text = units->field[units->place[INVITED]];
  if (*text == '\0') return true;
  if (strlen(text) > 10 || text[strspn(text, "0123456789")] != '\0') return false;
  *invited = strtoll(text, NULL, 10);
  return true;
}

static bool add_unit(const struct units *units, size_t header_count, rung_view *view)
{
  if (units->count != header_count) return refuse(units, "the row is not as long as the header");
  const char *unit = units->field[units->place[UNIT]];
  int64_t invited;
  if (*unit == '\0') return refuse(units, "the unit has no name");
  if (!read_invited(units, &invited))
    return refuse(units, "invited has to be a whole number of persons, or empty");
  rung_error error = {0};
  if (rung_view_unit(view, unit, units->field[units->place[PARENT]], invited, &error) == RUNG_OK)
    return true;
  error.row = units->row;
  tell(units->name, &error);
  return false;
}

bool read_units(const char *name, rung_view *view)
{
  size_t length = 0;
  char *text = read_whole(name, FILE_MOST, &length);
  if (!text) return false;
  struct units units = {.name = name, .at = text};
  bool fine = strlen(text) == length || refuse(&units, "there is a NUL byte: is it a CSV file?");
  fine = fine && read_header(&units);
  const size_t header_count = units.count;
  while (fine && *units.at != '\0') {
    fine = read_row(&units);
    if (fine && units.count > 0) fine = add_unit(&units, header_count, view);
  }
  free(text);
  return fine;
}
