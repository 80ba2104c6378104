/* Doubts: why a figure of uncertainty is not there beside a figure that is.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_FINDINGS_DOUBTS_H
#define RUNG_FINDINGS_DOUBTS_H

#include <rung/findings.h>

/* What a doubt is about: figures that are there or not there together. */
enum rung__doubted {
  RUNG__OF_INTERVAL,
  RUNG__OF_RELIABILITY,
  RUNG__OF_ICC,
  RUNG__OF_AGREEMENT,
  RUNG__OF_ASSOCIATION,
  RUNG__DOUBTED
};

enum rung__doubt {
  RUNG__WITHHELD, /* as the row is */
  RUNG__SURE,     /* there it is */
  RUNG__ONE_ROW,
  RUNG__NO_METHOD,
  RUNG__UNBOUNDED_RANGE,
  RUNG__NO_SPREAD,
  RUNG__NO_PRODUCTS,
  RUNG__NOT_COUPLED,
  RUNG__EVERYONE,
  RUNG__FORMATIVE,
  RUNG__WITHIN_ROWS,
  RUNG__OF_MEASURES,
  RUNG__ONE_ITEM,
  RUNG__NO_VARIANCE,
  RUNG__WEIGHTED,
  RUNG__FEW_GROUPS,
  RUNG__HOLDS_OTHERS,
  RUNG__NO_PERSON_SCORES,
  RUNG__NOT_EVEN,
  RUNG__OF_SELF,
  RUNG__ONE_ORDER,
  RUNG__DOUBTS
};

/* What governs a figure; RUNG__DOUBTED: nothing but its row. */
enum rung__doubted rung__doubted_of(rung_figure figure);
rung_state rung__doubt_state(enum rung__doubt doubt);
const char *rung__doubt_reason(enum rung__doubt doubt);

#endif
