/* How the scores of a measure are spread over all patterns of answers.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_CHECK_SPREAD_H
#define RUNG_CHECK_SPREAD_H

#include "model/model.h"

/* The sums that the answers can have, evenly spaced, and the share of all patterns that has each:
 * every item answered, every answer as likely as another. */
struct rung__spread {
  const struct rung__measure *measure;
  size_t count;
  rung__wide first, step;
  double *share;  /* [sum] */
  int64_t *score; /* [sum] what it becomes, or RUNG__NO_SCORE where its shape gives none */
};

enum rung__spread_found {
  RUNG__SPREAD_FOUND,
  RUNG__SPREAD_NONE, /* not a sum or mean of items of points, or more work than its bound */
  RUNG__SPREAD_NO_MEMORY
};

/* At most 4,096 sums and 2^22 additions. To be released where found. */
enum rung__spread_found rung__spread_find(const rung_model *model,
                                          const struct rung__measure *measure,
                                          struct rung__spread *spread);
void rung__spread_free(struct rung__spread *spread);

#endif
