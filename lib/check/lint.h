/* The linter's parts: each looks at one thing and writes notes.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_CHECK_LINT_H
#define RUNG_CHECK_LINT_H

#include "base/notes.h"
#include "model/model.h"

/* Items: in no measure, a middle level told by agreement. */
void rung__lint_items(const rung_model *model, rung_notes *notes);
/* Measures: different kinds of scale under one mean, different referents, no stated construct. */
void rung__lint_measures(const rung_model *model, rung_notes *notes);
/* Rules: holes and overlaps of bands, levels out of reach, cuts that a row can hit, numbers without
 * a source. */
void rung__lint_rules(const rung_model *model, rung_notes *notes);
/* The model's own examples. */
rung_status rung__check_examples(const rung_model *model, rung_notes *notes, rung_error *error);

#endif
