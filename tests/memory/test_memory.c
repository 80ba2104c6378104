/* Every call with its n-th allocation failing, n = 1, 2, ... until it succeeds.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Each failure is RUNG_E_MEMORY, leaves nothing behind, and leaves its object as it was and usable.
 */
#include "stage.h"

#include "../unit/arrow_support.h"
#include "survive.h"

static void assert_nothing_made(const struct stage *stage)
{
  assert_null(stage->model);
  assert_null(stage->notes);
  assert_null(stage->answers);
  assert_null(stage->scores);
  assert_null(stage->tally);
  assert_null(stage->bytes);
  assert_null(stage->view);
  assert_null(stage->findings);
  assert_null(stage->settings);
}

static void assert_unchanged(const struct stage *stage)
{
  rung_bytes *now = saved(stage->world.tally);
  assert_same_bytes(now, stage->before);
  rung_bytes_free(now);
  double scores[ROWS];
  assert_int_equal(rung_scores_rows(stage->world.scores), ROWS);
  OK(rung_scores_measure(stage->world.scores, MEASURE_AB, RUNG_SCORE_VALUE, scores, ROWS));
  assert_true(scores[0] == (codes_a[0] + 2 * (6 - codes_b[0])) / 3);
}

static uint64_t outcome_of(trial *call)
{
  struct stage stage = new_stage();
  OK(call(&stage, NULL));
  const uint64_t hash = outcome(&stage);
  free_stage(&stage);
  return hash;
}

/* After a failure: nothing was made, nothing changed, and the same call still works. */
static void recover(trial *call, struct stage *stage, const rung_error *error)
{
  rung_error again = {.status = 0};
  assert_int_equal(error->status, RUNG_E_MEMORY);
  assert_nothing_made(stage);
  assert_unchanged(stage);
  rung_reader_free(stage->reader);
  stage->reader = NULL;
  assert_status(call(stage, &again), RUNG_OK, &again);
}

/* One trial; false once nothing failed any more. A call may do without what only makes it faster.
 */
static bool try_at(trial *call, size_t n, bool all, uint64_t expected)
{
  const size_t live = count_live();
  struct stage stage = new_stage();
  rung_error error = {.status = 0};
  fail_at(n, all);
  const rung_status status = call(&stage, &error);
  const bool failed = stop_failing();
  if (status != RUNG_OK && !failed) assert_status(status, RUNG_OK, &error);
  if (status != RUNG_OK) recover(call, &stage, &error);
  if (outcome(&stage) != expected) fail_msg("another outcome when allocation %zu fails", n);
  free_stage(&stage);
  assert_live(live, n);
  return failed;
}

static void the_call_survives(void **state)
{
  trial *call = trial_of(state);
  const uint64_t expected = outcome_of(call);
  for (int all = 0; all < 2; ++all) {
    size_t n = 1;
    while (try_at(call, n, all, expected))
      ++n;
    assert_true(n > 1);
  }
}

static rung_status parse(struct stage *stage, rung_error *error)
{
  return rung_model_parse(rung_model_source(stage->world.model),
                          strlen(rung_model_source(stage->world.model)), &stage->model, error);
}

static rung_status check(struct stage *stage, rung_error *error)
{
  return rung_model_check(stage->world.model, &stage->notes, error);
}

static rung_status compare(struct stage *stage, rung_error *error)
{
  return rung_model_compare(stage->world.model, stage->old, &stage->notes, error);
}

static rung_status describe(struct stage *stage, rung_error *error)
{
  return rung_model_describe(stage->world.model, "en", &stage->bytes, error);
}

static rung_status ask(struct stage *stage, rung_error *error)
{
  return rung_model_questionnaire(stage->world.model, "en", RUNG_FORMAT_TABLE, &stage->bytes,
                                  error);
}

static rung_status ask_csv(struct stage *stage, rung_error *error)
{
  return rung_model_questionnaire(stage->world.model, "en", RUNG_FORMAT_CSV, &stage->bytes, error);
}

