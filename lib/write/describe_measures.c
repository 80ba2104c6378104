/* Describing measures: what each is made of, how it joins its terms, and what becomes of the score.
 * SPDX-License-Identifier: Apache-2.0 */
#include "write/describe_parts.h"
#include "model/words.h"
#include "write/describe_rules.h"
#include "write/page.h"

#define TERMS_MOST 8 /* terms that are named; more are counted */

static const char *const before[] = {
    [RUNG__MEAN] = "the mean of",
    [RUNG__MEDIAN] = "the median of",
    [RUNG__SHARE] = "the per cent that is favourable of",
    [RUNG__SUM] = "the sum of",
    [RUNG__MIN] = "the least of",
    [RUNG__MAX] = "the greatest of",
    [RUNG__NET] = "the per cent that is favourable less the per cent that is unfavourable of",
    [RUNG__COUNT] = "how many are",
    [RUNG__VOTES] = "the per cent of votes",
    [RUNG__PERCENT] = "the per cent that is attained of what is attainable in",
    [RUNG__ATTAINABLE] = "what is attainable in",
    [RUNG__DEDUCTION] = "what is left after the cost of",
    [RUNG__BLEND] = "the mean, pulled down by the least, of",
    [RUNG__DIFFERENCE] = "the difference,",
    [RUNG__PRODUCT] = "the product,",
    [RUNG__RATIO_OF] = "the ratio,",
};

static const char *between(enum rung__by by)
{
  switch (by) {
  case RUNG__DIFFERENCE: return " less ";
  case RUNG__PRODUCT: return " times ";
  case RUNG__RATIO_OF: return " over ";
  default: return ", ";
  }
}

static void say_terms(struct rung__buffer *line, const rung_model *model,
                      const struct rung__measure *measure)
{
  for (size_t i = 0; i < measure->count && measure->count <= TERMS_MOST; i++) {
    const struct rung__term *term = &measure->term[i];
    rung__put_format(line, "%s%s", i > 0 ? between(measure->by) : " ",
                     term->is_measure ? model->measures[term->index].id
                                      : model->items[term->index].id);
    if (term->millionths == RUNG__WEIGHT_UNITS) continue;
    rung__put_text(line, " (weight ");
    rung__put_number(line, (double)term->millionths / RUNG__WEIGHT_UNITS);
    rung__put_byte(line, ')');
  }
  if (measure->count > TERMS_MOST) rung__put_format(line, " %zu terms", measure->count);
}

/* What is made of the terms, which follow. */
static void say_joining(struct rung__buffer *line, const rung_model *model,
                        const struct rung__measure *measure)
{
  const bool share = measure->by == RUNG__SHARE && measure->has_at_least;
  rung__put_text(line, share ? "the per cent of those that are" : before[measure->by]);
  if (measure->has_at_least) {
    rung__put_text(line, " at least ");
    rung__say_grid(line, measure->at_least);
    rung__put_text(line, share ? " among" : " of");
  }
  if (measure->tag != RUNG__NONE)
    rung__put_format(line, " with the tag %s in", model->tags[measure->tag]);
  if (measure->level != RUNG__NONE)
    rung__put_format(line, " for level %s in",
                     model->ladders[measure->level_ladder].level[measure->level].id);
}

/* The keys that belong to one way of joining only. */
static void say_keys(struct rung__buffer *line, const struct rung__measure *measure)
{
  if (measure->by == RUNG__DEDUCTION || (measure->by == RUNG__SUM && measure->base != 0)) {
    rung__put_text(line, ", from ");
    rung__say_grid(line, measure->base);
    rung__put_text(line, measure->by == RUNG__SUM ? " up" : " down");
  }
  if (measure->by == RUNG__BLEND) {
    rung__put_text(line, ", of which the least is ");
    rung__tell_share(line, rung__grid_double(measure->floor));
  }
  if (!measure->rescaled) return;
  rung__put_text(line, ", each stretched to ");
  rung__say_grid(line, measure->to_low);
  rung__put_text(line, " to ");
  rung__say_grid(line, measure->to_high);
}

