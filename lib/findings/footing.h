/* Footing: how many persons stand behind all that a rule, or a measure across items, looks at.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_FINDINGS_FOOTING_H
#define RUNG_FINDINGS_FOOTING_H

#include "findings/figures.h"

/* Sets n, fewest and dominated of a rule: it is shown no better than the least that it looks at, be it
 * by itself or by the conditions of its reading, and that anybody contributes to. */
void rung__find_footing(struct rung__figures *figures, size_t reading, size_t rule, size_t group);

/* Sets fewest and dominated of a measure across items: it is shown no better than its terms and what
 * its own conditions look at, for one of them would follow from it and the others. */
void rung__rest_measure(struct rung__figures *figures, size_t measure, size_t group);

#endif
