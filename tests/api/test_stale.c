/* Stale scores are refused, a failure changes nothing, twins are one model, NULL has nothing in it.
 * SPDX-License-Identifier: Apache-2.0 */
#include "api_support.h"

enum { MANY = 3000, BAD_ROW = 2501 };

static rung_column column_of(const double *data, size_t count)
{
  return (rung_column){.data = data, .length = (int64_t)count, .type = RUNG_TYPE_DOUBLE};
}

static void bind(rung_answers *answers, const char *item, const double *data, size_t count)
{
  const rung_column column = column_of(data, count);
  OK(rung_answers_bind(answers, RUNG_ROLE_ITEM, item, &column, NULL));
}

/* Refused with MISMATCH, and nothing was added. */
static void assert_stale(rung_tally *tally, const rung_answers *answers, rung_scores *scores)
{
  rung_error error = {.status = 0};
  rung_bytes *before = saved(tally);
  assert_status(rung_tally_add(tally, answers, scores, &error), RUNG_E_MISMATCH, &error);
  assert_true(error.message[0] != '\0');
  rung_bytes *after = saved(tally);
  assert_same_bytes(before, after);
  rung_bytes_free(before);
  rung_bytes_free(after);
}

static void scores_of_an_earlier_binding_are_refused(void **state)
{
  (void)state;
  struct world world = new_world();
  static double other[ROWS];
  for (size_t row = 0; row < ROWS; ++row)
    other[row] = 6 - codes_a[row];
  bind(world.answers, "a", other, ROWS);
  assert_stale(world.tally, world.answers, world.scores);
  bind(world.answers, "a", codes_a, ROWS); /* the same array again is a binding too */
  assert_stale(world.tally, world.answers, world.scores);
  OK(rung_scores_compute(world.scores, world.answers, NULL));
  OK(rung_tally_add(world.tally, world.answers, world.scores, NULL));
  assert_int_equal(rung_tally_rows(world.tally), 2 * ROWS);
  OK(rung_answers_bind(world.answers, RUNG_ROLE_ITEM, "a", NULL, NULL));
  assert_stale(world.tally, world.answers, world.scores);
  free_world(&world);
}

/* The new object mostly stands where the old one stood, with as many columns. */
static void scores_of_answers_that_are_gone_are_refused(void **state)
{
  (void)state;
  struct world world = new_world();
  for (int round = 0; round < 20; ++round) {
    rung_answers_free(world.answers);
    world.answers = new_answers(world.model, 0, ROWS);
    assert_stale(world.tally, world.answers, world.scores);
  }
  rung_answers *other = new_answers(world.model, 0, ROWS);
  OK(rung_scores_compute(world.scores, world.answers, NULL));
  assert_stale(world.tally, other, world.scores);
  OK(rung_tally_add(world.tally, world.answers, world.scores, NULL));
  rung_answers_free(other);
  free_world(&world);
}

/* The same, where the model of the answers is gone too and read anew. */
static void scores_of_a_model_that_is_gone_are_refused(void **state)
{
  (void)state;
  struct world world = new_world();
  rung_model *model = related_model();
  rung_answers *answers = new_answers(model, 0, ROWS);
  for (int round = 0; round < 20; ++round) {
    OK(rung_scores_compute(world.scores, answers, NULL));
    rung_answers_free(answers);
    rung_model_free(model);
    model = related_model();
    answers = new_answers(model, 0, ROWS);
    assert_stale(world.tally, answers, world.scores);
  }
  rung_answers_free(answers);
  rung_model_free(model);
  free_world(&world);
}

/* All that can be copied out of a workspace, in one text. */
static rung_bytes *all_of(const rung_scores *scores)
{
  rung_bytes *text = NULL;
  OK(rung_scores_write(scores, RUNG_FORMAT_JSON, &text, NULL));
  return text;
}

/* A text column of one digit a row, whose offsets fall behind a row (from 1); 0: nowhere. */
static rung_column text_column(size_t falling)
{
  static char bytes[MANY];
  static int32_t offsets[MANY + 1];
  for (size_t row = 0; row < MANY; ++row) {
    bytes[row] = (char)('1' + row * 7 % 5);
    offsets[row] = (int32_t)row;
  }
  offsets[MANY] = MANY;
  if (falling > 0) offsets[falling] = offsets[falling - 1] - 1;
  return (rung_column){.data = bytes, .offsets = offsets, .length = MANY, .type = RUNG_TYPE_TEXT};
}

