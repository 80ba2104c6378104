/* The interface as a whole: what is frozen, how long things live, what is refused.
 * SPDX-License-Identifier: Apache-2.0 */
#include "api_support.h"

#define REFUSED(call) assert_int_equal(call, RUNG_E_ARGUMENT)

/* A maker refuses, says so in the error, and leaves nothing behind. */
#define MAKES_NOTHING(type, call)                                                                  \
  do {                                                                                             \
    type *made = (type *)(uintptr_t)&world;                                                        \
    rung_error error = {.status = 0};                                                              \
    rung_error *const e = &error;                                                                  \
    rung_error *const none = NULL;                                                                 \
    type **const out = &made;                                                                      \
    REFUSED(call(out, e));                                                                         \
    assert_int_equal(error.status, RUNG_E_ARGUMENT);                                               \
    assert_true(error.message[0] != '\0');                                                         \
    assert_null(made);                                                                             \
    made = (type *)(uintptr_t)&world;                                                              \
    REFUSED(call(out, none));                                                                      \
    assert_null(made);                                                                             \
  } while (0)

static void the_two_structs_are_frozen(void **state)
{
  (void)state;
  assert_int_equal(sizeof(rung_error), 776);
  assert_int_equal(offsetof(rung_error, status), 0);
  assert_int_equal(offsetof(rung_error, reserved), 4);
  assert_int_equal(offsetof(rung_error, row), 8);
  assert_int_equal(offsetof(rung_error, column), 16);
  assert_int_equal(offsetof(rung_error, where), 24);
  assert_int_equal(offsetof(rung_error, message), 264);
  assert_int_equal(sizeof(rung_column), 56);
  assert_int_equal(offsetof(rung_column, data), 0);
  assert_int_equal(offsetof(rung_column, validity), 8);
  assert_int_equal(offsetof(rung_column, offsets), 16);
  assert_int_equal(offsetof(rung_column, length), 24);
  assert_int_equal(offsetof(rung_column, validity_offset), 32);
  assert_int_equal(offsetof(rung_column, stride), 40);
  assert_int_equal(offsetof(rung_column, type), 48);
  assert_int_equal(offsetof(rung_column, reserved), 52);
}

static void enumerations_are_as_wide_as_int(void **state)
{
  (void)state;
  assert_int_equal(sizeof(rung_status), sizeof(int));
  assert_int_equal(sizeof(rung_role), sizeof(int));
  assert_int_equal(sizeof(rung_figure), sizeof(int));
  assert_int_equal(sizeof(rung_setting), sizeof(int));
}

static void freeing_nothing_is_safe(void **state)
{
  (void)state;
  rung_answers_free(NULL);
  rung_bytes_free(NULL);
  rung_findings_free(NULL);
  rung_model_free(NULL);
  rung_notes_free(NULL);
  rung_reader_free(NULL);
  rung_scores_free(NULL);
  rung_settings_free(NULL);
  rung_tally_free(NULL);
  rung_view_free(NULL);
}

static void the_version_is_one(void **state)
{
  (void)state;
  char text[32];
  const uint32_t number = rung_version_number();
  snprintf(text, sizeof text, "%u.%u.%u", number / 10000, number / 100 % 100, number % 100);
  assert_string_equal(rung_version(), text);
}

static void free_one(struct world *world, size_t which)
{
  switch (which % 8) {
  case 0: rung_model_free(world->model); break;
  case 1: rung_settings_free(world->settings); break;
  case 2: rung_answers_free(world->answers); break;
  case 3: rung_reader_free(world->reader); break;
  case 4: rung_scores_free(world->scores); break;
  case 5: rung_tally_free(world->tally); break;
  case 6: rung_view_free(world->view); break;
  default: rung_findings_free(world->findings); break;
  }
}

static void objects_are_freed_in_any_order(void **state)
{
  static const size_t STEPS[] = {1, 3, 5, 7}; /* each walks over all eight */
  (void)state;
  for (size_t first = 0; first < 8; ++first) {
    for (size_t step = 0; step < LENGTH(STEPS); ++step) {
      struct world world = new_world();
      for (size_t index = 0; index < 8; ++index)
        free_one(&world, first + index * STEPS[step]);
    }
  }
}

