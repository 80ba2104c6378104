/* What the tests of the reader share: a file read in pieces, and what came of it.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_TESTS_READER_SUPPORT_H
#define RUNG_TESTS_READER_SUPPORT_H

#include "answers_support.h"

#include <rung/reader.h>

#include "answers/answers.h"

/* How a file is read. Zero-initialise, set the model. */
struct run {
  const rung_model *model;
  const char *mapping;
  const char *group, *other_group, *weight;
  bool strict, sets_aside;
  int form;        /* a value of RUNG_SETTING_FORM */
  size_t piece;    /* bytes a push; 0: by chance */
  bool takes_late; /* takes a block only where a push stops */
  uint64_t seed;
};

/* What came of it. */
struct result {
  rung_status status;
  rung_error error;
  rung_reader *reader;
  struct rung__buffer rows; /* every row of every block, as text */
  size_t blocks;
};

static inline void put_label(struct rung__buffer *out, const rung_column *column, size_t row)
{
  char scratch[32];
  struct rung__slice label = {"", 0};
  rung__put_byte(out, ' ');
  if (rung__answers_label(column, row, scratch, &label))
    rung__put(out, label.data, label.length);
  else
    rung__put_byte(out, '-');
}

static inline void put_row(struct rung__buffer *out, const rung_answers *block, size_t row)
{
  rung__put_format(out, "%lld:", (long long)block->first_row + (long long)row);
  for (size_t item = 0; item < ITEMS; item++) {
    int8_t answer;
    assert_int_equal(rung__answers_item(block, item, row, 1, false, &answer, NULL), RUNG_OK);
    rung__put_format(out, " %d", answer);
  }
  for (size_t i = 0; i < block->group_count; i++)
    put_label(out, &block->group[i].column, row);
  uint64_t weight;
  assert_int_equal(rung__answers_weights(block, row, 1, &weight, NULL), RUNG_OK);
  if (weight != RUNG__WEIGHT_ONE) rung__put_format(out, " w%llu", (unsigned long long)weight);
  rung__put_byte(out, '\n');
}

static inline void take_blocks(struct result *result)
{
  const rung_answers *block;
  size_t rows;
  while ((block = rung_reader_take(result->reader)) != NULL) {
    assert_status(rung__answers_length(block, &rows, &result->error), RUNG_OK, &result->error);
    assert_int_equal(rows, rung_answers_rows(block));
    assert_in_range(rows, 1, RUNG__BLOCK);
    for (size_t row = 0; row < rows; row++)
      put_row(&result->rows, block, row);
    result->blocks++;
  }
}

static inline void push_pieces(const struct run *run, struct result *result, const char *text,
                               size_t length)
{
  uint64_t chance = run->seed;
  size_t at = 0;
  while (at < length && result->status == RUNG_OK) {
    const size_t wanted = run->piece ? run->piece : (size_t)(next_random(&chance) % 97) + 1;
    const size_t size = wanted < length - at ? wanted : length - at;
    char *piece = malloc(size); /* apart, so that reading behind it is seen */
    size_t taken = 0;
    memcpy(piece, text + at, size);
    result->status = rung_reader_push(result->reader, piece, size, &taken, &result->error);
    free(piece);
    assert_in_range(taken, 0, size);
    at += taken;
    if (!run->takes_late || taken < size) take_blocks(result);
  }
}

