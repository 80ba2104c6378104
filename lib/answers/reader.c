/* The reader: bytes are pushed in, blocks of answers are taken out.
 * SPDX-License-Identifier: Apache-2.0 */
#include <rung/reader.h>

#include <stdlib.h>
#include <string.h>

#include "answers/reader_cells.h"
#include "base/array.h"
#include "base/fail.h"
#include "base/settings.h"

static rung_status fill(rung_reader *reader, const char *mapping, size_t mapping_length,
                        const rung_settings *settings, rung_error *error)
{
  reader->strict = rung__is_on(settings, RUNG_SETTING_STRICT);
  reader->sets_aside = rung__is_on(settings, RUNG_SETTING_SET_ASIDE);
  const char delimiter = (char)rung_settings_get(settings, RUNG_SETTING_DELIMITER);
  reader->form = rung__form_of(rung_settings_get(settings, RUNG_SETTING_FORM));
  if (delimiter != 0 && reader->form == &rung__form_jsonl)
    return rung__fail(error, RUNG_E_ARGUMENT,
                      "JSON Lines have no delimiter: drop it, or choose another form");
  reader->csv = rung__csv_new(delimiter);
  if (!reader->csv) return rung__fail_memory(error);
  if (!mapping) return RUNG_OK;
  return rung__mapping_read(reader->model, mapping, mapping_length, &reader->mapping, error);
}

/* Whether a column is wanted already; *second: a weight where another one is. */
static bool is_wanted(const rung_reader *reader, rung_role role, const char *name, bool *second)
{
  *second = false;
  for (size_t i = 0; i < reader->want_count; i++) {
    const struct rung__want *want = &reader->want[i];
    if (want->role != role) continue;
    if (strcmp(want->name, name) == 0) return true;
    *second = role == RUNG_ROLE_WEIGHT;
  }
  return false;
}

static rung_status add_want(rung_reader *reader, rung_role role, const char *name,
                            rung_error *error)
{
  void *wants = reader->want;
  if (!rung__array_reserve(&wants, &reader->want_capacity, reader->want_count + 1,
                           sizeof *reader->want))
    return rung__fail_memory(error);
  reader->want = wants;
  const char *copy = rung__arena_text(&reader->arena, name, strlen(name));
  if (!copy) return rung__fail_memory(error);
  reader->want[reader->want_count++] = (struct rung__want){role, copy};
  return RUNG_OK;
}

const struct rung__form *rung__form_of(double setting)
{
  static const struct rung__form *const FORMS[] = {&rung__form_csv, &rung__form_jsonl,
                                                   &rung__form_long};
  return FORMS[(size_t)setting];
}

/* Reads until the bytes are used up or the block is full. */
static rung_status read(rung_reader *reader, const char *bytes, size_t length, size_t *taken)
{
  while (*taken < length && reader->rows < reader->form->most) {
    size_t part = 0;
    const rung_status status = reader->form->push(reader, bytes + *taken, length - *taken, &part,
                                                  &reader->failure);
    *taken += part;
    TRY(status);
  }
  return RUNG_OK;
}

/* Keeps a failure: from here on each call fails with it. */
static rung_status settle(rung_reader *reader, rung_status status, rung_error *error)
{
  reader->failure.status = (int32_t)status;
  if (status != RUNG_OK && error) *error = reader->failure;
  return status;
}

rung_status rung_reader_new(const rung_model *model, const char *mapping, size_t mapping_length,
                            const rung_settings *settings, rung_reader **out, rung_error *error)
{
  if (out) *out = NULL;
  if (!model || !out || (!mapping && mapping_length > 0))
    return rung__fail(error, RUNG_E_ARGUMENT,
                      "the model and the place for the reader cannot be NULL, nor a mapping that "
                      "has a length");
  rung_reader *reader = rung__array_new(1, sizeof *reader);
  if (!reader) return rung__fail_memory(error);
  reader->model = rung__model_share(model);
  const rung_status status = fill(reader, mapping, mapping_length, settings, error);
  if (status == RUNG_OK)
    *out = reader;
  else
    rung_reader_free(reader);
  return status;
}

rung_status rung_reader_want(rung_reader *reader, rung_role role, const char *name,
                             rung_error *error)
{
  bool second;
  if (!reader || !name || !*name)
    return rung__fail(error, RUNG_E_ARGUMENT, "the reader and the column's name cannot be empty");
  if (role != RUNG_ROLE_GROUP && role != RUNG_ROLE_WEIGHT)
    return rung__fail(error, RUNG_E_ARGUMENT,
                      "only group and weight columns are asked for; items bind by themselves");
  if (reader->begun)
    return rung__fail(error, RUNG_E_ARGUMENT, "ask for column \"%s\" before the first byte", name);
  if (is_wanted(reader, role, name, &second)) return RUNG_OK;
  if (second)
    return rung__fail(error, RUNG_E_ARGUMENT, "column \"%s\" would be a second weight: ask for one",
                      name);
  return add_want(reader, role, name, error);
}

rung_status rung_reader_push(rung_reader *reader, const char *bytes, size_t length, size_t *taken,
                             rung_error *error)
{
  if (taken) *taken = 0;
  if (!reader || !taken || (!bytes && length > 0))
    return rung__fail(error, RUNG_E_ARGUMENT,
                      "the reader, the bytes and the place for their count cannot be NULL");
  if (reader->failure.status != RUNG_OK)
    return settle(reader, (rung_status)reader->failure.status, error);
  if (reader->finished)
    return rung__fail(error, RUNG_E_ARGUMENT, "the file was finished: make another reader");
  reader->begun = reader->begun || length > 0;
  if (reader->given) rung__reader_clear(reader);
  return settle(reader, read(reader, bytes, length, taken), error);
}

rung_status rung_reader_finish(rung_reader *reader, rung_error *error)
{
  if (!reader) return rung__fail(error, RUNG_E_ARGUMENT, "the reader cannot be NULL");
  if (reader->failure.status != RUNG_OK)
    return settle(reader, (rung_status)reader->failure.status, error);
  if (reader->finished) return RUNG_OK;
  reader->begun = true;
  TRY(settle(reader, reader->form->finish(reader, &reader->failure), error));
  reader->finished = true;
  return RUNG_OK;
}

const rung_answers *rung_reader_take(rung_reader *reader)
{
  if (!reader || reader->given || reader->rows == 0) return NULL;
  if (reader->rows < reader->form->most && !reader->finished) return NULL;
  rung__reader_show(reader);
  reader->given = true;
  return &reader->block;
}

void rung_reader_free(rung_reader *reader)
{
  if (!reader) return;
  for (size_t i = 0; i < reader->item_count; i++)
    rung__recall_free(&reader->item[i].recall);
  for (size_t i = 0; i < reader->group_count; i++)
    free(reader->group[i].bytes);
  free(reader->want);
  free(reader->header);
  free(reader->use);
  free(reader->first);
  free(reader->last);
  rung__names_free(&reader->names);
  rung__names_free(&reader->table.items);
  rung__names_free(&reader->table.keys);
  rung__draft_free(&reader->draft);
  rung__lines_free(&reader->lines);
  rung__buffer_free(&reader->aside);
  rung__csv_free(reader->csv);
  rung__mapping_free(reader->mapping);
  rung__arena_free(&reader->arena);
  rung__model_release(reader->model);
  free(reader);
}
