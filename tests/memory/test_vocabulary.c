/* Models of every key and of other models, from their text to their findings, as test_memory.c has it.
 * SPDX-License-Identifier: Apache-2.0
 *
 * test_vocabulary FILE: the file is the model of every key. Each trial is a chain of calls that begins
 * with finished objects and ends in texts: whichever allocation fails, the chain ends with
 * RUNG_E_MEMORY and leaves nothing behind, or else the texts are what they always are. */
#include "../unit/model_support.h"

#include <rung/rung.h>

#include "base/fail.h"
#include "base/text.h"
#include "model/model.h"
#include "survive.h"
#include "write/questionnaire.h"

enum { ROWS = 24, FORMS = 3 };

/* What the trials begin with; no trial changes it. */
static struct {
  char *text, *edited;
  rung_model *model, *old, *composite, *part;
  struct rung__buffer answers[FORMS]; /* CSV, JSON Lines, long table */
  rung_settings *form[FORMS];
  rung_reader *reader;
  const rung_answers *block;
  rung_scores *scores;
  rung_tally *tally;
  rung_view *view;
  rung_findings *findings;
} fixed;

static const char *const GROUPS[] = {"team"};

/* Takes texts over, as one number. */
struct stage {
  uint64_t hash;
};

#define OK(call) assert_int_equal(call, RUNG_OK)
static void mix(struct stage *stage, const char *data, size_t length)
{
  for (size_t index = 0; index < length; ++index)
    stage->hash = (stage->hash ^ (unsigned char)data[index]) * UINT64_C(0x100000001B3);
}

static void mix_bytes(struct stage *stage, rung_bytes *bytes)
{
  mix(stage, rung_bytes_data(bytes), rung_bytes_length(bytes));
  rung_bytes_free(bytes);
}

static void mix_notes(struct stage *stage, rung_notes *notes)
{
  for (size_t index = 0; index < rung_notes_count(notes); ++index) {
    mix(stage, rung_notes_where(notes, index), strlen(rung_notes_where(notes, index)) + 1);
    mix(stage, rung_notes_text(notes, index), strlen(rung_notes_text(notes, index)) + 1);
  }
  rung_notes_free(notes);
}

static rung_status take_model(struct stage *stage, rung_status status, rung_model *model)
{
  assert_true((status == RUNG_OK) == (model != NULL));
  if (model != NULL) mix(stage, rung_model_digest(model), 64);
  rung_model_free(model);
  return status;
}

static rung_status take_bytes(struct stage *stage, rung_status status, rung_bytes *bytes)
{
  assert_true((status == RUNG_OK) == (bytes != NULL));
  mix_bytes(stage, bytes);
  return status;
}

static rung_status take_notes(struct stage *stage, rung_status status, rung_notes *notes)
{
  assert_true((status == RUNG_OK) == (notes != NULL));
  mix_notes(stage, notes);
  return status;
}

static rung_status parse(struct stage *stage, rung_error *error)
{
  rung_model *model = NULL;
  const rung_status status = rung_model_parse(fixed.text, strlen(fixed.text), &model, error);
  return take_model(stage, status, model);
}

static rung_status compose(struct stage *stage, rung_error *error)
{
  rung_model *model = NULL;
  const rung_status status = rung_model_builtin("humane-organisation", &model, error);
  return take_model(stage, status, model);
}

static rung_status check(struct stage *stage, rung_error *error)
{
  rung_notes *notes = NULL;
  const rung_status status = rung_model_check(fixed.model, &notes, error);
  return take_notes(stage, status, notes);
}

static rung_status check_composite(struct stage *stage, rung_error *error)
{
  rung_notes *notes = NULL;
  const rung_status status = rung_model_check(fixed.composite, &notes, error);
  return take_notes(stage, status, notes);
}

static rung_status compare(struct stage *stage, rung_error *error)
{
  rung_notes *notes = NULL;
  const rung_status status = rung_model_compare(fixed.model, fixed.old, &notes, error);
  return take_notes(stage, status, notes);
}

