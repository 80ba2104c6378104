/* Linting gates: levels that nobody can reach, and requirements that never act.
 * SPDX-License-Identifier: Apache-2.0 */
#include "check/lint_rule.h"
#include "check/ranges.h"

static const char *node_id(const rung_model *model, const struct rung__node *node)
{
  return node->is_measure ? model->measures[node->index].id : model->items[node->index].id;
}

static bool is_out_of_reach(const struct rung__gate_test *test, int64_t high)
{
  return test->above ? high <= test->bound : high < test->bound;
}

/* An item or measure whose greatest value does not meet a test. */
static void lint_node(const struct rung__rule_place *place, const struct rung__gate_test *test,
                      const struct rung__node *node, size_t level, const struct rung__where *where,
                      rung_notes *notes)
{
  const int64_t high = rung__node_range(place->model, node).high;

  if (!is_out_of_reach(test, high)) return;
  rung__note(
      notes, RUNG_NOTE_WARNING, where->text,
      "the rule '%s' can never give the level '%s' or one above: '%s' goes up to %s, and %s %s is "
      "asked",
      place->rule->id, rung__level_name_of(place, level), node_id(place->model, node),
      rung__digits(high).text, test->above ? "more than" : "at least",
      rung__digits(test->bound).text);
}

static void lint_need(const struct rung__rule_place *place, const struct rung__condition *need,
                      size_t level, const struct rung__where *where, rung_notes *notes)
{
  const int truth = rung__by_range(place->model, need);

  if (truth == 0) {
    rung__note(notes, RUNG_NOTE_WARNING, where->text,
               "the rule '%s' can never give the level '%s': this condition is false whatever is "
               "answered",
               place->rule->id, rung__level_name_of(place, level));
  } else if (truth == 1) {
    rung__note(notes, RUNG_NOTE_INFORMATION, where->text,
               "this condition is true whatever is answered, so it only asks for an answer");
  }
}

/* Of a level that is empty in the file: whatever is answered, it has nothing to meet. */
static void lint_empty(const struct rung__rule_place *place, const struct rung__gate_level *level,
                       const struct rung__where *where, rung_notes *notes)
{
  if (level->own_count + level->need_count > 0) return;
  if (level->pass_empty) {
    rung__note(notes, RUNG_NOTE_INFORMATION, where->text,
               "the level '%s' requires nothing of its own, so whoever reaches the one below "
               "reaches it",
               rung__level_name_of(place, level->to));
    return;
  }
  rung__note(notes, RUNG_NOTE_WARNING, where->text,
             "the rule '%s' can never give the level '%s' or one above: it requires nothing of its "
             "own, and \"empty\" is \"fail\"",
             place->rule->id, rung__level_name_of(place, level->to));
}

/* By the test of lower levels, what the level below adds: what stands lower still was told where it
 * was added, and holds back this level, too. */
static void lint_lower(const struct rung__rule_place *place, size_t index, rung_notes *notes)
{
  const struct rung__rule *rule = place->rule;
  const struct rung__where where = rung__behind(&place->where, "levels/%zu", index);
  const struct rung__gate_level *below = &rule->level[index - 1];

  for (size_t i = 0; i < below->own_count; i++)
    lint_node(place, &rule->lower, &below->own[i], rule->level[index].to, &where, notes);
}

static void lint_level(const struct rung__rule_place *place, size_t index, rung_notes *notes)
{
  const struct rung__rule *rule = place->rule;
  const struct rung__gate_level *level = &rule->level[index];
  const struct rung__where where = rung__behind(&place->where, "levels/%zu", index);

  lint_empty(place, level, &where, notes);
  if (rule->lower.given && index > 0) lint_lower(place, index, notes);
  for (size_t i = 0; i < level->own_count; i++) {
    const struct rung__where own = rung__behind(&where, "own/%zu", i);
    lint_node(place, &rule->own, &level->own[i], level->to, &own, notes);
  }
  for (size_t i = 0; i < level->need_count; i++) {
    const struct rung__where need = rung__behind(&where, "needs/%zu", i);
    lint_need(place, &level->need[i], level->to, &need, notes);
  }
}

/* What is asked of lower levels when it is no more than they had to meet themselves. Asking the same
 * says that the rule is cumulative, and is left alone. */
static bool asks_less(const struct rung__gate_test *lower, const struct rung__gate_test *own)
{
  if (lower->bound != own->bound) return lower->bound < own->bound;
  return own->above && !lower->above;
}

void rung__lint_gate(const struct rung__rule_place *place, rung_notes *notes)
{
  const struct rung__rule *rule = place->rule;
  const struct rung__where where = rung__behind(&place->where, "lower");

  for (size_t i = 0; i < rule->level_count; i++)
    lint_level(place, i, notes);
  if (!rule->lower.given || !rule->own.given || !asks_less(&rule->lower, &rule->own)) return;
  rung__note(notes, RUNG_NOTE_WARNING, where.text,
             "the test \"lower\" of the rule '%s' asks for less than \"own\", which lower levels "
             "have met already, so it never acts",
             rule->id);
}
