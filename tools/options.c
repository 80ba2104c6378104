/* The options of the subcommands: one reader for all of them.
 * SPDX-License-Identifier: Apache-2.0 */
#include "options.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "output.h"
#include "units.h"

#define CLOSE_START 5
#define ALSO_BYTES ((size_t)256 << 20)

static int set(struct options *options, rung_setting which, double value)
{
  rung_error error = {0};
  if (rung_settings_set(options->settings, which, value, &error) == RUNG_OK) return GO_ON;
  return misused(options->command, "%s", error.message);
}

static int take_by(struct options *options, char *columns)
{
  if (options->cut_count == CUTS_MOST)
    return misused(options->command, "there may be %d --by at most", CUTS_MOST);
  struct cut *cut = &options->cut[options->cut_count++];
  for (char *name = columns; name;) {
    char *comma = strchr(name, ',');
    if (comma) *comma = '\0';
    if (*name == '\0') return misused(options->command, "--by lacks a column's name");
    if (cut->count == COLUMNS_MOST)
      return misused(options->command, "--by crosses %d columns at most", COLUMNS_MOST);
    cut->column[cut->count++] = name;
    name = comma ? comma + 1 : NULL;
  }
  return GO_ON;
}

static int take_relation(struct options *options, char *readings)
{
  char *comma = strchr(readings, ',');
  if (options->relation_count == RELATIONS_MOST)
    return misused(options->command, "there may be %d --relation at most", RELATIONS_MOST);
  if (!comma || comma == readings || comma[1] == '\0' || strchr(comma + 1, ','))
    return misused(options->command, "--relation is two readings with a comma between, not '%s'",
                   readings);
  *comma = '\0';
  const char **relation = options->relation[options->relation_count++];
  relation[0] = readings;
  relation[1] = comma + 1;
  return GO_ON;
}

static int take_format(struct options *options, const char *name, bool may_be_markdown)
{
  static const char *const names[] = {"table", "csv", "json"};
  options->markdown = may_be_markdown && strcmp(name, "md") == 0;
  for (int i = 0; i < 3; i++) {
    if (strcmp(name, options->markdown ? "md" : names[i]) != 0) continue;
    options->format = (rung_format)i;
    options->format_given = true;
    return GO_ON;
  }
  return misused(options->command, "--format is %stable, csv or json, not '%s'",
                 may_be_markdown ? "md, " : "", name);
}

static int take_delimiter(struct options *options, const char *name)
{
  static const struct {
    const char *name;
    char byte;
  } delimiters[] = {{"comma", ','}, {"semicolon", ';'}, {"tab", '\t'}};
  for (size_t i = 0; i < sizeof delimiters / sizeof *delimiters; i++)
    if (strcmp(name, delimiters[i].name) == 0)
      return set(options, RUNG_SETTING_DELIMITER, delimiters[i].byte);
  return misused(options->command, "--delimiter is comma, semicolon or tab, not '%s'", name);
}

static int take_form(struct options *options, const char *name)
{
  static const char *const names[] = {"csv", "jsonl", "long"};
  options->form_given = true;
  for (int i = 0; i < 3; i++)
    if (strcmp(name, names[i]) == 0) return set(options, RUNG_SETTING_FORM, i);
  return misused(options->command, "--form is csv, jsonl or long, not '%s'", name);
}

static int take_least_n(struct options *options, const char *text)
{
  char *end;
  errno = 0;
  const long value = strtol(text, &end, 10);
  if (errno == 0 && end != text && *end == '\0' &&
      rung_settings_set(options->settings, RUNG_SETTING_LEAST_N, (double)value, NULL) == RUNG_OK)
    return GO_ON;
  return misused(options->command, "--least-n is a whole number of 3 or more, not '%s'", text);
}

static int take_also(struct options *options, const char *path)
{
  if (options->also_count == ALSO_MOST)
    return misused(options->command, "there may be %d --also at most", ALSO_MOST);
  options->also[options->also_count++] = path;
  return GO_ON;
}

