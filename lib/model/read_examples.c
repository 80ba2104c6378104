/* Reading examples: answers, and what they are expected to come to.
 * SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "model/build.h"

#define EXAMPLES_MAX 1024

/* A number is a code; a text is a kind of absence or a label; null is an empty answer. */
static rung_status read_answer(struct rung__build *build, const struct rung__json *at,
                               const struct rung__item *item, int8_t *answer, int64_t *number)
{
  double code;

  *answer = RUNG__UNKNOWN_ANSWER;
  if (json_is_null(at->value)) {
    *answer = RUNG__ABSENT(RUNG_ABSENT_SKIPPED);
  } else if (json_is_string(at->value)) {
    const char *text = json_string_value(at->value);
    for (int kind = 0; rung__absence_words[kind] != NULL; kind++) {
      if (strcmp(text, rung__absence_words[kind]) == 0) *answer = RUNG__ABSENT(kind);
    }
    if (*answer == RUNG__UNKNOWN_ANSWER)
      *answer = rung__item_match(item, rung__slice(text), number);
  } else {
    TRY(rung__json_number(at, -65536, 65536, &code, build->error));
    if (rung__grid_of(code, number)) *answer = rung__item_code(item, *number);
  }
  if (*answer != RUNG__UNKNOWN_ANSWER) return RUNG_OK;
  return rung__json_fail(
      at, build->error,
      "this is no answer of '%s'; expected a code, a label, a number or a day of "
      "its scale, a kind of absence or null",
      item->id);
}

static rung_status read_answers(struct rung__build *build, const struct rung__json *at,
                                struct rung__example *example)
{
  const rung_model *model = build->model;
  struct rung__json entry;
  void *step = NULL;

  if (!json_is_object(at->value)) {
    return rung__json_fail(at, build->error, "found %s; expected answers by item",
                           rung__json_kind(at));
  }
  TRY(rung__build_take(build, model->item_count, sizeof *example->answer, &example->answer));
  TRY(rung__build_take(build, model->item_count, sizeof *example->number, &example->number));
  memset(example->answer, RUNG__ABSENT(RUNG_ABSENT_NOT_ASKED), model->item_count);
  while (rung__json_next(at, &step, &entry)) {
    const uint32_t item = rung__names_find(&build->nodes, rung__slice(entry.key));
    if (item == RUNG__NO_NAME || item >= model->item_count) {
      return rung__json_fail(&entry, build->error, "there is no item '%.64s'", entry.key);
    }
    TRY(read_answer(build, &entry, &model->items[item], &example->answer[item],
                    &example->number[item]));
  }
  return RUNG_OK;
}

static rung_status read_level(struct rung__build *build, const struct rung__json *at,
                              const struct rung__reading *reading, int *level)
{
  size_t found;

  *level = RUNG__NONE;
  if (json_is_null(at->value)) return RUNG_OK;
  TRY(rung__build_level(build, at, &build->model->ladders[reading->ladder], &found));
  *level = (int)found;
  return RUNG_OK;
}

static rung_status read_marks(struct rung__build *build, const struct rung__json *at,
                              struct rung__expectation *expect)
{
  if (at->value == NULL) return RUNG_OK;
  expect->has_marks = true;
  TRY(rung__json_array(at, 0, 8, build->error));
  for (size_t i = 0; i < rung__json_size(at); i++) {
    const struct rung__json mark = rung__json_element(at, i);
    int bit = 0;
    TRY(rung__json_word(&mark, rung__mark_words, &bit, build->error));
    if ((unsigned)expect->marks >> bit & 1u) {
      return rung__json_fail(&mark, build->error, "this mark stands twice");
    }
    expect->marks = (uint8_t)(expect->marks | 1u << bit);
  }
  return RUNG_OK;
}

static rung_status read_rules(struct rung__build *build, const struct rung__json *at,
                              const struct rung__reading *reading, struct rung__expectation *expect)
{
  struct rung__json entry;
  void *step = NULL;

  if (at->value == NULL) return RUNG_OK;
  if (!json_is_object(at->value)) {
    return rung__json_fail(at, build->error, "found %s; expected levels by rule",
                           rung__json_kind(at));
  }
  TRY(rung__build_take(build, rung__json_size(at), sizeof *expect->rule, &expect->rule));
  while (rung__json_next(at, &step, &entry)) {
    struct rung__expect_rule *rule = &expect->rule[expect->rule_count];
    while (rule->rule < reading->count && strcmp(reading->rule[rule->rule].id, entry.key) != 0) {
      rule->rule++;
    }
    if (rule->rule == reading->count) {
      return rung__json_fail(&entry, build->error, "the reading '%s' has no rule '%.64s'",
                             reading->id, entry.key);
    }
    TRY(read_level(build, &entry, reading, &rule->level));
    expect->rule_count++;
  }
  return RUNG_OK;
}

