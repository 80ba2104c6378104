/* The rows of a file, cell by cell: what was met before is looked up, the rest is matched once.
 * SPDX-License-Identifier: Apache-2.0 */
#include "answers/reader_cells.h"

#include <string.h>

#include "answers/reader_columns.h"
#include "answers/say.h"
#include "base/array.h"
#include "base/number.h"

#define GROUP_LIMIT 4096

static rung_status refuse_answer(const struct rung_reader *reader,
                                 const struct rung__item_cells *cells, struct rung__slice text,
                                 int64_t record, rung_error *error)
{
  const char *header = reader->header[cells->field].data;
  struct rung__said found = {.length = 0}, expected = {.length = 0};
  rung__say_text(&found, text);
  rung__say_answers(&expected, cells->of);
  return rung__fail_at(error, RUNG_E_ANSWERS, header, record,
                       rung__reader_place(reader, cells->field),
                       "row %lld, column \"%s\": %s is not an answer of item \"%s\": expected %s; "
                       "correct it, map it, or read without strict and it counts as invalid",
                       (long long)record, header, found.text, cells->of->id, expected.text);
}

/* The place of an unknown text among those kept; RUNG__UNKNOWN_MOST where it is one too many. */
static rung_status find_unknown(struct rung_reader *reader, struct rung__item_cells *cells,
                                struct rung__slice text, int64_t record, size_t *place)
{
  struct rung__arena *arena = &reader->arena;
  const struct rung__slice shown = rung__clip(text);
  const bool clipped = shown.length < text.length;
  for (*place = 0; *place < cells->unknown_count; (*place)++) {
    const struct rung__unknown *other = &cells->unknown[*place];
    if (other->clipped == clipped && rung__same(other->text, shown)) return RUNG_OK;
  }
  if (*place == RUNG__UNKNOWN_MOST) return RUNG_OK;
  if (!cells->unknown)
    cells->unknown = rung__arena_take(arena, RUNG__UNKNOWN_MOST, sizeof *cells->unknown);
  const char *copy = cells->unknown ? rung__arena_text(arena, shown.data, shown.length) : NULL;
  if (!copy) return RUNG_E_MEMORY;
  cells->unknown[*place] = (struct rung__unknown){{copy, shown.length}, clipped, 0, record};
  cells->unknown_count++;
  return RUNG_OK;
}

static void count_unknown(const struct rung_reader *reader, struct rung__item_cells *cells,
                          size_t place)
{
  if (cells->unknown_row < 0) cells->unknown_row = (int64_t)reader->rows;
  if (place < RUNG__UNKNOWN_MOST)
    cells->unknown[place].count++;
  else
    cells->unknown_more++;
}

static int8_t match(const struct rung_reader *reader, struct rung__item_cells *cells,
                    struct rung__slice text)
{
  int64_t *number = &cells->number;
  int8_t answer = RUNG__UNKNOWN_ANSWER;
  if (cells->mapped) answer = rung__map_match(&cells->mapped->cells, cells->of, text, number);
  if (answer == RUNG__UNKNOWN_ANSWER && reader->mapping)
    answer = rung__map_match(&reader->mapping->cells, cells->of, text, number);
  return answer == RUNG__UNKNOWN_ANSWER ? rung__item_match(cells->of, text, number) : answer;
}

/* A text that was not met before, or not kept. */
static rung_status meet(struct rung_reader *reader, struct rung__item_cells *cells,
                        const struct rung__field *field, int64_t record, int8_t *answer,
                        rung_error *error)
{
  const struct rung__slice text = {field->data, field->length}, trimmed = rung__trim(text);
  size_t place = 0;
  const bool strange = field->kind == RUNG__FIELD_STRANGE;
  *answer = strange ? RUNG__UNKNOWN_ANSWER : match(reader, cells, trimmed);
  if (*answer != RUNG__UNKNOWN_ANSWER) {
    if (cells->numbers && *answer >= 0) return RUNG_OK; /* each of them is another */
    if (text.length == 1)
      cells->single[(uint8_t)text.data[0]] = *answer;
    else
      rung__recall_keep(&cells->recall, text, *answer, -1);
    return RUNG_OK;
  }
  *answer = RUNG__ABSENT(RUNG_ABSENT_INVALID);
  if (reader->strict) return refuse_answer(reader, cells, trimmed, record, error);
  if (find_unknown(reader, cells, trimmed, record, &place) != RUNG_OK)
    return rung__fail_memory(error);
  count_unknown(reader, cells, place);
  if (place < RUNG__UNKNOWN_MOST && !strange)
    rung__recall_keep(&cells->recall, text, *answer, (int8_t)place);
  return RUNG_OK;
}

