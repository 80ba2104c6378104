/* Tests of read/file: whole files up to a limit.
 * SPDX-License-Identifier: Apache-2.0 */
#include "support.h"

#include <unistd.h>

#include "read/file.h"

/* A file in the folder for temporary files that holds so many bytes, 0, 1, 2, ... */
static void make_file(char path[32], size_t length)
{
  memcpy(path, "/tmp/rung-test-XXXXXX", 22);
  const int number = mkstemp(path);
  assert_true(number >= 0);
  for (size_t index = 0; index < length; ++index) {
    const unsigned char byte = (unsigned char)index;
    assert_int_equal(write(number, &byte, 1), 1);
  }
  close(number);
}

static void a_file_is_appended_to_the_buffer(void **state)
{
  static const size_t LENGTHS[] = {0, 1, 300, 65535, 65536, 65537, 200000};
  (void)state;
  for (size_t index = 0; index < LENGTH(LENGTHS); ++index) {
    struct rung__buffer buffer = {0};
    rung_error error = {0};
    char path[32];
    make_file(path, LENGTHS[index]);
    rung__put_text(&buffer, "ab");
    assert_status(rung__file_read(path, LENGTHS[index], &buffer, &error), RUNG_OK, &error);
    assert_int_equal(buffer.length, LENGTHS[index] + 2);
    assert_memory_equal(buffer.data, "ab", 2);
    for (size_t at = 0; at < LENGTHS[index]; ++at)
      assert_true((unsigned char)buffer.data[at + 2] == (unsigned char)at);
    rung__buffer_free(&buffer);
    unlink(path);
  }
}

static void a_file_over_the_limit_is_refused(void **state)
{
  struct rung__buffer buffer = {0};
  rung_error error = {0};
  char path[32];
  (void)state;
  make_file(path, 1000);
  rung__put_text(&buffer, "ab");
  assert_status(rung__file_read(path, 999, &buffer, &error), RUNG_E_LIMIT, &error);
  assert_string_equal(error.where, path);
  assert_int_equal(buffer.length, 2);
  rung__buffer_free(&buffer);
  unlink(path);
}

static void what_is_no_file_is_refused(void **state)
{
  static const char *const PATHS[] = {"/no/such/file", "/tmp", ""};
  static const char *const REASONS[] = {"no such file", "folder", "no such file"};
  (void)state;
  for (size_t index = 0; index < LENGTH(PATHS); ++index) {
    struct rung__buffer buffer = {0};
    rung_error error = {0};
    assert_status(rung__file_read(PATHS[index], 1000, &buffer, &error), RUNG_E_IO, &error);
    assert_string_equal(error.where, PATHS[index]);
    assert_non_null(strstr(error.message, REASONS[index]));
    rung__buffer_free(&buffer);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_file_is_appended_to_the_buffer),
      cmocka_unit_test(a_file_over_the_limit_is_refused),
      cmocka_unit_test(what_is_no_file_is_refused),
  };
  return cmocka_run_group_tests_name("file", tests, NULL, NULL);
}
