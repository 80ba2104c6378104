/* Whatever the locale: decimals are read and written with a point.
 * SPDX-License-Identifier: Apache-2.0 */
#include "api_support.h"

/* Everything that has numbers in it, under the locale that now holds. */
struct output {
  rung_bytes *texts[11];
  size_t count;
  double value;
};

static rung_bytes **next(struct output *output)
{
  assert_true(output->count < LENGTH(output->texts));
  return &output->texts[output->count++];
}

static rung_reader *read_csv(const rung_model *model)
{
  rung_reader *reader = NULL;
  size_t taken = 0;
  OK(rung_reader_new(model, MAP, strlen(MAP), NULL, &reader, NULL));
  OK(rung_reader_want(reader, RUNG_ROLE_GROUP, "unit", NULL));
  OK(rung_reader_want(reader, RUNG_ROLE_WEIGHT, "w", NULL));
  OK(rung_reader_push(reader, CSV, strlen(CSV), &taken, NULL));
  OK(rung_reader_finish(reader, NULL));
  return reader;
}

static void write_scores(struct output *output, const rung_scores *scores)
{
  for (int format = RUNG_FORMAT_TABLE; format <= RUNG_FORMAT_JSON; ++format)
    OK(rung_scores_write(scores, (rung_format)format, next(output), NULL));
}

static void write_findings(struct output *output, const rung_model *model)
{
  rung_tally *tally = new_tally(model);
  rung_answers *answers = new_answers(model, 0, ROWS);
  OK(rung_tally_add(tally, answers, NULL, NULL));
  rung_view *view = new_view();
  rung_findings *findings = find(tally, view);
  for (int format = RUNG_FORMAT_TABLE; format <= RUNG_FORMAT_JSON; ++format)
    OK(rung_findings_write(findings, (rung_format)format, "en", next(output), NULL));
  OK(rung_tally_save(tally, next(output), NULL));
  rung_findings_free(findings);
  rung_view_free(view);
  rung_answers_free(answers);
  rung_tally_free(tally);
}

/* A whole run from the text of a model and a CSV with decimals to everything written. */
static struct output run(void)
{
  struct output output = {.count = 0};
  rung_model *model = base_model("'cut':2.5", "'cut':2.125");
  rung_reader *reader = read_csv(model);
  const rung_answers *answers = rung_reader_take(reader);
  rung_scores *scores = NULL;
  double values[3];
  fill_columns();
  OK(rung_scores_new(model, NULL, &scores, NULL));
  OK(rung_scores_compute(scores, answers, NULL));
  OK(rung_scores_measure(scores, MEASURE_AB, RUNG_SCORE_VALUE, values, 3));
  output.value = values[1];
  write_scores(&output, scores);
  write_findings(&output, model);
  OK(rung_model_describe(model, "en", next(&output), NULL));
  rung_scores_free(scores);
  rung_reader_free(reader);
  rung_model_free(model);
  return output;
}

static void free_output(struct output *output)
{
  for (size_t index = 0; index < output->count; ++index)
    rung_bytes_free(output->texts[index]);
}

static void a_comma_locale_changes_nothing(void **state)
{
  (void)state;
  struct output plain = run();
  if (!use_comma_locale()) {
    free_output(&plain);
    puts("# skipped: no locale here has a comma as its decimal point");
    return; /* not skip(), which cmocka's TAP calls a failure */
  }
  struct output comma = run();
  restore_locale();
  assert_int_equal(plain.count, comma.count);
  assert_true(plain.value == comma.value && plain.value == 14.0 / 3);
  for (size_t index = 0; index < plain.count; ++index)
    assert_same_bytes(plain.texts[index], comma.texts[index]);
  free_output(&plain);
  free_output(&comma);
}

static void the_locale_of_the_caller_stays_as_it_was(void **state)
{
  char before[256];
  (void)state;
  snprintf(before, sizeof before, "%s", setlocale(LC_ALL, NULL));
  struct output output = run();
  assert_string_equal(setlocale(LC_ALL, NULL), before);
  free_output(&output);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_comma_locale_changes_nothing),
      cmocka_unit_test(the_locale_of_the_caller_stays_as_it_was),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