static rung_status compare_composite(struct stage *stage, rung_error *error)
{
  rung_notes *notes = NULL;
  const rung_status status = rung_model_compare(fixed.composite, fixed.part, &notes, error);
  return take_notes(stage, status, notes);
}

static rung_status describe(struct stage *stage, rung_error *error)
{
  rung_bytes *bytes = NULL;
  const rung_status status = rung_model_describe(fixed.model, "en", &bytes, error);
  return take_bytes(stage, status, bytes);
}

static rung_status ask(struct stage *stage, rung_error *error)
{
  for (int format = RUNG_FORMAT_TABLE; format <= RUNG_FORMAT_CSV; ++format) {
    rung_bytes *bytes = NULL;
    const rung_status status = rung_model_questionnaire(fixed.model, "en", (rung_format)format,
                                                        &bytes, error);
    TRY(take_bytes(stage, status, bytes));
  }
  return RUNG_OK;
}

/* Rows of a form, from the text to a saved tally. */
static rung_status tally_rows(struct stage *stage, rung_reader *reader, rung_tally *tally,
                              const struct rung__buffer *text, rung_error *error)
{
  size_t taken;
  rung_bytes *bytes = NULL;
  TRY(rung_reader_want(reader, RUNG_ROLE_GROUP, "team", error));
  TRY(rung_reader_want(reader, RUNG_ROLE_WEIGHT, "w", error));
  TRY(rung_reader_push(reader, text->data, text->length, &taken, error));
  TRY(rung_reader_finish(reader, error));
  const rung_answers *block = rung_reader_take(reader);
  assert_int_equal(rung_answers_rows(block), ROWS);
  TRY(rung_tally_add(tally, block, NULL, error));
  const rung_status status = rung_tally_save(tally, &bytes, error);
  return take_bytes(stage, status, bytes);
}

static rung_status read_rows(struct stage *stage, size_t form, rung_error *error)
{
  rung_reader *reader = NULL;
  rung_tally *tally = NULL;
  rung_status status = rung_reader_new(fixed.model, NULL, 0, fixed.form[form], &reader, error);
  if (status == RUNG_OK)
    status = rung_tally_new(fixed.model, GROUPS, 1, RUNG_TALLY_PRODUCTS, &tally, error);
  if (status == RUNG_OK) status = tally_rows(stage, reader, tally, &fixed.answers[form], error);
  rung_tally_free(tally);
  rung_reader_free(reader);
  return status;
}

static rung_status read_csv(struct stage *stage, rung_error *error)
{
  return read_rows(stage, 0, error);
}

static rung_status read_lines(struct stage *stage, rung_error *error)
{
  return read_rows(stage, 1, error);
}

static rung_status read_table(struct stage *stage, rung_error *error)
{
  return read_rows(stage, 2, error);
}

static rung_status write_scores(struct stage *stage, const rung_scores *scores, rung_error *error)
{
  for (int format = RUNG_FORMAT_TABLE; format <= RUNG_FORMAT_JSON; ++format) {
    rung_bytes *bytes = NULL;
    const rung_status status = rung_scores_write(scores, (rung_format)format, &bytes, error);
    TRY(take_bytes(stage, status, bytes));
  }
  return RUNG_OK;
}

static rung_status score(struct stage *stage, rung_error *error)
{
  rung_scores *scores = NULL;
  rung_status status = rung_scores_new(fixed.model, fixed.form[0], &scores, error);
  if (status == RUNG_OK) status = rung_scores_compute(scores, fixed.block, error);
  if (status == RUNG_OK) status = write_scores(stage, scores, error);
  rung_scores_free(scores);
  return status;
}

static rung_status merge_and_load(struct stage *stage, rung_tally *tally, rung_error *error)
{
  rung_bytes *bytes = NULL;
  rung_tally *again = NULL;
  TRY(rung_tally_add(tally, fixed.block, fixed.scores, error));
  TRY(rung_tally_merge(tally, fixed.tally, error));
  TRY(rung_tally_save(tally, &bytes, error));
  const rung_status status = rung_tally_load(fixed.model, rung_bytes_data(bytes),
                                             rung_bytes_length(bytes), &again, error);
  assert_true((status == RUNG_OK) == (again != NULL));
  rung_tally_free(again);
  mix_bytes(stage, bytes);
  return status;
}