static void what_was_made_from_a_model_outlives_it(void **state)
{
  (void)state;
  struct world world = new_world();
  rung_model_free(world.model);
  world.model = NULL;
  OK(rung_scores_compute(world.scores, world.answers, NULL));
  OK(rung_tally_add(world.tally, world.answers, world.scores, NULL));
  rung_findings_free(world.findings);
  world.findings = find(world.tally, world.view);
  rung_tally_free(world.tally);
  world.tally = NULL;
  rung_bytes *text = NULL;
  OK(rung_findings_write(world.findings, RUNG_FORMAT_JSON, "en", &text, NULL));
  assert_true(rung_bytes_length(text) > 0);
  rung_bytes_free(text);
  free_world(&world);
}

static void success_leaves_the_error_alone(void **state)
{
  (void)state;
  rung_error error, before;
  memset(&error, 0x5A, sizeof error);
  before = error;
  char *text = base_text(NULL, NULL);
  rung_model *model = NULL;
  rung_notes *notes = NULL;
  rung_answers *answers = NULL;
  rung_scores *scores = NULL;
  OK(rung_model_parse(text, strlen(text), &model, &error));
  OK(rung_model_check(model, &notes, &error));
  OK(rung_answers_new(model, &answers, &error));
  OK(rung_scores_new(model, NULL, &scores, &error));
  OK(rung_scores_compute(scores, answers, &error));
  assert_memory_equal(&error, &before, sizeof error);
  rung_scores_free(scores);
  rung_answers_free(answers);
  rung_notes_free(notes);
  rung_model_free(model);
  free(text);
}

#define PARSE_NULL(out, e) rung_model_parse(NULL, 5, out, e)
#define OPEN_NULL(out, e) rung_model_open(NULL, out, e)
#define BUILTIN_NULL(out, e) rung_model_builtin(NULL, out, e)
#define CHECK_NULL(out, e) rung_model_check(NULL, out, e)
#define COMPARE_NULL(out, e) rung_model_compare(NULL, world.model, out, e)
#define COMPARE_WITH_NULL(out, e) rung_model_compare(world.model, NULL, out, e)
#define DESCRIBE_NULL(out, e) rung_model_describe(NULL, "en", out, e)
#define ASK_NULL(out, e) rung_model_questionnaire(NULL, "en", RUNG_FORMAT_CSV, out, e)
#define TEMPLATE_NULL(out, e) rung_model_template(NULL, out, e)

static void models_refuse_what_is_not_there(void **state)
{
  (void)state;
  struct world world = new_world();
  size_t index;
  MAKES_NOTHING(rung_model, PARSE_NULL);
  MAKES_NOTHING(rung_model, OPEN_NULL);
  MAKES_NOTHING(rung_model, BUILTIN_NULL);
  MAKES_NOTHING(rung_notes, CHECK_NULL);
  MAKES_NOTHING(rung_notes, COMPARE_NULL);
  MAKES_NOTHING(rung_notes, COMPARE_WITH_NULL);
  MAKES_NOTHING(rung_bytes, DESCRIBE_NULL);
  MAKES_NOTHING(rung_bytes, ASK_NULL);
  MAKES_NOTHING(rung_bytes, TEMPLATE_NULL);
  REFUSED(rung_model_parse("{}", 2, NULL, NULL));
  REFUSED(rung_model_open("x", NULL, NULL));
  REFUSED(rung_model_builtin("five-levels", NULL, NULL));
  REFUSED(rung_model_check(world.model, NULL, NULL));
  REFUSED(rung_model_compare(world.model, world.model, NULL, NULL));
  REFUSED(rung_model_describe(world.model, NULL, NULL, NULL));
  REFUSED(rung_model_questionnaire(world.model, NULL, RUNG_FORMAT_CSV, NULL, NULL));
  REFUSED(rung_model_template(world.model, NULL, NULL));
  REFUSED(rung_model_find(world.model, RUNG_PART_ITEM, NULL, &index));
  REFUSED(rung_model_find(world.model, RUNG_PART_ITEM, "a", NULL));
  REFUSED(rung_model_find(NULL, RUNG_PART_ITEM, "a", &index));
  free_world(&world);
}

static void what_is_no_model_leaves_nothing_behind(void **state)
{
  (void)state;
  rung_model *model = (rung_model *)(uintptr_t)&state;
  rung_error error = {.status = 0};
  assert_int_equal(rung_model_parse("{", 1, &model, &error), RUNG_E_SYNTAX);
  assert_null(model);
  assert_int_equal(error.status, RUNG_E_SYNTAX);
  assert_int_equal(rung_model_parse("", 0, &model, NULL), RUNG_E_SYNTAX);
  assert_int_equal(rung_model_open("/nowhere/at/all.json", &model, &error), RUNG_E_IO);
  assert_null(model);
  assert_int_equal(rung_model_builtin("six-levels", &model, &error), RUNG_E_UNKNOWN);
  assert_null(model);
}

