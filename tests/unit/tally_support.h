/* What the tests of tallies and findings share: a small survey in columns, and its tally.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_TESTS_TALLY_SUPPORT_H
#define RUNG_TESTS_TALLY_SUPPORT_H

#include "model_support.h"

#include <rung/tally.h>

#define ROWS_MOST 3000
#define TEXT_MOST 16

/* Answers to the items of the base model, a team, a site and a weight per row. */
struct survey {
  size_t count;
  double a[ROWS_MOST], b[ROWS_MOST], c[ROWS_MOST], weight[ROWS_MOST];
  bool weighted;
  char team[ROWS_MOST][TEXT_MOST], site[ROWS_MOST][TEXT_MOST]; /* "": none */
};

/* A text column made of a survey's labels. */
struct labels {
  char bytes[ROWS_MOST * TEXT_MOST];
  int32_t offsets[ROWS_MOST + 1];
};

static inline double chance_answer(uint64_t *state)
{
  static const double CODES[] = {1, 2, 3, 4, 5, 1, 2, 3, 4, 5, NAN, 8, 9, 7};
  return CODES[next_random(state) % LENGTH(CODES)];
}

/* Teams are named "t0" and so on, or "" for none; weights are 0, 1 or sevenths. */
static inline struct survey *chance_survey(uint64_t seed, size_t count, size_t teams, bool weighted)
{
  struct survey *survey = calloc(1, sizeof *survey);
  assert_non_null(survey);
  survey->count = count;
  survey->weighted = weighted;
  for (size_t row = 0; row < count; ++row) {
    const size_t team = next_random(&seed) % (teams + 1), weight = next_random(&seed) % 9;
    const double choice = (double)(next_random(&seed) % 3) * 10;
    survey->a[row] = chance_answer(&seed);
    survey->b[row] = chance_answer(&seed);
    survey->c[row] = choice == 0 ? NAN : choice;
    survey->weight[row] = weight < 7 ? (double)weight / 7 * 2 : 1;
    if (team < teams) snprintf(survey->team[row], TEXT_MOST, "t%zu", team);
    snprintf(survey->site[row], TEXT_MOST, "s%zu", (size_t)(next_random(&seed) % 3));
  }
  return survey;
}

/* Adds a row to a survey. */
static inline void put_row(struct survey *survey, double a, double b, double c, const char *team)
{
  const size_t row = survey->count++;
  survey->a[row] = a;
  survey->b[row] = b;
  survey->c[row] = c;
  survey->weight[row] = 1;
  snprintf(survey->team[row], TEXT_MOST, "%s", team);
}

static inline rung_column label_column(const char (*label)[TEXT_MOST], size_t count,
                                       struct labels *labels)
{
  int32_t used = 0;
  for (size_t row = 0; row < count; ++row) {
    const size_t length = strlen(label[row]);
    labels->offsets[row] = used;
    memcpy(labels->bytes + used, label[row], length);
    used += (int32_t)length;
  }
  labels->offsets[count] = used;
  return (rung_column){.data = labels->bytes,
                       .offsets = labels->offsets,
                       .length = (int64_t)count,
                       .type = RUNG_TYPE_TEXT};
}

static inline void bind(rung_answers *answers, rung_role role, const char *name, rung_column column)
{
  rung_error error = {.status = 0};
  assert_status(rung_answers_bind(answers, role, name, &column, &error), RUNG_OK, &error);
}

static inline rung_column doubles(const double *data, size_t count)
{
  return (rung_column){.data = data, .length = (int64_t)count, .type = RUNG_TYPE_DOUBLE};
}

static inline rung_tally *new_tally(const rung_model *model, size_t columns, uint32_t parts)
{
  static const char *const NAMES[] = {"team", "site"};
  rung_tally *tally = NULL;
  rung_error error = {.status = 0};
  assert_status(rung_tally_new(model, NAMES, columns, parts, &tally, &error), RUNG_OK, &error);
  return tally;
}

/* Adds rows [first, first + count) of a survey. */
static inline void add_rows(rung_tally *tally, const rung_model *model, const struct survey *survey,
                            size_t first, size_t count)
{
  rung_answers *answers = NULL;
  rung_error error = {.status = 0};
  struct labels *labels = malloc(2 * sizeof *labels);
  assert_non_null(labels);
  assert_int_equal(rung_answers_new(model, &answers, NULL), RUNG_OK);
  bind(answers, RUNG_ROLE_ITEM, "a", doubles(survey->a + first, count));
  bind(answers, RUNG_ROLE_ITEM, "b", doubles(survey->b + first, count));
  bind(answers, RUNG_ROLE_ITEM, "c", doubles(survey->c + first, count));
  if (survey->weighted)
    bind(answers, RUNG_ROLE_WEIGHT, "w", doubles(survey->weight + first, count));
  bind(answers, RUNG_ROLE_GROUP, "team", label_column(survey->team + first, count, &labels[0]));
  bind(answers, RUNG_ROLE_GROUP, "site", label_column(survey->site + first, count, &labels[1]));
  assert_status(rung_tally_add(tally, answers, NULL, &error), RUNG_OK, &error);
  rung_answers_free(answers);
  free(labels);
}

/* The tally of a whole survey by so many of team and site. */
static inline rung_tally *tally_of(const rung_model *model, const struct survey *survey,
                                   size_t columns)
{
  rung_tally *tally = new_tally(model, columns, RUNG_TALLY_PRODUCTS);
  add_rows(tally, model, survey, 0, survey->count);
  return tally;
}

static inline rung_bytes *save(const rung_tally *tally)
{
  rung_bytes *bytes = NULL;
  rung_error error = {.status = 0};
  assert_status(rung_tally_save(tally, &bytes, &error), RUNG_OK, &error);
  return bytes;
}

static inline bool same_bytes(const rung_bytes *a, const rung_bytes *b)
{
  return rung_bytes_length(a) == rung_bytes_length(b) &&
         memcmp(rung_bytes_data(a), rung_bytes_data(b), rung_bytes_length(a)) == 0;
}

/* Whether two tallies save the same bytes. */
static inline bool same_tally(const rung_tally *a, const rung_tally *b)
{
  rung_bytes *first = save(a), *second = save(b);
  const bool same = same_bytes(first, second);
  rung_bytes_free(first);
  rung_bytes_free(second);
  return same;
}

#endif
