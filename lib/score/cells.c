/* Filling cells: coding, blocks, and the transforms of numbers.
 * SPDX-License-Identifier: Apache-2.0 */
#include "score/cells.h"

#include <stdlib.h>

#include "answers/numbers.h"
#include "base/array.h"
#include "base/number.h"

bool rung__cells_make(struct rung__cells *cells, const rung_model *model)
{
  const size_t items = model->item_count;

  cells->model = model;
  cells->bytes = rung__array_new(items * RUNG__BLOCK, sizeof *cells->bytes);
  cells->code = rung__array_new(items, sizeof *cells->code);
  cells->room = rung__array_new(model->number_count * 2 * RUNG__BLOCK, sizeof *cells->room);
  cells->raw = rung__array_new(items, sizeof *cells->raw);
  cells->value = rung__array_new(items, sizeof *cells->value);
  if (cells->bytes == NULL || cells->code == NULL || cells->room == NULL || cells->raw == NULL ||
      cells->value == NULL) {
    return false;
  }
  for (size_t i = 0; i < items; i++) {
    cells->code[i] = cells->bytes + i * RUNG__BLOCK;
    const int number = model->items[i].number;
    if (number == RUNG__NONE) continue;
    cells->raw[i] = cells->room + (size_t)number * 2 * RUNG__BLOCK;
    cells->value[i] = cells->raw[i] + RUNG__BLOCK;
  }
  return true;
}

void rung__cells_free(struct rung__cells *cells)
{
  free(cells->bytes);
  free(cells->code);
  free(cells->room);
  free(cells->raw);
  free(cells->value);
  *cells = (struct rung__cells){.model = NULL};
}

static rung_status code_items(struct rung__cells *cells, const rung_answers *answers,
                              struct rung__rows rows, rung_error *error)
{
  for (rows.item = 0; rows.item < cells->model->item_count; rows.item++) {
    int8_t *code = cells->bytes + rows.item * RUNG__BLOCK;
    const struct rung__coded out = {code, cells->raw[rows.item]};
    TRY(out.number == NULL ? rung__answers_item(answers, rows.item, rows.first, rows.count,
                                                rows.strict, code, error)
                           : rung__answers_numbers(answers, &rows, out, error));
  }
  return RUNG_OK;
}

/* The answers of a block on one row. */
struct shared {
  size_t answered, open; /* items with an answer, and without */
  rung__wide sum;        /* of raw values, on the grid */
};

static int8_t *cell(const struct rung__cells *cells, size_t item, size_t row)
{
  return cells->bytes + item * RUNG__BLOCK + row;
}

static struct shared share_out(const struct rung__cells *cells, const struct rung__block *block,
                               size_t row)
{
  struct shared shared = {0, 0, 0};

  for (size_t i = 0; i < block->count; i++) {
    const size_t item = block->item[i];
    const int8_t code = *cell(cells, item, row);
    if (code < 0) {
      shared.open++;
      continue;
    }
    shared.answered++;
    shared.sum += cells->raw[item] == NULL ? cells->model->items[item].code[code]
                                           : cells->raw[item][row];
  }
  return shared;
}

/* What was not ticked was not picked. */
static void complete_picks(const struct rung__cells *cells, const struct rung__block *block,
                           size_t row)
{
  for (size_t i = 0; i < block->count; i++) {
    int8_t *code = cell(cells, block->item[i], row);
    if (*code == RUNG__ABSENT(RUNG_ABSENT_SKIPPED)) *code = 0;
  }
}

static rung_status refuse(const struct rung__block *block, const struct shared *shared, int64_t row,
                          rung_error *error)
{
  char found[RUNG__NUMBER_SIZE], expected[RUNG__NUMBER_SIZE];

  rung__number_write((double)(int64_t)shared->sum / (double)RUNG__GRID, found);
  rung__number_write(rung__grid_double(block->total), expected);
  return rung__fail_at(error, RUNG_E_ANSWERS, block->id, row, 0,
                       "row %lld: the answers of the block '%s' add up to %s with %zu open; "
                       "expected all of them and %s; correct it, or score without strict and they "
                       "count as invalid",
                       (long long)row, block->id, found, shared->open, expected);
}

static rung_status hold_block(struct rung__cells *cells, const struct rung__block *block,
                              const struct rung__rows *rows, int64_t first_row, rung_error *error)
{
  for (size_t row = 0; row < rows->count; row++) {
    struct shared shared = share_out(cells, block, row);
    if (shared.answered == 0) continue;
    if (block->kind == RUNG__PICK_BLOCK) {
      complete_picks(cells, block, row);
      shared = share_out(cells, block, row);
    }
    if (shared.open == 0 && shared.sum == block->total) continue;
    if (rows->strict)
      return refuse(block, &shared, first_row + (int64_t)(rows->first + row), error);
    for (size_t i = 0; i < block->count; i++) {
      int8_t *code = cell(cells, block->item[i], row);
      if (*code >= 0) *code = RUNG__ABSENT(RUNG_ABSENT_INVALID);
    }
  }
  return RUNG_OK;
}

/* The value of an answered number; false where it has none. */
static bool transform(const struct rung__item *item, int64_t raw, int64_t on, int64_t *value)
{
  *value = raw;
  if (item->curve.count > 0 && !rung__curve_at(&item->curve, raw, value)) return false;
  if (item->ratio.target != 0) *value = rung__ratio_to(&item->ratio, raw);
  if (item->age.count > 0 && !rung__age_at(&item->age, raw, on, value)) return false;
  *value = rung__clip_to(&item->clip, *value);
  if (item->reverse) *value = item->low + item->high - *value;
  return true;
}

/* A day whose own age is in no band was a day all the same: its raw value says so to others. */
static void mark_absent(struct rung__cells *cells, size_t index, size_t count)
{
  for (size_t row = 0; row < count; row++) {
    if (*cell(cells, index, row) < 0) cells->raw[index][row] = RUNG__NO_SCORE;
  }
}

static void transform_item(struct rung__cells *cells, size_t index, size_t count)
{
  const struct rung__item *item = &cells->model->items[index];
  const bool looks = item->age.count > 0 && item->age.item != RUNG__NONE;
  const size_t other = looks ? (size_t)item->age.item : index;

  for (size_t row = 0; row < count; row++) {
    int8_t *code = cell(cells, index, row);
    if (*code >= 0 && cells->raw[other][row] == RUNG__NO_SCORE) *code = *cell(cells, other, row);
    if (*code < 0) continue;
    const int64_t on = looks ? cells->raw[other][row] : item->age.day * RUNG__GRID;
    if (!transform(item, cells->raw[index][row], on, &cells->value[index][row])) {
      *code = RUNG__ABSENT(RUNG_ABSENT_INVALID);
    }
  }
}

rung_status rung__cells_fill(struct rung__cells *cells, const rung_answers *answers, size_t first,
                             size_t count, bool strict, rung_error *error)
{
  const struct rung__rows rows = {0, first, count, strict};
  const rung_model *model = cells->model;

  TRY(code_items(cells, answers, rows, error));
  for (size_t i = 0; i < model->block_count; i++)
    TRY(hold_block(cells, &model->blocks[i], &rows, answers->first_row, error));
  for (size_t i = 0; i < model->item_count && model->number_count > 0; i++) {
    if (cells->raw[i] != NULL) mark_absent(cells, i, count);
  }
  for (size_t i = 0; i < model->item_count && model->number_count > 0; i++) {
    if (cells->raw[i] != NULL) transform_item(cells, i, count);
  }
  return RUNG_OK;
}
