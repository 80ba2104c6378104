/* The canonical form of readings, pairs, relations and flags.
 * SPDX-License-Identifier: Apache-2.0 */
#include "model/digest.h"
#include "model/words.h"

#include <inttypes.h>

/* A name where there is a thing: a node or a part may stand elsewhere in another file. */
static const char *name_of(const rung_model *model, enum rung__looks_at on, size_t index)
{
  switch (on) {
  case RUNG__ON_ITEM: return model->items[index].id;
  case RUNG__ON_MEASURE: return model->measures[index].id;
  case RUNG__ON_READING: break;
  }
  return model->readings[index].id;
}

/* A level of a reading by its place, or by its id where the form is `named`. */
static void put_level(struct rung__buffer *out, const rung_model *model,
                      const struct rung__reading *named, const char *word, size_t level)
{
  if (named == NULL)
    rung__put_format(out, "%s %zu", word, level);
  else
    rung__put_format(out, "%s %s", word, model->ladders[named->ladder].level[level].id);
}

static void put_condition(struct rung__buffer *out, const rung_model *model,
                          const struct rung__condition *condition, bool named)
{
  static const char *const kinds[] = {"item", "measure", "reading"};

  rung__put_format(out, "(%s", rung__test_words[condition->test]);
  if (condition->count == 0) {
    rung__put_format(out, " %s %s %d", kinds[condition->on],
                     name_of(model, condition->on, condition->index), condition->figure);
    if (named && condition->on == RUNG__ON_READING)
      put_level(out, model, &model->readings[condition->index], "", (size_t)condition->number);
    else
      rung__put_format(out, " %" PRId64, condition->number);
  }
  for (size_t i = 0; i < condition->count; i++)
    put_condition(out, model, &condition->part[i], named);
  rung__put_byte(out, ')');
}

void rung__digest_condition(struct rung__buffer *out, const rung_model *model,
                            const struct rung__condition *condition)
{
  put_condition(out, model, condition, false);
}

static void put_scored(struct rung__buffer *out, const rung_model *model,
                       const struct rung__rule *rule, const struct rung__reading *named)
{
  rung__put_format(out, " high %d round %d %" PRId64, rule->closed_high, rule->round.mode,
                   rule->round.step);
  for (size_t i = 0; i < rule->step_count; i++) {
    const struct rung__step *step = &rule->step[i];
    put_level(out, model, named, " step", step->to);
    rung__put_format(out, " %" PRId64 " %" PRId64 " %" PRId64, step->up, step->down, step->waves);
  }
  for (size_t i = 0; i < rule->band_count; i++) {
    const struct rung__band *band = &rule->band[i];
    put_level(out, model, named, " band", band->level);
    rung__put_format(out, " %d %" PRId64 " %d %" PRId64, band->over.has_from, band->over.from,
                     band->over.has_to, band->over.to);
  }
}

static void put_links(struct rung__buffer *out, const rung_model *model,
                      const struct rung__rule *rule)
{
  for (size_t i = 0; i < rule->of_count; i++) {
    const bool spared = rule->critical != NULL && rule->critical[i] == 0;
    rung__put_format(out, " of %s lag %zu", model->measures[rule->of[i]].id,
                     spared ? rule->lag : 0);
  }
}

static void put_shares(struct rung__buffer *out, const rung_model *model,
                       const struct rung__rule *rule, const struct rung__reading *named)
{
  for (size_t i = 0; i < rule->share_count; i++) {
    put_level(out, model, named, " share", rule->share[i].to);
    rung__put_format(out, " %" PRId64, rule->share[i].least);
  }
  for (size_t i = 0; i < rule->vote_count; i++) {
    rung__put_format(out, " vote %s %" PRId64, model->items[rule->vote[i].index].id,
                     rule->vote[i].weight);
  }
}

static void put_test(struct rung__buffer *out, const char *name, const struct rung__gate_test *test)
{
  if (test->given) rung__put_format(out, " %s %d %" PRId64, name, test->above, test->bound);
}

static void put_gate(struct rung__buffer *out, const rung_model *model,
                     const struct rung__rule *rule, const struct rung__reading *named)
{
  rung__put_format(out, " missing %d", rule->missing);
  put_test(out, "own", &rule->own);
  put_test(out, "lower", &rule->lower);
  for (size_t i = 0; i < rule->level_count; i++) {
    const struct rung__gate_level *level = &rule->level[i];
    put_level(out, model, named, " to", level->to);
    rung__put_format(out, " empty %d", level->pass_empty);
    for (size_t k = 0; k < level->own_count; k++) {
      const struct rung__node *own = &level->own[k];
      rung__put_format(
          out, " %s",
          name_of(model, own->is_measure ? RUNG__ON_MEASURE : RUNG__ON_ITEM, own->index));
    }
    for (size_t k = 0; k < level->need_count; k++)
      put_condition(out, model, &level->need[k], named != NULL);
  }
}

