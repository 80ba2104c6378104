/* Tests of read/json: parsing, against jansson's own, and refusals with their place.
 * SPDX-License-Identifier: Apache-2.0 */
#include "support.h"

#include "read/json.h"

#define LIMIT 100000

static rung_status parse(const char *text, json_t **root, rung_error *error)
{
  *root = NULL;
  memset(error, 0, sizeof *error);
  return rung__json_parse(text, strlen(text), LIMIT, root, error);
}

static json_t *parsed(const char *text)
{
  json_t *root;
  rung_error error;
  assert_status(parse(text, &root, &error), RUNG_OK, &error);
  assert_non_null(root);
  return root;
}

/* What jansson itself reads is what we read. */
static const char *const DOCUMENTS[] = {
    "{}",
    "[]",
    " \t\r\n[ ] \n",
    "{\"a\":1,\"b\":[true,false,null],\"c\":{\"d\":\"e\"}}",
    "[0,-0,1,-1,9223372036854775807,-9223372036854775808]",
    "[0.5,-0.0,1e3,1E-2,1.25e+2,123456789012345678901234567890.5,1e-400]",
    "[\"\",\"plain\",\"\\\"\\\\\\/\\b\\f\\n\\r\\t\",\"\\u0041\\u00e9\\u20AC\\ud83d\\ude00\"]",
    "[\"caf\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x98\x80\",\"\x7F\"]",
    "{\"z\":1,\"y\":2,\"a\":3}",
    "[[[[[[[[[[]]]]]]]]]]",
    "{\"\":{\"\":[]}}",
};

static const struct {
  const char *text;
  int row, column;
  const char *part; /* of the message */
} BROKEN[] = {
    {"", 1, 1, "cut off"},
    {"   ", 1, 4, "cut off"},
    {"1", 1, 1, "'{' or '['"},
    {"\"a\"", 1, 1, "'{' or '['"},
    {"{", 1, 2, "a key in quotes expected"},
    {"[1,", 1, 4, "a value expected"},
    {"[1,]", 1, 4, "a value expected, ']' found"},
    {"[1 2]", 1, 4, "a comma or ']' expected, '2' found"},
    {"{\"a\" 1}", 1, 6, "a colon expected"},
    {"{\"a\":1,}", 1, 8, "a key in quotes expected, '}' found"},
    {"{\"a\":1 \"b\":2}", 1, 8, "a comma or '}' expected"},
    {"{a:1}", 1, 2, "a key in quotes expected, 'a' found"},
    {"[1]]", 1, 4, "the end expected"},
    {"{}\n{}", 2, 1, "the end expected"},
    {"[\n  1,\n  x\n]", 3, 3, "a value expected, 'x' found"},
    {"[\"\xC3\xA4\xE2\x82\xAC\", x]", 1, 8, "'x' found"},
    {"[\"open", 1, 2, "never closed"},
    {"[\"line\nend\"]", 1, 7, "control byte"},
    {"[\"\\x\"]", 1, 3, "escape"},
    {"[\"\\", 1, 3, "escape"},
    {"[\"\\u12\"]", 1, 3, "hexadecimal"},
    {"[\"a\\u0000b\"]", 1, 4, "NUL"},
    {"[\"\\ud83d\"]", 1, 3, "surrogate"},
    {"[\"\\ude00\"]", 1, 3, "surrogate"},
    {"[\"\\ud83d\\u0041\"]", 1, 3, "surrogate"},
    {"[01]", 1, 2, "JSON number"},
    {"[-]", 1, 2, "JSON number"},
    {"[1.]", 1, 2, "JSON number"},
    {"[.5]", 1, 2, "a value expected"},
    {"[+1]", 1, 2, "a value expected"},
    {"[1e]", 1, 2, "JSON number"},
    {"[1e+]", 1, 2, "JSON number"},
    {"[0x10]", 1, 3, "a comma or ']'"},
    {"[NaN]", 1, 2, "a value expected"},
    {"[nul]", 1, 2, "a value expected"},
    {"[truex]", 1, 6, "a comma or ']'"},
    {"[9223372036854775808]", 1, 2, "too large"},
    {"[-9223372036854775809]", 1, 2, "too large"},
    {"[99999999999999999999999]", 1, 2, "too large"},
    {"[1e400]", 1, 2, "too large"},
    {"{\"a\":1,\n \"a\":2}", 2, 2, "twice in one object; keep one: a"},
    {"{\"a\":{\"b\":1,\"c\":2,\"b\":3}}", 1, 19, "keep one: b"},
    {"{\"a\\u0062\":1,\"ab\":2}", 1, 14, "keep one: ab"},
    {"[\"caf\xE9\"]", 1, 6, "UTF-8"},
    {"\xFF\xFE[", 1, 1, "UTF-8"},
    {"[1] \xC3", 1, 5, "UTF-8"},
    {"[// no\n1]", 1, 2, "a value expected, '/' found"},
};

static void documents_are_read_as_jansson_reads_them(void **state)
{
  (void)state;
  for (size_t index = 0; index < LENGTH(DOCUMENTS); ++index) {
    const char *text = DOCUMENTS[index];
    json_t *ours = parsed(text), *theirs = json_loads(text, JSON_REJECT_DUPLICATES, NULL);
    assert_non_null(theirs);
    assert_case(text, json_equal(ours, theirs) == 1);
    char *first = json_dumps(ours, 0), *second = json_dumps(theirs, 0);
    assert_string_equal(first, second); /* the order of members too */
    free(first);
    free(second);
    json_decref(ours);
    json_decref(theirs);
  }
}

