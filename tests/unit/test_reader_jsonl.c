/* Tests of the reader on JSON Lines: members as columns, what is refused, what the notes say.
 * SPDX-License-Identifier: Apache-2.0 */
#include "reader_support.h"

#define JSONL 1

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

static void values_become_answers_wherever_the_file_is_cut(void **state)
{
  const struct run run = {.model = *state, .form = JSONL};
  assert_rows_in_any_cut(run,
                         "\xEF\xBB\xBF{\"q1\": 4, \"chosen\": 20, \"id\": 1}\r\n"
                         " \r\n"
                         "{\"q2\": \"agree \", \"part\": 0.25, \"q1\": null}\n"
                         "{\"q1\": \"\", \"q2\": 4.0, \"part\": 1e2, \"remark\": \"fine\"}\n"
                         "{}\n"
                         "{\"q1\": -99, \"q2\": true, \"part\": 3e2, \"id\": [{\"q1\": 1}]}",
                         "1: 3 -1 -1 0 -1\n"
                         "2: -2 3 2 -1 -1\n"
                         "3: -2 3 -5 -1 -1\n"
                         "4: -1 -1 -1 -1 -1\n"
                         "5: -4 -5 4 -1 -1\n");
}

static void a_mapping_groups_and_weights_work_as_in_a_csv(void **state)
{
  const struct run run = {
      .model = *state,
      .form = JSONL,
      .group = "region",
      .other_group = "Team",
      .mapping = "{\"format\": \"rung-map/1\", \"labels\": {\"A\": 4}, \"empty\": "
                 "\"not_applicable\","
                 "\"columns\": {\"First\": {\"item\": \"q1\", \"quoted_empty\": \"dont_know\"},"
                 "\"Land\": {\"group\": \"region\", \"absent\": [\"none\"]}, \"w\": {\"weight\": "
                 "true}}}"};
  assert_rows_in_any_cut(run,
                         "{\"w\": 0.5, \" First\": \"a\", \"Land\": \" N \", \"Team\": 7}\n"
                         "{\"First\": null, \"Land\": \"none\", \"w\": \"2\", \"Team\": true}\n"
                         "{\"w\": 1, \"First\": \"\", \"Team\": null}\n",
                         "1: 3 -1 -1 -1 -1 N 7 w549755813888\n"
                         "2: -3 -1 -1 -1 -1 - true w2199023255552\n"
                         "3: -4 -1 -1 -1 -1 - -\n");
}

static void a_member_that_comes_late_was_not_asked_before(void **state)
{
  static const size_t ROWS[] = {1, 1023, 1024, 1025, 2048, 2100};
  for (size_t i = 0; i < LENGTH(ROWS); i++) {
    struct rung__buffer text = {.data = NULL}, expected = {.data = NULL};
    struct run run = {.model = *state, .form = JSONL, .piece = 997, .takes_late = i % 2};
    for (size_t row = 0; row < ROWS[i]; row++) {
      const bool last = row + 1 == ROWS[i];
      rung__put_format(&text, "{\"q1\": %d%s}\n", (int)(row % 5) + 1, last ? ", \"q2\": 2" : "");
      rung__put_format(&expected, "%zu: %d %d -1 -1 -1\n", row + 1, (int)(row % 5), last ? 1 : -1);
    }
    struct result result = read_text(&run, text.data, text.length);
    assert_status(result.status, RUNG_OK, &result.error);
    assert_int_equal(result.blocks, (ROWS[i] + RUNG__BLOCK - 1) / RUNG__BLOCK);
    assert_int_equal(result.rows.length, expected.length);
    assert_memory_equal(result.rows.data, expected.data, expected.length);
    char words[80];
    snprintf(words, sizeof words, "item \"q2\": 1 answered%s", ROWS[i] > 1 ? ", " : "");
    assert_noted(result.reader, RUNG_NOTE_INFORMATION, "q2", words, true);
    snprintf(words, sizeof words, ", %zu not asked", ROWS[i] - 1);
    assert_noted(result.reader, RUNG_NOTE_INFORMATION, "q2", words, ROWS[i] > 1);
    forget(&result);
    rung__buffer_free(&text);
    rung__buffer_free(&expected);
  }
}

