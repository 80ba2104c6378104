/* Reading answers in pieces of one size: memory does not grow with rows.
 * SPDX-License-Identifier: Apache-2.0 */
#include "answers.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "output.h"

#define PIECE ((size_t)256 << 10)
#define MAP_MOST ((size_t)8 << 20)

static bool want(rung_reader *reader, const struct options *options)
{
  rung_error error = {0};
  const char *columns[COLUMNS_MOST];
  size_t count = 0;
  if (!options_columns(options, columns, &count)) return false;
  rung_status status = RUNG_OK;
  for (size_t i = 0; status == RUNG_OK && i < count; i++)
    status = rung_reader_want(reader, RUNG_ROLE_GROUP, columns[i], &error);
  if (status == RUNG_OK && options->weight)
    status = rung_reader_want(reader, RUNG_ROLE_WEIGHT, options->weight, &error);
  if (status != RUNG_OK) tell(options->command, &error);
  return status == RUNG_OK;
}

static bool ends_in(const char *name, const char *end)
{
  const size_t length = strlen(name), size = strlen(end);
  return length > size && strcmp(name + length - size, end) == 0;
}

/* A name says that a file is JSON Lines, where no option says otherwise. */
static rung_status choose_form(const char *name, const struct options *options, rung_error *error)
{
  if (options->form_given || !(ends_in(name, ".jsonl") || ends_in(name, ".ndjson"))) return RUNG_OK;
  return rung_settings_set(options->settings, RUNG_SETTING_FORM, 1, error);
}

rung_reader *answers_reader(const rung_model *model, const struct options *options)
{
  rung_error error = {0};
  rung_reader *reader = NULL;
  size_t length = 0;
  char *map = NULL;
  if (options->map) {
    map = read_whole(options->map, MAP_MOST, &length);
    if (!map) return NULL;
  }
  if (choose_form(options->argument[1], options, &error) != RUNG_OK ||
      rung_reader_new(model, map, length, options->settings, &reader, &error) != RUNG_OK)
    tell(options->map ? options->map : options->command, &error);
  free(map);
  if (reader && want(reader, options)) return reader;
  rung_reader_free(reader);
  return NULL;
}

static bool take_blocks(rung_reader *reader, block_taker take, void *context)
{
  for (const rung_answers *block; (block = rung_reader_take(reader));)
    if (take && !take(context, block)) return false;
  return true;
}

static bool push(rung_reader *reader, const char *name, const char *bytes, size_t length,
                 block_taker take, void *context)
{
  rung_error error = {0};
  while (length > 0) {
    size_t taken = 0;
    if (rung_reader_push(reader, bytes, length, &taken, &error) != RUNG_OK) {
      tell(name, &error);
      return false;
    }
    if (!take_blocks(reader, take, context)) return false;
    bytes += taken;
    length -= taken;
  }
  return true;
}

static bool read_pieces(rung_reader *reader, FILE *file, const char *name, block_taker take,
                        void *context)
{
  rung_error error = {0};
  char *piece = malloc(PIECE);
  bool fine = piece != NULL;
  if (!fine) complain(name, "no memory to read it");
  for (size_t length; fine && (length = fread(piece, 1, PIECE, file)) > 0;)
    fine = push(reader, name, piece, length, take, context);
  free(piece);
  if (fine && ferror(file)) {
    complain(name, "cannot be read: %s", strerror(errno));
    fine = false;
  }
  if (fine && rung_reader_finish(reader, &error) != RUNG_OK) {
    tell(name, &error);
    fine = false;
  }
  return fine && take_blocks(reader, take, context);
}

bool answers_read(rung_reader *reader, const char *name, block_taker take, void *context)
{
  const bool standard = strcmp(name, "-") == 0;
  FILE *file = standard ? stdin : fopen(name, "rb");
  if (!file) {
    complain(name, "cannot be opened: %s", strerror(errno));
    return false;
  }
  const bool fine = read_pieces(reader, file, name, take, context);
  if (!standard) fclose(file);
  return fine;
}

bool answers_finish(rung_reader *reader, const char *name, const struct options *options)
{
  rung_error error = {0};
  rung_notes *notes = NULL;
  rung_bytes *aside = NULL;
  if (rung_reader_notes(reader, &notes, &error) != RUNG_OK) {
    tell(name, &error);
    return false;
  }
  const bool fine = warn_notes(name, notes);
  rung_notes_free(notes);
  if (!fine || !options->set_aside) return fine;
  if (rung_reader_set_aside(reader, &aside, &error) == RUNG_OK)
    return output_bytes(options->set_aside, aside, true);
  tell(name, &error);
  return false;
}