#define ANSWERS_NULL(out, e) rung_answers_new(NULL, out, e)
#define READER_NULL(out, e) rung_reader_new(NULL, NULL, 0, NULL, out, e)
#define READER_MAP_NULL(out, e) rung_reader_new(world.model, NULL, 3, NULL, out, e)
#define READER_NOTES_NULL(out, e) rung_reader_notes(NULL, out, e)
#define SET_ASIDE_NULL(out, e) rung_reader_set_aside(NULL, out, e)

static void answers_refuse_what_is_not_there(void **state)
{
  (void)state;
  struct world world = new_world();
  const rung_column column = {.data = codes_a, .length = ROWS, .type = RUNG_TYPE_DOUBLE};
  MAKES_NOTHING(rung_answers, ANSWERS_NULL);
  REFUSED(rung_answers_new(world.model, NULL, NULL));
  REFUSED(rung_answers_bind(NULL, RUNG_ROLE_ITEM, "a", &column, NULL));
  REFUSED(rung_answers_bind(world.answers, RUNG_ROLE_ITEM, NULL, &column, NULL));
  REFUSED(rung_answers_bind(world.answers, (rung_role)3, "a", &column, NULL));
  assert_int_equal(rung_answers_rows(world.answers), ROWS);
  free_world(&world);
}

static void a_reader_refuses_what_is_not_there(void **state)
{
  (void)state;
  struct world world = new_world();
  size_t taken = 9;
  MAKES_NOTHING(rung_reader, READER_NULL);
  MAKES_NOTHING(rung_reader, READER_MAP_NULL);
  MAKES_NOTHING(rung_notes, READER_NOTES_NULL);
  MAKES_NOTHING(rung_bytes, SET_ASIDE_NULL);
  REFUSED(rung_reader_new(world.model, NULL, 0, NULL, NULL, NULL));
  REFUSED(rung_reader_want(NULL, RUNG_ROLE_GROUP, "g", NULL));
  REFUSED(rung_reader_want(world.reader, RUNG_ROLE_GROUP, NULL, NULL));
  REFUSED(rung_reader_want(world.reader, RUNG_ROLE_ITEM, "a", NULL));
  REFUSED(rung_reader_push(NULL, "a", 1, &taken, NULL));
  assert_int_equal(taken, 0);
  REFUSED(rung_reader_push(world.reader, NULL, 1, &taken, NULL));
  REFUSED(rung_reader_push(world.reader, "a", 1, NULL, NULL));
  REFUSED(rung_reader_finish(NULL, NULL));
  assert_null(rung_reader_take(NULL));
  REFUSED(rung_reader_notes(world.reader, NULL, NULL));
  REFUSED(rung_reader_set_aside(world.reader, NULL, NULL));
  free_world(&world);
}

#define SCORES_NULL(out, e) rung_scores_new(NULL, NULL, out, e)
#define SCORES_WRITE_NULL(out, e) rung_scores_write(NULL, RUNG_FORMAT_CSV, out, e)
#define SCORES_WRITE_FORMAT(out, e) rung_scores_write(world.scores, (rung_format)3, out, e)

static void scores_refuse_what_is_not_there(void **state)
{
  (void)state;
  struct world world = new_world();
  double number;
  int8_t level;
  uint8_t byte;
  MAKES_NOTHING(rung_scores, SCORES_NULL);
  MAKES_NOTHING(rung_bytes, SCORES_WRITE_NULL);
  MAKES_NOTHING(rung_bytes, SCORES_WRITE_FORMAT);
  REFUSED(rung_scores_new(world.model, NULL, NULL, NULL));
  REFUSED(rung_scores_write(world.scores, RUNG_FORMAT_CSV, NULL, NULL));
  REFUSED(rung_scores_compute(NULL, world.answers, NULL));
  REFUSED(rung_scores_compute(world.scores, NULL, NULL));
  REFUSED(rung_scores_measure(NULL, 0, RUNG_SCORE_VALUE, &number, 1));
  REFUSED(rung_scores_measure_state(NULL, 0, &byte, 1));
  REFUSED(rung_scores_levels(NULL, 0, 0, RUNG_LEVEL_STATED, &level, 1));
  REFUSED(rung_scores_level_state(NULL, 0, 0, &byte, &byte, 1));
  REFUSED(rung_scores_flag(NULL, 0, &level, 1));
  free_world(&world);
}

