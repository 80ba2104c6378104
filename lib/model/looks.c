/* Walking what rules and conditions look at.
 * SPDX-License-Identifier: Apache-2.0 */
#include "model/looks.h"

void rung__condition_looks(const struct rung__condition *condition, rung__see see, void *context)
{
  for (size_t i = 0; i < condition->count; i++)
    rung__condition_looks(&condition->part[i], see, context);
  if (condition->count > 0) return;
  see(context, &(struct rung__look){condition->on, condition->index, condition->figure});
}

static void see_measure(size_t measure, rung__see see, void *context)
{
  see(context, &(struct rung__look){RUNG__ON_MEASURE, measure, RUNG__LOOK_SCORE});
}

static void see_node(const struct rung__node *node, rung__see see, void *context)
{
  see(context, &(struct rung__look){node->is_measure ? RUNG__ON_MEASURE : RUNG__ON_ITEM,
                                    node->index, RUNG__LOOK_SCORE});
}

static void see_gate(const struct rung__rule *rule, rung__see see, void *context)
{
  for (size_t i = 0; i < rule->level_count; i++) {
    const struct rung__gate_level *level = &rule->level[i];
    for (size_t own = 0; own < level->own_count; own++)
      see_node(&level->own[own], see, context);
    for (size_t need = 0; need < level->need_count; need++)
      rung__condition_looks(&level->need[need], see, context);
  }
}

static void see_votes(const struct rung__rule *rule, rung__see see, void *context)
{
  for (size_t i = 0; i < rule->vote_count; i++)
    see(context, &(struct rung__look){RUNG__ON_ITEM, rule->vote[i].index, RUNG__LOOK_SCORE});
}

void rung__rule_looks(const struct rung__reading *reading, const struct rung__rule *rule,
                      rung__see see, void *context)
{
  switch (rule->kind) {
  case RUNG__CUT:
  case RUNG__BANDS: see_measure(reading->measure, see, context); break;
  case RUNG__WEAKEST:
    for (size_t i = 0; i < rule->of_count; i++)
      see_measure(rule->of[i], see, context);
    break;
  case RUNG__SHARE_RULE:
  case RUNG__OGIVE: see_votes(rule, see, context); break;
  case RUNG__GATE: see_gate(rule, see, context); break;
  case RUNG__MODE:
    for (size_t i = 0; i < rule->mode_count; i++)
      see_measure(rule->mode[i].measure, see, context);
    break;
  case RUNG__FIRST:
    for (size_t i = 0; i < rule->case_count; i++)
      rung__condition_looks(rule->cases[i].when, see, context);
    break;
  }
}

void rung__actions_look(const struct rung__reading *reading, rung__see see, void *context)
{
  for (size_t i = 0; i < reading->action_count; i++)
    rung__condition_looks(reading->action[i].when, see, context);
}
