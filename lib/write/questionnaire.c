/* The questionnaire of a model as CSV, and the header that its answers are filled in under.
 * SPDX-License-Identifier: Apache-2.0 */
#include "write/questionnaire.h"

#include <string.h>

#include "base/date.h"
#include "base/number.h"
#include "model/words.h"
#include "read/csv.h"

const char *const rung__absence_labels[] = {"not asked", "no answer", "not applicable",
                                            "don't know", "invalid"};

bool rung__is_asked(const struct rung__item *item)
{
  return item->unmeasured == NULL;
}

void rung__put_raw(struct rung__buffer *buffer, const struct rung__item *item, int64_t value)
{
  if (item->answers == RUNG__DATES)
    rung__put_date(buffer, value / RUNG__GRID);
  else
    rung__put_number(buffer, rung__grid_double(value));
}

void rung__put_task(struct rung__buffer *buffer, const struct rung__block *block)
{
  rung__put_text(buffer, block->kind == RUNG__PICK_BLOCK ? "choose exactly " : "share out ");
  rung__put_number(buffer, rung__grid_double(block->total));
  if (block->kind == RUNG__SUM_BLOCK)
    rung__put_text(buffer, block->total == RUNG__GRID ? " point" : " points");
}

/* The columns of a line that are the same for all answers of an item, and a comma behind them. */
static void put_item(struct rung__buffer *buffer, const rung_model *model,
                     const struct rung__item *item, const char *text)
{
  rung__put_format(buffer, "%s,%s,%s,", item->id, rung__item_kind_words[item->kind],
                   item->rater >= 0 ? rung__rater_words[item->rater] : "");
  if (item->block != RUNG__NONE) {
    rung__put_format(buffer, "%s: ", model->blocks[item->block].id);
    rung__put_task(buffer, &model->blocks[item->block]);
  }
  rung__put_byte(buffer, ',');
  rung__csv_put_safe(buffer, text);
  rung__put_byte(buffer, ',');
}

/* Any number, or any day, from the one to the other. */
static void put_ends(struct rung__buffer *buffer, const struct rung__item *item)
{
  rung__put_raw(buffer, item, item->raw_low);
  rung__put_text(buffer, " to ");
  rung__put_raw(buffer, item, item->raw_high);
  rung__put_text(buffer, item->answers == RUNG__DATES ? ",a day as YYYY-MM-DD\n" : ",a number\n");
}

/* A text for an absence is a stranger's, unless it is a number: an apostrophe would spoil -9. */
static void put_absent(struct rung__buffer *buffer, const struct rung__absent_text *absent)
{
  double number;
  if (rung__number_read(absent->text, strlen(absent->text), &number))
    rung__csv_put(buffer, absent->text);
  else
    rung__csv_put_safe(buffer, absent->text);
  rung__put_format(buffer, ",%s\n", rung__absence_labels[absent->kind]);
}

static void put_answers(const rung_model *model, const char *language, size_t index,
                        struct rung__buffer *buffer)
{
  const struct rung__item *item = &model->items[index];
  const char *text = rung_model_part_text(model, RUNG_PART_ITEM, index, language);
  if (item->scale == RUNG__NONE) {
    put_item(buffer, model, item, text);
    rung__put_text(buffer, ",\n");
    return;
  }
  const struct rung__scale *scale = &model->scales[item->scale];
  if (item->answers != RUNG__POINTS) {
    put_item(buffer, model, item, text);
    put_ends(buffer, item);
  }
  for (size_t i = 0; i < item->count && item->answers == RUNG__POINTS; i++) {
    put_item(buffer, model, item, text);
    rung__put_number(buffer, rung__grid_double(item->code[i]));
    rung__put_byte(buffer, ',');
    rung__csv_put_safe(buffer, item->option ? rung__localised(&item->option[i], language, "")
                                            : rung__scale_label(scale, language, i));
    rung__put_byte(buffer, '\n');
  }
  for (size_t i = 0; i < scale->absent_count; i++) {
    put_item(buffer, model, item, text);
    put_absent(buffer, &scale->absent[i]);
  }
}

static void put_csv(const rung_model *model, const char *language, struct rung__buffer *buffer)
{
  rung__put_text(buffer, "item,kind,rater,block,text,code,label\n");
  for (size_t i = 0; i < model->item_count && buffer->length <= RUNG__QUESTIONNAIRE_MOST; i++)
    if (rung__is_asked(&model->items[i])) put_answers(model, language, i, buffer);
}

rung_status rung_model_questionnaire(const rung_model *model, const char *language,
                                     rung_format format, rung_bytes **out, rung_error *error)
{
  if (!out) return rung__fail(error, RUNG_E_ARGUMENT, "out is NULL");
  *out = NULL;
  if (!model) return rung__fail(error, RUNG_E_ARGUMENT, "model is NULL");
  struct rung__buffer buffer = {0};
  switch (format) {
  case RUNG_FORMAT_TABLE: rung__questionnaire_page(model, language, &buffer); break;
  case RUNG_FORMAT_CSV: put_csv(model, language, &buffer); break;
  case RUNG_FORMAT_JSON:
    return rung__fail(error, RUNG_E_UNSUPPORTED,
                      "a questionnaire is Markdown (0) or CSV (1); the model itself is the JSON");
  default:
    return rung__fail(error, RUNG_E_ARGUMENT, "format %d is none: Markdown 0, CSV 1", (int)format);
  }
  if (buffer.length <= RUNG__QUESTIONNAIRE_MOST) return rung__bytes_of(&buffer, out, error);
  rung__buffer_free(&buffer);
  return rung__fail(error, RUNG_E_LIMIT, "the questionnaire has more than %zu MiB",
                    RUNG__QUESTIONNAIRE_MOST >> 20);
}

rung_status rung_model_template(const rung_model *model, rung_bytes **out, rung_error *error)
{
  if (!out) return rung__fail(error, RUNG_E_ARGUMENT, "out is NULL");
  *out = NULL;
  if (!model) return rung__fail(error, RUNG_E_ARGUMENT, "model is NULL");
  struct rung__buffer buffer = {0};
  for (size_t i = 0; i < model->item_count; i++) {
    if (!rung__is_asked(&model->items[i])) continue;
    if (buffer.length > 0) rung__put_byte(&buffer, ',');
    rung__put_text(&buffer, model->items[i].id);
  }
  rung__put_byte(&buffer, '\n');
  return rung__bytes_of(&buffer, out, error);
}
