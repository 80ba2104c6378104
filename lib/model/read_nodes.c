/* Reading the names of items and measures that rules and conditions look at one by one.
 * SPDX-License-Identifier: Apache-2.0 */
#include "model/read_rules.h"

/* An item that is looked at must have a value. */
static rung_status look_at(struct rung__build *build, const struct rung__json *at, size_t index)
{
  struct rung__item *item = &build->model->items[index];

  if (item->kind == RUNG__TEXT) {
    return rung__json_fail(at, build->error, "'%s' is a text item, which has no value", item->id);
  }
  if (item->unmeasured != NULL) {
    return rung__json_fail(at, build->error, "'%s' is unmeasured, so it never has a value",
                           item->id);
  }
  if (item->answers == RUNG__DATES && item->age.count == 0) {
    return rung__json_fail(at, build->error,
                           "the answers of '%s' are dates without a value; give it an \"age\"",
                           item->id);
  }
  item->looked_at = true;
  build->model->looks_at_items = true;
  return RUNG_OK;
}

rung_status rung__build_node(struct rung__build *build, const struct rung__json *at,
                             struct rung__node *out)
{
  const size_t items = build->model->item_count;
  const char *id;

  TRY(rung__build_part_id(build, at, &id));
  const uint32_t node = rung__names_find(&build->nodes, rung__slice(id));
  if (node == RUNG__NO_NAME) {
    return rung__json_fail(at, build->error,
                           "there is no item or measure '%s'; declare it under /items or /measures",
                           id);
  }
  out->is_measure = node >= items;
  out->index = out->is_measure ? node - items : node;
  return out->is_measure ? RUNG_OK : look_at(build, at, out->index);
}

rung_status rung__build_item(struct rung__build *build, const struct rung__json *at, size_t *out)
{
  const char *id;

  TRY(rung__build_part_id(build, at, &id));
  const uint32_t node = rung__names_find(&build->nodes, rung__slice(id));
  if (node == RUNG__NO_NAME || node >= build->model->item_count) {
    return rung__json_fail(at, build->error, "there is no item '%s'%s", id,
                           node == RUNG__NO_NAME ? "; declare it under /items"
                                                 : ": that is a measure; name an item");
  }
  *out = node;
  return look_at(build, at, node);
}
