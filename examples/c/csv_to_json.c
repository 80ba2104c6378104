/* CSV to JSON: rows of answers in, a JSON document of scores and levels out. Prints the document.
 * SPDX-License-Identifier: Apache-2.0
 *
 * usage: csv_to_json [MODEL.json ANSWERS.csv]; without them it reads what stands below. */
#include <stdio.h>
#include <string.h>

#include <rung/rung.h>

static const char model_text[] =
    "{'format': 'rung-model/1', 'id': 'handover', 'version': '1.0.0', 'licence': 'CC0-1.0',"
    " 'title': {'en': 'Handing over'}, 'rows': 'assessments',"
    " 'scales': {'how': {'points': [1, 2, 3],"
    "            'labels': {'en': ['Never', 'Sometimes', 'Always']},"
    "            'absent': {'?': 'dont_know'}}},"
    " 'items': [{'id': 'written', 'kind': 'practice', 'scale': 'how', 'text': {'en': 'In "
    "writing'}},"
    "           {'id': 'asked', 'kind': 'practice', 'scale': 'how', 'text': {'en': 'With "
    "questions'}}],"
    " 'measures': [{'id': 'care', 'of': ['written', 'asked'], 'by': 'mean'}],"
    " 'ladders': [{'id': 'two', 'levels': [{'id': 'loose', 'names': {'neutral': {'en': 'Loose'}}},"
    "              {'id': 'firm', 'names': {'neutral': {'en': 'Firm'}}}]}],"
    " 'readings': [{'id': 'care', 'ladder': 'two', 'of': 'care', 'primary': 'cut', 'rules':"
    "              [{'id': 'cut', 'by': 'cut', 'at': [{'to': 'firm', 'cut': 2.5}]}]}]}";

/* A label, a code, "don't know", an answer that is none, an empty field. */
static const char answers_text[] = "written,asked\nAlways,3\nsometimes,?\nOften,\n";

static rung_status read_model(const char *path, rung_model **model, rung_error *error)
{
  char json[sizeof model_text];
  if (path) return rung_model_open(path, model, error);
  memcpy(json, model_text, sizeof json);
  for (char *at = json; (at = strchr(at, '\''));)
    *at = '"';
  return rung_model_parse(json, sizeof json - 1, model, error);
}

/* Scores and prints the blocks that are ready: a comma stands before each row but the first. */
static rung_status print_blocks(rung_reader *reader, rung_scores *scores, rung_error *error)
{
  rung_status status = RUNG_OK;
  for (const rung_answers *block; status == RUNG_OK && (block = rung_reader_take(reader));) {
    rung_bytes *rows = NULL;
    status = rung_scores_compute(scores, block, error);
    if (status == RUNG_OK) status = rung_scores_write(scores, RUNG_FORMAT_JSON, &rows, error);
    if (status == RUNG_OK) fwrite(rung_bytes_data(rows), 1, rung_bytes_length(rows), stdout);
    rung_bytes_free(rows);
  }
  return status;
}

static rung_status push(rung_reader *reader, rung_scores *scores, const char *bytes, size_t length,
                        rung_error *error)
{
  rung_status status = RUNG_OK;
  for (size_t taken = 0; status == RUNG_OK && length > 0; bytes += taken, length -= taken) {
    status = rung_reader_push(reader, bytes, length, &taken, error);
    if (status == RUNG_OK) status = print_blocks(reader, scores, error);
  }
  return status;
}

static rung_status push_all(rung_reader *reader, rung_scores *scores, FILE *file, rung_error *error)
{
  char piece[4096];
  rung_status status = RUNG_OK;
  if (!file) status = push(reader, scores, answers_text, sizeof answers_text - 1, error);
  for (size_t length; file && status == RUNG_OK && (length = fread(piece, 1, sizeof piece, file));)
    status = push(reader, scores, piece, length, error);
  if (status == RUNG_OK) status = rung_reader_finish(reader, error);
  return status == RUNG_OK ? print_blocks(reader, scores, error) : status;
}

int main(int count, char **arguments)
{
  rung_error error = {0};
  rung_model *model = NULL;
  rung_reader *reader = NULL;
  rung_scores *scores = NULL;
  FILE *file = count > 2 ? fopen(arguments[2], "rb") : NULL;
  if (count > 2 && !file) return 2;
  int failed = read_model(count > 2 ? arguments[1] : NULL, &model, &error) ||
               rung_reader_new(model, NULL, 0, NULL, &reader, &error) ||
               rung_scores_new(model, NULL, &scores, &error);
  if (!failed) {
    printf("{\"rows\":[");
    failed = push_all(reader, scores, file, &error) != RUNG_OK;
    printf("\n]}\n");
  }
  if (failed) fprintf(stderr, "row %lld: %s\n", (long long)error.row, error.message);
  if (file) fclose(file);
  rung_scores_free(scores);
  rung_reader_free(reader);
  rung_model_free(model);
  return failed;
}
