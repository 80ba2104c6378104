/* Answers: a block of the caller's columns under the names that the model and the groups give them.
 * SPDX-License-Identifier: Apache-2.0 */
#include "answers/answers.h"

#include <stdlib.h>
#include <string.h>

#include "answers/say.h"
#include "base/array.h"
#include "base/column.h"
#include "base/fail.h"

/* What speaks against a column in its role; NULL: nothing. */
static const char *unfit(const rung_column *column, rung_role role)
{
  const struct rung__dictionary *dictionary = column->type == RUNG__TYPE_DICTIONARY ? column->data
                                                                                    : NULL;
  const int32_t type = dictionary ? dictionary->value.type : column->type;
  if (role == RUNG_ROLE_GROUP && (type == RUNG_TYPE_FLOAT || type == RUNG_TYPE_DOUBLE))
    return "groups cannot be float or double: expected text or whole numbers";
  if (role == RUNG_ROLE_WEIGHT && dictionary)
    return "weights cannot be dictionary-encoded: expected numbers";
  if (role == RUNG_ROLE_WEIGHT && rung__column_is_text(column))
    return "weights cannot be text: expected numbers";
  return NULL;
}

rung_status rung__answers_fit(const rung_column *column, rung_role role, const char *name,
                              const char *why, rung_error *error)
{
  if (!why) why = unfit(column, role);
  if (!why) return RUNG_OK;
  return rung__fail_at(error, RUNG_E_ARGUMENT, name, 0, 0, "column \"%s\" cannot be bound: %s",
                       name, why);
}

void rung__kept_free(struct rung__kept *kept)
{
  if (!kept) return;
  free(kept->validity);
  free(kept->code);
  free(kept->number);
  free(kept);
}

static void unbind(struct rung__bound *bound)
{
  free(bound->name);
  rung__kept_free(bound->kept);
  *bound = (struct rung__bound){.name = NULL};
}

static rung_status bind(struct rung__bound *bound, const char *name, const struct rung__bound *with,
                        rung_error *error)
{
  const size_t size = strlen(name) + 1;
  char *copy = malloc(size);
  if (!copy) return rung__fail_memory(error);
  memcpy(copy, name, size);
  unbind(bound);
  *bound = (struct rung__bound){copy, with->column, with->kept};
  return RUNG_OK;
}

static size_t find_group(const rung_answers *answers, const char *name)
{
  size_t i = 0;
  while (i < answers->group_count && strcmp(answers->group[i].name, name) != 0)
    i++;
  return i;
}

static void unbind_group(rung_answers *answers, size_t index)
{
  if (index == answers->group_count) return;
  unbind(&answers->group[index]);
  answers->group_count--;
  memmove(&answers->group[index], &answers->group[index + 1],
          (answers->group_count - index) * sizeof *answers->group);
}

static rung_status bind_group(rung_answers *answers, const char *name,
                              const struct rung__bound *with, rung_error *error)
{
  const size_t index = find_group(answers, name);
  void *groups = answers->group;
  if (!with) {
    unbind_group(answers, index);
    return RUNG_OK;
  }
  if (index < answers->group_count) return bind(&answers->group[index], name, with, error);
  if (!rung__array_reserve(&groups, &answers->group_capacity, index + 1, sizeof *answers->group))
    return rung__fail_memory(error);
  answers->group = groups;
  answers->group[index] = (struct rung__bound){.name = NULL};
  TRY(bind(&answers->group[index], name, with, error));
  answers->group_count++;
  return RUNG_OK;
}

static rung_status find_item(const rung_answers *answers, const char *name, size_t *item,
                             rung_error *error)
{
  if (rung_model_find(answers->model, RUNG_PART_ITEM, name, item) == RUNG_OK) return RUNG_OK;
  return rung__fail_at(error, RUNG_E_UNKNOWN, name, 0, 0,
                       "no item \"%s\" in model \"%s\": expected the id of one of its %zu items",
                       name, answers->model->id, answers->model->item_count);
}

