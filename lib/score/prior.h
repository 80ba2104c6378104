/* Prior: the population that rows are taken to be of, by reading.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_SCORE_PRIOR_H
#define RUNG_SCORE_PRIOR_H

#include "score/odds.h"
#include "score/workspace.h"

struct rung__prior {
  char *name; /* NULL: none was told */
  struct rung__population population;
  struct rung__stretches stretches;
};

/* Frees the priors of a workspace. */
void rung__priors_free(rung_scores *scores);

#endif
