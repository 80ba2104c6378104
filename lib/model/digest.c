/* The identity of a model's arithmetic: what can change a score, a count or a level.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The canonical form is a line of text per fact. Texts, names, sources, examples, comments and the
 * sizes of disclosure do not count; ids do, for results are kept under them. */
#include <inttypes.h>

#include "model/build.h"

static void put_numbers(struct rung__buffer *out, const char *name, const int64_t *number,
                        size_t count)
{
  rung__put_format(out, " %s", name);
  for (size_t i = 0; i < count; i++)
    rung__put_format(out, " %" PRId64, number[i]);
}

static void put_item(struct rung__buffer *out, const struct rung__item *item)
{
  rung__put_format(out, "item %s measured %d", item->id, item->unmeasured == NULL);
  put_numbers(out, "code", item->code, item->count);
  put_numbers(out, "value", item->value, item->count);
  rung__put_text(out, " favour");
  for (size_t i = 0; item->has_favour && i < item->count; i++) {
    rung__put_format(out, " %d", item->favour[i]);
  }
  rung__put_byte(out, '\n');
}

static void put_measure(struct rung__buffer *out, const rung_model *model,
                        const struct rung__measure *measure)
{
  rung__put_format(
      out, "measure %s by %s items %d needs %" PRId64 " %" PRId64 " to %" PRId64 " %" PRId64 "\n",
      measure->id, rung__by_words[measure->by], measure->across_items, measure->needs_count,
      measure->needs_share, measure->to_low, measure->to_high);
  for (size_t i = 0; i < measure->count; i++) {
    const struct rung__term *term = &measure->term[i];
    rung__put_format(out, "term %s weight %" PRId64 "\n",
                     term->is_measure ? model->measures[term->index].id
                                      : model->items[term->index].id,
                     term->weight);
  }
}

static void put_ladder(struct rung__buffer *out, const struct rung__ladder *ladder)
{
  rung__put_format(out, "ladder %s", ladder->id);
  for (size_t i = 0; i < ladder->count; i++) {
    rung__put_format(out, " %s%s", ladder->level[i].id, ladder->level[i].anchor ? "" : "~");
  }
  rung__put_byte(out, '\n');
}

static void put_rule(struct rung__buffer *out, const rung_model *model,
                     const struct rung__rule *rule)
{
  rung__put_format(out, "rule %s by %s people %d high %d from %d least %" PRId64, rule->id,
                   rung__rule_kind_words[rule->kind], rule->over_people, rule->closed_high,
                   rule->from, rule->least);
  for (size_t i = 0; i < rule->step_count; i++) {
    const struct rung__step *step = &rule->step[i];
    rung__put_format(out, " step %zu %" PRId64 " %" PRId64 " %" PRId64, step->to, step->up,
                     step->down, step->waves);
  }
  for (size_t i = 0; i < rule->band_count; i++) {
    const struct rung__band *band = &rule->band[i];
    rung__put_format(out, " band %zu %d %" PRId64 " %d %" PRId64, band->level, band->has_from,
                     band->from, band->has_to, band->to);
  }
  for (size_t i = 0; i < rule->of_count; i++) {
    rung__put_format(out, " of %s", model->measures[rule->of[i]].id);
  }
  rung__put_byte(out, '\n');
}

static void put_reading(struct rung__buffer *out, const rung_model *model,
                        const struct rung__reading *reading)
{
  rung__put_format(out, "reading %s ladder %s of %s primary %zu\n", reading->id,
                   model->ladders[reading->ladder].id, model->measures[reading->measure].id,
                   reading->primary);
  for (size_t i = 0; i < reading->count; i++)
    put_rule(out, model, &reading->rule[i]);
}

static void put_condition(struct rung__buffer *out, const struct rung__condition *condition)
{
  rung__put_format(out, "(%s %d %zu %" PRId64, rung__test_words[condition->test],
                   condition->on_reading, condition->index, condition->number);
  for (size_t i = 0; i < condition->count; i++)
    put_condition(out, &condition->part[i]);
  rung__put_byte(out, ')');
}

static void put_model(struct rung__buffer *out, const rung_model *model)
{
  rung__put_format(out, "model %s people %d\n", model->id, model->people);
  for (size_t i = 0; i < model->item_count; i++)
    put_item(out, &model->items[i]);
  for (size_t i = 0; i < model->measure_count; i++)
    put_measure(out, model, &model->measures[i]);
  for (size_t i = 0; i < model->ladder_count; i++)
    put_ladder(out, &model->ladders[i]);
  for (size_t i = 0; i < model->reading_count; i++)
    put_reading(out, model, &model->readings[i]);
  for (size_t i = 0; i < model->pair_count; i++) {
    rung__put_format(out, "pair %s %zu %zu\n", model->pairs[i].id, model->pairs[i].said,
                     model->pairs[i].done);
  }
  for (size_t i = 0; i < model->flag_count; i++) {
    rung__put_format(out, "flag %s ", model->flags[i].id);
    put_condition(out, &model->flags[i].when);
    rung__put_byte(out, '\n');
  }
}

rung_status rung__digest_model(rung_model *model, rung_error *error)
{
  struct rung__buffer out = {0};

  put_model(&out, model);
  if (out.failed) {
    rung__buffer_free(&out);
    return rung__fail_memory(error);
  }
  rung__sha256(out.data, out.length, model->digest);
  rung__hex(model->digest, model->digest_text);
  rung__buffer_free(&out);
  return RUNG_OK;
}
