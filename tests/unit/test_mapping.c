/* Tests of mapping files: what they say, and what is refused with its place.
 * SPDX-License-Identifier: Apache-2.0 */
#include "answers_support.h"

#include "answers/mapping.h"

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

static struct rung__mapping *read_mapping(const rung_model *model, const char *text)
{
  struct rung__mapping *mapping = NULL;
  rung_error error = {.status = 0};
  assert_status(rung__mapping_read(model, text, strlen(text), &mapping, &error), RUNG_OK, &error);
  return mapping;
}

static void columns_are_found_by_header_and_groups_by_name(void **state)
{
  struct rung__mapping *mapping = read_mapping(
      *state,
      "{\"format\": \"rung-map/1\", \"model\": \"small\", \"comment\": \"ours\", \"columns\": {"
      "\"comment\": \"four of them\","
      "\"  How do you\\nfeel? \": {\"item\": \"q1\"},"
      "\"Region\": {\"group\": \"region\", \"absent\": [\"-\", \" Not Stated \"]},"
      "\"w\": {\"weight\": true}, \"q2\": {\"ignore\": true, \"comment\": \"old\"}}}");
  const struct rung__map_column *column = rung__mapping_header(mapping,
                                                               rung__slice("How do you\nfeel?"));
  assert_int_equal(mapping->count, 4);
  assert_non_null(column);
  assert_int_equal(column->use, RUNG__MAP_ITEM);
  assert_int_equal(column->item, Q1);
  assert_null(rung__mapping_header(mapping, rung__slice("region")));
  assert_null(rung__mapping_header(NULL, rung__slice("Region")));
  column = rung__mapping_group(mapping, rung__slice("region"));
  assert_ptr_equal(column, rung__mapping_header(mapping, rung__slice("Region")));
  assert_true(rung__map_absent(column, rung__slice("not stated")));
  assert_false(rung__map_absent(column, rung__slice("stated")));
  assert_false(rung__map_absent(NULL, rung__slice("-")));
  assert_null(rung__mapping_group(mapping, rung__slice("Region")));
  assert_int_equal(rung__mapping_header(mapping, rung__slice("w"))->use, RUNG__MAP_WEIGHT);
  assert_int_equal(rung__mapping_header(mapping, rung__slice("q2"))->use, RUNG__MAP_IGNORE);
  rung__mapping_free(mapping);
}

static void labels_stand_for_codes_and_absences(void **state)
{
  const rung_model *model = *state;
  struct rung__mapping *mapping = read_mapping(
      model,
      "{\"format\": \"rung-map/1\", \"labels\": {\"SA\": 5, \" sd \": 1.0, \"M\": \"invalid\","
      "\"half\": 0.25}, \"columns\": {\"a\": {\"item\": \"q1\", \"labels\": {\"sa\": 1,"
      "\"?\": \"dont_know\"}}}}");
  const struct rung__map_cells *all = &mapping->cells;
  const struct rung__map_cells *own = &mapping->column[0].cells;
  const struct rung__item *item = &model->items[Q1];
  int64_t number = 0;
  assert_int_equal(rung__map_match(all, item, rung__slice("sA"), &number), 4);
  assert_int_equal(rung__map_match(all, item, rung__slice("SD"), &number), 0);
  assert_int_equal(rung__map_match(all, item, rung__slice("m"), &number), INVALID);
  assert_int_equal(rung__map_match(all, item, rung__slice("half"), &number), RUNG__UNKNOWN_ANSWER);
  assert_int_equal(rung__map_match(all, &model->items[PART], rung__slice("half"), &number), 2);
  assert_int_equal(rung__map_match(all, item, rung__slice("S"), &number), RUNG__UNKNOWN_ANSWER);
  assert_int_equal(rung__map_match(own, item, rung__slice("SA"), &number), 0);
  assert_int_equal(rung__map_match(own, item, rung__slice("?"), &number), DONT_KNOW);
  rung__mapping_free(mapping);
}