static rung_status keep(struct stage *stage, rung_error *error)
{
  rung_tally *tally = NULL;
  rung_status status = rung_tally_new(fixed.model, GROUPS, 1, RUNG_TALLY_PRODUCTS, &tally, error);
  if (status == RUNG_OK) status = merge_and_load(stage, tally, error);
  rung_tally_free(tally);
  return status;
}

/* The findings of two waves, and what is odd about them. */
static rung_status find(struct stage *stage, rung_error *error)
{
  const rung_tally *const waves[] = {fixed.tally, fixed.tally};
  rung_findings *findings = NULL;
  rung_notes *notes = NULL;
  TRY(rung_findings_new(waves, 2, fixed.view, fixed.form[0], &findings, error));
  const rung_status status = rung_findings_notes(findings, &notes, error);
  rung_findings_free(findings);
  return take_notes(stage, status, notes);
}

static rung_status write_findings(struct stage *stage, rung_error *error)
{
  for (int format = RUNG_FORMAT_TABLE; format <= RUNG_FORMAT_JSON; ++format) {
    rung_bytes *bytes = NULL;
    const rung_status status = rung_findings_write(fixed.findings, (rung_format)format, "en",
                                                   &bytes, error);
    TRY(take_bytes(stage, status, bytes));
  }
  return RUNG_OK;
}

static const struct named_trial TRIALS[] = {
    {"reading_a_model_of_every_key_survives", parse},
    {"reading_a_model_of_other_models_survives", compose},
    {"checking_a_model_of_every_key_survives", check},
    {"checking_a_model_of_other_models_survives", check_composite},
    {"comparing_models_of_every_key_survives", compare},
    {"comparing_a_model_with_one_that_it_uses_survives", compare_composite},
    {"describing_a_model_of_every_key_survives", describe},
    {"asking_every_kind_of_item_survives", ask},
    {"reading_a_CSV_of_every_kind_of_answer_survives", read_csv},
    {"reading_JSON_Lines_of_every_kind_of_answer_survives", read_lines},
    {"reading_a_long_table_of_every_kind_of_answer_survives", read_table},
    {"scoring_by_every_rule_survives", score},
    {"keeping_every_figure_in_a_tally_survives", keep},
    {"finding_by_every_rule_survives", find},
    {"writing_findings_of_every_rule_survives", write_findings},
};

/* One trial; false once nothing failed any more. What a chain made before it failed does not count. */
static bool try_at(trial *call, size_t n, bool all, uint64_t expected)
{
  const size_t live = count_live();
  rung_error error = {.status = 0};
  struct stage stage = {0};
  fail_at(n, all);
  const rung_status status = call(&stage, &error);
  const bool failed = stop_failing();
  if (status != RUNG_OK) {
    assert_status(status, RUNG_E_MEMORY, &error);
    assert_int_equal(error.status, RUNG_E_MEMORY);
    assert_true(failed);
  } else if (stage.hash != expected) {
    fail_msg("another outcome when allocation %zu fails", n);
  }
  assert_live(live, n);
  return failed;
}

static void the_trial_survives(void **state)
{
  trial *call = trial_of(state);
  struct stage stage = {0}, after = {0};
  rung_error error = {.status = 0};
  assert_status(call(&stage, &error), RUNG_OK, &error);
  for (int all = 0; all < 2; ++all) {
    size_t n = 1;
    while (try_at(call, n, all, stage.hash))
      n += all == 0 ? 1 : 1 + n / 50; /* alone each; with all behind it, ever fewer of thousands */
    assert_true(n > 1);
  }
  assert_status(call(&after, &error), RUNG_OK, &error);
  assert_true(after.hash == stage.hash);
}