static void broken_text_is_refused_with_its_place(void **state)
{
  (void)state;
  for (size_t index = 0; index < LENGTH(BROKEN); ++index) {
    const char *text = BROKEN[index].text;
    json_t *root;
    rung_error error;
    assert_status(parse(text, &root, &error), RUNG_E_SYNTAX, &error);
    assert_null(root);
    assert_case(error.message, strstr(error.message, BROKEN[index].part) != NULL);
    assert_case(text, error.row == BROKEN[index].row);
    assert_case(text, error.column == BROKEN[index].column);
  }
}

/* Every beginning of a text that is cut off fails, and reads nothing behind its end. */
static void text_that_is_cut_off_is_refused(void **state)
{
  (void)state;
  for (size_t index = 0; index < LENGTH(DOCUMENTS); ++index) {
    const char *text = DOCUMENTS[index];
    const size_t last = (size_t)(strrchr(text, text[strlen(text) - 1] == '}' ? '}' : ']') - text);
    for (size_t length = 0; length <= last; ++length) {
      json_t *root = NULL;
      char *own = malloc(length + 1);
      assert_non_null(own);
      memcpy(own, text, length);
      own = realloc(own, length == 0 ? 1 : length);
      assert_int_equal(rung__json_parse(own, length, LIMIT, &root, NULL), RUNG_E_SYNTAX);
      assert_null(root);
      free(own);
    }
  }
}

/* One byte of a document changed at a time: what jansson takes we take, and the same. */
static void changed_documents_are_judged_as_jansson_judges_them(void **state)
{
  static const char BYTES[] = "{}[]\",:\\ue1-.0 x\n";
  (void)state;
  for (size_t index = 0; index < LENGTH(DOCUMENTS); ++index) {
    char *text = strdup(DOCUMENTS[index]);
    for (char *at = text; *at != '\0'; ++at) {
      const char before = *at;
      for (const char *byte = BYTES; *byte != '\0'; ++byte) {
        json_t *ours;
        rung_error error;
        *at = *byte;
        json_t *theirs = json_loads(text, JSON_REJECT_DUPLICATES, NULL);
        parse(text, &ours, &error);
        assert_case(text, (ours == NULL) == (theirs == NULL));
        assert_case(text, ours == NULL || json_equal(ours, theirs) == 1);
        json_decref(ours);
        json_decref(theirs);
      }
      *at = before;
    }
    free(text);
  }
}

static void nesting_and_length_have_a_limit(void **state)
{
  char text[200];
  json_t *root;
  rung_error error;
  (void)state;
  for (size_t depth = 1; depth <= 90; ++depth) {
    memset(text, '[', depth);
    memset(text + depth, ']', depth);
    text[2 * depth] = '\0';
    const bool fits = depth <= RUNG__JSON_DEPTH;
    assert_status(parse(text, &root, &error), fits ? RUNG_OK : RUNG_E_LIMIT, &error);
    assert_int_equal(error.column, fits ? 0 : RUNG__JSON_DEPTH + 1);
    json_decref(root);
  }
  assert_int_equal(rung__json_parse("[1]", 3, 3, &root, &error), RUNG_OK);
  json_decref(root);
  assert_int_equal(rung__json_parse("[1]", 3, 2, &root, &error), RUNG_E_LIMIT);
  assert_null(root);
}

static void a_byte_order_mark_is_skipped(void **state)
{
  json_t *root;
  rung_error error;
  (void)state;
  json_decref(parsed("\xEF\xBB\xBF[1]"));
  assert_int_equal(parse("\xEF\xBB\xBFx", &root, &error), RUNG_E_SYNTAX);
  assert_int_equal(error.column, 1);
}

static void the_locale_changes_nothing(void **state)
{
  (void)state;
  if (!use_comma_locale()) {
    puts("# skipped: no locale here has a comma as its decimal point");
    return; /* not skip(), which cmocka's TAP calls a failure */
  }
  json_t *root = parsed("[1.5, 0.1, 2.5e-3, 12345678901234567.5]");
  restore_locale();
  assert_true(json_real_value(json_array_get(root, 0)) == 1.5);
  assert_true(json_real_value(json_array_get(root, 1)) == 0.1);
  assert_true(json_real_value(json_array_get(root, 2)) == 2.5e-3);
  assert_true(json_real_value(json_array_get(root, 3)) == 12345678901234567.5);
  json_decref(root);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(documents_are_read_as_jansson_reads_them),
      cmocka_unit_test(broken_text_is_refused_with_its_place),
      cmocka_unit_test(text_that_is_cut_off_is_refused),
      cmocka_unit_test(changed_documents_are_judged_as_jansson_judges_them),
      cmocka_unit_test(nesting_and_length_have_a_limit),
      cmocka_unit_test(a_byte_order_mark_is_skipped),
      cmocka_unit_test(the_locale_changes_nothing),
  };
  return cmocka_run_group_tests_name("json parse", tests, NULL, NULL);
}
