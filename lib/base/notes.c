/* Notes: the list that check, inspect and warnings return.
 * SPDX-License-Identifier: Apache-2.0 */
#include "base/notes.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/text.h"

#define SEVERITIES (RUNG_NOTE_ERROR + 1)

struct note {
  rung_severity severity;
  const char *where, *text;
};

struct rung_notes {
  struct note *list;
  size_t count, capacity;
  size_t of[SEVERITIES]; /* so many there would be of each severity, with no limit */
  struct rung__arena texts;
  bool failed;
};

static const char *kept(rung_notes *notes, const char *text)
{
  char *copy = rung__arena_text(&notes->texts, text, strlen(text));
  if (copy != NULL) rung__one_line(copy);
  return copy;
}

static bool add(rung_notes *notes, rung_severity severity, const char *where, const char *text)
{
  if (!rung__array_reserve((void **)&notes->list, &notes->capacity, notes->count + 1,
                           sizeof *notes->list))
    return false;
  const struct note note = {severity, kept(notes, where), kept(notes, text)};
  if (note.where == NULL || note.text == NULL) return false;
  notes->list[notes->count++] = note;
  return true;
}

rung_notes *rung__notes_new(void)
{
  return calloc(1, sizeof(rung_notes));
}

void rung__note(rung_notes *notes, rung_severity severity, const char *where, const char *format,
                ...)
{
  if (notes == NULL || notes->of[severity]++ >= RUNG__NOTES_MAX) return;
  struct rung__buffer text = {0};
  va_list arguments;
  va_start(arguments, format);
  rung__put_arguments(&text, format, arguments);
  va_end(arguments);
  if (text.failed || !add(notes, severity, where == NULL ? "" : where, text.data))
    notes->failed = true;
  rung__buffer_free(&text);
}

void rung__notes_fail(rung_notes *notes)
{
  if (notes != NULL) notes->failed = true;
}

bool rung__notes_failed(const rung_notes *notes)
{
  return notes == NULL || notes->failed;
}

/* Behind all others, how many there are more of each severity than were kept. */
static void tell_left_out(rung_notes *notes)
{
  static const char *const words[SEVERITIES] = {"remarks", "warnings", "errors"};
  for (size_t severity = 0; severity < SEVERITIES; ++severity) {
    char text[64];
    if (notes->of[severity] <= RUNG__NOTES_MAX) continue;
    rung__print(text, sizeof text, "and %zu more %s", notes->of[severity] - RUNG__NOTES_MAX,
                words[severity]);
    if (!add(notes, (rung_severity)severity, "", text)) notes->failed = true;
  }
}

rung_status rung__notes_give(rung_notes *notes, rung_notes **out, rung_error *error)
{
  if (!rung__notes_failed(notes)) tell_left_out(notes);
  const bool failed = rung__notes_failed(notes);
  *out = failed ? NULL : notes;
  if (!failed) return RUNG_OK;
  rung_notes_free(notes);
  return rung__fail_memory(error);
}

size_t rung_notes_count(const rung_notes *notes)
{
  return notes == NULL ? 0 : notes->count;
}

rung_severity rung_notes_severity(const rung_notes *notes, size_t index)
{
  return index < rung_notes_count(notes) ? notes->list[index].severity : RUNG_NOTE_INFORMATION;
}

const char *rung_notes_where(const rung_notes *notes, size_t index)
{
  return index < rung_notes_count(notes) ? notes->list[index].where : NULL;
}

const char *rung_notes_text(const rung_notes *notes, size_t index)
{
  return index < rung_notes_count(notes) ? notes->list[index].text : NULL;
}

void rung_notes_free(rung_notes *notes)
{
  if (notes == NULL) return;
  rung__arena_free(&notes->texts);
  free(notes->list);
  free(notes);
}