static void a_long_table_has_columns_that_may_be_named(void **state)
{
  struct rung__mapping *mapping = read_mapping(
      *state, "{\"format\": \"rung-map/1\", \"long\": {\"row\": \" who \", \"item\": \"answer\","
              "\"answer\": \"row\", \"comment\": \"odd, but three\"}}");
  assert_string_equal(rung__mapping_table(mapping, RUNG__TABLE_ROW), "who");
  assert_string_equal(rung__mapping_table(mapping, RUNG__TABLE_ITEM), "answer");
  assert_string_equal(rung__mapping_table(mapping, RUNG__TABLE_ANSWER), "row");
  rung__mapping_free(mapping);
  mapping = read_mapping(*state, "{\"format\": \"rung-map/1\", \"long\": {\"item\": \"q\"}}");
  assert_string_equal(rung__mapping_table(mapping, RUNG__TABLE_ROW), "row");
  assert_string_equal(rung__mapping_table(mapping, RUNG__TABLE_ITEM), "q");
  assert_string_equal(rung__mapping_table(NULL, RUNG__TABLE_ANSWER), "answer");
  rung__mapping_free(mapping);
}

static void empty_cells_mean_what_the_nearest_word_says(void **state)
{
  struct rung__mapping *mapping = read_mapping(
      *state, "{\"format\": \"rung-map/1\", \"empty\": \"not_asked\", \"columns\": {"
              "\"a\": {\"item\": \"q1\"}, \"b\": {\"item\": \"q2\", \"empty\": \"dont_know\"},"
              "\"c\": {\"item\": \"part\", \"quoted_empty\": \"skipped\"}}}");
  const struct rung__map_column *column = mapping->column;
  assert_int_equal(rung__map_empty(mapping, &column[0], false), RUNG_ABSENT_NOT_ASKED);
  assert_int_equal(rung__map_empty(mapping, &column[0], true), RUNG_ABSENT_NOT_ASKED);
  assert_int_equal(rung__map_empty(mapping, NULL, true), RUNG_ABSENT_NOT_ASKED);
  assert_int_equal(rung__map_empty(mapping, &column[1], false), RUNG_ABSENT_DONT_KNOW);
  assert_int_equal(rung__map_empty(mapping, &column[1], true), RUNG_ABSENT_DONT_KNOW);
  assert_int_equal(rung__map_empty(mapping, &column[2], false), RUNG_ABSENT_NOT_ASKED);
  assert_int_equal(rung__map_empty(mapping, &column[2], true), RUNG_ABSENT_SKIPPED);
  assert_int_equal(rung__map_empty(NULL, NULL, false), RUNG_ABSENT_SKIPPED);
  rung__mapping_free(mapping);
}

struct refusal {
  const char *members; /* behind the format */
  const char *where, *message;
};

static const struct refusal REFUSALS[] = {
    {", \"model\": \"other\"", "/model", "\"other\" and the model is \"small\""},
    {", \"labels\": []", "/labels", "expected an object"},
    {", \"labels\": {\"SA\": 17}", "/labels/SA", "17 is no code of any item"},
    {", \"labels\": {\"SA\": true}", "/labels/SA", "expected the code of an answer"},
    {", \"labels\": {\"SA\": \"unsure\"}", "/labels/SA", ""},
    {", \"labels\": {\"SA\": 5, \"sa \": 4}", "/labels/sa ", "twice"},
    {", \"labels\": {\"  \": 5}", "/labels/  ", "blank"},
    {", \"labels\": {\"SA\": 1e9}", "/labels/SA", ""},
    {", \"empty\": \"none\"", "/empty", ""},
    {", \"quoted_empty\": 1", "/quoted_empty", ""},
    {", \"column\": {}", "", ""},
    {", \"columns\": []", "/columns", "expected an object"},
    {", \"columns\": {\"a\": 1}", "/columns/a", ""},
    {", \"columns\": {\"a\": {}}", "/columns/a", "found 0 of"},
    {", \"columns\": {\"a\": {\"item\": \"q1\", \"group\": \"g\"}}", "/columns/a", "found 2 of"},
    {", \"columns\": {\"a\": {\"item\": \"q9\"}}", "/columns/a/item", "no item \"q9\""},
    {", \"columns\": {\"a\": {\"item\": \"q1\", \"absent\": []}}", "", ""},
    {", \"columns\": {\"a\": {\"item\": \"q1\", \"labels\": {\"half\": 0.25}}}",
     "/columns/a/labels/half", "0.25 is no code of item \"q1\": expected one of 1, 2, 3, 4, 5"},
    {", \"columns\": {\"a\": {\"item\": \"remark\", \"labels\": {\"x\": 1}}}",
     "/columns/a/labels/x", "1 is no code of item \"remark\""},
    {", \"columns\": {\"a\": {\"item\": \"q1\"}, \"b\": {\"item\": \"q1\"}}", "/columns/b",
     "column \"a\" is item \"q1\" already"},
    {", \"columns\": {\"a\": {\"group\": \"g\"}, \"b\": {\"group\": \" g\"}}", "/columns/b",
     "group \"g\" already"},
    {", \"columns\": {\"a\": {\"weight\": true}, \"b\": {\"weight\": true}}", "/columns/b",
     "is the weight already"},
    {", \"columns\": {\"a\": {\"weight\": false}}", "/columns/a/weight", "expected true"},
    {", \"columns\": {\"a\": {\"ignore\": 1}}", "/columns/a/ignore", ""},
    {", \"columns\": {\"a\": {\"group\": \"g\", \"absent\": [3]}}", "/columns/a/absent/0", ""},
    {", \"columns\": {\"a\": {\"group\": \"g\", \"absent\": [\" \"]}}", "/columns/a/absent/0",
     "blank"},
    {", \"columns\": {\"a\": {\"group\": \" \"}}", "/columns/a/group", "blank"},
    {", \"columns\": {\" a\": {\"ignore\": true}, \"a \": {\"ignore\": true}}", "/columns/a ",
     "twice"},
    {", \"columns\": {\" \": {\"ignore\": true}}", "/columns/ ", "blank"},
    {", \"long\": []", "/long", "an object expected"},
    {", \"long\": {\"rows\": \"a\"}", "/long/rows", "row, item, answer"},
    {", \"long\": {\"row\": 1}", "/long/row", "a string expected"},
    {", \"long\": {\"row\": \" \"}", "/long/row", "blank"},
    {", \"long\": {\"row\": \"answer\"}", "/long", "\"answer\" would be two of"},
    {", \"long\": {\"row\": \"a\", \"item\": \"a \"}", "/long", "\"a\" would be two of"},
};

