/* The file of units: a small CSV reader that refuses whatever is odd, with its row.
 * SPDX-License-Identifier: Apache-2.0 */
#include "units.h"

#include <stdlib.h>
#include <string.h>

#include "common.h"

#define FILE_MOST ((size_t)64 << 20)

#define TARGET "target:" /* a column of the levels that units want to reach, by the reading's id */
#define TARGETS_MOST 256

enum { UNIT, PARENT, INVITED, FIELDS };

/* Where reading stands. Fields are cut out of the text in place. */
struct units {
  const char *name;
  char *at; /* the byte to be read next; NUL at the end */
  char delimiter;
  int64_t row;
  size_t count; /* fields of the row */
  char *field[FIELDS + TARGETS_MOST];
  size_t place[FIELDS]; /* where the header has each of them */
  size_t header_count;
  char *target[FIELDS + TARGETS_MOST]; /* the reading that a column has targets for; NULL: none */
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
    if (units->count == FIELDS + TARGETS_MOST)
      return refuse(units, "there are more fields than unit, parent, invited and 256 targets");
    last = *units->at;
    if (last != '\0' && last != units->delimiter && last != '\r' && last != '\n')
      return refuse(units, "a quote stands inside a field, or text behind one");
    step_over_end(units);
    units->field[units->count++] = trim(field, end);
  }
  if (units->count == 1 && *units->field[0] == '\0') units->count = 0;
  return true;
}

/* Finds a column; false: it stands twice. */
static bool find_column(struct units *units, int column, const char *name)
{
  units->place[column] = units->count;
  for (size_t i = 0; i < units->count; i++) {
    if (strcmp(units->field[i], name) != 0) continue;
    if (units->place[column] != units->count) return false;
    units->place[column] = i;
  }
  return true;
}

/* The columns of targets; gives how many. */
static size_t find_targets(struct units *units)
{
  size_t count = 0;
  for (size_t i = 0; i < units->count; i++) {
    const bool is_target = strncmp(units->field[i], TARGET, strlen(TARGET)) == 0;
    units->target[i] = is_target ? units->field[i] + strlen(TARGET) : NULL;
    count += is_target;
  }
  return count;
}

static bool read_header(struct units *units)
{
  static const char *const names[FIELDS] = {"unit", "parent", "invited"};
  if (strncmp(units->at, "\xef\xbb\xbf", 3) == 0) units->at += 3;
  units->delimiter = units->at[strcspn(units->at, ",;\t\r\n")];
  if (units->delimiter != ';' && units->delimiter != '\t') units->delimiter = ',';
  if (!read_row(units)) return false;
  const size_t count = units->header_count = units->count;
  for (int name = 0; name < FIELDS; name++)
    if (!find_column(units, name, names[name])) return refuse(units, "a column stands twice");
  const size_t known = (units->place[INVITED] == count ? 2 : 3) + find_targets(units);
  if (units->place[UNIT] != count && units->place[PARENT] != count && count == known) return true;
  return refuse(units, "the header has to be unit,parent or unit,parent,invited, and perhaps "
                       "target:READING for the levels to be reached");
}

/* Persons invited; -1 where not known. False: it is no whole number. */
static bool read_invited(const struct units *units, int64_t *invited)
{
  *invited = -1;
  if (units->place[INVITED] == units->header_count) return true;
  const char *text = units->field[units->place[INVITED]];
  if (*text == '\0') return true;
  if (strlen(text) > 10 || text[strspn(text, "0123456789")] != '\0') return false;
  *invited = strtoll(text, NULL, 10);
  return true;
}

static bool fails(const struct units *units, rung_error *error)
{
  error->row = units->row;
  tell(units->name, error);
  return false;
}

static bool add_targets(const struct units *units, const char *unit, rung_view *view)
{
  rung_error error = {0};
  for (size_t i = 0; i < units->count; i++) {
    if (!units->target[i] || *units->field[i] == '\0') continue;
    if (rung_view_target(view, unit, units->target[i], units->field[i], &error) != RUNG_OK)
      return fails(units, &error);
  }
  return true;
}

static bool add_unit(const struct units *units, rung_view *view)
{
  if (units->count != units->header_count)
    return refuse(units, "the row is not as long as the header");
  const char *unit = units->field[units->place[UNIT]];
  int64_t invited;
  if (*unit == '\0') return refuse(units, "the unit has no name");
  if (!read_invited(units, &invited))
    return refuse(units, "invited has to be a whole number of persons, or empty");
  rung_error error = {0};
  if (rung_view_unit(view, unit, units->field[units->place[PARENT]], invited, &error) != RUNG_OK)
    return fails(units, &error);
  return add_targets(units, unit, view);
}

bool read_units(const char *name, rung_view *view)
{
  size_t length = 0;
  char *text = read_whole(name, FILE_MOST, &length);
  if (!text) return false;
  struct units units = {.name = name, .at = text};
  bool fine = strlen(text) == length || refuse(&units, "there is a NUL byte: is it a CSV file?");
  fine = fine && read_header(&units);
  while (fine && *units.at != '\0') {
    fine = read_row(&units);
    if (fine && units.count > 0) fine = add_unit(&units, view);
  }
  free(text);
  return fine;
}
