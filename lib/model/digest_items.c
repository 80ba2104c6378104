/* The canonical form of items and blocks.
 * SPDX-License-Identifier: Apache-2.0 */
#include "model/digest.h"
#include "model/words.h"

#include <inttypes.h>

/* What makes the value of a number, or of a day. */
static void put_number(struct rung__buffer *out, const rung_model *model,
                       const struct rung__item *item)
{
  const int64_t numbers[] = {item->answers, item->raw_low, item->raw_high, item->reverse};
  const int64_t ratio[] = {item->ratio.target, item->ratio.most, item->ratio.low_is_better};

  rung__digest_numbers(out, "number", numbers, 4);
  rung__digest_curve(out, &item->curve);
  if (item->ratio.target != 0) rung__digest_numbers(out, "ratio", ratio, 3);
  rung__digest_ends(out, "clip", &item->clip);
  if (item->age.count == 0) return;
  rung__put_format(out, " age on %s %" PRId32,
                   item->age.item == RUNG__NONE ? "" : model->items[item->age.item].id,
                   item->age.day);
  for (size_t i = 0; i < item->age.count; i++) {
    const struct rung__age_band *band = &item->age.band[i];
    const int64_t ends[] = {band->has_within, band->within.months, band->within.days, band->value};
    rung__digest_numbers(out, "band", ends, 4);
  }
}

static void put_tags(struct rung__buffer *out, const rung_model *model, uint64_t tags)
{
  for (size_t i = 0; i < model->tag_count; i++) {
    if ((tags >> i & 1) != 0) rung__put_format(out, " tag %s", model->tags[i]);
  }
}

void rung__digest_item(struct rung__buffer *out, const rung_model *model,
                       const struct rung__item *item)
{
  rung__put_format(out, "item %s measured %d choice %d", item->id, item->unmeasured == NULL,
                   item->kind == RUNG__CHOICE);
  if (item->answers == RUNG__POINTS) {
    if (item->ladder != RUNG__NONE)
      rung__put_format(out, " of %s", model->ladders[item->ladder].id);
    rung__put_text(out, " point");
    for (size_t i = 0; i < item->count; i++)
      rung__put_format(out, " %d", item->point[i]);
    rung__digest_numbers(out, "code", item->code, item->count);
    rung__digest_numbers(out, "value", item->value, item->count);
  } else {
    put_number(out, model, item);
  }
  rung__put_text(out, " favour");
  for (size_t i = 0; item->has_favour && i < item->count; i++) {
    rung__put_format(out, " %d", item->favour[i]);
  }
  const int64_t range[] = {item->low, item->high};
  rung__digest_numbers(out, "range", range, 2);
  if (item->has_target) rung__digest_numbers(out, "target", &item->target, 1);
  rung__digest_absence(out, item->absence);
  put_tags(out, model, item->tags);
  for (size_t i = 0; item->option_tags != NULL && i < item->count; i++) {
    rung__put_text(out, " option");
    put_tags(out, model, item->option_tags[i]);
  }
  rung__put_byte(out, '\n');
}

void rung__digest_block(struct rung__buffer *out, const rung_model *model,
                        const struct rung__block *block)
{
  rung__put_format(out, "block %s by %s", block->id, rung__block_kind_words[block->kind]);
  rung__digest_numbers(out, "total", &block->total, 1);
  for (size_t i = 0; i < block->count; i++)
    rung__put_format(out, " %s", model->items[block->item[i]].id);
  rung__put_byte(out, '\n');
}

void rung__digest_items(struct rung__buffer *out, const rung_model *model)
{
  for (size_t i = 0; i < model->item_count; i++)
    rung__digest_item(out, model, &model->items[i]);
  for (size_t i = 0; i < model->block_count; i++)
    rung__digest_block(out, model, &model->blocks[i]);
}
