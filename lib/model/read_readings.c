/* Reading readings: a measure held against a ladder by several rules, one of them primary.
 * SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "model/build.h"

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
 * anything but a share for a share. */
static rung_status settle_from(struct rung__build *build, const struct rung__json *at,
                               const struct rung__reading *reading, struct rung__rule *rule)
{
  if (rule->kind != RUNG__WEAKEST && rule->kind != RUNG__SHARE_RULE) return RUNG_OK;
  if (rule->from == RUNG__NONE) rule->from = (int)reading->primary;
  const enum rung__rule_kind kind = reading->rule[rule->from].kind;
  const bool fits = kind == RUNG__CUT || kind == RUNG__BANDS;
  if (fits || (rule->kind == RUNG__SHARE_RULE && kind == RUNG__WEAKEST)) return RUNG_OK;
  return rung__json_fail(at, build->error,
                         "the rule '%s' rests on '%s', which gives a person no level; name a rule "
                         "by cut or bands in \"from\"",
                         rule->id, reading->rule[rule->from].id);
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

  TRY(rung__json_object(at, "id! ladder! of! primary! rules! title facet", build->error));
  TRY(rung__build_id(build, &id, &reading->id));
  TRY(rung__build_name(build, &build->readings, &id, reading->id));
  TRY(rung__build_localised(build, &title, &reading->title));
  TRY(rung__build_ladder(build, &ladder, &reading->ladder));
  TRY(rung__build_measure(build, &of, &reading->measure));
  TRY(read_facet(build, &facet, reading));
  return read_rules(build, at, reading);
}

rung_status rung__read_readings(struct rung__build *build, const struct rung__json *root)
{
  const struct rung__json at = rung__json_member(root, "readings");
  rung_model *model = build->model;

  if (at.value == NULL) return RUNG_OK;
  TRY(rung__json_array(&at, 0, RUNG__READINGS_MAX, build->error));
  TRY(rung__build_take(build, rung__json_size(&at), sizeof *model->readings, &model->readings));
  for (size_t i = 0; i < rung__json_size(&at); i++) {
    const struct rung__json reading = rung__json_element(&at, i);
    TRY(read_reading(build, &reading, &model->readings[i]));
    model->reading_count++;
  }
  return RUNG_OK;
}
