/* Tests of base/fail, base/notes and base/status: what callers are told.
 * SPDX-License-Identifier: Apache-2.0 */
#include "support.h"

#include "base/fail.h"
#include "base/notes.h"

static void a_failure_says_what_and_where(void **state)
{
  rung_error error;
  (void)state;
  memset(&error, 0x55, sizeof error);
  assert_int_equal(rung__fail_at(&error, RUNG_E_SYNTAX, "a.csv", 3, 4, "found %d", 7),
                   RUNG_E_SYNTAX);
  assert_int_equal(error.status, RUNG_E_SYNTAX);
  assert_int_equal(error.reserved, 0);
  assert_int_equal(error.row, 3);
  assert_int_equal(error.column, 4);
  assert_string_equal(error.where, "a.csv");
  assert_string_equal(error.message, "found 7");
}

static void a_failure_without_a_place_has_none(void **state)
{
  rung_error error;
  (void)state;
  memset(&error, 0x55, sizeof error);
  rung__fail(&error, RUNG_E_LIMIT, "%s", "too much");
  assert_int_equal(error.row + error.column, 0);
  assert_string_equal(error.where, "");
  assert_string_equal(error.message, "too much");
  assert_int_equal(rung__fail_memory(&error), RUNG_E_MEMORY);
  assert_int_equal(error.status, RUNG_E_MEMORY);
}

static void nobody_needs_to_listen(void **state)
{
  (void)state;
  assert_int_equal(rung__fail(NULL, RUNG_E_IO, "x"), RUNG_E_IO);
  assert_int_equal(rung__fail_at(NULL, RUNG_E_IO, "x", 1, 1, "x"), RUNG_E_IO);
  assert_int_equal(rung__fail_memory(NULL), RUNG_E_MEMORY);
}

/* Fills with two-byte characters behind so many single bytes: one of both cuts falls into one. */
static void fill(char *text, size_t size, size_t singles)
{
  memset(text, 'a', singles);
  for (size_t at = singles; at + 2 < size; at += 2)
    memcpy(text + at, "\xC3\xA4", 2);
  text[singles + (size - 1 - singles) / 2 * 2] = '\0';
}

static bool is_whole(const char *text)
{
  const size_t length = strlen(text);
  for (size_t at = 0; at < length; at += text[at] == 'a' ? 1 : 2) {
    if (text[at] == 'a') continue;
    if (at + 1 >= length || memcmp(text + at, "\xC3\xA4", 2) != 0) return false;
  }
  return true;
}

static void a_long_message_is_cut_between_characters(void **state)
{
  rung_error error;
  char text[2000];
  (void)state;
  for (size_t singles = 0; singles < 4; ++singles) {
    fill(text, sizeof text, singles);
    rung__fail(&error, RUNG_E_MODEL, "%s", text);
    assert_true(is_whole(error.message));
    assert_in_range(strlen(error.message), sizeof error.message - 2, sizeof error.message - 1);
  }
}

static void a_long_place_keeps_its_end(void **state)
{
  rung_error error;
  char text[2000];
  (void)state;
  for (size_t singles = 0; singles < 4; ++singles) {
    fill(text, sizeof text - 1, singles);
    text[strlen(text) + 1] = '\0';
    text[strlen(text)] = 'a';
    rung__fail_at(&error, RUNG_E_MODEL, text, 0, 0, "x");
    assert_true(is_whole(error.where));
    assert_in_range(strlen(error.where), sizeof error.where - 2, sizeof error.where - 1);
    assert_string_equal(error.where, text + strlen(text) - strlen(error.where));
  }
}

static void an_error_may_be_told_again(void **state)
{
  rung_error error;
  (void)state;
  rung__fail_at(&error, RUNG_E_MODEL, "/scales", 0, 0, "inner");
  rung__fail_at(&error, RUNG_E_MODEL, error.where, 0, 0, "outer: %s", error.message);
  assert_string_equal(error.where, "/scales");
  assert_string_equal(error.message, "outer: inner");
}

static void a_message_is_one_line(void **state)
{
  rung_error error;
  (void)state;
  rung__fail_at(&error, RUNG_E_MODEL, "a\nb", 0, 0, "two\r\nlines\t\x1B[1m\x7F");
  assert_string_equal(error.message, "two  lines  [1m ");
  assert_string_equal(error.where, "a b");
}

