/* Tallies of two levels at once: counted per person, exact, and suspected when they are loaded.
 * SPDX-License-Identifier: Apache-2.0 */
#include "tally_support.h"

#include "base/hash.h"
#include "related_support.h"
#include "tally/tally.h"

#define SEED 20260118
#define ROWS 700
#define BYTES 16384

/* The levels of all rows of a survey by a rule. */
static void levels_of(const rung_model *model, const struct survey *survey, size_t reading,
                      size_t rule, int8_t *out)
{
  rung_answers *answers = NULL;
  rung_scores *scores = NULL;
  rung_settings *settings = NULL;
  assert_int_equal(rung_settings_new(&settings, NULL), RUNG_OK);
  assert_int_equal(rung_settings_set(settings, RUNG_SETTING_PERSON_LEVELS, 1, NULL), RUNG_OK);
  assert_int_equal(rung_answers_new(model, &answers, NULL), RUNG_OK);
  assert_int_equal(rung_scores_new(model, settings, &scores, NULL), RUNG_OK);
  bind(answers, RUNG_ROLE_ITEM, "a", doubles(survey->a, survey->count));
  bind(answers, RUNG_ROLE_ITEM, "b", doubles(survey->b, survey->count));
  bind(answers, RUNG_ROLE_ITEM, "c", doubles(survey->c, survey->count));
  assert_int_equal(rung_scores_compute(scores, answers, NULL), RUNG_OK);
  assert_int_equal(
      rung_scores_levels(scores, reading, rule, RUNG_LEVEL_REACHED, out, survey->count), RUNG_OK);
  rung_scores_free(scores);
  rung_settings_free(settings);
  rung_answers_free(answers);
}

/* What a tally without key columns has of a relation, against the rows one by one. */
static void compare(const rung_tally *tally, const struct survey *survey, size_t relation,
                    const int8_t *down, const int8_t *across, const int levels[2])
{
  const struct rung__segment *segment = rung__shape_relation(&tally->shape, relation);
  assert_int_equal(segment->active, levels[0] * levels[1]);
  assert_int_equal(segment->length, segment->active + 1);
  for (int slot = 0; slot <= levels[0] * levels[1]; ++slot) {
    uint32_t persons = 0;
    double weight = 0;
    for (size_t row = 0; row < survey->count; ++row) {
      const bool both = down[row] >= 0 && across[row] >= 0;
      const int at = both ? down[row] * levels[1] + across[row] : levels[0] * levels[1];
      if (at != slot || (survey->weighted && survey->weight[row] == 0)) continue;
      ++persons;
      weight += survey->weighted ? survey->weight[row] : 1;
    }
    const size_t place = segment->first + (size_t)slot;
    assert_int_equal(rung__groups_count(&tally->groups, 0, place), persons);
    assert_close((double)rung__groups_weight(&tally->groups, 0, place, 1) / RUNG__WEIGHT_ONE,
                 weight, 1e-6);
  }
}

static void every_person_is_counted_by_both_levels(void **unused)
{
  (void)unused;
  static const int MAIN_TWO[] = {3, 2}, TWO_SECOND[] = {2, 3};
  static int8_t first[ROWS], two[ROWS], second[ROWS];
  rung_model *model = related_model();
  for (int weighted = 0; weighted < 2; ++weighted) {
    struct survey *survey = chance_survey(SEED, ROWS, 3, weighted == 1);
    rung_tally *tally = tally_of(model, survey, 0);
    levels_of(model, survey, RELATED_MAIN, RULE_CUT, first);
    levels_of(model, survey, RELATED_TWO, TWO_CUT, two);
    levels_of(model, survey, RELATED_SECOND, 0, second);
    compare(tally, survey, RELATION_BOTH, first, two, MAIN_TWO);
    compare(tally, survey, RELATION_TURNED, two, second, TWO_SECOND);
    rung_tally_free(tally);
    free(survey);
  }
  rung_model_free(model);
}

