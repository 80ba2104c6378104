/* Reading rules: steps, bands, weakest links and shares.
 * SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "model/build.h"

static const struct rung__ladder *ladder_of(const struct rung__build *build,
                                            const struct rung__reading *reading)
{
  return &build->model->ladders[reading->ladder];
}

static rung_status read_threshold(struct rung__build *build, const struct rung__json *at,
                                  struct rung__step *step)
{
  const struct rung__json cut = rung__json_member(at, "cut");
  const struct rung__json up = rung__json_member(at, "up");
  const struct rung__json down = rung__json_member(at, "down");
  const struct rung__json waves = rung__json_member(at, "waves");

  step->waves = 1;
  if (cut.value != NULL) {
    TRY(rung__json_object(at, "to! cut!", build->error));
    TRY(rung__build_grid(build, &cut, &step->up));
    step->down = step->up;
    return RUNG_OK;
  }
  TRY(rung__json_object(at, "to! up! down! waves", build->error));
  TRY(rung__build_grid(build, &up, &step->up));
  TRY(rung__build_grid(build, &down, &step->down));
  if (step->down > step->up) {
    return rung__json_fail(&down, build->error,
                           "\"down\" lies above \"up\"; a level is lost below where it is won");
  }
  if (waves.value == NULL) return RUNG_OK;
  return rung__json_integer(&waves, 1, 12, &step->waves, build->error);
}

static rung_status read_steps(struct rung__build *build, const struct rung__json *at,
                              const struct rung__ladder *ladder, struct rung__rule *rule)
{
  TRY(rung__json_array(at, 1, ladder->count - 1, build->error));
  TRY(rung__build_take(build, rung__json_size(at), sizeof *rule->step, &rule->step));
  for (; rule->step_count < rung__json_size(at); rule->step_count++) {
    struct rung__step *step = &rule->step[rule->step_count];
    const struct rung__json place = rung__json_element(at, rule->step_count);
    const struct rung__json to = rung__json_member(&place, "to");
    TRY(read_threshold(build, &place, step));
    TRY(rung__build_level(build, &to, ladder, &step->to));
    if (step->to == 0) {
      return rung__json_fail(&to, build->error,
                             "nobody has to step up to the lowest level; begin with the next");
    }
    if (rule->step_count == 0) continue;
    if (step->to <= step[-1].to) {
      return rung__json_fail(&to, build->error, "steps must rise from level to level");
    }
    if (step->down <= step[-1].up) {
      return rung__json_fail(&place, build->error,
                             "cuts must rise; this one is not above the one before");
    }
  }
  return RUNG_OK;
}

static rung_status read_cut(struct rung__build *build, const struct rung__json *at,
                            const struct rung__reading *reading, struct rung__rule *rule)
{
  const struct rung__json steps = rung__json_member(at, "at");

  TRY(rung__json_object(at, "id! by! over source at!", build->error));
  return read_steps(build, &steps, ladder_of(build, reading), rule);
}

static rung_status read_band(struct rung__build *build, const struct rung__json *at,
                             const struct rung__ladder *ladder, struct rung__band *band)
{
  const struct rung__json level = rung__json_member(at, "level");
  const struct rung__json from = rung__json_member(at, "from");
  const struct rung__json to = rung__json_member(at, "to");

  TRY(rung__json_object(at, "level! from to", build->error));
  TRY(rung__build_level(build, &level, ladder, &band->level));
  band->has_from = from.value != NULL;
  band->has_to = to.value != NULL;
  if (band->has_from) TRY(rung__build_grid(build, &from, &band->from));
  if (band->has_to) TRY(rung__build_grid(build, &to, &band->to));
  if (band->has_from && band->has_to && band->from >= band->to) {
    return rung__json_fail(at, build->error, "the band is empty: \"from\" is not below \"to\"");
  }
  return RUNG_OK;
}

static rung_status read_bands(struct rung__build *build, const struct rung__json *at,
                              const struct rung__reading *reading, struct rung__rule *rule)
{
  static const char *const ends[] = {"low", "high", NULL};
  const struct rung__json bands = rung__json_member(at, "bands");
  const struct rung__json closed = rung__json_member(at, "closed");
  int word = 0;

  TRY(rung__json_object(at, "id! by! over source bands! closed", build->error));
  TRY(rung__build_word(build, &closed, ends, &word));
  rule->closed_high = word == 1;
  TRY(rung__json_array(&bands, 1, RUNG__LEVELS_MAX * 4, build->error));
  TRY(rung__build_take(build, rung__json_size(&bands), sizeof *rule->band, &rule->band));
  for (; rule->band_count < rung__json_size(&bands); rule->band_count++) {
    const struct rung__json band = rung__json_element(&bands, rule->band_count);
    TRY(read_band(build, &band, ladder_of(build, reading), &rule->band[rule->band_count]));
  }
  return RUNG_OK;
}

/* The rule that another names; rules may stand in any order, and have their ids already. */
static rung_status read_from(struct rung__build *build, const struct rung__json *at,
                             const struct rung__reading *reading, const struct rung__rule *rule,
                             int *from)
{
  const char *id;

  TRY(rung__json_id(at, &id, build->error));
  for (size_t i = 0; i < reading->count; i++) {
    const struct rung__rule *other = &reading->rule[i];
    if (strcmp(other->id, id) != 0) continue;
    if (other == rule) return rung__json_fail(at, build->error, "a rule cannot rest on itself");
    *from = (int)i;
    return RUNG_OK;
  }
  return rung__json_fail(at, build->error, "the reading '%s' has no rule '%s'", reading->id, id);
}

