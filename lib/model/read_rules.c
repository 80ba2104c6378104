/* Reading rules: what all share, and those that hold one score against the ladder.
 * SPDX-License-Identifier: Apache-2.0 */
#include "model/read_rules.h"

#include <string.h>

#define BANDS_MAX 128

const struct rung__ladder *rung__ladder_of(const struct rung__build *build,
                                           const struct rung__reading *reading)
{
  return &build->model->ladders[reading->ladder];
}

rung_status rung__read_rising(struct rung__build *build, const struct rung__json *at,
                              const struct rung__ladder *ladder, size_t before, size_t *level)
{
  TRY(rung__build_level(build, at, ladder, level));
  if (*level == 0) {
    return rung__json_fail(at, build->error,
                           "nobody has to step up to the lowest level; begin with the next");
  }
  if (*level > before) return RUNG_OK;
  return rung__json_fail(at, build->error, "levels must rise from one to the next");
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
    const bool first = rule->step_count == 0;
    const struct rung__json place = rung__json_element(at, rule->step_count);
    const struct rung__json to = rung__json_member(&place, "to");
    TRY(read_threshold(build, &place, step));
    TRY(rung__read_rising(build, &to, ladder, first ? 0 : step[-1].to, &step->to));
    if (!first && step->down <= step[-1].up) {
      return rung__json_fail(&place, build->error,
                             "cuts must rise; this one is not above the one before");
    }
  }
  return RUNG_OK;
}

rung_status rung__read_cut(struct rung__build *build, const struct rung__json *at,
                           const struct rung__reading *reading, struct rung__rule *rule)
{
  const struct rung__json steps = rung__json_member(at, "at");
  const struct rung__json round = rung__json_member(at, "round");

  TRY(rung__json_object(at, "id! by! over source at! round", build->error));
  TRY(rung__read_over(build, at, rule));
  TRY(rung__read_rounding(build, &round, &rule->round));
  return read_steps(build, &steps, rung__ladder_of(build, reading), rule);
}

static rung_status read_band(struct rung__build *build, const struct rung__json *at,
                             const struct rung__ladder *ladder, struct rung__band *band)
{
  const struct rung__json level = rung__json_member(at, "level");

  TRY(rung__json_object(at, "level! from to", build->error));
  TRY(rung__build_level(build, &level, ladder, &band->level));
  return rung__read_stretch(build, at, &band->over);
}

rung_status rung__read_bands(struct rung__build *build, const struct rung__json *at,
                             const struct rung__reading *reading, struct rung__rule *rule)
{
  const struct rung__json bands = rung__json_member(at, "bands");
  const struct rung__json closed = rung__json_member(at, "closed");
  const struct rung__json round = rung__json_member(at, "round");

  TRY(rung__json_object(at, "id! by! over source bands! closed round", build->error));
  TRY(rung__read_over(build, at, rule));
  TRY(rung__read_closed(build, &closed, &rule->closed_high));
  TRY(rung__read_rounding(build, &round, &rule->round));
  TRY(rung__json_array(&bands, 1, BANDS_MAX, build->error));
  TRY(rung__build_take(build, rung__json_size(&bands), sizeof *rule->band, &rule->band));
  for (; rule->band_count < rung__json_size(&bands); rule->band_count++) {
    const struct rung__json band = rung__json_element(&bands, rule->band_count);
    TRY(read_band(build, &band, rung__ladder_of(build, reading), &rule->band[rule->band_count]));
  }
  return RUNG_OK;
}

rung_status rung__read_from(struct rung__build *build, const struct rung__json *at,
                            const struct rung__reading *reading, struct rung__rule *rule)
{
  const char *id;

  TRY(rung__json_id(at, &id, build->error));
  for (size_t i = 0; i < reading->count; i++) {
    const struct rung__rule *other = &reading->rule[i];
    if (strcmp(other->id, id) != 0) continue;
    if (other == rule) return rung__json_fail(at, build->error, "a rule cannot rest on itself");
    rule->from = (int)i;
    return RUNG_OK;
  }
  return rung__json_fail(at, build->error, "the reading '%s' has no rule '%s'", reading->id, id);
}

rung_status rung__read_over(struct rung__build *build, const struct rung__json *at,
                            struct rung__rule *rule)
{
  static const char *const overs[] = {"group", "people", NULL};
  const struct rung__json over = rung__json_member(at, "over");
  int word = 0;

  TRY(rung__build_word(build, &over, overs, &word));
  rule->over_people = word == 1;
  return RUNG_OK;
}

rung_status rung__read_rule(struct rung__build *build, const struct rung__json *at,
                            const struct rung__reading *reading, struct rung__rule *rule)
{
  static const rung__rule_reader readers[] = {
      [RUNG__CUT] = rung__read_cut,         [RUNG__BANDS] = rung__read_bands,
      [RUNG__WEAKEST] = rung__read_weakest, [RUNG__SHARE_RULE] = rung__read_share,
      [RUNG__OGIVE] = rung__read_ogive,     [RUNG__GATE] = rung__read_gate,
      [RUNG__MODE] = rung__read_mode,       [RUNG__FIRST] = rung__read_first,
  };
  const struct rung__json by = rung__json_member(at, "by");
  const struct rung__json source = rung__json_member(at, "source");
  int kind = 0;

  rule->from = rule->otherwise = RUNG__NONE;
  rule->source = build->source;
  rule->highest = rung__ladder_of(build, reading)->count - 1;
  TRY(rung__json_word(&by, rung__rule_kind_words, &kind, build->error));
  rule->kind = (enum rung__rule_kind)kind;
  TRY(rung__build_source(build, &source, &rule->source));
  return readers[kind](build, at, reading, rule);
}
