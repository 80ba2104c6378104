/* What every subcommand of rung shares.
 * SPDX-License-Identifier: Apache-2.0 */
#include "common.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Bytes of what would steer a terminal or turn its text at this place: control characters, and
 * Unicode's marks of direction and of no width. 0: none. */
static size_t steers(const char *text)
{
  const unsigned char *byte = (const unsigned char *)text;
  if (byte[0] < 0x20 || byte[0] == 0x7f) return 1;
  if (byte[0] == 0xc2 && byte[1] >= 0x80 && byte[1] < 0xa0) return 2;
  if (strncmp(text, "\xef\xbb\xbf", 3) == 0) return 3;
  if (byte[0] != 0xe2) return 0;
  const bool marks = byte[1] == 0x80 &&
                     ((byte[2] >= 0x8b && byte[2] <= 0x8f) || (byte[2] >= 0xa8 && byte[2] <= 0xae));
  return marks || (byte[1] == 0x81 && byte[2] >= 0xa0 && byte[2] <= 0xaf) ? 3 : 0;
}

/* Names and arguments may come from a stranger. */
static void put_clean(FILE *file, const char *text)
{
  while (*text != '\0') {
    const size_t size = steers(text);
    fputc(size > 0 ? '?' : *text, file);
    text += size > 0 ? size : 1;
  }
}

static void put_message(const char *format, va_list arguments)
{
  char message[2048];
  vsnprintf(message, sizeof message, format, arguments);
  put_clean(stderr, message);
}

int misused(const char *command, const char *format, ...)
{
  va_list arguments;
  fprintf(stderr, "rung %s: ", command);
  va_start(arguments, format);
  put_message(format, arguments);
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
  fputs("rung: ", stderr);
  put_clean(stderr, place_of(name));
  fputs(": ", stderr);
  va_start(arguments, format);
  put_message(format, arguments);
  va_end(arguments);
  fputc('\n', stderr);
  return EXIT_CANNOT;
}

int tell(const char *name, const rung_error *error)
{
  fputs("rung: ", stderr);
  put_clean(stderr, place_of(name));
  if (error->row > 0) fprintf(stderr, ":%lld", (long long)error->row);
  if (error->row > 0 && error->column > 0) fprintf(stderr, ":%lld", (long long)error->column);
  if (error->where[0] != '\0' && strcmp(error->where, name) != 0) {
    fputs(": ", stderr);
    put_clean(stderr, error->where);
  }
  fputs(": ", stderr);
  put_clean(stderr, error->message);
  fputc('\n', stderr);
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
    printf("%s: ", severity_name(rung_notes_severity(notes, i)));
    put_clean(stdout, where);
    if (*where != '\0') fputs(": ", stdout);
    put_clean(stdout, rung_notes_text(notes, i));
    putchar('\n');
  }
  printf("%s: %zu error%s, %zu warning%s\n", place_of(name), errors, plural(errors), warnings,
         plural(warnings));
  return errors + warnings > 0 ? EXIT_FOUND : EXIT_FINE;
}

bool warn_notes(const char *name, const rung_notes *notes)
{
  size_t columns = 0;
  bool fine = true;
  for (size_t i = 0; i < rung_notes_count(notes); i++) {
    const rung_severity severity = rung_notes_severity(notes, i);
    if (severity == RUNG_NOTE_INFORMATION) continue;
    if (*rung_notes_where(notes, i) != '\0')
      columns++;
    else
      complain(name, "%s: %s", severity_name(severity), rung_notes_text(notes, i));
    fine = fine && severity != RUNG_NOTE_ERROR;
  }
  if (columns > 0)
    complain(name,
             "warning: answers that nobody knows count as invalid; `rung inspect` names them "
             "(%zu remark%s on columns)",
             columns, plural(columns));
  return fine;
}