static rung_status decode(struct rung_reader *reader, struct rung__item_cells *cells,
                          const struct rung__field *field, int64_t record, int8_t *answer,
                          rung_error *error)
{
  const struct rung__slice text = {field->data, field->length};
  *answer = RUNG__ABSENT(RUNG_ABSENT_NOT_ASKED);
  if (field->kind == RUNG__FIELD_ABSENT) return RUNG_OK;
  if (field->kind == RUNG__FIELD_STRANGE) return meet(reader, cells, field, record, answer, error);
  if (text.length > 0) {
    const struct rung__recalled *known = rung__recall_find(&cells->recall, text);
    if (known) {
      *answer = known->answer;
      if (known->number >= 0) count_unknown(reader, cells, (size_t)known->number);
      return RUNG_OK;
    }
  }
  *answer = field->quoted ? cells->quoted_empty : cells->empty;
  if (rung__trim(text).length == 0) return RUNG_OK;
  *answer = 0;
  if (!cells->bytes) return RUNG_OK;
  return meet(reader, cells, field, record, answer, error);
}

static rung_status add_items(struct rung_reader *reader, const struct rung__record *record,
                             rung_error *error)
{
  const size_t row = reader->rows;
  for (size_t i = 0; i < reader->item_count; i++) {
    struct rung__item_cells *cells = &reader->item[i];
    const struct rung__field *field = &record->fields[cells->field];
    const int64_t number = record->numbers ? record->numbers[cells->field] : record->number;
    int8_t answer = RUNG__UNMET;
    if (field->length == 1) answer = cells->single[(uint8_t)field->data[0]];
    if (answer == RUNG__UNMET) TRY(decode(reader, cells, field, number, &answer, error));
    if (cells->bytes) cells->bytes[row] = answer;
    if (cells->numbers) cells->numbers[row] = cells->number;
    cells->count[answer < 0 ? -answer : 0]++;
  }
  return RUNG_OK;
}

static rung_status add_group(struct rung_reader *reader, struct rung__group_cells *group,
                             const struct rung__record *record, rung_error *error)
{
  const struct rung__field *field = &record->fields[group->field];
  const struct rung__slice text = rung__trim((struct rung__slice){field->data, field->length});
  const size_t row = reader->rows, used = (size_t)group->offsets[row];
  void *bytes = group->bytes;
  group->offsets[row + 1] = group->offsets[row];
  if (text.length == 0 || rung__map_absent(group->mapped, text)) {
    group->absent++;
    return RUNG_OK;
  }
  if (text.length > GROUP_LIMIT)
    return rung__fail_at(error, RUNG_E_LIMIT, reader->header[group->field].data, record->number,
                         rung__reader_place(reader, group->field),
                         "row %lld: a group of %zu bytes: expected at most %d; is it the right "
                         "column?",
                         (long long)record->number, text.length, GROUP_LIMIT);
  if (!rung__array_reserve(&bytes, &group->capacity, used + text.length, 1))
    return rung__fail_memory(error);
  group->bytes = bytes;
  memcpy(group->bytes + used, text.data, text.length);
  group->offsets[row + 1] += (int32_t)text.length;
  group->validity[row >> 3] |= (uint8_t)(1 << (row & 7));
  return RUNG_OK;
}

