/* The form of a file of answers: how its bytes become rows. Everything behind a row is shared.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_ANSWERS_READER_FORM_H
#define RUNG_ANSWERS_READER_FORM_H

#include <stdbool.h>

#include <rung/reader.h>

struct rung__record;

struct rung__form {
  size_t most; /* rows of a block */
  bool awaits; /* columns come with the rows, so that a wanted one is missed only at the end */
  const char *unused; /* what the notes call columns that are for nothing */
  /* Reads at most one record; *taken: how many bytes were read, also on failure. */
  rung_status (*push)(rung_reader *reader, const char *bytes, size_t length, size_t *taken,
                      rung_error *error);
  /* Reads what is left, of less than a block. */
  rung_status (*finish)(rung_reader *reader, rung_error *error);
  /* Of the forms that are CSV: what becomes of the header, and of every other record. */
  rung_status (*header)(rung_reader *reader, const struct rung__record *record, rung_error *error);
  rung_status (*record)(rung_reader *reader, const struct rung__record *record, rung_error *error);
  /* How the file is written; and what it has that only this form can have. */
  void (*describe)(const rung_reader *reader, rung_notes *notes);
  void (*remark)(const rung_reader *reader, rung_notes *notes); /* or NULL */
};

/* The form of a value of RUNG_SETTING_FORM. */
const struct rung__form *rung__form_of(double setting);

extern const struct rung__form rung__form_csv, rung__form_jsonl, rung__form_long;

/* The steps that both kinds of CSV share. */
rung_status rung__csv_form_push(rung_reader *reader, const char *bytes, size_t length,
                                size_t *taken, rung_error *error);
rung_status rung__csv_form_finish(rung_reader *reader, rung_error *error);
/* "UTF-8 without a byte order mark, fields between commas, lines end in LF". */
void rung__csv_form_describe(const rung_reader *reader, rung_notes *notes);

#endif
