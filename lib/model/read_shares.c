/* Reading shares and ogives: how many of the people or items must reach a level.
 * SPDX-License-Identifier: Apache-2.0 */
#include "model/read_rules.h"

/* The answer must stand for its own level, so that people on it can be counted. */
static bool is_plain(const struct rung__item *item)
{
  return !item->reverse && !item->recoded && item->curve.count == 0 && item->ratio.target == 0 &&
         !item->clip.given;
}

static rung_status check_vote(struct rung__build *build, const struct rung__json *at,
                              const struct rung__reading *reading, const struct rung__term *vote)
{
  if (vote->is_measure) {
    return rung__json_fail(at, build->error, "this is a measure; name items, whose answers count");
  }
  struct rung__item *item = &build->model->items[vote->index];
  if (item->unmeasured != NULL || item->ladder != (int)reading->ladder) {
    return rung__json_fail(at, build->error,
                           "the answers of '%s' are no levels of the ladder '%s'; name items on a "
                           "scale of it",
                           item->id, rung__ladder_of(build, reading)->id);
  }
  if (!is_plain(item)) {
    return rung__json_fail(at, build->error,
                           "the answers of '%s' are turned into other values; a level that is "
                           "counted must be the one that was chosen",
                           item->id);
  }
  item->looked_at = true;
  build->model->looks_at_items = true;
  return RUNG_OK;
}

static rung_status read_votes(struct rung__build *build, const struct rung__json *at,
                              const struct rung__reading *reading, struct rung__rule *rule)
{
  TRY(rung__read_terms(build, at, &rule->vote, &rule->vote_count));
  for (size_t i = 0; i < rule->vote_count; i++) {
    const struct rung__json vote = rung__json_element(at, i);
    TRY(check_vote(build, &vote, reading, &rule->vote[i]));
  }
  return RUNG_OK;
}

/* Of whom the share is: of people with their levels by another rule, or of the answers to items. */
static rung_status read_whose(struct rung__build *build, const struct rung__json *at,
                              const struct rung__reading *reading, struct rung__rule *rule)
{
  static const char *const overs[] = {"people", "items", NULL};
  const struct rung__json over = rung__json_member(at, "over");
  const struct rung__json from = rung__json_member(at, "from");
  const struct rung__json of = rung__json_member(at, "of");
  int word = 0;

  TRY(rung__build_word(build, &over, overs, &word));
  rule->over_items = word == 1;
  rule->over_people = !rule->over_items;
  const struct rung__json *extra = rule->over_items ? &from : &of;
  if (extra->value != NULL) {
    return rung__json_fail(extra, build->error, "a share over %s has no \"%s\"; drop it",
                           overs[word], extra->key);
  }
  if (rule->over_items) return read_votes(build, &of, reading, rule);
  return from.value == NULL ? RUNG_OK : rung__read_from(build, &from, reading, rule);
}

static rung_status read_least(struct rung__build *build, const struct rung__json *at,
                              int64_t *least)
{
  double share;

  TRY(rung__json_number(at, 0, 1, &share, build->error));
  TRY(rung__build_grid(build, at, least));
  if (*least > 0) return RUNG_OK;
  return rung__json_fail(at, build->error, "a share is above 0 and at most 1");
}

/* One share for every level but the lowest, which everybody reaches. */
rung_status rung__read_share(struct rung__build *build, const struct rung__json *at,
                             const struct rung__reading *reading, struct rung__rule *rule)
{
  const struct rung__json at_least = rung__json_member(at, "least");
  int64_t least;

  TRY(rung__json_object(at, "id! by! over source from of least!", build->error));
  TRY(read_whose(build, at, reading, rule));
  TRY(read_least(build, &at_least, &least));
  TRY(rung__build_take(build, rule->highest, sizeof *rule->share, &rule->share));
  for (; rule->share_count < rule->highest; rule->share_count++)
    rule->share[rule->share_count] = (struct rung__ogive_step){rule->share_count + 1, least};
  return RUNG_OK;
}

static rung_status read_step(struct rung__build *build, const struct rung__json *at,
                             const struct rung__ladder *ladder, size_t before,
                             struct rung__ogive_step *step)
{
  const struct rung__json to = rung__json_member(at, "to");
  const struct rung__json least = rung__json_member(at, "least");

  TRY(rung__json_object(at, "to! least!", build->error));
  TRY(rung__read_rising(build, &to, ladder, before, &step->to));
  return read_least(build, &least, &step->least);
}

rung_status rung__read_ogive(struct rung__build *build, const struct rung__json *at,
                             const struct rung__reading *reading, struct rung__rule *rule)
{
  const struct rung__json steps = rung__json_member(at, "at");
  size_t before = 0;

  TRY(rung__json_object(at, "id! by! over source from of at!", build->error));
  TRY(read_whose(build, at, reading, rule));
  TRY(rung__json_array(&steps, 1, rule->highest, build->error));
  TRY(rung__build_take(build, rung__json_size(&steps), sizeof *rule->share, &rule->share));
  for (; rule->share_count < rung__json_size(&steps); rule->share_count++) {
    struct rung__ogive_step *step = &rule->share[rule->share_count];
    const struct rung__json place = rung__json_element(&steps, rule->share_count);
    TRY(read_step(build, &place, rung__ladder_of(build, reading), before, step));
    before = step->to;
  }
  return RUNG_OK;
}
