/* Findings in their three formats: what stands beside the figures, and in which order.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings_support.h"

static const char NOT_DONE[] = "Unsafe: nothing is hidden but small groups";

/* A tree of two units with two and one below: "top" (its own 12), "in" (9), "out" (10), "few" (3). */
static rung_findings *find_tree(const rung_model *model, bool with_cut)
{
  struct survey *survey = new_survey();
  put_people(survey, 12, 5, 1, 20, "top");
  put_people(survey, 10, 1, 5, 10, "in");
  put_people(survey, 10, 4, 2, 20, "out");
  put_people(survey, 3, 4, 2, 20, "few");
  rung_tally *tally = tally_of(model, survey, 2);
  rung_view *view = new_view();
  if (with_cut) cut_by(view, "team", NULL);
  assert_int_equal(rung_view_units(view, "team", NULL), RUNG_OK);
  put_unit(view, "top", NULL, 14);
  put_unit(view, "in", "top", 12);
  put_unit(view, "few", "in", 5);
  put_unit(view, "out", "top", 11);
  rung_findings *findings = find_waves(&tally, 1, view, NULL);
  rung_view_free(view);
  rung_tally_free(tally);
  free(survey);
  return findings;
}

static rung_bytes *write(const rung_findings *findings, rung_format format)
{
  rung_bytes *text = NULL;
  assert_int_equal(rung_findings_write(findings, format, "en", &text, NULL), RUNG_OK);
  return text;
}

static void assert_has(const rung_bytes *text, const char *part)
{
  if (strstr(rung_bytes_data(text), part) == NULL)
    fail_msg("no '%s' in:\n%s", part, rung_bytes_data(text));
}

static void units_know_the_one_above_them(void **unused)
{
  (void)unused;
  rung_model *model = base_model(NULL, NULL);
  rung_findings *findings = find_tree(model, true);
  static const char *const ORDER[] = {"top", "in", "few", "out"}; /* behind the total and the cut */
  static const size_t PARENT[] = {(size_t)-1, 5, 6, 5};
  for (size_t unit = 0; unit < LENGTH(ORDER); ++unit) {
    assert_true(has_key(findings, 5 + unit, 0, "team", ORDER[unit]));
    assert_true(rung_findings_parent(findings, 5 + unit) == PARENT[unit]);
  }
  for (size_t group = 0; group < 5; ++group)
    assert_true(rung_findings_parent(findings, group) == (size_t)-1);
  assert_true(rung_findings_parent(findings, 9) == (size_t)-1);
  rung_findings_free(findings);
  rung_model_free(model);
}

static void the_table_begins_with_what_is_not_measured(void **unused)
{
  (void)unused;
  rung_model *model = base_model(NULL, NULL);
  rung_findings *findings = find_tree(model, false);
  rung_bytes *text = write(findings, RUNG_FORMAT_TABLE);
  const char *page = rung_bytes_data(text);
  const char *first = strstr(page, "\n\nWhat is not measured\n");
  assert_non_null(first);
  assert_ptr_equal(first, strchr(page, '\n')); /* right under the title */
  const char *headline = strstr(first, "\n\n35 of 42 people (83\u00a0%).\n");
  assert_non_null(headline);
  assert_non_null(strstr(headline, ", by assumed cuts"));
  assert_non_null(strstr(headline, "What is hidden, and why"));
  assert_has(text, "Unsafe: nothing is hidden but small groups");
  rung_bytes_free(text);
  rung_findings_free(findings);
  rung_model_free(model);
}

static void sentences_of_a_tree_count_its_lowest_units(void **unused)
{
  (void)unused;
  rung_model *model = base_model(NULL, NULL);
  for (int with_cut = 0; with_cut < 2; ++with_cut) {
    rung_findings *findings = find_tree(model, with_cut == 1);
    rung_bytes *text = write(findings, RUNG_FORMAT_TABLE);
    assert_has(text, "Of the 1 lowest unit with a level: 1 on level high.");
    if (with_cut == 1) assert_has(text, "Of 3 groups with a level: 1 on level low, 2 on");
    assert_has(text, "\ntop ");
    assert_has(text, "\n  in ");
    assert_has(text, "\n    few ");
    assert_has(text, "\n  out ");
    rung_bytes_free(text);
    rung_findings_free(findings);
  }
  rung_model_free(model);
}

