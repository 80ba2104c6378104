/* Reading what stands beside the readings: pairs, flags and the sizes of disclosure.
 * SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "model/build.h"

#define CONDITION_DEPTH 4
#define FLAGS_MAX 256

static rung_status read_pair(struct rung__build *build, const struct rung__json *at,
                             struct rung__pair *pair)
{
  const struct rung__json id = rung__json_member(at, "id");
  const struct rung__json title = rung__json_member(at, "title");
  const struct rung__json said = rung__json_member(at, "said");
  const struct rung__json done = rung__json_member(at, "done");

  TRY(rung__json_object(at, "id! said! done! title", build->error));
  TRY(rung__build_id(build, &id, &pair->id));
  TRY(rung__build_localised(build, &title, &pair->title));
  TRY(rung__build_measure(build, &said, &pair->said));
  TRY(rung__build_measure(build, &done, &pair->done));
  if (pair->said != pair->done) return RUNG_OK;
  return rung__json_fail(&done, build->error, "a pair compares two measures; this is one");
}

rung_status rung__read_pairs(struct rung__build *build, const struct rung__json *root)
{
  const struct rung__json at = rung__json_member(root, "pairs");
  rung_model *model = build->model;

  if (at.value == NULL) return RUNG_OK;
  TRY(rung__json_array(&at, 0, RUNG__PAIRS_MAX, build->error));
  TRY(rung__build_take(build, rung__json_size(&at), sizeof *model->pairs, &model->pairs));
  for (; model->pair_count < rung__json_size(&at); model->pair_count++) {
    const struct rung__json pair = rung__json_element(&at, model->pair_count);
    TRY(read_pair(build, &pair, &model->pairs[model->pair_count]));
    for (size_t i = 0; i < model->pair_count; i++) {
      if (strcmp(model->pairs[i].id, model->pairs[model->pair_count].id) == 0) {
        return rung__json_fail(&pair, build->error, "two pairs have the id '%s'",
                               model->pairs[i].id);
      }
    }
  }
  return RUNG_OK;
}

static rung_status read_condition(struct rung__build *build, const struct rung__json *at,
                                  size_t depth, struct rung__condition *condition);

static rung_status read_parts(struct rung__build *build, const struct rung__json *at, size_t depth,
                              struct rung__condition *condition)
{
  if (depth == CONDITION_DEPTH) {
    return rung__json_fail(at, build->error, "conditions nest deeper than %d", CONDITION_DEPTH);
  }
  TRY(rung__json_array(at, 1, 64, build->error));
  TRY(rung__build_take(build, rung__json_size(at), sizeof *condition->part, &condition->part));
  for (; condition->count < rung__json_size(at); condition->count++) {
    const struct rung__json part = rung__json_element(at, condition->count);
    TRY(read_condition(build, &part, depth + 1, &condition->part[condition->count]));
  }
  return RUNG_OK;
}

static rung_status read_number(struct rung__build *build, const struct rung__json *at,
                               struct rung__condition *condition)
{
  const struct rung__json measure = rung__json_member(at, "measure");
  const struct rung__json reading = rung__json_member(at, "reading");
  const char *const key = rung__test_words[condition->test];
  const struct rung__json number = rung__json_member(at, key);
  const char *id;
  size_t level;

  condition->on_reading = reading.value != NULL;
  if (!condition->on_reading) {
    TRY(rung__build_measure(build, &measure, &condition->index));
    return rung__build_grid(build, &number, &condition->number);
  }
  TRY(rung__json_id(&reading, &id, build->error));
  const uint32_t found = rung__names_find(&build->readings, rung__slice(id));
  if (found == RUNG__NO_NAME || found >= build->model->reading_count) {
    return rung__json_fail(&reading, build->error, "there is no reading '%s'", id);
  }
  condition->index = found;
  const struct rung__reading *held = &build->model->readings[found];
  TRY(rung__build_level(build, &number, &build->model->ladders[held->ladder], &level));
  condition->number = (int64_t)level;
  return RUNG_OK;
}

/* Which test a condition makes, and that nothing else stands in it. */
static rung_status read_test(struct rung__build *build, const struct rung__json *at,
                             struct rung__condition *condition)
{
  static const char *const on_measure[] = {"measure! at_least!",
                                           "measure! at_most!",
                                           "measure! above!",
                                           "measure! below!",
                                           "all!",
                                           "any!"};
  static const char *const on_reading[] = {
      "reading! at_least!", "reading! at_most!", NULL, NULL, "all!", "any!"};
  const bool reading = rung__json_member(at, "reading").value != NULL;

