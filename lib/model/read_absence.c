/* Reading what counts in place of an answer, and the tags under which votes are counted.
 * SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "model/build.h"

#define TAGS_MOST 16 /* of one item or option */

static rung_status read_policy(struct rung__build *build, const struct rung__json *at,
                               struct rung__absence_rule *out)
{
  int word = 0;

  if (json_is_number(at->value)) {
    out->policy = RUNG__THIS_NUMBER;
    return rung__build_grid(build, at, &out->number);
  }
  TRY(rung__json_word(at, rung__policy_words, &word, build->error));
  out->policy = (enum rung__policy)word;
  return RUNG_OK;
}

static rung_status read_kinds(struct rung__build *build, const struct rung__json *at,
                              struct rung__absence_rule out[RUNG__ABSENCE_KINDS])
{
  TRY(rung__json_object(at, "skipped not_applicable dont_know invalid not_asked", build->error));
  size_t named = 0;
  for (size_t kind = 0; kind < RUNG__ABSENCE_KINDS; kind++) {
    const struct rung__json member = rung__json_member(at, rung__absence_words[kind]);
    if (member.value == NULL) continue;
    TRY(read_policy(build, &member, &out[kind]));
    named++;
  }
  if (named > 0) return RUNG_OK;
  return rung__json_fail(at, build->error, "no kind of absence is named; drop \"absence\"");
}

rung_status rung__read_absence(struct rung__build *build, const struct rung__json *at,
                               struct rung__absence_rule out[RUNG__ABSENCE_KINDS])
{
  static const rung_absence missing[] = {RUNG_ABSENT_SKIPPED, RUNG_ABSENT_DONT_KNOW,
                                         RUNG_ABSENT_INVALID};
  struct rung__absence_rule all;

  for (size_t kind = 0; kind < RUNG__ABSENCE_KINDS; kind++)
    out[kind] = (struct rung__absence_rule){RUNG__POLICY_UNSAID, 0};
  if (at->value == NULL) return RUNG_OK;
  if (json_is_object(at->value)) return read_kinds(build, at, out);
  all.number = 0;
  TRY(read_policy(build, at, &all));
  for (size_t i = 0; i < sizeof missing / sizeof *missing; i++)
    out[missing[i]] = all;
  return RUNG_OK;
}

rung_status rung__read_tag(struct rung__build *build, const struct rung__json *at, int *tag)
{
  rung_model *model = build->model;
  const char *id;

  TRY(rung__build_part_id(build, at, &id));
  for (size_t i = 0; i < model->tag_count; i++) {
    if (strcmp(model->tags[i], id) != 0) continue;
    *tag = (int)i;
    return RUNG_OK;
  }
  if (model->tag_count == RUNG__TAGS_MAX) {
    return rung__json_fail(at, build->error, "the model has more than %d different tags",
                           RUNG__TAGS_MAX);
  }
  *tag = (int)model->tag_count;
  model->tags[model->tag_count++] = id;
  return RUNG_OK;
}

rung_status rung__read_tags(struct rung__build *build, const struct rung__json *at, uint64_t *tags)
{
  if (at->value == NULL) return RUNG_OK;
  TRY(rung__json_array(at, 1, TAGS_MOST, build->error));
  for (size_t i = 0; i < rung__json_size(at); i++) {
    const struct rung__json element = rung__json_element(at, i);
    int tag = 0;
    TRY(rung__read_tag(build, &element, &tag));
    const uint64_t bit = UINT64_C(1) << tag;
    if ((*tags & bit) != 0) {
      return rung__json_fail(&element, build->error, "the tag '%s' stands twice; name it once",
                             build->model->tags[tag]);
    }
    *tags |= bit;
  }
  return RUNG_OK;
}
