/* Fuzzing model files: what is read is checked, described, scored, and reads again to the same.
 * SPDX-License-Identifier: Apache-2.0 */
#include "fuzz.h"

#include <math.h>

#include "score/scores.h"

static rung_model *parse(const uint8_t *data, size_t size)
{
  rung_model *model = (rung_model *)(uintptr_t)data;
  rung_error error = {0, 0, 0, 0, "", ""};
  const rung_status status = rung_model_parse((const char *)data, size, &model, &error);
  must_tell(status, &error);
  MUST((status == RUNG_OK) == (model != NULL));
  return model;
}

static void reread(const rung_model *model, size_t size)
{
  const char *source = rung_model_source(model);
  rung_model *again = parse((const uint8_t *)source, size);
  MUST(again != NULL && strcmp(rung_model_digest(again), rung_model_digest(model)) == 0);
  rung_model_free(again);
}

/* Neither format has a byte that would steer a terminal. */
static void ask(const rung_model *model)
{
  for (int format = RUNG_FORMAT_TABLE; format <= RUNG_FORMAT_CSV; ++format) {
    rung_bytes *text = NULL;
    const rung_status status = rung_model_questionnaire(model, "en", (rung_format)format, &text,
                                                        NULL);
    MUST(status == RUNG_OK || status == RUNG_E_LIMIT);
    for (const char *at = status == RUNG_OK ? rung_bytes_data(text) : ""; *at != '\0'; ++at)
      MUST(*at == '\n' || rung__steers(at) == 0);
    rung_bytes_free(text);
  }
}

static void remark(const rung_model *model)
{
  rung_notes *notes = NULL;
  rung_bytes *text = NULL;
  MUST(rung_model_check(model, &notes, NULL) == RUNG_OK);
  MUST(rung_model_describe(model, "en", &text, NULL) == RUNG_OK);
  ask(model);
  for (size_t index = 0; index < rung_notes_count(notes); ++index)
    MUST(rung_notes_where(notes, index) != NULL && rung_notes_text(notes, index)[0] != '\0');
  rung_notes_free(notes);
  rung_bytes_free(text);
}

/* Levels within the ladder, scores within what the format allows. */
static void look(const rung_scores *scores)
{
  const rung_model *model = scores->model;
  for (size_t index = 0; index < model->measure_count; ++index) {
    const struct rung__measure_column *column = &scores->measure[index];
    MUST(column->score[0] == RUNG__NO_SCORE ||
         (column->score[0] >= -RUNG__GRID_LIMIT && column->score[0] <= RUNG__GRID_LIMIT));
    MUST(column->lowest[0] <= column->highest[0]);
    MUST(column->present[0] >= 0 && column->present[0] <= column->asked[0]);
  }
  for (size_t reading = 0; reading < model->reading_count; ++reading) {
    const int count = (int)model->ladders[model->readings[reading].ladder].count;
    for (size_t rule = 0; rule < model->readings[reading].count; ++rule) {
      const struct rung__rule_column *column = &scores->rule[reading][rule];
      MUST(column->level[0] >= -1 && column->level[0] < count);
      MUST(column->lowest[0] >= -1 && column->lowest[0] < count);
      MUST(column->highest[0] >= -1 && column->highest[0] < count);
    }
  }
}

/* The same place of every item's answers; below 0 an absence, and every other item's last answer. */
static int8_t code_of(size_t count, size_t item, int place)
{
  if (count == 0) return RUNG__ABSENT(RUNG_ABSENT_NOT_ASKED);
  if (place >= 0) return (int8_t)((size_t)place % count);
  return item % 2 != 0 ? (int8_t)(count - 1) : (int8_t)place;
}

static void score(const rung_model *model, int place)
{
  rung_scores *scores = NULL;
  int8_t *bytes = malloc(model->item_count);
  const int8_t **coded = malloc(model->item_count * sizeof *coded);
  const rung_answers answers = {.model = model, .first_row = 1, .rows = 1, .coded = coded};
  MUST(bytes != NULL && coded != NULL);
  for (size_t item = 0; item < model->item_count; ++item) {
    bytes[item] = code_of(model->items[item].count, item, place);
    coded[item] = &bytes[item];
  }
  MUST(rung_scores_new(model, NULL, &scores, NULL) == RUNG_OK);
  MUST(rung_scores_compute(scores, &answers, NULL) == RUNG_OK);
  look(scores);
  rung_scores_free(scores);
  free(bytes);
  free(coded);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  rung_model *model = parse(data, size);
  if (model == NULL) return 0;
  reread(model, size);
  remark(model);
  score(model, 0);
  score(model, 119);
  for (int kind = RUNG_ABSENT_NOT_ASKED; kind <= RUNG_ABSENT_INVALID; ++kind)
    score(model, RUNG__ABSENT(kind));
  rung_model_free(model);
  return 0;
}