/* What is refused, with its line and column. */
static const struct {
  const char *text;
  rung_status status;
  int row, column;
  const char *words;
} REFUSALS[] = {
    {"", RUNG_E_SYNTAX, 1, 0, "the file is empty"},
    {"\n \n", RUNG_E_SYNTAX, 1, 0, "the file is empty"},
    {"{\"q1\": 1}\n\n[1]\n", RUNG_E_SYNTAX, 3, 1, "a list: expected an object"},
    {"{\"q1\": 1}\n7\n", RUNG_E_SYNTAX, 2, 1, "expected"},
    {"{\"q1\": 1}\n{\"q1\": 1, \"q1\": 2}\n", RUNG_E_SYNTAX, 2, 11, "stands twice"},
    {"{\"id\": 1, \"id\": 2}\n", RUNG_E_SYNTAX, 1, 11, "stands twice"},
    {"{\"q1\": 1, \" q1\": 2}\n", RUNG_E_ANSWERS, 1, 0, "stands twice, blanks aside"},
    {"{\"q1\": 1} {\"q1\": 2}\n", RUNG_E_SYNTAX, 1, 11, "the end expected"},
    {"{\n\"q1\": 1}\n", RUNG_E_SYNTAX, 1, 2, "the end of the text found"},
    {"{\"q1\": 1}\n\xEF\xBB\xBF{}\n", RUNG_E_SYNTAX, 2, 1, "a byte order mark inside"},
    {"\xEF\xBB\xBF\xEF\xBB\xBF{}\n", RUNG_E_SYNTAX, 1, 1, "a byte order mark inside"},
    {"{\"q1\": \"\xE9\"}\n", RUNG_E_SYNTAX, 1, 0, "not UTF-8"},
    {"{\"q1\": 01}\n", RUNG_E_SYNTAX, 1, 8, ""},
};

static void lines_that_are_none_are_refused_with_their_number(void **state)
{
  struct run run = {.model = *state, .form = JSONL};
  for (size_t i = 0; i < LENGTH(REFUSALS); i++) {
    for (run.piece = 1; run.piece < 40; run.piece += 6) {
      struct result result = read_text(&run, REFUSALS[i].text, strlen(REFUSALS[i].text));
      assert_case(REFUSALS[i].text, result.status == REFUSALS[i].status);
      assert_says(&result.error, REFUSALS[i].status, REFUSALS[i].words);
      assert_case(REFUSALS[i].text, result.error.row == REFUSALS[i].row);
      if (REFUSALS[i].column > 0)
        assert_case(REFUSALS[i].text, result.error.column == REFUSALS[i].column);
      forget(&result);
    }
  }
}

static void what_is_no_text_is_no_answer(void **state)
{
  struct run run = {.model = *state, .form = JSONL, .piece = 9};
  const char *text = "{\"q1\": true, \"q2\": {\"a\": 1}, \"remark\": [1]}\n"
                     "{\"q1\": \"true\", \"q2\": [], \"remark\": \"x\"}\n";
  run.mapping = "{\"format\": \"rung-map/1\", \"labels\": {\"true\": 5, \"{...}\": 5}}";
  assert_rows(&run, text, "1: -5 -5 -1 -1 -1\n2: 4 -5 -1 -1 -1\n");
  struct result result = read_text(&run, text, strlen(text));
  assert_noted(result.reader, RUNG_NOTE_WARNING, "q1", "\"true\" x 1, first in row 1", true);
  assert_noted(result.reader, RUNG_NOTE_WARNING, "q2", "\"{...}\" x 1, first in row 1", true);
  assert_noted(result.reader, RUNG_NOTE_INFORMATION, "remark",
               "item \"remark\": 1 filled in and not scored, 1 invalid", true);
  forget(&result);
  run.strict = true;
  assert_refused(&run, "{\"q1\": 4}\n\n{\"q1\": false}\n", RUNG_E_ANSWERS, 3, 0,
                 "row 3, column \"q1\": \"false\" is not an answer of item \"q1\"");
  assert_refused(&run, "{\"q1\": 6}\n", RUNG_E_ANSWERS, 1, 0, "\"6\" is not an answer");
}

static void wanted_members_that_fail_are_refused(void **state)
{
  struct run run = {.model = *state, .form = JSONL, .piece = 9, .weight = "w"};
  assert_refused(&run, "{\"w\": 1}\n{\"q1\": 1}\n", RUNG_E_ANSWERS, 2, 0,
                 "row 2, column \"w\": \"\" cannot be a weight");
  assert_refused(&run, "{\"w\": 1}\n{\"w\": -1}\n", RUNG_E_ANSWERS, 2, 0, "cannot be a weight");
  assert_refused(&run, "{\"w\": []}\n", RUNG_E_ANSWERS, 1, 0, "found a list or an object");
  run.weight = NULL;
  run.group = "team";
  assert_refused(&run, "{\"q1\": 1}\n{\"q2\": 1}\n", RUNG_E_UNKNOWN, 0, 0,
                 "no column \"team\" for groups or weights: name one of the file's 2 columns: "
                 "\"q1\", \"q2\"");
  assert_refused(&run, "{\"team\": {\"id\": 1}}\n", RUNG_E_ANSWERS, 1, 0,
                 "row 1, member \"team\": found a list or an object");
  assert_rows(&run, "{\"q1\": 1}\n{\"team\": \"A\"}\n",
              "1: 0 -1 -1 -1 -1 -\n2: -1 -1 -1 -1 -1 A\n");
  run.group = "q1";
  assert_refused(&run, "{\"q2\": 1}\n", RUNG_E_ANSWERS, 1, 0, "groups by an answer");
  run.group = NULL;
  run.mapping = "{\"format\": \"rung-map/1\", \"columns\": {\"A\": {\"item\": \"q1\"}}}";
  assert_refused(&run, "{\"q1\": 1}\n{\"A\": 1}\n", RUNG_E_ANSWERS, 2, 0,
                 "columns \"q1\" and \"A\" are both item \"q1\"");
}

