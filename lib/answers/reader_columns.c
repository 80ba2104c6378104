/* The columns of a file, by name; the same code for a header record and for what comes one by one.
 * SPDX-License-Identifier: Apache-2.0 */
#include "answers/reader_columns.h"

#include "base/array.h"

static bool grow(void *array, size_t capacity, size_t wanted, size_t size)
{
  return rung__array_reserve(array, &capacity, wanted, size);
}

static bool reserve(struct rung_reader *reader, size_t wanted)
{
  const size_t capacity = reader->field_capacity;
  if (wanted <= capacity) return true;
  wanted = wanted < 64 ? 64 : 2 * wanted;
  if (!grow((void **)&reader->header, capacity, wanted, sizeof *reader->header) ||
      !grow((void **)&reader->use, capacity, wanted, sizeof *reader->use) ||
      !grow((void **)&reader->first, capacity, wanted, sizeof *reader->first) ||
      !grow((void **)&reader->last, capacity, wanted, sizeof *reader->last))
    return false;
  reader->field_capacity = wanted;
  return true;
}

rung_status rung__reader_add_column(struct rung_reader *reader, struct rung__slice name,
                                    size_t *field, rung_error *error)
{
  if (reader->field_count == RUNG__MAPPING_COLUMNS)
    return rung__fail_at(error, RUNG_E_LIMIT, NULL, reader->record, 0,
                         "more than %d columns; is it the right file?", RUNG__MAPPING_COLUMNS);
  if (name.length > RUNG__RECORD_LIMIT - reader->header_length)
    return rung__fail_at(error, RUNG_E_LIMIT, NULL, reader->record, 0,
                         "the names of the columns have more than %zu bytes; is it the right file?",
                         RUNG__RECORD_LIMIT);
  const char *copy = rung__arena_text(&reader->arena, name.data, name.length);
  if (!copy || !reserve(reader, reader->field_count + 1)) return rung__fail_memory(error);
  *field = reader->field_count++;
  reader->header_length += name.length;
  reader->header[*field] = (struct rung__slice){copy, name.length};
  reader->use[*field] = RUNG__USE_NONE;
  return RUNG_OK;
}

rung_status rung__reader_name_column(struct rung_reader *reader, rung_error *error)
{
  const size_t field = reader->field_count - 1, before = reader->names.count;
  const uint32_t name = rung__names_add(&reader->names, reader->header[field]);
  if (name == RUNG__NO_NAME) return rung__fail_memory(error);
  if (name == before) reader->first[name] = field;
  reader->last[name] = field;
  return RUNG_OK;
}

bool rung__reader_find_column(const struct rung_reader *reader, struct rung__slice name,
                              size_t *field)
{
  const uint32_t number = rung__names_find(&reader->names, name);
  if (number == RUNG__NO_NAME) return false;
  *field = reader->first[number];
  return true;
}

rung_status rung__reader_header(struct rung_reader *reader, const struct rung__record *record,
                                rung_error *error)
{
  const struct rung__slice raw = record->raw;
  if (record->count > RUNG__MAPPING_COLUMNS)
    return rung__fail_at(error, RUNG_E_LIMIT, NULL, 1, 0, "%zu columns: expected at most %d",
                         record->count, RUNG__MAPPING_COLUMNS);
  reader->raw_header.data = rung__arena_text(&reader->arena, raw.data, raw.length);
  if (!reader->raw_header.data) return rung__fail_memory(error);
  reader->raw_header.length = raw.length;
  for (size_t i = 0; i < record->count; i++) {
    const struct rung__slice text = {record->fields[i].data, record->fields[i].length};
    TRY(rung__reader_add_column(reader, rung__trim(text), &(size_t){0}, error));
    TRY(rung__reader_name_column(reader, error));
  }
  reader->width = record->count;
  return RUNG_OK;
}

int64_t rung__reader_place(const struct rung_reader *reader, size_t field)
{
  if (reader->width == 0) return 0;
  return 1 + (int64_t)(field < reader->width ? field : reader->table.answer);
}
