/* Odds: how probable each level is for one whose true score is only known up to a normal error.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_SCORE_ODDS_H
#define RUNG_SCORE_ODDS_H

#include "score/climb.h"

/* A population, of which a person is one. */
struct rung__population {
  double mean, sd, reliability; /* of a score; sd >= 0, reliability from 0 to 1 */
};

/* Where a rule's levels change, lowest first, and the level of each stretch between. */
struct rung__stretches {
  size_t count;   /* stretches: one more than edges */
  double *edge;   /* [count - 1] */
  int8_t *level;  /* [count]; -1: a hole */
  double *chance; /* [count] room for the areas */
};

/* Whether a rule holds one score, as it is, against cuts or bands of one wave. */
bool rung__has_stretches(const struct rung__rule *rule);
/* The stretches of such a rule. False: no memory. */
bool rung__stretches_make(struct rung__stretches *stretches, const struct rung__rule *rule);
void rung__stretches_free(struct rung__stretches *stretches);

/* The probability of each level [level] for a true score that is normal around `centre`. With no error
 * it is 1 for one of them. */
void rung__odds(const struct rung__stretches *stretches, double centre, double error, size_t levels,
                double *out);
/* The same for one observed score of a population: around Kelley's regressed score, with the standard
 * error of estimation (Kelley 1947; Lord and Novick 1968, section 3.7). */
void rung__odds_of_person(const struct rung__stretches *stretches,
                          const struct rung__population *population, double score, size_t levels,
                          double *out);
/* Accuracy: the expected probability that the likeliest level is the true one. Consistency: that two
 * such draws of one person give the same level. Over a population with normal scores. */
void rung__classification(const struct rung__stretches *stretches,
                          const struct rung__population *population, size_t levels,
                          double *accuracy, double *consistency);

#endif