static void every_row_of_the_json_has_a_state_and_a_reason(void **unused)
{
  (void)unused;
  rung_model *model = base_model(NULL, NULL);
  rung_findings *findings = find_tree(model, false);
  rung_bytes *text = write(findings, RUNG_FORMAT_JSON);
  static const char *const PARTS[] = {
      "\"flags\":{\"f\":{\"raised\":false,\"state\":\"shown\",\"reason\":\"\"}",
      "\"flags\":{\"f\":{\"raised\":null,\"state\":\"too_few\",\"reason\":\"fewer than 6 "
      "persons\"}",
      "\"score\":null,\"state\":\"too_few\",\"reason\":\"fewer than 6 persons\",\"n\":null",
      "\"distribution_state\":\"shown\"", "\"distribution_state\":\"too_few\""};
  for (size_t part = 0; part < LENGTH(PARTS); ++part)
    assert_has(text, PARTS[part]);
  assert_has(text, NOT_DONE);
  size_t states = 0, reasons = 0;
  for (const char *at = rung_bytes_data(text); (at = strstr(at, "\"state\":")) != NULL; ++at)
    ++states;
  for (const char *at = rung_bytes_data(text); (at = strstr(at, ",\"reason\":")) != NULL; ++at)
    ++reasons;
  assert_int_equal(states, reasons);
  rung_bytes_free(text);
  rung_findings_free(findings);
  rung_model_free(model);
}

/* The field of a line of CSV that stands in a column of its header; no field here is quoted. */
static void field(const char *text, const char *line, const char *column, char *out, size_t size)
{
  const char *head = text;
  for (; strncmp(head, column, strlen(column)) != 0 || strchr(",\n", head[strlen(column)]) == NULL;
       ++head, ++line) {
    head += strcspn(head, ",");
    line += strcspn(line, ",");
  }
  snprintf(out, size, "%.*s", (int)strcspn(line, ",\n"), line);
}

static void a_line_of_the_csv_is_a_row_with_all_its_figures(void **unused)
{
  (void)unused;
  static const struct cell {
    const char *line, *column, *value;
  } CELLS[] = {
      {"\n,,35,42,group,", "invited", "42"},
      {"\n,,35,42,group,", "response", "0.8333333333333334"},
      {"\n,,35,,item,a,", "skipped", "0"},
      {"\n,,35,,item,a,", "invalid", "0"},
      {"\n,,35,,reading,main,", "rules_agree", "false"},
      {"\n,,35,,pair,p,", "said", "3.4857142857142858"},
      {"\n,,35,,pair,p,", "state", "shown"},
      {"\n,,35,,flag,f,", "raised", "false"},
      {"\n,,35,,flag,f,", "state", "shown"},
      {"\nteam,few,,,flag,f,", "raised", ""},
      {"\nteam,few,,,flag,f,", "state", "too_few"},
  };
  rung_model *model = base_model(NULL, NULL);
  rung_findings *findings = find_tree(model, false);
  rung_bytes *text = write(findings, RUNG_FORMAT_CSV);
  for (size_t index = 0; index < LENGTH(CELLS); ++index) {
    char value[64];
    const char *line = strstr(rung_bytes_data(text), CELLS[index].line);
    if (line == NULL)
      fail_msg("no line '%s' in:\n%s", CELLS[index].line + 1, rung_bytes_data(text));
    field(rung_bytes_data(text), line + 1, CELLS[index].column, value, sizeof value);
    assert_string_equal(value, CELLS[index].value);
  }
  assert_null(strstr(rung_bytes_data(text), NOT_DONE));
  rung_bytes_free(text);
  rung_findings_free(findings);
  rung_model_free(model);
}

static void a_level_that_is_visited_stands_in_a_column_of_its_own(void **unused)
{
  (void)unused;
  rung_model *model = base_model(NULL, NULL);
  struct survey *survey = new_survey();
  char value[64];
  put_people(survey, 12, 3, 3, 10, "");
  rung_findings *findings = find_survey(model, survey, false, NULL);
  rung_bytes *text = write(findings, RUNG_FORMAT_CSV);
  const char *line = strstr(rung_bytes_data(text), "\n,,12,,reading,main,") + 1;
  field(rung_bytes_data(text), line, "level", value, sizeof value);
  assert_string_equal(value, "low");
  field(rung_bytes_data(text), line, "visits", value, sizeof value);
  assert_string_equal(value, "mid");
  rung_bytes_free(text);
  rung_findings_free(findings);
  free(survey);
  rung_model_free(model);
}

/* A block of two items that nobody answered here, a belief, and a pair of sides. */
static rung_model *wide_model(void)
{
  char *text = base_text("'kind':'text'}],",
                         "'kind':'text'},"
                         "{'id':'x','text':{'en':'x'},'kind':'practice','scale':'agree'},"
                         "{'id':'y','text':{'en':'y'},'kind':'practice','scale':'agree'}],"
                         "'blocks':[{'id':'k','kind':'sum','of':['x','y'],'total':6}],"
                         "'beliefs':[{'id':'paid','text':{'en':'It is paid.'},"
                         "'reason':{'en':'Nobody counts it.'},'owner':'The head'}],");
  static const char *const EDITS[][2] = {
      {"\"measures\":[", "\"measures\":[{\"id\":\"ip\",\"of\":[\"x\",\"y\"],\"by\":\"max\"},"},
      {"\"said\":\"ab\",\"done\":\"cc\"", "\"inside\":\"ab\",\"outside\":\"cc\""}};
  char whole[16384];
  for (size_t index = 0; index < LENGTH(EDITS); ++index) {
    const char *place = strstr(text, EDITS[index][0]);
    assert_non_null(place);
    snprintf(whole, sizeof whole, "%.*s%s%s", (int)(place - text), text, EDITS[index][1],
             place + strlen(EDITS[index][0]));
    free(text);
    text = strdup(whole);
  }
  rung_model *model = model_of(text);
  free(text);
  return model;
}

