/* The people of a group with their own levels, by a rule that gives each person one.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_FINDINGS_PEOPLE_H
#define RUNG_FINDINGS_PEOPLE_H

#include "findings/figures.h"

/* What the persons' own levels say of a group, by a rule that gives each person one. */
struct rung__people {
  const struct rung__segment *segment; /* NULL: the tally has none */
  uint32_t n;                          /* persons with a level */
  rung__uwide weight;                  /* theirs */
  bool dominated;
};

struct rung__people rung__people_of(const struct rung__figures *figures, size_t group,
                                    size_t reading, size_t rule);
/* The weighted lower median: the lowest level with at least half of the weight at or below; -1:
 * none. */
int rung__people_median(const struct rung__figures *figures, size_t group,
                        const struct rung__people *people);
/* Why nobody has a level: the reason of the measure, else that no rule gave one. */
uint8_t rung__why_no_people(const struct rung__figures *figures, size_t reading, size_t group,
                            const struct rung__people *people);

#endif