static rung_status begin_answers(struct stage *stage, rung_error *error)
{
  return rung_model_template(stage->world.model, &stage->bytes, error);
}

static rung_status make_settings(struct stage *stage, rung_error *error)
{
  return rung_settings_new(&stage->settings, error);
}

static rung_status make_answers(struct stage *stage, rung_error *error)
{
  return rung_answers_new(stage->world.model, &stage->answers, error);
}

/* Binds each kind of column anew; what was bound stays until the new one is there. */
static rung_status bind(struct stage *stage, rung_error *error)
{
  static const int32_t GROUPS[ROWS];
  static const char *const NAMES[] = {"unit", "site", "a", "b", "w"};
  static const rung_role ROLES[] = {RUNG_ROLE_GROUP, RUNG_ROLE_GROUP, RUNG_ROLE_ITEM,
                                    RUNG_ROLE_ITEM, RUNG_ROLE_WEIGHT};
  const rung_column column = {.data = GROUPS, .length = ROWS, .type = RUNG_TYPE_INT32};
  for (size_t index = 0; index < LENGTH(NAMES); ++index) {
    const rung_status status = rung_answers_bind(stage->world.answers, ROLES[index], NAMES[index],
                                                 &column, error);
    assert_int_equal(rung_answers_rows(stage->world.answers), ROWS);
    if (status != RUNG_OK) return status;
  }
  return RUNG_OK;
}

/* A batch with nulls of its own: a dictionary, and a column with nulls, each bound anew. */
static rung_status bind_arrows(struct stage *stage, rung_error *error)
{
  static const char *const WORDS[] = {"yes", "no"}, *const NAMES[] = {"a"};
  static const rung_role ROLES[] = {RUNG_ROLE_ITEM, RUNG_ROLE_ITEM, RUNG_ROLE_GROUP};
  struct arrow index, values;
  struct arrow *const columns[] = {&index};
  struct batch batch;
  number_arrow(&index, "c", (const double[ROWS]){0, NAN, 1}, ROWS, 0);
  text_arrow(&values, "u", WORDS, 2, 0);
  make_batch(&batch, columns, NAMES, 1, ROWS, 0);
  encode(&index, &values);
  batch.own.buffer[0] = index.validity;
  batch.own.array.null_count = -1;
  for (size_t i = 0; i < LENGTH(ROLES); ++i) {
    const rung_status status = try_arrow(stage->world.answers, ROLES[i], "a", &batch.own, error);
    assert_int_equal(rung_answers_rows(stage->world.answers), ROWS);
    if (status != RUNG_OK) return status;
  }
  return RUNG_OK;
}

static rung_status make_scores(struct stage *stage, rung_error *error)
{
  return rung_scores_new(stage->world.model, NULL, &stage->scores, error);
}

/* A block that is larger than any before it. */
static rung_status score_block(struct stage *stage, rung_error *error)
{
  static double codes[3000];
  const rung_column column = {.data = codes, .length = 3000, .type = RUNG_TYPE_DOUBLE};
  rung_answers *answers = NULL;
  rung_status status = rung_answers_new(stage->world.model, &answers, error);
  if (status == RUNG_OK) status = rung_answers_bind(answers, RUNG_ROLE_ITEM, "a", &column, error);
  if (status == RUNG_OK) status = rung_scores_compute(stage->world.scores, answers, error);
  rung_answers_free(answers);
  return status;
}

/* A reader from its mapping to its last block; the block is tallied. */
static rung_status read(struct stage *stage, rung_error *error)
{
  size_t taken;
  rung_status status = rung_reader_new(stage->world.model, MAP, strlen(MAP), NULL, &stage->reader,
                                       error);
  if (status == RUNG_OK) status = rung_reader_want(stage->reader, RUNG_ROLE_GROUP, "unit", error);
  if (status == RUNG_OK) status = rung_reader_want(stage->reader, RUNG_ROLE_WEIGHT, "w", error);
  if (status == RUNG_OK) status = rung_reader_push(stage->reader, CSV, strlen(CSV), &taken, error);
  if (status == RUNG_OK) status = rung_reader_finish(stage->reader, error);
  if (status != RUNG_OK) return status;
  const rung_answers *answers = rung_reader_take(stage->reader);
  assert_int_equal(rung_answers_rows(answers), 3);
  return rung_tally_add(stage->world.tally, answers, NULL, error);
}

