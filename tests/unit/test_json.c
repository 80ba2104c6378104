/* Tests of read/json: the cursor, its pointers and its readers.
 * SPDX-License-Identifier: Apache-2.0 */
#include "support.h"

#include "read/json.h"

static json_t *parsed(const char *text)
{
  json_t *root = NULL;
  rung_error error = {0};
  assert_status(rung__json_parse(text, strlen(text), 1000, &root, &error), RUNG_OK, &error);
  assert_non_null(root);
  return root;
}

static struct rung__json cursor(const json_t *root)
{
  return (struct rung__json){root, NULL, NULL, 0};
}

static void pointers_name_the_way_from_the_root(void **state)
{
  json_t *root = parsed("{\"a/b\":[0,{\"m~n\":{\"\":1}}]}");
  char text[100];
  (void)state;
  const struct rung__json at = cursor(root), list = rung__json_member(&at, "a/b"),
                          second = rung__json_element(&list, 1),
                          third = rung__json_member(&second, "m~n"),
                          last = rung__json_member(&third, "");
  rung__json_pointer(&at, text, sizeof text);
  assert_string_equal(text, "");
  rung__json_pointer(&last, text, sizeof text);
  assert_string_equal(text, "/a~1b/1/m~0n/");
  rung__json_pointer(&third, text, 6);
  assert_string_equal(text, "/m~0n"); /* the end is kept */
  rung__json_pointer(&third, text, 1);
  assert_string_equal(text, "");
  const struct rung__json far = rung__json_element(&list, 1203);
  rung__json_pointer(&far, text, sizeof text);
  assert_string_equal(text, "/a~1b/1203");
  json_decref(root);
}

static void a_pointer_is_cut_between_characters(void **state)
{
  json_t *root = parsed("{\"\xE2\x82\xAC\xE2\x82\xAC\":1}");
  const struct rung__json at = cursor(root),
                          member = rung__json_member(&at, "\xE2\x82\xAC\xE2\x82\xAC");
  char text[100];
  (void)state;
  for (size_t size = 1; size <= 8; ++size) {
    rung__json_pointer(&member, text, size);
    assert_true(rung__is_utf8(text, strlen(text), NULL));
    assert_int_equal(strlen(text), size == 8 ? 7 : (size - 1) / 3 * 3);
  }
  json_decref(root);
}

static void kinds_have_names(void **state)
{
  static const char *const NAMES[] = {"an object",      "an array", "a string",
                                      "a whole number", "a number", "true",
                                      "false",          "null",     "nothing"};
  json_t *root = parsed("[{},[],\"\",1,1.5,true,false,null]");
  const struct rung__json at = cursor(root);
  (void)state;
  for (size_t index = 0; index < LENGTH(NAMES); ++index) {
    const struct rung__json element = rung__json_element(&at, index);
    assert_string_equal(rung__json_kind(&element), NAMES[index]);
  }
  json_decref(root);
}

static void unknown_missing_and_wrong_keys_are_refused(void **state)
{
  static const struct {
    const char *text, *keys, *where, *part; /* part NULL: it is taken */
  } CASES[] = {
      {"{\"id\":1,\"name\":2}", "id! name", "", NULL},
      {"{\"id\":1}", "id! name", "", NULL},
      {"{}", "", "", NULL},
      {"{\"comment\":\"x\"}", "", "", NULL},
      {"{\"id\":1,\"comment\":\"x\"}", "id!", "", NULL},
      {"{\"comment\":1}", "", "/comment", "a string expected, found a whole number"},
      {"{\"name\":1}", "id! name", "", "the key \"id\" is missing"},
      {"{\"id\":1,\"nam\":2}", "id! name", "/nam", "the keys are id, name"},
      {"{\"id!\":1}", "id!", "/id!", "no such key"},
      {"{\"id name\":1}", "id name", "/id name", "no such key"},
      {"[]", "id", "", "an object expected, found an array"},
  };
  (void)state;
  for (size_t index = 0; index < LENGTH(CASES); ++index) {
    json_t *root = parsed(CASES[index].text);
    const struct rung__json at = cursor(root);
    rung_error error = {0};
    const rung_status status = rung__json_object(&at, CASES[index].keys, &error);
    assert_status(status, CASES[index].part == NULL ? RUNG_OK : RUNG_E_MODEL, &error);
    assert_string_equal(error.where, CASES[index].where);
    if (CASES[index].part != NULL)
      assert_case(error.message, strstr(error.message, CASES[index].part) != NULL);
    json_decref(root);
  }
}

static void members_are_walked_in_the_order_of_the_file(void **state)
{
  static const char *const KEYS[] = {"z", "a", "m", "b"};
  json_t *root = parsed("{\"z\":0,\"a\":1,\"m\":2,\"b\":3}");
  const struct rung__json at = cursor(root);
  struct rung__json member;
  void *step = NULL;
  (void)state;
  assert_int_equal(rung__json_size(&at), LENGTH(KEYS));
  for (size_t index = 0; index < LENGTH(KEYS); ++index) {
    assert_true(rung__json_next(&at, &step, &member));
    assert_string_equal(member.key, KEYS[index]);
    assert_int_equal(json_integer_value(member.value), index);
  }
  assert_false(rung__json_next(&at, &step, &member));
  json_decref(root);
}

