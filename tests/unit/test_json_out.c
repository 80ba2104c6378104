/* Tests of write/json_out: commas, escapes, and what has no number; read back by the JSON reader.
 * SPDX-License-Identifier: Apache-2.0 */
#include "support.h"

#include "read/json.h"
#include "write/json_out.h"

static void assert_text(struct rung__buffer *buffer, const char *expected)
{
  assert_false(buffer->failed);
  assert_string_equal(buffer->data, expected);
  rung__buffer_free(buffer);
}

static void commas_stand_between_members_only(void **state)
{
  struct rung__buffer buffer = {0};
  struct rung__json_out json = {.buffer = &buffer};

  (void)state;
  rung__emit_open(&json, NULL, '{');
  rung__emit_number(&json, "a", 1.5);
  rung__emit_open(&json, "b", '[');
  rung__emit_truth(&json, NULL, 1);
  rung__emit_truth(&json, NULL, 0);
  rung__emit_truth(&json, NULL, -1);
  rung__emit_close(&json, ']');
  rung__emit_open(&json, "c", '{');
  rung__emit_close(&json, '}');
  rung__emit_text(&json, "d", NULL);
  rung__emit_close(&json, '}');
  assert_text(&buffer, "{\"a\":1.5,\"b\":[true,false,null],\"c\":{},\"d\":null}");
}

static void what_is_no_number_is_null(void **state)
{
  static const struct {
    double value;
    const char *text;
  } cases[] = {{NAN, "null"},
               {INFINITY, "null"},
               {-0.0, "0"},
               {3.6, "3.6"},
               {10.0 / 3, "3.3333333333333335"}};

  (void)state;
  for (size_t i = 0; i < LENGTH(cases); i++) {
    struct rung__buffer buffer = {0};
    struct rung__json_out json = {.buffer = &buffer};
    rung__emit_number(&json, NULL, cases[i].value);
    assert_text(&buffer, cases[i].text);
  }
}

static void every_text_reads_back_as_it_was(void **state)
{
  static const char *const texts[] = {"", "plain", "\"quoted\" \\ / \b\f\n\r\t", "\x01\x1f\x7f",
                                      "Köln €\xf0\x9f\x98\x80"};

  (void)state;
  for (size_t i = 0; i < LENGTH(texts); i++) {
    struct rung__buffer buffer = {0};
    struct rung__json_out json = {.buffer = &buffer};
    json_t *root = NULL;
    rung_error error = {0};
    rung__emit_open(&json, NULL, '[');
    rung__emit_text(&json, NULL, texts[i]);
    rung__emit_close(&json, ']');
    assert_status(rung__json_parse(buffer.data, buffer.length, 4096, &root, &error), RUNG_OK,
                  &error);
    assert_string_equal(json_string_value(json_array_get(root, 0)), texts[i]);
    json_decref(root);
    rung__buffer_free(&buffer);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(commas_stand_between_members_only),
      cmocka_unit_test(what_is_no_number_is_null),
      cmocka_unit_test(every_text_reads_back_as_it_was),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
