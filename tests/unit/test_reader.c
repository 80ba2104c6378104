/* Tests of the reader: the blocks, the refusals and the notes of files, however they are cut.
 * SPDX-License-Identifier: Apache-2.0 */
#include "reader_support.h"

static int begin(void **state)
{
  *state = make_model();
  return *state == NULL;
}

static int end(void **state)
{
  rung_model_free(*state);
  return 0;
}

static void cells_become_answers_by_code_label_and_absence(void **state)
{
  const struct run run = {.model = *state, .piece = 1000};
  assert_rows(&run,
              "id,q1,chosen,q2,part,remark\n"
              "1,4,20, agree ,0.25,fine\n"
              "2,STRONGLY AGREE,all of it,n/a,.1,\n"
              "3,,\"a quarter, or \"\"so\"\"\",\"\",1e2,x\n"
              "4,maybe,3000,-99,300,x\n"
              "5,999,-10, ,0,x\n",
              "1: 3 3 2 0 -1\n"
              "2: 4 -3 -5 0 -1\n"
              "3: -2 -2 -5 2 -1\n"
              "4: -5 -4 4 2 -1\n"
              "5: -2 -2 0 1 -1\n");
}

static void a_mapping_says_what_columns_and_cells_mean(void **state)
{
  const struct run run = {
      .model = *state,
      .piece = 1000,
      .group = "region",
      .other_group = "Team",
      .mapping = "{\"format\": \"rung-map/1\", \"labels\": {\"A\": 4, \"M\": \"invalid\"},"
                 "\"empty\": \"not_asked\", \"columns\": {"
                 "\"First\": {\"item\": \"q1\", \"labels\": {\"A\": 5}, \"quoted_empty\": "
                 "\"skipped\"},"
                 "\"Second\": {\"item\": \"q2\"}, \"Land\": {\"group\": \"region\","
                 "\"absent\": [\"Not Stated\"]}, \"w\": {\"weight\": true}}}"};
  assert_rows(&run,
              "First,Second,Land,Team,w\n"
              "A,A, North , x y ,1\n"
              "a,\"m\",not stated,T,0.5\n"
              ",,,,2\n"
              "\"\",\"\",\"\",\"T,1\",0\n"
              "agree,4,\" \",\xC3\xA4,1\n",
              "1: 4 3 -1 -1 -1 North x y\n"
              "2: 4 -5 -1 -1 -1 - T w549755813888\n"
              "3: -1 -1 -1 -1 -1 - - w2199023255552\n"
              "4: -2 -1 -1 -1 -1 - T,1 w0\n"
              "5: 3 3 -1 -1 -1 - \xC3\xA4\n");
}

static void trailing_delimiters_marks_and_line_ends_do_no_harm(void **state)
{
  const struct run run = {.model = *state, .piece = 3};
  const char *expected = "1: 3 0 -1 -1 -1\n2: -2 1 -1 -1 -1\n";
  assert_rows(&run, "q1,q2,\n4,1,\n,2,\n", expected);
  assert_rows(&run, "\xEF\xBB\xBF\"q1\";\"q2\"\r\n\"4\";\"1\"\r\n;2\r\n\r\n", expected);
  assert_rows(&run, "q1\tq2\r4\t1\r\t2", expected);
  assert_rows(&run, " q1\xC2\xA0,q2\n4,1\n,2", expected);
  assert_rows(&run, "q1,q2\n", "(no rows)");
}