/* The answer to an item in a row, as a text; what a block shares out falls to its first items. */
static void put_answer(struct rung__buffer *text, const struct rung__item *item, size_t index,
                       size_t row)
{
  const rung_model *model = fixed.model;
  if (item->block != RUNG__NONE) {
    const struct rung__block *block = &model->blocks[item->block];
    size_t place = 0;
    while (block->item[place] != index)
      ++place;
    const int64_t total = block->total / RUNG__GRID;
    const int64_t part = block->kind == RUNG__PICK_BLOCK ? (int64_t)place < total
                                                         : (place == row % block->count) * total;
    rung__put_format(text, "%lld", (long long)part);
  } else if (item->answers == RUNG__POINTS) {
    rung__put_raw(text, item, item->code[(row * 7 + index) % item->count]);
  } else {
    rung__put_raw(text, item, row % 3 == 0 ? item->raw_high : item->raw_low);
  }
}

static void put_csv(struct rung__buffer *text)
{
  const rung_model *model = fixed.model;
  rung__put_text(text, "team,w");
  for (size_t item = 0; item < model->item_count; ++item)
    if (model->items[item].count > 0) rung__put_format(text, ",%s", model->items[item].id);
  for (size_t row = 0; row < ROWS; ++row) {
    rung__put_format(text, "\n%s,%zu", row % 2 == 0 ? "north" : "south", 1 + row % 3);
    for (size_t item = 0; item < model->item_count; ++item) {
      if (model->items[item].count == 0) continue;
      rung__put_byte(text, ',');
      if ((row + item) % 11 != 0) put_answer(text, &model->items[item], item, row);
    }
  }
}

static void put_lines(struct rung__buffer *text)
{
  const rung_model *model = fixed.model;
  for (size_t row = 0; row < ROWS; ++row) {
    rung__put_format(text, "{\"team\":\"%s\",\"w\":%zu", row % 2 == 0 ? "north" : "south",
                     1 + row % 3);
    for (size_t item = 0; item < model->item_count; ++item) {
      if (model->items[item].count == 0 || (row + item) % 11 == 0) continue;
      rung__put_format(text, ",\"%s\":\"", model->items[item].id);
      put_answer(text, &model->items[item], item, row);
      rung__put_byte(text, '"');
    }
    rung__put_text(text, "}\n");
  }
}

static void put_table(struct rung__buffer *text)
{
  const rung_model *model = fixed.model;
  rung__put_text(text, "row,team,w,item,answer\n");
  for (size_t row = 0; row < ROWS; ++row)
    for (size_t item = 0; item < model->item_count; ++item) {
      if (model->items[item].count == 0 || (row + item) % 11 == 0) continue;
      rung__put_format(text, "%zu,%s,%zu,%s,", row, row % 2 == 0 ? "north" : "south", 1 + row % 3,
                       model->items[item].id);
      put_answer(text, &model->items[item], item, row);
      rung__put_byte(text, '\n');
    }
}

static char *text_of(const char *name)
{
  FILE *file = fopen(name, "rb");
  struct rung__buffer text = {0};
  assert_non_null(file);
  for (int mark = getc(file); mark != EOF; mark = getc(file))
    rung__put_byte(&text, (char)mark);
  fclose(file);
  assert_false(text.failed);
  return text.data;
}

/* The model of every key with other texts, weights, constructs and tags. */
static char *edited(const char *text)
{
  static const char *const EDITS[][2] = {
      {"\"en\": \"", "\"en\": \"New: "},
      {"\"weight\": 2", "\"weight\": 3"},
      {"\"construct\": \"formative\"", "\"construct\": \"reflective\""},
      {"\"tags\": [\"things\"]", "\"tags\": [\"people\"]"}};
  struct rung__buffer out = {0};
  while (*text != '\0') {
    size_t edit = 0;
    while (edit < LENGTH(EDITS) && strncmp(text, EDITS[edit][0], strlen(EDITS[edit][0])) != 0)
      ++edit;
    if (edit < LENGTH(EDITS)) {
      rung__put_text(&out, EDITS[edit][1]);
      text += strlen(EDITS[edit][0]);
    } else {
      rung__put_byte(&out, *text++);
    }
  }
  assert_false(out.failed);
  return out.data;
}

