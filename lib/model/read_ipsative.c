/* Finding what is ipsative: what rests on a block compares within a row, never between rows.
 * SPDX-License-Identifier: Apache-2.0 */
#include "model/looks.h"
#include "model/read_rules.h"

struct search {
  const rung_model *model;
  bool found;
};

static void see(void *context, const struct rung__look *look)
{
  struct search *search = context;
  const rung_model *model = search->model;

  switch (look->on) {
  case RUNG__ON_ITEM:
    search->found = search->found || model->items[look->index].block != RUNG__NONE;
    break;
  case RUNG__ON_MEASURE:
    search->found = search->found || model->measures[look->index].ipsative;
    break;
  case RUNG__ON_READING: {
    const struct rung__reading *reading = &model->readings[look->index];
    search->found = search->found || rung__is_ipsative(reading, reading->primary);
    break;
  }
  }
}

/* Whether a rule sees what rests on a block; what the conditions of its reading see does not count. */
static bool is_ipsative(const rung_model *model, const struct rung__reading *reading,
                        const struct rung__rule *rule)
{
  struct search search = {model, false};

  rung__rule_looks(reading, rule, see, &search);
  return search.found;
}

rung_status rung__settle_ipsative(struct rung__build *build, const struct rung__json *rules,
                                  struct rung__reading *reading)
{
  for (size_t i = 0; i < reading->count; i++) {
    struct rung__rule *rule = &reading->rule[i];
    rule->ipsative = is_ipsative(build->model, reading, rule);
  }
  for (size_t i = 0; i < reading->count; i++) {
    const struct rung__rule *levels = &reading->rule[rung__person_rule(reading, i)];
    const struct rung__json at = rung__json_element(rules, i);
    if (!reading->rule[i].over_people || !levels->ipsative || levels->kind == RUNG__MODE) continue;
    return rung__json_fail(&at, build->error,
                           "the rule '%s' gives each person a level by what is shared out within "
                           "a row and cannot be compared between rows; take it over the group, or "
                           "give levels by \"mode\"",
                           levels->id);
  }
  return RUNG_OK;
}
