/* Comparing rules: which thresholds moved.
 * SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "check/compare.h"
#include "model/digest.h"
#include "model/words.h"

/* A rule of both versions, and the ladders that its levels are of. */
struct both {
  const struct rung__change *change;
  const struct rung__ladder *from_ladder, *to_ladder;
  const struct rung__rule *from, *to;
};

static const char *old_level(const struct both *both, size_t level)
{
  return both->from_ladder->level[level].id;
}

static const char *new_level(const struct both *both, size_t level)
{
  return both->to_ladder->level[level].id;
}

static bool is_same_level(const struct both *both, size_t from, size_t to)
{
  return strcmp(old_level(both, from), new_level(both, to)) == 0;
}

static struct rung__change change_at(const struct both *both, const char *list, size_t index)
{
  const struct rung__where place = rung__behind(&both->change->where, "%s/%zu", list, index);

  return rung__change_at(both->change, &place);
}

static void tell_level(const struct rung__change *change, const char *what, const char *level,
                       bool is_new)
{
  rung__note(change->of->notes, RUNG_NOTE_WARNING, change->where.text,
             "%s the level '%s' of the rule '%s' is %s", what, level, change->id,
             is_new ? "new" : "gone");
}

static void compare_step(const struct both *both, const struct rung__change *change,
                         const struct rung__step *from, const struct rung__step *to)
{
  const char *level = new_level(both, to->to);
  const bool plain = from->up == from->down && to->up == to->down;
  char what[96];

  rung__print(what, sizeof what, "the %s '%s'", plain ? "cut for the level" : "\"up\" of the level",
              level);
  rung__changed_number(change, what, from->up, to->up);
  rung__print(what, sizeof what, "\"down\" of the level '%s'", level);
  if (!plain) rung__changed_number(change, what, from->down, to->down);
  rung__print(what, sizeof what, "\"waves\" of the level '%s'", level);
  rung__changed_number(change, what, from->waves * RUNG__GRID, to->waves * RUNG__GRID);
}

static void compare_steps(const struct both *both)
{
  for (size_t i = 0; i < both->to->step_count; i++) {
    const struct rung__change change = change_at(both, "at", i);
    size_t k = 0;
    while (k < both->from->step_count &&
           !is_same_level(both, both->from->step[k].to, both->to->step[i].to))
      k++;
    if (k < both->from->step_count)
      compare_step(both, &change, &both->from->step[k], &both->to->step[i]);
    else
      tell_level(&change, "the cut for", new_level(both, both->to->step[i].to), true);
  }
  for (size_t k = 0; k < both->from->step_count; k++) {
    bool there = false;
    for (size_t i = 0; i < both->to->step_count; i++)
      there = there || is_same_level(both, both->from->step[k].to, both->to->step[i].to);
    if (!there) {
      tell_level(both->change, "the cut for", old_level(both, both->from->step[k].to), false);
    }
  }
}

/* The band of the old rule that is as often before it for its level as this one; NULL: none. */
static const struct rung__band *find_band(const struct both *both, size_t index)
{
  const size_t level = both->to->band[index].level;
  size_t before = 0;

  for (size_t i = 0; i < index; i++)
    before += both->to->band[i].level == level;
  for (size_t k = 0; k < both->from->band_count; k++) {
    if (!is_same_level(both, both->from->band[k].level, level)) continue;
    if (before-- == 0) return &both->from->band[k];
  }
  return NULL;
}

static void compare_bands(const struct both *both)
{
  static const char *const closed[] = {"low", "high"};

  rung__changed_word(both->change, "the end that bands hold", closed[both->from->closed_high],
                     closed[both->to->closed_high]);
  for (size_t i = 0; i < both->to->band_count; i++) {
    const struct rung__change change = change_at(both, "bands", i);
    const struct rung__band *from = find_band(both, i), *to = &both->to->band[i];
    char what[96];
    if (from == NULL) {
      tell_level(&change, "the band of", new_level(both, to->level), true);
      continue;
    }
    rung__print(what, sizeof what, "\"from\" of the band '%s'", new_level(both, to->level));
    rung__changed_optional(&change, what, from->over.has_from ? &from->over.from : NULL,
                           to->over.has_from ? &to->over.from : NULL);
    rung__print(what, sizeof what, "\"to\" of the band '%s'", new_level(both, to->level));
    rung__changed_optional(&change, what, from->over.has_to ? &from->over.to : NULL,
                           to->over.has_to ? &to->over.to : NULL);
  }
}

static void compare_shares(const struct both *both)
{
  const bool steps = both->to->kind == RUNG__OGIVE;

  for (size_t i = 0; i < both->to->share_count; i++) {
    const struct rung__ogive_step *to = &both->to->share[i];
    const struct rung__change change = steps ? change_at(both, "at", i) : *both->change;
    char what[96];
    rung__print(what, sizeof what, "the share for the level '%s'", new_level(both, to->to));
    for (size_t k = 0; k < both->from->share_count; k++) {
      const struct rung__ogive_step *from = &both->from->share[k];
      if (!is_same_level(both, from->to, to->to)) continue;
      rung__changed_number(&change, steps ? what : "the share", from->least, to->least);
      break;
    }
    if (!steps) break; /* of all levels alike */
  }
}

