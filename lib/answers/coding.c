/* Coding: elements of a caller's column become answers' indices or kinds of absence.
 * SPDX-License-Identifier: Apache-2.0 */
#include "answers/answers.h"

#include <math.h>
#include <string.h>

#include "base/column.h"
#include "answers/recall.h"
#include "answers/say.h"

#define NOT_LEARNT ((int8_t)(INT8_MIN + 1)) /* no answer, no absence, not RUNG__UNKNOWN_ANSWER */

#define ENTRIES 256 /* numbers of values that are read at a time */

/* What an item's codes mean. The table of the codes -128 to 127 is learnt as they are met: an item
 * has few, and asking the model for each cell would cost a search. */
struct coder {
  const struct rung__item *item;
  int8_t unknown; /* what an answer off the scale becomes */
  int8_t table[256];
};

static int8_t ask(const struct coder *coder, int64_t code)
{
  const int8_t answer = rung__item_code(coder->item, code);
  return answer == RUNG__UNKNOWN_ANSWER ? coder->unknown : answer;
}

static int8_t code_whole(struct coder *coder, int64_t value)
{
  if (value < INT8_MIN || value > INT8_MAX)
    return value < -65536 || value > 65536 ? coder->unknown : ask(coder, value * RUNG__GRID);
  int8_t *known = &coder->table[(uint8_t)value];
  if (*known == NOT_LEARNT) *known = ask(coder, value * RUNG__GRID);
  return *known;
}

static int8_t code_number(struct coder *coder, double value)
{
  int64_t code;
  if (value >= INT8_MIN && value <= INT8_MAX && (double)(int)value == value)
    return code_whole(coder, (int)value);
  if (isnan(value)) return RUNG__ABSENT(RUNG_ABSENT_SKIPPED);
  return rung__grid_of(value, &code) ? ask(coder, code) : coder->unknown;
}

/* A float holds a code such as 0.1 as the nearest float. */
static int8_t code_single(struct coder *coder, float value)
{
  const struct rung__item *item = coder->item;
  const int8_t answer = code_number(coder, value);
  if (answer != coder->unknown) return answer;
  for (size_t i = 0; i < item->count; i++)
    if ((float)rung__grid_double(item->code[i]) == value) return (int8_t)i;
  return answer;
}

#define CODE_EACH(verb, type, code)                                                                \
  static void verb(struct coder *coder, const rung_column *column, size_t first, size_t count,     \
                   int8_t *out)                                                                    \
  {                                                                                                \
    const char *at = rung__column_at(column, first);                                               \
    const ptrdiff_t stride = rung__column_stride(column);                                          \
    for (size_t i = 0; i < count; i++) {                                                           \
      type value;                                                                                  \
      memcpy(&value, at + stride * (ptrdiff_t)i, sizeof value);                                    \
      out[i] = code(coder, value);                                                                 \
    }                                                                                              \
  }

static int8_t code_unsigned(struct coder *coder, uint64_t value)
{
  return value > 65536 ? coder->unknown : code_whole(coder, (int64_t)value);
}

CODE_EACH(code_int8s, int8_t, code_whole)
CODE_EACH(code_int16s, int16_t, code_whole)
CODE_EACH(code_int32s, int32_t, code_whole)
CODE_EACH(code_int64s, int64_t, code_whole)
CODE_EACH(code_uint8s, uint8_t, code_whole)
CODE_EACH(code_uint16s, uint16_t, code_whole)
CODE_EACH(code_uint32s, uint32_t, code_whole)
CODE_EACH(code_uint64s, uint64_t, code_unsigned)
CODE_EACH(code_floats, float, code_single)
CODE_EACH(code_doubles, double, code_number)

static void code_bits(struct coder *coder, const rung_column *column, size_t first, size_t count,
                      int8_t *out)
{
  for (size_t i = 0; i < count; i++)
    out[i] = code_whole(coder, rung__column_whole(column, first + i));
}

static void skip_absent(const rung_column *column, size_t first, size_t count, int8_t *out)
{
  if (!column->validity) return;
  for (size_t i = 0; i < count; i++)
    if (!rung__column_has(column, first + i)) out[i] = RUNG__ABSENT(RUNG_ABSENT_SKIPPED);
}