/* The first bound column at or behind a place: items, then groups, then the weight. */
static const struct rung__bound *next_bound(const rung_answers *answers, size_t *place)
{
  const size_t items = answers->model->item_count, groups = items + answers->group_count;
  for (; *place < items; (*place)++)
    if (answers->item[*place].name) return &answers->item[(*place)++];
  if (*place < groups) return &answers->group[(*place)++ - items];
  if ((*place)++ == groups && answers->weight.name) return &answers->weight;
  return NULL;
}

static rung_status refuse_weight(const rung_answers *answers, size_t row, rung_error *error)
{
  const struct rung__bound *bound = &answers->weight;
  const long long number = (long long)(answers->first_row + (int64_t)row);
  const rung_column *column = rung__column_value(&bound->column, &row);
  struct rung__said found = {.length = 0};
  if (column) rung__say_number(&found, rung__column_number(column, row));
  return rung__fail_at(error, RUNG_E_ANSWERS, bound->name, number, 0,
                       "row %lld: weight %s in column \"%s\" cannot be: expected 0, or 1/128 up to "
                       "but not 2^24; rescale the weights to mean 1, or leave the row out",
                       number, found.length > 0 ? found.text : "(none)", bound->name);
}

rung_status rung__answers_length(const rung_answers *answers, size_t *rows, rung_error *error)
{
  size_t place = 0;
  const struct rung__bound *first, *other;
  *rows = (size_t)answers->rows;
  if (answers->coded) return RUNG_OK;
  first = next_bound(answers, &place);
  *rows = first ? (size_t)first->column.length : 0;
  while (first && (other = next_bound(answers, &place)) != NULL)
    if (other->column.length != first->column.length)
      return rung__fail_at(error, RUNG_E_ANSWERS, other->name, 0, 0,
                           "column \"%s\" has %lld rows and column \"%s\" %lld: bind columns of "
                           "one length",
                           other->name, (long long)other->column.length, first->name,
                           (long long)first->column.length);
  return RUNG_OK;
}

rung_status rung__answers_weights(const rung_answers *answers, size_t first, size_t count,
                                  uint64_t *out, rung_error *error)
{
  for (size_t i = 0; i < count; i++) {
    size_t row = first + i;
    out[i] = RUNG__WEIGHT_ONE;
    if (!answers->weight.name) continue;
    const rung_column *column = rung__column_value(&answers->weight.column, &row);
    if (!column || !rung__weight_of(rung__column_number(column, row), &out[i]))
      return refuse_weight(answers, first + i, error);
  }
  return RUNG_OK;
}

rung_status rung__answers_group(const rung_answers *answers, const char *name,
                                const rung_column **column, rung_error *error)
{
  const size_t index = find_group(answers, name);
  struct rung__said bound = {.length = 0};
  if (index < answers->group_count) {
    *column = &answers->group[index].column;
    return RUNG_OK;
  }
  if (answers->group_count == 0) rung__say(&bound, "none");
  for (size_t i = 0; i < answers->group_count; i++) {
    if (i > 0) rung__say(&bound, ", ");
    rung__say_text(&bound, rung__slice(answers->group[i].name));
  }
  return rung__fail_at(error, RUNG_E_ANSWERS, name, 0, 0,
                       "no group column \"%s\" is bound: bind it, or name one that is: %s", name,
                       bound.text);
}

/* Writes a whole number so that it ends at `end`; gives its first byte. */
static char *write_whole(uint64_t left, bool negative, char *end)
{
  do {
    *--end = (char)('0' + left % 10);
    left /= 10;
  } while (left > 0);
  if (negative) *--end = '-';
  return end;
}

bool rung__answers_label(const rung_column *column, size_t row, char scratch[32],
                         struct rung__slice *label)
{
  column = rung__column_value(column, &row);
  if (!column) return false;
  if (rung__column_is_text(column)) {
    if (!rung__column_text(column, row, label)) return false;
    *label = rung__trim(*label);
    return label->length > 0;
  }
  const uint64_t whole = (uint64_t)rung__column_whole(column, row);
  const bool negative = column->type != RUNG_TYPE_UINT64 && whole > INT64_MAX;
  label->data = write_whole(negative ? 0 - whole : whole, negative, scratch + 32);
  label->length = (size_t)(scratch + 32 - label->data);
  return true;
}

