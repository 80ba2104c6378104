/* The outlook: what the answers that are missing may still make of a figure, row by row.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_SCORE_OUTLOOK_H
#define RUNG_SCORE_OUTLOOK_H

#include "model/looks.h"

/* Bits of an outlook. */
enum rung__outlook {
  RUNG__OPEN = 1,  /* an answer that is missing may change it */
  RUNG__UNSURE = 2 /* it may be without a value, in spite of its possible range */
};

/* Whether a code is that of an absence that an answer may still fill. */
static inline bool rung__is_missing(int8_t code)
{
  return code < 0 && code != RUNG__ABSENT(RUNG_ABSENT_NOT_ASKED) &&
         code != RUNG__ABSENT(RUNG_ABSENT_NOT_APPLICABLE);
}

/* Whose outlooks are gathered, and where. */
struct rung__horizon {
  size_t count;                                   /* rows */
  const int8_t *const *item;                      /* [item][row] answers */
  const uint8_t *const *measure, *const *reading; /* [..][row] outlooks */
  uint8_t *out;                                   /* [row] */
};

/* Adds the outlook of something looked at to `out` of a rung__horizon. Of a coverage that is open
 * there is no range: it is unsure. */
void rung__see_outlook(void *horizon, const struct rung__look *look);

#endif
