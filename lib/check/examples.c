/* Running a model's own examples: a model proves itself.
 * SPDX-License-Identifier: Apache-2.0 */
#include <stdlib.h>

#include "base/array.h"
#include "base/number.h"
#include "base/settings.h"
#include "check/lint.h"
#include "model/words.h"
#include "score/scores.h"

/* An example's answers as a block of one row: a place per item. */
struct columns {
  const int8_t **coded;
  const int64_t **numbers;
};

/* One example with its result. */
struct trial {
  const rung_model *model;
  const struct rung__example *example;
  const rung_scores *scores;
  rung_notes *notes;
  char where[40];
};

static const char *title_of(const struct trial *trial)
{
  return trial->example->title == NULL ? "" : trial->example->title;
}

static void tell(const struct trial *trial, const char *what, const char *id, const char *expected,
                 const char *found)
{
  rung__note(trial->notes, RUNG_NOTE_ERROR, trial->where,
             "the example%s%s expects %s of '%s' to be %s, and it is %s",
             trial->example->title == NULL ? "" : " ", title_of(trial), what, id, expected, found);
}

static const char *level_name(const struct rung__ladder *ladder, int level)
{
  return level < 0 ? "none" : ladder->level[level].id;
}

static void list_marks(uint8_t marks, struct rung__buffer *out)
{
  for (size_t bit = 0; rung__mark_words[bit] != NULL; bit++) {
    if (((unsigned)marks >> bit & 1u) == 0) continue;
    rung__put_format(out, "%s%s", out->length == 0 ? "" : " ", rung__mark_words[bit]);
  }
  if (out->length == 0) rung__put_text(out, "none");
}

static void compare_marks(const struct trial *trial, const char *id, uint8_t expected,
                          uint8_t found)
{
  struct rung__buffer texts[2] = {{0}, {0}};

  if (expected == found) return;
  list_marks(expected, &texts[0]);
  list_marks(found, &texts[1]);
  if (texts[0].failed || texts[1].failed)
    rung__notes_fail(trial->notes);
  else
    tell(trial, "the marks", id, texts[0].data, texts[1].data);
  rung__buffer_free(&texts[0]);
  rung__buffer_free(&texts[1]);
}

static int stated(const struct rung__ladder *ladder, int8_t reached)
{
  return reached < 0 ? RUNG__NONE : ladder->stated[reached];
}

static void compare_level(const struct trial *trial, const struct rung__expectation *expect)
{
  const struct rung__reading *reading = &trial->model->readings[expect->index];
  const struct rung__ladder *ladder = &trial->model->ladders[reading->ladder];
  const struct rung__rule_column *rules = trial->scores->rule[expect->index];
  const struct rung__rule_column *primary = &rules[reading->primary];
  const int level = stated(ladder, primary->level[0]);

  if (expect->level != level) {
    tell(trial, "the level", reading->id, level_name(ladder, expect->level),
         level_name(ladder, level));
  }
  if (expect->has_state && expect->state != primary->state[0]) {
    tell(trial, "the state", reading->id, rung__state_words[expect->state],
         rung__state_words[primary->state[0]]);
  }
  if (expect->has_marks) compare_marks(trial, reading->id, expect->marks, primary->marks[0]);
  for (size_t i = 0; i < expect->rule_count; i++) {
    const int by_rule = stated(ladder, rules[expect->rule[i].rule].level[0]);
    if (expect->rule[i].level == by_rule) continue;
    tell(trial, "the level", reading->rule[expect->rule[i].rule].id,
         level_name(ladder, expect->rule[i].level), level_name(ladder, by_rule));
  }
}

/* A score is expected as a decimal, so it is met when it is the nearest to nine digits. */
static bool is_met(int64_t expected, int64_t found)
{
  const int64_t distance = expected > found ? expected - found : found - expected;

  return distance <= RUNG__GRID / 1000000000;
}

static void compare_score(const struct trial *trial, const struct rung__expectation *expect)
{
  const int64_t found = trial->scores->measure[expect->index].score[0];
  char texts[2][RUNG__NUMBER_SIZE] = {"none", "none"};

  if (expect->none ? found == RUNG__NO_SCORE
                   : found != RUNG__NO_SCORE && is_met(expect->score, found)) {
    return;
  }
  if (!expect->none) rung__number_write(rung__grid_double(expect->score), texts[0]);
  if (found != RUNG__NO_SCORE) rung__number_write(rung__grid_double(found), texts[1]);
  tell(trial, "the score", trial->model->measures[expect->index].id, texts[0], texts[1]);
}

static void compare_flag(const struct trial *trial, const struct rung__expectation *expect)
{
  static const char *const truths[] = {"open", "not raised", "raised"};
  const int found = trial->scores->flag[expect->index][0];

  if (expect->truth == found) return;
  tell(trial, "the flag", trial->model->flags[expect->index].id, truths[expect->truth + 1],
       truths[found + 1]);
}

static void compare(const struct trial *trial)
{
  for (size_t i = 0; i < trial->example->count; i++) {
    const struct rung__expectation *expect = &trial->example->expect[i];
    switch (expect->kind) {
    case RUNG__EXPECT_SCORE: compare_score(trial, expect); break;
    case RUNG__EXPECT_LEVEL: compare_level(trial, expect); break;
    case RUNG__EXPECT_FLAG: compare_flag(trial, expect); break;
    }
  }
}

static rung_status run(struct trial *trial, rung_scores *scores, const struct columns *columns,
                       rung_error *error)
{
  const rung_answers answers = {.model = trial->model,
                                .first_row = 1,
                                .rows = 1,
                                .coded = columns->coded,
                                .numbers = columns->numbers};

  for (size_t i = 0; i < trial->model->item_count; i++) {
    columns->coded[i] = &trial->example->answer[i];
    columns->numbers[i] = &trial->example->number[i];
  }
  TRY(rung_scores_compute(scores, &answers, error));
  compare(trial);
  return RUNG_OK;
}

static rung_status run_all(const rung_model *model, const struct columns *columns,
                           rung_notes *notes, rung_error *error)
{
  rung_scores *scores = NULL;
  rung_status status = rung_scores_new(model, NULL, &scores, error);

  for (size_t i = 0; status == RUNG_OK && i < model->example_count; i++) {
    struct trial trial = {model, &model->examples[i], scores, notes, ""};
    rung__print(trial.where, sizeof trial.where, "/examples/%zu", i);
    status = run(&trial, scores, columns, error);
  }
  rung_scores_free(scores);
  return status;
}

rung_status rung__check_examples(const rung_model *model, rung_notes *notes, rung_error *error)
{
  if (model->example_count == 0) {
    rung__note(notes, RUNG_NOTE_INFORMATION, "/examples",
               "the model has no examples; add some, so that it proves itself");
    return RUNG_OK;
  }
  const struct columns columns = {rung__array_new(model->item_count, sizeof *columns.coded),
                                  rung__array_new(model->item_count, sizeof *columns.numbers)};
  const bool made = columns.coded != NULL && columns.numbers != NULL;
  const rung_status status = made ? run_all(model, &columns, notes, error)
                                  : rung__fail_memory(error);
  free(columns.coded);
  free(columns.numbers);
  return status;
}