#define TALLY_NULL(out, e) rung_tally_new(NULL, NULL, 0, 1, out, e)
#define TALLY_COLUMNS_NULL(out, e) rung_tally_new(world.model, NULL, 1, 1, out, e)
#define TALLY_PARTS(out, e) rung_tally_new(world.model, NULL, 0, 8, out, e)
#define SAVE_NULL(out, e) rung_tally_save(NULL, out, e)
#define LOAD_NULL(out, e) rung_tally_load(world.model, NULL, 5, out, e)

static void tallies_refuse_what_is_not_there(void **state)
{
  (void)state;
  struct world world = new_world();
  MAKES_NOTHING(rung_tally, TALLY_NULL);
  MAKES_NOTHING(rung_tally, TALLY_COLUMNS_NULL);
  MAKES_NOTHING(rung_tally, TALLY_PARTS);
  MAKES_NOTHING(rung_bytes, SAVE_NULL);
  MAKES_NOTHING(rung_tally, LOAD_NULL);
  REFUSED(rung_tally_new(world.model, NULL, 0, 1, NULL, NULL));
  REFUSED(rung_tally_save(world.tally, NULL, NULL));
  REFUSED(rung_tally_load(world.model, "x", 1, NULL, NULL));
  REFUSED(rung_tally_add(NULL, world.answers, NULL, NULL));
  REFUSED(rung_tally_add(world.tally, NULL, NULL, NULL));
  REFUSED(rung_tally_merge(NULL, world.tally, NULL));
  REFUSED(rung_tally_merge(world.tally, NULL, NULL));
  assert_int_equal(rung_tally_rows(world.tally), ROWS);
  free_world(&world);
}

#define FINDINGS_NULL(out, e) rung_findings_new(NULL, 1, NULL, NULL, out, e)
#define FINDINGS_NONE(out, e) rung_findings_new(waves, 0, NULL, NULL, out, e)
#define FINDINGS_HOLE(out, e) rung_findings_new(hole, 2, NULL, NULL, out, e)
#define WRITE_NULL(out, e) rung_findings_write(NULL, RUNG_FORMAT_CSV, NULL, out, e)
#define WRITE_FORMAT(out, e) rung_findings_write(world.findings, (rung_format)9, NULL, out, e)

static void findings_refuse_what_is_not_there(void **state)
{
  (void)state;
  struct world world = new_world();
  const rung_tally *const waves[] = {world.tally}, *const hole[] = {world.tally, NULL};
  double numbers[64];
  MAKES_NOTHING(rung_findings, FINDINGS_NULL);
  MAKES_NOTHING(rung_findings, FINDINGS_NONE);
  MAKES_NOTHING(rung_findings, FINDINGS_HOLE);
  MAKES_NOTHING(rung_bytes, WRITE_NULL);
  MAKES_NOTHING(rung_bytes, WRITE_FORMAT);
  REFUSED(rung_findings_new(waves, 1, NULL, NULL, NULL, NULL));
  REFUSED(rung_findings_write(world.findings, RUNG_FORMAT_CSV, NULL, NULL, NULL));
  REFUSED(rung_findings_column(NULL, RUNG_TABLE_GROUP, RUNG_FIGURE_N, numbers, 64));
  REFUSED(rung_findings_column(world.findings, RUNG_TABLE_GROUP, RUNG_FIGURE_N, NULL, 64));
  REFUSED(rung_findings_column(world.findings, RUNG_TABLE_GROUP, RUNG_FIGURE_N, numbers, 0));
  REFUSED(rung_findings_column(world.findings, (rung_table)99, RUNG_FIGURE_N, numbers, 64));
  REFUSED(rung_findings_column(world.findings, RUNG_TABLE_GROUP, (rung_figure)99, numbers, 64));
  free_world(&world);
}

