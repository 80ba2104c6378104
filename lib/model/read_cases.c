/* Reading the rules that choose among some: the weakest link, the most votes, the first true case.
 * SPDX-License-Identifier: Apache-2.0 */
#include "model/read_rules.h"

#define CASES_MAX 64

static rung_status read_links(struct rung__build *build, const struct rung__json *at,
                              struct rung__rule *rule)
{
  TRY(rung__json_array(at, 2, RUNG__MEASURES_MAX, build->error));
  TRY(rung__build_take(build, rung__json_size(at), sizeof *rule->of, &rule->of));
  for (; rule->of_count < rung__json_size(at); rule->of_count++) {
    const struct rung__json member = rung__json_element(at, rule->of_count);
    TRY(rung__build_measure(build, &member, &rule->of[rule->of_count]));
    for (size_t i = 0; i < rule->of_count; i++) {
      if (rule->of[i] != rule->of[rule->of_count]) continue;
      return rung__json_fail(&member, build->error, "this measure stands twice among the links");
    }
  }
  return RUNG_OK;
}

static rung_status mark_critical(struct rung__build *build, const struct rung__json *at,
                                 struct rung__rule *rule)
{
  size_t measure;

  TRY(rung__build_measure(build, at, &measure));
  for (size_t link = 0; link < rule->of_count; link++) {
    if (rule->of[link] != measure) continue;
    if (rule->critical[link] != 0) {
      return rung__json_fail(at, build->error, "this measure stands twice in \"critical\"");
    }
    rule->critical[link] = 1;
    return RUNG_OK;
  }
  return rung__json_fail(at, build->error, "'%s' is no link of the rule; name it in \"of\" too",
                         build->model->measures[measure].id);
}

static rung_status read_critical(struct rung__build *build, const struct rung__json *at,
                                 struct rung__rule *rule)
{
  TRY(rung__json_array(at, 1, rule->of_count, build->error));
  TRY(rung__build_take(build, rule->of_count, sizeof *rule->critical, &rule->critical));
  for (size_t i = 0; i < rung__json_size(at); i++) {
    const struct rung__json link = rung__json_element(at, i);
    TRY(mark_critical(build, &link, rule));
  }
  return RUNG_OK;
}

static rung_status read_lag(struct rung__build *build, const struct rung__json *at,
                            struct rung__rule *rule)
{
  int64_t lag = 1;

  if (at->value != NULL) {
    TRY(rung__json_integer(at, 1, RUNG__LEVELS_MAX - 1, &lag, build->error));
  }
  rule->lag = (size_t)lag;
  return RUNG_OK;
}

rung_status rung__read_weakest(struct rung__build *build, const struct rung__json *at,
                               const struct rung__reading *reading, struct rung__rule *rule)
{
  const struct rung__json from = rung__json_member(at, "from");
  const struct rung__json of = rung__json_member(at, "of");
  const struct rung__json critical = rung__json_member(at, "critical");
  const struct rung__json lag = rung__json_member(at, "lag");

  TRY(rung__json_object(at, "id! by! over source from! of! critical lag", build->error));
  TRY(rung__read_over(build, at, rule));
  TRY(rung__read_from(build, &from, reading, rule));
  TRY(read_links(build, &of, rule));
  if (lag.value != NULL && critical.value == NULL) {
    return rung__json_fail(at, build->error,
                           "without \"critical\" every link is; name those that are, or drop "
                           "\"lag\"");
  }
  if (critical.value != NULL) TRY(read_critical(build, &critical, rule));
  return read_lag(build, &lag, rule);
}