static void compare_test(const struct rung__change *change, const char *name,
                         const struct rung__gate_test *from, const struct rung__gate_test *to)
{
  static const char *const words[] = {"at_least", "above"};
  char what[64];

  rung__print(what, sizeof what, "the test \"%s\"", name);
  rung__changed_optional(change, what, from->given ? &from->bound : NULL,
                         to->given ? &to->bound : NULL);
  rung__print(what, sizeof what, "the kind of the test \"%s\"", name);
  if (from->given && to->given)
    rung__changed_word(change, what, words[from->above], words[to->above]);
}

static const struct rung__gate_level *find_gate_level(const struct both *both, size_t to)
{
  for (size_t i = 0; i < both->from->level_count; i++) {
    if (is_same_level(both, both->from->level[i].to, to)) return &both->from->level[i];
  }
  return NULL;
}

static void compare_gate_level(const struct both *both, const struct rung__change *change,
                               const struct rung__gate_level *from,
                               const struct rung__gate_level *to)
{
  static const char *const empty[] = {"fail", "pass"};

  rung__changed_word(change, "\"empty\"", empty[from->pass_empty], empty[to->pass_empty]);
  if (from->need_count != to->need_count) {
    rung__changed(change, "the list of needs");
    return;
  }
  for (size_t i = 0; i < to->need_count; i++) {
    const struct rung__where place = rung__behind(&change->where, "needs/%zu", i);
    const struct rung__change at = rung__change_at(both->change, &place);
    rung__changed_condition(&at, "a need", &from->need[i], &to->need[i]);
  }
}

static void compare_gate(const struct both *both)
{
  static const char *const missing[] = {"fail", "skip", "withhold"};

  compare_test(both->change, "own", &both->from->own, &both->to->own);
  compare_test(both->change, "lower", &both->from->lower, &both->to->lower);
  rung__changed_word(both->change, "what becomes of what is missing", missing[both->from->missing],
                     missing[both->to->missing]);
  for (size_t i = 0; i < both->to->level_count; i++) {
    const struct rung__gate_level *to = &both->to->level[i], *from = find_gate_level(both, to->to);
    const struct rung__change change = change_at(both, "levels", i);
    if (from != NULL)
      compare_gate_level(both, &change, from, to);
    else
      tell_level(&change, "what is asked for", new_level(both, to->to), true);
  }
}

static void compare_cases(const struct both *both)
{
  if (both->from->case_count != both->to->case_count) {
    rung__changed(both->change, "the list of cases");
    return;
  }
  for (size_t i = 0; i < both->to->case_count; i++) {
    const struct rung__change change = change_at(both, "cases", i);
    const struct rung__case *from = &both->from->cases[i], *to = &both->to->cases[i];
    rung__changed_word(&change, "the level of a case", old_level(both, from->level),
                       new_level(both, to->level));
    rung__changed_condition(&change, "a case", from->when, to->when);
  }
}

static void compare_kind(const struct both *both)
{
  switch (both->to->kind) {
  case RUNG__CUT:
    compare_steps(both);
    rung__changed_rounding(both->change, &both->from->round, &both->to->round);
    break;
  case RUNG__BANDS:
    compare_bands(both);
    rung__changed_rounding(both->change, &both->from->round, &both->to->round);
    break;
  case RUNG__SHARE_RULE:
  case RUNG__OGIVE: compare_shares(both); break;
  case RUNG__GATE: compare_gate(both); break;
  case RUNG__FIRST: compare_cases(both); break;
  case RUNG__WEAKEST:
    rung__changed_number(both->change, "the lag", (int64_t)both->from->lag * RUNG__GRID,
                         (int64_t)both->to->lag * RUNG__GRID);
    break;
  case RUNG__MODE: break;
  }
}

static const char *over(const struct rung__rule *rule)
{
  return rule->over_people ? "people" : rule->over_items ? "items" : "group";
}

void rung__compare_rule(const struct rung__change *change, const struct rung__reading *from_of,
                        const struct rung__reading *to_of, const struct rung__rule *from,
                        const struct rung__rule *to)
{
  const rung_model *model = change->of->model, *other = change->of->other;
  const struct both both = {change, &other->ladders[from_of->ladder],
                            &model->ladders[to_of->ladder], from, to};
  const size_t before = rung_notes_count(change->of->notes);
  struct rung__buffer lines[2] = {{0}, {0}};

  rung__changed_word(change, "the kind", rung__rule_kind_words[from->kind],
                     rung__rule_kind_words[to->kind]);
  if (from->kind != to->kind) return;
  rung__changed_word(change, "what it looks over", over(from), over(to));
  rung__changed_word(change, "the rule that it rests on",
                     from->from < 0 ? "none" : from_of->rule[from->from].id,
                     to->from < 0 ? "none" : to_of->rule[to->from].id);
  compare_kind(&both);
  if (rung_notes_count(change->of->notes) > before) return;
  rung__digest_rule(&lines[0], other, from, from_of);
  rung__digest_rule(&lines[1], model, to, to_of);
  rung__changed_lines(change, "the arithmetic", &lines[0], &lines[1]);
}