static void sides_marks_and_beliefs_stand_in_every_format(void **unused)
{
  (void)unused;
  static const struct {
    rung_format format;
    const char *part;
  } PARTS[] = {
      {RUNG_FORMAT_JSON, "\"inside\":3.4857142857142858,\"outside\":"},
      {RUNG_FORMAT_JSON, "\"coverage\":null,\"marks\":[\"ipsative\"]}"},
      {RUNG_FORMAT_JSON, "\"coverage\":1,\"marks\":[]}"},
      {RUNG_FORMAT_JSON, "\"beliefs\":[{\"id\":\"paid\",\"text\":\"It is paid.\",\"reason\":"
                         "\"Nobody counts it.\",\"owner\":\"The head\",\"review\":null}]"},
      {RUNG_FORMAT_TABLE, "Decided without a measurement: It is paid. Why: Nobody counts it. "
                          "Answered for by: The head.\n"},
      {RUNG_FORMAT_TABLE, "p: the view from inside stands at "},
      {RUNG_FORMAT_TABLE, "it is lower from outside,"},
      {RUNG_FORMAT_TABLE, "  ‡\n"},
      {RUNG_FORMAT_TABLE, "The measure 'ip' compares within a row only: do not rank people or "
                          "groups by it.\n"},
      {RUNG_FORMAT_TABLE, "Measures that compare within a row only are left out."},
      {RUNG_FORMAT_CSV, ",said,done,"},
  };
  rung_model *model = wide_model();
  rung_findings *findings = find_tree(model, true);
  for (size_t index = 0; index < LENGTH(PARTS); ++index) {
    rung_bytes *text = write(findings, PARTS[index].format);
    assert_has(text, PARTS[index].part);
    rung_bytes_free(text);
  }
  size_t ipsative = 0;
  assert_int_equal(rung_model_find(model, RUNG_PART_MEASURE, "ip", &ipsative), RUNG_OK);
  for (size_t group = 0; group < rung_findings_count(findings, RUNG_TABLE_GROUP); ++group) {
    const size_t row = row_of(findings, RUNG_TABLE_MEASURE, group, ipsative);
    assert_int_equal(rung_findings_marks(findings, RUNG_TABLE_MEASURE, row), RUNG_MARK_IPSATIVE);
    assert_int_equal(rung_findings_marks(findings, RUNG_TABLE_MEASURE, row + 1), 0);
  }
  rung_findings_free(findings);
  rung_model_free(model);
}

static void notes_list_beliefs_and_what_ranks_nobody(void **unused)
{
  (void)unused;
  rung_model *model = wide_model();
  rung_findings *findings = find_tree(model, false);
  rung_notes *notes = NULL;
  size_t beliefs = 0, ipsative = 0;
  assert_int_equal(rung_findings_notes(findings, &notes, NULL), RUNG_OK);
  for (size_t index = 0; index < rung_notes_count(notes); ++index) {
    const char *text = rung_notes_text(notes, index);
    beliefs += strcmp(rung_notes_where(notes, index), "/beliefs/0") == 0 &&
               strcmp(text, "decided without a measurement, never scored: It is paid. Why: Nobody "
                            "counts it. Answered for by: The head.") == 0;
    ipsative += rung_notes_severity(notes, index) == RUNG_NOTE_WARNING &&
                strstr(text, "'ip' compares within a row only") != NULL;
  }
  assert_int_equal(beliefs, 1);
  assert_int_equal(ipsative, 1);
  rung_notes_free(notes);
  rung_findings_free(findings);
  rung_model_free(model);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(units_know_the_one_above_them),
      cmocka_unit_test(the_table_begins_with_what_is_not_measured),
      cmocka_unit_test(sentences_of_a_tree_count_its_lowest_units),
      cmocka_unit_test(every_row_of_the_json_has_a_state_and_a_reason),
      cmocka_unit_test(a_line_of_the_csv_is_a_row_with_all_its_figures),
      cmocka_unit_test(a_level_that_is_visited_stands_in_a_column_of_its_own),
      cmocka_unit_test(sides_marks_and_beliefs_stand_in_every_format),
      cmocka_unit_test(notes_list_beliefs_and_what_ranks_nobody),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
