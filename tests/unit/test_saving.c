/* Saved tallies: they come back as they were, and are suspected of everything.
 * SPDX-License-Identifier: Apache-2.0 */
#include "tally_support.h"

#include "base/hash.h"

#define SEED 20240229

static rung_tally *load(const rung_model *model, const void *bytes, size_t length)
{
  rung_tally *tally = NULL;
  rung_error error = {.status = 0};
  assert_status(rung_tally_load(model, bytes, length, &tally, &error), RUNG_OK, &error);
  return tally;
}

static void a_saved_tally_comes_back_with_and_without_its_model(void **unused)
{
  (void)unused;
  rung_model *model = base_model(NULL, NULL);
  for (int weighted = 0; weighted < 2; ++weighted) {
    struct survey *survey = chance_survey(SEED + (uint64_t)weighted, 900, 4, weighted == 1);
    rung_tally *tally = new_tally(model, 2, RUNG_TALLY_PRODUCTS),
               *rest = new_tally(model, 2, RUNG_TALLY_PRODUCTS);
    rung_tally *whole = tally_of(model, survey, 2);
    add_rows(tally, model, survey, 0, 500);
    add_rows(rest, model, survey, 500, 400);
    rung_bytes *bytes = save(tally);
    rung_tally *with = load(model, rung_bytes_data(bytes), rung_bytes_length(bytes));
    rung_tally *without = load(NULL, rung_bytes_data(bytes), rung_bytes_length(bytes));
    add_rows(with, model, survey, 500, 400);
    assert_int_equal(rung_tally_merge(without, rest, NULL), RUNG_OK);
    assert_true(same_tally(with, whole));
    assert_true(same_tally(without, whole));
    rung_tally *const all[] = {tally, rest, whole, with, without};
    for (size_t index = 0; index < LENGTH(all); ++index)
      rung_tally_free(all[index]);
    rung_bytes_free(bytes);
    free(survey);
  }
  rung_model_free(model);
}

static void a_loaded_tally_says_what_it_is_keyed_by_and_remembers(void **unused)
{
  (void)unused;
  rung_model *model = base_model(NULL, NULL);
  rung_tally *tally = new_tally(model, 2, RUNG_TALLY_PRODUCTS);
  rung_bytes *bytes = save(tally);
  rung_tally *loaded = load(NULL, rung_bytes_data(bytes), rung_bytes_length(bytes));
  const uint32_t all = RUNG_TALLY_COUNTS | RUNG_TALLY_SCORES | RUNG_TALLY_PRODUCTS;
  assert_int_equal(rung_tally_parts(loaded), all);
  assert_int_equal(rung_tally_parts(NULL), 0);
  assert_int_equal(rung_tally_key_count(loaded), 2);
  assert_int_equal(rung_tally_key_count(NULL), 0);
  for (size_t index = 0; index < 2; index++)
    assert_string_equal(rung_tally_key_column(loaded, index), rung_tally_key_column(tally, index));
  assert_string_not_equal(rung_tally_key_column(tally, 0), rung_tally_key_column(tally, 1));
  assert_null(rung_tally_key_column(tally, 2));
  assert_null(rung_tally_key_column(NULL, 0));
  rung_tally_free(tally);
  rung_tally_free(loaded);
  rung_bytes_free(bytes);
  rung_model_free(model);
}

static void a_tally_without_its_model_cannot_be_added_to(void **unused)
{
  (void)unused;
  struct sheet sheet = new_sheet(base_model(NULL, NULL));
  rung_tally *empty = new_tally(sheet.model, 0, 0);
  rung_bytes *bytes = save(empty);
  rung_tally *without = load(NULL, rung_bytes_data(bytes), rung_bytes_length(bytes));
  assert_int_equal(rung_tally_add(without, sheet.answers, NULL, NULL), RUNG_E_ARGUMENT);
  rung_tally_free(empty);
  rung_tally_free(without);
  rung_bytes_free(bytes);
  free_sheet(&sheet);
}

