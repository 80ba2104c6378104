/* Reading readings: a measure held against a ladder by several rules, one of them primary.
 * SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "model/read_rules.h"

static rung_status read_rule_ids(struct rung__build *build, const struct rung__json *at,
                                 struct rung__reading *reading)
{
  TRY(rung__json_array(at, 1, RUNG__RULES_MAX, build->error));
  TRY(rung__build_take(build, rung__json_size(at), sizeof *reading->rule, &reading->rule));
  for (; reading->count < rung__json_size(at); reading->count++) {
    const struct rung__json rule = rung__json_element(at, reading->count);
    const struct rung__json id = rung__json_member(&rule, "id");
    TRY(rung__build_id(build, &id, &reading->rule[reading->count].id));
    for (size_t i = 0; i < reading->count; i++) {
      if (strcmp(reading->rule[i].id, reading->rule[reading->count].id) == 0) {
        return rung__json_fail(&id, build->error, "two rules of this reading have the id '%s'",
                               reading->rule[i].id);
      }
    }
  }
  return RUNG_OK;
}

static rung_status read_primary(struct rung__build *build, const struct rung__json *at,
                                struct rung__reading *reading)
{
  const char *id;

  TRY(rung__json_id(at, &id, build->error));
  for (size_t i = 0; i < reading->count; i++) {
    if (strcmp(reading->rule[i].id, id) == 0) {
      reading->primary = i;
      return RUNG_OK;
    }
  }
  return rung__json_fail(at, build->error, "the reading has no rule '%s'", id);
}

/* What a rule rests on must give each row a level by itself: a cut or bands for a weakest link,
 * anything that does not rest on people in its turn for a rule over people. */
static rung_status settle_from(struct rung__build *build, const struct rung__json *at,
                               const struct rung__reading *reading, struct rung__rule *rule)
{
  const bool shares = rule->kind == RUNG__SHARE_RULE || rule->kind == RUNG__OGIVE;

  if (shares && rule->over_people && rule->from == RUNG__NONE) rule->from = (int)reading->primary;
  if (rule->from == RUNG__NONE) return RUNG_OK;
  const size_t from = (size_t)rule->from;
  const enum rung__rule_kind kind = reading->rule[from].kind;
  const bool alone = rung__person_rule(reading, from) == from;
  if (rule->kind == RUNG__WEAKEST ? kind == RUNG__CUT || kind == RUNG__BANDS : alone)
    return RUNG_OK;
  return rung__json_fail(at, build->error,
                         rule->kind == RUNG__WEAKEST
                             ? "the rule '%s' rests on '%s', which holds no score against the "
                               "ladder; name a rule by cut or bands in \"from\""
                             : "the rule '%s' rests on '%s', which gives a person no level; name a "
                               "rule that does in \"from\"",
                         rule->id, reading->rule[from].id);
}

static rung_status read_rules(struct rung__build *build, const struct rung__json *at,
                              struct rung__reading *reading)
{
  const struct rung__json rules = rung__json_member(at, "rules");
  const struct rung__json primary = rung__json_member(at, "primary");

  TRY(read_rule_ids(build, &rules, reading));
  TRY(read_primary(build, &primary, reading));
  for (size_t i = 0; i < reading->count; i++) {
    const struct rung__json rule = rung__json_element(&rules, i);
    TRY(rung__read_rule(build, &rule, reading, &reading->rule[i]));
  }
  for (size_t i = 0; i < reading->count; i++) {
    const struct rung__json rule = rung__json_element(&rules, i);
    TRY(settle_from(build, &rule, reading, &reading->rule[i]));
  }
  return RUNG_OK;
}