static void any_split_of_related_rows_gives_the_same_bytes(void **unused)
{
  (void)unused;
  rung_model *model = related_model();
  for (int weighted = 0; weighted < 2; ++weighted) {
    struct survey *survey = chance_survey(SEED + 1, ROWS, 3, weighted == 1);
    rung_tally *whole = tally_of(model, survey, 2),
               *rest = new_tally(model, 2, RUNG_TALLY_PRODUCTS);
    rung_tally *part = new_tally(model, 2, RUNG_TALLY_PRODUCTS);
    add_rows(part, model, survey, 0, 311);
    add_rows(rest, model, survey, 311, ROWS - 311);
    rung_bytes *bytes = save(part);
    rung_tally *loaded = NULL;
    assert_int_equal(
        rung_tally_load(NULL, rung_bytes_data(bytes), rung_bytes_length(bytes), &loaded, NULL),
        RUNG_OK);
    assert_true(same_tally(loaded, part));
    assert_int_equal(rung_tally_merge(loaded, rest, NULL), RUNG_OK);
    assert_int_equal(rung_tally_merge(rest, part, NULL), RUNG_OK);
    assert_true(same_tally(loaded, whole));
    assert_true(same_tally(rest, whole));
    rung_bytes_free(bytes);
    rung_tally *const all[] = {whole, rest, part, loaded};
    for (size_t index = 0; index < LENGTH(all); ++index)
      rung_tally_free(all[index]);
    free(survey);
  }
  rung_model_free(model);
}

static void counts_alone_relate_nothing(void **unused)
{
  (void)unused;
  rung_model *model = related_model();
  rung_tally *tally = new_tally(model, 0, RUNG_TALLY_COUNTS);
  assert_null(rung__shape_relation(&tally->shape, RELATION_BOTH));
  assert_int_equal(tally->shape.relation_count, 0);
  rung_tally_free(tally);
  rung_model_free(model);
}

static void declaring_a_relation_makes_another_tally(void **unused)
{
  (void)unused;
  rung_model *with = related_model(), *without = base_model(NULL, NULL);
  rung_tally *tally = new_tally(without, 0, 0), *related = new_tally(with, 0, 0), *loaded = NULL;
  rung_bytes *bytes = save(tally);
  assert_int_equal(rung_tally_merge(related, tally, NULL), RUNG_E_MISMATCH);
  assert_int_equal(
      rung_tally_load(with, rung_bytes_data(bytes), rung_bytes_length(bytes), &loaded, NULL),
      RUNG_E_MISMATCH);
  rung_bytes_free(bytes);
  rung_tally_free(tally);
  rung_tally_free(related);
  rung_model_free(with);
  rung_model_free(without);
}

static rung_tally *tally_to_spoil(const rung_model *model)
{
  struct survey *survey = chance_survey(SEED + 2, 60, 1, false);
  rung_tally *tally = new_tally(model, 0, RUNG_TALLY_SCORES);
  add_rows(tally, model, survey, 0, survey->count);
  free(survey);
  return tally;
}

static rung_status reload(const rung_tally *tally, const rung_model *model)
{
  rung_bytes *bytes = save(tally);
  rung_tally *loaded = NULL;
  const rung_status status = rung_tally_load(model, rung_bytes_data(bytes),
                                             rung_bytes_length(bytes), &loaded, NULL);
  rung_bytes_free(bytes);
  rung_tally_free(loaded);
  return status;
}