/* Values of a dictionary mean what they meant when the column was bound. */
static void code_entries(const struct coder *coder, const rung_column *column, size_t first,
                         size_t count, int8_t *out)
{
  const struct rung__dictionary *dictionary = column->data;
  const uint64_t values = (uint64_t)dictionary->value.length;
  int64_t index[ENTRIES];
  for (size_t done = 0; done < count; done += ENTRIES) {
    const size_t some = count - done < ENTRIES ? count - done : ENTRIES;
    rung__column_wholes(&dictionary->index, first + done, some, index);
    for (size_t i = 0; i < some; i++) {
      const int8_t code = (uint64_t)index[i] < values ? dictionary->code[index[i]]
                                                      : RUNG__ABSENT(RUNG_ABSENT_SKIPPED);
      out[done + i] = code == RUNG__UNKNOWN_ANSWER ? coder->unknown : code;
    }
  }
  skip_absent(column, first, count, out);
}

static int8_t match_text(const struct rung__item *item, struct rung__slice text)
{
  int64_t number;
  const struct rung__slice trimmed = rung__trim(text);
  return trimmed.length > 0 ? rung__item_match(item, trimmed, &number)
                            : RUNG__ABSENT(RUNG_ABSENT_SKIPPED);
}

static int8_t code_text(const struct coder *coder, struct rung__recall *recall,
                        struct rung__slice text)
{
  const struct rung__recalled *known = rung__recall_find(recall, text);
  if (known) return known->answer;
  int8_t answer = match_text(coder->item, text);
  if (answer == RUNG__UNKNOWN_ANSWER) answer = coder->unknown;
  rung__recall_keep(recall, text, answer, 0);
  return answer;
}

/* False: offsets that cannot be, in row *bad. */
static bool code_texts(const struct coder *coder, const rung_column *column, size_t first,
                       size_t count, int8_t *out, size_t *bad)
{
  struct rung__recall recall = {.entry = NULL};
  struct rung__slice text = {"", 0};
  size_t i = 0;
  for (; i < count; i++) {
    if (!rung__column_has(column, first + i))
      text.length = 0;
    else if (!rung__column_text(column, first + i, &text))
      break;
    out[i] = code_text(coder, &recall, text);
  }
  rung__recall_free(&recall);
  *bad = first + i;
  return i == count;
}

static void code_numbers(struct coder *coder, const rung_column *column, size_t first, size_t count,
                         int8_t *out)
{
  switch (column->type) {
  case RUNG_TYPE_INT8: code_int8s(coder, column, first, count, out); break;
  case RUNG_TYPE_INT16: code_int16s(coder, column, first, count, out); break;
  case RUNG_TYPE_INT32: code_int32s(coder, column, first, count, out); break;
  case RUNG_TYPE_INT64: code_int64s(coder, column, first, count, out); break;
  case RUNG_TYPE_UINT8: code_uint8s(coder, column, first, count, out); break;
  case RUNG_TYPE_UINT16: code_uint16s(coder, column, first, count, out); break;
  case RUNG_TYPE_UINT32: code_uint32s(coder, column, first, count, out); break;
  case RUNG_TYPE_UINT64: code_uint64s(coder, column, first, count, out); break;
  case RUNG__TYPE_BITS: code_bits(coder, column, first, count, out); break;
  case RUNG_TYPE_FLOAT: code_floats(coder, column, first, count, out); break;
  default: code_doubles(coder, column, first, count, out); break;
  }
  skip_absent(column, first, count, out);
}

rung_status rung__refuse_answer(const rung_answers *answers, size_t item, size_t row,
                                rung_error *error)
{
  const struct rung__bound *bound = &answers->item[item];
  const int64_t number = answers->first_row + (int64_t)row;
  struct rung__said found = {.length = 0}, expected = {.length = 0};
  struct rung__slice text;
  const rung_column *column = rung__column_value(&bound->column, &row);
  if (column && !rung__column_is_text(column))
    rung__say_number(&found, rung__column_number(column, row));
  else if (column && rung__column_text(column, row, &text))
    rung__say_text(&found, text);
  rung__say_answers(&expected, &answers->model->items[item]);
  return rung__fail_at(error, RUNG_E_ANSWERS, bound->name, number, 0,
                       "row %lld: %s is not an answer of item \"%s\": expected %s; correct it, or "
                       "score without strict and it counts as invalid",
                       (long long)number, found.text, bound->name, expected.text);
}

