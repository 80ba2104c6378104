/* Filling the caller's error.
 * SPDX-License-Identifier: Apache-2.0 */
#include "base/fail.h"

#include <stdio.h>
#include <string.h>

static int continues(char byte)
{
  return ((unsigned char)byte & 0xC0) == 0x80;
}

static size_t sequence_length(char lead)
{
  const unsigned char byte = (unsigned char)lead;
  return byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

/* Takes an unfinished UTF-8 sequence from the end of a text that was cut. */
static void cut_on_boundary(char *text, size_t length)
{
  size_t start = length;
  while (start > 0 && continues(text[start - 1]))
    --start;
  if (start > 0 && length - (start - 1) < sequence_length(text[start - 1])) text[start - 1] = '\0';
}

static void keep_end(char *out, size_t size, const char *text)
{
  const size_t length = strlen(text);
  if (length >= size) {
    text += length - (size - 1);
    while (continues(*text))
      ++text;
  }
  memmove(out, text, strlen(text) + 1);
}

struct place {
  const char *where;
  int64_t row, column;
};

static void fill(rung_error *error, rung_status status, struct place at, const char *format,
                 va_list arguments)
{
  char message[sizeof error->message]; /* apart: arguments may point into the error */
  char place[sizeof error->where];
  const size_t length = rung__format(message, sizeof message, format, arguments);
  if (length >= sizeof message) cut_on_boundary(message, sizeof message - 1);
  keep_end(place, sizeof place, at.where == NULL ? "" : at.where);
  memset(error, 0, sizeof *error);
  error->status = (int32_t)status;
  error->row = at.row;
  error->column = at.column;
  memcpy(error->message, message, strlen(message) + 1);
  memcpy(error->where, place, strlen(place) + 1);
  rung__one_line(error->message);
  rung__one_line(error->where);
}

size_t rung__format(char *out, size_t size, const char *format, va_list arguments)
{
  const int length = vsnprintf(out, size, format, arguments);
  if (length >= 0) return (size_t)length;
  if (size > 0) *out = '\0';
  return 0;
}

void rung__one_line(char *text)
{
  for (; *text != '\0'; ++text) {
    if ((unsigned char)*text < 0x20 || *text == 0x7F) *text = ' ';
  }
}

size_t rung__print(char *out, size_t size, const char *format, ...)
{
  va_list arguments;
  va_start(arguments, format);
  const size_t length = rung__format(out, size, format, arguments);
  va_end(arguments);
  return length;
}

rung_status rung__fail(rung_error *error, rung_status status, const char *format, ...)
{
  va_list arguments;
  va_start(arguments, format);
  if (error != NULL) fill(error, status, (struct place){NULL, 0, 0}, format, arguments);
  va_end(arguments);
  return status;
}

rung_status rung__fail_at(rung_error *error, rung_status status, const char *where, int64_t row,
                          int64_t column, const char *format, ...)
{
  va_list arguments;
  va_start(arguments, format);
  if (error != NULL) fill(error, status, (struct place){where, row, column}, format, arguments);
  va_end(arguments);
  return status;
}

rung_status rung__fail_memory(rung_error *error)
{
  return rung__fail(error, RUNG_E_MEMORY, "memory ran out; nothing was changed");
}
