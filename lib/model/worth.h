/* What a value is worth under a measure: what compiling and scoring share.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_MODEL_WORTH_H
#define RUNG_MODEL_WORTH_H

#include "base/grid.h"
#include "model/measure.h"

/* Whether a measure can be absent in this way, as a term of another: it is never not known, nor
 * invalid. */
bool rung__is_of_measures(rung_absence kind);
/* Whether a measure counts favourable answers. */
bool rung__counts_favour(const struct rung__measure *measure);
/* What an item's value is worth under a measure that does not count favourable answers: 100, 1 or 0
 * where it is held against `at_least`, stretched where the measure is rescaled, or as it is. */
int64_t rung__worth_value(const struct rung__measure *measure, const struct rung__item *item,
                          int64_t value);
/* What an answer is worth: by its favour, or by its value. */
int64_t rung__worth_answer(const struct rung__measure *measure, const struct rung__item *item,
                           size_t answer);
/* What a measure's score is worth as a term. */
int64_t rung__worth_score(const struct rung__measure *measure, int64_t score);

#endif