static void more_with_both_levels_than_with_one_are_refused(void **unused)
{
  (void)unused;
  rung_model *model = related_model();
  rung_tally *tally = tally_to_spoil(model);
  const struct rung__segment *segment = rung__shape_relation(&tally->shape, RELATION_BOTH);
  uint32_t *slot = tally->groups.count + segment->first;
  size_t from = 0;
  assert_int_equal(reload(tally, model), RUNG_OK);
  assert_int_equal(reload(tally, NULL), RUNG_OK);
  while (slot[from] == 0)
    ++from;
  const uint32_t persons = slot[from];
  for (size_t to = 0; to < segment->active; ++to) {
    if (to == from) continue;
    slot[from] -= persons; /* all of one couple into another: more than have its levels */
    slot[to] += persons + slot[segment->active];
    const uint32_t none = slot[segment->active];
    slot[segment->active] = 0;
    assert_int_equal(reload(tally, model), RUNG_E_CORRUPT);
    assert_int_equal(reload(tally, NULL), RUNG_E_CORRUPT);
    slot[segment->active] = none;
    slot[to] -= persons + none;
    slot[from] += persons;
  }
  assert_int_equal(reload(tally, model), RUNG_OK);
  rung_tally_free(tally);
  rung_model_free(model);
}

static void relations_of_rules_that_are_not_there_are_refused(void **unused)
{
  (void)unused;
  rung_model *model = related_model();
  rung_tally *tally = tally_to_spoil(model);
  tally->shape.related[0][0] = tally->shape.rule_count;
  assert_int_equal(reload(tally, NULL), RUNG_E_CORRUPT);
  tally->shape.related[0][0] = SIZE_MAX;
  assert_int_equal(reload(tally, NULL), RUNG_E_CORRUPT);
  rung_tally_free(tally);
  tally = tally_to_spoil(model);
  tally->shape.related[1][1] = tally->shape.related[1][0]; /* two levels for three */
  assert_int_equal(reload(tally, model), RUNG_E_CORRUPT);
  rung_tally_free(tally);
  rung_model_free(model);
}

/* Changes a few bytes, and puts the right digest behind. */
static void forge(unsigned char *bytes, size_t length, uint64_t *state)
{
  const size_t body = length - RUNG__DIGEST_SIZE;
  for (uint64_t left = 1 + next_random(state) % 3; left > 0; --left)
    bytes[next_random(state) % body] = (unsigned char)next_random(state);
  rung__sha256(bytes, body, bytes + body);
}

static void forged_relations_are_refused_or_save_as_they_are(void **unused)
{
  (void)unused;
  unsigned char forged[BYTES];
  uint64_t state = SEED;
  size_t entered = 0;
  rung_model *model = related_model();
  for (int weighted = 0; weighted < 2; ++weighted) {
    struct survey *survey = chance_survey(SEED, 40, 2, weighted == 1);
    rung_tally *tally = new_tally(model, 1, RUNG_TALLY_SCORES), *loaded = NULL;
    add_rows(tally, model, survey, 0, survey->count);
    rung_bytes *bytes = save(tally);
    const size_t length = rung_bytes_length(bytes);
    assert_true(length <= sizeof forged);
    for (int round = 0; round < 10000; ++round) {
      memcpy(forged, rung_bytes_data(bytes), length);
      forge(forged, length, &state);
      if (rung_tally_load(round % 2 == 0 ? NULL : model, forged, length, &loaded, NULL) != RUNG_OK)
        continue;
      rung_bytes *again = save(loaded);
      assert_int_equal(rung_bytes_length(again), length);
      assert_memory_equal(rung_bytes_data(again), forged, length);
      ++entered;
      rung_bytes_free(again);
      rung_tally_free(loaded);
    }
    rung_bytes_free(bytes);
    rung_tally_free(tally);
    free(survey);
  }
  assert_true(entered > 0);
  rung_model_free(model);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_person_is_counted_by_both_levels),
      cmocka_unit_test(any_split_of_related_rows_gives_the_same_bytes),
      cmocka_unit_test(counts_alone_relate_nothing),
      cmocka_unit_test(declaring_a_relation_makes_another_tally),
      cmocka_unit_test(more_with_both_levels_than_with_one_are_refused),
      cmocka_unit_test(relations_of_rules_that_are_not_there_are_refused),
      cmocka_unit_test(forged_relations_are_refused_or_save_as_they_are),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
