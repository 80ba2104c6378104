/* Reading gates: the requirements of every level.
 * SPDX-License-Identifier: Apache-2.0 */
#include "model/read_rules.h"

#define OWN_MAX 4096
#define NEEDS_MAX 64

static rung_status read_test(struct rung__build *build, const struct rung__json *at,
                             struct rung__gate_test *test)
{
  const struct rung__json at_least = rung__json_member(at, "at_least");
  const struct rung__json above = rung__json_member(at, "above");

  if (at->value == NULL) return RUNG_OK;
  TRY(rung__json_object(at, "at_least above", build->error));
  if ((at_least.value == NULL) == (above.value == NULL)) {
    return rung__json_fail(at, build->error, "expected one of \"at_least\" and \"above\"");
  }
  test->given = true;
  test->above = above.value != NULL;
  return rung__build_grid(build, test->above ? &above : &at_least, &test->bound);
}

/* `pass` or `fail`, of the rule or of one level. */
static rung_status read_empty(struct rung__build *build, const struct rung__json *at, bool *pass)
{
  static const char *const words[] = {"fail", "pass", NULL};
  int word = *pass;

  TRY(rung__build_word(build, at, words, &word));
  *pass = word == 1;
  return RUNG_OK;
}

static rung_status read_own(struct rung__build *build, const struct rung__json *at,
                            const struct rung__rule *rule, struct rung__gate_level *level)
{
  if (at->value == NULL) return RUNG_OK;
  TRY(rung__json_array(at, 0, OWN_MAX, build->error));
  TRY(rung__build_take(build, rung__json_size(at), sizeof *level->own, &level->own));
  for (; level->own_count < rung__json_size(at); level->own_count++) {
    const struct rung__json own = rung__json_element(at, level->own_count);
    TRY(rung__build_node(build, &own, &level->own[level->own_count]));
  }
  if (level->own_count > 0 && !rule->own.given) {
    return rung__json_fail(at, build->error,
                           "the rule '%s' does not say what these must be; give it a test \"own\"",
                           rule->id);
  }
  return rung__refuse_twice(build, at, level->own, level->own_count,
                            "this stands twice in the level; name it once");
}

static rung_status read_needs(struct rung__build *build, const struct rung__json *at,
                              struct rung__gate_level *level)
{
  const size_t readings = build->model->reading_count;

  if (at->value == NULL) return RUNG_OK;
  TRY(rung__json_array(at, 0, NEEDS_MAX, build->error));
  TRY(rung__build_take(build, rung__json_size(at), sizeof *level->need, &level->need));
  for (; level->need_count < rung__json_size(at); level->need_count++) {
    const struct rung__json need = rung__json_element(at, level->need_count);
    TRY(rung__read_condition(build, &need, readings, &level->need[level->need_count]));
  }
  return RUNG_OK;
}

static rung_status read_level(struct rung__build *build, const struct rung__json *at,
                              const struct rung__ladder *ladder, const struct rung__rule *rule,
                              struct rung__gate_level *level)
{
  const struct rung__json to = rung__json_member(at, "to");
  const struct rung__json own = rung__json_member(at, "own");
  const struct rung__json needs = rung__json_member(at, "needs");
  const struct rung__json empty = rung__json_member(at, "empty");
  const size_t before = rule->level_count == 0 ? 0 : level[-1].to;

  TRY(rung__json_object(at, "to! own needs empty", build->error));
  TRY(rung__read_rising(build, &to, ladder, before, &level->to));
  TRY(read_own(build, &own, rule, level));
  TRY(read_needs(build, &needs, level));
  return read_empty(build, &empty, &level->pass_empty);
}

rung_status rung__read_gate(struct rung__build *build, const struct rung__json *at,
                            const struct rung__reading *reading, struct rung__rule *rule)
{
  static const char *const missing_words[] = {"fail", "skip", "withhold", NULL};
  const struct rung__json levels = rung__json_member(at, "levels");
  const struct rung__json own = rung__json_member(at, "own");
  const struct rung__json lower = rung__json_member(at, "lower");
  const struct rung__json empty = rung__json_member(at, "empty");
  const struct rung__json missing = rung__json_member(at, "missing");
  bool pass = false;
  int word = 0;

  TRY(rung__json_object(at, "id! by! over source levels! own lower empty! missing", build->error));
  TRY(rung__read_over(build, at, rule));
  TRY(read_test(build, &own, &rule->own));
  TRY(read_test(build, &lower, &rule->lower));
  TRY(read_empty(build, &empty, &pass));
  TRY(rung__build_word(build, &missing, missing_words, &word));
  rule->missing = (enum rung__missing)word;
  TRY(rung__json_array(&levels, 1, rule->highest, build->error));
  TRY(rung__build_take(build, rung__json_size(&levels), sizeof *rule->level, &rule->level));
  for (; rule->level_count < rung__json_size(&levels); rule->level_count++) {
    struct rung__gate_level *level = &rule->level[rule->level_count];
    const struct rung__json place = rung__json_element(&levels, rule->level_count);
    level->pass_empty = pass;
    TRY(read_level(build, &place, rung__ladder_of(build, reading), rule, level));
  }
  return RUNG_OK;
}
