/* Tests of the reader on long tables: rows put together, what is refused, what the notes say.
 * SPDX-License-Identifier: Apache-2.0 */
#include "reader_support.h"

#define LONG 2

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

static void records_become_rows_wherever_the_file_is_cut(void **state)
{
  const struct run run = {.model = *state, .form = LONG};
  assert_rows_in_any_cut(run,
                         "\xEF\xBB\xBFitem;row;answer\r\n"
                         "q1;A;4\r\n"
                         "chosen;A;\"all of it\"\r\n"
                         "q2; A;agree \r\n"
                         "\r\n"
                         "id;B;9\r\n"
                         "q2;\"C;1\";\r\n"
                         "q1;\"C;1\";\"\"\r\n"
                         "remark;\"C;1\";\"so \"\"so\"\"\"\r\n"
                         "part;D;0.25",
                         "1: 3 3 -1 0 -1\n"
                         "2: -1 -1 -1 -1 -1\n"
                         "3: -2 -2 -1 -1 -1\n"
                         "4: -1 -1 2 -1 -1\n");
}

static void a_mapping_groups_and_weights_work_as_in_a_csv(void **state)
{
  const struct run run = {
      .model = *state,
      .form = LONG,
      .group = "region",
      .other_group = "Team",
      .mapping = "{\"format\": \"rung-map/1\", \"labels\": {\"A\": 4}, \"empty\": "
                 "\"not_applicable\","
                 "\"long\": {\"row\": \"who\", \"item\": \"q\", \"answer\": \"a\"},"
                 "\"columns\": {\"First\": {\"item\": \"q1\", \"quoted_empty\": \"dont_know\"},"
                 "\"Land\": {\"group\": \"region\", \"absent\": [\"none\"]}, \"w\": {\"weight\": "
                 "true}}}"};
  assert_rows_in_any_cut(run,
                         "who,Land,Team,w,q,a\n"
                         "1,N,x,0.5,First,a\n1,N , x,0.5,q2,\n"
                         "2,none,,2,First,\"\"\n"
                         "3,\"S,1\",y,1,q2,Agree\n",
                         "1: 3 -3 -1 -1 -1 N x w549755813888\n"
                         "2: -4 -1 -1 -1 -1 - - w2199023255552\n"
                         "3: -1 3 -1 -1 -1 S,1 y\n");
}

static void an_item_may_have_the_name_of_a_column(void **state)
{
  const struct run run = {
      .model = *state,
      .form = LONG,
      .group = "team",
      .mapping = "{\"format\": \"rung-map/1\", \"columns\": {\"row\": {\"item\": \"q1\"},"
                 "\"team\": {\"group\": \"team\"}}}"};
  assert_rows_in_any_cut(run, "row,item,answer,team\na,row,4,T\na,team,5,T\n",
                         "1: 3 -1 -1 -1 -1 T\n");
}

/* The same rows as a long table and as a CSV; how they are cut into blocks differs. */
static void any_number_of_rows_is_that_of_a_csv(void **state)
{
  static const size_t ROWS[] = {0, 1, 1022, 1023, 1024, 1025, 2046, 2047, 2048, 3000};
  for (size_t i = 0; i < 4 * LENGTH(ROWS); i++) {
    struct rung__buffer table = {.data = NULL}, wide = {.data = NULL};
    struct run run = {.model = *state, .group = "team", .weight = "w", .takes_late = i % 2};
    run.piece = i & 2 ? 1013 : SIZE_MAX;
    rung__put_text(&table, "row,team,w,item,answer\n");
    rung__put_text(&wide, "team,w,q1,q2\n");
    for (int row = 0; row < (int)ROWS[i / 4]; row++) {
      for (int item = 1; item < 3; item++)
        rung__put_format(&table, "r%d,T%d,%d.5,q%d,%d\n", row, row % 7, row % 3, item,
                         (row + item) % 7);
      rung__put_format(&wide, "T%d,%d.5,%d,%d\n", row % 7, row % 3, (row + 1) % 7, (row + 2) % 7);
    }
    struct result expected = read_text(&run, wide.data, wide.length);
    run.form = LONG;
    struct result found = read_text(&run, table.data, table.length);
    assert_status(found.status, RUNG_OK, &found.error);
    assert_int_equal(found.rows.length, expected.rows.length);
    assert_memory_equal(found.rows.data, expected.rows.data, expected.rows.length);
    forget(&found);
    forget(&expected);
    rung__buffer_free(&table);
    rung__buffer_free(&wide);
  }
}

