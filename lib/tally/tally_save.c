/* Saving a tally: the same content gives the same bytes, whatever the order of its arrival.
 * SPDX-License-Identifier: Apache-2.0 */
#include "tally/tally_save.h"

#include <stdlib.h>

#include "tally/outlet.h"
#include "tally/products_save.h"
#include "tally/tally.h"

static void put_text(struct rung__buffer *out, const char *text)
{
  const struct rung__slice slice = rung__slice(text);
  rung__put_count(out, slice.length);
  rung__put(out, slice.data, slice.length);
}

static void put_rules(struct rung__buffer *out, const struct rung__shape *shape)
{
  const size_t count = shape->rule_count + shape->relation_count;
  const struct rung__segment *rule = shape->segment + shape->segment_count - count;
  rung__put_count(out, count);
  for (size_t index = 0; index < shape->rule_count; ++index)
    rung__put_count(out, rule[index].active);
  for (size_t index = 0; index < shape->relation_count; ++index) {
    rung__put_count(out, RUNG__TALLY_RELATION);
    rung__put_count(out, shape->related[index][0]);
    rung__put_count(out, shape->related[index][1]);
  }
}

static void put_shape(struct rung__buffer *out, const struct rung__shape *shape)
{
  rung__put_count(out, shape->item_count);
  for (size_t item = 0; item < shape->item_count; ++item) {
    const struct rung__segment *segment = rung__shape_item(shape, item);
    rung__put_count(out, segment->number ? RUNG__TALLY_NUMBER : segment->active);
  }
  if ((shape->parts & RUNG_TALLY_SCORES) == 0) return;
  rung__put_count(out, shape->measure_count);
  put_rules(out, shape);
  if (rung__shape_multiplies(shape)) rung__save_couples(&shape->couples, out);
}

static void put_head(struct rung__buffer *out, const rung_tally *tally)
{
  rung__put(out, RUNG__TALLY_MAGIC, RUNG__TALLY_MAGIC_SIZE);
  rung__put_count(out, RUNG__TALLY_FORMAT);
  rung__put_count(out, RUNG__ARITHMETIC_VERSION);
  rung__put_count(out, tally->shape.parts);
  rung__put(out, (const char *)tally->digest, sizeof tally->digest);
  put_text(out, tally->model_id);
  put_text(out, tally->model_version);
  rung__put_count(out, tally->column_count);
  for (size_t index = 0; index < tally->column_count; ++index)
    put_text(out, tally->column[index]);
  put_shape(out, &tally->shape);
}

static void put_key(struct rung__buffer *out, struct rung__slice key)
{
  while (key.length > 0) {
    struct rung__slice label;
    const bool present = rung__key_take(&key, &label);
    rung__put_count(out, present ? label.length + 1 : 0);
    if (present) rung__put(out, label.data, label.length);
  }
}

static void put_weights(struct rung__buffer *out, const struct rung__groups *groups, size_t group)
{
  const struct rung__shape *shape = groups->shape;
  for (size_t slot = 0; slot < shape->slot_count; ++slot) {
    const rung__uwide weight = rung__groups_weight(groups, group, slot, 1);
    const uint64_t limb[2] = {(uint64_t)weight, (uint64_t)(weight >> 64)};
    if (rung__groups_count(groups, group, slot) > 0) rung__put_long(out, limb, 2, false);
  }
  for (size_t index = 0; index < shape->segment_count; ++index) {
    const struct rung__segment *segment = &shape->segment[index];
    const uint64_t largest = rung__groups_largest(groups, group, segment);
    if (rung__groups_active(groups, group, segment) > 0) rung__put_long(out, &largest, 1, false);
  }
}

static void put_group(struct rung__buffer *out, const struct rung__groups *groups, uint32_t group)
{
  const struct rung__shape *shape = groups->shape;
  put_key(out, rung__names_get(&groups->keys, group));
  for (size_t slot = 0; slot < shape->slot_count; ++slot)
    rung__put_count(out, rung__groups_count(groups, group, slot));
  for (size_t index = 0; index < shape->number_count + shape->measure_count; ++index) {
    const struct rung__sum *sum = rung__groups_number(groups, group, index);
    rung__put_sum(out, &sum[0]);
    rung__put_sum(out, &sum[1]);
  }
  if (groups->weighted) put_weights(out, groups, group);
  if (rung__shape_multiplies(shape)) rung__save_products(groups, group, out);
}

rung_status rung_tally_save(const rung_tally *tally, rung_bytes **out, rung_error *error)
{
  if (out == NULL) return rung__fail(error, RUNG_E_ARGUMENT, "out is NULL");
  *out = NULL;
  if (tally == NULL) return rung__fail(error, RUNG_E_ARGUMENT, "tally is NULL");
  size_t count = 0;
  uint32_t *order = rung__groups_order(&tally->groups, &count);
  if (order == NULL) return rung__fail_memory(error);
  struct rung__buffer buffer = {0};
  put_head(&buffer, tally);
  rung__put_count(&buffer, tally->groups.weighted);
  rung__put_count(&buffer, tally->rows);
  rung__put_count(&buffer, tally->zero_rows);
  rung__put_count(&buffer, count);
  for (size_t index = 0; index < count; ++index)
    put_group(&buffer, &tally->groups, order[index]);
  free(order);
  uint8_t digest[RUNG__DIGEST_SIZE] = {0};
  if (!buffer.failed) rung__sha256(buffer.data, buffer.length, digest);
  rung__put(&buffer, (const char *)digest, sizeof digest);
  return rung__bytes_of(&buffer, out, error);
}