static rung_status read_text(struct stage *stage, rung_settings *settings, rung_error *error)
{
  static const char *const RAGGED = "a,b\nmaybe,2,3\n1\nmaybe,4\nperhaps,5\n";
  size_t taken;
  rung_status status = rung_settings_set(settings, RUNG_SETTING_SET_ASIDE, 1, error);
  if (status == RUNG_OK)
    status = rung_reader_new(stage->world.model, NULL, 0, settings, &stage->reader, error);
  if (status == RUNG_OK)
    status = rung_reader_push(stage->reader, RAGGED, strlen(RAGGED), &taken, error);
  if (status == RUNG_OK) status = rung_reader_finish(stage->reader, error);
  return status;
}

/* Ragged rows are set aside and unknown texts remembered; both are given out. */
static rung_status read_badly(struct stage *stage, rung_error *error)
{
  rung_bytes *aside = NULL;
  rung_status status = read_text(stage, stage->world.settings, error);
  if (status == RUNG_OK) status = rung_reader_set_aside(stage->reader, &aside, error);
  rung_bytes_free(aside);
  return status == RUNG_OK ? rung_reader_notes(stage->reader, &stage->notes, error) : status;
}

static rung_status read_utf16(struct stage *stage, rung_error *error)
{
  static const char TEXT[] = "\xFF\xFE\"\0a\0\"\0\n\0\"\0001\0\"\0\"\0\"\0\r\0\n";
  size_t taken;
  rung_status status = rung_reader_new(stage->world.model, NULL, 0, NULL, &stage->reader, error);
  if (status == RUNG_OK) status = rung_reader_push(stage->reader, TEXT, sizeof TEXT, &taken, error);
  return status == RUNG_OK ? rung_reader_finish(stage->reader, error) : status;
}

/* A file of another form, from its mapping to its last block, which is tallied; remarks are made. */
static rung_status read_form(struct stage *stage, double form, const char *text, rung_error *error)
{
  size_t taken;
  rung_status status = rung_settings_set(stage->world.settings, RUNG_SETTING_FORM, form, error);
  if (status == RUNG_OK)
    status = rung_reader_new(stage->world.model, MAP, strlen(MAP), stage->world.settings,
                             &stage->reader, error);
  if (status == RUNG_OK) status = rung_reader_want(stage->reader, RUNG_ROLE_GROUP, "unit", error);
  if (status == RUNG_OK) status = rung_reader_want(stage->reader, RUNG_ROLE_WEIGHT, "w", error);
  if (status == RUNG_OK)
    status = rung_reader_push(stage->reader, text, strlen(text), &taken, error);
  if (status == RUNG_OK) status = rung_reader_finish(stage->reader, error);
  if (status == RUNG_OK) status = rung_reader_notes(stage->reader, &stage->notes, error);
  if (status != RUNG_OK) return status;
  const rung_answers *answers = rung_reader_take(stage->reader);
  assert_int_equal(rung_answers_rows(answers), 2);
  status = rung_tally_add(stage->world.tally, answers, NULL, error);
  if (status == RUNG_OK) return status;
  rung_notes_free(stage->notes);
  stage->notes = NULL;
  return status;
}

static rung_status read_lines(struct stage *stage, rung_error *error)
{
  return read_form(stage, 1,
                   "{\"Q1\": 4, \"w\": 0.5, \"x\": [1, {\"y\": null}], \"b\": \"maybe\"}\n"
                   "{\"unit\": \"north\", \"w\": \"2\", \"b\": 5}",
                   error);
}