static void another_model_is_refused_with_both_names(void **unused)
{
  (void)unused;
  rung_model *model = base_model(NULL, NULL);
  rung_model *rescored = base_model("'cut':2.5", "'cut':2.75");
  rung_tally *tally = new_tally(model, 0, 0), *loaded = (rung_tally *)1;
  rung_bytes *bytes = save(tally);
  rung_error error = {.status = 0};
  assert_int_equal(
      rung_tally_load(rescored, rung_bytes_data(bytes), rung_bytes_length(bytes), &loaded, &error),
      RUNG_E_MISMATCH);
  assert_null(loaded);
  assert_non_null(strstr(error.message, "'base' 1.0.0"));
  rung_tally_free(tally);
  rung_bytes_free(bytes);
  rung_model_free(model);
  rung_model_free(rescored);
}

/* A small saved tally, as bytes that may be changed. */
static size_t small_bytes(rung_model *model, bool weighted, unsigned char *out, size_t room)
{
  struct survey *survey = chance_survey(SEED, 40, 2, weighted);
  rung_tally *tally = tally_of(model, survey, 1);
  rung_bytes *bytes = save(tally);
  const size_t length = rung_bytes_length(bytes);
  assert_true(length <= room);
  memcpy(out, rung_bytes_data(bytes), length);
  rung_tally_free(tally);
  rung_bytes_free(bytes);
  free(survey);
  return length;
}

static void every_truncation_and_every_changed_byte_is_refused(void **unused)
{
  (void)unused;
  unsigned char bytes[8192];
  rung_model *model = base_model(NULL, NULL);
  const size_t length = small_bytes(model, true, bytes, sizeof bytes);
  rung_tally *tally = NULL;
  for (size_t cut = 0; cut < length; ++cut)
    assert_int_equal(rung_tally_load(model, bytes, cut, &tally, NULL), RUNG_E_CORRUPT);
  for (size_t place = 0; place < length; ++place) {
    bytes[place] ^= 0x20;
    const rung_status status = rung_tally_load(model, bytes, length, &tally, NULL);
    assert_true(status == RUNG_E_CORRUPT || status == RUNG_E_MISMATCH);
    assert_null(tally);
    bytes[place] ^= 0x20;
  }
  rung_model_free(model);
}

/* Changes a few bytes, cuts some off, and puts the right digest behind. Gives the new length. */
static size_t forge(unsigned char *bytes, size_t length, uint64_t *state)
{
  size_t body = length - RUNG__DIGEST_SIZE;
  if (next_random(state) % 8 == 0) body -= next_random(state) % 40;
  for (uint64_t left = 1 + next_random(state) % 3; left > 0; --left)
    bytes[next_random(state) % body] = (unsigned char)next_random(state);
  rung__sha256(bytes, body, bytes + body);
  return body + RUNG__DIGEST_SIZE;
}

/* Whoever forges the digest too gets in only with bytes that a tally could have saved. */
static void forged_bytes_are_refused_or_save_as_they_are(void **unused)
{
  (void)unused;
  unsigned char saved[2][8192], forged[8192];
  uint64_t state = SEED;
  size_t length[2], entered = 0;
  rung_model *model = base_model(NULL, NULL);
  for (int weighted = 0; weighted < 2; ++weighted)
    length[weighted] = small_bytes(model, weighted == 1, saved[weighted], sizeof *saved);
  for (int round = 0; round < 40000; ++round) {
    rung_tally *tally = NULL;
    memcpy(forged, saved[round % 2], length[round % 2]);
    const size_t made = forge(forged, length[round % 2], &state);
    if (rung_tally_load(round % 3 == 0 ? NULL : model, forged, made, &tally, NULL) != RUNG_OK)
      continue;
    rung_bytes *again = save(tally);
    assert_int_equal(rung_bytes_length(again), made);
    assert_memory_equal(rung_bytes_data(again), forged, made);
    ++entered;
    rung_bytes_free(again);
    rung_tally_free(tally);
  }
  assert_true(entered > 0);
  rung_model_free(model);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_saved_tally_comes_back_with_and_without_its_model),
      cmocka_unit_test(a_loaded_tally_says_what_it_is_keyed_by_and_remembers),
      cmocka_unit_test(a_tally_without_its_model_cannot_be_added_to),
      cmocka_unit_test(another_model_is_refused_with_both_names),
      cmocka_unit_test(every_truncation_and_every_changed_byte_is_refused),
      cmocka_unit_test(forged_bytes_are_refused_or_save_as_they_are),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
