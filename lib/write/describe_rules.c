/* Telling rules and conditions in words.
 * SPDX-License-Identifier: Apache-2.0 */
#include "write/describe_rules.h"

#include "write/describe_parts.h"
#include "write/page.h"

/* Comparisons in the order of enum rung__test. */
static const char *const compared[] = {"at least", "at most", "above", "below"};

static const char *node_id(const rung_model *model, const struct rung__node *node)
{
  return node->is_measure ? model->measures[node->index].id : model->items[node->index].id;
}

static void say_test(struct rung__buffer *line, const rung_model *model,
                     const struct rung__condition *test)
{
  static const char *const figures[] = {"", "the coverage of ", "what does not apply of "};
  if (test->on == RUNG__ON_READING) {
    const struct rung__reading *reading = &model->readings[test->index];
    rung__put_format(line, "%s is %s level %s", reading->id, compared[test->test],
                     model->ladders[reading->ladder].level[test->number].id);
    return;
  }
  const struct rung__node node = {test->on == RUNG__ON_MEASURE, test->index};
  rung__put_format(line, "%s%s is %s ", figures[node.is_measure ? test->figure : RUNG__LOOK_SCORE],
                   node_id(model, &node), compared[test->test]);
  rung__say_grid(line, test->number);
}

void rung__describe_condition(struct rung__buffer *line, const rung_model *model,
                              const struct rung__condition *condition)
{
  if (condition->count == 0) {
    say_test(line, model, condition);
    return;
  }
  rung__put_text(line, condition->test == RUNG__NOT ? "not (" : "(");
  for (size_t i = 0; i < condition->count; i++) {
    if (i > 0) rung__put_text(line, condition->test == RUNG__ANY ? " or " : " and ");
    rung__describe_condition(line, model, &condition->part[i]);
  }
  rung__put_byte(line, ')');
}

void rung__describe_action(struct rung__buffer *line, const rung_model *model,
                           const struct rung__ladder *ladder, const struct rung__action *action)
{
  rung__put_text(line, "unless known to be false: ");
  rung__describe_condition(line, model, action->when);
  switch (action->kind) {
  case RUNG__CAP:
    rung__put_format(line, "; then at most level %s", ladder->level[action->level].id);
    break;
  case RUNG__WITHHOLD: rung__put_text(line, "; then no level"); break;
  case RUNG__ESPOUSED:
    rung__put_format(line, "; then level %s and above are said, not seen",
                     ladder->level[action->level].id);
    break;
  }
}

static void say_steps(struct rung__buffer *line, const struct rung__ladder *ladder,
                      const struct rung__rule *rule)
{
  for (size_t i = 0; i < rule->step_count; i++) {
    const struct rung__step *step = &rule->step[i];
    rung__put_format(line, "%s level %s from ", i > 0 ? "," : "", ladder->level[step->to].id);
    rung__say_grid(line, step->up);
    if (step->down != step->up) {
      rung__put_text(line, ", kept down to ");
      rung__say_grid(line, step->down);
    }
    if (step->waves > 1) rung__put_format(line, ", held after %lld waves", (long long)step->waves);
  }
}

static void say_bands(struct rung__buffer *line, const struct rung__ladder *ladder,
                      const struct rung__rule *rule)
{
  for (size_t i = 0; i < rule->band_count; i++) {
    const struct rung__band *band = &rule->band[i];
    rung__put_format(line, "%s level %s", i > 0 ? "," : "", ladder->level[band->level].id);
    if (band->over.has_from) {
      rung__put_text(line, rule->closed_high ? " above " : " from ");
      rung__say_grid(line, band->over.from);
    }
    if (band->over.has_to) {
      rung__put_text(line, rule->closed_high ? " up to " : " below ");
      rung__say_grid(line, band->over.to);
    }
  }
}

static void say_weakest(struct rung__buffer *line, const rung_model *model,
                        const struct rung__rule *rule, const char *from)
{
  rung__put_format(line, " the lowest level that any of these reaches by %s:", from);
  for (size_t i = 0; i < rule->of_count; i++) {
    const bool spared = rule->critical != NULL && rule->critical[i] == 0;
    rung__put_format(line, "%s %s", i > 0 ? "," : "", model->measures[rule->of[i]].id);
    if (spared) rung__put_format(line, " (may lie %zu below)", rule->lag);
  }
}

