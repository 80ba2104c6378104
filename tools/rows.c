/* Scores row by row: a block is read, scored, written and forgotten.
 * SPDX-License-Identifier: Apache-2.0 */
#include "rows.h"

#include "answers.h"
#include "output.h"
#include "population.h"

/* What writing a block needs. */
struct rows {
  rung_scores *scores;
  rung_format format;
  struct output output;
  const char *name;
};

static bool write_rows(struct rows *rows)
{
  rung_error error = {0};
  rung_bytes *text = NULL;
  if (rung_scores_write(rows->scores, rows->format, &text, &error) != RUNG_OK) {
    tell(rows->name, &error);
    return false;
  }
  const bool fine = output_put(&rows->output, rung_bytes_data(text), rung_bytes_length(text));
  rung_bytes_free(text);
  return fine;
}

static bool score_block(void *context, const rung_answers *block)
{
  struct rows *rows = context;
  rung_error error = {0};
  if (rung_scores_compute(rows->scores, block, &error) == RUNG_OK) return write_rows(rows);
  tell(rows->name, &error);
  return false;
}

/* What stands before the rows of a JSON document; its parts need no escapes. */
static bool open_frame(struct rows *rows, const rung_model *model)
{
  char frame[512];
  if (rows->format != RUNG_FORMAT_JSON) return true;
  const int length = snprintf(frame, sizeof frame,
                              "{\"format\":\"rung-scores/"
                              "1\",\"model\":{\"id\":\"%s\",\"version\":\"%s\",\"digest\":\"%s\"},"
                              "\"library\":\"%s\",\"rows\":[",
                              rung_model_id(model), rung_model_version(model),
                              rung_model_digest(model), rung_version());
  return output_put(&rows->output, frame, (size_t)length);
}

static bool close_frame(struct rows *rows)
{
  static const char frame[] = "\n]}\n";
  return rows->format != RUNG_FORMAT_JSON || output_put(&rows->output, frame, sizeof frame - 1);
}

static bool write_all(struct rows *rows, const rung_model *model, rung_reader *reader)
{
  return open_frame(rows, model) && answers_read(reader, rows->name, score_block, rows) &&
         (rung_scores_rows(rows->scores) > 0 || write_rows(rows)) && close_frame(rows);
}

int show_rows(const rung_model *model, const char *name, const struct options *options)
{
  rung_error error = {0};
  struct rows rows = {.format = options->format, .name = name};
  rung_reader *reader = answers_reader(model, options);
  bool fine = reader != NULL;
  if (fine && rung_scores_new(model, options->settings, &rows.scores, &error) != RUNG_OK) {
    tell(name, &error);
    fine = false;
  }
  if (fine && options->population)
    fine = tell_population(rows.scores, model, options->population, options->settings);
  const bool confidential = rung_model_rows_are_people(model) == 1;
  if (fine && output_open(&rows.output, options->output, confidential)) {
    fine = write_all(&rows, model, reader) && answers_finish(reader, name, options) &&
           output_close(&rows.output);
    output_discard(&rows.output);
  } else {
    fine = false;
  }
  rung_scores_free(rows.scores);
  rung_reader_free(reader);
  return fine ? EXIT_FINE : EXIT_CANNOT;
}