static rung_status read_mode_level(struct rung__build *build, const struct rung__json *at,
                                   const struct rung__ladder *ladder, struct rung__rule *rule)
{
  struct rung__mode_level *mode = &rule->mode[rule->mode_count];
  const struct rung__json level = rung__json_member(at, "level");
  const struct rung__json measure = rung__json_member(at, "measure");

  TRY(rung__json_object(at, "level! measure!", build->error));
  TRY(rung__build_level(build, &level, ladder, &mode->level));
  TRY(rung__build_measure(build, &measure, &mode->measure));
  for (size_t i = 0; i < rule->mode_count; i++) {
    if (rule->mode[i].level != mode->level) continue;
    return rung__json_fail(&level, build->error, "the level '%s' is named twice",
                           ladder->level[mode->level].id);
  }
  return RUNG_OK;
}

static rung_status read_mode_levels(struct rung__build *build, const struct rung__json *at,
                                    const struct rung__ladder *ladder, struct rung__rule *rule)
{
  TRY(rung__json_array(at, 2, ladder->count, build->error));
  TRY(rung__build_take(build, rung__json_size(at), sizeof *rule->mode, &rule->mode));
  for (; rule->mode_count < rung__json_size(at); rule->mode_count++) {
    const struct rung__json level = rung__json_element(at, rule->mode_count);
    TRY(read_mode_level(build, &level, ladder, rule));
  }
  return RUNG_OK;
}

rung_status rung__read_mode(struct rung__build *build, const struct rung__json *at,
                            const struct rung__reading *reading, struct rung__rule *rule)
{
  static const char *const ties_words[] = {"lowest", "highest", "withhold", NULL};
  const struct rung__json of = rung__json_member(at, "of");
  const struct rung__json from = rung__json_member(at, "from");
  const struct rung__json ties = rung__json_member(at, "ties");
  int word = 0;

  TRY(rung__json_object(at, "id! by! over source of from ties!", build->error));
  TRY(rung__read_over(build, at, rule));
  TRY(rung__json_word(&ties, ties_words, &word, build->error));
  rule->ties = (enum rung__ties)word;
  if ((of.value == NULL) == (from.value == NULL)) {
    return rung__json_fail(at, build->error,
                           "expected either \"of\", a measure per level, or \"from\", the rule by "
                           "which people have their levels");
  }
  if (of.value != NULL) {
    return read_mode_levels(build, &of, rung__ladder_of(build, reading), rule);
  }
  if (!rule->over_people) {
    return rung__json_fail(&from, build->error,
                           "\"from\" counts people; say \"over\": \"people\" as well");
  }
  return rung__read_from(build, &from, reading, rule);
}

static rung_status read_case(struct rung__build *build, const struct rung__json *at,
                             const struct rung__ladder *ladder, struct rung__case *out)
{
  const struct rung__json when = rung__json_member(at, "when");
  const struct rung__json level = rung__json_member(at, "level");

  TRY(rung__json_object(at, "when! level!", build->error));
  TRY(rung__build_take(build, 1, sizeof *out->when, &out->when));
  TRY(rung__read_condition(build, &when, build->model->reading_count, out->when));
  return rung__build_level(build, &level, ladder, &out->level);
}

rung_status rung__read_first(struct rung__build *build, const struct rung__json *at,
                             const struct rung__reading *reading, struct rung__rule *rule)
{
  const struct rung__ladder *ladder = rung__ladder_of(build, reading);
  const struct rung__json cases = rung__json_member(at, "cases");
  const struct rung__json otherwise = rung__json_member(at, "otherwise");
  size_t level;

  TRY(rung__json_object(at, "id! by! over source cases! otherwise", build->error));
  TRY(rung__read_over(build, at, rule));
  TRY(rung__json_array(&cases, 1, CASES_MAX, build->error));
  TRY(rung__build_take(build, rung__json_size(&cases), sizeof *rule->cases, &rule->cases));
  for (; rule->case_count < rung__json_size(&cases); rule->case_count++) {
    const struct rung__json one = rung__json_element(&cases, rule->case_count);
    TRY(read_case(build, &one, ladder, &rule->cases[rule->case_count]));
  }
  if (otherwise.value == NULL) return RUNG_OK;
  TRY(rung__build_level(build, &otherwise, ladder, &level));
  rule->otherwise = (int)level;
  return RUNG_OK;
}
