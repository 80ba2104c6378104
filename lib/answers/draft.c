/* A row that is put together: fields by column, and which of them were filled.
 * SPDX-License-Identifier: Apache-2.0 */
#include "answers/draft.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"

static const struct rung__field NOTHING = {"", 0, false, RUNG__FIELD_ABSENT};

bool rung__draft_widen(struct rung__draft *draft, size_t columns)
{
  if (columns <= draft->count) return true;
  const size_t wanted = columns < 64 ? 64 : 2 * columns;
  size_t fields = draft->count, numbers = draft->count, filled = draft->count;
  if (!rung__array_reserve((void **)&draft->field, &fields, wanted, sizeof *draft->field) ||
      !rung__array_reserve((void **)&draft->number, &numbers, wanted, sizeof *draft->number) ||
      !rung__array_reserve((void **)&draft->filled, &filled, wanted, sizeof *draft->filled))
    return false;
  for (; draft->count < wanted; draft->count++) {
    draft->field[draft->count] = NOTHING;
    draft->number[draft->count] = 0;
  }
  return true;
}

bool rung__draft_has(const struct rung__draft *draft, size_t column)
{
  return draft->field[column].kind != RUNG__FIELD_ABSENT;
}

void rung__draft_put(struct rung__draft *draft, size_t column, struct rung__field field,
                     int64_t number)
{
  draft->field[column] = field;
  draft->number[column] = number;
  draft->filled[draft->filled_count++] = column;
}

rung_status rung__draft_copy(struct rung__draft *draft, struct rung__slice text, const char **out)
{
  size_t capacity = 0;
  if (!draft->text && !rung__array_reserve((void **)&draft->text, &capacity, RUNG__RECORD_LIMIT, 1))
    return RUNG_E_MEMORY;
  if (text.length > RUNG__RECORD_LIMIT - draft->used) return RUNG_E_LIMIT;
  char *copy = draft->text + draft->used;
  if (text.length > 0) memcpy(copy, text.data, text.length);
  draft->used += text.length;
  *out = copy;
  return RUNG_OK;
}

void rung__draft_empty(struct rung__draft *draft)
{
  while (draft->filled_count > 0)
    draft->field[draft->filled[--draft->filled_count]] = NOTHING;
  draft->used = 0;
}

void rung__draft_free(struct rung__draft *draft)
{
  free(draft->field);
  free(draft->number);
  free(draft->filled);
  free(draft->text);
}
