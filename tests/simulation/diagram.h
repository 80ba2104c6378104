/* Stated chances beside what came true.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_TESTS_DIAGRAM_H
#define RUNG_TESTS_DIAGRAM_H

#include "survey.h"

enum { LEVELS = 4, BINS = 10 };

/* Of one rule and size: chances of all levels in bins; the levels that were held for right; and how far
 * the level that is expected by the chances lies from the true one. */
struct diagram {
  double count[BINS], held[BINS], sum[BINS];
  double cases, right, stated;
  double off, square;
};

/* Adds the chances of one group or person. `held_for` is the level that is said to be right. */
void diagram_add(struct diagram *diagram, const double chance[LEVELS], int held_for, int truth);
/* Writes bins, and rows with the figures NAME/reached and NAME/bias. */
void diagram_write(const struct diagram *diagram, const char *part, const char *figure, size_t n);

/* The level of a score held against the cuts of the models. */
int level_by_cuts(double score);

#endif