static void sizes_are_those_of_arrays_and_objects(void **state)
{
  json_t *root = parsed("[[1,2,3],{\"a\":1},\"text\",7]");
  const size_t sizes[] = {3, 1, 0, 0, 0};
  const struct rung__json at = cursor(root);
  rung_error error = {0};
  (void)state;
  for (size_t index = 0; index < LENGTH(sizes); ++index) {
    const struct rung__json element = rung__json_element(&at, index);
    assert_int_equal(rung__json_size(&element), sizes[index]);
  }
  assert_int_equal(rung__json_array(&at, 4, 4, &error), RUNG_OK);
  assert_int_equal(rung__json_array(&at, 0, 3, &error), RUNG_E_MODEL);
  assert_string_equal(error.message, "an array of 0 to 3 elements expected, found 4");
  assert_int_equal(rung__json_array(&at, 5, 9, &error), RUNG_E_MODEL);
  const struct rung__json object = rung__json_element(&at, 1);
  assert_int_equal(rung__json_array(&object, 0, 9, &error), RUNG_E_MODEL);
  assert_string_equal(error.where, "/1");
  json_decref(root);
}

static void strings_have_a_length(void **state)
{
  json_t *root = parsed("[\"four\",\"\",7]");
  const struct rung__json at = cursor(root), four = rung__json_element(&at, 0),
                          empty = rung__json_element(&at, 1), number = rung__json_element(&at, 2),
                          none = rung__json_element(&at, 3);
  const char *text = NULL;
  rung_error error = {0};
  (void)state;
  assert_int_equal(rung__json_string(&four, 3, &text, &error), RUNG_E_MODEL);
  assert_string_equal(error.message, "a string of 1 to 3 bytes expected, found 4");
  assert_int_equal(rung__json_string(&empty, 3, &text, &error), RUNG_E_MODEL);
  assert_int_equal(rung__json_string(&number, 3, &text, &error), RUNG_E_MODEL);
  assert_int_equal(rung__json_string(&none, 3, &text, &error), RUNG_E_MODEL);
  assert_string_equal(error.message, "a string expected, found nothing");
  assert_string_equal(error.where, "/3");
  assert_null(text);
  assert_int_equal(rung__json_string(&four, 4, &text, &error), RUNG_OK);
  assert_string_equal(text, "four");
  json_decref(root);
}

#define TEN "abcdefghij"

static void ids_are_short_and_plain(void **state)
{
  static const struct {
    const char *id;
    bool valid;
  } CASES[] = {
      {"a", true},
      {"9", true},
      {"Q1", true},
      {"team.north-2_b", true},
      {"", false},
      {"_a", false},
      {".a", false},
      {"-a", false},
      {"a b", false},
      {"a/b", false},
      {"\xC3\xA4", false},
      {"a\xC3\xA4", false},
      {"a-", true},
      {TEN TEN TEN TEN TEN TEN "abcd", true},
      {TEN TEN TEN TEN TEN TEN "abcde", false},
  };
  (void)state;
  for (size_t index = 0; index < LENGTH(CASES); ++index) {
    json_t *value = json_string(CASES[index].id);
    const struct rung__json at = cursor(value), key = {value, &at, CASES[index].id, 0};
    const rung_status expected = CASES[index].valid ? RUNG_OK : RUNG_E_MODEL;
    const char *id = NULL;
    assert_case(CASES[index].id, rung__json_id(&at, &id, NULL) == expected);
    assert_case(CASES[index].id, rung__json_key_id(&key, NULL) == expected);
    if (CASES[index].valid) assert_string_equal(id, CASES[index].id);
    json_decref(value);
  }
}

static void language_tags_are_letters_first(void **state)
{
  static const struct {
    const char *tag;
    bool valid;
  } CASES[] = {
      {"en", true},
      {"de-AT", true},
      {"zh-Hant-TW", true},
      {"", false},
      {"e", false},
      {"1n", false},
      {"e1", false},
      {"en_GB", false},
      {"en GB", false},
      {TEN TEN TEN "abcde", true},
      {TEN TEN TEN "abcdef", false},
  };
  (void)state;
  for (size_t index = 0; index < LENGTH(CASES); ++index) {
    const struct rung__json at = {NULL, NULL, CASES[index].tag, 0};
    assert_case(CASES[index].tag,
                (rung__json_key_language(&at, NULL) == RUNG_OK) == CASES[index].valid);
  }
}