static void any_cut_gives_the_same_blocks(void **state)
{
  static const size_t ROWS[] = {1, 1023, 1024, 1025, 2048, 2100};
  static const size_t PIECES[] = {1, 2, 3, 7, 64, 1000, 4096, 0, 0, 0};
  for (size_t size = 0; size < 2 * LENGTH(ROWS); size++) {
    struct rung__buffer file = {.data = NULL};
    struct run run = {.model = *state, .group = "team", .weight = "w", .piece = SIZE_MAX};
    write_file(&file, ROWS[size / 2], size % 2);
    struct result whole = read_text(&run, file.data, file.length);
    assert_status(whole.status, RUNG_OK, &whole.error);
    assert_int_equal(whole.blocks, (ROWS[size / 2] + RUNG__BLOCK - 1) / RUNG__BLOCK);
    for (size_t i = 0; i < 2 * LENGTH(PIECES); i++) {
      run.piece = PIECES[i / 2];
      run.takes_late = i % 2;
      run.seed = i;
      struct result cut = read_text(&run, file.data, file.length);
      assert_status(cut.status, RUNG_OK, &cut.error);
      assert_int_equal(cut.blocks, whole.blocks);
      assert_int_equal(cut.rows.length, whole.rows.length);
      assert_memory_equal(cut.rows.data, whole.rows.data, whole.rows.length);
      forget(&cut);
    }
    forget(&whole);
    rung__buffer_free(&file);
  }
}

static void a_full_block_has_to_be_taken_before_more_is_read(void **state)
{
  struct rung__buffer file = {.data = NULL};
  rung_reader *reader = NULL;
  rung_error error = {.status = 0};
  size_t taken = 0, at = 0;
  write_file(&file, 1030, false);
  assert_int_equal(rung_reader_new(*state, NULL, 0, NULL, &reader, NULL), RUNG_OK);
  assert_status(rung_reader_push(reader, file.data, file.length, &at, &error), RUNG_OK, &error);
  assert_true(at > 0 && at < file.length);
  assert_status(rung_reader_push(reader, file.data + at, file.length - at, &taken, &error), RUNG_OK,
                &error);
  assert_int_equal(taken, 0);
  const rung_answers *block = rung_reader_take(reader);
  assert_int_equal(rung_answers_rows(block), RUNG__BLOCK);
  assert_null(rung_reader_take(reader));
  assert_status(rung_reader_push(reader, file.data + at, file.length - at, &taken, &error), RUNG_OK,
                &error);
  assert_int_equal(at + taken, file.length);
  assert_null(rung_reader_take(reader));
  assert_int_equal(rung_reader_finish(reader, NULL), RUNG_OK);
  assert_int_equal(rung_reader_finish(reader, NULL), RUNG_OK);
  block = rung_reader_take(reader);
  assert_int_equal(rung_answers_rows(block), 6);
  assert_int_equal(block->first_row, 1025);
  assert_null(rung_reader_take(reader));
  assert_int_equal(rung_reader_push(reader, "x", 1, &taken, NULL), RUNG_E_ARGUMENT);
  rung_reader_free(reader);
  rung__buffer_free(&file);
}

static void a_taken_block_outlives_the_end_of_the_file(void **state)
{
  struct rung__buffer file = {.data = NULL}, seen = {.data = NULL}, again = {.data = NULL};
  rung_reader *reader = NULL;
  size_t taken;
  write_file(&file, RUNG__BLOCK, true);
  assert_int_equal(rung_reader_new(*state, NULL, 0, NULL, &reader, NULL), RUNG_OK);
  assert_int_equal(rung_reader_want(reader, RUNG_ROLE_GROUP, "team", NULL), RUNG_OK);
  assert_int_equal(rung_reader_push(reader, file.data, file.length, &taken, NULL), RUNG_OK);
  assert_int_equal(taken, file.length);
  const rung_answers *block = rung_reader_take(reader);
  for (size_t row = 0; row < RUNG__BLOCK; row++)
    put_row(&seen, block, row);
  assert_int_equal(rung_reader_finish(reader, NULL), RUNG_OK);
  assert_null(rung_reader_take(reader));
  for (size_t row = 0; row < RUNG__BLOCK; row++)
    put_row(&again, block, row);
  assert_int_equal(seen.length, again.length);
  assert_memory_equal(seen.data, again.data, seen.length);
  rung_reader_free(reader);
  rung__buffer_free(&file);
  rung__buffer_free(&seen);
  rung__buffer_free(&again);
}