static const struct {
  const char *text;
  rung_status status;
  int row, column;
  const char *words;
} REFUSALS[] = {
    {"", RUNG_E_SYNTAX, 1, 0, "the file is empty"},
    {"q1,q2\n1,2\n", RUNG_E_UNKNOWN, 1, 0, "no column \"row\" for the rows of a long table"},
    {"row,answer\n1,2\n", RUNG_E_UNKNOWN, 1, 0, "no column \"item\" for the items of a long table"},
    {"row,item\n1,2\n", RUNG_E_UNKNOWN, 1, 0, "no column \"answer\" for the answers"},
    {"row,item,answer,item\n", RUNG_E_ANSWERS, 1, 4, "\"item\" stands in columns 2 and 4"},
    {"row,item,answer\n1,q1,1\n1,q2,1\n1,q1,2\n", RUNG_E_ANSWERS, 4, 2,
     "row 4, column \"item\": \"q1\" stands twice in one row"},
    {"row,item,answer\nx,q1,1\ny,q1,1\nx,q2,1\n", RUNG_E_ANSWERS, 4, 1,
     "row 4, column \"row\": \"x\" returns after another row has begun: sort the file"},
    {"row,item,answer\n ,q1,1\n", RUNG_E_ANSWERS, 2, 1, "names no row"},
    {"row,item,answer\n1,,1\n", RUNG_E_ANSWERS, 2, 2, "names no item"},
    {"row,item,answer\n1,q1\n", RUNG_E_ANSWERS, 2, 3, "row 2 has 2 fields, the header has 3"},
    {"row,item,answer\n1,q1,\"1\n", RUNG_E_SYNTAX, 2, 3, "never closed"},
};

static void tables_that_cannot_be_are_refused_with_their_record(void **state)
{
  struct run run = {.model = *state, .form = LONG};
  for (size_t i = 0; i < LENGTH(REFUSALS); i++) {
    for (run.piece = 1; run.piece < 40; run.piece += 6) {
      struct result result = read_text(&run, REFUSALS[i].text, strlen(REFUSALS[i].text));
      assert_case(REFUSALS[i].text, result.status == REFUSALS[i].status);
      assert_says(&result.error, REFUSALS[i].status, REFUSALS[i].words);
      assert_case(REFUSALS[i].text, result.error.row == REFUSALS[i].row);
      assert_case(REFUSALS[i].text, result.error.column == REFUSALS[i].column);
      forget(&result);
    }
  }
}

static void wanted_columns_are_the_same_throughout_a_row(void **state)
{
  struct run run = {.model = *state, .form = LONG, .piece = 9, .group = "team"};
  assert_refused(&run, "row,item,answer\n", RUNG_E_UNKNOWN, 1, 0, "no column \"team\" for groups");
  assert_refused(&run, "row,item,answer,team\n1,q1,1,A\n1,q2,1,B\n", RUNG_E_ANSWERS, 3, 4,
                 "row 3, column \"team\": \"B\", where record 2 of the same row has \"A\"");
  assert_refused(&run, "row,item,answer,team\n1,q1,1,A\n1,q2,1,\n", RUNG_E_ANSWERS, 3, 4, "\"\"");
  run.weight = "w";
  assert_refused(&run, "row,item,answer,team,w\n1,q1,1,A,1\n1,q2,1,A,2\n", RUNG_E_ANSWERS, 3, 5,
                 "column \"w\": \"2\", where record 2");
  assert_refused(&run, "row,item,answer,team,w\n1,q1,1,A,1\n2,q2,1,A,-2\n", RUNG_E_ANSWERS, 3, 5,
                 "row 3, column \"w\": \"-2\" cannot be a weight");
  run.weight = "answer";
  assert_refused(&run, "row,item,answer,team\n", RUNG_E_ANSWERS, 1, 3, "makes the long table");
  run.group = "item";
  run.weight = NULL;
  assert_refused(&run, "row,item,answer,team\n", RUNG_E_ANSWERS, 1, 2, "groups by it would show");
}

static void strictness_names_the_record_of_the_answer(void **state)
{
  struct run run = {.model = *state, .form = LONG, .piece = 9, .strict = true};
  assert_refused(&run, "row,item,answer\n1,q1,1\n1,q2,maybe\n2,q1,1\n", RUNG_E_ANSWERS, 3, 3,
                 "row 3, column \"q2\": \"maybe\" is not an answer of item \"q2\"");
}

