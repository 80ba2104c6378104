/* Working the examples of an old version with the new one too: which results differ.
 * SPDX-License-Identifier: Apache-2.0 */
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "check/compare.h"
#include "score/scores.h"

/* A version with room for one row of answers. */
struct version {
  const rung_model *model;
  rung_scores *scores;
  int8_t *answer;         /* [item] */
  int64_t *number;        /* [item] */
  const int8_t **coded;   /* [item]: its answer */
  const int64_t **column; /* [item]: its number */
};

static rung_status begin(struct version *version, const rung_model *model, rung_error *error)
{
  const size_t count = model->item_count;

  version->model = model;
  version->answer = rung__array_new(count, sizeof *version->answer);
  version->number = rung__array_new(count, sizeof *version->number);
  version->coded = rung__array_new(count, sizeof *version->coded);
  version->column = rung__array_new(count, sizeof *version->column);
  if (version->answer == NULL || version->number == NULL || version->coded == NULL ||
      version->column == NULL) {
    return rung__fail_memory(error);
  }
  for (size_t i = 0; i < count; i++) {
    version->coded[i] = &version->answer[i];
    version->column[i] = &version->number[i];
  }
  return rung_scores_new(model, NULL, &version->scores, error);
}

static void end(struct version *version)
{
  rung_scores_free(version->scores);
  free(version->answer);
  free(version->number);
  free(version->coded);
  free(version->column);
}

static rung_status compute(const struct version *version, rung_error *error)
{
  const rung_answers answers = {.model = version->model,
                                .first_row = 1,
                                .rows = 1,
                                .coded = version->coded,
                                .numbers = version->column};

  return rung_scores_compute(version->scores, &answers, error);
}

/* What an answer to the old item is to the new one; false where that does not have it. */
static bool carry_answer(const struct rung__item *from, const struct rung__item *to, int8_t answer,
                         int64_t number, int8_t *out)
{
  *out = answer;
  if (answer < 0) return true;
  if (from->answers != to->answers) return false;
  if (to->answers != RUNG__POINTS) return number >= to->raw_low && number <= to->raw_high;
  for (size_t i = 0; i < to->count; i++) {
    if (to->code[i] != from->code[answer]) continue;
    *out = (int8_t)i;
    return true;
  }
  return false;
}

/* An example's answers for both versions. NULL, or the old item whose answer the new one lacks. */
static const struct rung__item *carry(const struct rung__comparison *of,
                                      const struct rung__example *example,
                                      const struct version *was, const struct version *is)
{
  for (size_t i = 0; i < of->model->item_count; i++)
    is->answer[i] = RUNG__ABSENT(RUNG_ABSENT_NOT_ASKED);
  for (size_t i = 0; i < of->other->item_count; i++) {
    const struct rung__item *item = &of->other->items[i];
    const size_t heir = of->heir[RUNG__ITEMS][i];
    was->answer[i] = example->answer[i];
    was->number[i] = example->number[i];
    if (example->answer[i] == RUNG__ABSENT(RUNG_ABSENT_NOT_ASKED)) continue;
    if (heir == RUNG__NO_TWIN) return item;
    is->number[heir] = example->number[i];
    if (!carry_answer(item, &of->model->items[heir], example->answer[i], example->number[i],
                      &is->answer[heir])) {
      return item;
    }
  }
  return NULL;
}

/* A score as text. */
static struct rung__digits score_text(int64_t score)
{
  return score == RUNG__NO_SCORE ? (struct rung__digits){"none"} : rung__digits(score);
}

static const char *level_text(const struct version *version, size_t reading, size_t rule)
{
  const struct rung__reading *at = &version->model->readings[reading];
  const int8_t reached = version->scores->rule[reading][rule].level[0];

  return reached < 0 ? "none" : version->model->ladders[at->ladder].level[reached].id;
}

/* One example: its number in the old version. */
struct trial {
  const struct rung__comparison *of;
  const struct version *was, *is;
  size_t index;
};

static void compare(const struct trial *trial, enum rung__sort sort, size_t index, const char *what,
                    const char *from, const char *to)
{
  const struct rung__change change = rung__change_of(trial->of, sort, index);
  const char *title = trial->of->other->examples[trial->index].title;

  if (strcmp(from, to) == 0) return;
  rung__note(trial->of->notes, RUNG_NOTE_WARNING, change.where.text,
             "in example %zu of the other version%s%s, %s of '%s' was %s and is %s", trial->index,
             title == NULL ? "" : " ", title == NULL ? "" : title, what, change.id, from, to);
}

static void compare_results(const struct trial *trial)
{
  static const char *const truths[] = {"open", "not raised", "raised"};
  const struct rung__comparison *of = trial->of;

  for (size_t i = 0; i < of->model->measure_count; i++) {
    const size_t twin = of->twin[RUNG__MEASURES][i];
    if (twin == RUNG__NO_TWIN) continue;
    const int64_t was = trial->was->scores->measure[twin].score[0];
    const int64_t is = trial->is->scores->measure[i].score[0];
    if (was == is) continue;
    compare(trial, RUNG__MEASURES, i, "the score", score_text(was).text, score_text(is).text);
  }
  for (size_t i = 0; i < of->model->reading_count; i++) {
    const size_t twin = of->twin[RUNG__READINGS][i];
    if (twin == RUNG__NO_TWIN) continue;
    compare(trial, RUNG__READINGS, i, "the level",
            level_text(trial->was, twin, of->other->readings[twin].primary),
            level_text(trial->is, i, of->model->readings[i].primary));
  }
  for (size_t i = 0; i < of->model->flag_count; i++) {
    const size_t twin = of->twin[RUNG__FLAGS][i];
    if (twin == RUNG__NO_TWIN) continue;
    compare(trial, RUNG__FLAGS, i, "the flag", truths[trial->was->scores->flag[twin][0] + 1],
            truths[trial->is->scores->flag[i][0] + 1]);
  }
}

static rung_status run(const struct trial *trial, rung_error *error)
{
  const struct rung__example *example = &trial->of->other->examples[trial->index];
  const struct rung__item *lost = carry(trial->of, example, trial->was, trial->is);

  if (lost != NULL) {
    rung__note(
        trial->of->notes, RUNG_NOTE_INFORMATION, "/examples",
        "example %zu of the other version cannot be worked: its answer to '%s' is not in this one",
        trial->index, lost->id);
    return RUNG_OK;
  }
  TRY(compute(trial->was, error));
  TRY(compute(trial->is, error));
  compare_results(trial);
  return RUNG_OK;
}

rung_status rung__compare_examples(const struct rung__comparison *of, rung_error *error)
{
  struct version was = {0}, is = {0};
  rung_status status = begin(&was, of->other, error);

  if (status == RUNG_OK) status = begin(&is, of->model, error);
  for (size_t i = 0; status == RUNG_OK && i < of->other->example_count; i++) {
    const struct trial trial = {of, &was, &is, i};
    status = run(&trial, error);
  }
  end(&was);
  end(&is);
  return status;
}