static void the_notes_say_what_the_members_were(void **state)
{
  const struct run run = {
      .model = *state,
      .form = JSONL,
      .piece = 11,
      .group = "region",
      .mapping = "{\"format\": \"rung-map/1\", \"columns\": {\"Q 1\": {\"item\": \"q1\"},"
                 "\"Land\": {\"group\": \"region\"}, \"Team\": {\"group\": \"team\"},"
                 "\"x\": {\"ignore\": true}, \"Gone\": {\"ignore\": true}}}"};
  const char
      *text = "{\"Q 1\": 4, \"Land\": \"N\", \"id\": 1, \"Team\": \"t\", \"x\": 1, \"\": 1}\r\n"
              "{\"id\": 2, \"Q 1\": \"M\"}\r\n";
  struct result result = read_text(&run, text, strlen(text));
  assert_status(result.status, RUNG_OK, &result.error);
  const rung_reader *reader = result.reader;
  assert_noted(reader, RUNG_NOTE_INFORMATION, "",
               "JSON Lines, UTF-8 without a byte order mark, lines end in CRLF", true);
  assert_noted(reader, RUNG_NOTE_INFORMATION, "", "2 rows of 6 different members", true);
  assert_noted(reader, RUNG_NOTE_INFORMATION, "Q 1", "item \"q1\": 1 answered, 1 invalid", true);
  assert_noted(reader, RUNG_NOTE_WARNING, "Q 1", "\"M\" x 1, first in row 2", true);
  assert_noted(reader, RUNG_NOTE_INFORMATION, "Land", "group \"region\": 1 row without", true);
  assert_noted(reader, RUNG_NOTE_INFORMATION, "", "columns without an item (1): \"id\"", true);
  assert_noted(reader, RUNG_NOTE_INFORMATION, "", "groups if asked for (1): \"Team\"", true);
  assert_noted(reader, RUNG_NOTE_WARNING, "Gone", "which the file does not have", true);
  assert_noted(reader, RUNG_NOTE_ERROR, "", "", false);
  rung_bytes *bytes = NULL;
  assert_int_equal(rung_reader_set_aside(reader, &bytes, NULL), RUNG_OK);
  assert_int_equal(rung_bytes_length(bytes), 0);
  rung_bytes_free(bytes);
  forget(&result);
}

static void members_have_limits(void **state)
{
  struct run run = {.model = *state, .piece = 5000, .form = JSONL};
  struct rung__buffer text = {.data = NULL};
  for (int i = 0; i < 16385; i++)
    rung__put_format(&text, "{\"m%d\": 1}\n", i);
  assert_refused(&run, text.data, RUNG_E_LIMIT, 16385, 0, "more than 16384 columns");
  text.length = 0;
  for (int i = 0; i < 2; i++) {
    rung__put_format(&text, "{\"%d", i);
    for (int k = 0; k < 600000; k++)
      rung__put_byte(&text, 'x');
    rung__put_text(&text, "\": 1}\n");
  }
  rung__put_byte(&text, '\0');
  assert_refused(&run, text.data, RUNG_E_LIMIT, 2, 0, "the names of the columns");
  rung__buffer_free(&text);
}

#define WITH_MODEL(test) cmocka_unit_test_setup_teardown(test, begin, end)

int main(void)
{
  const struct CMUnitTest tests[] = {
      WITH_MODEL(values_become_answers_wherever_the_file_is_cut),
      WITH_MODEL(a_mapping_groups_and_weights_work_as_in_a_csv),
      WITH_MODEL(a_member_that_comes_late_was_not_asked_before),
      WITH_MODEL(lines_that_are_none_are_refused_with_their_number),
      WITH_MODEL(what_is_no_text_is_no_answer),
      WITH_MODEL(wanted_members_that_fail_are_refused),
      WITH_MODEL(the_notes_say_what_the_members_were),
      WITH_MODEL(members_have_limits),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