static void headers_that_mislead_are_refused(void **state)
{
  struct run run = {.model = *state, .piece = 5, .group = "team"};
  assert_refused(&run, "q1,team,q1\n1,a,2\n", RUNG_E_ANSWERS, 1, 3,
                 "header \"q1\" stands in columns 1 and 3");
  assert_refused(&run, "team,q1, team\n1,a,2\n", RUNG_E_ANSWERS, 1, 3, "columns 1 and 3");
  assert_refused(&run, "q1,Team\n1,a\n", RUNG_E_UNKNOWN, 1, 0,
                 "no column \"team\" for groups: name one of the file's 2 columns");
  assert_rows(&run, "x,q1,x,team,,\n9,1,9,A,,\n", "1: 0 -1 -1 -1 -1 A\n");
  run.mapping = "{\"format\": \"rung-map/1\", \"columns\": {\"A\": {\"item\": \"q1\"}}}";
  assert_refused(&run, "q1,A,team\n1,2,a\n", RUNG_E_ANSWERS, 1, 2,
                 "columns \"q1\" and \"A\" are both item \"q1\"");
  run.mapping = "{\"format\": \"rung-map/1\", \"columns\": {\"A\": {\"item\": \"q1\"},"
                "\"q1\": {\"ignore\": true}, \"w\": {\"weight\": true}}}";
  assert_refused(&run, "q1,A,team\n1,2,a\n", RUNG_E_UNKNOWN, 1, 0, "no column \"w\" for weights");
  assert_rows(&run, "q1,A,team,w\n1,2,a,1\n", "1: 1 -1 -1 -1 -1 a\n");
}

static void groups_by_the_answers_to_an_item_are_refused(void **state)
{
  const struct run run = {.model = *state, .piece = 9, .group = "q1"};
  assert_refused(&run, "q1,q2\nAgree,2\n", RUNG_E_ANSWERS, 1, 1, "groups by an answer");
}

static void ragged_rows_are_refused_or_set_aside(void **state)
{
  struct run run = {.model = *state, .piece = 4};
  const char *text = "q1,q2\r\n1,2\r\n3\r\n4,5,6\r\n\"5\",5\r\n";
  assert_refused(&run, text, RUNG_E_ANSWERS, 3, 2, "row 3 has 1 field, the header has 2");
  assert_refused(&run, "q1,q2\n1,2\n4,5,6,7\n", RUNG_E_ANSWERS, 3, 3, "row 3 has 4 fields");
  assert_refused(&run, "x,q1,q2,y\n1,2\n", RUNG_E_ANSWERS, 2, 3, "row 2 has 2 fields");
  run.sets_aside = true;
  assert_rows(&run, text, "1: 0 1 -1 -1 -1\n2: 4 4 -1 -1 -1\n");
  struct result result = read_text(&run, text, strlen(text));
  rung_bytes *bytes = NULL;
  assert_int_equal(rung_reader_set_aside(result.reader, &bytes, NULL), RUNG_OK);
  assert_string_equal(rung_bytes_data(bytes), "q1,q2\r\n3\r\n4,5,6\r\n");
  assert_noted(result.reader, RUNG_NOTE_WARNING, "", "2 rows were of another length", true);
  rung_bytes_free(bytes);
  forget(&result);
  result = read_text(&run, "q1\n1\n", 5);
  assert_int_equal(rung_reader_set_aside(result.reader, &bytes, NULL), RUNG_OK);
  assert_int_equal(rung_bytes_length(bytes), 0);
  rung_bytes_free(bytes);
  forget(&result);
}

static void bad_weights_fail_with_row_and_column(void **state)
{
  static const char *const BAD[] = {"", " ", "x", "-1", "1,5", "1e9", "nan", "inf", "0.001"};
  const struct run run = {.model = *state, .piece = 7, .weight = "w"};
  for (size_t i = 0; i < LENGTH(BAD); i++) {
    char text[64] = "q1,w\n1,1\n1,\"";
    assert_refused(&run, strcat(strcat(text, BAD[i]), "\"\n"), RUNG_E_ANSWERS, 3, 2,
                   "row 3, column \"w\": \"");
  }
  assert_rows(&run, "q1,w\n1, 1.0 \n", "1: 0 -1 -1 -1 -1\n");
}