static void views_and_settings_refuse_what_is_not_there(void **state)
{
  (void)state;
  struct world world = new_world();
  const char *const hole[] = {"unit", NULL};
  REFUSED(rung_view_new(NULL, NULL));
  REFUSED(rung_view_cut(NULL, UNIT, 1, NULL));
  REFUSED(rung_view_cut(world.view, NULL, 1, NULL));
  REFUSED(rung_view_cut(world.view, UNIT, 0, NULL));
  REFUSED(rung_view_cut(world.view, UNIT, 17, NULL));
  REFUSED(rung_view_cut(world.view, hole, 2, NULL));
  REFUSED(rung_view_units(NULL, "unit", NULL));
  REFUSED(rung_view_units(world.view, NULL, NULL));
  REFUSED(rung_view_unit(NULL, "x", NULL, -1, NULL));
  REFUSED(rung_view_relation(NULL, "main", "x", NULL));
  REFUSED(rung_view_relation(world.view, NULL, "x", NULL));
  REFUSED(rung_view_relation(world.view, "main", NULL, NULL));
  REFUSED(rung_view_target(NULL, "x", "main", "4", NULL));
  REFUSED(rung_view_target(world.view, NULL, "main", "4", NULL));
  REFUSED(rung_view_target(world.view, "all", NULL, "4", NULL));
  REFUSED(rung_view_target(world.view, "all", "main", NULL, NULL));
  REFUSED(rung_view_unit(world.view, NULL, NULL, -1, NULL));
  REFUSED(rung_view_unit(world.view, "all", NULL, -1, NULL));
  REFUSED(rung_settings_new(NULL, NULL));
  REFUSED(rung_settings_set(NULL, RUNG_SETTING_LEAST_N, 5, NULL));
  REFUSED(rung_settings_set(world.settings, RUNG_SETTING_LEAST_N, 2, NULL));
  REFUSED(rung_settings_set(world.settings, RUNG_SETTING_LEAST_N, NAN, NULL));
  REFUSED(rung_settings_set(world.settings, (rung_setting)99, 1, NULL));
  assert_true(rung_settings_get(world.settings, RUNG_SETTING_LEAST_N) == 0);
  assert_true(rung_settings_get(NULL, RUNG_SETTING_LEAST_N_SPREAD) == 0);
  assert_true(isnan(rung_settings_get(NULL, (rung_setting)99)));
  free_world(&world);
}

static void rows_that_are_not_there_have_no_figures(void **state)
{
  (void)state;
  struct world world = new_world();
  const rung_findings *findings = world.findings;
  const size_t count = rung_findings_count(findings, RUNG_TABLE_MEASURE);
  assert_true(count > 0);
  assert_int_equal(rung_findings_count(findings, (rung_table)99), 0);
  assert_true(isnan(rung_findings_number(findings, RUNG_TABLE_MEASURE, count, RUNG_FIGURE_N)));
  assert_int_equal(rung_findings_state(findings, RUNG_TABLE_MEASURE, count),
                   RUNG_STATE_NOT_COLLECTED);
  assert_null(rung_findings_reason(findings, RUNG_TABLE_MEASURE, count));
  assert_null(rung_findings_key_column(findings, 0, 16));
  assert_null(rung_findings_key_value(findings, 99, 0));
  assert_int_equal(rung_findings_group(findings, RUNG_TABLE_MEASURE, count), 0);
  assert_int_equal(rung_findings_part(findings, (rung_table)99, 0), 0);
  assert_string_equal(rung_state_name(99), "unknown");
  assert_string_equal(rung_status_name(-5), "unknown status");
  free_world(&world);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_two_structs_are_frozen),
      cmocka_unit_test(enumerations_are_as_wide_as_int),
      cmocka_unit_test(freeing_nothing_is_safe),
      cmocka_unit_test(the_version_is_one),
      cmocka_unit_test(objects_are_freed_in_any_order),
      cmocka_unit_test(what_was_made_from_a_model_outlives_it),
      cmocka_unit_test(success_leaves_the_error_alone),
      cmocka_unit_test(models_refuse_what_is_not_there),
      cmocka_unit_test(what_is_no_model_leaves_nothing_behind),
      cmocka_unit_test(answers_refuse_what_is_not_there),
      cmocka_unit_test(a_reader_refuses_what_is_not_there),
      cmocka_unit_test(scores_refuse_what_is_not_there),
      cmocka_unit_test(tallies_refuse_what_is_not_there),
      cmocka_unit_test(findings_refuse_what_is_not_there),
      cmocka_unit_test(views_and_settings_refuse_what_is_not_there),
      cmocka_unit_test(rows_that_are_not_there_have_no_figures),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