static void say_shares(struct rung__buffer *line, const struct rung__ladder *ladder,
                       const struct rung__rule *rule, const char *from)
{
  const bool one = rule->kind == RUNG__SHARE_RULE;
  rung__put_text(line, " the highest level that at least ");
  for (size_t i = 0; i < rule->share_count && (!one || i == 0); i++) {
    if (i > 0) rung__put_text(line, ", ");
    rung__tell_share(line, rung__grid_double(rule->share[i].least));
    if (!one) rung__put_format(line, " for level %s", ladder->level[rule->share[i].to].id);
  }
  if (rule->over_items)
    rung__put_format(line, " of the answers to %zu items reach", rule->vote_count);
  else
    rung__put_format(line, " of people reach by %s", from);
}

static void say_level(struct rung__buffer *line, const rung_model *model,
                      const struct rung__gate_level *level)
{
  for (size_t i = 0; i < level->own_count; i++)
    rung__put_format(line, "%s %s", i > 0 ? "," : "", node_id(model, &level->own[i]));
  for (size_t i = 0; i < level->need_count; i++) {
    rung__put_text(line, i + level->own_count > 0 ? ", " : " ");
    rung__describe_condition(line, model, &level->need[i]);
  }
  if (level->own_count + level->need_count == 0) rung__put_text(line, " nothing");
  if (level->pass_empty) rung__put_text(line, " (reached where nothing of it applies)");
}

static void say_bound(struct rung__buffer *line, const char *whose,
                      const struct rung__gate_test *test)
{
  if (!test->given) return;
  rung__put_format(line, "; %s %s ", whose, test->above ? "above" : "at least");
  rung__say_grid(line, test->bound);
}

static void say_gate(struct rung__buffer *line, const rung_model *model,
                     const struct rung__ladder *ladder, const struct rung__rule *rule)
{
  static const char *const missing[] = {"is not met", "is left out", "withholds the level"};
  for (size_t i = 0; i < rule->level_count; i++) {
    const struct rung__gate_level *level = &rule->level[i];
    rung__put_format(line, "%s level %s asks for", i > 0 ? ";" : "", ladder->level[level->to].id);
    say_level(line, model, level);
  }
  say_bound(line, "each", &rule->own);
  say_bound(line, "those of lower levels", &rule->lower);
  rung__put_format(line, "; what is missing %s", missing[rule->missing]);
}

static void say_mode(struct rung__buffer *line, const rung_model *model,
                     const struct rung__ladder *ladder, const struct rung__rule *rule,
                     const char *from)
{
  static const char *const ties[] = {"the lowest", "the highest", "none"};
  if (rule->from != RUNG__NONE) {
    rung__put_format(line, " the level that most people reach by %s", from);
  } else {
    rung__put_text(line, " the level whose measure is greatest:");
  }
  for (size_t i = 0; i < rule->mode_count; i++) {
    const struct rung__mode_level *mode = &rule->mode[i];
    rung__put_format(line, "%s level %s %s", i > 0 ? "," : "", ladder->level[mode->level].id,
                     model->measures[mode->measure].id);
  }
  rung__put_format(line, "; of equals %s", ties[rule->ties]);
}

static void say_first(struct rung__buffer *line, const rung_model *model,
                      const struct rung__ladder *ladder, const struct rung__rule *rule)
{
  for (size_t i = 0; i < rule->case_count; i++) {
    const struct rung__case *one = &rule->cases[i];
    rung__put_format(line, "%s level %s if ", i > 0 ? ", else" : "", ladder->level[one->level].id);
    rung__describe_condition(line, model, one->when);
  }
  rung__put_format(line, ", else %s%s", rule->otherwise < 0 ? "none" : "level ",
                   rule->otherwise < 0 ? "" : ladder->level[rule->otherwise].id);
}

void rung__describe_rule(struct rung__buffer *line, const rung_model *model,
                         const struct rung__reading *reading, const struct rung__rule *rule)
{
  const struct rung__ladder *ladder = &model->ladders[reading->ladder];
  const char *from = rule->from >= 0 ? reading->rule[rule->from].id : "";
  switch (rule->kind) {
  case RUNG__CUT: say_steps(line, ladder, rule); break;
  case RUNG__BANDS: say_bands(line, ladder, rule); break;
  case RUNG__WEAKEST: say_weakest(line, model, rule, from); break;
  case RUNG__SHARE_RULE:
  case RUNG__OGIVE: say_shares(line, ladder, rule, from); break;
  case RUNG__GATE: say_gate(line, model, ladder, rule); break;
  case RUNG__MODE: say_mode(line, model, ladder, rule, from); break;
  case RUNG__FIRST: say_first(line, model, ladder, rule); break;
  }
  rung__say_rounding(line, &rule->round);
}