static void strictness_names_row_column_and_what_was_expected(void **state)
{
  struct run run = {.model = *state, .piece = 7, .strict = true};
  assert_refused(&run, "id,q1\n1,4\n2,maybe\n", RUNG_E_ANSWERS, 3, 2,
                 "row 3, column \"q1\": \"maybe\" is not an answer of item \"q1\": expected 1, 2, "
                 "3, 4, 5, or a label such as \"Strongly disagree\"");
  run.mapping = "{\"format\": \"rung-map/1\", \"labels\": {\"maybe\": \"invalid\"}}";
  assert_rows(&run, "id,q1\n1,4\n2,maybe\n", "1: 3 -1 -1 -1 -1\n2: -5 -1 -1 -1 -1\n");
}

static void strict_scoring_of_a_lenient_block_fails_for_what_was_unknown(void **state)
{
  struct run run = {.model = *state, .piece = 100};
  int8_t answer[2];
  rung_error error = {.status = 0};
  rung_reader *reader = NULL;
  size_t taken;
  run.mapping = "{\"format\": \"rung-map/1\", \"labels\": {\"M\": \"invalid\"}}";
  assert_int_equal(rung_reader_new(*state, run.mapping, strlen(run.mapping), NULL, &reader, NULL),
                   RUNG_OK);
  assert_int_equal(rung_reader_push(reader, "q1,q2\nM,1\nM,x\n", 14, &taken, NULL), RUNG_OK);
  assert_int_equal(rung_reader_finish(reader, NULL), RUNG_OK);
  const rung_answers *block = rung_reader_take(reader);
  assert_int_equal(rung__answers_item(block, Q1, 0, 2, true, answer, NULL), RUNG_OK);
  assert_int_equal(answer[1], INVALID);
  assert_int_equal(rung__answers_item(block, Q2, 0, 2, true, answer, &error), RUNG_E_ANSWERS);
  assert_says(&error, RUNG_E_ANSWERS, "row 2: column \"q2\"");
  rung_reader_free(reader);
}

static void the_notes_say_what_the_file_was_and_how_it_met_the_model(void **state)
{
  const struct run run = {
      .model = *state,
      .piece = 11,
      .group = "region",
      .mapping = "{\"format\": \"rung-map/1\", \"columns\": {\"Q 1\": {\"item\": \"q1\"},"
                 "\"Land\": {\"group\": \"region\"}, \"Team\": {\"group\": \"team\"},"
                 "\"Gone\": {\"ignore\": true}}}"};
  const char *text = "\xEF\xBB\xBFid;Q 1;remark;Land;Team\r\n"
                     "1;4;fine;N;t\r\n2;;;;t\r\n3;M;x;N;t\r\n4;M;x;N;t\r\n5;N/A;x;N;t\r\n";
  struct result result = read_text(&run, text, strlen(text));
  assert_status(result.status, RUNG_OK, &result.error);
  const rung_reader *reader = result.reader;
  assert_noted(reader, RUNG_NOTE_INFORMATION, "",
               "with a byte order mark, fields between semicolons", true);
  assert_noted(reader, RUNG_NOTE_INFORMATION, "", "lines end in CRLF", true);
  assert_noted(reader, RUNG_NOTE_INFORMATION, "", "5 rows of 5 columns", true);
  assert_noted(reader, RUNG_NOTE_INFORMATION, "Q 1",
               "item \"q1\": 1 answered, 1 skipped, 1 not applicable, 2 invalid", true);
  assert_noted(reader, RUNG_NOTE_INFORMATION, "remark",
               "item \"remark\": 4 filled in and not scored, 1 skipped", true);
  assert_noted(reader, RUNG_NOTE_WARNING, "Q 1",
               "\"M\" x 2, first in row 4: no answer of item \"q1\"", true);
  assert_noted(reader, RUNG_NOTE_INFORMATION, "Land", "group \"region\": 1 row without", true);
  assert_noted(reader, RUNG_NOTE_INFORMATION, "",
               "items without a column, counted as not asked (3): "
               "\"q2\", \"part\", \"chosen\"",
               true);
  assert_noted(reader, RUNG_NOTE_INFORMATION, "", "columns without an item (1): \"id\"", true);
  assert_noted(reader, RUNG_NOTE_INFORMATION, "", "groups if asked for (1): \"Team\"", true);
  assert_noted(reader, RUNG_NOTE_WARNING, "Gone", "which the file does not have", true);
  assert_noted(reader, RUNG_NOTE_ERROR, "", "", false);
  forget(&result);
  result = read_text(&run, "a,Land\n1,2\n", 11);
  assert_noted(result.reader, RUNG_NOTE_ERROR, "", "no column is an item of model \"small\"", true);
  forget(&result);
}

