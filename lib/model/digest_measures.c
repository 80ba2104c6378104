/* The canonical form of measures.
 * SPDX-License-Identifier: Apache-2.0 */
#include "model/digest.h"
#include "model/words.h"

#include <inttypes.h>

/* What becomes of a measure's score. */
static void put_shape(struct rung__buffer *out, const rung_model *model,
                      const struct rung__measure *measure)
{
  const int64_t round[] = {measure->round.mode, measure->round.step};

  rung__digest_curve(out, &measure->curve);
  for (size_t i = 0; i < measure->lookup.count; i++) {
    const int64_t entry[] = {measure->lookup.entry[i].from, measure->lookup.entry[i].to};
    rung__digest_numbers(out, "entry", entry, 2);
  }
  rung__digest_ends(out, "clip", &measure->clip);
  if (measure->round.step != 0) rung__digest_numbers(out, "round", round, 2);
  for (size_t i = 0; i < measure->withheld_count; i++) {
    rung__put_text(out, " withhold ");
    rung__digest_condition(out, model, measure->withheld[i].when);
  }
}

void rung__digest_measure(struct rung__buffer *out, const rung_model *model,
                          const struct rung__measure *measure)
{
  const int64_t numbers[] = {measure->across,   measure->needs_count,  measure->needs_share,
                             measure->rescaled, measure->to_low,       measure->to_high,
                             measure->base,     measure->has_at_least, measure->at_least,
                             measure->floor,    measure->level};

  rung__put_format(out, "measure %s by %s", measure->id, rung__by_words[measure->by]);
  rung__digest_numbers(out, "with", numbers, sizeof numbers / sizeof *numbers);
  if (measure->tag != RUNG__NONE) rung__put_format(out, " tag %s", model->tags[measure->tag]);
  if (measure->level != RUNG__NONE)
    rung__put_format(out, " of %s", model->ladders[measure->level_ladder].id);
  rung__digest_absence(out, measure->absence);
  put_shape(out, model, measure);
  rung__put_byte(out, '\n');
  for (size_t i = 0; i < measure->count; i++) {
    const struct rung__term *term = &measure->term[i];
    rung__put_format(out, "term %s weight %" PRId64 "\n",
                     term->is_measure ? model->measures[term->index].id
                                      : model->items[term->index].id,
                     term->millionths);
  }
}

void rung__digest_measures(struct rung__buffer *out, const rung_model *model)
{
  for (size_t i = 0; i < model->measure_count; i++)
    rung__digest_measure(out, model, &model->measures[i]);
}
