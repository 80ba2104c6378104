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

static rung_status add_label(struct rung__build *build, const struct rung__json *at,
                             struct rung__item *item, const char *text, int8_t answer)
{
  const struct rung__slice slice = rung__trim(rung__slice(text));

  for (size_t i = 0; i < item->label_count; i++) {
    const struct rung__label *other = &item->label[i];
    if (!rung__same_folded(rung__trim(rung__slice(other->text)), slice)) continue;
    if (other->answer == answer) return RUNG_OK;
    return rung__json_fail(at, build->error,
                           "the label '%.60s' stands for two answers of this item, so that an "
                           "export could not be read back; tell them apart",
                           text);
  }
  item->label[item->label_count++] = (struct rung__label){text, answer};
  return RUNG_OK;
}

static bool code_of(struct rung__slice text, int64_t *code)
{
  double value;

  return rung__number_read(text.data, text.length, &value) && rung__grid_of(value, code);
}

static rung_status add_absent(struct rung__build *build, const struct rung__json *at,
                              struct rung__item *item, const struct rung__absent_text *absent)
{
  int64_t code;

  if (code_of(rung__trim(rung__slice(absent->text)), &code)) {
    for (size_t i = 0; i < item->count; i++) {
      if (item->code[i] == code) {
        return rung__json_fail(at, build->error,
                               "'%.40s' is a code of this item and stands for an absence as well",
                               absent->text);
      }
    }
  }
  return add_label(build, at, item, absent->text, RUNG__ABSENT(absent->kind));
}

rung_status rung__read_labels(struct rung__build *build, const struct rung__json *at,
                              struct rung__item *item)
{
  const struct rung__scale *scale = &build->model->scales[item->scale];

  TRY(rung__build_take(build, count_labels(scale, item), sizeof *item->label, &item->label));
  for (size_t i = 0; item->option != NULL && i < item->count; i++) {
    for (size_t text = 0; text < item->option[i].count; text++) {
      TRY(add_label(build, at, item, item->option[i].text[text], (int8_t)i));
    }
  }
  for (size_t i = 0; item->option == NULL && i < scale->label_count; i++) {
    TRY(add_label(build, at, item, scale->label[i], (int8_t)(i % scale->count)));
  }
  for (size_t i = 0; i < scale->absent_count; i++) {
    TRY(add_absent(build, at, item, &scale->absent[i]));
  }
  return RUNG_OK;
}

int8_t rung__item_code(const struct rung__item *item, int64_t code)
{
  for (size_t i = 0; i < item->count; i++) {
    if (item->code[i] == code) return (int8_t)i;
  }
  for (size_t i = 0; i < item->label_count; i++) {
    int64_t absent;
    if (item->label[i].answer < 0 && code_of(rung__slice(item->label[i].text), &absent) &&
        absent == code) {
      return item->label[i].answer;
    }
  }
  return RUNG__UNKNOWN_ANSWER;
}

int8_t rung__item_match(const struct rung__item *item, struct rung__slice text)
{
  const struct rung__slice trimmed = rung__trim(text);
  int64_t code;

  for (size_t i = 0; i < item->label_count; i++) {
    if (rung__same_folded(rung__trim(rung__slice(item->label[i].text)), trimmed)) {
      return item->label[i].answer;
    }
  }
  return code_of(trimmed, &code) ? rung__item_code(item, code) : RUNG__UNKNOWN_ANSWER;
}
