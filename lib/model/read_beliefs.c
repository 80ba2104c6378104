/* Reading beliefs: decisions that are taken without a measurement.
 * SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "base/date.h"
#include "model/build.h"

#define OWNER_MAX 4096
#define DAY_LENGTH 10

static rung_status read_owner(struct rung__build *build, const struct rung__json *at,
                              const char **owner)
{
  const char *text;

  if (at->value == NULL) return RUNG_OK;
  TRY(rung__json_string(at, OWNER_MAX, &text, build->error));
  return rung__build_text(build, text, owner);
}

static rung_status read_review(struct rung__build *build, const struct rung__json *at,
                               const char **review)
{
  const char *text;
  int32_t day;

  if (at->value == NULL) return RUNG_OK;
  TRY(rung__json_string(at, DAY_LENGTH, &text, build->error));
  if (!rung__date_read(rung__slice(text), &day)) {
    return rung__json_fail(at, build->error,
                           "found '%s'; expected a day as YYYY-MM-DD, from 1970-01-01 to "
                           "2149-06-06",
                           text);
  }
  return rung__build_text(build, text, review);
}

static rung_status read_belief(struct rung__build *build, const struct rung__json *at,
                               struct rung__belief *belief)
{
  const struct rung__json id = rung__json_member(at, "id");
  const struct rung__json text = rung__json_member(at, "text");
  const struct rung__json reason = rung__json_member(at, "reason");
  const struct rung__json owner = rung__json_member(at, "owner");
  const struct rung__json review = rung__json_member(at, "review");

  TRY(rung__json_object(at, "id! text! reason! owner review", build->error));
  TRY(rung__build_part_id(build, &id, &belief->id));
  TRY(rung__build_localised(build, &text, &belief->text));
  TRY(rung__build_localised(build, &reason, &belief->reason));
  TRY(read_owner(build, &owner, &belief->owner));
  return read_review(build, &review, &belief->review);
}

rung_status rung__read_beliefs(struct rung__build *build, const struct rung__json *root)
{
  const struct rung__json at = rung__json_member(root, "beliefs");
  rung_model *model = build->model;

  if (at.value == NULL) return RUNG_OK;
  TRY(rung__json_array(&at, 0, RUNG__BELIEFS_MAX - model->belief_count, build->error));
  for (size_t i = 0; i < rung__json_size(&at); i++, model->belief_count++) {
    const struct rung__json belief = rung__json_element(&at, i);
    struct rung__belief *read = &model->beliefs[model->belief_count];
    TRY(read_belief(build, &belief, read));
    for (size_t k = 0; k < model->belief_count; k++) {
      if (strcmp(model->beliefs[k].id, read->id) != 0) continue;
      return rung__json_fail(&belief, build->error, "two beliefs have the id '%s'", read->id);
    }
  }
  return RUNG_OK;
}