static void notes_are_kept_in_order(void **state)
{
  rung_notes *notes = rung__notes_new(), *given = NULL;
  (void)state;
  rung__note(notes, RUNG_NOTE_WARNING, "/a", "first %d", 1);
  rung__note(notes, RUNG_NOTE_ERROR, NULL, "second\nline");
  for (int index = 0; index < 1000; ++index)
    rung__note(notes, RUNG_NOTE_INFORMATION, "/b", "note %d", index);
  assert_int_equal(rung__notes_give(notes, &given, NULL), RUNG_OK);
  assert_int_equal(rung_notes_count(given), 1002);
  assert_int_equal(rung_notes_severity(given, 0), RUNG_NOTE_WARNING);
  assert_string_equal(rung_notes_where(given, 0), "/a");
  assert_string_equal(rung_notes_text(given, 0), "first 1");
  assert_int_equal(rung_notes_severity(given, 1), RUNG_NOTE_ERROR);
  assert_string_equal(rung_notes_where(given, 1), "");
  assert_string_equal(rung_notes_text(given, 1), "second line");
  assert_string_equal(rung_notes_text(given, 1001), "note 999");
  rung_notes_free(given);
}

/* So many warnings hide no error, and what is left out is counted with its severity. */
static void of_each_severity_1000_notes_are_kept(void **state)
{
  rung_notes *notes = rung__notes_new(), *given = NULL;
  (void)state;
  for (int index = 0; index < 1005; ++index)
    rung__note(notes, RUNG_NOTE_WARNING, "/b", "note %d", index);
  rung__note(notes, RUNG_NOTE_ERROR, "/c", "last");
  assert_int_equal(rung__notes_give(notes, &given, NULL), RUNG_OK);
  assert_int_equal(rung_notes_count(given), 1002);
  assert_string_equal(rung_notes_text(given, 999), "note 999");
  assert_string_equal(rung_notes_text(given, 1000), "last");
  assert_string_equal(rung_notes_text(given, 1001), "and 5 more warnings");
  assert_string_equal(rung_notes_where(given, 1001), "");
  assert_int_equal(rung_notes_severity(given, 1001), RUNG_NOTE_WARNING);
  rung_notes_free(given);
}

static void there_is_no_note_behind_the_last(void **state)
{
  rung_notes *notes = rung__notes_new();
  (void)state;
  assert_int_equal(rung_notes_count(notes), 0);
  assert_null(rung_notes_where(notes, 0));
  assert_null(rung_notes_text(notes, 0));
  assert_int_equal(rung_notes_severity(notes, 0), RUNG_NOTE_INFORMATION);
  rung_notes_free(notes);
  rung_notes_free(NULL);
  assert_int_equal(rung_notes_count(NULL), 0);
  assert_null(rung_notes_text(NULL, 0));
}

static void missing_notes_are_a_lack_of_memory(void **state)
{
  rung_notes *given = (rung_notes *)&given;
  rung_error error;
  (void)state;
  rung__note(NULL, RUNG_NOTE_ERROR, "", "lost");
  assert_true(rung__notes_failed(NULL));
  assert_int_equal(rung__notes_give(NULL, &given, &error), RUNG_E_MEMORY);
  assert_null(given);
}

static void every_status_has_its_name(void **state)
{
  (void)state;
  assert_string_equal(rung_status_name(RUNG_OK), "RUNG_OK");
  assert_string_equal(rung_status_name(RUNG_E_MEMORY), "RUNG_E_MEMORY");
  assert_string_equal(rung_status_name(RUNG_E_UNKNOWN), "RUNG_E_UNKNOWN");
  assert_string_equal(rung_status_name(RUNG_E_NOT_ESTIMABLE + 1), "unknown status");
  assert_string_equal(rung_status_name(-1), "unknown status");
  assert_string_equal(rung_status_name(INT32_MIN), "unknown status");
  for (int32_t status = 1; status <= RUNG_E_NOT_ESTIMABLE; ++status)
    assert_int_equal(strncmp(rung_status_name(status), "RUNG_E_", 7), 0);
}

static void the_version_is_the_same_twice(void **state)
{
  char text[32];
  const uint32_t number = rung_version_number();
  (void)state;
  snprintf(text, sizeof text, "%u.%u.%u", number / 10000, number / 100 % 100, number % 100);
  assert_string_equal(text, rung_version());
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_failure_says_what_and_where),
      cmocka_unit_test(a_failure_without_a_place_has_none),
      cmocka_unit_test(nobody_needs_to_listen),
      cmocka_unit_test(a_long_message_is_cut_between_characters),
      cmocka_unit_test(a_long_place_keeps_its_end),
      cmocka_unit_test(an_error_may_be_told_again),
      cmocka_unit_test(a_message_is_one_line),
      cmocka_unit_test(notes_are_kept_in_order),
      cmocka_unit_test(of_each_severity_1000_notes_are_kept),
      cmocka_unit_test(there_is_no_note_behind_the_last),
      cmocka_unit_test(missing_notes_are_a_lack_of_memory),
      cmocka_unit_test(every_status_has_its_name),
      cmocka_unit_test(the_version_is_the_same_twice),
  };
  return cmocka_run_group_tests_name("fail", tests, NULL, NULL);
}