static struct coder coder_of(const struct rung__item *item, int8_t unknown)
{
  struct coder coder = {.item = item, .unknown = unknown};
  memset(coder.table, NOT_LEARNT, sizeof coder.table);
  return coder;
}

/* False: a text that cannot be, in row *bad. */
static bool code_rows(struct coder *coder, const rung_column *column, const struct rung__rows *rows,
                      int8_t *out, size_t *bad)
{
  if (rung__column_is_text(column))
    return code_texts(coder, column, rows->first, rows->count, out, bad);
  if (column->type == RUNG__TYPE_DICTIONARY)
    code_entries(coder, column, rows->first, rows->count, out);
  else if (column->type != RUNG__TYPE_NOTHING)
    code_numbers(coder, column, rows->first, rows->count, out);
  else if (rows->count > 0)
    memset(out, RUNG__ABSENT(RUNG_ABSENT_SKIPPED), rows->count);
  return true;
}

int8_t rung__code_cell(const struct rung__item *item, const rung_column *column, size_t row)
{
  struct coder coder = coder_of(item, RUNG__UNKNOWN_ANSWER);
  struct rung__slice text;
  int8_t code = RUNG__UNKNOWN_ANSWER;
  if (!rung__column_is_text(column))
    code_numbers(&coder, column, row, 1, &code);
  else if (rung__column_text(column, row, &text))
    code = match_text(item, text);
  return code;
}

static rung_status code_bound(const rung_answers *answers, const struct rung__rows *rows,
                              int8_t *out, rung_error *error)
{
  const struct rung__bound *bound = &answers->item[rows->item];
  const size_t count = rows->count;
  struct coder coder = coder_of(&answers->model->items[rows->item],
                                rows->strict ? RUNG__UNKNOWN_ANSWER
                                             : RUNG__ABSENT(RUNG_ABSENT_INVALID));
  size_t bad = 0;
  if (!code_rows(&coder, &bound->column, rows, out, &bad)) {
    const long long row = (long long)(answers->first_row + (int64_t)bad);
    return rung__fail_at(error, RUNG_E_ANSWERS, bound->name, row, 0,
                         "row %lld: the offsets of text column \"%s\" fall; they have to rise", row,
                         bound->name);
  }
  if (!rows->strict || count == 0) return RUNG_OK;
  const int8_t *found = memchr(out, (uint8_t)coder.unknown, count);
  if (!found) return RUNG_OK;
  return rung__refuse_answer(answers, rows->item, rows->first + (size_t)(found - out), error);
}

static rung_status copy_coded(const rung_answers *answers, const struct rung__rows *rows,
                              int8_t *out, rung_error *error)
{
  if (rows->strict && answers->unknown && answers->unknown[rows->item] >= 0) {
    const char *name = answers->item[rows->item].name;
    const long long row = (long long)(answers->first_row + answers->unknown[rows->item]);
    return rung__fail_at(error, RUNG_E_ANSWERS, name, row, 0,
                         "row %lld: column \"%s\" has an answer that is not one of its item; "
                         "correct or map it, or score without strict and it counts as invalid",
                         row, name);
  }
  if (rows->count > 0) memcpy(out, answers->coded[rows->item] + rows->first, rows->count);
  return RUNG_OK;
}

rung_status rung__answers_item(const rung_answers *answers, size_t item, size_t first, size_t count,
                               bool strict, int8_t *out, rung_error *error)
{
  const struct rung__rows rows = {item, first, count, strict};
  if (answers->coded && answers->coded[item]) return copy_coded(answers, &rows, out, error);
  if (!answers->coded && answers->item[item].name && answers->model->items[item].count > 0)
    return code_bound(answers, &rows, out, error);
  if (count > 0) memset(out, RUNG__ABSENT(RUNG_ABSENT_NOT_ASKED), count);
  return RUNG_OK;
}
