/* An own model: a string in the program. Prints its linter's notes and a scored assessment.
 * SPDX-License-Identifier: Apache-2.0 */
#include <stdio.h>
#include <string.h>

#include <rung/rung.h>

static const char text[] =
    "{'format': 'rung-model/1', 'id': 'backups', 'version': '1.0.0', 'title': {'en': 'Backups'},"
    " 'licence': 'CC0-1.0', 'rows': 'assessments', 'source': 'own',"
    " 'sources': {'own': {'kind': 'assumed', 'text': 'Cuts chosen for this example.'}},"
    " 'scales': {'done3': {'points': [0, 1, 2], 'labels': {'en': ['no', 'partly', 'yes']}}},"
    " 'items': ["
    "  {'id': 'copies', 'kind': 'practice', 'scale': 'done3',"
    "   'text': {'en': 'Copies are made every day.'}},"
    "  {'id': 'elsewhere', 'kind': 'practice', 'scale': 'done3',"
    "   'text': {'en': 'A copy is kept in another place.'}},"
    "  {'id': 'restored', 'kind': 'practice', 'scale': 'done3',"
    "   'text': {'en': 'A copy is restored every month, to see that it works.'}}],"
    " 'measures': ["
    "  {'id': 'kept', 'title': {'en': 'Copies are kept'}, 'of': ['copies', 'elsewhere'],"
    "   'by': 'mean', 'construct': 'formative'},"
    "  {'id': 'proved', 'title': {'en': 'Copies are proved'}, 'of': ['restored'], 'by': 'mean',"
    "   'construct': 'formative'},"
    "  {'id': 'all', 'title': {'en': 'All practices'}, 'of': ['kept', 'proved'], 'by': 'mean',"
    "   'construct': 'formative'}],"
    " 'ladders': [{'id': 'three', 'levels': ["
    "  {'id': '1', 'names': {'neutral': {'en': 'By luck'}}},"
    "  {'id': '2', 'names': {'neutral': {'en': 'By habit'}}},"
    "  {'id': '3', 'names': {'neutral': {'en': 'By proof'}}}]}],"
    " 'readings': [{'id': 'safety', 'title': {'en': 'Safety of backups'}, 'ladder': 'three',"
    "  'of': 'all', 'primary': 'mean', 'rules': ["
    "   {'id': 'mean', 'by': 'cut', 'at': [{'to': '2', 'cut': 0.75}, {'to': '3', 'cut': 1.5}]},"
    "   {'id': 'weakest', 'by': 'weakest', 'from': 'mean', 'of': ['kept', 'proved']}]}],"
    " 'examples': [{'answers': {'copies': 2, 'elsewhere': 2, 'restored': 2},"
    "               'expect': {'safety': '3', 'proved': 2}}]}";

/* Reads the model above; ' stands for \" there, so that it can be read here. */
static rung_status read_model(rung_model **model, rung_error *error)
{
  char json[sizeof text];
  memcpy(json, text, sizeof text);
  for (char *at = json; (at = strchr(at, '\''));)
    *at = '"';
  return rung_model_parse(json, sizeof text - 1, model, error);
}

/* One organisation: copies every day, one elsewhere, never restored. */
static rung_status answer(rung_answers *answers, rung_error *error)
{
  static const char *const items[3] = {"copies", "elsewhere", "restored"};
  static const int8_t codes[3] = {2, 2, 0};
  rung_status status = RUNG_OK;
  for (int i = 0; status == RUNG_OK && i < 3; i++) {
    const rung_column column = {.data = &codes[i], .length = 1, .type = RUNG_TYPE_INT8};
    status = rung_answers_bind(answers, RUNG_ROLE_ITEM, items[i], &column, error);
  }
  return status;
}

int main(void)
{
  rung_error error = {0};
  rung_model *model = NULL;
  rung_notes *notes = NULL;
  rung_answers *answers = NULL;
  rung_scores *scores = NULL;
  rung_bytes *table = NULL;
  const int failed = read_model(&model, &error) || rung_model_check(model, &notes, &error) ||
                     rung_answers_new(model, &answers, &error) || answer(answers, &error) ||
                     rung_scores_new(model, NULL, &scores, &error) ||
                     rung_scores_compute(scores, answers, &error) ||
                     rung_scores_write(scores, RUNG_FORMAT_TABLE, &table, &error);
  if (failed) fprintf(stderr, "%s: %s\n", error.where, error.message);
  for (size_t i = 0; i < rung_notes_count(notes); i++)
    printf("%s: %s\n", rung_notes_where(notes, i), rung_notes_text(notes, i));
  if (!failed) printf("notes of the linter: %zu\n\n", rung_notes_count(notes));
  if (!failed) printf("%s", rung_bytes_data(table));
  rung_bytes_free(table);
  rung_scores_free(scores);
  rung_answers_free(answers);
  rung_notes_free(notes);
  rung_model_free(model);
  return failed;
}
