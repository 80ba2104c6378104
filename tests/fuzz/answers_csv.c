/* Fuzzing answers in every form: the same bytes pushed whole or in pieces come to the same end and the same tally.
 * SPDX-License-Identifier: Apache-2.0 */
#include "fuzz.h"

/* What became of a file. */
struct end {
  rung_status status;
  rung_error error;
  rung_tally *tally;
  int64_t rows;
};

static rung_reader *new_reader(uint8_t choice)
{
  static const double DELIMITERS[] = {0, 9, 44, 59};
  const bool is_csv = choice < 128;
  static const char
      *const MAP = "{\"format\":\"rung-map/1\",\"labels\":{\"maybe\":3,\"n/a\":\"not_applicable\"},"
                   "\"quoted_empty\":\"dont_know\",\"long\":{\"row\":\"id\"},\"columns\":{\"Q1\":{"
                   "\"item\":\"a\"},"
                   "\"unit\":{\"group\":\"g\",\"absent\":[\"none\"]},\"w\":{\"weight\":true}}}";
  rung_settings *settings = NULL;
  rung_reader *reader = NULL;
  MUST(rung_settings_new(&settings, NULL) == RUNG_OK);
  MUST(rung_settings_set(settings, RUNG_SETTING_DELIMITER, is_csv ? DELIMITERS[choice & 3] : 0,
                         NULL) == RUNG_OK);
  MUST(rung_settings_set(settings, RUNG_SETTING_FORM, is_csv ? 0 : 1 + (choice & 1), NULL) ==
       RUNG_OK);
  MUST(rung_settings_set(settings, RUNG_SETTING_SET_ASIDE, choice >> 2 & 1, NULL) == RUNG_OK);
  MUST(rung_settings_set(settings, RUNG_SETTING_STRICT, choice >> 3 & 1, NULL) == RUNG_OK);
  const char *map = choice & 16 ? MAP : NULL;
  MUST(rung_reader_new(fixed_model(), map, map == NULL ? 0 : strlen(map), settings, &reader,
                       NULL) == RUNG_OK);
  rung_settings_free(settings);
  if (choice & 32) MUST(rung_reader_want(reader, RUNG_ROLE_GROUP, "g", NULL) == RUNG_OK);
  if (choice & 64) MUST(rung_reader_want(reader, RUNG_ROLE_WEIGHT, "w", NULL) == RUNG_OK);
  return reader;
}

/* Adds the blocks that are ready; a bad weight ends the file as well. */
static void take(struct end *end, rung_reader *reader)
{
  const rung_answers *answers;
  while (end->status == RUNG_OK && (answers = rung_reader_take(reader)) != NULL) {
    end->status = rung_tally_add(end->tally, answers, NULL, &end->error);
    end->rows += rung_answers_rows(answers);
  }
}

static void push(struct end *end, rung_reader *reader, const char *bytes, size_t length)
{
  size_t done = 0;
  while (end->status == RUNG_OK && done < length) {
    size_t taken = 0;
    end->status = rung_reader_push(reader, bytes + done, length - done, &taken, &end->error);
    MUST(taken <= length - done);
    done += taken;
    take(end, reader);
  }
}

static void remark(const rung_reader *reader)
{
  rung_notes *notes = NULL;
  rung_bytes *aside = NULL;
  MUST(rung_reader_notes(reader, &notes, NULL) == RUNG_OK);
  MUST(rung_reader_set_aside(reader, &aside, NULL) == RUNG_OK);
  MUST(rung_bytes_data(aside)[rung_bytes_length(aside)] == '\0');
  rung_notes_free(notes);
  rung_bytes_free(aside);
}

static struct end read_file(uint8_t choice, const char *bytes, size_t length, size_t piece)
{
  static const char *const GROUP[] = {"g"};
  struct end end = {RUNG_OK, {0, 0, 0, 0, "", ""}, NULL, 0};
  rung_reader *reader = new_reader(choice);
  MUST(rung_tally_new(fixed_model(), GROUP, choice >> 5 & 1, RUNG_TALLY_SCORES, &end.tally, NULL) ==
       RUNG_OK);
  for (size_t done = 0; end.status == RUNG_OK && done < length; done += piece)
    push(&end, reader, bytes + done, length - done < piece ? length - done : piece);
  if (end.status == RUNG_OK) end.status = rung_reader_finish(reader, &end.error);
  take(&end, reader);
  remark(reader);
  must_tell(end.status, &end.error);
  rung_reader_free(reader);
  return end;
}

/* The first byte chooses the settings (from 128 on: JSON Lines, or, where odd, a long table), the second the size of the pieces. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  if (size < 2) return 0;
  const char *bytes = (const char *)data + 2;
  const size_t length = size - 2;
  struct end whole = read_file(data[0], bytes, length, length == 0 ? 1 : length);
  struct end parts = read_file(data[0], bytes, length, 1 + data[1] % 64);
  MUST(whole.status == parts.status && whole.rows == parts.rows);
  MUST(whole.error.row == parts.error.row && whole.error.column == parts.error.column);
  MUST(strcmp(whole.error.message, parts.error.message) == 0);
  rung_bytes *a = saved(whole.tally), *b = saved(parts.tally);
  MUST(same_bytes(a, rung_bytes_data(b), rung_bytes_length(b)));
  MUST(whole.status != RUNG_OK || (int64_t)rung_tally_rows(whole.tally) == whole.rows);
  rung_bytes_free(a);
  rung_bytes_free(b);
  rung_tally_free(whole.tally);
  rung_tally_free(parts.tally);
  return 0;
}