/* Without a number the start of least_n. */
static int take_close(struct options *options, const char *text)
{
  char *end = NULL;
  errno = 0;
  options->close = text ? strtol(text, &end, 10) : CLOSE_START;
  if (errno == 0 && (!text || (end != text && *end == '\0')) && options->close >= 3 &&
      options->close <= 1000)
    return GO_ON;
  return misused(options->command, "--close is a whole number of 3 to 1000, not '%s'", text);
}

/* A plain decimal, whatever the locale; below 0: it is none. */
static double read_decimal(const char *text)
{
  double digits = 0, scale = 1;
  size_t count = 0;
  bool point = false;
  for (; *text; text++) {
    if (*text == '.' && !point) {
      point = true;
      continue;
    }
    if (*text < '0' || *text > '9' || ++count > 9) return -1;
    digits = digits * 10 + (*text - '0');
    if (point) scale *= 10;
  }
  return count == 0 ? -1 : digits / scale;
}

static int take_confidence(struct options *options, const char *text)
{
  if (rung_settings_set(options->settings, RUNG_SETTING_CONFIDENCE, read_decimal(text), NULL) ==
      RUNG_OK)
    return GO_ON;
  return misused(options->command, "--confidence is a number from 0.5 to 0.9999, not '%s'", text);
}

static int take_agreement(struct options *options, const char *text)
{
  if (rung_settings_set(options->settings, RUNG_SETTING_AGREEMENT, read_decimal(text), NULL) ==
      RUNG_OK)
    return GO_ON;
  return misused(options->command, "--agreement is a number from 0 to 1, not '%s'", text);
}

static int take_set_aside(struct options *options, const char *path)
{
  options->set_aside = path;
  return set(options, RUNG_SETTING_SET_ASIDE, 1);
}

static int take_person_levels(struct options *options)
{
  options->person_levels = true;
  return set(options, RUNG_SETTING_PERSON_LEVELS, 1);
}

static int take(struct options *options, int letter, char *value)
{
  switch (letter) {
  case 'b': return take_by(options, value);
  case 'R': return take_relation(options, value);
  case 'u': options->unit = value; return GO_ON;
  case 'U': options->units = value; return GO_ON;
  case 'w': options->weight = value; return GO_ON;
  case 'm': options->map = value; return GO_ON;
  case 'd': return take_delimiter(options, value);
  case 'k': return take_form(options, value);
  case 's': return set(options, RUNG_SETTING_STRICT, 1);
  case 'a': return take_set_aside(options, value);
  case 'n': return take_least_n(options, value);
  case 'M': return set(options, RUNG_SETTING_MERGE_SMALL, 1);
  case 'z': return take_also(options, value);
  case 'D': options->audit = true; return GO_ON;
  case 'C': return take_close(options, value);
  case 'x': return set(options, RUNG_SETTING_UNSAFE, 2);
  case 'v': return set(options, RUNG_SETTING_EVERYONE, 1);
  case 'A': return take_agreement(options, value);
  case 'c': return take_confidence(options, value);
  case 'l': options->language = value; return GO_ON;
  case 'f': return take_format(options, value, false);
  case 'F': return take_format(options, value, true);
  case 'g': options->against = value; return GO_ON;
  case 'r': options->rows = true; return GO_ON;
  case 'p': return take_person_levels(options);
  case 'e': options->sensitivity = true; return GO_ON;
  case 'P': options->population = value; return GO_ON;
  case 'o': options->output = value; return GO_ON;
  }
  return EXIT_CANNOT;
}

/* What getopt_long could not read. */
static int refuse(const struct options *options, int letter, char *const *arguments)
{
  const char *text = arguments[optind - 1];
  if (letter == ':') return misused(options->command, "option '%s' needs a value", text);
  return misused(options->command, "there is no option '%s'", text);
}

