/* Comparing ladders, readings, pairs, relations, flags and the sizes of disclosure.
 * SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "check/compare.h"
#include "model/digest.h"

static const struct rung__level *find_level(const struct rung__ladder *ladder, const char *id)
{
  for (size_t i = 0; i < ladder->count; i++) {
    if (strcmp(ladder->level[i].id, id) == 0) return &ladder->level[i];
  }
  return NULL;
}

bool rung__same_levels(const struct rung__ladder *from, const struct rung__ladder *to)
{
  if (from->count != to->count) return false;
  for (size_t i = 0; i < to->count; i++) {
    if (strcmp(from->level[i].id, to->level[i].id) != 0) return false;
  }
  return true;
}

static void compare_level(const struct rung__change *change, const struct rung__ladder *from,
                          const struct rung__level *to)
{
  const struct rung__level *level = find_level(from, to->id);
  char what[96];

  if (level == NULL) {
    rung__note(change->of->notes, RUNG_NOTE_WARNING, change->where.text,
               "the level '%s' of the ladder '%s' is new", to->id, change->id);
    return;
  }
  rung__print(what, sizeof what, "whether the level '%s' is an anchor", to->id);
  rung__changed_word(change, what, level->anchor ? "yes" : "no", to->anchor ? "yes" : "no");
}

static void compare_ladder(const struct rung__change *change, const struct rung__ladder *from,
                           const struct rung__ladder *to)
{
  const size_t before = rung_notes_count(change->of->notes);

  for (size_t i = 0; i < to->count; i++) {
    const struct rung__where place = rung__behind(&change->where, "levels/%zu", i);
    const struct rung__change at = rung__change_at(change, &place);
    compare_level(&at, from, &to->level[i]);
  }
  for (size_t i = 0; i < from->count; i++) {
    if (find_level(to, from->level[i].id) != NULL) continue;
    rung__note(change->of->notes, RUNG_NOTE_WARNING, change->where.text,
               "the level '%s' of the ladder '%s' is gone", from->level[i].id, change->id);
  }
  if (rung_notes_count(change->of->notes) == before && !rung__same_levels(from, to))
    rung__changed(change, "the order of the levels");
}

void rung__compare_ladders(const struct rung__comparison *of)
{
  for (size_t i = 0; i < of->model->ladder_count; i++) {
    const struct rung__change change = rung__change_of(of, RUNG__LADDERS, i);
    const size_t twin = of->twin[RUNG__LADDERS][i];
    if (twin == RUNG__NO_TWIN) continue;
    compare_ladder(&change, &of->other->ladders[twin], &of->model->ladders[i]);
  }
}

static const struct rung__rule *find_rule(const struct rung__reading *reading, const char *id)
{
  for (size_t i = 0; i < reading->count; i++) {
    if (strcmp(reading->rule[i].id, id) == 0) return &reading->rule[i];
  }
  return NULL;
}

static void compare_rules(const struct rung__change *change, const struct rung__reading *from,
                          const struct rung__reading *to)
{
  for (size_t i = 0; i < to->count; i++) {
    const struct rung__where place = rung__behind(&change->where, "rules/%zu", i);
    const struct rung__change at = {change->of, place, "rule", to->rule[i].id};
    const struct rung__rule *rule = find_rule(from, to->rule[i].id);
    if (rule != NULL) {
      rung__compare_rule(&at, from, to, rule, &to->rule[i]);
      continue;
    }
    rung__note(change->of->notes, RUNG_NOTE_WARNING, place.text,
               "the rule '%s' of the reading '%s' is new", to->rule[i].id, to->id);
  }
  for (size_t i = 0; i < from->count; i++) {
    if (find_rule(to, from->rule[i].id) != NULL) continue;
    rung__note(change->of->notes, RUNG_NOTE_WARNING, change->where.text,
               "the rule '%s' of the reading '%s' is gone", from->rule[i].id, to->id);
  }
}

static void compare_action(const struct rung__change *change, const struct rung__reading *from,
                           const struct rung__reading *to, size_t index)
{
  static const char *const kinds[] = {"cap", "withhold", "espoused"};
  const struct rung__action *old = &from->action[index], *new = &to->action[index];
  const struct rung__ladder *ladders[] = {&change->of->other->ladders[from->ladder],
                                          &change->of->model->ladders[to->ladder]};

  rung__changed_word(change, "what a condition does", kinds[old->kind], kinds[new->kind]);
  if (old->kind != RUNG__WITHHOLD && new->kind != RUNG__WITHHOLD) {
    rung__changed_word(change, "the level of a condition", ladders[0]->level[old->level].id,
                       ladders[1]->level[new->level].id);
  }
  rung__changed_condition(change, "a condition", old->when, new->when);
}

static void compare_reading(const struct rung__change *change, const struct rung__reading *from,
                            const struct rung__reading *to)
{
  const rung_model *model = change->of->model, *other = change->of->other;

  rung__changed_word(change, "the ladder", other->ladders[from->ladder].id,
                     model->ladders[to->ladder].id);
  rung__changed_word(change, "the measure", other->measures[from->measure].id,
                     model->measures[to->measure].id);
  rung__changed_word(change, "the primary rule", from->rule[from->primary].id,
                     to->rule[to->primary].id);
  compare_rules(change, from, to);
  if (from->action_count != to->action_count) {
    rung__changed(change, "the list of conditions");
    return;
  }
  for (size_t i = 0; i < to->action_count; i++) {
    const struct rung__where place = rung__behind(&change->where, "conditions/%zu", i);
    const struct rung__change at = rung__change_at(change, &place);
    compare_action(&at, from, to, i);
  }
}

static void compare_pair(const struct rung__change *change, const struct rung__pair *from,
                         const struct rung__pair *to)
{
  const rung_model *model = change->of->model, *other = change->of->other;

  rung__changed_word(change, "what is compared", from->of_sides ? "two sides" : "words with deeds",
                     to->of_sides ? "two sides" : "words with deeds");
  rung__changed_word(change, "the first measure", other->measures[from->said].id,
                     model->measures[to->said].id);
  rung__changed_word(change, "the second measure", other->measures[from->done].id,
                     model->measures[to->done].id);
}

static void compare_relation(const struct rung__change *change, const struct rung__relation *from,
                             const struct rung__relation *to)
{
  const rung_model *model = change->of->model, *other = change->of->other;

  rung__changed_word(change, "the first reading", other->readings[from->reading[0]].id,
                     model->readings[to->reading[0]].id);
  rung__changed_word(change, "the second reading", other->readings[from->reading[1]].id,
                     model->readings[to->reading[1]].id);
}

static void compare_disclosure(const struct rung__comparison *of)
{
  const struct rung__change change = {of, {"/disclosure"}, "model", of->model->id};
  const rung_model *from = of->other, *to = of->model;

  rung__changed_number(&change, "\"least_n\"", from->least_n * RUNG__GRID,
                       to->least_n * RUNG__GRID);
  rung__changed_number(&change, "\"least_n_spread\"", from->least_n_spread * RUNG__GRID,
                       to->least_n_spread * RUNG__GRID);
  rung__changed_number(&change, "\"least_n_text\"", from->least_n_text * RUNG__GRID,
                       to->least_n_text * RUNG__GRID);
}

void rung__compare_readings(const struct rung__comparison *of)
{
  for (size_t i = 0; i < of->model->reading_count; i++) {
    const struct rung__change change = rung__change_of(of, RUNG__READINGS, i);
    const size_t twin = of->twin[RUNG__READINGS][i];
    if (twin == RUNG__NO_TWIN) continue;
    compare_reading(&change, &of->other->readings[twin], &of->model->readings[i]);
  }
  for (size_t i = 0; i < of->model->pair_count; i++) {
    const struct rung__change change = rung__change_of(of, RUNG__PAIRS, i);
    const size_t twin = of->twin[RUNG__PAIRS][i];
    if (twin == RUNG__NO_TWIN) continue;
    compare_pair(&change, &of->other->pairs[twin], &of->model->pairs[i]);
  }
  for (size_t i = 0; i < of->model->relation_count; i++) {
    const struct rung__change change = rung__change_of(of, RUNG__RELATIONS, i);
    const size_t twin = of->twin[RUNG__RELATIONS][i];
    if (twin == RUNG__NO_TWIN) continue;
    compare_relation(&change, &of->other->relations[twin], &of->model->relations[i]);
  }
  for (size_t i = 0; i < of->model->flag_count; i++) {
    const struct rung__change change = rung__change_of(of, RUNG__FLAGS, i);
    const size_t twin = of->twin[RUNG__FLAGS][i];
    if (twin == RUNG__NO_TWIN) continue;
    rung__changed_condition(&change, "the condition", &of->other->flags[twin].when,
                            &of->model->flags[i].when);
  }
  compare_disclosure(of);
}