static inline struct result read_text(const struct run *run, const char *text, size_t length)
{
  struct result result = {.status = RUNG_OK};
  rung_settings *settings = NULL;
  assert_int_equal(rung_settings_new(&settings, NULL), RUNG_OK);
  assert_int_equal(rung_settings_set(settings, RUNG_SETTING_STRICT, run->strict, NULL), RUNG_OK);
  assert_int_equal(rung_settings_set(settings, RUNG_SETTING_SET_ASIDE, run->sets_aside, NULL), 0);
  assert_int_equal(rung_settings_set(settings, RUNG_SETTING_FORM, run->form, NULL), 0);
  assert_status(rung_reader_new(run->model, run->mapping, run->mapping ? strlen(run->mapping) : 0,
                                settings, &result.reader, &result.error),
                RUNG_OK, &result.error);
  rung_settings_free(settings);
  if (run->group) rung_reader_want(result.reader, RUNG_ROLE_GROUP, run->group, NULL);
  if (run->other_group) rung_reader_want(result.reader, RUNG_ROLE_GROUP, run->other_group, NULL);
  if (run->weight) rung_reader_want(result.reader, RUNG_ROLE_WEIGHT, run->weight, NULL);
  push_pieces(run, &result, text, length);
  if (result.status == RUNG_OK) result.status = rung_reader_finish(result.reader, &result.error);
  if (result.status == RUNG_OK) take_blocks(&result);
  if (result.rows.length == 0) rung__put_text(&result.rows, "(no rows)");
  return result;
}

static inline void forget(struct result *result)
{
  rung_reader_free(result->reader);
  rung__buffer_free(&result->rows);
}

static inline void assert_rows(const struct run *run, const char *text, const char *expected)
{
  struct result result = read_text(run, text, strlen(text));
  assert_status(result.status, RUNG_OK, &result.error);
  rung__put_byte(&result.rows, '\0');
  assert_string_equal(result.rows.data, expected);
  forget(&result);
}

static inline void assert_refused(const struct run *run, const char *text, rung_status status,
                                  int64_t row, int64_t column, const char *words)
{
  struct result result = read_text(run, text, strlen(text));
  assert_status(result.status, status, &result.error);
  assert_says(&result.error, status, words);
  assert_int_equal(result.error.row, row);
  assert_int_equal(result.error.column, column);
  forget(&result);
}

/* The rows of a text, and that every size of pieces gives them, taken at once or late. */
static inline void assert_rows_in_any_cut(struct run run, const char *text, const char *expected)
{
  for (run.piece = 1; run.piece <= strlen(text); run.piece++) {
    run.takes_late = run.piece & 1;
    assert_rows(&run, text, expected);
  }
}

/* The notes of a severity, a line each: place, then text. */
static inline void assert_noted(const rung_reader *reader, rung_severity severity,
                                const char *where, const char *words, bool expected)
{
  rung_notes *notes = NULL;
  bool found = false;
  assert_int_equal(rung_reader_notes(reader, &notes, NULL), RUNG_OK);
  for (size_t i = 0; i < rung_notes_count(notes); i++)
    found |= rung_notes_severity(notes, i) == severity &&
             strcmp(rung_notes_where(notes, i), where) == 0 &&
             strstr(rung_notes_text(notes, i), words);
  for (size_t i = 0; found != expected && i < rung_notes_count(notes); i++)
    print_message("%d %s: %s\n", (int)rung_notes_severity(notes, i), rung_notes_where(notes, i),
                  rung_notes_text(notes, i));
  rung_notes_free(notes);
  assert_case(words, found == expected);
}

/* A file of so many rows with quotes, labels, unknown texts, groups and weights. */
static inline void write_file(struct rung__buffer *file, size_t rows, bool ends)
{
  static const char *const ANSWERS[] = {"1",      "5",       "",    "\"\"",  "Agree",
                                        " agree", "M",       "N/A", "\"2\"", "Strongly disagree",
                                        "17",     "\xC3\xA9"};
  uint64_t chance = 7;
  rung__put_text(file, "q1,team,q2,w,\"note, long\"\r\n");
  for (size_t row = 0; row < rows; row++) {
    const uint64_t value = next_random(&chance);
    rung__put_format(file, "%s,\"T %d\",%s,%d.5,\"a \"\"b\"\"\r\n%d\"",
                     ANSWERS[value % LENGTH(ANSWERS)], (int)(value >> 8 & 15),
                     ANSWERS[(value >> 16) % LENGTH(ANSWERS)], (int)(value >> 24 & 3), (int)row);
    if (ends || row + 1 < rows) rung__put_text(file, "\r\n");
  }
}

#endif