static void say_needs(struct rung__buffer *line, const struct rung__measure *measure)
{
  rung__put_text(line, "; needs ");
  if (measure->by == RUNG__DIFFERENCE || measure->by == RUNG__PRODUCT ||
      measure->by == RUNG__RATIO_OF) {
    rung__put_text(line, "all");
  } else if (measure->needs_share > 0) {
    rung__tell_share(line, rung__grid_double(measure->needs_share));
    rung__put_text(line, " answered");
  } else {
    rung__put_format(line, "%lld answered", (long long)measure->needs_count);
  }
}

static void say_standing(struct rung__buffer *line, const rung_model *model,
                         const struct rung__measure *measure)
{
  if (measure->construct_said)
    rung__put_text(line, measure->reflective ? "; reflective" : "; formative");
  if (measure->across == RUNG__ACROSS_ITEMS) rung__put_text(line, "; across items");
  if (measure->across == RUNG__ACROSS_NONE) rung__put_text(line, "; of rows only, not of groups");
  if (measure->ipsative) rung__put_text(line, "; compares within a row only");
  if (measure->tier != RUNG__NONE) rung__put_format(line, "; tier %s", model->tiers[measure->tier]);
  if (measure->source != RUNG__NONE && measure->source != model->source) {
    const struct rung__source *source = &model->sources[measure->source];
    rung__put_format(line, "; source %s (%s)", source->id, rung__source_kind_words[source->kind]);
  }
}

static void say_withheld(const struct rung__description *to, struct rung__buffer *line,
                         const struct rung__measure *measure)
{
  for (size_t i = 0; i < measure->withheld_count; i++) {
    const struct rung__withheld *withheld = &measure->withheld[i];
    rung__put_text(line, "; no score unless it is known to be false that ");
    rung__describe_condition(line, to->model, withheld->when);
    rung__put_format(line, " (%s)", rung__localised(&withheld->reason, to->language, ""));
  }
}

static void put_measure(const struct rung__description *to, size_t index)
{
  const struct rung__measure *measure = &to->model->measures[index];
  struct rung__buffer line = {0};
  rung__put_format(&line, "%s: %s: ", measure->id,
                   rung_model_part_text(to->model, RUNG_PART_MEASURE, index, to->language));
  say_joining(&line, to->model, measure);
  say_terms(&line, to->model, measure);
  say_keys(&line, measure);
  rung__say_absence(&line, measure->absence);
  rung__say_curve(&line, &measure->curve);
  rung__say_lookup(&line, &measure->lookup);
  rung__say_clip(&line, &measure->clip);
  rung__say_rounding(&line, &measure->round);
  rung__put_text(&line, "; lies between ");
  rung__say_grid(&line, measure->low);
  rung__put_text(&line, " and ");
  rung__say_grid(&line, measure->high);
  say_withheld(to, &line, measure);
  say_needs(&line, measure);
  say_standing(&line, to->model, measure);
  rung__page_say(to->page, 2, &line);
}

static void put_tiers(const struct rung__description *to, const char *what,
                      const char *const *tiers, size_t count)
{
  struct rung__buffer line = {0};
  for (size_t i = 0; i < count; i++)
    rung__put_format(&line, "%s%s", i > 0 ? ", " : what, tiers[i]);
  if (count > 0) rung__put_byte(&line, '.');
  rung__page_say(to->page, 2, &line);
}

void rung__describe_measures(const struct rung__description *to)
{
  const rung_model *model = to->model;
  rung__page_heading(to->page, "Measures");
  put_tiers(to, "Tiers of measures, the lowest first: ", model->tiers, model->tier_count);
  put_tiers(to, "Tiers of units, the lowest first, and no tree is deeper: ", model->unit_tiers,
            model->unit_tier_count);
  for (size_t i = 0; i < model->measure_count; i++)
    put_measure(to, i);
}