  for (int test = RUNG__AT_LEAST; test <= RUNG__ANY; test++) {
    const char *keys = reading ? on_reading[test] : on_measure[test];
    if (keys == NULL || rung__json_member(at, rung__test_words[test]).value == NULL) continue;
    condition->test = (enum rung__test)test;
    return rung__json_object(at, keys, build->error);
  }
  return rung__json_fail(at, build->error,
                         "expected a measure with one of at_least, at_most, above, below, a "
                         "reading with at_least or at_most, or \"all\" or \"any\"");
}

static rung_status read_condition(struct rung__build *build, const struct rung__json *at,
                                  size_t depth, struct rung__condition *condition)
{
  TRY(read_test(build, at, condition));
  if (condition->test != RUNG__ALL && condition->test != RUNG__ANY) {
    return read_number(build, at, condition);
  }
  const struct rung__json parts = rung__json_member(at, rung__test_words[condition->test]);
  return read_parts(build, &parts, depth, condition);
}

static rung_status read_flag(struct rung__build *build, const struct rung__json *at,
                             struct rung__flag *flag)
{
  const struct rung__json id = rung__json_member(at, "id");
  const struct rung__json when = rung__json_member(at, "when");
  const struct rung__json text = rung__json_member(at, "text");

  TRY(rung__json_object(at, "id! when! text!", build->error));
  TRY(rung__build_id(build, &id, &flag->id));
  TRY(rung__build_name(build, &build->readings, &id, flag->id));
  TRY(rung__build_localised(build, &text, &flag->text));
  return read_condition(build, &when, 1, &flag->when);
}

rung_status rung__read_flags(struct rung__build *build, const struct rung__json *root)
{
  const struct rung__json at = rung__json_member(root, "flags");
  rung_model *model = build->model;

  if (at.value == NULL) return RUNG_OK;
  TRY(rung__json_array(&at, 0, FLAGS_MAX, build->error));
  TRY(rung__build_take(build, rung__json_size(&at), sizeof *model->flags, &model->flags));
  for (; model->flag_count < rung__json_size(&at); model->flag_count++) {
    const struct rung__json flag = rung__json_element(&at, model->flag_count);
    TRY(read_flag(build, &flag, &model->flags[model->flag_count]));
  }
  return RUNG_OK;
}

static rung_status read_size(struct rung__build *build, const struct rung__json *at,
                             const char *key, int64_t *size)
{
  const struct rung__json member = rung__json_member(at, key);

  if (member.value == NULL) return RUNG_OK;
  return rung__json_integer(&member, 3, 1000, size, build->error);
}

rung_status rung__read_disclosure(struct rung__build *build, const struct rung__json *root)
{
  const struct rung__json at = rung__json_member(root, "disclosure");
  rung_model *model = build->model;

  model->least_n = 5;
  model->least_n_spread = 10;
  model->least_n_text = 10;
  if (at.value == NULL) return RUNG_OK;
  TRY(rung__json_object(&at, "least_n least_n_spread least_n_text", build->error));
  TRY(read_size(build, &at, "least_n", &model->least_n));
  TRY(read_size(build, &at, "least_n_spread", &model->least_n_spread));
  return read_size(build, &at, "least_n_text", &model->least_n_text);
}
