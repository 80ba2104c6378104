/* What every subcommand of rung shares.
 * SPDX-License-Identifier: Apache-2.0 */
#include "common.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define WARNINGS_MOST 5

int misused(const char *command, const char *format, ...)
{
  va_list arguments;
  fprintf(stderr, "rung %s: ", command);
  va_start(arguments, format);
  vfprintf(stderr, format, arguments);
  va_end(arguments);
  fprintf(stderr, " (rung %s --help)\n", command);
  return EXIT_CANNOT;
}

static const char *place_of(const char *name)
{
  return strcmp(name, "-") == 0 ? "standard input" : name;
}

int complain(const char *name, const char *format, ...)
{
  va_list arguments;
  fprintf(stderr, "rung: %s: ", place_of(name));
  va_start(arguments, format);
  vfprintf(stderr, format, arguments);
  va_end(arguments);
  fputc('\n', stderr);
  return EXIT_CANNOT;
}

int tell(const char *name, const rung_error *error)
{
  fprintf(stderr, "rung: %s", place_of(name));
  if (error->row > 0) fprintf(stderr, ":%lld", (long long)error->row);
  if (error->row > 0 && error->column > 0) fprintf(stderr, ":%lld", (long long)error->column);
  if (error->where[0] != '\0' && strcmp(error->where, name) != 0)
    fprintf(stderr, ": %s", error->where);
  fprintf(stderr, ": %s\n", error->message);
  return EXIT_CANNOT;
}

static bool is_path(const char *name)
{
  const size_t length = strlen(name);
  return strchr(name, '/') || (length >= 5 && strcmp(name + length - 5, ".json") == 0);
}

rung_model *open_model(const char *name)
{
  rung_error error = {0};
  rung_model *model = NULL;
  const rung_status status = is_path(name) ? rung_model_open(name, &model, &error)
                                           : rung_model_builtin(name, &model, &error);
  if (status != RUNG_OK) tell(name, &error);
  return model;
}

/* Reads to the end in growing room; NULL with errno where it fails. */
static char *read_stream(FILE *file, size_t limit, size_t *length)
{
  size_t capacity = 65536, used = 0;
  char *bytes = malloc(capacity);
  while (bytes) {
    used += fread(bytes + used, 1, capacity - 1 - used, file);
    if (used < capacity - 1) break;
    if (used > limit) break;
    char *larger = realloc(bytes, capacity *= 2);
    if (!larger) free(bytes);
    bytes = larger;
  }
  if (bytes && (ferror(file) || used > limit)) {
    errno = ferror(file) ? errno : EFBIG;
    free(bytes);
    return NULL;
  }
  if (bytes) bytes[used] = '\0';
  *length = used;
  return bytes;
}

char *read_whole(const char *name, size_t limit, size_t *length)
{
  const bool standard = strcmp(name, "-") == 0;
  FILE *file = standard ? stdin : fopen(name, "rb");
  if (!file) {
    complain(name, "cannot be opened: %s", strerror(errno));
    return NULL;
  }
  char *bytes = read_stream(file, limit, length);
  if (!bytes) complain(name, "cannot be read: %s", strerror(errno));
  if (!standard) fclose(file);
  return bytes;
}

static const char *severity_name(rung_severity severity)
{
  return severity == RUNG_NOTE_ERROR     ? "error"
         : severity == RUNG_NOTE_WARNING ? "warning"
                                         : "information";
}

size_t count_notes(const rung_notes *notes, rung_severity severity)
{
  size_t count = 0;
  for (size_t i = 0; i < rung_notes_count(notes); i++)
    count += rung_notes_severity(notes, i) == severity;
  return count;
}

static const char *plural(size_t count)
{
  return count == 1 ? "" : "s";
}

int print_notes(const char *name, const rung_notes *notes)
{
  const size_t errors = count_notes(notes, RUNG_NOTE_ERROR);
  const size_t warnings = count_notes(notes, RUNG_NOTE_WARNING);
  for (size_t i = 0; i < rung_notes_count(notes); i++) {
    const char *where = rung_notes_where(notes, i);
    printf("%s: %s%s%s\n", severity_name(rung_notes_severity(notes, i)), where, *where ? ": " : "",
           rung_notes_text(notes, i));
  }
  printf("%s: %zu error%s, %zu warning%s\n", place_of(name), errors, plural(errors), warnings,
         plural(warnings));
  return errors + warnings > 0 ? EXIT_FOUND : EXIT_FINE;
}

void warn_notes(const char *name, const rung_notes *notes)
{
  size_t found = 0;
  for (size_t i = 0; i < rung_notes_count(notes); i++) {
    const rung_severity severity = rung_notes_severity(notes, i);
    const char *where = rung_notes_where(notes, i);
    if (severity == RUNG_NOTE_INFORMATION || ++found > WARNINGS_MOST) continue;
    fprintf(stderr, "rung: %s: %s: %s%s%s\n", place_of(name), severity_name(severity), where,
            *where ? ": " : "", rung_notes_text(notes, i));
  }
  if (found > WARNINGS_MOST)
    fprintf(stderr, "rung: %s: %zu more warnings: rung inspect shows them all\n", place_of(name),
            found - WARNINGS_MOST);
}