static void a_failed_computation_leaves_the_earlier_results(void **state)
{
  (void)state;
  static double good[MANY], before[MANY], after[MANY];
  struct world world = new_world();
  rung_answers *old = NULL, *bad = NULL;
  rung_error error = {.status = 0};
  for (size_t row = 0; row < MANY; ++row)
    good[row] = (double)(1 + row * 3 % 5);
  OK(rung_answers_new(world.model, &old, NULL));
  OK(rung_answers_new(world.model, &bad, NULL));
  bind(old, "a", good, MANY);
  OK(rung_scores_compute(world.scores, old, NULL));
  OK(rung_scores_measure(world.scores, MEASURE_AB, RUNG_SCORE_VALUE, before, MANY));
  rung_bytes *earlier = all_of(world.scores);

  rung_column text = text_column(BAD_ROW);
  OK(rung_answers_bind(bad, RUNG_ROLE_ITEM, "a", &text, NULL));
  assert_status(rung_scores_compute(world.scores, bad, &error), RUNG_E_ANSWERS, &error);
  assert_int_equal(error.row, BAD_ROW);
  assert_int_equal(rung_scores_rows(world.scores), MANY);
  OK(rung_scores_measure(world.scores, MEASURE_AB, RUNG_SCORE_VALUE, after, MANY));
  for (size_t row = 0; row < MANY; ++row)
    assert_close(after[row], before[row], 0);
  rung_bytes *later = all_of(world.scores);
  assert_same_bytes(earlier, later);

  rung_tally *given = NULL, *own = NULL;
  OK(rung_tally_new(world.model, NULL, 0, RUNG_TALLY_SCORES, &given, NULL));
  OK(rung_tally_new(world.model, NULL, 0, RUNG_TALLY_SCORES, &own, NULL));
  assert_stale(given, bad, world.scores);
  OK(rung_tally_add(given, old, world.scores, NULL));
  OK(rung_tally_add(own, old, NULL, NULL));
  rung_bytes *with = saved(given), *without = saved(own);
  assert_same_bytes(with, without);

  text = text_column(0);
  OK(rung_answers_bind(bad, RUNG_ROLE_ITEM, "a", &text, NULL));
  OK(rung_scores_compute(world.scores, bad, NULL));
  rung_bytes *mended = all_of(world.scores); /* the comparison above can fail */
  const char *const now = rung_bytes_data(mended), *const then = rung_bytes_data(earlier);
  assert_true(strcmp(now, then) != 0);

  rung_bytes *const bytes[] = {earlier, later, with, without, mended};
  for (size_t index = 0; index < LENGTH(bytes); ++index)
    rung_bytes_free(bytes[index]);
  rung_tally_free(given);
  rung_tally_free(own);
  rung_answers_free(old);
  rung_answers_free(bad);
  free_world(&world);
}

static void a_model_parsed_twice_is_one_model(void **state)
{
  (void)state;
  struct world world = new_world();
  rung_model *twin = related_model(), *other = base_model("'cut':2.5", "'cut':2.75");
  assert_string_equal(rung_model_digest(twin), rung_model_digest(world.model));
  rung_answers *answers = new_answers(twin, 0, ROWS), *foreign = new_answers(other, 0, ROWS);
  rung_tally *tally = new_tally(world.model);
  assert_stale(tally, answers, world.scores); /* computed of the twin's, not of these */
  OK(rung_scores_compute(world.scores, answers, NULL));
  OK(rung_tally_add(tally, answers, world.scores, NULL));
  rung_bytes *first = saved(world.tally), *second = saved(tally);
  assert_same_bytes(first, second);
  OK(rung_tally_add(tally, answers, NULL, NULL));
  OK(rung_tally_merge(tally, world.tally, NULL));
  assert_int_equal(rung_tally_rows(tally), 3 * ROWS);
  assert_int_equal(rung_scores_compute(world.scores, foreign, NULL), RUNG_E_MISMATCH);
  assert_int_equal(rung_tally_add(tally, foreign, NULL, NULL), RUNG_E_MISMATCH);
  rung_bytes_free(first);
  rung_bytes_free(second);
  rung_tally_free(tally);
  rung_answers_free(answers);
  rung_answers_free(foreign);
  rung_model_free(twin);
  rung_model_free(other);
  free_world(&world);
}

static void no_model_has_nothing_in_it(void **state)
{
  (void)state;
  assert_null(rung_model_id(NULL));
  assert_null(rung_model_version(NULL));
  assert_null(rung_model_digest(NULL));
  assert_null(rung_model_source(NULL));
  assert_int_equal(rung_model_rows_are_people(NULL), 0);
  for (int part = RUNG_PART_ITEM; part <= RUNG_PART_FLAG; ++part) {
    assert_int_equal(rung_model_count(NULL, (rung_part)part), 0);
    assert_null(rung_model_part_id(NULL, (rung_part)part, 0));
    assert_null(rung_model_part_text(NULL, (rung_part)part, 0, "en"));
  }
  assert_int_equal(rung_model_level_count(NULL, 0), 0);
  assert_null(rung_model_level_id(NULL, 0, 0));
  assert_null(rung_model_level_name(NULL, 0, 0, NULL, "en"));
  assert_int_equal(rung_model_range_is_exact(NULL, 0), 0);
  assert_int_equal(rung_model_rule_count(NULL, 0), 0);
  assert_null(rung_model_rule_id(NULL, 0, 0));
  assert_int_equal(rung_model_primary_rule(NULL, 0), 0);
  assert_int_equal(rung_model_reading_ladder(NULL, 0), 0);
}

static void no_rows_are_in_what_is_not_there(void **state)
{
  (void)state;
  assert_int_equal(rung_answers_rows(NULL), 0);
  assert_int_equal(rung_scores_rows(NULL), 0);
  assert_int_equal(rung_tally_rows(NULL), 0);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(scores_of_an_earlier_binding_are_refused),
      cmocka_unit_test(scores_of_answers_that_are_gone_are_refused),
      cmocka_unit_test(scores_of_a_model_that_is_gone_are_refused),
      cmocka_unit_test(a_failed_computation_leaves_the_earlier_results),
      cmocka_unit_test(a_model_parsed_twice_is_one_model),
      cmocka_unit_test(no_model_has_nothing_in_it),
      cmocka_unit_test(no_rows_are_in_what_is_not_there),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