static void unknown_texts_are_kept_up_to_twenty_and_clipped(void **state)
{
  struct rung__buffer file = {.data = NULL};
  struct run run = {.model = *state, .piece = 50};
  rung__put_text(&file, "q1\n");
  for (int i = 0; i < 60; i++)
    rung__put_format(&file, "x%d\n", i / 2 + 10);
  rung__put_text(&file, "x10\n");
  struct result result = read_text(&run, file.data, file.length);
  assert_noted(result.reader, RUNG_NOTE_WARNING, "q1", "\"x10\" x 3, first in row 2", true);
  assert_noted(result.reader, RUNG_NOTE_WARNING, "q1", "\"x29\" x 2, first in row 40", true);
  assert_noted(result.reader, RUNG_NOTE_WARNING, "q1", "\"x30\"", false);
  assert_noted(result.reader, RUNG_NOTE_WARNING, "q1", "20 more answers of other unknown", true);
  assert_noted(result.reader, RUNG_NOTE_INFORMATION, "q1", "0 answered, 61 invalid", true);
  forget(&result);
  file.length = 0;
  rung__put_text(&file, "q1\n\"line\none ");
  for (int i = 0; i < 40; i++)
    rung__put_text(&file, "\xC3\xA9"); /* the cut is inside one */
  rung__put_text(&file, "\"\n");
  result = read_text(&run, file.data, file.length);
  assert_noted(result.reader, RUNG_NOTE_WARNING, "q1", "\"line one \xC3\xA9", true);
  assert_noted(result.reader, RUNG_NOTE_WARNING, "q1", "\xC3\xA9...\" x 1", true);
  forget(&result);
  rung__buffer_free(&file);
}

static void after_a_failure_every_call_fails_alike(void **state)
{
  const struct run run = {.model = *state, .piece = 100, .weight = "w"};
  struct result result = read_text(&run, "q1,w\n1,x\n", 9);
  rung_error error = {.status = 0};
  size_t taken = 5;
  assert_int_equal(result.status, RUNG_E_ANSWERS);
  assert_int_equal(rung_reader_push(result.reader, "1,1\n", 4, &taken, &error), RUNG_E_ANSWERS);
  assert_int_equal(taken, 0);
  assert_string_equal(error.message, result.error.message);
  assert_int_equal(rung_reader_finish(result.reader, NULL), RUNG_E_ANSWERS);
  assert_null(rung_reader_take(result.reader));
  rung_notes *notes = NULL;
  assert_int_equal(rung_reader_notes(result.reader, &notes, NULL), RUNG_OK);
  rung_notes_free(notes);
  forget(&result);
}

static void files_that_are_none_are_refused(void **state)
{
  const struct run run = {.model = *state, .piece = 2};
  assert_refused(&run, "", RUNG_E_SYNTAX, 1, 0, "the file is empty");
  assert_refused(&run, "\n\n", RUNG_E_SYNTAX, 1, 0, "the file is empty");
  assert_refused(&run, "q1,q2\n\"4,1\n", RUNG_E_SYNTAX, 2, 1, "");
}

