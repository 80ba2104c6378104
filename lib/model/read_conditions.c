/* Reading conditions: tests of items, measures and readings, and tests joined.
 * SPDX-License-Identifier: Apache-2.0 */
#include "model/read_rules.h"

#define JOINS_MAX 4
#define PARTS_MAX 64

/* A condition being read: how deep it stands, and how many readings it may look at. */
struct place {
  size_t depth, readings;
};

static rung_status read_condition(struct rung__build *build, const struct rung__json *at,
                                  struct place place, struct rung__condition *condition);

static rung_status read_parts(struct rung__build *build, const struct rung__json *at,
                              struct place place, struct rung__condition *condition)
{
  TRY(rung__json_array(at, 1, PARTS_MAX, build->error));
  TRY(rung__build_take(build, rung__json_size(at), sizeof *condition->part, &condition->part));
  for (; condition->count < rung__json_size(at); condition->count++) {
    const struct rung__json part = rung__json_element(at, condition->count);
    TRY(read_condition(build, &part, place, &condition->part[condition->count]));
  }
  return RUNG_OK;
}

/* `all`, `any`, `not`. */
static rung_status read_join(struct rung__build *build, const struct rung__json *at,
                             struct place place, struct rung__condition *condition)
{
  static const char *const keys[] = {[RUNG__ALL] = "all!", [RUNG__ANY] = "any!", "not!"};
  const struct rung__json parts = rung__json_member(at, rung__test_words[condition->test]);

  TRY(rung__json_object(at, keys[condition->test], build->error));
  if (place.depth > JOINS_MAX) {
    return rung__json_fail(at, build->error, "conditions are joined more than %d deep", JOINS_MAX);
  }
  place.depth++;
  if (condition->test != RUNG__NOT) return read_parts(build, &parts, place, condition);
  TRY(rung__build_take(build, 1, sizeof *condition->part, &condition->part));
  condition->count = 1;
  return read_condition(build, &parts, place, condition->part);
}

/* The one comparison of a test, among the first so many. */
static rung_status find_test(struct rung__build *build, const struct rung__json *at, int last,
                             struct rung__condition *condition)
{
  size_t found = 0;

  for (int test = RUNG__AT_LEAST; test <= last; test++) {
    if (rung__json_member(at, rung__test_words[test]).value == NULL) continue;
    condition->test = (enum rung__test)test;
    found++;
  }
  if (found == 1) return RUNG_OK;
  return rung__json_fail(at, build->error, "found %zu comparisons; expected one of at_least, %s",
                         found, last == RUNG__AT_MOST ? "at_most" : "at_most, above, below");
}

static rung_status read_item_test(struct rung__build *build, const struct rung__json *at,
                                  struct rung__condition *condition)
{
  const struct rung__json item = rung__json_member(at, "item");

  TRY(rung__json_object(at, "item! at_least at_most above below", build->error));
  TRY(find_test(build, at, RUNG__BELOW, condition));
  const struct rung__json number = rung__json_member(at, rung__test_words[condition->test]);
  condition->on = RUNG__ON_ITEM;
  TRY(rung__build_item(build, &item, &condition->index));
  return rung__build_grid(build, &number, &condition->number);
}

static rung_status read_measure_test(struct rung__build *build, const struct rung__json *at,
                                     struct rung__condition *condition)
{
  static const char *const figures[] = {"score", "coverage", "excused", NULL};
  const struct rung__json measure = rung__json_member(at, "measure");
  const struct rung__json figure = rung__json_member(at, "figure");
  int word = 0;

  TRY(rung__json_object(at, "measure! figure at_least at_most above below", build->error));
  TRY(find_test(build, at, RUNG__BELOW, condition));
  const struct rung__json number = rung__json_member(at, rung__test_words[condition->test]);
  condition->on = RUNG__ON_MEASURE;
  TRY(rung__build_measure(build, &measure, &condition->index));
  TRY(rung__build_word(build, &figure, figures, &word));
  condition->figure = (enum rung__looked_figure)word;
  if (condition->figure != RUNG__LOOK_SCORE) build->model->looks_at_cover = true;
  return rung__build_grid(build, &number, &condition->number);
}

static rung_status find_reading(struct rung__build *build, const struct rung__json *at,
                                size_t readings, size_t *index)
{
  const char *id;

  TRY(rung__build_part_id(build, at, &id));
  for (size_t i = 0; i < readings; i++) {
    if (!rung__same(rung__slice(build->model->readings[i].id), rung__slice(id))) continue;
    *index = i;
    return RUNG_OK;
  }
  const uint32_t later = rung__names_find(&build->readings, rung__slice(id));
  return rung__json_fail(at, build->error,
                         later == RUNG__NO_NAME
                             ? "there is no reading '%s' before this"
                             : "'%s' is no reading that stands before this; only those are known",
                         id);
}

static rung_status read_reading_test(struct rung__build *build, const struct rung__json *at,
                                     size_t readings, struct rung__condition *condition)
{
  const rung_model *model = build->model;
  const struct rung__json reading = rung__json_member(at, "reading");
  size_t level;

  TRY(rung__json_object(at, "reading! at_least at_most", build->error));
  TRY(find_test(build, at, RUNG__AT_MOST, condition));
  const struct rung__json number = rung__json_member(at, rung__test_words[condition->test]);
  condition->on = RUNG__ON_READING;
  TRY(find_reading(build, &reading, readings, &condition->index));
  const size_t ladder = model->readings[condition->index].ladder;
  TRY(rung__build_level(build, &number, &model->ladders[ladder], &level));
  condition->number = (int64_t)level;
  return RUNG_OK;
}

static rung_status read_condition(struct rung__build *build, const struct rung__json *at,
                                  struct place place, struct rung__condition *condition)
{
  for (int test = RUNG__ALL; test <= RUNG__NOT; test++) {
    if (rung__json_member(at, rung__test_words[test]).value == NULL) continue;
    condition->test = (enum rung__test)test;
    return read_join(build, at, place, condition);
  }
  if (rung__json_member(at, "item").value != NULL) return read_item_test(build, at, condition);
  if (rung__json_member(at, "measure").value != NULL) {
    return read_measure_test(build, at, condition);
  }
  if (rung__json_member(at, "reading").value != NULL) {
    return read_reading_test(build, at, place.readings, condition);
  }
  return rung__json_fail(at, build->error,
                         "found %s without a test; expected an \"item\", \"measure\" or "
                         "\"reading\" with one comparison, or \"all\", \"any\" or \"not\"",
                         rung__json_kind(at));
}

rung_status rung__read_condition(struct rung__build *build, const struct rung__json *at,
                                 size_t readings, struct rung__condition *condition)
{
  return read_condition(build, at, (struct place){1, readings}, condition);
}