static void the_notes_say_what_the_items_were(void **state)
{
  const struct run run = {
      .model = *state,
      .form = LONG,
      .piece = 11,
      .sets_aside = true,
      .group = "region",
      .mapping = "{\"format\": \"rung-map/1\", \"columns\": {\"Q 1\": {\"item\": \"q1\"},"
                 "\"Land\": {\"group\": \"region\"}, \"Team\": {\"group\": \"team\"},"
                 "\"old\": {\"ignore\": true}, \"Gone\": {\"ignore\": true}}}"};
  const char *text = "row,item,answer,Land,Team,date\n"
                     "1,Q 1,4,N,t,d\n1,zz,4,N,t,d\n1,old,4,N,t,d\n1,Q 1\n"
                     "2,zz,4,,t,d\n2,y,4,,t,d\n2,Q 1,M,,t,d\n";
  struct result result = read_text(&run, text, strlen(text));
  assert_status(result.status, RUNG_OK, &result.error);
  const rung_reader *reader = result.reader;
  assert_noted(reader, RUNG_NOTE_INFORMATION, "", "fields between commas, lines end in LF", true);
  assert_noted(reader, RUNG_NOTE_INFORMATION, "", "a long table: 2 rows of 6 records, 4 items",
               true);
  assert_noted(reader, RUNG_NOTE_INFORMATION, "Q 1", "item \"q1\": 1 answered, 1 invalid", true);
  assert_noted(reader, RUNG_NOTE_WARNING, "Q 1", "\"M\" x 1, first in row 8", true);
  assert_noted(reader, RUNG_NOTE_INFORMATION, "Land", "group \"region\": 1 row without", true);
  assert_noted(reader, RUNG_NOTE_INFORMATION, "",
               "items that the model does not have (2), with 3 answers that count for nothing: "
               "\"zz\", \"y\"",
               true);
  assert_noted(reader, RUNG_NOTE_INFORMATION, "", "columns that are for nothing (1): \"date\"",
               true);
  assert_noted(reader, RUNG_NOTE_INFORMATION, "", "groups if asked for (1): \"Team\"", true);
  assert_noted(reader, RUNG_NOTE_WARNING, "Gone", "which the file does not have", true);
  assert_noted(reader, RUNG_NOTE_WARNING, "old", "", false);
  rung_bytes *bytes = NULL;
  assert_int_equal(rung_reader_set_aside(reader, &bytes, NULL), RUNG_OK);
  assert_string_equal(rung_bytes_data(bytes), "row,item,answer,Land,Team,date\n1,Q 1\n");
  rung_bytes_free(bytes);
  forget(&result);
}

static void a_row_has_a_limit(void **state)
{
  struct run run = {.model = *state, .piece = 5000, .form = LONG};
  struct rung__buffer text = {.data = NULL};
  rung__put_text(&text, "row,item,answer\n");
  for (int i = 0; i < 2; i++) {
    rung__put_format(&text, "1,%s,", i ? "remark" : "q1");
    for (int k = 0; k < 600000; k++)
      rung__put_byte(&text, 'x');
    rung__put_text(&text, "\n");
  }
  rung__put_byte(&text, '\0');
  assert_refused(&run, text.data, RUNG_E_LIMIT, 3, 0, "the answers of one row");
  rung__buffer_free(&text);
}

static void a_table_may_be_finished_before_its_block_is_taken(void **state)
{
  struct rung__buffer text = {.data = NULL};
  rung_settings *settings = NULL;
  rung_reader *reader = NULL;
  size_t taken;
  rung__put_text(&text, "row,item,answer\n");
  for (int row = 0; row < RUNG__BLOCK; row++)
    rung__put_format(&text, "%d,q1,1\n", row);
  assert_int_equal(rung_settings_new(&settings, NULL), RUNG_OK);
  assert_int_equal(rung_settings_set(settings, RUNG_SETTING_FORM, LONG, NULL), RUNG_OK);
  assert_int_equal(rung_reader_new(*state, NULL, 0, settings, &reader, NULL), RUNG_OK);
  assert_int_equal(rung_reader_push(reader, text.data, text.length, &taken, NULL), RUNG_OK);
  assert_int_equal(taken, text.length);
  assert_int_equal(rung_reader_finish(reader, NULL), RUNG_OK);
  assert_int_equal(rung_answers_rows(rung_reader_take(reader)), RUNG__BLOCK);
  assert_null(rung_reader_take(reader));
  rung_reader_free(reader);
  rung_settings_free(settings);
  rung__buffer_free(&text);
}

#define WITH_MODEL(test) cmocka_unit_test_setup_teardown(test, begin, end)

int main(void)
{
  const struct CMUnitTest tests[] = {
      WITH_MODEL(records_become_rows_wherever_the_file_is_cut),
      WITH_MODEL(a_mapping_groups_and_weights_work_as_in_a_csv),
      WITH_MODEL(an_item_may_have_the_name_of_a_column),
      WITH_MODEL(any_number_of_rows_is_that_of_a_csv),
      WITH_MODEL(tables_that_cannot_be_are_refused_with_their_record),
      WITH_MODEL(wanted_columns_are_the_same_throughout_a_row),
      WITH_MODEL(strictness_names_the_record_of_the_answer),
      WITH_MODEL(the_notes_say_what_the_items_were),
      WITH_MODEL(a_row_has_a_limit),
      WITH_MODEL(a_table_may_be_finished_before_its_block_is_taken),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
