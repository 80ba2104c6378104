/* Reading relations: which two readings are put beside each other, and which levels belong together.
 * SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "model/build.h"

static rung_status read_reading(struct rung__build *build, const struct rung__json *at, size_t *out)
{
  const char *id;
  TRY(rung__build_part_id(build, at, &id));
  for (*out = 0; *out < build->model->reading_count; ++*out) {
    if (strcmp(build->model->readings[*out].id, id) == 0) return RUNG_OK;
  }
  return rung__json_fail(at, build->error, "there is no reading '%s'; declare it under /readings",
                         id);
}

static rung_status read_readings(struct rung__build *build, const struct rung__json *at,
                                 struct rung__relation *relation)
{
  TRY(rung__json_array(at, 2, 2, build->error));
  for (size_t side = 0; side < 2; ++side) {
    const struct rung__json one = rung__json_element(at, side);
    TRY(read_reading(build, &one, &relation->reading[side]));
    if (side == 0 || relation->reading[0] != relation->reading[1]) continue;
    return rung__json_fail(&one, build->error, "a relation is of two readings; this is one");
  }
  return RUNG_OK;
}

static const struct rung__ladder *ladder_of(const rung_model *model,
                                            const struct rung__relation *relation, size_t side)
{
  return &model->ladders[model->readings[relation->reading[side]].ladder];
}

static rung_status read_cell(struct rung__build *build, const struct rung__json *at,
                             struct rung__relation *relation)
{
  size_t level[2];
  TRY(rung__json_array(at, 2, 2, build->error));
  for (size_t side = 0; side < 2; ++side) {
    const struct rung__json one = rung__json_element(at, side);
    TRY(rung__build_level(build, &one, ladder_of(build->model, relation, side), &level[side]));
  }
  const uint32_t bit = UINT32_C(1) << level[1];
  if (relation->diagonal[level[0]] & bit)
    return rung__json_fail(at, build->error, "these two levels stand twice");
  relation->diagonal[level[0]] |= bit;
  return RUNG_OK;
}

/* Unsaid, levels at the same place belong together. */
static rung_status read_diagonal(struct rung__build *build, const struct rung__json *at,
                                 const struct rung__json *of, struct rung__relation *relation)
{
  const struct rung__ladder *first = ladder_of(build->model, relation, 0),
                            *second = ladder_of(build->model, relation, 1);
  if (at->value == NULL && first->count != second->count)
    return rung__json_fail(of, build->error,
                           "the ladders '%s' and '%s' differ in length: name the levels that "
                           "belong together in \"diagonal\"",
                           first->id, second->id);
  for (size_t level = 0; at->value == NULL && level < first->count; ++level)
    relation->diagonal[level] = UINT32_C(1) << level;
  if (at->value == NULL) return RUNG_OK;
  TRY(rung__json_array(at, 1, first->count * second->count, build->error));
  for (size_t i = 0; i < rung__json_size(at); ++i) {
    const struct rung__json cell = rung__json_element(at, i);
    TRY(read_cell(build, &cell, relation));
  }
  return RUNG_OK;
}

static rung_status read_relation(struct rung__build *build, const struct rung__json *at,
                                 struct rung__relation *relation)
{
  const struct rung__json id = rung__json_member(at, "id");
  const struct rung__json of = rung__json_member(at, "of");
  const struct rung__json title = rung__json_member(at, "title");
  const struct rung__json diagonal = rung__json_member(at, "diagonal");
  TRY(rung__json_object(at, "id! of! title diagonal", build->error));
  TRY(rung__build_part_id(build, &id, &relation->id));
  TRY(rung__build_localised(build, &title, &relation->title));
  TRY(read_readings(build, &of, relation));
  return read_diagonal(build, &diagonal, &of, relation);
}

rung_status rung__read_relations(struct rung__build *build, const struct rung__json *root)
{
  const struct rung__json at = rung__json_member(root, "relations");
  rung_model *model = build->model;
  if (at.value == NULL) return RUNG_OK;
  TRY(rung__json_array(&at, 0, RUNG__RELATIONS_MAX - model->relation_count, build->error));
  for (size_t i = 0; i < rung__json_size(&at); ++i, ++model->relation_count) {
    const struct rung__json relation = rung__json_element(&at, i);
    struct rung__relation *read = &model->relations[model->relation_count];
    TRY(read_relation(build, &relation, read));
    for (size_t k = 0; k < model->relation_count; ++k) {
      if (strcmp(model->relations[k].id, read->id) == 0)
        return rung__json_fail(&relation, build->error, "two relations have the id '%s'", read->id);
    }
  }
  return RUNG_OK;
}
