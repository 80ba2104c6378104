/* Answer sets: what a few persons can have answered, given all that is shown of them.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_DISCLOSURE_ANSWER_SETS_H
#define RUNG_DISCLOSURE_ANSWER_SETS_H

#include "disclosure/bases.h"

#define RUNG__SETS_PERSONS 15 /* of more the sets are not listed: there are too many */
#define RUNG__SETS_ANSWERS 120

/* What is known of the answers of n persons. */
struct rung__known {
  uint32_t n;
  size_t count;          /* answers, at most RUNG__SETS_ANSWERS */
  const int64_t *value;  /* [answer] grid */
  rung__wide low, high;  /* the sum of the values is one of these or between them */
  const uint8_t *favour; /* [answer] enum rung__favour; NULL: shares are not shown */
  uint32_t favoured[3];  /* persons by it */
};

/* Lists the answer sets that agree with it. RUNG__UNSAFE: in each of them all but one person gave
 * one answer, or all answers that occur in any of them lie within less than half of the range.
 * RUNG__TOO_MUCH: *work steps are used up. */
enum rung__proof rung__answer_sets(const struct rung__known *known, uint64_t *work);

#endif