static const char *path; /* of the model of every key */

static void begin_models(void)
{
  rung_error error = {.status = 0};
  fixed.text = text_of(path);
  fixed.edited = edited(fixed.text);
  assert_status(rung_model_parse(fixed.text, strlen(fixed.text), &fixed.model, &error), RUNG_OK,
                &error);
  assert_status(rung_model_parse(fixed.edited, strlen(fixed.edited), &fixed.old, &error), RUNG_OK,
                &error);
  OK(rung_model_builtin("humane-organisation", &fixed.composite, NULL));
  OK(rung_model_builtin("five-levels", &fixed.part, NULL));
}

static void begin_answers(void)
{
  size_t taken;
  put_csv(&fixed.answers[0]);
  put_lines(&fixed.answers[1]);
  put_table(&fixed.answers[2]);
  for (size_t form = 0; form < FORMS; ++form) {
    assert_false(fixed.answers[form].failed);
    OK(rung_settings_new(&fixed.form[form], NULL));
    OK(rung_settings_set(fixed.form[form], RUNG_SETTING_FORM, (double)form, NULL));
    OK(rung_settings_set(fixed.form[form], RUNG_SETTING_PERSON_LEVELS, 1, NULL));
    OK(rung_settings_set(fixed.form[form], RUNG_SETTING_SENSITIVITY, 1, NULL));
    OK(rung_settings_set(fixed.form[form], RUNG_SETTING_REPLICATES, 100, NULL));
  }
  OK(rung_reader_new(fixed.model, NULL, 0, NULL, &fixed.reader, NULL));
  OK(rung_reader_want(fixed.reader, RUNG_ROLE_GROUP, "team", NULL));
  OK(rung_reader_want(fixed.reader, RUNG_ROLE_WEIGHT, "w", NULL));
  OK(rung_reader_push(fixed.reader, fixed.answers[0].data, fixed.answers[0].length, &taken, NULL));
  OK(rung_reader_finish(fixed.reader, NULL));
  fixed.block = rung_reader_take(fixed.reader);
}

static int begin(void **state)
{
  const rung_tally *waves[1];
  (void)state;
  begin_models();
  begin_answers();
  OK(rung_scores_new(fixed.model, fixed.form[0], &fixed.scores, NULL));
  OK(rung_scores_compute(fixed.scores, fixed.block, NULL));
  OK(rung_tally_new(fixed.model, GROUPS, 1, RUNG_TALLY_PRODUCTS, &fixed.tally, NULL));
  OK(rung_tally_add(fixed.tally, fixed.block, fixed.scores, NULL));
  OK(rung_view_new(&fixed.view, NULL));
  OK(rung_view_cut(fixed.view, GROUPS, 1, NULL));
  waves[0] = fixed.tally;
  OK(rung_findings_new(waves, 1, fixed.view, NULL, &fixed.findings, NULL));
  return 0;
}

static int end(void **state)
{
  (void)state;
  rung_findings_free(fixed.findings);
  rung_view_free(fixed.view);
  rung_tally_free(fixed.tally);
  rung_scores_free(fixed.scores);
  rung_reader_free(fixed.reader);
  for (size_t form = 0; form < FORMS; ++form) {
    rung_settings_free(fixed.form[form]);
    rung__buffer_free(&fixed.answers[form]);
  }
  rung_model_free(fixed.model);
  rung_model_free(fixed.old);
  rung_model_free(fixed.composite);
  rung_model_free(fixed.part);
  free(fixed.text);
  free(fixed.edited);
  return 0;
}

int main(int count, char **arguments)
{
  if (count != 2) return 2;
  path = arguments[1];
  return run_trials(TRIALS, LENGTH(TRIALS), the_trial_survives, begin, end);
}