static void limits_are_kept(void **state)
{
  struct run run = {.model = *state, .piece = 5000, .group = "team"};
  struct rung__buffer file = {.data = NULL};
  rung__put_text(&file, "q1,team\n1,");
  for (size_t i = 0; i < 4097; i++)
    rung__put_byte(&file, 'x');
  assert_refused(&run, file.data, RUNG_E_LIMIT, 2, 2, "a group of 4097 bytes");
  file.length = 0;
  for (size_t i = 0; i < 16384; i++)
    rung__put_text(&file, "a,");
  assert_refused(&run, file.data, RUNG_E_LIMIT, 1, 0, "16385 columns");
  rung__buffer_free(&file);
}

static void wishes_come_before_the_first_byte(void **state)
{
  rung_reader *reader = NULL;
  rung_notes *notes = NULL;
  size_t taken;
  assert_int_equal(rung_reader_new(NULL, NULL, 0, NULL, &reader, NULL), RUNG_E_ARGUMENT);
  assert_int_equal(rung_reader_new(*state, "{", 1, NULL, &reader, NULL), RUNG_E_SYNTAX);
  assert_null(reader);
  assert_int_equal(rung_reader_new(*state, NULL, 0, NULL, &reader, NULL), RUNG_OK);
  assert_null(rung_reader_take(reader));
  assert_int_equal(rung_reader_notes(reader, &notes, NULL), RUNG_OK);
  assert_int_equal(rung_notes_count(notes), 1);
  rung_notes_free(notes);
  assert_int_equal(rung_reader_want(reader, RUNG_ROLE_ITEM, "q1", NULL), RUNG_E_ARGUMENT);
  assert_int_equal(rung_reader_want(reader, RUNG_ROLE_GROUP, "", NULL), RUNG_E_ARGUMENT);
  assert_int_equal(rung_reader_want(reader, RUNG_ROLE_WEIGHT, "w", NULL), RUNG_OK);
  assert_int_equal(rung_reader_want(reader, RUNG_ROLE_WEIGHT, "w", NULL), RUNG_OK);
  assert_int_equal(rung_reader_want(reader, RUNG_ROLE_WEIGHT, "v", NULL), RUNG_E_ARGUMENT);
  assert_int_equal(rung_reader_push(reader, NULL, 0, &taken, NULL), RUNG_OK);
  assert_int_equal(rung_reader_push(reader, "q", 1, NULL, NULL), RUNG_E_ARGUMENT);
  assert_int_equal(rung_reader_push(reader, "q", 1, &taken, NULL), RUNG_OK);
  assert_int_equal(rung_reader_want(reader, RUNG_ROLE_GROUP, "g", NULL), RUNG_E_ARGUMENT);
  rung_reader_free(reader);
  rung_reader_free(NULL);
}

#define WITH_MODEL(test) cmocka_unit_test_setup_teardown(test, begin, end)

int main(void)
{
  const struct CMUnitTest tests[] = {
      WITH_MODEL(cells_become_answers_by_code_label_and_absence),
      WITH_MODEL(a_mapping_says_what_columns_and_cells_mean),
      WITH_MODEL(trailing_delimiters_marks_and_line_ends_do_no_harm),
      WITH_MODEL(any_cut_gives_the_same_blocks),
      WITH_MODEL(a_full_block_has_to_be_taken_before_more_is_read),
      WITH_MODEL(a_taken_block_outlives_the_end_of_the_file),
      WITH_MODEL(headers_that_mislead_are_refused),
      WITH_MODEL(groups_by_the_answers_to_an_item_are_refused),
      WITH_MODEL(ragged_rows_are_refused_or_set_aside),
      WITH_MODEL(bad_weights_fail_with_row_and_column),
      WITH_MODEL(strictness_names_row_column_and_what_was_expected),
      WITH_MODEL(strict_scoring_of_a_lenient_block_fails_for_what_was_unknown),
      WITH_MODEL(the_notes_say_what_the_file_was_and_how_it_met_the_model),
      WITH_MODEL(unknown_texts_are_kept_up_to_twenty_and_clipped),
      WITH_MODEL(after_a_failure_every_call_fails_alike),
      WITH_MODEL(files_that_are_none_are_refused),
      WITH_MODEL(limits_are_kept),
      WITH_MODEL(wishes_come_before_the_first_byte),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