static rung_status read_table(struct stage *stage, rung_error *error)
{
  return read_form(stage, 2,
                   "row,unit,w,item,answer\n1,north,0.5,Q1,4\n1,north,0.5,b,maybe\n"
                   "1,north,0.5,zz,1\n2,south,2,b,\"5\"",
                   error);
}

static rung_status make_tally(struct stage *stage, rung_error *error)
{
  return rung_tally_new(stage->world.model, UNIT, 1, RUNG_TALLY_PRODUCTS, &stage->tally, error);
}

static rung_status add(struct stage *stage, rung_error *error)
{
  return rung_tally_add(stage->world.tally, stage->world.answers, NULL, error);
}

static rung_status merge(struct stage *stage, rung_error *error)
{
  return rung_tally_merge(stage->world.tally, stage->other, error);
}

static rung_status save(struct stage *stage, rung_error *error)
{
  return rung_tally_save(stage->world.tally, &stage->bytes, error);
}

static rung_status load(struct stage *stage, rung_error *error)
{
  return rung_tally_load(stage->world.model, rung_bytes_data(stage->before),
                         rung_bytes_length(stage->before), &stage->tally, error);
}

static rung_status load_without_model(struct stage *stage, rung_error *error)
{
  return rung_tally_load(NULL, rung_bytes_data(stage->before), rung_bytes_length(stage->before),
                         &stage->tally, error);
}

/* A view of its own, so that a failure inside leaves the stage's alone. */
static rung_status view(struct stage *stage, rung_error *error)
{
  rung_status status = rung_view_new(&stage->view, error);
  if (status == RUNG_OK) status = rung_view_cut(stage->view, UNIT, 1, error);
  if (status == RUNG_OK) status = rung_view_units(stage->view, "unit", error);
  if (status == RUNG_OK) status = rung_view_unit(stage->view, "0", "1", 5, error);
  if (status == RUNG_OK) status = rung_view_unit(stage->view, "1", NULL, -1, error);
  if (status == RUNG_OK) status = rung_view_relation(stage->view, "main", "other", error);
  if (status == RUNG_OK) status = rung_view_target(stage->view, "1", "main", "4", error);
  if (status == RUNG_OK) return status;
  rung_view_free(stage->view);
  stage->view = NULL;
  return status;
}

static rung_status find_all(struct stage *stage, rung_error *error)
{
  const rung_tally *const waves[] = {stage->world.tally, stage->world.tally};
  return rung_findings_new(waves, 2, stage->world.view, stage->world.settings, &stage->findings,
                           error);
}

/* Beside what was shown before, with small groups merged. */
static rung_status find_beside(struct stage *stage, rung_error *error)
{
  const rung_tally *const waves[] = {stage->world.tally};
  rung_bytes *shown = NULL;
  rung_settings *settings = NULL;
  rung_findings *total = NULL; /* few groups: a text is as many allocations as it has values */
  rung_status status = rung_findings_new(waves, 1, NULL, stage->world.settings, &total, error);
  if (status == RUNG_OK) status = rung_findings_write(total, RUNG_FORMAT_JSON, NULL, &shown, error);
  rung_findings_free(total);
  if (status == RUNG_OK) status = rung_settings_new(&settings, error);
  if (status == RUNG_OK) status = rung_settings_set(settings, RUNG_SETTING_MERGE_SMALL, 1, error);
  if (status == RUNG_OK) status = rung_settings_set(settings, RUNG_SETTING_REPLICATES, 100, error);
  if (status == RUNG_OK) status = rung_view_new(&stage->view, error);
  if (status == RUNG_OK) status = rung_view_cut(stage->view, UNIT, 1, error);
  if (status == RUNG_OK)
    status = rung_view_shown(stage->view, rung_bytes_data(shown), rung_bytes_length(shown), error);
  if (status == RUNG_OK)
    status = rung_findings_new(waves, 1, stage->view, settings, &stage->findings, error);
  rung_settings_free(settings);
  rung_bytes_free(shown);
  if (status == RUNG_OK) return status;
  rung_view_free(stage->view);
  stage->view = NULL;
  return status;
}