static rung_status read_weakest(struct rung__build *build, const struct rung__json *at,
                                const struct rung__reading *reading, struct rung__rule *rule)
{
  const struct rung__json from = rung__json_member(at, "from");
  const struct rung__json of = rung__json_member(at, "of");

  TRY(rung__json_object(at, "id! by! over source from! of!", build->error));
  TRY(read_from(build, &from, reading, rule, &rule->from));
  TRY(rung__json_array(&of, 2, RUNG__MEASURES_MAX, build->error));
  TRY(rung__build_take(build, rung__json_size(&of), sizeof *rule->of, &rule->of));
  for (; rule->of_count < rung__json_size(&of); rule->of_count++) {
    const struct rung__json member = rung__json_element(&of, rule->of_count);
    TRY(rung__build_measure(build, &member, &rule->of[rule->of_count]));
    for (size_t i = 0; i < rule->of_count; i++) {
      if (rule->of[i] != rule->of[rule->of_count]) continue;
      return rung__json_fail(&member, build->error, "this measure stands twice among the links");
    }
  }
  return RUNG_OK;
}

static rung_status read_share(struct rung__build *build, const struct rung__json *at,
                              const struct rung__reading *reading, struct rung__rule *rule)
{
  const struct rung__json over = rung__json_member(at, "over");
  const struct rung__json from = rung__json_member(at, "from");
  const struct rung__json least = rung__json_member(at, "least");
  double share;

  TRY(rung__json_object(at, "id! by! over source from least!", build->error));
  if (over.value != NULL && !rule->over_people) {
    return rung__json_fail(&over, build->error, "a share is always over \"people\"");
  }
  rule->over_people = true;
  if (from.value != NULL) TRY(read_from(build, &from, reading, rule, &rule->from));
  TRY(rung__json_number(&least, 0, 1, &share, build->error));
  TRY(rung__build_grid(build, &least, &rule->least));
  if (rule->least > 0) return RUNG_OK;
  return rung__json_fail(&least, build->error, "a share is above 0 and at most 1");
}

rung_status rung__read_rule(struct rung__build *build, const struct rung__json *at,
                            const struct rung__reading *reading, struct rung__rule *rule)
{
  static const char *const overs[] = {"group", "people", NULL};
  static rung_status (*const readers[])(struct rung__build *, const struct rung__json *,
                                        const struct rung__reading *, struct rung__rule *) = {
      read_cut, read_bands, read_weakest, read_share};
  const struct rung__json by = rung__json_member(at, "by");
  const struct rung__json over = rung__json_member(at, "over");
  const struct rung__json source = rung__json_member(at, "source");
  int kind = 0, word = 0;

  rule->from = RUNG__NONE;
  rule->source = build->model->source;
  TRY(rung__json_word(&by, rung__rule_kind_words, &kind, build->error));
  rule->kind = (enum rung__rule_kind)kind;
  TRY(rung__build_word(build, &over, overs, &word));
  rule->over_people = word == 1;
  TRY(rung__build_source(build, &source, &rule->source));
  return readers[kind](build, at, reading, rule);
}
