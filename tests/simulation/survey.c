/* Surveys that are drawn.
 * SPDX-License-Identifier: Apache-2.0 */
#include "survey.h"

#include <stdio.h>
#include <stdlib.h>

void *room(size_t count, size_t size)
{
  void *made = calloc(count, size);
  if (made == NULL) {
    fputs("no memory\n", stderr);
    exit(1);
  }
  return made;
}

void must(rung_status status, const char *where, const rung_error *error)
{
  if (status == RUNG_OK) return;
  fprintf(stderr, "%s: %s: %s\n", where, rung_status_name((int32_t)status), error->message);
  exit(1);
}

struct survey survey_make(const char *const *item, size_t items, size_t most)
{
  struct survey survey = {.items = items, .item = item};
  for (size_t index = 0; index < items; ++index)
    survey.answer[index] = room(most, sizeof *survey.answer[index]);
  survey.weight = room(most, sizeof *survey.weight);
  survey.group = room(most, sizeof *survey.group);
  return survey;
}

void survey_free(struct survey *survey)
{
  for (size_t index = 0; index < survey->items; ++index)
    free(survey->answer[index]);
  free(survey->weight);
  free(survey->group);
}

rung_model *model_of(const char *folder, const char *name)
{
  char path[4096];
  rung_model *model = NULL;
  rung_error error = {.status = 0};
  snprintf(path, sizeof path, "%s/%s.json", folder, name);
  must(rung_model_open(path, &model, &error), path, &error);
  return model;
}

static rung_answers *bind(const rung_model *model, const struct survey *survey)
{
  rung_answers *answers = NULL;
  rung_error error = {.status = 0};
  rung_column column = {.length = (int64_t)survey->rows, .type = RUNG_TYPE_FLOAT};
  must(rung_answers_new(model, &answers, &error), "answers", &error);
  for (size_t item = 0; item < survey->items; ++item) {
    column.data = survey->answer[item];
    must(rung_answers_bind(answers, RUNG_ROLE_ITEM, survey->item[item], &column, &error), "item",
         &error);
  }
  column.type = RUNG_TYPE_INT32;
  column.data = survey->group;
  must(rung_answers_bind(answers, RUNG_ROLE_GROUP, "group", &column, &error), "group", &error);
  column.type = RUNG_TYPE_DOUBLE;
  column.data = survey->weight;
  if (survey->weighted)
    must(rung_answers_bind(answers, RUNG_ROLE_WEIGHT, "weight", &column, &error), "weight", &error);
  return answers;
}

rung_findings *survey_find(const rung_model *model, const struct survey *survey,
                           const rung_settings *settings)
{
  static const char *const COLUMNS[] = {"group"};
  rung_tally *tally = NULL;
  rung_view *view = NULL;
  rung_findings *findings = NULL;
  rung_error error = {.status = 0};
  rung_answers *answers = bind(model, survey);
  must(rung_tally_new(model, COLUMNS, 1, RUNG_TALLY_PRODUCTS, &tally, &error), "tally", &error);
  must(rung_tally_add(tally, answers, NULL, &error), "add", &error);
  must(rung_view_new(&view, &error), "view", &error);
  must(rung_view_cut(view, COLUMNS, 1, &error), "cut", &error);
  const rung_tally *const waves[] = {tally};
  must(rung_findings_new(waves, 1, view, settings, &findings, &error), "findings", &error);
  rung_view_free(view);
  rung_tally_free(tally);
  rung_answers_free(answers);
  return findings;
}

size_t survey_group(const rung_findings *findings, size_t row)
{
  return strtoull(rung_findings_key_value(findings, row, 0), NULL, 10);
}

void row_write(const struct row *row)
{
  printf("%s,%s,%zu,%g,%s,%d,%.0f,%.0f,%.0f,%.0f,%.5f,%.5f\n", row->part, row->figure, row->n,
         row->skew, row->weights, row->bin, row->count, row->held, row->under, row->over, row->mean,
         row->deviation);
}