static rung_status close_tally(struct stage *stage, rung_error *error)
{
  return rung_tally_close(stage->world.tally, 5, NULL, error);
}

static rung_status audit(struct stage *stage, rung_error *error)
{
  return rung_findings_audit(stage->world.findings, &stage->notes, error);
}

static rung_status note_findings(struct stage *stage, rung_error *error)
{
  return rung_findings_notes(stage->world.findings, &stage->notes, error);
}

static rung_status write_table(struct stage *stage, rung_error *error)
{
  return rung_findings_write(stage->world.findings, RUNG_FORMAT_TABLE, "en", &stage->bytes, error);
}

static rung_status write_csv(struct stage *stage, rung_error *error)
{
  return rung_findings_write(stage->world.findings, RUNG_FORMAT_CSV, "en", &stage->bytes, error);
}

static rung_status write_json(struct stage *stage, rung_error *error)
{
  return rung_findings_write(stage->world.findings, RUNG_FORMAT_JSON, "en", &stage->bytes, error);
}

static rung_status write_scores_table(struct stage *stage, rung_error *error)
{
  return rung_scores_write(stage->world.scores, RUNG_FORMAT_TABLE, &stage->bytes, error);
}

static rung_status write_scores_csv(struct stage *stage, rung_error *error)
{
  return rung_scores_write(stage->world.scores, RUNG_FORMAT_CSV, &stage->bytes, error);
}

static rung_status write_scores_json(struct stage *stage, rung_error *error)
{
  return rung_scores_write(stage->world.scores, RUNG_FORMAT_JSON, &stage->bytes, error);
}

static const struct named_trial CALLS[] = {
    {"reading_a_model_survives", parse},
    {"checking_a_model_survives", check},
    {"comparing_two_versions_survives", compare},
    {"describing_a_model_survives", describe},
    {"writing_a_questionnaire_survives", ask},
    {"writing_a_questionnaire_as_CSV_survives", ask_csv},
    {"writing_a_template_survives", begin_answers},
    {"making_settings_survives", make_settings},
    {"making_answers_survives", make_answers},
    {"binding_columns_survives", bind},
    {"binding_a_batch_of_Arrow_survives", bind_arrows},
    {"making_a_workspace_survives", make_scores},
    {"scoring_a_larger_block_survives", score_block},
    {"reading_a_CSV_into_a_tally_survives", read},
    {"remarks_on_a_bad_CSV_survives", read_badly},
    {"reading_UTF-16_survives", read_utf16},
    {"reading_JSON_Lines_into_a_tally_survives", read_lines},
    {"reading_a_long_table_into_a_tally_survives", read_table},
    {"making_a_tally_survives", make_tally},
    {"adding_to_a_tally_survives", add},
    {"merging_tallies_survives", merge},
    {"saving_a_tally_survives", save},
    {"loading_a_tally_survives", load},
    {"loading_a_tally_without_its_model_survives", load_without_model},
    {"making_a_view_survives", view},
    {"finding_survives", find_all},
    {"finding_beside_what_was_shown_survives", find_beside},
    {"closing_a_tally_survives", close_tally},
    {"an_audit_survives", audit},
    {"notes_of_findings_survive", note_findings},
    {"writing_findings_as_a_table_survives", write_table},
    {"writing_findings_as_CSV_survives", write_csv},
    {"writing_findings_as_JSON_survives", write_json},
    {"writing_scores_as_a_table_survives", write_scores_table},
    {"writing_scores_as_CSV_survives", write_scores_csv},
    {"writing_scores_as_JSON_survives", write_scores_json},
};

int main(void)
{
  return run_trials(CALLS, LENGTH(CALLS), the_call_survives, NULL, NULL);
}
