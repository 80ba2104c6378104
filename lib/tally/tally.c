/* The tally: making, comparing and freeing one.
 * SPDX-License-Identifier: Apache-2.0 */
#include "tally/tally.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"

rung_tally *rung__tally_blank(void)
{
  rung_tally *tally = rung__array_new(1, sizeof *tally);
  if (tally == NULL) return NULL;
  tally->groups.shape = &tally->shape;
  tally->model_id = tally->model_version = "";
  return tally;
}

const char *rung__tally_text(rung_tally *tally, struct rung__slice text)
{
  return rung__arena_text(&tally->arena, text.data, text.length);
}

rung_status rung__tally_take(rung_tally *tally, const rung_model *model, rung_error *error)
{
  tally->model = rung__model_share(model);
  memcpy(tally->digest, model->digest, sizeof tally->digest);
  tally->model_id = rung__tally_text(tally, rung__slice(model->id));
  tally->model_version = rung__tally_text(tally, rung__slice(model->version));
  const bool held = tally->model_id != NULL && tally->model_version != NULL;
  return held ? RUNG_OK : rung__fail_memory(error);
}

rung_status rung__tally_match(const rung_tally *tally, const rung_tally *other, rung_error *error)
{
  if (tally->shape.parts != other->shape.parts)
    return rung__fail(error, RUNG_E_MISMATCH,
                      "one tally has the parts %u and the other %u: make both with the same parts",
                      tally->shape.parts, other->shape.parts);
  bool same = tally->column_count == other->column_count;
  for (size_t index = 0; same && index < tally->column_count; ++index)
    same = strcmp(tally->column[index], other->column[index]) == 0;
  if (!same)
    return rung__fail(error, RUNG_E_MISMATCH,
                      "the tallies have unequal key columns (%zu beginning with '%s', and %zu "
                      "beginning with '%s'): give both the same in the same order",
                      tally->column_count, tally->column_count > 0 ? tally->column[0] : "",
                      other->column_count, other->column_count > 0 ? other->column[0] : "");
  return RUNG_OK;
}

static rung_status name_column(rung_tally *tally, const char *name, rung_error *error)
{
  if (name == NULL || name[0] == '\0')
    return rung__fail(error, RUNG_E_ARGUMENT, "key column %zu has no name",
                      tally->column_count + 1);
  for (size_t index = 0; index < tally->column_count; ++index) {
    if (strcmp(tally->column[index], name) == 0)
      return rung__fail_at(error, RUNG_E_ARGUMENT, name, 0, 0, "is a key column twice");
  }
  const struct rung__slice text = rung__slice(name);
  if (text.length > RUNG__LABEL_MOST)
    return rung__fail(error, RUNG_E_LIMIT, "the name of key column %zu is longer than %d bytes",
                      tally->column_count + 1, RUNG__LABEL_MOST);
  if (!rung__is_utf8(text.data, text.length, NULL))
    return rung__fail(error, RUNG_E_ARGUMENT, "the name of key column %zu is not UTF-8",
                      tally->column_count + 1);
  const char *copy = rung__tally_text(tally, text);
  if (copy == NULL) return rung__fail_memory(error);
  tally->column[tally->column_count++] = copy;
  return RUNG_OK;
}

static rung_status fill(rung_tally *tally, const rung_model *model, const char *const *columns,
                        size_t count, rung_error *error)
{
  rung_status status = rung__tally_take(tally, model, error);
  for (size_t index = 0; status == RUNG_OK && index < count; ++index)
    status = name_column(tally, columns[index], error);
  return status;
}

rung_status rung_tally_new(const rung_model *model, const char *const *group_columns, size_t count,
                           uint32_t parts, rung_tally **out, rung_error *error)
{
  if (out == NULL) return rung__fail(error, RUNG_E_ARGUMENT, "out is NULL");
  *out = NULL;
  if (model == NULL) return rung__fail(error, RUNG_E_ARGUMENT, "model is NULL");
  if (group_columns == NULL && count > 0)
    return rung__fail(error, RUNG_E_ARGUMENT, "group_columns is NULL, and %zu are counted", count);
  if (count > RUNG__COLUMNS_MAX)
    return rung__fail(error, RUNG_E_LIMIT, "%zu key columns are more than %d", count,
                      RUNG__COLUMNS_MAX);
  parts |= RUNG_TALLY_COUNTS;
  if (parts & RUNG_TALLY_PRODUCTS) parts |= RUNG_TALLY_SCORES;
  if (parts & ~(uint32_t)(RUNG_TALLY_COUNTS | RUNG_TALLY_SCORES | RUNG_TALLY_PRODUCTS))
    return rung__fail(error, RUNG_E_ARGUMENT, "parts %u has bits that name no part", parts);
  rung_tally *tally = rung__tally_blank();
  if (tally == NULL) return rung__fail_memory(error);
  rung_status status = fill(tally, model, group_columns, count, error);
  if (status == RUNG_OK && !rung__shape_of(&tally->shape, model, parts))
    status = rung__fail_memory(error);
  if (status == RUNG_OK) {
    *out = tally;
  } else {
    rung_tally_free(tally);
  }
  return status;
}

uint64_t rung_tally_rows(const rung_tally *tally)
{
  return tally == NULL ? 0 : tally->rows;
}

uint32_t rung_tally_parts(const rung_tally *tally)
{
  return tally == NULL ? 0 : tally->shape.parts;
}

size_t rung_tally_key_count(const rung_tally *tally)
{
  return tally == NULL ? 0 : tally->column_count;
}

const char *rung_tally_key_column(const rung_tally *tally, size_t index)
{
  return index < rung_tally_key_count(tally) ? tally->column[index] : NULL;
}

void rung_tally_free(rung_tally *tally)
{
  if (tally == NULL) return;
  rung_scores_free(tally->scores);
  rung__cells_free(&tally->cells);
  rung__groups_free(&tally->groups);
  rung__shape_free(&tally->shape);
  rung__buffer_free(&tally->key);
  rung__arena_free(&tally->arena);
  free(tally->lineup);
  free(tally->group);
  free(tally->weight);
  rung__model_release(tally->model);
  free(tally);
}