static rung_status read_action(struct rung__build *build, const struct rung__json *at,
                               const struct rung__ladder *ladder, struct rung__action *action)
{
  const struct rung__json when = rung__json_member(at, "when");
  const struct rung__json cap = rung__json_member(at, "cap");
  const struct rung__json withhold = rung__json_member(at, "withhold");
  const struct rung__json espoused = rung__json_member(at, "espoused");
  const struct rung__json reason = rung__json_member(at, "reason");
  bool yes = true;

  TRY(rung__json_object(at, "when! cap withhold espoused reason!", build->error));
  if ((cap.value != NULL) + (withhold.value != NULL) + (espoused.value != NULL) != 1) {
    return rung__json_fail(at, build->error,
                           "expected one of \"cap\", \"withhold\" and \"espoused\"");
  }
  action->kind = cap.value != NULL        ? RUNG__CAP
                 : espoused.value != NULL ? RUNG__ESPOUSED
                                          : RUNG__WITHHOLD;
  TRY(rung__build_take(build, 1, sizeof *action->when, &action->when));
  TRY(rung__read_condition(build, &when, build->model->reading_count, action->when));
  TRY(rung__build_localised(build, &reason, &action->reason));
  if (action->kind == RUNG__CAP) return rung__build_level(build, &cap, ladder, &action->level);
  if (action->kind == RUNG__ESPOUSED) {
    return rung__build_level(build, &espoused, ladder, &action->level);
  }
  TRY(rung__json_boolean(&withhold, &yes, build->error));
  return yes ? RUNG_OK
             : rung__json_fail(&withhold, build->error,
                               "found false; expected true, or no \"withhold\" at all");
}

static rung_status read_actions(struct rung__build *build, const struct rung__json *at,
                                struct rung__reading *reading)
{
  const struct rung__ladder *ladder = rung__ladder_of(build, reading);

  if (at->value == NULL) return RUNG_OK;
  TRY(rung__json_array(at, 1, RUNG__ACTIONS_MAX, build->error));
  TRY(rung__build_take(build, rung__json_size(at), sizeof *reading->action, &reading->action));
  for (; reading->action_count < rung__json_size(at); reading->action_count++) {
    const struct rung__json action = rung__json_element(at, reading->action_count);
    TRY(read_action(build, &action, ladder, &reading->action[reading->action_count]));
  }
  return RUNG_OK;
}

static rung_status read_facet(struct rung__build *build, const struct rung__json *at,
                              struct rung__reading *reading)
{
  const struct rung__ladder *ladder = &build->model->ladders[reading->ladder];

  if (at->value == NULL) return RUNG_OK;
  TRY(rung__build_id(build, at, &reading->facet));
  for (size_t i = 0; i < ladder->count; i++) {
    for (size_t facet = 0; facet < ladder->level[i].facet_count; facet++) {
      if (strcmp(ladder->level[i].facet[facet], reading->facet) == 0) return RUNG_OK;
    }
  }
  return rung__json_fail(at, build->error, "no level of the ladder '%s' has a name '%s'",
                         ladder->id, reading->facet);
}

static rung_status read_reading(struct rung__build *build, const struct rung__json *at,
                                struct rung__reading *reading)
{
  const struct rung__json id = rung__json_member(at, "id");
  const struct rung__json title = rung__json_member(at, "title");
  const struct rung__json ladder = rung__json_member(at, "ladder");
  const struct rung__json of = rung__json_member(at, "of");
  const struct rung__json facet = rung__json_member(at, "facet");
  const struct rung__json conditions = rung__json_member(at, "conditions");

  TRY(rung__json_object(at, "id! ladder! of! primary! rules! title facet conditions",
                        build->error));
  TRY(rung__build_part_id(build, &id, &reading->id));
  TRY(rung__build_name(build, &build->readings, &id, reading->id));
  TRY(rung__build_localised(build, &title, &reading->title));
  TRY(rung__build_ladder(build, &ladder, &reading->ladder));
  TRY(rung__build_measure(build, &of, &reading->measure));
  TRY(read_facet(build, &facet, reading));
  TRY(read_rules(build, at, reading));
  TRY(read_actions(build, &conditions, reading));
  const struct rung__json rules = rung__json_member(at, "rules");
  return rung__settle_ipsative(build, &rules, reading);
}

rung_status rung__read_readings(struct rung__build *build, const struct rung__json *root)
{
  const struct rung__json at = rung__json_member(root, "readings");
  rung_model *model = build->model;

  if (at.value == NULL) return RUNG_OK;
  TRY(rung__json_array(&at, 0, RUNG__READINGS_MAX - model->reading_count, build->error));
  for (size_t i = 0; i < rung__json_size(&at); i++) {
    const struct rung__json reading = rung__json_element(&at, i);
    struct rung__reading *read = &model->readings[model->reading_count];
    read->place = i;
    read->used = build->prefix[0] != '\0';
    TRY(read_reading(build, &reading, read));
    model->reading_count++;
  }
  return RUNG_OK;
}
