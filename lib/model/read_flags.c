/* Reading what stands beside the readings: pairs, flags and the sizes of disclosure.
 * SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "model/read_rules.h"

/* The two measures of a pair, by either of two pairs of words. */
static rung_status read_sides(struct rung__build *build, const struct rung__json *at,
                              struct rung__pair *pair)
{
  pair->of_sides = rung__json_member(at, "inside").value != NULL ||
                   rung__json_member(at, "outside").value != NULL;
  TRY(rung__json_object(at, pair->of_sides ? "id! inside! outside! title" : "id! said! done! title",
                        build->error));
  const struct rung__json said = rung__json_member(at, pair->of_sides ? "inside" : "said");
  const struct rung__json done = rung__json_member(at, pair->of_sides ? "outside" : "done");
  TRY(rung__build_measure(build, &said, &pair->said));
  TRY(rung__build_measure(build, &done, &pair->done));
  if (pair->said != pair->done) return RUNG_OK;
  return rung__json_fail(&done, build->error, "a pair compares two measures; this is one");
}

static rung_status read_pair(struct rung__build *build, const struct rung__json *at,
                             struct rung__pair *pair)
{
  const struct rung__json id = rung__json_member(at, "id");
  const struct rung__json title = rung__json_member(at, "title");

  TRY(read_sides(build, at, pair));
  TRY(rung__build_part_id(build, &id, &pair->id));
  return rung__build_localised(build, &title, &pair->title);
}

rung_status rung__read_pairs(struct rung__build *build, const struct rung__json *root)
{
  const struct rung__json at = rung__json_member(root, "pairs");
  rung_model *model = build->model;

  if (at.value == NULL) return RUNG_OK;
  TRY(rung__json_array(&at, 0, RUNG__PAIRS_MAX - model->pair_count, build->error));
  for (size_t i = 0; i < rung__json_size(&at); i++, model->pair_count++) {
    const struct rung__json pair = rung__json_element(&at, i);
    struct rung__pair *read = &model->pairs[model->pair_count];
    TRY(read_pair(build, &pair, read));
    for (size_t k = 0; k < model->pair_count; k++) {
      if (strcmp(model->pairs[k].id, read->id) != 0) continue;
      return rung__json_fail(&pair, build->error, "two pairs have the id '%s'", read->id);
    }
  }
  return RUNG_OK;
}

static rung_status read_flag(struct rung__build *build, const struct rung__json *at,
                             struct rung__flag *flag)
{
  const struct rung__json id = rung__json_member(at, "id");
  const struct rung__json when = rung__json_member(at, "when");
  const struct rung__json text = rung__json_member(at, "text");

  TRY(rung__json_object(at, "id! when! text!", build->error));
  TRY(rung__build_part_id(build, &id, &flag->id));
  TRY(rung__build_name(build, &build->readings, &id, flag->id));
  TRY(rung__build_localised(build, &text, &flag->text));
  return rung__read_condition(build, &when, build->model->reading_count, &flag->when);
}

rung_status rung__read_flags(struct rung__build *build, const struct rung__json *root)
{
  const struct rung__json at = rung__json_member(root, "flags");
  rung_model *model = build->model;

  if (at.value == NULL) return RUNG_OK;
  TRY(rung__json_array(&at, 0, RUNG__FLAGS_MAX - model->flag_count, build->error));
  for (size_t i = 0; i < rung__json_size(&at); i++, model->flag_count++) {
    const struct rung__json flag = rung__json_element(&at, i);
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