rung_status rung__answers_check(const rung_answers *answers, size_t rows, rung_error *error)
{
  struct rung__slice text;
  int8_t code;
  if (answers->coded) return RUNG_OK;
  for (size_t item = 0; item < answers->model->item_count; item++) {
    const struct rung__bound *bound = &answers->item[item];
    if (!bound->name || bound->column.type != RUNG_TYPE_TEXT) continue;
    for (size_t row = 0; row < rows; row++)
      if (!rung__column_text(&bound->column, row, &text))
        TRY(rung__answers_item(answers, item, row, 1, false, &code, error));
  }
  return RUNG_OK;
}

rung_status rung_answers_new(const rung_model *model, rung_answers **out, rung_error *error)
{
  if (out) *out = NULL;
  if (!model || !out)
    return rung__fail(error, RUNG_E_ARGUMENT, "the model and the place for answers cannot be NULL");
  rung_answers *answers = rung__array_new(1, sizeof *answers);
  struct rung__bound *item = rung__array_new(model->item_count, sizeof *item);
  if (!answers || !item) {
    free(answers);
    free(item);
    return rung__fail_memory(error);
  }
  answers->model = rung__model_share(model);
  answers->first_row = 1;
  answers->stamp = rung__model_stamp(model);
  answers->item = item;
  *out = answers;
  return RUNG_OK;
}

static rung_status bind_role(rung_answers *answers, rung_role role, const char *name, size_t item,
                             const struct rung__bound *with, rung_error *error)
{
  if (role == RUNG_ROLE_GROUP) return bind_group(answers, name, with, error);
  struct rung__bound *bound = role == RUNG_ROLE_ITEM ? &answers->item[item] : &answers->weight;
  if (with) return bind(bound, name, with, error);
  unbind(bound);
  return RUNG_OK;
}

rung_status rung__answers_put(rung_answers *answers, rung_role role, const char *name, size_t item,
                              const struct rung__bound *with, rung_error *error)
{
  TRY(bind_role(answers, role, name, item, with, error));
  answers->stamp = rung__model_stamp(answers->model);
  return RUNG_OK;
}

rung_status rung__answers_place(const rung_answers *answers, rung_role role, const char *name,
                                size_t *item, rung_error *error)
{
  *item = 0;
  if (!answers || !name || !*name)
    return rung__fail(error, RUNG_E_ARGUMENT, "the answers and the column's name cannot be empty");
  if (role != RUNG_ROLE_ITEM && role != RUNG_ROLE_GROUP && role != RUNG_ROLE_WEIGHT)
    return rung__fail(error, RUNG_E_ARGUMENT, "%d is no rung_role", (int)role);
  return role == RUNG_ROLE_ITEM ? find_item(answers, name, item, error) : RUNG_OK;
}

rung_status rung_answers_bind(rung_answers *answers, rung_role role, const char *name,
                              const rung_column *column, rung_error *error)
{
  size_t item;
  TRY(rung__answers_place(answers, role, name, &item, error));
  if (!column) return rung__answers_put(answers, role, name, item, NULL, error);
  TRY(rung__answers_fit(column, role, name, rung__column_unreadable(column), error));
  const struct rung__bound with = {.column = *column};
  return rung__answers_put(answers, role, name, item, &with, error);
}

int64_t rung_answers_rows(const rung_answers *answers)
{
  size_t place = 0;
  if (!answers) return 0;
  if (answers->coded) return answers->rows;
  const struct rung__bound *first = next_bound(answers, &place);
  return first ? first->column.length : 0;
}

void rung_answers_free(rung_answers *answers)
{
  if (!answers) return;
  for (size_t i = 0; i < answers->model->item_count; i++)
    unbind(&answers->item[i]);
  for (size_t i = 0; i < answers->group_count; i++)
    unbind(&answers->group[i]);
  unbind(&answers->weight);
  free(answers->item);
  free(answers->group);
  rung__model_release(answers->model);
  free(answers);
}
