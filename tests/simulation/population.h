/* Populations whose truth is known: numbers by chance, answers on five points, and their expectations.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_TESTS_POPULATION_H
#define RUNG_TESTS_POPULATION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { POINTS = 5 };

/* Numbers by chance that are the same in every run: SplitMix64. */
struct chance {
  uint64_t state;
  double kept; /* the second of a couple of normal numbers */
  bool has_kept;
};

/* A stream of its own for a seed and what it is for. */
struct chance chance_of(uint64_t seed, uint64_t stream);
double uniform(struct chance *chance); /* on (0, 1) */
double normal(struct chance *chance);

/* An answer is 1 and one more for each of the cuts -1.5, -.5, .5 and 1.5 below a normal number plus
 * `shift`; several answers of a person share the part `shared` of the variance of that number. */
int answer_at(double latent, double shift);

/* The shift at which answers, heaped at the upper end, have the skewness -skew. */
double shift_of_skew(double skew);

/* Of one answer. */
double mean_answer(double shift);
double variance_answer(double shift);
/* The share of answers of 4 and 5. */
double favourable_answer(double shift);

/* Of the mean of `items` answers of one person, `shared` their correlation before they are cut. */
struct score_truth {
  double mean, variance;
  double true_variance; /* of its expectation given the person */
  double item_variance;
};
struct score_truth truth_of_score(double shift, double shared, int items);
/* The share of persons whose mean of `items` answers is `low` or more, and below `high`. */
double share_between(double shift, double shared, int items, double low, double high);
/* The expectation of an answer of a person whose shared part is this. */
double mean_given(double common, double shift, double shared);

#endif
