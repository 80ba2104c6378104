/* Surveys that are drawn, and what the library finds of them, by its public functions alone.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_TESTS_SURVEY_H
#define RUNG_TESTS_SURVEY_H

#include <rung/rung.h>

#include "population.h"

enum { SURVEY_ITEMS = 12 };

/* Rows of several groups of one size, one group after the other. */
struct survey {
  size_t items, rows;
  const char *const *item;
  float *answer[SURVEY_ITEMS]; /* NaN: none */
  double *weight;
  int32_t *group;
  bool weighted;
};

/* Ends the program where there is no memory. */
void *room(size_t count, size_t size);
/* Ends the program, saying where, unless all is well. */
void must(rung_status status, const char *where, const rung_error *error);

struct survey survey_make(const char *const *item, size_t items, size_t most);
void survey_free(struct survey *survey);

rung_model *model_of(const char *folder, const char *name);
/* The number that stands for a group as findings have it, whose row 0 is all of them together. */
size_t survey_group(const rung_findings *findings, size_t row);
/* Findings of each group. */
rung_findings *survey_find(const rung_model *model, const struct survey *survey,
                           const rung_settings *settings);

/* What is written of a cell: a line of the table. */
struct row {
  const char *part, *figure, *weights;
  size_t n;
  double skew;
  int bin; /* -1: none */
  double count, held, under, over;
  double mean;      /* width of limits, or stated chance, or how far off the expected level is */
  double deviation; /* of that; of limits, the truth */
};
void row_write(const struct row *row);

#endif