static void put_cases(struct rung__buffer *out, const rung_model *model,
                      const struct rung__rule *rule, const struct rung__reading *named)
{
  rung__put_format(out, " ties %d", rule->ties);
  if (rule->otherwise == RUNG__NONE)
    rung__put_format(out, " otherwise %d", rule->otherwise);
  else
    put_level(out, model, named, " otherwise", (size_t)rule->otherwise);
  for (size_t i = 0; i < rule->mode_count; i++) {
    put_level(out, model, named, " mode", rule->mode[i].level);
    rung__put_format(out, " %s", model->measures[rule->mode[i].measure].id);
  }
  for (size_t i = 0; i < rule->case_count; i++) {
    put_level(out, model, named, " case", rule->cases[i].level);
    rung__put_byte(out, ' ');
    put_condition(out, model, rule->cases[i].when, named != NULL);
  }
}

void rung__digest_rule(struct rung__buffer *out, const rung_model *model,
                       const struct rung__rule *rule, const struct rung__reading *named)
{
  rung__put_format(out, "rule %s by %s people %d items %d", rule->id,
                   rung__rule_kind_words[rule->kind], rule->over_people, rule->over_items);
  if (named == NULL || rule->from == RUNG__NONE)
    rung__put_format(out, " from %d", rule->from);
  else
    rung__put_format(out, " from %s", named->rule[rule->from].id);
  switch (rule->kind) {
  case RUNG__CUT:
  case RUNG__BANDS: put_scored(out, model, rule, named); break;
  case RUNG__WEAKEST: put_links(out, model, rule); break;
  case RUNG__SHARE_RULE:
  case RUNG__OGIVE: put_shares(out, model, rule, named); break;
  case RUNG__GATE: put_gate(out, model, rule, named); break;
  case RUNG__MODE:
  case RUNG__FIRST: put_cases(out, model, rule, named); break;
  }
  rung__put_byte(out, '\n');
}

static void put_action(struct rung__buffer *out, const rung_model *model,
                       const struct rung__action *action, const struct rung__reading *named)
{
  static const char *const kinds[] = {"cap", "withhold", "espoused"};

  put_level(out, model, named, kinds[action->kind], action->level);
  rung__put_byte(out, ' ');
  put_condition(out, model, action->when, named != NULL);
  rung__put_byte(out, '\n');
}

static void put_reading(struct rung__buffer *out, const rung_model *model,
                        const struct rung__reading *reading, const struct rung__reading *named)
{
  rung__put_format(out, "reading %s ladder %s of %s", reading->id,
                   model->ladders[reading->ladder].id, model->measures[reading->measure].id);
  if (named == NULL)
    rung__put_format(out, " primary %zu\n", reading->primary);
  else
    rung__put_format(out, " primary %s\n", reading->rule[reading->primary].id);
  for (size_t i = 0; i < reading->count; i++)
    rung__digest_rule(out, model, &reading->rule[i], named);
  for (size_t i = 0; i < reading->action_count; i++)
    put_action(out, model, &reading->action[i], named);
}

static void put_pair(struct rung__buffer *out, const rung_model *model,
                     const struct rung__pair *pair)
{
  rung__put_format(out, "pair %s %d %s %s\n", pair->id, pair->of_sides,
                   model->measures[pair->said].id, model->measures[pair->done].id);
}

/* Which levels belong together changes no count. */
static void put_relation(struct rung__buffer *out, const rung_model *model,
                         const struct rung__relation *relation)
{
  rung__put_format(out, "relation %s %s %s\n", relation->id,
                   model->readings[relation->reading[0]].id,
                   model->readings[relation->reading[1]].id);
}

void rung__digest_readings(struct rung__buffer *out, const rung_model *model, bool named)
{
  for (size_t i = 0; i < model->reading_count; i++) {
    const struct rung__reading *reading = &model->readings[i];
    put_reading(out, model, reading, named ? reading : NULL);
  }
  for (size_t i = 0; i < model->pair_count; i++)
    put_pair(out, model, &model->pairs[i]);
  for (size_t i = 0; i < model->relation_count; i++)
    put_relation(out, model, &model->relations[i]);
  for (size_t i = 0; i < model->flag_count; i++) {
    rung__put_format(out, "flag %s ", model->flags[i].id);
    put_condition(out, model, &model->flags[i].when, named);
    rung__put_byte(out, '\n');
  }
}
