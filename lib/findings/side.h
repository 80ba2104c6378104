/* One side of a comparison: the persons' scores of a measure, as sums of a tally.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_FINDINGS_SIDE_H
#define RUNG_FINDINGS_SIDE_H

#include "findings/figures.h"

struct rung__side {
  uint32_t n;  /* persons scored */
  double mean; /* NaN: none */
  double square,
      df; /* the squared standard error of the mean, and its degrees of freedom; NaN: none */
  bool dominated; /* one person may hold more than half of the weight */
};

/* A measure of a group, across people. */
struct rung__side rung__side_of(const struct rung__figures *figures, size_t measure, size_t group);
/* The persons of a group who are not in a part of it. */
struct rung__side rung__side_less(const struct rung__figures *figures, size_t measure, size_t whole,
                                  size_t part);

/* What two sides differ by: Welch's interval and two-sided p; all NaN where there is none. */
struct rung__contrast {
  double difference, low, high, p;
};
struct rung__contrast rung__contrast_of(const struct rung__side *side,
                                        const struct rung__side *other, double confidence);

/* The two-sided p of the gap of a pair; NaN: there is none. */
double rung__gap_p(const struct rung__figures *figures, const struct rung__pair *pair,
                   size_t group);

#endif
