/* Reading blocks of items that share something out, and the tiers of measures and units.
 * SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "model/build.h"

static rung_status read_member(struct rung__build *build, const struct rung__json *at, size_t block,
                               size_t *item)
{
  const char *id;

  TRY(rung__build_part_id(build, at, &id));
  const uint32_t found = rung__names_find(&build->nodes, rung__slice(id));
  if (found == RUNG__NO_NAME || found >= build->model->item_count) {
    return rung__json_fail(at, build->error, "there is no item '%s'", id);
  }
  struct rung__item *of = &build->model->items[found];
  if (of->block != RUNG__NONE) {
    return rung__json_fail(at, build->error, "'%s' stands in a block already", id);
  }
  if (of->scale == RUNG__NONE || of->unmeasured != NULL || of->kind == RUNG__CHOICE ||
      of->answers == RUNG__DATES || of->ladder != RUNG__NONE) {
    return rung__json_fail(at, build->error,
                           "'%s' is not answered by a number; a block is of items with points or "
                           "a range",
                           id);
  }
  of->block = (int)block;
  *item = found;
  return RUNG_OK;
}

static rung_status check_pick(struct rung__build *build, const struct rung__json *at,
                              const struct rung__block *block)
{
  for (size_t i = 0; i < block->count; i++) {
    const struct rung__item *item = &build->model->items[block->item[i]];
    const struct rung__json place = rung__json_element(at, i);
    if (item->answers == RUNG__POINTS && item->count == 2 && item->code[0] == 0 &&
        item->code[1] == RUNG__GRID) {
      continue;
    }
    return rung__json_fail(&place, build->error,
                           "'%s' cannot be picked; give it a scale of the points 0 and 1",
                           item->id);
  }
  return RUNG_OK;
}

static rung_status read_size(struct rung__build *build, const struct rung__json *at,
                             struct rung__block *block)
{
  const struct rung__json total = rung__json_member(at, "total");
  const struct rung__json picked = rung__json_member(at, "count");
  int64_t count;

  if (block->kind == RUNG__SUM_BLOCK) {
    TRY(rung__json_object(at, "id! kind! of! total!", build->error));
    return rung__build_grid(build, &total, &block->total);
  }
  TRY(rung__json_object(at, "id! kind! of! count!", build->error));
  TRY(rung__json_integer(&picked, 1, (int64_t)block->count, &count, build->error));
  block->total = count * RUNG__GRID;
  return RUNG_OK;
}

static rung_status read_block(struct rung__build *build, const struct rung__json *at,
                              struct rung__block *block)
{
  const struct rung__json id = rung__json_member(at, "id");
  const struct rung__json kind = rung__json_member(at, "kind");
  const struct rung__json of = rung__json_member(at, "of");
  rung_model *model = build->model;
  int word = 0;

  TRY(rung__json_object(at, "id! kind! of! total count", build->error));
  TRY(rung__build_part_id(build, &id, &block->id));
  for (const struct rung__block *other = model->blocks; other < block; other++) {
    if (strcmp(other->id, block->id) == 0) {
      return rung__json_fail(&id, build->error, "two blocks have the id '%s'", block->id);
    }
  }
  TRY(rung__json_word(&kind, rung__block_kind_words, &word, build->error));
  block->kind = (enum rung__block_kind)word;
  TRY(rung__json_array(&of, 2, RUNG__ITEMS_MAX, build->error));
  TRY(rung__build_take(build, rung__json_size(&of), sizeof *block->item, &block->item));
  for (; block->count < rung__json_size(&of); block->count++) {
    const struct rung__json member = rung__json_element(&of, block->count);
    TRY(read_member(build, &member, model->block_count, &block->item[block->count]));
  }
  if (block->kind == RUNG__PICK_BLOCK) TRY(check_pick(build, &of, block));
  return read_size(build, at, block);
}

rung_status rung__read_blocks(struct rung__build *build, const struct rung__json *root)
{
  const struct rung__json at = rung__json_member(root, "blocks");
  rung_model *model = build->model;

  if (at.value == NULL) return RUNG_OK;
  TRY(rung__json_array(&at, 0, RUNG__BLOCKS_MAX - model->block_count, build->error));
  for (size_t i = 0; i < rung__json_size(&at); i++, model->block_count++) {
    const struct rung__json block = rung__json_element(&at, i);
    TRY(read_block(build, &block, &model->blocks[model->block_count]));
  }
  return RUNG_OK;
}

static rung_status read_names(struct rung__build *build, const struct rung__json *at,
                              const char ***names, size_t *count)
{
  if (at->value == NULL) return RUNG_OK;
  TRY(rung__json_array(at, 1, RUNG__TIERS_MAX, build->error));
  TRY(rung__build_take(build, rung__json_size(at), sizeof **names, names));
  for (; *count < rung__json_size(at); ++*count) {
    const struct rung__json name = rung__json_element(at, *count);
    TRY(rung__build_id(build, &name, &(*names)[*count]));
    for (size_t i = 0; i < *count; i++) {
      if (strcmp((*names)[i], (*names)[*count]) == 0) {
        return rung__json_fail(&name, build->error, "the tier '%s' stands twice", (*names)[i]);
      }
    }
  }
  return RUNG_OK;
}

/* The tiers are the model's own; what it uses has none within it. */
rung_status rung__read_tiers(struct rung__build *build, const struct rung__json *root)
{
  const struct rung__json tiers = rung__json_member(root, "tiers");
  const struct rung__json units = rung__json_member(root, "unit_tiers");
  rung_model *model = build->model;

  if (build->prefix[0] != '\0') return RUNG_OK;
  TRY(read_names(build, &tiers, &model->tiers, &model->tier_count));
  return read_names(build, &units, &model->unit_tiers, &model->unit_tier_count);
}
