/* Families: which comparisons are made together, so that chance finds no more than its share of them.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_FINDINGS_FAMILY_H
#define RUNG_FINDINGS_FAMILY_H

#include "base/text.h"
#include "findings/findings.h"
#include "findings/frame.h"

/* The lists that are controlled. */
enum rung__list {
  RUNG__DIFFERENT, /* from the rest */
  RUNG__STRENGTH,  /* different, above the rest, and read on a ladder */
  RUNG__CHANGED,   /* since the wave before */
  RUNG__GAP,       /* between the two sides of a pair */
  RUNG__LISTS
};

/* Adjusts p-values by the cut and the kind, and says which are notable. False: no memory. */
bool rung__adjust_families(rung_findings *findings, const struct rung__frame *frame);

const char *rung__list_name(enum rung__list list);
/* The rows of a group that may stand on a list, by their place, which begins at 0; SIZE_MAX behind
 * the last. */
size_t rung__list_row(const rung_findings *findings, enum rung__list list, size_t group,
                      size_t place);
rung_table rung__list_table(enum rung__list list);
/* Whether a row is on it. */
bool rung__is_listed(const rung_findings *findings, enum rung__list list, size_t row);
/* How many comparisons the family of a group's cut has; 0: none. */
double rung__family_size(const rung_findings *findings, enum rung__list list, size_t group);
/* How it is controlled, in a sentence. */
void rung__tell_method(struct rung__buffer *sentence, const rung_findings *findings);

#endif
