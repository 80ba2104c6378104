/* Labels: which answer a text or a code stands for.
 * SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "base/number.h"
#include "model/build.h"

static size_t count_labels(const struct rung__scale *scale, const struct rung__item *item)
{
  size_t count = scale->absent_count;

  if (item->option == NULL) return count + scale->label_count;
  for (size_t i = 0; i < item->count; i++)
    count += item->option[i].count;
  return count;
}

/* The labels of one item as they are read: each has the number of its folded text. */
struct labels {
  struct rung__build *build;
  const struct rung__json *at;
  struct rung__item *item;
  struct rung__names names;
  struct rung__buffer folded;
};

static uint32_t number_of(struct labels *labels, struct rung__slice text)
{
  labels->folded.length = 0;
  rung__put_folded(&labels->folded, text);
  if (labels->folded.failed) return RUNG__NO_NAME;
  return rung__names_add(&labels->names,
                         (struct rung__slice){labels->folded.data, labels->folded.length});
}

static rung_status add_label(struct labels *labels, const char *text, int8_t answer)
{
  struct rung__item *item = labels->item;
  const uint32_t number = number_of(labels, rung__trim(rung__slice(text)));

  if (number == RUNG__NO_NAME) return rung__fail_memory(labels->build->error);
  if (number == item->label_count) {
    item->label[item->label_count++] = (struct rung__label){text, answer};
    return RUNG_OK;
  }
  if (item->label[number].answer == answer) return RUNG_OK;
  return rung__json_fail(labels->at, labels->build->error,
                         "the label '%.60s' stands for two answers of this item, so that an "
                         "export could not be read back; tell them apart",
                         text);
}

static bool code_of(struct rung__slice text, int64_t *code)
{
  double value;

  return rung__number_read(text.data, text.length, &value) && rung__grid_of(value, code);
}

/* Whether a code is an answer of the item, be it one of its codes or a number of its range. */
static int8_t find_code(const struct rung__item *item, int64_t code)
{
  if (item->answers != RUNG__POINTS) {
    const bool whole = item->answers == RUNG__RANGE || code % RUNG__GRID == 0;
    return item->count > 0 && whole && code >= item->raw_low && code <= item->raw_high
               ? 0
               : RUNG__UNKNOWN_ANSWER;
  }
  for (size_t i = 0; i < item->count; i++) {
    if (item->code[i] == code) return (int8_t)i;
  }
  return RUNG__UNKNOWN_ANSWER;
}

static rung_status add_absent(struct labels *labels, const struct rung__absent_text *absent)
{
  const struct rung__item *item = labels->item;
  int64_t code;

  if (item->answers != RUNG__DATES && code_of(rung__trim(rung__slice(absent->text)), &code) &&
      find_code(item, code) != RUNG__UNKNOWN_ANSWER) {
    return rung__json_fail(labels->at, labels->build->error,
                           "'%.40s' is a code of this item and stands for an absence as well",
                           absent->text);
  }
  return add_label(labels, absent->text, RUNG__ABSENT(absent->kind));
}

static rung_status add_all(struct labels *labels, const struct rung__scale *scale)
{
  struct rung__item *item = labels->item;

  TRY(rung__build_take(labels->build, count_labels(scale, item), sizeof *item->label,
                       &item->label));
  for (size_t i = 0; item->option != NULL && i < item->count; i++) {
    for (size_t text = 0; text < item->option[i].count; text++) {
      TRY(add_label(labels, item->option[i].text[text], (int8_t)i));
    }
  }
  for (size_t i = 0; item->option == NULL && i < scale->label_count; i++) {
    TRY(add_label(labels, scale->label[i], (int8_t)(i % scale->count)));
  }
  for (size_t i = 0; i < scale->absent_count; i++) {
    TRY(add_absent(labels, &scale->absent[i]));
  }
  return RUNG_OK;
}

rung_status rung__read_labels(struct rung__build *build, const struct rung__json *at,
                              struct rung__item *item)
{
  struct rung__scale *scale = &build->model->scales[item->scale];
  struct labels labels = {.build = build, .at = at, .item = item};

  if (item->option == NULL && scale->match != NULL) {
    item->label = scale->match;
    item->label_count = scale->match_count;
    return RUNG_OK;
  }
  const rung_status status = add_all(&labels, scale);
  rung__names_free(&labels.names);
  rung__buffer_free(&labels.folded);
  if (status != RUNG_OK || item->option != NULL) return status;
  scale->match = item->label;
  scale->match_count = item->label_count;
  return RUNG_OK;
}

int8_t rung__item_code(const struct rung__item *item, int64_t code)
{
  const int8_t found = find_code(item, code);

  for (size_t i = 0; found == RUNG__UNKNOWN_ANSWER && i < item->label_count; i++) {
    int64_t absent;
    if (item->label[i].answer < 0 && code_of(rung__slice(item->label[i].text), &absent) &&
        absent == code) {
      return item->label[i].answer;
    }
  }
  return found;
}

int8_t rung__item_match(const struct rung__item *item, struct rung__slice text, int64_t *number)
{
  const struct rung__slice trimmed = rung__trim(text);
  int64_t code;

  for (size_t i = 0; i < item->label_count; i++) {
    if (rung__same_folded(rung__trim(rung__slice(item->label[i].text)), trimmed)) {
      return item->label[i].answer;
    }
  }
  if (item->answers == RUNG__DATES) {
    int32_t day;
    if (!rung__date_read(trimmed, &day)) return RUNG__UNKNOWN_ANSWER;
    *number = day * RUNG__GRID;
    return rung__item_code(item, *number);
  }
  if (!code_of(trimmed, &code)) return RUNG__UNKNOWN_ANSWER;
  *number = code;
  return rung__item_code(item, code);
}
