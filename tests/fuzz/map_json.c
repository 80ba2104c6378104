/* Fuzzing mapping files: what is read meets a small export, and counts no answer twice.
 * SPDX-License-Identifier: Apache-2.0 */
#include "fuzz.h"

static const char *const EXPORT = "Respondent,a,\"Q2. b\",c,unit,w,t,x\n"
                                  "1,yes,5,most,north,1,fine,\n"
                                  "2,no,\"\",20,,0.5,,n/a\n"
                                  "3,maybe,9,-7,south,2,x,5\n";

static void read_export(rung_reader *reader)
{
  const size_t length = strlen(EXPORT);
  size_t taken = 0;
  rung_error error = {0, 0, 0, 0, "", ""};
  rung_status status = rung_reader_push(reader, EXPORT, length, &taken, &error);
  MUST(taken <= length);
  if (status == RUNG_OK) {
    MUST(taken == length);
    status = rung_reader_finish(reader, &error);
  }
  must_tell(status, &error);
  if (status != RUNG_OK) return;
  const rung_answers *answers = rung_reader_take(reader);
  MUST(answers != NULL && rung_answers_rows(answers) == 3);
  MUST(rung_reader_take(reader) == NULL);
}

static void ask(rung_reader *reader, uint8_t choice)
{
  if (choice & 1) MUST(rung_reader_want(reader, RUNG_ROLE_GROUP, "unit", NULL) == RUNG_OK);
  if (choice & 2) MUST(rung_reader_want(reader, RUNG_ROLE_WEIGHT, "w", NULL) == RUNG_OK);
}

/* The first byte says which columns are asked for. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  rung_reader *reader = NULL;
  rung_notes *notes = NULL;
  rung_bytes *aside = NULL;
  rung_error error = {0, 0, 0, 0, "", ""};
  if (size == 0) return 0;
  const rung_status status = rung_reader_new(fixed_model(), (const char *)data + 1, size - 1, NULL,
                                             &reader, &error);
  must_tell(status, &error);
  MUST((status == RUNG_OK) == (reader != NULL));
  if (reader == NULL) return 0;
  ask(reader, data[0]);
  read_export(reader);
  MUST(rung_reader_notes(reader, &notes, NULL) == RUNG_OK && rung_notes_count(notes) > 0);
  MUST(rung_reader_set_aside(reader, &aside, NULL) == RUNG_OK);
  rung_notes_free(notes);
  rung_bytes_free(aside);
  rung_reader_free(reader);
  return 0;
}