static void numbers_have_a_range(void **state)
{
  json_t *root = parsed("[1, 2.5, \"3\", -0.0]");
  const struct rung__json at = cursor(root), one = rung__json_element(&at, 0),
                          real = rung__json_element(&at, 1), text = rung__json_element(&at, 2);
  double value = 99;
  rung_error error = {0};
  (void)state;
  assert_int_equal(rung__json_number(&one, 1, 1, &value, &error), RUNG_OK);
  assert_true(value == 1);
  assert_int_equal(rung__json_number(&real, 0, 2.5, &value, &error), RUNG_OK);
  assert_true(value == 2.5);
  assert_int_equal(rung__json_number(&real, 0, 2.25, &value, &error), RUNG_E_MODEL);
  assert_string_equal(error.message, "a number from 0 to 2.25 expected, found 2.5");
  assert_int_equal(rung__json_number(&one, 1.5, 2, &value, &error), RUNG_E_MODEL);
  assert_int_equal(rung__json_number(&text, 0, 9, &value, &error), RUNG_E_MODEL);
  assert_string_equal(error.message, "a number expected, found a string");
  assert_true(value == 2.5);
  json_decref(root);
}

static void whole_numbers_may_be_written_with_a_point(void **state)
{
  static const struct {
    const char *text;
    int64_t min, max;
    int64_t value;
    bool taken;
  } CASES[] = {
      {"[3]", 1, 5, 3, true},
      {"[3.0]", 1, 5, 3, true},
      {"[3e0]", 1, 5, 3, true},
      {"[3.5]", 1, 5, 0, false},
      {"[0]", 1, 5, 0, false},
      {"[6]", 1, 5, 0, false},
      {"[\"3\"]", 1, 5, 0, false},
      {"[true]", 1, 5, 0, false},
      {"[9223372036854775807]", INT64_MIN, INT64_MAX, INT64_MAX, true},
      {"[-9223372036854775808]", INT64_MIN, INT64_MAX, INT64_MIN, true},
      {"[9223372036854775808.0]", INT64_MIN, INT64_MAX, 0, false},
      {"[-9223372036854775808.0]", INT64_MIN, INT64_MAX, INT64_MIN, true},
      {"[1e300]", INT64_MIN, INT64_MAX, 0, false},
  };
  (void)state;
  for (size_t index = 0; index < LENGTH(CASES); ++index) {
    json_t *root = parsed(CASES[index].text);
    const struct rung__json at = cursor(root), element = rung__json_element(&at, 0);
    int64_t value = 0;
    const rung_status status = rung__json_integer(&element, CASES[index].min, CASES[index].max,
                                                  &value, NULL);
    assert_case(CASES[index].text, (status == RUNG_OK) == CASES[index].taken);
    assert_case(CASES[index].text, value == CASES[index].value);
    json_decref(root);
  }
}

static void words_and_truth_are_read(void **state)
{
  static const char *const WORDS[] = {"rising", "falling", NULL};
  json_t *root = parsed("[\"falling\",\"fall\",true,false,0]");
  struct rung__json at = cursor(root), elements[5];
  rung_error error = {0};
  bool truth = false;
  int word = 9;
  (void)state;
  for (size_t index = 0; index < 5; ++index)
    elements[index] = rung__json_element(&at, index);
  assert_int_equal(rung__json_word(&elements[0], WORDS, &word, &error), RUNG_OK);
  assert_int_equal(word, 1);
  assert_int_equal(rung__json_word(&elements[1], WORDS, &word, &error), RUNG_E_MODEL);
  assert_string_equal(error.message, "one of \"rising\", \"falling\" expected, found \"fall\"");
  assert_int_equal(rung__json_word(&elements[2], WORDS, &word, &error), RUNG_E_MODEL);
  assert_int_equal(rung__json_boolean(&elements[2], &truth, &error), RUNG_OK);
  assert_true(truth);
  assert_int_equal(rung__json_boolean(&elements[3], &truth, &error), RUNG_OK);
  assert_false(truth);
  assert_int_equal(rung__json_boolean(&elements[4], &truth, &error), RUNG_E_MODEL);
  assert_string_equal(error.message, "true or false expected, found a whole number");
  json_decref(root);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(pointers_name_the_way_from_the_root),
      cmocka_unit_test(a_pointer_is_cut_between_characters),
      cmocka_unit_test(kinds_have_names),
      cmocka_unit_test(unknown_missing_and_wrong_keys_are_refused),
      cmocka_unit_test(members_are_walked_in_the_order_of_the_file),
      cmocka_unit_test(sizes_are_those_of_arrays_and_objects),
      cmocka_unit_test(strings_have_a_length),
      cmocka_unit_test(ids_are_short_and_plain),
      cmocka_unit_test(language_tags_are_letters_first),
      cmocka_unit_test(numbers_have_a_range),
      cmocka_unit_test(whole_numbers_may_be_written_with_a_point),
      cmocka_unit_test(words_and_truth_are_read),
  };
  return cmocka_run_group_tests_name("json", tests, NULL, NULL);
}
