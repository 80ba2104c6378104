/* Columns of Arrow's, alone or out of a record batch, bound to a block of answers.
 * SPDX-License-Identifier: Apache-2.0 */
#include <stdlib.h>
#include <string.h>

#include "answers/arrow_read.h"
#include "answers/numbers.h"
#include "answers/say.h"
#include "base/array.h"
#include "base/fail.h"

#define NAMES_SHOWN 5

static const char *name_of(const struct ArrowSchema *schema)
{
  return schema->name ? schema->name : "";
}

static rung_status refuse_missing(const char *name, const struct ArrowSchema *batch,
                                  rung_error *error)
{
  struct rung__said said = {.length = 0};
  for (int64_t i = 0; i < batch->n_children && i < NAMES_SHOWN; i++) {
    if (i > 0) rung__say(&said, ", ");
    rung__say_text(&said, rung__slice(name_of(batch->children[i])));
  }
  if (batch->n_children == 0) rung__say(&said, "none");
  return rung__fail_at(error, RUNG_E_UNKNOWN, name, 0, 0,
                       "no column \"%s\" in the Arrow batch of %lld: expected one that it has: "
                       "%s%s",
                       name, (long long)batch->n_children, said.text,
                       batch->n_children > NAMES_SHOWN ? " ..." : "");
}

static rung_status find_column(const char *name, const struct ArrowSchema *batch, int64_t *index,
                               rung_error *error)
{
  *index = -1;
  for (int64_t i = 0; i < batch->n_children; i++) {
    if (!batch->children[i])
      return rung__arrow_refuse(name, 0, error, "a child of its Arrow schema is NULL");
    if (strcmp(name_of(batch->children[i]), name) != 0) continue;
    if (*index >= 0)
      return rung__arrow_refuse(name, 0, error, "two columns of the Arrow batch have this name");
    *index = i;
  }
  return *index >= 0 ? RUNG_OK : refuse_missing(name, batch, error);
}

static rung_status read_batch(const struct rung__arrow *batch, struct rung__bound *with,
                              const struct rung__arrow_format **values, rung_error *error)
{
  const struct ArrowArray *array = batch->array;
  int64_t index;
  TRY(find_column(batch->name, batch->schema, &index, error));
  if (array->n_buffers != 1 || batch->schema->dictionary)
    return rung__arrow_refuse(batch->name, 0, error,
                              "the Arrow batch has another number of buffers than one");
  if (array->null_count > 0 && !array->buffers[0])
    return rung__arrow_refuse(batch->name, 0, error,
                              "the Arrow batch has nulls and no validity bitmap");
  const struct rung__arrow column = {batch->name, batch->schema->children[index],
                                     array->children[index], array->offset, array->length};
  TRY(rung__arrow_read(&column, with, values, error));
  if (array->null_count == 0 || !array->buffers[0]) return RUNG_OK;
  return rung__arrow_mask(with, array->buffers[0], array->offset, error);
}

/* Days are the answers to an item of dates, and to nothing else. */
static rung_status refuse_days(const char *name, rung_error *error)
{
  return rung__fail_at(error, RUNG_E_UNSUPPORTED, name, 0, 0,
                       "column \"%s\" is of days (Arrow format \"tdD\"), which can be bound to an "
                       "item of dates only: cast it to text (utf8)",
                       name);
}

static rung_status make_room(const struct rung__item *item, struct rung__bound *with,
                             rung_error *error)
{
  struct rung__kept *kept = with->kept;
  struct rung__dictionary *dictionary = &kept->dictionary;
  const size_t count = (size_t)dictionary->value.length;
  const bool numbers = item->answers != RUNG__POINTS;
  kept->code = rung__array_new(count, sizeof *kept->code);
  if (numbers) kept->number = rung__array_new(count, sizeof *kept->number);
  if (!kept->code || (numbers && !kept->number)) return rung__fail_memory(error);
  dictionary->code = kept->code;
  dictionary->number = kept->number;
  return RUNG_OK;
}

/* What the values that are used mean to an item; the others are never asked for. */
static void learn(const struct rung__item *item, struct rung__kept *kept)
{
  const rung_column *values = &kept->dictionary.value;
  for (size_t i = 0; i < (size_t)values->length; i++) {
    size_t row = i;
    const rung_column *value = kept->code[i] != 0 ? rung__column_value(values, &row) : NULL;
    kept->code[i] = RUNG__ABSENT(RUNG_ABSENT_SKIPPED);
    if (!value) continue;
    kept->code[i] = kept->number ? rung__number_cell(item, value, i, &kept->number[i])
                                 : rung__code_cell(item, value, i);
  }
}

/* Makes the column, and what it keeps; `item` is NULL for the other roles. */
static rung_status make(const struct rung__arrow *arrow, rung_role role,
                        const struct rung__item *item, struct rung__bound *with, rung_error *error)
{
  const struct rung__arrow_format *values;
  TRY(rung__arrow_check(arrow->name, arrow->schema, arrow->array, error));
  const bool batch = strcmp(arrow->schema->format, "+s") == 0;
  TRY((batch ? read_batch : rung__arrow_read)(arrow, with, &values, error));
  if (rung__arrow_is_days(values) && !(item && item->answers == RUNG__DATES))
    return refuse_days(arrow->name, error);
  TRY(rung__answers_fit(&with->column, role, arrow->name, NULL, error));
  const bool learns = item && item->count > 0 && with->column.type == RUNG__TYPE_DICTIONARY;
  if (learns) TRY(make_room(item, with, error));
  TRY(rung__arrow_rows(with, arrow->name, with->kept->code, error));
  if (learns) learn(item, with->kept);
  return RUNG_OK;
}

rung_status rung_answers_bind_arrow(rung_answers *answers, rung_role role, const char *name,
                                    const struct ArrowSchema *schema,
                                    const struct ArrowArray *array, rung_error *error)
{
  size_t item;
  TRY(rung__answers_place(answers, role, name, &item, error));
  const struct rung__arrow arrow = {name, schema, array, 0, array ? array->length : 0};
  struct rung__bound with = {.kept = rung__array_new(1, sizeof *with.kept)};
  if (!with.kept) return rung__fail_memory(error);
  rung_status status = make(
      &arrow, role, role == RUNG_ROLE_ITEM ? &answers->model->items[item] : NULL, &with, error);
  if (status == RUNG_OK) status = rung__answers_put(answers, role, name, item, &with, error);
  if (status != RUNG_OK) rung__kept_free(with.kept);
  return status;
}