/* Nothing that is read may be written over, nor one result by another. */
static int keep_apart(const struct options *options)
{
  const char *const written[] = {options->output, options->set_aside};
  const char *const read[] = {options->map, options->units};
  if (written[0] && written[1] && is_same_file(written[0], written[1]))
    return misused(options->command, "-o and --set-aside name one file");
  for (size_t i = 0; i < 2; i++) {
    if (!written[i]) continue;
    for (size_t k = 0; k < options->count; k++)
      if (is_same_file(written[i], options->argument[k]))
        return misused(options->command, "'%s' is read and would be overwritten", written[i]);
    for (size_t k = 0; k < options->also_count; k++)
      if (is_same_file(written[i], options->also[k]))
        return misused(options->command, "'%s' is read and would be overwritten", written[i]);
    for (size_t k = 0; k < 2; k++)
      if (read[k] && is_same_file(written[i], read[k]))
        return misused(options->command, "'%s' is read and would be overwritten", written[i]);
  }
  return GO_ON;
}

int options_read(struct options *options, const struct option *known, const char *help, int count,
                 char **arguments)
{
  *options = (struct options){.command = arguments[0]};
  rung_error error = {0};
  if (rung_settings_new(&options->settings, &error) != RUNG_OK) return tell("settings", &error);
  bool has_output = false;
  for (const struct option *one = known; one->name; one++)
    has_output |= one->val == 'o';
  opterr = 0;
  for (int letter;
       (letter = getopt_long(count, arguments, has_output ? ":o:h" : ":h", known, NULL)) != -1;) {
    if (letter == 'h') {
      fputs(help, stdout);
      return EXIT_FINE;
    }
    if (letter == ':' || letter == '?') return refuse(options, letter, arguments);
    const int result = take(options, letter, optarg);
    if (result != GO_ON) return result;
  }
  options->argument = arguments + optind;
  options->count = (size_t)(count - optind);
  return keep_apart(options);
}

void options_free(struct options *options)
{
  rung_settings_free(options->settings);
}

static bool add_column(const char *name, const char **columns, size_t *count)
{
  for (size_t i = 0; i < *count; i++)
    if (strcmp(columns[i], name) == 0) return true;
  if (*count == COLUMNS_MOST) return false;
  columns[(*count)++] = name;
  return true;
}

bool options_columns(const struct options *options, const char **columns, size_t *count)
{
  bool fits = true;
  *count = 0;
  for (size_t i = 0; i < options->cut_count; i++)
    for (size_t k = 0; k < options->cut[i].count; k++)
      fits = fits && add_column(options->cut[i].column[k], columns, count);
  if (options->unit) fits = fits && add_column(options->unit, columns, count);
  if (!fits) misused(options->command, "there may be %d different columns", COLUMNS_MOST);
  return fits;
}

/* What was shown before. */
static bool read_also(const struct options *options, rung_view *view)
{
  for (size_t i = 0; i < options->also_count; i++) {
    rung_error error = {0};
    size_t length = 0;
    char *text = read_whole(options->also[i], ALSO_BYTES, &length);
    if (!text) return false;
    const rung_status status = rung_view_shown(view, text, length, &error);
    free(text);
    if (status == RUNG_OK) continue;
    tell(options->also[i], &error);
    return false;
  }
  return true;
}

rung_view *options_view(const struct options *options)
{
  rung_error error = {0};
  rung_view *view = NULL;
  rung_status status = rung_view_new(&view, &error);
  for (size_t i = 0; status == RUNG_OK && i < options->cut_count; i++)
    status = rung_view_cut(view, options->cut[i].column, options->cut[i].count, &error);
  for (size_t i = 0; status == RUNG_OK && i < options->relation_count; i++)
    status = rung_view_relation(view, options->relation[i][0], options->relation[i][1], &error);
  if (status == RUNG_OK && options->unit) status = rung_view_units(view, options->unit, &error);
  if (status != RUNG_OK) {
    tell(options->command, &error);
  } else if ((!options->units || read_units(options->units, view)) && read_also(options, view)) {
    return view;
  }
  rung_view_free(view);
  return NULL;
}