static rung_status expect_level(struct rung__build *build, const struct rung__json *at,
                                struct rung__expectation *expect)
{
  const struct rung__reading *reading = &build->model->readings[expect->index];
  int word = 0;

  expect->kind = RUNG__EXPECT_LEVEL;
  if (!json_is_object(at->value)) {
    return read_level(build, at, reading, &expect->level);
  }
  const struct rung__json level = rung__json_member(at, "level");
  const struct rung__json state = rung__json_member(at, "state");
  const struct rung__json marks = rung__json_member(at, "marks");
  const struct rung__json rules = rung__json_member(at, "rules");
  TRY(rung__json_object(at, "level! state marks rules", build->error));
  TRY(read_level(build, &level, reading, &expect->level));
  expect->has_state = state.value != NULL;
  TRY(rung__build_word(build, &state, rung__state_words, &word));
  expect->state = (uint8_t)word;
  TRY(read_marks(build, &marks, expect));
  return read_rules(build, &rules, reading, expect);
}

static rung_status expect_score(struct rung__build *build, const struct rung__json *at,
                                struct rung__expectation *expect)
{
  expect->kind = RUNG__EXPECT_SCORE;
  expect->none = json_is_null(at->value);
  return expect->none ? RUNG_OK : rung__build_grid(build, at, &expect->score);
}

static rung_status expect_flag(struct rung__build *build, const struct rung__json *at,
                               struct rung__expectation *expect)
{
  bool raised = false;

  expect->kind = RUNG__EXPECT_FLAG;
  expect->truth = -1;
  if (json_is_null(at->value)) return RUNG_OK;
  TRY(rung__json_boolean(at, &raised, build->error));
  expect->truth = raised ? 1 : 0;
  return RUNG_OK;
}

/* A reading comes before a measure of the same name. */
static rung_status read_expectation(struct rung__build *build, const struct rung__json *at,
                                    struct rung__expectation *expect)
{
  const rung_model *model = build->model;
  const uint32_t reading = rung__names_find(&build->readings, rung__slice(at->key));
  const uint32_t node = rung__names_find(&build->nodes, rung__slice(at->key));

  if (reading != RUNG__NO_NAME && reading < model->reading_count) {
    expect->index = reading;
    return expect_level(build, at, expect);
  }
  if (reading != RUNG__NO_NAME) {
    expect->index = reading - model->reading_count;
    return expect_flag(build, at, expect);
  }
  if (node != RUNG__NO_NAME && node >= model->item_count) {
    expect->index = node - model->item_count;
    return expect_score(build, at, expect);
  }
  return rung__json_fail(at, build->error, "there is no reading, measure or flag '%.64s'", at->key);
}

static rung_status read_example(struct rung__build *build, const struct rung__json *at,
                                struct rung__example *example)
{
  const struct rung__json title = rung__json_member(at, "title");
  const struct rung__json answers = rung__json_member(at, "answers");
  const struct rung__json expect = rung__json_member(at, "expect");
  struct rung__json entry;
  void *step = NULL;
  const char *text;

  TRY(rung__json_object(at, "answers! expect! title", build->error));
  if (title.value != NULL) {
    TRY(rung__json_string(&title, 4096, &text, build->error));
    TRY(rung__build_text(build, text, &example->title));
  }
  TRY(read_answers(build, &answers, example));
  if (!json_is_object(expect.value)) {
    return rung__json_fail(&expect, build->error, "found %s; expected results by id",
                           rung__json_kind(&expect));
  }
  TRY(rung__build_take(build, rung__json_size(&expect), sizeof *example->expect, &example->expect));
  while (rung__json_next(&expect, &step, &entry)) {
    TRY(read_expectation(build, &entry, &example->expect[example->count]));
    example->count++;
  }
  return RUNG_OK;
}

rung_status rung__read_examples(struct rung__build *build, const struct rung__json *root)
{
  const struct rung__json at = rung__json_member(root, "examples");
  rung_model *model = build->model;

  if (at.value == NULL) return RUNG_OK;
  TRY(rung__json_array(&at, 0, EXAMPLES_MAX, build->error));
  TRY(rung__build_take(build, rung__json_size(&at), sizeof *model->examples, &model->examples));
  for (; model->example_count < rung__json_size(&at); model->example_count++) {
    const struct rung__json example = rung__json_element(&at, model->example_count);
    TRY(read_example(build, &example, &model->examples[model->example_count]));
  }
  return RUNG_OK;
}
