/* Coding: elements of a caller's column become answers' indices or kinds of absence.
 * SPDX-License-Identifier: Apache-2.0 */
#include "answers/answers.h"

#include <math.h>
#include <string.h>

#include "base/column.h"
#include "answers/recall.h"
#include "answers/say.h"

#define NOT_LEARNT ((int8_t)(INT8_MIN + 1)) /* no answer, no absence, not RUNG__UNKNOWN_ANSWER */

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

CODE_EACH(code_int8s, int8_t, code_whole)
CODE_EACH(code_int16s, int16_t, code_whole)
CODE_EACH(code_int32s, int32_t, code_whole)
CODE_EACH(code_int64s, int64_t, code_whole)
CODE_EACH(code_floats, float, code_single)
CODE_EACH(code_doubles, double, code_number)

static int8_t code_text(const struct coder *coder, struct rung__recall *recall,
                        struct rung__slice text)
{
  const struct rung__recalled *known = rung__recall_find(recall, text);
  if (known) return known->answer;
  const struct rung__slice trimmed = rung__trim(text);
  int64_t number;
  int8_t answer = RUNG__ABSENT(RUNG_ABSENT_SKIPPED);
  if (trimmed.length > 0) answer = rung__item_match(coder->item, trimmed, &number);
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
  case RUNG_TYPE_FLOAT: code_floats(coder, column, first, count, out); break;
  default: code_doubles(coder, column, first, count, out); break;
  }
  if (!column->validity) return;
  for (size_t i = 0; i < count; i++)
    if (!rung__column_has(column, first + i)) out[i] = RUNG__ABSENT(RUNG_ABSENT_SKIPPED);
}

rung_status rung__refuse_answer(const rung_answers *answers, size_t item, size_t row,
                                rung_error *error)
{
  const struct rung__bound *bound = &answers->item[item];
  const int64_t number = answers->first_row + (int64_t)row;
  struct rung__said found = {.length = 0}, expected = {.length = 0};
  struct rung__slice text;
  if (bound->column.type != RUNG_TYPE_TEXT)
    rung__say_number(&found, rung__column_number(&bound->column, row));
  else if (rung__column_text(&bound->column, row, &text))
    rung__say_text(&found, text);
  rung__say_answers(&expected, &answers->model->items[item]);
  return rung__fail_at(error, RUNG_E_ANSWERS, bound->name, number, 0,
                       "row %lld: %s is not an answer of item \"%s\": expected %s; correct it, or "
                       "score without strict and it counts as invalid",
                       (long long)number, found.text, bound->name, expected.text);
}

static rung_status code_bound(const rung_answers *answers, const struct rung__rows *rows,
                              int8_t *out, rung_error *error)
{
  const struct rung__bound *bound = &answers->item[rows->item];
  const size_t count = rows->count;
  struct coder coder = {.item = &answers->model->items[rows->item]};
  size_t bad = 0;
  coder.unknown = rows->strict ? RUNG__UNKNOWN_ANSWER : RUNG__ABSENT(RUNG_ABSENT_INVALID);
  memset(coder.table, NOT_LEARNT, sizeof coder.table);
  if (bound->column.type != RUNG_TYPE_TEXT) {
    code_numbers(&coder, &bound->column, rows->first, count, out);
  } else if (!code_texts(&coder, &bound->column, rows->first, count, out, &bad)) {
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
