/* What the tests of the interface share: one object of every sort, of the model of the unit tests.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_TESTS_API_SUPPORT_H
#define RUNG_TESTS_API_SUPPORT_H

#include "../unit/related_support.h"

#include <rung/rung.h>

enum { ROWS = 24 };

/* Columns that are borrowed by the answers below. */
static double codes_a[ROWS], codes_b[ROWS], weights[ROWS];
static int32_t units[ROWS];

static const char *const UNIT[] = {"unit"};
static const char *const MAP =
    "{\"format\":\"rung-map/1\",\"columns\":{\"Q1\":{\"item\":\"a\"},\"unit\":{\"group\":\"unit\"},"
    "\"w\":{\"weight\":true}}}";
static const char *const CSV = "Q1,b,unit,w\n4,2,north,0.5\nrather yes,1,south,1.25\n,5,north,2\n";

struct world {
  rung_model *model;
  rung_settings *settings;
  rung_answers *answers;
  rung_reader *reader;
  rung_scores *scores;
  rung_tally *tally;
  rung_view *view;
  rung_findings *findings;
};

#define OK(call) assert_int_equal(call, RUNG_OK)

static inline void fill_columns(void)
{
  for (size_t row = 0; row < ROWS; ++row) {
    codes_a[row] = (double)(1 + row * 7 % 5);
    codes_b[row] = (double)(1 + row * 3 % 5);
    weights[row] = 0.5 + (double)(row % 3) / 3;
    units[row] = (int32_t)(row % 2);
  }
}

/* Rows `first` on, so many, of the columns above. */
static inline rung_answers *new_answers(const rung_model *model, size_t first, size_t count)
{
  const int64_t length = (int64_t)count;
  const rung_column a = {.data = codes_a + first, .length = length, .type = RUNG_TYPE_DOUBLE};
  const rung_column b = {.data = codes_b + first, .length = length, .type = RUNG_TYPE_DOUBLE};
  const rung_column w = {.data = weights + first, .length = length, .type = RUNG_TYPE_DOUBLE};
  const rung_column unit = {.data = units + first, .length = length, .type = RUNG_TYPE_INT32};
  rung_answers *answers = NULL;
  OK(rung_answers_new(model, &answers, NULL));
  OK(rung_answers_bind(answers, RUNG_ROLE_ITEM, "a", &a, NULL));
  OK(rung_answers_bind(answers, RUNG_ROLE_ITEM, "b", &b, NULL));
  OK(rung_answers_bind(answers, RUNG_ROLE_WEIGHT, "w", &w, NULL));
  OK(rung_answers_bind(answers, RUNG_ROLE_GROUP, "unit", &unit, NULL));
  return answers;
}

static inline rung_tally *new_tally(const rung_model *model)
{
  rung_tally *tally = NULL;
  OK(rung_tally_new(model, UNIT, 1, RUNG_TALLY_PRODUCTS, &tally, NULL));
  return tally;
}

static inline rung_view *new_view(void)
{
  rung_view *view = NULL;
  OK(rung_view_new(&view, NULL));
  OK(rung_view_units(view, "unit", NULL));
  OK(rung_view_unit(view, "0", "all", 30, NULL));
  OK(rung_view_unit(view, "1", "all", -1, NULL));
  OK(rung_view_unit(view, "all", NULL, -1, NULL));
  OK(rung_view_target(view, "all", "main", "high", NULL));
  return view;
}

static inline rung_findings *find(const rung_tally *tally, const rung_view *view)
{
  const rung_tally *const waves[] = {tally};
  rung_findings *findings = NULL;
  rung_error error = {.status = 0};
  assert_status(rung_findings_new(waves, 1, view, NULL, &findings, &error), RUNG_OK, &error);
  return findings;
}

static inline struct world new_world(void)
{
  struct world world = {.model = related_model()};
  fill_columns();
  OK(rung_settings_new(&world.settings, NULL));
  OK(rung_settings_set(world.settings, RUNG_SETTING_PERSON_LEVELS, 1, NULL));
  OK(rung_settings_set(world.settings, RUNG_SETTING_REPLICATES, 100, NULL)); /* to be quick */
  OK(rung_reader_new(world.model, MAP, strlen(MAP), NULL, &world.reader, NULL));
  world.answers = new_answers(world.model, 0, ROWS);
  OK(rung_scores_new(world.model, world.settings, &world.scores, NULL));
  OK(rung_scores_compute(world.scores, world.answers, NULL));
  world.tally = new_tally(world.model);
  OK(rung_tally_add(world.tally, world.answers, world.scores, NULL));
  world.view = new_view();
  world.findings = find(world.tally, world.view);
  return world;
}

static inline void free_world(struct world *world)
{
  rung_findings_free(world->findings);
  rung_view_free(world->view);
  rung_tally_free(world->tally);
  rung_scores_free(world->scores);
  rung_answers_free(world->answers);
  rung_reader_free(world->reader);
  rung_settings_free(world->settings);
  rung_model_free(world->model);
}

static inline rung_bytes *saved(const rung_tally *tally)
{
  rung_bytes *bytes = NULL;
  OK(rung_tally_save(tally, &bytes, NULL));
  return bytes;
}

static inline void assert_same_bytes(const rung_bytes *a, const rung_bytes *b)
{
  assert_int_equal(rung_bytes_length(a), rung_bytes_length(b));
  assert_memory_equal(rung_bytes_data(a), rung_bytes_data(b), rung_bytes_length(a));
}

#endif