static rung_status add_weight(struct rung_reader *reader, const struct rung__record *record,
                              rung_error *error)
{
  const size_t at = reader->weight->field;
  const struct rung__field *field = &record->fields[at];
  const struct rung__slice text = rung__trim((struct rung__slice){field->data, field->length});
  const char *header = reader->header[at].data;
  double *weight = &reader->weight->weight[reader->rows];
  struct rung__said found = {.length = 0};
  uint64_t units;
  if (rung__number_read(text.data, text.length, weight) && rung__weight_of(*weight, &units))
    return RUNG_OK;
  rung__say_text(&found, text);
  return rung__fail_at(error, RUNG_E_ANSWERS, header, record->number,
                       rung__reader_place(reader, at),
                       "row %lld, column \"%s\": %s cannot be a weight: expected 0, or 1/128 up to "
                       "but not 2^24, with a decimal point; correct it, rescale the weights to "
                       "mean 1, or take the row out",
                       (long long)record->number, header, found.text);
}

rung_status rung__reader_ragged(struct rung_reader *reader, const struct rung__record *record,
                                rung_error *error)
{
  struct rung__buffer *aside = &reader->aside;
  const char *line_end = rung__csv_line_end(reader->csv);
  const bool fewer = record->count < reader->width;
  const int64_t odd = 1 + (int64_t)(fewer ? record->count : reader->width);
  if (!reader->sets_aside)
    return rung__fail_at(error, RUNG_E_ANSWERS, NULL, record->number, odd,
                         "row %lld has %zu field%s, the header has %zu: quote fields that hold the "
                         "delimiter or a line end, or have such rows set aside",
                         (long long)record->number, record->count, record->count == 1 ? "" : "s",
                         reader->width);
  if (aside->length + record->raw.length + 2 > RUNG__ASIDE_LIMIT)
    return rung__fail_at(error, RUNG_E_LIMIT, NULL, record->number, 0,
                         "row %lld: more than 64 MiB of rows of another length than the header; "
                         "is the delimiter right?",
                         (long long)record->number);
  rung__put(aside, record->raw.data, record->raw.length);
  rung__put_text(aside, strcmp(line_end, "CRLF") == 0 ? "\r\n" : *line_end == 'C' ? "\r" : "\n");
  if (aside->failed) return rung__fail_memory(error);
  if (reader->aside_count++ == 0) reader->aside_record = record->number;
  return RUNG_OK;
}

rung_status rung__reader_row(struct rung_reader *reader, const struct rung__record *record,
                             rung_error *error)
{
  if (record->count != reader->field_count) return rung__reader_ragged(reader, record, error);
  TRY(add_items(reader, record, error));
  for (size_t i = 0; i < reader->group_count; i++)
    TRY(add_group(reader, &reader->group[i], record, error));
  if (reader->weight) TRY(add_weight(reader, record, error));
  reader->rows++;
  return RUNG_OK;
}

void rung__reader_clear(struct rung_reader *reader)
{
  reader->before += (int64_t)reader->rows;
  reader->rows = 0;
  reader->given = false;
  for (size_t i = 0; i < reader->item_count; i++)
    reader->item[i].unknown_row = -1;
  for (size_t i = 0; i < reader->group_count; i++)
    memset(reader->group[i].validity, 0, sizeof reader->group[i].validity);
}

void rung__reader_show(struct rung_reader *reader)
{
  rung_answers *block = &reader->block;
  block->stamp = rung__model_stamp(block->model);
  block->first_row = 1 + reader->before;
  block->rows = (int64_t)reader->rows;
  for (size_t i = 0; i < reader->item_count; i++) {
    const struct rung__item_cells *cells = &reader->item[i];
    reader->coded[cells->item] = cells->bytes;
    reader->coded_numbers[cells->item] = cells->numbers;
    reader->unknown[cells->item] = cells->unknown_row;
  }
  for (size_t i = 0; i < reader->group_count; i++) {
    const struct rung__group_cells *group = &reader->group[i];
    block->group[i].column = (rung_column){.data = group->bytes ? group->bytes : "",
                                           .validity = group->validity,
                                           .offsets = group->offsets,
                                           .length = block->rows,
                                           .type = RUNG_TYPE_TEXT};
  }
  if (reader->weight)
    block->weight.column = (rung_column){
        .data = reader->weight->weight, .length = block->rows, .type = RUNG_TYPE_DOUBLE};
}