static void what_is_wrong_is_refused_with_its_pointer(void **state)
{
  for (size_t i = 0; i < LENGTH(REFUSALS); i++) {
    const struct refusal *refusal = &REFUSALS[i];
    struct rung__mapping *mapping = NULL;
    rung_error error = {.status = 0};
    char text[512] = "{\"format\": \"rung-map/1\"";
    strcat(strcat(text, refusal->members), "}");
    const rung_status status = rung__mapping_read(*state, text, strlen(text), &mapping, &error);
    assert_null(mapping);
    assert_case(refusal->members, status == RUNG_E_MODEL);
    assert_says(&error, RUNG_E_MODEL, refusal->message);
    if (*refusal->where && strcmp(error.where, refusal->where) != 0)
      fail_msg("%s: expected %s, found %s", refusal->members, refusal->where, error.where);
  }
}

static void other_formats_and_broken_text_are_refused(void **state)
{
  static const struct {
    const char *text;
    rung_status status;
  } CASES[] = {
      {"", RUNG_E_SYNTAX},
      {"{", RUNG_E_SYNTAX},
      {"{\"format\": \"rung-map/1\", \"format\": \"rung-map/1\"}", RUNG_E_SYNTAX},
      {"[]", RUNG_E_MODEL},
      {"{}", RUNG_E_MODEL},
      {"{\"format\": \"rung-map/2\"}", RUNG_E_MODEL},
      {"{\"format\": 1}", RUNG_E_MODEL},
  };
  for (size_t i = 0; i < LENGTH(CASES); i++) {
    struct rung__mapping *mapping = NULL;
    rung_error error = {.status = 0};
    assert_status(
        rung__mapping_read(*state, CASES[i].text, strlen(CASES[i].text), &mapping, &error),
        CASES[i].status, &error);
    assert_null(mapping);
  }
}

#define WITH_MODEL(test) cmocka_unit_test_setup_teardown(test, begin, end)

int main(void)
{
  const struct CMUnitTest tests[] = {
      WITH_MODEL(columns_are_found_by_header_and_groups_by_name),
      WITH_MODEL(labels_stand_for_codes_and_absences),
      WITH_MODEL(a_long_table_has_columns_that_may_be_named),
      WITH_MODEL(empty_cells_mean_what_the_nearest_word_says),
      WITH_MODEL(what_is_wrong_is_refused_with_its_pointer),
      WITH_MODEL(other_formats_and_broken_text_are_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
